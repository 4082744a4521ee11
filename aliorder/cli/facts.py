"""The facts about an order as options: one table for every command that takes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer

from aliorder.domain import typed as values
from aliorder.domain.order import Deadline, Event, Order, written
from aliorder.domain.policy import Policy
from aliorder.domain.vocabulary import COUPONS, PARCELS, WHYS

Words = list[str] | None
Text = str | None
YesNo = bool | None

MAY_BE_UNKNOWN = ("why", "payment", "coupon", "total", "country")
"""The attributes that can be called `unknown`, which is the same as leaving them out."""


class FactOptions(NamedTuple):
    """What was typed, word for word; `None` where nothing was."""

    event: Annotated[Words, typer.Option(metavar="KIND=WHEN", help="Something that happened, e.g. paid=yesterday.")] = (
        None
    )
    deadline: Annotated[
        Words, typer.Option(metavar="KIND=WHEN", help="A deadline shown on the page, e.g. ship-by=+2d5h.")
    ] = None
    why: Annotated[Text, typer.Option(metavar="WHY", help="Your true situation, e.g. not-needed (see `reasons`).")] = (
        None
    )
    payment: Annotated[Text, typer.Option(metavar="METHOD", help="How it was paid (see `payments`).")] = None
    site_status: Annotated[Text, typer.Option(metavar="TEXT", help="The status that the order page shows now.")] = None
    cancel_button: Annotated[
        YesNo, typer.Option("--cancel-button/--no-cancel-button", help="Does the page show a Cancel button?")
    ] = None
    free_return: Annotated[
        YesNo, typer.Option("--free-return/--no-free-return", help="Has the item the Free Return badge?")
    ] = None
    keep: Annotated[YesNo, typer.Option("--keep/--no-keep", help="Do you want to keep the goods?")] = None
    parcel: Annotated[Text, typer.Option(metavar="STATE", help=f"What the tracking says: {', '.join(PARCELS)}.")] = None
    coupon: Annotated[Text, typer.Option(metavar="KIND", help=f"The coupon used: {', '.join(COUPONS)}.")] = None
    total: Annotated[Text, typer.Option(metavar='"12.34 USD"', help="What was paid.")] = None
    title: Annotated[Text, typer.Option(metavar="TEXT", help="What was ordered, in your words.")] = None
    store: Annotated[Text, typer.Option(metavar="TEXT", help="The seller's store.")] = None
    alias: Annotated[Text, typer.Option(metavar="TEXT", help="Your own short name for the order.")] = None
    item: Annotated[Words, typer.Option(metavar='"2 x TITLE @ 3.10 USD"', help="A line of the order.")] = None
    country: Annotated[Text, typer.Option(metavar="CC", help="Your country, ISO 3166, e.g. DE.")] = None
    tracking: Annotated[Text, typer.Option(metavar="TEXT", help="The tracking number.")] = None
    note: Annotated[Words, typer.Option(metavar="TEXT", help="A note of yours.")] = None


def takes_facts(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option for every fact; it gets them together as its argument `facts`."""
    hints = get_type_hints(FactOptions, include_extras=True)
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=hints[name])
        for name in FactOptions._fields
    ]

    @wraps(command)
    def with_facts(**typed: Any) -> None:
        facts = FactOptions(**{name: typed.pop(name) for name in FactOptions._fields})
        command(facts=facts, **typed)

    signature = inspect.signature(command, eval_str=True)
    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in signature.parameters.values()
        if parameter.name != "facts"
    ]
    with_facts.__signature__ = signature.replace(parameters=own + options)  # type: ignore[attr-defined]
    with_facts.__annotations__ = {}
    del with_facts.__wrapped__
    return with_facts


def any_given(facts: FactOptions) -> bool:
    """Whether any fact was typed."""
    return any(fact not in (None, []) for fact in facts)


def with_typed(order: Order, facts: FactOptions, policy: Policy, now: datetime, *, ahead: bool = False) -> Order:
    """`order` with what was typed: a fact replaces the one before it, events and deadlines those of their kind.

    Only where the question is about what lies `ahead` may an event be later than `now`.
    """
    new = written(order, **attributes(facts, policy, now))
    return replace(new, **happenings(order, facts, now, ahead=ahead))


def attributes(facts: FactOptions, policy: Policy, now: datetime) -> dict[str, Any]:
    """The attributes that were typed, read; raises `UsageError` for the first that cannot be."""
    readers: dict[str, tuple[str | None, Callable[[str], Any]]] = {
        "why": (facts.why, lambda text: values.one_of(text, WHYS, "why")),
        "payment": (facts.payment, lambda text: values.payment(text, policy)),
        "status": (facts.site_status, lambda text: values.site_status(text, policy, now)),
        "parcel": (facts.parcel, lambda text: values.one_of(text, PARCELS, "state of a parcel")),
        "coupon": (facts.coupon, lambda text: values.one_of(text, COUPONS, "coupon")),
        "total": (facts.total, values.money),
        "title": (facts.title, said),
        "store_name": (facts.store, said),
        "alias": (facts.alias, said),
        "country": (facts.country, values.country),
        "tracking": (facts.tracking, said),
    }
    found = {
        name: values.known_or_none(text, read) if name in MAY_BE_UNKNOWN else read(text)
        for name, (text, read) in readers.items()
        if text is not None
    }
    answers = {name: getattr(facts, name) for name in ("cancel_button", "free_return", "keep")}
    found.update({name: answer for name, answer in answers.items() if answer is not None})
    if facts.item:
        found["items"] = tuple(values.item(text) for text in facts.item)
    return found


def said(text: str) -> str | None:
    """The text, trimmed; `None` if it says nothing."""
    return text.strip() or None


def happenings(order: Order, facts: FactOptions, now: datetime, *, ahead: bool) -> dict[str, Any]:
    """The events, deadlines and notes of the order together with those that were typed."""
    events = tuple(values.event(text, now, ahead=ahead) for text in facts.event or ())
    deadlines = tuple(values.deadline(text, now) for text in facts.deadline or ())
    return {
        "events": replaced(order.events, events),
        "deadlines": replaced(order.deadlines, deadlines),
        "notes": order.notes + values.all_of(facts.note or ()),
    }


def replaced(old: tuple[Any, ...], new: tuple[Event | Deadline, ...]) -> tuple[Any, ...]:
    """`old` without the kinds that stand in `new`, and then `new`."""
    kinds = {entry.kind for entry in new}
    return tuple(entry for entry in old if entry.kind not in kinds) + new

"""`aliorder edit`: change what is known about a kept order."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from aliorder.cli.facts import FactOptions, any_given, takes_facts, with_typed
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.watching import noting
from aliorder.domain.differences import differences
from aliorder.domain.order import Order
from aliorder.domain.typed import one_of
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from aliorder.errors import UsageError

EMPTY = Order()
FIELDS = {
    "title": "title",
    "alias": "alias",
    "store": "store_name",
    "item": "items",
    "total": "total",
    "payment": "payment",
    "country": "country",
    "coupon": "coupon",
    "free-return": "free_return",
    "cancel-button": "cancel_button",
    "keep": "keep",
    "site-status": "status",
    "tracking": "tracking",
    "parcel": "parcel",
    "why": "why",
    "note": "notes",
}
"""What `--clear` takes, by the names of the flags, and the attribute each one empties."""


@takes_facts
def run(
    ctx: typer.Context,
    facts: FactOptions,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    drop_event: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Forget events of a kind.")] = None,
    clear: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="Forget a fact or a deadline.")] = None,
) -> None:
    """Change a kept order.

    A fact replaces the one before it, events and deadlines those of their kind.

    \b
    Examples:
      aliorder edit 2345 --deadline ship-by=2026-11-30 --why slow-seller
      aliorder edit 2345 --drop-event shipped --clear why
    """
    session: Session = ctx.obj
    if not (any_given(facts) or drop_event or clear):
        raise UsageError("nothing to change was given", "e.g. --why not-needed, --drop-event shipped or --clear why")
    with session.changing(order, "edit {}") as (store, old):
        new = with_typed(without(old, drop_event or [], clear or []), facts, session.policy, session.now)
        store.put(new, noting(session, store))
    if not session.quiet:
        say(f"Changed order {old.number}: {', '.join(changes(old, new)) or 'nothing, it was so already'}.")


def without(order: Order, kinds: list[str], names: list[str]) -> Order:
    """The order without events of these kinds and without these facts and deadlines."""
    dropped = {one_of(kind, EVENT_KINDS, "event") for kind in kinds}
    cleared = {one_of(name, (*FIELDS, *DEADLINE_KINDS), "field") for name in names}
    emptied: dict[str, Any] = {FIELDS[name]: getattr(EMPTY, FIELDS[name]) for name in cleared if name in FIELDS}
    return replace(
        order,
        events=tuple(event for event in order.events if event.kind not in dropped),
        deadlines=tuple(deadline for deadline in order.deadlines if deadline.kind not in cleared),
        own=order.own.difference(emptied),
        **emptied,
    )


def changes(old: Order, new: Order) -> list[str]:
    """The names of the fields that differ."""
    return [difference.field.replace("_", " ") for difference in differences(old, new)]

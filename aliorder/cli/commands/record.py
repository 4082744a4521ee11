"""`aliorder record`: something happened to an order."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from aliorder.cli.amounts import amount_typed, check_part
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.watching import noting
from aliorder.domain import typed as values
from aliorder.domain.order import Event, Money, Order, When
from aliorder.domain.vocabulary import AMOUNT_KINDS, DONE_NOW, EVENT_KINDS, EventKind
from aliorder.domain.when import read_when
from aliorder.errors import UsageError
from aliorder.words.labels import EVENT_LABELS
from aliorder.words.naming import name_of


def run(
    ctx: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What happened, e.g. shipped.")],
    on: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="When it happened; without it, now for what you do or read, else today."),
    ] = None,
    amount: Annotated[str | None, typer.Option(metavar='"5.00 USD"', help="A part of the total, for refunds.")] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="What was written, word for word.")] = None,
) -> None:
    """Note that something happened to a kept order.

    \b
    Examples:
      aliorder record 2345 shipped --on yesterday
      aliorder record 2345 cancel-requested
      aliorder record 2345 refund-started --on 2026-11-20 --amount "5.00 USD"
      aliorder record 2345 seller-answered --text "We ship it tomorrow"
    """
    session: Session = ctx.obj
    known = values.one_of(kind, EVENT_KINDS, "event")
    event = Event(known, moment_of(known, on, session), amount_of(known, amount), said(text))
    with session.changing(order, f"record {{}} {known}") as (store, found):
        check_part(event.amount, found.total)
        store.put(replace(found, events=(*found.events, event)), noting(session, store))
    if not session.quiet:
        if known == "seller-answered" and is_disputed(found):
            say(f"If they refused what you ask for in the dispute: aliorder record {name_of(found)} dispute-refused")
        say(f"Noted for order {found.number}: {EVENT_LABELS[known]}. What now: aliorder advise {name_of(found)}")


def is_disputed(order: Order) -> bool:
    """Whether a dispute was opened and nothing has come of it yet."""
    kinds = [event.kind for event in order.events if event.kind.startswith("dispute-") or event.kind == "appealed"]
    return kinds[-1:] == ["dispute-opened"]


def moment_of(kind: EventKind, text: str | None, session: Session) -> When:
    """When it happened: as typed, else now for the buyer's own acts and an answer, today for what others did."""
    if text is None:
        return When(at=session.now) if kind in DONE_NOW else When(session.now.date())
    return values.not_later(read_when(text, session.now), session.now, kind)


def said(text: str | None) -> str | None:
    """What was written, trimmed; `None` if it says nothing."""
    return text.strip() or None if text is not None else None


def amount_of(kind: EventKind, text: str | None) -> Money | None:
    """The amount typed; only some events carry one."""
    if text is not None and kind not in AMOUNT_KINDS:
        raise UsageError(f"{kind} carries no amount", f"these do: {', '.join(sorted(AMOUNT_KINDS))}")
    return amount_typed(text)

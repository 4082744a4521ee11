"""`aliorder record`: something happened to an order."""

from __future__ import annotations

from dataclasses import replace
from shlex import quote
from typing import Annotated

import typer

from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.watching import noting
from aliorder.domain import typed as values
from aliorder.domain.order import Event, Money, When
from aliorder.domain.vocabulary import AMOUNT_KINDS, EVENT_KINDS, OWN_ACTS, EventKind
from aliorder.domain.when import read_when
from aliorder.errors import UsageError
from aliorder.words.labels import EVENT_LABELS
from aliorder.words.money import money_words


def run(
    ctx: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What happened, e.g. shipped.")],
    on: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="When it happened; without it, now for what you do yourself, else today."),
    ] = None,
    amount: Annotated[str | None, typer.Option(metavar='"5.00 USD"', help="A part of the total, for refunds.")] = None,
) -> None:
    """Note that something happened to a kept order.

    \b
    Examples:
      aliorder record 2345 shipped --on yesterday
      aliorder record 2345 cancel-requested
      aliorder record 2345 refund-started --on 2026-11-20 --amount "5.00 USD"
    """
    session: Session = ctx.obj
    known = values.one_of(kind, EVENT_KINDS, "event")
    event = Event(known, moment_of(known, on, session), amount_of(known, amount))
    with session.changing(order, f"record {{}} {known}") as (store, found):
        check_part(event.amount, found.total)
        store.put(replace(found, events=(*found.events, event)), noting(session, store))
    if not session.quiet:
        say(f"Noted for order {found.number}: {EVENT_LABELS[known]}. What now: aliorder advise {quote(order)}")


def moment_of(kind: EventKind, text: str | None, session: Session) -> When:
    """When it happened: as typed, else now for the buyer's own acts and today for what others did."""
    if text is None:
        return When(at=session.now) if kind in OWN_ACTS else When(session.now.date())
    return values.not_later(read_when(text, session.now), session.now, kind)


def amount_of(kind: EventKind, text: str | None) -> Money | None:
    """The amount typed; only some events carry one."""
    if text is None:
        return None
    if kind not in AMOUNT_KINDS:
        raise UsageError(f"{kind} carries no amount", f"these do: {', '.join(sorted(AMOUNT_KINDS))}")
    money = values.money(text)
    if not money.amount:
        raise UsageError("an amount has to be more than nothing", "leave --amount out if it is not known")
    return money


def check_part(amount: Money | None, total: Money | None) -> None:
    """Raise `UsageError` for an amount that is no part of the order's total, where both are known."""
    if amount is None or total is None:
        return
    if amount.currency != total.currency:
        raise UsageError(
            f"the total of this order is in {total.currency}, not in {amount.currency}",
            f"give the amount in {total.currency}, or change the total with: aliorder edit",
        )
    if amount.amount > total.amount:
        raise UsageError(
            f"{money_words(amount)} is more than the total of this order, {money_words(total)}",
            "give the part that is paid back, or change the total with: aliorder edit",
        )

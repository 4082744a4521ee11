"""`aliorder refund`: when the money will be back."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain import typed as values
from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI, own_day
from aliorder.domain.findings import Refund
from aliorder.domain.order import Order
from aliorder.domain.refund import refund_from
from aliorder.domain.when import read_when
from aliorder.errors import UsageError
from aliorder.exporters.advice_document import refund_document
from aliorder.render.card import counted_part, refund_part
from aliorder.render.screen import show_refund


def run(
    ctx: typer.Context,
    order: Annotated[str | None, typer.Argument(metavar="[ORDER]", help="A kept order.")] = None,
    method: Annotated[str | None, typer.Option(metavar="METHOD", help="How it was paid (see `payments`).")] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The day on which the method's clock starts.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="CC", help="Your country, ISO 3166.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.refund/1).")] = False,
) -> None:
    """When the money will be back: by a method from a day on, or for a kept order.

    Days are counted Monday to Friday; public holidays may add days.

    \b
    Examples:
      aliorder refund --method visa --from 2026-11-20
      aliorder refund 2345
    """
    session: Session = ctx.obj
    found = session.order_or_new(order)
    asked = replace(
        found,
        payment=values.payment(method, session.policy) if method else found.payment,
        country=values.country(country) if country else found.country,
    )
    refund = refund_of(asked, start, known=order is not None, session=session)
    if as_json:
        print_json({"schema": "aliorder.refund/1", "refund": refund and refund_document(refund)})
    elif refund is not None and order is None:
        show_refund(counted_part(refund, session.policy, session.now), session.now, session.paper)
    else:
        show_refund(refund_part(refund, session.policy, session.now), session.now, session.paper)


def refund_of(order: Order, start: str | None, *, known: bool, session: Session) -> Refund | None:
    """The refund of a kept order, or, with `start` or without an order, of the method from that day on."""
    if known and start is None:
        return advise(order, session.policy, session.now).refund
    day = own_day(read_when(start or "today", session.now), session.now)
    if day is None:
        raise UsageError("--from needs a day that is known", "e.g. --from 2026-11-20")
    methods = session.policy.methods
    counted = refund_from(day, methods[order.payment or "other"], MON_FRI)
    return counted._replace(method=order.payment, amount=order.total)

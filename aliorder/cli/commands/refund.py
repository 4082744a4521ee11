"""`aliorder refund`: when the money will be back."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.own_refunds import own_refunds
from aliorder.cli.session import Session
from aliorder.domain import typed as values
from aliorder.domain.advice import advise
from aliorder.domain.dates import own_day
from aliorder.domain.experience import Experience
from aliorder.domain.findings import Refund
from aliorder.domain.order import Order
from aliorder.domain.refund import refund_from
from aliorder.domain.when import read_when
from aliorder.errors import UsageError
from aliorder.exporters.advice_document import refund_document
from aliorder.exporters.refunds_document import experience_document
from aliorder.render.card import RefundPart, counted_part, refund_part
from aliorder.render.screen import show_refund
from aliorder.words.refunds import own_words


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

    Business days are those of your country, if it is given or set; else Monday to Friday.

    \b
    Examples:
      aliorder refund --method visa --from 2026-11-20 --country DE
      aliorder refund 2345
    """
    session: Session = ctx.obj
    found = session.order_or_new(order)
    asked = replace(
        found,
        payment=values.payment(method, session.policy) if method is not None else found.payment,
        country=values.country(country) if country else found.country,
    )
    refund = refund_of(asked, start, known=order is not None, session=session)
    own = own_refunds(asked, session) if refund else None
    if as_json:
        print_json(
            {
                "schema": "aliorder.refund/1",
                "refund": refund and refund_document(refund),
                "own": own and experience_document(own),
            }
        )
    else:
        show_refund(part_of(refund, own, kept=order is not None, session=session), session.now, session.paper)


def refund_of(order: Order, start: str | None, *, known: bool, session: Session) -> Refund | None:
    """The refund of a kept order, or, with `start` or without an order, of the method from that day on."""
    if known and start is None:
        return advise(order, session.policy, session.now, session.calendar_of(order.country)).refund
    day = own_day(read_when(start or "today", session.now), session.now)
    if day is None:
        raise UsageError("--from needs a day that is known", "e.g. --from 2026-11-20")
    methods = session.policy.methods
    settlement = session.policy.windows["settlement"]
    counted = refund_from(day, methods[order.payment or "other"], session.calendar_of(order.country), settlement)
    return counted._replace(method=order.payment, amount=order.total)


def part_of(refund: Refund | None, own: Experience | None, *, kept: bool, session: Session) -> RefundPart | None:
    """What to expect of the refund and, beside it, what the buyer's own took; `None` where there is none."""
    if refund is None:
        return None
    told = refund_part if kept else counted_part
    part = told(refund, session.policy, session.now)
    return part._replace(sentences=(*part.sentences, own_words(own))) if part and own else part

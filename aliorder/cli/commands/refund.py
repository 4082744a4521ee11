"""`aliorder refund`: when the money will be back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.own_refunds import own_refunds
from aliorder.cli.session import Session
from aliorder.domain import typed as values
from aliorder.domain.advice import Advice, advise
from aliorder.domain.amounts import amounts_of
from aliorder.domain.dates import own_day
from aliorder.domain.experience import Experience
from aliorder.domain.findings import Refund
from aliorder.domain.order import Order
from aliorder.domain.policy import valid_on
from aliorder.domain.refund import refund_from
from aliorder.domain.when import read_when
from aliorder.errors import UsageError
from aliorder.exporters.advice_document import refund_document
from aliorder.exporters.refunds_document import experience_document
from aliorder.render.card import RefundPart, counted_part, refund_part, told_alone
from aliorder.render.fold import show_text
from aliorder.render.screen import show_refund
from aliorder.words.naming import name_of
from aliorder.words.refund_days import is_late
from aliorder.words.refunds import no_refund_words, own_words
from aliorder.words.safe import printable


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
    """When the money will be back, by a method or for a kept order.

    Business days are those of your country, if it is given or set; else Monday to Friday.

    \b
    Examples:
      aliorder refund --method visa --from 2026-11-20 --country DE
      aliorder refund 2345
    """
    session: Session = ctx.obj
    found, paid_by = session.order_or_new(order), partial(values.payment, policy=session.policy)
    asked = replace(
        found,
        payment=found.payment if method is None else values.known_or_none(method, paid_by),
        country=values.known_or_none(country, values.country) if country else found.country,
    )
    advice = None
    if order is not None and start is None:
        advice = advise(asked, session.policy, session.now, session.calendar_of(asked.country))
    refund = advice.refund if advice else counted(asked, start, session)
    own = own_refunds(asked, session) if refund else None
    if as_json:
        print_json(
            {
                "schema": "aliorder.refund/1",
                "refund": refund and refund_document(refund),
                "own": own and experience_document(own),
            }
        )
    elif refund:
        show_refund(part_of(refund, own, advice, session), session.now, session.paper)
    elif advice:
        show_text([printable(no_refund_words(advice, session.policy, session.calendar_of(asked.country)))])


def counted(order: Order, start: str | None, session: Session) -> Refund:
    """The refund of the order's method from the day `start` on, today without one; nobody has promised it."""
    day = own_day(read_when(start or "today", session.now), session.now)
    if day is None:
        raise UsageError("--from needs a day that is known", "e.g. --from 2026-11-20")
    policy, today = session.policy, session.now.date()
    payment = policy.paid_by(order.payment)
    method = valid_on(policy.methods[payment or "other"], today)
    settlement = valid_on(policy.windows["settlement"], today)
    found = refund_from(day, method, session.calendar_of(order.country), settlement)
    amount = amounts_of(order, session.now).rest or order.total
    return found._replace(method=payment, amount=amount, usual=payment != order.payment)


def part_of(refund: Refund, own: Experience | None, advice: Advice | None, session: Session) -> RefundPart:
    """What to expect of the refund, that of an advice or one only counted; beside it what the buyer's own took."""
    policy, now = session.policy, session.now
    part = told_alone((refund_part if advice else counted_part)(refund, policy, now), policy, now)
    how = [how_words(advice.order)] if advice and is_late(refund, now) else []
    return part._replace(sentences=(*part.sentences, *how, *([own_words(own)] if own else ())))


def how_words(order: Order) -> str:
    """Where to read whom to ask for a refund that is late."""
    return f"whom to ask, and how: aliorder advise {name_of(order)}"

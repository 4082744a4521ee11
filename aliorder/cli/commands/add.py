"""`aliorder add`: keep an order."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from aliorder.cli.facts import FactOptions, takes_facts, with_typed
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.watching import noting
from aliorder.domain import typed as values
from aliorder.domain.order import Order
from aliorder.errors import UsageError


@takes_facts
def run(
    ctx: typer.Context,
    facts: FactOptions,
    order: Annotated[str | None, typer.Argument(metavar="[ORDER]", help="The order number.")] = None,
) -> None:
    """Keep an order with what is known about it.

    On a terminal, what is missing is asked for.

    \b
    Examples:
      aliorder add 8123456789012345 --title "USB cable" --event paid=yesterday
      aliorder add 8190000000006789 --payment visa --total "12.34 USD"
    """
    session: Session = ctx.obj
    number = values.order_number(order) if order is not None else asked_number(session)
    new = with_typed(Order(number=number), facts, session.policy, session.now)
    if order is None or not (new.events or new.status):
        new = completed(new, session)
    keep(new, session)


def asked_number(session: Session) -> str:
    """The order number, asked for on a terminal; elsewhere a `UsageError`."""
    if not session.may_prompt:
        raise UsageError("an order needs its number", "aliorder add NUMBER, as it stands on the order page")
    from aliorder.wizard.dialogue import ask_number  # noqa: PLC0415 - questionary takes 200 ms and is for terminals only

    session.about_to_ask()
    return ask_number()


def completed(new: Order, session: Session) -> Order:
    """The order with what the buyer answers to the questions, on a terminal; elsewhere as it is."""
    if not session.may_prompt:
        return new
    from aliorder.wizard.dialogue import ask_about  # noqa: PLC0415 - as above
    from aliorder.wizard.questions import Draft  # noqa: PLC0415 - as above

    session.about_to_ask()
    return ask_about(Draft(new), session.policy, session.now, session.calendar_of).order


def keep(new: Order, session: Session) -> None:
    """Store a new order; raises `UsageError` if its number is kept already."""
    number = new.number or ""
    with session.store(write=True) as store, store.transaction(f"add {number}", session.now):
        if store.get(number) is not None:
            raise UsageError(f"order {number} is kept already", f"change it with: aliorder edit {number} …")
        store.put(replace(new, number=number), noting(session, store))
    if not session.quiet:
        say(f"Kept order {number}. What to do now: aliorder advise {number}")

"""`aliorder advise`: the main job."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.facts import FactOptions, any_given, takes_facts, with_typed
from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.domain.advice import advise
from aliorder.domain.order import Order
from aliorder.domain.survey import Entry, survey
from aliorder.errors import UsageError
from aliorder.exporters.advice_document import advice_document, entry_document
from aliorder.render import screen
from aliorder.render.card import action_line
from aliorder.render.table import Column
from aliorder.words.dates import left_words


@takes_facts
def run(
    ctx: typer.Context,
    facts: FactOptions,
    order: Annotated[
        str | None, typer.Argument(metavar="[ORDER]", help="A kept order; the facts are then what-if.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Advice on every open order.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.advice/1).")] = False,
) -> None:
    """What to do now, by when, how, and when the money will be back.

    \b
    Examples:
      aliorder advise --event paid=2026-11-20 --event payment-verified=2026-11-20 --why duplicate --payment visa
      aliorder advise 2345
      aliorder advise 2345 --event shipped=today
      aliorder advise --all --json
    """
    session: Session = ctx.obj
    if everything:
        if order is not None or any_given(facts):
            raise UsageError("--all looks at every kept order, so it takes neither an order nor facts")
        advise_all(session, as_json)
        return
    asked = with_typed(stored_or_new(session, order), facts, session.policy, session.now)
    advice = advise(asked, session.policy, session.now)
    if as_json:
        print_json(advice_document(advice, session.policy))
    else:
        screen.show_advice(advice, session.policy, session.paper)


def stored_or_new(session: Session, name: str | None) -> Order:
    """The kept order of that name, or one of which nothing is known yet."""
    if name is None:
        return Order()
    with session.store() as store:
        return store.find(name)


def advise_all(session: Session, as_json: bool) -> None:
    """Advice on every open order, soonest deadline first."""
    with session.store() as store:
        found = survey(store.all(), session.policy, session.now)
    opened = [entry for entry in found if entry.is_open]
    if as_json:
        print_json(
            {"schema": "aliorder.advice-list/1", "advice": [entry_document(entry, session.policy) for entry in opened]}
        )
    else:
        screen.show_table(COLUMNS, [row_of(entry) for entry in opened], session.paper)
        if not session.quiet:
            say(closing_line(len(opened), len(found)))


COLUMNS = (Column("due"), Column("left"), Column("order"), Column("title", fixed=False), Column("to do", fixed=False))


def row_of(entry: Entry) -> tuple[str, ...]:
    """An open order on one line: its next deadline, which order, what to do."""
    number, title = entry.order.number or "", entry.order.title or ""
    if entry.advice is None:
        return "", "", number, title, f"Tell more: {', '.join(entry.missing)}"
    deadline = entry.next_deadline
    day = deadline.at.astimezone(entry.now.tzinfo).date().isoformat() if deadline and deadline.at else ""
    left = left_words(deadline.at, entry.now) if deadline and deadline.at else ""
    return day, left, number, title, action_line(entry.advice.action)


def closing_line(opened: int, found: int) -> str:
    """How many of the kept orders are open."""
    if not found:
        return "No orders are kept yet. Add one with: aliorder add, or: aliorder import FILE"
    return f"{opened} of {found} kept orders are open. One in full: aliorder advise ORDER"

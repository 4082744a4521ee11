"""Advice on all open orders at once."""

from __future__ import annotations

from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.domain.survey import Entry, survey
from aliorder.exporters.advice_document import day_text, entry_document
from aliorder.render.card import action_line
from aliorder.render.screen import show_table
from aliorder.render.table import Column
from aliorder.words.dates import left_words


def advise_all(session: Session, *, as_json: bool) -> None:
    """Advice on every open order, soonest deadline first."""
    with session.store() as store:
        found = survey(store.all(), session.policy, session.now)
    opened = [entry for entry in found if entry.is_open]
    if as_json:
        print_json(
            {"schema": "aliorder.advice-list/1", "advice": [entry_document(entry, session.policy) for entry in opened]}
        )
    else:
        show_table(COLUMNS, [row_of(entry) for entry in opened], session.paper)
        if not session.quiet:
            say(closing_line(len(opened), len(found)))


COLUMNS = (Column("due"), Column("left"), Column("order"), Column("title", fixed=False), Column("to do", fixed=False))


def row_of(entry: Entry) -> tuple[str, ...]:
    """An open order on one line: its next deadline, which order, what to do."""
    number, title = entry.order.number or "", entry.order.title or ""
    if entry.advice is None:
        return "", "", number, title, f"Tell more: {', '.join(entry.missing)}"
    deadline = entry.next_deadline
    day = day_text(entry.next_day) or ""
    left = left_words(deadline.at, entry.now) if deadline and deadline.at else ""
    return day, left, number, title, action_line(entry.advice.action)


def closing_line(opened: int, found: int) -> str:
    """How many of the kept orders are open."""
    if not found:
        return "No orders are kept yet. Add one with: aliorder add, or: aliorder import FILE"
    return f"{opened} of {found} kept orders are open. One in full: aliorder advise ORDER"

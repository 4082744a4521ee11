"""Advice on all open orders at once."""

from __future__ import annotations

from aliorder.cli.output import print_json_list, say
from aliorder.cli.session import Session
from aliorder.domain.survey import Entry, entry_of, survey
from aliorder.exporters.advice_document import entry_document
from aliorder.render.screen import show_table
from aliorder.render.table import TITLE_LENGTH, Column
from aliorder.words.dates import deadline_day, deadline_stamp, left_words
from aliorder.words.labels import action_line
from aliorder.words.safe import shortened


def print_all(session: Session) -> None:
    """Advice on every open order as one JSON document, by order number; only a few orders are in memory at a time."""
    policy = session.policy
    with session.store() as store:
        entries = (entry_of(order, policy, session.now, session.calendar_of) for order in store.each())
        documents = (entry_document(entry, policy) for entry in entries if entry.is_open)
        print_json_list("aliorder.advice-list/1", "advice", documents)


def show_all(session: Session) -> None:
    """Advice on every open order, a line each, soonest deadline first."""
    with session.store() as store:
        found = survey(store.all(), session.policy, session.now, session.calendar_of)
    opened = [entry for entry in found if entry.is_open]
    show_table(COLUMNS, [row_of(entry, drawn=session.paper.drawn) for entry in opened], session.paper)
    if not session.quiet:
        say(closing_line(len(opened), len(found)))


COLUMNS = (Column("due"), Column("left"), Column("order"), Column("title", fixed=False), Column("to do", fixed=False))


def day_and_title(entry: Entry, *, drawn: bool) -> tuple[str, str]:
    """When an order's next deadline is and its title: `drawn` in words, of a long title the beginning."""
    deadline, title = entry.next_deadline, entry.order.title or ""
    words = deadline_day if drawn else deadline_stamp
    day = words(deadline.id, deadline.at, entry.now) if deadline and deadline.at else ""
    return day, shortened(title, TITLE_LENGTH) if drawn else title


def row_of(entry: Entry, *, drawn: bool) -> tuple[str, ...]:
    """An open order on one line: its next deadline, which order, what to do."""
    number = entry.order.number or ""
    day, title = day_and_title(entry, drawn=drawn)
    if entry.advice is None:
        return "", "", number, title, f"Tell more: {', '.join(entry.missing)}"
    deadline = entry.next_deadline
    left = left_words(deadline.at, entry.now) if deadline and deadline.at else ""
    return day, left, number, title, action_line(entry.advice.action)


def closing_line(opened: int, found: int) -> str:
    """How many of the kept orders are open."""
    if not found:
        return "No orders are kept yet. Add one with: aliorder add, or: aliorder import FILE"
    return f"{opened} of {found} kept orders are open. One in full: aliorder advise ORDER"

"""Advice on all open orders at once."""

from __future__ import annotations

from aliorder.cli.output import print_json_list, say
from aliorder.cli.session import Session
from aliorder.cli.watching import kept_standings
from aliorder.domain.outlook import Standing
from aliorder.render.lists import show_table
from aliorder.render.table import TITLE_LENGTH, Column
from aliorder.words.dates import deadline_day, deadline_stamp, left_words
from aliorder.words.labels import action_line
from aliorder.words.safe import shortened


def print_all(session: Session) -> None:
    """Advice on every open order as one JSON document, by order number; only a few orders are in memory at a time."""
    from aliorder.domain.seller_clock import seller_clock  # noqa: PLC0415 - lists need no advice
    from aliorder.domain.survey import entry_of  # noqa: PLC0415 - as above
    from aliorder.exporters.advice_document import entry_document  # noqa: PLC0415 - as above

    policy, clock = session.policy, seller_clock(session.now, session.policy)
    with session.store() as store:
        entries = (entry_of(order, policy, session.now, session.calendar_of) for order in store.each())
        documents = (entry_document(entry, policy, clock) for entry in entries if entry.is_open)
        print_json_list("aliorder.advice-list/1", "advice", documents)


def show_all(session: Session) -> None:
    """Advice on every open order, a line each, soonest deadline first."""
    found = kept_standings(session)
    opened = [standing for standing in found if standing.is_open]
    show_table(COLUMNS, [row_of(standing, drawn=session.paper.drawn) for standing in opened], session.paper)
    if not session.quiet:
        say(closing_line(len(opened), len(found)))


COLUMNS = (Column("due"), Column("left"), Column("order"), Column("title", fixed=False), Column("to do", fixed=False))


def day_and_title(standing: Standing, *, drawn: bool) -> tuple[str, str]:
    """When an order's next deadline is and its title: `drawn` in words, of a long title the beginning."""
    deadline, title = standing.next_deadline, standing.order.title or ""
    words = deadline_day if drawn else deadline_stamp
    day = words(deadline.id, deadline.at, standing.now) if deadline and deadline.at else ""
    return day, shortened(title, TITLE_LENGTH) if drawn else title


def row_of(standing: Standing, *, drawn: bool) -> tuple[str, ...]:
    """An open order on one line: its next deadline, which order, what to do."""
    outlook, number = standing.outlook, standing.order.number or ""
    day, title = day_and_title(standing, drawn=drawn)
    if outlook.action is None:
        return "", "", number, title, f"Tell more: {', '.join(outlook.missing)}"
    deadline = standing.next_deadline
    left = left_words(deadline.at, standing.now) if deadline and deadline.at else ""
    return day, left, number, title, action_line(outlook.action, outlook.claim)


def closing_line(opened: int, found: int) -> str:
    """How many of the kept orders are open."""
    if not found:
        return "No orders are kept yet. Add one with: aliorder add, or: aliorder import FILE"
    return f"{opened} of {found} kept orders are open. One in full: aliorder advise ORDER"

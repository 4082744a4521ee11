"""What comes due as rows that a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from aliorder.domain.agenda import Due, Level
from aliorder.words.dates import deadline_day, deadline_left, deadline_stamp
from aliorder.words.labels import DEADLINE_LABELS
from aliorder.words.reminding import todo_line
from aliorder.words.safe import printable

LEVEL_STYLES: Mapping[Level, str] = {
    "overdue": "bold red",
    "today": "bold yellow",
    "soon": "bold",
    "week": "",
    "later": "dim",
}


class DueLine(NamedTuple):
    """A deadline in words, safe to print; `date` is its end as `YYYY-MM-DDThh:mm`, or its day."""

    level: Level
    date: str
    day: str
    left: str
    what: str
    order: str
    title: str
    todo: str


def due_line(due: Due) -> DueLine:
    """A deadline in words, where the user is."""
    order, now, _ = due.standing
    label = DEADLINE_LABELS[due.deadline.id]
    return DueLine(
        level=due.level,
        date=deadline_stamp(due.deadline.id, due.at, now),
        day=deadline_day(due.deadline.id, due.at, now),
        left=deadline_left(due.deadline.id, due.at, now),
        what=label if due.deadline.shown else f"{label} (our estimate)",
        order=printable(order.alias or order.number or ""),
        title=printable(order.title or ""),
        todo=printable(todo_line(due)),
    )

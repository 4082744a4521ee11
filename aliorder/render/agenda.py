"""What comes due: drawn on a terminal, as tab-separated lines elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aliorder.domain.agenda import Due, Level
from aliorder.render.paper import Paper, show_lines
from aliorder.render.table import tab_lines
from aliorder.words.dates import deadline_day, deadline_left, deadline_stamp
from aliorder.words.labels import DEADLINE_LABELS, action_line
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
    order, now, outlook = due.standing
    label = DEADLINE_LABELS[due.deadline.id]
    return DueLine(
        level=due.level,
        date=deadline_stamp(due.deadline.id, due.at, now),
        day=deadline_day(due.deadline.id, due.at, now),
        left=deadline_left(due.deadline.id, due.at, now),
        what=label if due.deadline.shown else f"{label} (our estimate)",
        order=printable(order.alias or order.number or ""),
        title=printable(order.title or ""),
        todo=action_line(outlook.action, outlook.claim),
    )


def show_agenda(dues: Sequence[Due], paper: Paper) -> None:
    """Show what comes due; for scripts with its end as `YYYY-MM-DDThh:mm` in place of the day in words."""
    lines = [due_line(due) for due in dues]
    if not paper.drawn:
        show_lines(tab_lines([(line.level, line.date, *line[3:]) for line in lines]))
        return
    from aliorder.render.drawn_agenda import draw_agenda  # noqa: PLC0415 - rich takes 100 ms that a pipe need not wait

    draw_agenda(lines, paper.console())

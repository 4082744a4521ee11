"""A refund as a bar in time: today, earliest, usual, latest."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from aliorder.domain.findings import Refund
from aliorder.words.dates import short_day

AHEAD, GONE, USUAL = "┄", "─", "█"


class Bar(NamedTuple):
    """The bar and, below it, the days that it shows; both at most as wide as asked for."""

    line: str
    marks: str


def bar_of(refund: Refund, today: date, width: int) -> Bar | None:
    """The bar from today, or the refund's first day if that is earlier, to its last day; `None` without days."""
    if refund.earliest is None or refund.latest is None:
        return None
    scale = Scale(min(today, refund.earliest), max(refund.latest, today), width)
    first, last = refund.typical_from or refund.earliest, refund.typical_until or refund.latest
    cells = [AHEAD] * width
    cells[: scale.column(today)] = GONE * scale.column(today)
    for column in range(scale.column(first), scale.column(last) + 1):
        cells[column] = USUAL
    if cells[scale.column(refund.earliest)] != USUAL:
        cells[scale.column(refund.earliest)] = "┬"
    cells[0], cells[-1] = "├", "┤"
    labels = [(scale.column(day), short_day(day)) for day in (refund.latest, first)]
    return Bar("".join(cells), marks_of([(scale.column(today), f"▲ today {short_day(today)}"), *labels], width))


class Scale(NamedTuple):
    """Days laid out over `width` columns."""

    start: date
    end: date
    width: int

    def column(self, day: date) -> int:
        """The column of a day, the nearest one for a day that lies outside."""
        days = max((self.end - self.start).days, 1)
        return round((min(max(day, self.start), self.end) - self.start).days * (self.width - 1) / days)


def marks_of(labels: list[tuple[int, str]], width: int) -> str:
    """The labels at their columns, as far as there is room; the first ones go first."""
    line = [" "] * width
    for column, text in labels:
        start = max(min(column, width - len(text)), 0)
        if all(cell == " " for cell in line[max(start - 1, 0) : start + len(text) + 1]):
            line[start : start + len(text)] = text
    return "".join(line).rstrip()

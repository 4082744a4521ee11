"""A refund as a bar in time: today, earliest, usual, latest."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from aliorder.domain.refund import Refund


class Bar(NamedTuple):
    """The bar in three pieces of text: its line, and below it the marks of the days that it shows."""

    line: str
    marks: str


def bar_of(refund: Refund, today: date, width: int) -> Bar | None:
    """The bar, `width` characters wide, from today or the refund's first day to its last; `None` without days."""
    if refund.earliest is None or refund.latest is None:
        return None
    start = min(today, refund.earliest)
    span = max((refund.latest - start).days, 1)

    def column(day: date) -> int:
        return round((min(max(day, start), refund.latest or day) - start).days * (width - 1) / span)

    cells = ["┄"] * width
    typical = (refund.typical_from, refund.typical_until)
    first, last = typical if typical[0] and typical[1] else (refund.earliest, refund.latest)
    assert first is not None
    assert last is not None
    for place in range(column(first), column(last) + 1):
        cells[place] = "█"
    for place in range(column(today)):
        cells[place] = "─" if cells[place] == "┄" else cells[place]
    cells[0], cells[-1] = "├", "┤"
    if cells[column(refund.earliest)] == "┄":
        cells[column(refund.earliest)] = "┬"
    return Bar("".join(cells), marks_of({column(today): "▲ today"}, width))


def marks_of(marks: dict[int, str], width: int) -> str:
    """Texts set below their columns, kept within `width`."""
    line = [" "] * width
    for column, text in marks.items():
        start = min(column, width - len(text))
        for offset, character in enumerate(text if column <= width - len(text) else f"{text[2:]} ▲"):
            line[start + offset] = character
    return "".join(line).rstrip()

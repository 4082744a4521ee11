"""The timeline as a drawing: where each sign, line and word stands, in numbers; the page only has to draw it.

Time runs downwards. The drawing is as wide as a phone shows without shrinking it, and comes in parts that each fit on
a sheet of paper. A longer time is a longer way, though not by the same measure, so the days are written beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from math import log2
from textwrap import wrap
from typing import Literal, NamedTuple

from aliorder.domain.dates import own_day
from aliorder.exporters.dossier.deadlines import ToldDeadline
from aliorder.exporters.dossier.facts import Happened
from aliorder.exporters.dossier.model import Dossier, Exhibit
from aliorder.words.dates import MONTHS
from aliorder.words.dossier import NO_DAY, days_words

Sign = Literal["buyer", "seller", "others", "deadline", "missed", "evidence", "now"]

WIDTH = 340
RAIL = 98
TEXT = 116
CHARACTERS = 31
"""So many characters of the drawing's size fit between `TEXT` and `WIDTH`, in any usual font."""

LINE = 17
SPACE = 11
TOP = 15
MIDDLE = 4
"""So far above the foot of a line stands the middle of its sign."""

MOST_GAP = 50
TOLD_GAP = 7
"""From so many days on their number is written beside the line."""

ROWS_A_PART = 12
MOST_NUMBERS = 10
"""So many pieces of evidence of one day are named."""


class Row(NamedTuple):
    """A point in time to be drawn."""

    day: date | None
    sign: Sign
    text: str


class Point(NamedTuple):
    """A row as it is drawn: the foot of its first line stands at `y`; `date` is empty on the same day."""

    y: int
    sign: Sign
    date: str
    lines: tuple[str, ...]


class Gap(NamedTuple):
    """Days without anything between two rows, written at `y`."""

    y: int
    text: str


class Part(NamedTuple):
    """A part of the drawing, `height` high; its line runs from `top` to `bottom`, dashed where no day is known."""

    height: int
    top: int
    bottom: int
    points: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    dashed: bool


def rows_of(dossier: Dossier, past: Iterable[Happened], deadlines: Iterable[ToldDeadline]) -> list[Row]:
    """Everything that has a place in time, oldest first, the moment of the dossier among it; unknown days last.

    A deadline that still runs comes after that moment, also where its day at the site is over for the buyer.
    """
    today, rows = dossier.now.date(), [Row(item.day, item.party, item.what) for item in past]
    known = [row for row in (*rows, *evidence_rows(dossier)) if row.day is not None]
    placed = [((row.day or today, 0), row) for row in known]
    placed.append(((today, 2), Row(today, "now", "this dossier was made")))
    placed.extend((deadline_place(deadline, today), deadline_row(deadline)) for deadline in deadlines)
    placed.sort(key=lambda pair: pair[0])
    return [*(row for _, row in placed), *(row for row in rows if row.day is None)]


def deadline_place(deadline: ToldDeadline, today: date) -> tuple[date, int]:
    """What sorts a deadline: its day, and whether it comes before or after the moment of the dossier."""
    return (max(deadline.day, today), 3) if deadline.state == "ahead" else (deadline.day, 1)


def deadline_row(deadline: ToldDeadline) -> Row:
    """A deadline, and whether it is over."""
    over = ", over" if deadline.state == "over" else ""
    return Row(deadline.day, "missed" if deadline.missed else "deadline", f"{deadline.what}{over}")


def evidence_rows(dossier: Dossier) -> Iterator[Row]:
    """The days that evidence shows, each once."""
    shown = [(own_day(exhibit.evidence.when, dossier.now), exhibit) for exhibit in dossier.exhibits]
    dated = sorted(((day, exhibit) for day, exhibit in shown if day), key=lambda pair: (pair[0], pair[1].number))
    for day, pairs in groupby(dated, key=lambda pair: pair[0]):
        yield Row(day, "evidence", evidence_words([exhibit for _, exhibit in pairs]))


def evidence_words(exhibits: Sequence[Exhibit]) -> str:
    """`evidence 2, 4`; of many the first: `evidence 1, 2, 3, and 1,990 more`."""
    numbers = [str(exhibit.number) for exhibit in exhibits[:MOST_NUMBERS]]
    if len(exhibits) > MOST_NUMBERS:
        numbers.append(f"and {len(exhibits) - MOST_NUMBERS:,} more")
    return f"evidence {', '.join(numbers)}"


def drawn(rows: Iterable[Row]) -> list[Part]:
    """The drawing, from top to bottom; the rows of unknown day are the last."""
    known = list(rows)
    unknown = [row for row in known if row.day is None]
    return [*parts(known[: len(known) - len(unknown)], dashed=False), *parts(unknown, dashed=True)]


def parts(rows: list[Row], *, dashed: bool) -> Iterator[Part]:
    """The rows in parts of at most `ROWS_A_PART`; the line runs through from one to the next."""
    before: Row | None = None
    for start in range(0, len(rows), ROWS_A_PART):
        chunk = rows[start : start + ROWS_A_PART]
        yield part(chunk, before, last=start + ROWS_A_PART >= len(rows), dashed=dashed)
        before = chunk[-1]


def part(rows: list[Row], before: Row | None, *, last: bool, dashed: bool) -> Part:
    """One part of the drawing; `before` is the row above it."""
    y, points, gaps, top = TOP, list[Point](), list[Gap](), TOP - MIDDLE if before is None else 0
    for row in rows:
        days = days_between(before, row)
        way = way_for(days)
        if days >= TOLD_GAP:
            gaps.append(Gap(y + way // 2 - 14, days_words(days)))
        again = bool(points) and before is not None and before.day == row.day
        lines = tuple(wrap(row.text, CHARACTERS)) or ("",)
        points.append(Point(y + way, row.sign, "" if again else day_text(row.day), lines))
        y += way + LINE * len(lines) + SPACE
        before = row
    height = y if last else y - SPACE
    return Part(height, top, points[-1].y - MIDDLE if last else height, tuple(points), tuple(gaps), dashed)


def way_for(days: int) -> int:
    """How far apart two rows are, beyond the usual, when so many days lie between: ever less for each day more."""
    return min(round(7 * log2(1 + days)) + (6 if days >= TOLD_GAP else 0), MOST_GAP)


def days_between(before: Row | None, row: Row) -> int:
    """The days between two rows; none where one is not there, its day is not known, or it is the later one."""
    if before is None or before.day is None or row.day is None:
        return 0
    return max((row.day - before.day).days, 0)


def day_text(day: date | None) -> str:
    """`25 Nov 2026`, short enough for its column."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else NO_DAY

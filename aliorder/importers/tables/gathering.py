"""The columns of a table whose texts mean something; each text is read once, what cannot be read becomes a problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from aliorder.importers import FileRefused, Problem
from aliorder.importers.tables.table import Row, Table
from aliorder.importers.values.fields import OrderRefused
from aliorder.importers.values.reading import Unreadable

Value = TypeVar("Value")

REMEMBERED = 5_000
LONGEST_REMEMBERED = 200
"""So many texts are remembered, and none that is longer: rows share dates, statuses, stores and prices."""

NOTHING = frozenset({"", "-", "--", "\u2013", "\u2014", "n/a", "nan", "null", "undefined"})
"""What programs and people write where there is nothing to say, in small letters."""

DIFFERENT = "another row of the same order says something else"

Key = str | tuple[str, str]
"""A text, or two that stand beside each other."""


class Memo(dict[Key, Any]):
    """What `read` makes of each text: a value, `None`, or the `Unreadable` that it raised. `NOTHING` is `None`."""

    def __init__(self, read: Callable[..., object], remember: bool) -> None:
        super().__init__()
        self._read = read
        self._remember = remember

    def __missing__(self, key: Key) -> object:
        texts = (key,) if isinstance(key, str) else key
        value: object = None
        if texts[0].strip().casefold() not in NOTHING:
            try:
                value = self._read(*texts)
            except Unreadable as error:
                value = error.with_traceback(None)
        if self._remember and max(map(len, texts)) <= LONGEST_REMEMBERED:
            if len(self) >= REMEMBERED:
                self.clear()
            self[key] = value
        return value


class Column(Generic[Value]):
    """The column at `place`, counted from 0, whose texts `read` turns into values.

    `read` gets a text that is not blank and raises `Unreadable`. Where `beside` is the place of another column, `read`
    gets the text of that one in the same row as well.
    """

    def __init__(
        self, table: Table, place: int, read: Callable[..., Value | None], beside: int | None, remember: bool
    ) -> None:
        self._file = table.file
        self._name = table.header[place]
        self._place = place
        self._beside = beside
        self._memo = Memo(read, remember)

    def first(self, rows: Iterable[Row], problems: list[Problem]) -> Value | None:
        """What the first row that is not blank here says; `None` if all are or, with a problem, if it is unreadable."""
        known = len(problems)
        for row in rows:
            if row.cells[self._place]:
                value = self.said(row, problems)
                if value is not None or len(problems) > known:
                    return value
        return None

    def agreed(self, rows: Iterable[Row], problems: list[Problem]) -> Value | None:
        """As `first`, but `None`, with a problem, if the rows say different things."""
        known = len(problems)
        agreed: Value | None = None
        last = ""
        for row in rows:
            text = row.cells[self._place]
            if text and text != last:
                last = text
                value = self.said(row, problems)
                if agreed is not None and value is not None and value != agreed:
                    problems.append(self.problem(row, DIFFERENT))
                if len(problems) > known:
                    return None
                agreed = value if agreed is None else agreed
        return agreed

    def said(self, row: Row, problems: list[Problem]) -> Value | None:
        """What the row says here; `None` if it is blank or, with a problem, if it cannot be read."""
        text = row.cells[self._place]
        if not text:
            return None
        key = text if self._beside is None else (text, row.cells[self._beside])
        value: Value | Unreadable | None = self._memo[key]
        if isinstance(value, Unreadable):
            problems.append(self.problem(row, str(value)))
            return None
        return value

    def needed(self, row: Row) -> Value | None:
        """As `said`, but raises `OrderRefused` if it cannot be read."""
        problems: list[Problem] = []
        value = self.said(row, problems)
        if problems:
            raise OrderRefused(problems[0])
        return value

    def problem(self, row: Row, why: str) -> Problem:
        """A problem in the cell of this row."""
        return Problem(self._file, row.line, self._name, why)


class Columns:
    """The columns of a table that tell facts; `places` says where each stands, counted from 0."""

    def __init__(self, table: Table, places: Mapping[str, int]) -> None:
        self.table = table
        self.places = places

    def of(
        self, fact: str, read: Callable[..., Value | None], beside: str = "", remember: bool = True
    ) -> Column[Value] | None:
        """The column that tells the fact, `None` if none does; `beside` is the fact that stands beside it."""
        place = self.places.get(fact)
        return None if place is None else Column(self.table, place, read, self.places.get(beside), remember)

    def texts(self, facts: Collection[str]) -> Iterator[str]:
        """All texts that tell one of the facts, as far as the table can be read."""
        places = [self.places[fact] for fact in facts if fact in self.places]
        try:
            for row in self.table.rows():
                for place in places:
                    yield row.cells[place]
        except FileRefused:
            return

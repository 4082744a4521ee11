"""A table as it stands in a file: a header and rows of text, read one at a time and as often as needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from aliorder.importers import FileRefused
from aliorder.importers.values.text import clean
from aliorder.words.safe import cut

MOST_COLUMNS = 1000
LONGEST_CELL = 128 * 1024
"""So many characters a cell may have: as many as the csv module takes."""

HEADER_AMONG = 20
"""The header is looked for in so many rows from the top."""


class Row(NamedTuple):
    """One row: the line on which it begins, and its cells as text.

    There are as many cells as the header has names, blank ones added at the end where the file has fewer. There are
    more only if text stands beyond the last column.
    """

    line: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """A table in the file of this name.

    `header` holds the names of the columns as they stand, less the blanks at their ends; a name may be blank or stand
    twice. `rows()` gives every row that is not blank, from the first each time; it raises `FileRefused` where nothing
    more can be read. `glimpses(column)` gives the texts of one column, not stripped, with others in between, which is
    quick: it tells where a text stands, never that it stands in this column. `modified` is when the file says it was
    last changed.
    """

    file: str
    header: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    glimpses: Callable[[int], Iterator[str]]
    modified: datetime | None = None


def plain_name(name: str) -> str:
    """The name of a column as names are compared: without regard to case, runs of blanks as one."""
    return " ".join(name.casefold().split())


def has_columns(header: Iterable[str], names: Iterable[str]) -> bool:
    """Whether the header has all columns of these names, and perhaps others."""
    return {plain_name(name) for name in names} <= {plain_name(name) for name in header}


def stripped(cells: Iterable[str]) -> tuple[str, ...]:
    """The names in a header row, in a form that can be stored and shown."""
    return tuple(clean(cell).strip().strip("\ufeff") for cell in cells)


def may_be_header(cells: Sequence[str], names: Iterable[str]) -> bool:
    """Whether the row names at least two columns, those in `names` among them, and is text at all."""
    named = [cell for cell in stripped(cells) if cell]
    return len(named) > 1 and has_columns(named, names) and not any("\0" in cell for cell in cells)


def missing_header(names: Collection[str]) -> str:
    """Why there is no table to read."""
    if not names:
        return "no row here looks like the header of a table"
    return cut(f"no row here names the columns {', '.join(names)}", 250)


def fitted(cells: list[str], width: int) -> list[str]:
    """The cells brought to `width`: blank ones are added or dropped; one with text is never dropped."""
    if len(cells) < width:
        return cells + [""] * (width - len(cells))
    return cells if any(cell.strip() for cell in cells[width:]) else cells[:width]


def checked_header(file: str, header: tuple[str, ...]) -> tuple[str, ...]:
    """The header itself. Raises `FileRefused` if it has too many columns."""
    if len(header) > MOST_COLUMNS:
        raise FileRefused(file, f"the table has more than {MOST_COLUMNS:,} columns", "keep the columns that matter")
    return header


def widened(table: Table, names: Sequence[str], make: Callable[[Mapping[str, str]], Sequence[str]]) -> Table:
    """The table with further columns of these names, whose cells `make` gives.

    It gets the cells of a row by the names of their columns as `plain_name` gives them.
    """
    plain = [plain_name(name) for name in table.header]
    blank = [""] * len(names)

    def rows() -> Iterator[Row]:
        for line, cells in table.rows():
            # A row that is too wide stays so: it must not pass for one that fits.
            more = make(dict(zip(plain, cells, strict=True))) if len(cells) == len(plain) else blank
            yield Row(line, [*cells, *more])

    def glimpses(column: int) -> Iterator[str]:
        return table.glimpses(column) if column < len(plain) else (row.cells[column] for row in rows())

    return replace(table, header=(*table.header, *names), rows=rows, glimpses=glimpses)

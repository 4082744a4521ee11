"""The rows of each order together, whatever the order of the file, in memory that does not grow with it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, TypeVar

from aliorder.importers import FileRefused
from aliorder.importers.tables.cells import AROUND
from aliorder.importers.tables.table import Row, Table
from aliorder.importers.values.reading import ORDER_NUMBER

MOST_ROWS = 1000
"""No order has so many rows. Of a larger group, one row more than these is given."""

MARKS = 2**23
"""So many marks tell whether a number was seen before, three of them a number."""

MOST_SUSPECTS = 100_000
SORTED_AT_ONCE = 20_000
"""So many rows are sorted in memory; more go to temporary files on the disk."""

Value = TypeVar("Value")
Keyed = tuple[str, int, list[str]]


def groups_of(table: Table, order: int, used: Collection[int]) -> Iterator[list[Row]]:
    """The rows of each order, which are those with the same text in the column `order`.

    The groups come in the order of the file if the rows of each order stand together, else sorted by that text, and
    then only with the cells of the columns `used`. A row without a number is a group of its own. Raises `FileRefused`
    where the table does, after all groups above that line.
    """
    refused: list[FileRefused] = []
    rows = table.rows() if stand_together(table, order) else sorted_rows(table, order, used)
    yield from runs(until_refused(rows, refused), order)
    if refused:
        raise refused[0]


def runs(rows: Iterable[Row], order: int) -> Iterator[list[Row]]:
    """The rows with the same text in the column `order` that follow each other."""
    last: str | None = None
    number = ""
    group: list[Row] = []
    for row in rows:
        text = row.cells[order]
        if text != last:
            found = text.strip(AROUND)
            if not found:
                yield [row]
                continue
            if found != number and group:
                yield group
                group = []
            last, number = text, found
        if len(group) <= MOST_ROWS:
            group.append(row)
    if group:
        yield group


def until_refused(rows: Iterable[Value], refused: list[FileRefused]) -> Iterator[Value]:
    """The rows as far as they can be read; what keeps the others from it is put into `refused`."""
    try:
        yield from rows
    except FileRefused as error:
        refused.append(error)


def stand_together(table: Table, order: int) -> bool:
    """Whether the rows of each order stand one after the other, as far as the table can be read.

    A first look marks each number in a field of fixed size, where two numbers may share their marks; a second look
    tells those apart that seemed to come twice.
    """
    suspects = seen_before(numbers_in(table, order))
    if not suspects:
        return True
    if len(suspects) > MOST_SUSPECTS:
        return False
    again: set[str] = set()
    for number in numbers_in(table, order):
        if number in again:
            return False
        if number in suspects:
            again.add(number)
    return True


def seen_before(numbers: Iterable[str], size: int = MARKS) -> set[str]:
    """The numbers that may have come before: all that did, and a few others. Stops at more than `MOST_SUSPECTS`.

    `size`, a power of two, is how many marks there are.
    """
    marks = bytearray(size)
    suspects: set[str] = set()
    last = size - 1
    for number in numbers:
        spread = hash(number)
        one, two, three = spread & last, spread >> 20 & last, spread >> 40 & last
        if marks[one] and marks[two] and marks[three]:
            suspects.add(number)
            if len(suspects) > MOST_SUSPECTS:
                break
        marks[one] = marks[two] = marks[three] = 1
    return suspects


def numbers_in(table: Table, order: int) -> Iterator[str]:
    """The order numbers of the table, each once for all rows that follow each other."""
    last = number = ""
    for text in until_refused(table.glimpses(order), []):
        if text != last:
            last, found = text, text.strip(AROUND)
            if found != number and ORDER_NUMBER.fullmatch(found):
                number = found
                yield number


def sorted_rows(table: Table, order: int, used: Collection[int], at_once: int = SORTED_AT_ONCE) -> Iterator[Row]:
    """The rows sorted by order number, those of one order as they stand in the file; other cells than `used` are blank.

    Not many more rows than `at_once` are held in memory. Raises `FileRefused` where the table does, after all rows
    above.
    """
    refused: list[FileRefused] = []
    rows = until_refused(kept_cells(table, order, used), refused)
    with ExitStack() as files:
        parts: list[Iterable[Keyed]] = []
        while part := sorted(islice(rows, at_once), key=itemgetter(0, 1)):
            full = len(part) == at_once
            parts.append(spilled(part, files.enter_context(TemporaryFile("w+", encoding="ascii"))) if full else part)
        for _, line, cells in merge(*parts, key=itemgetter(0, 1)):
            yield Row(line, cells)
    if refused:
        raise refused[0]


def kept_cells(table: Table, order: int, used: Collection[int]) -> Iterator[Keyed]:
    """The rows with their order number, and with blank cells in all columns that are not `used`."""
    for line, cells in table.rows():
        kept = [cell if place in used else "" for place, cell in enumerate(cells)]
        yield cells[order].strip(AROUND), line, kept


def spilled(part: list[Keyed], file: IO[str]) -> Iterator[Keyed]:
    """The rows by way of a file."""
    file.writelines(json.dumps(keyed) + "\n" for keyed in part)
    file.seek(0)
    return ((number, line, cells) for number, line, cells in map(json.loads, file))

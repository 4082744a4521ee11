"""Tables in workbooks (.xlsx). Import this module only where a workbook was found: openpyxl is slow to import."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TypeVar
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.tables.cell_text import cell_text
from aliorder.importers.tables.table import (
    HEADER_AMONG,
    LONGEST_CELL,
    MOST_COLUMNS,
    Row,
    Table,
    checked_header,
    fitted,
    may_be_header,
    missing_header,
    stripped,
)
from aliorder.importers.values.reading import FIRST_YEAR, LAST_YEAR, shown

Value = TypeVar("Value")

MOST_PARTS = 10_000
MOST_BYTES = 128 * 1024**2
MOST_BYTES_ASIDE = 2 * 1024**2
"""So many bytes a part may have that is neither a sheet nor the list of texts: those are held in memory as objects."""

LARGE = 1024**2
MOST_PACKED = 200
"""A part that is larger than `LARGE` may be packed so many times; sheets reach about 30."""

MOST_ROWS = 1_048_576
LARGE_PARTS = ("worksheets/", "sharedstrings", "media/", "drawings/", "embeddings/", "calcchain", "pivotcache/")
PROPERTIES = "docProps/core.xml"
MODIFIED = re.compile(rb"<(?:\w+:)?modified\b[^>]*>\s*([^<\s]{10,40})\s*<")
NOT_WORKBOOK = "the workbook is damaged, or it is another kind of file"
AGAIN = "open it in a spreadsheet program and save it again as .xlsx or as CSV"


def open_sheets(file: InputFile, names: Collection[str], sheet: str | None, trust_numbers: bool) -> Iterator[Table]:
    """The table of each sheet whose header has the columns `names`, or only that of the one named `sheet`.

    Where there are several, each is named after its sheet as well; hidden ones count only if no other has such a table.
    `trust_numbers`: whole numbers are right to their last digit. Raises `FileRefused` if there is no such table.
    """
    with opened(file) as book:
        found = find_headers(file.name, book, names, sheet)
    for title, header, line in found:
        rows = ReadOnce(partial(read_rows, file, title, len(header), line, trust_numbers))
        yield Table(
            file.name if len(found) == 1 else f"{file.name}, sheet {shown(title)}",
            checked_header(file.name, header),
            rows,
            partial(cells_in, rows),
            modified_in(file),
        )


def cells_in(rows: Callable[[], Iterator[Row]], column: int) -> Iterator[str]:
    """The texts of one column."""
    return (row.cells[column] for row in rows())


class ReadOnce:
    """The rows of a sheet, read when they are first asked for and then kept: reading them takes long."""

    def __init__(self, rows: Callable[[], Iterator[Row]]) -> None:
        self._rows = rows
        self._kept: list[Row] | None = None
        self._refused: FileRefused | None = None

    def __call__(self) -> Iterator[Row]:
        """The rows, from the first on. Raises `FileRefused` where they cannot be read any further, each time."""
        if self._kept is None:
            self._kept = []
            try:
                for row in self._rows():
                    self._kept.append(row)
            except FileRefused as error:
                self._refused = error
        yield from self._kept
        if self._refused:
            raise self._refused


def modified_in(file: InputFile) -> datetime | None:
    """When the workbook says it was last changed; `None` if it does not.

    (openpyxl would then give the moment of reading.)
    """
    with file.open() as stream, ZipFile(stream) as parts:
        said = MODIFIED.search(parts.read(PROPERTIES)) if PROPERTIES in parts.namelist() else None
    try:
        moment = datetime.fromisoformat(said[1].decode()) if said else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo and FIRST_YEAR <= moment.year <= LAST_YEAR else None


def sheet_headers(file: InputFile) -> tuple[tuple[str, ...], ...]:
    """The header of every sheet that has one. Raises nothing."""
    try:
        with opened(file) as book:
            found = [header_on(rows_of(file.name, book, title), ()) for title in book.sheetnames]
    except FileRefused:
        return ()
    return tuple(header[0] for header in found if header)


@contextmanager
def opened(file: InputFile) -> Iterator[Workbook]:
    """The workbook. Raises `FileRefused` if it is damaged, or if it would swell to more than there is room for."""
    with file.open() as stream:
        guarded(file.name, None, partial(check_parts, file.name, stream))
        stream.seek(0)
        book = guarded(
            file.name, None, partial(load_workbook, stream, read_only=True, data_only=True, keep_links=False)
        )
        try:
            yield book
        finally:
            book.close()


def guarded(file: str, line: int | None, step: Callable[[], Value]) -> Value:
    """What the step gives. Whatever openpyxl raises for a damaged workbook becomes `FileRefused`; it never warns."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return step()
    except FileRefused:
        raise
    except Exception:  # noqa: BLE001 - openpyxl lets through whatever its parts raise
        raise FileRefused(file, NOT_WORKBOOK, AGAIN, line) from None


def check_parts(file: str, stream: object) -> None:
    """Raises `FileRefused` if the parts of the workbook are too many or unpack to too much; unpacks nothing."""
    with ZipFile(stream) as parts:  # type: ignore[call-overload]
        infos = parts.infolist()
    swollen = sum(info.file_size for info in infos) > MOST_BYTES or any(
        info.file_size > (LARGE if may_be_large(info.filename) else MOST_BYTES_ASIDE)
        and (not may_be_large(info.filename) or info.file_size > MOST_PACKED * max(info.compress_size, 1))
        for info in infos
    )
    if swollen or len(infos) > MOST_PARTS:
        raise FileRefused(file, "the workbook unpacks to more than any list of orders", "save it as CSV")


def may_be_large(part: str) -> bool:
    """Whether a part of this name holds rows, texts, pictures or what else is not held in memory as objects."""
    return part.casefold().lstrip("/").removeprefix("xl/").startswith(LARGE_PARTS)


def find_headers(
    file: str, book: Workbook, names: Collection[str], sheet: str | None
) -> list[tuple[str, tuple[str, ...], int]]:
    """The sheets that have the header, each with it and the line on which it stands. Raises `FileRefused` for none."""
    titles = [title for title in book.sheetnames if sheet is None or title.casefold() == sheet.casefold()]
    if not titles:
        raise FileRefused(file, f"the workbook has no sheet {sheet!r}")
    found = [(title, *on) for title in titles if (on := header_on(rows_of(file, book, title), names))]
    if not found:
        raise FileRefused(file, missing_header(names))
    return [place for place in found if book[place[0]].sheet_state == "visible"] or found


def header_on(rows: Iterator[Row], names: Collection[str]) -> tuple[tuple[str, ...], int] | None:
    """The header among the uppermost rows and its line, `None` if there is none."""
    for row in islice(rows, HEADER_AMONG):
        if may_be_header(row.cells, names):
            return stripped(row.cells), row.line
    return None


def read_rows(file: InputFile, title: str, width: int, header: int, trust_numbers: bool) -> Iterator[Row]:
    """The rows below the header. Raises `FileRefused` at the line from which on nothing can be read."""
    with opened(file) as book:
        for line, cells in rows_of(file.name, book, title, trust_numbers):
            if line > header and any(cells):
                yield Row(line, cells if len(cells) == width else fitted(cells, width))


def rows_of(file: str, book: Workbook, title: str, trust_numbers: bool = False) -> Iterator[Row]:
    """All rows of the sheet as text. Raises `FileRefused` as `read_rows` does."""
    sheet = guarded(file, None, lambda: book[title])
    if not hasattr(sheet, "reset_dimensions"):
        return
    # What a sheet says of its own size may be wrong, and then rows would be cut off, or invented.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True)
    for line in range(1, MOST_ROWS + 1):
        values = guarded(file, line, lambda: next(rows, None))
        if values is None:
            return
        cells = [cell_text(value, trust_numbers) for value in values]
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise FileRefused(file, f"this row has more than {MOST_COLUMNS:,} cells", AGAIN, line)
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise FileRefused(file, f"a cell here is longer than {LONGEST_CELL:,} characters", AGAIN, line)
        yield Row(line, cells)
    raise FileRefused(file, f"the sheet has more than {MOST_ROWS:,} rows", "save it as CSV", MOST_ROWS)

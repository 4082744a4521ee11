"""Tables written as text: CSV with commas or semicolons, TSV. Read line by line, in memory that does not grow."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from functools import partial
from io import StringIO
from itertools import islice
from typing import NamedTuple

from aliorder.importers import HEAD, FileRefused, InputFile
from aliorder.importers.tables.lines import TextLines, head_text, rough_lines
from aliorder.importers.tables.table import (
    HEADER_AMONG,
    LONGEST_CELL,
    Row,
    Table,
    checked_header,
    fitted,
    may_be_header,
    missing_header,
    stripped,
)
from aliorder.importers.values.text import encoding_of

DELIMITERS = (",", ";", "\t")
NAMED_DELIMITER = re.compile(r'\ufeff?"?sep=([,;\t|])"?\r?\n?')
"""The first line by which a spreadsheet is told the delimiter."""

NO_TABLE = frozenset("{[<")
"""With these begin files of other kinds: JSON, and pages."""

ENDS = ("\n", "\r")
UTF_8 = "utf-8-sig"
CUT_OFF = "the file breaks off in this row, which has fewer cells than all others"
OPEN_QUOTE = "a quotation mark is opened in this row and never closed"


class Layout(NamedTuple):
    """How a table is written: its delimiter, its header, and the number of lines up to the end of the header."""

    delimiter: str
    header: tuple[str, ...]
    lines: int


def header_in(file: InputFile) -> tuple[str, ...] | None:
    """The header of a table written as text, from the head of the file; `None` if there is none. Raises nothing."""
    text = file.head.decode(encoding_of(file.head), errors="replace")
    layout = layout_of(text, (), whole=file.size <= HEAD)
    return layout.header if layout else None


def open_text(file: InputFile, encoding: str | None, names: Collection[str]) -> Table:
    """The table in a text file, whose header has the columns `names`. Raises `FileRefused` if there is none."""
    code = encoding or encoding_of(file.head)
    text = head_text(file, code)
    layout = layout_of(text, names, whole=file.size <= HEAD)
    if layout is None:
        raise no_table(file.name, names, text)
    return Table(
        file.name,
        checked_header(file.name, layout.header),
        partial(read_rows, file, code, layout),
        partial(glimpse, file, code, layout),
    )


def no_table(file: str, names: Collection[str], text: str) -> FileRefused:
    """The refusal of a file in which there is no table to read."""
    if "\0" in text:
        return FileRefused(file, "this is not text: it has NUL bytes", "if it is, name its encoding with --encoding")
    return FileRefused(file, missing_header(names))


def layout_of(text: str, names: Collection[str], whole: bool) -> Layout | None:
    """The layout of the table at the top of `text`: the uppermost row that can be a header, split into most columns.

    `whole`: the text is all of the file; if not, a row that breaks off at its end is no header.
    """
    if text.lstrip("\ufeff \t\r\n")[:1] in NO_TABLE:
        return None
    named = NAMED_DELIMITER.match(text)
    lines = list(StringIO(text.removeprefix("\ufeff"), newline=""))
    last = len(lines) if whole else len(lines) - 1
    found = [header_row(lines, mark, names) for mark in ([named[1]] if named else DELIMITERS)]
    layouts = [layout for layout in found if layout and layout.lines <= last]
    return min(layouts, key=lambda layout: (layout.lines, -len(layout.header)), default=None)


def header_row(lines: list[str], delimiter: str, names: Collection[str]) -> Layout | None:
    """The first of the uppermost rows that can be a header, if the cells stand apart by `delimiter`."""
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for cells in islice(reader, HEADER_AMONG):
            if may_be_header(cells, names):
                return Layout(delimiter, stripped(cells), reader.line_num)
    except csv.Error:
        return None
    return None


def read_rows(file: InputFile, encoding: str, layout: Layout) -> Iterator[Row]:
    """The rows below the header. Raises `FileRefused` at the line from which on nothing can be read."""
    lines = TextLines(file, encoding)
    reader = csv.reader(islice(lines, layout.lines, None), delimiter=layout.delimiter)
    width = len(layout.header)
    first = line = layout.lines + 1
    ragged = False
    try:
        for cells in reader:
            if lines.ended:
                raise FileRefused(file.name, OPEN_QUOTE, "close it, or export the file again", line)
            lines.waiting = 0
            if len(cells) != width:
                short = 0 < len(cells) < width
                if short and not ragged and line > first and not lines.line.endswith(ENDS):
                    raise FileRefused(file.name, CUT_OFF, "export the file again", line)
                ragged = ragged or short
                cells = fitted(cells, width)
            if any(cells):
                yield Row(line, cells)
            line = layout.lines + reader.line_num + 1
    except csv.Error as error:
        raise FileRefused(file.name, not_csv(error), "export the file again", line) from None


def not_csv(error: csv.Error) -> str:
    """Why the csv module stopped, in the buyer's words."""
    if "field limit" in str(error):
        return f"a cell here is longer than {LONGEST_CELL:,} characters; perhaps {OPEN_QUOTE}"
    return f"this row cannot be read ({error})"


def glimpse(file: InputFile, encoding: str, layout: Layout, column: int) -> Iterator[str]:
    """The texts of one column among others. In the first column of a text in UTF-8 they need only a rough look."""
    if column or encoding != UTF_8:
        for row in read_rows(file, encoding, layout):
            yield row.cells[column]
        return
    delimiter = layout.delimiter.encode()
    for line in islice(rough_lines(file), layout.lines, None):
        yield str(line[: line.find(delimiter)], "latin-1")

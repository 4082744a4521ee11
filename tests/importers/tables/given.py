"""What the tests of tables start from: small tables, as text and as workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from aliorder.importers import Importer, InputFile, Terms, file_of
from aliorder.importers.tables.opening import Row, Table, open_table
from tests.importers.given import TERMS, Reading, gather

ONE, TWO, THREE = "3039000000000104", "3039000000000204", "3039000000000304"
PROPERTIES = "docProps/core.xml"
MODIFIED = datetime(2026, 6, 15, 8, tzinfo=UTC)


def sheet(*lines: str, end: str = "\n", encoding: str = "utf-8") -> InputFile:
    """A table written as text, with one line after the other."""
    return file_of("t.csv", "".join(line + end for line in lines).encode(encoding))


def workbook(rows: Iterable[Sequence[object]], title: str = "Orders") -> InputFile:
    """A workbook with one sheet."""
    return workbook_of((title, rows))


def workbook_of(*sheets: tuple[str, Iterable[Sequence[object]]]) -> InputFile:
    """A workbook with these sheets, last changed at `MODIFIED`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    content = BytesIO()
    book.save(content)
    file = file_of("t.xlsx", content.getvalue())
    with ZipFile(content) as parts:
        said = re.search(rb"(?<=W3CDTF\">)[^<]+(?=</dcterms:modified>)", parts.read(PROPERTIES))
    assert said
    return changed(file, PROPERTIES, said[0] + b"</dcterms:m", MODIFIED.isoformat().encode() + b"</dcterms:m")


def changed(file: InputFile, part: str, old: bytes, new: bytes) -> InputFile:
    """The workbook with each `old` in one of its parts replaced."""
    content = BytesIO()
    with ZipFile(BytesIO(file.content)) as source, ZipFile(content, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            held = source.read(name)
            assert part != name or old in held
            target.writestr(name, held.replace(old, new) if part == name else held)
    return file_of(file.name, content.getvalue())


def table(file: InputFile, *names: str, terms: Terms = TERMS) -> Table:
    return open_table(file, terms, names)


def rows(file: InputFile, *names: str, terms: Terms = TERMS) -> list[Row]:
    return list(table(file, *names, terms=terms).rows())


def reading(importer: Importer, file: InputFile, terms: Terms = TERMS) -> Reading:
    """What the importer reads of a file that it claims."""
    assert importer.claims(file)
    return gather(importer.read(file, terms))

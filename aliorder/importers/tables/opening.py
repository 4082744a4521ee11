"""The tables that buyers have, whatever file they are in: CSV, TSV, a workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from aliorder.importers import FileRefused, InputFile, Terms
from aliorder.importers.tables.delimited import header_in, open_text
from aliorder.importers.tables.table import Row, Table, has_columns

__all__ = ["Row", "Table", "header_of", "headers_of", "holds", "open_table", "open_tables", "refuse_other_workbooks"]

ZIP = b"PK\x03\x04"
OLD_WORKBOOK = bytes.fromhex("d0cf11e0a1b11ae1")
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
SAVE_AS = "open it in a spreadsheet program and save it as .xlsx or as CSV, without a password"


def open_table(file: InputFile, terms: Terms, header: Collection[str] | None = None, sheet: str | None = None) -> Table:
    """The table in the file, whose header has (at least) the columns named in `header`, in any case.

    The header is the first of the uppermost 20 rows that names two columns and all of these. In a workbook it is the
    first sheet that has such a header, or the one named `sheet`. Raises `FileRefused` if there is no such table.
    """
    return next(open_tables(file, terms, header, sheet))


def open_tables(
    file: InputFile, terms: Terms, header: Collection[str] | None = None, sheet: str | None = None
) -> Iterator[Table]:
    """As `open_table`, but the tables of all sheets that have such a header; at least one."""
    refuse_other_workbooks(file)
    names = tuple(header or ())
    if not file.head.startswith(ZIP):
        yield open_text(file, terms.encoding, names)
        return
    from aliorder.importers.tables.workbook import open_sheets  # noqa: PLC0415 - openpyxl is slow to import

    yield from open_sheets(file, names, sheet, terms.trust_numbers)


def header_of(file: InputFile) -> tuple[str, ...] | None:
    """The header of a table written as text, from the head of the file; `None` if there is none. Raises nothing."""
    return header_in(file)


def headers_of(file: InputFile) -> tuple[tuple[str, ...], ...]:
    """The headers of all tables in the file: one for a text, one a sheet for a workbook. Raises nothing."""
    if file.head.startswith(ZIP):
        return workbook_headers(file)
    header = header_in(file)
    return (header,) if header else ()


@lru_cache(maxsize=1)
def workbook_headers(file: InputFile) -> tuple[tuple[str, ...], ...]:
    """The headers of the sheets; remembered, as every importer of tables asks for them."""
    from aliorder.importers.tables.workbook import sheet_headers  # noqa: PLC0415 - openpyxl is slow to import

    return sheet_headers(file)


def holds(file: InputFile, names: Collection[str]) -> bool:
    """Whether one of the tables in the file has all columns of these names. Raises nothing."""
    return any(has_columns(header, names) for header in headers_of(file))


def refuse_other_workbooks(file: InputFile) -> None:
    """Raises `FileRefused`, which says what to do, for a workbook that is old, protected or of another program."""
    if file.head.startswith(OLD_WORKBOOK):
        raise FileRefused(file.name, "this is an old .xls workbook, or one with a password", SAVE_AS)
    if file.head.startswith(ZIP) and OPEN_DOCUMENT in file.head[:200]:
        raise FileRefused(file.name, "this is an OpenDocument workbook (.ods), which aliorder does not read", SAVE_AS)

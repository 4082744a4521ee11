"""Tables in workbooks: no digit lost, no bomb unpacked, no sheet overlooked."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers import FileRefused, InputFile, file_of
from aliorder.importers.tables.cell_text import cell_text
from aliorder.importers.tables.opening import Row, headers_of, holds, open_table, open_tables
from tests.importers.given import TERMS
from tests.importers.tables.given import MODIFIED, ONE, changed, rows, table, workbook, workbook_of

HEADER = ("Order", "Title")


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""),
        ("3039000000000104", "3039000000000104"),
        (True, "true"),
        (False, "false"),
        (2, "2"),
        (2.0, "2"),
        (999999999999999.0, "999999999999999"),
        (3039000000000104, "3039000000000104"),
        (3039000000000100, "3039000000000100"),
        (30390000000001040, "3.03900000000010e+16"),
        (3.0390000000001e16, "3.03900000000010e+16"),
        (10**300, "1.00000000000000e+300"),
        (9.61, "9.61"),
        (0.1 + 0.2, "0.3"),
        (-1.5, "-1.5"),
        (1e-9, "1e-09"),
        (float("inf"), "inf"),
        (datetime(2026, 7, 15), "2026-07-15"),  # noqa: DTZ001 - workbooks know no zones
        (datetime(2026, 7, 15, 10, 20), "2026-07-15 10:20:00"),  # noqa: DTZ001
        (date(2026, 7, 15), "2026-07-15"),
        (time(10, 20), "10:20:00"),
        (timedelta(days=1), "1 day, 0:00:00"),
    ],
)
def test_a_value_becomes_text_without_a_digit_lost_or_invented(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_whole_numbers_can_be_vouched_for() -> None:
    assert cell_text(30390000000001040, trust_numbers=True) == "30390000000001040"


def test_a_workbook_is_a_table() -> None:
    file = workbook([HEADER, (ONE, "Lamp"), (), (None, None), (ONE, "Cable", None, ""), (ONE, "Plug", "more")])
    opened = table(file)
    assert (opened.header, opened.modified) == (HEADER, MODIFIED)
    assert list(opened.rows()) == [Row(2, [ONE, "Lamp"]), Row(5, [ONE, "Cable"]), Row(6, [ONE, "Plug", "more"])]
    assert list(opened.glimpses(1)) == ["Lamp", "Cable", "Plug"]


def test_the_first_sheet_with_the_columns_is_taken() -> None:
    file = workbook_of(("About", [("Your", "data")]), ("Orders", [(), HEADER, (ONE, "Lamp")]), ("More", [HEADER]))
    assert headers_of(file) == (("Your", "data"), HEADER, HEADER)
    assert (holds(file, ["order"]), holds(file, ["order", "data"])) == (True, False)
    assert rows(file, "order", "title") == [Row(3, [ONE, "Lamp"])]


def test_a_sheet_can_be_named() -> None:
    file = workbook_of(("One", [HEADER, (ONE, "Lamp")]), ("Two", [HEADER, (ONE, "Cable")]))
    assert list(open_table(file, TERMS, sheet="TWO").rows()) == [Row(2, [ONE, "Cable"])]
    with pytest.raises(FileRefused, match="no sheet 'Three'"):
        open_table(file, TERMS, sheet="Three")


def test_every_sheet_with_the_columns_is_read_and_named() -> None:
    sheets = (("2025", [HEADER, (ONE, "Lamp")]), ("Notes", [("Your", "data")]), ("2026", [HEADER, (ONE, "Plug")]))
    file = workbook_of(*sheets)
    tables = list(open_tables(file, TERMS, ["order"]))
    assert [(table.file, list(table.rows())) for table in tables] == [
        ("t.xlsx, sheet '2025'", [Row(2, [ONE, "Lamp"])]),
        ("t.xlsx, sheet '2026'", [Row(2, [ONE, "Plug"])]),
    ]


@pytest.mark.parametrize("hidden, titles", [(1, ["Cable"]), (2, ["Lamp"])])
def test_a_hidden_sheet_counts_only_where_no_other_has_a_table(hidden: int, titles: list[str]) -> None:
    file = workbook_of(("One", [HEADER, (ONE, "Lamp")]), ("Two", [HEADER, (ONE, "Cable")]))
    first = f'sheetId="{hidden}" state='.encode()
    file = changed(file, "xl/workbook.xml", first + b'"visible"', first + b'"hidden"')
    assert [row.cells[1] for row in rows(file, "order")] == titles
    other = f'sheetId="{3 - hidden}" state='.encode()
    file = changed(file, "xl/workbook.xml", other + b'"visible"', other + b'"hidden"')
    assert [row.cells[1] for row in rows(file, "order")] == ["Lamp"]


def test_a_workbook_without_the_columns_is_refused_with_their_names() -> None:
    with pytest.raises(FileRefused, match="names the columns Order, Price"):
        table(workbook([HEADER]), "Order", "Price")


def test_what_a_sheet_says_of_its_own_size_is_not_believed() -> None:
    file = workbook([HEADER, (ONE, "Lamp")])
    for size in (b'ref="A1:A1"', b'ref="A1:XFD1048576"'):
        assert rows(changed(file, SHEET, b'ref="A1:B2"', size)) == [Row(2, [ONE, "Lamp"])]


def test_a_workbook_that_does_not_say_when_it_was_changed_says_nothing() -> None:
    file = workbook([HEADER])
    with ZipFile(BytesIO(file.content)) as parts:
        said = re.search(rb"<dcterms:modified.*</dcterms:modified>", parts.read("docProps/core.xml"))
    assert said
    for text in (b"", said[0].replace(b"2026", b"1970")):
        assert table(changed(file, "docProps/core.xml", said[0], text)).modified is None


def test_a_row_that_claims_to_be_far_below_is_refused_without_counting_up_to_it() -> None:
    file = changed(workbook([HEADER, (ONE, "Lamp")]), SHEET, b'<row r="2">', b'<row r="999999999">')
    with pytest.raises(FileRefused, match="more than 1,048,576 rows"):
        rows(file)


def test_what_a_row_has_beyond_a_thousand_cells_is_refused_at_its_line() -> None:
    file = workbook([HEADER, (ONE, "Lamp"), [ONE] * 1001])
    with pytest.raises(FileRefused, match="line 3: this row has more than 1,000 cells"):
        rows(file)


@pytest.mark.parametrize(
    "name, content",
    [
        ("xl/media/large.png", bytes(130 * 1024**2)),
        ("xl/worksheets/sheet9.xml", bytes(2 * 1024**2)),
        ("xl/styles2.xml", bytes(range(256)) * 9000),
    ],
)
def test_a_workbook_that_would_swell_is_refused_before_it_is_unpacked(name: str, content: bytes) -> None:
    packed = BytesIO(workbook([HEADER]).content)
    with ZipFile(packed, "a", ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    file = file_of("t.xlsx", packed.getvalue())
    assert headers_of(file) == ()
    with pytest.raises(FileRefused, match="unpacks to more than any list of orders"):
        table(file)


def test_a_workbook_of_too_many_parts_is_refused() -> None:
    packed = BytesIO(workbook([HEADER]).content)
    with ZipFile(packed, "a") as parts:
        for number in range(10_001):
            parts.writestr(f"xl/media/{number}", b"")
    with pytest.raises(FileRefused, match="unpacks to more"):
        table(file_of("t.xlsx", packed.getvalue()))


def test_a_sheet_that_swells_by_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet '
    file = changed(workbook([HEADER]), SHEET, b"<worksheet ", bomb)
    assert headers_of(file) == ()
    with pytest.raises(FileRefused, match="damaged"):
        table(file)


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as parts:
        parts.writestr("hello.txt", "hello")
    with pytest.raises(FileRefused, match="another kind of file") as refused:
        table(file_of("t.zip", packed.getvalue()))
    assert refused.value.hint is not None


CONTENT = workbook([HEADER, (ONE, "Lamp"), (3039000000000104, 2.5), (datetime(2026, 7, 15), True)]).content  # noqa: DTZ001
PARTS = ("xl/workbook.xml", SHEET, "xl/styles.xml", "[Content_Types].xml", "docProps/core.xml")


def attempt(file: InputFile) -> None:
    headers_of(file)
    with suppress(FileRefused):
        rows(file)


@given(st.data())
def test_a_workbook_with_bytes_lost_or_changed_is_read_or_refused(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(CONTENT)))
    last = data.draw(st.integers(first, min(first + 50, len(CONTENT))) | st.just(len(CONTENT)))
    attempt(file_of("t.xlsx", CONTENT[:first] + data.draw(st.binary(max_size=4)) + CONTENT[last:]))


@given(st.data())
def test_a_workbook_with_a_changed_part_is_read_or_refused(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(PARTS))
    with ZipFile(BytesIO(CONTENT)) as parts:
        held = parts.read(part)
    first = data.draw(st.integers(0, len(held)))
    last = data.draw(st.integers(first, min(first + 20, len(held))))
    new = data.draw(st.sampled_from([b"", b"9", b"A", b"<", b'"', b"99999999999999999999", b"\xff", b't="d"']))
    attempt(changed(file_of("t.xlsx", CONTENT), part, held, held[:first] + new + held[last:]))

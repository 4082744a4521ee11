"""Tables written as text: which texts are one, and which rows come out of it."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import StringIO
from tracemalloc import get_traced_memory, start, stop

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers import HEAD, FileRefused, InputFile, file_of
from aliorder.importers.tables.delimited import CUT_OFF
from aliorder.importers.tables.opening import Row, header_of, headers_of, holds, open_table, refuse_other_workbooks
from tests.importers.given import TERMS
from tests.importers.tables.given import ONE, THREE, TWO, rows, sheet, table


@pytest.mark.parametrize(
    "file",
    [
        sheet("Order,Title", "1,Lamp"),
        sheet("Order;Title", "1;Lamp"),
        sheet("Order\tTitle", "1\tLamp"),
        sheet('"Order","Title"', '"1","Lamp"'),
        sheet("Order,Title", "1,Lamp", end="\r\n"),
        sheet("Order,Title", "1,Lamp", end="\r"),
        sheet("Order,Title", "1,Lamp", encoding="utf-8-sig"),
        sheet("Order,Title", "1,Lamp", encoding="utf-16"),
        sheet(" Order , Title\t", "1,Lamp"),
    ],
)
def test_a_table_may_be_written_in_any_way(file: InputFile) -> None:
    assert header_of(file) == ("Order", "Title")
    assert headers_of(file) == (("Order", "Title"),)
    assert rows(file) == [Row(2, ["1", "Lamp"])]


def test_a_table_can_be_read_again_and_again() -> None:
    opened = table(sheet("Order,Title", "1,Lamp"))
    assert list(opened.rows()) == list(opened.rows()) == [Row(2, ["1", "Lamp"])]


@pytest.mark.parametrize(
    "lines, line",
    [
        (["", "", "Order,Title"], 3),
        ([" , ", ",", "Order,Title"], 3),
        (["My orders", "Order,Title"], 2),
        (["My orders;;", "", "Order;Title;Price"], 3),
        (["sep=;", "Order;Title"], 2),
        (['"sep=,"', "Order,Title"], 2),
        (['"Order","Title', 'of it"'], 2),
    ],
)
def test_the_header_is_the_first_row_that_names_two_columns(lines: list[str], line: int) -> None:
    file = sheet(*lines, "1,2", "3;4")
    assert rows(file)[0].line == line + 1


def test_the_header_is_the_first_row_with_the_columns_that_are_looked_for() -> None:
    file = sheet("Account,Somebody", "Order,Title", "1,Lamp")
    assert (rows(file, "TITLE", " order"), table(file, "order").header) == ([Row(3, ["1", "Lamp"])], ("Order", "Title"))


def test_a_comma_in_the_name_of_a_column_does_not_part_a_table_of_semicolons() -> None:
    assert header_of(sheet("Order;Total, with tax;Title", "1;2,50;Lamp")) == ("Order", "Total, with tax", "Title")


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"one column\n1\n", b'{"a": 1, "b": 2}', b"<html>, <b>", b"\x00,\x00\n", b"\xff\xfe"],
)
def test_what_has_no_header_is_no_table(content: bytes) -> None:
    file = file_of("f", content)
    assert (header_of(file), headers_of(file), holds(file, ["Order"])) == (None, (), False)
    with pytest.raises(FileRefused):
        table(file)


def test_a_table_without_the_columns_looked_for_is_refused_with_their_names() -> None:
    with pytest.raises(FileRefused, match="no row here names the columns Order, Price"):
        table(sheet("Order,Title", "1,Lamp"), "Order", "Price")


def test_a_header_longer_than_what_is_looked_at_is_none() -> None:
    assert header_of(sheet("Order,Title" + "x" * HEAD, "1,2")) is None


@pytest.mark.parametrize(
    "row, cells",
    [
        ("1", ["1", "", ""]),
        ("1,Lamp,2", ["1", "Lamp", "2"]),
        ("1,Lamp,2,", ["1", "Lamp", "2"]),
        ("1,Lamp,2, ,\t", ["1", "Lamp", "2"]),
        ("1,Lamp,2,more", ["1", "Lamp", "2", "more"]),
        ('1,"La""mp, 1/4""",2', ["1", 'La"mp, 1/4"', "2"]),
        ('1,"Lamp\nwhite",2', ["1", "Lamp\nwhite", "2"]),
        ("1,\x00,2", ["1", "\x00", "2"]),
    ],
)
def test_a_row_is_as_wide_as_the_header_unless_text_stands_beyond(row: str, cells: list[str]) -> None:
    assert rows(sheet("Order,Title,Pieces", row)) == [Row(2, cells)]


def test_blank_lines_are_no_rows_and_count_as_lines() -> None:
    file = sheet("Order,Title", "", "1,Lamp", ",", '2,"Lamp', 'white"', "3,Lamp")
    assert [(row.line, row.cells[0]) for row in rows(file)] == [(3, "1"), (5, "2"), (7, "3")]


def read_until_refused(file: InputFile) -> tuple[list[Row], FileRefused]:
    """The rows that come before the refusal, and the refusal."""
    found: list[Row] = []
    try:
        for row in table(file).rows():
            found.append(row)  # noqa: PERF402 - what came before the refusal counts
    except FileRefused as refused:
        return found, refused
    raise AssertionError(found)


MANY = "".join(f"{number},Lämp\n" for number in range(3000))


@pytest.mark.parametrize("encoding, bad", [("utf-8", b"\xff"), ("utf-8-sig", b"\xfc"), ("utf-8", b"\xc3")])
def test_bytes_in_another_encoding_end_the_table_where_they_stand(encoding: str, bad: bytes) -> None:
    content = f"Order,Title\n{MANY}".encode(encoding) + b"x,L" + bad + b"mp\n1,2\n"
    found, refused = read_until_refused(file_of("t.csv", content))
    assert (len(found), refused.problem.line, refused.problem.why) == (3000, 3002, "the text is not in UTF-8")
    assert refused.hint is not None
    assert "--encoding" in refused.hint


def test_a_text_that_breaks_off_inside_a_character_ends_there() -> None:
    content = f"Order,Title\n{MANY}1,L\u00e4".encode()[:-1]
    found, refused = read_until_refused(file_of("t.csv", content))
    assert (len(found), refused.problem.line) == (3000, 3002)


def test_a_named_encoding_is_taken() -> None:
    file = file_of("t.csv", "Order,Title\n1,L\u00e4mp\n".encode("cp1252"))
    assert rows(file, terms=TERMS._replace(encoding="cp1252")) == [Row(2, ["1", "L\u00e4mp"])]
    unmarked = file_of("t.csv", "Order,Title\n1,L\u00e4mp\n".encode("utf-16-le"))
    assert rows(unmarked, terms=TERMS._replace(encoding="utf-16-le")) == [Row(2, ["1", "L\u00e4mp"])]


@pytest.mark.parametrize("encoding", ["utf-99", "hex", "undefined", "a\0b", "idna", "unicode_escape"])
def test_an_encoding_in_which_no_text_is_written_is_refused(encoding: str) -> None:
    with pytest.raises(FileRefused, match="there is no encoding"):
        open_table(sheet("Order,Title"), TERMS._replace(encoding=encoding))


def test_text_in_utf_16_without_its_mark_is_refused_with_the_way_out() -> None:
    with pytest.raises(FileRefused, match="NUL bytes") as refused:
        table(file_of("t.csv", "Order,Title\n1,2\n".encode("utf-16-le")), "Order")
    assert refused.value.hint is not None
    assert "--encoding" in refused.value.hint


@pytest.mark.parametrize("tail", ['3,"Lamp\n4,Lamp\n', '3,"', '3,"' + "x" * 140_000, '3,"' + "\n" * 140_000])
def test_a_quotation_mark_that_is_never_closed_ends_the_table_at_its_row(tail: str) -> None:
    found, refused = read_until_refused(file_of("t.csv", f"Order,Title\n1,Lamp\n2,Lamp\n{tail}".encode()))
    assert ([row.cells[0] for row in found], refused.problem.line) == (["1", "2"], 4)
    assert "quotation mark" in refused.problem.why


def test_a_last_row_that_breaks_off_ends_the_table_before_it() -> None:
    content = f"Order,Title,Total\n{ONE},Lamp,9.61\n{TWO},Cable,9.61\n"
    whole, refusal = read_until_refused(file_of("t.csv", f"{content}{THREE},Pl".encode()))
    assert [row.cells[0] for row in whole] == [ONE, TWO]
    assert refusal.message == f"t.csv, line 4: {CUT_OFF}"


@pytest.mark.parametrize(
    "lines", [f"{ONE},Lamp", f"{ONE},Lamp,9.61\n{TWO},Cable\n", f"{ONE},Lamp\n{TWO},Cable,9.61\n{THREE},Plug"]
)
def test_short_rows_are_whole_where_the_table_has_others_or_an_end(lines: str) -> None:
    found = rows(file_of("t.csv", f"Order,Title,Total\n{lines}".encode()))
    assert [row.cells[:2] for row in found] == [line.split(",")[:2] for line in lines.splitlines()]


def test_a_row_that_never_ends_is_refused_before_it_fills_the_memory() -> None:
    content = b"Order,Title\n1,Lamp\n" + b'"x' + b'","\n' * 2_000_000
    found, refused = read_until_refused(file_of("t.csv", content))
    assert (len(found), "does not end" in refused.problem.why) == (1, True)


@pytest.mark.parametrize("cell", ["x" * 140_000, "x," * 600_000])
def test_a_cell_or_a_line_of_absurd_length_ends_the_table(cell: str) -> None:
    found, refused = read_until_refused(file_of("t.csv", f"Order,Title\n1,Lamp\n2,{cell}\n".encode()))
    assert (len(found), refused.problem.line) == (1, 3)
    assert len(refused.message) < 300


def test_a_header_of_a_thousand_columns_is_the_widest() -> None:
    assert len(table(sheet(",".join(f"c{number}" for number in range(1000)))).header) == 1000
    with pytest.raises(FileRefused, match="more than 1,000 columns"):
        table(sheet(",".join(f"c{number}" for number in range(1001))))


def test_reading_a_long_table_holds_little_of_it() -> None:
    line = b"3039000000000104,a title of a lamp that is neither long nor short\n"
    file = file_of("t.csv", b"Order,Title\n" + line * 100_000)
    start()
    for _ in table(file).rows():
        pass
    held = get_traced_memory()[1]
    stop()
    assert held < 1_000_000


@pytest.mark.parametrize(
    "content, words",
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "password"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" + bytes(90),
            "OpenDocument",
        ),
    ],
)
def test_other_workbooks_are_refused_with_what_to_do(content: bytes, words: str) -> None:
    file = file_of("f.xls", content)
    assert (headers_of(file), holds(file, ["Order"])) == ((), False)
    for refuse in (refuse_other_workbooks, table):
        with pytest.raises(FileRefused, match=words) as refused:
            refuse(file)
        assert refused.value.hint is not None
        assert "save it as .xlsx or as CSV" in refused.value.hint


def attempt(file: InputFile, encoding: str | None = None) -> None:
    """Reads all there is of the table."""
    header_of(file)
    headers_of(file)
    with suppress(FileRefused):
        opened = open_table(file, TERMS._replace(encoding=encoding))
        for row in opened.rows():
            assert len(row.cells) >= len(opened.header)
        list(opened.glimpses(0))


@given(st.binary(), st.sampled_from([None, "utf-16", "cp1252", "utf-7", "utf-32", "gb18030"]))
def test_any_bytes_are_read_or_refused(content: bytes, encoding: str | None) -> None:
    attempt(file_of("f", content), encoding)
    attempt(file_of("f", b"Order,Title\n" + content), encoding)


@given(st.lists(st.text("1a,;\t\"'\r\n\0\ufeff\u2028= ", max_size=8), max_size=8))
def test_any_cells_are_read_or_refused(parts: list[str]) -> None:
    attempt(file_of("f", ("Order,Title\n" + "\n".join(parts)).encode()))


@given(st.lists(st.lists(st.text('ab1,;"\n é', max_size=5), min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_the_csv_module_writes_comes_out_as_it_went_in(cells: list[list[str]]) -> None:
    text = StringIO()
    csv.writer(text).writerows([["A", "B", "C", "D"], *cells])
    found = rows(file_of("f.csv", text.getvalue().encode()))
    expected = [row + [""] * (4 - len(row)) for row in cells if any(row)]
    assert [row.cells for row in found] == expected

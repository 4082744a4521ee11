"""Texts in cells: what a spreadsheet would run or change is guarded, and comes back as it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aliorder.records.cells import bare, guarded, joined, notes_cell, notes_in, parts
from aliorder.words.safe import printable

RISKY = "=+-@\uff1d\uff0b\uff0d\uff20\u2212"
STRANGE = st.text(
    st.sampled_from("=+-@\uff1d\uff20\u2212;,'\"\\nr \t\r\n\x00\x1b\xa0\u3000\u200b\u202e\ufeffa1"), max_size=12
)


def visible(text: str) -> str:
    return "\n".join(printable(line) for line in text.split("\n")).strip()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 170 1234567",
        "-1",
        "@SUM(A1)",
        "\uff1dcmd",
        "\uff0b1",
        "\uff0d1",
        "\uff20a",
        "\u22121",
        "'quoted'",
        "8123456789012345",
        "12345678901234567890123",
        "007",
        "1.50",
        "1,5",
        "1-2",
        "3/4",
        "1:30",
        "10:30 pm",
        "3.04E+15",
        "1e5",
        "10 %",
        "$5",
        "5 €",
        "(5)",
        "Jan 5",
        "5 May 2026",
        "MARCH1",
        "sep-2",
        "2. Dez 2026",
        "12 août",
        "TRUE",
        "false",
    ],
)
def test_what_a_spreadsheet_would_run_or_change_has_an_apostrophe_before_it(text: str) -> None:
    assert (guarded(text), bare(guarded(text))) == (f"'{text}", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "USB cable",
        "USB-C to 2 x HDMI",
        "2 m cable",
        "LB123456789CN",
        "4K 60 Hz",
        "lamp2",
        "C++",
        "a = b",
        "é 灯",
        "May",
    ],
)
def test_a_text_that_every_spreadsheet_keeps_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize(
    "text, cell",
    [
        ("  =1", "'=1"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\xa0\u3000=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("\x00=1", "'=1"),
        ("a\tb\rc\x00d", "a b c d"),
        ("\u202efdp.exe\u202c", "fdp.exe"),
        ("lamp;=1", "lamp;'=1"),
        ("lamp; =1", "lamp;' =1"),
        ('lamp;"=1"', 'lamp;\'"=1"'),
        ("lamp;'=1", "lamp;''=1"),
        ("ask\n=1", "ask\n'=1"),
        ("\n=1", "'=1"),
        ("'=1;=2", "''=1;'=2"),
    ],
)
def test_no_formula_hides_behind_what_is_not_seen_or_what_begins_a_cell_elsewhere(text: str, cell: str) -> None:
    assert guarded(text) == cell


@given(STRANGE | st.text(max_size=20))
@example(";'\"=")
@example("';\n'=")
def test_a_guarded_text_comes_back_as_far_as_it_is_seen(text: str) -> None:
    assert bare(guarded(text)) == visible(text)


@given(STRANGE)
def test_no_part_of_a_guarded_text_begins_with_a_formula(text: str) -> None:
    beginnings = [part.strip(' "\xa0\u3000')[:1] for part in re.split("[;\n\t\r]", guarded(text))]
    assert [first for first in beginnings if first and first in RISKY] == []


@given(st.lists(st.text(max_size=8) | STRANGE, max_size=4).filter(lambda notes: notes != [""]))
def test_notes_come_back_as_they_were(notes: list[str]) -> None:
    assert notes_in(notes_cell(notes)) == tuple(notes)


def test_a_note_is_on_a_line_of_its_own() -> None:
    assert notes_cell(["ask", "two\nlines", r"C:\new"]) == "ask\n" + r"two\nlines" + "\n" + r"C:\\new"


@pytest.mark.parametrize("values", [[], ["2026-11-18"], ["2026-11-18", "unknown"], ["", "5.00"], ["5.00", ""]])
def test_several_values_in_a_cell_come_apart_again(values: list[str]) -> None:
    assert parts(joined(values)) == values

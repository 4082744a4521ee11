"""The gate for text that others wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.words.safe import JOINERS_AND_MARKS, is_unsafe, legible, printable, shortened


@pytest.mark.parametrize(
    "text,shown",
    [
        ("USB cable", "USB cable"),
        ("a\x1b[31mb", "a [31mb"),
        ("one\ntwo\ttabs", "one two tabs"),
        ("abc\u202edcba", "abc dcba"),
        ("zero\u200bwidth", "zero width"),
        ("\x9b2J", "2J"),
        ("кабель, 電纜, كابل", "кабель, 電纜, كابل"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(), st.integers(1, 50))
def test_a_shortened_text_fits_and_is_printable(text: str, width: int) -> None:
    short = shortened(text, width)
    assert len(short) <= width
    assert printable(short) == short.strip()


@pytest.mark.parametrize(
    "text,told",
    [
        ("USB cable", "USB cable"),
        (" USB cable\n", "USB cable"),
        ("a\x1b[31mb", "a [31mb"),
        ("abc\u202edcba\u2066", "abc dcba"),
        ("zero\u200bwidth", "zero width"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # noqa: RUF001 - Persian, which needs its joiners
        ("שלום\u200f \u200eabc", "שלום\u200f \u200eabc"),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("a\u200f\x1bb", "a\u200fb"),
        ("", ""),
        (" \u200f\u200d ", ""),
        ("\x1b\u202e", ""),
    ],
)
def test_what_a_script_needs_stays_where_others_are_to_read_it(text: str, told: str) -> None:
    assert legible(text) == told


@given(st.text())
def test_legible_text_is_safe_but_for_what_joins_letters_and_turns_words(text: str) -> None:
    told = legible(text)
    assert not is_unsafe(told.translate(str.maketrans("", "", JOINERS_AND_MARKS)))
    assert legible(told) == told

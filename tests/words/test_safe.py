"""The gate for text that others wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.words.safe import printable, shortened


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

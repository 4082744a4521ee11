"""Lines folded under themselves on a terminal, and left alone elsewhere."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.render.fold import cells, fitted, folded


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "line, rows",
    [
        ("short", ["short"]),
        ("", [""]),
        ("one two three four five", ["one two three", "  four five"]),
        ("  one two three four five", ["  one two three", "    four five"]),
        ("error: one two three four", ["error: one two", "       three", "       four"]),
        ("hint: one two three four", ["hint: one two", "      three", "      four"]),
        ("to:  one two three four", ["to:  one two", "     three four"]),
        ("an incomprehensibilities", ["an", "  incomprehensi", "  bilities"]),
        ("a https://a.example/long/b", ["a", "  https://a.example/long/b"]),
        ("透明 超薄 防摔 保护套", ["透明 超薄 防摔", "  保护套"]),
    ],
)
def test_a_line_is_folded_at_blanks_and_hangs_below_its_own_text(line: str, rows: list[str]) -> None:
    assert list(folded(line, 15)) == rows


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=200), st.integers(10, 120))
def test_no_row_is_too_wide_and_nothing_is_lost(line: str, width: int) -> None:
    rows = list(folded(line, width))
    assert "".join("".join(rows).split()) == "".join(line.split())
    assert [row for row in rows if cells(row) > width and "://" not in row and row.strip()] == []


def test_a_pipe_gets_a_thought_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert list(fitted(["many words " * 9], io.StringIO())) == ["many words " * 9]


@pytest.mark.parametrize(
    "columns, terminal, longest",
    [("20", "xterm", 20), ("", "xterm", 80), ("wide", "xterm", 80), ("0", "xterm", 80), ("20", "dumb", 395)],
)
def test_a_terminal_is_as_wide_as_it_says(
    columns: str, terminal: str, longest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", terminal)
    rows = list(fitted(["abc " * 98 + "abc"], Terminal()))
    assert longest - 4 < max(map(len, rows)) <= longest

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr

import pytest

from aliorder.cli.progress import LONG, watched
from aliorder.importers import file_of
from tests.cli.given import Screen

FILE = file_of("orders.csv", b"0123456789abcdef" * (LONG // 16))


def terminal() -> Screen:
    return Screen(io.BytesIO(), encoding="utf-8")


def test_a_long_file_on_a_terminal_is_read_as_it_is_below_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    with redirect_stderr(terminal()) as err, watched(FILE, quiet=False) as shown:
        with shown.open() as first, io.TextIOWrapper(shown.open(), encoding="ascii") as second:
            assert first.read(10) == b"0123456789"
            assert second.read() == FILE.content.decode()
        assert (shown.name, shown.size, shown.content) == (FILE.name, FILE.size, FILE.content)
    err.flush()
    drawn = err.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert "orders.csv" in drawn
    assert "100%" in drawn


@pytest.mark.parametrize(
    "quiet, term, size", [(True, "xterm", LONG), (False, "dumb", LONG), (False, "xterm", LONG - 1)]
)
def test_there_is_no_bar_where_nobody_wants_one(
    quiet: bool, term: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    file = file_of("orders.csv", b"x" * size)
    with redirect_stderr(terminal()), watched(file, quiet=quiet) as shown:
        assert shown is file


def test_there_is_no_bar_where_nobody_looks() -> None:
    assert not sys.stderr.isatty()
    with watched(FILE, quiet=False) as shown:
        assert shown is FILE

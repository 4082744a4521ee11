"""`aliorder note`: words to remember with an order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.given import CABLE, LAMP, Ran, ran
from tests.cli.test_hostile import OBEYED


@pytest.fixture(autouse=True)
def _kept(kept: Path) -> None:
    """Every test begins with the orders of `KEPT`."""


def notes(order: str) -> Any:
    return ran("show", order, "--json").document["notes"]


def test_the_words_are_joined_and_stand_after_the_notes_that_were_there() -> None:
    done = ran("note", "cable", "the", "neighbour", "may  have", "taken\nit in")
    assert done == Ran(0, "", f"Noted with order {CABLE}. It stands in: aliorder show cable\n")
    assert notes("cable") == ["ask", "the neighbour may have taken it in"]
    assert "note:          the neighbour may have taken it in\n" in ran("show", "cable").out


def test_quietly_it_is_noted_without_a_word() -> None:
    assert ran("-q", "note", "6789", "call") == (0, "", "")
    assert notes(LAMP) == ["call"]


def test_a_note_can_be_undone() -> None:
    assert ran("note", "cable", "call").code == 0
    assert ran("undo").err == f"Taken back: note {CABLE} (2026-11-22 12:00).\n"
    assert notes("cable") == ["ask"]


def test_the_same_note_may_stand_twice() -> None:
    for _ in range(2):
        assert ran("note", "cable", "called").code == 0
    assert notes("cable") == ["ask", "called", "called"]


@pytest.mark.parametrize("words", [("",), (" ", "\n\t"), ("\x1b",), ("\u202e\u200b",)])
def test_a_note_without_words_is_refused(words: tuple[str, ...]) -> None:
    assert ran("note", "cable", *words) == Ran(
        2, "", 'error: a note needs words\nhint: e.g. aliorder note 2345 "ask again on Friday"\n'
    )
    assert notes("cable") == ["ask"]


def test_without_any_word_the_line_is_not_whole() -> None:
    assert ran("note", "cable").code == 2
    assert ran("note").code == 2


def test_no_such_order_has_no_note() -> None:
    done = ran("note", "9999", "call")
    assert (done.code, done.out) == (3, "")


def test_what_a_terminal_would_obey_is_kept_and_never_printed_as_it_is() -> None:
    text = "\x1b[31mred \x9b2J\u202eevil {order} [red]x[/red]"
    assert ran("note", "cable", text).code == 0
    assert notes("cable")[-1] == text
    for line in (("show", "cable"), ("advise", "cable"), ("history", "cable"), ("list",)):
        for terminal in (False, True):
            done = ran("--color", "never", *line, terminal=terminal)
            assert (done.code, OBEYED.search(done.out + done.err)) == (0, None)
    assert "note:          [31mred  2J evil {order} [red]x[/red]\n" in ran("show", "cable").out


def test_a_note_is_in_no_message() -> None:
    assert ran("note", "cable", "secret thoughts").code == 0
    for about in ("support", "dispute", "accept-cancellation", "own-customer"):
        assert "secret" not in ran("message", "cable", "--about", about).out


def test_how_to_see_it_can_be_typed_as_it_stands() -> None:
    address = f"https://www.aliexpress.com/p/order/detail.html?orderId={CABLE}&x=1"
    assert ran("note", address, "call").err == f"Noted with order {CABLE}. It stands in: aliorder show cable\n"

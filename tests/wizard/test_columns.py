"""The columns of an unknown table, asked for on a terminal, once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from aliorder.store.orders import OrderStore
from aliorder.words.columns import HEADINGS, LABELS, likely_columns

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.terminal import DOWN, ENTER, INTERRUPT, Terminal

HEADER = "Number,Created at,State,Product,Cost,Currency"
ROW = "8219000000020001,2026-11-01,Awaiting delivery,USB cable,12.50,EUR"
FIRST = "Which column tells the order number?"
RIGHT = "Is this what the columns tell?"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "odd.csv"
    path.write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    return path


def importing(path: Path, columns: int = 80) -> Terminal:
    return Terminal(sys.executable, "-m", "aliorder", "--now", "2026-11-22T12:00", "import", str(path), columns=columns)


def home() -> Path:
    return Path(os.environ["ALIORDER_HOME"])


@pytest.mark.parametrize("width", [80, 40])
def test_the_columns_are_asked_for_once_and_kept_under_a_name(table: Path, width: int) -> None:
    with importing(table, width) as terminal:
        terminal.see(FIRST, "none of these")
        terminal.press(ENTER)
        terminal.see(RIGHT, "status of the order: State", "total of the order: Cost", "tracking number: –")
        terminal.press(ENTER)
        terminal.see("A name for this", "e.g. odd")
        terminal.type("odd-shop")
        terminal.see("1 new, 0 changed, 0 the same, 0 refused")
        assert terminal.end() == 0
    with OrderStore.open(home()) as store:
        (order,) = store.all()
    assert (order.number, order.title, order.status and order.status.text) == (
        "8219000000020001",
        "USB cable",
        "Awaiting delivery",
    )
    with importing(table) as again:
        again.see("0 new, 0 changed, 1 the same, 0 refused")
        assert again.end() == 0
        assert FIRST not in again.text()


def test_what_a_heading_seems_to_say_can_be_put_right(table: Path) -> None:
    with importing(table) as terminal:
        terminal.see(FIRST)
        terminal.press(ENTER)
        terminal.see(RIGHT)
        terminal.press(*[DOWN] * 4, ENTER)
        terminal.see("Which column tells the title of the item?", "» Product")
        terminal.press(*[DOWN] * 6, ENTER)
        terminal.see("title of the item: –")
        terminal.press(ENTER)
        terminal.see("A name for this")
        terminal.press(ENTER)
        terminal.see("1 new")
        assert terminal.end() == 0
    assert not list(home().rglob("*.toml"))
    with OrderStore.open(home()) as store:
        assert [order.title for order in store.all()] == [None]


def test_who_does_not_know_the_order_number_is_told_how_to_name_it(table: Path) -> None:
    with importing(table) as terminal:
        terminal.see(FIRST)
        terminal.press(*[DOWN] * 6, ENTER)
        terminal.see("this is a table that aliorder does not know", "--column order='Number'")
        assert terminal.end() == 4
    assert not (home() / "orders.db").exists()


def test_an_interruption_leaves_nothing_behind(table: Path) -> None:
    with importing(table) as terminal:
        terminal.see(FIRST)
        terminal.press(INTERRUPT)
        terminal.see("stopped; nothing was half written")
        assert terminal.end() == 130
    assert not home().exists() or list(home().rglob("*")) == []


def test_headings_in_any_case_say_what_they_tell_and_no_heading_says_two_things() -> None:
    assert likely_columns(("ORDER  NO.", "Datum", "", "Foo", "total")) == {
        "order": "ORDER  NO.",
        "placed": "Datum",
        "total": "total",
    }
    assert set(HEADINGS) <= set(LABELS)
    spelled = [heading for headings in HEADINGS.values() for heading in headings]
    assert len(spelled) == len(set(spelled))
    assert spelled == [" ".join(heading.casefold().split()) for heading in spelled]

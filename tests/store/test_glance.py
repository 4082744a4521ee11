"""The kept orders at a glance: which are told of, in which order; and looking changes nothing and waits for nobody."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Event, Order, When
from aliorder.records.outlooks import Note, seconds
from aliorder.store.glance import MOST, Glances, address_of, begins_a_word, is_of_today, literally, open_store
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, note_at, posix_only, put, stored, tamper

AT = seconds(NOW) or 0
DAY = timedelta(days=1)
PEN = Order(number="5012345678901234", title="Pen, blue")


def numbered(*numbers: str, title: str | None = None) -> list[Order]:
    return [Order(number=number, title=title) for number in numbers]


def kept(folder: Path, orders: list[Order], notes: Mapping[str, Note] | None = None) -> Path:
    """A store with these orders, each with its note, those without one over for good."""
    over = Note(None, "closed", 0, None, '[[],"nothing",null,[],[]]')
    with OrderStore.open(stored(folder, orders)) as store:
        noted = store.noted("policy 1", NOW)
        store.note(noted, {order.number or "": over for order in orders} | dict(notes or {}))
    return folder


@contextmanager
def looking(folder: Path, now: int = AT, *, only_open: bool = False) -> Iterator[Glances]:
    with closing(open_store(str(folder / "orders.db"))) as store:
        yield Glances(store, now, only_open=only_open)


def numbers(found: list[tuple[str, str | None, str | None, str | None, str | None]]) -> list[str]:
    return [number for number, *_ in found]


def test_of_an_order_its_number_alias_stage_day_and_title_are_told(tmp_path: Path) -> None:
    at = datetime(2026, 4, 21, 1, tzinfo=timezone(timedelta(hours=8)))
    paid = replace(PEN, events=(Event("shipped", When()), Event("paid", When(at=at))))
    kept(tmp_path, [CABLE, paid, SOCKS], {CABLE.number or "": note_at(None)})
    with looking(tmp_path) as glances:
        assert glances.foremost() == [
            (CABLE.number, "cable", "shipped", "2026-04-20", "USB cable"),
            (PEN.number, None, "closed", "2026-04-21", "Pen, blue"),
            (SOCKS.number, None, "closed", None, None),
        ]


def test_of_a_long_title_only_the_beginning_is_read(tmp_path: Path) -> None:
    kept(tmp_path, [replace(PEN, title="x" * 1_000_000)])
    with looking(tmp_path) as glances:
        assert [glance[4] for glance in glances.foremost()] == ["x" * 200]


def test_the_foremost_are_those_that_need_something_soonest_then_the_highest_numbers(tmp_path: Path) -> None:
    orders = numbered("1000", "2000", "3000", "4000", "5000", "6000")
    kept(
        tmp_path, orders, {"2000": note_at(NOW + 9 * DAY), "5000": note_at(NOW + DAY), "4000": note_at(NOW - 30 * DAY)}
    )
    put_on_top = [Order(number="7000")]
    with OrderStore.open(tmp_path, write=True) as store:
        put(store, put_on_top)
    with looking(tmp_path) as glances:
        assert numbers(glances.foremost()) == ["7000", "4000", "5000", "2000", "6000", "3000", "1000"]


def test_numbers_are_found_by_their_beginning_the_highest_first(tmp_path: Path) -> None:
    kept(tmp_path, numbered("812", "8123", "8124", "8130", "9812", "81"))
    with looking(tmp_path) as glances:
        assert numbers(glances.beginning_with("812")) == ["8124", "8123", "812"]
        assert glances.beginning_with("82") == []


@pytest.mark.parametrize("digits", ["345", "2345", "2345678901234", "5012345678901234"])
def test_numbers_are_found_by_their_end_however_long(tmp_path: Path, digits: str) -> None:
    ends = numbered("5012345678901234", "9912345678901234", "8123000000002345", "8190000000002345", "3450")
    kept(tmp_path, ends)
    fitting = [order.number for order in ends if (order.number or "").endswith(digits)]
    with looking(tmp_path) as glances:
        assert numbers(glances.ending_in(digits)) == sorted(map(str, fitting), reverse=True)


@given(st.lists(st.text("0123", min_size=1, max_size=16), max_size=8, unique=True), st.text("0123", min_size=1))
def test_numbers_are_found_as_text_is(many: list[str], digits: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, number, alias, title)")
        connection.execute("CREATE TABLE events (order_id, position, kind, on_day, at)")
        connection.execute("CREATE TABLE wakes (order_id INTEGER PRIMARY KEY, wake, stage, is_open, holds_until)")
        connection.execute("CREATE TABLE wakes_hold (key, asked)")
        connection.executemany("INSERT INTO orders (number) VALUES (?)", [(each,) for each in many])
        connection.execute("INSERT INTO wakes (order_id) SELECT id FROM orders")
        glances = Glances(connection, AT, only_open=False)
        highest_first = sorted(many, reverse=True)
        assert numbers(glances.beginning_with(digits)) == [each for each in highest_first if each.startswith(digits)]
        assert numbers(glances.ending_in(digits)) == [each for each in highest_first if each.endswith(digits)]


@pytest.mark.parametrize(
    "word, found",
    [
        ("", ["cable", "cart", "Lamp"]),
        ("ca", ["cable", "cart"]),
        ("CAB", ["cable"]),
        ("l", ["Lamp"]),
        ("%", []),
        ("_", []),
        ("able", []),
    ],
)
def test_aliases_are_found_by_their_beginning_in_any_case(tmp_path: Path, word: str, found: list[str]) -> None:
    kept(tmp_path, [CABLE, replace(LAMP, alias="Lamp"), replace(PEN, alias="cart"), SOCKS])
    with looking(tmp_path) as glances:
        assert [glance[1] for glance in glances.called(word)] == found


TITLES = (
    "USB cable, 2 m",
    "Lamp with a usb-c plug",
    "Scusb brush",
    "100% wool",
    "1000 wool",
    "a_b",
    "axb",
    "50 !",
    "Straße 7",
    "КАБЕЛЬ для часов",
    "İSTANBUL",
    "Café",
)


@pytest.mark.parametrize(
    "words, found",
    [
        ("usb", ["Lamp with a usb-c plug", "USB cable, 2 m"]),
        ("CABLE, 2", ["USB cable, 2 m"]),
        ("cusb", ["Scusb brush"]),
        ("ush", ["Scusb brush"]),
        ("100%", ["100% wool"]),
        ("a_", ["a_b"]),
        ("%", ["100% wool"]),
        ("_", ["a_b"]),
        ("!", ["50 !"]),
        ("%_", []),
        ("straß", ["Straße 7"]),
        ("ß", ["Straße 7"]),
        ("кабель", ["КАБЕЛЬ для часов"]),
        ("ЧАС", ["КАБЕЛЬ для часов"]),
        ("CAFÉ", ["Café"]),
        ("'", []),
        ('"', []),
        ("x" * 60_000, None),
    ],
)
def test_titles_are_found_by_the_beginning_of_a_word_else_by_any_part(
    tmp_path: Path, words: str, found: list[str] | None
) -> None:
    orders = [Order(number=str(1000 + place), title=title) for place, title in enumerate(TITLES)]
    kept(tmp_path, orders)
    with looking(tmp_path) as glances:
        if found is None:
            with pytest.raises(sqlite3.Error):
                glances.titled(words)
        else:
            assert [glance[4] for glance in glances.titled(words)] == found


@given(st.text(max_size=8), st.text(max_size=5))
def test_no_sign_of_a_word_stands_for_another(title: str, word: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        fits = connection.execute("SELECT ? LIKE ? ESCAPE '!'", (title, f"%{literally(word)}%")).fetchone()[0]
    if "\0" not in title + word:  # of which LIKE reads no more
        assert bool(fits) == (ascii_folded(word) in ascii_folded(title))


def ascii_folded(text: str) -> str:
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


@pytest.mark.parametrize(
    "beginning, text, begins",
    [("ab", "ab", True), ("ab", "c ab", True), ("ab", "cab", False), ("ab", "cab-ab", True), ("é", "caé é", True)],
)
def test_a_word_begins_after_what_is_no_letter_or_digit(beginning: str, text: str, begins: bool) -> None:
    assert begins_a_word(beginning, text) is begins


SOON, GONE = AT + 60, AT - 60
CLOSED = '[[],"nothing",null,[],[]]'
KNOWN: list[tuple[str, Note, bool, str | None]] = [
    ("open", Note(None, "shipped", 1, None, None), True, "shipped"),
    ("open, for a while", Note(SOON, "shipped", 1, SOON, None), True, "shipped"),
    ("it was open", Note(GONE, "shipped", 1, GONE, None), True, None),
    ("over for good", Note(None, "closed", 0, None, CLOSED), False, "closed"),
    ("over for a while", Note(SOON, "closed", 0, SOON, CLOSED), False, "closed"),
    ("it was over", Note(GONE, "closed", 0, GONE, CLOSED), True, None),
    ("it is over until this second", Note(AT, "closed", 0, AT, CLOSED), True, None),
    ("nobody has asked", Note(0), True, None),
]


@pytest.mark.parametrize("note, offered, stage", [row[1:] for row in KNOWN], ids=[row[0] for row in KNOWN])
def test_only_what_is_known_to_be_over_is_left_out(
    tmp_path: Path, note: Note, offered: bool, stage: str | None
) -> None:
    kept(tmp_path, [CABLE], {CABLE.number or "": note})
    found = [(CABLE.number, stage)]
    for only_open, expected in ((False, found), (True, found if offered else [])):
        with looking(tmp_path, only_open=only_open) as glances:
            asked = (
                glances.foremost(),
                glances.beginning_with("81"),
                glances.ending_in("345"),
                glances.called(""),
                glances.titled("usb"),
            )
            assert [[(each[0], each[2]) for each in answer] for answer in asked] == [expected] * 5


def many(first: int, count: int) -> list[str]:
    return [str(first + place) for place in range(count)]


def test_no_more_than_can_be_read_are_told_of_and_the_outermost_numbers(tmp_path: Path) -> None:
    below, above = "100000", "900000"
    kept(tmp_path, numbered(below, *many(500000, 3 * MOST), above, title="thing"), {"500007": note_at(NOW)})
    with looking(tmp_path) as glances:
        foremost = numbers(glances.foremost())
        assert (foremost[:2], len(foremost), foremost[-1]) == (["500007", above], MOST + 1, below)
        assert numbers(glances.beginning_with("5")) == [*many(500000, 3 * MOST)[: -MOST - 1 : -1], "500000"]
        assert [len(found) for found in (glances.titled("thing"), glances.ending_in("0"))] == [MOST, 32]


def test_what_all_offered_numbers_have_in_common_all_open_ones_have(tmp_path: Path) -> None:
    over, still_open = ["100000", "999999"], ["200000", *many(500000, 2 * MOST)]
    kept(tmp_path, numbered(*over, *still_open), {number: note_at(None) for number in still_open})
    with looking(tmp_path, only_open=True) as glances:
        found = numbers(glances.foremost())
        assert (min(found), max(found)) == (min(still_open), max(still_open))
        assert not set(found) & set(over)


def snapshot(folder: Path) -> list[tuple[str, int, int, bytes]]:
    found = []
    for path in sorted(folder.iterdir()):
        status = path.lstat()
        found.append((path.name, status.st_mtime_ns, status.st_mode, path.read_bytes() if path.is_file() else b""))
    return found


def test_looking_changes_nothing(tmp_path: Path) -> None:
    kept(tmp_path, [CABLE, LAMP])
    before = snapshot(tmp_path)
    with looking(tmp_path) as glances:
        assert len(glances.foremost()) == 2
        assert snapshot(tmp_path) == before
        with pytest.raises(sqlite3.OperationalError):
            glances._connection.execute("DELETE FROM orders")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("mode", ["IMMEDIATE", "EXCLUSIVE"])
def test_looking_waits_for_no_writer_and_keeps_none_waiting(tmp_path: Path, mode: str) -> None:
    kept(tmp_path, [CABLE, LAMP])
    with closing(sqlite3.connect(tmp_path / "orders.db", isolation_level=None, timeout=0)) as writer:
        writer.execute(f"BEGIN {mode}")
        writer.execute("UPDATE orders SET title = 'changed'")
        with looking(tmp_path) as glances:
            assert [glance[4] for glance in glances.foremost()] == ["Lamp", "USB cable"]
            writer.execute("COMMIT")
        with looking(tmp_path) as glances:
            assert [glance[4] for glance in glances.foremost()] == ["changed", "changed"]


@posix_only
@pytest.mark.usefixtures("as_nobody")
def test_a_store_that_can_only_be_read_is_enough(open_folder: Path) -> None:
    folder, nobody = open_folder / "medium", os.geteuid()
    os.seteuid(os.getuid())
    kept(folder, [CABLE])
    (folder / "orders.db").chmod(0o444)
    folder.chmod(0o555)
    os.seteuid(nobody)
    with looking(folder) as glances:
        assert numbers(glances.foremost()) == [CABLE.number]


@pytest.mark.parametrize("version", [0, 3, 99])
def test_a_store_of_another_layout_is_told_from_one_of_today(tmp_path: Path, version: int) -> None:
    path = str(kept(tmp_path, [CABLE]) / "orders.db")
    with closing(open_store(path)) as store:
        assert is_of_today(store)
    tamper(tmp_path, f"PRAGMA user_version = {version}")
    with closing(open_store(path)) as store:
        assert not is_of_today(store)


@pytest.mark.parametrize("name", ["a b", "50% off?", "#1", "a&b=c", "ünïcode", "semi;colon", "a+b", "%3f", "(x)[y]{z}"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    kept(tmp_path / name, [CABLE])
    with looking(tmp_path / name) as glances:
        assert numbers(glances.foremost()) == [CABLE.number]


def test_the_address_of_a_file_in_the_current_folder_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert address_of("orders.db") == f"file://{tmp_path}/orders.db?mode=ro&immutable=1"


def test_text_of_any_bytes_can_be_looked_at(tmp_path: Path) -> None:
    kept(tmp_path, [CABLE])
    tamper(tmp_path, "UPDATE orders SET title = CAST(x'55ff5342' AS TEXT)")
    with looking(tmp_path) as glances:
        assert [glance[4] for glance in glances.foremost()] == ["U\ufffdSB"]

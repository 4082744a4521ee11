from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from multiprocessing import get_context
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, note_at, notes_at, posix_only, put, stored, tamper

KEY = "policy 1"
DAY = timedelta(days=1)
ALL = (SOCKS, CABLE, LAMP)


def number(order: Order) -> str:
    return order.number or ""


WAKES = {number(SOCKS): None, number(CABLE): NOW + 2 * DAY, number(LAMP): NOW + 9 * DAY}


def noted(folder: Path, wakes: dict[str, datetime | None] = WAKES, now: datetime = NOW, key: str = KEY) -> bool:
    """Ask about everything that is awake at any time and note these wakes."""
    with OrderStore.open(folder) as store:
        return store.note(store.awake(key, now), notes_at(wakes))


def awake(
    folder: Path, until: datetime | None = NOW + 7 * DAY, now: datetime = NOW, key: str = KEY
) -> tuple[Order, ...]:
    """The orders that are awake."""
    with OrderStore.open(folder) as store:
        return tuple(store.awake(key, now, until).orders)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with three orders whose wakes are noted."""
    assert noted(stored(tmp_path, ALL))
    return tmp_path


def test_every_order_is_awake_until_its_wake_is_noted(tmp_path: Path) -> None:
    stored(tmp_path, ALL)
    with OrderStore.open(tmp_path) as store:
        found = store.awake(KEY, NOW, NOW)
        assert (tuple(found.orders), found.everything) == (ALL, True)


@pytest.mark.parametrize(
    "until, found",
    [
        (NOW, ()),
        (NOW + 2 * DAY - timedelta(seconds=1), ()),
        (NOW + 2 * DAY, (CABLE,)),
        ((NOW + 2 * DAY).astimezone(timezone(-timedelta(hours=9))), (CABLE,)),
        (NOW + 9 * DAY, (CABLE, LAMP)),
        (datetime.max.replace(tzinfo=UTC), (CABLE, LAMP)),
        (None, (CABLE, LAMP)),
    ],
)
def test_an_order_is_awake_once_its_wake_has_come(folder: Path, until: datetime | None, found: Iterable[Order]) -> None:
    assert awake(folder, until) == found
    assert awake(folder, until, NOW + DAY / 2) == found


@pytest.mark.parametrize(
    "wake",
    [
        NOW + 2 * DAY + timedelta(microseconds=1),
        NOW - DAY,
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1969, 12, 31, tzinfo=UTC),
        datetime(2026, 5, 6),  # noqa: DTZ001
    ],
)
def test_a_wake_is_noted_on_the_safe_side(tmp_path: Path, wake: datetime) -> None:
    noted(stored(tmp_path, ALL), WAKES | {number(LAMP): wake})
    assert awake(tmp_path, NOW + 2 * DAY) == (CABLE, LAMP)


def test_the_last_moment_of_all_can_be_a_wake(tmp_path: Path) -> None:
    noted(stored(tmp_path, ALL), WAKES | {number(CABLE): datetime.max.replace(tzinfo=UTC)})
    assert awake(tmp_path) == ()


@pytest.mark.parametrize("key, now", [("policy 2", NOW), ("policy 1 ", NOW), (KEY, NOW - timedelta(microseconds=1))])
def test_what_was_noted_under_another_key_or_later_is_not_trusted(folder: Path, key: str, now: datetime) -> None:
    assert awake(folder, now=now, key=key) == ALL
    assert awake(folder) == (CABLE,)


@pytest.mark.parametrize("key, now", [("policy 2", NOW), (KEY, NOW - 30 * DAY)])
def test_what_is_not_trusted_is_replaced_as_a_whole(folder: Path, key: str, now: datetime) -> None:
    assert noted(folder, {number(SOCKS): None, number(LAMP): NOW}, now, key)
    assert awake(folder, NOW + DAY, now, key) == (CABLE, LAMP)
    assert awake(folder, NOW + DAY, NOW, KEY) == ((CABLE, LAMP) if key == KEY else ALL)


def test_the_latest_moment_asked_about_counts(folder: Path) -> None:
    assert noted(folder, {number(CABLE): NOW + 4 * DAY}, NOW + DAY)
    assert awake(folder, now=NOW) == ALL
    assert awake(folder, now=NOW + DAY) == (CABLE,)


def test_noting_what_is_noted_writes_nothing(folder: Path) -> None:
    before = (folder / "orders.db").read_bytes()
    assert noted(folder, WAKES, NOW + DAY) is False
    assert noted(folder, {}) is False
    assert (folder / "orders.db").read_bytes() == before


def test_a_changed_outlook_under_the_same_wake_is_noted(folder: Path) -> None:
    delivered = note_at(WAKES[number(CABLE)], "delivered")
    with OrderStore.open(folder) as store:
        assert store.note(store.awake(KEY, NOW), {number(CABLE): delivered}) is True
        assert store.note(store.awake(KEY, NOW), {number(CABLE): delivered}) is False
        assert store.awake(KEY, NOW).note(CABLE) == delivered


def test_only_orders_that_were_awake_are_noted(folder: Path) -> None:
    assert noted(folder, {number(SOCKS): NOW, "8123": NOW}) is False
    assert awake(folder) == (CABLE,)


def test_noting_twice_keeps_the_second(folder: Path) -> None:
    with OrderStore.open(folder) as store:
        found = store.awake(KEY, NOW)
        assert store.note(found, notes_at({number(CABLE): NOW + 20 * DAY}))
        assert store.note(found, notes_at({number(CABLE): NOW + DAY}))
        assert [order.number for order in store.awake(KEY, NOW, NOW + DAY).orders] == [CABLE.number]


def test_a_changed_order_is_awake(folder: Path) -> None:
    changed = replace(SOCKS, title="Wool socks")
    stored(folder, [changed])
    assert awake(folder) == (changed, CABLE)


def test_an_order_imported_again_as_it_was_sleeps_on(folder: Path) -> None:
    stored(folder, ALL, "import")
    assert awake(folder) == (CABLE,)


def test_an_order_that_was_undone_is_awake(folder: Path) -> None:
    stored(folder, [replace(SOCKS, title="Wool socks")])
    assert noted(folder, {number(SOCKS): None})
    with OrderStore.open(folder, write=True) as store:
        store.undo()
    assert awake(folder) == (SOCKS, CABLE)


def test_a_removed_order_is_gone_and_comes_back_awake(folder: Path) -> None:
    with OrderStore.open(folder, write=True) as store:
        with store.transaction("remove", NOW):
            store.delete(number(LAMP))
        assert awake(folder, None) == (CABLE,)
        store.undo()
    assert awake(folder) == (CABLE, LAMP)


def test_noting_is_no_command_that_could_be_undone(folder: Path) -> None:
    noted(folder, {number(CABLE): NOW})
    with OrderStore.open(folder, write=True) as store:
        assert store.undo().command == "add"
        with pytest.raises(UsageError):
            store.undo()


def test_orders_are_read_as_they_are_while_others_change_them(folder: Path) -> None:
    with OrderStore.open(folder) as store:
        found = store.awake(KEY, NOW)
        stored(folder, [replace(LAMP, title="Lamp, green")])
        assert tuple(found.orders) == (CABLE, replace(LAMP, title="Lamp, green"))


def change_the_lamp(folder: Path) -> None:
    stored(folder, [replace(LAMP, title="Lamp, green")])


def test_nothing_is_noted_once_another_process_has_changed_the_store(folder: Path) -> None:
    with OrderStore.open(folder) as store:
        found = store.awake(KEY, NOW)
        writer = get_context("spawn").Process(target=change_the_lamp, args=(folder,))
        writer.start()
        writer.join()
        assert writer.exitcode == 0
        assert store.note(found, notes_at({number(CABLE): None, number(LAMP): None})) is False
    assert awake(folder) == (CABLE, replace(LAMP, title="Lamp, green"))


@pytest.mark.parametrize("key", [KEY, "policy 2"])
@pytest.mark.parametrize("seen", [0, 1, 2])
def test_nothing_is_noted_if_the_store_changes_while_the_orders_are_read(folder: Path, key: str, seen: int) -> None:
    with OrderStore.open(folder) as store:
        found = store.awake(key, NOW)
        for _ in range(seen):
            next(found.orders)
        change_the_lamp(folder)
        list(found.orders)
        assert store.note(found, notes_at(dict.fromkeys(WAKES))) is False
    assert number(LAMP) in [order.number for order in awake(folder, key=key)]


def test_what_two_have_worked_out_at_once_is_noted_once(tmp_path: Path) -> None:
    stored(tmp_path, ALL)
    with OrderStore.open(tmp_path) as one, OrderStore.open(tmp_path) as other:
        first, second = one.awake(KEY, NOW), other.awake("policy 2", NOW)
        assert one.note(first, notes_at(WAKES)) is True
        assert other.note(second, notes_at(WAKES)) is False
    assert awake(tmp_path) == (CABLE,)


def test_nothing_is_noted_and_nobody_waits_while_another_writes(folder: Path) -> None:
    with OrderStore.open(folder) as store, OrderStore.open(folder, write=True) as other:
        found = store.awake(KEY, NOW)
        with other.transaction("edit", NOW):
            other.put(replace(LAMP, title="Lamp, green"))
            assert store.note(found, notes_at(dict.fromkeys(WAKES))) is False
    assert awake(folder) == (CABLE, replace(LAMP, title="Lamp, green"))


def test_nothing_is_noted_while_another_reads(folder: Path) -> None:
    with (
        OrderStore.open(folder) as store,
        closing(sqlite3.connect(folder / "orders.db", isolation_level=None)) as reader,
    ):
        found = store.awake(KEY, NOW)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM orders").fetchone()
        assert store.note(found, notes_at(dict.fromkeys(WAKES))) is False
        assert tuple(store.awake(KEY, NOW).orders) == (CABLE, LAMP)


def test_after_noting_the_store_is_again_for_reading_only_and_as_patient_as_before(folder: Path) -> None:
    with OrderStore.open(folder, patience=1.5) as store:
        for key in (KEY, "policy 2"):
            assert store.note(store.awake(key, NOW), notes_at(dict.fromkeys(WAKES)))
        pragmas = [store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("query_only", "busy_timeout")]
    assert pragmas == [1, 1500]


def test_noting_waits_for_nobody_and_cannot_harm_the_file(folder: Path) -> None:
    statements: list[str] = []
    with OrderStore.open(folder) as store:
        store._connection.set_trace_callback(statements.append)
        assert store.note(store.awake(KEY, NOW), notes_at(dict.fromkeys(WAKES)))
        (synchronous,) = store._connection.execute("PRAGMA synchronous").fetchone()
    before = statements[: statements.index("BEGIN IMMEDIATE")]
    assert synchronous == 2
    assert {"PRAGMA busy_timeout = 0", "PRAGMA synchronous = FULL"} < set(before)


def test_a_store_that_is_not_there_notes_nothing_and_stays_away(tmp_path: Path) -> None:
    assert noted(tmp_path / "none") is False
    assert list(tmp_path.iterdir()) == []


def test_a_store_opened_for_writing_notes_nothing(folder: Path) -> None:
    with OrderStore.open(folder, write=True) as store:
        found = store.awake(KEY, NOW)
        put(store, [replace(CABLE, title="Short cable")])
        assert store.note(found, notes_at(dict.fromkeys(WAKES))) is False
    assert awake(folder) == (replace(CABLE, title="Short cable"),)


@posix_only
@pytest.mark.usefixtures("as_nobody")
@pytest.mark.parametrize("mode", [0o444, 0o666])
def test_a_read_only_store_notes_nothing(open_folder: Path, mode: int) -> None:
    folder = open_folder / "medium"
    nobody = os.geteuid()
    os.seteuid(os.getuid())
    stored(folder, ALL)
    (folder / "orders.db").chmod(mode)
    folder.chmod(0o555)
    os.seteuid(nobody)
    assert noted(folder) is False
    assert awake(folder) == ALL
    assert [path.name for path in folder.iterdir()] == ["orders.db"]


def test_a_full_disk_notes_nothing(tmp_path: Path) -> None:
    many = [Order(number=str(10**15 + index)) for index in range(3000)]
    stored(tmp_path, many)
    with OrderStore.open(tmp_path) as store:
        found = store.awake(KEY, NOW)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        assert store.note(found, notes_at({number(order): NOW + DAY for order in many})) is False
    assert awake(tmp_path) == tuple(many)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE wakes_hold SET asked = 'noon'",
        "UPDATE wakes_hold SET asked = x'00'",
        "UPDATE wakes_hold SET key = x'00'",
        "DELETE FROM wakes_hold",
    ],
)
def test_an_index_that_cannot_be_read_is_made_anew(folder: Path, change: str) -> None:
    tamper(folder, "DELETE FROM wakes", change)
    assert awake(folder) == ALL
    assert noted(folder)
    assert awake(folder) == (CABLE,)

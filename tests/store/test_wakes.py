from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.store import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, posix_only, put, stored, tamper

KEY = "policy 1"
DAY = timedelta(days=1)
ALL = (SOCKS, CABLE, LAMP)


def number(order: Order) -> str:
    return order.number or ""


WAKES = {number(SOCKS): None, number(CABLE): NOW + 2 * DAY, number(LAMP): NOW + 9 * DAY}


def noted(folder: Path, wakes: dict[str, datetime | None] = WAKES, now: datetime = NOW, key: str = KEY) -> bool:
    """Ask about everything that is awake at any time and note these wakes."""
    with OrderStore.open(folder) as store:
        return store.note_wakes(store.awake(key, now), wakes)


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


def test_only_orders_that_were_awake_are_noted(folder: Path) -> None:
    assert noted(folder, {number(SOCKS): NOW, "8123": NOW}) is False
    assert awake(folder) == (CABLE,)


def test_noting_twice_keeps_the_second(folder: Path) -> None:
    with OrderStore.open(folder) as store:
        found = store.awake(KEY, NOW)
        assert store.note_wakes(found, {number(CABLE): NOW + 20 * DAY})
        assert store.note_wakes(found, {number(CABLE): NOW + DAY})
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
        assert store.note_wakes(found, {number(CABLE): None, number(LAMP): None}) is False
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
        assert store.note_wakes(found, dict.fromkeys(WAKES)) is False
    assert number(LAMP) in [order.number for order in awake(folder, key=key)]


def test_what_two_have_worked_out_at_once_is_noted_once(tmp_path: Path) -> None:
    stored(tmp_path, ALL)
    with OrderStore.open(tmp_path) as one, OrderStore.open(tmp_path) as other:
        first, second = one.awake(KEY, NOW), other.awake("policy 2", NOW)
        assert one.note_wakes(first, WAKES) is True
        assert other.note_wakes(second, WAKES) is False
    assert awake(tmp_path) == (CABLE,)


def test_nothing_is_noted_and_nobody_waits_while_another_writes(folder: Path) -> None:
    with OrderStore.open(folder) as store, OrderStore.open(folder, write=True) as other:
        found = store.awake(KEY, NOW)
        with other.transaction("edit", NOW):
            other.put(replace(LAMP, title="Lamp, green"))
            assert store.note_wakes(found, dict.fromkeys(WAKES)) is False
    assert awake(folder) == (CABLE, replace(LAMP, title="Lamp, green"))


def test_nothing_is_noted_while_another_reads(folder: Path) -> None:
    with (
        OrderStore.open(folder) as store,
        closing(sqlite3.connect(folder / "orders.db", isolation_level=None)) as reader,
    ):
        found = store.awake(KEY, NOW)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM orders").fetchone()
        assert store.note_wakes(found, dict.fromkeys(WAKES)) is False
        assert tuple(store.awake(KEY, NOW).orders) == (CABLE, LAMP)


def test_after_noting_the_store_is_again_for_reading_only_and_as_patient_as_before(folder: Path) -> None:
    with OrderStore.open(folder, patience=1.5) as store:
        for key in (KEY, "policy 2"):
            assert store.note_wakes(store.awake(key, NOW), dict.fromkeys(WAKES))
        pragmas = [store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("query_only", "busy_timeout")]
    assert pragmas == [1, 1500]


def test_noting_waits_for_nobody_and_cannot_harm_the_file(folder: Path) -> None:
    statements: list[str] = []
    with OrderStore.open(folder) as store:
        store._connection.set_trace_callback(statements.append)
        assert store.note_wakes(store.awake(KEY, NOW), dict.fromkeys(WAKES))
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
        assert store.note_wakes(found, dict.fromkeys(WAKES)) is False
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
        assert store.note_wakes(found, {number(order): NOW + DAY for order in many}) is False
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


NUMBERS = ("81230001", "81230002", "81230003", "81230004")


class Put(NamedTuple):
    """One command that puts orders with these titles."""

    titles: Mapping[str, str]


class Delete(NamedTuple):
    """One command that deletes these orders."""

    numbers: frozenset[str]


class Undo(NamedTuple):
    """The last command is taken back."""


class Ask(NamedTuple):
    """Somebody asks and notes, and somebody else may change something in between."""

    key: str
    now: datetime
    until: datetime | None
    wakes: Mapping[str, datetime | None]
    meanwhile: Put | Delete | Undo | None


moments = st.integers(0, 6).map(lambda days: NOW + days * DAY)
numbers = st.sampled_from(NUMBERS)
changes = (
    st.builds(Put, st.dictionaries(numbers, st.sampled_from(("red", "blue"))))
    | st.builds(Delete, st.frozensets(numbers))
    | st.builds(Undo)
)
asks = st.builds(
    Ask,
    st.sampled_from((KEY, "policy 2")),
    moments,
    st.none() | moments,
    st.dictionaries(numbers, st.none() | moments, min_size=2),
    st.none() | st.none() | changes,
)


class Model:
    """What a store should say: the wakes noted since each order was last changed, and what they hold for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wakes: dict[str, datetime | None] = {}
        self.key = ""
        self.asked = NOW

    def change(self, change: Put | Delete | Undo) -> bool:
        """Do it, and forget the wakes of the orders touched; whether there were any."""
        touched = changed(self.folder, change)
        for each in touched:
            self.wakes.pop(each, None)
        return bool(touched)

    def awake(self, ask: Ask) -> set[str]:
        """The orders that must be asked about, and no others."""
        kept = {number(order) for order in all_in(self.folder)}
        if not self.holds(ask):
            return kept
        return {each for each in kept if each not in self.wakes or comes(self.wakes[each], ask.until)}

    def holds(self, ask: Ask) -> bool:
        return self.key == ask.key and self.asked <= ask.now

    def note(self, ask: Ask, awake: set[str]) -> bool:
        """Note the wakes of those that were awake; whether that is anything new."""
        new = {each: wake for each, wake in ask.wakes.items() if each in awake}
        if not self.holds(ask):
            self.wakes = new
        elif all(each in self.wakes and self.wakes[each] == wake for each, wake in new.items()):
            return False
        self.wakes.update(new)
        self.key, self.asked = ask.key, ask.now
        return True


def comes(wake: datetime | None, until: datetime | None) -> bool:
    return wake is not None and (until is None or wake <= until)


LAST_TOUCHED = "SELECT number FROM before_images WHERE command_id = (SELECT max(id) FROM commands)"


def changed(folder: Path, change: Put | Delete | Undo) -> set[str]:
    """The numbers of the orders that the change touches."""
    before = {order.number: order for order in all_in(folder)}
    with OrderStore.open(folder, write=True) as store:
        if isinstance(change, Undo):
            touched = {each for (each,) in store._connection.execute(LAST_TOUCHED)}
            with suppress(UsageError):
                store.undo()
            return touched
        with store.transaction("edit", NOW):
            if isinstance(change, Delete):
                return {each for each in change.numbers if store.delete(each)}
            orders = [Order(number=each, title=title) for each, title in change.titles.items()]
            for order in orders:
                store.put(order)
            return {number(order) for order in orders if before.get(order.number) != order}


@settings(max_examples=60)  # each syncs several commands to the disk
@given(st.lists(changes | asks, max_size=12))
def test_the_orders_that_are_awake_are_those_that_must_be(steps: list[Put | Delete | Undo | Ask]) -> None:
    with TemporaryDirectory() as name:
        model = Model(Path(name))
        for step in [Put(dict.fromkeys(NUMBERS, "green")), *steps]:
            if isinstance(step, Ask):
                ask_as_the_model(model, step)
            else:
                model.change(step)


def ask_as_the_model(model: Model, ask: Ask) -> None:
    with OrderStore.open(model.folder) as store:
        found = store.awake(ask.key, ask.now, ask.until)
        read = [number(order) for order in found.orders]
        assert (read, found.everything) == (sorted(model.awake(ask)), not model.holds(ask))
        if ask.meanwhile is not None and model.change(ask.meanwhile):
            assert store.note_wakes(found, ask.wakes) is False
        else:
            assert store.note_wakes(found, ask.wakes) is model.note(ask, set(read))

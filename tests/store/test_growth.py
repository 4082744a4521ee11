"""What a command costs does not grow with the store: counted in steps of SQLite, which no busy machine changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest

from aliorder.domain.order import Event, Order, When
from aliorder.errors import OrderNotFound
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, NOW, SOCKS, notes_at, put, stored

FEW, MANY = 100, 3000
MOST = 1.2
"""One tree is a level higher than the other, which is all that may be seen of the difference."""

SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=90)


def with_others(folder: Path, count: int) -> None:
    """A store with so many orders, of which only the first and the last one, the cable and the socks, wake soon."""
    others = [replace(CABLE, number=f"9{index:06}4444", alias=None) for index in range(count)]
    with OrderStore.open(stored(folder / str(count), [CABLE, *others, SOCKS])) as store:
        awake = store.awake("policy 1", NOW)
        wakes = {order.number or "": LATER for order in awake.orders}
        assert store.note(awake, notes_at(wakes | {CABLE.number or "": SOON, SOCKS.number or "": SOON}))


@contextmanager
def steps_of(store: OrderStore) -> Iterator[list[int]]:
    steps = [0]

    def count() -> int:
        steps[0] += 1
        return 0

    store._connection.set_progress_handler(count, 1)
    try:
        yield steps
    finally:
        store._connection.set_progress_handler(None, 1)


def ask(store: OrderStore) -> None:
    awake = store.awake("policy 1", NOW, SOON)
    assert tuple(awake.orders) == (SOCKS, CABLE)


def ask_and_note(store: OrderStore) -> None:
    awake = store.awake("policy 1", NOW, SOON)
    assert store.note(awake, notes_at(dict.fromkeys([order.number or "" for order in awake.orders])))


def find_by_digits(store: OrderStore) -> None:
    assert (store.find("8123"), store.find("1111"), store.find("777700001111")) == (CABLE, SOCKS, SOCKS)


def find_in_vain(store: OrderStore) -> None:
    with pytest.raises(OrderNotFound):
        store.find("0000")


def find_by_what_happened(store: OrderStore) -> None:
    assert store.with_event("refund-received") == ()


def add(store: OrderStore) -> None:
    put(store, [Order(number="8190000000001234", alias="new")])


def record(store: OrderStore) -> None:
    put(store, [replace(CABLE, events=(*CABLE.events, Event("shipped", When())))])


def undo(store: OrderStore) -> None:
    put(store, [replace(CABLE, title="Short cable")])
    store.undo()


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stores")
    for count in (FEW, MANY):
        with_others(folder, count)
    return folder


@pytest.fixture
def folders(stores: Path, tmp_path: Path) -> tuple[Path, Path]:
    copied = copytree(stores, tmp_path / "stores")
    return copied / str(FEW), copied / str(MANY)


@pytest.mark.parametrize("work", [ask, ask_and_note, find_by_digits, find_in_vain, find_by_what_happened])
def test_reading_costs_no_more_in_a_large_store(folders: tuple[Path, Path], work: Callable[[OrderStore], None]) -> None:
    few, many = (steps(folder, work, write=False) for folder in folders)
    assert many <= few * MOST


@pytest.mark.parametrize("work", [add, record, undo])
def test_writing_costs_no_more_in_a_large_store(folders: tuple[Path, Path], work: Callable[[OrderStore], None]) -> None:
    few, many = (steps(folder, work, write=True) for folder in folders)
    assert many <= few * MOST


def steps(folder: Path, work: Callable[[OrderStore], None], *, write: bool) -> int:
    with OrderStore.open(folder, write=write) as store, steps_of(store) as counted:
        work(store)
    return counted[0]

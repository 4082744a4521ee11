"""Several processes with one store: real ones, each started afresh."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.errors import StoreError
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, all_in, put, stored

PROCESSES = get_context("spawn")
EACH = 20


def add_one_by_one(folder: Path, first: int) -> None:
    for number in range(first, first + EACH):
        stored(folder, [Order(number=str(number))])


def die_while_writing(folder: Path) -> None:
    with OrderStore.open(folder, write=True) as store, store.transaction("import", NOW):
        store.put(LAMP)
        # The first half of a commit: the file is changed, the rollback journal still stands.
        store._connection.execute("PRAGMA cache_spill = 1")
        store._connection.execute("PRAGMA cache_size = 1")
        for number in range(500):
            store.put(Order(number=f"{9 * 10**15 + number}", title="x" * 500))
        os._exit(9)


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [PROCESSES.Process(target=add_one_by_one, args=(tmp_path, start)) for start in (10**15, 2 * 10**15)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    expected = [str(start + step) for start in (10**15, 2 * 10**15) for step in range(EACH)]
    assert [order.number for order in all_in(tmp_path)] == expected


def test_a_process_that_dies_while_writing_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    writer = PROCESSES.Process(target=die_while_writing, args=(tmp_path,))
    writer.start()
    writer.join()
    assert writer.exitcode == 9
    assert (tmp_path / "orders.db-journal").exists()
    assert all_in(tmp_path) == (CABLE,)


def test_while_another_writes_reading_goes_on_and_writing_is_refused_after_a_while(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with OrderStore.open(tmp_path, write=True) as other, other.transaction("import", NOW):
        other.put(LAMP)
        assert all_in(tmp_path) == (CABLE,)
        with OrderStore.open(tmp_path, write=True, patience=0.1) as store, pytest.raises(StoreError) as problem:
            put(store, [])
        assert problem.value.message == f"the store {tmp_path / 'orders.db'} is busy: another program is using it"
    assert all_in(tmp_path) == (CABLE, LAMP)


def test_a_store_that_another_program_keeps_to_itself_is_busy(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with closing(sqlite3.connect(tmp_path / "orders.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for write in (False, True):
            with pytest.raises(StoreError, match="is busy"):
                OrderStore.open(tmp_path, write=write, patience=0.1)


def test_a_change_that_a_reader_holds_up_too_long_is_not_made(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with closing(sqlite3.connect(tmp_path / "orders.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM orders").fetchall()
        with OrderStore.open(tmp_path, write=True, patience=0.1) as store, pytest.raises(StoreError, match="is busy"):
            put(store, [LAMP])
    assert all_in(tmp_path) == (CABLE,)

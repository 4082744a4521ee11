from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.store import OrderStore
from aliorder.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, migrate, version_of
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, stored

FIRST_LAYOUT = Path(__file__).parent / "data" / "version-1.sql"
WOOL_SOCKS = replace(SOCKS, title="Wool socks")
KEPT = (WOOL_SOCKS, CABLE, LAMP)

NEXT = (*MIGRATIONS, ("ALTER TABLE orders ADD COLUMN colour TEXT", "UPDATE orders SET colour = 'red'"))
BROKEN = (*NEXT, ("CREATE TABLE half (id)", "DROP TABLE absent"))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = stored(tmp_path, [CABLE]) / "orders.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        yield opened


def layout(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_a_new_store_has_the_newest_version_and_our_mark(connection: sqlite3.Connection) -> None:
    assert version_of(connection) == SCHEMA_VERSION == len(MIGRATIONS)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_an_older_store_keeps_its_orders(connection: sqlite3.Connection) -> None:
    migrate(connection, NEXT)
    assert version_of(connection) == len(NEXT)
    assert connection.execute("SELECT number, colour FROM orders").fetchall() == [(CABLE.number, "red")]


def test_migrating_twice_changes_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection, NEXT)
    once = layout(connection)
    migrate(connection, NEXT)
    assert (layout(connection), version_of(connection)) == (once, len(NEXT))


def test_a_migration_that_fails_leaves_the_store_as_it_was(connection: sqlite3.Connection) -> None:
    before = layout(connection)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, BROKEN)
    assert (layout(connection), version_of(connection)) == (before, SCHEMA_VERSION)


def test_a_newer_store_is_never_taken_back(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA user_version = 99")
    migrate(connection)
    assert version_of(connection) == 99


def test_a_store_of_an_older_layout_is_read_without_being_changed(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    before = (tmp_path / "orders.db").read_bytes()
    with OrderStore.open(tmp_path) as store:
        assert store.all() == ()
    assert (tmp_path / "orders.db").read_bytes() == before


@pytest.fixture
def first_layout(tmp_path: Path) -> Path:
    """A folder with a store of the first layout, which holds `KEPT`, imported and then edited."""
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        connection.executescript(FIRST_LAYOUT.read_text(encoding="utf-8"))
    return tmp_path


def test_a_store_of_the_first_layout_is_read_as_it_is(first_layout: Path) -> None:
    before = (first_layout / "orders.db").read_bytes()
    with OrderStore.open(first_layout) as store:
        awake = store.awake("policy 1", NOW)
        assert (store.all(), tuple(store.each()), store.find("1111")) == (KEPT, KEPT, WOOL_SOCKS)
        assert (tuple(awake.orders), awake.everything) == (KEPT, True)
        assert store.note_wakes(awake, dict.fromkeys(map(number_of, KEPT))) is False
    assert (first_layout / "orders.db").read_bytes() == before


def test_a_store_of_the_first_layout_goes_on_in_the_newest(first_layout: Path) -> None:
    stored(first_layout, [])
    with closing(sqlite3.connect(first_layout / "orders.db")) as connection:
        migrated = (version_of(connection), layout(connection))
    fresh = stored(first_layout / "fresh", [CABLE])
    with closing(sqlite3.connect(fresh / "orders.db")) as connection:
        assert migrated == (SCHEMA_VERSION, layout(connection))
    assert all_in(first_layout) == KEPT
    with OrderStore.open(first_layout, write=True) as store:
        assert (store.undo().command, store.all()) == ("edit", (SOCKS, CABLE))
        assert (store.undo().command, store.all()) == ("import orders.csv", ())


def number_of(order: Order) -> str:
    return order.number or ""

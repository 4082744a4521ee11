from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aliorder.store import OrderStore
from aliorder.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, migrate, version_of
from tests.store.given import CABLE, stored

SECOND = (*MIGRATIONS, ("ALTER TABLE orders ADD COLUMN colour TEXT", "UPDATE orders SET colour = 'red'"))
BROKEN = (*SECOND, ("CREATE TABLE half (id)", "DROP TABLE absent"))


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
    migrate(connection, SECOND)
    assert version_of(connection) == len(SECOND)
    assert connection.execute("SELECT number, colour FROM orders").fetchall() == [(CABLE.number, "red")]


def test_migrating_twice_changes_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection, SECOND)
    once = layout(connection)
    migrate(connection, SECOND)
    assert (layout(connection), version_of(connection)) == (once, len(SECOND))


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

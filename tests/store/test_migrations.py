from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.store import OrderStore
from aliorder.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, migrate, version_of
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, stored

LAYOUTS = Path(__file__).parent / "data"
WOOL_SOCKS = replace(SOCKS, title="Wool socks")
KEPT = (WOOL_SOCKS, CABLE, LAMP)
SECOND_LAMP = replace(LAMP, number="8190000000002346", alias=None)

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


@pytest.fixture(params=range(1, SCHEMA_VERSION))
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder with a store of each older layout, which holds `KEPT`, imported and then edited."""
    script = (LAYOUTS / f"version-{request.param}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        connection.executescript(script)
        assert version_of(connection) == request.param
    return tmp_path


def test_a_store_of_an_older_layout_is_read_as_it_is(older: Path) -> None:
    before = (older / "orders.db").read_bytes()
    with OrderStore.open(older) as store:
        awake = store.awake("another policy", NOW)
        assert (store.all(), tuple(store.each()), store.find("1111")) == (KEPT, KEPT, WOOL_SOCKS)
        assert (tuple(awake.orders), awake.everything) == (KEPT, True)
        assert store.note_wakes(awake, dict.fromkeys(map(number_of, KEPT))) is False
    assert (older / "orders.db").read_bytes() == before


def test_a_store_of_an_older_layout_goes_on_in_the_newest(older: Path) -> None:
    stored(older, [])
    with closing(sqlite3.connect(older / "orders.db")) as connection:
        migrated = (version_of(connection), layout(connection))
    fresh = stored(older / "fresh", [CABLE])
    with closing(sqlite3.connect(fresh / "orders.db")) as connection:
        assert migrated == (SCHEMA_VERSION, layout(connection))
    assert all_in(older) == KEPT
    with OrderStore.open(older, write=True) as store:
        assert (store.undo().command, store.all()) == ("edit", (SOCKS, CABLE))
        assert (store.undo().command, store.all()) == ("import orders.csv", ())


def test_what_was_noted_in_the_second_layout_still_holds(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        connection.executescript((LAYOUTS / "version-2.sql").read_text(encoding="utf-8"))
    stored(tmp_path, [SECOND_LAMP])
    with OrderStore.open(tmp_path) as store:
        awake = store.awake("policy 1", NOW, NOW + timedelta(days=2))
        assert (tuple(awake.orders), awake.everything) == ((CABLE, SECOND_LAMP), False)


def number_of(order: Order) -> str:
    return order.number or ""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from aliorder.records.outlooks import UNASKED
from aliorder.store.files import KnownFile
from aliorder.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, migrate, version_of
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, note_at, stored

LAYOUTS = Path(__file__).parent / "data"
WOOL_SOCKS = replace(SOCKS, title="Wool socks")
KEPT = (WOOL_SOCKS, CABLE, LAMP)
SECOND_LAMP = replace(LAMP, number="8190000000002346", alias=None)
NOTES = {order.number or "": note_at(NOW + timedelta(days=9)) for order in KEPT}
UNASKED_OF = [(order, UNASKED) for order in KEPT]

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
        noted = store.noted("policy 1", NOW)
        assert ([(order, noted.note(order)) for order in noted.orders], noted.everything) == (UNASKED_OF, True)
        assert store.note(awake, NOTES) is False
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


def test_what_was_noted_in_an_older_layout_no_longer_holds_until_it_is_noted_anew(older: Path) -> None:
    stored(older, [SECOND_LAMP])
    kept = (WOOL_SOCKS, CABLE, LAMP, SECOND_LAMP)
    with OrderStore.open(older) as store:
        awake = store.awake("policy 1", NOW, NOW)
        assert (tuple(awake.orders), awake.everything) == (kept, True)
        assert store.note(awake, NOTES)
        assert tuple(store.awake("policy 1", NOW, NOW).orders) == (SECOND_LAMP,)
        noted = store.noted("policy 1", NOW)
        assert {order.number: noted.note(order) for order in noted.orders} == NOTES | {SECOND_LAMP.number: UNASKED}


def test_every_order_of_an_older_layout_has_a_row_for_what_is_noted(older: Path) -> None:
    stored(older, [])
    with closing(sqlite3.connect(older / "orders.db")) as connection:
        orders = connection.execute("SELECT id FROM orders ORDER BY id").fetchall()
        assert connection.execute("SELECT order_id FROM wakes ORDER BY order_id").fetchall() == orders
        assert connection.execute("SELECT * FROM wakes_hold").fetchall() == []


def test_a_file_that_the_third_layout_remembers_is_known(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        connection.executescript((LAYOUTS / "version-3.sql").read_text(encoding="utf-8"))
    known = KnownFile("5f" * 32, "orders.csv", NOW, NOW, "csv", "{}", raw=False)
    with OrderStore.open(tmp_path) as store:
        assert list(store.files()) == [known]
    with OrderStore.open(tmp_path, write=True) as store:
        assert list(store.files()) == [known]
        store.undo()
        store.undo()
        assert list(store.files()) == []

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.errors import InputRefused, StoreError
from aliorder.store import restoring
from aliorder.store.backups import backups_in
from aliorder.store.files import KnownFile
from aliorder.store.migrations import SCHEMA_VERSION
from aliorder.store.orders import OrderStore
from aliorder.store.replacing import replace_all
from aliorder.store.restoring import Difference, difference, open_backup, restore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, note_at, posix_only, put, stored, tamper
from tests.strategies import orders

PROCESSES = get_context("spawn")
FILE = KnownFile("a1" * 32, "orders.csv", NOW, NOW, "order-exporter", "{}", raw=True)
LAYOUTS = Path(__file__).parent / "data"
GREEN = replace(LAMP, title="Lamp, green")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A backup of a store with two orders, a command and a file."""
    target = tmp_path / "copy.db"
    with OrderStore.open(tmp_path / "other", write=True) as store:
        with store.transaction("import orders.csv", NOW):
            store.put_many([CABLE, LAMP])
            store.remember_file(FILE)
        store.backup(target)
    return target


def home(tmp_path: Path, kept: Sequence[Order] = (GREEN, SOCKS)) -> Path:
    return stored(tmp_path / "home", kept)


def restored(folder: Path, path: Path, at: datetime = NOW) -> Path | None:
    with open_backup(path) as backup:
        return restore(folder, backup, at)


def kept_before(path: Path | None) -> tuple[Order, ...]:
    assert path is not None
    with open_backup(path) as backup:
        return backup.all()


def test_the_store_holds_all_that_the_backup_held(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    restored(folder, copy)
    with OrderStore.open(folder, write=True) as store:
        assert (store.all(), list(store.files())) == ((CABLE, LAMP), [FILE])
        assert (store.undo().command, store.all(), list(store.files())) == ("import orders.csv", (), [])


def test_what_was_there_before_is_kept_and_can_be_brought_back(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    before = restored(folder, copy)
    assert before == folder / "backups" / "auto-20260504T083000Z.db"
    assert kept_before(before) == (SOCKS, GREEN)
    assert kept_before(restored(folder, before)) == (CABLE, LAMP)
    assert all_in(folder) == (SOCKS, GREEN)


def test_the_backup_that_is_restored_stays(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    for step in range(10):
        with OrderStore.open(folder, write=True) as store:
            at = NOW.replace(minute=step)
            with store.transaction("import", at, backup_to=folder / "backups"):
                store.put(replace(LAMP, title=f"{step}"))
    oldest = backups_in(folder / "backups")[-1].path
    restored(folder, oldest, NOW.replace(minute=59))
    assert oldest.exists()


@pytest.mark.parametrize("command", [None, "add"])
def test_a_store_that_holds_nothing_is_not_kept(tmp_path: Path, copy: Path, command: str | None) -> None:
    folder = tmp_path / "home"
    if command:
        stored(folder, [])
    assert restored(folder, copy) is None
    assert (all_in(folder), [path.name for path in folder.iterdir()]) == ((CABLE, LAMP), ["orders.db"])


def test_after_it_every_order_is_asked_about_again(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    with OrderStore.open(folder) as store:
        awake = store.awake("policy 1", NOW)
        assert store.note(awake, {order.number or "": note_at(None) for order in awake.orders})
    restored(folder, copy)
    with OrderStore.open(folder) as store:
        awake = store.awake("policy 1", NOW, NOW)
        assert (tuple(awake.orders), awake.everything) == ((CABLE, LAMP), True)


def test_afterwards_orders_are_put_and_removed_as_ever(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    restored(folder, copy)
    with OrderStore.open(folder, write=True) as store:
        put(store, [SOCKS, replace(LAMP, notes=("new",))])
        with store.transaction("remove", NOW):
            store.delete(CABLE.number or "")
        assert store._connection.execute("SELECT count(*) FROM items").fetchone() == (0,)
        store.undo()
        store.undo()
        assert store.all() == (CABLE, LAMP)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_backup_of_an_older_layout_is_brought_up_to_date_and_stays_as_it_is(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((LAYOUTS / f"version-{version}.sql").read_text(encoding="utf-8"))
    before = path.read_bytes()
    restored(home(tmp_path), path)
    assert all_in(tmp_path / "home") == (replace(SOCKS, title="Wool socks"), CABLE, LAMP)
    assert path.read_bytes() == before


def test_the_difference_counts_orders(tmp_path: Path, copy: Path) -> None:
    with open_backup(copy) as backup:
        found = difference((SOCKS, GREEN), backup)
        assert (found, found.then) == (Difference(gone=1, back=1, otherwise=1, same=0), 2)
        assert difference((), backup) == Difference(0, 2, 0, 0)
        assert difference((CABLE, LAMP), backup) == Difference(0, 0, 0, 2)


numbered = st.lists(orders(st.sampled_from(("81", "82", "83", "84"))), max_size=4, unique_by=lambda order: order.number)


@settings(max_examples=15)
@given(numbered, numbered)
def test_any_store_takes_the_place_of_any_other(before: list[Order], after: list[Order]) -> None:
    before, after = ([replace(order, alias=None) for order in each] for each in (before, after))
    with TemporaryDirectory() as name:
        folder, other = stored(Path(name) / "home", before), stored(Path(name) / "other", after)
        with open_backup(other / "orders.db") as backup:
            found = difference(all_in(folder), backup)
            restore(folder, backup, NOW)
        assert all_in(folder) == all_in(other)
        assert found.gone == len({order.number for order in before} - {order.number for order in after})
        assert found.same == len([order for order in after if order in before])
        assert found.then == len(after)


def empty(path: Path) -> str:
    path.write_bytes(b"")
    return "it is not a backup of aliorder"


def foreign(path: Path) -> str:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE orders (number)")
    return "it is not a backup of aliorder"


def text(path: Path) -> str:
    path.write_text("order,total\n" * 500, encoding="utf-8")
    return "it is not a backup of aliorder, or it is damaged"


def newer(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return "it was written by a newer aliorder (layout 99)"


def short(path: Path) -> str:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return "it is not a backup of aliorder, or it is damaged"


def without_a_table(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE items")
    return "it is not a backup of aliorder, or it is damaged"


def folder_instead(path: Path) -> str:
    path.unlink()
    path.mkdir()
    return "it is not a file"


def absent(path: Path) -> str:
    path.unlink()
    return "there is no such file"


SPOILED = [empty, foreign, text, newer, short, without_a_table, folder_instead, absent]


@pytest.mark.parametrize("spoil", SPOILED)
def test_what_is_no_whole_backup_is_refused(tmp_path: Path, copy: Path, spoil: Callable[[Path], str]) -> None:
    why = spoil(copy)
    with pytest.raises(InputRefused) as refused:
        open_backup(copy)
    assert refused.value.message == f"{copy} cannot be restored: {why}"
    assert refused.value.exit_code == 4


@pytest.mark.parametrize(
    "change, why",
    [
        ("events SET kind = 'melted'", 'order 8123000000002345, events.kind: "melted" is not known to this aliorder'),
        ("orders SET parcel = 'melted'", 'order 8123000000002345, parcel: "melted" is not known to this aliorder'),
    ],
)
def test_an_order_that_cannot_be_read_is_named(tmp_path: Path, copy: Path, change: str, why: str) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(f"UPDATE {change}")
    with open_backup(copy) as backup, pytest.raises(InputRefused) as refused:
        difference((), backup)
    assert refused.value.message == f"{copy} cannot be restored: it is damaged: {why}"


def test_rows_that_break_a_rule_of_the_layout_are_damage(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE orders SET keep = 7")
    with pytest.raises(InputRefused, match="it is damaged"):
        open_backup(copy)


@pytest.mark.parametrize("seed", range(40))
def test_a_backup_overwritten_in_places_is_restored_or_refused(tmp_path: Path, copy: Path, seed: int) -> None:
    folder = home(tmp_path)
    damaged = bytearray(copy.read_bytes())
    place = seed * 2999 % (len(damaged) - 600)
    damaged[place : place + 600] = bytes((seed * 7 + index) % 256 for index in range(600))
    copy.write_bytes(damaged)
    try:
        with open_backup(copy) as backup:
            difference((), backup)
            restore(folder, backup, NOW)
    except InputRefused:
        assert all_in(folder) == (SOCKS, GREEN)
    else:
        assert len(all_in(folder)) == 2


def test_parts_of_no_order_are_left_behind(tmp_path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("INSERT INTO notes VALUES (3, 0, 'of no order')")
    folder = home(tmp_path)
    restored(folder, copy)
    stored(folder, [replace(SOCKS, notes=("mine",))])
    assert all_in(folder) == (replace(SOCKS, notes=("mine",)), CABLE, LAMP)


def damage(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0 and then something else" * 100)


def damage_inside(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[-8192:] = b"\xff" * 8192
    path.write_bytes(whole)


def damage_layout(path: Path) -> None:
    tamper(path.parent, "DROP TABLE notes")


@pytest.mark.parametrize("spoil", [damage, damage_inside, damage_layout])
def test_a_damaged_store_is_replaced_and_put_aside(tmp_path: Path, copy: Path, spoil: Callable[[Path], None]) -> None:
    folder = home(tmp_path)
    spoil(folder / "orders.db")
    before = (folder / "orders.db").read_bytes()
    (folder / "orders.db-journal").write_bytes(b"of no use")
    aside = restored(folder, copy)
    assert aside == folder / "backups" / "damaged-20260504T083000Z.db"
    assert (aside.read_bytes(), all_in(folder)) == (before, (CABLE, LAMP))
    assert not (folder / "orders.db-journal").exists()


@pytest.mark.parametrize("spoil, why", [(newer, "was written by a newer aliorder"), (foreign, "belongs to another")])
def test_a_store_that_is_not_ours_to_replace_is_left_alone(
    tmp_path: Path, copy: Path, spoil: Callable[[Path], str], why: str
) -> None:
    folder = home(tmp_path)
    spoil(folder / "orders.db")
    before = (folder / "orders.db").read_bytes()
    with pytest.raises(StoreError, match=why):
        restored(folder, copy)
    assert (folder / "orders.db").read_bytes() == before


@posix_only
def test_a_store_behind_a_link_stays_there(tmp_path: Path, copy: Path) -> None:
    folder, real = tmp_path / "home", stored(tmp_path / "real", [SOCKS]) / "orders.db"
    folder.mkdir()
    (folder / "orders.db").symlink_to(real)
    for spoil in (lambda _: None, damage):
        spoil(real)
        restored(folder, copy)
        assert ((folder / "orders.db").is_symlink(), all_in(real.parent)) == (True, (CABLE, LAMP))


def test_while_another_writes_nothing_is_replaced(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    with OrderStore.open(folder, write=True) as other, other.transaction("add", NOW):
        other.put(CABLE)
        with open_backup(copy) as backup, pytest.raises(StoreError, match="is busy"):
            restore(folder, backup, NOW, patience=0.1)
    assert all_in(folder) == (SOCKS, CABLE, GREEN)


def test_who_reads_meanwhile_keeps_it_from_being_replaced_or_sees_one_of_both(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    with OrderStore.open(folder) as reader, open_backup(copy) as backup:
        orders_there = reader.each(batch=1)
        assert next(orders_there) == SOCKS
        restore(folder, backup, NOW)
        assert list(orders_there) == [CABLE, LAMP]
    with closing(sqlite3.connect(folder / "orders.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM orders").fetchall()
        with open_backup(copy) as backup, pytest.raises(StoreError, match="is busy"):
            restore(folder, backup, NOW, patience=0.1)


def test_if_the_store_cannot_be_kept_it_is_not_replaced(tmp_path: Path, copy: Path) -> None:
    folder = home(tmp_path)
    (folder / "backups").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="no backup can be written to"):
        restored(folder, copy)
    assert all_in(folder) == (SOCKS, GREEN)


def die_while_restoring(folder: Path, path: Path) -> None:
    def die(target: sqlite3.Connection, source: sqlite3.Connection) -> NoReturn:
        target.execute("PRAGMA cache_size = 1")
        replace_all(target, source)
        os._exit(9)

    vars(restoring)["replace_all"] = die
    restored(folder, path)


def test_a_process_that_dies_while_restoring_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    folder = home(tmp_path)
    many = [Order(number=str(10**15 + number), title="x" * 900) for number in range(2000)]
    big = stored(tmp_path / "other", many) / "orders.db"
    writer = PROCESSES.Process(target=die_while_restoring, args=(folder, big))
    writer.start()
    writer.join()
    assert writer.exitcode == 9
    assert (folder / "orders.db-journal").exists()
    assert (folder / "orders.db").stat().st_size > 1_000_000
    assert all_in(folder) == (SOCKS, GREEN)


def test_a_damaged_store_that_cannot_be_replaced_is_as_it_was(
    tmp_path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    folder = home(tmp_path)
    damage(folder / "orders.db")
    before = (folder / "orders.db").read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreError, match="No space left on device"):
        restored(folder, copy)
    monkeypatch.undo()
    assert (folder / "orders.db").read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.is_file()] == ["orders.db"]

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import NoReturn

import pytest

from aliorder.domain.order import Order
from aliorder.errors import StoreError, UsageError
from aliorder.store.backups import Backup, CopyNotWritten, backups_in, new_backup
from aliorder.store.files import KnownFile
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, posix_only, put, stored, tamper

PROCESSES = get_context("spawn")
FILE = KnownFile("a1" * 32, "orders.csv", NOW, NOW, "order-exporter", "{}", raw=False)
FIRST = "auto-20260504T083000Z.db"


def backed_up(folder: Path, orders: list[Order], at: datetime = NOW, *, bulk: bool = False) -> Path | None:
    """One import of the orders with a backup before it; where that was put."""
    with OrderStore.open(folder, write=True) as store:
        with store.transaction("import", at, bulk=bulk, backup_to=folder / "backups"):
            store.put_many(orders)
        return store.copied_to


def orders_of(path: Path) -> tuple[Order, ...]:
    """What is in a copy, looked at as a store."""
    folder = path.parent / f"{path.name}-opened"
    folder.mkdir()
    (folder / "orders.db").write_bytes(path.read_bytes())
    return all_in(folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_what_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with OrderStore.open(stored(tmp_path, [CABLE, LAMP])) as store:
        assert store.backup(target) == 2
    assert orders_of(target) == (CABLE, LAMP)


def test_a_backup_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    for kept in ([CABLE], [CABLE, LAMP]):
        with OrderStore.open(stored(tmp_path, kept)) as store:
            store.backup(target)
    assert orders_of(target) == (CABLE, LAMP)
    assert names(tmp_path) == ["copy.db", "copy.db-opened", "orders.db"]


def test_a_store_that_is_absent_is_copied_as_an_empty_one(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path / "absent") as store:
        assert store.backup(tmp_path / "copy.db") == 0
    assert orders_of(tmp_path / "copy.db") == ()


@posix_only
@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_only_the_owner_may_see_a_backup(tmp_path: Path, mask: int) -> None:
    stored(tmp_path, [CABLE])
    before = os.umask(mask)
    try:
        copied = backed_up(tmp_path, [LAMP])
    finally:
        os.umask(before)
    assert copied is not None
    assert [stat.S_IMODE(path.stat().st_mode) for path in (copied, copied.parent)] == [0o600, 0o700]


def test_a_transaction_copies_what_was_before_its_first_change(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    copied = backed_up(tmp_path, [LAMP, SOCKS])
    assert copied == tmp_path / "backups" / FIRST
    assert orders_of(copied) == (CABLE,)
    assert all_in(tmp_path) == (SOCKS, CABLE, LAMP)


def test_a_transaction_that_changes_no_order_copies_nothing(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with OrderStore.open(tmp_path, write=True) as store:
        with store.transaction("import", NOW, backup_to=tmp_path / "backups"):
            store.put_many([CABLE])
            store.put(CABLE)
            store.told([CABLE.number or ""])
            store.remember_file(FILE)
        assert store.copied_to is None
    assert names(tmp_path) == ["orders.db"]


def test_the_copy_is_made_once_whatever_was_told_and_refused_before(tmp_path: Path) -> None:
    folder = stored(tmp_path, [CABLE]) / "backups"
    with (
        OrderStore.open(tmp_path, write=True) as store,
        store.transaction("import", NOW, bulk=True, backup_to=folder),
    ):
        store.told([str(10**15 + number) for number in range(100_000)])
        for place in range(3):
            store.remember_file(FILE._replace(sha256=f"{place:064}"))
        with pytest.raises(UsageError):
            store.put_many([LAMP, replace(SOCKS, alias="lamp"), replace(LAMP, alias="cable")])
        store.put(LAMP)
        store.delete(CABLE.number or "")
    assert names(folder) == [FIRST]
    assert orders_of(folder / FIRST) == (CABLE,)


def test_a_second_one_in_the_same_second_has_a_name_of_its_own(tmp_path: Path) -> None:
    backed_up(tmp_path, [CABLE])
    backed_up(tmp_path, [LAMP])
    backed_up(tmp_path, [SOCKS])
    assert [(each.path.name, each.orders) for each in backups_in(tmp_path / "backups")] == [
        ("auto-20260504T083000Z-3.db", 2),
        ("auto-20260504T083000Z-2.db", 1),
        (FIRST, 0),
    ]


def test_the_ten_newest_automatic_ones_stay_and_all_others(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    stored(tmp_path, [CABLE])
    with OrderStore.open(tmp_path) as store:
        store.backup(new_backup(folder, NOW, "orders"))
    for name in ("notes.txt", "auto-2020.db", "auto-20200101T000000Z.db.txt", "damaged-20200101T000000Z.db"):
        (folder / name).write_text("x", encoding="utf-8")
    others = names(folder)
    for step in range(13):
        backed_up(tmp_path, [replace(LAMP, title=f"{step}")], NOW + timedelta(minutes=step))
    automatic = [f"auto-20260504T08{30 + step}00Z.db" for step in range(3, 13)]
    assert names(folder) == sorted([*others, *automatic])


def test_a_new_one_stays_even_if_the_clock_goes_wrong(tmp_path: Path) -> None:
    for step in range(11):
        backed_up(tmp_path, [replace(LAMP, title=f"{step}")], NOW + timedelta(minutes=step))
    copied = backed_up(tmp_path, [SOCKS], NOW - timedelta(days=9))
    assert copied is not None
    assert copied.exists()


@posix_only
def test_a_link_with_such_a_name_is_no_backup_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (tmp_path / "mine.db").write_text("mine", encoding="utf-8")
    (folder / "auto-20200101T000000Z.db").symlink_to(tmp_path / "mine.db")
    for step in range(12):
        backed_up(tmp_path, [replace(LAMP, title=f"{step}")], NOW + timedelta(minutes=step))
    assert (tmp_path / "mine.db").read_text(encoding="utf-8") == "mine"
    assert (folder / "auto-20200101T000000Z.db").is_symlink()
    assert len(backups_in(folder)) == 10


def test_drafts_of_who_was_killed_are_cleared_away_after_a_day(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name, age in (("old", 90_000), ("new", 60)):
        draft = folder / f".aliorder-{name}.part"
        draft.touch()
        os.utime(draft, (time.time() - age,) * 2)
    backed_up(tmp_path, [CABLE])
    assert names(folder) == [".aliorder-new.part", FIRST]


def test_backups_are_listed_newest_first_with_what_is_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert backups_in(folder) == []
    automatic = backed_up(tmp_path, [CABLE])
    assert automatic is not None
    by_hand = new_backup(folder, NOW + timedelta(hours=1), "orders")
    with OrderStore.open(tmp_path) as store:
        store.backup(by_hand)
    damaged = new_backup(folder, NOW - timedelta(hours=1), "orders")
    damaged.write_bytes(b"nothing of ours")
    moment = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
    assert backups_in(folder) == [
        Backup(by_hand, moment + timedelta(hours=1), by_hand.stat().st_size, 1, automatic=False),
        Backup(automatic, moment, automatic.stat().st_size, 0, automatic=True),
        Backup(damaged, moment - timedelta(hours=1), 15, None, automatic=False),
    ]


def refuse(*_: object) -> NoReturn:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["replace", "open"])
def test_a_backup_that_cannot_be_put_in_place_leaves_what_was_there(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    target.write_text("the one before", encoding="utf-8")
    with OrderStore.open(stored(tmp_path, [CABLE])) as store:
        monkeypatch.setattr(Path, step, refuse)
        with pytest.raises(CopyNotWritten) as problem:
            store.backup(target)
        monkeypatch.undo()
    assert problem.value.message == f"no backup can be written to {target}: No space left on device"
    assert (target.read_text(encoding="utf-8"), names(tmp_path)) == ("the one before", ["copy.db", "orders.db"])


def test_an_import_that_cannot_be_backed_up_changes_nothing(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    (tmp_path / "backups").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="no backup can be written to"):
        backed_up(tmp_path, [LAMP])
    assert all_in(tmp_path) == (CABLE,)


def test_a_damaged_store_is_not_backed_up(tmp_path: Path) -> None:
    path = stored(tmp_path, [CABLE]) / "orders.db"
    tamper(tmp_path, *(f"INSERT INTO notes VALUES (1, {place}, '{'x' * 3000}')" for place in range(10, 60)))
    whole = bytearray(path.read_bytes())
    whole[-4096:] = b"\xff" * 4096
    path.write_bytes(whole)
    with OrderStore.open(tmp_path) as store, pytest.raises(StoreError, match="is damaged"):
        store.backup(tmp_path / "copy.db")
    assert names(tmp_path) == ["orders.db"]


def test_a_backup_within_a_transaction_is_not_made(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("add", NOW), pytest.raises(RuntimeError):
        store.backup(tmp_path / "copy.db")


def test_a_store_that_another_program_keeps_to_itself_is_busy(tmp_path: Path) -> None:
    path = stored(tmp_path, [CABLE]) / "orders.db"
    with (
        OrderStore.open(tmp_path, patience=0.1) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="is busy"):
            store.backup(tmp_path / "copy.db")
    assert names(tmp_path) == ["orders.db"]


def test_while_another_writes_a_backup_holds_what_was_before(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with OrderStore.open(tmp_path, write=True) as other, other.transaction("import", NOW):
        other.put(LAMP)
        with OrderStore.open(tmp_path) as store:
            assert store.backup(tmp_path / "copy.db") == 1
    assert (orders_of(tmp_path / "copy.db"), all_in(tmp_path)) == ((CABLE,), (CABLE, LAMP))


def die_while_backing_up(folder: Path) -> None:
    Path.replace = lambda *_: os._exit(9)  # type: ignore[method-assign]
    backed_up(folder, [LAMP])


def test_a_process_that_dies_while_backing_up_leaves_the_old_backups_and_the_store(tmp_path: Path) -> None:
    backed_up(tmp_path, [CABLE])
    writer = PROCESSES.Process(target=die_while_backing_up, args=(tmp_path,))
    writer.start()
    writer.join()
    assert writer.exitcode == 9
    assert [(each.path.name, each.orders) for each in backups_in(tmp_path / "backups")] == [(FIRST, 0)]
    assert all_in(tmp_path) == (CABLE,)
    with OrderStore.open(tmp_path, write=True) as store:
        put(store, [LAMP])

"""Whose copies have to stay: what an order, undo or a backup speaks of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.store.database import FILE_NAME, connect
from aliorder.store.journal import mentioned
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, PHOTO, all_in, put, stored, tamper

OTHER = "b2" * 32
PROVEN = replace(LAMP, evidence=(PHOTO, PHOTO._replace(sha256=OTHER, name="两.jpg", supports=(), shows=None)))


def in_use(folder: Path, *digests: str) -> set[str]:
    with OrderStore.open(folder) as store:
        return store.evidence_in_use(digests)


def in_backups(folder: Path, *digests: str) -> set[str]:
    with OrderStore.open(folder) as store:
        return store.evidence_in_backups(digests)


def test_evidence_is_kept_in_its_order(tmp_path: Path) -> None:
    assert all_in(stored(tmp_path, [CABLE, PROVEN])) == (CABLE, PROVEN)
    backwards = replace(PROVEN, evidence=PROVEN.evidence[::-1])
    assert all_in(stored(tmp_path, [backwards])) == (CABLE, backwards)


def test_what_an_order_has_is_in_use(tmp_path: Path) -> None:
    stored(tmp_path, [PROVEN])
    assert in_use(tmp_path) == set()
    assert in_use(tmp_path, OTHER, "c3" * 32) == {OTHER}


def test_what_undo_brings_back_is_in_use(tmp_path: Path) -> None:
    stored(tmp_path, [PROVEN])
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("remove", NOW):
        store.delete(LAMP.number or "")
    assert in_use(tmp_path, OTHER, PHOTO.sha256) == {OTHER, PHOTO.sha256}
    for number in range(50):
        stored(tmp_path, [Order(number=f"{10**15 + number}")])
    assert in_use(tmp_path, OTHER, PHOTO.sha256) == set()


def test_what_undo_knows_is_read_once_for_all_that_is_asked(tmp_path: Path) -> None:
    photos = tuple(PHOTO._replace(sha256=f"{number:064x}") for number in range(300))
    stored(tmp_path, [replace(LAMP, evidence=photos)])
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("remove", NOW):
        store.delete(LAMP.number or "")
    with closing(connect(tmp_path / FILE_NAME, "ro")) as connection:
        steps: list[str] = []
        connection.set_trace_callback(steps.append)
        assert len(mentioned(connection, {f"{number:064x}" for number in range(200, 500)})) == 100
    assert len(steps) == 1


def test_a_sum_within_a_longer_run_of_digits_is_none(tmp_path: Path) -> None:
    stored(tmp_path, [replace(LAMP, title=f"sha256 {OTHER}", tracking=f"1{OTHER}")])
    with OrderStore.open(tmp_path, write=True) as store:
        put(store, [LAMP])
    assert in_use(tmp_path, OTHER) == set()


@pytest.mark.parametrize("copy", ["auto-20260504T083000Z.db", "orders-20260504T083000Z-2.db"])
def test_what_a_backup_brings_back_is_in_use_until_the_backup_goes(tmp_path: Path, copy: str) -> None:
    (tmp_path / "backups").mkdir()
    stored(tmp_path / "before", [PROVEN])
    with OrderStore.open(tmp_path / "before") as store:
        store.backup(tmp_path / "backups" / copy)
    stored(tmp_path, [CABLE])
    assert in_backups(tmp_path, OTHER, "c3" * 32) == {OTHER}
    (tmp_path / "backups" / copy).unlink()
    assert in_backups(tmp_path, OTHER) == set()


def test_a_backup_from_before_there_was_evidence_speaks_of_none(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    with closing(sqlite3.connect(tmp_path / "backups" / "auto-20260503T083000Z.db")) as connection:
        connection.executescript((Path(__file__).parent / "data" / "version-4.sql").read_text(encoding="utf-8"))
    assert in_backups(stored(tmp_path, [LAMP]), OTHER) == set()


def damaged(backup: Path) -> None:
    """A backup that still tells how many orders it holds, and of whose evidence nothing can be read."""
    with closing(sqlite3.connect(backup)) as connection:
        root, size = (
            connection.execute(query).fetchone()[0]
            for query in ("SELECT rootpage FROM sqlite_master WHERE name = 'evidence_sha256'", "PRAGMA page_size")
        )
    with backup.open("r+b") as stream:
        stream.seek((root - 1) * size)
        stream.write(b"\xff" * size)


def foreign(backup: Path) -> None:
    backup.write_bytes(b"SQLite format 3\0 and more")


def newer(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA user_version = 99")


def emptied(backup: Path) -> None:
    backup.write_bytes(b"")


@pytest.mark.parametrize("spoil", [damaged, foreign, newer, emptied])
def test_where_a_backup_cannot_be_asked_all_may_be_in_use(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    (tmp_path / "backups").mkdir()
    with OrderStore.open(stored(tmp_path, [CABLE])) as store:
        for name in ("auto-20260504T083000Z.db", "auto-20260503T083000Z.db"):
            store.backup(tmp_path / "backups" / name)
    assert in_backups(tmp_path, OTHER, PHOTO.sha256) == set()
    spoil(tmp_path / "backups" / "auto-20260503T083000Z.db")
    assert in_backups(tmp_path, OTHER, PHOTO.sha256) == {OTHER, PHOTO.sha256}


def test_while_a_backup_is_locked_all_may_be_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "backups").mkdir()
    backup = tmp_path / "backups" / "auto-20260503T083000Z.db"
    with OrderStore.open(stored(tmp_path, [CABLE])) as store:
        store.backup(backup)
    monkeypatch.setattr(connect, "__defaults__", (0.01,))
    with closing(sqlite3.connect(backup, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert in_backups(tmp_path, OTHER) == {OTHER}
        other.execute("ROLLBACK")
    assert in_backups(tmp_path, OTHER) == set()


def test_what_is_no_text_in_what_undo_knows_is_passed_over(tmp_path: Path) -> None:
    with OrderStore.open(stored(tmp_path, [PROVEN]), write=True) as store:
        put(store, [LAMP])
    tamper(tmp_path, "UPDATE before_images SET document = x'ff'")
    assert in_use(tmp_path, OTHER) == set()

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest

from aliorder.domain.order import Order
from aliorder.errors import OrderNotFound, StoreError
from aliorder.store.database import open_for_writing, store_errors
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, all_in, posix_only, put, stored, tamper

RESTORE = "bring back a backup with aliorder restore latest, or move the file away and begin anew"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_reading_an_absent_store_finds_nothing_and_creates_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "aliorder"
    with OrderStore.open(folder) as store:
        assert (store.all(), store.get("8123")) == ((), None)
        with pytest.raises(OrderNotFound):
            store.find("8123")
    assert list(tmp_path.iterdir()) == []


def test_reading_an_empty_file_finds_nothing_and_leaves_it_empty(tmp_path: Path) -> None:
    file = tmp_path / "orders.db"
    file.touch()
    assert all_in(tmp_path) == ()
    assert file.stat().st_size == 0


def test_an_empty_file_can_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "orders.db").touch()
    assert all_in(stored(tmp_path, [CABLE])) == (CABLE,)


def test_a_store_opened_for_reading_cannot_be_changed(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    for folder in (tmp_path, tmp_path / "absent"):
        with OrderStore.open(folder) as store, pytest.raises(StoreError, match="read-only"):
            put(store, [LAMP])
    assert all_in(tmp_path) == (CABLE,)


@posix_only
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_may_see_the_store_and_what_belongs_to_it(tmp_path: Path, mask: int) -> None:
    folder = tmp_path / "aliorder"
    before = os.umask(mask)
    try:
        with OrderStore.open(folder, write=True) as store, store.transaction("add", NOW):
            store.put(CABLE)
            modes = {path.name: mode(path) for path in [folder, *folder.iterdir()]}
    finally:
        os.umask(before)
    assert modes == {"aliorder": 0o700, "orders.db": 0o600, "orders.db-journal": 0o600}
    assert [path.name for path in folder.iterdir()] == ["orders.db"]


@posix_only
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    stored(tmp_path, [CABLE])
    assert mode(tmp_path) == 0o750


@pytest.mark.parametrize("name", ["with space", "per%20cent?mode=ro#x", "größe"])
def test_any_folder_will_do(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and "?" in name:
        pytest.skip("Windows has no such names")
    assert all_in(stored(tmp_path / name, [CABLE])) == (CABLE,)


def test_an_acknowledged_change_is_on_the_disk(tmp_path: Path) -> None:
    with closing(open_for_writing(tmp_path / "orders.db")) as connection:
        values = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert values == ["delete", 3]


@posix_only
@pytest.mark.usefixtures("as_nobody")
def test_a_read_only_store_can_be_read_but_not_written(open_folder: Path, request: pytest.FixtureRequest) -> None:
    folder = open_folder / "medium"
    nobody = os.geteuid()
    os.seteuid(os.getuid())
    stored(folder, [CABLE])
    (folder / "orders.db").chmod(0o444)
    folder.chmod(0o555)
    os.seteuid(nobody)
    assert all_in(folder) == (CABLE,)
    with pytest.raises(StoreError) as problem:
        stored(folder, [LAMP])
    assert problem.value.exit_code == 5
    assert problem.value.message == f"the store {folder / 'orders.db'} is read-only"
    assert all_in(folder) == (CABLE,)


@posix_only
@pytest.mark.usefixtures("as_nobody")
def test_a_folder_of_somebody_else_is_refused(open_folder: Path) -> None:
    if os.getuid() != 0:
        open_folder.chmod(0o555)
    with pytest.raises(StoreError) as problem:
        stored(open_folder / "aliorder", [CABLE])
    assert problem.value.message == f"the store {open_folder / 'aliorder' / 'orders.db'} cannot be opened"
    assert problem.value.hint == "check that you may read and write the file and its folder"


@posix_only
@pytest.mark.usefixtures("as_nobody")
def test_a_folder_that_may_not_be_entered_is_no_empty_store(open_folder: Path) -> None:
    folder = open_folder / "private"
    nobody = os.geteuid()
    os.seteuid(os.getuid())
    folder.mkdir(mode=0o700 if os.getuid() == 0 else 0o000)
    os.seteuid(nobody)
    with pytest.raises(StoreError, match="cannot be opened"):
        all_in(folder)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be opened"):
        stored(folder, [CABLE])


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "orders.db").mkdir()
    for write in (False, True):
        with pytest.raises(StoreError, match="cannot be opened"):
            OrderStore.open(tmp_path, write=write)


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    tamper(tmp_path, "PRAGMA user_version = 99")
    before = (tmp_path / "orders.db").read_bytes()
    for write in (False, True):
        with pytest.raises(StoreError) as problem:
            OrderStore.open(tmp_path, write=write)
        message = f"the store {tmp_path / 'orders.db'} was written by a newer aliorder (layout 99)"
        assert (problem.value.message, problem.value.hint) == (message, "upgrade aliorder, then try again")
    assert (tmp_path / "orders.db").read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        connection.execute("CREATE TABLE orders (id)")
    before = (tmp_path / "orders.db").read_bytes()
    for write in (False, True):
        with pytest.raises(StoreError) as problem:
            OrderStore.open(tmp_path, write=write)
        assert problem.value.message == f"the file {tmp_path / 'orders.db'} belongs to another program"
    assert (tmp_path / "orders.db").read_bytes() == before


def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "orders.db").write_bytes(b"order,total\n" * 100)
    for write in (False, True):
        with pytest.raises(StoreError) as problem:
            OrderStore.open(tmp_path, write=write)
        message = f"the store {tmp_path / 'orders.db'} is not a store of aliorder, or it is damaged"
        assert (problem.value.message, problem.value.hint) == (message, RESTORE)
    assert (tmp_path / "orders.db").read_bytes() == b"order,total\n" * 100


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.9])
def test_a_store_cut_short_is_reported(tmp_path: Path, kept: float) -> None:
    file = stored(tmp_path, [CABLE, LAMP]) / "orders.db"
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(StoreError):
        all_in(tmp_path)


@pytest.mark.parametrize("seed", range(40))
def test_a_store_overwritten_in_places_is_read_or_reported(tmp_path: Path, seed: int) -> None:
    file = stored(tmp_path, [CABLE, LAMP]) / "orders.db"
    damaged = bytearray(file.read_bytes())
    place = 100 + seed * 997 % (len(damaged) - 200)
    damaged[place : place + 64] = bytes((byte * 7 + seed) % 256 for byte in range(64))
    file.write_bytes(damaged)
    with suppress(StoreError):
        all_in(tmp_path)
    with suppress(StoreError):
        stored(tmp_path, [LAMP])


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    path = stored(tmp_path, [CABLE]) / "orders.db"
    with closing(open_for_writing(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError) as problem:
            put(OrderStore(connection, path), [Order(number=f"{9 * 10**15 + step}") for step in range(1000)])
    assert problem.value.message == f"the store {path} could not be written: the disk is full"
    assert all_in(tmp_path) == (CABLE,)


@pytest.mark.parametrize(
    "error, message",
    [
        (OSError(28, "No space left on device"), "the store orders.db could not be written: the disk is full"),
        (OSError(30, "Read-only file system"), "the store orders.db is read-only"),
        (OSError(5, "Input/output error"), "the store orders.db cannot be opened: Input/output error"),
        (sqlite3.OperationalError("no code"), "the store orders.db is damaged (no code)"),
    ],
)
def test_every_failure_becomes_one_plain_sentence(error: Exception, message: str) -> None:
    with pytest.raises(StoreError) as problem, store_errors(Path("orders.db")):
        raise error
    assert (problem.value.message, problem.value.exit_code) == (message, 5)

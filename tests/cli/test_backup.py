"""Copies of all orders, and back: backup and restore."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.given import CABLE, PEN, ran, store_file

NAME = "20261122T120000Z.db"
BY_HAND, AUTOMATIC = f"orders-{NAME}", f"auto-{NAME}"
NEW = "8150000000000001"


def backups() -> Path:
    return store_file().parent / "backups"


def numbers() -> list[str]:
    return sorted(order["order"] for order in ran("list", "--json").document["orders"])


@pytest.fixture
def backed_up(kept: Path) -> Path:
    """The kept orders, with a backup of them; then one has gone and one was added."""
    assert ran("backup").code == 0
    assert ran("remove", "cable", "--yes").code == ran("add", NEW).code == ran("edit", "6789", "--title", "x").code == 0
    return backups() / BY_HAND


def test_a_backup_says_where_it_is_and_what_it_holds(kept: Path) -> None:
    way_back = f"To bring them back: aliorder restore {BY_HAND}"
    assert ran("backup") == (0, "", f"5 orders copied to {backups() / BY_HAND}. {way_back}\n")
    assert ran("-q", "backup") == (0, "", "")
    assert sorted(path.name for path in backups().iterdir()) == [f"orders-{NAME[:-3]}-2.db", BY_HAND]


def test_a_backup_says_that_files_of_evidence_are_not_in_it_and_where_they_lie(kept: Path, here: Path) -> None:
    (here / "one.jpg").write_bytes(b"a photo")
    assert ran("evidence", "add", CABLE, "one.jpg").code == 0
    folder = store_file().parent / "evidence"
    note = f"note: the files of your evidence are not in it. They lie in {folder}: copy that folder, too.\n"
    assert ran("backup").err.splitlines(keepends=True)[1:] == [note]
    assert ran("backup", "copy.db").err.splitlines(keepends=True)[1:] == [note]
    assert ran("-q", "backup") == (0, "", "")
    assert ran("undo").code == 0
    assert note not in ran("backup").err


def test_a_backup_can_be_put_anywhere_and_again_in_the_same_place(kept: Path, here: Path) -> None:
    place = here / "copy.db"
    for _ in range(2):
        way_back = f"To bring them back: aliorder restore {place}"
        assert ran("backup", "copy.db") == (0, "", f"5 orders copied to {place}. {way_back}\n")
    assert [path.name for path in here.iterdir()] == ["copy.db"]
    assert not backups().exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_stays_and_what_it_names_is_replaced(kept: Path, here: Path) -> None:
    (here / "link.db").symlink_to(here / "copy.db")
    assert ran("backup", "link.db").code == ran("backup", "link.db").code == 0
    assert ((here / "link.db").is_symlink(), (here / "copy.db").is_symlink()) == (True, False)


@pytest.mark.parametrize(
    "target, why",
    [
        ("photo.jpg", "there is a file that is not a backup of aliorder"),
        ("other.db", "there is a file that is not a backup of aliorder"),
        ("-", "a backup is a file"),
        (".", "a backup is a file"),
        ("", "this is a folder, not a file"),
        ("absent/copy.db", "there is no such folder"),
        ("photo.jpg/copy.db", "there is no such folder"),
        ("x" * 300, "the name is too long"),
        ("a\x00b", "this is no name that a file can have"),
    ],
)
def test_nothing_else_is_ever_overwritten(target: str, why: str, kept: Path, here: Path) -> None:
    (here / "photo.jpg").write_bytes(b"a photo")
    with closing(sqlite3.connect(here / "other.db")) as other:
        other.execute("CREATE TABLE orders (number)")
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    done = ran("backup", target)
    assert (done.code, done.out, why in done.err) == (2, "", True)
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


def test_the_store_itself_is_not_overwritten(kept: Path, here: Path) -> None:
    before = kept.read_bytes()
    done = ran("backup", str(kept))
    assert (done.code, "the very file in which the orders are kept" in done.err) == (2, True)
    assert kept.read_bytes() == before


def test_an_empty_file_is_taken(kept: Path, here: Path) -> None:
    (here / "copy.db").touch()
    assert ran("backup", "copy.db").code == 0


def test_where_nothing_is_kept_nothing_is_backed_up() -> None:
    hint = "hint: aliorder paths shows where aliorder looks\n"
    assert ran("backup") == (2, "", f"error: no orders are kept in {store_file().parent} yet\n{hint}")
    assert not store_file().parent.exists()


@pytest.mark.parametrize("line", ["backup --list x.db", "backup --json", "backup x.db --json"])
def test_what_does_not_go_together_is_refused(line: str, kept: Path, here: Path) -> None:
    assert ran(*line.split()).code == 2
    assert list(here.iterdir()) == []


def test_backups_are_listed_newest_first(kept: Path) -> None:
    assert ran("backup", "--list") == (0, "", "There is no backup yet.\n")
    for now in ("2026-11-20", "2026-11-22", "2026-11-21"):
        assert ran("backup", now=now).code == 0
    (backups() / "orders-20261119T120000Z.db").write_bytes(b"nothing")
    size = f"{(backups() / BY_HAND).stat().st_size / 1000:.1f} kB"
    whole = [f"2026-11-{day} 12:00\t5\t{size}\tyou\torders-202611{day}T120000Z.db\n" for day in (22, 21, 20)]
    broken = "2026-11-19 12:00\tunreadable\t7 bytes\tyou\torders-20261119T120000Z.db\n"
    told = f"They are in {backups()}. To bring one back: aliorder restore NAME\n"
    assert ran("backup", "--list") == (0, "".join([*whole, broken]), told)


def test_the_list_is_the_same_as_json(backed_up: Path) -> None:
    assert ran("backup", "--list", "--json").document == {
        "schema": "aliorder.backups/1",
        "folder": str(backups()),
        "backups": [
            {
                "file": str(backed_up),
                "at": "2026-11-22T12:00:00+00:00",
                "size": backed_up.stat().st_size,
                "orders": 5,
                "automatic": False,
            }
        ],
    }


CHANGES = "Orders in it: 5. Orders kept now: 5.\nWould go: 1. Would come back: 1. Would change: 1.\n"


@pytest.mark.parametrize("name", ["latest", BY_HAND])
def test_a_backup_is_restored(name: str, backed_up: Path, here: Path) -> None:
    before = backups() / AUTOMATIC
    kept_in = f"Restored. What was kept before is in {before}. To go back: aliorder restore {AUTOMATIC}\n"
    assert ran("restore", name, "--yes") == (0, f"Backup: {backed_up}\n{CHANGES}", kept_in)
    assert (CABLE in numbers(), NEW in numbers()) == (True, False)
    assert ran("restore", AUTOMATIC, "--yes").code == 0
    assert (CABLE in numbers(), NEW in numbers()) == (False, True)


def test_a_file_at_hand_goes_before_a_backup_of_that_name(backed_up: Path, here: Path) -> None:
    (here / BY_HAND).write_text("something else", encoding="utf-8")
    done = ran("restore", BY_HAND, "--yes")
    assert (done.code, done.err.startswith(f"error: {BY_HAND} cannot be restored: ")) == (4, True)


def test_a_dry_run_says_what_would_change_and_changes_nothing(backed_up: Path) -> None:
    before = store_file().read_bytes()
    assert ran("restore", "latest", "--dry-run") == (0, f"Backup: {backed_up}\n{CHANGES}", "")
    assert (store_file().read_bytes(), [path.name for path in backups().iterdir()]) == (before, [BY_HAND])


def test_restoring_what_is_kept_anyway_does_nothing(kept: Path) -> None:
    assert ran("backup").code == 0
    done = ran("restore", "latest", "--yes")
    same = "Orders in it: 5. Orders kept now: 5.\nThey are the same, so there is nothing to restore.\n"
    assert done == (0, f"Backup: {backups() / BY_HAND}\n{same}", "")
    assert [path.name for path in backups().iterdir()] == [BY_HAND]


def test_without_a_person_to_ask_it_needs_yes(backed_up: Path) -> None:
    refusal = "error: restoring asks first, and there is nobody to ask\nhint: add --yes\n"
    assert ran("restore", "latest") == ran("--no-input", "restore", "latest", terminal=True) == (2, "", refusal)


@pytest.mark.parametrize("answer, restored", [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_it_asks(answer: str, restored: bool, backed_up: Path) -> None:
    done = ran("--color", "never", "restore", "latest", stdin=answer.encode(), terminal=True)
    assert (done.code, "Put the backup in the place of what is kept now? [y/N]" in done.err) == (0, True)
    assert ("Nothing was restored." in done.err, CABLE in numbers()) == (not restored, restored)


def spoiled(path: Path) -> Iterator[tuple[str, str]]:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    yield str(path), "it is not a backup of aliorder, or it is damaged"
    path.write_bytes(b"order,total\n" * 99)
    yield str(path), "it is not a backup of aliorder, or it is damaged"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE events SET kind = 'melted'")
    yield str(path), f"it is damaged: order {CABLE}, events.kind"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    yield str(path), "it was written by a newer aliorder (layout 99)"
    yield "absent.db", "there is no such file"
    yield ".", "it is not a file"
    yield "", "it is not a file"


def test_a_damaged_or_foreign_file_is_refused_and_nothing_is_changed(backed_up: Path, here: Path) -> None:
    before = store_file().read_bytes()
    for name, why in spoiled(backed_up):
        for option in ("--yes", "--dry-run"):
            done = ran("restore", name, option)
            assert (done.code, done.out, f"cannot be restored: {why}" in done.err) == (4, "", True)
    assert store_file().read_bytes() == before
    assert [path.name for path in backups().iterdir()] == [BY_HAND]


def test_without_a_backup_there_is_no_latest(kept: Path) -> None:
    hint = "hint: name the file of one that lies elsewhere\n"
    assert ran("restore", "latest", "--yes") == (4, "", f"error: there is no backup in {backups()} yet\n{hint}")


def test_a_backup_is_restored_where_nothing_is_kept_yet(kept: Path, tmp_path: Path) -> None:
    assert ran("backup").code == 0
    there = str(tmp_path / "there")
    done = ran("--home", there, "restore", str(backups() / BY_HAND), "--yes")
    assert (done.code, done.err) == (0, "Restored.\n")
    assert ran("--home", there, "list", "--json").document == ran("list", "--json").document


def test_a_damaged_store_gives_way_to_its_backup(backed_up: Path) -> None:
    store_file().write_bytes(b"SQLite format 3\0 and then something else" * 100)
    assert "aliorder restore latest" in ran("list").err
    assert "What is kept now cannot be read" in ran("restore", "latest", "--dry-run").out
    done = ran("restore", "latest", "--yes")
    damaged = backups() / f"damaged-{NAME}"
    assert (done.code, done.err) == (0, f"Restored. The file that could not be read is now {damaged}.\n")
    assert (CABLE in numbers(), damaged.read_bytes()[:8]) == (True, b"SQLite f")


def test_a_newer_store_is_not_replaced(backed_up: Path) -> None:
    with closing(sqlite3.connect(store_file())) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = store_file().read_bytes()
    assert ran("restore", "latest", "--yes").code == 5
    assert store_file().read_bytes() == before


def test_after_a_restore_undo_goes_on_from_the_backup(backed_up: Path) -> None:
    assert ran("restore", "latest", "--yes").code == 0
    assert ran("undo").err.startswith(f"Taken back: add {PEN} ")

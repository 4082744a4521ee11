"""Deleting all that is kept: what goes, what stays, and who is asked."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aliorder.store.orders import OrderStore
from tests.cli.given import ran, store_file

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WHOLE = f"raw/{'a1' * 32}.gz"
OURS = (
    ".aliorder-ab12_xyz.part",
    "orders.db",
    "orders.db-journal",
    "backups/auto-20200101T000000Z-2.db",
    "backups/auto-20200101T000000Z.db",
    "backups/damaged-20200101T000000Z.db",
    "backups/damaged-20200101T000000Z.db-journal",
    "backups/orders-20200101T000000Z.db",
    "raw/.ab12_xyz.part",
    WHOLE,
    f"evidence/views/{'a1' * 32}.jpg",
    "evidence/.aliorder-ab12_xyz.part",
    f"evidence/{'a1' * 32}",
)
SETTINGS = ("policy.toml", "settings.toml", "columns/dsers.toml", "messages/zh.toml")
OTHERS = (
    "evidence/letter.txt",
    "evidence/views/mine.jpg",
    "messages/notes.txt",
    "notes.txt",
    "orders.db.old",
    "photos/one.jpg",
    "backups/mine.db",
    "raw/letter.txt",
    "columns/.hidden.toml",
)

on_posix = pytest.mark.skipif(os.name == "nt", reason="links need a right there")


def filled(*names: str) -> Path:
    """The folder of the orders, with these files in it beside the store."""
    folder = store_file().parent
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text("", encoding="utf-8")
    return folder


def left_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_all_of_ours_goes_and_nothing_else(kept: Path) -> None:
    folder = filled(*OURS, *SETTINGS, *OTHERS)
    done = ran("wipe", "--yes")
    assert (done.code, done.err) == (0, f"Deleted {len(OURS)} files.\n")
    assert left_in(folder) == sorted([*SETTINGS, *OTHERS])
    assert done.out == "".join(
        f"{line}\n"
        for line in (
            "To be deleted:",
            *(f"  {folder / name}" for name in OURS),
            "Left, as --settings is not there:",
            *(f"  {folder / name}" for name in SETTINGS),
            "Left, as it is not aliorder's own:",
            *(
                f"  {folder / name}"
                for name in (
                    "backups/mine.db",
                    "raw/letter.txt",
                    "evidence/views/mine.jpg",
                    "evidence/letter.txt",
                    "columns/.hidden.toml",
                    "messages/notes.txt",
                    "notes.txt",
                    "orders.db.old",
                    "photos",
                )
            ),
        )
    )


def test_evidence_and_what_was_shown_of_it_go(kept: Path, here: Path) -> None:
    (here / "one.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert ran("evidence", "add", "cable", "one.jpg").code == 0
    assert ran("evidence", "open", "cable", "1", "--path").code == 0
    assert len(left_in(kept.parent / "evidence")) == 2
    assert ran("wipe", "--yes").code == 0
    assert (kept.parent.exists(), (here / "one.jpg").exists()) == (False, True)


@on_posix
def test_evidence_that_lies_elsewhere_stays(kept: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ("a1" * 32)).write_bytes(b"mine")
    (kept.parent / "evidence").symlink_to(elsewhere)
    assert ran("wipe", "--yes").code == 0
    assert left_in(elsewhere) == ["a1" * 32]
    assert [path.name for path in kept.parent.iterdir()] == ["evidence"]


def test_the_settings_go_if_that_is_asked_for(kept: Path) -> None:
    folder = filled(*OURS, *SETTINGS)
    assert ran("wipe", "--yes", "--settings").code == 0
    assert not folder.exists()


def test_folders_that_are_empty_go_and_the_others_stay(kept: Path) -> None:
    folder = filled(*OURS, "notes.txt")
    assert ran("wipe", "--yes").code == 0
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_afterwards_aliorder_begins_anew(kept: Path) -> None:
    assert ran("wipe", "--yes") == (0, f"To be deleted:\n  {kept}\n", "Deleted 1 file.\n")
    assert ran("list", "--json").document["orders"] == []
    assert ran("add", "81500001").code == 0


def test_a_dry_run_deletes_nothing(kept: Path) -> None:
    folder = filled(*OURS)
    assert ran("wipe", "--dry-run").out == ran("wipe", "--yes", "--dry-run").out
    assert left_in(folder) == sorted(OURS)


def test_where_nothing_is_kept_there_is_nothing_to_delete() -> None:
    nothing = f"There is nothing to delete in {store_file().parent}.\n"
    assert ran("wipe", "--yes") == (0, "", nothing)
    assert not store_file().parent.exists()


def test_without_a_person_to_ask_it_needs_yes(kept: Path) -> None:
    refusal = "error: deleting asks first, and there is nobody to ask\nhint: add --yes\n"
    assert ran("wipe") == ran("--no-input", "wipe", terminal=True) == (2, "", refusal)
    assert kept.exists()


@pytest.mark.parametrize("answer, deleted", [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_it_asks(answer: str, deleted: bool, kept: Path) -> None:
    done = ran("--color", "never", "wipe", stdin=answer.encode(), terminal=True)
    assert (done.code, "Delete them for good? [y/N]" in done.err) == (0, True)
    assert ("Nothing was deleted." in done.err, kept.exists()) == (not deleted, not deleted)


@on_posix
def test_what_a_link_points_at_stays(kept: Path, tmp_path: Path) -> None:
    folder, elsewhere = store_file().parent, tmp_path / "elsewhere"
    elsewhere.mkdir()
    kept.rename(elsewhere / "mine.db")
    kept.symlink_to(elsewhere / "mine.db")
    (elsewhere / "auto-20200101T000000Z.db").write_text("", encoding="utf-8")
    (folder / "backups").symlink_to(elsewhere)
    done = ran("wipe", "--yes")
    assert done.out == (
        f"To be deleted:\n  {kept} (a link; what it points at stays: {elsewhere / 'mine.db'})\n"
        f"Left, as it is not aliorder's own:\n"
        f"  {folder / 'backups'} (a link; what it points at stays: {elsewhere})\n"
    )
    assert left_in(elsewhere) == ["auto-20200101T000000Z.db", "mine.db"]
    assert [path.name for path in folder.iterdir()] == ["backups"]


@on_posix
def test_a_home_behind_a_link_is_wiped_where_it_is(kept: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(kept.parent)
    assert ran("--home", str(link), "wipe", "--yes").code == 0
    assert (kept.exists(), link.is_symlink()) == (False, True)


def test_a_damaged_store_goes_too(kept: Path) -> None:
    kept.write_bytes(b"SQLite format 3\0 and then something else" * 100)
    assert ran("wipe", "--yes").code == 0
    assert not kept.exists()


def test_a_file_of_another_program_in_place_of_the_store_stays(kept: Path) -> None:
    kept.unlink()
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("CREATE TABLE orders (number)")
    done = ran("wipe", "--yes")
    assert (done.code, "belongs to another program" in done.err, kept.exists()) == (5, True, True)


def test_while_another_program_writes_nothing_is_deleted(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aliorder.store.database.wait_for_writers.__defaults__", (0.1,))
    with OrderStore.open(kept.parent, write=True) as other, other.transaction("add", NOW):
        done = ran("wipe", "--yes")
    assert (done.code, "is busy" in done.err, kept.exists()) == (5, True, True)


def test_a_file_that_cannot_be_deleted_is_named(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    done = ran("wipe", "--yes")
    hint = "hint: what is listed before it is deleted; look at who may write there, then do it again\n"
    assert (done.code, done.err) == (5, f"error: {kept} cannot be deleted: Permission denied\n{hint}")


def test_the_current_folder_stays(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.parent)
    assert ran("wipe", "--yes").code == 0
    assert list(kept.parent.iterdir()) == []

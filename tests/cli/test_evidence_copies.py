"""The copies of evidence as the commands leave them: damaged, swept, killed half way, added by several at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.evidence_given import PAPER, PHOTO, TEXT, add, copies, evidence, file, names, on_posix, sum_of
from tests.cli.given import CABLE, LAMP, NOW, ran, store_file

pytestmark = pytest.mark.usefixtures("kept")


def test_a_copy_that_is_gone_or_of_another_size_is_told_in_the_list(here: Path) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER), file(here, "three.txt", TEXT))
    folder = store_file().parent / "evidence"
    (folder / sum_of(PHOTO)).unlink()
    (folder / sum_of(PAPER)).chmod(0o600)
    (folder / sum_of(PAPER)).write_bytes(b"%PDF")
    states = [line.split("\t")[-1] for line in ran("evidence", "list", LAMP).out.splitlines()[:3]]
    assert (states, [each["kept_size"] for each in evidence()]) == (
        ["missing", "changed", "kept"],
        [None, 4, len(TEXT)],
    )


def test_a_copy_goes_once_undo_can_no_longer_bring_it_back(here: Path) -> None:
    add(file(here, "one.jpg"))
    assert ran("undo").code == 0
    folder = store_file().parent / "evidence"
    os.utime(folder / sum_of(PHOTO), (1, 1))
    assert ran("evidence", "add", CABLE, file(here, "two.pdf", PAPER)).code == 0
    assert copies() == [sum_of(PAPER)]


@pytest.mark.parametrize("line", [("remove", CABLE, "--yes"), ("undo",), ("evidence", "remove", CABLE, "1")])
def test_every_command_that_takes_evidence_away_sweeps(here: Path, line: tuple[str, ...]) -> None:
    for order, name in ((LAMP, "gone.jpg"), (CABLE, "one.jpg")):
        assert ran("evidence", "add", order, file(here, name, name.encode())).code == 0
    assert ran("edit", CABLE, "--title", "x").code == 0
    folder = store_file().parent / "evidence"
    with closing(sqlite3.connect(store_file())) as connection, connection:
        connection.execute("DELETE FROM evidence WHERE name = 'gone.jpg'")
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    assert ran(*line).code == 0
    assert copies() == [sum_of(b"one.jpg")]


@pytest.mark.parametrize(
    "lines",
    [
        [("evidence", "remove", LAMP, "1")],
        [("remove", LAMP, "--yes")],
        [("undo",), ("undo",)],
    ],
    ids=["evidence removed", "order removed", "undone"],
)
def test_what_was_taken_away_stays_for_sixty_days(here: Path, lines: list[tuple[str, ...]]) -> None:
    add(file(here, "one.jpg"))
    assert ran("edit", LAMP, "--title", "x").code == 0
    copy = store_file().parent / "evidence" / sum_of(PHOTO)
    os.utime(copy, (1, 1))
    assert [ran(*line).code for line in lines] == [0] * len(lines)
    with closing(sqlite3.connect(store_file())) as connection, connection:
        connection.execute("DELETE FROM before_images")  # as fifty more commands would
    assert ran("evidence", "add", CABLE, file(here, "two.pdf", PAPER)).code == 0
    assert copies() == sorted((sum_of(PHOTO), sum_of(PAPER)))
    long_ago = time.time() - 61 * 24 * 3600
    os.utime(copy, (long_ago, long_ago))
    assert ran("evidence", "add", CABLE, "two.pdf", "--kind", "chat").code == 0
    assert copies() == [sum_of(PAPER)]


def test_where_a_backup_cannot_be_asked_no_copy_goes(here: Path) -> None:
    add(file(here, "one.jpg"))
    assert ran("backup").code == ran("undo").code == 0
    (backup,) = (store_file().parent / "backups").iterdir()
    backup.write_bytes(b"half a copy")
    os.utime(store_file().parent / "evidence" / sum_of(PHOTO), (1, 1))
    add(file(here, "two.pdf", PAPER))
    assert copies() == sorted((sum_of(PHOTO), sum_of(PAPER)))
    backup.unlink()
    os.utime(store_file().parent / "evidence" / sum_of(PHOTO), (1, 1))
    add("two.pdf")
    assert copies() == [sum_of(PAPER)]


@pytest.mark.parametrize("line", [("remove", CABLE, "--yes"), ("undo",), ("backup",)])
def test_who_has_no_evidence_loads_nothing_for_it(line: tuple[str, ...]) -> None:
    assert ran("edit", CABLE, "--title", "x").code == 0
    command = [sys.executable, "-X", "importtime", "-m", "aliorder", *line]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "aliorder.store.evidence" not in done.stderr


def test_only_a_copy_that_is_there_and_has_its_size_counts_as_evidence(here: Path) -> None:
    for name, kind in (("a.txt", "tracking"), ("b.txt", "chat"), ("c.txt", "address")):
        add(file(here, name, name.encode()), "--kind", kind)
    folder = store_file().parent / "evidence"
    (folder / sum_of(b"a.txt")).unlink()
    (folder / sum_of(b"b.txt")).chmod(0o600)
    (folder / sum_of(b"b.txt")).write_bytes(b"b")
    missing = "tracking page, chat with the seller"
    assert f"  there:      proof of address\n  missing:    {missing}\n" in ran("evidence", "list", LAMP).out
    document = ran("evidence", "list", LAMP, "--json").document
    assert [need["any_of"] for need in document["there"]] == [["address"]]
    still = f"For “not received” still missing: {missing}."
    assert still in ran("evidence", "export", LAMP, "d.zip", "--leave-out").err
    assert still in add(file(here, "d.txt", b"d")).err


def test_after_a_backup_is_restored_the_way_back_is_still_whole(here: Path) -> None:
    assert ran("backup").code == 0
    add(file(here, "one.jpg"))
    os.utime(store_file().parent / "evidence" / sum_of(PHOTO), (1, 1))
    assert ran("restore", "latest", "--yes").code == 0
    assert names() == []
    assert ran("evidence", "add", CABLE, file(here, "two.pdf", PAPER)).code == 0
    (back,) = (store_file().parent / "backups").glob("auto-*.db")
    assert ran("restore", str(back), "--yes").code == 0
    assert [each["kept_size"] for each in evidence()] == [len(PHOTO)]


def test_what_cannot_be_swept_is_no_error_of_what_was_asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(file(here, "one.jpg"))
    assert ran("undo").code == 0
    os.utime(store_file().parent / "evidence" / sum_of(PHOTO), (1, 1))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("aliorder.store.evidence.drop_old", refuse)
    add(file(here, "two.pdf", PAPER))
    assert (names(), len(copies())) == (["two.pdf"], 2)


def test_a_changed_copy_is_not_opened_and_a_missing_one_is_an_error_of_the_store(here: Path) -> None:
    add(file(here, "one.jpg"))
    copy = store_file().parent / "evidence" / sum_of(PHOTO)
    copy.chmod(0o600)
    copy.write_bytes(PHOTO[::-1])
    assert ran("evidence", "open", LAMP, "1") == (
        4,
        "",
        "error: one.jpg is no longer what was added: its content has changed\n"
        f"hint: add the original once more: aliorder evidence add {LAMP} FILE\n",
    )
    copy.unlink()
    done = ran("evidence", "open", LAMP, "1")
    assert (done.code, done.err.splitlines()[0]) == (5, f"error: {copy} is not there")
    add("one.jpg")
    assert ran("evidence", "open", LAMP, "1", "--path").code == 0


@on_posix
def test_a_folder_that_leads_elsewhere_is_refused_by_every_command(here: Path, tmp_path: Path) -> None:
    add(file(here, "one.jpg"))
    folder, elsewhere = store_file().parent / "evidence", tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    lines = (("add", LAMP, "one.jpg"), ("list", LAMP), ("open", LAMP, "1"), ("export", LAMP))
    for line in lines:
        done = ran("evidence", *line)
        assert (done.code, done.out) == (5, "")
        assert done.err.startswith("error: ")
        assert f"{folder} is a link that leads elsewhere\n" in done.err
    assert sorted(path.name for path in elsewhere.iterdir()) == [sum_of(PHOTO)]


@on_posix
def test_a_command_killed_in_the_middle_of_a_file_leaves_all_as_it_was(here: Path) -> None:
    add(file(here, "one.jpg"))
    before = ran("evidence", "list", LAMP)
    with (here / "large.bin").open("wb") as large:
        large.truncate(2**32)
    command = [sys.executable, "-m", "aliorder", "--now", NOW, "evidence", "add", LAMP, "large.bin"]
    folder = store_file().parent / "evidence"
    with subprocess.Popen(command) as running:
        while not any(path.stat().st_size for path in folder.glob(".aliorder-*.part")):
            assert running.poll() is None
        running.kill()
    (draft,) = folder.glob(".aliorder-*.part")
    assert ran("evidence", "list", LAMP) == before
    assert ran("list").code == 0
    os.utime(draft, (1, 1))
    add(file(here, "two.pdf", PAPER))
    assert copies() == sorted((sum_of(PHOTO), sum_of(PAPER)))


def test_eight_programs_at_once_add_all_of_it_once(here: Path) -> None:
    file(here, "same.jpg")
    command = [sys.executable, "-m", "aliorder", "--now", NOW, "evidence", "add", LAMP, "same.jpg"]
    running = [subprocess.Popen([*command, file(here, f"own{number}", b"%d" % number)]) for number in range(8)]
    assert [each.wait() for each in running] == [0] * 8
    assert sorted(names()) == sorted(["same.jpg", *(f"own{number}" for number in range(8))])
    assert copies() == sorted([sum_of(PHOTO), *(sum_of(b"%d" % number) for number in range(8))])

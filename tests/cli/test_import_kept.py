"""What an import leaves behind: a backup before it, the files themselves if that is asked for, and a way back."""

from __future__ import annotations

import gzip
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.given import ran
from tests.importers.given import DATA, as_file, one_order
from tests.importers.taken import SAMPLES

LIST = str(DATA / "order-list.json")


def home() -> Path:
    return Path(os.environ["ALIORDER_HOME"])


def raw_files() -> list[Path]:
    return sorted(home().rglob("raw/*"))


def backups() -> list[Path]:
    return sorted(home().rglob("backups/*"))


def test_a_backup_is_taken_before_an_import_that_changes_something() -> None:
    assert ran("add", "8123000000000001").code == 0
    assert backups() == []
    assert ran("import", LIST).code == 0
    assert len(backups()) == 1
    assert ran("import", LIST).code == 0
    assert len(backups()) == 1
    assert backups()[0].stat().st_mode & 0o777 == 0o600


def test_a_file_is_kept_whole_only_when_asked_and_that_is_said() -> None:
    assert ran("import", LIST).code == 0
    assert raw_files() == []
    done = ran("import", LIST, "--keep-raw")
    assert (done.code, done.out) == (0, "0 new, 0 changed, 4 the same, 0 refused\n")
    assert "1 file is kept whole in" in done.err
    assert "addresses" in done.err
    (kept,) = raw_files()
    assert gzip.decompress(kept.read_bytes()) == Path(LIST).read_bytes()
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_files_that_were_kept_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(as_file(one_order()).content)
    assert ran("import", str(path), "--keep-raw").out == "1 new, 0 changed, 0 the same, 0 refused\n"
    path.unlink()
    assert ran("remove", "0300", "--yes").code == 0
    done = ran("import", "--reparse")
    assert (done.code, done.out) == (0, "1 new, 0 changed, 0 the same, 0 refused\n")
    assert ran("import", "--reparse").out == "0 new, 0 changed, 1 the same, 0 refused\n"
    assert ran("undo").err.startswith("Taken back: import --reparse")


def test_undo_takes_an_import_back_with_the_files_that_it_kept() -> None:
    assert ran("import", LIST, "--keep-raw").code == 0
    assert len(raw_files()) == 1
    assert ran("undo").code == 0
    assert ran("list", "--json").document["orders"] == []
    assert raw_files() == []


def test_a_kept_file_that_is_gone_is_a_problem_of_its_own(tmp_path: Path) -> None:
    assert ran("import", LIST, "--keep-raw").code == 0
    raw_files()[0].unlink()
    done = ran("import", "--reparse")
    assert done.code == 4
    assert done.err.startswith(f"error: {LIST}: what was kept of it cannot be read")


@pytest.mark.parametrize("damage", [lambda whole: whole[:100], lambda _: b"nonsense", lambda whole: whole[:40] * 9])
def test_a_kept_file_that_is_damaged_is_a_problem_of_its_own(damage: Callable[[bytes], bytes]) -> None:
    assert ran("import", LIST, "--keep-raw").code == 0
    (kept,) = raw_files()
    kept.write_bytes(damage(kept.read_bytes()))
    done = ran("import", "--reparse")
    assert (done.code, done.out) == (4, "0 new, 0 changed, 0 the same, 1 refused\n")
    assert done.err.startswith(f"error: {LIST}: what was kept of it is damaged")


@pytest.mark.parametrize(
    "terms",
    [
        *(
            "[]",
            "{",
            "null",
            "7",
            '{"columns": 5}',
            '{"columns": {"order": 5}}',
            '{"columns": {"order": "a", "no": "b"}}',
        ),
        *('{"date_order": "xx"}', '{"decimal": 7}', '{"encoding": "nope"}', '{"currency": 3}', '{"date_order": []}'),
    ],
)
def test_what_nobody_can_have_asked_is_not_believed(terms: str) -> None:
    assert ran("import", LIST, "--keep-raw").code == 0
    with closing(sqlite3.connect(home() / "orders.db")) as store:
        store.execute("UPDATE files SET terms = ?", (terms,))
        store.commit()
    done = ran("import", "--reparse")
    assert (done.code, done.out) == (4, "0 new, 0 changed, 0 the same, 1 refused\n")
    assert "what was asked when it was imported cannot be read" in done.err


def test_a_kept_file_is_read_again_as_what_it_was_read_at_first() -> None:
    first = ran("import", str(SAMPLES / "email" / "sample.mbox"), "--format", "eml", "--keep-raw")
    assert (first.code, first.out) == (0, "1 new, 0 changed, 0 the same, 0 refused\n")
    assert ran("import", "--reparse").out == "0 new, 0 changed, 1 the same, 0 refused\n"


def test_reading_again_takes_no_files_from_the_line() -> None:
    done = ran("import", LIST, "--reparse")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: --reparse takes no FILE")


def test_an_import_that_cannot_be_committed_keeps_no_file_whole() -> None:
    assert ran("add", "8123000000000001").code == 0
    with closing(sqlite3.connect(home() / "orders.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM orders").fetchone()
        done = ran("import", LIST, "--keep-raw")
    assert (done.code, done.out) == (5, "")
    assert raw_files() == []
    assert ran("import", LIST, "--keep-raw").out == "4 new, 0 changed, 0 the same, 0 refused\n"


def test_a_dry_run_keeps_nothing() -> None:
    assert ran("import", LIST, "--dry-run", "--keep-raw").code == 0
    assert list(home().rglob("*")) == []

"""What an import leaves behind: a backup before it, the files themselves if that is asked for, and a way back."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

from tests.cli.given import ran
from tests.importers.given import DATA, as_file, one_order

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


def test_a_dry_run_keeps_nothing() -> None:
    assert ran("import", LIST, "--dry-run", "--keep-raw").code == 0
    assert list(home().rglob("*")) == []

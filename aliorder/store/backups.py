"""Copies of the store: written beside their place, checked, and only then put there; the automatic ones take turns."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG
from tempfile import mkstemp
from time import time
from typing import NamedTuple

from aliorder.errors import StoreError
from aliorder.records.content import DRAFT_PREFIX, DRAFT_SUFFIX, DRAFTS_STAY
from aliorder.store.database import connect, copy, store_errors
from aliorder.store.migrations import APPLICATION_ID, SCHEMA_VERSION, version_of
from aliorder.store.reading import count_orders
from aliorder.store.syncing import sync_folder

FOLDER_NAME = "backups"
KEPT = 10
"""So many automatic backups are kept, the newest."""

MOMENT = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"(auto|orders|damaged)-(\d{8}T\d{6}Z)(?:-(\d{1,4}))?\.db")
"""The names of the files in the folder: what an automatic backup, one made by hand, and a damaged store are called."""

MOST_IN_A_SECOND = 1000

SQLITE_MAGIC, MARK_AT = b"SQLite format 3\0", 68
"""How a SQLite file begins, and where its application id stands (sqlite.org/fileformat.html#the_database_header)."""


class CopyNotWritten(StoreError):
    """A copy could not be put where it should be; `reason` is what the system says."""

    def __init__(self, place: Path, reason: OSError) -> None:
        hint = "look at the disk and at who may write there"
        super().__init__(f"no backup can be written to {place}: {reason.strerror or reason}", hint)
        self.reason = reason


class Backup(NamedTuple):
    """A copy of the store in the folder for backups: its moment, with a zone, and its size in bytes.

    `orders` is how many it holds, `None` if it cannot be read; `automatic` ones take turns.
    """

    path: Path
    at: datetime
    size: int
    orders: int | None
    automatic: bool


def write_copy(source: sqlite3.Connection, target: Path) -> int:
    """Put a copy of all that is in `source` at `target`, readable by its owner alone; how many orders it holds.

    `source` is in a transaction that has changed nothing. What was at `target` is replaced in one step, or stays as it
    was. Raises OSError where the file cannot be written, and sqlite3.Error where the store is the cause.
    """
    with draft_beside(target) as draft:
        with closing(connect(draft, "rw")) as connection, full_disk():
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            copy(source, connection)
            orders = checked(connection)
        put_in_place(draft, target)
    return orders


def copy_of_file(path: Path, target: Path) -> int:
    """As `write_copy`, of the last state of the store at `path` that was completed."""
    with closing(connect(path, "ro")) as source:
        source.execute("BEGIN")
        return write_copy(source, target)


def new_backup(folder: Path, at: datetime, kind: str = "auto") -> Path:
    """A name in the folder, which is made if need be, that no file has; it holds the moment. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{kind}-{at.astimezone(UTC).strftime(MOMENT)}"
    for turn in range(1, MOST_IN_A_SECOND):
        path = folder / (f"{name}.db" if turn == 1 else f"{name}-{turn}.db")
        if not os.path.lexists(path):
            return path
    raise FileExistsError(f"{name}.db")


def automatic_backup(path: Path, folder: Path, at: datetime, *, spared: Path | None = None) -> Path:
    """Copy the store at `path`, as it was last completed, into the folder, where the newest `KEPT` of these stay.

    Neither the new one nor `spared` ever goes. Nobody else may be writing. Raises StoreError; then none was made.
    """
    with store_errors(path), copy_errors(folder):
        target = new_backup(folder, at)
        copy_of_file(path, target)
        for old in (*automatic_in(folder)[KEPT:], *abandoned_in(folder)):
            if old not in (target, spared):
                old.unlink(missing_ok=True)
        return target


def abandoned_in(folder: Path) -> list[Path]:
    """The drafts of more than a day ago, whose writers were killed. Raises OSError."""
    latest = time() - DRAFTS_STAY
    return [path for path in folder.glob(f"{DRAFT_PREFIX}*{DRAFT_SUFFIX}") if path.lstat().st_mtime < latest]


def automatic_in(folder: Path) -> list[Path]:
    """The automatic backups, newest first. Raises OSError."""
    return [path for path, kind, _, _ in _ours(folder) if kind == "auto"]


def backups_in(folder: Path) -> list[Backup]:
    """The backups in the folder, newest first; none if there is no such folder. Raises StoreError."""
    with copy_errors(folder):
        found = [(path, kind, at) for path, kind, at, _ in _ours(folder) if kind != "damaged"]
        return [Backup(path, at, path.stat().st_size, orders_in(path), kind == "auto") for path, kind, at in found]


def may_replace(path: Path) -> bool:
    """Whether a copy may take the place of this file: it is empty, or a store of ours. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(MARK_AT + 4)
    return not head or (head.startswith(SQLITE_MAGIC) and head[MARK_AT:] == APPLICATION_ID.to_bytes(4, "big"))


def orders_in(path: Path) -> int | None:
    """How many orders a copy holds, `None` if it cannot be read."""
    try:
        with closing(connect(path, "ro")) as connection:
            return count_orders(connection)
    except (sqlite3.Error, OSError):
        return None


def checked(connection: sqlite3.Connection) -> int:
    """The number of orders in a copy that is a whole store of ours. sqlite3.Error for any other."""
    mark = (connection.execute("PRAGMA application_id").fetchone()[0], version_of(connection))
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok" or mark != (APPLICATION_ID, SCHEMA_VERSION):
        raise sqlite3.DatabaseError(found)
    return count_orders(connection)


@contextmanager
def draft_beside(target: Path) -> Iterator[Path]:
    """A new, empty, private file in the folder of `target`, which is gone at the end unless it was put in place."""
    descriptor, name = mkstemp(prefix=DRAFT_PREFIX, suffix=DRAFT_SUFFIX, dir=target.parent)
    os.close(descriptor)
    draft = Path(name)
    try:
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def put_in_place(draft: Path, target: Path) -> None:
    """Let the draft be `target`, in one step that a power cut does not undo. Raises OSError."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    sync_folder(target.parent)


@contextmanager
def copy_errors(place: Path) -> Iterator[None]:
    """Turn what the system reports about a place for copies into CopyNotWritten."""
    try:
        yield
    except OSError as error:
        raise CopyNotWritten(place, error) from error


@contextmanager
def full_disk() -> Iterator[None]:
    """Report a disk that is full as the system would."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, "the disk is full") from error


def _ours(folder: Path) -> list[tuple[Path, str, datetime, int]]:
    """The files in the folder that have a name of ours, with its parts, newest first; no links."""
    found = []
    try:
        entries = list(folder.iterdir())
    except FileNotFoundError:
        return []
    for path in entries:
        name = NAME.fullmatch(path.name)
        if name is not None and S_ISREG(path.lstat().st_mode):
            with suppress(ValueError):
                found.append((path, name[1], datetime.fromisoformat(name[2]), int(name[3] or 1)))
    return sorted(found, key=lambda each: each[2:], reverse=True)

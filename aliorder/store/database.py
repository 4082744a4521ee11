"""Opening the file: who may see it, how safely it writes, and what is said when it will not open."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from aliorder.errors import StoreError
from aliorder.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, version_of

FILE_NAME = "orders.db"
PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

RESTORE = "bring back a backup with aliorder restore latest, or move the file away and begin anew"

# EXTRA also syncs the folder once the rollback journal is gone: a change that was reported as made survives a power
# cut (sqlite.org/pragma.html#pragma_synchronous). A rollback journal and not WAL, because a WAL store cannot be read
# from a read-only medium (sqlite.org/wal.html#read_only_databases). Without spilling, readers are locked out only
# while a change is committed. The first two of _PRAGMAS distrust the file (sqlite.org/security.html); the third is for
# orders that were not kept in the order of their numbers: without it, reading 10,000 of them takes a fifth longer.
# Temporary tables lie in a file without a name, so they take no memory and nobody else can open them.
_WRITER_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "cache_spill = OFF",
    "temp_store = FILE",
)
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "cache_size = -16000")
# What can be worked out again may be lost in a power cut, so it need not wait for EXTRA. But what the buyer wrote is in
# the same file, which a power cut must never damage: that takes FULL.
_NOTING_PRAGMAS = ("busy_timeout = 0", "synchronous = FULL", "cache_spill = OFF", "query_only = OFF")

_SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("is busy: another program is using it", "try again when the other program is done"),
    sqlite3.SQLITE_LOCKED: ("is busy: another program is using it", "try again when the other program is done"),
    sqlite3.SQLITE_NOTADB: ("is not a store of aliorder, or it is damaged", RESTORE),
    sqlite3.SQLITE_READONLY: ("is read-only", "make the file and its folder writable, or choose another with --home"),
    sqlite3.SQLITE_FULL: ("could not be written: the disk is full", "make room on the disk and try again"),
    sqlite3.SQLITE_IOERR: ("could not be read or written: the disk reports an error", "check the disk and try again"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check that you may read and write the file and its folder"),
    sqlite3.SQLITE_PERM: ("cannot be opened", "check that you may read and write the file and its folder"),
}
_REASONS = {
    errno.EACCES: sqlite3.SQLITE_CANTOPEN,
    errno.EPERM: sqlite3.SQLITE_CANTOPEN,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
}


class StoreDamaged(StoreError):
    """The file holds what no store of ours holds: it is damaged, or something else has taken its place.

    `what` says so without the file's name: "is damaged: …".
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"the store {path} {what}", RESTORE)
        self.what = what


def open_for_reading(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection that cannot change anything; a store that is absent reads as an empty one.

    A store of an older layout is read through a copy in memory. Raises StoreError.
    """
    with store_errors(path):
        if _is_absent(path):
            return _in_memory()
        connection = connect(path, "rw", patience)
        with _closed_on_error(connection):
            if _recognized_version(connection, path) == SCHEMA_VERSION:
                return _without_writing(connection)
        with closing(connection):
            return _in_memory(connection)


def open_for_writing(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to the store, which is made (file 0600, new folder 0700) or brought up to date first.

    Raises StoreError.
    """
    with store_errors(path):
        _make_private_file(path)
        connection = connect(path, "rw", patience)
        with _closed_on_error(connection):
            older = _recognized_version(connection, path) < SCHEMA_VERSION
            for pragma in _WRITER_PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            if older:
                migrate(connection)
            return connection


def connect(path: Path, mode: str, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to a file that is there, trusting nothing in it; `mode` is `ro` or `rw`. sqlite3.Error if not."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, timeout=patience, isolation_level=None, uri=True)
    with _closed_on_error(connection):
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    return connection


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all that is in `source`, which is in a transaction that has changed nothing. sqlite3.Error if it is busy."""
    # With a read lock held the copy never meets a busy store, for which it would wait without end.
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    source.backup(target)


def private_copy(source: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of `source`, as for `copy`, that nobody else can open and that is gone once it is closed."""
    private = sqlite3.connect("", isolation_level=None)
    with _closed_on_error(private):
        for pragma in _PRAGMAS:
            private.execute(f"PRAGMA {pragma}")
        copy(source, private)
        return private


def wait_for_writers(path: Path, patience: float = PATIENCE) -> None:
    """Return as soon as nobody reads or writes the store, or if there is none, or it is damaged.

    StoreError if somebody goes on doing so, or if the file is not a store that this program may change.
    """
    with suppress(StoreDamaged), store_errors(path):
        if not _is_absent(path):
            with closing(connect(path, "rw", patience)) as connection:
                _recognized_version(connection, path)
                connection.execute("BEGIN EXCLUSIVE")


@contextmanager
def noting(connection: sqlite3.Connection) -> Iterator[None]:
    """A short write transaction on a connection that is open for reading, for what can be worked out again.

    It waits for nobody. sqlite3.Error if it cannot be made here and now; then nothing is changed.
    """
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    try:
        for pragma in _NOTING_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
        _without_writing(connection)
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def spilling(connection: sqlite3.Connection, on: bool) -> Iterator[None]:
    """Let the next transaction write into the file before it is committed, so that its memory does not grow.

    From then on until its end, nobody else can read.
    """
    if on:
        connection.execute("PRAGMA cache_spill = ON")
    try:
        yield
    finally:
        if on:
            connection.execute("PRAGMA cache_spill = OFF")


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report about the store into a StoreError of one plain sentence."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        what, hint = _SENTENCES.get(code, (f"is damaged ({error})", RESTORE))
        if hint == RESTORE:
            raise StoreDamaged(path, what) from error
        raise StoreError(f"the store {path} {what}", hint) from error
    except OSError as error:
        ours = _REASONS.get(error.errno or 0, sqlite3.SQLITE_OK)
        what, hint = _SENTENCES.get(ours, (f"cannot be opened: {error.strerror}", "choose another folder with --home"))
        raise StoreError(f"the store {path} {what}", hint) from error


def _is_absent(path: Path) -> bool:
    # Not path.exists(): a folder that may not be entered is an error and not an empty store.
    try:
        path.stat()
    except FileNotFoundError:
        return True
    return False


def _make_private_file(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _recognized_version(connection: sqlite3.Connection, path: Path) -> int:
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version = version_of(connection)
    if application == APPLICATION_ID and version <= SCHEMA_VERSION:
        return version
    if application == APPLICATION_ID:
        hint = "upgrade aliorder, then try again"
        raise StoreError(f"the store {path} was written by a newer aliorder (layout {version})", hint)
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or application or version:
        raise StoreError(f"the file {path} belongs to another program", "choose another folder with --home")
    return 0


def _in_memory(source: sqlite3.Connection | None = None) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with _closed_on_error(memory):
        if source is not None:
            source.execute("BEGIN")
            copy(source, memory)
        migrate(memory)
        return _without_writing(memory)


def _without_writing(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise

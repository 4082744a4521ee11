"""Which copies of evidence something still speaks of: the orders, what undo would bring back, and the backups."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from aliorder.store.backups import backups_in
from aliorder.store.database import connect
from aliorder.store.journal import mentioned
from aliorder.store.migrations import APPLICATION_ID, SCHEMA_VERSION, version_of
from aliorder.store.reading import has_evidence

SINCE = 5
"""The layout that first knew of evidence."""


def in_use(connection: sqlite3.Connection, digests: Collection[str]) -> set[str]:
    """Those of the SHA-256 that are evidence of an order, or would be again after `undo`."""
    return {digest for digest in digests if has_evidence(connection, digest)} | mentioned(connection, digests)


def in_backups(folder: Path, digests: Collection[str]) -> set[str]:
    """Those of the SHA-256 that would be in use if a backup in the folder were restored. StoreError as `backups_in`.

    All of them, where a backup cannot be asked: whatever it speaks of must not be lost.
    """
    try:
        return {digest for backup in backups_in(folder) for digest in in_backup(backup.path, digests)}
    except sqlite3.Error:
        return set(digests)


def in_backup(path: Path, digests: Collection[str]) -> set[str]:
    """Those of the SHA-256 that would be in use if this backup were restored. sqlite3.Error if it cannot be asked."""
    with closing(connect(path, "ro")) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise sqlite3.DatabaseError("not ours")
        version = version_of(connection)
        if version > SCHEMA_VERSION:
            raise sqlite3.DatabaseError("newer than this program")
        return in_use(connection, digests) if version >= SINCE else set()

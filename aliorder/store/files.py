"""Which files were imported, when, and on what terms; each belongs to the command that imported it."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from aliorder.records.values import moment, text
from aliorder.store.reading import BATCH

_COLUMNS = "sha256, name, imported_at, seen, format, terms, raw"
_KNOWN = f"SELECT {_COLUMNS} FROM main.files WHERE sha256 = ? ORDER BY id DESC LIMIT 1"
_NEWEST = f"""
    SELECT id, {_COLUMNS} FROM files WHERE id > ? AND NOT EXISTS (
        SELECT 1 FROM files AS newer WHERE newer.sha256 = files.sha256 AND newer.id > files.id
    )
    ORDER BY id LIMIT {BATCH}
"""
_KEPT_BY_NOBODY_ELSE = """
    SELECT DISTINCT sha256 FROM files AS gone WHERE command_id = :entry AND raw AND NOT EXISTS (
        SELECT 1 FROM files WHERE sha256 = gone.sha256 AND raw AND command_id IS NOT :entry
    )
    ORDER BY sha256
"""

# What a running command remembers stays out of the store until its end: the command may change nothing yet, and the
# store may yet be copied as it was before.
_MAKE = f"CREATE TEMP TABLE remembered (id INTEGER PRIMARY KEY, {_COLUMNS})"
_MAKE_INDEX = "CREATE INDEX temp.remembered_sha256 ON remembered (sha256)"
_REMEMBER = f"INSERT INTO temp.remembered ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_REMEMBERED = f"SELECT {_COLUMNS} FROM temp.remembered WHERE sha256 = ? ORDER BY id DESC LIMIT 1"
_KEEP = f"""
    INSERT INTO main.files ({_COLUMNS}, command_id)
    SELECT {_COLUMNS}, coalesce(?, (
        SELECT command_id FROM main.files AS known WHERE known.sha256 = remembered.sha256 ORDER BY known.id DESC LIMIT 1
    ))
    FROM temp.remembered ORDER BY id
"""


class KnownFile(NamedTuple):
    """A file that was imported.

    `sha256` is that of its content, in hexadecimal; `seen` the moment at which a status in it counts as seen where the
    file itself does not tell; `format` the name of its importer; `terms` JSON text, of which the store reads nothing;
    `raw` whether its content is kept beside the store.
    """

    sha256: str
    name: str
    imported_at: datetime
    seen: datetime
    format: str
    terms: str
    raw: bool


class Remembered:
    """The files of one running command."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._any = False

    def add(self, file: KnownFile) -> None:
        """Remember the file, unless it is known with the same format and terms; content once kept stays kept."""
        known = self.known(file.sha256)
        raw = file.raw or (known is not None and known.raw)
        if known is not None and (known.format, known.terms, known.raw) == (file.format, file.terms, raw):
            return
        if not self._any:
            self._connection.execute(_MAKE)
            self._connection.execute(_MAKE_INDEX)
            self._any = True
        self._connection.execute(_REMEMBER, _row(file._replace(raw=raw)))

    def known(self, sha256: str) -> KnownFile | None:
        """The file as it was last remembered, in this command or before. Raises Unreadable."""
        row = self._connection.execute(_REMEMBERED, (sha256,)).fetchone() if self._any else None
        return known_file(self._connection, sha256) if row is None else _read(row)

    def keep(self, entry: int | None) -> None:
        """Keep them all as files of the command; if it changed nothing, each as one of the file's last command."""
        if self._any:
            self._connection.execute(_KEEP, (entry,))
            self._connection.execute("DROP TABLE temp.remembered")


def known_file(connection: sqlite3.Connection, sha256: str) -> KnownFile | None:
    """The file as it was last imported, `None` if it never was. Raises Unreadable."""
    row = connection.execute(_KNOWN, (sha256,)).fetchone()
    return None if row is None else _read(row)


def files_after(connection: sqlite3.Connection, last: int) -> list[tuple[int, KnownFile]]:
    """The next files, up to `BATCH`, as they were last imported, each after its place in that order. Unreadable."""
    return [(row[0], _read(row[1:])) for row in connection.execute(_NEWEST, (last,))]


def forget_files(connection: sqlite3.Connection, entry: int) -> tuple[str, ...]:
    """Forget the files of a command; the SHA-256 of those whose content nobody has asked to keep any more."""
    rows = connection.execute(_KEPT_BY_NOBODY_ELSE, {"entry": entry}).fetchall()
    connection.execute("DELETE FROM files WHERE command_id = ?", (entry,))
    return tuple(text(sha256, "files.sha256") for (sha256,) in rows)


def _row(file: KnownFile) -> tuple[object, ...]:
    name = file.name.encode("utf-8", "backslashreplace").decode()
    moments = (file.imported_at.isoformat(), file.seen.isoformat())
    return (file.sha256, name, *moments, file.format, file.terms, file.raw)


def _read(row: tuple[object, ...]) -> KnownFile:
    sha256, name, imported_at, seen, form, terms, raw = row
    return KnownFile(
        text(sha256, "files.sha256"),
        text(name, "files.name"),
        moment(imported_at, "files.imported_at"),
        moment(seen, "files.seen"),
        text(form, "files.format"),
        text(terms, "files.terms"),
        bool(raw),
    )

"""A backup brought back: looked at whole before anything is replaced, and what it replaces is kept."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from aliorder.domain.order import Order
from aliorder.errors import InputRefused
from aliorder.store.backups import FOLDER_NAME, automatic_backup, copy_errors, draft_beside, new_backup, put_in_place
from aliorder.store.connection import OpenFile
from aliorder.store.database import FILE_NAME, PATIENCE, StoreDamaged, connect, open_for_writing, private_copy
from aliorder.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, version_of
from aliorder.store.orders import OrderStore
from aliorder.store.replacing import drop_orphans, holds_nothing, replace_all
from aliorder.words.safe import shortened

MOST_SHOWN = 200
OTHERS = "aliorder backup --list shows the backups that there are"


class Difference(NamedTuple):
    """How many orders would go, come back, be otherwise and stay as they are."""

    gone: int
    back: int
    otherwise: int
    same: int

    @property
    def now(self) -> int:
        """How many there are."""
        return self.gone + self.otherwise + self.same

    @property
    def nothing(self) -> bool:
        """Whether all orders would stay as they are."""
        return not (self.gone or self.back or self.otherwise)

    @property
    def then(self) -> int:
        """How many there would be."""
        return self.back + self.otherwise + self.same


def open_backup(path: Path) -> OrderStore:
    """What is in a backup: a private copy, of the newest layout, of which every page was looked at, but not each order.

    InputRefused if the file is not a store of ours, damaged, or newer than this program.
    """
    with refusals(path):
        if not S_ISREG(path.stat().st_mode):
            raise refused(path, "it is not a file")
        with closing(connect(path, "ro")) as source:
            source.execute("BEGIN")
            refuse_foreign(source, path)
            private = private_copy(source)
        try:
            make_whole(private, path)
        except BaseException:
            private.close()
            raise
        return OrderStore(private, path)


def difference(now: Iterable[Order], backup: OrderStore) -> Difference:
    """What would change if the orders `now`, sorted by number as text, were replaced with those of the backup.

    Every order of the backup is read for it; InputRefused names one that cannot be.
    """
    counts = dict.fromkeys(Difference._fields, 0)
    for before, after in in_step(now, readable(backup)):
        if before is None or after is None:
            counts["back" if before is None else "gone"] += 1
        else:
            counts["same" if before == after else "otherwise"] += 1
    return Difference(**counts)


def restore(folder: Path, backup: OrderStore, at: datetime, patience: float = PATIENCE) -> Path | None:
    """Let the store in `folder` hold all that the backup holds, and nothing else, in one step.

    Where what it held before is kept now; `None` if it held nothing. Nobody else can write meanwhile. Raises
    StoreError; then the store is as it was.
    """
    path = folder / FILE_NAME
    try:
        with Live(open_for_writing(path, patience), path) as live:
            return live.take_over(backup, at)
    except StoreDamaged:
        return replace_damaged(folder, backup, at)


class Live(OpenFile):
    """The store whose place the backup takes, open for writing."""

    def take_over(self, backup: OrderStore, at: datetime) -> Path | None:
        """Hold all that the backup holds, and nothing else; where what was held before is kept now."""
        kept = None
        self._connection.execute("PRAGMA foreign_keys = OFF")
        with self._writing(bulk=True), self._errors():
            if not holds_nothing(self._connection):
                kept = automatic_backup(self.path, self.path.parent / FOLDER_NAME, at, spared=backup.path)
            replace_all(self._connection, backup._connection)
        return kept


def replace_damaged(folder: Path, backup: OrderStore, at: datetime) -> Path:
    """Put the backup in the place of a store that cannot be read; where that is kept now. Raises StoreError."""
    path = Path(os.path.realpath(folder / FILE_NAME))
    with copy_errors(folder / FOLDER_NAME):
        aside = new_backup(folder / FOLDER_NAME, at, "damaged")
        with draft_beside(aside) as draft:
            shutil.copyfile(path, draft)
            put_in_place(draft, aside)
        with suppress(FileNotFoundError):  # or it would be played back into the file that comes
            path.with_name(f"{path.name}-journal").replace(aside.with_name(f"{aside.name}-journal"))
    backup.backup(path)
    return aside


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is not a store of ours, or one of a newer layout."""
    version = version_of(connection)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise refused(path, "it is not a backup of aliorder")
    if version > SCHEMA_VERSION:
        why = f"it was written by a newer aliorder (layout {version})"
        raise refused(path, why, "upgrade aliorder, then try again")


def make_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the copy of the backup to the newest layout, without what belongs to no order; refuse a damaged one."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise refused(path, "it is damaged")
    migrate(connection)
    drop_orphans(connection)


def in_step(now: Iterable[Order], then: Iterable[Order]) -> Iterator[tuple[Order | None, Order | None]]:
    """The orders of both, which are sorted by number: those of the same number together, `None` where one has none."""
    left, right = iter(now), iter(then)
    before, after = next(left, None), next(right, None)
    while before is not None or after is not None:
        place = compared(before, after)
        yield (before if place <= 0 else None), (after if place >= 0 else None)
        if place <= 0:
            before = next(left, None)
        if place >= 0:
            after = next(right, None)


def compared(before: Order | None, after: Order | None) -> int:
    """Which of the two comes first: -1 the one before, 1 the one after, 0 both; what is not there comes last."""
    if before is None or after is None:
        return -1 if after is None else 1
    one, other = before.number or "", after.number or ""
    return (one > other) - (one < other)


def readable(backup: OrderStore) -> Iterator[Order]:
    """The orders of the backup; InputRefused names one that cannot be read."""
    try:
        yield from backup.each()
    except StoreDamaged as damage:
        raise refused(backup.path, f"it {damage.what}") from None


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report about the file into InputRefused."""
    try:
        yield
    except sqlite3.Error as error:
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
        why = "another program is using it" if busy else "it is not a backup of aliorder, or it is damaged"
        raise refused(path, why) from error
    except OSError as error:
        raise refused(path, "there is no such file" if error.errno == errno.ENOENT else f"{error.strerror}") from error
    except ValueError:
        raise refused(path, "this is no name that a file can have") from None


def refused(path: Path, why: str, hint: str = OTHERS) -> InputRefused:
    """The error for a file that cannot be restored."""
    return InputRefused(f"{shortened(str(path), MOST_SHOWN)} cannot be restored: {why}", hint)

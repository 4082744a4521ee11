"""What undo needs: for each of the last commands, the orders it touched as they were before."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from aliorder.domain.order import Order
from aliorder.records.codec import order_from_json, order_to_json
from aliorder.records.values import SHA256, Unreadable, moment, plain, text
from aliorder.store.files import forget_files
from aliorder.store.reading import BATCH
from aliorder.store.rows import rows_of
from aliorder.store.writing import delete, insert

KEPT = 50
"""So many commands can be undone, the newest first."""

_DROP_OLDEST = f"""
    DELETE FROM commands WHERE id <= (SELECT id FROM commands ORDER BY id DESC LIMIT 1 OFFSET {KEPT})
"""
_LAST = "SELECT id, command, at FROM commands ORDER BY id DESC LIMIT 1"
_REMEMBER = "INSERT OR IGNORE INTO before_images VALUES (?, ?, ?)"
_NEXT = f"FROM before_images WHERE command_id = ? AND number > ? ORDER BY number LIMIT {BATCH}"
_NUMBERS = f"SELECT number {_NEXT}"
_IMAGES = f"SELECT number, document {_NEXT}"
_PROVEN = "SELECT document FROM before_images WHERE instr(document, 'sha256')"
_DIGEST = re.compile(f'"({SHA256.pattern})"')
_REPLACED = _IMAGES.replace("WHERE", "WHERE document IS NOT NULL AND")

Image = tuple[str, Order | None]
"""The number of an order, and the order as it was before a command; `None` if it was not there."""


class Undone(NamedTuple):
    """A command that was taken back: its words, its moment, and how many orders it had touched.

    `files` are the SHA-256 of the files that were kept whole and that no import speaks of any more.
    """

    command: str
    at: datetime
    orders: int
    files: tuple[str, ...] = ()


@dataclass(slots=True)
class Journal:
    """The record of one running command; a command that touches nothing leaves none.

    `beforehand` is called once, when the first change is about to be made.
    """

    connection: sqlite3.Connection
    command: str
    at: datetime
    beforehand: Callable[[], None]
    entry: int | None = None
    prepared: bool = False

    def remember(self, images: Iterable[Image]) -> None:
        """Keep the orders as they were; for each only the first time counts within one command."""
        if not self.prepared:
            self.beforehand()
            self.prepared = True
        if self.entry is None:
            self.entry = self._begin()
        rows = [(self.entry, number, None if before is None else _document(before)) for number, before in images]
        self.connection.executemany(_REMEMBER, rows)

    def images(self) -> Iterator[list[Image]]:
        """What was remembered, in batches, sorted by number as text. Raises Unreadable."""
        return iter(()) if self.entry is None else _images(self.connection, self.entry)

    def replaced(self) -> Iterator[list[Image]]:
        """As `images`, but only of orders that had been there."""
        return iter(()) if self.entry is None else _images(self.connection, self.entry, _REPLACED)

    def count_new(self) -> int:
        """How many orders were remembered as not having been there."""
        query = "SELECT count(*) FROM before_images WHERE command_id = ? AND document IS NULL"
        found: int = self.connection.execute(query, (self.entry,)).fetchone()[0]
        return found

    def _begin(self) -> int | None:
        words = self.command.encode("utf-8", "backslashreplace").decode()
        row = (words, self.at.isoformat())
        entry = self.connection.execute("INSERT INTO commands (command, at) VALUES (?, ?)", row).lastrowid
        self.connection.execute(_DROP_OLDEST)
        return entry


def take_back_last(connection: sqlite3.Connection) -> Undone | None:
    """Put every order that the newest command touched back as it was, and forget the command and its files.

    `None` if there is no command left. Whoever calls holds a write transaction. Raises Unreadable for a damaged record.
    """
    row = connection.execute(_LAST).fetchone()
    if row is None:
        return None
    entry, command, at = row
    touched = 0
    # All of them go before the first comes back: among them an alias may have been passed on.
    for rows in _pages(connection, _NUMBERS, entry):
        touched += len(rows)
        delete(connection, [row[0] for row in rows])
    for images in _images(connection, entry):
        insert(connection, [rows_of(before) for _, before in images if before is not None])
    files = forget_files(connection, entry)
    connection.execute("DELETE FROM commands WHERE id = ?", (entry,))
    return Undone(text(command, "last command"), moment(at, "last command"), touched, files)


def mentioned(connection: sqlite3.Connection, digests: Collection[str]) -> set[str]:
    """Those of the SHA-256 of which an order, as it was before one of the commands, speaks; each is read once."""
    asked, found = frozenset(digests), set[str]()
    for (document,) in connection.execute(_PROVEN) if asked else ():
        if isinstance(document, str):
            found |= asked.intersection(_DIGEST.findall(document))
    return found


def _images(connection: sqlite3.Connection, entry: int, query: str = _IMAGES) -> Iterator[list[Image]]:
    return ([_image(*row) for row in rows] for rows in _pages(connection, query, entry))


def _pages(connection: sqlite3.Connection, query: str, entry: int) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a command, a batch at a time, whatever is written between two of them."""
    after = ""
    while rows := connection.execute(query, (entry, after)).fetchall():
        after = text(rows[-1][0], "last command")
        yield rows


def _document(order: Order) -> str:
    return json.dumps(order_to_json(order), ensure_ascii=False)


def _image(number: object, document: object) -> Image:
    name = text(number, "last command")
    if document is None:
        return name, None
    place = f"order {plain(name)} before the last command"
    words = text(document, place)
    try:
        order = order_from_json(json.loads(words))
    except Unreadable as problem:
        raise Unreadable(f"{place}, {problem.field}", problem.why) from None
    except (ValueError, RecursionError):
        raise Unreadable(place, "it is not JSON") from None
    if order.number != name:
        raise Unreadable(place, "it has another number")
    return name, order

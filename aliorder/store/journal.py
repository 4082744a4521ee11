"""What undo needs: for each of the last commands, the orders it touched as they were before."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from aliorder.domain.order import Order
from aliorder.store.codec import order_from_json, order_to_json
from aliorder.store.rows import rows_of
from aliorder.store.values import Unreadable, moment, plain, text
from aliorder.store.writing import insert

KEPT = 50
"""So many commands can be undone, the newest first."""

_DROP_OLDEST = f"""
    DELETE FROM commands WHERE id <= (SELECT id FROM commands ORDER BY id DESC LIMIT 1 OFFSET {KEPT})
"""
_DELETE_TOUCHED = "DELETE FROM orders WHERE number IN (SELECT number FROM before_images WHERE command_id = ?)"
_IMAGES = "SELECT number, document FROM before_images WHERE command_id = ? ORDER BY number"


class Undone(NamedTuple):
    """A command that was taken back: its words, its moment, and the orders it had touched, in order."""

    command: str
    at: datetime
    numbers: tuple[str, ...]


@dataclass(slots=True)
class Journal:
    """The record of one running command; a command that touches nothing leaves none."""

    connection: sqlite3.Connection
    command: str
    at: datetime
    entry: int | None = None

    def remember(self, number: str, before: Order | None) -> None:
        """Keep the order as it was; only the first time counts within one command."""
        if self.entry is None:
            self.entry = self._begin()
        document = None if before is None else json.dumps(order_to_json(before), ensure_ascii=False)
        self.connection.execute("INSERT OR IGNORE INTO before_images VALUES (?, ?, ?)", (self.entry, number, document))

    def _begin(self) -> int | None:
        words = self.command.encode("utf-8", "backslashreplace").decode()
        row = (words, self.at.isoformat())
        entry = self.connection.execute("INSERT INTO commands (command, at) VALUES (?, ?)", row).lastrowid
        self.connection.execute(_DROP_OLDEST)
        return entry


def take_back_last(connection: sqlite3.Connection) -> Undone | None:
    """Put every order that the newest command touched back as it was, and forget the command.

    `None` if there is no command left. Whoever calls holds a write transaction. Raises Unreadable for a damaged record.
    """
    row = connection.execute("SELECT id, command, at FROM commands ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return None
    entry, command, at = row
    connection.execute(_DELETE_TOUCHED, (entry,))
    numbers = []
    for number, before in (_image(*image) for image in connection.execute(_IMAGES, (entry,))):
        numbers.append(number)
        if before is not None:
            insert(connection, rows_of(before))
    connection.execute("DELETE FROM commands WHERE id = ?", (entry,))
    return Undone(text(command, "last command"), moment(at, "last command"), tuple(numbers))


def _image(number: object, document: object) -> tuple[str, Order | None]:
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

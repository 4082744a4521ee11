"""What was last found out about each order, and from when on to ask again.

Only a cache: it is believed under the key that it was made with and up to the moment it names, and whatever is wrong in
it counts as not known.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from aliorder.domain.order import Order
from aliorder.records.outlooks import UNASKED, Note, seconds
from aliorder.records.values import Unreadable, moment, text
from aliorder.store.database import noting

NoteOf = Callable[[Order], Note]
"""Tells what to keep about an order."""

_NEVER = 2**63 - 1
_NOTED = "wake, stage, is_open, holds_until, outlook"
_READ = "wake, CAST(stage AS BLOB), is_open, holds_until, CAST(outlook AS BLOB)"

# The orders are looked up one by one after the wakes: the other way round every order would be passed.
_AWAKE = f"""
    SELECT number, {_READ} FROM wakes CROSS JOIN orders ON orders.id = wakes.order_id
    WHERE wake <= ? ORDER BY number
"""
_ALL = f"SELECT number, {_READ} FROM orders JOIN wakes ON orders.id = wakes.order_id ORDER BY number"
_ONE = f"SELECT number, {_READ} FROM orders JOIN wakes ON orders.id = wakes.order_id WHERE number = ?"
_CHANGE = f"UPDATE wakes SET ({_NOTED}) = (?, ?, ?, ?, ?) WHERE order_id = (SELECT id FROM orders WHERE number = ?)"
NOTE = f"INSERT OR REPLACE INTO wakes (order_id, {_NOTED}) VALUES (?, ?, ?, ?, ?, ?)"
_HOLD = "INSERT OR REPLACE INTO wakes_hold VALUES (1, ?, ?)"


class Index(NamedTuple):
    """What the index says at `now`, under `key`.

    `notes` are those of the orders that were asked for, by number; `None` if it does not hold, so that nothing is known
    of any order. `state` changes as soon as anybody changes the store; `None` if nothing can be noted.
    """

    key: str
    now: datetime
    notes: dict[str, Note] | None
    state: int | None


class Noted(NamedTuple):
    """Orders, sorted by number as text, to be gone through once while the store is open; and what is noted of them."""

    orders: Iterator[Order]
    found_in: Index

    @property
    def everything(self) -> bool:
        """Whether they are all the orders of the store because the index did not hold."""
        return self.found_in.notes is None

    def note(self, order: Order) -> Note:
        """What is noted about one of the orders."""
        return (self.found_in.notes or {}).get(order.number or "", UNASKED)


def read_index(connection: sqlite3.Connection, key: str, now: datetime, query: str, *values: object) -> Index:
    """What the index says of the orders that `query` gives.

    It holds if it was made under the same key and never asked about a moment later than `now`. Unreadable names what is
    damaged.
    """
    notes = dict(_noted(connection, query, values)) if _holds(connection, key, now) else None
    return Index(key, now, notes, state_of(connection) if _can_be_noted(connection) else None)


def awake(connection: sqlite3.Connection, key: str, now: datetime, until: datetime | None) -> Index:
    """What the index says of the orders that are awake by `until`, inclusive; `None` means at any time."""
    return read_index(connection, key, now, _AWAKE, _NEVER if until is None else seconds(until))


def everything(connection: sqlite3.Connection, key: str, now: datetime) -> Index:
    """What the index says of every order."""
    return read_index(connection, key, now, _ALL)


def of_one(connection: sqlite3.Connection, key: str, now: datetime, number: str) -> Index:
    """What the index says of one order."""
    return read_index(connection, key, now, _ONE, number)


def note(connection: sqlite3.Connection, index: Index, notes: Mapping[str, Note]) -> bool:
    """Keep, by number, what was found out about the orders that `index` told of.

    Returns whether anything was written. Nothing is if nothing is new, if somebody has changed the store since, or if
    it cannot be written here and now.
    """
    changed = notes if index.notes is None else _changed(index.notes, notes)
    if index.state is None or connection.in_transaction or not (changed or index.notes is None):
        return False
    try:
        with noting(connection):
            # Nobody else can write now, so what holds here still holds when this is committed.
            if state_of(connection) != index.state:
                return False
            _write(connection, index, changed)
    except sqlite3.Error:
        return False
    return True


def begin(connection: sqlite3.Connection, key: str, now: datetime) -> bool:
    """Whether notes that are worked out at `now` under the key can be kept with the orders that are put.

    They can where the index holds, and in a store without orders, where it begins to. Whoever calls holds a write
    transaction.
    """
    if _holds(connection, key, now):
        return True
    if connection.execute("SELECT 1 FROM orders LIMIT 1").fetchone():
        return False
    connection.execute(_HOLD, (key, now.isoformat()))
    return True


def move(connection: sqlite3.Connection, now: datetime) -> None:
    """Let the index say nothing of any moment before `now`, as notes worked out then are about to be kept.

    Whoever calls holds a write transaction and has asked `begin` at that moment.
    """
    connection.execute("UPDATE wakes_hold SET asked = ?", (now.isoformat(),))


def _holds(connection: sqlite3.Connection, key: str, now: datetime) -> bool:
    row = connection.execute("SELECT key, asked FROM wakes_hold").fetchone()
    if row is None or row[0] != key:
        return False
    try:
        return moment(row[1], "asked") <= now
    except Unreadable:
        return False


def _noted(connection: sqlite3.Connection, query: str, values: tuple[object, ...]) -> Iterator[tuple[str, Note]]:
    for number, wake, stage, is_open, holds_until, outlook in connection.execute(query, values):
        try:
            note = Note(wake, stage and stage.decode(), is_open, holds_until, outlook and outlook.decode())
        except UnicodeDecodeError:
            note = UNASKED
        yield text(number, "order"), note


def _can_be_noted(connection: sqlite3.Connection) -> bool:
    # Not a copy in memory, of which the file may long have changed, nor a store in which this program itself writes.
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    return bool(file and connection.execute("PRAGMA query_only").fetchone()[0])


def state_of(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection commits (sqlite.org/pragma.html#pragma_data_version)."""
    state: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return state


def _changed(before: Mapping[str, Note], after: Mapping[str, Note]) -> dict[str, Note]:
    return {number: note for number, note in after.items() if number in before and before[number] != note}


def _write(connection: sqlite3.Connection, index: Index, notes: Mapping[str, Note]) -> None:
    if index.notes is None:
        connection.execute("DELETE FROM wakes")
        orders = connection.execute("SELECT id, number FROM orders ORDER BY id")
        connection.executemany(NOTE, ((key, *notes.get(number, UNASKED)) for key, number in orders))
    else:
        connection.executemany(_CHANGE, ((*note, number) for number, note in notes.items()))
    connection.execute(_HOLD, (index.key, index.now.isoformat()))

"""From which moment on each order has to be asked about again: an index that is only a cache, and never trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from aliorder.domain.order import Order
from aliorder.records.values import Unreadable, moment, text
from aliorder.store.database import noting

WakeOf = Callable[[Order], datetime | None]
"""Tells when an order has to be asked about again; `None` is never."""

UNASKED = 0
"""The wake of an order about which nothing was worked out since it was last put: it is always awake."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER = 2**63 - 1

# The orders are looked up one by one after the wakes: the other way round every order would be passed.
_AWAKE = """
    SELECT number, wake FROM wakes CROSS JOIN orders ON orders.id = wakes.order_id
    WHERE wake <= ? ORDER BY number
"""
_CHANGE = "UPDATE wakes SET wake = ? WHERE order_id = (SELECT id FROM orders WHERE number = ?)"
_HOLD = "INSERT OR REPLACE INTO wakes_hold VALUES (1, ?, ?)"


class Index(NamedTuple):
    """What the index says at `now`, under `key`.

    `wakes` are the orders that are awake, by number, with their wakes in Unix seconds; `None` if it does not hold, so
    that every order is awake. `state` changes as soon as anybody changes the store; `None` if nothing can be noted.
    """

    key: str
    now: datetime
    wakes: Mapping[str, int] | None
    state: int | None


class Awake(NamedTuple):
    """The orders to ask about, sorted by number as text: to be gone through once, while the store is open."""

    orders: Iterator[Order]
    found_in: Index

    @property
    def everything(self) -> bool:
        """Whether they are all the orders of the store, because the index did not hold."""
        return self.found_in.wakes is None


def read_index(connection: sqlite3.Connection, key: str, now: datetime, until: datetime | None) -> Index:
    """What the index says of the orders that are awake by `until`, inclusive; `None` means at any time.

    It holds if it was made under the same key and never asked about a moment later than `now`. Unreadable names what is
    damaged.
    """
    wakes = dict(_waking(connection, until)) if _holds(connection, key, now) else None
    return Index(key, now, wakes, _version(connection) if _can_be_noted(connection) else None)


def note(connection: sqlite3.Connection, index: Index, wakes: Mapping[str, datetime | None]) -> bool:
    """Keep what was worked out from the orders that `index` told awake: by number, when each wakes, `None` for never.

    Returns whether anything was written. Nothing is if nothing is new, if somebody has changed the store since, or if
    it cannot be written here and now.
    """
    given = {number: kept(wake) for number, wake in wakes.items()}
    changed = given if index.wakes is None else _changed(index.wakes, given)
    if index.state is None or connection.in_transaction or not (changed or index.wakes is None):
        return False
    try:
        with noting(connection):
            # Nobody else can write now, so what holds here still holds when this is committed.
            if _version(connection) != index.state:
                return False
            _write(connection, index, changed)
    except sqlite3.Error:
        return False
    return True


def begin(connection: sqlite3.Connection, key: str, now: datetime) -> bool:
    """Whether wakes that are worked out at `now` under the key can be kept with the orders that are put.

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
    """Let the index say nothing of any moment before `now`, as wakes worked out then are about to be kept.

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


def _waking(connection: sqlite3.Connection, until: datetime | None) -> Iterator[tuple[str, int]]:
    latest = _NEVER if until is None else _seconds(until)
    for number, wake in connection.execute(_AWAKE, (latest,)):
        yield text(number, "order"), wake


def _can_be_noted(connection: sqlite3.Connection) -> bool:
    # Not a copy in memory, of which the file may long have changed, nor a store in which this program itself writes.
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    return bool(file and connection.execute("PRAGMA query_only").fetchone()[0])


def _version(connection: sqlite3.Connection) -> int:
    # It changes when another connection commits (sqlite.org/pragma.html#pragma_data_version).
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version


def _changed(before: Mapping[str, int], after: Mapping[str, int | None]) -> dict[str, int | None]:
    return {number: wake for number, wake in after.items() if number in before and before[number] != wake}


def _write(connection: sqlite3.Connection, index: Index, wakes: Mapping[str, int | None]) -> None:
    if index.wakes is None:
        connection.execute("DELETE FROM wakes")
        orders = connection.execute("SELECT id, number FROM orders ORDER BY id")
        rows = ((key, wakes.get(number, UNASKED)) for key, number in orders)
        connection.executemany("INSERT INTO wakes VALUES (?, ?)", rows)
    else:
        connection.executemany(_CHANGE, ((wake, number) for number, wake in wakes.items()))
    connection.execute(_HOLD, (index.key, index.now.isoformat()))


def kept(wake: datetime | None) -> int | None:
    """A wake as it is kept: Unix seconds, `None` for never."""
    try:
        return None if wake is None else _seconds(wake)
    except TypeError:
        return UNASKED  # a moment without a zone


def _seconds(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(seconds=1)

"""Orders into the tables. Whoever calls holds a write transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import repeat

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.records.outlooks import UNASKED, Note
from aliorder.records.values import Unreadable
from aliorder.store.certain import is_certain
from aliorder.store.reading import places
from aliorder.store.rows import (
    DEADLINES,
    EVENTS,
    EVIDENCE,
    ITEMS,
    NOTES,
    ORDER_COLUMNS,
    OrderRows,
    Part,
    Row,
    Table,
    read_order,
    rows_of,
)
from aliorder.store.wakes import NOTE

LAST_KEY = 2**62
"""No store has so many orders that this would be the id of one."""


def _insertion(name: str, columns: str) -> str:
    return f"INSERT INTO {name} ({columns}) VALUES ({', '.join('?' * len(columns.split(',')))})"


def _insertion_of_parts(table: Table[Part]) -> str:
    return _insertion(table.name, f"order_id, position, {table.columns}")


_ORDER = _insertion("orders", f"id, {ORDER_COLUMNS}")
_ITEM = _insertion_of_parts(ITEMS)
_EVENT = _insertion_of_parts(EVENTS)
_DEADLINE = _insertion_of_parts(DEADLINES)
_NOTE = _insertion_of_parts(NOTES)
_EVIDENCE = _insertion_of_parts(EVIDENCE)


def storable_rows(order: Order) -> OrderRows:
    """The rows of an order, certain to be readable once they are stored; UsageError names the field that is not."""
    rows = rows_of(order)
    if is_certain(order):
        return rows
    try:
        read_order(
            (None, *rows.order),
            [ITEMS.read((None, *row)) for row in rows.items],
            [EVENTS.read((None, *row)) for row in rows.events],
            [DEADLINES.read((None, *row)) for row in rows.deadlines],
            [NOTES.read((None, *row)) for row in rows.notes],
            [EVIDENCE.read((None, *row)) for row in rows.evidence],
        )
    except Unreadable as problem:
        raise UsageError(f"order {order.number} cannot be stored: {problem}") from None
    return rows


def insert(connection: sqlite3.Connection, many: Sequence[OrderRows], notes: Sequence[Note] | None = None) -> None:
    """Write orders whose numbers are not in the store, with what is noted about them; without, they are awake."""
    last = connection.execute("SELECT coalesce(max(id), 0) FROM orders").fetchone()[0]
    if last > LAST_KEY:
        raise Unreadable("orders.id", "no row can follow the last one")
    keyed = list(enumerate(many, last + 1))
    connection.executemany(_ORDER, [(key, *rows.order) for key, rows in keyed])
    asked = repeat(UNASKED, len(keyed)) if notes is None else notes
    connection.executemany(NOTE, [(key, *note) for (key, _), note in zip(keyed, asked, strict=True)])
    _insert_parts(connection, _ITEM, [(key, rows.items) for key, rows in keyed])
    _insert_parts(connection, _EVENT, [(key, rows.events) for key, rows in keyed])
    _insert_parts(connection, _DEADLINE, [(key, rows.deadlines) for key, rows in keyed])
    _insert_parts(connection, _NOTE, [(key, rows.notes) for key, rows in keyed])
    _insert_parts(connection, _EVIDENCE, [(key, rows.evidence) for key, rows in keyed])


def delete(connection: sqlite3.Connection, numbers: Sequence[str]) -> None:
    """Remove the orders with these numbers, of which there may be up to `BATCH`, and all their parts."""
    connection.execute(f"DELETE FROM orders WHERE number IN ({places(numbers)})", numbers)


def _insert_parts(connection: sqlite3.Connection, statement: str, keyed: list[tuple[int, tuple[Row, ...]]]) -> None:
    rows = [(key, place, *part) for key, parts in keyed for place, part in enumerate(parts)]
    if rows:
        connection.executemany(statement, rows)

"""Orders into the tables. Whoever calls holds a write transaction."""

from __future__ import annotations

import sqlite3

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.store.rows import (
    DEADLINES,
    EVENTS,
    ITEMS,
    NOTES,
    ORDER_COLUMNS,
    OrderRows,
    Part,
    Table,
    read_order,
    rows_of,
)
from aliorder.store.values import Unreadable


def _insertion(name: str, columns: str) -> str:
    return f"INSERT INTO {name} ({columns}) VALUES ({', '.join('?' * len(columns.split(',')))})"


def _insertion_of_parts(table: Table[Part]) -> str:
    return _insertion(table.name, f"order_id, position, {table.columns}")


_ORDER = _insertion("orders", ORDER_COLUMNS)
_ITEM = _insertion_of_parts(ITEMS)
_EVENT = _insertion_of_parts(EVENTS)
_DEADLINE = _insertion_of_parts(DEADLINES)
_NOTE = _insertion_of_parts(NOTES)


def storable_rows(order: Order) -> OrderRows:
    """The rows of an order, certain to be readable once they are stored; UsageError names the field that is not."""
    rows = rows_of(order)
    try:
        read_order(
            (None, *rows.order),
            [ITEMS.read((None, *row)) for row in rows.items],
            [EVENTS.read((None, *row)) for row in rows.events],
            [DEADLINES.read((None, *row)) for row in rows.deadlines],
            [NOTES.read((None, *row)) for row in rows.notes],
        )
    except Unreadable as problem:
        raise UsageError(f"order {order.number} cannot be stored: {problem}") from None
    return rows


def insert(connection: sqlite3.Connection, rows: OrderRows) -> None:
    """Write an order whose number is not in the store."""
    key = connection.execute(_ORDER, rows.order).lastrowid
    for statement, parts in (
        (_ITEM, rows.items),
        (_EVENT, rows.events),
        (_DEADLINE, rows.deadlines),
        (_NOTE, rows.notes),
    ):
        if parts:
            connection.executemany(statement, [(key, place, *part) for place, part in enumerate(parts)])


def delete(connection: sqlite3.Connection, number: str) -> None:
    """Remove the order with this number and all its parts."""
    connection.execute("DELETE FROM orders WHERE number = ?", (number,))

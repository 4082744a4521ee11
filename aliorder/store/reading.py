"""Orders out of the tables: many at once with one query a table, or one by its number."""

from __future__ import annotations

import gc
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from aliorder.domain.order import Order
from aliorder.store.rows import DEADLINES, EVENTS, ITEMS, NOTES, ORDER_COLUMNS, Part, Row, Table, read_order
from aliorder.store.values import Unreadable, plain


def all_orders(connection: sqlite3.Connection) -> tuple[Order, ...]:
    """Every order, sorted by number as text. Unreadable names the order and the field."""
    rows = connection.execute(f"SELECT id, {ORDER_COLUMNS} FROM orders ORDER BY number")
    with _garbage_left():
        return tuple(_built(connection, rows))


def one_order(connection: sqlite3.Connection, number: str) -> Order | None:
    """The order with exactly this number, or `None`. Unreadable names the order and the field."""
    rows = connection.execute(f"SELECT id, {ORDER_COLUMNS} FROM orders WHERE number = ?", (number,)).fetchall()
    return next(_built(connection, rows, rows[0][0]), None) if rows else None


def _built(connection: sqlite3.Connection, rows: Iterable[Row], owner: int | None = None) -> Iterator[Order]:
    items = _parts(connection, ITEMS, owner)
    events = _parts(connection, EVENTS, owner)
    deadlines = _parts(connection, DEADLINES, owner)
    notes = _parts(connection, NOTES, owner)
    for row in rows:
        key = row[0]
        try:
            yield read_order(row, items.get(key, ()), events.get(key, ()), deadlines.get(key, ()), notes.get(key, ()))
        except Unreadable as problem:
            raise _of_order(row[1], problem) from None


def _parts(connection: sqlite3.Connection, table: Table[Part], owner: int | None) -> Mapping[object, Sequence[Part]]:
    chosen, values = ("", ()) if owner is None else ("WHERE order_id = ?", (owner,))
    query = f"SELECT order_id, {table.columns} FROM {table.name} {chosen} ORDER BY order_id, position"
    read = table.read
    parts: dict[object, list[Part]] = defaultdict(list)
    row: Row = (None,)
    try:
        for row in connection.execute(query, values):
            parts[row[0]].append(read(row))
    except Unreadable as problem:
        number = connection.execute("SELECT number FROM orders WHERE id = ?", (row[0],)).fetchone()
        raise _of_order(number and number[0], problem.inside(table.name)) from None
    return parts


@contextmanager
def _garbage_left() -> Iterator[None]:
    # Everything built for a long list stays: looking for garbage meanwhile finds none and costs a quarter of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _of_order(number: object, problem: Unreadable) -> Unreadable:
    return Unreadable(f"order {plain(str(number))}, {problem.field}", problem.why)

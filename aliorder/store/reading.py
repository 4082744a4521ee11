"""Orders out of the tables: a batch of them with one query a table, or one by its number."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aliorder.domain.order import Order
from aliorder.domain.vocabulary import EventKind
from aliorder.records.values import Unreadable, plain, text
from aliorder.store.rows import DEADLINES, EVENTS, EVIDENCE, ITEMS, NOTES, ORDER_COLUMNS, Part, Table, read_order

BATCH = 500
"""So many orders are read at a time. It stays below the 999 values that one query takes in every SQLite."""

_ORDERS = f"SELECT id, {ORDER_COLUMNS} FROM orders"


def orders_after(connection: sqlite3.Connection, number: str | None, most: int | None = None) -> list[Order]:
    """The orders after this number, sorted by number as text; the first ones for `None`, no more than `most`.

    Unreadable names the order and the field.
    """
    chosen, values = ("", ()) if number is None else ("WHERE number > ?", (number,))
    limit = -1 if most is None else most
    return _built(connection, connection.execute(f"{_ORDERS} {chosen} ORDER BY number LIMIT ?", (*values, limit)))


def orders_numbered(connection: sqlite3.Connection, numbers: Sequence[str]) -> list[Order]:
    """The orders that have one of these numbers, sorted by number as text; up to `BATCH`. Unreadable as above."""
    chosen = f"WHERE number IN ({places(numbers)}) ORDER BY number"
    return _built(connection, connection.execute(f"{_ORDERS} {chosen}", numbers))


def batches(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    """The numbers in pieces of up to `BATCH`."""
    return (numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH))


def one_order(connection: sqlite3.Connection, number: str) -> Order | None:
    """The order with exactly this number, or `None`. Unreadable as above."""
    return next(iter(orders_numbered(connection, (number,))), None)


def count_orders(connection: sqlite3.Connection) -> int:
    """How many orders there are."""
    count: int = connection.execute("SELECT count(*) FROM orders").fetchone()[0]
    return count


def numbers_with(connection: sqlite3.Connection, kind: EventKind) -> list[str]:
    """The numbers of the orders to which an event of this kind happened, sorted as text."""
    query = "SELECT number FROM orders WHERE id IN (SELECT order_id FROM events WHERE kind = ?) ORDER BY number"
    return [text(number, "order") for (number,) in connection.execute(query, (kind,))]


def has_evidence(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether the file with this content is evidence of any order."""
    return connection.execute("SELECT 1 FROM evidence WHERE sha256 = ?", (sha256,)).fetchone() is not None


def places(values: Sequence[object] | Mapping[int, object]) -> str:
    """A mark for each value of a list in SQL."""
    return ", ".join("?" * len(values))


def _built(connection: sqlite3.Connection, cursor: sqlite3.Cursor) -> list[Order]:
    rows = cursor.fetchall()
    if not rows:
        return []
    numbers: dict[int, object] = {row[0]: row[1] for row in rows}
    items = _parts(connection, ITEMS, numbers)
    events = _parts(connection, EVENTS, numbers)
    deadlines = _parts(connection, DEADLINES, numbers)
    notes = _parts(connection, NOTES, numbers)
    evidence = _parts(connection, EVIDENCE, numbers)
    built = []
    for row in rows:
        key = row[0]
        told = (items.get(key, ()), events.get(key, ()), deadlines.get(key, ()), notes.get(key, ()))
        try:
            built.append(read_order(row, *told, evidence.get(key, ())))
        except Unreadable as problem:
            raise _of_order(row[1], problem) from None
    return built


def _parts(
    connection: sqlite3.Connection, table: Table[Part], numbers: Mapping[int, object]
) -> Mapping[object, Sequence[Part]]:
    chosen, values = _owned_by(numbers)
    query = f"SELECT order_id, {table.columns} FROM {table.name} WHERE {chosen} ORDER BY order_id, position"
    read = table.read
    parts: dict[object, list[Part]] = defaultdict(list)
    for row in connection.execute(query, values):
        owner = row[0]
        if owner not in numbers:
            continue
        try:
            parts[owner].append(read(row))
        except Unreadable as problem:
            raise _of_order(numbers[owner], problem.inside(table.name)) from None
    return parts


def _owned_by(numbers: Mapping[int, object]) -> tuple[str, tuple[int, ...]]:
    first, last = min(numbers), max(numbers)
    # Orders that were kept one after the other lie side by side: to go along them is quicker than to look for each.
    if last - first < 2 * len(numbers) or len(numbers) > BATCH:
        return "order_id BETWEEN ? AND ?", (first, last)
    return f"order_id IN ({places(numbers)})", tuple(numbers)


def _of_order(number: object, problem: Unreadable) -> Unreadable:
    return Unreadable(f"order {plain(str(number))}, {problem.field}", problem.why)

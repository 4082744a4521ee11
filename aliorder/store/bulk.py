"""Many orders put at once: read, compared and written in batches, with the same outcome as one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from aliorder.domain.order import Order
from aliorder.store.journal import Journal
from aliorder.store.reading import BATCH, orders_numbered
from aliorder.store.rows import OrderRows, rows_of
from aliorder.store.wakes import NoteOf
from aliorder.store.writing import delete, insert

Entry = tuple[str, Order, OrderRows]
"""An order that can be stored, after its number and before its rows."""


def put_many(
    connection: sqlite3.Connection,
    journal: Journal,
    entries: Sequence[Entry],
    put_one: Callable[[Entry], bool],
    note_of: NoteOf | None = None,
) -> int:
    """Write all of the orders, or none; how many of them were new or changed something.

    Those with an alias are left to `put_one`, in their turn: whether one can be had depends on the orders before.
    """
    if all(order.alias is None for _, order, _ in entries):
        return sum(_put_batch(connection, journal, batch, note_of) for batch in _batches(entries))
    with _all_or_none(connection, journal):
        return sum(
            put_one(batch[0]) if batch[0][1].alias is not None else _put_batch(connection, journal, batch, note_of)
            for batch in _batches(entries)
        )


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries in order, in pieces of up to `BATCH` with no number twice; one with an alias by itself."""
    batch: dict[str, Entry] = {}
    for entry in entries:
        number, order, _ = entry
        if batch and (len(batch) == BATCH or number in batch or order.alias is not None):
            yield list(batch.values())
            batch = {}
        if order.alias is not None:
            yield [entry]
        else:
            batch[number] = entry
    if batch:
        yield list(batch.values())


def _put_batch(connection: sqlite3.Connection, journal: Journal, batch: Sequence[Entry], note_of: NoteOf | None) -> int:
    before = _kept(connection, batch)
    changed = {number: rows for number, _, rows in batch if number not in before or rows_of(before[number]) != rows}
    if not changed:
        return 0
    journal.remember((number, before.get(number)) for number in changed)
    replaced = [number for number in changed if number in before]
    if replaced:
        delete(connection, replaced)
    notes = [note_of(order) for number, order, _ in batch if number in changed] if note_of else None
    insert(connection, list(changed.values()), notes)
    return len(changed)


def _kept(connection: sqlite3.Connection, batch: Sequence[Entry]) -> Mapping[str, Order]:
    kept = orders_numbered(connection, [number for number, _, _ in batch])
    return {order.number: order for order in kept if order.number is not None}


@contextmanager
def _all_or_none(connection: sqlite3.Connection, journal: Journal) -> Iterator[None]:
    entry = journal.entry
    connection.execute("SAVEPOINT many")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO many")
            connection.execute("RELEASE many")
        journal.entry = entry
        raise
    connection.execute("RELEASE many")

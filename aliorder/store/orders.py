"""OrderStore: orders in and out of the file, one transaction a command."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from aliorder.domain.order import Order
from aliorder.domain.vocabulary import EventKind
from aliorder.errors import StoreError, UsageError
from aliorder.store.database import FILE_NAME, PATIENCE, RESTORE, open_for_reading, open_for_writing, store_errors
from aliorder.store.lookup import check_alias, resolve
from aliorder.store.reading import BATCH, numbers_with, one_order, orders_after, orders_numbered
from aliorder.store.rows import rows_of
from aliorder.store.values import Unreadable, plain
from aliorder.store.wakes import Awake, note, read_index
from aliorder.store.writing import delete, insert, storable_rows

if TYPE_CHECKING:
    from aliorder.store.journal import Journal, Undone


class OrderStore:
    """The orders in one folder. Use it in a `with` block, which closes it.

    Every method raises StoreError if the file cannot be read or written, or holds what it should not.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._journal: Journal | None = None

    @classmethod
    def open(cls, folder: Path, *, write: bool = False, patience: float = PATIENCE) -> OrderStore:
        """The store in `folder`. Only with `write` is anything created; else an absent store is an empty one.

        `patience` is the number of seconds to wait for another program that is writing.
        """
        path = folder / FILE_NAME
        connection = open_for_writing(path, patience) if write else open_for_reading(path, patience)
        return cls(connection, path)

    def __enter__(self) -> OrderStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; an unfinished transaction is rolled back."""
        self._connection.close()

    def get(self, number: str) -> Order | None:
        """The order with exactly this number, or `None`."""
        with self._reading():
            return one_order(self._connection, number)

    def all(self) -> tuple[Order, ...]:
        """Every order, sorted by number as text: one state of the store, all in memory."""
        with self._reading():
            return tuple(orders_after(self._connection, None))

    def each(self, batch: int = BATCH) -> Iterator[Order]:
        """Every order, sorted by number as text, of which only a batch is in memory at a time.

        Whoever takes them slowly keeps nobody from writing: each order is whole, but one that is changed meanwhile
        may come as it was or as it is. Inside a transaction they are those of the transaction.
        """
        after = None
        while True:
            with self._reading():
                orders = orders_after(self._connection, after, batch)
            yield from orders
            if len(orders) < batch:
                return
            after = orders[-1].number

    def with_event(self, kind: EventKind) -> tuple[Order, ...]:
        """The orders to which an event of this kind happened, sorted by number as text."""
        with self._reading():
            numbers = numbers_with(self._connection, kind)
            batches = (numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH))
            return tuple(order for batch in batches for order in orders_numbered(self._connection, batch))

    def awake(self, key: str, now: datetime, until: datetime | None = None) -> Awake:
        """The orders about which anything can matter from `now` to `until`, inclusive; `None` means at any time.

        `key` stands for everything besides an order and the moment on which its wake depends (policy, program, zone).
        They are the orders whose wake, as last noted, is not later, and those that were changed since; all of them if
        the wakes were noted under another key or at a moment later than `now`.
        """
        with self._reading():
            index = read_index(self._connection, key, now, until)
        return Awake(self.each() if index.wakes is None else self._numbered(tuple(index.wakes)), index)

    def note_wakes(self, awake: Awake, wakes: Mapping[str, datetime | None]) -> bool:
        """Keep, by number, the moment from which on each of these orders has to be asked about again.

        `wakes` are worked out from the orders of `awake`, at the moment and under the key given there, and hold for
        every later moment before them; `None` is never. An order that is left out is asked about the next time too.
        Returns whether anything was written. It never is an error: nothing is written if nothing is new, if the store
        was not opened for reading only, is busy, read-only or of an older layout, or if anybody has changed it since.
        """
        return note(self._connection, awake.found_in, wakes)

    def find(self, typed: str) -> Order:
        """The order that a person means by `typed`: the first of these that fits.

        The whole number, the alias (in small or capital letters), the address of the order's page, or four or more
        of its first or last digits. OrderNotFound if no order fits, or if several do, which it then lists.
        """
        with self._reading():
            number = resolve(self._connection, typed)
            order = one_order(self._connection, number)
            if order is None:
                raise Unreadable(f"order {plain(number)}", "its number is not text")
            return order

    @contextmanager
    def transaction(self, command: str, at: datetime) -> Iterator[None]:
        """Everything put and deleted inside is kept as one command, which `undo` can take back, or not at all.

        `command` is what the user will read when undoing, `at` its moment with a zone. Transactions do not nest.
        """
        with self._writing():
            from aliorder.store.journal import Journal  # noqa: PLC0415 - who only reads need not wait for it

            self._journal = Journal(self._connection, command, at)
            try:
                yield
            finally:
                self._journal = None

    def put(self, order: Order) -> None:
        """Insert the order, or replace the one with its number; only inside a transaction.

        UsageError if it has no number, if its alias is not possible or belongs to another order, or if a field holds
        what cannot be stored.
        """
        journal = self._open_journal()
        number, rows = _number(order), storable_rows(order)
        with self._errors():
            before = one_order(self._connection, number)
            if before is not None and rows_of(before) == rows:
                return
            if order.alias is not None:
                check_alias(self._connection, order.alias, number)
            journal.remember(number, before)
            delete(self._connection, number)
            insert(self._connection, rows)

    def delete(self, number: str) -> bool:
        """Remove the order with this number, only inside a transaction; `False` if there is none."""
        journal = self._open_journal()
        with self._errors():
            before = one_order(self._connection, number)
            if before is None:
                return False
            journal.remember(number, before)
            delete(self._connection, number)
            return True

    def undo(self) -> Undone:
        """Take back the newest command: every order it touched is again exactly as it was.

        Calling it again goes back one command more. UsageError if no command is left.
        """
        with self._writing(), self._errors():
            from aliorder.store.journal import KEPT, take_back_last  # noqa: PLC0415 - as above

            undone = take_back_last(self._connection)
            if undone is None:
                raise UsageError("there is nothing left to undo", f"aliorder keeps the last {KEPT} commands")
            return undone

    def _numbered(self, numbers: Sequence[str]) -> Iterator[Order]:
        for start in range(0, len(numbers), BATCH):
            with self._reading():
                orders = orders_numbered(self._connection, numbers[start : start + BATCH])
            yield from orders

    def _open_journal(self) -> Journal:
        if self._journal is None:
            raise RuntimeError("orders are changed inside OrderStore.transaction() only")
        return self._journal

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with store_errors(self.path):
            try:
                yield
            except Unreadable as problem:
                raise StoreError(f"the store {self.path} is damaged: {problem}", RESTORE) from None

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the store for several queries; inside a transaction that of the transaction."""
        with self._errors():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._connection.in_transaction:
            raise RuntimeError("transactions do not nest")
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._errors():
                self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        with self._errors():
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def _number(order: Order) -> str:
    if order.number is None:
        raise UsageError("an order needs its number before it can be stored", "give the number from the order page")
    return order.number

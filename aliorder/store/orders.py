"""OrderStore: orders in and out of the file, one transaction a command."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from aliorder.domain.order import Order
from aliorder.domain.vocabulary import EventKind
from aliorder.errors import UsageError
from aliorder.records.values import Unreadable, plain
from aliorder.store import wakes
from aliorder.store.connection import OpenFile
from aliorder.store.database import FILE_NAME, PATIENCE, open_for_reading, open_for_writing
from aliorder.store.lookup import check_alias, resolve
from aliorder.store.reading import (
    BATCH,
    batches,
    count_orders,
    numbers_with,
    one_order,
    orders_after,
    orders_numbered,
)
from aliorder.store.rows import OrderRows, rows_of
from aliorder.store.wakes import Noted, NoteOf
from aliorder.store.writing import delete, insert, storable_rows

if TYPE_CHECKING:
    from aliorder.records.outlooks import Note
    from aliorder.store.files import KnownFile, Remembered
    from aliorder.store.journal import Journal, Undone
    from aliorder.store.told import ToldNumbers


class OrderStore(OpenFile):
    """The orders in one folder. Use it in a `with` block, which closes it.

    Every method raises StoreError if the file cannot be read or written, or holds what it should not.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self.copied_to: Path | None = None
        """Where the last transaction has put a copy of what was before it."""
        self._running: Running | None = None

    @classmethod
    def open(cls, folder: Path, *, write: bool = False, patience: float = PATIENCE) -> OrderStore:
        """The store in `folder`. Only with `write` is anything created; else an absent store is an empty one.

        `patience` is the number of seconds to wait for another program that is writing.
        """
        path = folder / FILE_NAME
        connection = open_for_writing(path, patience) if write else open_for_reading(path, patience)
        return cls(connection, path)

    def get(self, number: str) -> Order | None:
        """The order with exactly this number, or `None`."""
        with self._reading():
            return one_order(self._connection, number)

    def get_many(self, numbers: Sequence[str]) -> dict[str, Order]:
        """The orders that have one of these numbers, each by its number; all of them in memory."""
        with self._reading():
            return {number: order for batch in batches(numbers) for number, order in self._by_number(batch)}

    def count(self) -> int:
        """How many orders there are."""
        with self._reading():
            return count_orders(self._connection)

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
            return tuple(order for batch in batches(numbers) for order in orders_numbered(self._connection, batch))

    def linked(self, order: Order) -> list[Order]:
        """The kept orders that `order`, which has no number, may be about.

        Those with its tracking number; else those with its title or that of one of its items, as their own or as an
        item's; else those with its total. Up to 20, those placed or paid nearest to it first.
        """
        from aliorder.store.linking import linked_orders  # noqa: PLC0415 - only imports ask

        with self._reading():
            return linked_orders(self._connection, order)

    def awake(self, key: str, now: datetime, until: datetime | None = None) -> Noted:
        """The orders about which anything can matter from `now` to `until`, inclusive; `None` means at any time.

        `key` stands for everything besides an order and the moment on which its notes depend (policy, program, zone).
        They are the orders whose wake, as last noted, is not later, and those that were changed since; all of them if
        nothing was noted yet, or under another key, or at a moment later than `now`.
        """
        with self._reading():
            index = wakes.awake(self._connection, key, now, until)
            state = wakes.state_of(self._connection)
        return Noted(self.each() if index.notes is None else self._as_noted(index.notes, state), index)

    def noted(self, key: str, now: datetime) -> Noted:
        """Every order, with what is noted about it under `key` at a moment that is not later than `now`."""
        with self._reading():
            index = wakes.everything(self._connection, key, now)
            orders = orders_after(self._connection, None)
        return Noted(iter(orders), index)

    def find_noted(self, typed: str, key: str, now: datetime) -> Noted:
        """The order that a person means by `typed`, as `find` gives it, with what is noted about it as above."""
        with self._reading():
            order = self.find(typed)
            index = wakes.of_one(self._connection, key, now, order.number or "")
        return Noted(iter((order,)), index)

    def note(self, noted: Noted, notes: Mapping[str, Note]) -> bool:
        """Keep, by number, what was found out about orders of `noted`, at the moment and under the key given there.

        An order that is left out is asked about the next time too.
        Returns whether anything was written. It never is an error: nothing is written if nothing is new, if the store
        was not opened for reading only, is busy, read-only or of an older layout, or if anybody has changed it since.
        """
        return wakes.note(self._connection, noted.found_in, notes)

    def begin_wakes(self, key: str, now: datetime) -> bool:
        """Whether `put` and `put_many` may be told, in this transaction, what is worked out at `now` under this key.

        It may if everything that was noted before was worked out under it and at no later moment.
        """
        self._inside()
        with self._errors():
            return wakes.begin(self._connection, key, now)

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
    def transaction(
        self, command: str, at: datetime, *, bulk: bool = False, backup_to: Path | None = None
    ) -> Iterator[None]:
        """Everything put and deleted inside is kept as one command, which `undo` can take back, or not at all.

        `command` is what the user will read when undoing, `at` its moment with a zone. Transactions do not nest.
        With `bulk`, its memory does not grow with the number of orders, but nobody can read while it is written. Just
        before the first order is changed, the store is copied into the folder `backup_to`, if one is given.
        """
        from aliorder.store.files import Remembered  # noqa: PLC0415 - who only reads need not wait for it
        from aliorder.store.journal import Journal  # noqa: PLC0415 - as above
        from aliorder.store.told import ToldNumbers  # noqa: PLC0415 - as above

        with self._writing(bulk=bulk):
            connection = self._connection
            journal = Journal(connection, command, at, lambda: self._back_up(backup_to, at))
            running = Running(journal, Remembered(connection), ToldNumbers(connection))
            self._running = running
            try:
                yield
                with self._errors():
                    running.files.keep(journal.entry)
                    running.told.forget()
            finally:
                self._running = None

    def put(self, order: Order, note_of: NoteOf | None = None) -> None:
        """Insert the order, or replace the one with its number; only inside a transaction.

        `note_of` tells, where `begin_wakes` was true, what to note about it, worked out at the moment of the
        transaction: of an earlier one, the index says nothing from now on. UsageError if the order has no number, its
        alias is not possible or belongs to another order, or a field holds what cannot be stored.
        """
        self._inside()
        number, rows = _number(order), storable_rows(order)
        with self._errors():
            if note_of is not None:
                wakes.move(self._connection, self._inside().journal.at)
            self._put(number, order, rows, note_of)

    def put_many(self, orders: Sequence[Order], note_of: NoteOf | None = None) -> int:
        """Put all of them as `put` does, one after the other but much quicker; how many were new or changed something.

        `note_of` as for `put`. UsageError as there, naming the order; then none of them is put.
        """
        from aliorder.store.bulk import put_many  # noqa: PLC0415 - only imports put many

        journal = self._inside().journal
        entries = [(_number(order), order, storable_rows(order)) for order in orders]
        with self._errors():
            if note_of is not None and entries:
                wakes.move(self._connection, journal.at)
            return put_many(self._connection, journal, entries, lambda entry: self._put(*entry, note_of), note_of)

    def delete(self, number: str) -> bool:
        """Remove the order with this number, only inside a transaction; `False` if there is none."""
        journal = self._inside().journal
        with self._errors():
            before = one_order(self._connection, number)
            if before is None:
                return False
            journal.remember([(number, before)])
            delete(self._connection, [number])
            return True

    def told(self, numbers: Sequence[str]) -> set[str]:
        """Those of the numbers of which the transaction had been told before; from now on it has been of all."""
        with self._errors():
            return self._inside().told.add(numbers)

    def told_count(self) -> int:
        """Of how many different numbers the transaction has been told."""
        with self._errors():
            return self._inside().told.count()

    def changes(self) -> Iterator[tuple[Order | None, Order | None]]:
        """What the transaction has changed so far, sorted by number as text, a batch in memory at a time.

        Each order as it was before and as it is now, `None` where there was or is none; one that is again as it was
        is left out.
        """
        with self._errors():
            for images in self._inside().journal.images():
                now = dict(self._by_number([number for number, _ in images]))
                for number, before in images:
                    if before != now.get(number):
                        yield before, now.get(number)

    def change_counts(self) -> tuple[int, int]:
        """How many orders the transaction has added, and how many it has changed; it must have deleted none."""
        journal, changed = self._inside().journal, 0
        with self._errors():
            for images in journal.replaced():
                now = dict(self._by_number([number for number, _ in images]))
                changed += sum(before != now[number] for number, before in images)
            return journal.count_new(), changed

    def remember_file(self, file: KnownFile) -> None:
        """Remember, only inside a transaction, that the file was imported. Undoing the command forgets it.

        Nothing is written of a file that is known with the same format and terms, unless its content is newly kept.
        """
        with self._errors():
            self._inside().files.add(file)

    def file_known(self, sha256: str) -> KnownFile | None:
        """The file with this content as it was last imported, `None` if it never was."""
        from aliorder.store.files import known_file  # noqa: PLC0415 - as above

        with self._reading():
            running = self._running
            return known_file(self._connection, sha256) if running is None else running.files.known(sha256)

    def files(self) -> Iterator[KnownFile]:
        """Every file that was imported, once each, as and in the order in which it last was."""
        from aliorder.store.files import files_after  # noqa: PLC0415 - as above

        last = 0
        while True:
            with self._reading():
                found = files_after(self._connection, last)
            if not found:
                return
            yield from (file for _, file in found)
            last = found[-1][0]

    def evidence_in_use(self, digests: Collection[str]) -> set[str]:
        """Those of the SHA-256 that are evidence of a kept order, or would be again after `undo`."""
        from aliorder.store.evidence_use import in_use  # noqa: PLC0415 - as above

        with self._reading():
            return in_use(self._connection, digests)

    def evidence_in_backups(self, digests: Collection[str]) -> set[str]:
        """Those of the SHA-256 that may be evidence again after `restore` of a backup in the folder for backups."""
        from aliorder.store.backups import FOLDER_NAME  # noqa: PLC0415 - as above
        from aliorder.store.evidence_use import in_backups  # noqa: PLC0415 - as above

        return in_backups(self.path.parent / FOLDER_NAME, digests)

    def undo(self) -> Undone:
        """Take back the newest command: every order it touched is again exactly as it was, its files are forgotten.

        Calling it again goes back one command more. UsageError if no command is left.
        """
        with self._writing(bulk=True), self._errors():
            from aliorder.store.journal import KEPT, take_back_last  # noqa: PLC0415 - as above

            undone = take_back_last(self._connection)
            if undone is None:
                raise UsageError("there is nothing left to undo", f"aliorder keeps the last {KEPT} commands")
            return undone

    def backup(self, target: Path) -> int:
        """Put a checked copy of the store at `target`, readable by its owner alone; how many orders it holds.

        What was at `target` is replaced in one step, or stays as it was. Not inside a transaction. CopyNotWritten, a
        StoreError, where the file cannot be written.
        """
        from aliorder.store.backups import copy_errors, write_copy  # noqa: PLC0415 - as above

        if self._connection.in_transaction:
            raise RuntimeError("a copy would hold half a transaction")
        with self._reading(), copy_errors(target):
            return write_copy(self._connection, target)

    def _as_noted(self, notes: dict[str, Note], state: int) -> Iterator[Order]:
        """The orders of which there are notes; these are dropped once anybody has changed the store."""
        for batch in batches(tuple(notes)):
            with self._reading():
                orders = orders_numbered(self._connection, batch)
                if wakes.state_of(self._connection) != state:
                    notes.clear()
            yield from orders

    def _by_number(self, numbers: Sequence[str]) -> Iterator[tuple[str, Order]]:
        return ((order.number or "", order) for order in orders_numbered(self._connection, numbers))

    def _put(self, number: str, order: Order, rows: OrderRows, note_of: NoteOf | None = None) -> bool:
        journal = self._inside().journal
        before = one_order(self._connection, number)
        if before is not None and rows_of(before) == rows:
            return False
        if order.alias is not None:
            check_alias(self._connection, order.alias, number)
        journal.remember([(number, before)])
        if before is not None:
            delete(self._connection, [number])
        insert(self._connection, [rows], [note_of(order)] if note_of else None)
        return True

    def _back_up(self, folder: Path | None, at: datetime) -> None:
        if folder is not None:
            from aliorder.store.backups import automatic_backup  # noqa: PLC0415 - as above

            self.copied_to = automatic_backup(self.path, folder, at)

    def _inside(self) -> Running:
        if self._running is None:
            raise RuntimeError("orders are changed inside OrderStore.transaction() only")
        return self._running


class Running(NamedTuple):
    """What goes with a transaction while it lasts."""

    journal: Journal
    files: Remembered
    told: ToldNumbers


def _number(order: Order) -> str:
    if not order.number:
        raise UsageError("an order needs its number before it can be stored", "give the number from the order page")
    return order.number

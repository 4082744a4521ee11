"""One opened store: who reads and who writes when, and what is said when that fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from aliorder.records.values import Unreadable
from aliorder.store.database import StoreDamaged, spilling, store_errors

Self = TypeVar("Self", bound="OpenFile")


class OpenFile:
    """A store that is open. Use it in a `with` block, which closes it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; an unfinished transaction is rolled back."""
        self._connection.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with store_errors(self.path):
            try:
                yield
            except Unreadable as problem:
                raise StoreDamaged(self.path, f"is damaged: {problem}") from None

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
    def _writing(self, *, bulk: bool = False) -> Iterator[None]:
        """A transaction that nobody else can write beside; `bulk` keeps its memory small, however much it writes."""
        if self._connection.in_transaction:
            raise RuntimeError("transactions do not nest")
        with spilling(self._connection, bulk):
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

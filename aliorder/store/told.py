"""Of which orders a running command has been told: in a temporary table, so that their number takes no memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from aliorder.store.reading import batches, places


class ToldNumbers:
    """The order numbers that were told so far."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._any = False

    def add(self, numbers: Sequence[str]) -> set[str]:
        """Remember the numbers; those of them that had been told before."""
        if not self._any:
            self._connection.execute("CREATE TEMP TABLE told (number TEXT PRIMARY KEY) WITHOUT ROWID")
            self._any = True
        before: set[str] = set()
        for batch in batches(numbers):
            query = f"SELECT number FROM temp.told WHERE number IN ({places(batch)})"
            before.update(number for (number,) in self._connection.execute(query, batch))
        self._connection.executemany("INSERT OR IGNORE INTO temp.told VALUES (?)", ((number,) for number in numbers))
        return before

    def count(self) -> int:
        """How many different numbers were told."""
        return self._connection.execute("SELECT count(*) FROM temp.told").fetchone()[0] if self._any else 0

    def forget(self) -> None:
        """Forget them all."""
        if self._any:
            self._connection.execute("DROP TABLE temp.told")

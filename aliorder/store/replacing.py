"""All that one store holds put into another."""

from __future__ import annotations

import sqlite3

PARTS = ("items", "events", "deadlines", "notes", "evidence")
TABLES = ("orders", *PARTS, "commands", "before_images", "files")
"""All tables but those of the wakes, which can be worked out again."""


def holds_nothing(connection: sqlite3.Connection) -> bool:
    """Whether there is neither an order nor a command that could be undone."""
    query = "SELECT EXISTS (SELECT 1 FROM orders) OR EXISTS (SELECT 1 FROM commands)"
    return not connection.execute(query).fetchone()[0]


def replace_all(target: sqlite3.Connection, source: sqlite3.Connection) -> None:
    """Let `target` hold the rows of `source`, and nothing else; both are of the newest layout.

    Whoever calls holds a write transaction in `target`, begun without foreign keys.
    """
    for table in ("wakes_hold", "wakes", *reversed(TABLES)):
        target.execute(f"DELETE FROM {table}")
    for table in TABLES:
        columns = [name for _, name, *_ in target.execute(f"PRAGMA table_info({table})")]
        rows = source.execute(f"SELECT {', '.join(columns)} FROM {table}")
        marks = ", ".join("?" * len(columns))
        target.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
    target.execute("INSERT INTO wakes (order_id, wake) SELECT id, 0 FROM orders")


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Delete the parts of orders that are not there: in a damaged file, they would get in the way of new orders."""
    for table in PARTS:
        connection.execute(f"DELETE FROM {table} WHERE order_id NOT IN (SELECT id FROM orders)")

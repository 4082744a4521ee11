"""The layout of the store, version by version, from the first day on."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

Script = tuple[str, ...]
"""The statements that lead from one version to the next."""

APPLICATION_ID = 0x416C694F
"""What `PRAGMA application_id` says of a store of ours: "AliO" in ASCII."""

_FIRST: Script = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """
    CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        alias TEXT UNIQUE COLLATE NOCASE,
        title TEXT,
        store_name TEXT,
        total_amount TEXT,
        total_currency TEXT,
        payment TEXT,
        country TEXT,
        coupon TEXT,
        free_return INTEGER CHECK (free_return IN (0, 1)),
        cancel_button INTEGER CHECK (cancel_button IN (0, 1)),
        keep INTEGER CHECK (keep IN (0, 1)),
        status_text TEXT,
        status_seen TEXT,
        tracking TEXT,
        parcel TEXT NOT NULL,
        why TEXT,
        CHECK ((total_amount IS NULL) = (total_currency IS NULL)),
        CHECK ((status_text IS NULL) = (status_seen IS NULL))
    )
    """,
    """
    CREATE TABLE items (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        line_id TEXT,
        title TEXT,
        quantity INTEGER NOT NULL,
        unit_amount TEXT,
        unit_currency TEXT,
        PRIMARY KEY (order_id, position),
        CHECK ((unit_amount IS NULL) = (unit_currency IS NULL))
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE events (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        on_day TEXT,
        at TEXT,
        amount TEXT,
        currency TEXT,
        PRIMARY KEY (order_id, position),
        CHECK (on_day IS NULL OR at IS NULL),
        CHECK ((amount IS NULL) = (currency IS NULL))
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE deadlines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        on_day TEXT,
        at TEXT,
        PRIMARY KEY (order_id, position),
        CHECK (on_day IS NULL OR at IS NULL)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE notes (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (order_id, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE commands (
        id INTEGER PRIMARY KEY,
        command TEXT NOT NULL,
        at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE before_images (
        command_id INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
        number TEXT NOT NULL,
        document TEXT,
        PRIMARY KEY (command_id, number)
    ) WITHOUT ROWID
    """,
)

MOST_BACKWARDS = 12
BACKWARDS = " || ".join(f"substr(number, -{place}, 1)" for place in range(1, MOST_BACKWARDS + 1))
"""The last digits of an order number, the last one first, as SQL: an index of it finds endings like beginnings.

It belongs to the second script, so it is never changed: an index serves only the very expression it was made with.
"""

_SECOND: Script = (
    f"CREATE INDEX orders_backwards ON orders ({BACKWARDS})",
    "CREATE INDEX events_refunded ON events (order_id) WHERE kind = 'refund-received'",
    """
    CREATE TABLE wakes (
        order_id INTEGER PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
        wake INTEGER
    )
    """,
    "CREATE INDEX wakes_known ON wakes (wake) WHERE wake IS NOT NULL",
    """
    CREATE TRIGGER orders_unasked AFTER INSERT ON orders BEGIN
        INSERT OR REPLACE INTO wakes VALUES (new.id, 0);
    END
    """,
    "INSERT INTO wakes SELECT id, 0 FROM orders",
    """
    CREATE TABLE wakes_hold (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key TEXT NOT NULL,
        asked TEXT NOT NULL
    )
    """,
)

# Without the trigger an order is written in little more than half the time: for a trigger, SQLite notes on every page
# what it was before each single order (sqlite.org/tempfiles.html#stmtjrnl). Whoever inserts an order writes its wake.
_THIRD: Script = (
    "DROP TRIGGER orders_unasked",
    "ALTER TABLE orders ADD COLUMN own TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX orders_tracking ON orders (tracking) WHERE tracking IS NOT NULL",
    """
    CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        seen TEXT NOT NULL,
        format TEXT NOT NULL,
        terms TEXT NOT NULL,
        raw INTEGER NOT NULL CHECK (raw IN (0, 1)),
        command_id INTEGER REFERENCES commands (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX files_sha256 ON files (sha256)",
    "CREATE INDEX files_command ON files (command_id)",
)

# What an order was last found to be, beside the moment at which that has to be found out anew. `outlook` is for lists,
# the columns before it for completion, which can afford no more than to read them.
_FOURTH: Script = (
    "ALTER TABLE wakes ADD COLUMN stage TEXT",
    "ALTER TABLE wakes ADD COLUMN is_open INTEGER CHECK (is_open IN (0, 1))",
    "ALTER TABLE wakes ADD COLUMN holds_until INTEGER",
    "ALTER TABLE wakes ADD COLUMN outlook TEXT",
    "CREATE INDEX wakes_open ON wakes (order_id) WHERE is_open IS NOT 0",
    "DELETE FROM wakes_hold",
)

# What was written at an event, and the files that prove something: their content lies beside the store.
_FIFTH: Script = (
    "ALTER TABLE events ADD COLUMN text TEXT",
    """
    CREATE TABLE evidence (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        media TEXT NOT NULL,
        added TEXT NOT NULL,
        kind TEXT NOT NULL,
        on_day TEXT,
        at TEXT,
        shows TEXT,
        supports TEXT NOT NULL,
        PRIMARY KEY (order_id, position),
        CHECK (on_day IS NULL OR at IS NULL)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX evidence_sha256 ON evidence (sha256)",
    "DELETE FROM wakes_hold",
)

MIGRATIONS: tuple[Script, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH)
"""The script at place n leads to version n + 1. Entries are added and never changed."""

SCHEMA_VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the layout; 0 is a file in which nothing has been laid out."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, migrations: Sequence[Script] = MIGRATIONS) -> None:
    """Bring the layout to the last version in one transaction: all of it happens, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migrations[version_of(connection) :]:
            for statement in script:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {max(len(migrations), version_of(connection))}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise

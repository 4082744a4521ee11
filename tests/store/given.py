"""What the tests of the store start from."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from aliorder.domain.order import UNKNOWN, Deadline, Event, Evidence, Item, Money, Order, SeenStatus, When
from aliorder.records.outlooks import Note, seconds
from aliorder.store.orders import OrderStore

posix_only = pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")

NOW = datetime(2026, 5, 4, 10, 30, tzinfo=timezone(timedelta(hours=2)))

CABLE = Order(
    number="8123000000002345",
    alias="cable",
    title="USB cable",
    store_name="Cable Shop",
    items=(Item("8123000000002346", "USB cable, 2 m", 2, Money(Decimal("6.10"), "USD")), Item(None, None)),
    total=Money(Decimal("12.20"), "USD"),
    payment="visa",
    country="DE",
    coupon="platform",
    free_return=True,
    cancel_button=False,
    keep=None,
    status=SeenStatus("Awaiting delivery", datetime(2026, 5, 1, 8, tzinfo=UTC)),
    tracking="LB123456789CN",
    parcel="moving",
    why="not-needed",
    notes=("ask the seller", "ask again"),
    events=(
        Event("placed", When(day=date(2026, 4, 20))),
        Event("paid", When(at=datetime(2026, 4, 20, 9, 5, tzinfo=timezone(timedelta(hours=-7))))),
        Event("refund-started", UNKNOWN, Money(Decimal("5.00"), "USD")),
    ),
    deadlines=(Deadline("deliver-by", When(day=date(2026, 6, 30))),),
)
PHOTO = Evidence(
    "a1" * 32, "box.jpg", 512, "image/jpeg", NOW, "photo", When(date(2026, 5, 3)), "the box", ("defective",)
)
LAMP = Order(number="8190000000002345", alias="lamp", title="Lamp")
SOCKS = Order(number="3040777700001111")


def stored(folder: Path, orders: Iterable[Order], command: str = "add") -> Path:
    """The folder, with the orders put into its store as one command."""
    with OrderStore.open(folder, write=True) as store:
        put(store, orders, command)
    return folder


def put(store: OrderStore, orders: Iterable[Order], command: str = "add") -> None:
    """Put the orders as one command."""
    with store.transaction(command, NOW):
        for order in orders:
            store.put(order)


def note_at(wake: datetime | None, stage: str = "shipped") -> Note:
    """What is noted of an order that wakes then."""
    return Note(seconds(wake), stage, 1, None, '[[],"wait",null,[],[]]')


def notes_at(wakes: Mapping[str, datetime | None]) -> dict[str, Note]:
    """What is noted of orders that wake then, by their numbers."""
    return {number: note_at(wake) for number, wake in wakes.items()}


def all_in(folder: Path) -> tuple[Order, ...]:
    """Every order in the folder's store."""
    with OrderStore.open(folder) as store:
        return store.all()


def tamper(folder: Path, *statements: str) -> None:
    """Change the file behind the program's back, its own checks switched off."""
    with closing(sqlite3.connect(folder / "orders.db")) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from aliorder.domain.order import Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.store.certain import is_certain
from aliorder.store.rows import DEADLINES, EVENTS, EVIDENCE, ITEMS, NOTES, read_order, rows_of
from tests.store.given import CABLE, NOW
from tests.strategies import orders


class NoZone(tzinfo):
    """A zone that does not know its offset."""

    def utcoffset(self, _at: datetime | None) -> timedelta | None:
        return None

    dst = utcoffset

    def tzname(self, _at: datetime | None) -> str | None:
        return None


def read_back(order: Order) -> Order:
    rows = rows_of(order)
    parts = (
        (ITEMS, rows.items),
        (EVENTS, rows.events),
        (DEADLINES, rows.deadlines),
        (NOTES, rows.notes),
        (EVIDENCE, rows.evidence),
    )
    read: list[Any] = [[table.read((None, *row)) for row in of_table] for table, of_table in parts]
    return read_order((None, *rows.order), *read)


@given(orders())
def test_an_order_is_certain_and_read_back_unchanged(order: Order) -> None:
    assert is_certain(order)
    assert read_back(order) == order


def odd(**facts: Any) -> Order:
    return replace(CABLE, **facts)


@pytest.mark.parametrize(
    "order",
    [
        odd(title="half \udc80"),
        odd(notes=("half \ud800", "\udc00 the other")),
        odd(title=7),
        odd(items=(Item(None, "x", True),)),
        odd(items=(Item(None, "x", -1),)),
        odd(items=(Item(b"x", "x"),)),  # type: ignore[arg-type]
        odd(total=Money(Decimal("NaN"), "USD")),
        odd(total=Money(Decimal("1E+31"), "USD")),
        odd(total=Money(1.5, "USD")),  # type: ignore[arg-type]
        odd(total=Money(Decimal(1), None)),  # type: ignore[arg-type]
        odd(status=SeenStatus("x", datetime(2026, 5, 4))),  # noqa: DTZ001
        odd(status=SeenStatus("x", datetime(2026, 5, 4, tzinfo=NoZone()))),
        odd(events=(Event("melted", When()),)),  # type: ignore[arg-type]
        odd(events=(Event("paid", When(date(2026, 5, 4), NOW)),)),
        odd(events=(Event("paid", When(day=NOW)),)),
        odd(events=(Event("paid", When(day=date(1800, 1, 1))),)),
        odd(events=(Event("paid", When(at=datetime(3000, 1, 1, tzinfo=UTC))),)),
        odd(events=(Event("refund-started", When(), Money(Decimal("Infinity"), "USD")),)),
        odd(deadlines=(Deadline("paid", When()),)),  # type: ignore[arg-type]
        odd(parcel="melted"),
        odd(parcel=["moving"]),
        odd(coupon="mine"),
        odd(why="because"),
        odd(keep=2),
        odd(items=None),
    ],
)
def test_what_may_not_be_read_back_is_not_certain(order: Order) -> None:
    assert not is_certain(order)

"""Whose a parcel or a payment is where the file names no order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from aliorder.domain.order import Event, Item, Money, Order, When
from aliorder.importers.merging.linking import owner_of

SUM = Money(Decimal("26.70"), "USD")


def day(number: int) -> When:
    return When(date(2026, 7, number))


def kept(number: str, **facts: object) -> Order:
    return Order(number=number, **facts)  # type: ignore[arg-type]


LAMP = kept("1", title="Lamp", items=(Item("11", "Lamp"),), events=(Event("placed", day(15)),), tracking="LP1")
CABLE = kept("2", title="Cable", events=(Event("placed", day(15)), Event("paid", day(15))), total=SUM)
SAME_CABLE = kept("3", title="Cable", events=(Event("placed", day(20)), Event("paid", day(20))), total=SUM)
TWIN = kept("4", title="Cable", events=(Event("placed", day(15)),), total=SUM)
ALL = (LAMP, CABLE, SAME_CABLE)

LATE = When(at=datetime(2026, 7, 16, 1, 35, tzinfo=UTC))
"""Still the 15th where the site counts its days."""


@pytest.mark.parametrize(
    "read, candidates, owner",
    [
        (Order(tracking="LP1"), ALL, LAMP),
        (Order(tracking="LP2"), ALL, None),
        (Order(tracking="LP1"), (LAMP, kept("5", tracking="LP1")), None),
        (Order(items=(Item(None, "Cable"),), events=(Event("placed", day(15)),)), ALL, CABLE),
        (Order(items=(Item(None, "Cable"),), events=(Event("placed", LATE),)), ALL, CABLE),
        (Order(items=(Item(None, "Cable"),), events=(Event("placed", day(15)),)), (*ALL, TWIN), None),
        (Order(items=(Item(None, "Cable"),)), ALL, None),
        (Order(items=(Item(None, "Plug"),), events=(Event("placed", day(15)),)), ALL, None),
        (Order(items=(Item(None, None),), events=(Event("placed", day(15)),)), ALL, None),
        (Order(total=SUM, payment="paypal", events=(Event("paid", day(16)),)), ALL, CABLE),
        (Order(total=SUM, payment="paypal", events=(Event("paid", day(18)),)), ALL, None),
        (Order(total=SUM, payment="paypal", events=(Event("paid", day(15)),)), (CABLE, TWIN), None),
        (Order(total=Money(Decimal("26.70"), "EUR"), events=(Event("paid", day(15)),)), ALL, None),
        (Order(), ALL, None),
    ],
    ids=[
        "its parcel", "an unknown parcel", "a parcel of two orders", "its item and day", "the day of the site",
        "bought twice that day", "no day", "another item", "no title", "its sum, a day later", "its sum, too late",
        "two of that sum", "another currency", "nothing told",
    ],
)  # fmt: skip
def test_it_belongs_to_the_one_order_that_it_must(
    read: Order, candidates: tuple[Order, ...], owner: Order | None
) -> None:
    assert owner_of(read, candidates) == owner


def test_a_payment_is_not_that_of_an_order_that_was_paid_otherwise() -> None:
    paid = Order(total=SUM, payment="paypal", events=(Event("paid", day(15)),))
    by_card = kept("2", payment="visa", total=SUM, events=(Event("placed", day(15)),))
    assert owner_of(paid, [by_card]) is None

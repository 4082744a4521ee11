"""Which kept orders something may be about that names no order: the parcel, the goods or the sum tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from aliorder.domain.order import Order
from aliorder.store.reading import orders_numbered

MOST = 20
"""So many orders at most are worth a closer look."""

_PENNY = 1e-4
"""Amounts that differ by less are the same; money has at most three places after its point."""

# The nearest in time first: a buyer may have ordered the same thing, or for the same sum, many times.
_NEAREST = f"""
    SELECT number, (
        SELECT min(abs(julianday(substr(coalesce(on_day, at), 1, 10)) - julianday(:day)))
        FROM events WHERE order_id = orders.id AND kind IN ('placed', 'paid')
    ) AS distance
    FROM orders WHERE {{which}} ORDER BY distance IS NULL, distance, number LIMIT {MOST}
"""


def linked_orders(connection: sqlite3.Connection, order: Order) -> list[Order]:
    """The kept orders that `order` may be about, up to `MOST`, those placed or paid nearest to it first.

    Those with its tracking number; else those with its title or that of one of its items, as their own or as an
    item's; else those with its total. Raises Unreadable.
    """
    day = _day(order)
    for which, values in _questions(order):
        rows = connection.execute(_NEAREST.format(which=which), {"day": day, **values}).fetchall()
        if rows:
            numbers = [number for number, _ in rows]
            found = {each.number: each for each in orders_numbered(connection, numbers)}
            return [found[number] for number in numbers]
    return []


def _questions(order: Order) -> Iterator[tuple[str, dict[str, object]]]:
    """What to look for, one after the other: a condition on orders, and its values."""
    if order.tracking:
        yield "tracking = :tracking", {"tracking": order.tracking}
    titles = _titles(order)
    if titles:
        marks = ", ".join(f":{name}" for name in titles)
        yield f"title IN ({marks}) OR id IN (SELECT order_id FROM items WHERE title IN ({marks}))", titles
    if order.total is not None:
        total = {"amount": float(order.total.amount), "currency": order.total.currency}
        yield f"total_currency = :currency AND abs(CAST(total_amount AS REAL) - :amount) < {_PENNY}", total


def _titles(order: Order) -> dict[str, object]:
    titles = dict.fromkeys((order.title, *(item.title for item in order.items)))
    return {f"title{place}": title for place, title in enumerate(filter(None, titles)) if place < MOST}


def _day(order: Order) -> str | None:
    """The first day that the order tells, as it is told."""
    days = (event.when.day or event.when.at for event in order.events)
    return next((day.isoformat()[:10] for day in days if day is not None), None)

"""The JSON of the browser extension "shopper inventory": one row for each item.

Its `orderDateIso` is a day early for buyers east of Greenwich, so that the day is read from `orderDate`; seen in its
test files, https://github.com/my-purchases/web.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aliorder.domain.order import Item, Money, Order
from aliorder.importers import Entry, InputFile, Problem, Terms, Told
from aliorder.importers.site.order_parts import event_in, money, status_in
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.fields import Fields, OrderRefused
from aliorder.importers.values.json_text import holds, opens, parse
from aliorder.importers.values.reading import (
    read_count,
    read_line_id,
    read_moment,
    read_order_number,
    read_price,
    read_text,
)

OPENING = re.compile(r"\s*\[\s*\{")
KEYS = tuple(re.compile(rf'"{key}"\s*:') for key in ("orderId", "orderLineId", "orderDateIso"))


class ShopperJson:
    """Reads the JSON of the extension."""

    name = "shopper-json"
    label = "items saved by the browser extension shopper inventory (JSON)"

    def claims(self, file: InputFile) -> bool:
        """Whether this looks like such a file, be it damaged."""
        return opens(file, OPENING) and holds(file, *KEYS)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders, each at its first row; one that cannot be read is a problem. Raises `FileRefused` if no JSON."""
        problems: list[Problem] = []
        rows = Fields({"": parse(file)}, file.name, "", problems).each("")
        orders = by_number(rows, problems)
        yield from problems
        for number, own in orders.items():
            yield from entries_of(number, own, terms)


def by_number(rows: Iterable[Fields], problems: list[Problem]) -> dict[str, list[Fields]]:
    """The rows of each order, by its number; a row without one is a problem."""
    orders: dict[str, list[Fields]] = {}
    for row in rows:
        try:
            number = row.need("orderId", read_order_number)
        except OrderRefused as error:
            problems.append(error.problem)
            continue
        if number is None:
            row.report("orderId", "the order has no number")
        else:
            orders.setdefault(number, []).append(row)
    return orders


def entries_of(number: str, rows: Sequence[Fields], terms: Terms) -> list[Entry]:
    """The order in these rows with the problems in them, or the problem that keeps it out."""
    problems: list[Problem] = []
    try:
        order, assumed = order_of(number, [Fields(row.values, row.file, row.place, problems) for row in rows], terms)
    except OrderRefused as error:
        return [error.problem]
    return [Told(order, assumed=assumed and order.status is not None), *dict.fromkeys(problems)]


def order_of(number: str, rows: Sequence[Fields], terms: Terms) -> tuple[Order, bool]:
    """The order, and whether the moment at which its status was seen is assumed. Raises `OrderRefused`.

    Of its rows the one that was seen last tells the status.
    """
    times = [row.read("timestamp", read_moment) for row in rows]
    seen, newest = max(zip(times, rows, strict=True), key=lambda pair: pair[0].timestamp() if pair[0] else 0.0)
    found = status_in(newest, "status", seen or terms.seen, terms.policy.status_texts)
    status = found[0] if found else None
    items = tuple({item.line_id or place: item for place, item in enumerate(map(item_of, rows))}.values())
    order = Order(
        number=number,
        title=first_title(items),
        store_name=newest.read("storeName", read_text),
        items=items,
        status=status,
        events=told(event_in(newest, "orderDate", "placed", seen), status, terms.policy.status_texts),
    )
    return order, seen is None


def item_of(row: Fields) -> Item:
    """The item in a row. Raises `OrderRefused` if its id or quantity cannot be read."""
    return Item(
        line_id=row.need("orderLineId", read_line_id),
        title=row.read("title", read_text),
        quantity=row.need("quantity", read_count) or 1,
        unit_price=price_of(row),
    )


def price_of(row: Fields) -> Money | None:
    """The price of one piece; `None` without a price or its currency."""
    return money(row, row.read("priceInfo", read_price), "currency")

"""The site's list of disputes and refunds: one line for each item that the buyer wants money back for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aliorder.domain.order import UNKNOWN, Event, Item, Money, Order, When
from aliorder.importers import Entry, Problem, Remark, Terms, Told
from aliorder.importers.site.answer import Answer
from aliorder.importers.site.numbers import read_cents, read_number
from aliorder.importers.site.order_parts import money, types_of
from aliorder.importers.telling import first_title
from aliorder.importers.values.fields import Fields, OrderRefused
from aliorder.importers.values.reading import (
    read_count,
    read_line_id,
    read_moment,
    read_order_number,
    read_price,
    read_text,
)

NO_REFUNDS = Remark("the page lists no refunds")
MORE = Remark("more refunds exist than this page lists; save the further pages too")
ENDED = 4
"""The status of a line that has ended (`reverseStatus`)."""

NO_HUNDREDTHS = ("BHD", "CLP", "ISK", "JOD", "JPY", "KRW", "KWD", "OMR", "PYG", "TND", "UGX", "VND", "XAF", "XOF")
"""Currencies (ISO 4217) that have no hundredths, so that nobody knows what their "cents" are."""


HOW_IT_ENDED = "the list does not say how a dispute ended; the order's own page does"
HOW_MUCH = "money was paid back for an item of it, how much, the list does not say; note it"


class Line(NamedTuple):
    """What the buyer wants money back for, with its order and store; `untold` is what the list leaves open of it."""

    number: str
    store: str | None
    item: Item
    events: tuple[Event, ...]
    untold: str | None


def read_refunds(answer: Answer, _terms: Terms) -> Iterator[Entry]:
    """The orders in the list, each once; a line that cannot be read is a problem and stops no other."""
    problems: list[Problem] = []
    module = answer.module(problems)
    orders: dict[str, list[Line]] = {}
    for line in lines_of(module):
        orders.setdefault(line.number, []).append(line)
    for number, lines in orders.items():
        yield Told(order_of(number, lines))
        for untold in dict.fromkeys(line.untold for line in lines if line.untold):
            yield Remark(f"order {number}: {untold}")
    remarks = list(remarks_on(module, empty=not (orders or problems)))
    yield from problems
    yield from remarks


def order_of(number: str, lines: Sequence[Line]) -> Order:
    """What the lines tell of their order."""
    items = tuple({line.item.line_id: line.item for line in lines}.values())
    return Order(
        number=number,
        title=first_title(items),
        store_name=next((line.store for line in lines if line.store), None),
        items=items,
        events=tuple(dict.fromkeys(event for line in lines for event in line.events)),
    )


def lines_of(module: Fields) -> Iterator[Line]:
    """Every line that can be read; what is wrong with the others becomes a problem."""
    for shop in module.each("items"):
        for fields in shop.each("reverseOrderLines"):
            try:
                yield line_of(fields, shop)
            except OrderRefused as error:
                module.problems.append(error.problem)


def line_of(fields: Fields, shop: Fields) -> Line:
    """One line. Raises `OrderRefused` if its order or its item cannot be told."""
    number = fields.need("tradeOrderId", read_order_number)
    if number is None:
        raise OrderRefused(fields.problem("tradeOrderId", "the order has no number"))
    goods = fields.need_inner("aeItemDTO")
    item = Item(
        line_id=fields.need("tradeOrderLineId", read_line_id),
        title=goods.read("itemTitle", read_text),
        quantity=goods.need("itemCount", read_count) or 1,
        unit_price=price_of(goods.inner("itemUnitPrice")),
    )
    ended = fields.read("reverseStatus", read_number) == ENDED
    refunded = ended and "REFUND_DETAILS" in types_of(fields, "buttonDTOList")
    untold = left_open(number, item.line_id, refunded) if ended else None
    events = () if untold else tuple(events_of(fields, refunded))
    return Line(number, shop.read("shopName", read_text), item, events, untold)


def left_open(number: str, line_id: str | None, refunded: bool) -> str | None:
    """What the list does not tell of a line that has ended; `None` if it tells all.

    A refund without an amount is that of the whole order. Only where an order has one line, that has its number.
    """
    if not refunded:
        return HOW_IT_ENDED
    return None if line_id == number else f"{HOW_MUCH}: aliorder record {number} refund-completed --on DAY --amount SUM"


def events_of(fields: Fields, refunded: bool) -> Iterator[Event]:
    """The dispute, or the wish to cancel, and the refund. How much was paid back does not stand in the list."""
    kind = fields.values.get("reverseType")
    cancels = isinstance(kind, str) and "CANCEL" in kind.upper()
    yield Event("cancel-requested" if cancels else "dispute-opened", when_in(fields, "gmtCreate"))
    if refunded:
        yield Event("refund-completed", when_in(fields, "gmtModified"))


def when_in(fields: Fields, key: str) -> When:
    """The moment under `key`, an unknown one if it cannot be read."""
    at = fields.read(key, read_moment)
    return When(at=at) if at else UNKNOWN


def price_of(fields: Fields) -> Money | None:
    """The price as the site spells it, else from its cents; `None` without a price or its currency."""
    amount = fields.inner("formatPrice").read("priceInfo", read_price)
    if amount is None and fields.values.get("currency") not in NO_HUNDREDTHS:
        amount = fields.read("cent", read_cents)
    return money(fields, amount, "currency")


def remarks_on(module: Fields, *, empty: bool) -> Iterator[Remark]:
    """What the buyer should know about the page as a whole. How many pages there are, it says wrongly (0)."""
    if empty:
        yield NO_REFUNDS
    page, size, total = (module.read(key, read_number) for key in ("pageNum", "pageSize", "total"))
    if page and size and total and page * size < total:
        yield MORE

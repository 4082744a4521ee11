"""The site's order list: one block an order."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.importers import Entry, Problem, Remark, Terms, Told
from aliorder.importers.site.answer import Answer
from aliorder.importers.site.order_parts import (
    cancels,
    event_in,
    free_return_of,
    items_of,
    price_of,
    status_in,
    types_of,
)
from aliorder.importers.site.page import Page, open_page
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.fields import Fields, OrderRefused
from aliorder.importers.values.reading import Unreadable, read_currency, read_flag, read_order_number, read_text

ORDER = "pc_om_list_order"
BODY = "pc_om_list_body"

NO_ORDERS = Remark("the page lists no orders")
MORE = Remark("more orders exist than this page lists; save the further pages too")


def read_list(answer: Answer, terms: Terms) -> Iterator[Entry]:
    """The orders of the page in its order; one that cannot be read is a problem and stops no other."""
    page = open_page(answer, terms)
    yield from page.problems
    for key, block in page.tagged(ORDER):
        yield from entries_of(key, block, page, terms.policy)
    yield from remarks_on(page)


def entries_of(key: str, block: object, page: Page, policy: Policy) -> list[Entry]:
    """The order in one block with the problems in it, or the problem that keeps it out."""
    problems: list[Problem] = []
    try:
        order = read_order(page.fields({key: block}, problems), key, page, policy)
    except OrderRefused as error:
        return [error.problem]
    return [Told(order, assumed=page.assumed and order.status is not None), *problems]


def read_order(parent: Fields, key: str, page: Page, policy: Policy) -> Order:
    """The order in the block `key`. Raises `OrderRefused` if the order cannot be taken in whole."""
    fields = parent.need_inner(key).need_inner("fields")
    number = fields.need("orderId", read_order_number)
    if number is None:
        raise OrderRefused(fields.problem("orderId", "the order has no number"))
    lines = fields.need_each("orderLines")
    currency = fields.read("currencyCode", read_currency)
    items = items_of(lines, currency)
    found = status_in(fields, "statusText", page.seen, policy.status_texts)
    status = found[0] if found else None
    return Order(
        number=number,
        title=first_title(items),
        store_name=fields.read("storeName", read_text),
        items=items,
        total=price_of(fields),
        free_return=free_return_of(lines),
        # The list may hide buttons that the order's own page has: only a button that is there counts.
        cancel_button=cancels(types_of(fields, "buttons")) or None,
        status=status,
        events=told(event_in(fields, "orderDateText", "placed", page.clock), status, policy.status_texts),
    )


def remarks_on(page: Page) -> Iterator[Remark]:
    """What the buyer should know about the page as a whole."""
    if not any(page.tagged(ORDER)):
        yield NO_ORDERS
    if any(has_more(block) for _, block in page.tagged(BODY)):
        yield MORE


def has_more(body: object) -> bool:
    """Whether the body of the list says that further pages exist."""
    fields = body.get("fields") if isinstance(body, dict) else None
    value = fields.get("hasMore") if isinstance(fields, dict) else None
    try:
        return value is not None and read_flag(value)
    except Unreadable:
        return False

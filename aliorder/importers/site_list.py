"""The site's order list: one block an order."""

from __future__ import annotations

from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.importers import Problem, Reading
from aliorder.importers.fields import Fields, OrderRefused
from aliorder.importers.reading import Unreadable, read_currency, read_flag, read_order_number, read_text
from aliorder.importers.site_order import (
    cancels,
    event_in,
    first_title,
    free_return_of,
    items_of,
    price_of,
    status_in,
    told,
    types_of,
)
from aliorder.importers.site_page import Page

ORDER = "pc_om_list_order"
BODY = "pc_om_list_body"


def read_list(page: Page, policy: Policy) -> Reading:
    """The orders of the page in its order; one that cannot be read is a problem and stops no other."""
    orders: list[Order] = []
    problems = list(page.problems)
    for key, block in page.tagged(ORDER):
        own: list[Problem] = []
        try:
            orders.append(read_order(Fields({key: block}, page.file, "", own), key, page, policy))
            problems.extend(own)
        except OrderRefused as error:
            problems.append(error.problem)
    return Reading(tuple(orders), tuple(problems), notes_on(page))


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
        events=told(event_in(fields, "orderDateText", "placed", page.seen), status),
    )


def notes_on(page: Page) -> tuple[str, ...]:
    """What the buyer should know about the page as a whole."""
    notes = []
    if not any(page.tagged(ORDER)):
        notes.append(f"{page.file}: the page lists no orders")
    if any(has_more(block) for _, block in page.tagged(BODY)):
        notes.append(f"{page.file}: more orders exist than this page lists; save the further pages too")
    return tuple(notes)


def has_more(body: object) -> bool:
    """Whether the body of the list says that further pages exist."""
    fields = body.get("fields") if isinstance(body, dict) else None
    value = fields.get("hasMore") if isinstance(fields, dict) else None
    try:
        return value is not None and read_flag(value)
    except Unreadable:
        return False

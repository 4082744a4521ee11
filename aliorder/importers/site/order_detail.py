"""The site's page of one order. Of the address only the country is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from aliorder.domain.order import Order
from aliorder.domain.policy import Policy, SiteStatus
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Entry, Problem, Terms, Told
from aliorder.importers.site.answer import Answer
from aliorder.importers.site.order_parts import (
    cancels,
    event_in,
    free_return_of,
    items_of,
    may_cancel,
    price_of,
    status_in,
    types_of,
)
from aliorder.importers.site.page import Page, open_page
from aliorder.importers.site.promise import deliver_by, read_refund_day
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.fields import Fields, OrderRefused
from aliorder.importers.values.reading import read_country, read_day, read_order_number, read_payment, read_text

STATUS = "detail_order_status_block"
INFO = "detail_simple_order_info_component"
PRICE = "detail_order_price_block"
PRODUCTS = "detail_product_block"
PROGRESS = "detail_service_progress_bar"
SERVICES = "detail_order_services"

DAYS: tuple[tuple[str, EventKind], ...] = (
    ("orderCreatTime", "placed"),
    ("payTime", "paid"),
    ("orderShipTime", "shipped"),
)
"""The days that tell an event. The day on which the order ended is not one: it may have ended in any way."""


def read_detail(answer: Answer, terms: Terms) -> Iterator[Entry]:
    """The one order of the page, or the problem that keeps it out."""
    page = open_page(answer, terms)
    yield from page.problems
    problems: list[Problem] = []
    try:
        order = read_order(page, terms.policy, problems)
    except OrderRefused as error:
        yield error.problem
        return
    yield Told(order, assumed=page.assumed and order.status is not None)
    yield from dict.fromkeys(problems)


def read_order(page: Page, policy: Policy, problems: list[Problem]) -> Order:
    """The order. Raises `OrderRefused` if it cannot be taken in whole."""
    top, info, products = (block_of(page, tag, problems) for tag in (STATUS, INFO, PRODUCTS))
    number = number_of(info, top)
    lines = products.need_each("productVOList")
    total = price_of(block_of(page, PRICE, problems).inner("totalPrice"))
    items = items_of(lines, total.currency if total else None)
    found = status_in(top, "title", page.seen, policy.status_texts)
    status = found[0] if found else None
    events = tuple(event for key, kind in DAYS for event in event_in(info, key, kind, page.clock))
    return Order(
        number=number,
        title=first_title(items),
        store_name=products.inner("sellerVO").read("sellerName", read_text),
        items=items,
        total=total,
        payment=info.read("paymentMethod", partial(read_payment, methods=policy.methods.values())),
        country=info.inner("addressVO").read("countryCode", read_country),
        free_return=promises_free_return(page, problems) or free_return_of(lines),
        cancel_button=cancel_button_of(top, lines, found[1] if found else None),
        status=status,
        events=told(events, status, policy.status_texts),
        deadlines=deliver_by(refund_days(page, problems)),
    )


def blocks_of(page: Page, tag: str, problems: list[Problem]) -> Iterator[Fields]:
    """The fields of every block of this kind."""
    for key, block in page.tagged(tag):
        yield page.fields({key: block}, problems).inner(key).inner("fields")


def block_of(page: Page, tag: str, problems: list[Problem]) -> Fields:
    """The fields of the first block of this kind; without such a block they are empty."""
    return next(blocks_of(page, tag, problems), page.fields({}, problems, tag))


def number_of(info: Fields, top: Fields) -> str:
    """The order number, which two blocks name. Raises `OrderRefused` if none does or they differ."""
    named = {info.need("tradeOrderId", read_order_number), top.need("orderId", read_order_number)}
    numbers = [number for number in named if number]
    if len(numbers) == 1:
        return numbers[0]
    why = "the page names two different order numbers" if numbers else "the order has no number"
    raise OrderRefused(info.problem("tradeOrderId", why))


def cancel_button_of(top: Fields, lines: list[Fields], status: SiteStatus | None) -> bool | None:
    """Whether the page shows a button to cancel; `None` where its absence means nothing."""
    buttons = types_of(top, "buttonVOList")
    if cancels(buttons + [button for line in lines for button in types_of(line, "buttonVOS")]):
        return True
    return False if buttons and may_cancel(status) else None


def promises_free_return(page: Page, problems: list[Problem]) -> bool:
    """Whether free returns are among the services (in English: other spellings are not known)."""
    services = [service for block in blocks_of(page, SERVICES, problems) for service in block.each("data")]
    titles = (service.read("title", read_text) for service in services)
    return any(title and title.casefold() in ("free return", "free returns") for title in titles)


def refund_days(page: Page, problems: list[Problem]) -> list[date]:
    """The days from which the page promises a refund."""
    return [*days_in_services(page, problems), *days_in_progress(page, problems)]


def days_in_services(page: Page, problems: list[Problem]) -> Iterator[date]:
    """The days in sentences like `Refund if no delivery before Sep 4, 2026`."""
    for block in blocks_of(page, SERVICES, problems):
        for service in block.each("data"):
            day = service.read("content", read_refund_day)
            if day:
                yield day


def days_in_progress(page: Page, problems: list[Problem]) -> Iterator[date]:
    """The day of the step `Refund` in the progress bar."""
    for block in blocks_of(page, PROGRESS, problems):
        for node in block.each("nodes"):
            text = node.read("text", read_text)
            day = node.read("time", read_day) if text and text.casefold() == "refund" else None
            if day:
                yield day

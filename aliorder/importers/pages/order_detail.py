"""The saved page of one order. The address on it is never looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from aliorder.domain.order import Event, Item, Order
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Entry, Problem, Told
from aliorder.importers.pages.tree import Part
from aliorder.importers.pages.values import (
    BREAKS_OFF,
    COLON,
    NO_CURRENCY,
    NUMBER,
    NUMBER_IN_LINK,
    Page,
    Values,
    item_in,
    offers_to_cancel,
    price_in,
    text_in,
)
from aliorder.importers.pages.words import Label, meant
from aliorder.importers.site.order_parts import status_in
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.fields import Fields, OrderRefused
from aliorder.importers.values.reading import Unreadable, read_payment, read_text, shown, written

TOP, STATUS = "order-status", "order-block-title"
ROW = "info-row"
STORE = "store-name"
SUM, SUM_LABEL, SUM_AMOUNT = "order-price-item", "left-col", "right-col"
ITEM, NAME = "order-detail-item-content", "item-title"
PRICE, QUANTITY = "item-price", "item-price-quantity"
PARCEL = "copy-track-num"
BLOCKS = (STATUS, ROW, SUM, ITEM, PARCEL)
"""A page with one of these is that of an order."""

DAYS: tuple[EventKind, ...] = ("placed", "paid", "shipped")
TRACKING = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{5,39}")


def read_detail(page: Page) -> Iterator[Entry]:
    """The one order of the page, or the problem that keeps it out."""
    rows = [(label, value) for part in page.root.all(ROW) for label, value in [labelled(part)]]
    values = Values(page, partial(days_in, rows), partial(amounts_in, page.root))
    problems: list[Problem] = []
    try:
        order = read_order(page, rows, values, problems)
    except OrderRefused as error:
        yield error.problem
        return
    yield Told(order, assumed=page.assumed and order.status is not None)
    yield from problems
    if values.nameless:
        yield NO_CURRENCY


def read_order(page: Page, rows: list[tuple[str, str]], values: Values, problems: list[Problem]) -> Order:
    """The order of the page. Raises `OrderRefused` if it cannot be taken in whole."""
    number = number_of(page, rows)
    fields = page.fields(texts_of(page.root, rows), number, problems)
    items = items_in(page.root, fields, values)
    found = status_in(fields, "status", page.seen, page.terms.policy.status_texts)
    status = found[0] if found else None
    events: tuple[Event, ...] = tuple(event for kind in DAYS for event in values.event(fields, kind))
    return Order(
        number=number,
        title=first_title(items),
        store_name=fields.read("store", read_text),
        items=items,
        total=fields.read("total", values.money),
        payment=fields.read("payment", partial(read_payment, methods=page.terms.policy.methods.values())),
        cancel_button=offers_to_cancel(page.root),
        status=status,
        tracking=fields.read("tracking", read_tracking),
        events=told(events, status, page.terms.policy.status_texts),
    )


def number_of(page: Page, rows: list[tuple[str, str]]) -> str:
    """The order number in the rows, else in the address of the page. Raises `OrderRefused` if it is not one."""
    fields = page.fields({}, "", [])
    if page.breaks_off_in(BLOCKS):
        raise OrderRefused(fields.problem("order", BREAKS_OFF))
    labelled_so = (match[0] for label, value in rows if meant(label) == "order" for match in NUMBER.finditer(value))
    unlabelled = (match[0] for label, value in rows if meant(label) is None for match in NUMBER.finditer(value))
    address = NUMBER_IN_LINK.search(page.address)
    numbers = set(labelled_so) | ({address[1]} if address else set()) or set(list(unlabelled)[:1])
    if len(numbers) == 1:
        return numbers.pop()
    why = "the page names two different order numbers" if numbers else "the page names no order number"
    raise OrderRefused(fields.problem("number", why))


def labelled(row: Part) -> tuple[str, str]:
    """The label of a row and what stands beside it."""
    text = row.text()
    parts = COLON.split(text, maxsplit=1)
    if len(parts) == 2:
        return parts[0], parts[1]
    children = [child.text() for child in row.children()]
    return (children[0], " ".join(children[1:])) if len(children) > 1 else ("", text)


def texts_of(root: Part, rows: list[tuple[str, str]]) -> dict[str, str | None]:
    """The texts that speak of the order as a whole, by what they tell."""
    told_in_rows: dict[Label, str] = {}
    for label, value in rows:
        if kind := meant(label):
            told_in_rows.setdefault(kind, value)
    parcel = root.first(PARCEL)
    return {
        **{kind: told_in_rows.get(kind) for kind in DAYS},
        "payment": told_in_rows.get("payment"),
        "status": text_in(root.first(TOP) or root, STATUS),
        "store": text_in(root, STORE),
        "total": next((amount for label, amount in sums_in(root) if meant(label) == "total"), None),
        "tracking": parcel.attributes.get("data-clipboard-text") if parcel else None,
    }


def sums_in(root: Part) -> Iterator[tuple[str, str | None]]:
    """The rows of the bill: what each is called, and its amount as text."""
    for part in root.all(SUM):
        yield text_in(part, SUM_LABEL) or "", price_in(part.first(SUM_AMOUNT))


def items_in(root: Part, fields: Fields, values: Values) -> tuple[Item, ...]:
    """The items of the order."""
    found = (item_in(fields, values, *item_texts(part)) for part in root.all(ITEM))
    return tuple(item for item in found if item)


def item_texts(part: Part) -> tuple[str | None, str | None, str | None]:
    """The title, the price of one piece and the quantity, as the page spells them."""
    return text_in(part, NAME), price_in(part.first(PRICE), skip=[QUANTITY]), text_in(part, QUANTITY)


def read_tracking(value: object) -> str:
    """The number of a parcel. Raises `Unreadable`."""
    text = written(value)
    if not TRACKING.fullmatch(text):
        raise Unreadable(f"{shown(value)} is not a tracking number")
    return text


def days_in(rows: list[tuple[str, str]]) -> Iterator[str]:
    """All days of the page, as text."""
    return (value for label, value in rows if meant(label) in DAYS)


def amounts_in(root: Part) -> Iterator[str]:
    """All amounts of the page, as text."""
    yield from (amount for _, amount in sums_in(root) if amount)
    yield from filter(None, (item_texts(part)[1] for part in root.all(ITEM)))

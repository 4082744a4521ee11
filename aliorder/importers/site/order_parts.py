"""The parts of an order that the site's list and its detail page spell alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Literal

from aliorder.domain.order import Event, Item, Money, SeenStatus, When
from aliorder.domain.policy import SiteStatus
from aliorder.domain.statuses import status_of
from aliorder.domain.vocabulary import EventKind
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.reading import (
    Unreadable,
    read_count,
    read_currency,
    read_day,
    read_line_id,
    read_price,
    read_text,
    shown,
)

BEFORE_SHIPPING: frozenset[EventKind] = frozenset({"placed", "paid", "payment-verified"})
AFTER_SALE = ("DISPUTE", "REFUND", "RETURN", "ISSUE", "REVERSE")
"""Words in the types of buttons that cancel something other than the order."""


def items_of(lines: Iterable[Fields], currency: str | None) -> tuple[Item, ...]:
    """The items in the order's lines; a line that names nothing is left out."""
    items = (item_of(line, currency) for line in lines)
    return tuple(item for item in items if item.line_id or item.title)


def item_of(line: Fields, currency: str | None) -> Item:
    """One line. Raises `OrderRefused` if its id or quantity cannot be read."""
    return Item(
        line_id=line.need("orderLineId", read_line_id),
        title=line.read("itemTitle", read_text),
        quantity=line.need("quantity", read_count) or 1,
        unit_price=price_of(line, currency),
    )


def price_of(fields: Fields, currency: str | None = None) -> Money | None:
    """The price in the fields, in their own currency or else in `currency`; `None` without a price."""
    amount = fields.read("formatPriceInfo", read_price)
    return money(fields, amount, "currencyCode", currency)


def money(fields: Fields, amount: Decimal | None, key: str, currency: str | None = None) -> Money | None:
    """The amount in the currency under `key` or else in `currency`; `None` without an amount or a currency."""
    code = fields.read(key, read_currency) or currency
    if amount is not None and code is None:
        fields.report(key, "an amount stands here without its currency")
    return Money(amount, code) if amount is not None and code else None


def status_in(
    fields: Fields, key: str, seen: datetime | None, texts: Mapping[str, SiteStatus]
) -> tuple[SeenStatus, SiteStatus] | None:
    """The status under `key`, if it is known and the page says when it was seen; `texts` as in the policy."""

    def known(value: object) -> tuple[str, SiteStatus] | None:
        text = read_text(value)
        status = status_of(text, texts) if text else None
        if text is None or status is None:
            raise Unreadable(
                f"{shown(value)} is not a status that aliorder knows; note what happened with aliorder record"
            )
        return text, status

    found = fields.read(key, known)
    return (SeenStatus(found[0], seen), found[1]) if found and seen else None


def event_in(fields: Fields, key: str, kind: EventKind, seen: datetime | None) -> tuple[Event, ...]:
    """The event on the day under `key`, or none if there is no day that can be believed."""
    day = fields.read(key, partial(read_past_day, seen=seen))
    return (Event(kind, When(day)),) if day else ()


def read_past_day(value: object, seen: datetime | None) -> date:
    """A day that had begun somewhere on earth when the page was seen."""
    day = read_day(value)
    if seen and day > (seen + timedelta(days=1)).date():
        raise Unreadable(f"{shown(value)} is later than the page itself")
    return day


def free_return_of(lines: Iterable[Fields]) -> bool | None:
    """Whether every line carries the free return tag; `None` if only some do or no line has any tag."""
    tags = [types_of(line, "itemTags") for line in lines]
    free = ["FREE_RETURN" in " ".join(types) for types in tags]
    if free and all(free):
        return True
    return False if any(tags) and not any(free) else None


def cancels(buttons: Iterable[str]) -> bool:
    """Whether one of the button types cancels the order."""
    return any("CANCEL" in button and not any(word in button for word in AFTER_SALE) for button in buttons)


def may_cancel(status: SiteStatus | None) -> bool:
    """Whether an order in this status could be cancelled, so that a missing button means something."""
    return status is not None and status.decides and not status.ended and BEFORE_SHIPPING.issuperset(status.implies)


def types_of(
    fields: Fields, key: Literal["itemTags", "buttons", "buttonVOList", "buttonVOS", "buttonDTOList"]
) -> list[str]:
    """The `type` of each object in the list under `key`, in capitals; what has none is passed over."""
    values = fields.values.get(key)
    objects = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    return [kind.upper() for value in objects if isinstance(kind := value.get("type"), str)]

"""An order is what it is plus what happened to it. Every value here is immutable."""

# Without `from __future__ import annotations`: typing would compile each annotation at every start.
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from aliorder.domain.vocabulary import Case, Coupon, DeadlineKind, EventKind, EvidenceKind, Parcel, Why


class Money(NamedTuple):
    """An exact amount in a currency named by its ISO 4217 code."""

    amount: Decimal
    currency: str


class When(NamedTuple):
    """A calendar day, a moment with its zone, or (both `None`) a time that nobody knows."""

    day: date | None = None
    at: datetime | None = None


UNKNOWN = When()


class Event(NamedTuple):
    """Something that happened to the order; `amount` only for the kinds in `AMOUNT_KINDS`.

    `text` is what was written then, by the buyer or by the others, word for word; nothing depends on it.
    """

    kind: EventKind
    when: When
    amount: Money | None = None
    text: str | None = None


class Deadline(NamedTuple):
    """A deadline read off the order page: a day in the site's clock, or a moment."""

    kind: DeadlineKind
    when: When


class Item(NamedTuple):
    """One line of an order; `unit_price` is for one piece."""

    line_id: str | None
    title: str | None
    quantity: int = 1
    unit_price: Money | None = None


class SeenStatus(NamedTuple):
    """The status text of the order page, word for word, and the moment at which it was seen."""

    text: str
    seen: datetime


class Evidence(NamedTuple):
    """A file that proves something. Its content is kept beside the store, under its SHA-256 in hexadecimal.

    `name` is what the file was called (hostile, as all text), `size` its bytes, `media` the media type that its content
    has, `added` the moment at which it was kept, with a zone. `when` is the time of what it shows, as the buyer says.
    """

    sha256: str
    name: str
    size: int
    media: str
    added: datetime
    kind: EvidenceKind = "other"
    when: When = UNKNOWN
    shows: str | None = None
    supports: tuple[Case, ...] = ()


WRITABLE = (
    "title",
    "store_name",
    "items",
    "total",
    "payment",
    "country",
    "coupon",
    "free_return",
    "tracking",
    "parcel",
)
"""The attributes that a file tells and the buyer may know better. (What only the buyer tells needs no such mark.)"""


@dataclass(frozen=True, slots=True)
class Order:
    """What a buyer knows about one order. `None` is "not known" and never means "no"."""

    number: str | None = None
    alias: str | None = None
    title: str | None = None
    store_name: str | None = None
    items: tuple[Item, ...] = ()
    total: Money | None = None
    payment: str | None = None
    country: str | None = None
    coupon: Coupon | None = None
    free_return: bool | None = None
    cancel_button: bool | None = None
    keep: bool | None = None
    status: SeenStatus | None = None
    tracking: str | None = None
    parcel: Parcel = "unknown"
    why: Why | None = None
    notes: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    own: frozenset[str] = frozenset()
    """Which of `WRITABLE` the buyer wrote; no file overwrites them."""


def written(order: Order, **attributes: Any) -> Order:
    """The order with these attributes as the buyer wrote them; what is `None` is no longer the buyer's."""
    own = order.own.difference(attributes)
    own |= {name for name, value in attributes.items() if name in WRITABLE and value is not None}
    return replace(order, **attributes, own=own)

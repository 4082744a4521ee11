"""What happened to an order as a stranger reads it: who did it, and what, in the third person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from aliorder.words.dates import day_words
from aliorder.words.labels import EVENT_LABELS

if TYPE_CHECKING:
    from aliorder.domain.order import When
    from aliorder.domain.vocabulary import EventKind

Party = Literal["buyer", "seller", "others"]
"""Whose side an act is on; `others` also where it cannot be told."""

MAYBE_BY_ITSELF = "seller, or time ran out"
"""Who may have agreed: a seller's silence counts as consent."""

DONE_BY: Mapping[EventKind, str] = {
    "placed": "buyer",
    "paid": "buyer",
    "payment-verified": "AliExpress",
    "expired": "AliExpress",
    "message-sent": "buyer",
    "seller-answered": "seller",
    "cancel-requested": "buyer",
    "cancel-refused": "seller",
    "cancel-accepted": MAYBE_BY_ITSELF,
    "cancelled-by-buyer": "buyer",
    "cancelled-by-seller": "seller",
    "cancelled-by-platform": "AliExpress",
    "part-shipped": "seller",
    "shipped": "seller",
    "delivery-failed": "carrier",
    "reshipped": "seller",
    "extension-asked": "buyer",
    "delivery-refused": "buyer",
    "delivered": "carrier",
    "receipt-confirmed": "buyer or the site",
    "dispute-opened": "buyer",
    "dispute-refused": "seller",
    "dispute-agreed": MAYBE_BY_ITSELF,
    "dispute-won": "AliExpress",
    "dispute-lost": "AliExpress",
    "dispute-cancelled": "buyer",
    "appealed": "buyer",
    "return-agreed": "seller or AliExpress",
    "return-sent": "buyer",
    "return-received": "seller or warehouse",
    "refund-started": "AliExpress",
    "bank-form-filled": "buyer",
    "payout-asked": "buyer",
    "refund-completed": "AliExpress",
    "refund-received": "buyer",
    "refund-chased": "buyer",
    "claimed-outside": "buyer",
    "frozen": "AliExpress",
    "unfrozen": "AliExpress",
}
"""Whose act each event is, or whose it may be: the site also confirms receipt by itself, and counts silence as yes."""

TOLD_OTHERWISE: Mapping[EventKind, str] = {
    "message-sent": "the buyer wrote to the seller",
    "seller-answered": "the seller answered",
    "cancel-accepted": "cancellation accepted",
    "cancelled-by-buyer": "cancelled by the buyer",
    "dispute-agreed": "dispute agreed to",
    "dispute-won": "dispute decided for the buyer",
    "dispute-lost": "dispute decided for the seller",
    "return-received": "return received",
}
"""The events whose label speaks to the buyer, says too little to a stranger, or names one doer where it may be two."""

NO_DAY = "day unknown"


def party_of(kind: EventKind) -> Party:
    """Which side an event is on, where that is sure."""
    who = DONE_BY[kind]
    return "buyer" if who == "buyer" else "seller" if who == "seller" else "others"


def told_words(kind: EventKind) -> str:
    """An event as a stranger reads it."""
    return TOLD_OTHERWISE.get(kind, EVENT_LABELS[kind])


def full_day(day: date) -> str:
    """`Wed 25 Nov 2026`."""
    return day_words(day)


def full_moment(at: datetime, now: datetime) -> str:
    """A moment in the zone of `now`: `Wed 25 Nov 2026, 14:05`."""
    own = at.astimezone(now.tzinfo)
    return f"{day_words(own.date())}, {own:%H:%M}"


def when_words(when: When, now: datetime) -> str:
    """A day, a moment in the zone of `now`, or that nobody knows."""
    if when.at is not None:
        return full_moment(when.at, now)
    return full_day(when.day) if when.day else NO_DAY


def zone_words(now: datetime) -> str:
    """The zone of `now`: `Europe/Berlin`, whose offset is not the same all year; without a name `UTC-03:30`."""
    name, offset = getattr(now.tzinfo, "key", None), f"{now:%z}"
    shift = f"UTC{offset[:3]}:{offset[3:5]}" if offset not in ("", "+0000") else "UTC"
    return str(name) if name else shift


def days_words(days: int) -> str:
    """`1 day`, `12 days`."""
    return f"{days} day{'' if days == 1 else 's'}"


def times_words(times: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]

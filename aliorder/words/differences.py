"""What changed about an order, as a person reads it: `payment: not known → card`, `+ shipped 2026-09-02`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from aliorder.domain.differences import Difference
from aliorder.domain.order import Deadline, Event, Item, Money, SeenStatus, When
from aliorder.words.money import money_words
from aliorder.words.quoting import text_words
from aliorder.words.safe import printable

NAMES = {"store_name": "store", "status": "site status", "free_return": "free return", "cancel_button": "cancel button"}
"""The attributes that a person calls otherwise."""

NOT_KNOWN = "not known"


def difference_lines(difference: Difference, now: datetime) -> Iterator[str]:
    """One line for a changed attribute; for one with several entries a line for each that is gone or new."""
    name = NAMES.get(difference.field, difference.field)
    before, after = difference.before, difference.after
    if isinstance(before, tuple) and isinstance(after, tuple) and not is_single(before) and not is_single(after):
        yield from (f"- {value_words(entry, now)}" for entry in before)
        yield from (f"+ {value_words(entry, now)}" for entry in after)
    else:
        yield f"{name}: {value_words(before, now)} → {value_words(after, now)}"


def is_single(value: object) -> bool:
    """Whether a value is one thing, though it is written as several."""
    return isinstance(value, Money | SeenStatus)


def value_words(value: object, now: datetime) -> str:
    """A value on one line, its moments in the zone of `now`; safe for a terminal."""
    match value:
        case None | "":
            return NOT_KNOWN
        case bool():
            return "yes" if value else "no"
        case Money():
            return money_words(value) or NOT_KNOWN
        case SeenStatus():
            return f"{printable(value.text)} (seen {time_stamp(When(at=value.seen), now)})"
        case Event():
            amount = f", {money_words(value.amount)}" if value.amount else ""
            return f"{value.kind} {time_stamp(value.when, now)}{amount}{text_words(value.text)}"
        case Deadline():
            return f"{value.kind} {time_stamp(value.when, now)}"
        case Item():
            price = f" @ {money_words(value.unit_price)}" if value.unit_price else ""
            return f"{value.quantity} x {printable(value.title or value.line_id or NOT_KNOWN)}{price}"
        case _:
            return printable(str(value))


def time_stamp(when: When, now: datetime) -> str:
    """A day, or a moment by the user's clock, in figures."""
    if when.at is not None:
        return f"{when.at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
    return when.day.isoformat() if when.day else "on an unknown day"

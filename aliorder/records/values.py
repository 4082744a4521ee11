"""Single values as they are kept: text, yes and no, ids, days, moments, money. Reading checks, writing does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeVar

from aliorder.domain.order import UNKNOWN, Money, When
from aliorder.domain.vocabulary import (
    CASES,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    EVIDENCE_KINDS,
    PARCELS,
    WHYS,
)
from aliorder.words.safe import cut

Id = TypeVar("Id", bound=str)

YEARS = range(1900, 3000)
"""The years in which a day may lie, so that no sum of days ever leaves the calendar."""

LARGEST_EXPONENT = 30
"""An amount has at most so many places before or after its point."""

LARGEST_QUANTITY = 1_000_000_000

LARGEST_SIZE = 2**53
"""So many bytes, and a file is larger than any; every program that reads JSON can still count them."""

SHA256 = re.compile("[0-9a-f]{64}")


def _ids(known: Iterable[Id]) -> Mapping[object, Id]:
    return {name: name for name in known}


KNOWN_EVENTS = _ids(EVENT_KINDS)
KNOWN_DEADLINES = _ids(DEADLINE_KINDS)
KNOWN_COUPONS = _ids(COUPONS)
KNOWN_PARCELS = _ids(PARCELS)
KNOWN_WHYS = _ids(WHYS)
KNOWN_EVIDENCE = _ids(EVIDENCE_KINDS)
KNOWN_CASES = _ids(CASES)
"""The tables that `one_of` looks into."""

_FLAGS: Mapping[object, bool | None] = {None: None, 0: False, 1: True}

_SHOWN: Mapping[type, str] = {
    bool: "true or false",
    bytes: "binary data",
    dict: "an object",
    float: "a number",
    int: "a number",
    list: "a list",
    type(None): "nothing",
}


class Unreadable(ValueError):
    """A value that its field cannot hold.

    `field` names the place (`events[2].on`), `why` says what is wrong with the value.
    """

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field
        self.why = why

    def inside(self, place: str) -> Unreadable:
        """The same problem, named from one level further out."""
        return Unreadable(f"{place}.{self.field}", self.why)


def unlike(field: str, value: object, wanted: str) -> Unreadable:
    """The problem that `value` is not what `wanted` says."""
    shown = f'"{plain(value)}"' if isinstance(value, str) else _SHOWN.get(type(value), "this")
    return Unreadable(field, f"{shown} is not {wanted}")


def plain(text: str, width: int = 40) -> str:
    """The text on one line without control characters, cut to `width` characters."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return cut(line, width)


def text(value: object, field: str) -> str:
    """The value if it is text that every terminal and file can take; else Unreadable."""
    if not isinstance(value, str):
        raise unlike(field, value, "text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise Unreadable(field, "it holds half a character") from None
    return value


def text_or_none(value: object, field: str) -> str | None:
    """As `text`, and `None` stays `None`."""
    if value is None:
        return None
    return value if type(value) is str and value.isascii() else text(value, field)


def flag(value: object, field: str) -> bool | None:
    """Yes (`True`, 1), no (`False`, 0) or not known (`None`); else Unreadable."""
    try:
        return _FLAGS[value]
    except (KeyError, TypeError):
        raise unlike(field, value, "yes, no or unknown") from None


def one_of(known: Mapping[object, Id], value: object, field: str) -> Id:
    """The value if it is one of the ids; else Unreadable."""
    try:
        return known[value]
    except (KeyError, TypeError):
        raise unlike(field, value, "known to this aliorder") from None


def quantity(value: object, field: str) -> int:
    """A whole number from 0 to `LARGEST_QUANTITY`; else Unreadable."""
    if type(value) is not int or not 0 <= value <= LARGEST_QUANTITY:
        raise unlike(field, str(value) if type(value) is int else value, "a number of pieces")
    return value


def size(value: object, field: str) -> int:
    """A number of bytes from 0 to `LARGEST_SIZE`; else Unreadable."""
    if type(value) is not int or not 0 <= value <= LARGEST_SIZE:
        raise unlike(field, str(value) if type(value) is int else value, "a number of bytes")
    return value


def sha256(value: object, field: str) -> str:
    """A SHA-256 as 64 small hexadecimal digits; else Unreadable. It may be taken for a file's name."""
    if not isinstance(value, str) or not SHA256.fullmatch(value):
        raise unlike(field, value, "a SHA-256")
    return value


def day(value: object, field: str) -> date:
    """The day written as `YYYY-MM-DD`, in one of the `YEARS`; else Unreadable."""
    try:
        result = date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise unlike(field, value, "a day (YYYY-MM-DD)") from None
    if result.year not in YEARS or result.isoformat() != value:
        raise unlike(field, value, "a day (YYYY-MM-DD)")
    return result


def moment(value: object, field: str) -> datetime:
    """The moment written in ISO 8601 with its offset, in one of the `YEARS`; else Unreadable."""
    try:
        result = datetime.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise unlike(field, value, "a moment with its offset") from None
    if result.tzinfo is None or result.year not in YEARS:
        raise unlike(field, value, "a moment with its offset")
    return result


def iso(time: date | None) -> str | None:
    """A day or a moment as `day` and `moment` read it; `None` stays `None`."""
    return None if time is None else time.isoformat()


def when(on: object, at: object) -> When:
    """The day `on`, the moment `at` or, both `None`, an unknown time; Unreadable if both are given."""
    if on is None:
        return UNKNOWN if at is None else When(at=moment(at, "at"))
    if at is not None:
        raise Unreadable("on", "a day and a moment are given, only one of them can hold")
    return _on_day(on) if isinstance(on, str) else When(day(on, "on"))


@lru_cache(maxsize=4096)
def _on_day(on: str) -> When:
    # Many events share few days: in a long list this halves the time that events take.
    return When(day(on, "on"))


def money(amount: object, currency: object, field: str) -> Money:
    """The exact amount written as text, in its currency; else Unreadable."""
    try:
        number = Decimal(text(amount, field))
    except InvalidOperation:
        raise unlike(field, amount, "an amount") from None
    if not number.is_finite() or abs(number.adjusted()) > LARGEST_EXPONENT:
        raise unlike(field, amount, "an amount")
    return Money(number, text(currency, field))


def money_or_none(amount: object, currency: object, field: str) -> Money | None:
    """As `money`; an amount that is not known (both `None`) is `None`."""
    return None if amount is None and currency is None else money(amount, currency, field)

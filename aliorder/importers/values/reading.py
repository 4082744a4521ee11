"""Single values as files spell them, made exact or refused with `Unreadable`; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from aliorder.domain.policy import PaymentMethod
from aliorder.domain.statuses import normalised
from aliorder.importers.values.json_text import Rough
from aliorder.importers.values.month_names import ENGLISH_MONTHS
from aliorder.importers.values.named_days import named_day
from aliorder.importers.values.text import clean
from aliorder.words.safe import cut

LONGEST_TEXT = 500
FIRST_YEAR, LAST_YEAR = 2010, 2100
"""The site opened in 2010; a year outside of these is a mistake of the file."""

MONTHS = ENGLISH_MONTHS
"""The months by their English names, short and long."""

COUNTRIES = {"UK": "GB", "SRB": "RS", "MNE": "ME"}
"""The site's own codes where they are not those of ISO 3166."""

ORDER_NUMBER = re.compile(r"[0-9]{8,20}")
LINE_ID = re.compile(r"[0-9]{1,40}")
EXPONENT = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+")
PRICE = re.compile(r"[^|]*\|([0-9]{1,3}(?:[.,'\u2019 \u00a0\u202f]?[0-9]{3}){0,4}|[0-9]{1,15})\|([0-9]{0,4})")
CURRENCY = re.compile(r"[A-Z]{3}")
COUNTRY = re.compile(r"[A-Z]{2}")


class Unreadable(ValueError):
    """A value that cannot be read without guessing; its text is the reason."""


def shown(value: object) -> str:
    """The value as it is named in a reason: short, in quotes, or its kind if it has parts."""
    if isinstance(value, Rough):
        return repr(cut(value.text, 40))
    if isinstance(value, (str, int)):
        return repr(cut(clean(str(value)).strip(), 40))
    return "a list" if isinstance(value, list) else "an object"


def written(value: object) -> str:
    """A number or a text as text, without blanks at its ends; `Unreadable` for anything else."""
    if isinstance(value, Rough):
        return value.text
    if isinstance(value, (str, int)):
        return clean(str(value)).strip()
    raise Unreadable(f"{shown(value)} stands where a text should")


def read_text(value: object) -> str | None:
    """A text of at most `LONGEST_TEXT` characters, longer ones cut; `None` if it is blank."""
    if not isinstance(value, str):
        raise Unreadable(f"{shown(value)} stands where a text should")
    return cut(clean(value).strip(), LONGEST_TEXT) or None


def read_order_number(value: object) -> str:
    """An order number: 8 to 20 digits, as text."""
    text = plain(value)
    if EXPONENT.fullmatch(text):
        raise Unreadable(f"{shown(value)} is an order number damaged by a spreadsheet: its last digits are lost")
    if not ORDER_NUMBER.fullmatch(text):
        raise Unreadable(f"{shown(value)} is not an order number (8 to 20 digits)")
    return text


def read_line_id(value: object) -> str:
    """The id of an order line: digits, as text."""
    text = plain(value)
    if not LINE_ID.fullmatch(text):
        raise Unreadable(f"{shown(value)} is not the id of an order line (digits only)")
    return text


def plain(value: object) -> str:
    """Like `written`, but a truth value is no number."""
    if isinstance(value, bool):
        raise Unreadable(f"{shown(value)} stands where a number should")
    return written(value)


def read_count(value: object) -> int:
    """A number of pieces, 1 to 999999."""
    text = plain(value)
    if not re.fullmatch(r"0*[1-9][0-9]{0,5}", text):
        raise Unreadable(f"{shown(value)} is not a number of pieces")
    return int(text)


def read_flag(value: object) -> bool:
    """Yes or no, also where they are spelled as text."""
    text = written(value).casefold()
    if text not in ("true", "false"):
        raise Unreadable(f"{shown(value)} is neither true nor false")
    return text == "true"


def read_price(value: object) -> Decimal:
    """The amount in `shown text|whole part|fraction`, such as `R$31,93|31|93` or `₩11,110|11110|`."""
    match = PRICE.fullmatch(written(value))
    if not match:
        raise Unreadable(f"{shown(value)} is not an amount in the site's three parts")
    units = re.sub(r"[^0-9]", "", match[1])
    return Decimal(f"{units}.{match[2]}" if match[2] else units)


def read_currency(value: object) -> str:
    """The ISO 4217 code of a currency."""
    text = written(value)
    if not CURRENCY.fullmatch(text):
        raise Unreadable(f"{shown(value)} is not a currency code of three letters")
    return text


def read_country(value: object) -> str:
    """The ISO 3166 code of a country; the site's own codes are translated."""
    text = written(value).upper()
    code = COUNTRIES.get(text, text)
    if not COUNTRY.fullmatch(code):
        raise Unreadable(f"{shown(value)} is not a country code of two letters")
    return code


def read_day(value: object) -> date:
    """A day spelled like `Jul 15, 2026`, the month by its name in any language or marked as in `2026年7月15日`."""
    found = named_day(written(value))
    if found is None or not found.months():
        raise Unreadable(f"{shown(value)} cannot be read as a date without guessing (known: Jul 15, 2026)")
    return only_day(value, found.days())


def only_day(value: object, days: Iterable[date]) -> date:
    """The one of the days that an order can have. Raises `Unreadable` if there is none or more than one."""
    possible = [day for day in days if FIRST_YEAR <= day.year <= LAST_YEAR]
    if not possible:
        raise Unreadable(f"{shown(value)} is not a day that an order can have")
    if len(possible) > 1:
        either = " or ".join(map(str, possible))
        raise Unreadable(f"{shown(value)} may be {either}, by its language; write it in digits, the year first")
    return possible[0]


def read_moment(value: object) -> datetime:
    """A moment given in milliseconds since 1970, in UTC."""
    text = plain(value)
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise Unreadable(f"{shown(value)} is not a moment in milliseconds")
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(text))
        in_range(moment.date())
    except (ValueError, OverflowError):
        raise Unreadable(f"{shown(value)} is not a moment that an order can have") from None
    return moment


def in_range(day: date) -> date:
    """`day` itself; `ValueError` if its year cannot be that of an order."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day


def read_payment(value: object, methods: Iterable[PaymentMethod]) -> str:
    """The id of the payment method that has this id, label or name."""
    text = normalised(written(value))
    ids = [method.id for method in methods if text in map(normalised, (method.id, method.label, *method.names))]
    if len(ids) != 1:
        raise Unreadable(f"{shown(value)} is not a payment method that aliorder knows; set it with --payment")
    return ids[0]

"""Single cells of a table as values. Each reader raises `Unreadable` for what it cannot read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from aliorder.domain.countries import COUNTRIES, MEANT
from aliorder.domain.order import SeenStatus
from aliorder.domain.policy import SiteStatus
from aliorder.domain.statuses import status_of
from aliorder.importers.telling import UNKNOWN_STATUS
from aliorder.importers.values import reading
from aliorder.importers.values.reading import LONGEST_TEXT, ORDER_NUMBER, Unreadable, read_text, shown

AROUND = " \t\r\n'\"=\ufeff\u00a0"
"""What programs put around a number so that a spreadsheet leaves it alone."""

EXACT = 15
"""A spreadsheet keeps so many digits of a number and puts zeros for the others."""

PIECES = re.compile(r"0*([1-9][0-9]{0,5})(?:[.,]0{1,2})?")
NAMED = {name.casefold(): code for code, name in COUNTRIES.items()}


def read_number(text: str, trust: bool) -> str:
    """The order number in a cell. Raises `Unreadable`, also if a spreadsheet seems to have cut it, unless `trust`."""
    if not text:
        raise Unreadable("the row has no order number")
    number = text if ORDER_NUMBER.fullmatch(text) else reading.read_order_number(text)
    if len(number) > EXACT and not number[EXACT:].strip("0") and not trust:
        raise Unreadable(
            f"{shown(text)} ends in zeros as if a spreadsheet had rounded it; if it is right, say so: --trust-numbers"
        )
    return number


def read_words(text: str) -> str | None:
    """A text as it may be stored; most are so already."""
    return text.strip() if len(text) <= LONGEST_TEXT and text.isprintable() else read_text(text)


def read_line(text: str) -> str:
    """The id of an order line."""
    return reading.read_line_id(text.strip(AROUND))


def read_pieces(text: str) -> int:
    """A number of pieces, also as `2.00`."""
    match = PIECES.fullmatch(text.strip())
    if not match:
        raise Unreadable(f"{shown(text)} is not a number of pieces")
    return int(match[1])


def read_status(text: str, seen: datetime, texts: Mapping[str, SiteStatus]) -> SeenStatus:
    """The status of the order page as it was `seen`; `texts` as in the policy."""
    status = read_text(text)
    if status is None or status_of(status, texts) is None:
        raise Unreadable(f"{shown(text)} {UNKNOWN_STATUS}")
    return SeenStatus(status, seen)


def country_named(text: str) -> str | None:
    """The country that the text is the code or a name of; `None` if it is not clearly one."""
    word = " ".join(text.split())
    code = reading.COUNTRIES.get(word.upper(), word.upper())
    return code if code in COUNTRIES else MEANT.get(word.casefold()) or NAMED.get(word.casefold())

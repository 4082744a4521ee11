"""The few exact things in the text of an order mail: numbers of orders and parcels, and the total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from unicodedata import category, normalize
from urllib.parse import unquote

from aliorder.domain.order import Money
from aliorder.importers import Terms
from aliorder.importers.mail.subjects import is_number
from aliorder.importers.mail.wordings import WORDINGS
from aliorder.importers.values.amounts import Amounts, currency_of
from aliorder.importers.values.reading import Unreadable

TAG = re.compile(r"<(/?)([A-Za-z!?][A-Za-z0-9]*+)[^<>]*+>")
INLINE = ("a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u")
GAPS = {**dict.fromkeys(INLINE, ""), "td": " ", "th": " "}
"""What stands between the texts on both sides of a tag, if not the end of a line."""

HIDDEN = frozenset(("head", "script", "style", "title"))


class Body(NamedTuple):
    """What a mail says: its `text` as lines, and the `source` of it with its links, nothing in it escaped."""

    text: str
    source: str


class Shipment(NamedTuple):
    """A parcel and the order that it belongs to."""

    order: str
    parcel: str


def body_of(plain: Iterable[str], html: Iterable[str]) -> Body:
    """The body of a mail with these texts and pages."""
    texts, pages = list(plain), list(html)
    lines = [line for text in (*texts, *map(visible, pages)) for line in lines_of(text)]
    return Body("\n".join(lines), unquote(unescape("\n".join((*texts, *pages)))))


def lines_of(text: str) -> Iterator[str]:
    """The lines of the text that are not blank, their blanks and wide letters made plain."""
    for line in normalize("NFKC", text).splitlines():
        if words := line.split():
            yield " ".join(words)


def visible(page: str) -> str:
    """The text of an HTML page: a line for each block, the cells of a row in one line.

    No parser is used: the time is in proportion to the length, whatever a hostile mail holds.
    """
    first, *rest = TAG.split(page)
    pieces, hidden = [first.replace("\n", " ")], ""
    for closing, tag, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        name = tag.lower()
        if name in HIDDEN:
            hidden = "" if closing else name
        pieces += GAPS.get(name, "\n"), "" if hidden else text.replace("\n", " ")
    return unescape("".join(pieces))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def after(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a text that ends in one of these words, or in one and a sign for "number"."""
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?: ?(?:#|no\.?|nr\.?|:))? ?\Z", re.IGNORECASE)


AFTER_ORDER = after(words for wording in WORDINGS.values() for words in wording.orders)
AFTER_PARCEL = after(words for wording in WORDINGS.values() for words in (*wording.parcels, "tracking number"))
LABEL = any_of(words for wording in WORDINGS.values() for words in wording.totals)
LONGEST_BEFORE = 60
"""So many characters before a number tell what it is; no word for that is nearly as long."""

ORDER = re.compile(r"(?<!\w)[1-9][0-9]{14,15}(?!\w)")
"""Longer numbers are left alone: lists of orders put a running number right before each."""

PARCEL = re.compile(r"(?<!\w)[0-9A-Z]{10,30}(?!\w)")
ORDER_IN_LINK = re.compile(r"(?<![A-Za-z_])(?:tradeOrderId|orderId|o_ids)=([0-9]{15,20}(?:,[0-9]{15,20})*)(?![0-9])")
PARCEL_IN_LINK = re.compile(r"(?<![A-Za-z_])(?:trackingNumber|mailNo)=([0-9A-Z]{10,30})(?!\w)")
SHIPMENT = re.compile(r"(?<![A-Za-z_])tradeOrderId=([1-9][0-9]{14,19})&trackingNumber=([0-9A-Z]{10,30})(?!\w)")

MOST_TOTALS = 10
"""A mail that calls more amounts its total names none."""

AMOUNT = r"([^0-9\n]{0,6}?) ?([0-9][0-9.,' ]{0,15}(?<=[0-9]))(?= ?([^0-9\s]{0,4}))"
TOTAL = re.compile(rf"(?<!\w)(?:{LABEL})[ :\n]{{0,3}}{AMOUNT}")


def orders_in(body: Body) -> frozenset[str]:
    """The orders that the mail names, in its links or after the word for it."""
    linked = (number for found in ORDER_IN_LINK.findall(body.source) for number in found.split(","))
    found = (*linked, *numbers_after(AFTER_ORDER, ORDER, body.text))
    return frozenset(number for number in found if not number.startswith("0"))


def parcels_in(body: Body) -> frozenset[str]:
    """The parcels that the mail names, in its links or after the word for it."""
    found = (*PARCEL_IN_LINK.findall(body.source), *numbers_after(AFTER_PARCEL, PARCEL, body.text))
    return frozenset(filter(is_number, found))


def numbers_after(words: re.Pattern[str], number: re.Pattern[str], text: str) -> Iterator[str]:
    """The numbers right before which the words stand."""
    for found in number.finditer(text):
        if words.search(text, max(0, found.start() - LONGEST_BEFORE), found.start()):
            yield found[0]


def shipments_in(body: Body) -> tuple[Shipment, ...]:
    """The parcels that the links of the mail name together with their orders, each once."""
    return tuple(dict.fromkeys(Shipment(*pair) for pair in SHIPMENT.findall(body.source) if is_number(pair[1])))


def total_in(body: Body, terms: Terms) -> Money | None:
    """The amount paid, `None` unless the mail names exactly one with its currency."""
    spelled = set(TOTAL.findall(body.text))
    if len(spelled) > MOST_TOTALS:
        return None
    totals = {money for found in spelled if (money := money_of(found, terms)) is not None}
    return totals.pop() if len(totals) == 1 else None


def money_of(found: tuple[str, str, str], terms: Terms) -> Money | None:
    """The amount in the digits, in the currency that stands before or after them; `None` in doubt."""
    before, digits, after = found
    signs = [sign for sign in (before.strip(), after.strip(" .,;")) if sign]
    codes = {code for sign in signs if (code := currency_of(sign))}
    if not codes and terms.currency and all(category(character) == "Sc" for sign in signs for character in sign):
        codes = {terms.currency}
    try:
        return Money(Amounts(terms.decimal, lambda: (digits,)).read(digits), codes.pop()) if len(codes) == 1 else None
    except Unreadable:
        return None

"""What the order list and the order detail have in common once they are saved: the page, and how it spells values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aliorder.domain.order import Event, Item, Money, When
from aliorder.domain.statuses import normalised
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Problem, Remark, Terms
from aliorder.importers.pages.tree import Part
from aliorder.importers.pages.words import CANCEL_WORDS
from aliorder.importers.values.amounts import Amounts, NoCurrency
from aliorder.importers.values.days import Days
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.reading import Unreadable, read_count, read_text, shown, written

NUMBER = re.compile(r"(?<![0-9])[0-9]{12,20}(?![0-9])")
"""An order number in a text. The oldest have 14 digits; a day in digits has 8."""

NUMBER_IN_LINK = re.compile(r"[?&;](?:orderId|tradeOrderId|tradeId)=([0-9]{12,20})(?![0-9])")
COLON = re.compile("\\s*[:\uff1a]+\\s*")
PIECES = re.compile(r"(.*?)\s*[x×]\s*([0-9]{1,6})", re.DOTALL | re.IGNORECASE)
PRICE = "es--wrap"
"""The class of an amount, each character of which may be an element of its own."""

NO_CURRENCY = Remark("amounts whose currency is not named were left out; name it with --currency, for example USD")
BREAKS_OFF = "the page breaks off in the middle of this order; save it again"


@dataclass(frozen=True)
class Page:
    """A saved page: its tree, and the address at which it was.

    `seen` is when it was saved, which is `assumed` where the file does not tell. `last` is the element in which the
    file breaks off, `None` if it is whole.
    """

    file: str
    root: Part
    address: str
    terms: Terms
    seen: datetime
    assumed: bool
    last: Part | None

    def breaks_off_in(self, names: Iterable[str]) -> bool:
        """Whether the file breaks off in an element of one of these classes."""
        return self.last is not None and self.last.is_within(frozenset(names))

    def fields(self, values: Mapping[str, object], place: str, problems: list[Problem]) -> Fields:
        """The texts found for an order, as fields."""
        return Fields(dict(values), self.file, place, problems)


class Values:
    """Reads the days and amounts of one page, all of which decide together what one leaves open.

    `nameless` tells whether an amount was left out because nobody names its currency.
    """

    def __init__(self, page: Page, days: Callable[[], Iterable[str]], amounts: Callable[[], Iterable[str]]) -> None:
        self.nameless = False
        self._latest = (page.seen + timedelta(days=1)).date()
        self._days = Days(page.terms.date_order, days)
        self._amounts = Amounts(page.terms.decimal, amounts, page.terms.currency)

    def event(self, fields: Fields, kind: EventKind) -> tuple[Event, ...]:
        """The event on the day under its own name, or none if there is no day that can be believed."""
        day = fields.read(kind, self._day)
        return (Event(kind, When(day)),) if day else ()

    def _day(self, value: object) -> date:
        day = self._days.read(written(value))
        if day > self._latest:
            raise Unreadable(f"{shown(value)} is later than the page itself")
        return day

    def money(self, value: object) -> Money | None:
        """The amount, which is not below zero; `None` if nobody names its currency. Raises `Unreadable`."""
        try:
            found = self._amounts.money(written(value))
        except NoCurrency:
            self.nameless = True
            return None
        if found.amount < 0:
            raise Unreadable(f"{shown(value)} is less than nothing")
        return found


def text_in(part: Part, name: str, skip: Iterable[str] = ()) -> str | None:
    """What the first element of the class `name` shows; `None` if there is none."""
    found = part.first(name)
    return found.text(frozenset(skip)) if found else None


def price_in(part: Part | None, skip: Iterable[str] = ()) -> str | None:
    """The amount that an element shows, without the label before it; `None` without the element."""
    if part is None:
        return None
    marked = part.first(PRICE)
    return marked.text() if marked else COLON.split(part.text(frozenset(skip)))[-1]


def after_colon(text: str) -> str:
    """The text after the label; all of it if there is no label."""
    parts = COLON.split(text, maxsplit=1)
    return parts[-1]


def item_in(fields: Fields, values: Values, title: str | None, price: str | None, pieces: str | None) -> Item | None:
    """The item with these texts, or `None` if it has no title. Raises `OrderRefused` if its quantity cannot be read."""
    alone = PIECES.fullmatch(price) if price and not pieces else None
    if alone:
        price, pieces = alone[1], alone[2]
    own = fields.below("item", {"title": title, "price": price, "quantity": (pieces or "").strip(" xX×") or None})
    name = own.read("title", read_text)
    if name is None:
        return None
    return Item(None, name, own.need("quantity", read_count) or 1, own.read("price", values.money))


def offers_to_cancel(part: Part) -> bool | None:
    """True if one of the buttons in it cancels the order; `None` if none does, for another page may have it."""
    buttons = (piece for piece in part.inner() if piece.tag in ("a", "button"))
    return any(normalised(button.text()) in CANCEL_WORDS for button in buttons) or None


def numbers_in_links(part: Part) -> list[str]:
    """The order numbers that the links in the element name, and its own link, each once."""
    found = (NUMBER_IN_LINK.search(piece.attributes.get("href", "")) for piece in (part, *part.inner()))
    return list(dict.fromkeys(match[1] for match in found if match))

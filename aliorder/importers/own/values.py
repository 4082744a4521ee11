"""Single values in the cells of our own table, made exact or refused with `Unreadable`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TypeVar

from aliorder.domain.order import UNKNOWN, Event, Money, When
from aliorder.importers import Terms
from aliorder.importers.tables.table import Table
from aliorder.importers.values.amounts import Amounts
from aliorder.importers.values.days import Days
from aliorder.importers.values.reading import (
    EXPONENT,
    Unreadable,
    read_currency,
    read_order_number,
    read_payment,
    shown,
)
from aliorder.importers.values.text import clean
from aliorder.records import values
from aliorder.records.cells import DEADLINE_COLUMNS, EVENT_COLUMNS, MARK, REFUND_COLUMNS, parts
from aliorder.words.safe import cut

Value = TypeVar("Value")

EXACT_DIGITS = 15
"""So many digits of a number a spreadsheet keeps; it makes zeros of the rest."""

REMEMBERED = 64
"""So many ways of paying are remembered by their spelling: a file has few."""

AMOUNT = re.compile(r"-?[0-9]{1,25}(?:\.[0-9]{1,25})?")
EVENT = re.compile(r"([a-z-]{1,40})=(\S{1,60})(?: (\S{1,60}) (\S{1,10}))?")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]", re.ASCII)
YES_NO = {"yes": True, "true": True, "no": False, "false": False}
DATES = (*EVENT_COLUMNS.values(), *DEADLINE_COLUMNS.values())
AMOUNTS = ("unit price", "total", *(f"{name} amount" for name in REFUND_COLUMNS.values()))


class CellReader:
    """Reads single cells of one file. `places` tells where its columns stand."""

    def __init__(self, table: Table, places: Mapping[str, int], terms: Terms) -> None:
        self.terms = terms
        self._table = table
        self._places = places
        self._days = Days(terms.date_order, lambda: self._samples(DATES))
        self._amounts = Amounts(terms.decimal, lambda: self._samples(AMOUNTS))
        self.payment = lru_cache(REMEMBERED)(lambda text: read_payment(text, terms.policy.methods.values()))

    def number(self, text: str) -> str:
        """The number of an order. Raises `Unreadable`, also if a spreadsheet may have rounded it; no guarded one is."""
        number = read_order_number(text.removeprefix(MARK))
        sure = text.startswith(MARK) or self.terms.trust_numbers
        if is_rounded(number) and not sure and not self._keeps_digits:
            raise Unreadable(
                f"{shown(number)} may be damaged by a spreadsheet, which makes zeros of the last digits; "
                "if the numbers are right, say so: --trust-numbers"
            )
        return number

    def when(self, text: str) -> When:
        """A day, a moment or `unknown`. Raises `Unreadable`."""
        if text.casefold() == "unknown":
            return UNKNOWN
        if MOMENT.match(text):
            return When(at=known(lambda: values.moment(text, "")))
        try:
            return values.when(text, None)
        except values.Unreadable:
            return When(self._days.read(text))

    def amount(self, text: str) -> Decimal:
        """An amount. Raises `Unreadable`."""
        return Decimal(text) if AMOUNT.fullmatch(text) else self._amounts.read(text)

    def event(self, text: str) -> Event:
        """An event as `KIND=WHEN`, with or without its amount. Raises `Unreadable`."""
        match = EVENT.fullmatch(text)
        if match is None:
            raise Unreadable(f"{shown(text)} is not an event (known: paid=2026-11-20)")
        kind = known(lambda: values.one_of(values.KNOWN_EVENTS, match[1], ""))
        amount = Money(self.amount(match[3]), read_currency(match[4])) if match[3] else None
        return Event(kind, self.when(match[2]), amount)

    @cached_property
    def _keeps_digits(self) -> bool:
        """Whether some number in the file still has all its digits: then no spreadsheet has rounded the others."""
        texts = self._table.glimpses(self._places["order"])
        return any(is_long(text.strip(' "')) and not is_rounded(text.strip(' "')) for text in texts)

    def _samples(self, names: Sequence[str]) -> Iterator[str]:
        """All values in the columns of these names."""
        places = [self._places[name] for name in names if name in self._places]
        for row in self._table.rows():
            for place in places:
                yield from parts(row.cells[place])


def is_long(number: str) -> bool:
    """Whether these are more digits than a spreadsheet keeps."""
    return len(number) > EXACT_DIGITS and number.isascii() and number.isdigit()


def is_rounded(number: str) -> bool:
    """Whether the number ends as one that a spreadsheet has rounded."""
    return is_long(number) and not number[EXACT_DIGITS:].strip("0")


def known(read: Callable[[], Value]) -> Value:
    """What `read` gives; its problem in the words of an importer."""
    try:
        return read()
    except values.Unreadable as problem:
        raise Unreadable(problem.why) from None


def read_id(text: str) -> str:
    """The id of a line of an order. Raises `Unreadable` if a spreadsheet has made a rough number of it."""
    if EXPONENT.fullmatch(text):
        raise Unreadable(f"{shown(text)} is the id of a line damaged by a spreadsheet: its last digits are lost")
    return cut(clean(text), 100)


def read_quantity(text: str) -> int:
    """A number of pieces. Raises `Unreadable`."""
    if not re.fullmatch("[0-9]{1,9}", text):
        raise Unreadable(f"{shown(text)} is not a number of pieces")
    return int(text)


def read_yes_no(text: str) -> bool:
    """Yes or no. Raises `Unreadable`."""
    answer = YES_NO.get(text.casefold())
    if answer is None:
        raise Unreadable(f"{shown(text)} is neither yes nor no")
    return answer

"""The amounts in a table, with the currency that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache

from aliorder.domain.order import Money
from aliorder.importers import Terms
from aliorder.importers.values.amounts import Amounts, NoCurrency
from aliorder.importers.values.reading import Unreadable, read_price, shown

CURRENCIES = 256
"""So many texts beside amounts are remembered."""

PLAIN = re.compile(r"[0-9]{1,9}\.[0-9]{2}")
AROUND_CURRENCY = "0123456789.,'|+- \u2019\u00a0\u202f"


class Moneys:
    """Reads the amounts of one table. `nameless` tells whether one was left out because nobody names its currency."""

    def __init__(self, terms: Terms, samples: Callable[[], Iterable[str]]) -> None:
        self.nameless = False
        self._amounts = Amounts(terms.decimal, samples, terms.currency)
        self._plain_in = lru_cache(CURRENCIES)(self._currency_of_plain)

    def read(self, text: str, beside: str = "") -> Money | None:
        """The amount in the currency that it and the text beside it name; `None` if they name none.

        It may be in the site's three parts, `$1.50|1|50`. Raises `Unreadable`, also for one below zero.
        """
        currency = self._plain_in(beside) if PLAIN.fullmatch(text) else None
        if currency:
            return Money(Decimal(text), currency)
        try:
            money = self._read(text.strip(), beside)
        except NoCurrency:
            self.nameless = True
            return None
        if money.amount < 0:
            raise Unreadable(f"{shown(text)} is less than nothing")
        return money

    def _read(self, text: str, beside: str) -> Money:
        if text.count("|") == 2:
            sign = text.partition("|")[0].strip(AROUND_CURRENCY)
            return Money(read_price(text), self._amounts.money(f"1 {sign}", beside).currency)
        return self._amounts.money(text, beside)

    def _currency_of_plain(self, beside: str) -> str | None:
        """The currency of amounts like `1.00` beside this text; `None` if they cannot be read right away."""
        try:
            sample = self._amounts.money("1.00", beside)
        except Unreadable:
            return None
        return sample.currency if sample.amount == 1 else None

"""The amounts of one file, made exact or refused with `Unreadable`; nothing is guessed.

Where one amount alone leaves open which mark its decimals have, all amounts of the file decide together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache

from aliorder.domain.order import Money
from aliorder.importers import DecimalMark
from aliorder.importers.values.currency_signs import meant_by
from aliorder.importers.values.reading import Unreadable, shown
from aliorder.importers.values.spelled_amounts import LONGEST, Readings, Spelled, currency_of, spelled_amount
from aliorder.importers.values.spelling import plain

__all__ = ["Amounts", "NoCurrency", "currency_of"]

REMEMBERED = 4096
"""So many texts are remembered: the rows of a file share many amounts."""


class NoCurrency(Unreadable):
    """An amount whose currency nobody names, or whose sign several currencies share."""


class Amounts:
    """Reads the amounts of one file.

    `decimal` is the mark that the buyer says the decimals have. `samples` gives all amounts of the file anew; it is
    asked once at most, and only when one amount alone leaves its mark open. `currency` is the code of those amounts
    that name none, or only a sign that several share with it.
    """

    def __init__(
        self, decimal: DecimalMark | None, samples: Callable[[], Iterable[str]], currency: str | None = None
    ) -> None:
        self._decimal = decimal
        self._samples = samples
        self._currency = currency
        self._remembered = lru_cache(REMEMBERED)(spelled_amount)
        self._named = lru_cache(REMEMBERED)(named)

    def read(self, text: str) -> Decimal:
        """The amount, with as many places as the text has, below zero after a minus.

        A sign of a currency may stand beside it. Raises `Unreadable` for everything else, and for an amount that can
        be read in two ways.
        """
        found = self._spelled(text)
        return self._decided(text, found, found.codes)

    def money(self, text: str, currency: str | None = None) -> Money:
        """The amount in the currency that its own sign and `currency`, a code or sign beside it, name together.

        Raises `NoCurrency` if they leave it open and the file has none for such amounts, and `Unreadable` if they
        contradict each other, or as `read` does.
        """
        found = self._spelled(text)
        beside = self._named(currency[: LONGEST + 1]) if currency else None
        code = self._code(text, beside if found.codes is None else common(found.codes, beside))
        return Money(self._decided(text, found, frozenset((code,))), code)

    def _spelled(self, text: str) -> Spelled:
        found = self._remembered(text) if len(text) <= LONGEST else None
        if found is None:
            raise Unreadable(f"{shown(text)} is not an amount")
        return found

    def _code(self, text: str, codes: frozenset[str] | None) -> str:
        if codes is not None and len(codes) == 1:
            return next(iter(codes))
        if self._currency and (codes is None or self._currency in codes):
            return self._currency
        if codes is None:
            raise NoCurrency(f"{shown(text)} has no currency; name it with --currency")
        if not codes:
            raise Unreadable(f"{shown(text)} is in another currency than the one beside it")
        raise NoCurrency(f"{shown(text)} has a sign that several currencies share; name the right one with --currency")

    def _decided(self, text: str, found: Spelled, codes: frozenset[str] | None) -> Decimal:
        readings = found.within(codes)
        if self._decimal:
            if self._decimal not in readings:
                raise Unreadable(f"{shown(text)} contradicts --decimal {self._decimal}")
            return readings[self._decimal]
        amount, *others = readings.values()
        if not others or others == [amount]:
            return amount
        proven = self._evidence.get(found.sign) or frozenset().union(*self._evidence.values())
        if len(proven) == 1:
            return readings[next(iter(proven))]
        why = "the file has amounts of both kinds" if proven else "say which"
        raise Unreadable(f"{shown(text)} is {spelled_out(readings)}: {why}")

    @cached_property
    def _evidence(self) -> Mapping[str, frozenset[DecimalMark]]:
        return marks_in(self._samples())


def named(currency: str) -> frozenset[str] | None:
    """The currencies that a code or sign in a field of its own can mean; `None` for a blank one."""
    if not currency.strip():
        return None
    codes = meant_by(plain(currency)) if len(currency) <= LONGEST else None
    if codes is None:
        raise Unreadable(f"{shown(currency)} is not a currency")
    return codes


def common(codes: frozenset[str], beside: frozenset[str] | None) -> frozenset[str]:
    """The currencies that both name; the first ones where the second are not named at all."""
    return codes if beside is None else codes & beside


def spelled_out(readings: Readings) -> str:
    """The readings, each with the option that chooses it."""
    return " or ".join(f"{amount} (--decimal {mark})" for mark, amount in readings.items())


def marks_in(samples: Iterable[str]) -> Mapping[str, frozenset[DecimalMark]]:
    """The marks that single amounts prove, by the sign of their currency: a page may write each in its own way.

    Holds only one text at a time, and a few to save work.
    """
    remembered = lru_cache(REMEMBERED)(spelled_amount)
    proven: dict[str, frozenset[DecimalMark]] = {}
    for sample in samples:
        found = remembered(sample) if len(sample) <= LONGEST else None
        marks = frozenset(found.within(found.codes)) if found else frozenset()
        if found and len(marks) == 1:
            proven[found.sign] = proven.get(found.sign, frozenset()) | marks
    return proven

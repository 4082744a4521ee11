"""One amount as it is written: its sign, its digits, and what these can mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from aliorder.importers import DecimalMark
from aliorder.importers.values.currency_signs import meant_by
from aliorder.importers.values.spelling import plain

LONGEST = 60
"""No amount is longer, in characters."""

WHOLE_DIGITS = 12
"""An amount has at most so many digits before its mark."""

NO_DECIMALS = frozenset(["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV"])
NO_DECIMALS |= {"XAF", "XOF", "XPF"}
"""Currencies without a minor unit, by ISO 4217."""

PLAINEST = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
AMOUNT = re.compile("([^0-9]*)([0-9](?:[0-9.,' \u2019\u066b\u066c]*[0-9])?)([^0-9]*)")
BETWEEN = re.compile("[^0-9]")
ARABIC_MARK = "\u066b"
ONE_SPELLING = str.maketrans({"\u2019": "'", "\u066c": "'", "\u2212": "-", ARABIC_MARK: "."})


def number(mark: str, between: str) -> re.Pattern[str]:
    """What is a number if this is the mark of its decimals, and those may stand between its thousands.

    Digits go in threes, or, as in India, in twos before the last three.
    """
    threes = rf"[1-9][0-9]{{0,2}}(?P<mark>[{between}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
    twos = rf"[1-9][0-9]?(?P<comma>[{between}])(?:[0-9]{{2}}(?P=comma))+[0-9]{{3}}"
    return re.compile(rf"(?P<whole>[0-9]+|{threes}|{twos})(?:[{mark}](?P<places>[0-9]{{1,4}}))?")


NUMBERS: Mapping[DecimalMark, re.Pattern[str]] = {"comma": number(",", ".' "), "point": number(".", ",' ")}

Readings = Mapping[DecimalMark, Decimal]


class Spelled(NamedTuple):
    """An amount as it is written.

    `sign` is all that stands beside the digits, `codes` the currencies that it can mean (`None`: there is no sign).
    `readings` has the amount for each mark that its decimals can have; never empty.
    """

    sign: str
    codes: frozenset[str] | None
    readings: Readings

    def within(self, codes: frozenset[str] | None) -> Readings:
        """The readings that stay where only these currencies are possible: without a minor unit no decimals."""
        if len(self.readings) == 1 or not codes or not codes <= NO_DECIMALS:
            return self.readings
        return {mark: amount for mark, amount in self.readings.items() if amount.as_tuple().exponent == 0}


def spelled_amount(text: str) -> Spelled | None:
    """The amount that the whole text spells; `None` if it spells none."""
    plainest = PLAINEST.fullmatch(text)
    if plainest:  # what most sheets hold, and five times as fast
        amount = Decimal(text)
        return Spelled("", None, {"point": amount} if plainest[1] else {"comma": amount, "point": amount})
    match = AMOUNT.fullmatch(plain(text)) if len(text) <= LONGEST else None
    if match is None:
        return None
    before, minus = without_minus(match[1].translate(ONE_SPELLING).strip())
    signs = [sign for sign in (before, match[3].strip()) if sign]
    meant = [meant_by(sign) for sign in signs]
    codes = [known for known in meant if known is not None]
    readings = readings_of(match[2])
    if not readings or len(codes) < len(signs):
        return None
    if minus:
        readings = {mark: -amount if amount else amount for mark, amount in readings.items()}
    return Spelled(" ".join(signs), frozenset.intersection(*codes) if codes else None, readings)


def without_minus(sign: str) -> tuple[str, bool]:
    """What stands before the digits, without a minus at either end of it, and whether there was one."""
    if sign.startswith("-"):
        return sign[1:].strip(), True
    return sign.removesuffix("-").strip(), sign.endswith("-")


def readings_of(digits: str) -> Readings:
    """The number for each mark that its decimals can have; empty if it is none."""
    text = digits.translate(ONE_SPELLING)
    marks: tuple[DecimalMark, ...] = ("point",) if ARABIC_MARK in digits else ("comma", "point")
    found = {mark: value_of(NUMBERS[mark].fullmatch(text)) for mark in marks}
    return {mark: value for mark, value in found.items() if value is not None}


def value_of(match: re.Match[str] | None) -> Decimal | None:
    """The number that was matched; `None` if none was, or if it is too long."""
    if match is None:
        return None
    whole = BETWEEN.sub("", match["whole"])
    if len(whole) > WHOLE_DIGITS:
        return None
    return Decimal(f"{whole}.{match['places']}" if match["places"] else whole)


def currency_of(text: str) -> str | None:
    """The ISO 4217 code that a sign (`US $`), a code or an amount with either names; `None` if not exactly one."""
    if len(text) > LONGEST:
        return None
    codes = meant_by(plain(text))
    if codes is None:
        found = spelled_amount(text)
        codes = found.codes if found else None
    return next(iter(codes)) if codes and len(codes) == 1 else None

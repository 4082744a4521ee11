"""The dates of one file, made exact or refused with `Unreadable`; nothing is guessed.

Where the order of day and month, or the language of a month, is open, all dates of the file decide together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from aliorder.importers import DateOrder
from aliorder.importers.values.month_names import meanings
from aliorder.importers.values.named_days import LONGEST, NamedDay, day_of, named_day
from aliorder.importers.values.reading import FIRST_YEAR, LAST_YEAR, Unreadable, only_day, shown
from aliorder.importers.values.spelling import plain

REMEMBERED = 4096
"""So many texts are remembered: the rows of a file share few dates."""

HALF = r"(?:(?:오전|오후|上午|下午|午前|午後) ?)?"
CLOCK = HALF + r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?(?: ?[ap]\.?m\.?)?"
ZONE = r"(?: ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))?"
AT = r"(?:(?:at|um|om|à|às|a las|alle|в|\u043e|kl\.?|klo) )?"
TIME_FIRST = re.compile(rf"{CLOCK},? (.+)")
TIME_LAST = re.compile(rf"(.+?)(?:(?<=[0-9])t|,? {AT}){CLOCK}{ZONE}")

YEAR_FIRST = re.compile(r"([0-9]{4})( ?[./-] ?)([0-9]{1,2})\2([0-9]{1,2})\.?")
YEAR_LAST = re.compile(r"([0-9]{1,2})( ?[./-] ?)([0-9]{1,2})\2([0-9]{4})\.?(?: ?[\u0433\u0440]\.?)?")
"""At its end may stand the first letter of "year", as Bulgarians and Ukrainians write it."""

SERIAL = re.compile(r"[4-7][0-9]{4}(?:[.,][0-9]+)?")
"""A day as a spreadsheet keeps it: counted from 1900 or from 1904, which the text does not tell."""


class Evidence(NamedTuple):
    """What all dates of a file say together: the orders that one of them proves, the languages that have all names.

    `languages` is `None` where no date has a month's name.
    """

    orders: frozenset[DateOrder]
    languages: frozenset[str] | None


SILENT = Evidence(frozenset(), None)
"""What a text says that is no date."""


class Days:
    """Reads the dates of one file.

    `order` is what the buyer says of dates in digits only. `samples` gives all date texts of the file anew; it is
    asked once at most, and only when one date alone leaves something open.
    """

    def __init__(self, order: DateOrder | None, samples: Callable[[], Iterable[str]]) -> None:
        self._order = order
        self._samples = samples
        self._remembered = lru_cache(REMEMBERED)(self._read)

    def read(self, text: str) -> date:
        """The day that the text names; a time beside it is dropped, whatever its zone.

        Raises `Unreadable` for everything else, and for a day that can be read in two ways.
        """
        if len(text) > LONGEST:
            raise Unreadable(f"{shown(text)} is not a date")
        return self._remembered(text)

    def _read(self, text: str) -> date:
        spelled = without_time(plain(text))
        year_first = YEAR_FIRST.fullmatch(spelled)
        if year_first:
            day = day_of(*map(int, year_first.group(1, 3, 4)))
            return only_day(text, (day,) if day else ())
        year_last = readings_of(spelled)
        if year_last is not None:
            return self._in_digits(text, year_last)
        if SERIAL.fullmatch(spelled):
            raise Unreadable(
                f"{shown(text)} counts days as spreadsheets do; show that column as dates and save it again"
            )
        found = named_day(spelled)
        if found is None or not found.months():
            raise Unreadable(f"{shown(text)} cannot be read as a date without guessing (known: 2026-07-15)")
        return self._named(text, found)

    def _in_digits(self, text: str, readings: Mapping[DateOrder, date]) -> date:
        days = set(readings.values())
        if days and self._order:
            if self._order not in readings:
                raise Unreadable(f"{shown(text)} contradicts --date-order {self._order}")
            return readings[self._order]
        if len(days) < 2:
            return only_day(text, days)
        proven = self._evidence.orders
        if len(proven) == 1:
            return readings[next(iter(proven))]
        why = "the file has dates of both orders" if proven else "say which"
        raise Unreadable(f"{shown(text)} is {spelled_out(readings)}: {why}")

    def _named(self, text: str, found: NamedDay) -> date:
        if len(found.months()) == 1:
            return only_day(text, found.days())
        languages = self._evidence.languages
        return only_day(text, found.days(languages if found.months(languages) else None))

    @cached_property
    def _evidence(self) -> Evidence:
        return evidence_in(self._samples())


def without_time(spelled: str) -> str:
    """The text, spelled plainly, without a time of day before or after it."""
    match = TIME_FIRST.fullmatch(spelled) or TIME_LAST.fullmatch(spelled)
    return match[1] if match else spelled


def readings_of(spelled: str) -> Mapping[DateOrder, date] | None:
    """The days that three numbers with the year last name, in each order that gives one; `None` for other texts."""
    match = YEAR_LAST.fullmatch(spelled)
    if not match:
        return None
    first, second, year = map(int, match.group(1, 3, 4))
    days: dict[DateOrder, date | None] = {"dmy": day_of(year, second, first), "mdy": day_of(year, first, second)}
    return {order: day for order, day in days.items() if day and FIRST_YEAR <= day.year <= LAST_YEAR}


def spelled_out(readings: Mapping[DateOrder, date]) -> str:
    """The readings, each with the option that chooses it."""
    return " or ".join(f"{day} (--date-order {order})" for order, day in readings.items())


def evidence_in(samples: Iterable[str]) -> Evidence:
    """What the texts say together; holds only one of them at a time, and a few to save work."""
    remembered = lru_cache(REMEMBERED)(evidence_of)
    orders: frozenset[DateOrder] = frozenset()
    languages: frozenset[str] | None = None
    for sample in samples:
        said = remembered(sample) if len(sample) <= LONGEST else SILENT
        orders |= said.orders
        if said.languages is not None:
            languages = said.languages if languages is None else languages & said.languages
    return Evidence(orders, languages)


def evidence_of(text: str) -> Evidence:
    """What one text says."""
    spelled = without_time(plain(text))
    readings = readings_of(spelled)
    if readings is not None:
        return Evidence(frozenset(readings) if len(readings) == 1 else frozenset(), None)
    found = named_day(spelled)
    known = meanings(found.word) if found and found.word else frozenset()
    return Evidence(frozenset(), frozenset(language for language, _ in known) or None)

"""Days whose month has a name, or a number marked as the month: in whatever order, they read one way only."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from aliorder.importers.values.month_names import ENGLISH_MONTHS, FILLERS, meanings, word_of
from aliorder.importers.values.spelling import plain

LONGEST = 60
"""No date is longer, in characters."""

BETWEEN = r"\s.,،、/-"
PART = re.compile(rf"[0-9]+|[^0-9{BETWEEN}]+")
INSIDE = re.compile(rf"(?<=[^0-9{BETWEEN}])\.")
"""A dot that ends a word or shortens it."""

MONTH = r"(?:(?P<number>[0-9]{1,2}) (?:月|月份|월)|(?:tháng|thg) (?P<marked>[0-9]{1,2})|(?P<name>[^0-9]+))"
DAY, YEAR = "(?P<day>[0-9]{1,2})", "(?P<year>[0-9]{4})"
SHAPES = tuple(
    re.compile(" ".join(parts))
    for parts in ((DAY, MONTH, YEAR), (MONTH, DAY, YEAR), (YEAR, MONTH, DAY), (YEAR, DAY, MONTH))
)

BUDDHIST_YEARS = 543
"""So many years the Thai calendar is ahead."""

THAI_YEARS = range(2500, 2700)
"""Years that can only be those of the Thai calendar."""


class NamedDay(NamedTuple):
    """A day as it is written; `month` is `None` where only its name, `word`, is given."""

    year: int
    day: int
    month: int | None
    word: str

    def months(self, languages: frozenset[str] | None = None) -> frozenset[int]:
        """All months that it can be in if the text is in one of the languages (`None`: in any); empty if none."""
        month = self.month or ENGLISH_MONTHS.get(self.word)
        if month:
            return frozenset((month,))
        known = meanings(self.word)
        return frozenset(month for language, month in known if languages is None or language in languages)

    def days(self, languages: frozenset[str] | None = None) -> tuple[date, ...]:
        """The days of the calendar, in their order, that it can be in these languages."""
        found = (day_of(self.gregorian_year, month, self.day) for month in sorted(self.months(languages)))
        return tuple(day for day in found if day)

    @property
    def gregorian_year(self) -> int:
        """The year, which beside a Thai month may be one of the Thai calendar."""
        return self.year - BUDDHIST_YEARS if self.is_thai and self.year in THAI_YEARS else self.year

    @property
    def is_thai(self) -> bool:
        """Whether the month is named in Thai."""
        return "\u0e01" <= self.word[:1] <= "\u0e5b"


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; `None` if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def named_day(text: str) -> NamedDay | None:
    """The day that the whole text spells, such as `3 août 2025` or `2025年8月3日`; `None` if it spells none."""
    if len(text) > LONGEST:
        return None
    parts = [part for part in PART.findall(INSIDE.sub("", plain(text))) if part not in FILLERS]
    match = next(filter(None, (shape.fullmatch(" ".join(parts)) for shape in SHAPES)), None)
    if match is None:
        return None
    number = match["number"] or match["marked"]
    return NamedDay(
        int(match["year"]), int(match["day"]), int(number) if number else None, word_of(match["name"] or "")
    )

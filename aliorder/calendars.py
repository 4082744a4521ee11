"""The business days of a country: its weekend and its public holidays, as the library `holidays` knows them."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from aliorder.domain.countries import COUNTRIES
from aliorder.domain.dates import MON_FRI, ONE_DAY, Calendar

if TYPE_CHECKING:
    from holidays import HolidayBase

BARE: frozenset[str] = frozenset({"BV", "HM", "IO"})
"""Islands without inhabitants, of which the library has no holidays."""

NO_LUNAR_DATES = "Requested Holidays are available only from"
"""How the library warns that it has the feasts of the moon for some years only; the others are still right."""


SATURDAY = 5


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """Whether a day is a business day of `country`; nothing is loaded before the first question."""

    country: str

    def __call__(self, day: date) -> bool:
        """Whether `day` is neither of the weekend nor a public holiday; `calendar_of` says what that means."""
        return not self.is_weekend(day) and day not in holidays_in(self.country, day.year)

    def is_weekend(self, day: date) -> bool:
        """Whether money rests on `day`: on a Saturday, too, where Sunday is the only day of rest."""
        rests = library_of(self.country).is_weekend
        return rests(day) or (day.weekday() == SATURDAY and rests(day + ONE_DAY) and not rests(day - ONE_DAY))


def knows(country: str | None) -> bool:
    """Whether the public holidays of `country` (ISO 3166 alpha-2) are known."""
    return country in COUNTRIES and country not in BARE


@lru_cache(maxsize=512)
def calendar_of(country: str | None) -> Calendar:
    """The calendar of a buyer in `country` (ISO 3166 alpha-2); `MON_FRI` if its holidays are not known.

    A business day is neither of the weekend that the country had in that year nor a public holiday of the whole
    country, nor the day that makes up for one. Holidays of a region do not count. Our judgement, because money does not
    move then: where Sunday is the only day of rest Saturday is weekend, too, and a Saturday worked for the sake of a
    bridge day is no business day. Feasts of the moon are estimated for the years ahead; of years that the library does
    not cover, for most before 1901 and after 2100, only the weekend is known.

    To make a calendar costs nothing: the library is imported when it is first asked about a day.
    """
    if country is None or not knows(country):
        return MON_FRI
    return Calendar(country, BusinessDays(country))


@lru_cache(maxsize=512)
def library_of(country: str) -> HolidayBase:
    """What the library knows of a country, without any holidays: they stand in `holidays_in`, year by year."""
    from holidays import country_holidays  # noqa: PLC0415 - it takes 100 ms, and only days of a country need it

    return country_holidays(country, expand=False)


@lru_cache(maxsize=1024)
def holidays_in(country: str, year: int) -> frozenset[date]:
    """The public holidays of the whole country in that year, those that fall on a weekend, too."""
    from holidays import country_holidays  # noqa: PLC0415 - as above

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", NO_LUNAR_DATES, UserWarning)
        return frozenset(day for day in country_holidays(country, years=year) if day.year == year)

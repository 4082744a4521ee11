"""Days and moments: business days over a calendar, windows, and the clock of the site."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from aliorder.domain.order import When
    from aliorder.domain.policy import Unit

SITE_ZONE = ZoneInfo("America/Los_Angeles")
"""AliExpress shows its deadlines in Pacific time (help-centre copies, 2018 to 2022)."""

CHINA = timezone(timedelta(hours=8), "China")
"""China has one zone and no summer time."""

ONE_DAY = timedelta(days=1)
LAST_SECOND = time(23, 59, 59)


class Calendar(NamedTuple):
    """Which days count as business days; `id` is `mon-fri` or the country whose public holidays are left out."""

    id: str
    is_business_day: Callable[[date], bool]


def is_weekday(day: date) -> bool:
    """Whether `day` is a Monday, Tuesday, Wednesday, Thursday or Friday."""
    return day.weekday() < 5


MON_FRI = Calendar("mon-fri", is_weekday)
"""Monday to Friday without public holidays: the calendar of a buyer whose country is not known."""

CalendarOf = Callable[[str | None], Calendar]
"""Which calendar counts for a buyer in that country (ISO 3166 alpha-2), or in one that is not known."""


@lru_cache(maxsize=8192)
def add_business_days(start: date, count: int, calendar: Calendar = MON_FRI) -> date:
    """The day `count` business days after `start`: day 0 is `start` itself, weekend or not."""
    day = start
    while count > 0:
        day += ONE_DAY
        if calendar.is_business_day(day):
            count -= 1
    return day


def business_days_between(start: date, end: date, calendar: Calendar = MON_FRI) -> int:
    """How many business days lie after `start`, up to and including `end`: what `add_business_days` went forward."""
    return sum(calendar.is_business_day(start + timedelta(days=ahead)) for ahead in range(1, (end - start).days + 1))


@lru_cache(maxsize=8192)
def end_of_site_day(day: date) -> datetime:
    """The last second of `day` in the site's clock, inclusive."""
    return datetime.combine(day, LAST_SECOND, SITE_ZONE)


@lru_cache(maxsize=8192)
def start_of_site_day(day: date) -> datetime:
    """The first moment of `day` in the site's clock."""
    return datetime.combine(day, time(), SITE_ZONE)


def china_day(at: datetime) -> date:
    """The day that it is in China at the moment `at`."""
    return at.astimezone(CHINA).date()


@lru_cache(maxsize=512)
def start_of_china_day(day: date) -> datetime:
    """The first moment of `day` in China."""
    return datetime.combine(day, time(), CHINA)


def site_day(when: When) -> date | None:
    """The day of `when` in the site's clock; a day without a time is that day there, too."""
    if when.at is not None:
        return when.at.astimezone(SITE_ZONE).date()
    return when.day


def own_day(when: When, now: datetime) -> date | None:
    """The day of `when` in the zone of `now`, the user's."""
    if when.at is not None:
        return when.at.astimezone(now.tzinfo).date()
    return when.day


def first_moment(when: When, now: datetime) -> datetime | None:
    """The earliest moment that `when` can mean, a day without a time being one in the zone of `now`."""
    if when.at is not None or when.day is None:
        return when.at
    return datetime.combine(when.day, time(), now.tzinfo)


def last_moment(when: When, now: datetime) -> datetime | None:
    """The latest moment that `when` can mean, a day without a time being one in the zone of `now`."""
    if when.at is not None or when.day is None:
        return when.at
    return datetime.combine(when.day, LAST_SECOND, now.tzinfo)


def later(start: datetime, span: timedelta) -> datetime:
    """The moment exactly `span` after `start`, in its zone, whatever the clocks there do in between."""
    return (start.astimezone(UTC) + span).astimezone(start.tzinfo)


def is_site_day(at: datetime) -> bool:
    """Whether the deadline `at` is the end or the beginning of a day at the site, and no moment within one."""
    return at.tzinfo is SITE_ZONE and at.time() in (LAST_SECOND, time())


def day_after(start: date, value: int, unit: Unit, calendar: Calendar = MON_FRI) -> date:
    """The day that is `value` days or business days after `start`; hours are not days."""
    if unit == "business-days":
        return add_business_days(start, value, calendar)
    return start + timedelta(days=value)

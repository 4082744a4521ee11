"""When sellers are taken to be at work, the short holidays held against a calendar that was made elsewhere."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

import holidays
import pytest

from aliorder.domain.policy import SellerHoliday, SellerHours
from aliorder.domain.seller import leaving_day
from aliorder.policies.seller_holidays import SELLER_HOLIDAYS
from aliorder.policies.seller_hours import READ, SELLER_HOURS, SHORT_HOLIDAYS

ONE_DAY = timedelta(days=1)
NAMES = {
    "New Year's Day holiday": "New Year's Day",
    "Qingming Festival": "Tomb-Sweeping Day",
    "Dragon Boat Festival": "Dragon Boat Festival",
    "Mid-Autumn Festival": "Mid-Autumn Festival",
}
"""Ours, and what the other calendar calls them."""

CHINA = holidays.country_holidays("CN", years=range(2018, 2042), language="en_US")
DAYS = [date(2019, 1, 1) + timedelta(days=ahead) for ahead in range((date(2041, 1, 1) - date(2019, 1, 1)).days)]


def days_of(holiday: SellerHoliday) -> set[date]:
    """All days of a holiday, from the one on which the first sellers leave."""
    first = leaving_day(holiday)
    return {first + timedelta(days=ahead) for ahead in range((holiday.last - first).days + 1)}


SHORT = set[date]().union(*(days_of(holiday) for holiday in SHORT_HOLIDAYS))
LONG = set[date]().union(*(days_of(holiday) for holiday in SELLER_HOLIDAYS))


def time_off(day: date) -> set[date]:
    """The unbroken days off of which `day` is one, weekends moved away left out; none if it is worked."""
    found = set[date]()
    for step in (ONE_DAY, -ONE_DAY):
        at = day
        while not CHINA.is_working_day(at):
            found.add(at)
            at += step
    return found


def test_the_hours_are_an_assumption_of_ours() -> None:
    assert SellerHours("seller-hours", time(9), time(18), 0, 5, ("judgement",), READ) == SELLER_HOURS


def test_every_public_holiday_of_another_calendar_is_a_day_off_here() -> None:
    worked = [day for day in DAYS if day in CHINA and day.weekday() <= SELLER_HOURS.last_day]
    assert [day for day in worked if day not in SHORT and day not in LONG] == []


def test_a_day_is_off_exactly_if_it_is_in_that_calendar_with_the_weekend_around() -> None:
    off = {day for day in DAYS if (run := time_off(day)) and not run & LONG and any(each in CHINA for each in run)}
    assert off == SHORT & set(DAYS)


@pytest.mark.parametrize("holiday", SHORT_HOLIDAYS, ids=lambda row: row.id)
def test_a_short_holiday_has_its_own_name_in_that_calendar(holiday: SellerHoliday) -> None:
    named = {CHINA[day].removesuffix(" (observed)") for day in days_of(holiday) if day in CHINA}
    assert {name for name in named if "Day off" not in name} == {NAMES[holiday.name]}


def test_they_follow_one_another_and_overlap_no_long_one() -> None:
    assert all(before.last < after.first for before, after in pairwise(SHORT_HOLIDAYS))
    assert SHORT.isdisjoint(LONG)


def test_none_is_longer_than_a_long_weekend() -> None:
    assert {(holiday.last - holiday.first).days + 1 for holiday in SHORT_HOLIDAYS} == {1, 3}


def test_every_year_has_its_own_but_those_that_a_long_holiday_takes_in() -> None:
    found = {holiday.id for holiday in SHORT_HOLIDAYS}
    stems = ("new-years-day", "qingming", "dragon-boat", "mid-autumn")
    wanted = {f"{stem}-{year}" for stem in stems for year in range(2019, 2041)}
    assert sorted(wanted - found) == [
        *(f"mid-autumn-{year}" for year in (2020, 2023, 2025, 2028, 2031, 2036, 2039)),
    ]
    assert len(found) == len(SHORT_HOLIDAYS)


def test_a_span_is_official_as_far_as_it_was_announced_and_names_where() -> None:
    grounds = {(holiday.last.year <= 2026, holiday.official, holiday.sources) for holiday in SHORT_HOLIDAYS}
    assert grounds == {(True, True, ("state-council",)), (False, False, ("holidays-library",))}


def test_nobody_leaves_early_for_a_short_holiday_or_is_slow_after() -> None:
    assert {(holiday.leave_early, holiday.slow_after) for holiday in SHORT_HOLIDAYS} == {(0, False)}

"""The holidays that stop sellers, held against a calendar that was made elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

from aliorder.domain.policy import SellerHoliday
from aliorder.policies.seller_holidays import NEW_YEARS_DAYS, SELLER_HOLIDAYS

YEARS = range(2019, 2041)
OFFICIAL = range(2019, 2027)
ONE_DAY = timedelta(days=1)
CHINA = holidays.country_holidays("CN", years=range(2018, 2042), language="en_US")


def row(name: str) -> SellerHoliday:
    return next(holiday for holiday in SELLER_HOLIDAYS if holiday.id == name)


def days_off_around(day: date) -> tuple[date, date]:
    """The first and the last day of the unbroken time off that holds `day`, weekends moved away left out."""
    first = last = day
    while not CHINA.is_working_day(first - ONE_DAY):
        first -= ONE_DAY
    while not CHINA.is_working_day(last + ONE_DAY):
        last += ONE_DAY
    return first, last


@pytest.mark.parametrize("new_years_day", NEW_YEARS_DAYS, ids=str)
def test_a_new_years_day_is_that_of_another_calendar(new_years_day: date) -> None:
    named = [day for day, name in CHINA.items() if day.year == new_years_day.year and "Spring Festival" in name]
    assert min(named) == new_years_day


@pytest.mark.parametrize(
    "holiday", [holiday for holiday in SELLER_HOLIDAYS if holiday.official], ids=lambda row: row.id
)
def test_an_official_span_is_that_of_another_calendar(holiday: SellerHoliday) -> None:
    assert (holiday.first, holiday.last) == days_off_around(holiday.first + 2 * ONE_DAY)


@pytest.mark.parametrize("holiday", SELLER_HOLIDAYS, ids=lambda row: row.id)
def test_no_public_holiday_of_another_calendar_is_left_out(holiday: SellerHoliday) -> None:
    word = {"Spring Festival": "Spring Festival", "Labour Day holiday": "Labor Day", "National Day holiday": "National"}
    named = [day for day, name in CHINA.items() if day.year == holiday.first.year and word[holiday.name] in name]
    statutory = [day for day in named if "observed" not in CHINA[day]]
    assert statutory
    assert [day for day in statutory if not holiday.first <= day <= holiday.last] == []


def test_there_are_three_for_each_year_and_they_follow_one_another() -> None:
    kinds = ("spring-festival", "labour-day", "national-day")
    assert [holiday.id for holiday in SELLER_HOLIDAYS] == [f"{kind}-{year}" for year in YEARS for kind in kinds]
    assert all(before.last < after.first for before, after in pairwise(SELLER_HOLIDAYS))


def test_a_span_is_official_as_far_as_it_was_announced() -> None:
    assert {holiday.first.year for holiday in SELLER_HOLIDAYS if holiday.official} == set(OFFICIAL)
    assert {holiday.first.year for holiday in SELLER_HOLIDAYS if not holiday.official} == set(YEARS) - set(OFFICIAL)


def test_what_is_judged_says_so_and_what_is_official_does_not() -> None:
    assert [holiday.id for holiday in SELLER_HOLIDAYS if ("judgement" in holiday.sources) == holiday.official] == []


@pytest.mark.parametrize("new_years_day", [day for day in NEW_YEARS_DAYS if day.year not in OFFICIAL], ids=str)
def test_a_spring_festival_not_announced_yet_takes_eight_days_from_the_eve(new_years_day: date) -> None:
    holiday = row(f"spring-festival-{new_years_day.year}")
    assert (holiday.first, holiday.last) == (new_years_day - ONE_DAY, new_years_day + 6 * ONE_DAY)


def test_every_holiday_takes_longer_than_a_long_weekend() -> None:
    assert [holiday.id for holiday in SELLER_HOLIDAYS if holiday.last - holiday.first < 3 * ONE_DAY] == []


def test_sellers_leave_early_for_the_spring_festival_alone_and_are_slow_after() -> None:
    early = {holiday.name: (holiday.leave_early, holiday.slow_after) for holiday in SELLER_HOLIDAYS}
    assert early == {
        "Spring Festival": (3, True),
        "Labour Day holiday": (0, False),
        "National Day holiday": (0, False),
    }


@pytest.mark.parametrize(
    "name, first, last",
    [
        ("spring-festival-2020", date(2020, 1, 24), date(2020, 2, 2)),
        ("spring-festival-2026", date(2026, 2, 15), date(2026, 2, 23)),
        ("spring-festival-2027", date(2027, 2, 5), date(2027, 2, 12)),
        ("labour-day-2026", date(2026, 5, 1), date(2026, 5, 5)),
        ("national-day-2025", date(2025, 10, 1), date(2025, 10, 8)),
        ("national-day-2027", date(2027, 10, 1), date(2027, 10, 7)),
    ],
)
def test_some_as_the_texts_name_them(name: str, first: date, last: date) -> None:
    assert (row(name).first, row(name).last) == (first, last)

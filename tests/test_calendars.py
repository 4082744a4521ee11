"""Business days of countries: corners worked by hand, laws over all countries, and a second count by other means."""

from __future__ import annotations

import subprocess
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import DAILY, FR, MO, SU, TH, TU, WE, rrule, rruleset, weekday
from hypothesis import given
from hypothesis import strategies as st

from aliorder.calendars import BARE, BusinessDays, calendar_of, holidays_in, knows
from aliorder.domain.countries import COUNTRIES
from aliorder.domain.dates import MON_FRI, Calendar, add_business_days, business_days_between

KNOWN = sorted(set(COUNTRIES) - BARE)

CORNERS = [
    ("nothing to count, on a Sunday", "DE", "2026-11-22", 0, "2026-11-22"),
    ("Friday and Saturday are the weekend", "EG", "2026-11-26", 1, "2026-11-29"),
    ("a whole week from Sunday to Thursday", "SA", "2026-11-26", 5, "2026-12-03"),
    ("people work on Saturday and money rests", "HK", "2026-11-27", 1, "2026-11-30"),
    ("twenty over three such Saturdays", "VE", "2026-11-02", 20, "2026-11-30"),
    ("from a Friday of the weekend", "KW", "2026-11-27", 1, "2026-11-29"),
    ("from a Saturday of the weekend", "BD", "2026-11-28", 1, "2026-11-29"),
    ("over Victory Day, a Wednesday", "BD", "2026-12-15", 1, "2026-12-17"),
    ("over Yom Kippur, a Monday", "IL", "2026-09-20", 1, "2026-09-22"),
    ("Sunday is a working day", "IL", "2026-11-26", 1, "2026-11-29"),
    ("Friday and Sunday are the weekend, Saturday is not", "BN", "2026-11-26", 2, "2026-11-30"),
    ("before the Emirates moved their weekend", "AE", "2021-11-25", 1, "2021-11-28"),
    ("after the Emirates moved their weekend", "AE", "2022-11-24", 1, "2022-11-25"),
    ("over the turn at which they did", "AE", "2021-12-30", 1, "2022-01-03"),
    ("while the Saudi weekend was Thursday and Friday", "SA", "2012-11-21", 1, "2012-11-24"),
    ("Christmas on Thursday and Friday", "DE", "2025-12-24", 1, "2025-12-29"),
    ("Christmas on Friday and Saturday", "DE", "2026-12-24", 1, "2026-12-28"),
    ("New Year's Day", "DE", "2025-12-31", 1, "2026-01-02"),
    ("over Christmas and New Year", "DE", "2026-12-23", 6, "2027-01-04"),
    ("a holiday on a Saturday is not made up for", "DE", "2026-10-02", 1, "2026-10-05"),
    ("Epiphany is kept in a few states only", "DE", "2026-01-05", 1, "2026-01-06"),
    ("starting on Ascension Day", "DE", "2026-05-14", 1, "2026-05-15"),
    ("over Ascension Day", "FR", "2026-05-13", 1, "2026-05-15"),
    ("Bastille Day, a Tuesday", "FR", "2026-07-13", 1, "2026-07-15"),
    ("Independence Day, a Wednesday", "PL", "2026-11-10", 1, "2026-11-12"),
    ("starting on it", "PL", "2026-11-11", 1, "2026-11-12"),
    ("ending on the day before it", "PL", "2026-11-09", 1, "2026-11-10"),
    ("Christmas Eve is one since 2025", "PL", "2026-12-23", 1, "2026-12-28"),
    ("Christmas Eve was none before", "PL", "2024-12-23", 1, "2024-12-24"),
    ("Black Consciousness Day is one since 2024", "BR", "2026-11-19", 1, "2026-11-23"),
    ("Black Consciousness Day was none before", "BR", "2023-11-17", 1, "2023-11-20"),
    ("Thanksgiving", "US", "2026-11-25", 1, "2026-11-27"),
    ("Independence Day on a Saturday is kept on Friday", "US", "2026-07-02", 1, "2026-07-06"),
    ("New Year's Day on a Saturday is kept in the old year", "US", "2027-12-30", 1, "2028-01-03"),
    ("Boxing Day on a Saturday is kept on Monday", "GB", "2026-12-24", 1, "2026-12-29"),
    ("Easter Monday is not kept in Scotland", "GB", "2026-04-02", 1, "2026-04-06"),
    ("Golden Week with a day made up for", "JP", "2026-05-01", 1, "2026-05-07"),
    ("a day between two holidays is one", "JP", "2026-09-18", 1, "2026-09-24"),
    ("Chuseok, from Thursday to Saturday", "KR", "2026-09-23", 1, "2026-09-28"),
    ("a Saturday worked for a bridge day does not count", "HU", "2026-01-09", 1, "2026-01-12"),
    ("the bridge day itself does not count", "HU", "2025-12-31", 1, "2026-01-05"),
    ("a Sunday worked for a bridge day does not count", "CN", "2025-12-31", 1, "2026-01-05"),
    ("holidays are suspended in the war", "UA", "2026-12-24", 1, "2026-12-25"),
    ("twenty business days without a holiday", "DE", "2026-11-20", 20, "2026-12-18"),
    ("twenty business days over Thanksgiving", "US", "2026-11-20", 20, "2026-12-21"),
    ("twenty business days from Sunday to Thursday", "EG", "2026-11-22", 20, "2026-12-20"),
]


@pytest.mark.parametrize("what,country,start,count,end", CORNERS, ids=[f"{row[1]} {row[0]}" for row in CORNERS])
def test_the_business_days_of_a_country(what: str, country: str, start: str, count: int, end: str) -> None:
    found = add_business_days(date.fromisoformat(start), count, calendar_of(country))
    assert found == date.fromisoformat(end)


def test_nowhere_does_money_move_on_six_days_a_week_but_where_friday_alone_is_free() -> None:
    year = [date(2026, 1, 1) + timedelta(days=days) for days in range(365)]
    counted = {country: sum(map(calendar_of(country).is_business_day, year)) for country in COUNTRIES if knows(country)}
    assert [country for country, days in counted.items() if days > 261] == ["IR"]


HAND_WRITTEN: Mapping[str, tuple[Sequence[weekday], str, str]] = {
    "BR": (
        (MO, TU, WE, TH, FR),
        "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25",
        "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25",
    ),
    "DE": (
        (MO, TU, WE, TH, FR),
        "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
        "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26",
    ),
    "ES": (
        (MO, TU, WE, TH, FR),
        "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
        "01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
    ),
    "FR": (
        (MO, TU, WE, TH, FR),
        "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25",
        "01-01 03-29 05-01 05-08 05-06 05-17 07-14 08-15 11-01 11-11 12-25",
    ),
    "IL": (
        (SU, MO, TU, WE, TH),
        "04-02 04-08 04-22 05-22 09-12 09-13 09-21 09-26 10-03",
        "04-22 04-28 05-12 06-11 10-02 10-03 10-11 10-16 10-23",
    ),
    "IT": (
        (MO, TU, WE, TH, FR),
        "01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
        "01-01 01-06 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
    ),
    "JP": (
        (MO, TU, WE, TH, FR),
        "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
        "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
    ),
    "NL": (
        (MO, TU, WE, TH, FR),
        "01-01 04-03 04-06 04-27 05-14 05-25 12-25 12-26",
        "01-01 03-26 03-29 04-27 05-06 05-17 12-25 12-26",
    ),
    "PL": (
        (MO, TU, WE, TH, FR),
        "01-01 01-06 04-06 05-01 05-03 06-04 08-15 11-01 11-11 12-24 12-25 12-26",
        "01-01 01-06 03-29 05-01 05-03 05-27 08-15 11-01 11-11 12-24 12-25 12-26",
    ),
    "US": (
        (MO, TU, WE, TH, FR),
        "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
        "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    ),
}
"""Working days of the week and public holidays of the whole country in 2026 and 2027, written down from their laws.

A second library would be no better a witness: the one that comes close (workalendar, last released in 2023) lacks the
holidays made since, in Brazil, Italy and Poland among others.
"""


def second_count(country: str) -> list[date]:
    """The business days of 2026 and 2027 by rules of recurrence, without a line of ours or of the holidays library."""
    week, *years = HAND_WRITTEN[country]
    days = rruleset()
    days.rrule(rrule(DAILY, dtstart=datetime(2026, 1, 1), until=datetime(2027, 12, 31), byweekday=week))  # noqa: DTZ001
    for year, written in zip((2026, 2027), years, strict=True):
        for day in written.split():
            days.exdate(datetime.fromisoformat(f"{year}-{day}"))
    return [moment.date() for moment in days]


@pytest.mark.parametrize("country", HAND_WRITTEN)
def test_a_second_count_by_other_means_agrees(country: str) -> None:
    business_days, calendar = second_count(country), calendar_of(country)
    starts = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(690)]
    pairs = [(start, count) for start in starts for count in (1, 3, 7, 20)]
    expected = [business_days[bisect_right(business_days, start) + count - 1] for start, count in pairs]
    assert [add_business_days(start, count, calendar) for start, count in pairs] == expected


calendars = st.sampled_from(KNOWN).map(calendar_of)
days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
counts = st.integers(0, 40)


@given(days, counts, counts, calendars)
def test_a_and_b_business_days_are_a_then_b(start: date, a: int, b: int, calendar: Calendar) -> None:
    halfway = add_business_days(start, a, calendar)
    assert add_business_days(start, a + b, calendar) == add_business_days(halfway, b, calendar)


@given(days, days, counts, calendars)
def test_a_later_start_is_never_an_earlier_end(one: date, other: date, count: int, calendar: Calendar) -> None:
    first, second = sorted((one, other))
    assert add_business_days(first, count, calendar) <= add_business_days(second, count, calendar)


@given(days, counts, calendars)
def test_between_a_day_and_n_business_days_later_lie_n(start: date, count: int, calendar: Calendar) -> None:
    assert business_days_between(start, add_business_days(start, count, calendar), calendar) == count


@given(days, st.integers(1, 40), calendars)
def test_counting_ends_on_a_business_day(start: date, count: int, calendar: Calendar) -> None:
    assert calendar.is_business_day(add_business_days(start, count, calendar))


@given(days, st.sampled_from(KNOWN))
def test_the_years_that_were_asked_about_before_change_nothing(day: date, country: str) -> None:
    holidays_in.cache_clear()
    alone = BusinessDays(country)(day)
    for year in (day.year + 1, day.year - 1):
        holidays_in(country, year)
    holidays_in.cache_clear()
    assert BusinessDays(country)(day) == alone


@pytest.mark.parametrize("year", [1, 1582, 1900, 2000, 2026, 2036, 2100, 2999, 9999])
def test_every_country_has_business_days_in_every_year(year: int) -> None:
    week = [date(year, 6, 1) + timedelta(days=ahead) for ahead in range(28)]
    without = [country for country in KNOWN if not any(map(calendar_of(country).is_business_day, week))]
    assert without == []


@pytest.mark.parametrize("country", ["IN", "US"])
@pytest.mark.parametrize("year", [1800, 2150])
def test_of_years_far_away_only_the_weekend_is_known(country: str, year: int) -> None:
    expected = [date(year, 1, 1) + timedelta(days=ahead) for ahead in range(365)]
    found = [day for day in expected if calendar_of(country).is_business_day(day)]
    assert found == [day for day in expected if day.weekday() < 5]


@pytest.mark.parametrize("country", [None, "BV", "HM", "IO", "ZZ", "XK", "de", "", "../DE", "__class__"])
def test_without_known_holidays_monday_to_friday_counts(country: str | None) -> None:
    assert (knows(country), calendar_of(country)) == (False, MON_FRI)


def test_what_is_said_not_to_be_known_is_not_known_to_the_library_either() -> None:
    assert {country for country in COUNTRIES if not holidays_in(country, 2020) | holidays_in(country, 2026)} == BARE


@pytest.mark.parametrize("country", ["DE", "EG", "UA"])
def test_a_calendar_is_named_after_its_country_and_equal_to_another_of_it(country: str) -> None:
    again = Calendar(country, BusinessDays(country))
    assert (knows(country), calendar_of(country).id) == (True, country)
    assert calendar_of(country) == again
    assert hash(calendar_of(country)) == hash(again)
    assert calendar_of(country) not in (calendar_of("FR"), MON_FRI)


def test_the_library_is_loaded_when_a_day_is_asked_about_and_not_before() -> None:
    program = (
        "import sys; from datetime import date; from aliorder.calendars import calendar_of, knows; "
        "calendar = calendar_of('DE'); before = knows('DE') and 'holidays' in sys.modules; "
        "print(before, calendar.is_business_day(date(2026, 12, 25)), 'holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]

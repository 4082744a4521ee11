"""Business days, and the clock of the site beside that of the buyer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.dates import (
    MON_FRI,
    Calendar,
    add_business_days,
    business_days_between,
    day_after,
    end_of_site_day,
    first_moment,
    last_moment,
    later,
    own_day,
    site_day,
    start_of_site_day,
)
from aliorder.domain.order import UNKNOWN, When
from tests.domain.given import ZONES, on

BERLIN = ZoneInfo("Europe/Berlin")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
CHRISTMAS, NEW_YEAR = date(2026, 12, 25), date(2027, 1, 1)
FRIDAY_SATURDAY = Calendar("fri-sat", lambda day: day.weekday() not in (4, 5))
GERMANY = Calendar("DE", lambda day: day.weekday() < 5 and day not in (CHRISTMAS, NEW_YEAR))

days = st.dates(date(2020, 1, 1), date(2032, 1, 1))
counts = st.integers(0, 60)
calendars = st.sampled_from((MON_FRI, FRIDAY_SATURDAY, GERMANY))


@pytest.mark.parametrize(
    "what, start, count, end",
    [
        ("nothing added is the day itself", "2026-11-18", 0, "2026-11-18"),
        ("nothing added on a Saturday, too", "2026-11-21", 0, "2026-11-21"),
        ("Monday to Tuesday", "2026-11-16", 1, "2026-11-17"),
        ("over a weekend", "2026-11-20", 1, "2026-11-23"),
        ("from a Saturday", "2026-11-21", 1, "2026-11-23"),
        ("from a Sunday", "2026-11-22", 1, "2026-11-23"),
        ("a week", "2026-11-18", 5, "2026-11-25"),
        ("a week from a Sunday ends on Friday", "2026-11-22", 5, "2026-11-27"),
        ("three", "2026-11-19", 3, "2026-11-24"),
        ("seven", "2026-11-19", 7, "2026-11-30"),
        ("fifteen", "2026-11-19", 15, "2026-12-10"),
        ("twenty", "2026-11-19", 20, "2026-12-17"),
        ("over the end of a year", "2026-12-30", 3, "2027-01-04"),
        ("over a leap day", "2028-02-28", 2, "2028-03-01"),
    ],
)
def test_business_days_are_monday_to_friday(what: str, start: str, count: int, end: str) -> None:
    assert add_business_days(date.fromisoformat(start), count) == date.fromisoformat(end)


@pytest.mark.parametrize(
    "what, start, count, end",
    [
        ("ending on a holiday", "2026-12-23", 2, "2026-12-28"),
        ("starting on a holiday", "2026-12-25", 1, "2026-12-28"),
        ("over two holidays", "2026-12-24", 6, "2027-01-05"),
    ],
)
def test_holidays_are_no_business_days(what: str, start: str, count: int, end: str) -> None:
    assert add_business_days(date.fromisoformat(start), count, GERMANY) == date.fromisoformat(end)


@pytest.mark.parametrize(
    "what, start, end, count",
    [
        ("the same day", "2026-11-18", "2026-11-18", 0),
        ("from Friday to Sunday", "2026-11-20", "2026-11-22", 0),
        ("from Saturday to Monday", "2026-11-21", "2026-11-23", 1),
        ("a week", "2026-11-18", "2026-11-25", 5),
        ("ending on a holiday", "2026-12-23", "2026-12-25", 1),
        ("over two holidays", "2026-12-24", "2027-01-05", 6),
        ("back in time there are none", "2026-11-25", "2026-11-18", 0),
    ],
)
def test_business_days_between_leave_out_the_first_day_and_count_the_last(
    what: str, start: str, end: str, count: int
) -> None:
    assert business_days_between(date.fromisoformat(start), date.fromisoformat(end), GERMANY) == count


@given(days, counts, calendars)
def test_business_days_between_are_those_that_were_added(start: date, count: int, calendar: Calendar) -> None:
    assert business_days_between(start, add_business_days(start, count, calendar), calendar) == count


def test_a_weekend_can_be_friday_and_saturday() -> None:
    assert add_business_days(date(2026, 11, 19), 1, FRIDAY_SATURDAY) == date(2026, 11, 22)


@given(days, counts, counts, calendars)
def test_a_and_b_business_days_are_a_then_b(start: date, a: int, b: int, calendar: Calendar) -> None:
    first = add_business_days(start, a, calendar)
    assert add_business_days(start, a + b, calendar) == add_business_days(first, b, calendar)


@given(days, days, counts, calendars)
def test_a_later_start_is_never_an_earlier_end(one: date, other: date, count: int, calendar: Calendar) -> None:
    ends = [add_business_days(start, count, calendar) for start in sorted((one, other))]
    assert ends == sorted(ends)


@given(days, st.integers(1, 60), calendars)
def test_a_business_day_is_where_counting_ends(start: date, count: int, calendar: Calendar) -> None:
    end = add_business_days(start, count, calendar)
    assert calendar.is_business_day(end)


@pytest.mark.parametrize("unit, end", [("days", "2026-11-26"), ("business-days", "2026-11-30")])
def test_a_window_counts_in_its_unit(unit: str, end: str) -> None:
    assert day_after(date(2026, 11, 20), 6, unit) == date.fromisoformat(end)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "what, day, end",
    [
        ("winter", "2026-11-30", "2026-12-01T07:59:59+00:00"),
        ("summer", "2026-07-01", "2026-07-02T06:59:59+00:00"),
        ("the day on which the clocks go back", "2026-11-01", "2026-11-02T07:59:59+00:00"),
        ("the day before", "2026-10-31", "2026-11-01T06:59:59+00:00"),
        ("the day on which the clocks go forward", "2027-03-14", "2027-03-15T06:59:59+00:00"),
        ("the day before that", "2027-03-13", "2027-03-14T07:59:59+00:00"),
    ],
)
def test_a_day_of_the_site_ends_at_24_00_pacific(what: str, day: str, end: str) -> None:
    assert end_of_site_day(date.fromisoformat(day)).astimezone(UTC).isoformat() == end


@given(days)
def test_the_next_day_of_the_site_begins_one_second_after_the_end_of_one(day: date) -> None:
    end, begin = end_of_site_day(day), start_of_site_day(day + timedelta(days=1))
    assert begin.astimezone(UTC) - end.astimezone(UTC) == timedelta(seconds=1)


@pytest.mark.parametrize(
    "when, at_the_site",
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-11-22T07:59:59+00:00", date(2026, 11, 21)),
        ("2026-11-22T08:00:00+00:00", date(2026, 11, 22)),
        ("2026-11-23T10:00:00+14:00", date(2026, 11, 22)),
        ("2026-11-22T23:00:00-10:00", date(2026, 11, 23)),
        ("unknown", None),
    ],
)
def test_a_moment_is_the_day_that_it_is_at_the_site(when: str, at_the_site: date | None) -> None:
    assert site_day(on(when)) == at_the_site


@pytest.mark.parametrize(
    "when, there",
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-11-22T09:59:59+00:00", date(2026, 11, 22)),
        ("2026-11-22T10:00:00+00:00", date(2026, 11, 23)),
        ("unknown", None),
    ],
)
def test_a_moment_is_the_day_that_it_is_where_the_buyer_is(when: str, there: date | None) -> None:
    assert own_day(on(when), datetime(2026, 12, 1, tzinfo=KIRITIMATI)) == there


def test_a_day_without_a_time_lasts_from_midnight_to_midnight_where_the_buyer_is() -> None:
    now, day = datetime(2026, 12, 1, tzinfo=BERLIN), When(date(2026, 11, 22))
    assert first_moment(day, now) == datetime(2026, 11, 21, 23, 0, tzinfo=UTC)
    assert last_moment(day, now) == datetime(2026, 11, 22, 22, 59, 59, tzinfo=UTC)


def test_a_moment_is_its_own_first_and_last_moment() -> None:
    now, at = datetime(2026, 12, 1, tzinfo=BERLIN), datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert (first_moment(When(at=at), now), last_moment(When(at=at), now)) == (at, at)


def test_a_time_that_nobody_knows_has_no_moments() -> None:
    now = datetime(2026, 12, 1, tzinfo=BERLIN)
    assert (first_moment(UNKNOWN, now), last_moment(UNKNOWN, now)) == (None, None)


@pytest.mark.parametrize(
    "start, end",
    [
        ("2026-10-24T12:00:00+02:00", "2026-10-26T11:00:00+01:00"),
        ("2027-03-27T12:00:00+01:00", "2027-03-29T13:00:00+02:00"),
        ("2026-11-10T12:00:00+01:00", "2026-11-12T12:00:00+01:00"),
    ],
)
def test_hours_are_exact_whatever_the_clocks_do(start: str, end: str) -> None:
    at = datetime.fromisoformat(start).astimezone(BERLIN)
    assert later(at, timedelta(hours=48)).isoformat() == end


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)), st.integers(0, 500), st.sampled_from(ZONES))  # noqa: DTZ001
def test_so_many_hours_later_is_so_many_hours_later(start: datetime, hours: int, zone: ZoneInfo) -> None:
    at = start.replace(tzinfo=UTC).astimezone(zone)
    end = later(at, timedelta(hours=hours))
    assert end.astimezone(UTC) - at.astimezone(UTC) == timedelta(hours=hours)
    assert end.tzinfo is zone

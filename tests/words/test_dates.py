"""Days and moments as a person says them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aliorder.domain.dates import SITE_ZONE, end_of_site_day
from aliorder.words.dates import (
    day_words,
    deadline_day,
    deadline_left,
    distance_words,
    left_words,
    moment_words,
    range_words,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "day,said,distance",
    [
        (date(2026, 11, 22), "Sun 22 Nov", "today"),
        (date(2026, 11, 23), "Mon 23 Nov", "tomorrow"),
        (date(2026, 11, 21), "Sat 21 Nov", "yesterday"),
        (date(2026, 11, 25), "Wed 25 Nov", "in 3 days"),
        (date(2026, 11, 1), "Sun 1 Nov", "21 days ago"),
        (date(2027, 1, 2), "Sat 2 Jan 2027", "in 41 days"),
    ],
)
def test_a_day_has_its_weekday_and_its_distance(day: date, said: str, distance: str) -> None:
    assert (day_words(day, NOW), distance_words(day, NOW)) == (said, distance)


ENDS = [
    ("UTC", "Sat 28 Nov 07:59, in 6 days"),
    ("Europe/Berlin", "Sat 28 Nov 08:59, in 6 days"),
    ("Pacific/Kiritimati", "Sat 28 Nov 21:59, in 5 days"),
    ("America/Los_Angeles", "Fri 27 Nov 23:59, in 5 days"),
    ("Pacific/Honolulu", "Fri 27 Nov 21:59, in 5 days"),
]


@pytest.mark.parametrize("zone, words", ENDS)
def test_the_end_of_a_day_at_the_site_is_told_by_the_clock_of_the_user(zone: str, words: str) -> None:
    now, at = NOW.astimezone(ZoneInfo(zone)), end_of_site_day(date(2026, 11, 27))
    assert moment_words(at, now) == words
    day, left = deadline_day("ship-by", at, now), deadline_left("ship-by", at, now)
    assert f"{day}, {left}" == words


@pytest.mark.parametrize("zone", [zone for zone, _ in ENDS])
def test_the_last_day_of_a_refund_is_that_day_wherever_the_bank_is(zone: str) -> None:
    now, at = NOW.astimezone(ZoneInfo(zone)), end_of_site_day(date(2026, 11, 27))
    assert deadline_day("refund-latest", at, now) == "Fri 27 Nov"
    assert deadline_left("refund-latest", at, now) == ("in 4 days" if zone == "Pacific/Kiritimati" else "in 5 days")


def test_a_moment_keeps_its_hour_for_a_user_in_the_zone_of_the_site() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=SITE_ZONE)
    assert moment_words(datetime(2026, 11, 24, 9, 30, tzinfo=SITE_ZONE), now) == "Tue 24 Nov 09:30, in 2 days"


def test_any_other_moment_has_its_hour_in_the_zone_of_the_user() -> None:
    now = NOW.astimezone(ZoneInfo("Europe/Berlin"))
    assert moment_words(NOW + timedelta(days=2), now) == "Tue 24 Nov 13:00, in 2 days"


@pytest.mark.parametrize(
    "after,words",
    [
        (timedelta(minutes=59), "less than 1 h left"),
        (timedelta(hours=9, minutes=30), "9 h left"),
        (timedelta(hours=23, minutes=59), "23 h left"),
        (timedelta(hours=24), "tomorrow"),
        (timedelta(days=3), "in 3 days"),
        (timedelta(days=-2), "2 days ago"),
    ],
)
def test_what_is_left_is_said_in_hours_on_the_last_day(after: timedelta, words: str) -> None:
    assert left_words(NOW + after, NOW) == words


def test_a_range_of_one_day_is_that_day() -> None:
    assert range_words(date(2026, 11, 25), date(2026, 11, 25), NOW) == "Wed 25 Nov"

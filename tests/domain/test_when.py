"""How a day or a moment may be spelled, and what is refused rather than guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import UNKNOWN, When
from aliorder.domain.when import YEARS, read_deadline, read_when
from aliorder.errors import UsageError
from tests.domain.given import moments_near

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 15, 30, tzinfo=BERLIN)


def at(text: str) -> When:
    return When(at=datetime.fromisoformat(text))


@pytest.mark.parametrize(
    "text, when",
    [
        ("2026-11-20", When(date(2026, 11, 20))),
        (" 2026-11-20\n", When(date(2026, 11, 20))),
        ("2028-02-29", When(date(2028, 2, 29))),
        ("2026-11-20T10:00", at("2026-11-20T10:00:00+01:00")),
        ("2026-11-20 10:00", at("2026-11-20T10:00:00+01:00")),
        ("2026-11-20t10:00:05", at("2026-11-20T10:00:05+01:00")),
        ("2026-11-20T10:00Z", at("2026-11-20T10:00:00+00:00")),
        ("2026-11-20T10:00z", at("2026-11-20T10:00:00+00:00")),
        ("2026-11-20T10:00-08:00", at("2026-11-20T10:00:00-08:00")),
        ("2026-11-20T10:00+0530", at("2026-11-20T10:00:00+05:30")),
        ("2026-07-20T10:00", at("2026-07-20T10:00:00+02:00")),
        ("2026-11-20T10:00:05.25", at("2026-11-20T10:00:05.250000+01:00")),
        ("now", When(at=NOW)),
        ("NOW", When(at=NOW)),
        ("today", When(date(2026, 11, 22))),
        ("yesterday", When(date(2026, 11, 21))),
        ("0d", When(date(2026, 11, 22))),
        ("3d", When(date(2026, 11, 19))),
        ("30D", When(date(2026, 10, 23))),
        ("unknown", UNKNOWN),
        (" Unknown ", UNKNOWN),
    ],
)
def test_a_spelling_that_is_taken(text: str, when: When) -> None:
    assert read_when(text, NOW) == when


REFUSED = [
    ("", "nothing"),
    (" ", "blanks"),
    ("03/04/2026", "day or month first"),
    ("3.4.2026", "day or month first"),
    ("04-03-2026", "year last"),
    ("26-11-20", "year of two digits"),
    ("2026-1-5", "without noughts"),
    ("20261120", "without marks"),
    ("2026-W47-5", "a week"),
    ("2026-324", "a day of the year"),
    ("2026-11", "a month"),
    ("11-20", "no year"),
    ("2026-11-20T10", "an hour only"),
    ("2026-11-20T1000", "a time without a colon"),
    ("2026-11-20T10:00 CET", "a zone by letters"),
    ("2026-11-20T10:00+5", "half an offset"),
    ("2026-11-20  10:00", "two blanks"),
    ("2026-11-20, 10:00", "a comma"),
    ("20 Nov 2026", "words"),
    ("monday", "a weekday"),
    ("tomorrow", "what has not happened"),
    ("last week", "words"),
    ("-3d", "a sign"),
    ("+3d", "a countdown for an event"),
    ("3", "a number"),
    ("3days", "words"),
    ("3 d", "a blank"),
    ("3w", "weeks"),
    ("999999d", "too many digits"),
    ("1e3d", "a float"),
    ("\u0663d", "digits of another script"),
    ("\uff12\uff10\uff12\uff16-11-20", "wide digits"),
    ("2026-11-2\u0660", "digits of another script"),
    ("2026\u201111\u201120", "other hyphens"),
    ("2026-11-20\x00", "a nought byte"),
    ("1" * 5000, "a huge number"),
    ("1" * 5000 + "d", "a huge number of days"),
    ("None", "a word of a program"),
]


@pytest.mark.parametrize("text, what", REFUSED, ids=[f"{what}: {text[:12]!r}" for text, what in REFUSED])
def test_what_could_be_misread_is_refused(text: str, what: str) -> None:
    with pytest.raises(UsageError, match="cannot be read as a date without guessing") as refused:
        read_when(text, NOW)
    assert "YYYY-MM-DD" in (refused.value.hint or "")
    assert len(refused.value.message) < 120


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-20T25:00", "2026-11-20T10:61", "0000-01-01"],
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a day that exists"):
        read_when(text, NOW)


@pytest.mark.parametrize(
    "text",
    ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31", "0001-01-01T00:00", "9999-12-31T23:59:59-12:00", "99999d"],
)
def test_a_year_in_which_no_order_can_be_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is too far away for an order") as refused:
        read_when(text, NOW)
    assert refused.value.hint == "a year from 1900 to 2999"


def test_relative_days_count_where_the_buyer_is() -> None:
    now = datetime(2026, 11, 22, 0, 30, tzinfo=BERLIN)
    assert read_when("yesterday", now) == When(date(2026, 11, 21))


@pytest.mark.parametrize(
    "text, end",
    [
        ("+2d5h", "2026-11-24T20:30:00+01:00"),
        ("+2d", "2026-11-24T15:30:00+01:00"),
        ("+5h", "2026-11-22T20:30:00+01:00"),
        ("+90m", "2026-11-22T17:00:00+01:00"),
        ("+1d2h3m", "2026-11-23T17:33:00+01:00"),
        (" +0D ", "2026-11-22T15:30:00+01:00"),
    ],
)
def test_a_deadline_may_be_a_countdown(text: str, end: str) -> None:
    assert read_deadline(text, NOW) == at(end)


def test_a_countdown_is_exact_when_the_clocks_change() -> None:
    now = datetime(2026, 10, 24, 12, 0, tzinfo=BERLIN)
    assert read_deadline("+1d", now) == at("2026-10-25T11:00:00+01:00")


@pytest.mark.parametrize("text", ["2026-12-24", "2026-12-24T18:00", "today", "unknown"])
def test_a_deadline_may_be_spelled_like_any_other_day(text: str) -> None:
    assert read_deadline(text, NOW) == read_when(text, NOW)


@pytest.mark.parametrize(
    "text", ["+", "+d", "+5", "+5h2d", "+2d 5h", "+2.5d", "+-2d", "-2d", "+\u0662d", "+99999d", "2d5h", ""]
)
def test_a_countdown_that_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_deadline(text, NOW)


def test_a_countdown_beyond_the_years_of_orders_is_refused() -> None:
    with pytest.raises(UsageError, match="too far away"):
        read_deadline("+9999d", datetime(2999, 1, 1, tzinfo=UTC))


@given(st.text(max_size=25), moments_near())
def test_any_text_is_read_or_refused(text: str, now: datetime) -> None:
    try:
        when = read_deadline(text, now)
    except UsageError:
        return
    assert when == UNKNOWN or (when.day is None) != (when.at is None)


@given(st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)))
def test_a_day_in_iso_is_read_as_itself(day: date) -> None:
    assert read_when(day.isoformat(), NOW) == When(day)


@given(moments_near(), moments_near())
def test_a_moment_in_iso_is_read_as_itself(moment: datetime, now: datetime) -> None:
    assert read_when(moment.isoformat(), now) == When(at=moment)


@given(st.integers(0, 40000), moments_near())
def test_so_many_days_ago_is_so_many_days_ago(count: int, now: datetime) -> None:
    assert read_when(f"{count}d", now) == When(now.date() - timedelta(days=count))

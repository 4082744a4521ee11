"""When the sellers are away: the days are China's, wherever the buyer is, and no date ever moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, Decision, decide, told
from aliorder.domain.dates import CHINA, MON_FRI, china_day, start_of_china_day
from aliorder.domain.facts import facts_of
from aliorder.domain.order import Deadline, Order
from aliorder.domain.policy import SellerHoliday
from aliorder.domain.seller import back_day, leaving_day, nearest
from aliorder.domain.sheet import Facts
from aliorder.errors import NotEnoughFacts
from tests.domain.given import POLICY, asked, facts_at, happened, shown

BERLIN, LOS_ANGELES = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Los_Angeles")
QUIET = Order(events=happened(paid="2026-01-10", cancel_requested="2026-02-02"))
ENDLESS = timedelta(days=700)


def sheet(moment: str, order: Order = QUIET, zone: ZoneInfo | None = None) -> Facts:
    at = datetime.fromisoformat(moment)
    return facts_at(at.astimezone(zone) if zone else at, order)


EDGES = [
    ("a week before the first sellers leave, less a second", "2026-02-04T23:59:59+08:00", "no"),
    ("a week before the first sellers leave", "2026-02-05T00:00:00+08:00", "soon"),
    ("the first sellers leave", "2026-02-12T00:00:00+08:00", "soon"),
    ("the last second before the festival", "2026-02-14T23:59:59+08:00", "soon"),
    ("its first moment", "2026-02-15T00:00:00+08:00", "now"),
    ("its last second", "2026-02-23T23:59:59+08:00", "now"),
    ("the first moment after", "2026-02-24T00:00:00+08:00", "no"),
    ("a week before Labour Day, less a second", "2026-04-23T23:59:59+08:00", "no"),
    ("a week before Labour Day", "2026-04-24T00:00:00+08:00", "soon"),
    ("Labour Day begins", "2026-05-01T00:00:00+08:00", "now"),
    ("the Labour Day holiday ends", "2026-05-05T23:59:59+08:00", "now"),
    ("National Day begins", "2026-10-01T00:00:00+08:00", "now"),
    ("the Golden Week is over", "2026-10-08T00:00:00+08:00", "no"),
    ("the last holiday that is known ends", "2040-10-07T23:59:59+08:00", "now"),
    ("after the last holiday that is known", "2040-10-08T00:00:00+08:00", "no"),
]


@pytest.mark.parametrize("zone", [None, UTC, BERLIN, LOS_ANGELES], ids=["China", "UTC", "Berlin", "Los Angeles"])
@pytest.mark.parametrize("moment, away", [row[1:] for row in EDGES], ids=[row[0] for row in EDGES])
def test_a_holiday_begins_and_ends_by_the_clock_of_china(moment: str, away: str, zone: ZoneInfo | None) -> None:
    assert sheet(moment, zone=zone)["seller_away"] == away


@pytest.mark.parametrize(
    "zone, day_and_hour",
    [(BERLIN, "2026-02-14 17:00"), (LOS_ANGELES, "2026-02-14 08:00")],
    ids=["Berlin", "Los Angeles"],
)
def test_it_begins_the_day_before_for_a_buyer_in_the_west(zone: ZoneInfo, day_and_hour: str) -> None:
    begins = start_of_china_day(date(2026, 2, 15)).astimezone(zone)
    assert f"{begins:%Y-%m-%d %H:%M}" == day_and_hour
    assert facts_at(begins, QUIET)["seller_away"] == "now"
    assert facts_at(begins - timedelta(seconds=1), QUIET)["seller_away"] == "soon"


WAITING = [
    ("the time to ship ends before the first sellers leave", shown(ship_by="2026-02-10"), "no"),
    ("the time to ship ends within the last day before", shown(ship_by="2026-02-11T23:59:59+08:00"), "no"),
    ("the time to ship ends as the first sellers leave", shown(ship_by="2026-02-12T00:00:00+08:00"), "soon"),
    ("the time to ship ends after the festival", shown(ship_by="2026-02-28"), "soon"),
    ("a deadline that is the buyer's own", shown(deliver_by="2026-02-28"), "no"),
]


@pytest.mark.parametrize("deadlines, away", [row[1:] for row in WAITING], ids=[row[0] for row in WAITING])
def test_a_holiday_within_the_time_of_the_seller_is_soon_however_far(
    deadlines: tuple[Deadline, ...], away: str
) -> None:
    order = Order(events=happened(paid="2026-01-20", payment_verified="2026-01-20"), deadlines=deadlines)
    assert sheet("2026-01-22T12:00:00+00:00", order)["seller_away"] == away


def test_a_time_to_ship_that_no_longer_matters_warns_of_nothing() -> None:
    order = Order(events=happened(shipped="2026-01-20"), deadlines=shown(ship_by="2026-02-28"))
    assert sheet("2026-01-22T12:00:00+00:00", order)["seller_away"] == "no"


def test_without_holidays_nobody_is_ever_away() -> None:
    now = datetime(2026, 2, 17, 12, tzinfo=UTC)
    facts = facts_of(QUIET, POLICY._replace(seller_holidays=()), now, MON_FRI)
    assert facts["seller_away"] == "no"
    assert facts.next_change is None


SPRING = SellerHoliday("spring", "Spring", date(2026, 2, 15), date(2026, 2, 23), (), True, date(2026, 1, 1), 3)
AUTUMN = SellerHoliday("autumn", "Autumn", date(2026, 10, 1), date(2026, 10, 7), (), True, date(2026, 1, 1))


@pytest.mark.parametrize(
    "day, found",
    [
        ("2026-01-01", SPRING),
        ("2026-02-15", SPRING),
        ("2026-02-23", SPRING),
        ("2026-02-24", AUTUMN),
        ("2026-10-07", AUTUMN),
        ("2026-10-08", None),
    ],
)
def test_the_nearest_holiday_is_the_one_that_runs_else_the_next(day: str, found: SellerHoliday | None) -> None:
    assert nearest((SPRING, AUTUMN), datetime.fromisoformat(f"{day}T12:00:00+08:00")) == found
    assert nearest((), datetime.fromisoformat(f"{day}T12:00:00+08:00")) is None


def test_the_first_leave_early_and_all_are_back_on_the_day_after() -> None:
    assert (leaving_day(SPRING), back_day(SPRING)) == (date(2026, 2, 12), date(2026, 2, 24))
    assert (leaving_day(AUTUMN), back_day(AUTUMN)) == (date(2026, 10, 1), date(2026, 10, 8))


@given(st.datetimes(datetime(2018, 1, 1), datetime(2041, 1, 1), timezones=st.sampled_from((UTC, BERLIN, LOS_ANGELES))))  # noqa: DTZ001
def test_a_day_in_china_lies_between_its_first_moments(at: datetime) -> None:
    day = china_day(at)
    assert start_of_china_day(day) <= at < start_of_china_day(day + timedelta(days=1))
    assert start_of_china_day(day).tzinfo is CHINA


@given(st.datetimes(datetime(2018, 1, 1), datetime(2041, 1, 1), timezones=st.sampled_from((UTC, BERLIN, LOS_ANGELES))))  # noqa: DTZ001
def test_the_answer_holds_until_the_moment_that_is_noted(at: datetime) -> None:
    before = facts_at(at, QUIET)
    answer, change = before["seller_away"], before.next_change or at + ENDLESS
    assert facts_at(change.astimezone(UTC) - timedelta(seconds=1), QUIET)["seller_away"] == answer


def decided(order: Order, holidays: tuple[SellerHoliday, ...], now: datetime) -> tuple[Decision, Advice]:
    decision = decide(order, POLICY._replace(seller_holidays=holidays), now)
    return decision, told(decision)


@given(asked(), st.sampled_from(POLICY.seller_holidays), st.integers(-20, 20))
def test_a_holiday_warns_and_changes_nothing_else(
    question: tuple[Order, datetime], holiday: SellerHoliday, days: int
) -> None:
    order, now = question
    first = china_day(now) + timedelta(days=days)
    here = holiday._replace(first=first, last=first + (holiday.last - holiday.first))
    try:
        decision, advice = decided(order, (here,), now)
    except NotEnoughFacts:
        assume(False)
    without, plain = decided(order, (), now)
    others = tuple(warning for warning in advice.warnings if warning.id != "seller-away")
    assert advice._replace(warnings=others) == plain
    assert decision.facts.windows_used == without.facts.windows_used
    assert without.facts.get("seller_away", "no") == "no"
    both = decision.facts.keys() & without.facts.keys() - {"seller_away"}
    assert {name: decision.facts[name] for name in both} == {name: without.facts[name] for name in both}

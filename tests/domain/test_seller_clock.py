"""The seller's clock: China's hours, wherever the buyer is, and the deadlines that a long holiday touches."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.dates import CHINA, china_day
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId
from aliorder.domain.seller import back_day, leaving_day
from aliorder.domain.seller_clock import SOON, SellerClock, Touched, for_order, seller_clock
from tests.domain.given import POLICY, moments_near

BERLIN, LOS_ANGELES = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Los_Angeles")
KIRITIMATI, PAGO_PAGO = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")
SHANGHAI = ZoneInfo("Asia/Shanghai")
ANYWHERE = (UTC, BERLIN, LOS_ANGELES, KIRITIMATI, PAGO_PAGO, SHANGHAI, ZoneInfo("Asia/Kathmandu"))


def there(text: str) -> datetime:
    """A moment by the clock of China."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def clock_at(text: str) -> SellerClock:
    return seller_clock(there(text), POLICY)


HOURS = [
    ("before they open", "2026-11-23 08:59:59", False, "2026-11-23 09:00", None),
    ("as they open", "2026-11-23 09:00", True, "2026-11-23 09:00", None),
    ("within the day", "2026-11-23 12:34:56", True, "2026-11-23 12:34:56", None),
    ("the last second of the day", "2026-11-23 17:59:59", True, "2026-11-23 17:59:59", None),
    ("as they close", "2026-11-23 18:00", False, "2026-11-24 09:00", None),
    ("in the evening", "2026-11-23 22:05", False, "2026-11-24 09:00", None),
    ("on a Saturday, the last second", "2026-11-21 17:59:59", True, "2026-11-21 17:59:59", None),
    ("on a Saturday, as they close", "2026-11-21 18:00", False, "2026-11-23 09:00", None),
    ("on a Sunday", "2026-11-22 12:00", False, "2026-11-23 09:00", None),
    ("on a Sunday, the last second", "2026-11-22 23:59:59", False, "2026-11-23 09:00", None),
    ("on the eve of a short holiday", "2026-06-18 17:59", True, "2026-06-18 17:59", None),
    ("in the evening before it", "2026-06-18 18:00", False, "2026-06-22 09:00", "dragon-boat-2026"),
    ("on it", "2026-06-19 10:00", False, "2026-06-22 09:00", "dragon-boat-2026"),
    ("on its last day, in the evening", "2026-06-21 19:00", False, "2026-06-22 09:00", None),
    ("on a Saturday of a long weekend", "2026-01-03 10:00", False, "2026-01-05 09:00", "new-years-day-2026"),
    ("on a holiday in the middle of a week", "2027-06-09 10:00", False, "2027-06-10 09:00", "dragon-boat-2027"),
    ("before the first sellers leave", "2026-02-11 18:00", False, "2026-02-24 09:00", "spring-festival-2026"),
    ("as the first sellers leave", "2026-02-12 10:00", False, "2026-02-24 09:00", "spring-festival-2026"),
    ("in the Spring Festival", "2026-02-17 10:00", False, "2026-02-24 09:00", "spring-festival-2026"),
    ("in a holiday that ends on a Saturday", "2027-10-07 10:00", False, "2027-10-08 09:00", "national-day-2027"),
    ("on a Sunday worked to make up for a holiday", "2026-09-20 10:00", False, "2026-09-21 09:00", None),
    ("across a year", "2027-12-31 18:00", False, "2028-01-04 09:00", "new-years-day-2028"),
]


@pytest.mark.parametrize("zone", ANYWHERE, ids=str)
@pytest.mark.parametrize("moment, at_work, start, after", [row[1:] for row in HOURS], ids=[row[0] for row in HOURS])
def test_when_a_seller_likely_reads_what_is_sent(
    moment: str, at_work: bool, start: str, after: str | None, zone: ZoneInfo
) -> None:
    now = there(moment).astimezone(zone)
    clock = seller_clock(now, POLICY)
    opens = there(start)
    assert (clock.china_now, clock.china_now.tzinfo) == (now, CHINA)
    assert (clock.at_work, clock.start, clock.after and clock.after.id) == (at_work, opens, after)
    assert clock.end == opens.replace(hour=18, minute=0, second=0)
    assert {clock.start.tzinfo, clock.end.tzinfo} == {zone}


BUYERS = [
    (BERLIN, "2026-11-22 15:05", "Mon 02:00", "Mon 11:00"),
    (BERLIN, "2026-07-12 15:05", "Mon 03:00", "Mon 12:00"),
    (BERLIN, "2026-03-28 23:00", "Mon 03:00", "Mon 12:00"),
    (BERLIN, "2026-10-24 23:00", "Mon 02:00", "Mon 11:00"),
    (LOS_ANGELES, "2026-11-22 06:05", "Sun 17:00", "Mon 02:00"),
    (LOS_ANGELES, "2026-03-07 12:00", "Sun 18:00", "Mon 03:00"),
    (LOS_ANGELES, "2026-10-31 12:00", "Sun 17:00", "Mon 02:00"),
    (KIRITIMATI, "2026-11-23 04:05", "Mon 15:00", "Tue 00:00"),
    (PAGO_PAGO, "2026-11-22 03:05", "Sun 14:00", "Sun 23:00"),
    (SHANGHAI, "2026-11-22 22:05", "Mon 09:00", "Mon 18:00"),
    (UTC, "2026-11-22 14:05", "Mon 01:00", "Mon 10:00"),
]


@pytest.mark.parametrize("zone, moment, start, end", BUYERS, ids=lambda value: str(value))
def test_the_hours_are_told_by_the_clock_of_the_buyer(zone: ZoneInfo, moment: str, start: str, end: str) -> None:
    clock = seller_clock(datetime.fromisoformat(moment).replace(tzinfo=zone), POLICY)
    assert (f"{clock.start:%a %H:%M}", f"{clock.end:%a %H:%M}") == (start, end)


def test_a_buyer_in_the_hour_that_comes_twice_is_told_that_sellers_are_at_work() -> None:
    now = datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=ZoneInfo("America/Halifax"))
    late = POLICY._replace(seller_hours=POLICY.seller_hours._replace(closes=time(23), last_day=6))
    assert seller_clock(now, late).at_work


def rests(day: date) -> bool:
    """Whether a day in China lies in one of the holidays, told without looking for it, or is a Sunday."""
    rows = (*POLICY.seller_holidays, *POLICY.short_holidays)
    return day.weekday() == 6 or any(leaving_day(holiday) <= day <= holiday.last for holiday in rows)


@given(st.datetimes(datetime(2019, 1, 1), datetime(2040, 12, 30), timezones=st.sampled_from(ANYWHERE)))  # noqa: DTZ001
def test_the_next_hours_are_the_nearest_on_a_day_that_is_worked(now: datetime) -> None:
    clock = seller_clock(now, POLICY)
    start, end = clock.start.astimezone(CHINA), clock.end.astimezone(CHINA)
    assert now.astimezone(UTC) <= clock.start.astimezone(UTC) < clock.end.astimezone(UTC)
    assert clock.at_work == (now.astimezone(UTC) == clock.start.astimezone(UTC) and time(9) <= start.time() < time(18))
    assert clock.at_work or start.time() == time(9)
    assert (end.date(), end.time(), rests(start.date())) == (start.date(), time(18), False)
    today = china_day(now)
    first = today if now.astimezone(CHINA).time() < time(18) else today + timedelta(days=1)
    between = [first + timedelta(days=ahead) for ahead in range((start.date() - first).days)]
    assert [day for day in between if not rests(day)] == []


KNOWN = [
    ("2018-12-28 20:00", False),
    ("2018-12-31 20:00", True),
    ("2019-01-02 10:00", True),
    ("2040-12-31 17:59", True),
    ("2040-12-31 18:00", False),
    ("2050-06-05 10:00", False),
]


@pytest.mark.parametrize("moment, known", KNOWN)
def test_the_public_holidays_of_some_years_are_known(moment: str, known: bool) -> None:
    assert clock_at(moment).known == known


@pytest.mark.parametrize("moment, at_work", [("2041-01-01 10:00", True), ("2041-01-06 10:00", False)])
def test_in_other_years_only_the_weekend_is_known(moment: str, at_work: bool) -> None:
    assert clock_at(moment).at_work == at_work


def test_without_any_holidays_nothing_but_the_weekend_is_known() -> None:
    clock = seller_clock(there("2026-02-17 10:00"), POLICY._replace(seller_holidays=(), short_holidays=()))
    assert (clock.at_work, clock.known, clock.holiday, clock.after) == (True, False, None, None)
    assert for_order(clock, [DueDate("ship-by", there("2026-02-20 10:00"))]) is clock


SPRING = "spring-festival-2026"
NEAR = [
    ("two weeks before the first sellers leave, less a second", "2026-01-28 23:59:59", None),
    ("two weeks before the first sellers leave", "2026-01-29 00:00", SPRING),
    ("on its last day", "2026-02-23 23:59:59", SPRING),
    ("once it is over", "2026-02-24 00:00", None),
    ("before a short holiday", "2026-06-18 10:00", None),
    ("after the last that is known", "2040-10-08 00:00", None),
]


@pytest.mark.parametrize("moment, holiday", [row[1:] for row in NEAR], ids=[row[0] for row in NEAR])
def test_a_long_holiday_is_named_while_it_runs_and_two_weeks_before(moment: str, holiday: str | None) -> None:
    found = clock_at(moment).holiday
    assert (found and found.id) == holiday


TOUCHED = [
    ("as the first sellers leave", "2026-02-12 00:00", {"ship-by": True, "dispute-until": True}),
    ("a second before they leave", "2026-02-11 23:59:59", {}),
    ("in the festival", "2026-02-20 12:00", {"ship-by": True, "dispute-until": True}),
    ("in its last second", "2026-02-23 23:59:59", {"ship-by": True, "dispute-until": True}),
    ("as sellers are back", "2026-02-24 00:00", {"ship-by": False}),
    ("long after", "2026-03-20 12:00", {"ship-by": False}),
]


@pytest.mark.parametrize("moment, touched", [row[1:] for row in TOUCHED], ids=[row[0] for row in TOUCHED])
def test_a_holiday_takes_up_the_time_of_the_seller_and_of_the_buyer_only_what_lies_in_it(
    moment: str, touched: dict[DeadlineId, bool]
) -> None:
    at = there(moment)
    clock = for_order(clock_at("2026-01-05 12:00"), [DueDate("ship-by", at), DueDate("dispute-until", at)])
    assert clock.touched == tuple(Touched(DueDate(name, at), at, inside) for name, inside in touched.items())
    assert (clock.holiday and clock.holiday.id) == (SPRING if touched else None)


EVERY: tuple[tuple[DeadlineId, bool], ...] = (
    ("ship-by", True),
    ("cancel-answer-latest", True),
    ("seller-answer-by", True),
    ("answer-by", True),
    ("protection-until", True),
    ("dispute-until", True),
    ("pay-by", False),
    ("cancel-answer", False),
    ("deliver-by", False),
    ("return-by", False),
    ("refund-latest", False),
    ("outside-until", False),
)


@pytest.mark.parametrize("name, touched", EVERY)
def test_only_what_waits_for_the_seller_is_touched(name: DeadlineId, touched: bool) -> None:
    clock = for_order(clock_at("2026-02-10 12:00"), [DueDate(name, there("2026-02-17 12:00"))])
    assert bool(clock.touched) == touched


def test_what_is_over_or_has_no_day_is_not_touched() -> None:
    deadlines = [DueDate("ship-by", there("2026-02-16 11:59:59")), DueDate("dispute-until", None)]
    assert for_order(clock_at("2026-02-16 12:00"), deadlines).touched == ()


@given(moments_near())
def test_the_clock_of_an_order_names_a_holiday_exactly_if_it_is_near_or_touches(now: datetime) -> None:
    clock = seller_clock(now, POLICY)
    at = now + timedelta(days=30)
    told = for_order(clock, [DueDate("ship-by", at)])
    assert clock.coming is not None
    leaves = datetime.combine(leaving_day(clock.coming), time(), CHINA)
    assert clock.near == (now >= leaves - SOON)
    assert bool(told.touched) == (at >= leaves)
    assert (told.holiday is not None) == (clock.near or at >= leaves)
    assert china_day(now) < back_day(clock.coming)

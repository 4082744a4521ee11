"""The seller's clock: the time in China, when sellers are next at work, and which deadlines a holiday touches."""

# Without `from __future__ import annotations`: typing would compile them anew at every start.
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from aliorder.domain.dates import CHINA, ONE_DAY, start_of_china_day
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId, Policy, SellerHoliday, SellerHours
from aliorder.domain.seller import SELLER_ACTS, back_day, last_day, leaving_day, nearest

SOON = timedelta(days=14)
"""So long before the first sellers leave, a holiday is worth a word even where it touches no deadline."""

OF_THE_SELLER: frozenset[DeadlineId] = frozenset(SELLER_ACTS)
"""The deadlines by which the seller has to act or answer: a holiday touches them that takes up some of that time."""

WHILE_WAITING: frozenset[DeadlineId] = frozenset({"answer-by", "protection-until", "dispute-until"})
"""The deadlines that pass while a buyer waits for the seller: a holiday touches them that they lie in."""


class Touched(NamedTuple):
    """A deadline, still ahead, that a long holiday of sellers touches.

    `at` is its last moment; `inside`: that comes before sellers are back.
    """

    deadline: DueDate
    at: datetime
    inside: bool


class SellerClock(NamedTuple):
    """When a seller is likely to read what is sent now.

    Sellers are taken to be at work next from `start` to `end`, which is not in it, moments in the zone of the buyer:
    from now on, if they are `at_work`. `after` is the last holiday before that. `known`: the public holidays of that
    year are. `coming` is the long holiday that runs, else the next one; `near`: it runs, or begins soon. `touched` are
    the deadlines of the order that it touches.
    """

    china_now: datetime
    at_work: bool
    start: datetime
    end: datetime
    hours: SellerHours
    after: SellerHoliday | None
    known: bool
    coming: SellerHoliday | None
    near: bool
    touched: tuple[Touched, ...] = ()

    @property
    def holiday(self) -> SellerHoliday | None:
        """The long holiday, if it is worth a word: it runs, begins soon or touches a deadline."""
        return self.coming if self.near or self.touched else None


def seller_clock(now: datetime, policy: Policy) -> SellerClock:
    """The clock at `now`, an aware moment in the zone of the buyer, whatever the order."""
    china_now, hours = now.astimezone(CHINA), policy.seller_hours
    today, time = china_now.date(), china_now.time()
    day, after = next_working_day(today if time < hours.closes else today + ONE_DAY, policy)
    at_work = day == today and time >= hours.opens
    coming = nearest(policy.seller_holidays, now)
    return SellerClock(
        china_now,
        at_work,
        now if at_work else datetime.combine(day, hours.opens, CHINA).astimezone(now.tzinfo),
        datetime.combine(day, hours.closes, CHINA).astimezone(now.tzinfo),
        hours,
        after,
        knows(policy, day),
        coming,
        coming is not None and is_near(coming, now),
    )


def for_order(clock: SellerClock, deadlines: Iterable[DueDate]) -> SellerClock:
    """The clock for an order with these deadlines."""
    touched = () if clock.coming is None else tuple(touched_by(clock.coming, deadlines, clock.china_now))
    return clock._replace(touched=touched) if touched else clock


def next_working_day(day: date, policy: Policy) -> tuple[date, SellerHoliday | None]:
    """The first day in China from `day` on at which sellers are taken to work, and the last holiday before it."""
    hours, after = policy.seller_hours, None
    while True:
        holiday = holiday_on(day, policy)
        if holiday is not None:
            day, after = back_day(holiday), holiday
        elif hours.first_day <= day.weekday() <= hours.last_day:
            return day, after
        else:
            day += ONE_DAY


def holiday_on(day: date, policy: Policy) -> SellerHoliday | None:
    """The holiday on that day in China, those days included on which the first sellers leave early."""
    for holidays in (policy.seller_holidays, policy.short_holidays):
        place = bisect_left(holidays, day, key=last_day)
        if place < len(holidays) and leaving_day(holidays[place]) <= day:
            return holidays[place]
    return None


def knows(policy: Policy, day: date) -> bool:
    """Whether the public holidays of the year of `day` are known."""
    short = policy.short_holidays
    return bool(short) and short[0].last.year <= day.year <= short[-1].last.year


def is_near(holiday: SellerHoliday, now: datetime) -> bool:
    """Whether a holiday that is not over runs or begins soon."""
    return now >= start_of_china_day(leaving_day(holiday)) - SOON


def touched_by(holiday: SellerHoliday, deadlines: Iterable[DueDate], now: datetime) -> Iterator[Touched]:
    """The deadlines ahead that the holiday touches, as they come."""
    leaving, back = start_of_china_day(leaving_day(holiday)), start_of_china_day(back_day(holiday))
    for deadline in deadlines:
        at = deadline.at
        if at is None or at < now or at < leaving:
            continue
        if deadline.id in OF_THE_SELLER or (deadline.id in WHILE_WAITING and at < back):
            yield Touched(deadline, at, at < back)

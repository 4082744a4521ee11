"""The sellers' long holidays: whether one runs or comes before the seller has done their part. None moves a date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from aliorder.domain.dates import ONE_DAY, china_day, start_of_china_day
from aliorder.domain.deadlines import concerns, due
from aliorder.domain.policy import Away, DeadlineId, SellerHoliday
from aliorder.domain.sheet import Facts

NOTICE = timedelta(days=7)
"""So long before the first sellers leave a holiday is soon: long enough for a message and an answer."""

SELLER_ACTS: tuple[DeadlineId, ...] = ("ship-by", "cancel-answer-latest", "seller-answer-by")
"""The deadlines by which the seller has to have acted or answered."""


def nearest(holidays: Sequence[SellerHoliday], now: datetime) -> SellerHoliday | None:
    """The holiday that runs in China at `now`, else the next one; `None` after the last. `holidays` are in order."""
    place = bisect_left(holidays, china_day(now), key=last_day)
    return holidays[place] if place < len(holidays) else None


def last_day(holiday: SellerHoliday) -> date:
    """The last day of a holiday, inclusive."""
    return holiday.last


def leaving_day(holiday: SellerHoliday) -> date:
    """The day in China on which the first sellers leave."""
    return holiday.first - timedelta(days=holiday.leave_early)


def back_day(holiday: SellerHoliday) -> date:
    """The first day in China on which the sellers are back."""
    return holiday.last + ONE_DAY


def seller_away(facts: Facts) -> Away:
    """Whether a holiday of the sellers runs, begins soon, or at least before their time to act is over.

    It changes only when one is soon, begins and is over: `facts` notes that as it is asked.
    """
    holiday = nearest(facts.policy.seller_holidays, facts.now)
    if holiday is None or facts.has_begun(start_of_china_day(back_day(holiday))):
        return "no"
    if facts.has_begun(start_of_china_day(holiday.first)):
        return "now"
    leaving = start_of_china_day(leaving_day(holiday))
    if facts.has_begun(leaving - NOTICE) or any(at >= leaving for at in times_to_act(facts)):
        return "soon"
    return "no"


def times_to_act(facts: Facts) -> Iterator[datetime]:
    """The last moments that the seller has to act or to answer, as far as they concern the order."""
    for name in SELLER_ACTS:
        deadline = due(facts, name) if concerns(facts, name) else None
        if deadline is not None and deadline.at is not None:
            yield deadline.at

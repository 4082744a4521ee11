"""Days and moments as a person says them: with the weekday, and how far off they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from aliorder.domain.outlook import WHOLE_DAYS, last_day

if TYPE_CHECKING:
    from aliorder.domain.policy import DeadlineId

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, now: datetime | None = None) -> str:
    """`Wed 25 Nov`; with the year where it is not that of `now`."""
    short = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return short if now is not None and day.year == now.year else f"{short} {day.year}"


def short_day(day: date) -> str:
    """`25 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def distance_words(day: date, now: datetime) -> str:
    """`today`, `in 3 days`, `2 days ago`: how far `day` is from the day of `now`."""
    days = (day - now.date()).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def day_and_distance(day: date, now: datetime) -> str:
    """`Wed 25 Nov, in 3 days`."""
    return f"{day_words(day, now)}, {distance_words(day, now)}"


def hour_words(at: datetime, now: datetime) -> str:
    """A moment where the user is: `Sat 28 Nov 07:59`."""
    own = at.astimezone(now.tzinfo)
    return f"{day_words(own.date(), now)} {own:%H:%M}"


def moment_words(at: datetime, now: datetime) -> str:
    """A moment where the user is, and how far off its day is: `Sat 28 Nov 07:59, in 6 days`."""
    return f"{hour_words(at, now)}, {distance_words(at.astimezone(now.tzinfo).date(), now)}"


def deadline_day(name: DeadlineId, at: datetime, now: datetime) -> str:
    """When a deadline ends where the user is: `Sat 28 Nov 07:59`; for a refund the day, for banks know no hours."""
    return day_words(last_day(name, at, now), now) if name in WHOLE_DAYS else hour_words(at, now)


def deadline_stamp(name: DeadlineId, at: datetime, now: datetime) -> str:
    """When a deadline ends where the user is, as scripts like it: `2026-11-28T07:59`; for a refund the day alone."""
    if name in WHOLE_DAYS:
        return last_day(name, at, now).isoformat()
    return at.astimezone(now.tzinfo).replace(tzinfo=None).isoformat(timespec="minutes")


def deadline_left(name: DeadlineId, at: datetime, now: datetime) -> str:
    """How much time is left to a deadline: `9 h left`, `in 3 days`, `2 days ago`."""
    return distance_words(last_day(name, at, now), now) if name in WHOLE_DAYS else left_words(at, now)


def left_words(at: datetime, now: datetime) -> str:
    """How much time is left to `at`: `9 h left`, `in 3 days`, `2 days ago`."""
    seconds = (at - now).total_seconds()
    if 0 <= seconds < 24 * 3600:
        hours = int(seconds // 3600)
        return f"{hours} h left" if hours else "less than 1 h left"
    return distance_words(at.astimezone(now.tzinfo).date(), now)


def range_words(first: date, last: date, now: datetime) -> str:
    """`25 Nov … 22 Dec`-like, both with their weekday."""
    if first == last:
        return day_words(first, now)
    return f"{day_words(first, now)} … {day_words(last, now)}"

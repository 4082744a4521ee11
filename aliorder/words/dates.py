"""Days and moments as a person says them: with the weekday, and how far off they are."""

from __future__ import annotations

from datetime import date, datetime

from aliorder.domain.dates import is_site_day, said_day

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


def moment_words(at: datetime, now: datetime) -> str:
    """A deadline: `Thu 26 Nov, in 2 days`, with the user's hour unless it is the end of a day at the site."""
    day = said_day(at, now)
    hour = "" if is_site_day(at) else f" {at.astimezone(now.tzinfo):%H:%M}"
    return f"{day_words(day, now)}{hour}, {distance_words(day, now)}"


def left_words(at: datetime, now: datetime) -> str:
    """How much time is left to `at`: `9 h left`, `in 3 days`, `2 days ago`."""
    seconds = (at - now).total_seconds()
    if 0 <= seconds < 24 * 3600:
        hours = int(seconds // 3600)
        return f"{hours} h left" if hours else "less than 1 h left"
    return distance_words(said_day(at, now), now)


def range_words(first: date, last: date, now: datetime) -> str:
    """`25 Nov … 22 Dec`-like, both with their weekday."""
    if first == last:
        return day_words(first, now)
    return f"{day_words(first, now)} … {day_words(last, now)}"

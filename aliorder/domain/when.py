"""How a person may spell a day or a moment. Any other spelling is refused, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from aliorder.domain.dates import later
from aliorder.domain.order import UNKNOWN, When
from aliorder.errors import UsageError, shown

SPELLINGS = (
    "YYYY-MM-DD, an ISO date-time such as 2026-11-23T10:00, now, today, yesterday, 3d (three days ago) or unknown"
)

DAY = r"(?a)\d{4}-\d{2}-\d{2}"
MOMENT = r"(?a)\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?"
DAYS_AGO = r"(?a)(\d{1,5})d"
COUNTDOWN = r"(?a)\+(?=\d)(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?"
YEARS = range(1900, 3000)
"""No order has a day outside these years; one is a slip of the pen."""


def read_when(text: str, now: datetime) -> When:
    """What `text` means at `now`: a day, a moment, or `UNKNOWN`.

    Relative words count from `now`; a time without a zone is in the zone of `now`.
    Raises `UsageError` for any other spelling, for days that do not exist and for years outside `YEARS`.
    """
    word = text.strip().casefold()
    if word == "unknown":
        return UNKNOWN
    if word == "now":
        return When(at=now)
    ago = days_ago(word)
    if ago is not None:
        return near(When(now.date() - timedelta(days=ago)), text)
    return read_iso(text.strip(), now)


def read_deadline(text: str, now: datetime) -> When:
    """Like `read_when`, and a countdown such as `+2d5h` from `now`, too."""
    countdown = re.fullmatch(COUNTDOWN, text.strip().casefold())
    if not countdown:
        return read_shown(text, now)
    days, hours, minutes = (int(part or 0) for part in countdown.groups())
    return near(When(at=later(now, timedelta(days=days, hours=hours, minutes=minutes))), text)


def read_shown(text: str, now: datetime) -> When:
    """A day or a moment read off the page; what cannot be read is told of the countdown, too."""
    try:
        return read_when(text, now)
    except UsageError as error:
        raise UsageError(error.message, f"{error.hint}, or what is left, such as +2d5h") from None


def days_ago(word: str) -> int | None:
    """How many days back a relative word points; `None` if it is no such word."""
    if word in ("today", "yesterday"):
        return ("today", "yesterday").index(word)
    match = re.fullmatch(DAYS_AGO, word)
    return int(match[1]) if match else None


def read_iso(text: str, now: datetime) -> When:
    """A day or a moment in ISO 8601; `UsageError` for anything else."""
    try:
        if re.fullmatch(DAY, text):
            return near(When(date.fromisoformat(text)), text)
        if re.fullmatch(MOMENT, text.upper()):
            return near(moment(datetime.fromisoformat(text.upper()), now), text)
    except ValueError:
        raise UsageError(f"{shown(text)} is not a day that exists", f"write it as {SPELLINGS}") from None
    raise refused(text)


def moment(read: datetime, now: datetime) -> When:
    """A moment as `When`, in the zone of `now` if it names none."""
    return When(at=read if read.tzinfo else read.replace(tzinfo=now.tzinfo))


def near(when: When, text: str) -> When:
    """`when`; raises `UsageError` if it is outside the `YEARS`."""
    day = when.at or when.day
    if day is None or day.year in YEARS:
        return when
    raise UsageError(f"{shown(text)} is too far away for an order", f"a year from {YEARS[0]} to {YEARS[-1]}")


def refused(text: str) -> UsageError:
    """The error for a spelling that could be misread."""
    return UsageError(f"{shown(text)} cannot be read as a date without guessing", f"write it as {SPELLINGS}")

"""The moments in PayPal's files: a day, a time and the name of a zone, each in a column of its own."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from aliorder.domain.order import When

HOURS = {
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 1,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "SGT": 8,
    "HKT": 8,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "BRT": -3,
    "BRST": -2,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "AKST": -9,
    "AKDT": -8,
    "HST": -10,
}
"""Hours ahead of UTC by short name. Those that mean several zones (CST, IST, AST …) are missing on purpose."""

CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")
OFFSET = re.compile(r"(?:UTC|GMT)? ?([+-])(0?[0-9]|1[0-4])(?::?([0-5][0-9]))?")
PLACE = re.compile(r"[A-Za-z]{2,20}(?:/[A-Za-z][A-Za-z0-9_+-]{0,30}){1,2}")


def when_of(day: date, clock: str, zone: str) -> When:
    """The moment, with the offset that holds then; the day alone where the time or its zone is not known for sure."""
    spelled = CLOCK.fullmatch(clock.strip())
    found = zone_of(zone.strip())
    if spelled is None or found is None:
        return When(day)
    moment = datetime.combine(day, time(int(spelled[1]), int(spelled[2]), int(spelled[3] or 0)), found)
    offset = moment.utcoffset()
    return When(at=moment.replace(tzinfo=timezone(offset))) if offset is not None else When(day)


def zone_of(name: str) -> tzinfo | None:
    """The zone of this name (`Europe/Berlin`, `PDT`, `GMT+02:00`); `None` if it is unknown or not the only one."""
    if name.upper() in HOURS:
        return timezone(timedelta(hours=HOURS[name.upper()]))
    offset = OFFSET.fullmatch(name)
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(ahead if offset[1] == "+" else -ahead)
    try:
        return ZoneInfo(name) if PLACE.fullmatch(name) else None
    except (KeyError, ValueError, OSError):
        return None

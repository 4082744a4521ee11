"""When sellers in China are likely at work: the hours that we assume, and the short holidays, 2019 to 2040.

The days off up to 2026 are official. Those after are the public holidays that the law names, as the holidays library
works them out, with the weekend that they touch: which days will be added or made up for has not been announced. The
holidays long enough to stop sellers stand in `seller_holidays`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from aliorder.domain.policy import SellerHoliday, SellerHours

READ = date(2026, 11, 22)

SELLER_HOURS = SellerHours("seller-hours", time(9), time(18), 0, 5, ("judgement",), READ)
"""Nine to six, Monday to Saturday: a guess of ours, for no source says when sellers work, nor names other hours."""

OFFICIAL_UNTIL = 2026
"""The last year whose days off have been announced."""

DaysOff = tuple[date, int]
"""The first day off and how many there are."""

NEW_YEARS_DAYS: tuple[DaysOff, ...] = (
    (date(2018, 12, 30), 3),
    (date(2020, 1, 1), 1),
    (date(2021, 1, 1), 3),
    (date(2022, 1, 1), 3),
    (date(2022, 12, 31), 3),
    (date(2023, 12, 30), 3),
    (date(2025, 1, 1), 1),
    (date(2026, 1, 1), 3),
    (date(2027, 1, 1), 3),
    (date(2028, 1, 1), 3),
    (date(2028, 12, 30), 3),
    (date(2030, 1, 1), 1),
    (date(2031, 1, 1), 1),
    (date(2032, 1, 1), 1),
    (date(2033, 1, 1), 3),
    (date(2033, 12, 31), 3),
    (date(2034, 12, 30), 3),
    (date(2036, 1, 1), 1),
    (date(2037, 1, 1), 1),
    (date(2038, 1, 1), 3),
    (date(2039, 1, 1), 3),
    (date(2039, 12, 31), 3),
)

QINGMING: tuple[DaysOff, ...] = (
    (date(2019, 4, 5), 3),
    (date(2020, 4, 4), 3),
    (date(2021, 4, 3), 3),
    (date(2022, 4, 3), 3),
    (date(2023, 4, 5), 1),
    (date(2024, 4, 4), 3),
    (date(2025, 4, 4), 3),
    (date(2026, 4, 4), 3),
    (date(2027, 4, 3), 3),
    (date(2028, 4, 4), 1),
    (date(2029, 4, 4), 1),
    (date(2030, 4, 5), 3),
    (date(2031, 4, 5), 3),
    (date(2032, 4, 3), 3),
    (date(2033, 4, 2), 3),
    (date(2034, 4, 5), 1),
    (date(2035, 4, 5), 1),
    (date(2036, 4, 4), 3),
    (date(2037, 4, 4), 3),
    (date(2038, 4, 3), 3),
    (date(2039, 4, 5), 1),
    (date(2040, 4, 4), 1),
)
"""Tomb-Sweeping Day."""

DRAGON_BOAT: tuple[DaysOff, ...] = (
    (date(2019, 6, 7), 3),
    (date(2020, 6, 25), 3),
    (date(2021, 6, 12), 3),
    (date(2022, 6, 3), 3),
    (date(2023, 6, 22), 3),
    (date(2024, 6, 8), 3),
    (date(2025, 5, 31), 3),
    (date(2026, 6, 19), 3),
    (date(2027, 6, 9), 1),
    (date(2028, 5, 27), 3),
    (date(2029, 6, 16), 3),
    (date(2030, 6, 5), 1),
    (date(2031, 6, 24), 1),
    (date(2032, 6, 12), 3),
    (date(2033, 6, 1), 1),
    (date(2034, 6, 20), 1),
    (date(2035, 6, 9), 3),
    (date(2036, 5, 30), 3),
    (date(2037, 6, 18), 1),
    (date(2038, 6, 5), 3),
    (date(2039, 5, 27), 3),
    (date(2040, 6, 14), 1),
)

MID_AUTUMN: tuple[DaysOff, ...] = (
    (date(2019, 9, 13), 3),
    (date(2021, 9, 19), 3),
    (date(2022, 9, 10), 3),
    (date(2024, 9, 15), 3),
    (date(2026, 9, 25), 3),
    (date(2027, 9, 15), 1),
    (date(2029, 9, 22), 3),
    (date(2030, 9, 12), 1),
    (date(2032, 9, 18), 3),
    (date(2033, 9, 8), 1),
    (date(2034, 9, 27), 1),
    (date(2035, 9, 15), 3),
    (date(2037, 9, 24), 1),
    (date(2038, 9, 11), 3),
    (date(2040, 9, 20), 1),
)
"""Those that fall into the Golden Week belong to it."""


def short_holidays(stem: str, name: str, days_off: tuple[DaysOff, ...]) -> Iterator[SellerHoliday]:
    """The rows of a holiday that comes back each year; its year is the one in which it ends."""
    for first, days in days_off:
        last = first + timedelta(days=days - 1)
        official = last.year <= OFFICIAL_UNTIL
        sources = ("state-council",) if official else ("holidays-library",)
        yield SellerHoliday(f"{stem}-{last.year}", name, first, last, sources, official, READ)


SHORT_HOLIDAYS: tuple[SellerHoliday, ...] = tuple(
    sorted(
        (
            *short_holidays("new-years-day", "New Year's Day holiday", NEW_YEARS_DAYS),
            *short_holidays("qingming", "Qingming Festival", QINGMING),
            *short_holidays("dragon-boat", "Dragon Boat Festival", DRAGON_BOAT),
            *short_holidays("mid-autumn", "Mid-Autumn Festival", MID_AUTUMN),
        ),
        key=lambda holiday: holiday.first,
    )
)
"""Every one of them, in order."""

"""The holidays in China that are long enough to stop sellers, 2019 to 2040: they warn and never move a date.

The spans up to 2026 are official. Those after are our judgement: the Spring Festival from the eve to the seventh day
of the new year, Labour Day and National Day as in most years. Qingming, Dragon Boat and Mid-Autumn take three days
each, no more than a long weekend: too short to warn of. After 2040 nobody is warned.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from aliorder.domain.policy import SellerHoliday

READ = date(2026, 11, 22)

Span = tuple[date, date]

NEW_YEARS_DAYS: tuple[date, ...] = (
    date(2019, 2, 5),
    date(2020, 1, 25),
    date(2021, 2, 12),
    date(2022, 2, 1),
    date(2023, 1, 22),
    date(2024, 2, 10),
    date(2025, 1, 29),
    date(2026, 2, 17),
    date(2027, 2, 6),
    date(2028, 1, 26),
    date(2029, 2, 13),
    date(2030, 2, 3),
    date(2031, 1, 23),
    date(2032, 2, 11),
    date(2033, 1, 31),
    date(2034, 2, 19),
    date(2035, 2, 8),
    date(2036, 1, 28),
    date(2037, 2, 15),
    date(2038, 2, 4),
    date(2039, 1, 24),
    date(2040, 2, 12),
)
"""The first day of each year of the Chinese calendar."""

SPRING_FESTIVALS: Mapping[int, Span] = {
    2019: (date(2019, 2, 4), date(2019, 2, 10)),
    2020: (date(2020, 1, 24), date(2020, 2, 2)),
    2021: (date(2021, 2, 11), date(2021, 2, 17)),
    2022: (date(2022, 1, 31), date(2022, 2, 6)),
    2023: (date(2023, 1, 21), date(2023, 1, 27)),
    2024: (date(2024, 2, 10), date(2024, 2, 17)),
    2025: (date(2025, 1, 28), date(2025, 2, 4)),
    2026: (date(2026, 2, 15), date(2026, 2, 23)),
}
"""The official days off, both ends inclusive."""

LABOUR_DAYS: Mapping[int, Span] = {
    2019: (date(2019, 5, 1), date(2019, 5, 4)),
    2020: (date(2020, 5, 1), date(2020, 5, 5)),
    2021: (date(2021, 5, 1), date(2021, 5, 5)),
    2022: (date(2022, 4, 30), date(2022, 5, 4)),
    2023: (date(2023, 4, 29), date(2023, 5, 3)),
    2024: (date(2024, 5, 1), date(2024, 5, 5)),
    2025: (date(2025, 5, 1), date(2025, 5, 5)),
    2026: (date(2026, 5, 1), date(2026, 5, 5)),
}

NATIONAL_DAYS: Mapping[int, Span] = {
    2019: (date(2019, 10, 1), date(2019, 10, 7)),
    2020: (date(2020, 10, 1), date(2020, 10, 8)),
    2021: (date(2021, 10, 1), date(2021, 10, 7)),
    2022: (date(2022, 10, 1), date(2022, 10, 7)),
    2023: (date(2023, 9, 29), date(2023, 10, 6)),
    2024: (date(2024, 10, 1), date(2024, 10, 7)),
    2025: (date(2025, 10, 1), date(2025, 10, 8)),
    2026: (date(2026, 10, 1), date(2026, 10, 7)),
}
"""The Golden Week; Mid-Autumn joins it where the two meet."""


def announced(year: int) -> tuple[str, ...]:
    """Where the official spans of a year were read."""
    return ("state-council", "checkdatetime") if year == 2026 else ("state-council",)


def spring_festival(new_years_day: date) -> SellerHoliday:
    """The Spring Festival around a New Year's Day; some sellers leave some days early, and all are slow after."""
    year = new_years_day.year
    official = year in SPRING_FESTIVALS
    judged = (new_years_day - timedelta(days=1), new_years_day + timedelta(days=6))
    return SellerHoliday(
        f"spring-festival-{year}",
        "Spring Festival",
        *SPRING_FESTIVALS.get(year, judged),
        (*(announced(year) if official else ("judgement",)), "nextp", "ali-shop"),
        official,
        READ,
        leave_early=3,
        slow_after=True,
    )


def labour_day(year: int) -> SellerHoliday:
    """The days around the first of May."""
    official = year in LABOUR_DAYS
    span = LABOUR_DAYS.get(year, (date(year, 5, 1), date(year, 5, 5)))
    sources = announced(year) if official else ("judgement", "state-council")
    return SellerHoliday(f"labour-day-{year}", "Labour Day holiday", *span, sources, official, READ)


def national_day(year: int) -> SellerHoliday:
    """The week from the first of October."""
    official = year in NATIONAL_DAYS
    span = NATIONAL_DAYS.get(year, (date(year, 10, 1), date(year, 10, 7)))
    sources = announced(year) if official else ("judgement", "aliexpressers")
    return SellerHoliday(f"national-day-{year}", "National Day holiday", *span, sources, official, READ)


SELLER_HOLIDAYS: tuple[SellerHoliday, ...] = tuple(
    holiday
    for day in NEW_YEARS_DAYS
    for holiday in (spring_festival(day), labour_day(day.year), national_day(day.year))
)
"""Every holiday that warns, in order."""

"""The value of a cell in a workbook as text, without a digit lost or invented."""

from __future__ import annotations

from datetime import date, datetime, time

EXACT = 15
"""A spreadsheet keeps so many digits of a number."""

LARGEST_EXACT = 2**53
"""Up to here, every whole number is one of those that a workbook can hold."""


def cell_text(value: object, trust_numbers: bool = False) -> str:
    """The value as text: a day as `2026-07-15`, a moment as `2026-07-15 10:20:00`, whole numbers without a point.

    A whole number whose last digits may be wrong is written with an exponent, so that nobody takes it for an order
    number, unless `trust_numbers`.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        return whole_text(value, trust_numbers)
    if isinstance(value, float):
        return f"{value:.{EXACT}g}"
    return moment_text(value)


def whole_text(value: int, trust_numbers: bool) -> str:
    """A whole number as text."""
    if trust_numbers or abs(value) <= LARGEST_EXACT:
        return str(value) if abs(value) < 10**40 else f"{value:.4e}"
    return f"{value:.{EXACT - 1}e}"


def moment_text(value: object) -> str:
    """A day, a moment or whatever else stands there, as text."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, (date, time)) else str(value)

"""The steps on the way to the money: which are still ahead, from when to when, and how their days are counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from aliorder.domain.dates import Calendar, add_business_days
from aliorder.domain.findings import Count, CountUnit, RefundStep, Since
from aliorder.domain.policy import FundedStep, PaymentMethod, Window

Bounds = tuple[date, date]
"""A first and a last day, both inclusive."""


class Figures(NamedTuple):
    """The days that a method takes: from `least` to `most` in its `unit`, the usual ones in business days."""

    least: int
    most: int
    typical: tuple[int, int] | None
    unit: CountUnit


class Range(NamedTuple):
    """The days of a refund, inclusive; `None` where no day can be named."""

    earliest: date | None = None
    typical_from: date | None = None
    typical_until: date | None = None
    latest: date | None = None
    chase_from: date | None = None


def figures_of(method: PaymentMethod, completed: bool = False) -> Figures | None:
    """The figures of a method, `None` if no money comes back by it.

    `completed`: those counted from the site's "refund completed".
    """
    if method.maximum is None:
        return None
    if completed and method.completed:
        return Figures(*method.completed, within(method.typical, *method.completed), "business-days")
    return Figures(1 if method.minimum is None else method.minimum, method.maximum, method.typical, method.unit)


def within(usual: tuple[int, int] | None, least: int, most: int) -> tuple[int, int] | None:
    """The usual range, if there is one and it lies from `least` to `most`, both inclusive."""
    return usual if usual and least <= usual[0] and usual[1] <= most else None


def range_of(figures: Figures, span: Bounds, calendar: Calendar) -> Range:
    """The range of a refund whose clock starts within `span`: the least from its first day, the most from its last."""
    first, last = span
    earliest, latest = reached(span, figures.least, figures.most, figures.unit, calendar)
    typical = figures.typical
    return Range(
        earliest=earliest,
        typical_from=add_business_days(first, typical[0], calendar) if typical else None,
        typical_until=add_business_days(last, typical[1], calendar) if typical else None,
        latest=latest,
        chase_from=latest + timedelta(days=1),
    )


def reached(span: Bounds, least: int, most: int, unit: CountUnit, calendar: Calendar) -> Bounds:
    """The day `least` after the first and the day `most` after the last one, never before the other."""
    first, last = span
    earliest, latest = first + timedelta(days=least), last + timedelta(days=most)
    if unit == "business-days":
        earliest = add_business_days(first, least, calendar)
    if unit != "calendar-days":
        latest = add_business_days(last, most, calendar)
    return earliest, max(earliest, latest)


def step(name: str, span: Bounds | None, counted: Count) -> RefundStep:
    """A step that is expected within `span`, `None` for days that nobody knows."""
    first, last = span or (None, None)
    return RefundStep(name, first, last, counted)


def settled(window: Window, granted: Bounds | None) -> RefundStep:
    """The site shows the refund as done: within the window of the grant. It adds nothing to the range."""
    count = Count("settling", 0, window.value)
    return step("settlement", granted and (granted[0], granted[1] + timedelta(days=window.value)), count)


def money_steps(
    method: PaymentMethod, since: Since, days: Range, span: Bounds | None, calendar: Calendar
) -> Iterator[RefundStep]:
    """The credit, and what holds beside or after it for some ways of funding the method."""
    completed = since == "refund-completed"
    figures = figures_of(method, completed)
    count = Count(since, figures.least, figures.most, figures.unit) if figures else None
    yield RefundStep("credit", days.earliest, days.latest, count, ask=method.ask)
    within = method.overrides is None and not (completed and method.completed)
    for funded in method.then:
        if is_meant(funded, calendar) and (within or funded.after == "credit"):
            yield funded_step(funded, days, span, calendar)


def is_meant(funded: FundedStep, calendar: Calendar) -> bool:
    """Whether the step holds where the calendar's buyer lives; one for some countries needs a country."""
    return not funded.countries or calendar.id in funded.countries


def funded_step(funded: FundedStep, days: Range, span: Bounds | None, calendar: Calendar) -> RefundStep:
    """A step for some buyers only, with its days where those of the credit are known."""
    earliest: date | None = None
    latest: date | None = None
    if days.earliest and days.latest and span and funded.least is not None and funded.most is not None:
        start = span if funded.after == "start" else (days.earliest, days.latest)
        earliest, latest = reached(start, funded.least, funded.most, funded.unit, calendar)
    count = Count(funded.after, funded.least, funded.most, funded.unit)
    return RefundStep(funded.id, earliest, latest, count, conditional=True)

"""Two facts about an order that do not go together, in words: which, told for which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from aliorder.domain.dates import own_day
from aliorder.domain.order import Order
from aliorder.domain.timeline import counts
from aliorder.words.dates import short_day
from aliorder.words.labels import EVENT_LABELS


def at_odds_words(pair: tuple[str, str], order: Order, now: datetime) -> str:
    """Why a pair of the timeline's contradictions does not go together, with the days that were told.

    The second of a pair is told for an earlier day than the first, which it needs; or the status denies the first; or
    they exclude each other.
    """
    first, second = pair
    if second == "site-status":
        seen = f" “{order.status.text}”" if order.status else ""
        return f"{named(first, newest(days_of(first, order, now)), now)} does not fit the status{seen}"
    late = newest(days_of(second, order, now))
    after = [day for day in days_of(first, order, now) if late and day > late]
    if late and after:
        return f"{named(second, late, now)} lies before {named(first, min(after), now)}"
    return f"{named(first, newest(days_of(first, order, now)), now)} excludes {named(second, late, now)}"


def days_of(kind: str, order: Order, now: datetime) -> list[date]:
    """The user's days of the events of a kind that have happened, as far as they are known."""
    days = (own_day(event.when, now) for event in order.events if event.kind == kind and counts(event, now))
    return [day for day in days if day is not None]


def newest(days: Iterable[date]) -> date | None:
    """The newest of the days; `None` if there is none."""
    return max(days, default=None)


def named(kind: str, day: date | None, now: datetime) -> str:
    """An event by its name, with its day: `“paid” (23 Oct)`."""
    name = f"“{EVENT_LABELS[kind]}”"  # type: ignore[index]
    if day is None:
        return name
    return f"{name} ({short_day(day)})" if day.year == now.year else f"{name} ({short_day(day)} {day.year})"

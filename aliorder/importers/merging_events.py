"""What happened to an order, merged so that nothing is told twice."""

from __future__ import annotations

from datetime import date

from aliorder.domain.order import Event, When
from aliorder.domain.vocabulary import EventKind

ONCE: frozenset[EventKind] = frozenset({"placed", "paid", "payment-verified", "expired", "shipped"})
"""What happens to an order only once, so that another day corrects the day that was known."""


def merge_events(stored: tuple[Event, ...], read: tuple[Event, ...], newer: bool) -> tuple[Event, ...]:
    """The stored events, each made as exact as the file allows, then those that only the file knows.

    `newer`: where the two differ, read beats stored.
    """
    events = list(stored)
    # What is known best finds its place first, so that a second reading finds the same places.
    for event in sorted(read, key=lambda event: (not is_exact(event.when), day_of(event.when) is None)):
        place = place_of(event, events)
        if place is None:
            events.append(event)
        else:
            events[place] = joined(events[place], event, newer)
    return tuple(events)


def place_of(event: Event, events: list[Event]) -> int | None:
    """Where the same event stands in `events`, the likest if several could be it."""
    places = [place for place, other in enumerate(events) if is_same(other, event)]
    return min(places, key=lambda place: unlikeness(events[place].when, event.when), default=None)


def is_same(one: Event, other: Event) -> bool:
    """Whether both tell of one event: of one kind, and on one day unless it happens only once."""
    return one.kind == other.kind and (one.kind in ONCE or is_one_time(one.when, other.when))


def is_one_time(one: When, other: When) -> bool:
    """Whether both can be the same time.

    An unknown day can be any day. A moment and a bare day may be a day apart: their zones differ.
    """
    first, second = day_of(one), day_of(other)
    if first is None or second is None:
        return True
    return abs((first - second).days) <= (1 if is_exact(one) != is_exact(other) else 0)


def unlikeness(one: When, other: When) -> int:
    """0 for equal times, 1 for the same day, 2 for all others."""
    if one == other:
        return 0
    return 1 if day_of(one) == day_of(other) else 2


def joined(stored: Event, read: Event, newer: bool) -> Event:
    """One event out of two views of it."""
    first, second = (read, stored) if newer else (stored, read)
    amount = second.amount if first.amount is None else first.amount
    return Event(stored.kind, better(first.when, second.when), amount)


def better(first: When, second: When) -> When:
    """The time that says more; `first` if neither does."""
    if day_of(first) is None:
        return second
    more = is_exact(second) and not is_exact(first) and is_one_time(first, second)
    return second if more else first


def is_exact(when: When) -> bool:
    """Whether the moment is known, not only the day."""
    return when.at is not None


def day_of(when: When) -> date | None:
    """The calendar day, `None` if it is unknown."""
    return when.at.date() if when.day is None and when.at is not None else when.day

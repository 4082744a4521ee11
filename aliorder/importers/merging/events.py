"""What happened to an order, merged so that nothing is told twice."""

from __future__ import annotations

from datetime import date

from aliorder.domain.order import Event, When
from aliorder.domain.vocabulary import EventKind
from aliorder.words.safe import printable

ONCE: frozenset[EventKind] = frozenset({"placed", "paid", "payment-verified", "expired", "shipped"})
"""What happens to an order only once, so that another day corrects the day that was known."""


def merge_events(stored: tuple[Event, ...], read: tuple[Event, ...], newer: bool) -> tuple[Event, ...]:
    """The stored events, each made as exact as the file allows, then those that only the file knows.

    No two of the read events are taken for one. `newer`: where the two differ, read beats stored; but what was written
    stays, and two texts that say something else were written at two events.
    """
    events = list(stored)
    known = {event._replace(text=None) for event in stored}
    taken: set[int] = set()
    # What is the very same, and then what is known best, finds its place first: a second reading finds the same places.
    for event in sorted(read, key=lambda event: (event._replace(text=None) not in known, *vagueness(event.when))):
        place = place_of(event, events, taken)
        if place is None:
            place = len(events)
            events.append(event)
        else:
            events[place] = joined(events[place], event, newer)
        taken.add(place)
    return tuple(events)


def place_of(event: Event, events: list[Event], taken: set[int]) -> int | None:
    """Where the same event stands in `events`, but for the places `taken`; the likest if several could be it."""
    places = [place for place, other in enumerate(events) if place not in taken and is_same(other, event)]
    return min(places, key=lambda place: unlikeness(events[place], event), default=None)


def is_same(one: Event, other: Event) -> bool:
    """Whether both tell of one event: of one kind, of one amount, and on one day unless it happens only once."""
    if one.kind != other.kind or not is_one_text(one.text, other.text):
        return False
    if one.amount != other.amount and None not in (one.amount, other.amount):
        return False
    return one.kind in ONCE or is_one_time(one.when, other.when)


def is_one_text(one: str | None, other: str | None) -> bool:
    """Whether both can be what was written at one event; a table drops what cannot be seen."""
    return one is None or other is None or printable(one).split() == printable(other).split()


def is_one_time(one: When, other: When) -> bool:
    """Whether both can be the same time.

    An unknown day can be any day. A moment and a bare day may be a day apart: their zones differ.
    """
    first, second = day_of(one), day_of(other)
    if first is None or second is None:
        return True
    return abs((first - second).days) <= (1 if is_exact(one) != is_exact(other) else 0)


def unlikeness(one: Event, other: Event) -> tuple[int, bool]:
    """0 for equal times, 1 for the same day, 2 for all others; then whether only one has an amount."""
    apart = 0 if one.when == other.when else 1 if day_of(one.when) == day_of(other.when) else 2
    return apart, one.amount != other.amount


def joined(stored: Event, read: Event, newer: bool) -> Event:
    """One event out of two views of it."""
    first, second = (read, stored) if newer else (stored, read)
    amount = second.amount if first.amount is None else first.amount
    text = read.text if stored.text is None else stored.text
    when = later_of_neighbours(first.when, second.when) if stored.kind == "placed" else None
    return Event(stored.kind, when or better(first.when, second.when), amount, text)


def later_of_neighbours(one: When, other: When) -> When | None:
    """The later one of two bare days that follow each other, else `None`.

    Some exporters write the day of the order in UTC, which east of it is the day before; none makes it later.
    """
    if one.day and other.day and not (is_exact(one) or is_exact(other)) and abs((one.day - other.day).days) == 1:
        return max(one, other, key=lambda when: when.day or date.min)
    return None


def better(first: When, second: When) -> When:
    """The time that says more; `first` if neither does."""
    if day_of(first) is None:
        return second
    more = is_exact(second) and not is_exact(first) and is_one_time(first, second)
    return second if more else first


def vagueness(when: When) -> tuple[bool, bool]:
    """Whether the moment is not known, and whether not even the day is."""
    return not is_exact(when), day_of(when) is None


def is_exact(when: When) -> bool:
    """Whether the moment is known, not only the day."""
    return when.at is not None


def day_of(when: When) -> date | None:
    """The calendar day, `None` if it is unknown."""
    return when.at.date() if when.day is None and when.at is not None else when.day

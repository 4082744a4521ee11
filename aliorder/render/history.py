"""The life of an order from top to bottom: what happened, where now is, what lies ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.dates import own_day
from aliorder.domain.order import Event, Order
from aliorder.domain.outlook import WHOLE_DAYS, DueDate, last_day
from aliorder.render.card import order_line
from aliorder.words.dates import day_words, distance_words
from aliorder.words.labels import DEADLINE_LABELS, EVENT_LABELS
from aliorder.words.money import money_words
from aliorder.words.quoting import text_words

NOW = "you are here"


class Mark(NamedTuple):
    """A point on the line of time."""

    day: date | None
    sign: str
    text: str


def history_lines(
    order: Order, events: Sequence[Event], deadlines: Sequence[DueDate], now: datetime, *, drawn: bool
) -> Iterator[str]:
    """The picture, a line a point; longer gaps are a longer line where it is `drawn`."""
    yield order_line(order)
    yield ""
    before = None
    for mark in marks_of(events, deadlines, now):
        if drawn and before is not None and mark.day is not None:
            yield from (f"{'':>17}│" for _ in range(gap(before, mark.day)))
        before = mark.day or before
        day = day_words(mark.day, now) if mark.day else "day unknown"
        distance = f"  ({distance_words(mark.day, now)})" if mark.day and mark.text != NOW else ""
        yield f"{day:>15}  {mark.sign}  {mark.text}{distance}"


def marks_of(events: Sequence[Event], deadlines: Sequence[DueDate], now: datetime) -> list[Mark]:
    """What happened, oldest first, then now, then what lies ahead."""
    past = [Mark(own_day(event.when, now), "●", event_text(event)) for event in events]
    ahead = [
        Mark(last_day(deadline.id, deadline.at, now), "○", deadline_text(deadline, deadline.at, now))
        for deadline in deadlines
        if deadline.at is not None
    ]
    over = [mark for mark in ahead if mark.day is not None and mark.day < now.date()]
    to_come = [mark for mark in ahead if mark not in over]
    return [*by_day(past + over), Mark(now.date(), "◆", NOW), *by_day(to_come)]


def by_day(marks: list[Mark]) -> list[Mark]:
    """The marks by their day; those of unknown day keep their place behind the one before them."""
    last = date.min
    keyed = []
    for mark in marks:
        last = mark.day or last
        keyed.append((last, mark))
    return [mark for _, mark in sorted(keyed, key=lambda pair: pair[0])]


def gap(before: date, after: date) -> int:
    """How many lines stand for the days between two points: none, one, or two for more than two weeks."""
    days = (after - before).days
    return 0 if days < 2 else 1 if days <= 14 else 2


def event_text(event: Event) -> str:
    """An event in words, with its amount and the beginning of what was written."""
    amount = f", {money_words(event.amount)}" if event.amount else ""
    return EVENT_LABELS[event.kind] + amount + text_words(event.text)


def deadline_text(deadline: DueDate, at: datetime, now: datetime) -> str:
    """A deadline in words, with its hour where the user is."""
    hour = "" if deadline.id in WHOLE_DAYS else f" {at.astimezone(now.tzinfo):%H:%M}"
    return f"{DEADLINE_LABELS[deadline.id]}{hour}{'' if deadline.shown else ', our estimate'}"

"""What comes due: the deadlines of the kept orders on one list, soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from aliorder.domain.advice import decide, told
from aliorder.domain.dates import Calendar
from aliorder.domain.deadlines import WHOLE_DAYS, last_day
from aliorder.domain.findings import DueDate
from aliorder.domain.order import Order
from aliorder.domain.policy import DeadlineId, Policy
from aliorder.domain.survey import Entry
from aliorder.domain.timeline import yet_to_count
from aliorder.errors import NotEnoughFacts

Level = Literal["overdue", "today", "soon", "week", "later"]
"""How near a deadline is: over, today, within 3 days, within 7 days, or later."""

SOON, WEEK = 3, 7
"""So many days, counted in dates of the user's zone, are soon and a week."""

STILL_MATTER: frozenset[DeadlineId] = frozenset(
    {
        "ship-by",
        "cancel-answer-latest",
        "deliver-by",
        "reship-until",
        "platform-steps-in",
        "appeal-answer",
        "refund-latest",
    }
)
"""Deadlines of others: once they are over there is something to look at or to ask for. A missed one of the buyer's own
has changed the advice instead."""


class Due(NamedTuple):
    """A deadline of a kept order; `at` is its last moment, inclusive."""

    entry: Entry
    deadline: DueDate
    at: datetime

    @property
    def level(self) -> Level:
        """How near it is, counted in dates of the user's zone like `days_left`."""
        now = self.entry.now
        left = (last_day(self.deadline.id, self.at, now) - now.date()).days
        if left < 0 or (self.at < now and self.deadline.id not in WHOLE_DAYS):
            return "overdue"
        if left == 0:
            return "today"
        return "soon" if left <= SOON else "week" if left <= WEEK else "later"


def dues_of(entry: Entry) -> Iterator[Due]:
    """The deadlines of an order that are ahead, and those over that still ask for something; soonest first."""
    if entry.advice is None or not entry.is_open:
        return
    late = STILL_MATTER if entry.advice.stage.id != "frozen" else ()
    for deadline in entry.advice.deadlines:
        if deadline.at is not None and (deadline.at >= entry.now or deadline.id in late):
            yield Due(entry, deadline, deadline.at)


class Watched(NamedTuple):
    """An entry, and the first moment at which it has something due, or may say anything new; `None` for never."""

    entry: Entry
    wake: datetime | None


def watched(order: Order, policy: Policy, now: datetime, calendar: Calendar) -> Watched:
    """The order with its advice, and until when nothing of it has to be looked at again.

    Something overdue wakes at its own moment, in the past: it stays in view.
    """
    try:
        decision = decide(order, policy, now, calendar)
    except NotEnoughFacts as error:
        return Watched(Entry(order, now, None, error.missing), min(yet_to_count(order, now), default=None))
    entry = Entry(order, now, told(decision))
    change = decision.facts.next_change
    return Watched(entry, min((*(due.at for due in dues_of(entry)), *((change,) if change else ())), default=None))


def undescribed(order: Order) -> Order:
    """The order without all that has no bearing on when it wakes: orders that are alike in this wake together."""
    total = order.total if any(event.amount for event in order.events) else None
    return Order(
        total=total,
        payment=order.payment,
        country=order.country,
        coupon=order.coupon,
        free_return=order.free_return,
        cancel_button=order.cancel_button,
        keep=order.keep,
        status=order.status,
        parcel=order.parcel,
        why=order.why,
        events=order.events,
        deadlines=order.deadlines,
    )


def agenda(entries: Iterable[Entry], until: datetime | None = None) -> list[Due]:
    """The deadlines of all these orders up to `until`, inclusive: soonest first, then by number and id."""
    found = [due for entry in entries for due in dues_of(entry) if until is None or due.at <= until]
    found.sort(key=lambda due: (due.at.timestamp(), due.entry.order.number or "", due.deadline.id))
    return found

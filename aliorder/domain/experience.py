"""What the buyer's own refunds took: learned from those that have arrived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from aliorder.domain.dates import Calendar, business_days_between, own_day
from aliorder.domain.order import UNKNOWN, Event, Order
from aliorder.domain.policy import Policy, valid_on
from aliorder.domain.refund import GRANTS
from aliorder.domain.timeline import counts, in_order, timeline_of
from aliorder.domain.vocabulary import EventKind

CLOCK_STARTS: frozenset[EventKind] = GRANTS - {"refund-completed"}
"""The events from which a method's own figures count; "refund completed" has figures of its own."""


@dataclass(frozen=True, slots=True)
class Experience:
    """From `least` to `most` business days of `calendar` were taken by `count` refunds by one method."""

    method: str
    least: int
    most: int
    count: int
    calendar: str


def experience_of(
    orders: Iterable[Order], method: str, policy: Policy, now: datetime, calendar: Calendar
) -> Experience | None:
    """What refunds by `method` took on the way to the buyer of these orders; `None` if none has arrived.

    All are counted by the one `calendar`, that of the range which they stand beside.
    """
    spans = (days_taken(order, policy, now, calendar) for order in orders if policy.paid_by(order.payment) == method)
    taken = [days for days in spans if days is not None]
    return Experience(method, min(taken), max(taken), len(taken), calendar.id) if taken else None


def days_taken(order: Order, policy: Policy, now: datetime, calendar: Calendar) -> int | None:
    """The business days from the clock's start to the first arrival of money, 0 on one day; `None` if unknown.

    Only the first arrival counts: nobody knows to which of the grants before it a later one belongs. An order whose
    facts contradict each other teaches nothing.
    """
    if timeline_of(order, policy.status_texts, now).contradictions:
        return None
    clock, arrival = first_arrival(order, clock_starts(order, policy, now), now)
    start, end = own_day(clock.when, now), own_day(arrival.when, now)
    return None if start is None or end is None else business_days_between(start, end, calendar)


def clock_starts(order: Order, policy: Policy, now: datetime) -> frozenset[EventKind]:
    """The kinds of event from which the figures of the order's payment method count."""
    method = valid_on(policy.methods.get(policy.paid_by(order.payment) or "", policy.methods["other"]), now.date())
    return CLOCK_STARTS if method.start == "processed" else frozenset({method.start})


def first_arrival(order: Order, starts: frozenset[EventKind], now: datetime) -> tuple[Event, Event]:
    """The first arrival of money by `now` and, before it, the newest event of `starts`; undated where there is none."""
    clock, never = Event("refund-started", UNKNOWN), Event("refund-received", UNKNOWN)
    for event in in_order([event for event in order.events if counts(event, now)], now):
        if event.kind == "refund-received":
            return clock, event
        if event.kind in starts:
            clock = event
    return clock, never

"""All kept orders with their advice, in the order in which they need attention."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import MON_FRI, Calendar, CalendarOf
from aliorder.domain.findings import DueDate
from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.errors import NotEnoughFacts


class Entry(NamedTuple):
    """A kept order and its advice; `None` where too little is known, then `missing` says what to give."""

    order: Order
    now: datetime
    advice: Advice | None
    missing: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is left to do or to wait for, as far as anybody can tell."""
        return self.advice is None or self.advice.action.id != "nothing"

    @property
    def next_deadline(self) -> DueDate | None:
        """The soonest deadline that is not over; `None` where nothing is left to do."""
        if self.advice is None or not self.is_open:
            return None
        return next((due for due in self.advice.deadlines if due.at is not None and due.at >= self.now), None)


def always_mon_fri(_country: str | None) -> Calendar:
    """Monday to Friday, wherever the buyer is."""
    return MON_FRI


def survey(
    orders: Iterable[Order], policy: Policy, now: datetime, calendar_of: CalendarOf = always_mon_fri
) -> list[Entry]:
    """The orders with their advice, soonest deadline first, then by number; each counts the days of its country."""
    entries = [entry_of(order, policy, now, calendar_of) for order in orders]
    entries.sort(key=lambda entry: (soonness(entry), entry.order.number or ""))
    return entries


def entry_of(order: Order, policy: Policy, now: datetime, calendar_of: CalendarOf = always_mon_fri) -> Entry:
    """The order with its advice, if there can be one."""
    try:
        return Entry(order, now, advise(order, policy, now, calendar_of(order.country)))
    except NotEnoughFacts as error:
        return Entry(order, now, None, error.missing)


def soonness(entry: Entry) -> float:
    """The moment of the next deadline as a number; none is last."""
    deadline = entry.next_deadline
    return deadline.at.timestamp() if deadline and deadline.at else float("inf")

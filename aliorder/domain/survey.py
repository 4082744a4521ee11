"""A kept order with its advice."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import MON_FRI, Calendar, CalendarOf
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


def always_mon_fri(_country: str | None) -> Calendar:
    """Monday to Friday, wherever the buyer is."""
    return MON_FRI


def entry_of(order: Order, policy: Policy, now: datetime, calendar_of: CalendarOf = always_mon_fri) -> Entry:
    """The order with its advice, if there can be one."""
    try:
        return Entry(order, now, advise(order, policy, now, calendar_of(order.country)))
    except NotEnoughFacts as error:
        return Entry(order, now, None, error.missing)

"""What comes due: the deadlines of the kept orders on one list, soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from aliorder.domain.outlook import WHOLE_DAYS, DueDate, Standing, days_left, last_day

if TYPE_CHECKING:
    from aliorder.domain.policy import DeadlineId

Level = Literal["overdue", "today", "soon", "week", "later"]
"""How near a deadline is: over, today, within 3 days, within 7 days, or later."""

SOON, WEEK = 3, 7
"""So many days, counted in dates of the user's zone, are soon and a week."""

STILL_MATTER: frozenset[DeadlineId] = frozenset(
    {
        "ship-by",
        "cancel-answer-latest",
        "answer-by",
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

    standing: Standing
    deadline: DueDate
    at: datetime

    def is_by(self, until: datetime) -> bool:
        """Whether it ends at `until` or before."""
        if self.deadline.id not in WHOLE_DAYS:
            return self.at <= until
        return last_day(self.deadline.id, self.at, until) <= until.date()

    @property
    def level(self) -> Level:
        """How near it is, counted in dates of the user's zone like `days_left`."""
        now = self.standing.now
        left = days_left(self.deadline.id, self.at, now)
        if left < 0 or (self.at < now and self.deadline.id not in WHOLE_DAYS):
            return "overdue"
        if left == 0:
            return "today"
        return "soon" if left <= SOON else "week" if left <= WEEK else "later"


def dues_of(standing: Standing) -> Iterator[Due]:
    """The deadlines of an order that are ahead, and those over that still ask for something; soonest first."""
    outlook = standing.outlook
    late = STILL_MATTER if outlook.stage != "frozen" else ()
    for deadline in outlook.deadlines:
        if not outlook.is_open and deadline.id != "answer-by":  # what the buyer has asked matters until it is answered
            continue
        if deadline.at is not None and (deadline.at >= standing.now or deadline.id in late):
            yield Due(standing, deadline, deadline.at)


def agenda(standings: Iterable[Standing], until: datetime | None = None) -> list[Due]:
    """The deadlines of all these orders up to `until`, inclusive: soonest first, then by number and id.

    One that is a day of a bank is among them if that day is not after the day of `until`.
    """
    found = [due for standing in standings for due in dues_of(standing) if until is None or due.is_by(until)]
    found.sort(key=lambda due: (due.at.timestamp(), due.standing.order.number or "", due.deadline.id))
    return found

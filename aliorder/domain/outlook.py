"""Where an order stands, as lists tell it: so much of an advice as can be remembered until it no longer holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from aliorder.domain.order import Order
    from aliorder.domain.policy import DeadlineId
    from aliorder.domain.vocabulary import Action, Claim, Stage

WHOLE_DAYS: frozenset[DeadlineId] = frozenset({"refund-latest"})
"""Deadlines that follow the calendar of the buyer's bank, not the clock of the site: they are over when the day is."""


class DueDate(NamedTuple):
    """A deadline of one order: `at` is its last moment, inclusive, `None` if nobody can know it.

    `shown`: read off the page. `needs` names the facts without which `at` cannot be known.
    """

    id: DeadlineId
    at: datetime | None
    shown: bool = False
    needs: tuple[str, ...] = ()


class Outlook(NamedTuple):
    """Of an advice its stage, its action with what to claim, and its deadlines of known day, soonest first.

    `since` is the day or moment since which it is in that stage. Without a stage, `missing` says what to give. From
    `until` on it may be another outlook; `None` is never.
    """

    stage: Stage | None
    since: date | datetime | None = None
    action: Action | None = None
    claim: Claim | None = None
    deadlines: tuple[DueDate, ...] = ()
    missing: tuple[str, ...] = ()
    until: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is left to do or to wait for, as far as anybody can tell."""
        return self.action != "nothing"


class Watched(NamedTuple):
    """An outlook, and the first moment at which it has something due or may be another one; `None` for never."""

    outlook: Outlook
    wake: datetime | None


class Standing(NamedTuple):
    """A kept order and its outlook at `now`, an aware moment in the user's zone."""

    order: Order
    now: datetime
    outlook: Outlook

    @property
    def is_open(self) -> bool:
        """Whether something is left to do or to wait for, as far as anybody can tell."""
        return self.outlook.is_open

    @property
    def next_deadline(self) -> DueDate | None:
        """The soonest deadline that is not over; `None` where nothing is left to do."""
        if not self.is_open:
            return None
        return next((due for due in self.outlook.deadlines if due.at is not None and due.at >= self.now), None)


def soonest_first(standings: list[Standing]) -> list[Standing]:
    """By the moment of the next deadline, those without one last; then by number."""
    return sorted(standings, key=lambda standing: (soonness(standing), standing.order.number or ""))


def soonness(standing: Standing) -> float:
    """The moment of the next deadline as a number; none is last."""
    deadline = standing.next_deadline
    return deadline.at.timestamp() if deadline and deadline.at else float("inf")


def last_day(name: DeadlineId, at: datetime, now: datetime) -> date:
    """The day on which a deadline ends where the user is; of a refund, which follows the bank, that day anywhere."""
    return at.date() if name in WHOLE_DAYS else at.astimezone(now.tzinfo).date()


def days_left(name: DeadlineId, at: datetime, now: datetime) -> int:
    """How many midnights lie between `now` and the day on which a deadline ends; negative once that is over."""
    return (last_day(name, at, now) - now.date()).days

"""What is found out about an order on the way to an advice: deadlines and refunds, as plain values."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.order import Money
from aliorder.domain.policy import DeadlineId
from aliorder.domain.vocabulary import Basis


class DueDate(NamedTuple):
    """A deadline of one order: `at` is its last moment, inclusive, `None` if nobody can know it.

    `shown`: read off the page. `needs` names the facts without which `at` cannot be known.
    """

    id: DeadlineId
    at: datetime | None
    shown: bool = False
    needs: tuple[str, ...] = ()


class RefundStep(NamedTuple):
    """One step on the way to the money and the days between which it is expected, both inclusive."""

    id: str
    earliest: date | None
    latest: date | None


class Refund(NamedTuple):
    """A refund, granted (`issued`) or not yet (`if-approved`). All days are inclusive, `None` if unknown.

    `earliest` counts from `counted_from`, `latest` from `counted_until`; from `chase_from` on the
    buyer should ask where the money is. `needs` names the events without which there are no days.
    """

    method: str | None
    amount: Money | None
    basis: Basis
    counted_from: date | None
    counted_until: date | None
    earliest: date | None
    typical_from: date | None
    typical_until: date | None
    latest: date | None
    chase_from: date | None
    calendar: str
    fallback: bool
    steps: tuple[RefundStep, ...] = ()
    needs: tuple[str, ...] = ()

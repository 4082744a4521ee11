"""What is found out about an order on the way to an advice: deadlines and refunds, as plain values."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from aliorder.domain.amounts import Amounts
from aliorder.domain.order import Money
from aliorder.domain.policy import Ask
from aliorder.domain.vocabulary import Basis, EventKind

CountUnit = Literal["hours", "calendar-days", "days", "business-days"]
Since = Literal[EventKind, "approval", "credit", "start", "now", "asked", "checking", "silence", "settling"]
"""From when the days of a step are counted: an event, or what a step before it brings."""


class Count(NamedTuple):
    """How the days of a step are counted: from `least` to `most`, in `unit`, from what `since` names.

    `days` are those of a payment method whose source names no unit: calendar days at the least, business days at the
    most. Both figures are `None` where nobody names one.
    """

    since: Since
    least: int | None = None
    most: int | None = None
    unit: CountUnit = "calendar-days"


class RefundStep(NamedTuple):
    """One step on the way to the money and the days between which it is expected, both inclusive.

    `conditional`: it holds only for some ways of funding the payment method. `ask` is set for the credit: where the
    money arrives, and so who can be asked for it.
    """

    id: str
    earliest: date | None
    latest: date | None
    counted: Count | None = None
    conditional: bool = False
    ask: Ask | None = None


class Refund(NamedTuple):
    """A refund, granted (`issued`) or not yet (`if-approved`). All days are inclusive, `None` if unknown.

    `amount` is what is still to come. `earliest` counts from `counted_from`, `latest` from `counted_until`; from
    `chase_from` on the buyer should ask where the money is. `needs` names the events without which there are no days.
    `notes` tell what the payment method means for the buyer. `amounts`: what was granted and what has come of it, for
    a refund that was granted. `usual`: nobody told the method of this order, it is the one by which the buyer usually
    pays.
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
    notes: tuple[str, ...] = ()
    amounts: Amounts | None = None
    usual: bool = False

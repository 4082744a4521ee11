"""The money on its way: every refund that is owed and not here yet, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import MAX_PREC, Context, Decimal
from typing import Literal, NamedTuple, get_args

from aliorder.domain.advice import Advice
from aliorder.domain.findings import Refund
from aliorder.domain.order import Money
from aliorder.domain.survey import Entry
from aliorder.domain.timeline import counts

OwnStep = Literal["bank-form-filled", "payout-asked"]
"""A step of the buyer's own, without which no money comes by some methods."""

NextStep = Literal["wait", "ask", "look", "coupon", "tell-day", OwnStep]
"""What a refund asks of the buyer: nothing yet, to ask where it is, to look at the dispute page, to look for a coupon,
to tell the day from which it counts, or a step of their own."""


class Outstanding(NamedTuple):
    """A refund that is owed for a kept order, and the advice on that order."""

    advice: Advice
    refund: Refund

    @property
    def overdue(self) -> bool:
        """Whether the last day on which it should have come is over in the user's zone."""
        return self.refund.chase_from is not None and self.advice.now.date() >= self.refund.chase_from

    @property
    def days_left(self) -> int | None:
        """The days to the last one, 0 on it and negative after it; `None` where no day can be named."""
        return None if self.refund.latest is None else (self.refund.latest - self.advice.now.date()).days

    @property
    def next_step(self) -> NextStep:
        """What the buyer should do about this money."""
        if self.overdue:
            return "ask"
        if self.refund.basis == "if-approved":
            return "look"
        if self.refund.latest is None:
            return self.towards_a_day()
        return "wait"

    def towards_a_day(self) -> NextStep:
        """What would give the refund its days; one that has none comes as a coupon."""
        if not self.refund.needs:
            return "coupon"
        taken = {event.kind for event in self.advice.order.events if counts(event, self.advice.now)}
        own_steps: tuple[OwnStep, ...] = get_args(OwnStep)
        return next((step for step in own_steps if step in self.refund.needs and step not in taken), "tell-day")


class Sums(NamedTuple):
    """What refunds come to: one exact sum a currency, by its code, and how many are of unknown amount."""

    known: tuple[Money, ...]
    unknown: int


class Total(NamedTuple):
    """What is on its way in one currency, and how much of that is overdue."""

    currency: str
    amount: Decimal
    overdue: Decimal


def outstanding(entries: Iterable[Entry]) -> list[Outstanding]:
    """The refunds that are owed: the overdue first, then by their last day, those without one last; then by number."""
    return sorted(owed(entries), key=urgency)


def owed(entries: Iterable[Entry]) -> Iterator[Outstanding]:
    """The refunds that were granted, or that the seller's silence brings; not those that are only asked for."""
    for entry in entries:
        advice = entry.advice
        if advice is None or advice.refund is None:
            continue
        if advice.refund.basis == "issued" or advice.stage.id == "refunding":
            yield Outstanding(advice, advice.refund)


def urgency(found: Outstanding) -> tuple[bool, date, str]:
    """What sorts the refunds."""
    return not found.overdue, found.refund.latest or date.max, found.advice.order.number or ""


def sums_of(found: Iterable[Outstanding]) -> Sums:
    """What these refunds come to."""
    exact, sums, unknown = Context(prec=MAX_PREC), dict[str, Decimal](), 0
    for each in found:
        money = each.refund.amount
        if money is None:
            unknown += 1
        else:
            sums[money.currency] = exact.add(sums.get(money.currency, Decimal(0)), money.amount)
    return Sums(tuple(Money(sums[currency], currency) for currency in sorted(sums)), unknown)


def totals(found: Iterable[Outstanding]) -> list[Total]:
    """What these refunds come to in each currency, by its code."""
    every = list(found)
    late = {money.currency: money.amount for money in sums_of(each for each in every if each.overdue).known}
    return [Total(money.currency, money.amount, late.get(money.currency, Decimal(0))) for money in sums_of(every).known]

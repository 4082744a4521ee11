"""What of an order's money was granted, is on its way and has come: the amounts of its refunds, added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from aliorder.domain.order import Event, Money, Order
from aliorder.domain.timeline import counts, in_order
from aliorder.domain.vocabulary import CANCELLATIONS, WHY_FAMILIES, EventKind

VERDICTS: frozenset[EventKind] = frozenset({*CANCELLATIONS, "dispute-agreed", "dispute-won"})
"""The decisions that settle how much is owed. A return that arrived settles it where there is none of these."""

ABOUT_ALL: frozenset[EventKind] = frozenset({"dispute-agreed", "dispute-won", "return-received"})
"""What is never about a cancelled part of an order alone."""


class Amounts(NamedTuple):
    """The amounts of an order's refunds since the newest decision, all in one currency; `None` is not known.

    `granted` is what the decision came to, or what AliExpress has started to pay if that is more; `started` what it has
    started or completed; `received` what has come; `rest` what is still to come, never less than nothing.
    """

    granted: Money | None
    started: Money | None
    received: Money | None
    rest: Money | None


def amounts_of(order: Order, now: datetime, partial: bool | None = None) -> Amounts:
    """The amounts of the refunds of `order` at `now`; `partial` says whether a part of it was cancelled, another sent.

    Without `partial` the events tell. Every event that is kept counts: two of one kind, day and amount are two
    refunds, because an import adds none that is known already, and a slip of the hand can be undone.
    """
    events = list(in_order([event for event in order.events if counts(event, now)], now))
    before, decision, after = around_decision(events)
    started = larger(sum_of(after, "refund-started"), sum_of(after, "refund-completed"))
    in_part = is_parted(events) if partial is None else partial
    granted = larger(granted_by(decision, order, before, in_part, started), started)
    received = received_of(after, granted)
    return Amounts(granted, started, received, minus(granted, received))


def left_of_total(order: Order, events: Iterable[Event]) -> Money | None:
    """The order's total without what has come back among `events`; the whole of it where that is not known."""
    return minus(order.total, received_of(events, order.total)) or order.total


def around_decision(events: Sequence[Event]) -> tuple[Sequence[Event], Event | None, Sequence[Event]]:
    """The events before the newest decision, the decision, and those after it; all are after it without one."""
    kinds = VERDICTS if any(event.kind in VERDICTS for event in events) else {"return-received"}
    place = max((place for place, event in enumerate(events) if event.kind in kinds), default=None)
    if place is None:
        return (), None, events
    return events[:place], events[place], events[place + 1 :]


def granted_by(
    decision: Event | None, order: Order, before: Sequence[Event], in_part: bool, started: Money | None
) -> Money | None:
    """What the decision came to: the amount it names, else all that was still with AliExpress.

    Nobody knows how much a cancelled part or an agreed part of the price is without being told. Where no decision is
    known, what was started is all that is known to be owed.
    """
    if decision is not None and decision.amount is not None:
        return decision.amount
    of_dispute = decision is not None and decision.kind in ("dispute-agreed", "dispute-won")
    if in_part or (of_dispute and claims_a_part(order)) or (decision is None and started is not None):
        return None
    return left_of_total(order, before)


def claims_a_part(order: Order) -> bool:
    """Whether the buyer keeps goods that are bad, and so claims a part of the price that nobody has named."""
    return order.keep is True and (order.why is None or WHY_FAMILIES[order.why] == "bad")


def is_parted(events: Iterable[Event]) -> bool:
    """Whether a part of the order was cancelled and another part sent, with no later decision about all of it."""
    kinds = {event.kind for event in events}
    return "part-shipped" in kinds and not kinds.isdisjoint(CANCELLATIONS) and kinds.isdisjoint(ABOUT_ALL)


def received_of(events: Iterable[Event], granted: Money | None) -> Money | None:
    """What has come: nothing in the currency of `granted`, the sum, or `None` if some amount is not known."""
    came = [event for event in events if event.kind == "refund-received"]
    if not came:
        return granted and granted._replace(amount=Decimal(0))
    return sum_of(came, "refund-received") if all(event.amount for event in came) else None


def sum_of(events: Iterable[Event], kind: EventKind) -> Money | None:
    """The sum of the amounts that the events of `kind` name; `None` if none does, or in several currencies."""
    named = [event.amount for event in events if event.kind == kind and event.amount]
    currencies = {money.currency for money in named}
    if len(currencies) != 1:
        return None
    return Money(sum((money.amount for money in named), Decimal(0)), currencies.pop())


def larger(one: Money | None, other: Money | None) -> Money | None:
    """The larger of two amounts, the known one of them; `None` if they are in two currencies."""
    if one is None or other is None:
        return one or other
    if one.currency != other.currency:
        return None
    return max(one, other)


def minus(whole: Money | None, part: Money | None) -> Money | None:
    """The whole without the part, never less than nothing; `None` where that is not known."""
    if whole is None or part is None or whole.currency != part.currency:
        return None
    return whole._replace(amount=max(whole.amount - part.amount, Decimal(0)))

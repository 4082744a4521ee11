"""When an order has to be looked at again: what is known of it until then need not be worked out anew."""

from __future__ import annotations

from datetime import datetime

from aliorder.domain.advice import decide, told
from aliorder.domain.agenda import dues_of
from aliorder.domain.dates import Calendar
from aliorder.domain.order import Order
from aliorder.domain.outlook import Outlook, Standing, Watched
from aliorder.domain.policy import Policy
from aliorder.domain.timeline import yet_to_count
from aliorder.errors import NotEnoughFacts


def watched(order: Order, policy: Policy, now: datetime, calendar: Calendar) -> Watched:
    """The outlook of the order at `now`, and until when nothing of it has to be looked at again.

    Something overdue wakes at its own moment, in the past: it stays in view.
    """
    outlook = outlook_of(order, policy, now, calendar)
    moments = [due.at for due in dues_of(Standing(order, now, outlook))]
    if outlook.until is not None:
        moments.append(outlook.until)
    return Watched(outlook, min(moments, default=None))


def outlook_of(order: Order, policy: Policy, now: datetime, calendar: Calendar) -> Outlook:
    """What lists say of the order at `now`, an aware moment in the user's zone."""
    try:
        decision = decide(order, policy, now, calendar)
    except NotEnoughFacts as error:
        return Outlook(None, missing=error.missing, until=min(yet_to_count(order, now), default=None))
    advice = told(decision)
    dated = tuple(due._replace(needs=()) for due in advice.deadlines if due.at is not None)
    # What the advice asks about time is noted while it is told, so this comes last.
    until = decision.facts.next_change
    return Outlook(*advice.stage, advice.action.id, advice.action.claim, dated, (), until)


def undescribed(order: Order) -> Order:
    """The order without what has no bearing on where it stands: orders alike in this stand alike and wake together."""
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
        events=tuple(event._replace(text=None) if event.text else event for event in order.events),
        deadlines=order.deadlines,
    )

"""When the money comes back: a range of days, built of steps, and what it is counted from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, get_args

from aliorder.domain.dates import Calendar, add_business_days, later, own_day
from aliorder.domain.findings import Refund, RefundStep
from aliorder.domain.order import UNKNOWN, Event, Money
from aliorder.domain.policy import MoneyTurn, PaymentMethod
from aliorder.domain.sheet import Facts
from aliorder.domain.vocabulary import AMOUNT_KINDS, CANCELLATIONS, Action, Basis, EventKind

GRANTS: frozenset[EventKind] = frozenset(
    {
        *CANCELLATIONS,
        "dispute-agreed",
        "dispute-won",
        "return-received",
        "refund-started",
        "refund-completed",
    }
)
"""The events from which a refund counts: the newest one that happened."""

DECISIONS: frozenset[EventKind] = GRANTS - {"refund-started", "refund-completed"}
"""The grants that decide how much is owed; the others only carry one out."""

MONEY_TURNS: frozenset[str] = frozenset(get_args(MoneyTurn))
"""The turns after which money is owed."""

NO_DATES: frozenset[Action] = frozenset({"refuse-delivery", "free-return", "send-return"})
"""Actions after which the parcel has to travel back first: no day can be named before."""


class Figures(NamedTuple):
    """The business days that a method takes; with `calendar_minimum`, `least` is in calendar days."""

    least: int
    most: int
    typical: tuple[int, int] | None
    calendar_minimum: bool


class Asked(NamedTuple):
    """What a refund is about: the method as the order names it, its figures, the amount, the basis."""

    name: str | None
    method: PaymentMethod
    amount: Money | None
    basis: Basis


def refund_from(start: date, method: PaymentMethod, calendar: Calendar) -> Refund:
    """The refund by `method` whose clock starts on `start`; nothing is added to that day."""
    return built(Asked(method.id, method, None, "issued"), (start, start), figures_of(method), calendar)


def owed_refund(facts: Facts) -> Refund | None:
    """The refund that was granted, or that a seller's silence brings, and is not here yet."""
    if "refund-received" in facts.timeline.last or "paid" not in facts.timeline.happened:
        return None
    if facts["turn"] == "dispute-opened" and facts["seller_answer_by"] == "passed":
        return silent_seller_refund(facts)
    if facts["turn"] in MONEY_TURNS or facts["parted"] == "yes":
        return granted_refund(facts)
    return None


def granted_refund(facts: Facts) -> Refund:
    """The refund that was granted: nothing is added to the day of a recorded decision."""
    method = facts.method_or_fallback
    clock = facts.timeline.newest(GRANTS) or Event("refund-started", UNKNOWN)
    if method.start != "processed":
        clock = facts.timeline.last.get(method.start, Event(method.start, UNKNOWN))
    day = own_day(clock.when, facts.now)
    asked = Asked(facts.order.payment, method, granted_amount(facts), "issued")
    figures = figures_of(method, completed=clock.kind == "refund-completed")
    return built(asked, (day, day) if day else None, figures, facts.calendar, () if day else (clock.kind,))


def silent_seller_refund(facts: Facts) -> Refund:
    """The refund that the seller's silence in a dispute brings: between the day after and AliExpress's step."""
    opened = own_day(facts.when("dispute-opened"), facts.now)
    asked = Asked(facts.order.payment, facts.method_or_fallback, facts.order.total, "if-approved")
    if opened is None:
        return approved(asked, None, facts.calendar)
    first = opened + timedelta(days=facts.window("seller-answer-by").value + 1)
    return approved(asked, (first, opened + timedelta(days=facts.window("platform-steps-in").value)), facts.calendar)


def expected_refund(facts: Facts, action: Action) -> Refund | None:
    """The refund to expect if what is asked for is approved; `None` where nothing is asked for."""
    amount = None if facts["claim"] == "partial-refund" else facts.order.total
    asked = Asked(facts.order.payment, facts.method_or_fallback, amount, "if-approved")
    if action in NO_DATES or facts["stage"] == "returning":
        return built(asked, None, None, facts.calendar, ("return-received",))
    span = approval_span(facts, action)
    return span and approved(asked, span, facts.calendar)


def approved(asked: Asked, span: tuple[date, date] | None, calendar: Calendar) -> Refund:
    """The refund whose approval is expected within `span`; some methods need a step of the buyer's after it."""
    if asked.method.start != "processed":
        return built(asked, span, None, calendar, (asked.method.start,))
    return built(asked, span, figures_of(asked.method), calendar)


def approval_span(facts: Facts, action: Action) -> tuple[date, date] | None:
    """The first and the last day on which an approval is expected; `None` where none is asked for."""
    today, stage = facts.now.date(), facts["stage"]
    if action == "instant-cancel":
        return today, today
    if action in ("request-approval", "negotiate"):
        return today, today + timedelta(days=facts.window("cancel-decision").value)
    if stage == "cancel-requested":
        return today, max(today, answer_day(facts) or today)
    if action in ("open-dispute", "escalate") or stage == "in-dispute":
        return dispute_span(facts)
    return None


def answer_day(facts: Facts) -> date | None:
    """The day, in the user's zone, by which a cancellation request is surely answered."""
    when, span = facts.when("cancel-requested"), timedelta(hours=facts.window("cancel-answer-latest").value)
    if when.at is not None:
        return later(when.at, span).astimezone(facts.now.tzinfo).date()
    return when.day and when.day + span


def dispute_span(facts: Facts) -> tuple[date, date]:
    """The first and the last day on which a dispute, open or about to be, is expected to be decided."""
    today = facts.now.date()
    opened = own_day(facts.when("dispute-opened"), facts.now) if facts["stage"] == "in-dispute" else None
    first = add_business_days(today, facts.window("claim-check-earliest").value, facts.calendar)
    stepped_in = (opened or today) + timedelta(days=facts.window("platform-steps-in").value)
    last = add_business_days(stepped_in, facts.window("claim-check-latest").value, facts.calendar)
    return first, max(first, last)


def figures_of(method: PaymentMethod, completed: bool = False) -> Figures | None:
    """The figures of a method, `None` if no money comes back by it.

    `completed`: those counted from the site's "refund completed".
    """
    if method.maximum is None:
        return None
    if completed and method.completed:
        return Figures(*method.completed, method.typical, False)
    return Figures(
        1 if method.minimum is None else method.minimum, method.maximum, method.typical, method.unit == "days"
    )


def granted_amount(facts: Facts) -> Money | None:
    """The amount that was granted: as the newest decision or what followed it names it, else the total.

    Of an order of which only a part was cancelled nobody knows it without being told.
    """
    for kind, event in reversed(facts.timeline.last.items()):
        if kind in AMOUNT_KINDS and event.amount:
            return event.amount
        if kind in DECISIONS:
            break
    return None if facts["parted"] == "yes" else facts.order.total


def built(
    asked: Asked,
    span: tuple[date, date] | None,
    figures: Figures | None,
    calendar: Calendar,
    needs: tuple[str, ...] = (),
) -> Refund:
    """The refund whose clock starts within `span`; without a span or figures it has no days."""
    first, last = span or (None, None)
    bare = without_days(asked, first, last, calendar, needs)
    if figures is None or first is None or last is None:
        return bare
    earliest = first + timedelta(days=figures.least)
    if not figures.calendar_minimum:
        earliest = add_business_days(first, figures.least, calendar)
    latest = max(earliest, add_business_days(last, figures.most, calendar))
    typical = figures.typical
    return bare._replace(
        earliest=earliest,
        typical_from=add_business_days(first, typical[0], calendar) if typical else None,
        typical_until=add_business_days(last, typical[1], calendar) if typical else None,
        latest=latest,
        chase_from=latest + timedelta(days=1),
        steps=steps_of(asked.basis, first, last, earliest, latest),
    )


def without_days(
    asked: Asked, first: date | None, last: date | None, calendar: Calendar, needs: tuple[str, ...]
) -> Refund:
    """The refund of which only the way is known; `needs` says what would give it days."""
    return Refund(
        method=asked.name,
        amount=asked.amount,
        basis=asked.basis,
        counted_from=first,
        counted_until=last,
        earliest=None,
        typical_from=None,
        typical_until=None,
        latest=None,
        chase_from=None,
        calendar=calendar.id,
        fallback=asked.method.fallback,
        steps=steps_of(asked.basis, first, last, None, None),
        needs=needs,
    )


def steps_of(
    basis: Basis, first: date | None, last: date | None, earliest: date | None, latest: date | None
) -> tuple[RefundStep, ...]:
    """The steps that are still ahead: the approval, unless it was given, and the credit."""
    credit = RefundStep("credit", earliest, latest)
    return (credit,) if basis == "issued" else (RefundStep("approval", first, last), credit)

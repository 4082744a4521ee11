"""When the money comes back: a range of days, built of steps, and what it is counted from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, get_args

from aliorder.domain.amounts import VERDICTS, Amounts, amounts_of, claims_a_part, left_of_total
from aliorder.domain.approval import Approval, approval_of
from aliorder.domain.dates import Calendar, own_day
from aliorder.domain.findings import Count, Refund, RefundStep, Since
from aliorder.domain.order import UNKNOWN, Event, Money
from aliorder.domain.policy import MoneyTurn, PaymentMethod, Window
from aliorder.domain.refund_steps import Bounds, Range, figures_of, money_steps, range_of, settled, step
from aliorder.domain.sheet import Facts
from aliorder.domain.timeline import counts
from aliorder.domain.vocabulary import CANCELLATIONS, Action, Basis, EventKind

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


class Asked(NamedTuple):
    """What a refund is about: how the order was paid, what is granted, and the steps before the money moves.

    `name` is the method as the order names it, `since` what the method's days are counted from.
    """

    name: str | None
    method: PaymentMethod
    calendar: Calendar
    basis: Basis
    since: Since
    before: tuple[RefundStep, ...] = ()
    amount: Money | None = None
    amounts: Amounts | None = None


def refund_from(start: date, method: PaymentMethod, calendar: Calendar, settlement: Window | None = None) -> Refund:
    """The refund by `method` whose clock starts on `start`; nothing is added to that day.

    With the window `settlement` there is a step for it, unless the clock waits for the buyer and comes after it.
    """
    span = (start, start)
    if method.start != "processed":
        return built(Asked(method.id, method, calendar, "issued", method.start), span)
    before = (settled(settlement, span),) if settlement else ()
    return built(Asked(method.id, method, calendar, "issued", "refund-started", before), span)


def owed_refund(facts: Facts) -> Refund | None:
    """The refund that was granted, or that a seller's silence brings, and is not here yet, or not all of it."""
    if "paid" not in facts.timeline.happened:
        return None
    if "refund-received" in facts.timeline.last and not more_is_on_its_way(facts):
        return None
    if facts["turn"] == "dispute-opened" and facts["seller_answer_by"] == "passed":
        return silent_seller_refund(facts)
    if facts["turn"] in MONEY_TURNS or facts["parted"] == "yes":
        return granted_refund(facts)
    return None


def more_is_on_its_way(facts: Facts) -> bool:
    """Whether less has come than is owed; where amounts do not tell, whether a grant is newer than the money.

    The site may call a refund completed after the money is here, so that alone tells of no second one.
    """
    rest = granted_amounts(facts).rest
    if rest is not None and is_settled(facts):
        return rest.amount > 0
    newest = facts.timeline.newest((*GRANTS, "refund-received"))
    if newest is None or newest.kind == "refund-received":
        return False
    return newest.kind != "refund-completed" if rest is None else rest.amount > 0


def is_settled(facts: Facts) -> bool:
    """Whether there is no doubt how much is owed: a dispute may have ended with a part that nobody noted."""
    decision = facts.timeline.newest(VERDICTS)
    return decision is None or decision.amount is not None or decision.kind in CANCELLATIONS


def granted_refund(facts: Facts) -> Refund:
    """The refund that was granted: nothing is added to the day of a recorded decision."""
    method, amounts = facts.method_or_fallback, granted_amounts(facts)
    grant = facts.timeline.newest(GRANTS) or Event("refund-started", UNKNOWN)
    clock = grant
    if method.start != "processed":
        clock = facts.timeline.last.get(method.start, Event(method.start, UNKNOWN))
    asked = Asked(
        facts.payment,
        method,
        facts.calendar,
        "issued",
        clock.kind,
        tuple(before_money(facts, grant, clock)),
        amounts.rest,
        amounts,
    )
    span = one_day(facts, clock)
    return built(asked, span, () if span else (clock.kind,))


def before_money(facts: Facts, grant: Event, clock: Event) -> Iterator[RefundStep]:
    """The steps that are still ahead of a refund that was granted, before the days of the method begin or end."""
    waits = clock.kind not in GRANTS
    if waits and clock.kind in facts.timeline.last:
        return
    if grant.kind != "refund-completed":
        yield settled(facts.window("settlement"), one_day(facts, grant))
    if waits:
        yield RefundStep(clock.kind, None, None)


def one_day(facts: Facts, event: Event) -> Bounds | None:
    """The user's day of an event as a span; `None` if it is not known."""
    day = own_day(event.when, facts.now)
    return (day, day) if day else None


def granted_amounts(facts: Facts) -> Amounts:
    """What of the order's money was granted, is on its way and has come."""
    if facts.amounts is None:
        facts.amounts = amounts_of(facts.order, facts.now, partial=facts["parted"] == "yes")
    return facts.amounts


def silent_seller_refund(facts: Facts) -> Refund:
    """The refund that the seller's silence in a dispute brings: between the day after and AliExpress's step."""
    opened = own_day(facts.when("dispute-opened"), facts.now)
    first = facts.window("seller-answer-by").value + 1
    last = max(first, facts.window("platform-steps-in").value)
    span = (opened + timedelta(days=first), opened + timedelta(days=last)) if opened else None
    approval = Approval(span, (step("approval", span, Count("silence", first, last)),))
    return approved(facts, approval, claimed_amount(facts))


def expected_refund(facts: Facts, action: Action) -> Refund | None:
    """The refund to expect if what is asked for is approved; `None` where nothing is asked for."""
    if action in NO_DATES or facts["stage"] == "returning":
        back = Approval(None, (RefundStep("return-received", None, None),))
        return approved(facts, back, claimed_amount(facts), ("return-received",))
    approval = approval_of(facts, action)
    return approval and approved(facts, approval, claimed_amount(facts))


def claimed_amount(facts: Facts) -> Money | None:
    """What is asked for: all that AliExpress still has, unless a dispute is about a part that nobody has named."""
    if facts.get("claim") == "partial-refund" or (
        "dispute-opened" in facts.timeline.last and claims_a_part(facts.order)
    ):
        return None
    return left_of_total(facts.order, [event for event in facts.order.events if counts(event, facts.now)])


def approved(facts: Facts, approval: Approval, amount: Money | None, needs: tuple[str, ...] = ()) -> Refund:
    """The refund that follows an approval; some methods need a step of the buyer's after it."""
    method = facts.method_or_fallback
    since: Since = "approval" if method.start == "processed" else method.start
    act = () if method.start == "processed" else (RefundStep(method.start, None, None),)
    before = (*approval.steps, settled(facts.window("settlement"), approval.span), *act)
    asked = Asked(facts.payment, method, facts.calendar, "if-approved", since, before, amount)
    refund = built(asked, approval.span, needs or tuple(each.id for each in act))
    return refund if approval.open_until is None else without_end(refund, approval.open_until)


def without_end(refund: Refund, event: EventKind) -> Refund:
    """The refund without its last days: they depend on the day of `event`, which is not known."""
    return refund._replace(
        counted_until=None,
        typical_until=None,
        latest=None,
        chase_from=None,
        steps=tuple(each._replace(latest=None) for each in refund.steps),
        needs=(event, *refund.needs),
    )


def built(asked: Asked, span: Bounds | None, needs: tuple[str, ...] = ()) -> Refund:
    """The refund whose clock starts within `span`.

    It has no days without a span, or figures, or with `needs`: what would give it days.
    """
    method, completed = asked.method, asked.since == "refund-completed"
    figures = figures_of(method, completed)
    days = range_of(figures, span, asked.calendar) if figures and span and not needs else Range()
    first, last = span or (None, None)
    return Refund(
        method=asked.name,
        amount=asked.amount,
        basis=asked.basis,
        counted_from=first,
        counted_until=last,
        earliest=days.earliest,
        typical_from=days.typical_from,
        typical_until=days.typical_until,
        latest=days.latest,
        chase_from=days.chase_from,
        calendar=asked.calendar.id,
        fallback=method.fallback,
        steps=(
            *(not_after(before, days.latest) for before in asked.before),
            *money_steps(method, asked.since, days, span, asked.calendar),
        ),
        needs=needs,
        notes=method.notes if asked.name else (),
        amounts=asked.amounts,
    )


def not_after(before: RefundStep, latest: date | None) -> RefundStep:
    """The step, ending on `latest` at the latest: what the site still has to show holds no money back."""
    if before.latest is None or latest is None or before.latest <= latest:
        return before
    return before._replace(latest=latest)

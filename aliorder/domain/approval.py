"""When a refund that is only asked for is expected to be approved, and by which steps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from aliorder.domain.dates import add_business_days, later, own_day
from aliorder.domain.findings import Count, RefundStep, Since
from aliorder.domain.refund_steps import Bounds, step
from aliorder.domain.sheet import Facts
from aliorder.domain.vocabulary import Action, EventKind


class Approval(NamedTuple):
    """The first and the last day on which a refund is expected to be approved, `None` if unknown, and the steps.

    `open_until` is the event on whose day, which is not known, the last day depends; `span` then ends anywhere.
    """

    span: Bounds | None
    steps: tuple[RefundStep, ...]
    open_until: EventKind | None = None


def approval_of(facts: Facts, action: Action) -> Approval | None:
    """When an approval is expected, and by which steps; `None` where none is asked for."""
    today, stage = facts.now.date(), facts["stage"]
    if action == "instant-cancel":
        return Approval((today, today), (step("approval", (today, today), Count("now", 0, 0)),))
    if action in ("request-approval", "negotiate"):
        days = facts.window("cancel-decision").value
        span = today, today + timedelta(days=days)
        return Approval(span, (step("approval", span, Count("asked", 0, days)),))
    if stage == "cancel-requested":
        hours, answer = facts.window("cancel-answer-latest").value, answer_day(facts)
        span = today, max(today, answer or today)
        steps = (step("approval", span, Count("cancel-requested", 0, hours, "hours")),)
        return Approval(span, steps, None if answer else "cancel-requested")
    if action in ("open-dispute", "escalate") or stage == "in-dispute":
        return dispute_approval(facts)
    return None


def answer_day(facts: Facts) -> date | None:
    """The day, in the user's zone, by which a cancellation request is surely answered."""
    when, span = facts.when("cancel-requested"), timedelta(hours=facts.window("cancel-answer-latest").value)
    if when.at is not None:
        return later(when.at, span).astimezone(facts.now.tzinfo).date()
    return when.day and when.day + span


def dispute_approval(facts: Facts) -> Approval:
    """When a dispute, open or about to be, is expected to be decided, and by which steps."""
    today, is_open = facts.now.date(), facts["stage"] == "in-dispute"
    opened = own_day(facts.when("dispute-opened"), facts.now) if is_open else None
    unknown: EventKind | None = "dispute-opened" if is_open and opened is None else None
    least, most = facts.window("claim-check-earliest").value, facts.window("claim-check-latest").value
    first = add_business_days(today, least, facts.calendar)
    stepped_in = (opened or today) + timedelta(days=facts.window("platform-steps-in").value)
    span = first, max(first, add_business_days(stepped_in, most, facts.calendar))
    check = step("approval", span, Count("checking", least, most, "business-days"))
    if stepped_in < today or facts["turn"] == "appealed":
        return Approval(span, (check,), unknown)
    return Approval(span, (stepping_in(facts, (today, stepped_in)), check), unknown)


def stepping_in(facts: Facts, span: Bounds) -> RefundStep:
    """The seller's answer to a dispute, or AliExpress's step; once the seller has refused, only the latter."""
    since: Since = "dispute-refused" if facts["turn"] == "dispute-refused" else "dispute-opened"
    days = facts.window("seller-answer-by").value, facts.window("platform-steps-in").value
    return step("stepping-in", span, Count(since, *days))

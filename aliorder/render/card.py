"""An advice as the card that a person reads: what to do, by when, how; what to expect; why."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.dates import MON_FRI, said_day
from aliorder.domain.findings import DueDate, Refund
from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.policies.payment_methods import PURCHASE_DAY
from aliorder.words.dates import day_and_distance, day_words, left_words, moment_words, range_words
from aliorder.words.labels import (
    DEADLINE_LABELS,
    PENALTY_LABELS,
    REASON_LABELS,
    STAGE_LABELS,
    missing_label,
)
from aliorder.words.money import money_words, so_far_words
from aliorder.words.refund_steps import fallback_words, step_words
from aliorder.words.safe import printable
from aliorder.words.telling import Blanks, action_line, ground_text, step_texts, warning_texts

OVERTAKEN = ("pay-by", "verification-until", "cancel-answer", "seller-answer-by")
"""Deadlines that mean nothing to a person once they are over: the stage or the text says what came of them."""

ASKED_FOR = 3
"""So many missing facts are named; more would be noise."""

EARLIER_IS_BETTER = (
    "instant-cancel",
    "request-approval",
    "negotiate",
    "refuse-delivery",
    "chase-refund",
    "open-dispute",
)


class DeadlineLine(NamedTuple):
    """A deadline in words; `passed` and `near` tell how to stress it."""

    day: str
    left: str
    label: str
    shown: bool
    passed: bool
    near: bool


class RefundPart(NamedTuple):
    """What to expect of the refund: a heading, the range as days for the bar, and sentences.

    `steps` and `basis` are for those who ask about the refund alone: its steps, and that its figures are the general
    ones. `notes` tell what the payment method means for the buyer, the weightiest first.
    """

    heading: str
    refund: Refund
    sentences: tuple[str, ...]
    basis: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Card(NamedTuple):
    """The texts of an advice, each on one line and safe to print."""

    order: str
    stage: str
    since: str
    action: str
    when: str
    why: str
    steps: tuple[str, ...]
    reason: str | None
    reason_cost: str
    other_reasons: tuple[tuple[str, str], ...]
    refund: RefundPart | None
    deadlines: tuple[DeadlineLine, ...]
    warnings: tuple[str, ...]
    missing: tuple[str, ...]
    grounds: str
    sources: str
    overdue: bool
    now: datetime


def card_of(advice: Advice, policy: Policy) -> Card:
    """The card for an advice."""
    blanks = Blanks(advice, policy)
    stage, action, reason = advice.stage, advice.action, advice.reason
    return Card(
        order=order_line(advice.order),
        stage=STAGE_LABELS[stage.id],
        since=since_words(stage.since, advice.now),
        action=action_line(action),
        when=when_line(advice),
        why=ground_text(advice.because[1], blanks),
        steps=tuple(printable(step) for step in step_texts(advice, blanks)),
        reason=REASON_LABELS[reason.pick.id] if reason else None,
        reason_cost=PENALTY_LABELS[reason.pick.penalty] if reason else "",
        other_reasons=tuple(
            (REASON_LABELS[other.id], PENALTY_LABELS[other.penalty])
            for other in (reason.alternatives if reason else ())
        ),
        refund=card_refund(advice, policy),
        deadlines=deadline_lines(advice),
        warnings=tuple(printable(text) for _, text in warning_texts(advice, blanks)),
        missing=tuple(missing_label(flag) for flag in worth_asking(advice)),
        grounds=ground_text(advice.because[0], blanks),
        sources=printable(source_line(advice)),
        overdue=action.id == "chase-refund",
        now=advice.now,
    )


def source_line(advice: Advice) -> str:
    """The sources of the decisions, and how to see all of them."""
    grounds = [ground for ground in advice.because if ground.table != "refund"]
    names = dict.fromkeys(source for ground in grounds for source in ground.sources)
    order = advice.order.alias or advice.order.number
    return f"{', '.join(names)}; {f'aliorder explain {order}' if order else 'explain tells more'}"


def order_line(order: Order) -> str:
    """The order on one line: number, alias, title, store, total, as far as they are known."""
    parts = (order.number, order.alias, order.title, order.store_name, money_words(order.total))
    return " · ".join(filter(None, (printable(part) for part in parts if part)))


def since_words(since: date | datetime | None, now: datetime) -> str:
    """Since when the stage holds, in the user's zone; empty if unknown."""
    if since is None:
        return ""
    day = since.astimezone(now.tzinfo).date() if isinstance(since, datetime) else since
    return f"since {day_and_distance(day, now)}"


def when_line(advice: Advice) -> str:
    """By when to act or until when to wait."""
    action, now = advice.action, advice.now
    soon = ["best today"] if action.id in EARLIER_IS_BETTER else []
    if action.by is not None:
        soon.append(f"by {moment_words(action.by, now)}")
    elif action.until is not None:
        soon.append(f"until {moment_words(action.until, now)}")
    return ", ".join(soon)


def deadline_lines(advice: Advice) -> tuple[DeadlineLine, ...]:
    """The deadlines whose day is known, soonest first, without those that the stage has overtaken."""
    return tuple(
        deadline_line(deadline, deadline.at, advice.now)
        for deadline in advice.deadlines
        if deadline.at and (deadline.at >= advice.now or deadline.id not in OVERTAKEN)
    )


def deadline_line(deadline: DueDate, at: datetime, now: datetime) -> DeadlineLine:
    """A deadline in words."""
    return DeadlineLine(
        day=day_words(said_day(at, now), now),
        left=left_words(at, now),
        label=DEADLINE_LABELS[deadline.id],
        shown=deadline.shown,
        passed=at < now,
        near=0 <= (at - now).total_seconds() <= 3 * 24 * 3600,
    )


def worth_asking(advice: Advice) -> list[str]:
    """The missing facts that a person is asked for: the first few that can be known by now."""
    ahead = advice.refund.needs if advice.refund and advice.refund.basis == "if-approved" else ()
    return [flag for flag in advice.missing if flag not in ahead and flag != "coupon"][:ASKED_FOR]


def card_refund(advice: Advice, policy: Policy) -> RefundPart | None:
    """What to expect of the refund, without the notes that a warning of the same advice gives already."""
    part, warned = refund_part(advice.refund, policy, advice.now), {warning.id for warning in advice.warnings}
    if part is None or "method-ended" in warned:
        return part and part._replace(notes=())
    told = {PURCHASE_DAY} if "purchase-date" in warned else set()
    return part._replace(notes=tuple(note for note in part.notes if note not in told))


def refund_part(refund: Refund | None, policy: Policy, now: datetime) -> RefundPart | None:
    """What to expect of the refund; `None` where there is none."""
    if refund is None:
        return None
    amount = money_words(refund.amount) or "The money"
    method = policy.methods.get(refund.method or "")
    way = f" by {method.label}" if method else ""
    verb = "is on its way back to you" if refund.basis == "issued" else "would come back to you"
    so_far = so_far_words(refund.amounts)
    sentences = (*((so_far,) if so_far else ()), *refund_sentences(refund, now))
    return whole_part(f"{amount} {verb}{way}", refund, sentences, policy, now)


def counted_part(refund: Refund, policy: Policy, now: datetime) -> RefundPart:
    """What a method takes, from a day that was asked about: nobody has promised a refund."""
    method = policy.methods.get(refund.method or "")
    way = f"A refund by {method.label}" if method else "A refund by a way that is not known"
    start = f", counted from {day_words(refund.counted_from, now)}" if refund.counted_from else ""
    counted = (calendar_words(refund.calendar),) if refund.latest else ()
    return whole_part(f"{way}{start}", refund, (*refund_sentences(refund, now), *counted), policy, now)


def whole_part(heading: str, refund: Refund, sentences: tuple[str, ...], policy: Policy, now: datetime) -> RefundPart:
    """The part with all that can be told of the refund."""
    general = fallback_words(refund, policy)
    return RefundPart(
        heading,
        refund,
        sentences,
        basis=(general,) if general else (),
        steps=tuple(step_words(step, now) for step in refund.steps),
        notes=refund.notes,
    )


def calendar_words(calendar: str) -> str:
    """Which days were counted, and what they leave out."""
    if calendar == MON_FRI.id:
        return "counted Monday to Friday; public holidays may add days"
    return f"counted by the business days of {calendar}; regional holidays may add days"


def refund_sentences(refund: Refund, now: datetime) -> tuple[str, ...]:
    """The days of the refund in words, or what is needed before any day can be named."""
    if refund.earliest is None or refund.latest is None or refund.chase_from is None:
        return (no_days_words(refund),)
    found = [approval_words(refund, now)] if refund.basis == "if-approved" else []
    if refund.typical_from and refund.typical_until:
        found.append(f"usually {range_words(refund.typical_from, refund.typical_until, now)}")
    found.append(f"earliest {day_words(refund.earliest, now)}, latest {day_and_distance(refund.latest, now)}")
    found.append(f"ask where it is from {day_words(refund.chase_from, now)} on")
    return tuple(found)


def approval_words(refund: Refund, now: datetime) -> str:
    """When the approval is reckoned with."""
    if refund.counted_from is None or refund.counted_until is None:
        return "if it is granted"
    return f"if it is granted {range_words(refund.counted_from, refund.counted_until, now)}"


def no_days_words(refund: Refund) -> str:
    """Why no day can be named yet."""
    if not refund.needs:
        return "no day can be named: it does not come as money to an account"
    return f"no day can be named yet; it counts from {missing_label(refund.needs[0]).removeprefix('the day: ')}"

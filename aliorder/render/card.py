"""An advice as the card that a person reads: what to do, by when, how; what to expect; why."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.findings import Refund
from aliorder.domain.order import Order
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import Policy
from aliorder.policies.payment_methods import PURCHASE_DAY
from aliorder.words.dates import day_and_distance, deadline_day, deadline_left
from aliorder.words.labels import DEADLINE_LABELS, PENALTY_LABELS, REASON_LABELS, action_line, missing_label
from aliorder.words.money import money_words, so_far_words
from aliorder.words.naming import name_of
from aliorder.words.refund_days import STILL_AHEAD, calendar_words, counted_words, heading_words, refund_sentences
from aliorder.words.refund_steps import fallback_words, step_words
from aliorder.words.safe import printable
from aliorder.words.seller_clock import advised_clock, clock_lines
from aliorder.words.stages import STAGE_LABELS
from aliorder.words.telling import Blanks, ground_text, step_texts, time_words, warning_texts

OVERTAKEN = ("pay-by", "verification-until", "cancel-answer", "seller-answer-by")
"""Deadlines that mean nothing to a person once they are over: the stage or the text says what came of them."""

SELLER_HEADING = "The seller's clock"

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

    `steps` and `basis` are for those who ask about the refund alone: its steps, whose business days were counted, and
    that its figures are the general ones. `notes` tell what the payment method means for the buyer, the weightiest
    first.
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
    seller: tuple[str, ...]
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
        action=action_line(action.id, action.claim),
        when=when_line(advice),
        why=ground_text(advice.because[1], blanks),
        steps=tuple(printable(step) for step in step_texts(advice, blanks)),
        reason=REASON_LABELS[reason.pick.id] if reason else None,
        reason_cost=PENALTY_LABELS[reason.pick.penalty] if reason else "",
        other_reasons=tuple(
            (REASON_LABELS[other.id], PENALTY_LABELS[other.penalty])
            for other in (reason.alternatives if reason else ())
        ),
        seller=seller_lines(advice, policy),
        refund=card_refund(advice, policy),
        deadlines=deadline_lines(advice),
        warnings=tuple(printable(text) for _, text in warning_texts(advice, blanks)),
        missing=tuple(missing_label(flag) for flag in worth_asking(advice)),
        grounds=ground_text(advice.because[0], blanks),
        sources=printable(source_line(advice)),
        overdue=action.id == "chase-refund",
        now=advice.now,
    )


def seller_lines(advice: Advice, policy: Policy) -> tuple[str, ...]:
    """The seller's clock, as far as no warning of the same advice tells it; nothing where it does not matter."""
    clock = advised_clock(advice, policy)
    if clock is None:
        return ()
    return clock_lines(clock, advice.now, warned=any(warning.id == "seller-away" for warning in advice.warnings))


def source_line(advice: Advice) -> str:
    """The sources of the decisions, and how to see all of them."""
    grounds = [ground for ground in advice.because if ground.table != "refund"]
    names = dict.fromkeys(source for ground in grounds for source in ground.sources)
    order = name_of(advice.order)
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
    return ", ".join((*soon, *filter(None, (time_words(action, now),))))


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
        day=deadline_day(deadline.id, at, now),
        left=deadline_left(deadline.id, at, now),
        label=DEADLINE_LABELS[deadline.id],
        shown=deadline.shown,
        passed=at < now,
        near=0 <= (at - now).total_seconds() <= 3 * 24 * 3600,
    )


def worth_asking(advice: Advice) -> list[str]:
    """The missing facts that a person is asked for: the first few that can be known by now and still matter."""
    told = {event.kind for event in advice.order.events}
    idle = {"coupon", *(STILL_AHEAD - told), *(("why",) if advice.stage.id == "refunded" else ())}
    return [flag for flag in advice.missing if flag not in idle][:ASKED_FOR]


def card_refund(advice: Advice, policy: Policy) -> RefundPart | None:
    """What to expect of the refund, without the notes that a warning of the same advice gives already."""
    if advice.refund is None:
        return None
    part, warned = refund_part(advice.refund, policy, advice.now), {warning.id for warning in advice.warnings}
    if "method-ended" in warned:
        return part._replace(notes=())
    told = {PURCHASE_DAY} if "purchase-date" in warned else set()
    return part._replace(notes=tuple(note for note in part.notes if note not in told))


def refund_part(refund: Refund, policy: Policy, now: datetime) -> RefundPart:
    """What to expect of the refund."""
    method = policy.methods.get(refund.method or "")
    so_far = so_far_words(refund.amounts)
    sentences = (*((so_far,) if so_far else ()), *refund_sentences(refund, method, now))
    return whole_part(heading_words(refund, method, now), refund, sentences, policy, now)


def counted_part(refund: Refund, policy: Policy, now: datetime) -> RefundPart:
    """What a method takes, from a day that was asked about: nobody has promised a refund."""
    method = policy.methods.get(refund.method or "")
    sentences = refund_sentences(refund, method, now)
    return whole_part(counted_words(refund, method, now), refund, sentences, policy, now)


def whole_part(heading: str, refund: Refund, sentences: tuple[str, ...], policy: Policy, now: datetime) -> RefundPart:
    """The part with all that can be told of the refund."""
    return RefundPart(
        heading,
        refund,
        sentences,
        basis=tuple(filter(None, (calendar_words(refund), fallback_words(refund, policy)))),
        steps=tuple(step_words(step, now) for step in refund.steps),
        notes=refund.notes,
    )


def told_alone(part: RefundPart, policy: Policy, now: datetime) -> RefundPart:
    """The part for who asks about the refund alone: by a way that has ended, first comes what to do instead."""
    method = policy.methods.get(part.refund.method or "")
    if method is None or not method.ended_by(now.date()):
        return part
    return part._replace(sentences=(*part.notes, *part.sentences), notes=())

"""An advice as the JSON document `aliorder.advice/1`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aliorder.domain.advice import ActionFound, Advice, ReasonFound
from aliorder.domain.amounts import Amounts
from aliorder.domain.findings import Refund, RefundStep
from aliorder.domain.policy import Policy, Reason
from aliorder.domain.seller_clock import SellerClock
from aliorder.domain.survey import Entry
from aliorder.exporters.fields import (
    Document,
    day_text,
    deadline_document,
    moment_text,
    money_document,
    stage_document,
)
from aliorder.exporters.seller_clock_document import seller_clock_document
from aliorder.words.labels import ACTION_LABELS, REASON_LABELS
from aliorder.words.refund_steps import counted_words, step_label
from aliorder.words.seller_clock import advised_clock
from aliorder.words.telling import Blanks, ground_text, step_texts, trade_off, warning_texts


def advice_document(advice: Advice, policy: Policy, clock: SellerClock | None = None) -> Document:
    """The advice as one JSON object; days are `YYYY-MM-DD`, moments ISO 8601 with offset, unknown is `None`.

    `clock` is the seller's at that moment, where it is at hand.
    """
    blanks, told_clock = Blanks(advice, policy), advised_clock(advice, policy, clock)
    return {
        "schema": "aliorder.advice/1",
        "now": advice.now.isoformat(timespec="seconds"),
        "order": advice.order.number,
        "stage": stage_document(*advice.stage),
        "action": {**action_document(advice.action), "steps": step_texts(advice, blanks)},
        "reason": advice.reason and reason_document(advice.reason),
        "refund": advice.refund and refund_document(advice.refund),
        "deadlines": [deadline_document(deadline, advice.now) for deadline in advice.deadlines],
        "warnings": [{"id": name, "text": text} for name, text in warning_texts(advice, blanks)],
        "seller_clock": told_clock and seller_clock_document(told_clock, advice.now),
        "because": ground_documents(advice, blanks),
        "missing": advice.missing,
    }


def entry_document(entry: Entry, policy: Policy, clock: SellerClock | None = None) -> Document:
    """An order in a list of advice, whether or not a stage could be named; `clock` as for `advice_document`."""
    if entry.advice is None:
        return stageless_document(entry.order.number, entry.now, entry.missing)
    return advice_document(entry.advice, policy, clock)


def stageless_document(number: str | None, now: datetime, missing: Sequence[str]) -> Document:
    """The entry of an order of which too little is known to name a stage."""
    return {
        "schema": "aliorder.advice/1",
        "now": now.isoformat(timespec="seconds"),
        "order": number,
        "stage": None,
        "action": None,
        "reason": None,
        "refund": None,
        "deadlines": [],
        "warnings": [],
        "seller_clock": None,
        "because": [],
        "missing": list(missing),
    }


def action_document(action: ActionFound) -> Document:
    """What to do, until or by when, without the steps."""
    return {
        "id": action.id,
        "label": ACTION_LABELS[action.id],
        "claim": action.claim,
        "until": moment_text(action.until),
        "by": moment_text(action.by),
    }


def ground_documents(advice: Advice, blanks: Blanks) -> list[Document]:
    """The rules that decided, each with its sentence and its sources."""
    return [
        {"rule": ground.rule, "text": ground_text(ground, blanks), "sources": ground.sources}
        for ground in advice.because
    ]


def reason_document(reason: ReasonFound) -> Document:
    """The reason to pick and the alternatives with their trade-offs."""
    return {
        **reason_entry(reason.pick),
        "alternatives": [
            {**reason_entry(other), "trade_off": trade_off(other.penalty)} for other in reason.alternatives
        ],
    }


def reason_entry(reason: Reason) -> Document:
    """One entry of the site's menu."""
    return {"id": reason.id, "label": REASON_LABELS[reason.id], "penalty": reason.penalty}


def refund_document(refund: Refund) -> Document:
    """The refund with its range and its steps."""
    return {
        "method": refund.method,
        "amount": money_document(refund.amount),
        "basis": refund.basis,
        "counted_from": day_text(refund.counted_from),
        "counted_until": day_text(refund.counted_until),
        "earliest": day_text(refund.earliest),
        "typical_from": day_text(refund.typical_from),
        "typical_until": day_text(refund.typical_until),
        "latest": day_text(refund.latest),
        "chase_from": day_text(refund.chase_from),
        "calendar": refund.calendar,
        "fallback": refund.fallback,
        "steps": [step_document(step) for step in refund.steps],
        "notes": refund.notes,
        "amounts": refund.amounts and amounts_document(refund.amounts),
    }


def step_document(step: RefundStep) -> Document:
    """A step of a refund: its days, how they are counted, and whether it holds only for some ways of funding."""
    return {
        "id": step.id,
        "label": step_label(step),
        "earliest": day_text(step.earliest),
        "latest": day_text(step.latest),
        "counted": counted_words(step.counted),
        "conditional": step.conditional,
    }


def amounts_document(amounts: Amounts) -> Document:
    """What was granted, what was started, what has come and what is still to come."""
    return {name: money_document(money) for name, money in amounts._asdict().items()}

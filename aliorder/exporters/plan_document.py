"""The road ahead as the JSON document `aliorder.plan/1`."""

from __future__ import annotations

from datetime import timedelta

from aliorder.domain.dates import later
from aliorder.domain.plan import Fork, Leg, Plan
from aliorder.domain.policy import Policy
from aliorder.domain.vocabulary import EventKind
from aliorder.exporters.advice_document import action_document, ground_documents, refund_document
from aliorder.exporters.fields import Document, deadline_document, moment_text, stage_document
from aliorder.words.forks import FORK_LABELS
from aliorder.words.labels import EVENT_LABELS, REASON_LABELS
from aliorder.words.telling import Blanks

A_SECOND = timedelta(seconds=1)


def plan_document(plan: Plan, policy: Policy) -> Document:
    """The road, the deadlines on it and its forks; moments are inclusive, `until` is `None` where nothing ends it."""
    return {
        "schema": "aliorder.plan/1",
        "now": moment_text(plan.now),
        "order": plan.order.number,
        "road": [leg_document(leg, policy) for leg in plan.road],
        "deadlines": [deadline_document(mark, plan.now) for mark in plan.marks],
        "forks": [fork_document(fork, policy) for fork in plan.forks],
    }


def leg_document(leg: Leg, policy: Policy) -> Document:
    """A stretch of the road: from when until when, where the order stands, what to do and why."""
    advice = leg.advice
    return {
        "from": moment_text(leg.start),
        "until": moment_text(leg.end and later(leg.end, -A_SECOND)),
        "stage": stage_document(*advice.stage),
        "action": action_document(advice.action),
        "reason": advice.reason and {"id": advice.reason.pick.id, "label": REASON_LABELS[advice.reason.pick.id]},
        "refund": advice.refund and refund_document(advice.refund),
        "because": ground_documents(advice, Blanks(advice, policy)),
    }


def fork_document(fork: Fork, policy: Policy) -> Document:
    """What somebody could do, between which moments, what it would bring, and the road after it."""
    return {
        "id": fork.id,
        "label": FORK_LABELS[fork.id],
        "acts": [event_document(kind) for kind in fork.acts],
        "then": event_document(fork.then) if fork.then else None,
        "first": moment_text(fork.first),
        "last": moment_text(fork.last),
        "refund": fork.refund and refund_document(fork.refund),
        "road": [leg_document(leg, policy) for leg in fork.road],
    }


def event_document(kind: EventKind) -> Document:
    """An event that is only assumed, with its label."""
    return {"kind": kind, "label": EVENT_LABELS[kind]}

"""What a message can be told of an order: its facts as values, the same in every language; the unknown is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.claims import CLAIM_WISHES, Wish, asked_by, case_told, why_advised
from aliorder.domain.dates import own_day
from aliorder.domain.order import Money, Order
from aliorder.domain.timeline import counts, implied, in_order
from aliorder.domain.vocabulary import WHY_FAMILIES, About, Claim, DeadlineKind, EventKind, Stage, Why
from aliorder.words.safe import cut, legible

EVENT_DAYS: Mapping[str, EventKind] = {
    "placed": "placed",
    "paid": "paid",
    "asked": "cancel-requested",
    "refused": "cancel-refused",
    "shipped": "shipped",
    "delivered": "delivered",
    "written": "message-sent",
    "opened": "dispute-opened",
    "decided": "dispute-lost",
    "refund_started": "refund-started",
}
"""The facts that are the day of an event, the newest of its kind."""

SHOWN_DAYS: Mapping[str, DeadlineKind] = {
    "ship_by": "ship-by",
    "promised": "deliver-by",
    "protection_until": "protection-until",
}
"""The facts that are a deadline read off the page; one that was only computed is told to nobody."""

NEEDED: Mapping[About, tuple[str, ...]] = {
    "change-order": ("details",),
    "report-problem": ("why", "details"),
    "partial-refund": ("amount",),
    "dispute": ("why", "details"),
    "appeal": ("why", "details"),
    "trace-refund": ("arn",),
    "outside-claim": ("why", "details"),
}
"""Of which facts a message needs one at least: without any, the last one is a gap that the buyer fills in."""

WISHED_CLAIMS: Mapping[Wish, Claim] = {wish: claim for claim, wish in CLAIM_WISHES.items()}
"""The wishes that are claims of a dispute."""

BEFORE_SHIPPING: tuple[Stage, ...] = ("payment-verification", "awaiting-shipment", "cancel-requested")
"""The stages in which nothing has been shipped."""

CLAIMING: frozenset[About] = frozenset({"dispute", "appeal", "outside-claim"})
"""The messages that ask for money."""

LONGEST_ITEM = 120
"""So many characters of a title identify it."""

Value = str | date | Money | int


class Subject(NamedTuple):
    """What a message is about: a kept order with its advice (`None` where it has no stage), and the buyer's own words.

    `now` is an aware moment in the buyer's zone. `details` is told word for word, in no other language.
    """

    order: Order
    advice: Advice | None
    now: datetime
    amount: Money | None = None
    details: str | None = None
    arn: str | None = None


def known(subject: Subject) -> Iterator[tuple[str, Value]]:
    """The facts that are the same in every language, as values; a text in which nothing is to be read is none."""
    for name, value in (*attributes(subject), *event_days(subject), *shown_days(subject), *refund_facts(subject)):
        if value not in (None, ""):
            yield name, value


def attributes(subject: Subject) -> Iterable[tuple[str, Value | None]]:
    """What the order is, and what the buyer adds."""
    order = subject.order
    return (
        ("order", order.number and legible(order.number)),
        ("item", item_words(order)),
        ("store", order.store_name and legible(order.store_name)),
        ("total", order.total if is_paid(subject) else None),
        ("part_shipped", "yes" if stage_of(subject) == "part-shipped" else None),
        ("tracking", order.tracking and legible(order.tracking)),
        ("amount", subject.amount),
        ("details", subject.details and legible(subject.details)),
        ("arn", subject.arn and legible(subject.arn)),
    )


def item_words(order: Order) -> str | None:
    """What was ordered, short; of several items the first, and that there are more is left to the order number."""
    titles = (order.title, *(item.title for item in order.items))
    title = next((clean for title in titles if title and (clean := legible(title))), None)
    return title and cut(title, LONGEST_ITEM)


def event_days(subject: Subject) -> Iterator[tuple[str, date | None]]:
    """The days of what has happened, where the buyer is."""
    order, now = subject.order, subject.now
    newest = {event.kind: event for event in in_order([event for event in order.events if counts(event, now)], now)}
    told_apart = {"delivered"} if WHY_FAMILIES.get(order.why or "other") == "missing" else set[str]()
    for name, kind in EVENT_DAYS.items():
        told_day = kind in newest and name not in told_apart
        yield name, own_day(newest[kind].when, now) if told_day else None


def shown_days(subject: Subject) -> Iterator[tuple[str, date | None]]:
    """The deadlines of the page, as its days; of two shown ones the earlier."""
    for name, kind in SHOWN_DAYS.items():
        days = [own_day(deadline.when, subject.now) for deadline in subject.order.deadlines if deadline.kind == kind]
        yield name, min(filter(None, days), default=None)


def refund_facts(subject: Subject) -> Iterator[tuple[str, Value | None]]:
    """What is owed and by when to expect it, once it is granted."""
    refund = subject.advice and subject.advice.refund
    if refund and refund.basis == "issued":
        yield "refund", refund.amount
        yield "refund_latest", refund.latest


def stage_of(subject: Subject) -> Stage | None:
    """Where the order stands, `None` if nobody knows."""
    return subject.advice.stage.id if subject.advice else None


def is_paid(subject: Subject) -> bool:
    """Whether the order is known to be paid."""
    happened = implied(event.kind for event in subject.order.events if counts(event, subject.now))
    return "paid" in happened or stage_of(subject) not in (None, "unpaid", "closed")


def why_of(subject: Subject) -> Why | None:
    """What is wrong, as long as it still is: nobody waits for the shipping of what is on its way."""
    why = subject.order.why or (why_advised(subject.advice) if subject.advice else None)
    return None if why == "slow-seller" and stage_of(subject) not in BEFORE_SHIPPING else why


def claim_of(subject: Subject) -> Claim | None:
    """What is asked for in a dispute; who asks for a part of the price does not ask for all of it."""
    asked, total = subject.advice and asked_by(subject.advice), subject.order.total
    claim = WISHED_CLAIMS.get(asked.wish) if asked else None
    in_part = subject.amount is not None and total is not None and subject.amount != total
    return None if claim == "refund-only" and in_part else claim


def count_evidence(subject: Subject) -> int:
    """How many files of evidence there are for what the order is about, or for nothing in particular."""
    case = case_told(subject.order, subject.advice)
    return sum(
        evidence.added <= subject.now and (not evidence.supports or case in evidence.supports)
        for evidence in subject.order.evidence
    )


def needed_by(about: About, subject: Subject) -> Iterator[tuple[str, ...]]:
    """The facts that the message needs: of each group one.

    Only a card's bank finds a refund by its ARN, and who asks for a part of the price has to say which.
    """
    refund = subject.advice and subject.advice.refund
    asked = {step.ask for step in refund.steps if step.ask} if refund and refund.method else set()
    if about in NEEDED and not (about == "trace-refund" and asked and "issuer" not in asked):
        yield NEEDED[about]
    if about in CLAIMING and claim_of(subject) == "partial-refund":
        yield ("amount",)

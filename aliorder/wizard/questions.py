"""Which question comes next, and what an answer means: pure, nothing is asked here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, cast

from aliorder.domain import typed
from aliorder.domain.advice import advise
from aliorder.domain.order import UNKNOWN, Deadline, Event, Order
from aliorder.domain.policy import Policy
from aliorder.domain.vocabulary import (
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    PARCELS,
    WHY_FAMILIES,
    Coupon,
    DeadlineKind,
    EventKind,
    Parcel,
    Why,
)
from aliorder.domain.when import read_deadline, read_when
from aliorder.errors import NotEnoughFacts
from aliorder.words import questions as words
from aliorder.words.labels import COUPON_LABELS, PARCEL_LABELS, WHY_LABELS

PAGE_EVENTS: Mapping[str, tuple[EventKind, ...]] = {
    "unpaid": ("placed",),
    "checking": ("paid",),
    "awaiting": ("paid", "payment-verified"),
    "requested": ("cancel-requested",),
    "refused": ("cancel-requested", "cancel-refused"),
    "part": ("part-shipped",),
    "shipped": ("shipped",),
    "failed": ("shipped", "delivery-failed"),
    "delivered": ("delivered",),
    "frozen": ("frozen",),
}
"""The events that a page stands for; the newest is asked after, the others are of unknown day."""

DETAILS: Mapping[str, tuple[words.Ask, Mapping[str, str]]] = {
    "ended": (words.ENDED, words.ENDED_CHOICES),
    "dispute": (words.DISPUTE, words.DISPUTE_CHOICES),
    "refund": (words.REFUND, words.REFUND_CHOICES),
}
PAID_IF_CANCELLED = ("cancelled-by-seller", "cancelled-by-platform", "cancelled-by-buyer")
NOT_YET_HAPPENED = ("return-received",)
"""Days that cannot be asked for, because the event lies ahead."""

FIRST_FLAGS = ("why", "cancel-button", "free-return", "keep", "parcel", "payment")
DONT_KNOW = "unknown"


class Question(NamedTuple):
    """A question: a choice among `choices` (value to label), or, without them, a text to type.

    `help` says how a text may be spelled. Every question takes `DONT_KNOW`.
    """

    id: str
    text: str
    why: str
    choices: Mapping[str, str] = {}
    help: str = ""


class Draft(NamedTuple):
    """What was answered so far: the order as it is known, and the questions that were put."""

    order: Order
    asked: frozenset[str] = frozenset()
    page: str | None = None
    family: str | None = None


def next_question(draft: Draft, policy: Policy, now: datetime) -> Question | None:
    """The next question that can change the advice, `None` if there is none left."""
    return stage_question(draft) or day_question(draft) or fact_question(draft, policy, now)


def stage_question(draft: Draft) -> Question | None:
    """The questions for the stage: what the page shows and, where that is not enough, how far it is."""
    order = draft.order
    if not order.events and order.status is None and "page" not in draft.asked:
        return Question("page", *words.PAGE, words.PAGE_CHOICES)
    if draft.page is not None and draft.page in DETAILS and "detail" not in draft.asked:
        ask, choices = DETAILS[draft.page]
        return Question("detail", *ask, choices)
    if draft.page == "look":
        return first_unasked(draft, ("paid", "shipped", "delivered"))
    return None


def first_unasked(draft: Draft, kinds: tuple[EventKind, ...]) -> Question | None:
    """The day of the first of `kinds` that was not asked after."""
    return next((event_question(kind) for kind in kinds if f"event:{kind}" not in draft.asked), None)


def day_question(draft: Draft) -> Question | None:
    """The day of the newest event, if it was named without one."""
    for event in reversed(draft.order.events[-1:]):
        if event.when == UNKNOWN and f"event:{event.kind}" not in draft.asked and event.kind in words.EVENTS:
            return event_question(event.kind)
    return None


def fact_question(draft: Draft, policy: Policy, now: datetime) -> Question | None:
    """The next fact that the advice on the order so far misses."""
    try:
        missing = advise(draft.order, policy, now).missing
    except NotEnoughFacts:
        return None
    if "why" in missing and "want" not in draft.asked:
        return Question("want", *words.WANT, words.WANT_CHOICES)
    if draft.family not in (None, "still-wanted", DONT_KNOW) and "why" not in draft.asked:
        return Question("why", *words.WHY, whys_of(draft.family))
    flags = [flag for flag in FIRST_FLAGS if flag in missing] + [flag for flag in missing if flag not in FIRST_FLAGS]
    questions = (
        flag_question(flag, policy) for flag in flags if flag not in draft.asked and f"event:{flag}" not in draft.asked
    )
    return next((question for question in questions if question is not None), None)


def whys_of(family: str) -> dict[str, str]:
    """The situations of a family and how a buyer would put them."""
    return {why: WHY_LABELS[why] for why, its_family in WHY_FAMILIES.items() if its_family == family}


def flag_question(flag: str, policy: Policy) -> Question | None:
    """The question that settles a missing fact; `None` if a buyer cannot know it yet."""
    if flag in ("cancel-button", "free-return", "keep"):
        return Question(flag, *words.FLAGS[flag], words.YES_NO_CHOICES)
    if flag in ("payment", "coupon", "parcel"):
        return Question(flag, *words.FLAGS[flag], choices_of(flag, policy))
    if flag in words.DEADLINES:
        return Question(f"deadline:{flag}", *words.DEADLINES[flag], help=words.DEADLINE_HELP)
    if flag in words.EVENTS and flag not in NOT_YET_HAPPENED:
        return event_question(cast(EventKind, flag))
    return None


def choices_of(flag: str, policy: Policy) -> dict[str, str]:
    """The answers to choose from for a fact that has a list of its own."""
    if flag == "payment":
        return {method.id: method.label for method in policy.methods.values()}
    if flag == "coupon":
        return {coupon: COUPON_LABELS[coupon] for coupon in COUPONS}
    return {parcel: PARCEL_LABELS[parcel] for parcel in PARCELS if parcel != "unknown"}


def event_question(kind: EventKind) -> Question:
    """The question for the day of an event."""
    return Question(f"event:{kind}", *words.EVENTS[kind], help=words.WHEN_HELP)


def answered(draft: Draft, question: Question, answer: str, now: datetime) -> Draft:
    """The draft with an answer; `DONT_KNOW` leaves the fact unknown. Raises `UsageError` for what cannot be read."""
    draft = draft._replace(asked=draft.asked | {question.id, question.id.removeprefix("deadline:")})
    kind, _, name = question.id.partition(":")
    if name:
        return draft._replace(order=MOMENTS[kind](draft.order, name, answer, now))
    if question.id == "page":
        return draft._replace(page=answer, order=with_events(draft.order, PAGE_EVENTS.get(answer, ())))
    if question.id == "want":
        return draft._replace(family=answer)
    if answer == DONT_KNOW:
        return draft
    return draft._replace(order=ANSWERS[question.id](draft.order, answer))


def with_events(order: Order, kinds: tuple[EventKind, ...]) -> Order:
    """The order with events of these kinds on an unknown day."""
    return replace(order, events=order.events + tuple(Event(kind, UNKNOWN) for kind in kinds))


def with_detail(order: Order, answer: str) -> Order:
    """The order with the event that an ending or a state stands for; a cancelled one was paid."""
    kinds: tuple[EventKind, ...] = (cast(EventKind, answer),)
    return with_events(order, ("paid", *kinds) if answer in PAID_IF_CANCELLED else kinds)


def with_event_day(order: Order, name: str, answer: str, now: datetime) -> Order:
    """The order with the day of an event; not known, an event that was only guessed at did not happen."""
    kind = typed.one_of(name, EVENT_KINDS, "event")
    when = UNKNOWN if answer == DONT_KNOW else typed.not_later(read_when(answer, now), now, kind)
    if when == UNKNOWN:
        return order
    others = tuple(event for event in order.events if event.kind != kind)
    return replace(order, events=(*others, Event(kind, when)))


def with_deadline(order: Order, name: str, answer: str, now: datetime) -> Order:
    """The order with a deadline of its page."""
    kind: DeadlineKind = typed.one_of(name, DEADLINE_KINDS, "deadline")
    when = UNKNOWN if answer == DONT_KNOW else read_deadline(answer, now)
    return replace(order, deadlines=(*order.deadlines, Deadline(kind, when))) if when != UNKNOWN else order


MOMENTS: Mapping[str, Callable[[Order, str, str, datetime], Order]] = {
    "event": with_event_day,
    "deadline": with_deadline,
}
ANSWERS: Mapping[str, Callable[[Order, str], Order]] = {
    "detail": with_detail,
    "why": lambda order, answer: replace(order, why=cast(Why, answer)),
    "payment": lambda order, answer: replace(order, payment=answer),
    "coupon": lambda order, answer: replace(order, coupon=cast(Coupon, answer)),
    "parcel": lambda order, answer: replace(order, parcel=cast(Parcel, answer)),
    "cancel-button": lambda order, answer: replace(order, cancel_button=answer == "yes"),
    "free-return": lambda order, answer: replace(order, free_return=answer == "yes"),
    "keep": lambda order, answer: replace(order, keep=answer == "yes"),
}

"""Which question comes next, and what an answer means: pure, nothing is asked here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, cast

from aliorder.domain import typed
from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import CalendarOf
from aliorder.domain.order import UNKNOWN, Deadline, Event, Order, SeenStatus, written
from aliorder.domain.policy import Policy
from aliorder.domain.survey import always_mon_fri
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
    Stage,
    Why,
    WhyFamily,
)
from aliorder.domain.when import read_deadline, read_when
from aliorder.errors import NotEnoughFacts
from aliorder.words import questions as words
from aliorder.words.labels import COUPON_LABELS, PARCEL_LABELS, WHY_LABELS
from aliorder.words.steps import RECORDS
from aliorder.words.telling import is_meant
from aliorder.words.writing import has_happened

PAGE_EVENTS: Mapping[str, tuple[EventKind, ...]] = {
    "unpaid": ("placed",),
    "checking": ("paid",),
    "awaiting": ("payment-verified", "paid"),
    "requested": ("cancel-requested",),
    "refused": ("cancel-requested", "cancel-refused"),
    "part": ("part-shipped",),
    "shipped": ("shipped",),
    "failed": ("shipped", "delivery-failed"),
    "delivered": ("delivered",),
    "frozen": ("frozen",),
}
"""The events that a page stands for; the last is asked after, the others are of unknown day."""

PAGE_STATUSES: Mapping[str, str] = {"checking": "Payment verification"}
"""Pages that tell what has not happened yet: a status seen now says so, where events cannot."""

DETAILS: Mapping[str, tuple[words.Ask, Mapping[str, str]]] = {
    "ended": (words.ENDED, words.ENDED_CHOICES),
    "dispute": (words.DISPUTE, words.DISPUTE_CHOICES),
    "refund": (words.REFUND, words.REFUND_CHOICES),
}
LEAST_MEANT: Mapping[str, tuple[EventKind, ...]] = {"dispute": ("dispute-opened",), "refund": ("refund-started",)}
"""What a page stands for if the buyer does not know how far it is."""

PAID_IF_CANCELLED = ("cancelled-by-seller", "cancelled-by-platform", "cancelled-by-buyer")

BEFORE_SHIPPING: tuple[WhyFamily, ...] = ("still-wanted", "own-wish", "seller")
FAMILIES: Mapping[Stage, tuple[WhyFamily, ...]] = {
    "unpaid": BEFORE_SHIPPING,
    "payment-verification": BEFORE_SHIPPING,
    "awaiting-shipment": (*BEFORE_SHIPPING, "missing"),
    "cancel-requested": ("own-wish", "seller", "missing"),
    "part-shipped": (*BEFORE_SHIPPING, "missing", "bad"),
    "shipped": (*BEFORE_SHIPPING, "missing", "bad"),
    "delivered": (*BEFORE_SHIPPING, "missing", "bad"),
    "completed": (*BEFORE_SHIPPING, "missing", "bad"),
}
"""What can be the matter in the stages in which that changes the advice."""

FIRST_FLAGS = ("cancel-button", "free-return", "keep", "parcel", "deliver-by", "ship-by", "payment", "shipped")
"""The order of the questions for facts; any others follow, the `EXTRAS` last."""

STAND_INS: Mapping[str, str] = {"dispute-until": "protection-until"}
"""Facts that few pages show, and the one on the page that settles them."""

EXTRAS = ("coupon",)
"""Facts that only add a warning: not worth a question once `ENOUGH` were put, nor when an order is looked at again."""

WHILE_WAITING = ("cancel-requested", "payment")
"""The facts to ask for while the seller may still answer a request: no other changes the advice."""

COMMON_PAYMENTS = (
    "card",
    "visa",
    "mastercard",
    "debit-card",
    "paypal",
    "klarna",
    "apple-pay",
    "google-pay",
    "pix",
    "boleto",
    "bank-transfer",
)
"""The ways to pay that are offered before the whole list."""

NEXT: Mapping[Stage, tuple[EventKind, ...]] = {
    "unpaid": ("paid", "cancelled-by-buyer", "expired"),
    "payment-verification": ("payment-verified", "cancelled-by-buyer", "cancelled-by-platform"),
    "awaiting-shipment": (
        "cancel-requested",
        "cancel-accepted",
        "cancel-refused",
        "shipped",
        "cancelled-by-seller",
        "cancelled-by-platform",
    ),
    "cancel-requested": ("cancel-accepted", "cancel-refused", "shipped"),
    "part-shipped": ("shipped", "cancel-requested", "delivered"),
    "shipped": ("delivered", "delivery-failed", "cancel-refused", "delivery-refused", "dispute-opened"),
    "delivered": ("dispute-opened", "return-agreed", "receipt-confirmed"),
    "completed": ("dispute-opened",),
    "in-dispute": ("dispute-refused", "dispute-agreed", "dispute-won", "dispute-lost", "return-agreed"),
    "returning": ("return-sent", "return-received"),
    "refunding": ("refund-started", "refund-completed", "refund-received", "refund-chased"),
    "closed": ("appealed", "claimed-outside"),
    "frozen": ("unfrozen",),
}
"""What can happen next in a stage, whatever the steps hope for."""

AFTER_SILENCE: tuple[EventKind, ...] = ("dispute-refused", "dispute-won")
"""What a dispute may have come to that the seller's silence seemed to decide."""

ENOUGH = 6
DONT_KNOW = "unknown"
LOOK = "look"
"""The choice that answers nothing: the buyer is shown where to look and is asked again."""

MORE = "more"


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
    """What was answered so far: the order as it is known, and the questions that were put.

    `again` means that the order was kept before, so that little things are not asked once more.
    """

    order: Order
    asked: frozenset[str] = frozenset()
    page: str | None = None
    family: str | None = None
    all_payments: bool = False
    again: bool = False


def next_question(
    draft: Draft, policy: Policy, now: datetime, calendar_of: CalendarOf = always_mon_fri
) -> Question | None:
    """The next question that can change the advice, `None` if there is none left."""
    return (
        stage_question(draft)
        or day_question(draft)
        or payment_question(draft, policy)
        or fact_question(draft, policy, now, calendar_of)
    )


def stage_question(draft: Draft) -> Question | None:
    """The questions for the stage: what the page shows and, where that is not enough, how far it is."""
    order = draft.order
    if not order.events and order.status is None and "page" not in draft.asked:
        return page_question()
    if draft.page is not None and draft.page in DETAILS and "detail" not in draft.asked:
        ask, choices = DETAILS[draft.page]
        return Question("detail", *ask, choices)
    if draft.page == DONT_KNOW:
        return first_unasked(draft, ("paid", "shipped", "delivered"))
    return None


def page_question() -> Question:
    """The question for what the order page shows."""
    return Question("page", *words.PAGE, words.PAGE_CHOICES)


def first_unasked(draft: Draft, kinds: tuple[EventKind, ...]) -> Question | None:
    """The day of the first of `kinds` that was not asked after."""
    return next((event_question(kind) for kind in kinds if f"event:{kind}" not in draft.asked), None)


def day_question(draft: Draft) -> Question | None:
    """The day of the newest event, if it was named without one."""
    for event in reversed(draft.order.events[-1:]):
        if event.when == UNKNOWN and f"event:{event.kind}" not in draft.asked and event.kind in words.EVENTS:
            return event_question(event.kind)
    return None


def payment_question(draft: Draft, policy: Policy) -> Question | None:
    """The whole list of ways to pay, if the common ones were not enough."""
    if not draft.all_payments or "payment-list" in draft.asked:
        return None
    labels = {method.id: method.label for method in policy.methods.values()}
    return Question("payment-list", *words.FLAGS["payment"], labels)


def fact_question(draft: Draft, policy: Policy, now: datetime, calendar_of: CalendarOf) -> Question | None:
    """The next fact that the advice on the order so far misses."""
    try:
        advice = advise(draft.order, policy, now, calendar_of(draft.order.country))
    except NotEnoughFacts:
        return None if "page" in draft.asked else page_question()
    questions = (*matter_questions(draft, advice), *(flag_question(flag, policy) for flag in flags_of(advice)))
    enough = EXTRAS if draft.again or len(draft.asked) >= ENOUGH else ()
    return next((each for each in questions if each and each.id not in {*draft.asked, *enough}), None)


def is_waiting(advice: Advice) -> bool:
    """Whether the seller may still answer a request to cancel."""
    return advice.stage.id == "cancel-requested" and advice.action.id == "wait"


def matter_questions(draft: Draft, advice: Advice) -> Iterator[Question]:
    """What is the matter and what exactly, unless that is known or changes nothing."""
    stage = advice.stage.id
    if is_waiting(advice):
        return
    if draft.order.why is None and stage in FAMILIES:
        yield Question("want", *words.WANT, {family: words.WANT_CHOICES[family] for family in FAMILIES[stage]})
    if draft.family not in (None, "still-wanted", DONT_KNOW):
        yield Question("why", *words.WHY, whys_of(draft.family))


def flags_of(advice: Advice) -> list[str]:
    """The missing facts in the order in which to ask for them, without those that lie ahead."""
    refund = advice.refund
    ahead = refund.needs if refund is not None and refund.basis == "if-approved" else ()
    flags = [STAND_INS.get(flag, flag) for flag in advice.missing if flag not in ahead]
    if is_waiting(advice):
        flags = [flag for flag in flags if flag in WHILE_WAITING]
    others = (flag for flag in flags if flag not in (*FIRST_FLAGS, *EXTRAS))
    return [flag for flag in (*FIRST_FLAGS, *others, *EXTRAS) if flag in flags]


def still_missing(advice: Advice, draft: Draft) -> tuple[str, ...]:
    """The missing facts of the advice without those that were asked after, or that are not worth it."""
    settled = {question.rpartition(":")[2] for question in draft.asked}
    settled.update(flag for flag, stand_in in STAND_INS.items() if stand_in in settled)
    settled.update(EXTRAS if draft.again else ())
    settled.update(("why",) if "want" in draft.asked else ())
    wished = WHILE_WAITING if is_waiting(advice) else advice.missing
    return tuple(flag for flag in advice.missing if flag in wished and flag not in settled)


def may_be_next(advice: Advice, policy: Policy) -> tuple[EventKind, ...]:
    """What the buyer may have done or seen: what the steps hope for, then whatever else the stage allows."""
    meant = [step for step in advice.action.steps if step in RECORDS and is_meant(advice, step, policy)]
    hoped = [cast(EventKind, RECORDS[step][0]) for step in meant]
    silent = any(warning.id == "silent-seller" for warning in advice.warnings)
    possible = (*NEXT.get(advice.stage.id, ()), *(AFTER_SILENCE if silent else ()))
    awaited = has_happened(advice, "answer-by")
    answer: tuple[EventKind, ...] = ("seller-answered",) if awaited or advice.stage.id == "in-dispute" else ()
    return tuple(dict.fromkeys((*hoped, *possible, *answer, "message-sent")))


def whys_of(family: str) -> dict[str, str]:
    """The situations of a family and how a buyer would put them."""
    return {why: WHY_LABELS[why] for why, its_family in WHY_FAMILIES.items() if its_family == family}


def flag_question(flag: str, policy: Policy) -> Question | None:
    """The question that settles a missing fact; `None` if there is none."""
    if flag in ("cancel-button", "free-return", "keep"):
        return Question(flag, *words.FLAGS[flag], words.YES_NO_CHOICES)
    if flag in ("payment", "coupon", "parcel"):
        return Question(flag, *words.FLAGS[flag], choices_of(flag, policy))
    if flag in words.DEADLINES:
        return Question(f"deadline:{flag}", *words.DEADLINES[flag], help=words.DEADLINE_HELP)
    if flag in words.EVENTS:
        return event_question(cast(EventKind, flag))
    return None


def choices_of(flag: str, policy: Policy) -> dict[str, str]:
    """The answers to choose from for a fact that has a list of its own."""
    if flag == "payment":
        return {**{name: policy.methods[name].label for name in COMMON_PAYMENTS}, MORE: words.MORE_PAYMENTS}
    if flag == "coupon":
        return {coupon: COUPON_LABELS[coupon] for coupon in COUPONS}
    return {parcel: PARCEL_LABELS[parcel] for parcel in PARCELS if parcel != "unknown"}


def event_question(kind: EventKind) -> Question:
    """The question for the day of an event."""
    return Question(f"event:{kind}", *words.EVENTS[kind], help=words.WHEN_HELP)


def answered(draft: Draft, question: Question, answer: str, now: datetime) -> Draft:
    """The draft with an answer; `DONT_KNOW` leaves the fact unknown. Raises `UsageError` for what cannot be read."""
    if answer == LOOK:
        return draft
    draft = draft._replace(asked=draft.asked | {question.id})
    kind, _, name = question.id.partition(":")
    if name:
        return draft._replace(order=MOMENTS[kind](draft.order, name, answer, now))
    if question.id == "page":
        return draft._replace(page=answer, order=with_page(draft.order, answer, now))
    if question.id == "want":
        return draft._replace(family=answer)
    if answer == MORE:
        return draft._replace(all_payments=True)
    if answer == DONT_KNOW:
        return draft._replace(order=with_events(draft.order, unknown_detail(draft, question)))
    return draft._replace(order=ANSWERS[question.id](draft.order, answer))


def with_page(order: Order, page: str, now: datetime) -> Order:
    """The order with what its page stands for, as seen at `now`."""
    text = PAGE_STATUSES.get(page)
    return replace(
        with_events(order, PAGE_EVENTS.get(page, ())), status=SeenStatus(text, now) if text else order.status
    )


def with_events(order: Order, kinds: tuple[EventKind, ...]) -> Order:
    """The order with events of these kinds on an unknown day."""
    return replace(order, events=order.events + tuple(Event(kind, UNKNOWN) for kind in kinds))


def unknown_detail(draft: Draft, question: Question) -> tuple[EventKind, ...]:
    """The events that are sure although the buyer does not know how far the order is."""
    return LEAST_MEANT.get(draft.page or "", ()) if question.id == "detail" else ()


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
    "payment": lambda order, answer: written(order, payment=answer),
    "payment-list": lambda order, answer: written(order, payment=answer),
    "coupon": lambda order, answer: written(order, coupon=cast(Coupon, answer)),
    "parcel": lambda order, answer: written(order, parcel=cast(Parcel, answer)),
    "cancel-button": lambda order, answer: replace(order, cancel_button=answer == "yes"),
    "free-return": lambda order, answer: written(order, free_return=answer == "yes"),
    "keep": lambda order, answer: replace(order, keep=answer == "yes"),
}

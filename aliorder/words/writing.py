"""What to write to whom about an order, and how to get it written: labels, and the messages that an advice needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.policy import DeadlineId
from aliorder.domain.timeline import counts
from aliorder.domain.vocabulary import About, EventKind, Recipient, Stage
from aliorder.policies.messages import (
    EVIDENCE_STEPS,
    NO_EVENT_IN,
    ONLY_IF,
    RECIPIENTS,
    SAYS_THAT,
    SENT_EVENTS,
    STEP_MESSAGES,
)
from aliorder.words.naming import name_of

ABOUT_LABELS: Mapping[About, str] = {
    "ask-to-cancel": "ask whether they would accept a cancellation",
    "accept-cancellation": "ask to accept the cancellation, and say why",
    "change-order": "ask to change colour, size, quantity or address",
    "when-shipped": "ask when it will be shipped",
    "answer-refusal": "answer a refusal, and ask again",
    "proof-of-posting": "ask for a tracking number and proof of posting",
    "where-is-it": "ask where the parcel is",
    "extend-protection": "ask to extend Buyer Protection",
    "refuse-delivery": "ask to stop the parcel, or to refuse it at the door",
    "report-problem": "say what is wrong with the goods",
    "partial-refund": "propose to keep the goods for a part of the price",
    "take-back": "ask whether they take the goods back",
    "remind": "remind of a message without an answer",
    "no-outside-deal": "decline to cancel the dispute for money outside AliExpress",
    "dispute": "text for the dispute form",
    "appeal": "text for an appeal",
    "support": "text for customer support",
    "ask-arn": "ask customer support for the reference of a refund (ARN)",
    "trace-refund": "ask your bank or payment service to look for a refund",
    "outside-claim": "dispute the payment at your bank or PayPal",
    "own-customer": "answer your own customer, who asks for a refund",
}
"""What each message is for."""

RECIPIENT_LABELS: Mapping[Recipient, str] = {
    "seller": "the seller",
    "aliexpress": "AliExpress",
    "payer": "your bank or payment service",
    "customer": "your own customer",
}

WHERE_TO: Mapping[Recipient, str] = {
    "seller": "paste it into the chat with the seller on the site",
    "aliexpress": "paste it into the form or the chat of AliExpress",
    "payer": "send it the way your bank, PayPal or the like takes such questions",
    "customer": "send it to your own customer",
}
"""How each message gets where it goes."""


FACT_LABELS: Mapping[str, str] = {
    "about": "the order number, with the item if it is known",
    "order": "the order number",
    "item": "what was ordered",
    "store": "the seller's shop",
    "total": "what was paid",
    "part_shipped": "that only a part was shipped",
    "placed": "the day it was placed",
    "paid": "the day it was paid",
    "asked": "the day the cancellation was asked for",
    "refused": "the day the seller refused it",
    "shipped": "the day it was shipped",
    "delivered": "the day it was delivered",
    "written": "the day of the last message to the seller",
    "opened": "the day the dispute was opened",
    "decided": "the day the dispute was lost",
    "ship_by": "the ship-by day that the page shows",
    "promised": "the delivery day that the page shows",
    "protection_until": "the end of Buyer Protection that the page shows",
    "tracking": "the tracking number",
    "why": "what is wrong, as a sentence",
    "claim": "what is asked for, as a sentence",
    "amount": "the amount given with --amount",
    "details": "the words given with --details",
    "arn": "the reference given with --arn",
    "refund": "the amount of the refund that was granted",
    "refund_started": "the day the refund was started",
    "refund_latest": "the last day by which to expect it",
    "files": "how many files of evidence there are, in words",
}
"""What a message can be told, each fact with what it is."""


class Fitting(NamedTuple):
    """The messages that fit an advice: those that it needs, the first one first, and those that it may come to need."""

    needed: tuple[About, ...]
    possible: tuple[About, ...]

    @property
    def first(self) -> About | None:
        """The message to write now, `None` if nothing needs to be written."""
        return next(iter(self.needed), None)


def messages_of(advice: Advice, steps: list[str]) -> Fitting:
    """The messages that fit an advice with these steps; a reminder comes before all others."""
    found = [(step in ONLY_IF, about) for step in steps if (about := about_of(advice, step))]
    if any(warning.id == "answer-overdue" for warning in advice.warnings):
        found.insert(0, (False, "remind"))
    needed = dict.fromkeys(about for only_if, about in found if not only_if)
    if advice.action.id == "open-dispute" and has_happened(advice, "message-sent"):  # it need not be asked twice
        needed = dict.fromkeys(sorted(needed, key=lambda about: about != "remind" and RECIPIENTS[about] == "seller"))
    possible = dict.fromkeys(about for only_if, about in found if only_if and about not in needed)
    return Fitting(tuple(needed), tuple(possible))


def about_of(advice: Advice, step: str) -> About | None:
    """The message that a step calls for, if any; one that says what is not known to have happened makes room."""
    about = STEP_MESSAGES.get(step)
    if about is None or about not in SAYS_THAT:
        return about
    kind, instead = SAYS_THAT[about]
    return about if has_happened(advice, kind) else instead


def has_happened(advice: Advice, kind: EventKind | DeadlineId) -> bool:
    """Whether this has happened to the order, or is still awaited."""
    awaited = any(deadline.id == kind for deadline in advice.deadlines)
    return awaited or any(event.kind == kind and counts(event, advice.now) for event in advice.order.events)


def sent_event(about: About, stage: Stage | None) -> EventKind | None:
    """What has happened once the message is sent to an order at this stage; `None` if that is no event."""
    return None if stage in NO_EVENT_IN.get(about, ()) else SENT_EVENTS.get(about)


def step_hint(advice: Advice, step: str, first: About | None) -> str:
    """What aliorder does towards a step, as a sentence after a blank; empty for nothing, or an order without a number.

    `first` is the message that is written without being asked for by its name.
    """
    order, about = advice.order, about_of(advice, step)
    if order.number is None:
        return ""
    hints = [f"keep it here: aliorder evidence add {name_of(order)} FILE"] if step in EVIDENCE_STEPS else []
    if about is not None:
        asked = "" if about == first else f" --about {about}"
        hints.append(f"the text for it: aliorder message {name_of(order)}{asked}")
    words = "; ".join(hints)
    return f" {words[0].upper()}{words[1:]}" if words else ""

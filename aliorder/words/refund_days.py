"""When a refund comes, in words: its heading, its days, what they count from, whose business days they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from aliorder.domain.dates import MON_FRI
from aliorder.domain.findings import Refund
from aliorder.domain.policy import PaymentMethod, RefundStart
from aliorder.domain.vocabulary import EventKind
from aliorder.words.dates import day_and_distance, day_words, range_words
from aliorder.words.money import money_words

COUNTED_FROM: Mapping[str, str] = {
    "cancel-requested": "you asked to cancel",
    "dispute-opened": "you opened the dispute",
    "return-received": "the seller has the goods back",
    "bank-form-filled": "you fill in the bank form",
    "payout-asked": "you have it paid out of the Alipay account",
    "cancel-accepted": "the seller agreed to cancel",
    "cancelled-by-buyer": "you cancelled",
    "cancelled-by-seller": "the seller cancelled",
    "cancelled-by-platform": "AliExpress cancelled",
    "dispute-agreed": "the seller agreed to the dispute",
    "dispute-won": "AliExpress decided for you",
    "refund-started": "AliExpress processed the refund",
    "refund-completed": "the page said “refund completed”",
}
"""What happens on the day from which a refund, or the last day of its approval, is counted."""

STILL_AHEAD: frozenset[EventKind] = frozenset({"return-received", "bank-form-filled", "payout-asked"})
"""What a refund can wait for; until it is told it has not happened, so nobody can know its day."""

ACTS: Mapping[RefundStart, str] = {
    "processed": "",
    "bank-form-filled": ", if the bank form is filled in that day",
    "payout-asked": ", if the payout is asked for that day",
}
"""On what it depends that a method's figures count from a day that was asked about."""


def heading_words(refund: Refund, method: PaymentMethod | None, now: datetime) -> str:
    """What is owed, or asked for, and by which way it comes; that it is overdue, if it is."""
    amount, issued = money_words(refund.amount) or "The money", refund.basis == "issued"
    if is_coupon(refund):
        paid = f", being paid by {named(refund, method)}" if method and refund.usual else ""
        return f"{amount} {'comes' if issued else 'would come'} back as a coupon{paid}"
    if method and method.ended_by(now.date()):
        owed = "is owed" if issued else "would come back"
        return f"{amount} {owed} to you, but {named(refund, method)} no longer exists"
    way = f" by {named(refund, method)}" if method else ""
    if issued and is_late(refund, now):
        return f"{amount}{way} is overdue"
    return f"{amount} {'is on its way' if issued else 'would come'} back to you{way}"


def named(refund: Refund, method: PaymentMethod) -> str:
    """The method's label, and that nobody told it of this order, if it is the usual one: it stands in the settings."""
    return f"{method.label} (your usual way of paying)" if refund.usual else method.label


def counted_words(refund: Refund, method: PaymentMethod | None, now: datetime) -> str:
    """A refund that nobody has promised: its way, and the day from which it is counted."""
    if method and is_coupon(refund):
        return f"What is paid by {named(refund, method)} comes back as a coupon"
    way = f" by {named(refund, method)}" if method else ""
    start = f", counted from {day_words(refund.counted_from, now)}" if refund.counted_from else ""
    gone = method is not None and method.ended_by(now.date())
    return f"A refund{way}{', which no longer exists' if gone else ''}{start}{ACTS[method.start] if method else ''}"


def refund_sentences(refund: Refund, method: PaymentMethod | None, now: datetime) -> tuple[str, ...]:
    """The days of the refund, or what is needed before any day can be named."""
    if refund.earliest is None:
        return (no_days_words(refund),)
    granted = (approval_words(refund, now),) if refund.basis == "if-approved" else ()
    if refund.latest is None or refund.chase_from is None:
        return (*granted, f"earliest {day_words(refund.earliest, now)}", *open_end_words(refund))
    first, last = refund.earliest, refund.latest
    if method and method.ended_by(now.date()):
        return (*granted, f"only an estimate, once another way is agreed: {range_words(first, last, now)}")
    if is_late(refund, now):
        return (*granted, f"should have been here by {day_and_distance(last, now)}: ask now")
    ask = f"ask where it is from {day_words(refund.chase_from, now)} on"
    return (*granted, *usual_words(refund, now), whole_words(first, last, now), ask)


def usual_words(refund: Refund, now: datetime) -> tuple[str, ...]:
    """The usual days in a sentence; none where they are not known, or are all the days there are."""
    first, last = refund.typical_from, refund.typical_until
    if first is None or last is None or (first, last) == (refund.earliest, refund.latest):
        return ()
    return (f"usually {range_words(first, last, now)}",)


def open_end_words(refund: Refund) -> tuple[str, ...]:
    """Why there is a first day and no last one."""
    return tuple(
        f"no last day can be named: it depends on the day on which {COUNTED_FROM[need]}, and that is not known"
        for need in refund.needs[:1]
    )


def whole_words(first: date, last: date, now: datetime) -> str:
    """The first and the last day; one day where there is only one."""
    if first == last:
        return f"expected {day_and_distance(last, now)}"
    return f"earliest {day_words(first, now)}, latest {day_and_distance(last, now)}"


def approval_words(refund: Refund, now: datetime) -> str:
    """When the approval is reckoned with."""
    if refund.counted_from is None:
        return "if it is granted"
    if refund.counted_until is None:
        return f"if it is granted, {day_words(refund.counted_from, now)} at the earliest"
    verb = "was" if refund.counted_until < now.date() else "is"
    return f"if it {verb} granted {range_words(refund.counted_from, refund.counted_until, now)}"


def no_days_words(refund: Refund) -> str:
    """Why no day can be named yet."""
    if is_coupon(refund):
        return "no day can be named: it does not come as money to an account"
    if not refund.needs:
        return "no day can be named yet"
    start = f"it counts from the day on which {COUNTED_FROM[refund.needs[-1]]}"
    if refund.basis == "issued" and refund.needs[-1] not in ACTS:
        return f"no day can be named: {start}, and that day is not known"
    return f"no day can be named yet: {start}"


def calendar_words(refund: Refund) -> str | None:
    """Which days were counted, and what they leave out; `None` where none were."""
    if refund.latest is None or refund.latest == refund.counted_until:
        return None
    if refund.calendar == MON_FRI.id:
        return "counted Monday to Friday; public holidays may add days"
    return f"counted by the business days of {refund.calendar}; regional holidays may add days"


def is_coupon(refund: Refund) -> bool:
    """Whether no money comes back by this way: nobody names a figure for it."""
    return any(step.id == "credit" and step.counted is None for step in refund.steps)


def is_late(refund: Refund, now: datetime) -> bool:
    """Whether the last day on which it should have come is over."""
    return refund.chase_from is not None and now.date() >= refund.chase_from

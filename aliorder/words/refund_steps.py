"""The steps of a refund in words: what each one brings, how its days are counted, and on whose figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from aliorder.domain.findings import Count, Refund, RefundStep, Since
from aliorder.domain.policy import Policy
from aliorder.words.dates import day_words, range_words
from aliorder.words.figures import span_words
from aliorder.words.labels import CREDIT_LABELS, REFUND_STEP_LABELS

COUNTED: Mapping[Since, str] = {
    "cancel-accepted": "{span} from the cancellation",
    "cancelled-by-buyer": "{span} from the cancellation",
    "cancelled-by-seller": "{span} from the cancellation",
    "cancelled-by-platform": "{span} from the cancellation",
    "dispute-agreed": "{span} from the seller's consent",
    "dispute-won": "{span} from the decision",
    "return-received": "{span} from the return's arrival",
    "refund-started": "{span} from the refund's processing",
    "refund-completed": "{span} from “refund completed”",
    "bank-form-filled": "{span} from the bank form",
    "payout-asked": "{span} from the payout's request",
    "approval": "{span} from the approval",
    "start": "{span}, as part of the time above",
    "credit": "{span} after that",
    "now": "{span}",
    "asked": "{span} from asking",
    "cancel-requested": "{span} from the request",
    "dispute-opened": "the seller has {least} days from the opening, AliExpress steps in by day {most}",
    "dispute-refused": "by day {most} from the opening",
    "checking": "{span} of checking",
    "silence": "{numbers} from the opening",
    "settling": "{span} later; the money does not wait for it",
}
"""How a step's days are counted, by what they are counted from."""

NO_TIME = Count("settling", 0, 0)
"""The site shows it in the same moment."""


def step_label(step: RefundStep) -> str:
    """What the step brings; for the credit, where the money arrives."""
    return CREDIT_LABELS.get(step.ask or "support", REFUND_STEP_LABELS[step.id])


def counted_words(count: Count | None) -> str | None:
    """How the days are counted: `3 to 20 business days from the approval`; `None` where nobody names a figure."""
    if count is None or count.most is None:
        return None
    numbers = f"day {count.most}" if count.least == count.most else f"day {count.least} to day {count.most}"
    text = "at once" if count == NO_TIME else COUNTED[count.since]
    told = text.format(span=range_of_days(count), least=count.least, most=count.most, numbers=numbers)
    return told + safely_words(count)


def safely_words(count: Count) -> str:
    """How days of no named unit are read; empty for any other count."""
    if count.unit != "days" or not count.most:
        return ""
    return f", counted as {'a business day' if count.most == 1 else 'business days'} to be safe"


def range_of_days(count: Count) -> str:
    """`3 to 20 business days`, `up to 3 days`, `1 business day`, `at once`; days of no named unit as `3 to 5 days`."""
    least, most = count.least or 0, count.most or 0
    if most == 0:
        return "at once"
    upper = span_words(most, "days" if count.unit == "calendar-days" else count.unit)
    if least == most:
        return upper
    return f"{least} to {upper}" if least else f"up to {upper}"


def step_words(step: RefundStep, now: datetime) -> str:
    """A step on one line: its days, what it brings, how they are counted."""
    days = "no day yet"
    if step.earliest:
        days = range_words(step.earliest, step.latest, now) if step.latest else f"from {day_words(step.earliest, now)}"
    counted = counted_words(step.counted)
    return f"{days}: {step_label(step)}{f' ({counted})' if counted else ''}"


def fallback_words(refund: Refund, policy: Policy) -> str | None:
    """That the figures are the general ones, and which they are; `None` for a method that has its own."""
    credit = next((step.counted for step in refund.steps if step.id == "credit"), None)
    if not refund.fallback or credit is None:
        return None
    if refund.method is None:
        return f"how it was paid is not known; the general {range_of_days(credit)} are used"
    method = policy.methods.get(refund.method)
    name = "this method" if method is None or method.id == "other" else method.label
    return f"no figure of its own is known for {name}; the general {range_of_days(credit)} are used"

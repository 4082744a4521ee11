"""The figures of the policy in words: how long something takes, and what it is counted from."""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.domain.policy import AnyFigure, PaymentMethod, RefundStart, Unit, Window
from aliorder.words.labels import DEADLINE_LABELS, EVENT_LABELS, WINDOW_LABELS

UNIT_WORDS: Mapping[Unit, tuple[str, str]] = {
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "business-days": ("business day", "business days"),
}
REFUND_START_LABELS: Mapping[RefundStart, str] = {
    "processed": "the refund's processing",
    "bank-form-filled": "the bank form",
    "payout-asked": "taking it out of the Alipay account",
}
START_LABELS: Mapping[str, str] = dict(
    [*EVENT_LABELS.items(), *DEADLINE_LABELS.items(), ("now", "the day that is asked about")]
)
"""What a window is counted from."""


def span_words(value: int, unit: Unit) -> str:
    """`48 hours`, `1 business day`."""
    return f"{value} {UNIT_WORDS[unit][value != 1]}"


def range_words(minimum: int | None, maximum: int | None, unit: Unit) -> str:
    """`3 to 20 business days`, `1 day`, `at once`; without a maximum no money comes back."""
    if maximum is None:
        return "a coupon, no money"
    if maximum == 0:
        return "at once"
    least = 1 if minimum is None else minimum
    return span_words(maximum, unit) if least == maximum else f"{least} to {span_words(maximum, unit)}"


def spans_words(usual: Window, latest: Window) -> str:
    """Two windows from one moment as a range: `48 to 72 hours`, or `72 hours` where both are equal."""
    last = span_words(latest.value, latest.unit)
    if usual.unit != latest.unit:
        return f"{span_words(usual.value, usual.unit)} to {last}"
    return f"{usual.value} to {last}" if usual.value < latest.value else last


def figure_words(figure: AnyFigure) -> str:
    """The figure itself: `48 hours`, `3 to 20 business days`."""
    if isinstance(figure, Window):
        return span_words(figure.value, figure.unit)
    return range_words(figure.minimum, figure.maximum, figure.unit)


def figure_label(figure: AnyFigure) -> str:
    """What the figure is about: `time for the seller to answer a request`, `Visa card`."""
    return WINDOW_LABELS[figure.id] if isinstance(figure, Window) else figure.label


def start_words(figure: AnyFigure) -> str:
    """From what the figure is counted: an event, a deadline, the day asked about, or the start of a refund."""
    if isinstance(figure, PaymentMethod):
        return REFUND_START_LABELS[figure.start]
    return START_LABELS[figure.start]


def instead_words(figure: AnyFigure) -> str:
    """The figure, and aliorder's own where the user has set one: `yours: 72 hours (aliorder: 48 hours)`."""
    own = figure_words(figure)
    return f"yours: {own} (aliorder: {figure_words(figure.overrides)})" if figure.overrides else own

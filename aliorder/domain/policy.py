"""The types of the policy: what AliExpress does, as dated and cited rows without logic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, TypedDict, TypeVar

from aliorder.domain.vocabulary import (
    Action,
    Cancellation,
    Claim,
    Coupon,
    DeadlineKind,
    EventKind,
    Penalty,
    Stage,
    Why,
    WhyFamily,
)

YesNo = Literal["yes", "no"]
YesNoUnknown = Literal["yes", "no", "unknown"]
Span = Literal["running", "passed", "unknown"]
"""Where `now` stands against a deadline; `unknown` when its day is not known."""

OwedTurn = Literal[
    "dispute-agreed",
    "dispute-won",
    "return-received",
    "refund-started",
    "bank-form-filled",
    "payout-asked",
    "refund-completed",
    "refund-chased",
]
"""The turns after which money is owed, however the order came there."""

MoneyTurn = Literal[Cancellation, OwedTurn]
"""The turns after which money is owed, if any was paid."""

Turn = Literal[
    MoneyTurn,
    "none",
    "expired",
    "delivery-refused",
    "dispute-opened",
    "dispute-refused",
    "dispute-lost",
    "dispute-cancelled",
    "appealed",
    "return-agreed",
    "return-sent",
]
"""The newest event that takes an order off its plain way to the buyer."""


class Given(TypedDict, total=False):
    """What a row asks of the facts: each named fact must have one of the values listed.

    The names are those of `aliorder.domain.facts.FACTS`; a fact not named may have any value.
    """

    known: tuple[YesNo, ...]
    refunded: tuple[YesNo, ...]
    frozen: tuple[YesNo, ...]
    turn: tuple[Turn, ...]
    parted: tuple[YesNo, ...]
    paid: tuple[YesNo, ...]
    verified: tuple[Literal["yes", "assumed", "no"], ...]
    goods: tuple[Literal["none", "part-shipped", "shipped", "delivered", "completed"], ...]
    cancel: tuple[Literal["none", "requested", "refused"], ...]
    why_family: tuple[WhyFamily, ...]
    pay_by: tuple[Span, ...]
    seller_answer_by: tuple[Span, ...]
    return_by: tuple[Span, ...]
    stage: tuple[Stage, ...]
    why: tuple[Why | Literal["unknown"], ...]
    page_ended: tuple[YesNo, ...]
    page_ambiguous: tuple[YesNo, ...]
    cancel_button: tuple[YesNoUnknown, ...]
    free_return: tuple[YesNoUnknown, ...]
    keep: tuple[YesNoUnknown, ...]
    ship_by: tuple[Span, ...]
    ship_by_guess: tuple[Span, ...]
    cancel_answer: tuple[Span, ...]
    cancel_answer_latest: tuple[Span, ...]
    dispute_opens: tuple[Span, ...]
    dispute_until: tuple[Span, ...]
    delivery_time: tuple[Span, ...]
    promised: tuple[Span, ...]
    protection: tuple[Literal["early", "last-days", "passed", "unknown"], ...]
    parcel: tuple[Literal["fine", "bad"], ...]
    delivery: tuple[Literal["on-its-way", "failed", "reshipped", "reshipped-late"], ...]
    extension_asked: tuple[YesNo, ...]
    refused_after_shipping: tuple[YesNo, ...]
    free_return_until: tuple[Span, ...]
    outside: tuple[Literal["open", "closed", "claimed"], ...]
    appealed: tuple[YesNo, ...]
    appeal_until: tuple[Span, ...]
    refund_latest: tuple[Span, ...]
    refund_typical: tuple[Span, ...]
    contradiction: tuple[YesNo, ...]
    coupon: tuple[Coupon | Literal["unknown"], ...]
    method: tuple[Literal["known", "fallback", "ended", "unknown"], ...]
    owed: tuple[YesNo, ...]
    short_paid: tuple[YesNo, ...]
    counts_days: tuple[YesNo, ...]
    action: tuple[Action, ...]
    claim: tuple[Claim | Literal["none"], ...]


WindowId = Literal[
    "pay-by",
    "verification",
    "verification-bank-transfer",
    "verification-boleto",
    "ship-by",
    "cancel-answer",
    "cancel-answer-latest",
    "dispute-opens",
    "fast-delivery",
    "dispute-until",
    "protection",
    "extend-protection",
    "reship",
    "seller-answer-by",
    "platform-steps-in",
    "claim-check-earliest",
    "claim-check-latest",
    "cancel-decision",
    "free-return-until",
    "return-by",
    "appeal-until",
    "appeal-answer",
    "outside-paypal",
    "outside-card",
    "outside-escalate",
]

DeadlineId = Literal[
    "pay-by",
    "verification-until",
    "ship-by",
    "cancel-answer",
    "cancel-answer-latest",
    "deliver-by",
    "protection-until",
    "reship-until",
    "dispute-opens",
    "dispute-until",
    "seller-answer-by",
    "platform-steps-in",
    "free-return-until",
    "return-by",
    "appeal-until",
    "appeal-answer",
    "outside-until",
    "outside-escalate",
    "refund-latest",
]
"""Every deadline that an advice can carry."""

Unit = Literal["hours", "days", "business-days"]
Grade = Literal["A", "B", "C", "J"]
"""A official; B several independent guides; C a single source; J our own judgement."""


class Source(NamedTuple):
    """Where a figure or a rule was read. `url` is `None` where there is nothing safe to open."""

    id: str
    title: str
    grade: Grade
    checked_on: date
    url: str | None = None


class OtherValue(NamedTuple):
    """What other sources say instead of the value taken, in words short enough for a table."""

    value: str
    sources: tuple[str, ...]


class Window(NamedTuple):
    """A span counted from an event: `value` in `unit`, from `start`.

    `valid_from` is the first day on which the figure is known to hold, `None` if no source says: then it holds
    for all days. `before` is the figure that held until then. `checked_on` is the day on which its sources were
    last read. `overrides` is the figure that ships with aliorder, where a user's own replaced it.
    """

    id: WindowId
    value: int
    unit: Unit
    start: EventKind | DeadlineKind | Literal["now"]
    sources: tuple[str, ...]
    checked_on: date
    valid_from: date | None = None
    others: tuple[OtherValue, ...] = ()
    before: Window | None = None
    overrides: Window | None = None


RefundStart = Literal["processed", "bank-form-filled", "payout-asked"]
"""The moment from which a method's figures count: the refund's processing by AliExpress, or a step
that the buyer must take afterwards."""


class PaymentMethod(NamedTuple):
    """How long a refund takes by one method.

    `minimum` and `maximum` are counted from `start`; `unit` `business-days` counts both in business
    days, `days` (the source names no unit) takes calendar days for the minimum and business days for
    the maximum. Both are `None` where no money comes back by this way (`note` says what does).
    `typical` is the inner range, business days. `completed` is the range from the day on which the
    site says "refund completed", if it differs. `fallback`: no figure of its own was found.
    `ended` is the last day on which the method existed, or `None`. `valid_from`, `before` and `overrides` are
    those of a window.
    """

    id: str
    label: str
    minimum: int | None
    maximum: int | None
    unit: Literal["business-days", "days"]
    sources: tuple[str, ...]
    checked_on: date
    start: RefundStart = "processed"
    typical: tuple[int, int] | None = None
    completed: tuple[int, int] | None = None
    fallback: bool = False
    outside: Literal["paypal", "card"] | None = None
    ended: date | None = None
    names: tuple[str, ...] = ()
    note: str | None = None
    valid_from: date | None = None
    others: tuple[OtherValue, ...] = ()
    before: PaymentMethod | None = None
    overrides: PaymentMethod | None = None


Figure = TypeVar("Figure", Window, PaymentMethod)


def valid_on(figure: Figure, day: date) -> Figure:
    """The figure that held on `day`; the oldest one known for days before all of them."""
    while figure.valid_from is not None and day < figure.valid_from and figure.before is not None:
        figure = figure.before
    return figure


class SiteStatus(NamedTuple):
    """A status of the order page: how it is spelled, and what it says about the order.

    `texts` maps a language (`code` for the site's programming interface) to its spellings. The status
    counts as the events in `implies`; an older event in `denies` loses against it and is a
    contradiction; one in `supersedes` is simply over. `ended`: the page calls the order finished
    without saying how. A status that `decides` nothing implies nothing.
    """

    id: str
    texts: Mapping[str, tuple[str, ...]]
    implies: tuple[EventKind, ...]
    sources: tuple[str, ...]
    denies: tuple[EventKind, ...] = ()
    supersedes: tuple[EventKind, ...] = ()
    decides: bool = True
    ended: bool = False
    after_request: EventKind | None = None
    """What the status means when the buyer had asked to cancel before it was seen."""


class StageRule(NamedTuple):
    """If `when` holds, the order is in stage `then`.

    `since` names the events that began it, `began_at` the deadline whose end began it instead.
    """

    id: str
    when: Given
    then: Stage
    sources: tuple[str, ...]
    since: tuple[EventKind, ...] = ()
    began_at: DeadlineId | None = None


class ActionRule(NamedTuple):
    """If `when` holds, the buyer should do `then`.

    `by` names the deadline that ends the possibility, `until` the one that ends the waiting; a
    deadline that is not known or has passed is left out of the advice. `steps` are ids of texts.
    """

    id: str
    when: Given
    then: Action
    sources: tuple[str, ...]
    steps: tuple[str, ...]
    claim: Claim | None = None
    by: DeadlineId | None = None
    until: DeadlineId | None = None
    missing: tuple[str, ...] = ()


class Reason(NamedTuple):
    """An entry of the site's menus and what choosing it costs the seller."""

    id: str
    penalty: Penalty
    sources: tuple[str, ...]


class ReasonRule(NamedTuple):
    """If `when` holds, these reasons are true for the buyer: the pick first."""

    id: str
    when: Given
    then: tuple[str, ...]
    sources: tuple[str, ...]


class WarningRule(NamedTuple):
    """If `when` holds, the advice carries the warning `id`; its text is that of `text`, or of `id`."""

    id: str
    when: Given
    sources: tuple[str, ...]
    text: str | None = None


class Voice(NamedTuple):
    """What one source says in a quarrel, in our words."""

    source: str
    says: str


class Quarrel(NamedTuple):
    """Sources that disagree: the decision taken, and the other voices.

    `rules` are the ids of the rows, in any table, and of the windows that rest on the decision.
    """

    id: str
    topic: str
    taken: str
    voices: tuple[Voice, ...]
    rules: tuple[str, ...]


class Policy(NamedTuple):
    """Everything that aliorder believes AliExpress does.

    `reasons_for` and `warnings_for` hold, for each action, the rows of their tables that can hold beside it.
    """

    sources: Mapping[str, Source]
    windows: Mapping[WindowId, Window]
    methods: Mapping[str, PaymentMethod]
    statuses: tuple[SiteStatus, ...]
    status_texts: Mapping[str, SiteStatus]
    stages: tuple[StageRule, ...]
    actions: Mapping[Stage, tuple[ActionRule, ...]]
    reasons: Mapping[str, Reason]
    reason_rules: tuple[ReasonRule, ...]
    warnings: tuple[WarningRule, ...]
    reasons_for: Mapping[Action, tuple[ReasonRule, ...]]
    warnings_for: Mapping[Action, tuple[WarningRule, ...]]
    quarrels: tuple[Quarrel, ...]

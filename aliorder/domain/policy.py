"""The types of the policy: what AliExpress does, as dated and cited rows without logic."""

# Without `from __future__ import annotations`: typing would compile two hundred annotations anew at every start (3 ms).
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from typing import Generic, Literal, NamedTuple, Protocol, TypedDict, TypeVar

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

Away = Literal["now", "soon", "no"]
"""Whether the sellers are away on a long holiday, go away soon, or neither."""

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
    answer: tuple[Literal["none", "awaited", "overdue", "unknown"], ...]
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
    seller_away: tuple[Away, ...]
    coupon: tuple[Coupon | Literal["unknown"], ...]
    method: tuple[Literal["known", "fallback", "ended", "unknown"], ...]
    owed: tuple[YesNo, ...]
    short_paid: tuple[YesNo, ...]
    counts_days: tuple[YesNo, ...]
    calendar: tuple[Literal["mon-fri", "no-holidays", "country"], ...]
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
    "message-answer",
    "message-reminders",
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
    "settlement",
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
    "answer-by",
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
    before: "Window | None" = None
    overrides: "Window | None" = None


RefundStart = Literal["processed", "bank-form-filled", "payout-asked"]
"""The moment from which a method's figures count: the refund's processing by AliExpress, or a step
that the buyer must take afterwards."""


Ask = Literal["issuer", "paypal", "klarna", "afterpay", "ebanx", "alipay", "account", "support"]
"""Where a buyer looks and asks for a refund: at the card's issuer, at the payment firm, in their own AliExpress
account, or nowhere else than at AliExpress support."""

FundedStepId = Literal[
    "card-through-ebanx",
    "bank-behind-paypal",
    "card-behind-paypal",
    "klarna-switzerland",
    "klarna-united-kingdom",
    "bank-behind-klarna",
    "bank-behind-afterpay",
    "ideal-dutch-bank",
    "ideal-other-bank",
    "mercado-pago-balance",
    "mercado-pago-card",
    "naver-points",
    "naver-card",
    "japanese-shop",
]


class FundedStep(NamedTuple):
    """A step of a refund that holds only for some ways of funding the method, or in some countries.

    From `least` to `most`, in a method's units or in `calendar-days` at both ends; both `None` where nobody names a
    figure. `after` says from when: the credit (so it lies beyond the method's range), or the start of the method's
    own clock (so it lies within). `countries` (ISO 3166) are those of the buyers for whom it holds, none for all.
    """

    id: FundedStepId
    least: int | None
    most: int | None
    unit: Literal["business-days", "days", "calendar-days"]
    sources: tuple[str, ...]
    after: Literal["credit", "start"] = "credit"
    countries: tuple[str, ...] = ()


class PaymentMethod(NamedTuple):
    """How long a refund takes by one method.

    `minimum` and `maximum` are counted from `start`; `unit` `business-days` counts both in business
    days, `days` (the source names no unit) takes calendar days for the minimum and business days for
    the maximum. Both are `None` where no money comes back by this way (`notes` say what does).
    `typical` is the inner range, business days. `completed` is the range from the day on which the
    site says "refund completed", if it differs. `then` are the steps for some buyers only, `notes` what
    the method means for the buyer, the weightiest first, `ask` whom to ask for the money. `fallback`: no
    figure of its own was found. `ended` is the last day on which the method existed, or `None`.
    `valid_from`, `before` and `overrides` are those of a window.
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
    notes: tuple[str, ...] = ()
    valid_from: date | None = None
    others: tuple[OtherValue, ...] = ()
    before: "PaymentMethod | None" = None
    overrides: "PaymentMethod | None" = None
    then: tuple[FundedStep, ...] = ()
    ask: Ask = "support"

    @property
    def note(self) -> str | None:
        """The notes as one text; `None` if there are none."""
        return " ".join(self.notes) or None

    def ended_by(self, day: date) -> bool:
        """Whether the method no longer exists on `day`."""
        return self.ended is not None and day > self.ended


AnyFigure = Window | PaymentMethod
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


class SellerHours(NamedTuple):
    """When sellers are taken to be at work, by the clock of China: from `opens` until `closes`, which is not in it.

    `first_day` to `last_day` are the days of the week, inclusive, 0 being Monday.
    """

    id: str
    opens: time
    closes: time
    first_day: int
    last_day: int
    sources: tuple[str, ...]
    checked_on: date


class SellerHoliday(NamedTuple):
    """A holiday on which sellers neither ship nor answer, `first` and `last` being days in China, inclusive.

    `official`: the span is the one that the state has announced, else it is our judgement. Some sellers leave
    `leave_early` days before; `slow_after`: they need some weeks more until all runs as before.
    """

    id: str
    name: str
    first: date
    last: date
    sources: tuple[str, ...]
    official: bool
    checked_on: date
    leave_early: int = 0
    slow_after: bool = False


ForkId = Literal[
    "you-pay",
    "you-cancel",
    "seller-agrees",
    "seller-refuses",
    "seller-silent",
    "seller-ships",
    "closes-itself",
    "parcel-arrives",
    "you-refuse-the-parcel",
    "seller-agrees-to-refund",
    "seller-agrees-to-return",
    "seller-refuses-the-dispute",
    "seller-silent-in-dispute",
    "dispute-is-won",
    "dispute-is-lost",
    "you-send-it-back",
    "return-arrives",
    "money-arrives",
    "you-appeal",
    "appeal-is-won",
    "you-claim-outside",
    "order-is-unfrozen",
]
"""What could happen next, by the buyer or by others."""


class ForkRule(NamedTuple):
    """If `when` holds beside the advice, the road can fork: the buyer does `acts` now, then somebody does `then`.

    `then` comes between the ends of the deadlines `first` and `last`, inclusive; `first` is `None` for at once, `last`
    for the same moment as `first`. `then` is `None` where nobody does anything more.
    """

    id: ForkId
    when: Given
    sources: tuple[str, ...]
    acts: tuple[EventKind, ...] = ()
    then: EventKind | None = None
    first: DeadlineId | None = None
    last: DeadlineId | None = None


class Rule(Protocol):
    """A row of a table: an id and the facts it asks for."""

    @property
    def id(self) -> str:
        """The row's name, unique in its table."""

    @property
    def when(self) -> Given:
        """The facts it asks for."""


Row = TypeVar("Row", bound=Rule)


class Table(Generic[Row]):
    """Rules, to be tried in their order."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self._narrowed: dict[tuple[str, str], Table[Row]] = {}

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def beside(self, fact: str, value: str) -> "Table[Row]":
        """The rules that can hold where `fact`, which nothing more can change, has `value`; worked out once."""
        found = self._narrowed.get((fact, value))
        if found is None:
            rows = (row for row in self.rows if value in row.when.get(fact, (value,)))  # type: ignore[operator]
            found = self._narrowed[fact, value] = Table(rows)
        return found


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

    `seller_holidays`, long enough to warn of, and `short_holidays`, which only move the hours of sellers, are in order;
    none overlaps another. `usual_payment` is the id of the method by which this buyer pays where an order does not
    tell; `None` if they have not said.
    """

    sources: Mapping[str, Source]
    windows: Mapping[WindowId, Window]
    methods: Mapping[str, PaymentMethod]
    statuses: tuple[SiteStatus, ...]
    status_texts: Mapping[str, SiteStatus]
    stages: Table[StageRule]
    actions: Mapping[Stage, tuple[ActionRule, ...]]
    reasons: Mapping[str, Reason]
    reason_rules: Table[ReasonRule]
    warnings: Table[WarningRule]
    forks: tuple[ForkRule, ...]
    quarrels: tuple[Quarrel, ...]
    seller_holidays: tuple[SellerHoliday, ...]
    short_holidays: tuple[SellerHoliday, ...]
    seller_hours: SellerHours
    usual_payment: str | None = None

    def paid_by(self, told: str | None) -> str | None:
        """The id of the payment method that was told of an order, else of the usual one; `None` without either."""
        return told or self.usual_payment

"""Every deadline of an order: read off the page, or computed from an event and a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import get_args

from aliorder.domain.answers import is_answer_awaited
from aliorder.domain.dates import (
    day_after,
    end_of_site_day,
    first_moment,
    last_moment,
    later,
    site_day,
    start_of_site_day,
)
from aliorder.domain.order import UNKNOWN, When
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId, Span, Turn, WindowId
from aliorder.domain.sheet import Facts
from aliorder.domain.vocabulary import DeadlineKind, EventKind

Rule = Callable[[Facts], DueDate | None]


def due(facts: Facts, name: DeadlineId) -> DueDate | None:
    """The deadline `name`, or `None` where it means nothing for this order."""
    if name not in facts.due_dates:
        facts.due_dates[name] = RULES[name](facts)
    return facts.due_dates[name]


def span(facts: Facts, name: DeadlineId) -> Span:
    """Where `now` stands against the deadline `name`."""
    deadline = due(facts, name)
    if deadline is None or deadline.at is None:
        return "unknown"
    return "passed" if facts.is_over(deadline.at) else "running"


def due_dates(facts: Facts) -> tuple[DueDate, ...]:
    """The deadlines that concern the order as it stands, soonest first, those of unknown day last."""
    if facts["stage"] == "refunded" and facts["owed"] == "no":
        return ()
    names = AFTER_TURN[facts["turn"]]
    found = [deadline for name, rest in names if agree(facts, rest) and (deadline := due(facts, name))]
    found.sort(key=lambda deadline: (deadline.at is None, deadline.at and deadline.at.timestamp(), deadline.id))
    return tuple(found)


def concerns(facts: Facts, name: DeadlineId) -> bool:
    """Whether the deadline still means something, as the order stands."""
    return agree(facts, CONCERNS[name].items())


def agree(facts: Facts, given: Iterable[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether each of these facts has one of its values."""
    for fact, values in given:  # noqa: SIM110 - asked a dozen times an order: all() takes twice as long
        if facts[fact] not in values:
            return False
    return True


def shown_at(facts: Facts, kind: DeadlineKind) -> datetime | None:
    """The deadline as the page shows it: the end of its day at the site; of two the earlier."""
    whens = [deadline.when for deadline in facts.order.deadlines if deadline.kind == kind]
    moments = [when.at or (end_of_site_day(when.day) if when.day else None) for when in whens]
    return min((at for at in moments if at is not None), default=None)


def after(facts: Facts, name: WindowId, when: When) -> datetime | None:
    """The last moment of the window `name` counted from `when`; a time nobody knows gives `None`.

    Hours count from the end of a day without a time: so long nothing is taken to have lapsed.
    """
    window = facts.window(name)
    if window.unit == "hours":
        start = last_moment(when, facts.now)
        return start and later(start, timedelta(hours=window.value))
    day = site_day(when)
    return end_of_site_day(day_after(day, window.value, window.unit, facts.calendar)) if day else None


def from_event(facts: Facts, name: DeadlineId, window: WindowId, kind: EventKind) -> DueDate | None:
    """The deadline that ends `window` after the newest `kind`; `None` if that never happened."""
    if kind not in facts.timeline.happened:
        return None
    at = after(facts, window, facts.when(kind))
    return DueDate(name, at, needs=() if at else (kind,))


def shown_only(name: DeadlineKind) -> Rule:
    """The rule of a deadline that only the page can tell."""

    def rule(facts: Facts) -> DueDate | None:
        at = shown_at(facts, name)
        return DueDate(name, at, shown=True) if at else None

    return rule


def shown_or(name: DeadlineKind, computed: Rule) -> Rule:
    """The rule of a deadline that is computed where the page tells none."""

    def rule(facts: Facts) -> DueDate | None:
        at = shown_at(facts, name)
        return DueDate(name, at, shown=True) if at else computed(facts)

    return rule


def counted(name: DeadlineId, window: WindowId, kind: EventKind) -> Rule:
    """The rule of a deadline that is nothing but a window after an event."""
    return lambda facts: from_event(facts, name, window, kind)


def verification_window(facts: Facts) -> WindowId:
    """How long the checking of the payment may take by the order's payment method."""
    if facts.payment == "bank-transfer":
        return "verification-bank-transfer"
    return "verification-boleto" if facts.payment == "boleto" else "verification"


def verification_lapse(facts: Facts) -> datetime | None:
    """The moment from which the payment is taken to be verified, whatever the time of day it was made."""
    return after(facts, verification_window(facts), facts.when("paid"))


def verification_until(facts: Facts) -> DueDate:
    """The end of the check of the payment: the moment from which it is taken to be verified."""
    at = verification_lapse(facts)
    return DueDate("verification-until", at, needs=() if at else ("paid",))


def instant_cancel_until(facts: Facts) -> datetime | None:
    """The end of the time in which an order can be cancelled without the seller: the safe, early end."""
    window = facts.window(verification_window(facts))
    if window.unit != "hours":
        return verification_lapse(facts)
    start = first_moment(facts.when("paid"), facts.now)
    return later(start, timedelta(hours=window.value)) if start else None


def ship_by_reckoned(facts: Facts) -> DueDate | None:
    """When the seller should have shipped, for want of a shown day: it warns and decides nothing."""
    if facts["verified"] == "no":
        return None
    verified = facts.when("payment-verified")
    if verified == UNKNOWN:
        lapse = verification_lapse(facts)
        verified = When(at=lapse) if lapse else UNKNOWN
    at = after(facts, "ship-by", verified)
    return DueDate("ship-by", at, needs=() if at else ("ship-by",))


def answer_by(facts: Facts) -> DueDate | None:
    """The end of the time in which a seller usually answers a message; `None` where no answer is awaited."""
    return from_event(facts, "answer-by", "message-answer", "message-sent") if is_answer_awaited(facts) else None


def dispute_opens(facts: Facts) -> DueDate | None:
    """The first moment at which the site takes a dispute; at once where delivery was promised very soon."""
    if "shipped" not in facts.timeline.happened:
        return None
    shipped, promised = site_day(facts.when("shipped")), due(facts, "deliver-by")
    if shipped is None:
        return DueDate("dispute-opens", None, needs=("shipped",))
    days = facts.window("dispute-opens").value
    if promised and promised.at:
        soon = shipped + timedelta(days=facts.window("fast-delivery").value)
        days = 0 if promised.at < start_of_site_day(soon) else days
    return DueDate("dispute-opens", start_of_site_day(shipped + timedelta(days=days)))


def protection_until(facts: Facts) -> DueDate | None:
    """The end of Buyer Protection where the page tells neither it nor a delivery day.

    Counted from the shipping; on a day unknown from the payment or the order, which is too early rather than too late.
    """
    if "shipped" not in facts.timeline.happened or due(facts, "deliver-by"):
        return None
    starts = (facts.when(kind) for kind in ("shipped", "paid", "placed"))
    at = after(facts, "protection", next((when for when in starts if when != UNKNOWN), UNKNOWN))
    return DueDate("protection-until", at, needs=() if facts.when("shipped") != UNKNOWN else ("shipped",))


def dispute_until(facts: Facts) -> DueDate | None:
    """The last moment for a dispute: from the receipt, else from the end of delivery or protection."""
    if "receipt-confirmed" in facts.timeline.last:
        return from_event(facts, "dispute-until", "dispute-until", "receipt-confirmed")
    base = due(facts, "deliver-by") or due(facts, "protection-until")
    if base is None:
        return None
    if base.at is None or base.needs:
        return DueDate("dispute-until", None, needs=("dispute-until", *base.needs))
    return DueDate("dispute-until", after(facts, "dispute-until", When(at=base.at)))


def outside_until(facts: Facts) -> DueDate | None:
    """The last moment for a claim at PayPal or the card's bank; `None` where no such way is known."""
    method = facts.method
    if method is None or method.outside is None:
        return None
    if method.outside == "paypal":
        at = after(facts, "outside-paypal", facts.when("paid"))
        return DueDate("outside-until", at, needs=() if at else ("paid",))
    promised = due(facts, "deliver-by")
    if promised is None or promised.at is None:
        return DueDate("outside-until", None, needs=("deliver-by",))
    return DueDate("outside-until", after(facts, "outside-card", When(at=promised.at)))


def outside_escalate(facts: Facts) -> DueDate | None:
    """The last moment to make a PayPal dispute a claim; other ways of paying know no such step."""
    method = facts.method
    if method is not None and method.outside != "paypal":
        return None
    return from_event(facts, "outside-escalate", "outside-escalate", "claimed-outside")


def refund_latest(facts: Facts) -> DueDate | None:
    """The end of the last day on which the refund is still in time."""
    owed = facts.owed
    if owed is None:
        return None
    at = end_of_site_day(owed.latest) if owed.latest else None
    return DueDate("refund-latest", at, needs=owed.needs)


RULES: dict[DeadlineId, Rule] = {
    "pay-by": shown_or("pay-by", counted("pay-by", "pay-by", "placed")),
    "verification-until": verification_until,
    "ship-by": shown_or("ship-by", ship_by_reckoned),
    "cancel-answer": counted("cancel-answer", "cancel-answer", "cancel-requested"),
    "cancel-answer-latest": counted("cancel-answer-latest", "cancel-answer-latest", "cancel-requested"),
    "answer-by": answer_by,
    "deliver-by": shown_only("deliver-by"),
    "protection-until": shown_or("protection-until", protection_until),
    "reship-until": counted("reship-until", "reship", "reshipped"),
    "dispute-opens": dispute_opens,
    "dispute-until": shown_or("dispute-until", dispute_until),
    "seller-answer-by": counted("seller-answer-by", "seller-answer-by", "dispute-opened"),
    "platform-steps-in": counted("platform-steps-in", "platform-steps-in", "dispute-opened"),
    "free-return-until": counted("free-return-until", "free-return-until", "delivered"),
    "return-by": shown_or("return-by", counted("return-by", "return-by", "return-agreed")),
    "appeal-until": counted("appeal-until", "appeal-until", "dispute-lost"),
    "appeal-answer": counted("appeal-answer", "appeal-answer", "appealed"),
    "outside-until": outside_until,
    "outside-escalate": outside_escalate,
    "refund-latest": refund_latest,
}

PLAIN = ("none", "dispute-cancelled")
SENT = ("shipped", "delivered", "completed")

CONCERNS: dict[DeadlineId, dict[str, tuple[str, ...]]] = {
    "pay-by": {"paid": ("no",), "turn": PLAIN, "goods": ("none",)},
    "verification-until": {"stage": ("payment-verification",)},
    "ship-by": {"paid": ("yes",), "turn": PLAIN, "goods": ("none", "part-shipped")},
    "cancel-answer": {"cancel": ("requested",), "turn": PLAIN, "goods": ("none", "part-shipped")},
    "cancel-answer-latest": {"cancel": ("requested",), "turn": PLAIN, "goods": ("none", "part-shipped")},
    "answer-by": {"answer": ("awaited", "overdue", "unknown")},
    "deliver-by": {"turn": PLAIN, "goods": ("none", "part-shipped", "shipped")},
    "protection-until": {"turn": PLAIN, "goods": ("shipped", "delivered")},
    "reship-until": {"turn": PLAIN, "goods": ("shipped",), "delivery": ("reshipped",)},
    "dispute-opens": {"turn": PLAIN, "goods": ("shipped", "delivered"), "dispute_opens": ("running", "unknown")},
    "dispute-until": {"turn": (*PLAIN, "delivery-refused"), "goods": SENT},
    "seller-answer-by": {"turn": ("dispute-opened",)},
    "platform-steps-in": {"turn": ("dispute-opened", "dispute-refused")},
    "free-return-until": {"turn": PLAIN, "goods": ("delivered",), "free_return": ("yes",)},
    "return-by": {"turn": ("return-agreed",)},
    "appeal-until": {"turn": ("dispute-lost",), "appealed": ("no",)},
    "appeal-answer": {"turn": ("appealed",)},
    "outside-until": {"goods": SENT},
    "outside-escalate": {},
    "refund-latest": {"owed": ("yes",)},
}
"""The facts that make a deadline matter; one that does not is left out of the advice."""

AFTER_TURN: dict[str, tuple[tuple[DeadlineId, tuple[tuple[str, tuple[str, ...]], ...]], ...]] = {
    turn: tuple(
        (name, tuple((fact, values) for fact, values in given.items() if fact != "turn"))
        for name, given in CONCERNS.items()
        if turn in given.get("turn", (turn,))
    )
    for turn in get_args(Turn)
}
"""The deadlines that can matter after each turn, with the other facts that decide whether they do."""

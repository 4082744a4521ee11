"""Every truth that a rule may test, by name: worked out once, and only if some rule asks."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import get_args

from aliorder.domain.dates import MON_FRI, ONE_DAY, Calendar, own_day
from aliorder.domain.deadlines import after, due, span, verification_lapse
from aliorder.domain.order import Order
from aliorder.domain.policy import DeadlineId, Policy, Turn
from aliorder.domain.refund import DECISIONS, MONEY_TURNS, granted_amounts, owed_refund
from aliorder.domain.seller import seller_away
from aliorder.domain.sheet import Facts, Reckoning
from aliorder.domain.timeline import SILENT, counts
from aliorder.domain.vocabulary import CANCELLATIONS, WHY_FAMILIES, EventKind

TURNS: frozenset[str] = frozenset(get_args(Turn)) - {"none"}
DECIDED_IN_FULL: frozenset[str] = DECISIONS.difference(CANCELLATIONS)
"""Decisions about the goods: they are never about a cancelled part alone."""

CANCELLED_MONEY: frozenset[str] = MONEY_TURNS - DECIDED_IN_FULL
"""The turns that may be about a cancelled part alone."""

REQUESTS: tuple[EventKind, ...] = ("cancel-requested", "cancel-refused")
BAD_PARCELS = ("stuck", "invalid", "elsewhere")


def facts_of(order: Order, policy: Policy, now: datetime, calendar: Calendar) -> Facts:
    """The sheet of `order` at `now`, an aware moment in the user's zone; nothing is worked out yet but what is owed."""
    facts = Facts(order, policy, now, calendar, FACTS)
    facts.owed = owed_refund(facts)
    return facts


def yes_no(truth: object) -> str:
    """A truth as the rules spell it."""
    return "yes" if truth else "no"


def yes_no_unknown(answer: bool | None) -> str:
    """An answer as the rules spell it; `None` is unknown."""
    return "unknown" if answer is None else yes_no(answer)


def page_showed(facts: Facts, kind: EventKind, after: datetime) -> bool:
    """Whether the page was seen after that moment to be at `kind` still: then time has not done what it should."""
    status, seen = facts.timeline.status, facts.order.status
    return status is not None and seen is not None and status.implies == (kind,) and seen.seen > after


def known(facts: Facts) -> str:
    """Whether anything is known that tells a stage."""
    return yes_no(not facts.timeline.last.keys() <= SILENT)


def parted(facts: Facts) -> str:
    """Whether a part of the order was cancelled and another part sent: then the goods decide."""
    last = facts.timeline.last
    return yes_no(
        "part-shipped" in last
        and any(kind in last for kind in CANCELLATIONS)
        and not any(kind in last for kind in DECIDED_IN_FULL)
    )


def refunded(facts: Facts) -> str:
    """Whether the money is here; the money for a cancelled part alone does not end the order."""
    return yes_no("refund-received" in facts.timeline.last and facts["parted"] == "no")


def turn(facts: Facts) -> str:
    """The newest event that takes the order off its plain way, of a part-sent order only those of the goods."""
    kinds = TURNS - CANCELLED_MONEY if facts["parted"] == "yes" else TURNS
    if facts.timeline.is_newer("paid", "expired"):
        kinds -= {"expired"}
    event = facts.timeline.newest(kinds)  # type: ignore[arg-type]
    return event.kind if event else "none"


def goods(facts: Facts) -> str:
    """How far the goods have come, as far as anybody said so: receipt is never assumed, but bad goods are here."""
    happened = facts.timeline.happened
    if "receipt-confirmed" in happened:
        return "completed"
    if facts["why_family"] == "bad" and facts["known"] == "yes":
        return "delivered"
    return next((kind for kind in ("delivered", "shipped", "part-shipped") if kind in happened), "none")


def verified(facts: Facts) -> str:
    """Whether the payment was verified, or so long ago that it is taken to be."""
    if "payment-verified" in facts.timeline.happened:
        return "yes"
    lapse = verification_lapse(facts)
    if lapse is None or not facts.is_over(lapse) or page_showed(facts, "paid", lapse):
        return "no"
    return "assumed"


def cancel(facts: Facts) -> str:
    """Whether the newest word on a cancellation is a request or a refusal."""
    event = facts.timeline.newest(REQUESTS)
    return event.kind.removeprefix("cancel-") if event else "none"


def why_family(facts: Facts) -> str:
    """What kind of trouble the buyer has; a cancellation once asked for without a word why is an own wish."""
    if facts.order.why is not None:
        return WHY_FAMILIES[facts.order.why]
    told = any(event.kind in REQUESTS and counts(event, facts.now) for event in facts.order.events)
    asked = told or not facts.timeline.last.keys().isdisjoint(REQUESTS)
    return "own-wish" if asked else "still-wanted"


def page_ended(facts: Facts) -> str:
    """Whether the page calls the order finished without saying how it ended."""
    status = facts.timeline.status
    return yes_no(status is not None and status.ended)


def page_ambiguous(facts: Facts) -> str:
    """Whether the page shows a status that can mean several things."""
    status = facts.timeline.status
    return yes_no(status is not None and not status.decides)


def ship_by(facts: Facts) -> str:
    """Where `now` stands against a ship-by day read off the page; a computed one decides nothing."""
    deadline = due(facts, "ship-by")
    return span(facts, "ship-by") if deadline is not None and deadline.shown else "unknown"


def ship_by_guess(facts: Facts) -> str:
    """Where `now` stands against a ship-by day that is only reckoned: good for a warning."""
    return span(facts, "ship-by") if facts["ship_by"] == "unknown" else "unknown"


def answer(facts: Facts) -> str:
    """Whether an answer to a message is awaited or overdue; `unknown` without the day of the message.

    It is `none` again when it is overdue for so long that reminding helps no more.
    """
    deadline = due(facts, "answer-by")
    if deadline is None:
        return "none"
    if deadline.at is None:
        return "unknown"
    if not facts.is_over(deadline.at):
        return "awaited"
    end = after(facts, "message-reminders", facts.when("message-sent"))
    return "none" if end is None or facts.is_over(end) else "overdue"


def dispute_opens(facts: Facts) -> str:
    """`running` before a dispute can be opened, `passed` from the first moment at which it can."""
    deadline = due(facts, "dispute-opens")
    if deadline is None or deadline.at is None:
        return "unknown"
    return "passed" if facts.has_begun(deadline.at) else "running"


def delivery_time(facts: Facts) -> str:
    """Where `now` stands against the promised delivery, the end of protection where none was promised."""
    promised = due(facts, "deliver-by")
    return span(facts, "deliver-by" if promised else "protection-until")


def protection(facts: Facts) -> str:
    """How much of Buyer Protection is left: `last-days` are those in which to ask for more."""
    state, deadline = span(facts, "protection-until"), due(facts, "protection-until")
    if state != "running" or deadline is None or deadline.at is None:
        return state
    lead = timedelta(days=facts.window("extend-protection").value)
    return "last-days" if facts.is_over(deadline.at - lead) else "early"


def parcel(facts: Facts) -> str:
    """Whether the tracking tells that the parcel will not come."""
    return "bad" if facts.order.parcel in BAD_PARCELS or facts.order.why == "tracking-invalid" else "fine"


def delivery(facts: Facts) -> str:
    """Whether the delivery failed, and whether the seller sent the goods again."""
    event = facts.timeline.newest(("delivery-failed", "reshipped"))
    if event is None:
        return "on-its-way"
    if event.kind == "delivery-failed":
        return "failed"
    return "reshipped-late" if span(facts, "reship-until") == "passed" else "reshipped"


def extension_asked(facts: Facts) -> str:
    """Whether a longer protection was asked for in its last days."""
    deadline, day = due(facts, "protection-until"), own_day(facts.when("extension-asked"), facts.now)
    if "extension-asked" not in facts.timeline.last:
        return "no"
    if deadline is None or deadline.at is None or day is None:
        return "yes"
    lead = timedelta(days=facts.window("extend-protection").value + 1)
    return yes_no(day >= (deadline.at - lead).date())


def refused_after_shipping(facts: Facts) -> str:
    """Whether the seller is known to have refused after the goods were sent: although, or because of that."""
    line = facts.timeline
    return yes_no("shipped" in line.last and line.is_newer("cancel-refused", "shipped"))


def outside(facts: Facts) -> str:
    """Whether a claim outside AliExpress is open: at PayPal, at the card's bank; unknown counts as open."""
    if "claimed-outside" in facts.timeline.last:
        return "claimed"
    method = facts.method
    if method is not None and method.outside is None and method.id != "other":
        return "closed"
    return "closed" if span(facts, "outside-until") == "passed" else "open"


def seller_answer_by(facts: Facts) -> str:
    """Whether the seller's time to answer a dispute ran out; while the page still shows the dispute, it did not."""
    deadline = due(facts, "seller-answer-by")
    if deadline is not None and deadline.at is not None and page_showed(facts, "dispute-opened", deadline.at):
        return "running"
    return span(facts, "seller-answer-by")


def refund_latest(facts: Facts) -> str:
    """Whether a granted refund is overdue: its last day, in the user's calendar, is over."""
    owed = facts.owed
    if owed is None or owed.chase_from is None:
        return "unknown"
    return "passed" if facts.has_come(owed.chase_from) else "running"


def refund_typical(facts: Facts) -> str:
    """Whether the usual time of a granted refund is over."""
    owed = facts.owed
    if owed is None or owed.typical_until is None:
        return "unknown"
    return "passed" if facts.has_come(owed.typical_until + ONE_DAY) else "running"


def short_paid(facts: Facts) -> str:
    """Whether money has come, and less than was granted: all refunds since the newest decision together."""
    amounts = granted_amounts(facts)
    if amounts.received is None or amounts.rest is None:
        return "no"
    return yes_no(amounts.received.amount > 0 and amounts.rest.amount > 0)


def method(facts: Facts) -> str:
    """What is known of the payment method's figures."""
    found = facts.method
    if found is None:
        return "unknown"
    if found.ended is not None and facts.has_come(found.ended + ONE_DAY):
        return "ended"
    return "fallback" if found.fallback else "known"


def calendar(facts: Facts) -> str:
    """Which business days count: the country's, or Monday to Friday, be it because its holidays are not known."""
    if facts.calendar.id != MON_FRI.id:
        return "country"
    return "no-holidays" if facts.order.country else "mon-fri"


def spanned(name: DeadlineId) -> Reckoning:
    """The fact that tells where `now` stands against the deadline `name`."""
    return lambda facts: span(facts, name)


FACTS: dict[str, Reckoning] = {
    "known": known,
    "refunded": refunded,
    "frozen": lambda facts: yes_no(facts.timeline.is_newer("frozen", "unfrozen")),
    "parted": parted,
    "turn": turn,
    "paid": lambda facts: yes_no("paid" in facts.timeline.happened),
    "verified": verified,
    "goods": goods,
    "cancel": cancel,
    "why": lambda facts: facts.order.why or "unknown",
    "why_family": why_family,
    "page_ended": page_ended,
    "page_ambiguous": page_ambiguous,
    "cancel_button": lambda facts: yes_no_unknown(facts.order.cancel_button),
    "free_return": lambda facts: yes_no_unknown(facts.order.free_return),
    "keep": lambda facts: yes_no_unknown(facts.order.keep),
    "coupon": lambda facts: facts.order.coupon or "unknown",
    "pay_by": spanned("pay-by"),
    "ship_by": ship_by,
    "ship_by_guess": ship_by_guess,
    "cancel_answer": spanned("cancel-answer"),
    "cancel_answer_latest": spanned("cancel-answer-latest"),
    "answer": answer,
    "dispute_opens": dispute_opens,
    "dispute_until": spanned("dispute-until"),
    "delivery_time": delivery_time,
    "promised": spanned("deliver-by"),
    "protection": protection,
    "parcel": parcel,
    "delivery": delivery,
    "extension_asked": extension_asked,
    "refused_after_shipping": refused_after_shipping,
    "seller_answer_by": seller_answer_by,
    "free_return_until": spanned("free-return-until"),
    "return_by": spanned("return-by"),
    "appealed": lambda facts: yes_no("appealed" in facts.timeline.last),
    "appeal_until": spanned("appeal-until"),
    "outside": outside,
    "short_paid": short_paid,
    "owed": lambda facts: yes_no(facts.owed),
    "refund_latest": refund_latest,
    "refund_typical": refund_typical,
    "method": method,
    "calendar": calendar,
    "contradiction": lambda facts: yes_no(facts.timeline.contradictions),
    "seller_away": seller_away,
}
"""Each fact that is not a decision, and how it is worked out."""


def missing_flags(facts: Facts, name: str) -> tuple[str, ...]:
    """What the user could tell to settle the fact `name`, by its flag or event; nothing if it is settled."""
    if name in ("why", "why_family"):
        return ("why",) if facts.order.why is None else ()
    if name == "parcel":
        return ("parcel",) if facts.order.parcel == "unknown" and facts["parcel"] == "fine" else ()
    if facts[name] != "unknown":
        return ()
    deadline = due(facts, SPANS[name]) if name in SPANS else None
    if deadline is not None and deadline.needs:
        return deadline.needs
    return FLAGS.get(name, ())


SPANS: dict[str, DeadlineId] = {
    "pay_by": "pay-by",
    "cancel_answer": "cancel-answer",
    "cancel_answer_latest": "cancel-answer-latest",
    "answer": "answer-by",
    "dispute_opens": "dispute-opens",
    "dispute_until": "dispute-until",
    "seller_answer_by": "seller-answer-by",
    "free_return_until": "free-return-until",
    "return_by": "return-by",
    "appeal_until": "appeal-until",
    "protection": "protection-until",
}
FLAGS: dict[str, tuple[str, ...]] = {
    "cancel_button": ("cancel-button",),
    "free_return": ("free-return",),
    "keep": ("keep",),
    "coupon": ("coupon",),
    "ship_by": ("ship-by",),
    "delivery_time": ("deliver-by",),
    "protection": ("protection-until",),
    "dispute_until": ("deliver-by",),
    "pay_by": ("placed",),
}
"""The flags, events and deadlines by which a user can settle a fact."""

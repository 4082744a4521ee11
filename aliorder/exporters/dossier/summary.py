"""The case in a few lines, for somebody who reads no further: nothing in them but what was noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aliorder.domain.vocabulary import WHY_FAMILIES, EventKind
from aliorder.exporters.dossier.deadlines import ToldDeadline
from aliorder.exporters.dossier.facts import Happened
from aliorder.exporters.dossier.model import Dossier
from aliorder.words.dossier import capital, days_words, full_day, times_words
from aliorder.words.money import money_words

SENT: tuple[EventKind, ...] = ("shipped", "part-shipped", "reshipped")
BY_ITSELF = "the site may do that by itself"
TURNS: tuple[EventKind, ...] = (
    "cancel-requested",
    "cancel-refused",
    "cancel-accepted",
    "cancelled-by-buyer",
    "cancelled-by-seller",
    "cancelled-by-platform",
    "delivery-failed",
    "delivery-refused",
    "dispute-opened",
    "dispute-refused",
    "dispute-agreed",
    "dispute-won",
    "dispute-lost",
    "dispute-cancelled",
    "appealed",
    "return-agreed",
    "return-sent",
    "return-received",
    "refund-started",
    "refund-completed",
    "refund-received",
)
"""What changes how an order stands; the newest few are told."""

MOST_TURNS = 3


def in_short(dossier: Dossier, past: Sequence[Happened], deadlines: Sequence[ToldDeadline]) -> Iterator[str]:
    """The lines, each a sentence."""
    yield bought(dossier, past)
    sent = newest(past, SENT)
    if sent:
        yield f"{capital(sent.what)}: {sent.when}."
    yield from promised(dossier, deadlines)
    yield from arrival(dossier, past, sent=sent is not None)
    yield from talk(past)
    turns = [item for item in past if item.event.kind in TURNS]
    yield from (f"{capital(item.what)}: {item.when}." for item in turns[-MOST_TURNS:])


def bought(dossier: Dossier, past: Sequence[Happened]) -> str:
    """When it was ordered and paid."""
    placed, paid = newest(past, ("placed",)), newest(past, ("paid",))
    total = money_words(dossier.order.total)
    price = f" ({total})" if total else ""
    if placed and paid and placed.day is None and paid.day is None:
        return f"Ordered and paid{price}; the days are not known."
    if placed and paid and placed.day == paid.day:
        return f"Ordered and paid{price}: {paid.when}."
    ordered = f"Ordered: {placed.when}." if placed else ""
    return " ".join(filter(None, (ordered, f"Paid{price}: {paid.when}." if paid else "No payment is noted.")))


def promised(dossier: Dossier, deadlines: Sequence[ToldDeadline]) -> Iterator[str]:
    """By when it should have come, as the order page showed it."""
    for deadline in deadlines:
        if deadline.id == "deliver-by":
            days = (dossier.now.date() - deadline.day).days
            late = f", {days_words(days)} before this dossier was made" if deadline.state == "over" and days > 0 else ""
            yield f"Delivery was promised by {full_day(deadline.day)}{late}."


def arrival(dossier: Dossier, past: Sequence[Happened], *, sent: bool) -> Iterator[str]:
    """Whether it came. A confirmed receipt is no delivery, and does not contradict who says that nothing came."""
    came, confirmed, why = newest(past, ("delivered",)), newest(past, ("receipt-confirmed",)), dossier.order.why
    if came:
        yield f"{capital(came.what)}: {came.when}."
    elif confirmed is None or (why and WHY_FAMILIES[why] == "missing"):
        yield "No delivery is noted." if sent or confirmed else "No shipping is noted."
    if confirmed:
        yield f"{capital(confirmed.what)} ({BY_ITSELF}): {confirmed.when}."


def talk(past: Sequence[Happened]) -> Iterator[str]:
    """How often each side wrote, and when last."""
    wrote = [item for item in past if item.event.kind == "message-sent"]
    answers = [item for item in past if item.event.kind == "seller-answered"]
    if wrote:
        yield f"The buyer wrote to the seller {times(wrote)}."
    if answers:
        yield f"The seller answered {times(answers)}."
    elif wrote:
        yield "No answer of the seller's is noted."


def times(items: Sequence[Happened]) -> str:
    """How often something happened, and when last: `twice, last on Sat 14 Nov 2026`."""
    often, newest_item = times_words(len(items)), items[-1]
    if newest_item.day is None:
        return often
    return f"{often}, {'last ' if len(items) > 1 else ''}on {newest_item.when}"


def newest(past: Sequence[Happened], kinds: Sequence[EventKind]) -> Happened | None:
    """The newest event of these kinds."""
    return next((item for item in reversed(past) if item.event.kind in kinds), None)

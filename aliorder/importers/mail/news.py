"""Order mails as entries of an import."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from aliorder.domain.order import UNKNOWN, Event, Order, SeenStatus
from aliorder.domain.statuses import status_of
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import HEAD, Entry, Problem, Remark, Terms, Told
from aliorder.importers.mail.body import orders_in, parcels_in, shipments_in, total_in
from aliorder.importers.mail.forward import Mail, mails_in
from aliorder.importers.mail.head import MOST_BYTES, RawMail
from aliorder.importers.mail.parts import Damaged, is_from_aliexpress, parsed
from aliorder.importers.mail.subjects import News, read_subject
from aliorder.importers.mail.wordings import Step
from aliorder.importers.values.text import clean
from aliorder.words.safe import cut


class Means(NamedTuple):
    """What a step tells of an order: what happened when the mail was sent, what before, and the status of its page."""

    then: tuple[EventKind, ...] = ()
    before: tuple[EventKind, ...] = ()
    status: str | None = None


MEANS: Mapping[Step, Means] = {
    # A reminder: how long the order has been waiting by then, it does not tell.
    "unpaid": Means(before=("placed",), status="Awaiting payment"),
    "confirmed": Means(then=("placed", "paid")),
    "ready": Means(before=("payment-verified",)),
    "shipped": Means(then=("shipped",)),
    "part-shipped": Means(then=("part-shipped",)),
    # Also when the carrier collects it: a moment that late would overwrite that of the mail "order shipped".
    "moving": Means(before=("shipped",)),
    "delivered": Means(then=("delivered",)),
    "closed": Means(status="Closed"),
}


def entries_of(name: str, mails: Iterable[RawMail], terms: Terms) -> Iterator[Entry]:
    """What the order mails among these tell, one entry each, and at the end how many were not understood.

    Every other mail is passed over without a word, be it damaged or from elsewhere.
    """
    unknown, example = 0, ""
    for raw in mails:
        if not raw.whole:
            yield from too_large(name, raw)
            continue
        for mail in order_mails(raw.content, terms):
            orders = orders_told(mail, terms)
            if orders is None:
                unknown, example = unknown + 1, example or mail.subjects[0]
                continue
            yield from (Told(order, raw.line) for order in orders)
    if unknown:
        yield Remark(not_understood(unknown, example))


def order_mails(content: bytes, terms: Terms) -> list[Mail]:
    """The order mails in these bytes; none if they cannot be taken apart."""
    try:
        return mails_in(content, terms) if may_hold_one(content) else []
    except Damaged:
        return []


def may_hold_one(content: bytes) -> bool:
    """Whether it is worth the time to take the mail apart: it names AliExpress, or hides its text in base64."""
    text = content.lower()
    return b"aliexpress" in text or b"base64" in text


def too_large(name: str, raw: RawMail) -> Iterator[Problem]:
    """The problem that a mail is too large, if it is an order mail."""
    try:
        if is_from_aliexpress(parsed(raw.content[:HEAD])):
            why = f"this mail is larger than {MOST_BYTES // 1024**2} MiB and was passed over"
            yield Problem(name, raw.line, None, why)
    except Damaged:
        return


def not_understood(count: int, example: str) -> str:
    """The remark about mails whose subjects tell nothing that is known."""
    mails = "1 mail from AliExpress was" if count == 1 else f"{count} mails from AliExpress were"
    return f"{mails} seen but not understood, for example {cut(clean(example).strip(), 80)!r}"


def orders_told(mail: Mail, terms: Terms) -> list[Order] | None:
    """What the mail tells of orders; `None` if it is not understood. It may be understood and tell nothing."""
    news = next((known for subject in mail.subjects if (known := read_subject(subject))), None)
    if news is None:
        return None
    if news.about == "parcels":
        return [order_told(*shipment, mail, news.step, terms) for shipment in shipments_in(mail.body)]
    orders = orders_in(mail.body)
    number, parcel = numbers_of(mail, news, orders)
    if number is None and parcel is None:
        return None
    order = order_told(number, parcel, mail, news.step, terms)
    if news.step == "confirmed" and number and orders <= {number}:
        order = replace(order, total=total_in(mail.body, terms))
    return [order] if order.events or order.status or (number and parcel) else []


def numbers_of(mail: Mail, news: News, orders: frozenset[str]) -> tuple[str | None, str | None]:
    """The order and the parcel that the mail is about, given the `orders` that its text names.

    Of what the subject does not name only what is certain: the one thing of its kind in the text.
    """
    if news.about == "parcel" and news.number:
        return only(orders - {news.number}), news.number
    number = news.number or only(orders)
    return number, None if orders - {number} else only(parcels_in(mail.body) - {number})


def only(found: Collection[str]) -> str | None:
    """What was found, if it is one thing."""
    return next(iter(found)) if len(found) == 1 else None


def order_told(number: str | None, parcel: str | None, mail: Mail, step: Step, terms: Terms) -> Order:
    """What the step tells of the order, or of the one that has the parcel."""
    means = MEANS[step]
    status = status_seen(means.status, mail, terms)
    then = tuple(Event(kind, mail.sent) for kind in means.then)
    # An order that is known to be placed and nothing more would count as unpaid: only the status can say so.
    before = () if means.status and status is None else tuple(Event(kind, UNKNOWN) for kind in means.before)
    return Order(number=number, tracking=parcel, status=status, events=then + before)


def status_seen(text: str | None, mail: Mail, terms: Terms) -> SeenStatus | None:
    """The status that the mail stands for, seen when it was sent; `None` if that or the status is unknown."""
    moment = mail.sent.at
    known = text is not None and status_of(text, terms.policy.status_texts) is not None
    return SeenStatus(text, moment) if text and known and moment else None

"""Whose a parcel or a payment is, where the file names no order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from aliorder.domain.dates import site_day
from aliorder.domain.order import Order
from aliorder.domain.vocabulary import EventKind


def owner_of(read: Order, candidates: Iterable[Order]) -> Order | None:
    """The one of the kept orders that `read`, which has no number, must be about; `None` if none must, or several may.

    It is the one with the same tracking number; else the one with an item of the same title that was placed on the
    same day of the site; else the one with the same total that was placed or paid on that day or one beside it.
    """
    kept = list(candidates)
    for is_it in (same_parcel, same_item, same_payment):
        fitting = [order for order in kept if is_it(read, order)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def same_parcel(read: Order, kept: Order) -> bool:
    """Whether both name one tracking number."""
    return read.tracking is not None and read.tracking == kept.tracking


def same_item(read: Order, kept: Order) -> bool:
    """Whether both have an item of one title and were placed on one day."""
    titles = {item.title for item in read.items if item.title}
    other = {item.title for item in kept.items} | {kept.title}
    days = days_of(read, "placed")
    return bool(titles) and titles <= other and bool(days) and days == days_of(kept, "placed")


def same_payment(read: Order, kept: Order) -> bool:
    """Whether both come to one amount and were paid at about one time, in a way that does not contradict."""
    if read.total is None or read.total != kept.total or kept.payment not in (None, read.payment):
        return False
    paid = days_of(read, "paid")
    known = days_of(kept, "paid") or days_of(kept, "placed")
    return any(abs(one - other) <= timedelta(days=1) for one in paid for other in known)


def days_of(order: Order, kind: EventKind) -> set[date]:
    """The days of the site on which events of this kind happened, as far as they are known."""
    found = {site_day(event.when) for event in order.events if event.kind == kind}
    return {day for day in found if day is not None}

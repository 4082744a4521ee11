"""What a file says about an order, laid over what is stored about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from aliorder.domain.order import Deadline, Order, SeenStatus
from aliorder.importers.merging_events import merge_events
from aliorder.importers.merging_items import merge_items

Value = TypeVar("Value")


def merge(stored: Order | None, read: Order) -> Order:
    """The stored order with what the file adds to it; both have the same number.

    Field by field, a value beats none, and of two the newer view's counts. The buyer's own words
    (alias, why, keep, notes) stay as they are. Merging the same order again changes nothing.
    """
    base = stored or Order(number=read.number)
    newer = is_newer(base.status, read.status)
    first, second = (read, base) if newer else (base, read)
    return replace(
        base,
        alias=either(base.alias, read.alias),
        why=either(base.why, read.why),
        keep=either(base.keep, read.keep),
        notes=base.notes + tuple(note for note in dict.fromkeys(read.notes) if note not in base.notes),
        title=either(first.title, second.title),
        store_name=either(first.store_name, second.store_name),
        total=either(first.total, second.total),
        payment=either(first.payment, second.payment),
        country=either(first.country, second.country),
        coupon=either(first.coupon, second.coupon),
        free_return=either(first.free_return, second.free_return),
        cancel_button=either(first.cancel_button, second.cancel_button),
        status=either(first.status, second.status),
        tracking=either(first.tracking, second.tracking),
        parcel=second.parcel if first.parcel == "unknown" else first.parcel,
        items=merge_items(base.items, read.items, newer),
        events=merge_events(base.events, read.events, newer),
        deadlines=merge_deadlines(base.deadlines, read.deadlines, newer),
    )


def is_newer(stored: SeenStatus | None, read: SeenStatus | None) -> bool:
    """Whether a file's view is at least as new as the stored one.

    The status tells its age. Nothing is older than an order without a status; over a status that was
    seen, a file without one only fills gaps.
    """
    return stored is None or (read is not None and read.seen >= stored.seen)


def either(first: Value | None, second: Value | None) -> Value | None:
    """The first value, or the second if the first says nothing."""
    return second if first is None or first == "" else first


def merge_deadlines(stored: tuple[Deadline, ...], read: tuple[Deadline, ...], newer: bool) -> tuple[Deadline, ...]:
    """The deadlines by kind: those of the newer view, and of the other one the kinds that it lacks."""
    if newer:
        kinds = {deadline.kind for deadline in read}
        return (*(deadline for deadline in stored if deadline.kind not in kinds), *read)
    kinds = {deadline.kind for deadline in stored}
    return (*stored, *(deadline for deadline in read if deadline.kind not in kinds))

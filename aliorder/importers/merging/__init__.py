"""What a file says about an order, laid over what is stored about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from aliorder.domain.order import Deadline, Evidence, Order, SeenStatus, When
from aliorder.importers.merging.events import merge_events
from aliorder.importers.merging.items import merge_items
from aliorder.records.evidence import once_each

Value = TypeVar("Value")


def merge(stored: Order | None, read: Order, *, again: bool = False) -> Order:
    """The stored order with what the file adds to it; both have the same number.

    Field by field, a value beats none, and of two the newer view's counts. The buyer's own words stay as they are:
    alias, why, keep, notes, and the attributes in `own`. An order of which nothing is stored is taken as it is read;
    merging the same again changes nothing. `again`: a file that was kept whole is read once more, perhaps better.
    """
    if stored is None or read == stored:
        return read
    base = stored
    newer = is_newer(base.status, read.status, again=again)
    first, second = (read, base) if newer else (base, read)
    merged = replace(
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
        evidence=merge_evidence(base.evidence, read.evidence),
    )
    return with_own_words(merged, base, read)


def with_own_words(merged: Order, base: Order, read: Order) -> Order:
    """`merged` with what the buyer wrote: what is stored of it, else what the file carries of it."""
    if not (base.own or read.own):
        return merged
    words = {**own_words(read), **own_words(base)}
    return replace(merged, own=frozenset(words), **words)


def own_words(order: Order) -> dict[str, Any]:
    """The attributes that the buyer wrote, with their values; one that says nothing is none."""
    return {name: value for name in order.own if (value := getattr(order, name)) not in (None, "", (), "unknown")}


def is_newer(stored: SeenStatus | None, read: SeenStatus | None, *, again: bool) -> bool:
    """Whether a file's view is newer than the stored one; one of the same age is where it is read `again`.

    The status tells its age. Nothing is older than an order without a status; over a status that was seen, a file
    without one only fills gaps. So does another view of the same age: which file comes last decides nothing.
    """
    if stored is None:
        return True
    return read is not None and (read.seen > stored.seen or (again and read.seen == stored.seen))


def either(first: Value | None, second: Value | None) -> Value | None:
    """The first value, or the second if the first says nothing."""
    return second if first is None or first == "" else first


def merge_deadlines(stored: tuple[Deadline, ...], read: tuple[Deadline, ...], newer: bool) -> tuple[Deadline, ...]:
    """The deadlines by kind: those of the newer view, and of the other one the kinds that it lacks."""
    first, second = (read, stored) if newer else (stored, read)
    kinds = {deadline.kind for deadline in first}
    own = tuple(cautious(deadline, second) for deadline in first)
    others = tuple(deadline for deadline in second if deadline.kind not in kinds)
    return (*others, *own) if newer else (*own, *others)


def merge_evidence(stored: tuple[Evidence, ...], read: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The stored evidence, then what only the file knows of; of one file, what is stored about it stands."""
    return once_each((*stored, *read))


def cautious(deadline: Deadline, others: tuple[Deadline, ...]) -> Deadline:
    """The deadline, or the same one of the other view if that puts it on the day before.

    The site itself differs by a day between two of its answers about one guarantee; a day too early is the safe error.
    """
    before = (other for other in others if other.kind == deadline.kind and is_day_before(other.when, deadline.when))
    return deadline if deadline in others else next(before, deadline)


def is_day_before(one: When, other: When) -> bool:
    """Whether both are bare days and the first comes right before the second."""
    return one.day is not None and other.day is not None and other.day - one.day == timedelta(days=1)

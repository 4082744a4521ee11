"""What has changed about an order, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from aliorder.domain.order import Order

LISTS = frozenset({"items", "events", "deadlines", "notes", "evidence"})
UNSPOKEN = frozenset({"number", "own"})
"""What identifies an order or is only about its facts."""


class Difference(NamedTuple):
    """One attribute that differs; of one with several entries only those that are gone and those that are new."""

    field: str
    before: object
    after: object


def differences(before: Order, after: Order) -> Iterator[Difference]:
    """What differs between two states of one order, in the order of its attributes."""
    for field in fields(Order):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new or field.name in UNSPOKEN:
            continue
        if field.name in LISTS:
            yield Difference(field.name, without(old, new), without(new, old))
        else:
            yield Difference(field.name, old, new)


def without(entries: tuple[object, ...], others: tuple[object, ...]) -> tuple[object, ...]:
    """The entries that are not among the others, each of which takes away one."""
    left = list(others)
    kept = []
    for entry in entries:
        if entry in left:
            left.remove(entry)
        else:
            kept.append(entry)
    return tuple(kept)

"""The site's promise to pay back what is not delivered in time, and the deadline in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta

from aliorder.domain.order import Deadline, When
from aliorder.importers.values.reading import read_day

REFUNDED_FROM = re.compile(r"no delivery before ([A-Za-z]{3,9} [0-9]{1,2}, [0-9]{4})")
"""The first day on which the money is due back, in English: other spellings are not known."""


def read_refund_day(value: object) -> date | None:
    """The day from which a text like `Refund if no delivery before Sep 4, 2026` promises a refund, else `None`.

    Raises `Unreadable` if that day does not exist.
    """
    match = REFUNDED_FROM.search(value) if isinstance(value, str) else None
    return read_day(match[1]) if match else None


def deliver_by(refunded_from: Collection[date]) -> tuple[Deadline, ...]:
    """The last day for the delivery: the one before the earliest day of a refund; no deadline without such a day."""
    if not refunded_from:
        return ()
    return (Deadline("deliver-by", When(min(refunded_from) - timedelta(days=1))),)

"""What may be told of an order out of the parts that a file shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aliorder.domain.order import Event, Item, SeenStatus
from aliorder.domain.policy import SiteStatus
from aliorder.domain.statuses import status_of

UNKNOWN_STATUS = "is not a status that aliorder knows; note what happened with aliorder record"
"""Why the text of a status is left out, after the text."""


def first_title(items: Sequence[Item]) -> str | None:
    """The title by which the order is known: that of its first titled item."""
    return next((item.title for item in items if item.title), None)


def told(events: tuple[Event, ...], status: SeenStatus | None, texts: Mapping[str, SiteStatus]) -> tuple[Event, ...]:
    """The events as far as they tell the truth together with the status; `texts` as in the policy.

    Placed and nothing more would mean that the order is not paid. Nobody knows that without a status, nor with one such
    as Processed, which some orders show that are on their way.
    """
    if any(event.kind != "placed" for event in events):
        return events
    meant = status_of(status.text, texts) if status is not None else None
    return events if meant is not None and (meant.decides or meant.ended) else ()

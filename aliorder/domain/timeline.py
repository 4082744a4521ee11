"""What counts as having happened: an order's events and the status seen, put in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from aliorder.domain.dates import first_moment, own_day
from aliorder.domain.order import UNKNOWN, Event, Order
from aliorder.domain.policy import SiteStatus
from aliorder.domain.statuses import status_of
from aliorder.domain.vocabulary import CANCELLATIONS, EVENT_KINDS, EVENT_RANK, EventKind

NEEDS_VERIFIED: frozenset[EventKind] = frozenset({"cancel-requested", "cancel-refused"})
"""Only a verified payment brings the seller in; so these tell that it was verified."""

NEEDS_PAID: frozenset[EventKind] = frozenset(
    {
        "payment-verified",
        "cancel-requested",
        "cancel-refused",
        "cancel-accepted",
        "part-shipped",
        "shipped",
        "refund-started",
        "refund-completed",
        "refund-received",
        "refund-chased",
        "bank-form-filled",
        "payout-asked",
    }
)
NEEDS_SHIPPED: frozenset[EventKind] = frozenset(
    {
        "delivered",
        "receipt-confirmed",
        "delivery-failed",
        "reshipped",
        "delivery-refused",
        "dispute-opened",
        "dispute-refused",
        "dispute-agreed",
        "dispute-won",
        "dispute-lost",
        "dispute-cancelled",
        "return-agreed",
        "return-sent",
        "return-received",
    }
)
CANCELLED: frozenset[EventKind] = frozenset(CANCELLATIONS)
SILENT: frozenset[EventKind] = frozenset(
    {"message-sent", "seller-answered", "extension-asked", "claimed-outside", "unfrozen"}
)
"""Events that tell nothing about the stage of the order."""

CAUSES: dict[EventKind, tuple[EventKind, ...]] = {
    "cancel-accepted": ("cancel-requested",),
    "delivered": ("cancel-accepted",),
    "dispute-lost": ("dispute-opened",),
    "dispute-won": ("dispute-opened",),
    "return-sent": ("return-agreed",),
    "return-received": ("return-sent",),
    "refund-completed": ("refund-started",),
}
"""What comes before each of these, or not at all."""

PREDECESSORS: dict[EventKind, tuple[EventKind, ...]] = {
    kind: (
        *(("placed",) if kind not in ("placed", "message-sent", "seller-answered") else ()),
        *(("paid",) if kind in NEEDS_PAID or kind in NEEDS_SHIPPED else ()),
        *(("payment-verified",) if kind in ("part-shipped", "shipped") else ()),
        *(("shipped",) if kind in NEEDS_SHIPPED or kind in CANCELLATIONS else ()),
        *CAUSES.get(kind, ()),
    )
    for kind in EVENT_KINDS
}
"""For each kind those that cannot come on a later day."""

EXCLUSIVE: dict[tuple[EventKind, EventKind], frozenset[EventKind]] = {
    ("expired", "paid"): frozenset({"part-shipped"}),
    ("dispute-won", "dispute-lost"): frozenset({"part-shipped", "appealed"}),
}
"""Pairs that cannot both be true of a whole order, unless one of these happened, too."""


class Timeline(NamedTuple):
    """The newest event of each kind that counts at `now`, oldest first, and what they imply.

    `last` keeps the order of the events; `happened` adds the kinds that a later event implies.
    `status` is the site status that counts, if any; `contradictions` are pairs of facts at odds.
    """

    last: dict[EventKind, Event]
    happened: frozenset[EventKind]
    status: SiteStatus | None
    contradictions: tuple[tuple[str, str], ...]

    def newest(self, kinds: Iterable[EventKind]) -> Event | None:
        """The newest event of any of `kinds`, or `None`."""
        wanted = frozenset(kinds)
        return next((event for kind, event in reversed(self.last.items()) if kind in wanted), None)

    def is_newer(self, kind: EventKind, other: EventKind) -> bool:
        """Whether `kind` happened, and after `other` or without it."""
        if kind not in self.last:
            return False
        return other not in self.last or self.newest((kind, other)) is self.last[kind]


def timeline_of(order: Order, statuses: Mapping[str, SiteStatus], now: datetime) -> Timeline:
    """The timeline of `order` at `now`: later events do not count yet, a status counts once seen."""
    events = [event for event in order.events if counts(event, now)]
    status: SiteStatus | None = None
    contradictions: tuple[tuple[str, str], ...] = ()
    if order.status is not None and order.status.seen <= now:
        status = status_of(order.status.text, statuses)
    if status is not None and order.status is not None:
        events, contradictions = believe(status, order.status.seen.astimezone(now.tzinfo), events)
    first: dict[EventKind, Event] = {}
    last: dict[EventKind, Event] = {}
    for event in in_order(events, now):
        first.setdefault(event.kind, event)
        last.pop(event.kind, None)
        last[event.kind] = event
    return Timeline(last, implied(last), status, contradictions + at_odds(first, last, now))


def counts(event: Event, now: datetime) -> bool:
    """Whether the event has happened by `now`; one on an unknown day has."""
    if event.when.at is not None:
        return event.when.at <= now.astimezone(UTC)  # two times of one zone would be compared by its clock alone
    return event.when.day is None or event.when.day <= now.date()


def yet_to_count(order: Order, now: datetime) -> Iterator[datetime]:
    """The moments after `now` from which what is told of the order counts: later events, a status seen later."""
    for event in order.events:
        if not counts(event, now):
            begins = first_moment(event.when, now)
            if begins is not None:
                yield begins
    if order.status is not None and order.status.seen > now:
        yield order.status.seen


def believe(status: SiteStatus, seen: datetime, events: list[Event]) -> tuple[list[Event], tuple[tuple[str, str], ...]]:
    """The events that stand beside a status seen at `seen`, with those it implies, and the pairs at odds.

    An older event that the status denies loses; one of the same day stands, and so does one of an unknown day, at odds.
    """
    denied = deniable(status, {event.kind for event in events})
    older = {event.kind for event in events if is_before(event, seen)}
    lost = older & denied
    gone = lost.union(older.intersection(status.supersedes))
    kept = [event for event in events if event.kind not in gone or not is_before(event, seen)]
    present = {event.kind for event in kept}
    odd = lost | (denied & {event.kind for event in kept if event.when == UNKNOWN})
    new = [Event(kind, UNKNOWN) for kind in meaning(status, present) if kind not in present]
    return kept + new, tuple((kind, "site-status") for kind in sorted(odd, key=EVENT_RANK.__getitem__))


def deniable(status: SiteStatus, present: set[EventKind]) -> set[EventKind]:
    """The kinds that the status denies of these: not a request that was answered, nor a part that was cancelled."""
    denied = present.intersection(status.denies)
    if "cancel-refused" in present:
        denied.discard("cancel-requested")
    return denied.difference(CANCELLATIONS) if "part-shipped" in present else denied


def meaning(status: SiteStatus, present: set[EventKind]) -> tuple[EventKind, ...]:
    """The kinds of event that the status stands for, given those that are known."""
    cancelled = not present.isdisjoint(CANCELLATIONS)
    sent = "shipped" in implied(present)
    if status.after_request and "cancel-requested" in present and not (cancelled or (status.ended and sent)):
        return (status.after_request,)
    if not status.decides or (cancelled and not CANCELLED.isdisjoint(status.implies)):
        return ()
    return status.implies


def is_before(event: Event, seen: datetime) -> bool:
    """Whether the event surely came before the moment `seen`."""
    if event.when.at is not None:
        return event.when.at <= seen
    return event.when.day is not None and event.when.day < seen.date()


def in_order(events: list[Event], now: datetime) -> Iterable[Event]:
    """The events, oldest first: by day, then by time where two have one, else by kind."""
    dated = [event for event in events if event.when != UNKNOWN]
    dated.sort(key=lambda event: (own_day(event.when, now), EVENT_RANK[event.kind]))
    if any(event.when.at is not None for event in dated):
        dated = [
            event for _, day in groupby(dated, key=lambda event: own_day(event.when, now)) for event in by_time(day)
        ]
    if len(dated) == len(events):
        return dated
    undated = sorted((event for event in events if event.when == UNKNOWN), key=rank)
    return merge(undated, dated, key=rank)


def by_time(events: Iterable[Event]) -> Iterable[Event]:
    """The events of one day: those with a time by their time, the others among them by kind."""
    of_day = list(events)
    timed = sorted((event for event in of_day if event.when.at), key=lambda event: (event.when.at, rank(event)))
    return merge((event for event in of_day if not event.when.at), timed, key=rank)


def rank(event: Event) -> int:
    """The place of the event's kind in the vocabulary."""
    return EVENT_RANK[event.kind]


def implied(kinds: Iterable[EventKind]) -> frozenset[EventKind]:
    """The kinds that happened, those that a later event implies among them."""
    happened = set(kinds)
    if not happened.isdisjoint(NEEDS_SHIPPED):
        happened.add("shipped")
    if not happened.isdisjoint(NEEDS_VERIFIED) or "shipped" in happened or "part-shipped" in happened:
        happened.add("payment-verified")
    if not happened.isdisjoint(NEEDS_PAID):
        happened.add("paid")
    return frozenset(happened)


def at_odds(first: dict[EventKind, Event], last: dict[EventKind, Event], now: datetime) -> tuple[tuple[str, str], ...]:
    """The pairs of events that cannot both be as they are told, by the oldest and the newest of each kind."""
    pairs: list[tuple[str, str]] = [] if is_usual(last) else swapped(first, last, now)
    for pair, unless in EXCLUSIVE.items():
        if pair[0] in last and pair[1] in last and unless.isdisjoint(last):
            pairs.append(pair)
    return tuple(pairs)


def is_usual(last: dict[EventKind, Event]) -> bool:
    """Whether the events came in the order of the vocabulary, in which none comes before what it needs."""
    ranks = [EVENT_RANK[kind] for kind in last]
    return ranks == sorted(ranks) and ("shipped" not in last or CANCELLED.isdisjoint(last))


def swapped(first: dict[EventKind, Event], last: dict[EventKind, Event], now: datetime) -> list[tuple[str, str]]:
    """The pairs of which the second, as it is told, came on an earlier day than the first, which it needs."""
    whole = "part-shipped" not in last
    pairs: list[tuple[str, str]] = []
    before: set[EventKind] = set()
    for other in last:
        late = (one for one in PREDECESSORS[other] if one in last and one not in before)
        pairs.extend(
            (one, other)
            for one in late
            if (whole or CANCELLED.isdisjoint((one, other))) and is_swapped(first[one], last[other], now)
        )
        before.add(other)
    return pairs


def is_swapped(event: Event, successor: Event, now: datetime) -> bool:
    """Whether `successor` is told to have come on an earlier day than `event`."""
    before, after = own_day(event.when, now), own_day(successor.when, now)
    return before is not None and after is not None and after < before

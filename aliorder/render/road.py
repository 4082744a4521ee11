"""The road ahead in words: stops with their days, the forks beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Literal, NamedTuple

from aliorder.domain.findings import Refund
from aliorder.domain.outlook import WHOLE_DAYS, DueDate
from aliorder.domain.plan import Fork, Leg, Plan
from aliorder.domain.policy import Policy
from aliorder.render.card import order_line
from aliorder.words.dates import day_words, distance_words, hour_words, range_words
from aliorder.words.forks import FORK_LABELS
from aliorder.words.labels import DEADLINE_LABELS, action_line
from aliorder.words.money import money_words
from aliorder.words.telling import Blanks, ground_text, time_words

StopKind = Literal["here", "turn", "date"]
"""Where the buyer is; where the advice changes; a date on the way that changes nothing."""


class Stop(NamedTuple):
    """A place on the road: its day, how far off it is, what is there, and more about it."""

    kind: StopKind
    day: str
    distance: str
    text: str
    notes: tuple[str, ...] = ()


class ForkLines(NamedTuple):
    """A fork: what could happen and when, the money that it would bring, and the stops after it."""

    heading: str
    money: str | None
    stops: tuple[Stop, ...]


class RoadMap(NamedTuple):
    """The texts of a plan, each on one line and safe to print."""

    order: str
    stops: tuple[Stop, ...]
    forks: tuple[ForkLines, ...]


def road_map(plan: Plan, policy: Policy) -> RoadMap:
    """The map of a plan."""
    now = plan.now
    stops = [(leg.start, leg_stop(leg, policy, now, place)) for place, leg in enumerate(plan.road)]
    marks = [(mark, mark.at) for mark in plan.marks if mark.id not in WHOLE_DAYS]  # the legs tell of those
    stops += [(at, mark_stop(mark, at, now)) for mark, at in marks if at and at >= now]
    stops.sort(key=lambda stop: stop[0].timestamp())
    forks = tuple(fork_lines(fork, policy, now) for fork in plan.forks)
    return RoadMap(order_line(plan.order), tuple(stop for _, stop in stops), forks)


def leg_stop(leg: Leg, policy: Policy, now: datetime, place: int) -> Stop:
    """The stop at which a stretch of the road begins; the first one is where the buyer is."""
    start = leg.start.astimezone(now.tzinfo)
    day = hour_words(start, now) if place and start.time() != time() else day_words(start.date(), now)
    text = ", ".join(
        filter(None, (action_line(leg.advice.action.id, leg.advice.action.claim), time_words(leg.advice.action, now)))
    )
    notes = (ground_text(leg.advice.because[1], Blanks(leg.advice, policy)), *refund_notes(leg.advice.refund, now))
    return Stop("turn" if place else "here", day, distance_words(start.date(), now), text, notes)


def refund_notes(refund: Refund | None, now: datetime) -> Iterator[str]:
    """When the money of a granted refund comes; nothing for one that is only asked for."""
    if refund is not None and refund.basis == "issued":
        yield money_text(refund, now)


def money_text(refund: Refund, now: datetime) -> str:
    """When the money of a refund comes, in one line."""
    amount = money_words(refund.amount) or "the money"
    if refund.earliest is None or refund.latest is None:
        return f"{amount}: no day can be named yet"
    return f"{amount}: {range_words(refund.earliest, refund.latest, now)}"


def mark_stop(mark: DueDate, at: datetime, now: datetime) -> Stop:
    """The stop at a deadline."""
    label = DEADLINE_LABELS[mark.id] if mark.shown else f"{DEADLINE_LABELS[mark.id]} (our estimate)"
    return Stop("date", hour_words(at, now), distance_words(at.astimezone(now.tzinfo).date(), now), label)


def fork_lines(fork: Fork, policy: Policy, now: datetime) -> ForkLines:
    """A fork with the road after it."""
    first, last = (at.astimezone(now.tzinfo).date() for at in (fork.first, fork.last))
    when = "" if first == last == now.date() else f" ({range_words(first, last, now)})"
    money = money_text(fork.refund, now) if fork.refund else None
    return ForkLines(f"{FORK_LABELS[fork.id]}{when}", money, tuple(brief(leg, policy, now) for leg in fork.road))


def brief(leg: Leg, policy: Policy, now: datetime) -> Stop:
    """The stop of a leg on a side road: only waiting has to say what for."""
    stop = leg_stop(leg, policy, now, place=1)
    return stop._replace(notes=stop.notes[:1] if leg.advice.action.id in ("wait", "nothing") else ())

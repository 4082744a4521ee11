"""The road ahead in words: stops with their days, the forks beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from aliorder.domain.dates import said_day
from aliorder.domain.findings import DueDate, Refund
from aliorder.domain.plan import Fork, Leg, Plan
from aliorder.domain.policy import Policy
from aliorder.render.card import order_line
from aliorder.words.dates import day_words, distance_words, moment_words, range_words
from aliorder.words.forks import FORK_LABELS
from aliorder.words.labels import DEADLINE_LABELS
from aliorder.words.money import money_words
from aliorder.words.telling import Blanks, action_line, ground_text

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
    stops += [(mark.at, mark_stop(mark, mark.at, now)) for mark in plan.marks if mark.at and mark.at >= now]
    stops.sort(key=lambda stop: stop[0].timestamp())
    forks = tuple(fork_lines(fork, policy, now) for fork in plan.forks)
    return RoadMap(order_line(plan.order), tuple(stop for _, stop in stops), forks)


def leg_stop(leg: Leg, policy: Policy, now: datetime, place: int) -> Stop:
    """The stop at which a stretch of the road begins; the first one is where the buyer is."""
    day = leg.start.astimezone(now.tzinfo).date()
    notes = (ground_text(leg.advice.because[1], Blanks(leg.advice, policy)), *refund_notes(leg.advice.refund, now))
    return Stop("turn" if place else "here", day_words(day, now), distance_words(day, now), leg_text(leg, now), notes)


def leg_text(leg: Leg, now: datetime) -> str:
    """What to do on a stretch of the road, and until or by when."""
    action = leg.advice.action
    if action.by is not None:
        return f"{action_line(action)}, by {moment_words(action.by, now)}"
    if action.until is not None:
        return f"{action_line(action)}, until {moment_words(action.until, now)}"
    return action_line(action)


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
    day = said_day(at, now)
    label = DEADLINE_LABELS[mark.id] if mark.shown else f"{DEADLINE_LABELS[mark.id]} (our estimate)"
    return Stop("date", day_words(day, now), distance_words(day, now), label)


def fork_lines(fork: Fork, policy: Policy, now: datetime) -> ForkLines:
    """A fork with the road after it."""
    first, last = said_day(fork.first, now), said_day(fork.last, now)
    when = "" if first == last == now.date() else f" ({range_words(first, last, now)})"
    money = f" → {money_text(fork.refund, now)}" if fork.refund else ""
    return ForkLines(f"{FORK_LABELS[fork.id]}{when}{money}", tuple(brief(leg, policy, now) for leg in fork.road))


def brief(leg: Leg, policy: Policy, now: datetime) -> Stop:
    """The stop of a leg on a side road: only waiting has to say what for."""
    stop = leg_stop(leg, policy, now, place=1)
    return stop._replace(notes=stop.notes[:1] if leg.advice.action.id in ("wait", "nothing") else ())

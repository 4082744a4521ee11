"""The road ahead: the same advice asked at each moment at which it changes, and what others could do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from aliorder.domain.advice import Advice, Decision, decide, told
from aliorder.domain.dates import MON_FRI, Calendar
from aliorder.domain.deadlines import due
from aliorder.domain.findings import Refund
from aliorder.domain.order import Event, Order, When
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId, ForkId, ForkRule, Policy
from aliorder.domain.rules import holds
from aliorder.domain.timeline import yet_to_count
from aliorder.domain.vocabulary import EventKind
from aliorder.errors import NotEnoughFacts

LONGEST = 500
"""So many changes are followed; no order has a tenth of them."""


class Leg(NamedTuple):
    """A stretch of the road on which the answer stays the same: from `start` until just before `end`.

    `end` is `None` where time alone changes nothing more.
    """

    start: datetime
    end: datetime | None
    advice: Advice

    def covers(self, at: datetime) -> bool:
        """Whether the moment `at` lies on this stretch; one at which something opens is the end of it."""
        return self.start <= at and (self.end is None or at <= self.end)


class Fork(NamedTuple):
    """What somebody could do: `then` at some moment from `first` to `last`, after the buyer's own `acts`.

    `then` is `None` where nobody does anything more. `refund` is what it would bring: counted from `first` at the
    earliest, from `last` at the latest. `road` is the road after it, taken to come at `last`.
    """

    id: ForkId
    acts: tuple[EventKind, ...]
    then: EventKind | None
    first: datetime
    last: datetime
    refund: Refund | None
    road: tuple[Leg, ...]


class Plan(NamedTuple):
    """What to do from which day on if nothing else happens, the dates on the way, and the forks of the road."""

    order: Order
    now: datetime
    road: tuple[Leg, ...]
    forks: tuple[Fork, ...]

    @property
    def marks(self) -> tuple[DueDate, ...]:
        """Every deadline that the road comes by, soonest first: one that lapses before its day is not met."""
        return tuple(mark for leg in self.road for mark in leg.advice.deadlines if mark.at and leg.covers(mark.at))


def plan(order: Order, policy: Policy, now: datetime, calendar: Calendar = MON_FRI) -> Plan:
    """The road ahead of `order` from `now` on, an aware moment in the user's zone, until the last door closes.

    Events later than `now` count from their own time on, and then the road is that of the one who told them: it has
    no forks, and begins when something tells a stage. Raises `NotEnoughFacts` where nothing ever does.
    """
    asker = Asker(dates_only(policy), calendar)
    planned = sorted(at.astimezone(now.tzinfo) for at in yet_to_count(order, now))
    if planned:
        return Plan(order, now, asker.road(order, asker.first_stage(order, (now, *planned))), ())
    decision = decide(order, asker.policy, now, calendar)
    forks = tuple(asker.fork(rule, order, decision) for rule in policy.forks if holds(rule, decision.facts))
    return Plan(order, now, asker.road(order, now), forks)


def dates_only(policy: Policy) -> Policy:
    """The policy without the holidays of sellers, which warn and move no date: they would turn the road each year."""
    return policy._replace(seller_holidays=())


class Asker(NamedTuple):
    """Asks the one core, by one policy and one calendar."""

    policy: Policy
    calendar: Calendar

    def road(self, order: Order, start: datetime) -> tuple[Leg, ...]:
        """The legs from `start` on: neighbours differ in what to do, until when, or why."""
        legs: list[Leg] = []
        for at, advice in self.answers(order, start):
            if legs and answer(legs[-1].advice) == answer(advice):
                continue
            if legs:
                legs[-1] = legs[-1]._replace(end=at)
            legs.append(Leg(at, None, advice))
        return tuple(legs)

    def first_stage(self, order: Order, moments: Sequence[datetime]) -> datetime:
        """The first of the moments at which the order has a stage; the last of them if it has none before."""
        for at in moments[:-1]:
            with suppress(NotEnoughFacts):
                decide(order, self.policy, at, self.calendar)
                return at
        return moments[-1]

    def answers(self, order: Order, start: datetime) -> Iterator[tuple[datetime, Advice]]:
        """The advice at `start` and at every later moment at which anything about it changes."""
        at: datetime | None = start
        for _ in range(LONGEST):
            if at is None:
                return
            decision = decide(order, self.policy, at, self.calendar)
            yield at, told(decision)
            change = decision.facts.next_change
            at = change and change.astimezone(start.tzinfo)

    def fork(self, rule: ForkRule, order: Order, decision: Decision) -> Fork:
        """The road that a rule of the policy opens, beside the advice of today."""
        now = decision.facts.now
        acting = with_events(order, rule.acts, now)
        first = self.moment(acting, rule.first, now)
        last = max(first, self.moment(acting, rule.last or rule.first, now))
        then = (rule.then,) if rule.then else ()
        early, late = with_events(acting, then, first), with_events(acting, then, last)
        road = self.road(late, last.astimezone(now.tzinfo))
        soonest = told(decide(early, self.policy, first.astimezone(now.tzinfo), self.calendar))
        return Fork(rule.id, rule.acts, rule.then, first, last, between(soonest, road[0].advice), road)

    def moment(self, order: Order, name: DeadlineId | None, now: datetime) -> datetime:
        """The moment of the deadline `name` of the order, if it is known and ahead; else `now`."""
        deadline = due(decide(order, self.policy, now, self.calendar).facts, name) if name else None
        return max(deadline.at, now) if deadline and deadline.at else now


def answer(advice: Advice) -> tuple[object, ...]:
    """What makes two answers different to a buyer: where the order stands, what to do, by when and why."""
    rules = tuple(ground.rule for ground in advice.because)
    return advice.stage.id, advice.action, advice.reason and advice.reason.pick.id, rules


def with_events(order: Order, kinds: tuple[EventKind, ...], at: datetime) -> Order:
    """The order with these events at that moment."""
    return replace(order, events=order.events + tuple(Event(kind, When(at=at)) for kind in kinds))


def between(soonest: Advice, latest: Advice) -> Refund | None:
    """The refund owed after a fork: its clock starts at the earliest with the one, at the latest with the other.

    `None` where the fork alone brings no money.
    """
    if latest.refund is None or soonest.refund is None or latest.stage.id != "refunding":
        return None
    return latest.refund._replace(
        basis="if-approved",
        counted_from=soonest.refund.counted_from,
        earliest=soonest.refund.earliest,
        typical_from=soonest.refund.typical_from,
        steps=(),
    )

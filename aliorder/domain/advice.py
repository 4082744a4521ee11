"""The one door into the core: an order, the policy and a moment in; what to do out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, NamedTuple

from aliorder.domain.dates import MON_FRI, Calendar
from aliorder.domain.deadlines import due, due_dates, instant_cancel_until
from aliorder.domain.facts import facts_of
from aliorder.domain.findings import Refund
from aliorder.domain.order import UNKNOWN, Order
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import ActionRule, DeadlineId, Policy, Reason, ReasonRule, StageRule, WarningRule
from aliorder.domain.refund import expected_refund
from aliorder.domain.rules import all_matches, first_match
from aliorder.domain.sheet import Facts
from aliorder.domain.vocabulary import Action, Claim, Stage
from aliorder.errors import NotEnoughFacts

GIVE_FIRST = ("placed", "paid", "shipped", "delivered", "site-status")
"""What to give when nothing is known that tells a stage."""


class StageFound(NamedTuple):
    """The stage and the day or moment since which the order is in it, `None` if unknown."""

    id: Stage
    since: date | datetime | None


class ActionFound(NamedTuple):
    """What to do; `by` is its last moment, `until` the end of a waiting, both inclusive or `None`."""

    id: Action
    claim: Claim | None
    until: datetime | None
    by: datetime | None
    steps: tuple[str, ...]


class ReasonFound(NamedTuple):
    """The reason to pick and the other true ones, in the order in which to try them."""

    pick: Reason
    alternatives: tuple[Reason, ...]


class WarningFound(NamedTuple):
    """A warning: its public id, the id of its text, and the pairs of facts at odds that it is about."""

    id: str
    text: str
    about: tuple[tuple[str, str], ...] = ()


class Ground(NamedTuple):
    """A rule that decided something, by its table, and the sources it rests on."""

    table: Literal["stage", "action", "reason", "refund"]
    rule: str
    sources: tuple[str, ...]


class Advice(NamedTuple):
    """Everything aliorder has to say about one order at one moment."""

    order: Order
    now: datetime
    stage: StageFound
    action: ActionFound
    reason: ReasonFound | None
    refund: Refund | None
    deadlines: tuple[DueDate, ...]
    warnings: tuple[WarningFound, ...]
    because: tuple[Ground, ...]
    missing: tuple[str, ...]


class Decision(NamedTuple):
    """The rows that decided, with the facts they were tried on; for whoever wants to know why."""

    facts: Facts
    stage: StageRule
    action: ActionRule
    reason: ReasonRule | None
    warnings: tuple[WarningRule, ...]
    refund: Refund | None
    missing: tuple[str, ...]


def advise(order: Order, policy: Policy, now: datetime, calendar: Calendar = MON_FRI) -> Advice:
    """What to do with `order` at `now`, an aware moment in the user's zone.

    Events later than `now` do not count yet. Raises `NotEnoughFacts`, with what to give in
    `missing`, where nothing tells a stage.
    """
    return told(decide(order, policy, now, calendar))


def decide(order: Order, policy: Policy, now: datetime, calendar: Calendar = MON_FRI) -> Decision:
    """The rows of the policy that hold for `order` at `now`; raises `NotEnoughFacts` if none does."""
    facts, missing = facts_of(order, policy, now, calendar), list[str]()
    stage = first_match(policy.stages.beside("turn", facts["turn"]), facts, missing)
    missing = [flag for flag in missing if flag != "why"]
    if stage is None:
        raise too_little(facts)
    facts["stage"] = stage.then
    action = first_match(policy.actions[stage.then], facts, missing)
    assert action is not None, "the last row of every stage holds always"
    facts["action"], facts["claim"] = action.then, action.claim or "none"
    reason = first_match(policy.reason_rules.beside("action", action.then), facts, missing=[])
    refund = refund_of(facts, action.then)
    facts["counts_days"] = "yes" if refund and refund.earliest else "no"
    beside = policy.warnings.beside("stage", stage.then).beside("action", action.then)
    warnings = tuple(all_matches(beside, facts, missing))
    missing.extend(unsettled(facts, action, refund))
    return Decision(facts, stage, action, reason, warnings, refund, tuple(dict.fromkeys(missing)))


def too_little(facts: Facts) -> NotEnoughFacts:
    """The error for an order of which nothing is known that tells a stage, with what to give."""
    status = facts.order.status
    if facts["page_ambiguous"] == "yes" and status is not None:
        return NotEnoughFacts(
            f"“{status.text}” can mean several things, so it does not tell where this order stands",
            "say how it came to that, e.g. --event placed=2026-11-02 if it was never paid, "
            "--event cancel-accepted=2026-11-18 or --event receipt-confirmed=2026-11-18",
            missing=("placed", "paid", "cancel-accepted", "receipt-confirmed", "refund-started"),
        )
    return NotEnoughFacts(
        "too little is known to tell where this order stands",
        "say what happened (--event paid=yesterday) or what the page shows (--site-status 'Awaiting delivery')",
        missing=GIVE_FIRST,
    )


def refund_of(facts: Facts, action: Action) -> Refund | None:
    """The refund that is owed, else the one to expect from `action`; `None` without either."""
    if facts["stage"] == "closed":
        return None
    refund = facts.owed or expected_refund(facts, action)
    return refund and refund._replace(usual=facts.order.payment != facts.payment)


def unsettled(facts: Facts, action: ActionRule, refund: Refund | None) -> Iterable[str]:
    """What would sharpen the advice: days that are not known, the payment method, the page's deadlines."""
    for name in (action.by, action.until):
        deadline = due(facts, name) if name else None
        yield from deadline.needs if deadline else ()
    yield from (flag for flag in action.missing if not is_given(facts, flag))
    if refund is not None:
        yield from refund.needs
        if facts.payment is None:
            yield "payment"
    if facts.order.why is None and (facts["why_family"] == "own-wish" or "why_family" in action.when):
        yield "why"


def is_given(facts: Facts, flag: str) -> bool:
    """Whether the user has told `flag`: an attribute, a deadline of the page, or an event with its day."""
    if flag == "payment":
        return facts.payment is not None
    if any(deadline.kind == flag and deadline.when != UNKNOWN for deadline in facts.order.deadlines):
        return True
    return any(kind == flag and event.when != UNKNOWN for kind, event in facts.timeline.last.items())


def told(decision: Decision) -> Advice:
    """The decision as the advice that is given."""
    facts, rule = decision.facts, decision.action
    action = ActionFound(rule.then, rule.claim, ahead(facts, rule.until), last_chance(facts, rule.by), rule.steps)
    return Advice(
        order=facts.order,
        now=facts.now,
        stage=StageFound(decision.stage.then, since(facts, decision.stage)),
        action=action,
        reason=reason_of(facts, decision.reason),
        refund=decision.refund,
        deadlines=due_dates(facts),
        warnings=tuple(warning_of(facts, row) for row in decision.warnings),
        because=grounds(decision),
        missing=decision.missing,
    )


def ahead(facts: Facts, name: DeadlineId | None) -> datetime | None:
    """The moment of the deadline `name`, `None` if it is not known or not ahead of `now`."""
    deadline = due(facts, name) if name else None
    return not_over(facts, deadline.at if deadline else None)


def last_chance(facts: Facts, name: DeadlineId | None) -> datetime | None:
    """The last moment for an action, on the safe side; a ship-by day that was only reckoned is none."""
    if name == "verification-until":
        return not_over(facts, instant_cancel_until(facts))
    if name == "ship-by" and facts["ship_by"] == "unknown":
        return None
    return ahead(facts, name)


def not_over(facts: Facts, at: datetime | None) -> datetime | None:
    """`at`, unless it is over."""
    return at if at is not None and not facts.is_over(at) else None


def since(facts: Facts, stage: StageRule) -> date | datetime | None:
    """The day or moment at which the stage began: that of its event, or of the deadline that ran out."""
    if stage.began_at is not None:
        deadline = due(facts, stage.began_at)
        return deadline.at.date() if deadline and deadline.at else None
    event = facts.timeline.newest(stage.since)
    return (event.when.at or event.when.day) if event else None


def reason_of(facts: Facts, rule: ReasonRule | None) -> ReasonFound | None:
    """The reasons that are true for this buyer, the pick first; `None` where no menu is opened."""
    if rule is None:
        return None
    pick, *others = (facts.policy.reasons[name] for name in rule.then)
    return ReasonFound(pick, tuple(others))


def warning_of(facts: Facts, rule: WarningRule) -> WarningFound:
    """The warning that a row gives; a contradiction names the facts that are at odds."""
    about = facts.timeline.contradictions if rule.id == "contradiction" else ()
    return WarningFound(rule.id, rule.text or rule.id, about)


def grounds(decision: Decision) -> tuple[Ground, ...]:
    """The rules that decided, in the order in which they did."""
    found = [
        Ground("stage", decision.stage.id, decision.stage.sources),
        Ground("action", decision.action.id, decision.action.sources),
    ]
    if decision.reason is not None:
        found.append(Ground("reason", decision.reason.id, decision.reason.sources))
    refund = decision.refund
    if refund is not None:
        method = decision.facts.method_or_fallback
        found.append(Ground("refund", f"refund-{refund.basis}", method.sources))
    return tuple(found)

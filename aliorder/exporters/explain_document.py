"""The grounds of an advice as the JSON document `aliorder.explain/1`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from aliorder.domain.advice import Advice, Decision, Ground
from aliorder.domain.policy import AnyFigure, Policy, Quarrel, Rule, valid_on
from aliorder.domain.policy_review import quarrels_about
from aliorder.domain.rules import Passed, passed_over
from aliorder.exporters.fields import Document, moment_text
from aliorder.exporters.policy_document import method_entry, names_in, quarrel_entry, source_entry, window_entry
from aliorder.words.telling import Blanks, ground_text


class PassedRow(TypedDict):
    """A row that did not hold: the fact that spoke against it, what was found, what it wanted."""

    rule: str
    text: str
    fact: str
    found: str
    wanted: list[str]


class DecidedRow(TypedDict):
    """A row that decided, its text and sources, and the rows before it."""

    table: str
    rule: str
    text: str
    sources: list[str]
    passed: list[PassedRow]


class Explanation(TypedDict):
    """Everything that `explain` tells."""

    schema: str
    now: str | None
    order: str | None
    facts: dict[str, str]
    decisions: list[DecidedRow]
    figures: list[Document]
    method: Document | None
    quarrels: list[Document]
    sources: list[Document]


def explain_document(decision: Decision, advice: Advice) -> Explanation:
    """Which rows decided and which were passed over, on which figures and sources, and who disagrees."""
    policy = decision.facts.policy
    blanks = Blanks(advice, policy)
    decisions = [decided_row(ground, decision, blanks) for ground in advice.because]
    used, today = decision.facts.windows_used, advice.now.date()
    windows = [valid_on(window, today) for name, window in policy.windows.items() if name in used]
    method = decision.facts.method_or_fallback if advice.refund else None
    figures: list[AnyFigure] = [*windows, method] if method else [*windows]
    quarrels = concerned(policy, advice, figures)
    return {
        "schema": "aliorder.explain/1",
        "now": moment_text(advice.now),
        "order": advice.order.number,
        "facts": dict(decision.facts),
        "decisions": decisions,
        "figures": [window_entry(window) for window in windows],
        "method": method and method_entry(method),
        "quarrels": [quarrel_entry(quarrel) for quarrel in quarrels],
        "sources": [source_entry(policy.sources[name]) for name in cited(decisions, figures, quarrels)],
    }


def decided_row(ground: Ground, decision: Decision, blanks: Blanks) -> DecidedRow:
    """A row that decided, with the rows of its table that were passed over."""
    return {
        "table": ground.table,
        "rule": ground.rule,
        "text": ground_text(ground, blanks),
        "sources": list(ground.sources),
        "passed": [passed_row(passed, ground, blanks) for passed in rows_before(ground, decision)],
    }


def rows_before(ground: Ground, decision: Decision) -> tuple[Passed, ...]:
    """The rows that were tried before the one that decided."""
    policy, facts = decision.facts.policy, decision.facts
    tables: dict[str, tuple[Iterable[Rule], Rule | None]] = {
        "stage": (policy.stages, decision.stage),
        "action": (policy.actions[decision.stage.then], decision.action),
        "reason": (policy.reason_rules, decision.reason),
    }
    if ground.table not in tables:
        return ()
    rows, matched = tables[ground.table]
    return passed_over(rows, facts, matched)


def passed_row(passed: Passed, ground: Ground, blanks: Blanks) -> PassedRow:
    """A row that was passed over, with what it would have said."""
    text = ground_text(Ground(ground.table, passed.rule, ()), blanks)
    return {
        "rule": passed.rule,
        "text": text,
        "fact": passed.fact,
        "found": passed.found,
        "wanted": list(passed.wanted),
    }


def concerned(policy: Policy, advice: Advice, figures: Sequence[AnyFigure]) -> tuple[Quarrel, ...]:
    """The quarrels on which this advice rests."""
    used = [ground.rule for ground in advice.because] + [figure.id for figure in figures]
    return quarrels_about([*used, *(warning.text for warning in advice.warnings)], policy)


def cited(decisions: Sequence[DecidedRow], figures: Sequence[AnyFigure], quarrels: Sequence[Quarrel]) -> list[str]:
    """The ids of all sources named, in the order in which they are."""
    names = [name for row in decisions for name in row["sources"]]
    names += names_in(figures)
    names += [voice.source for quarrel in quarrels for voice in quarrel.voices]
    return list(dict.fromkeys(names))

"""The tables hang together: every row is cited, every name in them is known, every text is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

import pytest

from aliorder.domain.advice import GIVE_FIRST
from aliorder.domain.deadlines import CONCERNS, RULES
from aliorder.domain.facts import FACTS, FLAGS, SPANS
from aliorder.domain.policy import DeadlineId, FundedStepId, Given, RefundStart, WindowId
from aliorder.domain.timeline import EXCLUSIVE, NEEDS_PAID, NEEDS_SHIPPED, NEEDS_VERIFIED, PREDECESSORS, SILENT
from aliorder.domain.vocabulary import (
    ACTIONS,
    CLAIMS,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    PARCELS,
    STAGES,
    WHYS,
    Basis,
    Penalty,
    WhyFamily,
)
from aliorder.policies import load_policy
from aliorder.words import labels
from aliorder.words.because import ACTION_TEXTS, REASON_TEXTS, REFUND_TEXTS, STAGE_TEXTS, TRADE_OFFS
from aliorder.words.stages import STAGE_LABELS
from aliorder.words.steps import RECORDS, STEPS
from aliorder.words.warnings import WARNINGS
from tests.domain.combinations import VALUES

POLICY = load_policy()
ACTION_ROWS = {rule.id: rule for rules in POLICY.actions.values() for rule in rules}
ATTRIBUTES = {"why", "payment", "cancel-button", "free-return", "keep", "parcel", "coupon", "site-status"}


def conditions() -> Iterator[tuple[str, Given]]:
    """Every row of every table, and what it asks for."""
    for rules in (POLICY.stages, ACTION_ROWS.values(), POLICY.reason_rules, POLICY.warnings):
        yield from ((rule.id, rule.when) for rule in rules)


def cited() -> Iterator[tuple[str, Iterable[str]]]:
    """Everything that rests on sources, and their ids."""
    rules = (POLICY.stages, ACTION_ROWS.values(), POLICY.reasons.values(), POLICY.reason_rules, POLICY.warnings)
    sellers = (POLICY.seller_holidays, POLICY.short_holidays, (POLICY.seller_hours,))
    tables = (*rules, POLICY.windows.values(), POLICY.methods.values(), POLICY.statuses, *sellers)
    for table in tables:
        yield from ((row.id, row.sources) for row in table)
    for figures in (POLICY.windows.values(), POLICY.methods.values()):
        yield from ((row.id, other.sources) for row in figures for other in row.others)
    yield from ((f"{row.id} {step.id}", step.sources) for row in POLICY.methods.values() for step in row.then)
    yield from ((quarrel.id, [voice.source for voice in quarrel.voices]) for quarrel in POLICY.quarrels)


def test_everything_rests_on_sources_that_exist() -> None:
    assert [name for name, sources in cited() if not sources or not POLICY.sources.keys() >= set(sources)] == []


def test_every_source_is_used() -> None:
    used = {source for _, sources in cited() for source in sources}
    assert sorted(POLICY.sources.keys() - used) == []


def test_no_row_names_a_source_twice() -> None:
    assert [name for name, sources in cited() if len(set(sources)) < len(list(sources))] == []


TABLES: Mapping[str, Iterable[str]] = {
    "stage": [rule.id for rule in POLICY.stages],
    "action": [rule.id for rule in {id(rule): rule for rules in POLICY.actions.values() for rule in rules}.values()],
    "reason": [rule.id for rule in POLICY.reason_rules],
    "warning": [rule.text or rule.id for rule in POLICY.warnings],
}


@pytest.mark.parametrize("table", TABLES)
def test_an_id_is_unique_in_its_table(table: str) -> None:
    assert [name for name, times in Counter(TABLES[table]).items() if times > 1] == []


def test_a_row_asks_only_for_facts_and_values_that_exist() -> None:
    strange = [
        (row, name, value)
        for row, when in conditions()
        for name, values in when.items()
        for value in values  # type: ignore[attr-defined]
        if value not in VALUES.get(name, ())
    ]
    assert strange == []


def test_a_row_asks_for_no_value_twice_and_never_for_all_of_them() -> None:
    idle = [
        (row, name)
        for row, when in conditions()
        for name, values in when.items()
        if len(set(values)) < len(values) or set(values) == set(VALUES[name])  # type: ignore[arg-type,call-overload]
    ]
    assert idle == []


def test_every_fact_is_asked_for() -> None:
    asked = {name for _, when in conditions() for name in when}
    asked |= {name for facts in CONCERNS.values() for name in facts}
    assert sorted(set(VALUES) - asked) == []


def test_every_deadline_has_a_rule_and_says_whom_it_concerns() -> None:
    assert set(RULES) == set(CONCERNS) == set(get_args(DeadlineId))


def test_a_deadline_concerns_orders_by_facts_and_values_that_exist() -> None:
    named = [(name, value) for facts in CONCERNS.values() for name, values in facts.items() for value in values]
    assert [pair for pair in named if pair[1] not in VALUES[pair[0]]] == []


def test_a_row_names_only_known_deadlines() -> None:
    named = {name for rule in ACTION_ROWS.values() for name in (rule.by, rule.until)}
    named |= {rule.began_at for rule in POLICY.stages}
    assert named - {None} - set(RULES) == set()


def test_a_stage_that_a_deadline_began_names_no_event_for_it() -> None:
    assert [rule.id for rule in POLICY.stages if rule.since and rule.began_at] == []
    assert [rule.id for rule in POLICY.stages if not rule.since and not rule.began_at] == []


def test_to_wait_has_an_end_and_to_act_has_a_last_moment_but_never_both() -> None:
    assert [rule.id for rule in ACTION_ROWS.values() if rule.by and rule.until] == []
    waiting = {"wait", "wait-for-refund", "let-expire"}
    assert [rule.id for rule in ACTION_ROWS.values() if rule.until and rule.then not in waiting] == []
    assert [rule.id for rule in ACTION_ROWS.values() if rule.by and rule.then in waiting] == []


def test_exactly_the_disputes_make_a_claim() -> None:
    assert {rule.then for rule in ACTION_ROWS.values() if rule.claim} == {"open-dispute"}
    assert [rule.id for rule in ACTION_ROWS.values() if rule.then == "open-dispute" and rule.claim is None] == []


def test_every_action_is_advised_somewhere() -> None:
    assert {rule.then for rule in ACTION_ROWS.values()} == set(ACTIONS)


def test_every_action_that_opens_a_menu_has_the_step_that_names_the_reason() -> None:
    menus = {"instant-cancel", "request-approval", "free-return", "open-dispute"}
    assert [rule.id for rule in ACTION_ROWS.values() if ("choose-reason" in rule.steps) != (rule.then in menus)] == []


def test_every_action_has_steps() -> None:
    assert [rule.id for rule in ACTION_ROWS.values() if not rule.steps or len(set(rule.steps)) < len(rule.steps)] == []


def test_every_reason_is_offered_somewhere_and_none_is_unknown() -> None:
    assert {reason for rule in POLICY.reason_rules for reason in rule.then} == set(POLICY.reasons)


def test_the_least_blaming_reason_comes_first() -> None:
    ranks = {penalty: rank for rank, penalty in enumerate(get_args(Penalty))}
    offered = [[ranks[POLICY.reasons[name].penalty] for name in rule.then] for rule in POLICY.reason_rules]
    assert offered == [sorted(penalties) for penalties in offered]


def test_an_event_named_in_a_table_of_the_timeline_exists() -> None:
    pairs = {
        kind
        for pair in (*PREDECESSORS.items(), *EXCLUSIVE)
        for kinds in pair
        for kind in ([kinds] if isinstance(kinds, str) else kinds)
    }
    assert pairs | NEEDS_PAID | NEEDS_SHIPPED | NEEDS_VERIFIED | SILENT <= set(EVENT_KINDS)


def test_the_windows_are_all_there() -> None:
    assert set(POLICY.windows) == set(get_args(WindowId))


def test_every_flag_that_can_be_missing_has_a_name_for_people() -> None:
    flags = {flag for rule in ACTION_ROWS.values() for flag in rule.missing}
    flags |= {flag for group in (*FLAGS.values(), GIVE_FIRST) for flag in group}
    flags |= {*ATTRIBUTES, *DEADLINE_KINDS, *EVENT_KINDS}
    assert [flag for flag in flags if not labels.missing_label(flag)] == []


def test_a_name_for_a_missing_flag_is_one_that_can_be_given() -> None:
    assert set(labels.MISSING_LABELS) - ATTRIBUTES - set(DEADLINE_KINDS) == set()


def test_the_facts_that_a_user_can_settle_exist() -> None:
    assert (set(FLAGS) | set(SPANS)) - set(FACTS) == set()


REFUND_STEPS = (
    "return-received",
    "stepping-in",
    "approval",
    "settlement",
    *(start for start in get_args(RefundStart) if start != "processed"),
    "credit",
)
TEXTS: list[tuple[str, Iterable[str], Iterable[str]]] = [
    ("stage rule", TABLES["stage"], STAGE_TEXTS),
    ("action rule", TABLES["action"], ACTION_TEXTS),
    ("reason rule", TABLES["reason"], REASON_TEXTS),
    ("warning", TABLES["warning"], WARNINGS),
    ("step", [step for rule in ACTION_ROWS.values() for step in rule.steps], [*STEPS, *RECORDS]),
    ("basis of a refund", [f"refund-{basis}" for basis in get_args(Basis)], REFUND_TEXTS),
    ("trade-off", get_args(Penalty), TRADE_OFFS),
    ("penalty", get_args(Penalty), labels.PENALTY_LABELS),
    ("stage", STAGES, STAGE_LABELS),
    ("action", ACTIONS, labels.ACTION_LABELS),
    ("claim", CLAIMS, labels.CLAIM_LABELS),
    ("event", EVENT_KINDS, labels.EVENT_LABELS),
    ("why", WHYS, labels.WHY_LABELS),
    ("reason", POLICY.reasons, labels.REASON_LABELS),
    ("deadline", RULES, labels.DEADLINE_LABELS),
    ("window", get_args(WindowId), labels.WINDOW_LABELS),
    ("step of a refund", [*REFUND_STEPS, *get_args(FundedStepId)], labels.REFUND_STEP_LABELS),
    ("parcel", PARCELS, labels.PARCEL_LABELS),
    ("coupon", COUPONS, labels.COUPON_LABELS),
]


@pytest.mark.parametrize("used, told", [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_everything_has_a_text_and_no_text_is_idle(used: Iterable[str], told: Iterable[str]) -> None:
    assert set(used) == set(told)


def test_no_two_things_of_a_kind_have_one_label() -> None:
    tables = (STAGE_LABELS, labels.ACTION_LABELS, labels.EVENT_LABELS, labels.WHY_LABELS, labels.REASON_LABELS)
    repeated = [text for table in tables for text, times in Counter(table.values()).items() if times > 1]
    assert repeated == []


def test_every_family_of_whys_is_asked_for() -> None:
    asked = {family for _, when in conditions() for family in when.get("why_family", ())}
    assert asked == set(get_args(WhyFamily))

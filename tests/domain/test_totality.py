"""Over all combinations of the facts: every row can be the first that holds, and one always holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.facts import FACTS
from aliorder.domain.order import Order
from aliorder.domain.policy import ActionRule, Rule
from aliorder.domain.rules import first_match, holds
from aliorder.domain.vocabulary import STAGES, Stage
from tests.domain.combinations import VALUES, Block, cut, every_combination
from tests.domain.given import NOON, POLICY, facts_at

MENUS = {"instant-cancel", "request-approval", "negotiate", "free-return", "open-dispute"}
TABLES: dict[str, Sequence[Rule]] = {
    "stage": POLICY.stages.rows,
    "reason": POLICY.reason_rules.rows,
    **{f"action {stage}": rules for stage, rules in POLICY.actions.items()},
}


def rules_for(stage: Stage) -> list[ActionRule]:
    return [rule for rule in POLICY.actions[stage] if stage in rule.when.get("stage", (stage,))]


def test_a_stage_is_named_whenever_anything_is_known() -> None:
    found = cut(POLICY.stages.rows, every_combination(POLICY.stages.rows))
    assert {block["known"] for block in found.left} == {frozenset({"no"})}


def test_every_stage_rule_is_the_first_for_something() -> None:
    found = cut(POLICY.stages.rows, every_combination(POLICY.stages.rows))
    assert [rule.id for rule in POLICY.stages if rule.id not in found.reached] == []


def test_every_stage_has_a_rule_that_names_it_and_actions() -> None:
    assert {rule.then for rule in POLICY.stages} == set(STAGES) == set(POLICY.actions)


@pytest.mark.parametrize("stage", STAGES)
def test_an_action_is_named_for_every_order_of_a_stage(stage: Stage) -> None:
    rules = POLICY.actions[stage]
    assert cut(rules, every_combination(rules, {"stage": [stage]})).left == ()


@pytest.mark.parametrize("stage", STAGES)
def test_every_action_rule_is_the_first_for_something(stage: Stage) -> None:
    rules = rules_for(stage)
    found = cut(rules, every_combination(rules, {"stage": [stage]}))
    assert [rule.id for rule in rules if rule.id not in found.reached] == []


@pytest.mark.parametrize("stage", STAGES)
def test_the_last_action_of_a_stage_asks_for_nothing(stage: Stage) -> None:
    assert POLICY.actions[stage][-1].when == {}


def test_a_reason_is_named_exactly_where_the_action_opens_a_menu() -> None:
    found = cut(POLICY.reason_rules.rows, every_combination(POLICY.reason_rules.rows))
    without_reason = {action for block in found.left for action in block["action"]}
    assert without_reason == set(VALUES["action"]) - MENUS
    with_reason = cut(POLICY.reason_rules.rows, every_combination(POLICY.reason_rules.rows, {"action": MENUS}))
    assert with_reason.left == ()


def test_every_reason_rule_is_the_first_for_something() -> None:
    found = cut(POLICY.reason_rules.rows, every_combination(POLICY.reason_rules.rows))
    assert [rule.id for rule in POLICY.reason_rules if rule.id not in found.reached] == []


@pytest.mark.parametrize("name", TABLES)
@given(data=st.data())
def test_the_first_row_that_holds_is_taken_and_no_other(name: str, data: st.DataObject) -> None:
    facts = facts_at(NOON, Order())
    facts.update({fact: data.draw(st.sampled_from(values)) for fact, values in VALUES.items()})
    holding = [rule for rule in TABLES[name] if holds(rule, facts)]
    assert first_match(TABLES[name], facts, []) is (holding[0] if holding else None)


def test_cutting_blocks_is_the_same_as_counting_combinations() -> None:
    rules = POLICY.actions["closed"]
    (block,) = every_combination(rules)
    facts = facts_at(NOON, Order())
    reached = set()
    for values in product(*block.values()):
        facts.update(zip(block, values, strict=True))
        reached.add(next(rule.id for rule in rules if holds(rule, facts)))
    assert reached == cut(rules, [block]).reached


def test_a_row_behind_one_that_asks_for_less_is_found_out() -> None:
    narrow, wide = POLICY.actions["closed"][0], POLICY.actions["closed"][-1]
    blocks: list[Block] = every_combination([narrow])
    assert cut([wide, narrow], blocks).reached == {wide.id}


def test_every_fact_that_a_row_can_test_is_worked_out_or_decided() -> None:
    decided = {"stage", "action", "claim", "counts_days"}
    assert set(VALUES) - decided == set(FACTS)
    assert decided.isdisjoint(FACTS)

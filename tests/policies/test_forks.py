"""The forks of the road: each can come up, has its words and its sources, and speaks of what may happen then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from aliorder.domain.policy import ForkId, ForkRule
from aliorder.domain.rules import holds
from aliorder.policies import load_policy
from aliorder.words.forks import FORK_LABELS
from tests.domain.combinations import VALUES
from tests.test_cases import ADVISED, decided

POLICY = load_policy()


def test_every_fork_that_can_be_named_has_a_rule_and_words() -> None:
    assert {rule.id for rule in POLICY.forks} == set(get_args(ForkId)) == set(FORK_LABELS)


def test_a_fork_rests_on_sources_that_exist() -> None:
    assert [
        rule.id for rule in POLICY.forks if not rule.sources or not POLICY.sources.keys() >= set(rule.sources)
    ] == []


def test_a_fork_asks_only_for_facts_and_values_that_exist() -> None:
    asked = [(rule, name, values) for rule in POLICY.forks for name, values in rule.when.items()]
    assert [rule.id for rule, name, values in asked if not set(values) <= set(VALUES[name])] == []  # type: ignore[call-overload]


def test_every_fork_comes_up_in_some_case() -> None:
    facts: list[Mapping[str, str]] = [decided(case.name).facts for case in ADVISED]
    assert [rule for rule in POLICY.forks if not any(holds(rule, each) for each in facts)] == []


def test_no_case_meets_one_fork_twice() -> None:
    met = [[rule.id for rule in POLICY.forks if holds(rule, decided(case.name).facts)] for case in ADVISED]
    assert [forks for forks in met if len(set(forks)) < len(forks)] == []


def test_something_happens_at_every_fork() -> None:
    def is_idle(rule: ForkRule) -> bool:
        return not (rule.acts or rule.then)

    assert [rule.id for rule in POLICY.forks if is_idle(rule)] == []

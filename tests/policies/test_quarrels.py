"""Every disagreement is told with its voices, and points at what rests on the decision."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest

from aliorder.domain.policy import Policy, Quarrel
from aliorder.policies import load_policy
from aliorder.policies.quarrels import QUARRELS
from aliorder.words.because import REFUND_TEXTS

GUIDES = ("S0", "S1", "S2", "S3", "S4")


def rule_ids(policy: Policy) -> set[str]:
    return {
        *(row.id for row in policy.stages),
        *(row.id for rows in policy.actions.values() for row in rows),
        *(row.id for row in policy.reason_rules),
        *(row.id for row in policy.warnings),
        *(row.id for row in policy.statuses),
        *policy.windows,
        *policy.methods,
        *REFUND_TEXTS,
    }


def test_of_35_quarrels_five_are_among_others_than_the_guides() -> None:
    others = {quarrel.id for quarrel in QUARRELS if not any(voice.source in GUIDES for voice in quarrel.voices)}
    assert len(QUARRELS) == 35
    assert others == {
        "dispute-day",
        "general-refund-time",
        "message-answer-hours",
        "protection-start",
        "seller-answer-hours",
    }


def test_no_quarrel_and_no_topic_stands_twice() -> None:
    names = Counter(chain.from_iterable((quarrel.id, quarrel.topic) for quarrel in QUARRELS))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_guide_is_heard() -> None:
    heard = {voice.source for quarrel in QUARRELS for voice in quarrel.voices}
    assert heard.issuperset(GUIDES)


@pytest.mark.parametrize("quarrel", QUARRELS, ids=lambda quarrel: quarrel.id)
def test_a_quarrel_has_at_least_two_voices_each_of_its_own(quarrel: Quarrel) -> None:
    sources = [voice.source for voice in quarrel.voices]
    assert len(sources) == len(set(sources)) >= 2


@pytest.mark.parametrize("quarrel", QUARRELS, ids=lambda quarrel: quarrel.id)
def test_every_voice_is_a_known_source(quarrel: Quarrel) -> None:
    assert {voice.source for voice in quarrel.voices} - set(load_policy().sources) == set()


@pytest.mark.parametrize("quarrel", QUARRELS, ids=lambda quarrel: quarrel.id)
def test_every_decision_carries_rules_that_exist(quarrel: Quarrel) -> None:
    assert quarrel.rules
    assert len(quarrel.rules) == len(set(quarrel.rules))
    assert set(quarrel.rules) - rule_ids(load_policy()) == set()


@pytest.mark.parametrize("quarrel", QUARRELS, ids=lambda quarrel: quarrel.id)
def test_a_decision_is_a_sentence_and_a_voice_is_not(quarrel: Quarrel) -> None:
    assert quarrel.taken.endswith(".")
    assert [voice.says for voice in quarrel.voices if not voice.says or voice.says.endswith(".")] == []

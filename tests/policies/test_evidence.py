"""The rows about evidence and claims: whole, cited, and each with its words."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from aliorder.domain.claims import Basis, Wish
from aliorder.domain.vocabulary import CASES, EVENT_KINDS, EVIDENCE_KINDS, Case
from aliorder.policies import load_policy
from aliorder.policies.claims import BASES
from aliorder.policies.evidence import NEEDS
from aliorder.words.claims import BASIS_TEXTS, GRADE_WORDS, WISHES, basis_sources, basis_words
from aliorder.words.dossier import DONE_BY
from aliorder.words.evidence import CASE_LABELS, EVIDENCE_LABELS, LIMITS_UNKNOWN, need_words

POLICY = load_policy()


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_something_necessary_and_the_chat(case: Case) -> None:
    rows = [need for need in NEEDS if need.case == case]
    assert [need for need in rows if need.weight == "necessary"] != []
    assert [need for need in rows if "chat" in need.kinds] != []


@pytest.mark.parametrize("case", CASES)
def test_every_case_rests_on_some_rule(case: Case) -> None:
    assert [basis for basis in BASES if case in basis.cases] != []


def test_no_need_is_there_twice() -> None:
    rows = [(need.case, kind) for need in NEEDS for kind in need.kinds]
    assert len(rows) == len(set(rows))


def test_what_is_not_known_is_said() -> None:
    assert "not known" in LIMITS_UNKNOWN


def test_every_row_names_sources_that_are_there() -> None:
    named = [need.sources for need in NEEDS] + [basis_sources(basis, POLICY, None) for basis in BASES]
    assert [sources for sources in named if not sources or not set(sources) <= POLICY.sources.keys()] == []


def test_everything_has_words() -> None:
    assert tuple(EVIDENCE_LABELS) == EVIDENCE_KINDS
    assert tuple(CASE_LABELS) == CASES
    assert tuple(WISHES) == get_args(Wish)
    assert tuple(DONE_BY) == EVENT_KINDS
    assert tuple(BASIS_TEXTS) == tuple(basis.id for basis in BASES)
    assert {source.grade for source in POLICY.sources.values()} <= GRADE_WORDS.keys()


@pytest.mark.parametrize("basis", BASES, ids=lambda basis: basis.id)
@pytest.mark.parametrize("payment", [None, "paypal", "no such method"])
def test_a_rule_is_told_in_the_third_person_with_its_figures(basis: Basis, payment: str | None) -> None:
    text = basis_words(basis, POLICY, payment, date(2026, 11, 22))
    assert "{" not in text
    assert text.endswith(".")
    assert " you" not in text.casefold()


def test_a_need_is_told_by_its_kinds() -> None:
    assert [need_words(need) for need in NEEDS if need.case == "defective"] == [
        "photo or video",
        "chat with the seller",
        "packing and label",
        "proof of payment",
    ]

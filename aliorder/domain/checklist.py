"""What has to be proved, and which evidence for it is there: pure, over rows of the policy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from aliorder.domain.order import Evidence
from aliorder.domain.vocabulary import Case, EvidenceKind, Stage, Why

Weight = Literal["necessary", "helpful"]

STAGE_CASES: dict[Stage, Case] = {"refunding": "refund", "returning": "return"}
"""Stages in which something else has to be proved than what was wrong at first, `refunding` once it was granted."""

WHY_CASES: dict[Why, Case] = {
    "not-received": "not-received",
    "tracking-invalid": "tracking-invalid",
    "defective": "defective",
    "not-as-described": "not-as-described",
    "wrong-goods": "wrong-goods",
}
"""What is missing or bad is a case of its own; every other why is a cancellation."""


class Need(NamedTuple):
    """Evidence that a case calls for: a file of any of these kinds will do; `sources` are ids of the policy's."""

    case: Case
    kinds: tuple[EvidenceKind, ...]
    weight: Weight
    sources: tuple[str, ...]


class Checklist(NamedTuple):
    """What a case calls for, split into what is there and what is missing, each with the necessary first."""

    case: Case
    there: tuple[Need, ...]
    missing: tuple[Need, ...]

    @property
    def lacking(self) -> tuple[Need, ...]:
        """What is missing and necessary."""
        return tuple(need for need in self.missing if need.weight == "necessary")


def case_of(why: Why | None, stage: Stage | None = None) -> Case | None:
    """What the buyer of an order has to prove; `None` where nobody has told what is wrong.

    A stage in which goods go back or money is owed decides first, then `why`: what is missing or bad is its own case,
    a wish of one's own and what the seller does wrong before shipping are a cancellation.
    """
    if stage in STAGE_CASES:
        return STAGE_CASES[stage]
    if why is None:
        return None
    return WHY_CASES.get(why, "cancellation")


def checklist(evidence: Iterable[Evidence], case: Case, needs: Iterable[Need]) -> Checklist:
    """Which of the `needs` of `case` this evidence meets, as far as it is kept for that case or for none at all."""
    kinds = {item.kind for item in evidence if not item.supports or case in item.supports}
    called = sorted((need for need in needs if need.case == case), key=lambda need: need.weight != "necessary")
    there = tuple(need for need in called if kinds.intersection(need.kinds))
    return Checklist(case, there, tuple(need for need in called if need not in there))

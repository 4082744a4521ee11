"""What has to be proved, and what of it is there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aliorder.domain.checklist import Checklist, Need, case_of, checklist
from aliorder.domain.order import Evidence
from aliorder.domain.vocabulary import WHYS, Case, EvidenceKind, Stage, Why

TRACKING = Need("not-received", ("tracking",), "necessary", ("judgement",))
CARRIER = Need("not-received", ("carrier",), "helpful", ("judgement",))
ADDRESS = Need("not-received", ("address",), "necessary", ("judgement",))
SEEN = Need("defective", ("photo", "video"), "necessary", ("S3",))
NEEDS = (CARRIER, TRACKING, ADDRESS, SEEN)


def file(kind: EvidenceKind, *supports: Case) -> Evidence:
    return Evidence("0" * 64, "file", 1, "image/png", datetime(2026, 11, 22, tzinfo=UTC), kind, supports=supports)


def test_what_is_there_and_what_is_missing_are_told_apart_the_necessary_first() -> None:
    found = checklist([file("tracking"), file("photo")], "not-received", NEEDS)
    assert found == Checklist("not-received", (TRACKING,), (ADDRESS, CARRIER))
    assert found.lacking == (ADDRESS,)


@pytest.mark.parametrize("kind", ["photo", "video"])
def test_any_of_the_kinds_will_do(kind: EvidenceKind) -> None:
    assert checklist([file(kind)], "defective", NEEDS) == Checklist("defective", (SEEN,), ())


def test_evidence_for_another_case_does_not_count() -> None:
    assert checklist([file("photo", "wrong-goods")], "defective", NEEDS).there == ()
    assert checklist([file("photo", "wrong-goods", "defective")], "defective", NEEDS).there == (SEEN,)


@pytest.mark.parametrize(
    "why, stage, case",
    [
        ("not-received", "shipped", "not-received"),
        ("tracking-invalid", None, "tracking-invalid"),
        ("defective", "delivered", "defective"),
        ("not-as-described", "in-dispute", "not-as-described"),
        ("wrong-goods", "completed", "wrong-goods"),
        ("not-needed", "awaiting-shipment", "cancellation"),
        ("seller-asks", None, "cancellation"),
        ("defective", "returning", "return"),
        ("defective", "refunding", "refund"),
        (None, "refunding", "refund"),
        (None, "shipped", None),
        (None, None, None),
    ],
)
def test_the_case_follows_from_the_stage_and_the_why(why: Why | None, stage: Stage | None, case: Case | None) -> None:
    assert case_of(why, stage) == case


def test_every_why_is_a_case() -> None:
    assert [why for why in WHYS if case_of(why) is None] == []

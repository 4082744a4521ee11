"""Two facts that do not go together are told with their days."""

from __future__ import annotations

import pytest
from hypothesis import given

from aliorder.domain.order import Event, Order, SeenStatus
from aliorder.domain.timeline import timeline_of
from aliorder.words.at_odds import at_odds_words
from tests.domain.given import NOON, POLICY, asked, happened

CASES: list[tuple[tuple[Event, ...], str | None, list[str]]] = [
    (
        happened(paid="2026-10-23", cancel_requested="2026-10-03"),
        None,
        ["“cancellation requested” (3 Oct) lies before “paid” (23 Oct)"],
    ),
    (
        happened(shipped="2026-11-15", delivered="2025-11-10"),
        None,
        ["“delivered” (10 Nov 2025) lies before “shipped” (15 Nov)"],
    ),
    (
        happened(dispute_won="2026-11-10", dispute_lost="unknown"),
        None,
        ["“dispute won” (10 Nov) excludes “dispute lost”"],
    ),
    (
        happened(paid="2026-11-10"),
        "Awaiting payment",
        ["“paid” (10 Nov) does not fit the status “Awaiting payment”"],
    ),
    (happened(paid="2026-11-10", shipped="2026-11-12"), None, []),
]


@pytest.mark.parametrize("events, status, told", CASES)
def test_what_is_at_odds(events: tuple[Event, ...], status: str | None, told: list[str]) -> None:
    order = Order(events=events, status=SeenStatus(status, NOON) if status else None)
    found = timeline_of(order, POLICY.status_texts, NOON).contradictions
    assert [at_odds_words(pair, order, NOON) for pair in found] == told


@given(asked())
def test_an_id_never_stands_in_such_a_sentence(pair: tuple[Order, object]) -> None:
    order, now = pair
    found = timeline_of(order, POLICY.status_texts, now).contradictions  # type: ignore[arg-type]
    told = [at_odds_words(each, order, now) for each in found]  # type: ignore[arg-type]
    assert [text for text in told if "-" in text or "None" in text] == []

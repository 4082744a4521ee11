"""When an answer changes by itself: never before the moment that the sheet of facts names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, Decision, decide, told
from aliorder.domain.dates import end_of_site_day
from aliorder.domain.order import Event, Order, When
from aliorder.errors import NotEnoughFacts
from tests.domain.given import NOON, POLICY, asked, happened, shown

FAR = timedelta(days=400)


def answered(order: Order, now: datetime) -> tuple[Advice, datetime | None]:
    """The advice, and the first moment at which it may be another."""
    decision: Decision = decide(order, POLICY, now)
    advice = told(decision)
    return advice, decision.facts.next_change


def answer(advice: Advice) -> tuple[object, ...]:
    """All that an advice says but the days of a refund not yet granted, which follow the day of the question."""
    owed = advice.refund if advice.refund and advice.refund.basis == "issued" else None
    return (
        advice.stage, advice.action, advice.reason, owed, advice.deadlines, advice.warnings, advice.because,
        advice.missing,
    )  # fmt: skip


@given(asked(), st.floats(0, 1))
def test_until_the_next_change_the_answer_is_the_same(case: tuple[Order, datetime], share: float) -> None:
    order, now = case
    try:
        advice, change = answered(order, now)
    except NotEnoughFacts:
        assume(False)
    assert change is None or change > now
    last = (change.astimezone(UTC) if change else now.astimezone(UTC) + FAR) - timedelta(seconds=1)
    at = (now.astimezone(UTC) + (last - now) * share).replace(microsecond=0).astimezone(now.tzinfo)
    assert answer(answered(order, max(at, now))[0]) == answer(advice)


@given(asked())
def test_one_second_before_the_next_change_the_answer_is_still_the_same(case: tuple[Order, datetime]) -> None:
    order, now = case
    try:
        advice, change = answered(order, now)
    except NotEnoughFacts:
        assume(False)
    assume(change is not None)
    assert change is not None
    at = (change.astimezone(UTC) - timedelta(seconds=1)).astimezone(now.tzinfo)
    assert answer(answered(order, max(at, now))[0]) == answer(advice)


CHANGES = [
    (
        "a deadline of the page",
        Order(events=happened(paid="2026-11-18", payment_verified="2026-11-19"), deadlines=shown(ship_by="2026-11-27")),
        end_of_site_day(date(2026, 11, 27)) + timedelta(seconds=1),
    ),
    (
        "the end of the check of the payment, to the second",
        Order(events=(Event("paid", When(at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC))),)),
        datetime(2026, 11, 23, 9, 30, 1, tzinfo=UTC),
    ),
    (
        "something recorded for later",
        Order(events=(Event("refund-received", When(date(2026, 11, 20))), Event("frozen", When(date(2026, 12, 24))))),
        datetime(2026, 12, 24, tzinfo=UTC),
    ),
    (
        "the day on which to ask for the refund",
        Order(events=happened(refund_started="2026-11-20"), payment="klarna"),
        datetime(2026, 12, 2, tzinfo=UTC),
    ),
    ("nothing ever", Order(events=happened(refund_received="2026-11-20")), None),
]


@pytest.mark.parametrize("order, change", [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_the_next_change_is(order: Order, change: datetime | None) -> None:
    assert answered(order, NOON)[1] == change

"""What one's own refunds took: from the start of the method's clock to the first arrival of money."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.dates import MON_FRI, Calendar, add_business_days
from aliorder.domain.experience import Experience, days_taken, experience_of
from aliorder.domain.order import Event, Order, When
from tests.domain.given import NOON, POLICY, asked, happened

TAKEN = [
    ("over two weekends", "visa", happened(cancel_accepted="2026-10-01", refund_received="2026-10-14"), 9),
    ("on the same day", "visa", happened(cancelled_by_seller="2026-10-01", refund_received="2026-10-01"), 0),
    ("from Friday to Sunday", "visa", happened(dispute_agreed="2026-10-02", refund_received="2026-10-04"), 0),
    ("from Friday to Monday", "visa", happened(dispute_won="2026-10-02", refund_received="2026-10-05"), 1),
    ("from Saturday to Monday", "visa", happened(return_received="2026-10-03", refund_received="2026-10-05"), 1),
    (
        "from the newest grant",
        "visa",
        happened(cancel_accepted="2026-10-01", refund_started="2026-10-07", refund_received="2026-10-14"),
        5,
    ),
    (
        "refund completed starts no clock",
        "visa",
        happened(cancel_accepted="2026-10-01", refund_completed="2026-10-12", refund_received="2026-10-14"),
        9,
    ),
    ("refund completed alone", "visa", happened(refund_completed="2026-10-01", refund_received="2026-10-14"), None),
    (
        "from the bank form",
        "boleto",
        happened(dispute_agreed="2026-10-01", bank_form_filled="2026-10-08", refund_received="2026-10-14"),
        4,
    ),
    ("no bank form", "boleto", happened(dispute_agreed="2026-10-01", refund_received="2026-10-14"), None),
    (
        "from the payout",
        "western-union",
        happened(refund_started="2026-10-01", payout_asked="2026-10-12", refund_received="2026-10-14"),
        2,
    ),
    (
        "a payout that the method does not ask for",
        "visa",
        happened(refund_started="2026-10-01", payout_asked="2026-10-12", refund_received="2026-10-14"),
        9,
    ),
    ("a way that nobody knows", "barter", happened(cancel_accepted="2026-10-01", refund_received="2026-10-02"), 1),
    ("granted on a day unknown", "visa", happened(cancel_accepted="unknown", refund_received="2026-10-14"), None),
    (
        "the newest grant on a day unknown",
        "visa",
        happened(cancel_accepted="2026-10-01", refund_started="unknown", refund_received="2026-10-14"),
        None,
    ),
    ("arrived on a day unknown", "visa", happened(cancel_accepted="2026-10-01", refund_received="unknown"), None),
    ("not arrived", "visa", happened(cancel_accepted="2026-10-01"), None),
    ("arrives after now", "visa", happened(cancel_accepted="2026-10-01", refund_received="2026-11-23"), None),
    ("granted after it came", "visa", happened(refund_received="2026-10-01", refund_started="2026-10-05"), None),
    ("nothing was granted", "visa", happened(dispute_opened="2026-09-01", refund_received="2026-10-01"), None),
    (
        "two parts: the first",
        "visa",
        happened(refund_started="2026-10-01", refund_received="2026-10-05")
        + happened(refund_started="2026-10-08", refund_received="2026-10-30"),
        2,
    ),
    (
        "two parts, one on a day unknown",
        "visa",
        happened(refund_started="2026-10-01", refund_received="2026-10-05") + happened(refund_received="unknown"),
        None,
    ),
    (
        "contradicting itself",
        "visa",
        happened(
            delivered="2026-09-01", shipped="2026-09-05", dispute_agreed="2026-10-01", refund_received="2026-10-05"
        ),
        None,
    ),
    (
        "days are those of the user's zone",
        "visa",
        happened(refund_started="2026-10-01T23:30-07:00", refund_received="2026-10-05T01:00+00:00"),
        1,
    ),
]


@pytest.mark.parametrize("method, events, days", [row[1:] for row in TAKEN], ids=[row[0] for row in TAKEN])
def test_what_a_refund_took(method: str, events: tuple[Event, ...], days: int | None) -> None:
    assert days_taken(Order(payment=method, events=events), POLICY, NOON, MON_FRI) == days


def arrived(method: str | None, granted: str, received: str) -> Order:
    return Order(payment=method, events=happened(cancel_accepted=granted, refund_received=received))


ORDERS = (
    arrived("visa", "2026-10-01", "2026-10-14"),
    arrived("visa", "2026-10-01", "2026-10-05"),
    arrived("visa", "2026-10-05", "2026-10-12"),
    arrived("visa", "unknown", "2026-10-12"),
    arrived("card", "2026-10-01", "2026-10-02"),
    arrived(None, "2026-10-01", "2026-10-02"),
)


@pytest.mark.parametrize(
    "method, experience",
    [
        ("visa", Experience("visa", 2, 9, 3, "mon-fri")),
        ("card", Experience("card", 1, 1, 1, "mon-fri")),
        ("paypal", None),
    ],
)
def test_only_refunds_by_the_same_method_count(method: str, experience: Experience | None) -> None:
    assert experience_of(ORDERS, method, POLICY, NOON, MON_FRI) == experience


def test_a_past_day_knows_only_what_had_arrived_by_then() -> None:
    then = datetime(2026, 10, 5, 12, tzinfo=UTC)
    assert experience_of(ORDERS, "visa", POLICY, then, MON_FRI) == Experience("visa", 2, 2, 1, "mon-fri")


def test_days_are_counted_by_the_calendar_given() -> None:
    spanish = Calendar("ES", lambda day: day.weekday() < 5 and day != date(2026, 10, 12))
    assert experience_of(ORDERS, "visa", POLICY, NOON, spanish) == Experience("visa", 2, 8, 3, "ES")


@given(st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.integers(0, 60))
def test_what_took_so_many_business_days_is_told_so(start: date, days: int) -> None:
    end = add_business_days(start, days)
    order = Order(payment="visa", events=(Event("refund-started", When(start)), Event("refund-received", When(end))))
    assert experience_of([order], "visa", POLICY, NOON, MON_FRI) == Experience("visa", days, days, 1, "mon-fri")


@given(st.lists(asked(), max_size=3))
def test_no_refund_ever_took_less_than_nothing(questions: list[tuple[Order, datetime]]) -> None:
    for _, now in questions:
        found = experience_of((order for order, _ in questions), "visa", POLICY, now, MON_FRI)
        assert found is None or (0 <= found.least <= found.most and found.count <= len(questions))

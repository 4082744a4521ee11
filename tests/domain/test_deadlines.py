"""Every deadline: from which event it counts, how far, and what the page can say instead."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aliorder.domain.deadlines import due, due_dates, span
from aliorder.domain.order import Order
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId
from tests.domain.given import NOON, PACIFIC, facts_at, happened, shown


def site(day: str) -> datetime:
    """The last second of a day at the site."""
    return datetime.fromisoformat(f"{day}T23:59:59").replace(tzinfo=PACIFIC)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def found(name: DeadlineId, order: Order, now: datetime = NOON) -> DueDate | None:
    return due(facts_at(now, order), name)


COMPUTED: list[tuple[DeadlineId, Order, datetime]] = [
    ("pay-by", Order(events=happened(placed="2026-11-10")), site("2026-11-30")),
    ("verification-until", Order(events=happened(paid="2026-11-22T10:00:00+00:00")), utc("2026-11-23T10:00:00")),
    ("verification-until", Order(events=happened(paid="2026-11-22")), utc("2026-11-23T23:59:59")),
    ("verification-until", Order(events=happened(paid="2026-11-13"), payment="bank-transfer"), site("2026-11-24")),
    ("verification-until", Order(events=happened(paid="2026-11-13"), payment="boleto"), site("2026-11-20")),
    ("ship-by", Order(events=happened(payment_verified="2026-11-20")), site("2026-11-27")),
    ("ship-by", Order(events=happened(paid="2026-11-18")), site("2026-11-26")),
    ("cancel-answer", Order(events=happened(cancel_requested="2026-11-22T10:00:00+00:00")), utc("2026-11-24T10:00:00")),
    ("cancel-answer", Order(events=happened(cancel_requested="2026-11-22")), utc("2026-11-24T23:59:59")),
    ("cancel-answer-latest", Order(events=happened(cancel_requested="2026-11-22")), utc("2026-11-25T23:59:59")),
    ("answer-by", Order(events=happened(message_sent="2026-11-22T10:00:00+00:00")), utc("2026-11-23T10:00:00")),
    ("answer-by", Order(events=happened(message_sent="2026-11-21")), utc("2026-11-22T23:59:59")),
    ("protection-until", Order(events=happened(shipped="2026-11-01")), site("2026-12-31")),
    ("reship-until", Order(events=happened(reshipped="2026-11-20")), site("2026-11-25")),
    ("dispute-opens", Order(events=happened(shipped="2026-11-12")), utc("2026-11-23T08:00:00")),
    ("dispute-until", Order(events=happened(shipped="2026-11-01")), site("2027-01-15")),
    ("dispute-until", Order(events=happened(receipt_confirmed="2026-11-10")), site("2026-11-25")),
    ("seller-answer-by", Order(events=happened(dispute_opened="2026-11-20")), site("2026-11-25")),
    ("platform-steps-in", Order(events=happened(dispute_opened="2026-11-20")), site("2026-11-27")),
    ("free-return-until", Order(events=happened(delivered="2026-11-10")), site("2026-11-25")),
    ("return-by", Order(events=happened(return_agreed="2026-11-15")), site("2026-11-25")),
    ("appeal-until", Order(events=happened(dispute_lost="2026-11-18")), site("2026-11-25")),
    ("appeal-answer", Order(events=happened(appealed="2026-11-18")), site("2026-11-28")),
    ("outside-until", Order(events=happened(paid="2026-09-20"), payment="paypal"), site("2027-03-19")),
    ("outside-escalate", Order(events=happened(claimed_outside="2026-11-10")), site("2026-11-30")),
    ("refund-latest", Order(events=happened(cancel_accepted="2026-11-19"), payment="card"), site("2026-12-17")),
]


@pytest.mark.parametrize("name, order, at", COMPUTED)
def test_a_deadline_is_its_window_after_its_event(name: DeadlineId, order: Order, at: datetime) -> None:
    assert found(name, order) == DueDate(name, at)


SHOWN: list[tuple[DeadlineId, Order]] = [
    ("pay-by", Order(events=happened(placed="2026-11-10"), deadlines=shown(pay_by="2026-11-29"))),
    ("ship-by", Order(events=happened(payment_verified="2026-11-20"), deadlines=shown(ship_by="2026-11-29"))),
    ("deliver-by", Order(deadlines=shown(deliver_by="2026-11-29"))),
    ("protection-until", Order(events=happened(shipped="2026-11-01"), deadlines=shown(protection_until="2026-11-29"))),
    (
        "dispute-until",
        Order(events=happened(receipt_confirmed="2026-11-10"), deadlines=shown(dispute_until="2026-11-29")),
    ),
    ("return-by", Order(events=happened(return_agreed="2026-11-15"), deadlines=shown(return_by="2026-11-29"))),
]


@pytest.mark.parametrize("name, order", SHOWN)
def test_what_the_page_shows_beats_what_is_computed(name: DeadlineId, order: Order) -> None:
    assert found(name, order) == DueDate(name, site("2026-11-29"), shown=True)


def test_of_two_that_are_shown_the_earlier_holds() -> None:
    deadlines = (*shown(ship_by="2026-12-05"), *shown(ship_by="2026-11-29T10:00:00+00:00"), *shown(ship_by="unknown"))
    assert found("ship-by", Order(deadlines=deadlines)) == DueDate("ship-by", utc("2026-11-29T10:00:00"), shown=True)


def test_a_shown_deadline_of_an_unknown_day_shows_nothing() -> None:
    order = Order(events=happened(placed="2026-11-10"), deadlines=shown(pay_by="unknown"))
    assert found("pay-by", order) == DueDate("pay-by", site("2026-11-30"))


@pytest.mark.parametrize(
    "order, until",
    [
        (Order(events=happened(shipped="2026-11-01"), deadlines=shown(deliver_by="2026-12-01")), "2026-12-16"),
        (Order(events=happened(shipped="2026-11-01"), deadlines=shown(protection_until="2026-12-10")), "2026-12-25"),
        (
            Order(
                events=happened(shipped="2026-11-01"),
                deadlines=shown(deliver_by="2026-12-01", protection_until="2026-12-10"),
            ),
            "2026-12-16",
        ),
        (
            Order(events=happened(receipt_confirmed="2026-11-10"), deadlines=shown(deliver_by="2026-12-01")),
            "2026-11-25",
        ),
    ],
)
def test_a_dispute_closes_fifteen_days_after_the_first_of_these_that_is_known(order: Order, until: str) -> None:
    assert found("dispute-until", order) == DueDate("dispute-until", site(until))


@pytest.mark.parametrize(
    "promised, opens",
    [
        ("2026-11-14", "2026-11-10T08:00:00"),
        ("2026-11-15", "2026-11-21T08:00:00"),
        ("2026-12-20", "2026-11-21T08:00:00"),
    ],
)
def test_a_dispute_opens_at_once_if_delivery_was_promised_in_less_than_five_days(promised: str, opens: str) -> None:
    order = Order(events=happened(shipped="2026-11-10"), deadlines=shown(deliver_by=promised))
    assert found("dispute-opens", order) == DueDate("dispute-opens", utc(opens))


@pytest.mark.parametrize("method", ["card", "visa", "mir", "google-pay"])
def test_a_card_bank_can_be_asked_for_120_days_from_the_promised_delivery(method: str) -> None:
    order = Order(events=happened(shipped="2026-11-01"), deadlines=shown(deliver_by="2026-11-30"), payment=method)
    assert found("outside-until", order) == DueDate("outside-until", site("2027-03-30"))


NEEDING: list[tuple[DeadlineId, Order, tuple[str, ...]]] = [
    ("pay-by", Order(events=happened(placed="unknown")), ("placed",)),
    ("verification-until", Order(events=happened(paid="unknown")), ("paid",)),
    ("ship-by", Order(events=happened(payment_verified="unknown")), ("ship-by",)),
    ("cancel-answer", Order(events=happened(cancel_requested="unknown")), ("cancel-requested",)),
    ("answer-by", Order(events=happened(message_sent="unknown")), ("message-sent",)),
    ("protection-until", Order(events=happened(delivered="2026-11-20")), ("shipped",)),
    ("dispute-opens", Order(events=happened(shipped="unknown")), ("shipped",)),
    ("dispute-until", Order(events=happened(shipped="unknown")), ("dispute-until", "shipped")),
    ("dispute-until", Order(events=happened(receipt_confirmed="unknown")), ("receipt-confirmed",)),
    ("seller-answer-by", Order(events=happened(dispute_opened="unknown")), ("dispute-opened",)),
    ("return-by", Order(events=happened(return_agreed="unknown")), ("return-agreed",)),
    ("outside-until", Order(events=happened(shipped="2026-11-01"), payment="paypal"), ("paid",)),
    ("outside-until", Order(events=happened(shipped="2026-11-01"), payment="card"), ("deliver-by",)),
    ("refund-latest", Order(events=happened(cancel_accepted="unknown"), payment="card"), ("cancel-accepted",)),
]


@pytest.mark.parametrize("name, order, needs", NEEDING)
def test_a_deadline_that_nobody_can_know_says_what_would_tell(
    name: DeadlineId, order: Order, needs: tuple[str, ...]
) -> None:
    assert found(name, order) == DueDate(name, None, needs=needs)


NOTHING: list[tuple[DeadlineId, Order]] = [
    ("pay-by", Order(events=happened(paid="2026-11-20"))),
    ("ship-by", Order(events=happened(paid="2026-11-22"))),
    ("cancel-answer", Order(events=happened(paid="2026-11-20"))),
    ("deliver-by", Order(events=happened(shipped="2026-11-20"))),
    ("dispute-opens", Order(events=happened(paid="2026-11-20"))),
    ("dispute-until", Order(events=happened(paid="2026-11-20"))),
    ("outside-until", Order(events=happened(paid="2026-11-20"), payment="klarna")),
    ("outside-until", Order(events=happened(paid="2026-11-20"))),
    ("refund-latest", Order(events=happened(paid="2026-11-20"))),
]


@pytest.mark.parametrize("name, order", NOTHING)
def test_a_deadline_that_means_nothing_for_an_order_is_none(name: DeadlineId, order: Order) -> None:
    assert found(name, order) is None


@pytest.mark.parametrize(
    "now, state",
    [("2026-11-22T09:59:59", "running"), ("2026-11-22T10:00:00", "running"), ("2026-11-22T10:00:01", "passed")],
)
def test_the_last_moment_of_a_deadline_still_counts(now: str, state: str) -> None:
    order = Order(events=happened(paid="2026-11-01"), deadlines=shown(ship_by="2026-11-22T10:00:00+00:00"))
    assert span(facts_at(utc(now), order), "ship-by") == state


def test_where_nobody_knows_the_day_nobody_knows_where_now_stands() -> None:
    assert span(facts_at(NOON, Order(events=happened(placed="unknown"))), "pay-by") == "unknown"


LISTED: list[tuple[Order, list[DeadlineId]]] = [
    (Order(events=happened(placed="2026-11-20")), ["pay-by"]),
    (Order(events=happened(paid="2026-11-22")), ["verification-until"]),
    (Order(events=happened(payment_verified="2026-11-20")), ["ship-by"]),
    (
        Order(events=happened(cancel_requested="2026-11-21"), deadlines=shown(ship_by="2026-11-30")),
        ["cancel-answer", "cancel-answer-latest", "ship-by"],
    ),
    (
        Order(events=happened(shipped="2026-11-20"), deadlines=shown(deliver_by="2026-12-20")),
        ["dispute-opens", "deliver-by", "dispute-until"],
    ),
    (Order(events=happened(dispute_opened="2026-11-20")), ["seller-answer-by", "platform-steps-in"]),
    (Order(events=happened(return_agreed="2026-11-20")), ["return-by"]),
    (Order(events=happened(dispute_lost="2026-11-20")), ["appeal-until"]),
    (Order(events=happened(cancel_accepted="2026-11-20"), payment="card"), ["refund-latest"]),
    (Order(events=happened(refund_received="2026-11-20"), payment="card"), []),
]


@pytest.mark.parametrize("order, names", LISTED)
def test_the_deadlines_that_concern_an_order_are_listed_soonest_first(order: Order, names: list[DeadlineId]) -> None:
    facts = facts_at(NOON, order)
    facts["stage"] = "payment-verification" if "verification-until" in names else "awaiting-shipment"
    assert [deadline.id for deadline in due_dates(facts)] == names


def test_a_deadline_of_an_unknown_day_comes_last() -> None:
    facts = facts_at(NOON, Order(events=happened(shipped="unknown"), deadlines=shown(deliver_by="2026-12-20")))
    facts["stage"] = "shipped"
    assert [(deadline.id, deadline.at is None) for deadline in due_dates(facts)] == [
        ("deliver-by", False),
        ("dispute-until", False),
        ("dispute-opens", True),
    ]

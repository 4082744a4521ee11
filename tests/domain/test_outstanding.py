"""The money on its way: which refunds are owed, which comes first, what to do, and what they come to."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import advise, decide
from aliorder.domain.findings import Refund
from aliorder.domain.order import Event, Money, Order
from aliorder.domain.outstanding import Outstanding, Sums, Total, outstanding, sums_of, totals
from aliorder.domain.survey import entry_of
from aliorder.errors import NotEnoughFacts
from tests.domain.given import NOON, POLICY, asked, happened
from tests.strategies import money

GRANTED = happened(paid="2026-11-01", cancel_accepted="2026-11-10")
SILENT = happened(shipped="2026-10-01", dispute_opened="2026-11-10")


def found_in(*orders: Order) -> list[Outstanding]:
    return outstanding(entry_of(order, POLICY, NOON) for order in orders)


def numbers(found: list[Outstanding]) -> list[str | None]:
    return [each.advice.order.number for each in found]


OWED = [
    ("cancelled and paid", GRANTED, True),
    ("a dispute won", happened(dispute_won="2026-11-10"), True),
    ("returned", happened(return_received="2026-11-10"), True),
    ("completed, says the site", happened(refund_completed="2026-11-10"), True),
    ("the seller is silent", SILENT, True),
    ("a part was cancelled", happened(part_shipped="2026-11-02", cancelled_by_seller="2026-11-05"), True),
    ("granted, then frozen", GRANTED + happened(frozen="2026-11-12"), True),
    ("arrived", GRANTED + happened(refund_received="2026-11-20"), False),
    ("cancelled before it was paid", happened(placed="2026-11-01", cancelled_by_buyer="2026-11-02"), False),
    ("asked for", happened(paid="2026-11-01", cancel_requested="2026-11-21"), False),
    ("in a dispute", happened(shipped="2026-10-01", dispute_opened="2026-11-21"), False),
    ("silent, but frozen", SILENT + happened(frozen="2026-11-12"), False),
    ("on its way", happened(shipped="2026-11-20"), False),
    ("nothing known", (), False),
]


@pytest.mark.parametrize("events, owed", [row[1:] for row in OWED], ids=[row[0] for row in OWED])
def test_money_is_on_its_way_where_it_is_owed(events: tuple[Event, ...], owed: bool) -> None:
    assert numbers(found_in(Order(number="8123", events=events, why="not-needed"))) == ["8123"] * owed


@given(asked())
def test_it_is_owed_as_the_advice_says(question: tuple[Order, datetime]) -> None:
    order, now = question
    found = outstanding([entry_of(order, POLICY, now)])
    try:
        decision = decide(order, POLICY, now)
    except NotEnoughFacts:
        assert found == []
        return
    owed, stage = decision.facts.owed, decision.stage.then
    silent_and_frozen = owed is not None and owed.basis == "if-approved" and stage == "frozen"
    expected = owed is not None and stage != "closed" and not silent_and_frozen
    assert [each.refund for each in found] == ([owed] if expected else [])


def test_the_overdue_come_first_then_the_soonest_then_those_without_a_day_then_by_number() -> None:
    late = happened(paid="2026-10-01", cancel_accepted="2026-10-05")
    later = happened(paid="2026-10-01", cancel_accepted="2026-10-06")
    orders = (
        Order(number="7", payment="boleto", events=GRANTED),
        Order(number="6", payment="visa", events=GRANTED),
        Order(number="5", payment="visa", events=GRANTED),
        Order(number="4", payment="alipay", events=happened(paid="2026-11-01", cancel_accepted="2026-11-20")),
        Order(number="3", payment="boleto", events=happened(paid="2026-11-01", cancel_accepted="2026-11-03")),
        Order(number="2", payment="visa", events=later),
        Order(number="1", payment="visa", events=late),
    )
    found = found_in(*orders)
    assert numbers(found) == ["1", "2", "4", "5", "6", "3", "7"]
    assert [each.overdue for each in found] == [True, True, False, False, False, False, False]
    assert [each.days_left for each in found] == [-20, -19, 1, 16, 16, None, None]


@pytest.mark.parametrize(
    "now, overdue, days_left",
    [
        ("2026-12-08T00:00+00:00", False, 0),
        ("2026-12-08T23:59+00:00", False, 0),
        ("2026-12-09T00:00+00:00", True, -1),
        ("2026-12-09T05:00+14:00", True, -1),
        ("2026-12-08T23:59-11:00", False, 0),
    ],
)
def test_a_refund_is_overdue_from_the_day_after_its_last_one(now: str, overdue: bool, days_left: int) -> None:
    order = Order(number="8123", payment="visa", events=GRANTED)
    (found,) = outstanding([entry_of(order, POLICY, datetime.fromisoformat(now))])
    assert (found.overdue, found.days_left) == (overdue, days_left)


@pytest.mark.parametrize(
    "method, events, step",
    [
        ("visa", GRANTED, "wait"),
        ("visa", happened(paid="2026-10-01", cancel_accepted="2026-10-05"), "ask"),
        ("boleto", GRANTED, "bank-form-filled"),
        ("western-union", GRANTED, "payout-asked"),
        ("boleto", GRANTED + happened(bank_form_filled="2026-11-21"), "wait"),
        ("boleto", GRANTED + happened(bank_form_filled="2026-11-23"), "bank-form-filled"),
        ("boleto", GRANTED + happened(bank_form_filled="unknown"), "tell-day"),
        ("visa", happened(paid="2026-11-01", cancel_accepted="unknown"), "tell-day"),
        ("cash-on-delivery", GRANTED, "coupon"),
        ("visa", SILENT, "look"),
        ("visa", happened(shipped="2026-08-01", dispute_opened="2026-09-01"), "ask"),
    ],
)
def test_every_refund_says_what_to_do(method: str, events: tuple[Event, ...], step: str) -> None:
    (found,) = found_in(Order(number="8123", payment=method, events=events))
    assert found.next_step == step


def worth(*values: Money | None) -> list[Outstanding]:
    """Refunds of these amounts, every second one overdue."""
    late = happened(paid="2026-10-01", cancel_accepted="2026-10-05")
    advices = [advise(Order(number="8123", payment="visa", events=events), POLICY, NOON) for events in (late, GRANTED)]
    refunds = [refund_in(advice.refund) for advice in advices]
    return [
        Outstanding(advices[place % 2], refunds[place % 2]._replace(amount=value)) for place, value in enumerate(values)
    ]


def refund_in(refund: Refund | None) -> Refund:
    assert refund is not None
    return refund


def test_sums_are_exact_and_by_currency() -> None:
    found = worth(
        Money(Decimal("0.1"), "USD"),
        Money(Decimal("0.2"), "USD"),
        Money(Decimal("7.00"), "EUR"),
        None,
        Money(Decimal("1e30"), "KWD"),
        Money(Decimal("1e-30"), "KWD"),
    )
    huge = Decimal("1000000000000000000000000000000.000000000000000000000000000001")
    assert sums_of(found) == Sums((Money(Decimal("7.00"), "EUR"), Money(huge, "KWD"), Money(Decimal("0.3"), "USD")), 1)
    assert totals(found) == [
        Total("EUR", Decimal("7.00"), Decimal("7.00")),
        Total("KWD", huge, Decimal("1e30")),
        Total("USD", Decimal("0.3"), Decimal("0.1")),
    ]


def test_nothing_comes_to_nothing() -> None:
    assert (sums_of([]), totals([])) == (Sums((), 0), [])


@given(st.lists(st.none() | money(), max_size=8))
def test_no_cent_is_lost(values: list[Money | None]) -> None:
    found = worth(*values)
    known = [value for value in values if value is not None]
    expected = {currency: Fraction(0) for currency in {value.currency for value in known}}
    for value in known:
        expected[value.currency] += Fraction(value.amount)
    sums = sums_of(found)
    assert {total.currency: Fraction(total.amount) for total in sums.known} == expected
    assert sums.unknown == len(values) - len(known)
    assert all(total.overdue <= total.amount for total in totals(found))

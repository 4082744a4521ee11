"""When the money comes back: every method from one day, and what a refund is counted from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI, Calendar
from aliorder.domain.findings import Count, Refund, RefundStep
from aliorder.domain.order import Event, Money, Order
from aliorder.domain.refund import owed_refund, refund_from
from aliorder.domain.refund_steps import Figures, figures_of
from aliorder.domain.vocabulary import Why
from tests.domain.given import NOON, POLICY, facts_at, happened, on

GRANTED = date(2026, 11, 19)
"""A Thursday."""

CARDS = ("card", "visa", "mastercard", "maestro", "amex", "debit-card", "mir", "apple-pay", "google-pay")
SETTLEMENT = POLICY.windows["settlement"]


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_refund_by_card_is_told_with_all_that_is_known_of_it() -> None:
    found = refund_from(GRANTED, POLICY.methods["visa"], MON_FRI, SETTLEMENT)
    assert found == Refund(
        method="visa",
        amount=None,
        basis="issued",
        counted_from=GRANTED,
        counted_until=GRANTED,
        earliest=day("2026-11-24"),
        typical_from=day("2026-11-30"),
        typical_until=day("2026-12-10"),
        latest=day("2026-12-17"),
        chase_from=day("2026-12-18"),
        calendar="mon-fri",
        fallback=False,
        steps=(
            RefundStep("settlement", GRANTED, day("2026-11-22"), Count("settling", 0, 3)),
            RefundStep(
                "credit",
                day("2026-11-24"),
                day("2026-12-17"),
                Count("refund-started", 3, 20, "business-days"),
                ask="issuer",
            ),
        ),
        notes=POLICY.methods["visa"].notes,
    )


def test_cash_on_delivery_has_no_days_whatever_it_is_counted_from() -> None:
    found = refund_from(GRANTED, POLICY.methods["cash-on-delivery"], MON_FRI)
    assert (found.counted_from, found.earliest, found.latest, found.chase_from) == (GRANTED, None, None, None)
    assert found.steps == (RefundStep("credit", None, None, ask="account"),)


def test_a_fallback_says_that_it_is_one() -> None:
    fallbacks = [name for name, method in POLICY.methods.items() if method.fallback]
    assert [
        name for name in POLICY.methods if refund_from(GRANTED, POLICY.methods[name], MON_FRI).fallback
    ] == fallbacks


def test_what_a_method_means_is_told_only_where_the_method_is_known() -> None:
    events = happened(cancel_accepted="2026-11-16")
    known, unknown = (facts_at(NOON, Order(events=events, payment=name)).owed for name in ("apple-pay", None))
    assert known is not None
    assert unknown is not None
    assert (known.notes, unknown.notes) == (POLICY.methods["apple-pay"].notes, ())


def test_public_holidays_and_the_name_of_their_calendar_count() -> None:
    polish = Calendar("PL", lambda day: day.weekday() < 5 and day != date(2026, 11, 23))
    found = refund_from(GRANTED, POLICY.methods["ideal"], polish)
    assert (found.earliest, found.latest, found.calendar) == (day("2026-11-20"), day("2026-11-25"), "PL")


days = st.dates(date(2024, 1, 1), date(2030, 1, 1))


@given(days, days, st.sampled_from(sorted(POLICY.methods)))
def test_a_refund_granted_later_never_comes_earlier(one: date, other: date, method: str) -> None:
    first, second = (refund_from(start, POLICY.methods[method], MON_FRI) for start in sorted((one, other)))
    for earlier, later in zip(in_order(first), in_order(second), strict=True):
        assert earlier <= later


@given(days, st.sampled_from(sorted(POLICY.methods)))
def test_the_days_of_a_refund_stand_in_their_order(start: date, method: str) -> None:
    found = in_order(refund_from(start, POLICY.methods[method], MON_FRI))
    assert found == sorted(found)
    assert found[0] == start


def in_order(refund: Refund) -> list[date]:
    """The days of a refund as they should follow each other, those that are known."""
    named = (
        refund.counted_from,
        refund.earliest,
        refund.typical_from,
        refund.typical_until,
        refund.latest,
        refund.chase_from,
    )
    return [found for found in named if found is not None]


@pytest.mark.parametrize("method", CARDS)
def test_after_refund_completed_a_card_has_its_own_figures(method: str) -> None:
    assert figures_of(POLICY.methods[method], completed=True) == Figures(7, 15, (7, 15), "business-days")


def test_after_refund_completed_other_methods_keep_theirs() -> None:
    others = [POLICY.methods[name] for name in POLICY.methods if name not in CARDS]
    assert [figures_of(method) for method in others] == [figures_of(method, completed=True) for method in others]


ISSUED = [
    ("accepted", happened(cancel_accepted="2026-11-16"), "2026-11-16"),
    ("the newest of two grants", happened(cancel_accepted="2026-11-10", refund_started="2026-11-16"), "2026-11-16"),
    ("refund completed is newer", happened(refund_started="2026-11-10", refund_completed="2026-11-16"), "2026-11-16"),
    ("asking after it is no grant", happened(cancel_accepted="2026-11-16", refund_chased="2026-11-20"), "2026-11-16"),
    ("cancelled by the seller", happened(paid="2026-11-01", cancelled_by_seller="2026-11-16"), "2026-11-16"),
    ("cancelled by AliExpress", happened(paid="2026-11-01", cancelled_by_platform="2026-11-16"), "2026-11-16"),
    ("cancelled by the buyer", happened(paid="2026-11-01", cancelled_by_buyer="2026-11-16"), "2026-11-16"),
    ("agreed in a dispute", happened(dispute_agreed="2026-11-16"), "2026-11-16"),
    ("won", happened(dispute_won="2026-11-16"), "2026-11-16"),
    ("goods back", happened(return_received="2026-11-16"), "2026-11-16"),
    ("a moment late in the evening", happened(cancel_accepted="2026-11-16T23:30:00-08:00"), "2026-11-17"),
]


@pytest.mark.parametrize("events, start", [row[1:] for row in ISSUED], ids=[row[0] for row in ISSUED])
def test_nothing_is_added_to_the_newest_decision(events: tuple[Event, ...], start: str) -> None:
    found = facts_at(NOON, Order(events=events, payment="card")).owed
    assert found is not None
    assert (found.basis, found.counted_from, found.counted_until) == ("issued", day(start), day(start))


NOT_OWED = [
    ("not paid", happened(cancelled_by_buyer="2026-11-16")),
    ("here already", happened(cancel_accepted="2026-11-10", refund_received="2026-11-16")),
    ("only asked for", happened(cancel_requested="2026-11-16")),
    ("in dispute", happened(dispute_opened="2026-11-20")),
    ("lost", happened(dispute_won="2026-11-10", dispute_lost="2026-11-16")),
    ("sent back, not arrived", happened(return_sent="2026-11-16")),
]


@pytest.mark.parametrize("events", [row[1] for row in NOT_OWED], ids=[row[0] for row in NOT_OWED])
def test_nothing_is_owed_before_it_is_granted_or_after_it_came(events: tuple[Event, ...]) -> None:
    assert owed_refund(facts_at(NOON, Order(events=events, payment="card"))) is None


TOTAL = Money(Decimal("30.00"), "USD")
PART = Money(Decimal("12.50"), "USD")


@pytest.mark.parametrize(
    "events, amount",
    [
        ([Event("cancel-accepted", on("2026-11-16"))], TOTAL),
        ([Event("dispute-agreed", on("2026-11-16"), PART)], PART),
        ([Event("dispute-agreed", on("2026-11-10"), PART), Event("refund-started", on("2026-11-16"), TOTAL)], TOTAL),
        ([Event("dispute-agreed", on("2026-11-10"), PART), Event("refund-started", on("2026-11-16"))], PART),
        ([Event("cancel-accepted", on("2026-11-10")), Event("refund-started", on("2026-11-16"), PART)], TOTAL),
        ([Event("refund-started", on("2026-11-16"), PART)], PART),
        ([Event("cancel-accepted", on("2026-11-10")), Event("part-shipped", on("2026-11-11"))], None),
    ],
)
def test_the_amount_is_what_was_granted_else_the_total(events: list[Event], amount: Money | None) -> None:
    found = facts_at(NOON, Order(events=tuple(events), payment="card", total=TOTAL)).owed
    assert found is not None
    assert found.amount == amount


RECEIVED = Event("refund-received", on("2026-11-12"), PART)
WON = Event("dispute-won", on("2026-11-10"))
REST = Money(Decimal("17.50"), "USD")


@pytest.mark.parametrize(
    "newer, amount",
    [
        (Event("refund-started", on("2026-11-16")), REST),
        (Event("refund-started", on("2026-11-16"), REST), REST),
        (Event("refund-completed", on("2026-11-16")), REST),
        (Event("dispute-won", on("2026-11-16"), PART), PART),
    ],
    ids=lambda value: value.kind if isinstance(value, Event) else None,
)
def test_a_grant_that_is_newer_than_the_money_received_brings_the_rest(newer: Event, amount: Money) -> None:
    found = facts_at(NOON, Order(events=(WON, RECEIVED, newer), payment="card", total=TOTAL)).owed
    assert found is not None
    assert (found.counted_from, found.amount) == (day("2026-11-16"), amount)


ALL_HERE = [
    ("no newer grant", [WON, RECEIVED]),
    ("all of it came", [WON, RECEIVED._replace(amount=TOTAL), Event("refund-started", on("2026-11-16"))]),
    ("the site is late to call it completed", [WON, RECEIVED._replace(amount=None),
                                               Event("refund-completed", on("2026-11-16"))]),
    ("on one day the money comes after the start", [WON, RECEIVED, Event("refund-started", on("2026-11-12"))]),
]  # fmt: skip


@pytest.mark.parametrize("events", [row[1] for row in ALL_HERE], ids=[row[0] for row in ALL_HERE])
def test_otherwise_the_refund_is_here(events: list[Event]) -> None:
    assert facts_at(NOON, Order(events=tuple(events), payment="card", total=TOTAL)).owed is None


def test_where_nobody_knows_what_came_a_second_start_brings_an_unknown_rest() -> None:
    events = (WON, RECEIVED._replace(amount=None), Event("refund-started", on("2026-11-16")))
    found = facts_at(NOON, Order(events=events, payment="card", total=TOTAL)).owed
    assert found is not None
    assert found.amount is None


def test_what_is_asked_for_is_what_has_not_come_back_yet() -> None:
    events = (
        RECEIVED,
        *happened(part_shipped="2026-11-13", cancelled_by_seller="2026-11-11", dispute_opened="2026-11-20"),
    )
    found = advise(Order(events=events, payment="card", total=TOTAL, why="not-received"), POLICY, NOON).refund
    assert found is not None
    assert (found.basis, found.amount) == ("if-approved", REST)


# 2026-11-22, a Sunday, is today.
EXPECTED = [
    ("at once", happened(paid="2026-11-22"), "not-needed", "2026-11-22", "2026-11-22"),
    ("seller asked", happened(payment_verified="2026-11-20"), "not-needed", "2026-11-22", "2026-11-25"),
    ("seller refused", happened(cancel_refused="2026-11-20"), "not-needed", "2026-11-22", "2026-11-25"),
    ("requested today", happened(cancel_requested="2026-11-22"), "not-needed", "2026-11-22", "2026-11-25"),
    ("requested two days ago", happened(cancel_requested="2026-11-20"), "not-needed", "2026-11-22", "2026-11-23"),
    ("requested ten days ago", happened(cancel_requested="2026-11-12"), "not-needed", "2026-11-22", "2026-11-25"),
    ("dispute to open", happened(delivered="2026-11-20"), "defective", "2026-11-25", "2026-12-04"),
    ("dispute refused", happened(dispute_opened="2026-11-16", dispute_refused="2026-11-18"), "defective",
     "2026-11-25", "2026-11-30"),
    ("dispute running", happened(dispute_opened="2026-11-19"), "defective", "2026-11-25", "2026-12-03"),
    ("seller silent", happened(dispute_opened="2026-11-15"), "defective", "2026-11-21", "2026-11-22"),
]  # fmt: skip


@pytest.mark.parametrize("events, why, first, last", [row[1:] for row in EXPECTED], ids=[row[0] for row in EXPECTED])
def test_before_a_refund_is_granted_two_days_bound_it(
    events: tuple[Event, ...], why: Why, first: str, last: str
) -> None:
    found = advise(Order(events=events, why=why, payment="klarna", cancel_button=True), POLICY, NOON).refund
    assert found is not None
    assert (found.basis, found.counted_from, found.counted_until) == ("if-approved", day(first), day(last))
    earliest = refund_from(day(first), POLICY.methods["klarna"], MON_FRI).earliest
    latest = refund_from(day(last), POLICY.methods["klarna"], MON_FRI).latest
    assert (found.earliest, found.latest) == (earliest, latest)
    assert ("approval", day(first), day(last)) in [step[:3] for step in found.steps]
    assert ("credit", earliest, latest) in [step[:3] for step in found.steps]


WITHOUT_REFUND = [
    ("to pay", happened(placed="2026-11-20"), None),
    ("to let lapse", happened(placed="2026-11-20"), "not-needed"),
    ("to wait for the parcel", happened(shipped="2026-11-20"), None),
    ("to wait for a dispute", happened(shipped="2026-11-20"), "not-received"),
    ("to look at the goods", happened(delivered="2026-11-20"), None),
    ("to appeal", happened(dispute_lost="2026-11-20"), None),
    ("refunded", happened(refund_received="2026-11-20"), None),
]


@pytest.mark.parametrize("events, why", [row[1:] for row in WITHOUT_REFUND], ids=[row[0] for row in WITHOUT_REFUND])
def test_where_nothing_is_owed_or_asked_there_is_no_refund(events: tuple[Event, ...], why: Why | None) -> None:
    assert advise(Order(events=events, why=why), POLICY, NOON).refund is None


def test_a_request_is_answered_by_the_hour_where_its_hour_is_known() -> None:
    events = happened(cancel_requested="2026-11-20T23:30:00+00:00")
    found = advise(Order(events=events, why="not-needed"), POLICY, datetime(2026, 11, 22, 12, tzinfo=UTC)).refund
    assert found is not None
    assert found.counted_until == day("2026-11-23")

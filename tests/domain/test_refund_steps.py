"""The steps on the way to the money: which are ahead, from when to when, and how they are counted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import MON_FRI, Calendar, is_weekday
from aliorder.domain.findings import Refund, RefundStep
from aliorder.domain.order import Event, Order
from aliorder.domain.refund import refund_from
from aliorder.domain.vocabulary import Why
from aliorder.errors import NotEnoughFacts
from tests.domain.given import NOON, POLICY, asked, facts_at, happened

SETTLEMENT = POLICY.windows["settlement"]
WEDNESDAY = date(2026, 11, 18)


def dated(refund: Refund | None) -> list[str]:
    """The steps as `ID FIRST LAST`, month and day; `ID` alone without days."""
    assert refund is not None
    return [" ".join((step.id, *(f"{day:%m-%d}" for day in step[1:3] if day))) for step in refund.steps]


def issued(payment: str | None, **days: str) -> list[str]:
    return dated(facts_at(NOON, Order(events=happened(**days), payment=payment)).owed)


def hoped(events: tuple[Event, ...], why: Why, payment: str, **facts: bool) -> list[str]:
    return dated(advise(Order(events=events, why=why, payment=payment, **facts), POLICY, NOON).refund)  # type: ignore[arg-type]


FUNDED = [
    ("card", "BR", ["card-through-ebanx 11-23 12-09"], "up to 15 business days (ebanx-card), not before any card"),
    ("card", "DE", [], "EBANX is in Latin America"),
    ("paypal", "mon-fri", ["bank-behind-paypal 11-23 12-02", "card-behind-paypal 11-18 12-25"],
     "PayPal 0 to 5 days: 18 to 25 November; then 3 to 5 business days, or up to 30 calendar days"),
    ("klarna", "mon-fri", ["bank-behind-klarna 11-20 12-17"], "20 to 27 November; then up to 14 days at the bank"),
    ("klarna", "CH", ["klarna-switzerland 11-20 11-25", "bank-behind-klarna 11-20 12-17"], "2 to 5 business days"),
    ("klarna", "GB", ["klarna-united-kingdom 11-25 11-27", "bank-behind-klarna 11-20 12-17"], "5 to 7 business days"),
    ("afterpay", "mon-fri", ["bank-behind-afterpay 11-21 12-09"],
     "the plan 21 to 25 November; then up to 10 business days"),
    ("ideal", "mon-fri", ["ideal-dutch-bank 11-19 11-19", "ideal-other-bank 11-20 11-23"], "1, or 2 to 3"),
    ("mercado-pago", "mon-fri", ["mercado-pago-balance 11-18 11-18", "mercado-pago-card 11-18 01-06"], "0, or 35"),
    ("naverpay", "mon-fri", ["naver-points 11-18 11-18", "naver-card 11-21 11-25"], "0, or 3 to 5 days"),
    ("other", "JP", ["japanese-shop"], "as bonus, no days named (glarity)"),
    ("other", "mon-fri", [], "only for Japan"),
]  # fmt: skip


@pytest.mark.parametrize("method, calendar, steps", [row[:3] for row in FUNDED], ids=[f"{r[0]} {r[1]}" for r in FUNDED])
def test_what_holds_only_for_some_buyers_from_a_wednesday(method: str, calendar: str, steps: list[str]) -> None:
    found = refund_from(WEDNESDAY, POLICY.methods[method], Calendar(calendar, is_weekday))
    assert dated(found._replace(steps=tuple(step for step in found.steps if step.conditional))) == steps


def test_every_step_for_some_buyers_only_is_worked_by_hand() -> None:
    worked = {text.split()[0] for row in FUNDED for text in row[2]}
    assert {funded.id for method in POLICY.methods.values() for funded in method.then} == worked


ISSUED = [
    ("card", {"cancel_accepted": "2026-11-18"}, ["settlement 11-18 11-21", "credit 11-23 12-16"]),
    ("card", {"cancel_accepted": "unknown"}, ["settlement", "credit"]),
    ("card", {"refund_started": "2026-11-10", "refund_completed": "2026-11-18"}, ["credit 11-27 12-09"]),
    ("gift-card", {"refund_started": "2026-11-18"}, ["settlement 11-18 11-18", "credit 11-18 11-18"]),
    ("boleto", {"refund_started": "2026-11-18"}, ["settlement 11-18 11-21", "bank-form-filled", "credit"]),
    ("boleto", {"refund_completed": "2026-11-18"}, ["bank-form-filled", "credit"]),
    ("boleto", {"refund_started": "2026-11-10", "bank_form_filled": "2026-11-18"}, ["credit 11-19 11-25"]),
    ("boleto", {"refund_started": "2026-11-10", "bank_form_filled": "unknown"}, ["credit"]),
    ("bank-transfer", {"dispute_won": "2026-11-18"}, ["settlement 11-18 11-21", "payout-asked", "credit"]),
    ("western-union", {"dispute_won": "2026-11-10", "payout_asked": "2026-11-18"}, ["credit 11-27 12-02"]),
    ("cash-on-delivery", {"cancelled_by_seller": "2026-11-18", "paid": "2026-11-01"},
     ["settlement 11-18 11-21", "credit"]),
    (None, {"dispute_agreed": "2026-11-18"}, ["settlement 11-18 11-21", "credit 11-23 12-16"]),
]  # fmt: skip


@pytest.mark.parametrize("payment, events, steps", ISSUED)
def test_the_steps_of_a_refund_that_was_granted(payment: str | None, events: dict[str, str], steps: list[str]) -> None:
    assert issued(payment, **events) == steps


# 2026-11-22, a Sunday, is today.
AHEAD = [
    ("at once", happened(paid="2026-11-22"), "not-needed", "card",
     ["approval 11-22 11-22", "settlement 11-22 11-25", "credit 11-25 12-18"]),
    ("asked to cancel", happened(cancel_requested="2026-11-22"), "not-needed", "card",
     ["approval 11-22 11-25", "settlement 11-22 11-28", "credit 11-25 12-23"]),
    ("asked to cancel, a form to fill in", happened(cancel_requested="2026-11-22"), "not-needed", "boleto",
     ["approval 11-22 11-25", "settlement 11-22 11-28", "bank-form-filled", "credit"]),
    ("a dispute to open", happened(delivered="2026-11-20"), "defective", "card",
     ["stepping-in 11-22 11-29", "approval 11-25 12-04", "settlement 11-25 12-07", "credit 11-30 01-01"]),
    ("a dispute of three days", happened(dispute_opened="2026-11-19"), "defective", "card",
     ["stepping-in 11-22 11-26", "approval 11-25 12-03", "settlement 11-25 12-06", "credit 11-30 12-31"]),
    ("a dispute that AliExpress has to decide", happened(dispute_opened="2026-11-10", dispute_refused="2026-11-12"),
     "defective", "card", ["approval 11-25 11-25", "settlement 11-25 11-28", "credit 11-30 12-23"]),
    ("an appeal", happened(dispute_opened="2026-11-16", dispute_lost="2026-11-18", appealed="2026-11-20"), "defective",
     "card", ["approval 11-25 11-30", "settlement 11-25 12-03", "credit 11-30 12-28"]),
    ("a silent seller", happened(dispute_opened="2026-11-15"), "defective", "card",
     ["approval 11-21 11-22", "settlement 11-21 11-25", "credit 11-25 12-18"]),
    ("on its way back", happened(return_sent="2026-11-15"), "not-needed", "card",
     ["return-received", "settlement", "credit"]),
    ("on its way back, a payout to ask for", happened(return_sent="2026-11-15"), "not-needed", "western-union",
     ["return-received", "settlement", "payout-asked", "credit"]),
]  # fmt: skip


@pytest.mark.parametrize("events, why, payment, steps", [row[1:] for row in AHEAD], ids=[row[0] for row in AHEAD])
def test_the_steps_of_a_refund_that_is_hoped_for(
    events: tuple[Event, ...], why: Why, payment: str, steps: list[str]
) -> None:
    assert hoped(events, why, payment, cancel_button=True) == steps


def test_what_the_users_own_figures_replace_is_not_told_any_more() -> None:
    shipped = POLICY.methods["mercado-pago"]
    found = refund_from(WEDNESDAY, shipped._replace(maximum=5, overrides=shipped), MON_FRI)
    assert dated(found) == ["credit 11-18 11-25"]


days = st.dates(date(2024, 1, 1), date(2030, 1, 1))
calendars = st.sampled_from(["mon-fri", "BR", "CH", "GB", "JP"]).map(lambda name: Calendar(name, is_weekday))


@given(days, st.sampled_from(sorted(POLICY.methods)), calendars)
def test_the_steps_of_any_method_stand_in_order_and_within_the_range(
    start: date, method: str, calendar: Calendar
) -> None:
    found = refund_from(start, POLICY.methods[method], calendar, SETTLEMENT)
    check_steps(found)
    starts: dict[str, str] = {funded.id: funded.after for funded in POLICY.methods[method].then}
    for step in found.steps:
        if step.conditional and step.earliest and step.latest and found.earliest and found.latest:
            assert found.earliest <= step.earliest
            assert starts[step.id] == "credit" or step.latest <= found.latest


@given(days, st.integers(0, 60), st.sampled_from(sorted(POLICY.methods)))
def test_no_step_of_a_refund_that_starts_later_ends_earlier(start: date, more: int, method: str) -> None:
    pair = (refund_from(day, POLICY.methods[method], MON_FRI, SETTLEMENT) for day in (start, start + timedelta(more)))
    for one, other in zip(*(refund.steps for refund in pair), strict=True):
        assert one.id == other.id
        assert (one.earliest is None) == (other.earliest is None)
        assert one.earliest is None or other.earliest is None or one.earliest <= other.earliest
        assert one.latest is None or other.latest is None or one.latest <= other.latest


@given(asked())
def test_the_steps_of_any_order_stand_in_order(pair: tuple[Order, datetime]) -> None:
    advice = answered(*pair)
    if advice is not None and advice.refund is not None:
        check_steps(advice.refund)


def answered(order: Order, now: datetime) -> Advice | None:
    try:
        return advise(order, POLICY, now)
    except NotEnoughFacts:
        return None


def check_steps(refund: Refund) -> None:
    """Nothing ends before it begins; every step but those for some buyers only follows the one before it."""
    steps: list[RefundStep] = [step for step in refund.steps if not step.conditional]
    assert steps[-1][:3] == ("credit", refund.earliest, refund.latest)
    for step in refund.steps:
        assert step.earliest is None or step.latest is None or step.earliest <= step.latest
    for first, second in pairwise(steps):
        assert first.earliest is None or second.earliest is None or first.earliest <= second.earliest
        assert first.latest is None or second.latest is None or first.latest <= second.latest

"""The days of a refund in words: its heading, its range, what it counts from, whose business days they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given

from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI
from aliorder.domain.findings import Refund
from aliorder.domain.order import Money, Order
from aliorder.domain.policy import RefundStart
from aliorder.domain.refund import GRANTS, refund_from
from aliorder.errors import NotEnoughFacts
from aliorder.words.refund_days import (
    ACTS,
    COUNTED_FROM,
    calendar_words,
    counted_words,
    heading_words,
    refund_sentences,
)
from tests.domain.given import NOON, POLICY, asked, happened

NO_DAY = "no day can be named"


def refund_of(payment: str | None, why: str | None = None, **days: str) -> Refund:
    order = Order(events=happened(**days), payment=payment, total=Money(Decimal("9.00"), "USD"), why=why)  # type: ignore[arg-type]
    found = advise(order, POLICY, NOON).refund
    assert found is not None
    return found


KEPT: list[tuple[Refund, list[str]]] = [
    (
        refund_of("bancontact", cancel_accepted="2026-11-20"),
        [
            "9.00 USD is on its way back to you by Bancontact",
            "earliest Mon 23 Nov, latest Wed 25 Nov, in 3 days",
            "ask where it is from Thu 26 Nov on",
        ],
    ),
    (
        refund_of("bancontact", cancel_accepted="2026-11-02"),
        ["9.00 USD by Bancontact is overdue", "should have been here by Thu 5 Nov, 17 days ago: ask now"],
    ),
    (
        refund_of(None, cancel_accepted="unknown"),
        [
            "9.00 USD is on its way back to you",
            f"{NO_DAY}: it counts from the day on which the seller agreed to cancel, and that day is not known",
        ],
    ),
    (
        refund_of("boleto", cancel_accepted="2026-11-20"),
        [
            "9.00 USD is on its way back to you by Boleto",
            f"{NO_DAY} yet: it counts from the day on which you fill in the bank form",
        ],
    ),
    (
        refund_of("cash-on-delivery", cancel_accepted="2026-11-20"),
        ["9.00 USD comes back as a coupon", f"{NO_DAY}: it does not come as money to an account"],
    ),
    (
        refund_of("qiwi", cancel_accepted="2026-11-20"),
        [
            "9.00 USD is owed to you, but QIWI no longer exists",
            "only an estimate, once another way is agreed: Tue 1 Dec … Fri 4 Dec",
        ],
    ),
    (
        refund_of("gift-card", cancel_accepted="2026-11-22"),
        [
            "9.00 USD is on its way back to you by gift card",
            "expected Sun 22 Nov, today",
            "ask where it is from Mon 23 Nov on",
        ],
    ),
    (
        refund_of("ideal", "not-needed", payment_verified="2026-11-20"),
        [
            "9.00 USD would come back to you by iDEAL",
            "if it is granted Sun 22 Nov … Wed 25 Nov",
            "earliest Mon 23 Nov, latest Mon 30 Nov, in 8 days",
            "ask where it is from Tue 1 Dec on",
        ],
    ),
    (
        refund_of("ideal", cancel_requested="unknown"),
        [
            "9.00 USD would come back to you by iDEAL",
            "if it is granted, Sun 22 Nov at the earliest",
            "earliest Mon 23 Nov",
            "no last day can be named: it depends on the day on which you asked to cancel, and that is not known",
        ],
    ),
    (
        refund_of("boleto", cancel_requested="unknown"),
        [
            "9.00 USD would come back to you by Boleto",
            f"{NO_DAY} yet: it counts from the day on which you fill in the bank form",
        ],
    ),
    (
        refund_of(None, return_sent="2026-11-15"),
        [
            "9.00 USD would come back to you",
            f"{NO_DAY} yet: it counts from the day on which the seller has the goods back",
        ],
    ),
]


@pytest.mark.parametrize("refund, words", KEPT)
def test_a_refund_of_an_order(refund: Refund, words: list[str]) -> None:
    method = POLICY.methods.get(refund.method or "")
    assert [heading_words(refund, method, NOON), *refund_sentences(refund, method, NOON)] == words


@pytest.mark.parametrize(
    "payment, words",
    [
        ("visa", "A refund by Visa card, counted from Fri 20 Nov"),
        ("boleto", "A refund by Boleto, counted from Fri 20 Nov, if the bank form is filled in that day"),
        ("bank-transfer", "A refund by bank transfer, counted from Fri 20 Nov, if the payout is asked for that day"),
        ("giropay", "A refund by Giropay, which no longer exists, counted from Fri 20 Nov"),
        ("cash-on-delivery", "What is paid by cash on delivery comes back as a coupon"),
        (None, "A refund, counted from Fri 20 Nov"),
    ],
)
def test_a_refund_that_nobody_has_promised(payment: str | None, words: str) -> None:
    refund = refund_from(date(2026, 11, 20), POLICY.methods[payment or "other"], MON_FRI)
    assert counted_words(refund, POLICY.methods.get(payment or ""), NOON) == words


def test_the_usual_days_are_told_unless_they_are_all_there_are() -> None:
    visa, day = POLICY.methods["visa"], date(2026, 11, 20)
    whole = refund_from(day, visa._replace(minimum=7, maximum=15), MON_FRI)
    told = [refund_sentences(refund, visa, NOON)[0] for refund in (refund_from(day, visa, MON_FRI), whole)]
    assert told == ["usually Tue 1 Dec … Fri 11 Dec", "earliest Tue 1 Dec, latest Fri 11 Dec, in 19 days"]


def test_whose_business_days_were_counted() -> None:
    refund = refund_from(date(2026, 11, 20), POLICY.methods["visa"], MON_FRI)
    at_once = refund_from(date(2026, 11, 20), POLICY.methods["gift-card"], MON_FRI)
    assert [calendar_words(each) for each in (refund, refund._replace(calendar="DE"), at_once)] == [
        "counted Monday to Friday; public holidays may add days",
        "counted by the business days of DE; regional holidays may add days",
        None,
    ]


def test_everything_from_which_a_refund_counts_has_its_words() -> None:
    acts = set(get_args(RefundStart)) - {"processed"}
    assert set(COUNTED_FROM) == {*GRANTS, *acts, "cancel-requested", "dispute-opened"}
    assert set(ACTS) == set(get_args(RefundStart))


@given(asked())
def test_any_refund_can_be_told(pair: tuple[Order, object]) -> None:
    order, now = pair
    try:
        refund = advise(order, POLICY, now).refund  # type: ignore[arg-type]
    except NotEnoughFacts:
        return
    if refund:
        method = POLICY.methods.get(refund.method or "")
        told = (heading_words(refund, method, now), *refund_sentences(refund, method, now))  # type: ignore[arg-type]
        assert [text for text in told if "None" in text or "{" in text] == []

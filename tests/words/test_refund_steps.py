"""The steps of a refund in words: what they bring, how their days are counted, on whose figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI
from aliorder.domain.findings import Count, RefundStep
from aliorder.domain.order import Order
from aliorder.domain.refund import GRANTS, refund_from
from aliorder.errors import NotEnoughFacts
from aliorder.policies.payment_methods import PAYMENT_METHODS
from aliorder.words.labels import CREDIT_LABELS
from aliorder.words.refund_steps import COUNTED, counted_words, fallback_words, step_label, step_words
from tests.domain.given import NOON, POLICY, asked

COUNTS = [
    (Count("approval", 3, 20, "business-days"), "3 to 20 business days from the approval"),
    (Count("bank-form-filled", 1, 5, "business-days"), "1 to 5 business days from the bank form"),
    (
        Count("refund-started", 0, 5, "days"),
        "up to 5 days from the refund's processing, counted as business days to be safe",
    ),
    (Count("refund-completed", 7, 15, "business-days"), "7 to 15 business days from “refund completed”"),
    (Count("dispute-won", 1, 1, "days"), "1 day from the decision, counted as a business day to be safe"),
    (Count("credit", 0, 30), "up to 30 days after that"),
    (Count("start", 0, 0, "days"), "at once, as part of the time above"),
    (Count("now", 0, 0), "at once"),
    (Count("cancel-requested", 0, 72, "hours"), "up to 72 hours from the request"),
    (Count("dispute-opened", 5, 7), "the seller has 5 days from the opening, AliExpress steps in by day 7"),
    (Count("dispute-refused", 5, 7), "by day 7 from the opening"),
    (Count("checking", 3, 5, "business-days"), "3 to 5 business days of checking"),
    (Count("silence", 6, 7), "day 6 to day 7 from the opening"),
    (Count("silence", 6, 6), "day 6 from the opening"),
    (Count("settling", 0, 3), "up to 3 days later; the money does not wait for it"),
    (Count("settling", 0, 0), "at once"),
    (Count("start", None, None), None),
    (None, None),
]


@pytest.mark.parametrize("count, words", COUNTS)
def test_how_days_are_counted(count: Count | None, words: str | None) -> None:
    assert counted_words(count) == words


def test_every_grant_from_which_a_refund_counts_has_its_words() -> None:
    assert set(GRANTS) - set(COUNTED) == set()


def test_the_credit_says_where_the_money_arrives() -> None:
    told = {method.ask: step_label(RefundStep("credit", None, None, ask=method.ask)) for method in PAYMENT_METHODS}
    assert told == {
        **CREDIT_LABELS,
        "ebanx": "the money is in your account",
        "alipay": "the money is in your account",
        "support": "the money is in your account",
    }


def test_a_step_on_one_line() -> None:
    found = refund_from(date(2026, 11, 20), POLICY.methods["paypal"], MON_FRI, POLICY.windows["settlement"])
    assert [step_words(step, NOON) for step in found.steps] == [
        "Fri 20 Nov … Mon 23 Nov: AliExpress shows “refund completed” "
        "(up to 3 days later; the money does not wait for it)",
        "Fri 20 Nov … Fri 27 Nov: the money is back at PayPal "
        "(up to 5 days from the refund's processing, counted as business days to be safe)",
        "Wed 25 Nov … Fri 4 Dec: if a bank account paid behind PayPal: on that account "
        "(3 to 5 business days after that)",
        "Fri 20 Nov … Sun 27 Dec: if a card paid behind PayPal: on that card's statement (up to 30 days after that)",
    ]


def test_a_step_without_days_says_so() -> None:
    step = RefundStep("bank-form-filled", None, None)
    assert step_words(step, NOON) == "no day yet: you fill in the bank form"


def test_a_step_without_a_last_day_tells_the_first() -> None:
    step = RefundStep("approval", date(2026, 11, 20), None)
    assert step_words(step, NOON) == "from Fri 20 Nov: the refund is approved"


@pytest.mark.parametrize(
    "method, words",
    [
        ("blik", "no figure of its own is known for BLIK; the general 3 to 20 business days are used"),
        ("other", "no figure of its own is known for this method; the general 3 to 20 business days are used"),
        (None, "how it was paid is not known; the general 3 to 20 business days are used"),
        ("visa", None),
        ("cash-on-delivery", None),
    ],
)
def test_the_general_figures_are_called_general(method: str | None, words: str | None) -> None:
    found = refund_from(date(2026, 11, 20), POLICY.methods[method or "other"], MON_FRI)
    assert fallback_words(found._replace(method=method), POLICY) == words


@given(asked())
def test_the_steps_of_any_order_can_be_told(pair: tuple[Order, object]) -> None:
    order, now = pair
    try:
        refund = advise(order, POLICY, now).refund  # type: ignore[arg-type]
    except NotEnoughFacts:
        return
    told = [step_words(step, now) for step in refund.steps] if refund else []  # type: ignore[arg-type]
    assert [text for text in told if "None" in text or "{" in text] == []

"""Every method's days, worked by hand from what its sources say: Monday to Friday, no public holidays."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI
from aliorder.domain.findings import Refund
from aliorder.domain.order import Order
from aliorder.domain.refund import refund_from
from tests.domain.given import NOON, POLICY, facts_at, happened

WEDNESDAY, SATURDAY, NEW_YEAR = date(2026, 11, 18), date(2026, 11, 21), date(2026, 12, 30)


class Row(NamedTuple):
    """What the sources say of some methods, and the days that follow, month and day.

    Three days are the earliest, the latest and the day from which to ask; the usual ones stand in brackets. A refund
    is granted on Wednesday 18 November, on Saturday 21 November, on Wednesday 30 December; or today, Sunday 22 November
    2026, the seller is asked to cancel (an answer from today to Wednesday 25 November), or a dispute is opened (decided
    from Wednesday 25 November, 3 business days, to Friday 4 December, 7 days and 5 business days).
    """

    methods: str
    says: str
    wednesday: str
    saturday: str
    new_year: str
    cancel: str
    dispute: str


ROWS = [
    Row(
        "card visa mastercard maestro amex debit-card mir apple-pay google-pay",
        "3 to 20 business days (faq-2018; S0 L26 and L93; S3 L46; S4 L32); usually 7 to 15 (intl-alipay; S0 L50)",
        wednesday="11-23 (11-27 12-09) 12-16 12-17",
        saturday="11-25 (12-01 12-11) 12-18 12-19",
        new_year="01-04 (01-08 01-20) 01-27 01-28",
        cancel="11-25 (12-01 12-16) 12-23 12-24",
        dispute="11-30 (12-04 12-25) 01-01 01-02",
    ),
    Row(
        "sofort giropay przelewy24 blik trustly pix oxxo kakaopay other",
        "no figure of their own, so the only one for any method: 3 to 20 business days (faq-2018; S3 L46)",
        wednesday="11-23 12-16 12-17",
        saturday="11-25 12-18 12-19",
        new_year="01-04 01-27 01-28",
        cancel="11-25 12-23 12-24",
        dispute="11-30 01-01 01-02",
    ),
    Row(
        "paypal",
        "at once or up to 5 days, no unit named (S0 L50): the least in calendar days, the most in business days",
        wednesday="11-18 11-25 11-26",
        saturday="11-21 11-27 11-28",
        new_year="12-30 01-06 01-07",
        cancel="11-22 12-02 12-03",
        dispute="11-25 12-11 12-12",
    ),
    Row(
        "klarna",
        "2 to 5 business days in Switzerland, 5 to 7 in the United Kingdom (klarna): 2 to 7",
        wednesday="11-20 11-27 11-28",
        saturday="11-24 12-01 12-02",
        new_year="01-01 01-08 01-09",
        cancel="11-24 12-04 12-05",
        dispute="11-27 12-15 12-16",
    ),
    Row(
        "afterpay",
        "3 to 5 days until the plan is adjusted, no unit named (clearpay)",
        wednesday="11-21 11-25 11-26",
        saturday="11-24 11-27 11-28",
        new_year="01-02 01-06 01-07",
        cancel="11-25 12-02 12-03",
        dispute="11-28 12-11 12-12",
    ),
    Row(
        "ideal bancontact",
        "the next business day (revolut-ideal); 1, to other banks 2 to 3 (mollie)",
        wednesday="11-19 11-23 11-24",
        saturday="11-23 11-25 11-26",
        new_year="12-31 01-04 01-05",
        cancel="11-23 11-30 12-01",
        dispute="11-26 12-09 12-10",
    ),
    Row(
        "boleto",
        "up to 5 business days from the bank form (ebanx-boleto); a least that nobody names is 1",
        wednesday="11-19 11-25 11-26",
        saturday="11-23 11-27 11-28",
        new_year="12-31 01-06 01-07",
        cancel="",
        dispute="",
    ),
    Row(
        "western-union bank-transfer",
        "7 to 10 business days from the payout out of the Alipay account (que-dalle; ryviu, alibaba-transfer)",
        wednesday="11-27 12-02 12-03",
        saturday="12-01 12-04 12-05",
        new_year="01-08 01-13 01-14",
        cancel="",
        dispute="",
    ),
    Row(
        "webmoney qiwi",
        "7 to 10 business days (allexprs; qiwi-oplata)",
        wednesday="11-27 12-02 12-03",
        saturday="12-01 12-04 12-05",
        new_year="01-08 01-13 01-14",
        cancel="12-01 12-09 12-10",
        dispute="12-04 12-18 12-19",
    ),
    Row(
        "mercado-pago",
        "at once to the balance, up to 35 days to a card, no unit named (mercado-libre)",
        wednesday="11-18 01-06 01-07",
        saturday="11-21 01-08 01-09",
        new_year="12-30 02-17 02-18",
        cancel="11-22 01-13 01-14",
        dispute="11-25 01-22 01-23",
    ),
    Row(
        "yoomoney",
        "5 to 20 days, no unit named (sovetclub)",
        wednesday="11-23 12-16 12-17",
        saturday="11-26 12-18 12-19",
        new_year="01-04 01-27 01-28",
        cancel="11-27 12-23 12-24",
        dispute="11-30 01-01 01-02",
    ),
    Row(
        "alipay",
        "a day (sonyps4): a calendar day at the least, a business day at the most",
        wednesday="11-19 11-19 11-20",
        saturday="11-22 11-23 11-24",
        new_year="12-31 12-31 01-01",
        cancel="11-23 11-26 11-27",
        dispute="11-26 12-07 12-08",
    ),
    Row(
        "balance",
        "at once (detkamir) to 10 business days (glarity)",
        wednesday="11-18 12-02 12-03",
        saturday="11-21 12-04 12-05",
        new_year="12-30 01-13 01-14",
        cancel="11-22 12-09 12-10",
        dispute="11-25 12-18 12-19",
    ),
    Row(
        "gift-card",
        "at once (kyliecosmetics): 0 is the day itself, weekend or not",
        wednesday="11-18 11-18 11-19",
        saturday="11-21 11-21 11-22",
        new_year="12-30 12-30 12-31",
        cancel="11-22 11-25 11-26",
        dispute="11-25 12-04 12-05",
    ),
    Row(
        "naverpay",
        "points at once, a card 3 to 5 days, no unit named (naverpay-2024)",
        wednesday="11-18 11-25 11-26",
        saturday="11-21 11-27 11-28",
        new_year="12-30 01-06 01-07",
        cancel="11-22 12-02 12-03",
        dispute="11-25 12-11 12-12",
    ),
    Row(
        "gcash",
        "7 to 15 days, no unit named (gcash-help)",
        wednesday="11-25 12-09 12-10",
        saturday="11-28 12-11 12-12",
        new_year="01-06 01-20 01-21",
        cancel="11-29 12-16 12-17",
        dispute="12-02 12-25 12-26",
    ),
    Row(
        "cash-on-delivery",
        "a coupon, no money and no days (ryviu)",
        wednesday="",
        saturday="",
        new_year="",
        cancel="",
        dispute="",
    ),
]
BY_METHOD = {method: row for row in ROWS for method in row.methods.split()}

COMPLETED = [
    (
        "card visa mastercard maestro amex debit-card mir apple-pay google-pay",
        "7 to 15 business days from “refund completed” (intl-alipay; S0 L50)",
        "11-27 (11-27 12-09) 12-09 12-10",
    ),
    *((row.methods, "its own days, from there", row.wednesday) for row in ROWS[1:]),
]
"""The site says on Wednesday 18 November that the refund is completed."""


def days(cell: str) -> tuple[date | None, ...]:
    """Earliest, usual from and until, latest, ask from; all `None` for an empty cell."""
    if not cell:
        return (None,) * 5
    found = [in_winter(text.strip("()")) for text in cell.split()]
    return tuple(found) if len(found) == 5 else (found[0], None, None, *found[1:])


def in_winter(text: str) -> date:
    """A day of the winter of 2026 to 2027, by its month and day."""
    return date.fromisoformat(f"{2026 if text[:2] in ('11', '12') else 2027}-{text}")


def days_of(refund: Refund | None) -> tuple[date | None, ...]:
    assert refund is not None
    return refund.earliest, refund.typical_from, refund.typical_until, refund.latest, refund.chase_from


def test_every_method_is_worked_by_hand() -> None:
    assert sorted(BY_METHOD) == sorted(POLICY.methods)
    assert sum(len(row.methods.split()) for row in ROWS) == len(POLICY.methods)


def test_every_row_names_a_source_of_each_of_its_methods() -> None:
    silent = [
        method for method, row in BY_METHOD.items() if not any(s in row.says for s in POLICY.methods[method].sources)
    ]
    assert silent == []


@pytest.mark.parametrize("start, column", [(WEDNESDAY, 2), (SATURDAY, 3), (NEW_YEAR, 4)], ids=str)
@pytest.mark.parametrize("method", POLICY.methods)
def test_a_refund_from_a_day(method: str, start: date, column: int) -> None:
    found = refund_from(start, POLICY.methods[method], MON_FRI)
    assert days_of(found) == days(BY_METHOD[method][column])
    assert (found.counted_from, found.counted_until) == (start, start)


@pytest.mark.parametrize("method", POLICY.methods)
def test_a_refund_if_the_seller_agrees_to_cancel(method: str) -> None:
    order = Order(events=happened(payment_verified="2026-11-20"), why="not-needed", payment=method)
    refund = advise(order, POLICY, NOON).refund
    assert days_of(refund) == days(BY_METHOD[method].cancel)
    assert refund is not None
    assert (refund.counted_from, refund.counted_until) == (date(2026, 11, 22), date(2026, 11, 25))


@pytest.mark.parametrize("method", POLICY.methods)
def test_a_refund_if_a_dispute_is_won(method: str) -> None:
    order = Order(events=happened(delivered="2026-11-20"), why="defective", payment=method)
    refund = advise(order, POLICY, NOON).refund
    assert days_of(refund) == days(BY_METHOD[method].dispute)
    assert refund is not None
    assert (refund.counted_from, refund.counted_until) == (date(2026, 11, 25), date(2026, 12, 4))


@pytest.mark.parametrize(
    "method, cell", [(method, cell) for methods, _, cell in COMPLETED for method in methods.split()]
)
def test_a_refund_that_the_site_calls_completed(method: str, cell: str) -> None:
    act = {"boleto": "bank_form_filled", "western-union": "payout_asked", "bank-transfer": "payout_asked"}
    told = {act[method]: "2026-11-18"} if method in act else {}
    events = happened(refund_started="2026-11-10", refund_completed="2026-11-18", **told)
    refund = facts_at(NOON, Order(events=events, payment=method)).owed
    assert days_of(refund) == days(cell)
    assert refund is not None
    assert "settlement" not in {step.id for step in refund.steps}

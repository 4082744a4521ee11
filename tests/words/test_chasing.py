"""Whom to ask for a refund that is overdue, and what for: by the way in which the order was paid."""

from __future__ import annotations

import pytest

from aliorder.domain.advice import advise
from aliorder.domain.order import Event, Order
from aliorder.domain.timeline import counts
from aliorder.policies.actions import AWAIT_MONEY, CHASE
from aliorder.words.steps import FOR_ACTS, FOR_ASK, FOR_WAYS, RECORDS, STEPS
from aliorder.words.telling import Blanks, is_meant, step_texts
from tests.domain.given import NOON, POLICY, happened, on

CARDS = ("card", "visa", "mastercard", "maestro", "amex", "debit-card", "mir", "apple-pay", "google-pay")
OF_CARD = ["check-account", "check-dots", "ask-arn", "support-path", "ask-issuer", "record-chased"]
OF_SUPPORT = ["check-account", "check-dots", "support-path", "record-chased"]
OF_ACCOUNT = ["check-aliexpress-account", "check-dots", "support-path", "record-chased"]
OF_ALIPAY = ["check-alipay", "check-dots", "ask-alipay", "support-path", "record-chased"]
ENDED = ["check-account", "check-dots", "ask-another-way", "support-path", "record-chased"]
ASKED: dict[str | None, list[str]] = {
    **dict.fromkeys(CARDS, OF_CARD),
    None: OF_CARD,
    **dict.fromkeys(("other", "ideal", "bancontact", "przelewy24", "blik", "trustly", "pix", "oxxo"), OF_SUPPORT),
    **dict.fromkeys(("mercado-pago", "webmoney", "yoomoney", "kakaopay", "naverpay", "gcash"), OF_SUPPORT),
    **dict.fromkeys(("sofort", "giropay", "qiwi"), ENDED),
    **dict.fromkeys(("balance", "gift-card"), OF_ACCOUNT),
    "paypal": ["check-paypal", "check-dots", "ask-paypal", "support-path", "record-chased"],
    "klarna": ["check-klarna", "check-dots", "ask-klarna", "support-path", "record-chased"],
    "afterpay": ["check-afterpay", "check-dots", "ask-afterpay", "support-path", "record-chased"],
    "boleto": ["check-account", "check-dots", "ask-ebanx", "support-path", "record-chased"],
    **dict.fromkeys(("western-union", "bank-transfer", "alipay"), OF_ALIPAY),
}


@pytest.mark.parametrize("payment", ["sofort", "giropay", "qiwi"])
def test_by_a_way_that_has_ended_another_one_is_asked_for_first(payment: str) -> None:
    advice = advise(Order(events=happened(refund_started="2026-11-20"), payment=payment), POLICY, NOON)
    meant = [step for step in advice.action.steps if is_meant(advice, step, POLICY)]
    assert (advice.action.id, meant[0]) == ("wait-for-refund", "ask-another-way")


DONE = happened(bank_form_filled="2026-09-01", payout_asked="2026-09-01")


@pytest.mark.parametrize("payment", ASKED, ids=str)
def test_an_overdue_refund_is_asked_for_where_it_can_be_found(payment: str | None) -> None:
    events = (*happened(refund_started="2026-08-30"), *DONE)
    advice = advise(Order(number="8123456789012345", events=events, payment=payment), POLICY, NOON)
    assert advice.action.id == "chase-refund"
    assert [step for step in advice.action.steps if is_meant(advice, step, POLICY)] == ASKED[payment]


def test_every_method_by_which_money_comes_back_is_worked_out_here() -> None:
    assert {payment for payment in ASKED if payment} == set(POLICY.methods) - {"cash-on-delivery"}


@pytest.mark.parametrize(
    "payment, act, steps",
    [
        ("boleto", "bank-form-filled", ["fill-bank-form", "record-bank-form"]),
        ("bank-transfer", "payout-asked", ["ask-payout", "record-payout"]),
        ("western-union", "payout-asked", ["ask-payout", "record-payout"]),
    ],
)
def test_an_act_of_the_buyers_is_asked_for_until_it_is_done(payment: str, act: str, steps: list[str]) -> None:
    started = happened(refund_started="2026-11-20")
    done = (*started, Event(act, on("2026-11-21")))  # type: ignore[arg-type]
    found = []
    for events in (started, done):
        advice = advise(Order(events=events, payment=payment), POLICY, NOON)
        found.append([step for step in advice.action.steps if step in FOR_ACTS and is_meant(advice, step, POLICY)])
        assert all(counts(event, NOON) for event in events)
    assert found == [steps, []]


def test_a_method_had_its_own_way_to_ask_before_it_ended() -> None:
    order = Order(events=happened(refund_started="2023-08-30"), payment="qiwi")
    advice = advise(order, POLICY, NOON.replace(year=2023))
    assert "ask-another-way" not in [step for step in advice.action.steps if is_meant(advice, step, POLICY)]


def test_the_steps_are_told_in_sentences() -> None:
    order = Order(number="8123456789012345", events=happened(refund_started="2026-08-30"), payment="visa")
    advice = advise(order, POLICY, NOON)
    texts = dict(zip(OF_CARD, (STEPS[step] for step in OF_CARD[:-1]), strict=False))
    texts["support-path"] += " The text for it: aliorder message 8123456789012345 --about support"
    texts["ask-arn"] += " The text for it: aliorder message 8123456789012345"
    texts["ask-issuer"] += " The text for it: aliorder message 8123456789012345 --about trace-refund"
    assert step_texts(advice, Blanks(advice, POLICY)) == [
        *texts.values(),
        "When you have asked, note it here: aliorder record 8123456789012345 refund-chased",
    ]


def test_steps_for_some_ways_of_paying_exist_and_are_filtered_once() -> None:
    filtered = [*FOR_WAYS, *FOR_ASK, *FOR_ACTS]
    assert sorted(filtered) == sorted(set(filtered))
    assert set(filtered) - {*STEPS, *RECORDS} == set()
    assert {*FOR_ASK, *FOR_ACTS} - {*CHASE, *AWAIT_MONEY} == set()

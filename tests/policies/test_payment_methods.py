"""How long the money takes by each method, and by which names a page calls it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import get_args

import pytest

from aliorder.domain.countries import COUNTRIES
from aliorder.domain.policy import FundedStepId, PaymentMethod
from aliorder.domain.statuses import normalised
from aliorder.policies.payment_methods import PAYMENT_METHODS, PURCHASE_DAY, REPLACED_CARD
from aliorder.policies.sources import SOURCES

SOURCE_IDS = {source.id for source in SOURCES}
BY_ID = {method.id: method for method in PAYMENT_METHODS}

CARDS = ("card", "visa", "mastercard", "maestro", "amex", "debit-card", "mir", "apple-pay", "google-pay")
WITHOUT_FIGURE = ("sofort", "giropay", "przelewy24", "blik", "trustly", "pix", "oxxo", "kakaopay", "other")

RANGES = [
    *((card, 3, 20, "business-days") for card in CARDS),
    ("paypal", 0, 5, "days"),
    ("klarna", 2, 7, "business-days"),
    ("afterpay", 3, 5, "days"),
    ("ideal", 1, 3, "business-days"),
    ("bancontact", 1, 3, "business-days"),
    ("sofort", 3, 20, "business-days"),
    ("giropay", 3, 20, "business-days"),
    ("przelewy24", 3, 20, "business-days"),
    ("blik", 3, 20, "business-days"),
    ("trustly", 3, 20, "business-days"),
    ("boleto", 1, 5, "business-days"),
    ("pix", 3, 20, "business-days"),
    ("oxxo", 3, 20, "business-days"),
    ("mercado-pago", 0, 35, "days"),
    ("webmoney", 7, 10, "business-days"),
    ("qiwi", 7, 10, "business-days"),
    ("yoomoney", 5, 20, "days"),
    ("western-union", 7, 10, "business-days"),
    ("bank-transfer", 7, 10, "business-days"),
    ("alipay", 1, 1, "days"),
    ("balance", 0, 10, "business-days"),
    ("gift-card", 0, 0, "business-days"),
    ("cash-on-delivery", None, None, "business-days"),
    ("kakaopay", 3, 20, "business-days"),
    ("naverpay", 0, 5, "days"),
    ("gcash", 7, 15, "days"),
    ("other", 3, 20, "business-days"),
]


def test_the_methods_are_these_in_this_order() -> None:
    assert [(method.id, method.minimum, method.maximum, method.unit) for method in PAYMENT_METHODS] == RANGES


def test_what_counts_as_a_card_has_the_figures_of_a_card() -> None:
    figures = [
        (BY_ID[card].typical, BY_ID[card].completed, BY_ID[card].outside, BY_ID[card].fallback) for card in CARDS
    ]
    assert figures == [((7, 15), (7, 15), "card", False)] * len(CARDS)


def test_only_cards_have_a_usual_time_and_one_from_refund_completed() -> None:
    assert tuple(method.id for method in PAYMENT_METHODS if method.typical or method.completed) == CARDS


def test_only_paypal_and_cards_have_a_way_outside() -> None:
    outside = {method.id: method.outside for method in PAYMENT_METHODS if method.outside}
    assert outside == {**dict.fromkeys(CARDS, "card"), "paypal": "paypal"}


def test_methods_without_a_figure_of_their_own_say_so() -> None:
    assert tuple(method.id for method in PAYMENT_METHODS if method.fallback) == WITHOUT_FIGURE


def test_methods_that_no_longer_exist_name_their_last_day_and_what_to_do() -> None:
    assert {method.id: method.ended for method in PAYMENT_METHODS if method.ended} == {
        "sofort": date(2024, 11, 29),
        "giropay": date(2024, 12, 31),
        "qiwi": date(2024, 2, 21),
    }
    assert [method.id for method in PAYMENT_METHODS if method.ended and not method.notes] == []


def test_some_clocks_wait_for_a_step_of_the_buyer_and_the_note_says_which() -> None:
    waiting = [method for method in PAYMENT_METHODS if method.start != "processed"]
    assert {method.id: method.start for method in waiting} == {
        "boleto": "bank-form-filled",
        "western-union": "payout-asked",
        "bank-transfer": "payout-asked",
    }
    assert [method.id for method in waiting if not method.notes] == []


def test_cash_on_delivery_brings_no_money_and_the_note_says_what_it_brings() -> None:
    assert [method.id for method in PAYMENT_METHODS if method.maximum is None] == ["cash-on-delivery"]
    assert "coupon" in (BY_ID["cash-on-delivery"].note or "")


@pytest.mark.parametrize("method", PAYMENT_METHODS, ids=lambda method: method.id)
def test_a_range_runs_from_its_least_to_its_most(method: PaymentMethod) -> None:
    assert (method.minimum is None) == (method.maximum is None)
    assert 0 <= (method.minimum or 0) <= (method.maximum or 0)


@pytest.mark.parametrize("method", [BY_ID[card] for card in CARDS], ids=lambda method: method.id)
def test_the_usual_time_lies_within_the_range(method: PaymentMethod) -> None:
    first, last = method.typical or (0, 0)
    assert (method.minimum or 0) <= first <= last <= (method.maximum or 0)


@pytest.mark.parametrize("method", PAYMENT_METHODS, ids=lambda method: method.id)
def test_a_method_rests_on_known_sources_and_so_does_each_other_value(method: PaymentMethod) -> None:
    named = [method.sources, *(other.sources for other in method.others), *(step.sources for step in method.then)]
    assert [names for names in named if not names or not SOURCE_IDS.issuperset(names)] == []


@pytest.mark.parametrize("method", PAYMENT_METHODS, ids=lambda method: method.id)
def test_a_note_is_one_sentence_and_told_once(method: PaymentMethod) -> None:
    assert [note for note in method.notes if not note.endswith(".") or ". " in note or len(note) > 110] == []
    assert len(method.notes) == len(set(method.notes))


def test_every_card_says_what_happens_if_it_was_replaced_and_where_it_is_booked() -> None:
    assert [card for card in CARDS if BY_ID[card].notes[-2:] != (REPLACED_CARD, PURCHASE_DAY)] == []


@pytest.mark.parametrize("method", PAYMENT_METHODS, ids=lambda method: method.id)
def test_the_notes_as_one_text(method: PaymentMethod) -> None:
    assert method.note == (" ".join(method.notes) if method.notes else None)


def test_a_method_has_ended_on_the_day_after_its_last() -> None:
    qiwi = BY_ID["qiwi"]
    assert [qiwi.ended_by(date(2024, 2, day)) for day in (20, 21, 22)] == [False, False, True]
    assert not BY_ID["visa"].ended_by(date(2026, 11, 22))


def test_whom_to_ask_for_the_money() -> None:
    asked = {method.id: method.ask for method in PAYMENT_METHODS if method.ask != "support"}
    assert asked == {
        **dict.fromkeys(CARDS, "issuer"),
        "paypal": "paypal",
        "klarna": "klarna",
        "afterpay": "afterpay",
        "boleto": "ebanx",
        **dict.fromkeys(("western-union", "bank-transfer", "alipay"), "alipay"),
        **dict.fromkeys(("balance", "gift-card", "cash-on-delivery"), "account"),
    }


FUNDED = [
    *((card, "card-through-ebanx", 3, 15, "business-days", "start") for card in CARDS),
    ("paypal", "bank-behind-paypal", 3, 5, "business-days", "credit"),
    ("paypal", "card-behind-paypal", 0, 30, "calendar-days", "credit"),
    ("klarna", "klarna-switzerland", 2, 5, "business-days", "start"),
    ("klarna", "klarna-united-kingdom", 5, 7, "business-days", "start"),
    ("klarna", "bank-behind-klarna", 0, 14, "days", "credit"),
    ("afterpay", "bank-behind-afterpay", 0, 10, "business-days", "credit"),
    ("ideal", "ideal-dutch-bank", 1, 1, "business-days", "start"),
    ("ideal", "ideal-other-bank", 2, 3, "business-days", "start"),
    ("mercado-pago", "mercado-pago-balance", 0, 0, "days", "start"),
    ("mercado-pago", "mercado-pago-card", 0, 35, "days", "start"),
    ("naverpay", "naver-points", 0, 0, "days", "start"),
    ("naverpay", "naver-card", 3, 5, "days", "start"),
    ("other", "japanese-shop", None, None, "business-days", "start"),
]


def test_what_holds_only_for_some_ways_of_funding() -> None:
    found = [
        (method.id, step.id, step.least, step.most, step.unit, step.after)
        for method in PAYMENT_METHODS
        for step in method.then
    ]
    assert found == FUNDED


@pytest.mark.parametrize("method", PAYMENT_METHODS, ids=lambda method: method.id)
def test_a_step_from_the_start_lies_within_the_range_of_its_method(method: PaymentMethod) -> None:
    own = (method.minimum or 0, method.maximum or 0)
    known = [(step.least, step.most) for step in method.then if step.after == "start" and step.most is not None]
    assert [pair for pair in known if not own[0] <= (pair[0] or 0) <= pair[1] <= own[1]] == []


def test_a_step_is_for_countries_that_exist() -> None:
    named = {country for method in PAYMENT_METHODS for step in method.then for country in step.countries}
    assert named - set(COUNTRIES) == set()


def test_every_step_for_some_buyers_only_belongs_to_some_method() -> None:
    assert {step.id for method in PAYMENT_METHODS for step in method.then} == set(get_args(FundedStepId))


def test_no_name_or_id_belongs_to_two_methods() -> None:
    spellings = [{normalised(name) for name in (method.id, *method.names)} for method in PAYMENT_METHODS]
    owners = Counter(spelling for group in spellings for spelling in group)
    assert [spelling for spelling, times in owners.items() if times > 1] == []


@pytest.mark.parametrize(
    "name, method",
    [
        ("Credit/Debit card", "card"),
        ("VISA", "visa"),
        ("American Express", "amex"),
        ("PayPal", "paypal"),
        ("Google Pay", "google-pay"),
        ("Clearpay", "afterpay"),
        ("Przelewy24", "przelewy24"),
        ("Boleto", "boleto"),
        ("Pix", "pix"),
        ("Yandex.Money", "yoomoney"),
        ("T/T", "bank-transfer"),
        ("Naver Pay", "naverpay"),
        ("Touch'n Go", "other"),
        ("Convenience store", "other"),
    ],
)
def test_a_page_that_names_a_method_is_understood(name: str, method: str) -> None:
    found = [row.id for row in PAYMENT_METHODS if normalised(name) in {normalised(known) for known in row.names}]
    assert found == [method]


@pytest.mark.parametrize(
    "method, source",
    [
        ("card", "S0"),
        ("card", "S2"),
        ("card", "ebanx-card"),
        ("card", "alibilling"),
        ("card", "aliexpresshlp"),
        ("boleto", "todasasrespostas"),
        ("western-union", "allexprs"),
        ("giropay", "giropay-end"),
        ("balance", "glarity"),
        ("other", "chinaparcels"),
        ("other", "glarity"),
        ("paypal", "paypal-refund-faq"),
        ("klarna", "klarna"),
        ("other", "alixblog-refund"),
    ],
)
def test_a_source_that_disagrees_is_heard(method: str, source: str) -> None:
    assert source in {name for other in BY_ID[method].others for name in other.sources}

"""What each label of the order page says: which events it stands for, rules out, and leaves behind."""

from __future__ import annotations

from collections import Counter

import pytest

from aliorder.domain.policy import SiteStatus
from aliorder.domain.statuses import by_text, normalised, status_of
from aliorder.domain.vocabulary import EVENT_KINDS, EventKind
from aliorder.policies.site_status import SITE_STATUSES
from aliorder.policies.sources import SOURCES

SOURCE_IDS = {source.id for source in SOURCES}
LANGUAGES = {"en", "ru", "pt", "es", "pl", "ko", "cs", "it", "de", "code"}
BY_ID = {status.id: status for status in SITE_STATUSES}
BY_TEXT = by_text(SITE_STATUSES)

IMPLIED: dict[str, tuple[EventKind, ...]] = {
    "unpaid": ("placed",),
    "payment-verification": ("paid",),
    "seller-checks-payment": ("paid",),
    "awaiting-shipment": ("payment-verified",),
    "cancel-requested": ("cancel-requested",),
    "presale": ("paid",),
    "part-shipped": ("part-shipped",),
    "shipped": ("shipped",),
    "delivery-canceled": ("delivery-failed",),
    "delivered": ("delivered",),
    "in-dispute": ("dispute-opened",),
    "frozen": ("frozen",),
    "canceled": ("cancelled-by-platform",),
    "expired": ("expired",),
    "refund-completed": ("refund-completed",),
    "completed": (),
    "closed": (),
    "processed": (),
    "payment-processing": (),
    "fund-processing": (),
}


def test_the_statuses_are_these_and_stand_for_these_events() -> None:
    assert {status.id: status.implies for status in SITE_STATUSES} == IMPLIED
    assert len(SITE_STATUSES) == len(IMPLIED)


def test_what_can_mean_several_things_decides_nothing_alone() -> None:
    assert [status.id for status in SITE_STATUSES if not status.decides] == [
        "completed",
        "closed",
        "processed",
        "payment-processing",
        "fund-processing",
    ]
    assert [status.id for status in SITE_STATUSES if status.decides != bool(status.implies)] == []


def test_a_page_that_calls_the_order_finished_does_not_say_how() -> None:
    assert [status.id for status in SITE_STATUSES if status.ended] == ["completed", "closed"]


def test_after_a_request_these_mean_that_it_was_granted() -> None:
    assert {status.id: status.after_request for status in SITE_STATUSES if status.after_request} == dict.fromkeys(
        ("canceled", "expired", "completed", "closed", "payment-processing", "fund-processing"), "cancel-accepted"
    )


def test_a_status_that_grants_a_request_does_not_forget_it() -> None:
    granting = [status for status in SITE_STATUSES if status.after_request]
    assert [status.id for status in granting if "cancel-requested" in (*status.denies, *status.supersedes)] == []


def test_no_spelling_belongs_to_two_statuses() -> None:
    spellings = [{normalised(text) for texts in status.texts.values() for text in texts} for status in SITE_STATUSES]
    owners = Counter(text for group in spellings for text in group)
    assert [text for text, times in owners.items() if times > 1] == []


@pytest.mark.parametrize("status", SITE_STATUSES, ids=lambda status: status.id)
def test_a_status_is_spelled_in_known_languages(status: SiteStatus) -> None:
    assert LANGUAGES.issuperset(status.texts)
    assert [texts for texts in status.texts.values() if not texts or not all(text.strip() for text in texts)] == []


@pytest.mark.parametrize("status", SITE_STATUSES, ids=lambda status: status.id)
def test_a_status_names_known_events_once(status: SiteStatus) -> None:
    named = (*status.implies, *status.denies, *status.supersedes)
    assert set(EVENT_KINDS).issuperset(named)
    assert [kind for kind, times in Counter(named).items() if times > 1] == []


@pytest.mark.parametrize("status", SITE_STATUSES, ids=lambda status: status.id)
def test_a_status_rests_on_known_sources(status: SiteStatus) -> None:
    assert status.sources
    assert SOURCE_IDS.issuperset(status.sources)


@pytest.mark.parametrize(
    "text, status",
    [
        ("To pay", "unpaid"),
        ("awaiting  PAYMENT ", "unpaid"),
        ("Ожидается оплата", "unpaid"),
        ("Aguardando pagamento", "unpaid"),
        ("En espera de pago", "unpaid"),
        ("결제 대기", "unpaid"),
        ("PLACE_ORDER_SUCCESS", "unpaid"),
        ("Your payment is being verified", "payment-verification"),
        ("Checking the payment", "payment-verification"),
        ("RISK_CONTROL", "payment-verification"),
        ("PAYMENT_PROCESSING", "payment-verification"),
        ("Platba se ověřuje", "payment-verification"),
        ("WAIT_SELLER_EXAMINE_MONEY", "seller-checks-payment"),
        ("Payment not yet confirmed", "seller-checks-payment"),
        ("Processing", "awaiting-shipment"),
        ("Ready to ship", "awaiting-shipment"),
        ("To ship", "awaiting-shipment"),
        ("Pending operation success", "awaiting-shipment"),
        ("WAIT_GROUP_SUCCESS", "awaiting-shipment"),
        ("배송 준비 중", "awaiting-shipment"),
        ("Awaiting Cancellation", "cancel-requested"),
        ("IN_CANCEL", "cancel-requested"),
        ("Promotion is on", "presale"),
        ("Partial Shipment", "part-shipped"),
        ("Awaiting delivery", "shipped"),
        ("Shipped", "shipped"),
        ("Enviado", "shipped"),
        ("WAIT_BUYER_ACCEPT_GOODS", "shipped"),
        ("Delivery Canceled", "delivery-canceled"),
        ("Shipment cancelled", "delivery-canceled"),
        ("배송 완료", "delivered"),
        ("Dispute Orders", "in-dispute"),
        ("IN_FROZEN", "frozen"),
        ("Cancelled", "canceled"),
        ("Canceled", "canceled"),
        ("Pedido cancelado", "canceled"),
        ("Отменён", "canceled"),
        ("Expired ", "expired"),
        ("Payment expired", "expired"),
        ("Pagamento expirado", "expired"),
        ("Refund completed", "refund-completed"),
        ("Order completed", "completed"),
        ("Awaiting feedback", "completed"),
        ("Concluído ", "completed"),
        ("Abgeschlossen", "completed"),
        ("FINISH", "completed"),
        ("Closed", "closed"),
        ("Pedido cerrado", "closed"),
        ("Processed", "processed"),
        ("Processado", "processed"),
        ("Payment processing", "payment-processing"),
        ("Zpracování platby", "payment-processing"),
        ("FUND_PROCESSING", "fund-processing"),
    ],
)
def test_a_label_of_the_page_is_understood(text: str, status: str) -> None:
    found = status_of(text, BY_TEXT)
    assert found is not None
    assert found.id == status


@pytest.mark.parametrize("text", ["", "Deleted orders", "View all", "Ordini cancellati", "8"])
def test_what_is_no_status_is_not_taken_for_one(text: str) -> None:
    assert status_of(text, BY_TEXT) is None


@pytest.mark.parametrize(
    "status, event",
    [
        ("unpaid", "paid"),
        ("unpaid", "refund-received"),
        ("payment-verification", "payment-verified"),
        ("payment-verification", "cancel-requested"),
        ("seller-checks-payment", "shipped"),
        ("awaiting-shipment", "cancel-requested"),
        ("awaiting-shipment", "shipped"),
        ("awaiting-shipment", "dispute-opened"),
        ("cancel-requested", "cancel-accepted"),
        ("part-shipped", "shipped"),
        ("shipped", "receipt-confirmed"),
        ("shipped", "cancelled-by-seller"),
        ("delivered", "expired"),
        ("in-dispute", "dispute-won"),
        ("frozen", "expired"),
        ("canceled", "receipt-confirmed"),
        ("expired", "shipped"),
        ("refund-completed", "expired"),
    ],
)
def test_what_cannot_be_true_beside_the_page_is_denied(status: str, event: EventKind) -> None:
    assert event in BY_ID[status].denies


@pytest.mark.parametrize(
    "status, event",
    [
        ("payment-verification", "paid"),
        ("awaiting-shipment", "cancel-refused"),
        ("awaiting-shipment", "refund-started"),
        ("cancel-requested", "part-shipped"),
        ("part-shipped", "cancel-accepted"),
        ("shipped", "delivered"),
        ("shipped", "dispute-opened"),
        ("shipped", "return-agreed"),
        ("shipped", "delivery-failed"),
        ("shipped", "reshipped"),
        ("shipped", "cancel-requested"),
        ("delivered", "receipt-confirmed"),
        ("in-dispute", "dispute-refused"),
        ("in-dispute", "return-agreed"),
        ("canceled", "shipped"),
        ("canceled", "dispute-lost"),
        ("expired", "paid"),
        ("expired", "cancelled-by-seller"),
    ],
)
def test_what_can_be_true_beside_the_page_stands(status: str, event: EventKind) -> None:
    assert event not in (*BY_ID[status].denies, *BY_ID[status].supersedes)


@pytest.mark.parametrize(
    "status, event",
    [
        ("awaiting-shipment", "frozen"),
        ("cancel-requested", "cancel-refused"),
        ("delivered", "reshipped"),
        ("in-dispute", "dispute-lost"),
        ("in-dispute", "dispute-cancelled"),
        ("frozen", "unfrozen"),
        ("canceled", "dispute-opened"),
    ],
)
def test_what_is_simply_over_is_no_contradiction(status: str, event: EventKind) -> None:
    assert event in BY_ID[status].supersedes

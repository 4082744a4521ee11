"""What a dossier says has happened, in order and in short."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from aliorder.domain.order import UNKNOWN, Event, Order, When
from aliorder.domain.vocabulary import EVENT_KINDS, EventKind, Why
from aliorder.exporters.dossier.deadlines import deadlines
from aliorder.exporters.dossier.facts import PRINTED, happened
from aliorder.exporters.dossier.model import Dossier
from aliorder.exporters.dossier.summary import in_short
from aliorder.policies import load_policy
from tests.dossier_example import Contents, example

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))
POLICY = load_policy()


def dossier_of(*events: Event, why: Why | None = None) -> Dossier:
    return Dossier(Order(events=events, why=why), POLICY, NOW, "0.6.0")


def short(dossier: Dossier) -> list[str]:
    return list(in_short(dossier, happened(dossier), deadlines(dossier)))


def on(day: int) -> When:
    return When(date(2026, 11, day))


def test_what_lies_ahead_has_not_happened_and_unknown_days_come_last() -> None:
    dossier = dossier_of(Event("delivered", on(25)), Event("paid", UNKNOWN), Event("shipped", on(5)))
    assert [item.event.kind for item in happened(dossier)] == ["shipped", "paid"]


def test_on_one_day_what_has_no_time_comes_in_its_usual_order() -> None:
    late = When(at=NOW.replace(day=3, hour=23, minute=30))
    dossier = dossier_of(Event("paid", on(3)), Event("placed", late))
    assert [item.event.kind for item in happened(dossier)] == ["placed", "paid"]


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_only_what_passed_between_the_sides_is_printed(kind: EventKind) -> None:
    (item,) = happened(dossier_of(Event(kind, on(3), text="a secret")))
    assert item.message == (1 if kind in PRINTED else None)


def test_what_the_buyer_told_their_bank_is_private() -> None:
    private = {"claimed-outside", "refund-chased", "bank-form-filled", "payout-asked", "refund-received"}
    assert private & PRINTED == set()


def test_the_case_in_short() -> None:
    assert short(example(Contents())) == [
        "Ordered and paid (34.27 EUR): Sat 3 Oct 2026, 20:17.",
        "Shipped: Wed 7 Oct 2026.",
        "Delivery was promised by Tue 10 Nov 2026, 12 days before this dossier was made.",
        "No delivery is noted.",
        "The buyer wrote to the seller 3 times, last on Thu 19 Nov 2026.",
        "The seller answered twice, last on Sat 14 Nov 2026, 04:01.",
        "Dispute opened: Mon 16 Nov 2026, 21:00.",
        "Dispute refused by the seller: Wed 18 Nov 2026, 05:30.",
    ]


def test_what_nobody_noted_is_said_to_be_not_noted() -> None:
    asked = dossier_of(Event("placed", on(2)), Event("message-sent", UNKNOWN))
    assert short(asked) == [
        "Ordered: Mon 2 Nov 2026. No payment is noted.",
        "No shipping is noted.",
        "The buyer wrote to the seller once.",
        "No answer of the seller's is noted.",
    ]


@pytest.mark.parametrize(
    "why, lines",
    [
        ("not-received", ["No delivery is noted."]),
        ("tracking-invalid", ["No delivery is noted."]),
        ("defective", []),
    ],
)
def test_a_confirmed_receipt_is_no_delivery_and_may_be_the_sites(why: Why, lines: list[str]) -> None:
    dossier = dossier_of(Event("paid", on(1)), Event("shipped", on(2)), Event("receipt-confirmed", on(20)), why=why)
    assert short(dossier)[2:] == [*lines, "Receipt confirmed (the site may do that by itself): Fri 20 Nov 2026."]
    assert [item.who for item in happened(dossier)] == ["buyer", "seller", "buyer or the site"]


def test_days_that_nobody_knows_are_told_once() -> None:
    assert short(dossier_of(Event("placed", UNKNOWN), Event("paid", UNKNOWN)))[0] == (
        "Ordered and paid; the days are not known."
    )

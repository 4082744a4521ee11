"""What an advice asks of others, and the rules on which that rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from aliorder.domain.advice import advise
from aliorder.domain.claims import (
    WITHOUT_AMOUNT,
    Asked,
    Basis,
    Wish,
    asked_by,
    bases_of,
    case_told,
    is_granted,
)
from aliorder.domain.order import Deadline, Event, Money, Order, When
from aliorder.domain.vocabulary import EventKind, Why
from aliorder.policies import load_policy
from aliorder.words.claims import WISHES

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOTAL = Money(Decimal("12.34"), "USD")
RULED: tuple[tuple[EventKind, ...], ...] = ((), ("dispute-opened",), ("dispute-opened", "dispute-lost"))


def order(*kinds: EventKind, why: Why | None = None, keep: bool | None = None) -> Order:
    events = tuple(Event(kind, When(date(2026, 11, 1 + day))) for day, kind in enumerate(kinds))
    late = (Deadline("deliver-by", When(date(2026, 11, 15))),)
    return Order(number="8123456789012345", total=TOTAL, events=events, why=why, keep=keep, deadlines=late)


def asked(given: Order) -> Asked | None:
    return asked_by(advise(given, load_policy(), NOW))


@pytest.mark.parametrize(
    "given, expected",
    [
        (order("paid", "shipped", why="not-received"), Asked("full-refund", TOTAL)),
        (order("paid", "shipped", "delivered", why="defective", keep=True), Asked("partial-refund")),
        (order("paid", "shipped", "delivered", why="defective"), Asked("return-goods", TOTAL)),
        (
            order("paid", "shipped", "dispute-opened", "dispute-refused", why="not-received"),
            Asked("full-refund", TOTAL),
        ),
        (
            order("paid", "shipped", "dispute-opened", "dispute-refused", why="wrong-goods"),
            Asked("return-goods", TOTAL),
        ),
        (order("paid", "payment-verified", why="not-needed"), Asked("cancel", TOTAL)),
        (order("paid", "payment-verified", "cancel-requested", why="not-needed"), Asked("cancel", TOTAL)),
        (order("paid", "shipped", "delivery-refused", why="not-needed"), Asked("take-back", TOTAL)),
        (order("paid", "cancel-accepted"), Asked("pay-refund", TOTAL)),
        (order("placed"), None),
        (order("paid", "refund-received"), None),
    ],
)
def test_what_is_asked_follows_from_the_advice(given: Order, expected: Asked | None) -> None:
    assert asked(given) == expected


def test_of_a_refund_only_what_is_still_to_come_is_asked() -> None:
    part = Event("refund-received", When(date(2026, 11, 20)), Money(Decimal("2.34"), "USD"))
    granted = Event("dispute-won", When(date(2026, 11, 21)), Money(Decimal("10.00"), "USD"))
    given = order("paid", "shipped")
    given = replace(given, events=(*given.events, part, granted))
    found = asked(given)
    assert found is not None
    assert found.wish == "pay-refund"


def test_a_rule_matters_between_its_events() -> None:
    basis = Basis("silence", ("not-received",), after=("dispute-opened",), before=("dispute-lost",))
    told = [bases_of("not-received", kinds, (basis,)) for kinds in RULED]
    assert told == [[], [basis], []]
    assert bases_of("refund", RULED[1], (basis,)) == []


@pytest.mark.parametrize(
    "why, keep, wish",
    [
        ("not-received", None, "full-refund"),
        ("defective", True, "partial-refund"),
        ("defective", None, "return-goods"),
        (None, None, "full-refund"),
    ],
)
def test_a_dispute_without_an_answer_asks_for_what_it_was_opened_for(
    why: Why | None, keep: bool | None, wish: Wish
) -> None:
    silent = order("paid", "shipped", "dispute-opened", why=why, keep=keep)
    advice = advise(silent, load_policy(), NOW)
    found = asked_by(advice)
    assert (advice.stage.id, is_granted(advice), found and found.wish) == ("refunding", False, wish)
    assert case_told(silent, advice) == why


def test_a_refund_that_was_granted_is_a_case_of_its_own() -> None:
    granted = order("paid", "shipped", "dispute-opened", "dispute-agreed", why="not-received")
    advice = advise(granted, load_policy(), NOW)
    assert (is_granted(advice), case_told(granted, advice)) == (True, "refund")
    assert case_told(granted, None) == "not-received"


def test_what_is_no_money_has_no_place_for_an_amount() -> None:
    assert {wish for wish, text in WISHES.items() if "{of}" not in text} == WITHOUT_AMOUNT

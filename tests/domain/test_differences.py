from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import given

from aliorder.domain.differences import Difference, differences
from aliorder.domain.order import Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.words.differences import difference_lines
from tests.strategies import orders

DAY = When(date(2026, 11, 1))
BEFORE = Order("1", title="Lamp", events=(Event("placed", DAY), Event("message-sent", DAY), Event("message-sent", DAY)))


def test_of_a_list_only_what_is_gone_and_what_is_new_differs() -> None:
    after = replace(BEFORE, title="Desk lamp", events=(Event("message-sent", DAY), Event("paid", DAY)))
    assert list(differences(BEFORE, after)) == [
        Difference("title", "Lamp", "Desk lamp"),
        Difference("events", (Event("placed", DAY), Event("message-sent", DAY)), (Event("paid", DAY),)),
    ]


def test_whose_words_they_are_is_no_fact() -> None:
    assert list(differences(BEFORE, replace(BEFORE, own=frozenset({"title"})))) == []


@given(orders())
def test_an_order_does_not_differ_from_itself(order: Order) -> None:
    assert list(differences(order, order)) == []


def test_what_changed_is_told_in_words_by_the_users_clock() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=14)))
    seen = SeenStatus("Shipped\x1b[2J", datetime(2026, 11, 1, 12, tzinfo=UTC))
    after = replace(
        BEFORE,
        title=None,
        total=Money(Decimal("12.50"), "EUR"),
        status=seen,
        free_return=True,
        events=(*BEFORE.events, Event("refund-received", When(), Money(Decimal(3), "EUR"))),
        deadlines=(Deadline("ship-by", DAY),),
        items=(Item("7", None, 2, Money(Decimal("6.25"), "EUR")),),
        notes=("call\nthem",),
    )
    assert [line for difference in differences(BEFORE, after) for line in difference_lines(difference, now)] == [
        "title: Lamp → not known",
        "+ 2 x 7 @ 6.25 EUR",
        "total: not known → 12.50 EUR",
        "free return: not known → yes",
        "site status: not known → Shipped [2J (seen 2026-11-02 02:00)",
        "+ call them",
        "+ refund-received on an unknown day, 3 EUR",
        "+ ship-by 2026-11-01",
    ]

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from aliorder.domain.order import UNKNOWN, Event, Item, Money, Order, When
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import FileRefused, Problem
from tests.importers.given import Reading, capture, fixture, read, reading_of


def at(day: int, hour: int, minute: int = 0) -> When:
    return When(at=datetime(2026, 6, day, hour, minute, tzinfo=UTC))


HAT = Item("3039000000000102", "Wool hat", 1, Money(Decimal("11.00"), "EUR"))
SOCKS = Order(
    number="3039000000000100",
    title="Wool socks, grey",
    store_name="North Wool Shop",
    items=(Item("3039000000000101", "Wool socks, grey", 3, Money(Decimal("6.20"), "EUR")), HAT),
)
TRAY = Order(
    number="3039000000000200",
    title="Cable tray",
    store_name="Desk Corner",
    items=(Item("3039000000000201", "Cable tray"),),
    events=(Event("dispute-opened", at(26, 9)),),
)
HOW_MUCH = (
    "order 3039000000000100: money was paid back for an item of it, how much, the list does not say; "
    "note it: aliorder record 3039000000000100 refund-completed --on DAY --amount SUM"
)
UNTOLD = "order 3039000000000100: the list does not say how a dispute ended; the order's own page does"
MORE = "more refunds exist than this page lists; save the further pages too"
DETAILS = [{"type": "refund_details"}]
LINE = "module.items[0].reverseOrderLines[0]"


def refunds(change: Callable[[Any], object]) -> Reading:
    """What is read after `change` was done to the module of the answer."""
    value = capture("refund-list.json")
    change(value["data"]["module"])
    return reading_of(value)


def only(**changes: object) -> Reading:
    """What is read if the list has one line, that of the tray, with these changes."""

    def change(module: Any) -> None:
        module["items"] = module["items"][1:2]
        module["items"][0]["reverseOrderLines"][0].update(changes)

    return refunds(change)


def priced(**price: object) -> Reading:
    goods = {"itemTitle": "Cable tray", "itemCount": "1", "itemUnitPrice": price}
    return only(aeItemDTO=goods)


def problem(place: str, why: str) -> Problem:
    return Problem("saved.json", None, f"{LINE}{place}", why)


def test_the_lines_of_one_order_are_told_together() -> None:
    assert read(fixture("refund-list.json")) == Reading((SOCKS, TRAY), (), (HOW_MUCH, UNTOLD))


@pytest.mark.parametrize(
    "changes, events",
    [
        ({"reverseStatus": "2"}, TRAY.events),
        ({"reverseStatus": None}, TRAY.events),
        ({"reverseType": "CANCEL"}, (Event("cancel-requested", at(26, 9)),)),
        ({"reverseStatus": 2, "buttonDTOList": [{"type": "refund_details"}]}, TRAY.events),
        ({"gmtCreate": None}, (Event("dispute-opened", UNKNOWN),)),
    ],
)  # fmt: skip
def test_what_a_line_says_is_taken_as_it_stands(changes: dict[str, object], events: tuple[Event, ...]) -> None:
    assert only(**changes) == Reading((replace(TRAY, events=events),))


@pytest.mark.parametrize("kind, opened", [("RETURN", "dispute-opened"), ("CANCEL", "cancel-requested")])
def test_the_refund_of_an_order_of_one_line_is_that_of_the_whole(kind: str, opened: EventKind) -> None:
    line = {"tradeOrderLineId": TRAY.number, "reverseType": kind, "reverseStatus": "4", "buttonDTOList": DETAILS}
    expected = replace(
        TRAY,
        items=(TRAY.items[0]._replace(line_id=TRAY.number),),
        events=(Event(opened, at(26, 9)), Event("refund-completed", at(26, 9))),
    )
    assert only(**line) == Reading((expected,))


@pytest.mark.parametrize("line_id", ["3039000000000201", None])
def test_the_refund_of_one_item_is_not_told_as_that_of_the_whole_order(line_id: str | None) -> None:
    items = (TRAY.items[0]._replace(line_id=line_id),)
    read = only(tradeOrderLineId=line_id, reverseStatus=4, buttonDTOList=DETAILS)
    assert read == Reading((replace(TRAY, items=items, events=()),), (), (HOW_MUCH.replace("0100", "0200"),))


def test_a_dispute_that_ended_nobody_knows_how_is_not_called_open() -> None:
    untold = UNTOLD.replace("0100", "0200")
    assert only(reverseStatus=4) == Reading((replace(TRAY, events=()),), (), (untold,))


@pytest.mark.parametrize(
    "price, expected",
    [
        ({"cent": 6125, "currency": "BRL"}, Money(Decimal("61.25"), "BRL")),
        ({"cent": "5", "currency": "BRL"}, Money(Decimal("0.05"), "BRL")),
        ({"cent": 1, "currency": "BRL", "formatPrice": {"priceInfo": "R$61.25|61|25"}}, Money(Decimal("61.25"), "BRL")),
        ({"cent": 8000, "currency": "KRW", "formatPrice": {"priceInfo": "₩8,000|8,000|"}}, Money(Decimal(8000), "KRW")),
        ({"cent": 8000, "currency": "KRW"}, None),
        ({}, None),
    ],
)
def test_a_price_is_never_guessed_from_what_are_no_cents(price: dict[str, object], expected: Money | None) -> None:
    assert priced(**price) == Reading((replace(TRAY, items=(TRAY.items[0]._replace(unit_price=expected),)),))


@pytest.mark.parametrize(
    "price, place, why",
    [
        ({"cent": 12}, "currency", "an amount stands here without its currency"),
        ({"cent": "1.5", "currency": "EUR"}, "cent", "'1.5' is not a whole number"),
        ({"cent": -5, "currency": "EUR"}, "cent", "'-5' is not a whole number"),
    ],
)
def test_a_price_that_cannot_be_read_is_left_out(price: dict[str, object], place: str, why: str) -> None:
    assert priced(**price) == Reading((TRAY,), (problem(f".aeItemDTO.itemUnitPrice.{place}", why),))


def test_a_moment_that_cannot_be_read_is_unknown() -> None:
    why = "'2026-06-26' is not a moment in milliseconds"
    expected = replace(TRAY, events=(Event("dispute-opened", UNKNOWN),))
    assert only(gmtCreate="2026-06-26") == Reading((expected,), (problem(".gmtCreate", why),))


@pytest.mark.parametrize(
    "changes, place, why",
    [
        ({"tradeOrderId": None}, ".tradeOrderId", "the order has no number"),
        ({"tradeOrderId": "7"}, ".tradeOrderId", "'7' is not an order number (8 to 20 digits)"),
        ({"tradeOrderLineId": "a"}, ".tradeOrderLineId", "'a' is not the id of an order line (digits only)"),
        ({"aeItemDTO": 7}, ".aeItemDTO", "this should be an object"),
        ({"aeItemDTO": {"itemCount": 0}}, ".aeItemDTO.itemCount", "'0' is not a number of pieces"),
    ],
)
def test_a_line_without_a_sound_core_is_refused_and_stops_no_other(
    changes: dict[str, object], place: str, why: str
) -> None:
    def change(module: Any) -> None:
        module["items"][0]["reverseOrderLines"][0].update(changes)

    hat = replace(SOCKS, title="Wool hat", items=(HAT,), events=())
    assert refunds(change) == Reading((TRAY, hat), (problem(place, why),), (UNTOLD,))


@pytest.mark.parametrize(
    "changes, remarks",
    [
        ({"items": [], "total": 0}, ("the page lists no refunds",)),
        ({"items": [], "pageNum": "1", "pageSize": "10", "total": "11"}, ("the page lists no refunds", MORE)),
        ({"items": [], "pageNum": 2, "total": 11}, ("the page lists no refunds",)),
        ({"items": [], "total": None}, ("the page lists no refunds",)),
    ],
)
def test_what_the_page_says_about_itself_is_remarked(changes: dict[str, object], remarks: tuple[str, ...]) -> None:
    assert refunds(lambda module: module.update(changes)) == Reading((), (), remarks)


@pytest.mark.parametrize("name", ["refund-list.json", "tracking.json", "order-count.json"])
@pytest.mark.parametrize("data", [None, [], {}, {"module": []}])
def test_an_answer_of_another_shape_is_refused(name: str, data: object) -> None:
    value = capture(name)
    value["data"] = data
    with pytest.raises(FileRefused, match="has not the shape") as refused:
        reading_of(value)
    assert refused.value.hint == "open My Orders and save it again"


@pytest.mark.parametrize(
    "counts, remark",
    [
        ({}, "the site counts 1 unpaid, 0 in processing and 2 shipped orders"),
        ({"unpaid": 0, "shipped": None},
         "the site counts 0 unpaid, 0 in processing and 0 shipped orders (it does so, too, when you are signed out)"),
    ],
)  # fmt: skip
def test_counts_are_told_for_the_buyer_to_compare(counts: dict[str, object], remark: str) -> None:
    value = capture("order-count.json")
    value["data"]["module"].update(counts)
    assert reading_of(value) == Reading((), (), (remark,))


def test_a_count_that_cannot_be_read_is_a_problem() -> None:
    value = capture("order-count.json")
    value["data"]["module"]["shipped"] = "many"
    why = "'many' is not a whole number"
    assert reading_of(value) == Reading((), (Problem("saved.json", None, "module.shipped", why),))

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aliorder.domain.order import Event, Item, Money, Order, SeenStatus, When
from aliorder.importers import Problem, Told
from aliorder.importers.known import read_file
from tests.importers.given import (
    LIST_SEEN,
    TERMS,
    Reading,
    as_file,
    capture,
    fixture,
    one_order,
    order_key,
    read,
    reading_of,
)


def won(amount: str) -> Money:
    return Money(Decimal(amount), "KRW")


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def placed(year: int, month: int, day: int) -> tuple[Event, ...]:
    return (Event("placed", When(date(year, month, day))),)


LAMP = Order(
    number="3039000000000300",
    title="Desk lamp",
    store_name="Desk Corner",
    items=(Item("3039000000000301", "Desk lamp", 1, won("11110")),),
    total=won("11110"),
    free_return=False,
    cancel_button=True,
    status=SeenStatus("To pay", LIST_SEEN),
    events=placed(2026, 6, 20),
)
SOCKS = Order(
    number="3039000000000100",
    title="Wool socks, grey",
    store_name="North Wool Shop",
    items=(
        Item("3039000000000101", "Wool socks, grey", 3, euro("6.20")),
        Item("3039000000000102", "Wool hat", 1, euro("11.00")),
    ),
    total=euro("1029.60"),
    free_return=True,
    cancel_button=True,
    status=SeenStatus("Awaiting shipment", LIST_SEEN),
    events=placed(2026, 6, 18),
)
TRAY = Order(
    number="3039000000000200",
    title="Cable tray",
    store_name="Desk Corner",
    items=(
        Item("3039000000000201", "Cable tray", 1, won("8000")),
        Item("3039000000000202", "Screws", 2, won("900")),
    ),
    total=won("9800"),
    status=SeenStatus("Awaiting delivery", LIST_SEEN),
    events=placed(2026, 6, 2),
)
LANTERN = Order(
    number="3039000000000400",
    title="Paper lantern",
    store_name="Old Lantern Shop",
    items=(Item("3039000000000401", "Paper lantern", 1, Money(Decimal("4.05"), "USD")),),
    status=SeenStatus("Expired", LIST_SEEN),
    events=placed(2020, 2, 29),
)
MORE = "more orders exist than this page lists; save the further pages too"
FIELDS = "pc_om_list_order_3039000000000300.fields"


def why(**changes: object) -> list[tuple[str | None, str]]:
    """The problems of the one order with these changes, as place below its fields and reason."""
    problems = reading_of(one_order(**changes)).problems
    return [(problem.field and problem.field.removeprefix(f"{FIELDS}."), problem.why) for problem in problems]


def test_a_list_gives_its_orders_in_the_order_of_the_page() -> None:
    reading = read(fixture("order-list.json"))
    assert reading == Reading((LAMP, SOCKS, TRAY, LANTERN), (), (MORE,))


def test_a_list_wrapped_in_a_script_call_gives_the_same_though_every_value_is_text() -> None:
    reading = read(fixture("order-list.jsonp.txt"))
    assert reading == Reading((LAMP,), (), (MORE,))


def test_a_page_without_orders_is_read_with_a_remark() -> None:
    value = one_order()
    del value["data"]["data"][order_key("3039000000000300")]
    assert reading_of(value) == Reading((), (), ("the page lists no orders",))


@pytest.mark.parametrize("hierarchy", [None, [], {"structure": None}, {"structure": {"a": [7, "nowhere"], "b": 3}}])
def test_without_a_structure_the_orders_stand_as_in_the_file(hierarchy: object) -> None:
    value = capture("order-list.json")
    value["data"]["hierarchy"] = hierarchy
    assert reading_of(value).orders == (LANTERN, SOCKS, LAMP, TRAY)


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"orderDateText": None}, replace(LAMP, events=())),
        ({"storeName": " "}, replace(LAMP, store_name=None)),
        ({"storeName": " Desk\x00Corner\ud800 "}, replace(LAMP, store_name="Desk\ufffdCorner\ufffd")),
        ({"storeName": "x" * 501}, replace(LAMP, store_name="x" * 499 + "…")),
        ({"buttons": []}, replace(LAMP, cancel_button=None)),
        ({"buttons": "none"}, replace(LAMP, cancel_button=None)),
        ({"buttons": [{"type": "CANCEL_DISPUTE"}, {"type": "PAY_NOW"}, 7]}, replace(LAMP, cancel_button=None)),
        ({"statusText": " to   PAY "}, replace(LAMP, status=SeenStatus("to   PAY", LIST_SEEN))),
        ({"statusText": "A ser pago "}, replace(LAMP, status=SeenStatus("A ser pago", LIST_SEEN))),
        ({"orderLines": []}, replace(LAMP, items=(), title=None, free_return=None)),
        ({"orderLines": [{}]}, replace(LAMP, items=(), title=None, free_return=None)),
        ({"formatPriceInfo": None}, replace(LAMP, total=None)),
        ({"orderId": 3039000000000300}, LAMP),
    ],
)
def test_what_a_field_says_is_taken_as_it_stands(changes: dict[str, object], expected: Order) -> None:
    assert reading_of(one_order(**changes)) == Reading((expected,))


@pytest.mark.parametrize(
    "changes, expected, problem",
    [
        (
            {"orderDateText": "20/06/2026"},
            replace(LAMP, events=()),
            ("orderDateText", "'20/06/2026' cannot be read as a date without guessing (known: Jul 15, 2026)"),
        ),
        (
            {"orderDateText": "Jun 22, 2026"},
            replace(LAMP, events=()),
            ("orderDateText", "'Jun 22, 2026' is later than the page itself"),
        ),
        (
            {"formatPriceInfo": "₩11,110"},
            replace(LAMP, total=None),
            ("formatPriceInfo", "'₩11,110' is not an amount in the site's three parts"),
        ),
        (
            {"currencyCode": "W"},
            replace(LAMP, total=None),
            ("currencyCode", "'W' is not a currency code of three letters"),
        ),
        (
            {"currencyCode": None},
            replace(LAMP, total=None),
            ("currencyCode", "an amount stands here without its currency"),
        ),
        (
            {"storeName": ["Desk Corner"]},
            replace(LAMP, store_name=None),
            ("storeName", "a list stands where a text should"),
        ),
    ],
)
def test_a_field_that_cannot_be_read_is_left_out_with_its_place(
    changes: dict[str, object], expected: Order, problem: tuple[str, str]
) -> None:
    assert reading_of(one_order(**changes)).orders == (expected,)
    assert problem in why(**changes)


def test_without_a_known_status_the_order_is_not_called_unpaid() -> None:
    reading = reading_of(one_order(statusText="Op weg"))
    assert reading == Reading(
        (replace(LAMP, status=None, events=()),),
        (
            Problem(
                "saved.json",
                None,
                f"{FIELDS}.statusText",
                "'Op weg' is not a status that aliorder knows; note what happened with aliorder record",
            ),
        ),
    )


ASSUMED = replace(LAMP, status=SeenStatus("To pay", TERMS.seen))


def test_a_page_without_a_clock_counts_as_seen_when_the_terms_say_and_tells_so() -> None:
    value = one_order()
    del value["data"]["global"]["curTime"]
    assert list(read_file(as_file(value), TERMS)) == [Told(ASSUMED, assumed=True)]


def test_nothing_is_assumed_of_an_order_without_a_status() -> None:
    value = one_order(statusText=None)
    value["data"]["global"] = None
    assert list(read_file(as_file(value), TERMS)) == [Told(replace(LAMP, status=None, events=()))]


@pytest.mark.parametrize(
    "clock, reason",
    [
        ("yesterday", "'yesterday' is not a moment in milliseconds"),
        (12, "'12' is not a moment that an order can have"),
        (10**14, "'100000000000000' is not a moment that an order can have"),
        (1.5e12, "'1500000000000.0' is not a moment in milliseconds"),
        ({}, "an object stands where a text should"),
    ],
)
def test_a_clock_that_cannot_be_read_is_named_and_not_believed(clock: object, reason: str) -> None:
    value = one_order()
    value["data"]["global"]["curTime"] = clock
    assert reading_of(value) == Reading((ASSUMED,), (Problem("saved.json", None, "global.curTime", reason),))


@pytest.mark.parametrize(
    "changes, field, reason",
    [
        ({"orderId": None}, ".orderId", "the order has no number"),
        ({"orderId": "12345"}, ".orderId", "'12345' is not an order number (8 to 20 digits)"),
        ({"orderId": "٣٠٣٩٠٠٠٠٠٠٠٠٠٣٠٠"}, ".orderId", "'٣٠٣٩٠٠٠٠٠٠٠٠٠٣٠٠' is not an order number (8 to 20 digits)"),
        ({"orderId": -3039000000000300}, ".orderId", "'-3039000000000300' is not an order number (8 to 20 digits)"),
        ({"orderId": True}, ".orderId", "'True' stands where a number should"),
        ({"orderId": ["3039000000000300"]}, ".orderId", "a list stands where a text should"),
        (
            {"orderId": "3.04E+15"},
            ".orderId",
            "'3.04E+15' is an order number damaged by a spreadsheet: its last digits are lost",
        ),
        (
            {"orderId": 3.039e30},
            ".orderId",
            "'3.039e+30' is an order number damaged by a spreadsheet: its last digits are lost",
        ),
        ({"orderLines": {}}, ".orderLines", "this should be a list"),
        ({"orderLines": [{}, 7]}, ".orderLines[1]", "this should be an object"),
        ({"orderLines": [{"quantity": 1.5}]}, ".orderLines[0].quantity", "'1.5' is not a number of pieces"),
        ({"orderLines": [{"quantity": 0}]}, ".orderLines[0].quantity", "'0' is not a number of pieces"),
        (
            {"orderLines": [{"orderLineId": "a1"}]},
            ".orderLines[0].orderLineId",
            "'a1' is not the id of an order line (digits only)",
        ),
    ],
)
def test_an_order_without_a_sound_core_is_refused_and_stops_no_other(
    changes: dict[str, object], field: str, reason: str
) -> None:
    value = capture("order-list.json")
    value["data"]["data"][order_key("3039000000000300")]["fields"].update(changes)
    reading = reading_of(value)
    assert reading.orders == (SOCKS, TRAY, LANTERN)
    assert reading.problems == (Problem("saved.json", None, f"{FIELDS}{field}", reason),)


@pytest.mark.parametrize(
    "block, field",
    [
        (7, ""),
        ({"tag": "pc_om_list_order", "fields": [1]}, ".fields"),
        ({"fields": [1]}, ".fields"),
    ],
)
def test_a_block_that_is_no_order_is_refused_and_stops_no_other(block: Any, field: str) -> None:
    value = capture("order-list.json")
    key = order_key("3039000000000300")
    value["data"]["data"][key] = block
    reading = reading_of(value)
    assert reading.orders == (SOCKS, TRAY, LANTERN)
    assert reading.problems == (Problem("saved.json", None, f"{key}{field}", "this should be an object"),)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aliorder.domain.order import Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.importers import Problem
from tests.importers.given import DETAIL_SEEN, Reading, capture, fixture, read, reading_of

INFO = "detail_simple_order_info_component_4"
STATUS = "detail_order_status_block_1"
PRODUCTS = "detail_product_block_2"
PRICE = "detail_order_price_block_3"
PROGRESS = "detail_service_progress_bar_5"
SERVICES = "detail_order_services_sv-3039000000000200"

TRAY = Order(
    number="3039000000000200",
    title="Cable tray",
    store_name="Desk Corner",
    items=(
        Item("3039000000000201", "Cable tray", 1, Money(Decimal(8000), "KRW")),
        Item("3039000000000202", "Screws", 2, Money(Decimal(900), "KRW")),
    ),
    total=Money(Decimal(9800), "KRW"),
    payment="kakaopay",
    country="KR",
    free_return=True,
    status=SeenStatus("Awaiting delivery", DETAIL_SEEN),
    events=(
        Event("placed", When(date(2026, 6, 2))),
        Event("paid", When(date(2026, 6, 3))),
        Event("shipped", When(date(2026, 6, 5))),
    ),
    deadlines=(Deadline("deliver-by", When(date(2026, 7, 31))),),
)
SHIPPED = TRAY.events[2:]


def detail(change: Callable[[Any], object]) -> Any:
    """The detail page after `change` was done to its blocks, given as fields by block."""
    value = capture("order-detail.json")
    change({key: block["fields"] for key, block in value["data"]["data"].items()})
    return value


def with_field(block: str, key: str, content: object) -> Reading:
    return reading_of(detail(lambda blocks: blocks[block].update({key: content})))


def problem(place: str, why: str) -> Problem:
    return Problem("saved.json", None, place, why)


def test_a_detail_page_gives_its_order_and_nobodys_address() -> None:
    assert read(fixture("order-detail.json")) == Reading((TRAY,))


@pytest.mark.parametrize(
    "block, key, content, expected",
    [
        (INFO, "orderShipTime", None, replace(TRAY, events=TRAY.events[:2])),
        (INFO, "addressVO", None, replace(TRAY, country=None)),
        (INFO, "addressVO", {"countryCode": "UK"}, replace(TRAY, country="GB")),
        (INFO, "paymentMethod", "", replace(TRAY, payment=None)),
        (INFO, "paymentMethod", "CREDIT/DEBIT CARD", replace(TRAY, payment="card")),
        (INFO, "tradeOrderId", "3039000000000200", TRAY),
        (INFO, "tradeOrderId", None, TRAY),
        (STATUS, "orderId", None, TRAY),
        (STATUS, "buttonVOList", [{"type": "cancel_order"}], replace(TRAY, cancel_button=True)),
        (STATUS, "title", "Expired", replace(TRAY, status=SeenStatus("Expired", DETAIL_SEEN))),
        (PRODUCTS, "sellerVO", None, replace(TRAY, store_name=None)),
        (PRODUCTS, "productVOList", [], replace(TRAY, items=(), title=None)),
        (PRICE, "totalPrice", None, replace(TRAY, total=None)),
        (PROGRESS, "nodes", [], replace(TRAY, deadlines=(Deadline("deliver-by", When(date(2026, 8, 1))),))),
        (SERVICES, "data", [], replace(TRAY, free_return=None)),
    ],
)
def test_what_a_field_says_is_taken_as_it_stands(block: str, key: str, content: object, expected: Order) -> None:
    assert with_field(block, key, content) == Reading((expected,))


@pytest.mark.parametrize(
    "title, buttons, expected",
    [
        ("Awaiting shipment", [{"type": "TRACKING"}], False),
        ("Awaiting shipment", [{"type": "CANCEL_ORDER"}], True),
        ("Awaiting shipment", [], None),
        ("Awaiting delivery", [{"type": "TRACKING"}], None),
        ("Expired", [{"type": "DELETE"}], None),
    ],
)
def test_a_missing_cancel_button_counts_only_where_it_could_be(
    title: str, buttons: list[object], expected: bool | None
) -> None:
    value = detail(lambda blocks: blocks[STATUS].update({"title": title, "buttonVOList": buttons}))
    status = SeenStatus(title, DETAIL_SEEN)
    assert reading_of(value) == Reading((replace(TRAY, status=status, cancel_button=expected),))


def test_without_a_promised_refund_there_is_no_deadline() -> None:
    value = detail(lambda blocks: (blocks[PROGRESS].clear(), blocks[SERVICES].clear()))
    assert reading_of(value) == Reading((replace(TRAY, free_return=None, deadlines=()),))


@pytest.mark.parametrize(
    "block, key, content, expected, where, why",
    [
        (
            INFO,
            "paymentMethod",
            "Seashells",
            replace(TRAY, payment=None),
            "paymentMethod",
            "'Seashells' is not a payment method that aliorder knows; set it with --payment",
        ),
        (
            INFO,
            "paymentMethod",
            "Plastic",
            replace(TRAY, payment=None),
            "paymentMethod",
            "'Plastic' is not a payment method that aliorder knows; set it with --payment",
        ),
        (
            INFO,
            "orderShipTime",
            "2026-06-05",
            replace(TRAY, events=TRAY.events[:2]),
            "orderShipTime",
            "'2026-06-05' cannot be read as a date without guessing (known: Jul 15, 2026)",
        ),
        (
            INFO,
            "payTime",
            "Jun 31, 2026",
            replace(TRAY, events=TRAY.events[:1] + SHIPPED),
            "payTime",
            "'Jun 31, 2026' is not a day that an order can have",
        ),
        (
            INFO,
            "addressVO",
            {"countryCode": "Korea"},
            replace(TRAY, country=None),
            "addressVO.countryCode",
            "'Korea' is not a country code of two letters",
        ),
        (INFO, "addressVO", "Korea", replace(TRAY, country=None), "addressVO", "this should be an object"),
        (
            STATUS,
            "title",
            "Op weg",
            replace(TRAY, status=None),
            "title",
            "'Op weg' is not a status that aliorder knows; note what happened with aliorder record",
        ),
        (
            PROGRESS,
            "nodes",
            [7, {"text": "Refund", "time": "Aug 1, 2026"}],
            TRAY,
            "nodes[0]",
            "this should be an object",
        ),
        (
            SERVICES,
            "data",
            "none",
            replace(TRAY, free_return=None),
            "data",
            "this should be a list",
        ),
    ],
)
def test_a_field_that_cannot_be_read_is_left_out_with_its_place(
    block: str, key: str, content: object, expected: Order, where: str, why: str
) -> None:
    assert with_field(block, key, content) == Reading((expected,), (problem(f"{block}.fields.{where}", why),))


@pytest.mark.parametrize(
    "block, key, content, where, why",
    [
        (INFO, "tradeOrderId", 3039000000000201, "tradeOrderId", "the page names two different order numbers"),
        (
            INFO,
            "tradeOrderId",
            3.04e15,
            "tradeOrderId",
            "'3040000000000000.0' is not an order number (8 to 20 digits)",
        ),
        (PRODUCTS, "productVOList", {}, "productVOList", "this should be a list"),
        (
            PRODUCTS,
            "productVOList",
            [{"quantity": "many"}],
            "productVOList[0].quantity",
            "'many' is not a number of pieces",
        ),
    ],
)
def test_an_order_without_a_sound_core_is_refused(block: str, key: str, content: object, where: str, why: str) -> None:
    assert with_field(block, key, content) == Reading((), (problem(f"{block}.fields.{where}", why),))


def test_a_page_without_any_order_number_is_refused() -> None:
    value = capture("order-detail.json")
    value["data"]["data"] = {}
    place = "detail_simple_order_info_component.tradeOrderId"
    assert reading_of(value) == Reading((), (problem(place, "the order has no number"),))

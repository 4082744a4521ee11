from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from aliorder.domain.order import Event, Item, Money, Order, SeenStatus, When
from aliorder.importers import FileRefused, Problem, Told, file_of
from aliorder.importers.known import read_file
from tests.importers.given import TERMS, Reading, as_file, capture, fixture, read, reading_of

SEEN = datetime(2026, 6, 20, 10, tzinfo=UTC)
WON = Money(Decimal(11110), "KRW")
LAMP = Order(
    number="3039000000000300",
    title="Desk lamp",
    store_name="Desk Corner",
    items=(Item("3039000000000301", "Desk lamp", 1, WON),),
    status=SeenStatus("To pay", SEEN),
    events=(Event("placed", When(date(2026, 6, 20))),),
)
SOCKS = Order(
    number="3039000000000100",
    title="Wool socks, grey",
    store_name="North Wool Shop",
    items=(
        Item("3039000000000101", "Wool socks, grey", 3, Money(Decimal("6.20"), "EUR")),
        Item("3039000000000102", "Wool hat", 1, Money(Decimal("1382.11"), "USD")),
    ),
    status=SeenStatus("Awaiting shipment", SEEN),
    events=(Event("placed", When(date(2026, 6, 18))),),
)


def rows(**changes: object) -> Any:
    """The rows, with changes in the one of the lamp."""
    value = capture("shopper.json")
    value[1].update(changes)
    return value


def problem(place: str, why: str) -> Problem:
    return Problem("saved.json", None, place, why)


def test_the_rows_of_one_order_are_told_together_with_the_day_that_is_right() -> None:
    assert read(fixture("shopper.json")) == Reading((SOCKS, LAMP))


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"orderDate": None}, replace(LAMP, events=())),
        ({"orderDateIso": "2026-06-19"}, LAMP),
        ({"orderId": 3039000000000300, "quantity": "1"}, LAMP),
        ({"status": "A ser pago "}, replace(LAMP, status=SeenStatus("A ser pago", SEEN))),
        ({"status": None}, replace(LAMP, status=None, events=())),
        ({"priceInfo": None}, replace(LAMP, items=(Item("3039000000000301", "Desk lamp"),))),
        ({"title": None}, replace(LAMP, title=None, items=(Item("3039000000000301", None, 1, WON),))),
        ({"timestamp": "1781949600000"}, LAMP),
    ],
)
def test_what_a_row_says_is_taken_as_it_stands(changes: dict[str, object], expected: Order) -> None:
    assert reading_of(rows(**changes)) == Reading((SOCKS, expected))


def test_the_newest_row_of_an_order_tells_its_status() -> None:
    value = capture("shopper.json")
    later = SEEN + timedelta(days=1)
    value[0].update(status="Awaiting delivery", timestamp=int(later.timestamp() * 1000))
    status = SeenStatus("Awaiting delivery", later)
    assert reading_of(value) == Reading((replace(SOCKS, status=status), LAMP))


def test_a_row_that_stands_there_twice_is_one_item() -> None:
    value = capture("shopper.json")
    assert reading_of([*value, value[1]]) == Reading((SOCKS, LAMP))


def test_without_a_moment_the_terms_say_when_the_status_was_seen() -> None:
    assumed = replace(LAMP, status=SeenStatus("To pay", TERMS.seen))
    assert list(read_file(as_file(rows(timestamp=None)), TERMS)) == [Told(SOCKS), Told(assumed, assumed=True)]


@pytest.mark.parametrize(
    "changes, expected, place, why",
    [
        (
            {"status": "Op weg"},
            replace(LAMP, status=None, events=()),
            "status",
            "'Op weg' is not a status that aliorder knows; note what happened with aliorder record",
        ),
        (
            {"orderDate": "06/07/2026"},
            replace(LAMP, events=()),
            "orderDate",
            "'06/07/2026' cannot be read as a date without guessing (known: Jul 15, 2026)",
        ),
        (
            {"orderDate": "Jun 22, 2026"},
            replace(LAMP, events=()),
            "orderDate",
            "'Jun 22, 2026' is later than the page itself",
        ),
        (
            {"currency": None},
            replace(LAMP, items=(Item("3039000000000301", "Desk lamp"),)),
            "currency",
            "an amount stands here without its currency",
        ),
    ],
)
def test_a_field_that_cannot_be_read_is_left_out_with_its_place(
    changes: dict[str, object], expected: Order, place: str, why: str
) -> None:
    assert reading_of(rows(**changes)) == Reading((SOCKS, expected), (problem(f"[1].{place}", why),))


@pytest.mark.parametrize(
    "changes, place, why",
    [
        ({"orderId": None}, "orderId", "the order has no number"),
        (
            {"orderId": 3.04e30},
            "orderId",
            "'3.04e+30' is an order number damaged by a spreadsheet: its last digits are lost",
        ),
        ({"quantity": "few"}, "quantity", "'few' is not a number of pieces"),
        ({"orderLineId": "a"}, "orderLineId", "'a' is not the id of an order line (digits only)"),
    ],
)
def test_an_order_without_a_sound_core_is_refused_and_stops_no_other(
    changes: dict[str, object], place: str, why: str
) -> None:
    assert reading_of(rows(**changes)) == Reading((SOCKS,), (problem(f"[1].{place}", why),))


def test_one_bad_row_keeps_its_whole_order_out() -> None:
    value = capture("shopper.json")
    value[2]["quantity"] = 0
    assert reading_of(value) == Reading((LAMP,), (problem("[2].quantity", "'0' is not a number of pieces"),))


def test_a_row_that_is_no_object_stops_no_other() -> None:
    assert reading_of([*capture("shopper.json"), 7]) == Reading(
        (SOCKS, LAMP), (problem("[3]", "this should be an object"),)
    )


def test_what_breaks_off_is_refused() -> None:
    with pytest.raises(FileRefused, match="the JSON breaks off"):
        read(file_of("f", fixture("shopper.json").content[:-3]))

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from aliorder.domain.order import Deadline, Event, Item, Order, When
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Problem
from tests.importers.given import Reading, capture, fixture, read, reading_of

LINE = "module.trackingDetailLineList[0]"
PROMISE = "module.fastDeliveryInfoDTO.fdContentList"


def at(day: int, hour: int, minute: int = 0) -> When:
    return When(at=datetime(2026, 6, day, hour, minute, tzinfo=UTC))


PLACED, PAID = Event("placed", at(2, 23, 50)), Event("paid", at(3, 0, 5))
SHIPPED, DELIVERED = Event("shipped", at(5, 22, 15)), Event("delivered", at(20, 18, 30))
TRAY, SCREWS = Item(None, "Cable tray", 1), Item(None, "Screws", 2)
ONE_SCREW = (Item(None, "Screws"),)
PARCEL = Order(
    title="Cable tray",
    items=(TRAY, SCREWS),
    tracking="KR000000001KR",
    events=(PLACED, PAID, SHIPPED, DELIVERED),
    deadlines=(Deadline("deliver-by", When(date(2026, 7, 31))),),
)


def tracking(change: Callable[[Any], object]) -> Reading:
    """What is read after `change` was done to the module of the answer."""
    value = capture("tracking.json")
    change(value["data"]["module"])
    return reading_of(value)


def line_of(module: Any) -> Any:
    return module["trackingDetailLineList"][0]


def with_line(**changes: object) -> Reading:
    return tracking(lambda module: line_of(module).update(changes))


def scan(code: str, day: int, **more: object) -> dict[str, object]:
    moment = datetime(2026, 6, day, 9, tzinfo=UTC)
    return {"time": int(moment.timestamp() * 1000), "trackingPrimaryCode": code, **more}


def happened(*events: tuple[EventKind, int]) -> tuple[Event, ...]:
    return tuple(Event(kind, at(day, 9)) for kind, day in events)


def problem(place: str, why: str) -> Problem:
    return Problem("saved.json", None, place, why)


def test_a_tracking_page_tells_of_an_order_that_it_does_not_name() -> None:
    assert read(fixture("tracking.json")) == Reading((PARCEL,))


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"mailNo": None}, replace(PARCEL, tracking="LP00000000000001")),
        ({"mailNo": "KR*******1KR"}, replace(PARCEL, tracking="LP00000000000001")),
        ({"mailNo": 520000000631}, replace(PARCEL, tracking="520000000631")),
        ({"mailNo": "", "originMailNo": " "}, replace(PARCEL, tracking=None)),
        ({"packageItemList": []}, replace(PARCEL, title=None, items=())),
        ({"packageItemList": [{"itemTitle": "Screws"}, {"count": 3}]},
         replace(PARCEL, title="Screws", items=ONE_SCREW)),
        ({"detailList": []}, replace(PARCEL, events=())),
    ],
)  # fmt: skip
def test_what_a_parcel_says_is_taken_as_it_stands(changes: dict[str, object], expected: Order) -> None:
    assert with_line(**changes) == Reading((expected,))


@pytest.mark.parametrize(
    "scans, events",
    [
        ([scan("AE_ORDER_PAID", 3), scan("AE_ORDER_SHIPPED", 4), scan("AE_GWMS_OUTBOUND", 5, fulfillStage="1000")],
         happened(("paid", 3))),
        ([scan("AE_ORDER_PLACED", 2)], ()),
        ([scan("AE_GOT", 5)], happened(("shipped", 5))),
        ([scan("", 5, trackingSecondCode="AE_PICK_UP_SUCCESS")], happened(("shipped", 5))),
        ([scan("AE_UNHEARD_OF", 5, fulfillStage="1100")], happened(("shipped", 5))),
        ([scan("AE_UNHEARD_OF", 5, fulfillStage=1099)], ()),
        ([scan("AE_LH_DEPART", 9, fulfillStage="1400"), scan("AE_CC_EX_START", 7)], happened(("shipped", 7))),
        ([scan("AE_SIGNED", 20)], happened(("shipped", 20), ("delivered", 20))),
        ([scan("AE_GTMS_SIGNED", 20), scan("AE_GTMS_SIGNED", 19), scan("AE_GOT", 5)],
         happened(("shipped", 5), ("delivered", 20))),
        ([scan("AE_GTMS_DELIVERING", 22), scan("AE_GTMS_SIGNED", 20)], happened(("shipped", 20), ("delivered", 20))),
        ([{"trackingName": "Delivered"}, scan("SOMETHING_SIGNED", 20)], ()),
    ],
    ids=["label", "placed alone", "got", "second code", "stage", "warehouse", "first move", "signed", "newest",
         "later scan", "unknown codes"],
)  # fmt: skip
def test_the_codes_tell_what_happened(scans: list[object], events: tuple[Event, ...]) -> None:
    assert with_line(detailList=scans) == Reading((replace(PARCEL, events=events),))


def test_in_a_script_call_every_value_is_text() -> None:
    def change(module: Any) -> None:
        line = line_of(module)
        line["packageItemList"] = [{**packed, "count": str(packed["count"])} for packed in line["packageItemList"]]
        line["detailList"] = [{**one, "time": str(one["time"])} for one in line["detailList"]]

    assert tracking(change) == Reading((PARCEL,))


def two_parcels(*codes: str) -> Reading:
    """What is read if a second parcel, with a screw more, has come as far as these codes say, a day later each."""

    def change(module: Any) -> None:
        scans = [scan(code, 21 + later) for later, code in enumerate(codes)]
        second = {
            "mailNo": "KR000000002KR",
            "packageItemList": [{"count": 1, "itemTitle": "Screws", "skuId": "12000000000000002"}],
            "detailList": scans,
        }
        module["trackingDetailLineList"].append(second)

    return tracking(change)


@pytest.mark.parametrize(
    "codes, events",
    [
        ((), (PLACED, PAID, Event("part-shipped", SHIPPED.when))),
        (("AE_GOT",), (PLACED, PAID, *happened(("shipped", 21)))),
        (("AE_GOT", "AE_SIGNED"), (PLACED, PAID, *happened(("shipped", 21), ("delivered", 22)))),
    ],
)
def test_an_order_in_two_parcels_is_as_far_as_its_last_one(codes: tuple[str, ...], events: tuple[Event, ...]) -> None:
    both = replace(PARCEL, items=(TRAY, SCREWS._replace(quantity=3)), events=events)
    assert two_parcels(*codes) == Reading((both, replace(both, tracking="KR000000002KR")))


def test_two_variants_of_one_title_are_two_items() -> None:
    packed = [{"count": 1, "itemTitle": "Screws", "skuId": sku} for sku in ("1", "2")]
    assert with_line(packageItemList=packed).orders[0].items == (Item(None, "Screws"), Item(None, "Screws"))


@pytest.mark.parametrize(
    "promises, day",
    [
        (["Refund if no delivery before Sep 3, 2026", "Refund if no delivery before Sep 1, 2026"], date(2026, 8, 31)),
        (["Refund if package lost", 7, None], None),
        (None, None),
    ],
)
def test_the_earliest_promise_of_a_refund_is_the_deadline(promises: object, day: date | None) -> None:
    reading = tracking(lambda module: module["fastDeliveryInfoDTO"].update(fdContentList=promises))
    deadlines = (Deadline("deliver-by", When(day)),) if day else ()
    assert reading == Reading((replace(PARCEL, deadlines=deadlines),))


def test_before_there_is_a_parcel_the_page_names_none() -> None:
    reading = tracking(lambda module: module.update(trackingDetailLineList=[]))
    assert reading == Reading((), (), ("the tracking page names no parcel yet",))


def test_a_parcel_that_nothing_tells_from_others_is_refused() -> None:
    place, why = "module.trackingDetailLineList", "the page names neither its order nor a parcel nor an item"
    assert tracking(lambda module: module.update(trackingDetailLineList=[{}])) == Reading((), (problem(place, why),))


@pytest.mark.parametrize(
    "changes, expected, place, why",
    [
        ({"mailNo": "KR 1"}, replace(PARCEL, tracking="LP00000000000001"),
         ".mailNo", "'KR 1' is not the number of a parcel"),
        ({"packageItemList": [{"itemTitle": "Screws", "count": "few"}]},
         replace(PARCEL, title="Screws", items=ONE_SCREW),
         ".packageItemList[0].count", "'few' is not a number of pieces"),
        ({"detailList": [scan("AE_GOT", 5, time="Jul. 5")]}, replace(PARCEL, events=()),
         ".detailList[0].time", "'Jul. 5' is not a moment in milliseconds"),
        ({"detailList": [scan("AE_GOT", 5, fulfillStage="last")]}, replace(PARCEL, events=happened(("shipped", 5))),
         ".detailList[0].fulfillStage", "'last' is not a whole number"),
        ({"detailList": "none"}, replace(PARCEL, events=()), ".detailList", "this should be a list"),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_read_is_left_out_with_its_place(
    changes: dict[str, object], expected: Order, place: str, why: str
) -> None:
    assert with_line(**changes) == Reading((expected,), (problem(f"{LINE}{place}", why),))


@pytest.mark.parametrize(
    "promises, place, why",
    [
        ("none", PROMISE, "this should be a list"),
        (["no delivery before Feb 30, 2026"], f"{PROMISE}[0]", "'Feb 30, 2026' is not a day that an order can have"),
    ],
)
def test_a_promise_that_cannot_be_read_is_no_deadline(promises: object, place: str, why: str) -> None:
    reading = tracking(lambda module: module["fastDeliveryInfoDTO"].update(fdContentList=promises))
    assert reading == Reading((replace(PARCEL, deadlines=()),), (problem(place, why),))


def test_a_parcel_signed_for_at_an_unknown_time_is_not_called_delivered() -> None:
    def change(module: Any) -> None:
        line_of(module)["detailList"][1]["time"] = None

    assert tracking(change) == Reading((replace(PARCEL, events=(PLACED, PAID, SHIPPED)),))

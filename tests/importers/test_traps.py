"""The traps in the files of buyers, one test each; samples/README.md tells where each of them was seen.

Here those of what the site itself sends and shows; those of sheets and of mails stand in the files beside this one.
"""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from aliorder.domain.order import Deadline, Money, Order, When
from aliorder.importers import Told
from tests.importers.taken import (
    SAMPLES,
    bent,
    bent_json,
    days,
    golden_order,
    golden_orders,
    prices,
    read,
    take_in,
    written,
)

LIST, DETAIL, TRACKING, REFUNDS = (
    f"mtop/{name}.json" for name in ("order-list", "order-detail", "tracking-querydetail", "refund-list")
)
HAR, CAPTURES = "mtop/capture.har", "mtop/aliexpress-order-api-capture.json"
PAGE = "html/order-list-2025.html"
CABLE, HDMI, EARPHONES, OLD_CASE = "8219000000020001", "8219000000040001", "8219000000060001", "8219000000090001"
ADAPTER = "8140000000000001"
PRIVATE = ("Jane Roe", "12 Nowhere Lane", "+55 11 5550 1234", "01234-567")


def order_fields(answer: Any, number: str) -> Any:
    return answer["data"]["data"][f"pc_om_list_order_{number}"]["fields"]


def detail_fields(answer: Any, tag: str) -> Any:
    return next(block["fields"] for block in answer["data"]["data"].values() if block["tag"] == tag)


def parcel_of(answer: Any) -> Any:
    return answer["data"]["module"]["trackingDetailLineList"][0]


def request_of(answer: Any) -> Any:
    return answer["data"]["module"]["items"][0]["reverseOrderLines"][0]


def entry_of(url: str, text: str, **content: str) -> Any:
    """One entry of a HAR."""
    response = {"status": 200, "content": {"mimeType": "application/json", "text": text, **content}}
    return {
        "startedDateTime": "2026-09-08T10:00:05.000Z",
        "request": {"method": "GET", "url": url},
        "response": response,
    }


def with_tracking(home: Path, tracking: Path) -> Order:
    """The order of the detail page, once the answer about its parcel was taken in too."""
    take_in(home, SAMPLES / DETAIL)
    return take_in(home, tracking).order(HDMI)


# The order list


def test_orders_come_as_the_structure_of_the_page_lists_them() -> None:
    numbers = [entry.order.number for entry in read(SAMPLES / LIST) if isinstance(entry, Told)]
    assert numbers == [CABLE, HDMI, EARPHONES, OLD_CASE]


def test_a_status_that_ends_in_a_blank_is_the_same_status(tmp_path: Path) -> None:
    path = bent_json(tmp_path, LIST, lambda answer: order_fields(answer, HDMI).update(statusText="Completed \u00a0 "))
    assert take_in(tmp_path / "home", path).orders == golden_orders(LIST)


def test_an_old_order_without_total_and_currency_is_whole(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / LIST)
    old = done.order(OLD_CASE)
    assert (old.total, prices(old), done.refused) == (None, [Money(Decimal("1.99"), "USD")], [])


def test_the_price_of_a_line_is_that_of_one_piece(tmp_path: Path) -> None:
    cable = take_in(tmp_path, SAMPLES / LIST).order(CABLE)
    assert [(item.quantity, item.unit_price) for item in cable.items] == [(2, Money(Decimal("13.90"), "BRL"))]


def test_a_date_in_digits_is_never_guessed(tmp_path: Path) -> None:
    path = bent_json(tmp_path, LIST, lambda answer: order_fields(answer, CABLE).update(orderDateText="01/09/2026"))
    done = take_in(tmp_path / "home", path)
    assert (done.code, done.fields) == (4, [f"pc_om_list_order_{CABLE}.fields.orderDateText"])
    assert done.order(CABLE) == replace(golden_order(LIST, CABLE), events=())


def test_an_amount_without_a_fraction_is_whole(tmp_path: Path) -> None:
    change = {"formatPriceInfo": "₩11,110|11110|", "currencyCode": "KRW"}
    path = bent_json(tmp_path, LIST, lambda answer: order_fields(answer, CABLE).update(change))
    assert take_in(tmp_path / "home", path).order(CABLE).total == Money(Decimal(11110), "KRW")


def test_in_a_script_call_every_number_and_truth_value_may_be_text(tmp_path: Path) -> None:
    text = (SAMPLES / "mtop/order-list.jsonp.txt").read_text(encoding="utf-8")
    answer = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    line = order_fields(answer, CABLE)["orderLines"][0]
    assert [type(value) for value in (line["quantity"], answer["data"]["global"]["curTime"])] == [str, str]
    done = take_in(tmp_path, SAMPLES / "mtop/order-list.jsonp.txt")
    assert (done.orders, done.refused) == (golden_orders("mtop/order-list.jsonp.txt"), [])


def test_an_answer_to_somebody_signed_out_is_not_an_empty_list(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / "mtop/order-list.expired-session.json")
    assert (done.code, done.orders, len(done.refused)) == (4, (), 1)
    assert "signed out" in done.refused[0]["why"]


def test_counters_are_no_orders_and_that_is_said(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / "mtop/order-count.json")
    assert (done.code, done.orders, done.refused) == (0, (), [])
    assert "count" in done.said


# The order detail


def test_an_order_number_is_the_same_as_a_number_and_as_text(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / LIST, SAMPLES / DETAIL)
    seen_last = golden_order(LIST, HDMI).status
    assert done.order(HDMI) == replace(golden_order(DETAIL, HDMI), status=seen_last)
    assert len(done.orders) == 4


def test_free_shipping_is_an_amount_of_nothing(tmp_path: Path) -> None:
    def change(answer: Any) -> None:
        detail_fields(answer, "detail_order_price_block")["priceDetails"][1]["value"] = "R$0,00"

    paid, free = take_in(tmp_path / "a", bent_json(tmp_path, DETAIL, change)), take_in(tmp_path / "b", SAMPLES / DETAIL)
    assert (free.orders, free.refused) == (paid.orders, paid.refused) == (golden_orders(DETAIL), [])


@pytest.mark.parametrize("tax", ["R$22,58", "R$22,64"])
def test_rows_that_miss_the_total_by_cents_leave_the_total_alone(tax: str, tmp_path: Path) -> None:
    def change(answer: Any) -> None:
        detail_fields(answer, "detail_order_price_block")["priceDetails"][4]["value"] = tax

    done = take_in(tmp_path / "home", bent_json(tmp_path, DETAIL, change))
    assert (done.orders, done.refused) == (golden_orders(DETAIL), [])


def test_a_refund_before_a_day_is_due_when_the_day_before_has_ended(tmp_path: Path) -> None:
    detail = take_in(tmp_path, SAMPLES / DETAIL).order(HDMI)
    assert detail.deadlines == (Deadline("deliver-by", When(date(2026, 9, 3))),)


def test_names_addresses_and_phones_stay_outside(tmp_path: Path) -> None:
    def change(answer: Any) -> None:
        address = detail_fields(answer, "detail_simple_order_info_component")["addressVO"]
        keys = ("contactName", "detailAddress", "fullPhoneNo", "postCode")
        address.update(zip(keys, PRIVATE, strict=True))

    home = tmp_path / "home"
    assert take_in(home, bent_json(tmp_path, DETAIL, change)).orders == golden_orders(DETAIL)
    content = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert [words for words in PRIVATE if words.encode() in content] == []


# The answer about a parcel


def test_a_parcel_is_linked_by_the_title_of_its_item_and_the_day_of_its_order(tmp_path: Path) -> None:
    order = with_tracking(tmp_path, SAMPLES / TRACKING)
    assert (order.tracking, days(order)) == (
        "AA000000000BR",
        [
            ("placed", "2026-07-16T01:35:00+00:00"),
            ("paid", "2026-07-16T01:40:00+00:00"),
            ("shipped", "2026-07-17T02:34:00+00:00"),
            ("delivered", "2026-07-28T18:39:00+00:00"),
        ],
    )


def test_a_parcel_of_no_known_order_is_refused_by_its_number(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / TRACKING)
    assert (done.code, done.orders, len(done.refused)) == (4, (), 1)
    assert "AA000000000BR" in done.refused[0]["why"]


def test_the_newest_step_of_a_parcel_may_stand_first_or_last(tmp_path: Path) -> None:
    path = bent_json(tmp_path, TRACKING, lambda answer: parcel_of(answer)["detailList"].reverse())
    assert with_tracking(tmp_path / "a", path) == with_tracking(tmp_path / "b", SAMPLES / TRACKING)


def test_the_text_of_a_time_which_has_no_year_is_not_read(tmp_path: Path) -> None:
    def change(answer: Any) -> None:
        for step in parcel_of(answer)["detailList"]:
            step["timeText"] = "Mon | Jan. 01 03:00"

    path = bent_json(tmp_path, TRACKING, change)
    assert with_tracking(tmp_path / "a", path) == with_tracking(tmp_path / "b", SAMPLES / TRACKING)


@pytest.mark.parametrize("first, second", [(DETAIL, TRACKING), (TRACKING, DETAIL)])
def test_of_two_days_of_one_guarantee_the_earlier_counts(first: str, second: str, tmp_path: Path) -> None:
    earlier = (Deadline("deliver-by", When(date(2026, 9, 2))),)
    done = take_in(tmp_path, SAMPLES / first, SAMPLES / second)
    assert (done.order(HDMI).deadlines, done.refused) == (earlier, [])
    assert take_in(tmp_path, SAMPLES / DETAIL).order(HDMI).deadlines == earlier
    assert take_in(tmp_path, SAMPLES / TRACKING).order(HDMI).deadlines == earlier


# The list of refunds


@pytest.mark.parametrize("shown", ["R$61,25", "R$6.125,00"])
def test_the_price_of_a_refunded_item_is_in_cents_whatever_its_text_says(shown: str, tmp_path: Path) -> None:
    def change(answer: Any) -> None:
        request_of(answer)["aeItemDTO"]["itemUnitPrice"]["formatMoney"] = shown

    assert take_in(tmp_path / "home", bent_json(tmp_path, REFUNDS, change)).orders == golden_orders(REFUNDS)


def test_a_list_of_zero_pages_may_still_hold_refunds(tmp_path: Path) -> None:
    def module(answer: Any) -> Any:
        return answer["data"]["module"]

    assert module(json.loads((SAMPLES / REFUNDS).read_text(encoding="utf-8")))["pages"] == 0
    path = bent_json(tmp_path, REFUNDS, lambda answer: module(answer).update(pages=1))
    assert take_in(tmp_path / "a", path).orders == take_in(tmp_path / "b", SAMPLES / REFUNDS).orders
    assert len(take_in(tmp_path / "b", SAMPLES / REFUNDS).orders) == 1


@pytest.mark.parametrize("status, ended", [(4, True), ("4", True), (3, False), ("1", False)])
def test_only_status_four_ends_a_request(status: object, ended: bool, tmp_path: Path) -> None:
    path = bent_json(tmp_path, REFUNDS, lambda answer: request_of(answer).update(reverseStatus=status))
    expected = golden_order(REFUNDS, ADAPTER)
    events = expected.events if ended else expected.events[:1]
    assert take_in(tmp_path / "home", path).order(ADAPTER) == replace(expected, events=events)


def test_a_time_without_a_zone_yields_to_the_moment_beside_it(tmp_path: Path) -> None:
    change = {"gmtCreateFormat": "2022-03-24 05:19:58", "gmtModifiedFormat": "2022-03-27 10:19:10"}
    path = bent_json(tmp_path, REFUNDS, lambda answer: request_of(answer).update(change))
    assert take_in(tmp_path / "home", path).orders == golden_orders(REFUNDS)


def test_the_refunded_amount_is_not_in_the_list_so_it_stays_unknown(tmp_path: Path) -> None:
    order = take_in(tmp_path, SAMPLES / REFUNDS).order(ADAPTER)
    assert (order.total, [event.amount for event in order.events]) == (None, [None, None])


# What a browser saved


def test_in_a_har_only_the_answers_of_the_known_pages_count(tmp_path: Path) -> None:
    other = (SAMPLES / REFUNDS).read_text(encoding="utf-8")

    def change(har: Any) -> None:
        har["log"]["entries"] += [
            entry_of("https://telemetry.example/echo", other),
            entry_of("https://ae01.alicdn.com/kf/Sxxxx.jpg", "\x00\x01", encoding="base64", mimeType="image/jpeg"),
            {"startedDateTime": "2026-09-08T10:00:06.000Z", "request": {}, "response": {}},
        ]

    done = take_in(tmp_path / "home", bent_json(tmp_path, HAR, change))
    assert (done.orders, done.refused) == (golden_orders(HAR), [])


def test_an_answer_in_a_har_may_be_in_base64(tmp_path: Path) -> None:
    def change(har: Any) -> None:
        content = har["log"]["entries"][1]["response"]["content"]
        content.update(text=base64.b64encode(content["text"].encode()).decode(), encoding="base64")

    done = take_in(tmp_path / "home", bent_json(tmp_path, HAR, change))
    assert (done.orders, done.refused) == (golden_orders(HAR), [])


def test_a_har_of_somebody_signed_out_says_so(tmp_path: Path) -> None:
    answer = (SAMPLES / "mtop/order-list.expired-session.json").read_text(encoding="utf-8")

    def change(har: Any) -> None:
        har["log"]["entries"][1]["response"]["content"]["text"] = answer

    done = take_in(tmp_path / "home", bent_json(tmp_path, HAR, change))
    assert (done.code, done.orders, len(done.refused)) == (4, (), 1)
    assert "signed out" in done.refused[0]["why"]


def test_the_body_of_a_captured_answer_is_a_text_that_holds_json(tmp_path: Path) -> None:
    captures = json.loads((SAMPLES / CAPTURES).read_text(encoding="utf-8"))
    assert isinstance(captures[0]["body"], str)
    detail = (SAMPLES / DETAIL).read_text(encoding="utf-8")
    url = "https://acs.aliexpress.com/h5/mtop.aliexpress.trade.buyer.order.detail/1.0/"
    captures += [{"url": url, "status": 200, "body": f"mtopjsonp3({detail})"}]
    captures += [{"url": "https://acs.aliexpress.com/h5/mtop.other/1.0/", "status": 200, "body": "<html></html>"}]
    done = take_in(tmp_path / "home", written(tmp_path, "capture.json", json.dumps(captures).encode()))
    together = take_in(tmp_path / "one by one", SAMPLES / LIST, SAMPLES / DETAIL)
    assert (done.orders, done.refused) == (together.orders, [])


def test_a_saved_har_and_a_list_of_captures_hold_what_the_plain_list_holds() -> None:
    told = [[entry for entry in read(SAMPLES / name) if isinstance(entry, Told)] for name in (LIST, HAR, CAPTURES)]
    assert [[entry.order for entry in entries] for entries in told] == [[entry.order for entry in told[0]]] * 3


# Saved pages


def test_a_saved_list_shows_only_pictures_of_an_order_with_several_items(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / PAGE)
    several = done.order("3041000000040001")
    assert (several.items, several.title, several.total) == ((), None, Money(Decimal("1.99"), "USD"))
    assert done.refused == []


def test_items_known_from_elsewhere_survive_a_page_that_shows_only_pictures(tmp_path: Path) -> None:
    take_in(tmp_path, SAMPLES / LIST)
    path = bent(tmp_path, PAGE, ("3041000000040001", EARPHONES), ("3041000000020001", OLD_CASE))
    done = take_in(tmp_path, path)
    assert (done.code, done.order(EARPHONES).items) == (0, golden_order(LIST, EARPHONES).items)

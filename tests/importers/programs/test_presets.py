"""The tables that known programs write, and what is peculiar to each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from aliorder.domain.order import Event, Item, Money, Order, SeenStatus, When
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Importer, InputFile, Told
from aliorder.importers.known import IMPORTERS
from aliorder.importers.programs.andrew_melnyk import ANDREW_MELNYK
from aliorder.importers.programs.chriskomus import CHRISKOMUS
from aliorder.importers.programs.nrbrook import NRBROOK_LINES, NRBROOK_ORDERS
from aliorder.importers.programs.order_exporter import ORDER_EXPORTER
from aliorder.importers.programs.privacy_export import PRIVACY_EXPORT
from aliorder.importers.programs.shopper_csv import SHOPPER_CSV
from aliorder.importers.programs.stoneddiscord import STONEDDISCORD
from aliorder.importers.tables.orders import NO_CURRENCY
from tests.importers.given import TERMS
from tests.importers.tables.given import MODIFIED, ONE, TWO, reading, sheet, workbook

TO_PAY = SeenStatus("To pay", TERMS.seen)
USD = TERMS._replace(currency="USD")


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def on(kind: EventKind, year: int, month: int, day: int) -> Event:
    return Event(kind, When(date(year, month, day)))


EXPORTER = (
    "Order Id,Order date,Order Status,Order detail url,Store Name,Store url,Currency,Tracking number,Tracking link,"
    "Item title,Item price,Item quantity,Item attributes,Item image url,Item product link,Total order net price,"
    "Total Shipping,Total price adjustments,Total discount,Total EU Tax,Total VAT,Total price,Buyer Full Name,"
    "Buyer address,Buyer Phone Number,Buyer country,Buyer region,Buyer ZIP,Buyer city,Payment method"
)
INVENTORY = (
    "Order Date,Order ID,Title,Qty,Price,Store,Product ID,SKU ID,Attributes,Price Info,Currency,Status,Product Url,"
    "Product Image Url,Store Url,Tags"
)
ORDERS = (
    "order_id,order_date,status,total_price_text,currency,store_name,order_title,order_titles,item_image_url,"
    "order_line_count,payment_method,shipping_contact_name,shipping_country_code,shipping_post_code,"
    "shipping_region_address,shipping_detail_address,shipping_phone,order_detail_url,invoice_page_url,"
    "invoice_pdf_paths,list_json,detail_json,invoice_info_json"
)
LINES = (
    "order_id,order_date,store_name,status,line_index,order_line_id,product_id,sku_id,item_title,item_image_url,"
    "item_price_text,currency,quantity,item_detail_url,snapshot_url,sku_attrs_json,item_tags_json,line_json"
)
SCRAPPER = "Order ID,Order Date,Status,Product Title,Product Link,Currency,Price,Store Name,Store Link"
CLIPBOARD = (
    "Order Number\tOrder Date\tSubtotal\tShipping and Tax\tTotal Order Amount\tStore Name\tOrder Status\t"
    "Tracking Number\tTracking Status\tTracking Status Last Updated\tTracking Link\tProduct Title\tOption\tPrice\t"
    "Quantity\tPieces Per Pack\tTotal Quantity\tLanded Cost\tProduct URL\tImage URL\t"
)
SEMICOLONS = "Order ID;Product;Store;Value;Tracking ID;Carrier;Order time;Status"
BACKUP = (
    "order_id,parent_orderid,gmt_create_order_time,order_status,item_name,unit_price,payable_amt,gmt_pay_order_time,"
    "gmt_trade_end_time,end_reason,is_success_pay,frozen_status"
)
HEADERS = (EXPORTER, INVENTORY, ORDERS, LINES, SCRAPPER, CLIPBOARD, SEMICOLONS, BACKUP)
PRESETS: tuple[Importer, ...] = (
    ORDER_EXPORTER,
    SHOPPER_CSV,
    NRBROOK_ORDERS,
    NRBROOK_LINES,
    ANDREW_MELNYK,
    CHRISKOMUS,
    STONEDDISCORD,
    PRIVACY_EXPORT,
)


def made(header: str, *rows: Mapping[str, object]) -> InputFile:
    """A table with this header, whose rows have these cells, and others blank; all in quotation marks."""
    mark = max(",;\t", key=header.count)
    names = header.split(mark)
    lines = [mark.join(quoted(str(cells.get(name, ""))) for name in names) for cells in rows]
    assert all(cells.keys() <= set(names) for cells in rows)
    return sheet(header, *lines, encoding="utf-8-sig")


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@pytest.mark.parametrize("header, preset", list(zip(HEADERS, PRESETS, strict=True)))
def test_each_format_is_claimed_by_its_importer_alone(header: str, preset: Importer) -> None:
    assert [importer.name for importer in IMPORTERS if importer.claims(sheet(header, "x"))] == [preset.name]
    assert [importer.name for importer in PRESETS if importer.claims(sheet(header.upper()))] == [preset.name]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("header, preset", list(zip(HEADERS, PRESETS, strict=True)))
def test_a_format_is_known_however_a_spreadsheet_saved_it(header: str, preset: Importer, mark: str) -> None:
    cells = header.split(max(",;\t", key=header.count))
    assert preset.claims(sheet(mark.join(cells)))
    assert preset.claims(workbook([cells]))


# The order exporter


def test_an_exported_order_has_rows_for_its_items_and_one_for_its_sums() -> None:
    of_order = {
        "Order Id": ONE,
        "Order date": "3. Jun 2026",
        "Order Status": "To pay",
        "Store Name": "Lamp Store",
        "Currency": "€",
        "Tracking number": "LB000000000CN",
    }
    file = made(
        EXPORTER,
        of_order | {"Item title": 'Lamp, 1/4"', "Item price": "9.61", "Item quantity": "1.00"},
        of_order | {"Item title": "Cable", "Item price": "2.10", "Item quantity": "2.00"},
        of_order
        | {"Total price": "13.81", "Total VAT": "0.00", "Buyer Full Name": "A. Person", "Buyer country": "Polska"},
        of_order | {"Order Id": TWO, "Buyer country": "Somewhere", "Payment method": "Kakao Pay"},
    )
    order = Order(
        number=ONE,
        title='Lamp, 1/4"',
        store_name="Lamp Store",
        items=(
            Item(None, 'Lamp, 1/4"', 1, Money(Decimal("9.61"), "EUR")),
            Item(None, "Cable", 2, Money(Decimal("2.10"), "EUR")),
        ),
        total=Money(Decimal("13.81"), "EUR"),
        country="PL",
        status=TO_PAY,
        tracking="LB000000000CN",
        events=(on("placed", 2026, 6, 3),),
    )
    found = reading(ORDER_EXPORTER, file)
    assert found.orders[0] == order
    assert (found.orders[1].country, found.orders[1].payment) == (None, "kakaopay")
    assert (found.problems, found.remarks) == ((), ())
    assert "Person" not in repr(found)


def test_an_export_may_have_lost_and_gained_columns() -> None:
    header = "Extra,Order Id,Order date,Item title,Total price,More"
    found = reading(ORDER_EXPORTER, made(header, {"Order Id": ONE, "Item title": "Lamp", "Extra": "x"}))
    assert found.orders == (Order(number=ONE, title="Lamp", items=(Item(None, "Lamp"),)),)


# The shopper inventory


def test_an_inventory_has_prices_for_one_piece_and_days_that_may_be_early() -> None:
    row: dict[str, object] = {"Order Date": "2026-06-03", "Order ID": ONE, "Status": "To pay", "Store": "Lamp Store"}
    file = made(
        INVENTORY,
        row
        | {"Title": "Lamp", "Qty": 2, "Price": "1.129,46zł", "Price Info": "1.129,46zł|1.129|46", "Currency": "PLN"},
        row | {"Title": "Cable", "Qty": 1, "Price": "1,00zł", "Price Info": "1,00zł|1|00", "Currency": "PLN"},
    )
    found = reading(SHOPPER_CSV, file)
    assert found.orders == (
        Order(
            number=ONE,
            title="Lamp",
            store_name="Lamp Store",
            items=(
                Item(None, "Lamp", 2, Money(Decimal("1129.46"), "PLN")),
                Item(None, "Cable", 1, Money(Decimal("1.00"), "PLN")),
            ),
            status=TO_PAY,
            events=(on("placed", 2026, 6, 3),),
        ),
    )
    assert (found.problems, ["one day early" in remark for remark in found.remarks]) == ((), [True])


# nrbrook

RAW_LINE = {
    "orderLineId": 3039000000000105,
    "itemTitle": "Lamp, white",
    "quantity": "2",
    "formatPriceInfo": "R$1.031,93|1.031|93",
    "currencyCode": "BRL",
}
RAW_ORDER = {"orderId": ONE, "orderDateText": "Jun 3, 2026", "statusText": "To pay", "orderLines": [RAW_LINE]}
RAW_ITEM = Item("3039000000000105", "Lamp, white", 2, Money(Decimal("1031.93"), "BRL"))
ROW: dict[str, object] = {"order_id": ONE, "order_date": "2026-06-03", "status": "To pay", "currency": "GBP"}
CELLS = ROW | {
    "order_title": "Lamp",
    "order_titles": "Lamp | Cable",
    "total_price_text": "£12.34",
    "payment_method": "Kakao Pay",
    "shipping_country_code": "UK",
    "shipping_contact_name": "A. Person",
    "list_json": "{}",
}
OF_CELLS = Order(
    number=ONE,
    title="Lamp",
    total=Money(Decimal("12.34"), "GBP"),
    payment="kakaopay",
    country="GB",
    status=TO_PAY,
    events=(on("placed", 2026, 6, 3),),
)


@pytest.mark.parametrize("raw", ["", "{}", "[]", "null", "not JSON", '{"orderId": "3039', "[" * 100_000])
def test_without_the_objects_of_the_site_the_columns_count(raw: str) -> None:
    found = reading(NRBROOK_ORDERS, made(ORDERS, CELLS | {"list_json": raw, "detail_json": raw}))
    assert (found.orders, found.problems, found.remarks) == ((OF_CELLS,), (), ())


def test_the_object_of_an_order_beats_the_columns_and_they_add_to_it() -> None:
    found = reading(NRBROOK_ORDERS, made(ORDERS, CELLS | {"list_json": json.dumps(RAW_ORDER)}))
    assert (found.orders[0].title, found.orders[0].items) == ("Lamp, white", (RAW_ITEM,))
    assert (found.orders[0].payment, found.orders[0].country, found.orders[0].events) == (
        "kakaopay",
        "GB",
        OF_CELLS.events,
    )
    assert (len(found.orders), found.problems) == (1, ())


def test_the_object_of_an_order_has_its_number_where_a_spreadsheet_damaged_the_column() -> None:
    cells = CELLS | {"order_id": "3.04E+15", "list_json": json.dumps(RAW_ORDER)}
    assert [order.number for order in reading(NRBROOK_ORDERS, made(ORDERS, cells)).orders] == [ONE]


def test_the_objects_of_its_page_add_to_an_order() -> None:
    page = {
        "detail_order_status_block": {"title": "Awaiting shipment", "orderId": ONE},
        "detail_simple_order_info_component": {"tradeOrderId": int(ONE), "payTime": "Jun 4, 2026"},
        "detail_product_block": {"productVOList": [RAW_LINE]},
        "detail_order_price_block": 7,
    }
    found = reading(NRBROOK_ORDERS, made(ORDERS, CELLS | {"detail_json": json.dumps(page)}))
    assert (found.orders[0].items, found.orders[0].status) == ((RAW_ITEM,), SeenStatus("Awaiting shipment", TERMS.seen))
    assert found.orders[0].events == (on("placed", 2026, 6, 3), on("paid", 2026, 6, 4))
    assert [(problem.line, (problem.field or "")[:12]) for problem in found.problems] == [(2, "detail_json.")]


@pytest.mark.parametrize("page", [{"detail_simple_order_info_component": {"tradeOrderId": TWO}}, {"x": {}}])
def test_an_object_that_is_not_of_this_order_is_left_out(page: object) -> None:
    found = reading(NRBROOK_ORDERS, made(ORDERS, CELLS | {"detail_json": json.dumps(page)}))
    assert (found.orders, [problem.line for problem in found.problems]) == ((OF_CELLS,), [2])


def test_rows_of_nrbrook_may_stand_anywhere() -> None:
    second = CELLS | {"order_id": TWO, "list_json": json.dumps(RAW_ORDER | {"orderId": TWO})}
    found = reading(NRBROOK_ORDERS, made(ORDERS, second, CELLS, second))
    assert [(order.number, len(order.items)) for order in found.orders] == [(ONE, 0), (TWO, 1)]


def test_the_object_of_a_line_beats_its_columns() -> None:
    line = ROW | {"order_line_id": "105", "item_title": "Lamp", "item_price_text": "£10.28", "quantity": "1"}
    file = made(LINES, line | {"line_json": json.dumps(RAW_LINE)}, line | {"line_json": "{}"})
    found = reading(NRBROOK_LINES, file)
    cells = Item("105", "Lamp", 1, Money(Decimal("10.28"), "GBP"))
    assert (found.orders[0].items, found.problems) == ((RAW_ITEM, cells), ())


# The smaller ones


def test_the_price_of_the_scrapper_is_that_of_its_item_or_else_of_the_order() -> None:
    row: dict[str, object] = {"Order Date": "Jun 3, 2026", "Status": "To pay", "Currency": "US", "Price": "5.97"}
    named = row | {"Order ID": ONE, "Product Title": "Lamp", "Store Name": "Lamp Store"}
    found = reading(ANDREW_MELNYK, made(SCRAPPER, named, row | {"Order ID": TWO}))
    placed = (on("placed", 2026, 6, 3),)
    lamp = Item(None, "Lamp", 1, dollars("5.97"))
    assert found.orders == (
        Order(number=ONE, title="Lamp", store_name="Lamp Store", items=(lamp,), status=TO_PAY, events=placed),
        Order(number=TWO, total=dollars("5.97"), status=TO_PAY, events=placed),
    )
    assert found.problems == ()


def test_the_clipboard_has_its_months_first_whatever_is_said() -> None:
    row: dict[str, object] = {
        "Order Number": ONE,
        "Order Date": "6/3/2026",
        "Order Status": "To pay",
        "Store Name": "Lamp Store",
        "Total Order Amount": "2.25",
        "Tracking Number": "LB000000000CN",
        "Product Title": "Lamp",
        "Price": "1.99",
        "Quantity": "1",
    }
    found = reading(CHRISKOMUS, made(CLIPBOARD, row), USD._replace(date_order="dmy"))
    assert found.orders == (
        Order(
            number=ONE,
            title="Lamp",
            store_name="Lamp Store",
            items=(Item(None, "Lamp", 1, dollars("1.99")),),
            total=dollars("2.25"),
            status=TO_PAY,
            tracking="LB000000000CN",
            events=(on("placed", 2026, 6, 3),),
        ),
    )


def test_what_the_clipboard_lost_is_not_made_up() -> None:
    row: dict[str, object] = {
        "Order Number": ONE,
        "Product Title": "undefined",
        "Tracking Number": "undefined",
        "Total Order Amount": "2670",
        "Quantity": "NaN",
    }
    found = reading(CHRISKOMUS, made(CLIPBOARD, row), USD)
    assert (found.orders, found.problems) == ((Order(number=ONE),), ())
    assert "decimal commas" in found.remarks[0]


def test_the_list_of_2020_has_a_time_before_the_day_and_a_bare_dollar_sign() -> None:
    row: dict[str, object] = {
        "Order ID": ONE,
        "Product": "Lamp",
        "Store": "Lamp Store",
        "Value": "$ 1.99",
        "Tracking ID": "LB000000000CN",
        "Order time": "10:20 Mar. 05 2020",
        "Status": "To pay",
    }
    order = Order(
        number=ONE,
        title="Lamp",
        store_name="Lamp Store",
        items=(Item(None, "Lamp"),),
        status=TO_PAY,
        tracking="LB000000000CN",
        events=(on("placed", 2020, 3, 5),),
    )
    silent, told = (reading(STONEDDISCORD, made(SEMICOLONS, row), terms) for terms in (TERMS, USD))
    assert (silent.orders, silent.problems, silent.remarks) == ((order,), (), (NO_CURRENCY.text,))
    assert (told.orders[0].total, told.remarks) == (dollars("1.99"), ())


# The privacy export

NAMES = BACKUP.split(",")
LINE: dict[str, object] = {
    "order_id": TWO,
    "parent_orderid": ONE,
    "gmt_create_order_time": "2026-06-03 07:44:46",
    "order_status": "To pay",
    "item_name": "Lamp",
    "unit_price": 15115,
    "payable_amt": 5,
    "gmt_pay_order_time": "2026-06-03 23:59:59",
    "gmt_trade_end_time": "2026-06-09 18:17:56",
    "is_success_pay": "true",
}


def backup(*lines: Mapping[str, object]) -> InputFile:
    return workbook([NAMES, *([line.get(name) for name in NAMES] for line in lines)], "Order Information")


def test_the_backup_names_lines_and_orders_and_counts_in_cents() -> None:
    found = reading(PRIVACY_EXPORT, backup(LINE), USD)
    assert found.orders == (
        Order(
            number=ONE,
            title="Lamp",
            items=(Item(TWO, "Lamp", 1, dollars("151.15")),),
            total=dollars("0.05"),
            status=SeenStatus("To pay", MODIFIED),
            events=(on("placed", 2026, 6, 3), on("paid", 2026, 6, 3)),
        ),
    )
    assert (found.problems, ["one source" in remark for remark in found.remarks]) == ((), [True])
    told = next(entry for entry in PRIVACY_EXPORT.read(backup(LINE), USD) if isinstance(entry, Told))
    assert not told.assumed


def test_the_backup_names_no_currency() -> None:
    found = reading(PRIVACY_EXPORT, backup(LINE))
    assert (found.orders[0].total, found.remarks[-1]) == (None, NO_CURRENCY.text)


def test_an_order_of_several_lines_has_no_total_in_the_backup() -> None:
    found = reading(PRIVACY_EXPORT, backup(LINE, LINE | {"order_id": "3039000000000205", "payable_amt": 7}), USD)
    assert (found.orders[0].total, len(found.orders[0].items), found.problems) == (None, 2, ())


@pytest.mark.parametrize("said", ["false", "", False])
def test_a_payment_that_failed_is_none(said: object) -> None:
    found = reading(PRIVACY_EXPORT, backup(LINE | {"is_success_pay": said}))
    assert [event.kind for event in found.orders[0].events] == ["placed"]


@pytest.mark.parametrize(
    "reason, kind",
    [
        ("buyer_accept_goods", "receipt-confirmed"),
        ("BUYER_ACCEPT_GOODS_TIMEOUT", "receipt-confirmed"),
        ("pay_timeout", "expired"),
        ("buyer_cancel_order_in_risk", "cancelled-by-buyer"),
        ("buyer_cancel_order", "cancel-accepted"),
        ("seller_send_goods_timeout", "cancelled-by-platform"),
        ("security_close", "cancelled-by-platform"),
        ("seller_accept_issue_no_goods_return", "dispute-agreed"),
        ("seller_response_issue_timeout", "dispute-won"),
    ],
)
def test_the_reason_of_the_end_tells_what_happened_then(reason: str, kind: EventKind) -> None:
    found = reading(PRIVACY_EXPORT, backup(LINE | {"end_reason": reason}))
    assert on(kind, 2026, 6, 9) in found.orders[0].events
    assert len(found.orders[0].events) == 3


@pytest.mark.parametrize("reason", ["end_issue", "trade_close", "who_knows", "", None])
def test_a_reason_that_leaves_the_end_open_tells_nothing(reason: object) -> None:
    found = reading(PRIVACY_EXPORT, backup(LINE | {"end_reason": reason}))
    assert [event.kind for event in found.orders[0].events] == ["placed", "paid"]

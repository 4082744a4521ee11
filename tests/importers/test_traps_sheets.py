"""The traps in sheets: what exporters, scrapers, spreadsheets and payment firms write."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aliorder.domain.order import Event, Item, Money, Order, When
from tests.importers.taken import SAMPLES, Taken, bent, days, golden_order, golden_orders, prices, take_in, written

EXPORTER, INVENTORY = "csv/order-exporter-30col.csv", "csv/shopper-inventory.csv"
INVENTORY_JSON = "json/shopper-inventory.json"
ORDERS, LINES = "csv/nrbrook-orders.csv", "csv/nrbrook-order-lines.csv"
ANDREW, CHRIS, DAMAGED = "csv/andrew-melnyk.csv", "csv/chriskomus-detail.tsv", "csv/trap-excel-damaged.csv"
BACKUP = "xlsx/aliexpress_user_data_backup_example.xlsx"
PAYPAL, SPANISH = "payments/paypal-activity-en.csv", "payments/paypal-statement-es.csv"
SITE_LIST = "mtop/order-list.json"
HOSE, MESH = "3050000000025504", "3050000000045504"
CLEANER, BACKED_UP_LAMP = "3060000000059913", "3060000000079913"
HDMI, EARPHONES, CABLE = "8219000000040001", "8219000000060001", "8219000000020001"
CASE, LAMP, PAID_LAMP = "3040000000020001", "3040000000040001", "3041000000020001"


def same_as_golden(done: Taken, name: str) -> None:
    assert (done.orders, done.refused) == (golden_orders(name), [])


def in_dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def bent_workbook(folder: Path, *changes: tuple[str, str]) -> Path:
    """The workbook with each first text in its sheet replaced by the second one."""
    result = io.BytesIO()
    with zipfile.ZipFile(SAMPLES / BACKUP) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            if name.endswith("sheet1.xml"):
                for old, new in changes:
                    assert old in text, old
                    text = text.replace(old, new)
            target.writestr(name, text)
    return written(folder, "backup.xlsx", result.getvalue())


def with_cell(folder: Path, name: str, column: str, value: str) -> Path:
    """The sheet with this value in the column of its first row."""
    rows = list(csv.reader(io.StringIO((SAMPLES / name).read_text(encoding="utf-8"), newline="")))
    rows[1][rows[0].index(column)] = value
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return written(folder, Path(name).name, text.getvalue().encode())


# The order exporter with 30 columns


def test_a_mark_at_its_start_and_the_ends_of_its_lines_are_no_part_of_a_sheet(tmp_path: Path) -> None:
    content = (SAMPLES / EXPORTER).read_bytes()
    assert content.startswith(codecs.BOM_UTF8)
    assert content.count(b"\r\n") == content.count(b"\n")
    plain = written(tmp_path, "plain.csv", content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n"))
    same_as_golden(take_in(tmp_path / "a", SAMPLES / EXPORTER), EXPORTER)
    same_as_golden(take_in(tmp_path / "b", plain), EXPORTER)


def test_the_row_of_totals_is_no_item(tmp_path: Path) -> None:
    mesh = take_in(tmp_path, SAMPLES / EXPORTER).order(MESH)
    assert ([item.title for item in mesh.items], mesh.total) == (
        ["Window screen mesh", "Screen tape"],
        Money(Decimal("15.02"), "EUR"),
    )


def test_an_order_whose_row_of_totals_is_cut_off_enters_without_a_total(tmp_path: Path) -> None:
    content = b"".join((SAMPLES / EXPORTER).read_bytes().splitlines(keepends=True)[:-1])
    done = take_in(tmp_path / "home", written(tmp_path, "cut.csv", content))
    assert done.orders == (golden_order(EXPORTER, HOSE), replace(golden_order(EXPORTER, MESH), total=None))


@pytest.mark.parametrize(
    "text, day",
    [
        ("3. Aug 2025", date(2025, 8, 3)),
        ("31. Dez. 2024", date(2024, 12, 31)),
        ("3. März 2025", date(2025, 3, 3)),
        ("3 août 2025", date(2025, 8, 3)),
        ("3 de ago. de 2025", date(2025, 8, 3)),
        ("3 sie 2025", date(2025, 8, 3)),
        ("3 авг. 2025", date(2025, 8, 3)),
        ("Aug 3, 2025", date(2025, 8, 3)),
    ],
)
def test_months_have_names_in_the_language_of_the_account(text: str, day: date, tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent(tmp_path, EXPORTER, ("3. Aug 2025", text)))
    assert [order.events for order in done.orders] == [(Event("placed", When(day)),)] * 2


def test_a_status_is_understood_in_the_language_of_the_account(tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent(tmp_path, EXPORTER, ("Abgeschlossen", "Concluído")))
    assert ([order.status and order.status.text for order in done.orders], done.refused) == (["Concluído"] * 2, [])


@pytest.mark.parametrize("sign, code", [("€", "EUR"), ("R$", "BRL"), ("zł", "PLN"), ("US $", "USD"), ("£", "GBP")])
def test_the_sign_in_its_own_column_is_the_currency(sign: str, code: str, tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent(tmp_path, EXPORTER, ("€", sign)))
    assert [order.total and order.total.currency for order in done.orders] == [code] * 2


def test_a_sign_of_many_currencies_is_left_out_until_one_is_named(tmp_path: Path) -> None:
    path = bent(tmp_path, EXPORTER, ("€", "$"))
    done = take_in(tmp_path / "a", path)
    assert [(order.total, set(prices(order))) for order in done.orders] == [(None, {None})] * 2
    assert (done.said.count("--currency"), done.refused) == (1, [])
    told = take_in(tmp_path / "b", path, options=("--currency", "CAD"))
    assert [order.total and order.total.currency for order in told.orders] == ["CAD"] * 2


def test_links_may_lack_their_protocol(tmp_path: Path) -> None:
    path = bent(tmp_path, EXPORTER, ('"//www.aliexpress.com', '"https://www.aliexpress.com'))
    same_as_golden(take_in(tmp_path / "home", path), EXPORTER)


def test_an_inch_mark_inside_a_quoted_cell_ends_nothing(tmp_path: Path) -> None:
    path = bent(tmp_path, EXPORTER, ("Garden hose connectors, 30 pcs", 'Garden hose, 1/4"", 30 pcs'))
    assert take_in(tmp_path / "home", path).order(HOSE).title == 'Garden hose, 1/4", 30 pcs'


# The shopper inventory


def test_the_price_in_an_inventory_is_that_of_one_piece(tmp_path: Path) -> None:
    box = take_in(tmp_path, SAMPLES / INVENTORY).order("3060000000729913")
    assert box.items == (Item(None, "Filament box", 2, in_dollars("2.04")),)


def test_order_numbers_of_sixteen_digits_need_no_quotes(tmp_path: Path) -> None:
    quoted = bent(tmp_path, INVENTORY, (f",{CLEANER},", f',"{CLEANER}",'))
    assert take_in(tmp_path / "a", quoted).orders == take_in(tmp_path / "b", SAMPLES / INVENTORY).orders
    assert CLEANER in [order.number for order in take_in(tmp_path / "b", SAMPLES / INVENTORY).orders]


@pytest.mark.parametrize("names", [(INVENTORY, INVENTORY_JSON), (INVENTORY_JSON, INVENTORY)])
def test_an_iso_day_that_is_one_early_yields_to_the_other_file(names: tuple[str, str], tmp_path: Path) -> None:
    for name in names:
        done = take_in(tmp_path, SAMPLES / name)
    seen_last = {order.number: order.status for order in golden_orders(INVENTORY)}
    assert done.orders == tuple(
        replace(order, status=seen_last[order.number]) for order in golden_orders(INVENTORY_JSON)
    )


def test_a_lone_inventory_may_be_a_day_early_and_says_so(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / INVENTORY)
    assert days(done.order(CLEANER)) == [("placed", "2026-02-20")]
    assert "day early" in done.said


def test_thousands_have_marks_of_either_kind(tmp_path: Path) -> None:
    path = bent(tmp_path, INVENTORY, ("129,46zł|129|46", "1.129,46zł|1.129|46"), ('"129,46zł"', '"1.129,46zł"'))
    done = take_in(tmp_path / "home", path)
    assert prices(done.order("3070000000009913")) == [in_dollars("1382.11")]
    assert prices(done.order("3060000000459913")) == [Money(Decimal("1129.46"), "PLN")]


# nrbrook


def test_the_raw_order_beside_the_columns_of_an_export_is_preferred(tmp_path: Path) -> None:
    answer = json.loads((SAMPLES / SITE_LIST).read_text(encoding="utf-8"))
    raw = json.dumps(answer["data"]["data"][f"pc_om_list_order_{HDMI}"]["fields"])
    done = take_in(tmp_path / "home", with_cell(tmp_path, ORDERS, "list_json", raw))
    columns, site = golden_order(ORDERS, HDMI), golden_order(SITE_LIST, HDMI)
    assert done.orders == (replace(site, payment=columns.payment, country=columns.country, status=columns.status),)


def test_the_raw_line_beside_the_columns_of_an_export_is_preferred(tmp_path: Path) -> None:
    answer = json.loads((SAMPLES / SITE_LIST).read_text(encoding="utf-8"))
    raw = json.dumps(answer["data"]["data"][f"pc_om_list_order_{HDMI}"]["fields"]["orderLines"][0])
    done = take_in(tmp_path / "home", with_cell(tmp_path, LINES, "line_json", raw))
    assert done.order(HDMI).items == golden_order(SITE_LIST, HDMI).items


def test_the_day_of_an_export_may_be_written_as_iso_or_as_on_the_page(tmp_path: Path) -> None:
    path = bent(tmp_path, ORDERS, ('"Jul 15, 2026"', "2026-07-15"))
    same_as_golden(take_in(tmp_path / "home", path), ORDERS)


# The smaller exporters


@pytest.mark.parametrize("letters, code", [("US", "USD"), ("CA", "CAD"), ("AU", "AUD")])
def test_a_currency_may_be_the_two_letters_before_a_dollar_sign(letters: str, code: str, tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent(tmp_path, ANDREW, ('"US"', f'"{letters}"')))
    assert [prices(order) for order in done.orders] == [
        [Money(Decimal("1.99"), code)],
        [Money(Decimal("26.70"), code)],
    ]


def test_an_export_of_first_items_takes_no_other_item_away(tmp_path: Path) -> None:
    take_in(tmp_path, SAMPLES / SITE_LIST)
    done = take_in(tmp_path, bent(tmp_path, ANDREW, (CASE, EARPHONES), ("Phone case", "Earphones, black")))
    assert (done.code, done.order(EARPHONES).items) == (0, golden_order(SITE_LIST, EARPHONES).items)


def test_an_export_without_quantities_leaves_those_known_alone(tmp_path: Path) -> None:
    take_in(tmp_path, SAMPLES / SITE_LIST)
    done = take_in(tmp_path, bent(tmp_path, ANDREW, (CASE, CABLE), ("Phone case", "USB cable 1 m, 2 pieces")))
    assert (done.code, done.order(CABLE).items) == (0, golden_order(SITE_LIST, CABLE).items)


def test_the_price_of_an_untitled_order_is_its_total(tmp_path: Path) -> None:
    path = bent(tmp_path, ANDREW, ('"Phone case","https://www.aliexpress.com/item/1005000000000030.html"', '"",""'))
    case = take_in(tmp_path / "home", path).order(CASE)
    assert case == replace(golden_order(ANDREW, CASE), title=None, items=(), total=in_dollars("1.99"))


def test_a_tab_at_the_end_of_each_line_is_no_column(tmp_path: Path) -> None:
    path = bent(tmp_path, CHRIS, ("\t\n", "\n"))
    same_as_golden(take_in(tmp_path / "a", path), CHRIS)
    same_as_golden(take_in(tmp_path / "b", SAMPLES / CHRIS), CHRIS)


@pytest.mark.parametrize("text, day", [("4/2/2025", date(2025, 4, 2)), ("12/31/2025", date(2025, 12, 31))])
def test_the_script_that_always_writes_the_month_first_is_read_so(text: str, day: date, tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent(tmp_path, CHRIS, ("4/2/2025", text)))
    assert done.order(CASE).events == (Event("placed", When(day)),)


def test_semicolons_part_the_cells_of_a_sheet_as_well(tmp_path: Path) -> None:
    done = take_in(tmp_path, SAMPLES / "csv/stoneddiscord-2020-semicolon.csv")
    same_as_golden(done, "csv/stoneddiscord-2020-semicolon.csv")


# What a spreadsheet damages


@pytest.mark.parametrize("number", ["3.04E+15", "3,04E+15", "3.04e15", "3040000000020000"])
def test_a_number_that_a_spreadsheet_shortened_is_refused_with_the_reason(number: str, tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", with_cell(tmp_path, ANDREW, "Order ID", number))
    assert ([order.number for order in done.orders], done.fields) == ([LAMP], ["Order ID"])
    assert (done.code, done.refused[0]["line"], "spreadsheet" in done.refused[0]["why"]) == (4, 2, True)


def test_zeros_at_the_end_of_a_number_can_be_vouched_for(tmp_path: Path) -> None:
    path = with_cell(tmp_path, ANDREW, "Order ID", "3040000000020000")
    done = take_in(tmp_path / "home", path, options=("--trust-numbers",))
    assert ([order.number for order in done.orders], done.refused) == (["3040000000020000", LAMP], [])


def test_day_and_month_are_never_guessed_but_can_be_told(tmp_path: Path) -> None:
    path = bent(tmp_path, DAMAGED, ("3.04E+15", CASE), ("3040000000040000", LAMP), ('"26,70"', "26.70"))
    done = take_in(tmp_path / "a", path)
    assert (done.code, done.fields) == (4, ["Order Date", "Order Date"])
    assert [order.events for order in done.orders] == [(), ()]
    assert "--date-order" in done.refused[0]["why"]
    told = take_in(tmp_path / "b", path, options=("--date-order", "dmy"))
    assert [days(order) for order in told.orders] == [[("placed", "2025-04-02")], [("placed", "2025-04-01")]]


def test_one_date_of_a_file_can_tell_how_all_are_meant(tmp_path: Path) -> None:
    path = bent(tmp_path, DAMAGED, ("3.04E+15", CASE), ("3040000000040000", LAMP), ("01/04/2025", "30/04/2025"))
    done = take_in(tmp_path / "home", path)
    assert [days(order) for order in done.orders] == [[("placed", "2025-04-02")], [("placed", "2025-04-30")]]


# The workbook of the privacy export


def test_the_order_id_of_the_workbook_is_that_of_a_line(tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent_workbook(tmp_path, (BACKED_UP_LAMP, CLEANER)))
    assert [(order.number, [item.line_id for item in order.items]) for order in done.orders] == [
        (CLEANER, ["3060000000069913", "3060000000089913"])
    ]


def test_the_workbook_counts_in_cents_of_a_currency_that_it_does_not_name(tmp_path: Path) -> None:
    silent = take_in(tmp_path / "a", SAMPLES / BACKUP)
    assert [(order.total, prices(order)) for order in silent.orders] == [(None, [None])] * 2
    told = take_in(tmp_path / "b", SAMPLES / BACKUP, options=("--currency", "USD"))
    assert [(order.total, prices(order)) for order in told.orders] == [
        (in_dollars("119.74"), [in_dollars("151.15")]),
        (in_dollars("26.70"), [in_dollars("26.70")]),
    ]


def test_of_times_without_a_zone_only_the_day_is_kept(tmp_path: Path) -> None:
    path = bent_workbook(tmp_path, ("07:44:46", "23:59:59"), ("07:44:51", "00:00:01"), ("18:17:56", "00:00:00"))
    assert take_in(tmp_path / "home", path).orders == golden_orders(BACKUP)


def test_an_end_for_another_reason_is_no_receipt(tmp_path: Path) -> None:
    done = take_in(tmp_path / "home", bent_workbook(tmp_path, ("buyer_accept_goods", "some_other_reason")))
    assert [kind for kind, _ in days(done.order(CLEANER))] == ["placed", "paid"]


# PayPal


@pytest.mark.parametrize(
    "changes",
    [
        [("Express Checkout Payment", "Payment Refund")],
        [("Payment Refund", "Express Checkout Payment")],
        [("Express Checkout Payment", "Paiement express"), ("Payment Refund", "Remboursement")],
    ],
)
def test_the_sign_and_the_reference_make_a_refund_not_its_name(changes: list[tuple[str, str]], tmp_path: Path) -> None:
    same_as_golden(take_in(tmp_path / "home", bent(tmp_path, PAYPAL, *changes)), PAYPAL)


def test_a_refund_may_stand_before_its_payment(tmp_path: Path) -> None:
    header, payment, refund = (SAMPLES / PAYPAL).read_bytes().splitlines(keepends=True)
    path = written(tmp_path, "newest-first.csv", header + refund + payment)
    same_as_golden(take_in(tmp_path / "home", path), PAYPAL)


def test_a_refund_of_a_part_is_one_of_that_amount(tmp_path: Path) -> None:
    path = bent(tmp_path, PAYPAL, ('"USD","26.70","0.00","26.70"', '"USD","6.70","0.00","6.70"'))
    order = take_in(tmp_path / "home", path).order(PAID_LAMP)
    assert (order.total, order.events[-1].amount) == (in_dollars("26.70"), in_dollars("6.70"))


def test_the_headers_of_a_statement_may_be_in_another_language(tmp_path: Path) -> None:
    changes = (("Example", "Alipay Singapore"), ("INV1", PAID_LAMP), ("-49,37", "-1.049,37"))
    done = take_in(tmp_path / "home", bent(tmp_path, SPANISH, *changes), options=("--date-order", "dmy"))
    assert [(order.number, order.payment, order.total, days(order)) for order in done.orders] == [
        (PAID_LAMP, "paypal", Money(Decimal("1049.37"), "EUR"), [("paid", "2020-01-02T11:05:56+01:00")])
    ]


def test_payments_to_others_are_passed_over(tmp_path: Path) -> None:
    path = bent(tmp_path, PAYPAL, ("Alipay Singapore", "Corner Bakery"), (PAID_LAMP, "INV7"))
    done = take_in(tmp_path / "home", path)
    assert (done.code, done.orders, done.refused) == (0, (), [])


def test_a_payment_without_order_number_finds_its_order(tmp_path: Path) -> None:
    take_in(tmp_path, SAMPLES / "html/order-list-2025.html")
    page: Order = golden_order("html/order-list-2025.html", PAID_LAMP)
    done = take_in(tmp_path, bent(tmp_path, PAYPAL, (PAID_LAMP, "")))
    assert done.order(PAID_LAMP) == replace(
        page, payment="paypal", events=(*page.events, *golden_order(PAYPAL, PAID_LAMP).events)
    )

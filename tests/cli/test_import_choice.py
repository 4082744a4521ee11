"""Which files an import reads, as what, and on what terms."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aliorder.importers.known import IMPORTERS
from tests.cli.given import Ran, ran
from tests.importers.given import DATA

LIST = str(DATA / "order-list.json")
HEADER = "Order No.,Created at,State,Product,Qty,Cost,Currency"
ROWS = (
    "8219000000020001,2026-11-01,Awaiting delivery,USB cable,2,12.50,EUR",
    "8219000000040001,2026-11-03,Awaiting delivery,Lamp,1,9.10,EUR",
)
FACTS = ("order=Order No.", "placed=Created at", "status=State", "title=Product", "quantity=Qty", "total=Cost")
COLUMNS = tuple(part for pair in (*FACTS, "currency=Currency") for part in ("--column", pair))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "sales" / "orders.csv"
    path.parent.mkdir()
    path.write_text("\n".join((HEADER, *ROWS)) + "\n", encoding="utf-8")
    stamp = datetime(2026, 11, 10, 12, tzinfo=UTC).timestamp()
    os.utime(path, (stamp, stamp))
    return path


def order(number: str) -> dict[str, object]:
    found: dict[str, object] = ran("show", number, "--json").document
    return found


def seen_on(number: str) -> str:
    status = order(number)["site_status"]
    assert isinstance(status, dict)
    return str(status["seen"])


def test_a_folder_is_looked_through_and_what_is_none_of_ours_is_passed_over(tmp_path: Path) -> None:
    for name in ("orders/a.json", "orders/more/again.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(Path(LIST).read_bytes())
    (tmp_path / "orders/picture.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    done = ran("import", str(tmp_path / "orders"), "--json")
    assert done.code == 0
    assert (done.document["files"], done.document["new"], done.document["refused"]) == (2, 4, [])
    assert f"note: passed over 1 file that is none of those aliorder reads: {tmp_path}/orders/picture.jpg" in done.err


def test_a_format_can_be_forced(tmp_path: Path) -> None:
    assert ran("import", LIST, "--format", "site-json").code == 0
    done = ran("import", LIST, "--format", "mbox")
    assert done.err == f"note: {LIST}: nothing about an order is in it\n"
    assert ran("import", LIST, "--format", "site-jsom") == Ran(
        2, "", "error: 'site-jsom' is not a known format\nhint: did you mean site-json or site-har or shopper-json?\n"
    )


def test_the_formats_can_be_listed() -> None:
    done = ran("import", "--formats")
    assert done.code == 0
    assert done.out.splitlines() == [
        *(f"{importer.name}\t{importer.label}" for importer in IMPORTERS),
        "table\tany other table, by --column or --map",
    ]


def test_without_a_file_there_is_nothing_to_do() -> None:
    assert ran("import") == Ran(
        2,
        "",
        "error: import needs files to read\nhint: e.g. aliorder import order-list.json; a folder, or - for stdin\n",
    )


def test_a_table_that_nobody_knows_says_how_to_name_its_columns(table: Path) -> None:
    done = ran("import", str(table))
    assert (done.code, done.out) == (4, "0 new, 0 changed, 0 the same, 1 refused\n")
    assert done.err == (
        f"error: {table}: this is a table that aliorder does not know\n"
        "hint: name its columns, e.g. --column order='Order No.'; it has 'Order No.', 'Created at', 'State', "
        "'Product', 'Qty', 'Cost', 'Currency'\n"
    )


def test_columns_are_named_once_and_used_again(table: Path) -> None:
    first = ran("import", str(table), *COLUMNS, "--map", "sales")
    assert (first.code, first.out) == (0, "2 new, 0 changed, 0 the same, 0 refused\n")
    assert ran("import", str(table)).out == "0 new, 0 changed, 2 the same, 0 refused\n"
    assert ran("import", str(table), "--map", "sales").out == "0 new, 0 changed, 2 the same, 0 refused\n"
    shown = order("8219000000020001")
    assert (shown["title"], shown["total"]) == ("USB cable", {"amount": "12.50", "currency": "EUR"})


def test_a_map_that_is_not_there_is_named_with_those_that_are(table: Path) -> None:
    assert ran("import", str(table), *COLUMNS, "--map", "sales").code == 0
    assert ran("import", str(table), "--map", "sails") == Ran(
        2, "", "error: there is no column map 'sails'\nhint: known: sales\n"
    )


@pytest.mark.parametrize(
    "options, error",
    [
        (("--column", "order"), "--column takes FACT=HEADER, not 'order'"),
        (("--column", "odrer=Order No."), "'odrer' is not a fact that a column can tell"),
        (("--column", "status=State"), "no column is named for the order number"),
        ((*COLUMNS, "--format", "paypal"), "--format paypal knows its columns"),
        (("--format", "table"), "--format table needs to know the columns"),
        ((*COLUMNS, "--map", "../x"), "'../x' cannot be the name of a column map"),
        (("--date-order", "ymdd"), "'ymdd' is not a known order of day and month"),
        (("--decimal", "dot"), "'dot' is not a known decimal mark"),
        (("--currency", "EURO"), "'EURO' is not a currency"),
        (("--encoding", "utf-99"), "'utf-99' is not an encoding"),
        (("--seen", "unknown"), "--seen has to be a day or a moment"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: tuple[str, ...], error: str, table: Path) -> None:
    done = ran("import", str(table), *options)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == f"error: {error}"


def test_two_maps_that_fit_one_table_are_both_named(table: Path) -> None:
    for name in ("one", "two"):
        assert ran("import", str(table), *COLUMNS, "--map", name).code == 0
    done = ran("import", str(table))
    assert done.code == 4
    assert done.err.splitlines() == [
        f"error: {table}: more than one column map could read this: one and two",
        "hint: say which: --map one",
    ]


def test_a_damaged_map_is_named(table: Path) -> None:
    assert ran("import", str(table), *COLUMNS, "--map", "sales").code == 0
    place = next(Path(os.environ["ALIORDER_HOME"]).rglob("sales.toml"))
    place.write_text("order = 5\n", encoding="utf-8")
    done = ran("import", str(table))
    assert (done.code, done.err.splitlines()[0]) == (2, f"error: {place}: 'order' has to be text in quotes")


def test_a_table_shows_what_was_seen_when_it_was_written(table: Path) -> None:
    done = ran("import", str(table), *COLUMNS)
    assert seen_on("8219000000020001") == "2026-11-10T12:00:00+00:00"
    assert "they count as seen on 2026-11-10. If it is older, say so: --seen DAY" in done.err


def test_the_buyer_knows_better_when_a_table_was_made(table: Path) -> None:
    assert ran("import", str(table), *COLUMNS, "--seen", "2026-11-05").code == 0
    assert seen_on("8219000000020001").startswith("2026-11-05T23:59:59")


def test_a_file_that_was_copied_since_counts_as_seen_when_it_first_was(table: Path) -> None:
    assert ran("import", str(table), *COLUMNS, "--map", "sales").code == 0
    assert ran("import", "-", stdin=table.read_bytes()).out == "0 new, 0 changed, 2 the same, 0 refused\n"
    assert seen_on("8219000000020001") == "2026-11-10T12:00:00+00:00"


def test_a_file_from_the_future_was_seen_now(table: Path) -> None:
    os.utime(table, (4_000_000_000, 4_000_000_000))
    assert ran("import", str(table), *COLUMNS).code == 0
    assert seen_on("8219000000020001") == "2026-11-22T12:00:00+00:00"


def test_what_names_no_order_can_be_given_one(tmp_path: Path) -> None:
    path = tmp_path / "tracking.json"
    path.write_bytes((DATA / "tracking.json").read_bytes())
    assert ran("add", "8219000000099999", "--event", "paid=2026-01-01", "--event", "placed=2026-01-01").code == 0
    alone = ran("import", str(path))
    assert alone.code == 4
    assert "no kept order has the parcel" in alone.err
    assert ran("import", str(path), "--order", "9999").out == "0 new, 1 changed, 0 the same, 0 refused\n"
    assert order("9999")["tracking"]


PURCHASES = (
    "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID,Invoice Number\n"
)


def purchase(day: str, amount: str, transaction: str) -> str:
    return (
        f"{day}/04/2026,07:45:51,PST,Alipay Singapore,Express Checkout Payment,Completed,USD,-{amount},0.00,-{amount},"
        f"{transaction},,\n"
    )


def test_of_several_purchases_none_is_given_to_the_one_order_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "paypal.csv"
    path.write_text(PURCHASES + purchase("27", "26.70", "T1") + purchase("28", "11.00", "T2"))
    assert ran("add", "8190000000009999").code == 0
    done = ran("import", str(path), "--order", "9999", "--json")
    assert (done.code, done.document["changed"], len(done.document["refused"])) == (4, 0, 2)
    assert all("only one of them can be 8190000000009999" in each["why"] for each in done.document["refused"])


def test_the_purchase_that_is_left_when_the_others_are_found_is_the_one_that_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "paypal.csv"
    path.write_text(PURCHASES + purchase("27", "26.70", "T1") + purchase("28", "11.00", "T2"))
    assert ran("add", "8190000000009999").code == 0
    assert ran("add", "8190000000008888", "--total", "11.00 USD", "--event", "paid=2026-04-28").code == 0
    assert ran("import", str(path), "--order", "9999").out == "0 new, 2 changed, 0 the same, 0 refused\n"
    assert ran("show", "9999", "--json").document["total"] == {"amount": "26.70", "currency": "USD"}
    assert ran("show", "8888", "--json").document["total"] == {"amount": "11.00", "currency": "USD"}


def test_each_purchase_that_nobody_knows_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "paypal.csv"
    path.write_text(PURCHASES + purchase("27", "26.70", "T1") + purchase("28", "11.00", "T2"))
    assert ran("import", str(path)).out == "0 new, 0 changed, 0 the same, 2 refused\n"


def test_a_dry_run_keeps_no_column_map(table: Path) -> None:
    assert ran("import", "--dry-run", str(table), *COLUMNS, "--map", "sales").code == 0
    assert list(Path(os.environ["ALIORDER_HOME"]).rglob("*")) == []


def test_a_table_that_breaks_off_reads_the_same_twice_and_is_complained_of_once() -> None:
    broken = b'Order No;Date;Status\n8123456789012345;2026-09-01;Shipped\n8123456789012346;2026-09-01;"Ship'
    columns = ("--column", "order=Order No", "--column", "placed=Date", "--column", "status=Status")
    first = ran("import", "-", *columns, stdin=broken, now="2026-11-20")
    assert (first.code, first.out) == (4, "1 new, 0 changed, 0 the same, 1 refused\n")
    assert first.err.count("never closed") == 1
    again = ran("import", "-", *columns, stdin=broken, now="2026-11-22")
    assert (again.code, again.out) == (4, "0 new, 0 changed, 1 the same, 1 refused\n")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_file_that_the_disk_does_not_give_is_refused() -> None:
    done = ran("import", "/proc/self/mem")
    assert (done.code, done.out) == (4, "0 new, 0 changed, 0 the same, 1 refused\n")
    assert done.err.startswith("error: /proc/self/mem: the file cannot be read")


def test_a_dry_run_says_what_would_change_from_what_to_what(table: Path) -> None:
    assert ran("import", str(table), *COLUMNS, "--map", "sales").code == 0
    table.write_text("\n".join((HEADER, ROWS[0].replace("12.50", "11.00"), ROWS[1])) + "\n", encoding="utf-8")
    plain = ran("import", "--dry-run", "--seen", "2026-11-20", str(table))
    assert plain.out.splitlines() == [
        "changed  8219000000020001  USB cable",
        "  total: 12.50 EUR → 11.00 EUR",
        "  site status: Awaiting delivery (seen 2026-11-10 12:00) → Awaiting delivery (seen 2026-11-20 23:59)",
        "changed  8219000000040001  Lamp",
        "  site status: Awaiting delivery (seen 2026-11-10 12:00) → Awaiting delivery (seen 2026-11-20 23:59)",
        "0 would be new, 2 would change, 0 the same, 0 refused",
    ]
    document = ran("import", "--dry-run", "--seen", "2026-11-20", "--json", str(table)).document
    assert document["changes"][0]["facts"][0] == {
        "fact": "total",
        "from": {"amount": "12.50", "currency": "EUR"},
        "to": {"amount": "11.00", "currency": "EUR"},
    }
    assert order("8219000000020001")["total"] == {"amount": "12.50", "currency": "EUR"}


def test_an_alias_that_another_order_has_is_left_out_and_named(tmp_path: Path) -> None:
    assert ran("add", "8123000000000001", "--alias", "lamp").code == 0
    path = tmp_path / "mine.json"
    documents = [{"order": "8123000000000002", "alias": "lamp"}, {"order": "8123000000000003", "title": "Cable"}]
    made = "2026-11-01T00:00:00+00:00"
    path.write_text(json.dumps({"schema": "aliorder.export/1", "made": made, "orders": documents}), encoding="utf-8")
    done = ran("import", str(path))
    assert (done.code, done.out) == (4, "2 new, 0 changed, 0 the same, 1 refused\n")
    reason = 'the alias "lamp" already belongs to order 8123000000000001'
    assert f"error: {path}, 8123000000000002.alias: {reason}" in done.err
    kept = {entry["order"]: entry["alias"] for entry in ran("list", "--json").document["orders"]}
    assert kept == {"8123000000000001": "lamp", "8123000000000002": None, "8123000000000003": None}

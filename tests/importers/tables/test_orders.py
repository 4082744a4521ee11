"""The orders in a table: which rows are one order, and what becomes of what cannot be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import FileRefused, InputFile, Problem, Terms, Told, file_of
from aliorder.importers.merging import merge
from aliorder.importers.tables.columns import column_map
from aliorder.importers.tables.importer import TableImporter
from aliorder.importers.tables.orders import NO_CURRENCY
from tests.importers.given import TERMS, Reading, gather
from tests.importers.tables.given import MODIFIED, ONE, THREE, TWO, reading, sheet, workbook

HEADER = "No,Placed,Status,Shop,Item,Line,Pieces,Each,Total,In,Paid by,To,Parcel,Note,Sent,Ship by"
FACTS = (
    "order",
    "placed",
    "status",
    "store",
    "title",
    "line",
    "quantity",
    "price",
    "total",
    "currency",
    "payment",
    "country",
    "tracking",
    "note",
    "shipped",
    "ship-by",
)
NAMES = HEADER.split(",")
IMPORTER = TableImporter(column_map(zip(FACTS, NAMES, strict=True)))
LAMP, CABLE = Item(None, "Lamp"), Item(None, "Cable")


def row(number: str = ONE, **cells: str) -> str:
    """A line of the table, with these cells and all others blank; a blank in a name stands as `_`."""
    named = {"No": number, **{name.replace("_", " "): cell for name, cell in cells.items()}}
    assert named.keys() <= set(NAMES)
    return ",".join(named.get(name, "") for name in NAMES)


def read(*rows: str, terms: Terms = TERMS) -> Reading:
    return reading(IMPORTER, sheet(HEADER, *rows), terms)


def problem(line: int, field: str | None, why: str) -> Problem:
    return Problem("t.csv", line, field, why)


def on(kind: EventKind, year: int, month: int, day: int) -> Event:
    return Event(kind, When(date(year, month, day)))


def test_every_column_tells_its_fact() -> None:
    told = row(
        Placed="Jun 1. 2026",
        Status=" Awaiting delivery ",
        Shop="Lamp Store",
        Item="Lamp",
        Line="3039000000000105",
        Pieces="2.00",
        Each="3.50",
        Total="7.00",
        In="€",
        Paid_by="Credit/Debit card",
        To="Germany",
        Parcel="LB000000000CN",
        Note="for the kitchen",
        Sent="2026-06-03",
        Ship_by="2026-06-08",
    )
    assert read(told) == Reading(
        (
            Order(
                number=ONE,
                title="Lamp",
                store_name="Lamp Store",
                items=(Item("3039000000000105", "Lamp", 2, Money(Decimal("3.50"), "EUR")),),
                total=Money(Decimal("7.00"), "EUR"),
                payment="card",
                country="DE",
                status=SeenStatus("Awaiting delivery", TERMS.seen),
                tracking="LB000000000CN",
                notes=("for the kitchen",),
                events=(on("placed", 2026, 6, 1), on("shipped", 2026, 6, 3)),
                deadlines=(Deadline("ship-by", When(date(2026, 6, 8))),),
            ),
        )
    )


def test_blank_cells_tell_nothing() -> None:
    assert read(row(Item=" ", Status="\t", Each=" ", Shop="  ")) == Reading((Order(number=ONE),))


def test_rows_of_one_order_are_its_items_and_tell_each_fact_once() -> None:
    rows = (
        row(Item="Lamp", Shop="A"),
        row(Item="Cable", Pieces="3", Shop="B", Parcel="X1"),
        row(Total="9.00", In="USD"),
        row(TWO, Item="Lamp"),
    )
    assert read(*rows).orders == (
        Order(
            number=ONE,
            title="Lamp",
            store_name="A",
            items=(LAMP, Item(None, "Cable", 3)),
            total=Money(Decimal("9.00"), "USD"),
            tracking="X1",
        ),
        Order(number=TWO, title="Lamp", items=(LAMP,)),
    )


@pytest.mark.parametrize(
    "rows",
    [
        (row(Item="Lamp", Total="9.00", In="USD"), row(Item="Cable", Total="9", In="USD")),
        (row(Item="Lamp"), row(Item="Cable", Total="9.00", In="USD")),
    ],
)
def test_a_total_that_stands_once_or_is_the_same_everywhere_is_the_total(rows: tuple[str, ...]) -> None:
    assert read(*rows) == Reading(
        (Order(number=ONE, title="Lamp", items=(LAMP, CABLE), total=Money(Decimal("9.00"), "USD")),)
    )


@pytest.mark.parametrize(
    "first, second, field",
    [
        ({"Total": "9.00", "In": "USD"}, {"Total": "8.00", "In": "USD"}, "Total"),
        ({"Status": "To pay"}, {"Status": "Awaiting delivery"}, "Status"),
        ({"Sent": "2026-06-03"}, {"Sent": "Jun 4, 2026".replace(",", "")}, "Sent"),
        ({"Ship_by": "2026-06-03"}, {"Ship_by": "2026-06-04"}, "Ship by"),
    ],
)
def test_what_rows_of_one_order_say_differently_is_left_out(
    first: dict[str, str], second: dict[str, str], field: str
) -> None:
    assert read(row(Item="Lamp", **first), row(**second)) == Reading(
        (Order(number=ONE, title="Lamp", items=(LAMP,)),),
        (problem(3, field, "another row of the same order says something else"),),
    )


@pytest.mark.parametrize(
    "cells, field, why",
    [
        (
            {"Status": "Lost"},
            "Status",
            "'Lost' is not a status that aliorder knows; note what happened with aliorder record",
        ),
        ({"Total": "many", "In": "USD"}, "Total", "'many' is not an amount"),
        ({"Total": "-1.00", "In": "USD"}, "Total", "'-1.00' is less than nothing"),
        ({"Each": "many", "In": "USD"}, "Each", "'many' is not an amount"),
        (
            {"Paid_by": "Shells"},
            "Paid by",
            "'Shells' is not a payment method that aliorder knows; set it with --payment",
        ),
        ({"Sent": "2026-06-31"}, "Sent", "'2026-06-31' is not a day that an order can have"),
    ],
)
def test_a_fact_that_cannot_be_read_is_left_out_alone(cells: dict[str, str], field: str, why: str) -> None:
    assert read(
        row(Item="Lamp", **cells), row(Item="Lamp", **cells) if field == "Each" else row(TWO, Item="Cable")
    ) in (
        Reading(
            (Order(number=ONE, title="Lamp", items=(LAMP,)), Order(number=TWO, title="Cable", items=(CABLE,))),
            (problem(2, field, why),),
        ),
        Reading(
            (Order(number=ONE, title="Lamp", items=(LAMP, LAMP)),), (problem(2, field, why), problem(3, field, why))
        ),
    )


@pytest.mark.parametrize(
    "bad, field, why",
    [
        (row("304"), "No", "'304' is not an order number (8 to 20 digits)"),
        (row("3.04E+15"), "No", "'3.04E+15' is an order number damaged by a spreadsheet: its last digits are lost"),
        (row("", Item="Lamp"), "No", "the row has no order number"),
        (row(Line="A-1", Item="Lamp"), "Line", "'A-1' is not the id of an order line (digits only)"),
        (row(Pieces="0", Item="Lamp"), "Pieces", "'0' is not a number of pieces"),
        (row(Pieces="1.5", Item="Lamp"), "Pieces", "'1.5' is not a number of pieces"),
        (
            row() + ",x",
            None,
            "this row has more cells than the header; perhaps a text with a comma is not in quotation marks",
        ),
    ],
)
def test_an_order_that_is_not_sure_is_left_out_whole(bad: str, field: str | None, why: str) -> None:
    number = bad.partition(",")[0]
    found = read(row(TWO, Item="Lamp"), bad, *([row(number, Item="Cable")] if number else []), row(THREE))
    assert found == Reading(
        (Order(number=TWO, title="Lamp", items=(LAMP,)), Order(number=THREE)), (problem(3, field, why),)
    )


def test_a_number_that_a_spreadsheet_rounded_is_refused_unless_it_is_vouched_for() -> None:
    found = read(row("3039000000000100"))
    assert (found.orders, [told.field for told in found.problems]) == ((), ["No"])
    assert "--trust-numbers" in found.problems[0].why
    assert (
        read(row("3039000000000100"), terms=TERMS._replace(trust_numbers=True)).orders[0].number == "3039000000000100"
    )


@pytest.mark.parametrize("cell", [f'"=""{ONE}"""', f"'{ONE}", f" {ONE} ", f'"\t{ONE}"'])
def test_what_guards_a_number_from_a_spreadsheet_is_no_part_of_it(cell: str) -> None:
    assert read(row(cell, Item="Lamp"), row(Item="Cable")).orders == (
        Order(number=ONE, title="Lamp", items=(LAMP, CABLE)),
    )


def test_a_row_without_number_does_not_part_the_rows_around_it() -> None:
    found = read(row(Item="Lamp"), row("", Item="?"), row(Item="Cable"))
    assert found.orders == (Order(number=ONE, title="Lamp", items=(LAMP, CABLE)),)
    assert found.problems == (problem(3, "No", "the row has no order number"),)


@pytest.mark.parametrize("nothing", ["-", " \u2014", "N/A", "null", "undefined", "NaN"])
def test_what_stands_for_nothing_says_nothing(nothing: str) -> None:
    cells = dict.fromkeys(("Placed", "Status", "Shop", "Item", "Line", "Pieces", "Each", "Total", "Parcel"), nothing)
    assert read(row(**cells)) == Reading((Order(number=ONE),))
    found = read(row(Item="Lamp", **{name: cell for name, cell in cells.items() if name != "Item"}))
    assert found == Reading((Order(number=ONE, title="Lamp", items=(LAMP,)),))


def test_a_row_without_number_at_the_top_is_told_alone() -> None:
    found = read(row("", Item="?"), row(Item="Lamp"))
    assert found.orders == (Order(number=ONE, title="Lamp", items=(LAMP,)),)
    assert found.problems == (problem(2, "No", "the row has no order number"),)


def test_amounts_without_a_currency_are_left_out_and_that_is_said_once() -> None:
    found = read(
        row(Item="Lamp", Each="3.50", Total="7.00"), row(TWO, Total="$7.00"), row(THREE, Total="7.00", In="EUR")
    )
    assert [order.total for order in found.orders] == [None, None, Money(Decimal("7.00"), "EUR")]
    assert (found.problems, found.remarks) == ((), (NO_CURRENCY.text,))


def test_a_named_currency_is_that_of_amounts_which_name_none() -> None:
    found = read(row(Total="7.00"), row(TWO, Total="€8"), terms=TERMS._replace(currency="CAD"))
    assert [order.total for order in found.orders] == [Money(Decimal("7.00"), "CAD"), Money(Decimal(8), "EUR")]


def test_amounts_may_stand_in_the_three_parts_of_the_site() -> None:
    found = read(row(Total='"US $1,382.11|1,382|11"'), row(TWO, Total='"129,46zł|129|46"', In="PLN"))
    assert [order.total for order in found.orders] == [
        Money(Decimal("1382.11"), "USD"),
        Money(Decimal("129.46"), "PLN"),
    ]


@pytest.mark.parametrize(
    "text, code", [("de", "DE"), ("GERMANY", "DE"), ("Deutschland", "DE"), ("UK", "GB"), ("Mars", None)]
)
def test_a_country_is_taken_where_it_clearly_is_one(text: str, code: str | None) -> None:
    assert read(row(To=text)) == Reading((Order(number=ONE, country=code),))


def test_that_an_order_was_placed_is_not_told_alone() -> None:
    assert read(row(Placed="2026-06-01")).orders == (Order(number=ONE),)


def test_dates_are_decided_by_the_whole_table() -> None:
    found = read(row(Sent="4/5/2026"), row(TWO, Sent="30/5/2026"))
    assert [order.events for order in found.orders] == [(on("shipped", 2026, 5, 4),), (on("shipped", 2026, 5, 30),)]
    alone = read(row(Sent="4/5/2026"))
    assert (alone.orders[0].events, "--date-order" in alone.problems[0].why) == ((), True)


def test_a_status_was_seen_when_the_workbook_was_changed_or_else_at_the_assumed_moment() -> None:
    cells = [ONE, "", "To pay"]
    in_book = list(IMPORTER.read(workbook([NAMES, cells]), TERMS))
    in_text = list(IMPORTER.read(sheet(HEADER, row(Status="To pay")), TERMS))
    told = Order(number=ONE, status=SeenStatus("To pay", MODIFIED))
    assert in_book == [Told(told, 2, assumed=False)]
    assert in_text == [Told(Order(number=ONE, status=SeenStatus("To pay", TERMS.seen)), 2, assumed=True)]


def test_the_rows_before_bad_bytes_stay_good() -> None:
    content = "\n".join([HEADER, row(Item="Lamp"), row(TWO, Item="Cable")]).encode() + b"\n\xff,\n"
    entries = IMPORTER.read(file_of("t.csv", content), TERMS)
    orders = [next(entries), next(entries)]
    assert [told.order.number for told in orders if isinstance(told, Told)] == [ONE, TWO]
    with pytest.raises(FileRefused, match="line 4: the text is not in UTF-8"):
        next(entries)


def test_a_group_of_too_many_rows_is_no_order() -> None:
    found = read(*[row(Item="Lamp")] * 1200, row(TWO, Item="Cable"))
    assert [order.number for order in found.orders] == [TWO]
    assert found.problems == (problem(2, "No", "the order has more than 1,000 rows"),)


def test_a_table_that_lacks_a_column_is_not_claimed_and_is_refused() -> None:
    importer = TableImporter(column_map([("order", "No"), ("price", "Price")]))
    file = sheet("No,Item", row())
    assert not importer.claims(file)
    with pytest.raises(FileRefused, match="no column 'Price'"):
        list(importer.read(file, TERMS))


# Rows of one order that stand apart


def test_rows_of_one_order_are_one_order_wherever_they_stand() -> None:
    apart = read(row(TWO, Item="Lamp"), row(Item="Lamp"), row(TWO, Total="9.00", In="USD"), row(Item="Lamp"))
    assert apart == Reading(
        (
            Order(number=ONE, title="Lamp", items=(LAMP, LAMP)),
            Order(number=TWO, title="Lamp", items=(LAMP,), total=Money(Decimal("9.00"), "USD")),
        )
    )
    for order in apart.orders:
        assert merge(merge(None, order), order) == order


def test_numbers_that_stand_apart_are_found_in_any_column() -> None:
    importer = TableImporter(column_map([("order", "No"), ("title", "Item")]))
    found = reading(importer, sheet("Item,No", f"Lamp,{ONE}", f"Cable,{TWO}", f"Plug,{ONE}"))
    assert [(order.number, len(order.items)) for order in found.orders] == [(ONE, 2), (TWO, 1)]


def told_of(file: InputFile) -> dict[str | None, tuple[str | None, ...]]:
    """The titles in each order; each order is told once."""
    orders = gather(IMPORTER.read(file, TERMS)).orders
    told = {order.number: tuple(item.title for item in order.items) for order in orders}
    assert len(told) == len(orders)
    return told


@given(st.lists(st.tuples(st.sampled_from([ONE, TWO, THREE]), st.sampled_from(["Lamp", "Cable", "1,2", 'x"y']))))
def test_the_order_of_the_rows_does_not_matter(rows: list[tuple[str, str]]) -> None:
    lines = [row(number, Item='"' + title.replace('"', '""') + '"') for number, title in rows]
    expected: dict[str | None, tuple[str | None, ...]] = {}
    for number, title in rows:
        expected[number] = (*expected.get(number, ()), title)
    assert told_of(sheet(HEADER, *lines)) == expected


def test_sorted_rows_before_bad_bytes_stay_good() -> None:
    lines = [HEADER, row(TWO, Item="Lamp"), row(Item="Lamp"), row(TWO, Item="Cable")]
    entries = IMPORTER.read(file_of("t.csv", "\n".join(lines).encode() + b"\n\xff,\n"), TERMS)
    assert [entry.order.number for entry in (next(entries), next(entries)) if isinstance(entry, Told)] == [ONE, TWO]
    with pytest.raises(FileRefused, match="line 5"):
        next(entries)

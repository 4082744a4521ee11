"""Orders as CSV: a row for each item, nothing in it that a spreadsheet obeys or spoils."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import UNKNOWN, Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.exporters.orders_csv import csv_pieces
from aliorder.records.cells import COLUMNS
from tests.strategies import orders

FIVE, TEN = Money(Decimal("5.00"), "USD"), Money(Decimal("1E+1"), "USD")
LAMP = Order(
    number="8190000000006789",
    alias="lamp",
    title="Lamp, 3 W",
    store_name='"Lights" & more',
    items=(Item("8190000000006790", "Lamp", 2, FIVE), Item(None, "3/4", 0)),
    total=TEN,
    payment="visa",
    country="DE",
    coupon="platform",
    free_return=True,
    cancel_button=False,
    status=SeenStatus("Awaiting delivery", datetime(2026, 11, 20, 8, tzinfo=UTC)),
    tracking="00123",
    parcel="moving",
    why="not-received",
    notes=("ask", "ask again"),
    events=(
        Event("paid", When(date(2026, 11, 1))),
        Event("message-sent", When(date(2026, 11, 8)), None, "Hello,\n=1 \\ please; -1"),
        Event("message-sent", When(date(2026, 11, 8))),
        Event("dispute-agreed", When(date(2026, 11, 9)), FIVE),
        Event("refund-started", UNKNOWN),
        Event("refund-started", When(at=datetime(2026, 11, 10, 9, 30, tzinfo=UTC)), FIVE),
        Event("frozen", UNKNOWN),
    ),
    deadlines=(Deadline("deliver-by", When(date(2026, 12, 1))),),
)
FIRST_ROW = {
    "order": "'8190000000006789",
    "alias": "lamp",
    "title": "Lamp, 3 W",
    "store": '"Lights" & more',
    "status": "Awaiting delivery",
    "status seen": "2026-11-20T08:00:00+00:00",
    "item line": "'8190000000006790",
    "item": "Lamp",
    "quantity": "2",
    "unit price": "5.00",
    "unit price currency": "USD",
    "total": "10",
    "total currency": "USD",
    "payment": "visa",
    "country": "DE",
    "coupon": "platform",
    "paid": "2026-11-01",
    "refund started": "unknown; 2026-11-10T09:30:00+00:00",
    "refund started amount": "; 5.00",
    "refund started currency": "; USD",
    "other events": "message-sent=2026-11-08; message-sent=2026-11-08; "
    "dispute-agreed=2026-11-09 5.00 USD; frozen=unknown",
    "deliver by": "2026-12-01",
    "tracking": "'00123",
    "parcel": "moving",
    "free return": "yes",
    "cancel button": "no",
    "why": "not-received",
    "notes": "ask\nask again",
    "event texts": "message-sent=2026-11-08 Hello,\\n=1 \\\\ please;' -1\nmessage-sent=2026-11-08",
}
HOSTILE = st.text(st.sampled_from("=+-@\uff1d\uff20;,'\" \t\r\n\x00\x1b\x85\xa0\u200b\u202e\ufeffa1"), max_size=8)
FORMULA = set("=+-@\uff1d\uff0b\uff0d\uff20")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def text_of(*of: Order, plain: bool = False) -> str:
    return "".join(csv_pieces(of, plain=plain))


def rows_in(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def said_in(text: str) -> list[dict[str, str]]:
    header, *rows = rows_in(text)
    return [{name: cell for name, cell in zip(header, row, strict=True) if cell} for row in rows]


def formulas(rows: Iterable[Iterable[str]]) -> list[str]:
    cells = [cell.strip(' "\t\r\n\xa0') for row in rows for cell in row]
    return [cell for cell in cells if cell[:1] in FORMULA and not NUMBER.fullmatch(cell)]


def hostile_orders() -> st.SearchStrategy[Order]:
    def with_words(order: Order, words: list[str]) -> Order:
        title, store, status, tracking, alias, item, *notes = words
        return replace(
            order,
            title=title,
            store_name=store,
            status=SeenStatus(status, datetime(2026, 1, 1, tzinfo=UTC)),
            tracking=tracking,
            alias=alias,
            items=(Item(None, item), *order.items),
            notes=tuple(notes),
            payment=status,
        )

    return st.builds(with_words, orders(), st.lists(HOSTILE, min_size=8, max_size=9))


def test_an_order_has_a_row_for_each_item_and_its_sums_in_the_first() -> None:
    item = {"item line", "unit price", "unit price currency"}
    rest = {name: cell for name, cell in FIRST_ROW.items() if name not in {"total", "refund started amount", *item}}
    assert said_in(text_of(LAMP)) == [FIRST_ROW, {**rest, "item": "'3/4", "quantity": "0"}]


def test_an_order_without_items_has_one_row() -> None:
    assert said_in(text_of(Order(number="81230001"), Order(number="81230002"))) == [
        {"order": "'81230001"},
        {"order": "'81230002"},
    ]


def test_lines_end_as_the_standard_says_and_excel_knows_the_encoding() -> None:
    text = text_of(Order(number="81230001"))
    assert text == f"\ufeff{','.join(COLUMNS)}\r\n'81230001{',' * (len(COLUMNS) - 1)}\r\n"


def test_without_orders_there_is_the_header_alone() -> None:
    assert text_of(plain=True) == f"{','.join(COLUMNS)}\r\n"


def test_no_two_columns_have_one_name() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_every_fact_of_an_order_has_a_column() -> None:
    written = {name for row in said_in(text_of(LAMP)) for name in row}
    never = {"placed", "shipped", "delivered", "dispute opened", "refund received", "keep"}
    never |= {"refund received amount", "refund received currency"}
    never |= {"pay by", "ship by", "protection until", "dispute until", "return by"}
    assert written == set(COLUMNS) - never


def test_a_plain_text_is_as_it_is() -> None:
    order = Order(number="8123000000000001", title=" =1;\t=2\u202e\x00", notes=("007",))
    assert text_of(order, plain=True).startswith("order,")
    assert said_in(text_of(order, plain=True)) == [
        {"order": "8123000000000001", "title": " =1;\t=2\u202e\x00", "notes": "007"}
    ]


def test_orders_are_written_one_at_a_time() -> None:
    endless: Iterator[Order] = (Order(number=str(number)) for number in count(81230001))
    assert [piece[:9] for piece in islice(csv_pieces(endless), 1, 3)] == ["'81230001", "'81230002"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(order=hostile_orders())
def test_no_cell_is_a_formula_wherever_a_spreadsheet_parts_the_cells(delimiter: str, order: Order) -> None:
    assert formulas(rows_in(text_of(order), delimiter)) == []


@given(hostile_orders())
def test_no_character_is_hidden_or_obeyed(order: Order) -> None:
    text = text_of(order).removeprefix("\ufeff").replace("\r\n", "\n").replace("\n", "")
    assert re.findall("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]", text) == []


@given(st.lists(orders(), max_size=2), st.booleans())
def test_every_row_is_as_wide_as_the_header(of: list[Order], plain: bool) -> None:
    assert {len(row) for row in rows_in(text_of(*of, plain=plain))} == {len(COLUMNS)}

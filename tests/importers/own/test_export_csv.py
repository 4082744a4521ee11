"""Our own table, read back: guarded, plain, or after somebody worked on it in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Event, Item, Money, Order, SeenStatus, When
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_RANK
from aliorder.errors import InputRefused
from aliorder.exporters.orders_csv import csv_pieces
from aliorder.importers import InputFile, Problem, Terms, Told, file_of
from aliorder.importers.known import IMPORTERS
from aliorder.importers.own.export_csv import AliorderCsv
from aliorder.policies import load_policy
from tests.importers.given import Reading, gather
from tests.strategies import orders

NUMBER, ROUND = "8123456789012345", "8123456789012300"
SEEN = datetime(2026, 11, 20, 8, tzinfo=UTC)
TERMS = Terms(load_policy(), seen=datetime(2026, 11, 22, 12, tzinfo=UTC), zone=UTC)
TAME = st.text(st.sampled_from("=+-@;,'\"\\/n1e灯"), min_size=1, max_size=8)


def exported(*of: Order, plain: bool = False) -> InputFile:
    return file_of("orders.csv", "".join(csv_pieces(of, plain=plain)).encode())


def table(*rows: str, header: str = "order,title,status,status seen,item line,other events") -> InputFile:
    return file_of("orders.csv", "\n".join((header, *rows, "")).encode())


def read(file: InputFile, terms: Terms = TERMS) -> Reading:
    return gather(AliorderCsv().read(file, terms))


def tame(order: Order, words: list[str]) -> Order:
    """The order with texts that a cell can hold, and with its events and deadlines as columns put them."""
    title, store, tracking, *notes = words
    events = (event._replace(text=title if event.text else None) for event in order.events)
    return replace(
        order,
        title=title,
        store_name=store,
        tracking=tracking,
        notes=tuple(notes),
        items=tuple(item._replace(title=title) for item in order.items),
        status=order.status and SeenStatus("Awaiting delivery", order.status.seen),
        events=tuple(sorted(events, key=lambda event: EVENT_RANK[event.kind])),
        deadlines=tuple(sorted(order.deadlines, key=lambda deadline: DEADLINE_KINDS.index(deadline.kind))),
        evidence=(),
        own=frozenset(),
    )


def tame_orders() -> st.SearchStrategy[Order]:
    return st.builds(tame, orders(), st.lists(TAME, min_size=3, max_size=6))


@given(st.lists(tame_orders(), max_size=3, unique_by=lambda order: order.number), st.booleans())
def test_a_table_gives_back_what_it_holds(of: list[Order], plain: bool) -> None:
    trusting = TERMS._replace(trust_numbers=True)
    assert read(exported(*of, plain=plain), trusting) == Reading(tuple(of))


@given(st.lists(orders(), max_size=3), st.booleans())
def test_any_table_of_ours_is_claimed_by_one_importer_and_read_without_a_traceback(
    of: list[Order], plain: bool
) -> None:
    file = exported(*of, plain=plain)
    claimed = [importer.name for importer in IMPORTERS if importer.claims(file)]
    assert claimed == ["aliorder-csv"] or b"\0" in file.head
    if claimed:
        assert {order.number for order in read(file).orders} <= {order.number for order in of}


def test_columns_may_stand_in_any_order_among_others() -> None:
    file = table(f"mine,x,{NUMBER},,,,Lamp", header="Remark,,ORDER,Status seen,other events,item line,Title")
    assert read(file) == Reading((Order(number=NUMBER, title="Lamp"),))


def test_a_spreadsheet_may_have_put_semicolons_and_its_own_days_and_commas() -> None:
    header = "order;paid;placed;total;total currency;status seen;item line;other events"
    file = table(f"'{NUMBER};13.11.2026;01.11.2026;12,50;EUR;;;", header=header)
    assert read(file).orders == (
        Order(
            number=NUMBER,
            total=Money(Decimal("12.50"), "EUR"),
            events=(Event("placed", When(date(2026, 11, 1))), Event("paid", When(date(2026, 11, 13)))),
        ),
    )


def test_rows_of_an_order_are_one_order_and_its_first_word_counts() -> None:
    header = "order,title,item,quantity,status seen,item line,other events"
    file = table(f"{NUMBER},,Bulb,,,,", f"{NUMBER},Lamp,Shade,2,,,", f"{NUMBER},Light,,,,,", header=header)
    assert list(AliorderCsv().read(file, TERMS)) == [
        Told(Order(number=NUMBER, title="Lamp", items=(Item(None, "Bulb"), Item(None, "Shade", 2))), 2)
    ]


def test_a_status_without_its_moment_counts_as_seen_when_the_terms_say() -> None:
    assert list(AliorderCsv().read(table(f"{NUMBER},,Completed,,,"), TERMS)) == [
        Told(Order(number=NUMBER, status=SeenStatus("Completed", TERMS.seen)), 2, assumed=True)
    ]


@pytest.mark.parametrize(
    "number, why",
    [
        ("", "the order has no number"),
        ("8.12E+15", "'8.12E+15' is an order number damaged by a spreadsheet: its last digits are lost"),
        ("lamp", "'lamp' is not an order number (8 to 20 digits)"),
        (
            ROUND,
            f"'{ROUND}' may be damaged by a spreadsheet, which makes zeros of the last digits; "
            "if the numbers are right, say so: --trust-numbers",
        ),
    ],
)
def test_an_order_without_a_sound_number_is_refused_and_stops_no_other(number: str, why: str) -> None:
    rows = (f"{number},Lamp,,,,", "812345678901234,Socks,,,,")
    assert read(table(*rows)) == Reading(
        (Order(number="812345678901234", title="Socks"),), (Problem("orders.csv", 2, "order", why),)
    )


@pytest.mark.parametrize("rows", [(f"'{ROUND},Lamp,,,,",), (f"{NUMBER},Socks,,,,", f"{ROUND},Lamp,,,,")])
def test_zeros_at_the_end_are_digits_where_no_spreadsheet_can_have_put_them(rows: tuple[str, ...]) -> None:
    assert Order(number=ROUND, title="Lamp") in read(table(*rows)).orders


def test_zeros_at_the_end_are_digits_where_the_buyer_says_so() -> None:
    file = table(f"{ROUND},Lamp,,,,")
    assert read(file, TERMS._replace(trust_numbers=True)).orders == (Order(number=ROUND, title="Lamp"),)


@pytest.mark.parametrize(
    "column, cell, why",
    [
        ("paid", "soon", "'soon' cannot be read as a date without guessing (known: 2026-07-15)"),
        ("total", "much", None),
        ("payment", "shells", "'shells' is not a payment method that aliorder knows; set it with --payment"),
        ("country", "Germany", "'Germany' is not a country code of two letters"),
        ("coupon", "big", '"big" is not known to this aliorder'),
        ("keep", "maybe", "'maybe' is neither yes nor no"),
        ("why", "hunger", '"hunger" is not known to this aliorder'),
        ("other events", "eaten=today", '"eaten" is not known to this aliorder'),
        ("other events", "eaten", "'eaten' is not an event (known: paid=2026-11-20)"),
        ("status", "Gone", "'Gone' is not a status that aliorder knows; note what happened with aliorder record"),
        ("ship by", "31.31.2026", None),
    ],
)
def test_a_cell_that_cannot_be_read_is_left_out_and_the_order_enters(column: str, cell: str, why: str | None) -> None:
    columns = dict.fromkeys(("order", "status", "status seen", "item line", "other events", "title"), "")
    cells = columns | {"order": NUMBER, "title": "Lamp", column: cell}
    reading = read(table(",".join(cells.values()), header=",".join(cells)))
    assert reading.orders == (Order(number=NUMBER, title="Lamp"),)
    (problem,) = reading.problems
    assert problem == Problem("orders.csv", 2, column, problem.why if why is None else why)


@pytest.mark.parametrize("column, cell", [("item line", "8.12E+15"), ("quantity", "-1")])
def test_an_item_that_cannot_be_told_from_others_keeps_the_whole_order_out(column: str, cell: str) -> None:
    columns = dict.fromkeys(("order", "status seen", "item line", "other events", "quantity"), "")
    cells = columns | {"order": NUMBER, column: cell}
    reading = read(table(",".join(cells.values()), header=",".join(cells)))
    assert (reading.orders, [problem.field for problem in reading.problems]) == ((), [column])


def test_a_text_that_belongs_to_no_event_is_left_out_and_the_others_enter() -> None:
    header = "order,status seen,item line,other events,event texts"
    texts = '"message-sent=2026-11-20 Hello\nmessage-sent=21.11.2026 Hello again\nfrozen=unknown Why"'
    reading = read(table(f"{NUMBER},,,message-sent=2026-11-20; message-sent=2026-11-21,{texts}", header=header))
    days = (date(2026, 11, 20), date(2026, 11, 21))
    assert reading.orders[0].events == (
        Event("message-sent", When(days[0]), None, "Hello"),
        Event("message-sent", When(days[1]), None, "Hello again"),
    )
    why = "there is no event 'frozen' at the time of its text"
    assert reading.problems == (Problem("orders.csv", 2, "event texts", why),)


def test_of_events_of_one_kind_and_time_each_keeps_its_own_text() -> None:
    sent = Event("message-sent", When(date(2026, 11, 20)))
    events = (sent, sent._replace(text="one"), sent, sent._replace(text="two"), sent._replace(kind="frozen"))
    order = Order(number=NUMBER, events=events)
    assert read(exported(order)).orders == (order,)


def test_amounts_that_fit_no_event_are_left_out() -> None:
    header = "order,refund started,refund started amount,refund started currency,status seen,item line,other events"
    reading = read(table(f"{NUMBER},2026-11-01; unknown,5.00,USD,,,", header=header))
    assert [event.amount for event in reading.orders[0].events] == [None, None]
    assert [problem.field for problem in reading.problems] == ["refund started amount"]


def test_an_amount_without_a_currency_takes_that_of_the_terms() -> None:
    file = table(f"{NUMBER},5.00,,,", header="order,total,status seen,item line,other events")
    assert [problem.field for problem in read(file).problems] == ["total"]
    assert read(file, TERMS._replace(currency="EUR")).orders[0].total == Money(Decimal("5.00"), "EUR")


def test_a_table_without_our_columns_is_not_claimed() -> None:
    others: Iterable[bytes] = (b"", b"order,title\n1,2\n", b"\x00\x01", b"{}", b"order;status seen\n")
    assert [AliorderCsv().claims(file_of("x", content)) for content in others] == [False] * 5


WHOLE = exported(Order(number=NUMBER, title="=1", notes=("ask", "=2"), alias="lamp"), Order(number="81230002")).content
BITS = st.binary(max_size=6) | st.sampled_from([b"\xff", b'"', b"\n", b"'", b"\r", b"3.04E+15", b"unknown"])


@given(st.integers(0, len(WHOLE)), st.integers(0, 40), BITS)
def test_whatever_is_done_to_a_table_it_is_read_or_refused_in_words(start: int, length: int, put: bytes) -> None:
    file = file_of("orders.csv", WHOLE[:start] + put + WHOLE[start + length :])
    AliorderCsv().claims(file)
    with suppress(InputRefused):
        reading = read(file)
        assert [problem for problem in reading.problems if not 0 < len(problem.why) < 300] == []

"""Our own export, read back: nothing is lost, and what was bent by hand is refused with its place."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from io import BufferedReader, RawIOBase
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.errors import InputRefused
from aliorder.exporters.orders_document import document_pieces
from aliorder.importers import LIMIT, InputFile, Problem, Told, file_of
from aliorder.importers.known import IMPORTERS
from aliorder.importers.merging import merge
from aliorder.importers.own.export_json import AliorderJson
from aliorder.records.codec import order_to_json
from tests.importers.given import TERMS, Reading, as_file, gather, read
from tests.strategies import orders

if TYPE_CHECKING:
    from typing_extensions import Buffer

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)
NUMBER = "8123000000000001"


def exported(*of: Order, encoding: str = "utf-8") -> InputFile:
    return file_of("orders.json", "".join(document_pieces(of, MADE)).encode(encoding))


def export_with(*entries: object, version: object = 1) -> InputFile:
    return as_file({"schema": f"aliorder.export/{version}", "made": MADE.isoformat(), "orders": entries})


def order_with(**changes: object) -> dict[str, object]:
    return order_to_json(Order(number=NUMBER)) | changes


@given(st.lists(orders(), max_size=3))
def test_an_export_gives_back_the_very_same_orders(of: list[Order]) -> None:
    assert read(exported(*of)) == Reading(tuple(of))


@given(orders())
def test_what_show_prints_of_an_order_gives_it_back(order: Order) -> None:
    shown = {"schema": "aliorder.order/1", **order_to_json(order), "stage": None}
    assert read(as_file(shown)) == Reading((order,))


@given(orders())
def test_an_order_that_is_not_kept_yet_is_kept_as_it_was_exported(order: Order) -> None:
    (back,) = read(exported(order)).orders
    assert merge(None, back) == order
    assert merge(order, back) == order


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_export_may_have_gone_through_a_windows_shell(encoding: str) -> None:
    order = Order(number=NUMBER, title="Lampe für 12 € · 灯")
    assert read(exported(order, encoding=encoding)) == Reading((order,))


def test_an_export_may_be_laid_out_anew() -> None:
    document = json.loads(exported(Order(number=NUMBER)).content)
    text = json.dumps(document, indent=4, sort_keys=True)
    assert read(file_of("tidy.json", text.encode())) == Reading((Order(number=NUMBER),))


def test_a_bad_order_in_an_export_as_it_was_written_has_its_line() -> None:
    content = exported(Order(number=NUMBER), Order(number="81230002"), Order(number="81230003")).content
    reading = read(file_of("orders.json", content.replace(b'"81230002"', b"81230002")))
    assert reading == Reading(
        (Order(number=NUMBER), Order(number="81230003")),
        (Problem("orders.json", 3, "orders[1].order", "a number is not text"),),
    )


def test_an_order_in_an_export_may_have_been_laid_out_anew_by_hand() -> None:
    content = exported(*(Order(number=f"8123000{number}") for number in range(4))).content
    assert read(file_of("orders.json", content.replace(b'"81230002",', b'\n"81230002",\n'))) == Reading(
        tuple(Order(number=f"8123000{number}") for number in range(4))
    )


def test_an_export_is_read_without_holding_all_of_it() -> None:
    file = InputFile("orders.json", lambda: BufferedReader(Endless()), LIMIT + 1)
    entries = AliorderJson().read(file, TERMS)
    assert [entry.order.number for entry in islice(entries, 3) if isinstance(entry, Told)] == [NUMBER] * 3


class Endless(RawIOBase):
    """A file with an export that has no end."""

    def __init__(self) -> None:
        self._pieces = document_pieces(repeat(Order(number=NUMBER)), MADE)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        space = memoryview(buffer)
        self._rest = self._rest or next(self._pieces).encode()
        taken, self._rest = self._rest[: len(space)], self._rest[len(space) :]
        space[: len(taken)] = taken
        return len(taken)


def test_an_order_says_only_what_it_knows() -> None:
    assert read(export_with({"order": NUMBER, "colour": "red"})) == Reading((Order(number=NUMBER),))


@pytest.mark.parametrize(
    "entry, field, why",
    [
        (7, "", "this should be an object"),
        ({}, ".order", "the order has no number"),
        ({"order": 8123000000000001}, ".order", "a number is not text"),
        ({"order": "3.04E+15"}, ".order", "'3.04E+15' is an order number damaged by a spreadsheet"),
        ({"order": "81-23"}, ".order", "'81-23' is not an order number (8 to 20 digits)"),
        (order_with(events=[{"kind": "paid", "on": "2026-13-01"}]), ".events[0].on", '"2026-13-01" is not a day'),
        (order_with(events=[{"kind": "eaten"}]), ".events[0].kind", '"eaten" is not known to this aliorder'),
        (order_with(events={}), ".events", "an object is not a list"),
        (order_with(items=[{"quantity": -1}]), ".items[0].quantity", '"-1" is not a number of pieces'),
        (order_with(items=[{"quantity": 1.5}]), ".items[0].quantity", "this is not a number of pieces"),
        (order_with(total={"amount": "x", "currency": "USD"}), ".total", '"x" is not an amount'),
        (order_with(total={"amount": "1", "currency": "usd"}), ".total.currency", "'usd' is not a currency code"),
        (
            order_with(items=[{"quantity": 1, "unit_price": {"amount": "1", "currency": "<b>"}}]),
            ".items[0].unit_price.currency",
            "'<b>' is not a currency code",
        ),
        (order_with(country="de"), ".country", '"de" has to be written as DE'),
        (order_with(why="hunger"), ".why", '"hunger" is not known to this aliorder'),
        (order_with(title="half \ud83d"), ".title", "it holds half a character"),
        (order_with(notes=["a", 5]), ".notes[1]", "a number is not text"),
        (order_with(keep="maybe"), ".keep", '"maybe" is not yes, no or unknown'),
    ],
)
def test_a_bad_order_is_refused_with_its_place_and_stops_no_other(entry: Any, field: str, why: str) -> None:
    reading = read(export_with(order_with(alias="first"), entry, order_with(alias="last")))
    assert [order.alias for order in reading.orders] == ["first", "last"]
    (problem,) = reading.problems
    assert problem == Problem("saved.json", None, f"orders[1]{field}", problem.why)
    assert problem.why.startswith(why)


def test_a_bad_order_by_itself_is_named_by_its_fields() -> None:
    reading = read(as_file({"schema": "aliorder.order/1", **order_with(keep=3)}))
    assert reading.problems == (Problem("saved.json", None, "keep", "a number is not yes, no or unknown"),)


@pytest.mark.parametrize(
    "document, why, hint",
    [
        (
            {"schema": "aliorder.export/2", "orders": []},
            "this was made by a newer aliorder (aliorder.export/2)",
            "upgrade aliorder, then import it",
        ),
        (
            {"schema": "aliorder.order/12", "order": NUMBER},
            "this was made by a newer aliorder (aliorder.order/12)",
            "upgrade aliorder, then import it",
        ),
        (
            {"schema": "aliorder.list/1", "orders": []},
            "this document of aliorder does not hold whole orders",
            "make one that does: aliorder export --format json",
        ),
        (
            {"schema": "aliorder.export/1"},
            "the list of its orders is missing",
            "export again, and import that file",
        ),
        (
            {"schema": "aliorder.export/1", "orders": {}},
            "the list of its orders is missing",
            "export again, and import that file",
        ),
    ],
)
def test_another_document_of_ours_is_refused_with_a_way_out(document: object, why: str, hint: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read(as_file(document))
    assert (refused.value.message, refused.value.hint) == (f"saved.json: {why}", hint)


def test_a_file_that_breaks_off_is_refused_at_its_line_and_what_came_before_stays_good() -> None:
    whole = exported(*(Order(number=f"8123000{number}") for number in range(3))).content
    entries = AliorderJson().read(file_of("orders.json", whole[:-100]), TERMS)
    assert [entry.order.number for entry in islice(entries, 2) if isinstance(entry, Told)] == ["81230000", "81230001"]
    with pytest.raises(InputRefused) as refused:
        next(entries)
    assert refused.value.message.startswith("orders.json, line 4: the JSON breaks off")


def test_a_text_in_an_export_cannot_make_it_another_file() -> None:
    title = '{"api": "mtop.aliexpress.trade.buyer.order.list", "log": {"version": "1.2", "entries": []}}'
    file = exported(Order(number=NUMBER, title=title, notes=(title, '"schema": "aliorder.export/9"', "Order date")))
    assert [importer.name for importer in IMPORTERS if importer.claims(file)] == ["aliorder-json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b"\x00" * 9, b'{"schema": "aliorder/1"}', b'{"schema": "other.export/1"}'],
)
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not AliorderJson().claims(file_of("x", content))


WHOLE = exported(Order(number=NUMBER, title="Lamp", notes=("ask",), alias="lamp"), Order(number="81230002")).content


@given(
    st.integers(0, len(WHOLE)), st.integers(0, 40), st.binary(max_size=6) | st.sampled_from([b"\xff", b"[[[", b"1e99"])
)
def test_whatever_is_done_to_an_export_it_is_read_or_refused_in_words(start: int, length: int, put: bytes) -> None:
    file = file_of("orders.json", WHOLE[:start] + put + WHOLE[start + length :])
    with suppress(InputRefused):
        reading = gather(AliorderJson().read(file, TERMS))
        assert [problem for problem in reading.problems if not 0 < len(problem.why) < 300] == []

"""All orders as one JSON document, a line for each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count, islice

from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.exporters.orders_document import document_pieces
from aliorder.records.codec import order_to_json
from tests.cli.given import flaws
from tests.strategies import orders

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)


@given(st.lists(orders(), max_size=3))
def test_every_order_is_there_whole_in_a_line_of_its_own(of: list[Order]) -> None:
    text = "".join(document_pieces(of, MADE))
    document = json.loads(text)
    assert document == {
        "schema": "aliorder.export/1",
        "made": "2026-11-22T12:00:00+00:00",
        "orders": [json.loads(json.dumps(order_to_json(order))) for order in of],
    }
    assert flaws(document) == []
    assert [json.loads(line.removesuffix(",")) for line in text.split("\n")[1:-2]] == document["orders"]


def test_what_is_hidden_in_a_text_is_spelled_out() -> None:
    text = "".join(document_pieces([Order(number="81230001", title="a\u202eb\x00\u2028é")], MADE))
    assert '"title": "a\\u202eb\\u0000\\u2028é"' in text


def test_orders_are_written_one_at_a_time() -> None:
    endless: Iterator[Order] = (Order(number=str(number)) for number in count(81230001))
    pieces = list(islice(document_pieces(endless, MADE), 1, 3))
    assert [piece[:22] for piece in pieces] == ['\n{"order": "81230001",', ',\n{"order": "81230002"']

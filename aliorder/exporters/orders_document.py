"""Orders as the JSON document `aliorder.export/1`: every fact, to be read back without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from aliorder.domain.order import Order
from aliorder.exporters.json_text import json_text
from aliorder.records.codec import order_to_json


def document_pieces(orders: Iterable[Order], made: datetime) -> Iterator[str]:
    """The orders as one JSON document made at that moment, piece by piece: a line for each order, in their order."""
    yield f'{{"schema": "aliorder.export/1", "made": "{made.isoformat(timespec="seconds")}", "orders": ['
    separator = "\n"
    for order in orders:
        yield f"{separator}{json_text(order_to_json(order))}"
        separator = ",\n"
    yield "\n]}\n"

"""The two CSV files of nrbrook's order export: one has a row an order, the other a row an item.

Shape: https://github.com/nrbrook/AliExpress-Order-Export (aliexpress_export.py). Beside the columns stand the site's
own objects as JSON. They count where they are: most columns are copies of some of their values, with less detail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aliorder.importers import Entry, Terms, Told
from aliorder.importers.programs.nrbrook_objects import completed, object_in
from aliorder.importers.programs.preset import Preset
from aliorder.importers.tables.table import Table, plain_name, widened
from aliorder.importers.values.reading import Unreadable, written

LINE_KEYS = {
    "order_line_id": "orderLineId",
    "item_title": "itemTitle",
    "quantity": "quantity",
    "item_price_text": "formatPriceInfo",
    "currency": "currencyCode",
}
"""Columns of the file of items, and the keys under which the site's own object has the same or more."""


def from_object(value: Mapping[str, object], key: str, cell: str) -> str:
    """What the object has under `key` as text, or else the cell."""
    try:
        return written(value[key]) or cell if value.get(key) is not None else cell
    except Unreadable:
        return cell


def with_numbers(table: Table) -> Table:
    """The table of orders with a column for their numbers as the site wrote them."""

    def number(cells: Mapping[str, str]) -> tuple[str]:
        return (from_object(object_in(cells.get("list_json", "")), "orderId", cells.get("order_id", "")),)

    return widened(table, ("order_id in list_json",), number)


def with_lines(table: Table) -> Table:
    """The table of items with columns for what the site wrote of them."""

    def line(cells: Mapping[str, str]) -> list[str]:
        value = object_in(cells.get("line_json", ""))
        return [from_object(value, key, cells.get(name, "")) for name, key in LINE_KEYS.items()]

    return widened(table, [f"{name} in line_json" for name in LINE_KEYS], line)


NRBROOK_LINES = Preset(
    name="nrbrook-lines",
    label="the CSV of items of nrbrook's order export",
    needs=("order_id", "order_line_id", "item_title", "line_json"),
    columns={
        "order": "order_id",
        "placed": "order_date",
        "status": "status",
        "store": "store_name",
        "line": "order_line_id in line_json",
        "title": "item_title in line_json",
        "quantity": "quantity in line_json",
        "price": "item_price_text in line_json",
        "currency": "currency in line_json",
    },
    adapt=with_lines,
)


class NrbrookOrders(Preset):
    """Reads the file of orders: the columns as any preset does, and then the objects in the rows."""

    def read_table(self, table: Table, terms: Terms) -> Iterator[Entry]:
        """The orders, and what could not be read. Raises `FileRefused` as `read_orders` does."""
        rows, seen = RowsByLine(table), table.modified or terms.seen
        for entry in super().read_table(table, terms):
            if not isinstance(entry, Told) or entry.line is None:
                yield entry
                continue
            order, problems = completed(entry.order, rows.at(entry.line), table.file, seen, terms.policy)
            yield Told(order, entry.line, table.modified is None and order.status is not None)
            for problem in dict.fromkeys(problems):
                yield problem._replace(line=entry.line)


class RowsByLine:
    """The rows of a table by the line on which they begin, asked for one after the other."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._names = [plain_name(name) for name in table.header]
        self._rows = table.rows()
        self._line = 0

    def at(self, line: int) -> dict[str, str]:
        """The cells of the row on this line by the names of their columns as `plain_name` gives them."""
        if line <= self._line:
            self._rows = self._table.rows()
        self._line = line
        row = next(row for row in self._rows if row.line == line)
        return dict(zip(self._names, row.cells, strict=False))


NRBROOK_ORDERS = NrbrookOrders(
    name="nrbrook-orders",
    label="the CSV of orders of nrbrook's order export",
    needs=("order_id", "order_date", "order_titles", "list_json"),
    columns={
        "order": "order_id in list_json",
        "order-title": "order_title",
        "placed": "order_date",
        "status": "status",
        "store": "store_name",
        "total": "total_price_text",
        "currency": "currency",
        "payment": "payment_method",
        "country": "shipping_country_code",
    },
    adapt=with_numbers,
)

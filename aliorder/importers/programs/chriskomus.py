"""The rows that chriskomus' user script puts on the clipboard, saved as TSV: one row an item.

Shape: https://github.com/chriskomus/aliexpress-order-downloader. The days are month first, whatever the account; what
the script does not find reads `undefined`. It takes everything but digits, points and minus out of an amount, so that
26,70 becomes 2670: an amount without a point is not to be believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aliorder.importers.programs.preset import Preset
from aliorder.importers.tables.table import Row, Table, plain_name

NOTHING = frozenset({"undefined", "null", "NaN"})
AMOUNTS = frozenset({"total order amount", "price"})


def adapted(table: Table) -> Table:
    """The table without the words for nothing and the amounts that may have lost their decimal comma."""
    amounts = [place for place, name in enumerate(table.header) if plain_name(name) in AMOUNTS]

    def rows() -> Iterator[Row]:
        for line, cells in table.rows():
            known = ["" if cell in NOTHING else cell for cell in cells]
            for place in amounts:
                known[place] = known[place] if "." in known[place] else ""
            yield Row(line, known)

    return replace(table, rows=rows)


CHRISKOMUS = Preset(
    name="chriskomus",
    label="the rows of chriskomus' order exporter, saved as TSV",
    needs=("Order Number", "Order Date", "Total Order Amount", "Product Title", "Pieces Per Pack"),
    columns={
        "order": "Order Number",
        "placed": "Order Date",
        "status": "Order Status",
        "store": "Store Name",
        "total": "Total Order Amount",
        "tracking": "Tracking Number",
        "title": "Product Title",
        "price": "Price",
        "quantity": "Quantity",
    },
    adapt=adapted,
    date_order="mdy",
    remark="this format drops decimal commas, so amounts without a point were left out",
)

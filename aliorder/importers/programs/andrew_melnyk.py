"""The file of andrew-melnyk's orders scrapper, a browser extension: one row an order, with its first item only.

Shape: https://github.com/andrew-melnyk/aliexpress-orders-scrapper (content.js). There the price is the shown price of
the item times its pieces; only where the list shows no price of an item, as for orders with several, it is the total.
What the page writes as "US $1,382.11" becomes US and 1.00: the letters before the sign, and the digits up to a comma.
"""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.importers.programs.preset import Preset
from aliorder.importers.tables.table import Table, widened


def made(cells: Mapping[str, str]) -> tuple[str, str, str]:
    """The currency with its sign, and the price as that of the item, if one is named, else as that of the order."""
    letters = cells["currency"].strip()
    currency = f"{letters}$" if len(letters) == len("US") else letters
    if cells["product title"].strip():
        return currency, cells["price"], ""
    return currency, "", cells["price"]


def adapted(table: Table) -> Table:
    """The table with columns for the currency, the price of an item and the total of an order."""
    return widened(table, ("Currency and sign", "Price of the item", "Price of the order"), made)


ANDREW_MELNYK = Preset(
    name="andrew-melnyk",
    label="the file of andrew-melnyk's orders scrapper",
    needs=("Order ID", "Order Date", "Product Title", "Product Link", "Currency", "Price"),
    columns={
        "order": "Order ID",
        "placed": "Order Date",
        "status": "Status",
        "store": "Store Name",
        "title": "Product Title",
        "currency": "Currency and sign",
        "price": "Price of the item",
        "total": "Price of the order",
    },
    adapt=adapted,
    remark="this format has only the first item of an order, with the price of all its pieces, cut off above 999",
)

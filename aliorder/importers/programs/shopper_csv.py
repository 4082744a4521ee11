"""The CSV of the Shopper Inventory extension: one row an item, its price for one piece.

Shape: https://github.com/my-purchases/web (src/providers/aliexpress/__fixtures__). The extension turns the day of the
order into UTC, so that east of Greenwich it comes out one day early; only its JSON has the day as it was shown too.
"""

from __future__ import annotations

from aliorder.importers.programs.preset import Preset

SHOPPER_CSV = Preset(
    name="shopper-csv",
    label="the CSV of the Shopper Inventory extension",
    needs=("Order Date", "Order ID", "Title", "Qty", "Price Info"),
    columns={
        "order": "Order ID",
        "placed": "Order Date",
        "status": "Status",
        "store": "Store",
        "title": "Title",
        "quantity": "Qty",
        "price": "Price Info",
        "currency": "Currency",
    },
    remark="the order dates of this format may be one day early; the JSON of the same extension has the right ones",
)

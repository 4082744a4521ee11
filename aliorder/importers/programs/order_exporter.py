"""The 30-column CSV of the order exporter, a browser extension: rows for the items of an order, then one for its sums.

Shape: https://github.com/webnology-ch/aliexpress-orders-nodejs-app (generated.csv, a German account, August 2025).
"""

from __future__ import annotations

from aliorder.importers.programs.preset import Preset

ORDER_EXPORTER = Preset(
    name="order-exporter",
    label="the CSV of the order exporter extension",
    needs=("Order Id", "Order date", "Item title", "Total price"),
    columns={
        "order": "Order Id",
        "placed": "Order date",
        "status": "Order Status",
        "store": "Store Name",
        "currency": "Currency",
        "tracking": "Tracking number",
        "title": "Item title",
        "price": "Item price",
        "quantity": "Item quantity",
        "total": "Total price",
        "country": "Buyer country",
        "payment": "Payment method",
    },
)

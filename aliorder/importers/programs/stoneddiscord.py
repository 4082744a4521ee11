"""The text that stonedDiscord's script of 2020 writes: one row an order, with its first item, split by semicolons.

Shape: https://github.com/stonedDiscord/aliexpress-orders (__init__.py).
"""

from __future__ import annotations

from aliorder.importers.programs.preset import Preset

STONEDDISCORD = Preset(
    name="stoneddiscord",
    label="the list of stonedDiscord's script of 2020",
    needs=("Order ID", "Product", "Store", "Value", "Tracking ID", "Carrier", "Order time"),
    columns={
        "order": "Order ID",
        "placed": "Order time",
        "status": "Status",
        "store": "Store",
        "title": "Product",
        "total": "Value",
        "tracking": "Tracking ID",
    },
)

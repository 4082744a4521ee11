"""The workbook of all data that AliExpress has about a buyer: a sheet of orders, one row an item.

Shape: https://github.com/my-purchases/web (src/providers/aliexpress/types.ts), the only source for it. `order_id` is
the item's line, `parent_orderid` the order. Amounts are cents of a currency that is not named, times are in a zone that
is not named. The end reasons are those of the open platform, as several public code bases agree on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from aliorder.importers import Entry, InputFile, Problem, Terms, Told
from aliorder.importers.programs.preset import Preset
from aliorder.importers.tables.gathering import DIFFERENT
from aliorder.importers.tables.table import Table, widened

ENDS = {
    "receipt-confirmed": (
        "buyer_accept_goods",
        "buyer_accept_goods_timeout",
        "buyer_confirm_goods",
        "buyer_confirm_goods_timeout",
    ),
    "expired": ("buyer_pay_timeout", "pay_timeout"),
    "cancelled-by-buyer": ("buyer_cancel_notpay_order", "buyer_cancel_order_in_risk"),
    "cancel-accepted": ("buyer_cancel_order", "cancel_order_close_trade"),
    "cancelled-by-seller": ("reject_payamount",),
    "cancelled-by-platform": (
        "seller_send_goods_timeout",
        "send_goods_timeout",
        "confirm_payamount_timeout",
        "risk_reject_closed",
        "risk_closed",
        "security_close",
        "suspicious_trade",
    ),
    "dispute-agreed": ("seller_accept_issue_no_goods_return",),
    "dispute-won": ("seller_response_issue_timeout",),
}
"""What happened at the end of the trade, by its reason. Reasons that leave it open are not here."""

PAYABLE = "payable_amt in units"


def in_units(cents: str) -> str:
    """The amount in units of the currency; anything but whole cents stays as it is."""
    cents = cents.strip()
    return f"{cents[:-2] or '0'}.{cents[-2:]:>02}" if cents.isascii() and cents.isdigit() else cents


def made(cells: Mapping[str, str]) -> list[str]:
    """The cells of the further columns: two amounts, the day of the payment, and that of the end under what it was."""
    paid = cells.get("gmt_pay_order_time", "") if cells.get("is_success_pay", "").strip().casefold() == "true" else ""
    reason = cells.get("end_reason", "").strip().casefold()
    ended = cells.get("gmt_trade_end_time", "")
    ends = [ended if reason in reasons else "" for reasons in ENDS.values()]
    return [in_units(cells.get("unit_price", "")), in_units(cells.get("payable_amt", "")), paid, *ends]


def adapted(table: Table) -> Table:
    """The table with amounts in units and a column for each thing that happened."""
    names = ("unit_price in units", PAYABLE, "gmt_pay_order_time if paid")
    return widened(table, (*names, *(f"gmt_trade_end_time if {kind}" for kind in ENDS)), made)


class PrivacyExport(Preset):
    """Reads the workbook. What was paid stands beside each line, so it is the total only of an order of one line."""

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders, and what could not be read. Raises `FileRefused` as `read_orders` does."""
        for entry in super().read(file, terms):
            if isinstance(entry, Told) and len(entry.order.items) > 1:
                yield entry._replace(order=replace(entry.order, total=None))
            elif not (isinstance(entry, Problem) and entry.field == PAYABLE and entry.why == DIFFERENT):
                yield entry


PRIVACY_EXPORT = PrivacyExport(
    name="privacy-export",
    label="the workbook of the data that AliExpress has about you",
    needs=("order_id", "parent_orderid", "gmt_create_order_time", "order_status"),
    columns={
        "order": "parent_orderid",
        "line": "order_id",
        "placed": "gmt_create_order_time",
        "status": "order_status",
        "title": "item_name",
        "price": "unit_price in units",
        "total": PAYABLE,
        "paid": "gmt_pay_order_time if paid",
        **{kind: f"gmt_trade_end_time if {kind}" for kind in ENDS},
    },
    adapt=adapted,
    remark="this format is known from one source only, and its times name no zone: days may be one off",
)

"""Orders as a CSV file (RFC 4180): a row for each item, for people with a spreadsheet or, plain, for programs."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence

from aliorder.domain.order import Event, Item, Money, Order
from aliorder.records.cells import (
    COLUMNS,
    DEADLINE_COLUMNS,
    EVENT_COLUMNS,
    REFUND_COLUMNS,
    guarded,
    joined,
    notes_cell,
    texts_cell,
    when_cell,
)

Cells = dict[str, str]
Words = Callable[[str], str]

BYTE_ORDER_MARK = "\ufeff"
"""By it Excel knows that the file is in UTF-8."""

YES_NO = {True: "yes", False: "no", None: ""}
SUMS = ("total", *(f"{name} amount" for name in REFUND_COLUMNS.values()))
"""The amounts of a whole order: they stand in its first row alone, so that a column can be added up."""


class Passed:
    """A file that keeps nothing: what is written to it is given back."""

    def write(self, text: str) -> str:
        """The text itself."""
        return text


def csv_pieces(orders: Iterable[Order], *, plain: bool = False) -> Iterator[str]:
    """The orders as one CSV text, a piece for each; unknown is an empty cell, lines end in CRLF.

    No text in it is a formula to a spreadsheet, or a number that would lose digits, unless it is `plain`: then texts
    are as they are, and no byte order mark comes first.
    """
    row_text: Callable[[Iterable[str]], str] = csv.writer(Passed(), lineterminator="\r\n").writerow
    words = str if plain else guarded
    yield ("" if plain else BYTE_ORDER_MARK) + row_text(COLUMNS)
    for order in orders:
        yield "".join(row_text(row.get(name, "") for name in COLUMNS) for row in rows_of(order, words))


def rows_of(order: Order, words: Words) -> Iterator[Cells]:
    """The rows of an order, each as cells by the name of their column; what is missing is empty."""
    facts = {**attribute_cells(order, words), **event_cells(order.events, words), **deadline_cells(order)}
    yield {**facts, **(item_cells(order.items[0], words) if order.items else {})}
    rest = {name: cell for name, cell in facts.items() if name not in SUMS}
    for item in order.items[1:]:
        yield {**rest, **item_cells(item, words)}


def attribute_cells(order: Order, words: Words) -> Cells:
    """What the order is."""
    status = order.status
    return {
        "order": words(order.number or ""),
        "alias": words(order.alias or ""),
        "title": words(order.title or ""),
        "store": words(order.store_name or ""),
        "status": words(status.text) if status else "",
        "status seen": status.seen.isoformat() if status else "",
        **money_cells("total", "total currency", order.total, words),
        "payment": words(order.payment or ""),
        "country": words(order.country or ""),
        "coupon": order.coupon or "",
        "tracking": words(order.tracking or ""),
        "parcel": order.parcel if order.parcel != "unknown" else "",
        "free return": YES_NO[order.free_return],
        "cancel button": YES_NO[order.cancel_button],
        "keep": YES_NO[order.keep],
        "why": order.why or "",
        "notes": words(notes_cell(order.notes)),
    }


def item_cells(item: Item, words: Words) -> Cells:
    """A line of the order."""
    return {
        "item line": words(item.line_id or ""),
        "item": words(item.title or ""),
        "quantity": str(item.quantity),
        **money_cells("unit price", "unit price currency", item.unit_price, words),
    }


def money_cells(amount: str, currency: str, money: Money | None, words: Words) -> Cells:
    """An amount and its currency under these names."""
    return {amount: format(money.amount, "f"), currency: words(money.currency)} if money else {}


def event_cells(events: Sequence[Event], words: Words) -> Cells:
    """What happened to the order: each kind of event in its column, the others together."""
    cells = {}
    for kind, name in EVENT_COLUMNS.items():
        found = [event for event in events if event.kind == kind]
        cells[name] = joined(when_cell(event.when) for event in found)
        if kind in REFUND_COLUMNS and any(event.amount for event in found):
            sums = [event.amount for event in found]
            cells[f"{name} amount"] = joined(format(each.amount, "f") if each else "" for each in sums)
            cells[f"{name} currency"] = words(joined(each.currency if each else "" for each in sums))
    cells["event texts"] = words(texts_cell(events))
    cells["other events"] = words(joined(event_text(event) for event in events if event.kind not in EVENT_COLUMNS))
    return cells


def event_text(event: Event) -> str:
    """An event as it is typed after `--event`, its amount behind it: `dispute-won=2026-12-01 5.00 USD`."""
    amount = f" {event.amount.amount:f} {event.amount.currency}" if event.amount else ""
    return f"{event.kind}={when_cell(event.when)}{amount}"


def deadline_cells(order: Order) -> Cells:
    """The deadlines that the page shows."""
    return {
        name: joined(when_cell(deadline.when) for deadline in order.deadlines if deadline.kind == kind)
        for kind, name in DEADLINE_COLUMNS.items()
    }

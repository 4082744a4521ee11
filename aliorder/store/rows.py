"""An order as rows: one in `orders`, and one for each item, event, deadline and note in a table of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from aliorder.domain.order import Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.store.values import (
    KNOWN_COUPONS,
    KNOWN_DEADLINES,
    KNOWN_EVENTS,
    KNOWN_PARCELS,
    KNOWN_WHYS,
    flag,
    iso,
    moment,
    money_or_none,
    one_of,
    quantity,
    text,
    text_or_none,
    when,
)

Row = tuple[object, ...]
Part = TypeVar("Part")

ORDER_COLUMNS = (
    "number, alias, title, store_name, total_amount, total_currency, payment, country, coupon, free_return,"
    " cancel_button, keep, status_text, status_seen, tracking, parcel, why"
)


@dataclass(frozen=True, slots=True)
class Table(Generic[Part]):
    """A table of parts of orders: `write` gives the values of `columns`, `read` takes them back.

    `read` gets the whole row, the owner's id first, and raises Unreadable.
    """

    name: str
    columns: str
    read: Callable[[Row], Part]
    write: Callable[[Part], Row]


@dataclass(frozen=True, slots=True)
class OrderRows:
    """The row of an order without its id, and the rows of each of its parts without id and position."""

    order: Row
    items: tuple[Row, ...]
    events: tuple[Row, ...]
    deadlines: tuple[Row, ...]
    notes: tuple[Row, ...]


def rows_of(order: Order) -> OrderRows:
    """The order as it is kept; nothing is checked."""
    return OrderRows(
        order=_write_order(order),
        items=tuple(map(ITEMS.write, order.items)),
        events=tuple(map(EVENTS.write, order.events)),
        deadlines=tuple(map(DEADLINES.write, order.deadlines)),
        notes=tuple(map(NOTES.write, order.notes)),
    )


def read_order(
    row: Row, items: Sequence[Item], events: Sequence[Event], deadlines: Sequence[Deadline], notes: Sequence[str]
) -> Order:
    """The order of a row (id first, then `ORDER_COLUMNS`) and of its parts; Unreadable names the field."""
    (
        _, number, alias, title, store_name, amount, currency, payment, country, coupon, free_return,
        cancel_button, keep, status_text, status_seen, tracking, parcel, why,
    ) = row  # fmt: skip
    return Order(
        text(number, "order"),
        text_or_none(alias, "alias"),
        text_or_none(title, "title"),
        text_or_none(store_name, "store"),
        tuple(items),
        money_or_none(amount, currency, "total"),
        text_or_none(payment, "payment"),
        text_or_none(country, "country"),
        None if coupon is None else one_of(KNOWN_COUPONS, coupon, "coupon"),
        flag(free_return, "free_return"),
        flag(cancel_button, "cancel_button"),
        flag(keep, "keep"),
        _read_status(status_text, status_seen),
        text_or_none(tracking, "tracking"),
        one_of(KNOWN_PARCELS, parcel, "parcel"),
        None if why is None else one_of(KNOWN_WHYS, why, "why"),
        tuple(notes),
        tuple(events),
        tuple(deadlines),
    )


def _write_order(order: Order) -> Row:
    status = (None, None) if order.status is None else (order.status.text, order.status.seen.isoformat())
    return (
        order.number, order.alias, order.title, order.store_name, *_write_money(order.total), order.payment,
        order.country, order.coupon, order.free_return, order.cancel_button, order.keep, *status,
        order.tracking, order.parcel, order.why,
    )  # fmt: skip


def _read_status(words: object, seen: object) -> SeenStatus | None:
    if words is None and seen is None:
        return None
    return SeenStatus(text(words, "site_status"), moment(seen, "site_status"))


def _write_money(money: Money | None) -> tuple[str | None, str | None]:
    return (None, None) if money is None else (str(money.amount), money.currency)


def _write_when(time: When) -> tuple[str | None, str | None]:
    return (iso(time.day), iso(time.at))


def _read_item(row: Row) -> Item:
    _, line_id, title, pieces, amount, currency = row
    return Item(
        text_or_none(line_id, "line"),
        text_or_none(title, "title"),
        quantity(pieces, "quantity"),
        money_or_none(amount, currency, "unit_price"),
    )


def _write_item(item: Item) -> Row:
    return (item.line_id, item.title, item.quantity, *_write_money(item.unit_price))


def _read_event(row: Row) -> Event:
    _, kind, on, at, amount, currency = row
    return Event(one_of(KNOWN_EVENTS, kind, "kind"), when(on, at), money_or_none(amount, currency, "amount"))


def _write_event(event: Event) -> Row:
    return (event.kind, *_write_when(event.when), *_write_money(event.amount))


def _read_deadline(row: Row) -> Deadline:
    _, kind, on, at = row
    return Deadline(one_of(KNOWN_DEADLINES, kind, "kind"), when(on, at))


def _write_deadline(deadline: Deadline) -> Row:
    return (deadline.kind, *_write_when(deadline.when))


def _read_note(row: Row) -> str:
    return text(row[1], "text")


def _write_note(note: str) -> Row:
    return (note,)


ITEMS = Table("items", "line_id, title, quantity, unit_amount, unit_currency", _read_item, _write_item)
EVENTS = Table("events", "kind, on_day, at, amount, currency", _read_event, _write_event)
DEADLINES = Table("deadlines", "kind, on_day, at", _read_deadline, _write_deadline)
NOTES = Table("notes", "text", _read_note, _write_note)

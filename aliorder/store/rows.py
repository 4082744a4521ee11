"""An order as rows: one in `orders`, and one for each of its parts in the table of its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from aliorder.domain.order import WRITABLE, Deadline, Event, Evidence, Item, Order, SeenStatus
from aliorder.records.evidence import cases_of
from aliorder.records.values import (
    KNOWN_COUPONS,
    KNOWN_DEADLINES,
    KNOWN_EVENTS,
    KNOWN_EVIDENCE,
    KNOWN_PARCELS,
    KNOWN_WHYS,
    flag,
    iso,
    moment,
    money_or_none,
    one_of,
    quantity,
    sha256,
    size,
    text,
    text_or_none,
    when,
)

Row = tuple[object, ...]
Part = TypeVar("Part")

NOTHING_OWN: frozenset[str] = frozenset()

ORDER_COLUMNS = (
    "number, alias, title, store_name, total_amount, total_currency, payment, country, coupon, free_return,"
    " cancel_button, keep, status_text, status_seen, tracking, parcel, why, own"
)


class Table(NamedTuple, Generic[Part]):
    """A table of parts of orders: `write` gives the values of `columns`, `read` takes them back.

    `read` gets the whole row, the owner's id first, and raises Unreadable.
    """

    name: str
    columns: str
    read: Callable[[Row], Part]
    write: Callable[[Part], Row]


class OrderRows(NamedTuple):
    """The row of an order without its id, and the rows of each of its parts without id and position."""

    order: Row
    items: tuple[Row, ...]
    events: tuple[Row, ...]
    deadlines: tuple[Row, ...]
    notes: tuple[Row, ...]
    evidence: tuple[Row, ...]


def rows_of(order: Order) -> OrderRows:
    """The order as it is kept; nothing is checked."""
    return OrderRows(
        _write_order(order),
        tuple(map(_write_item, order.items)),
        tuple(map(_write_event, order.events)),
        tuple(map(_write_deadline, order.deadlines)),
        tuple(map(_write_note, order.notes)),
        tuple(map(_write_evidence, order.evidence)),
    )


def read_order(
    row: Row,
    items: Sequence[Item],
    events: Sequence[Event],
    deadlines: Sequence[Deadline],
    notes: Sequence[str],
    evidence: Sequence[Evidence],
) -> Order:
    """The order of a row (id first, then `ORDER_COLUMNS`) and of its parts; Unreadable names the field."""
    (
        _, number, alias, title, store_name, amount, currency, payment, country, coupon, free_return,
        cancel_button, keep, status_text, status_seen, tracking, parcel, why, own,
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
        tuple(evidence),
        _read_own(own),
    )


def _write_order(order: Order) -> Row:
    total, status = order.total, order.status
    return (
        order.number, order.alias, order.title, order.store_name,
        None if total is None else str(total.amount), None if total is None else total.currency, order.payment,
        order.country, order.coupon, order.free_return, order.cancel_button, order.keep,
        None if status is None else status.text, None if status is None else status.seen.isoformat(),
        order.tracking, order.parcel, order.why, " ".join(sorted(order.own)) if order.own else "",
    )  # fmt: skip


def _read_status(words: object, seen: object) -> SeenStatus | None:
    if words is None and seen is None:
        return None
    return SeenStatus(text(words, "site_status"), moment(seen, "site_status"))


def _read_own(names: object) -> frozenset[str]:
    # As everywhere in the store, by the names of the attributes; one that nobody knows is passed over.
    return NOTHING_OWN if names == "" else frozenset(text(names, "own").split()).intersection(WRITABLE)


def _read_item(row: Row) -> Item:
    _, line_id, title, pieces, amount, currency = row
    return Item(
        text_or_none(line_id, "line"),
        text_or_none(title, "title"),
        quantity(pieces, "quantity"),
        money_or_none(amount, currency, "unit_price"),
    )


def _write_item(item: Item) -> Row:
    line_id, title, pieces, price = item
    if price is None:
        return (line_id, title, pieces, None, None)
    return (line_id, title, pieces, str(price.amount), price.currency)


def _read_event(row: Row) -> Event:
    _, kind, on, at, amount, currency, words = row
    paid = money_or_none(amount, currency, "amount")
    return Event(one_of(KNOWN_EVENTS, kind, "kind"), when(on, at), paid, text_or_none(words, "text"))


def _write_event(event: Event) -> Row:
    kind, (day, at), amount, words = event
    if amount is None:
        return (kind, iso(day), iso(at), None, None, words)
    return (kind, iso(day), iso(at), str(amount.amount), amount.currency, words)


def _read_deadline(row: Row) -> Deadline:
    _, kind, on, at = row
    return Deadline(one_of(KNOWN_DEADLINES, kind, "kind"), when(on, at))


def _write_deadline(deadline: Deadline) -> Row:
    kind, (day, at) = deadline
    return (kind, iso(day), iso(at))


def _read_note(row: Row) -> str:
    return text(row[1], "text")


def _write_note(note: str) -> Row:
    return (note,)


def _read_evidence(row: Row) -> Evidence:
    _, digest, name, length, media, added, kind, on, at, shows, supports = row
    return Evidence(
        sha256(digest, "sha256"),
        text(name, "name"),
        size(length, "size"),
        text(media, "media"),
        moment(added, "added"),
        one_of(KNOWN_EVIDENCE, kind, "kind"),
        when(on, at),
        text_or_none(shows, "shows"),
        cases_of(text(supports, "supports").split()),
    )


def _write_evidence(evidence: Evidence) -> Row:
    digest, name, length, media, added, kind, (day, at), shows, supports = evidence
    return (digest, name, length, media, added.isoformat(), kind, iso(day), iso(at), shows, " ".join(supports))


ITEMS = Table("items", "line_id, title, quantity, unit_amount, unit_currency", _read_item, _write_item)
EVENTS = Table("events", "kind, on_day, at, amount, currency, text", _read_event, _write_event)
DEADLINES = Table("deadlines", "kind, on_day, at", _read_deadline, _write_deadline)
NOTES = Table("notes", "text", _read_note, _write_note)
EVIDENCE = Table(
    "evidence",
    "sha256, name, size, media, added, kind, on_day, at, shows, supports",
    _read_evidence,
    _write_evidence,
)

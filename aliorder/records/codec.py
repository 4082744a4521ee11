"""An order as a document of plain values, ready for JSON, and back without loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from aliorder.domain.order import WRITABLE, Deadline, Event, Item, Money, Order, SeenStatus, When
from aliorder.records.evidence import evidence_from_json, evidence_to_json, once_each
from aliorder.records.values import (
    KNOWN_COUPONS,
    KNOWN_DEADLINES,
    KNOWN_EVENTS,
    KNOWN_PARCELS,
    KNOWN_WHYS,
    Unreadable,
    flag,
    iso,
    moment,
    one_of,
    quantity,
    text,
    text_or_none,
    unlike,
    when,
)
from aliorder.records.values import money as read_money

Document = Mapping[str, object]
Entry = TypeVar("Entry")

_PUBLIC = {"store_name": "store", "status": "site_status"}
"""The attributes of an order that have another name outside."""


def order_to_json(order: Order) -> dict[str, object]:
    """Every fact of the order under its public name; unknown is `None`, every list is there."""
    return {
        "order": order.number,
        "alias": order.alias,
        "title": order.title,
        "store": order.store_name,
        "items": [_item_to_json(item) for item in order.items],
        "total": money_to_json(order.total),
        "payment": order.payment,
        "country": order.country,
        "coupon": order.coupon,
        "free_return": order.free_return,
        "cancel_button": order.cancel_button,
        "keep": order.keep,
        "site_status": order.status and {"text": order.status.text, "seen": order.status.seen.isoformat()},
        "tracking": order.tracking,
        "parcel": order.parcel,
        "why": order.why,
        "notes": list(order.notes),
        "events": [
            {
                "kind": event.kind,
                **_when_to_json(event.when),
                "amount": money_to_json(event.amount),
                "text": event.text,
            }
            for event in order.events
        ],
        "deadlines": [{"kind": deadline.kind, **_when_to_json(deadline.when)} for deadline in order.deadlines],
        "evidence": [evidence_to_json(evidence) for evidence in order.evidence],
        "own": sorted(public_names(order.own)),
    }


def order_from_json(document: object) -> Order:
    """The order that `order_to_json` wrote.

    A key that is missing counts as unknown, a key that nobody knows is passed over. Raises Unreadable,
    which names the field, for everything else.
    """
    facts = _mapping(document, "order")
    return Order(
        number=text_or_none(facts.get("order"), "order"),
        alias=text_or_none(facts.get("alias"), "alias"),
        title=text_or_none(facts.get("title"), "title"),
        store_name=text_or_none(facts.get("store"), "store"),
        items=_each(facts, "items", _item),
        total=_money(facts, "total"),
        payment=text_or_none(facts.get("payment"), "payment"),
        country=text_or_none(facts.get("country"), "country"),
        coupon=None if facts.get("coupon") is None else one_of(KNOWN_COUPONS, facts["coupon"], "coupon"),
        free_return=flag(facts.get("free_return"), "free_return"),
        cancel_button=flag(facts.get("cancel_button"), "cancel_button"),
        keep=flag(facts.get("keep"), "keep"),
        status=_status(facts.get("site_status")),
        tracking=text_or_none(facts.get("tracking"), "tracking"),
        parcel=one_of(KNOWN_PARCELS, facts.get("parcel") or "unknown", "parcel"),
        why=None if facts.get("why") is None else one_of(KNOWN_WHYS, facts["why"], "why"),
        notes=_each(facts, "notes", _note),
        events=_each(facts, "events", _event),
        deadlines=_each(facts, "deadlines", _deadline),
        evidence=once_each(_each(facts, "evidence", evidence_from_json)),
        own=own_of(_each(facts, "own", _note)),
    )


def public_names(names: Iterable[str]) -> list[str]:
    """What the attributes with these names are called outside."""
    return [_PUBLIC.get(name, name) for name in names]


def own_of(names: Iterable[str]) -> frozenset[str]:
    """The attributes with these public names; a name that nobody knows is passed over."""
    known = dict(zip(public_names(WRITABLE), WRITABLE, strict=True))
    return frozenset(known[name] for name in names if name in known)


def money_to_json(money: Money | None) -> dict[str, str] | None:
    """The amount as exact text beside its currency, or `None`."""
    return money and {"amount": f"{money.amount:f}", "currency": money.currency}


def _when_to_json(time: When) -> dict[str, str | None]:
    return {"on": iso(time.day), "at": iso(time.at)}


def _item_to_json(item: Item) -> dict[str, object]:
    price = money_to_json(item.unit_price)
    return {"line": item.line_id, "title": item.title, "quantity": item.quantity, "unit_price": price}


def _mapping(value: object, field: str) -> Document:
    if not isinstance(value, Mapping):
        raise unlike(field, value, "an object with named fields")
    return value


def _each(facts: Document, key: str, read: Callable[[object, str], Entry]) -> tuple[Entry, ...]:
    entries = facts.get(key)
    if entries is None:
        return ()
    if not isinstance(entries, list):
        raise unlike(key, entries, "a list")
    return tuple(read(entry, f"{key}[{position}]") for position, entry in enumerate(entries))


def _money(facts: Document, key: str) -> Money | None:
    if facts.get(key) is None:
        return None
    value = _mapping(facts[key], key)
    return read_money(value.get("amount"), value.get("currency"), key)


def _status(value: object) -> SeenStatus | None:
    if value is None:
        return None
    status = _mapping(value, "site_status")
    return SeenStatus(text(status.get("text"), "site_status.text"), moment(status.get("seen"), "site_status.seen"))


def _note(value: object, place: str) -> str:
    return text(value, place)


def _item(value: object, place: str) -> Item:
    item = _mapping(value, place)
    try:
        return Item(
            text_or_none(item.get("line"), "line"),
            text_or_none(item.get("title"), "title"),
            quantity(item.get("quantity", 1), "quantity"),
            _money(item, "unit_price"),
        )
    except Unreadable as problem:
        raise problem.inside(place) from None


def _event(value: object, place: str) -> Event:
    event = _mapping(value, place)
    try:
        kind = one_of(KNOWN_EVENTS, event.get("kind"), "kind")
        amount, words = _money(event, "amount"), text_or_none(event.get("text"), "text")
        return Event(kind, when(event.get("on"), event.get("at")), amount, words)
    except Unreadable as problem:
        raise problem.inside(place) from None


def _deadline(value: object, place: str) -> Deadline:
    deadline = _mapping(value, place)
    try:
        kind = one_of(KNOWN_DEADLINES, deadline.get("kind"), "kind")
        return Deadline(kind, when(deadline.get("on"), deadline.get("at")))
    except Unreadable as problem:
        raise problem.inside(place) from None

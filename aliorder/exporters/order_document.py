"""A kept order as JSON: whole, on one line of a list, or as its history."""

from __future__ import annotations

from datetime import datetime

from aliorder.domain.advice import Advice
from aliorder.domain.dates import own_day
from aliorder.domain.findings import DueDate
from aliorder.domain.order import Event, Order
from aliorder.exporters.advice_document import Document, day_text, deadline_document, moment_text, money_document
from aliorder.words.labels import EVENT_LABELS


def list_entry(order: Order, advice: Advice | None, deadline: DueDate | None, now: datetime) -> Document:
    """The order as `list --json` shows it."""
    placed = next((own_day(event.when, now) for event in order.events if event.kind == "placed"), None)
    return {
        "order": order.number,
        "alias": order.alias,
        "title": order.title,
        "store": order.store_name,
        "total": money_document(order.total),
        "stage": advice.stage.id if advice else None,
        "action": advice.action.id if advice else None,
        "placed": day_text(placed),
        "next_deadline": deadline_document(deadline, now) if deadline else None,
    }


def event_entry(event: Event, now: datetime) -> Document:
    """An event with its label; `on` is its day in the zone of `now`, `at` its moment, `None` if nobody knows."""
    return {
        "kind": event.kind,
        "label": EVENT_LABELS[event.kind],
        "on": day_text(own_day(event.when, now)),
        "at": moment_text(event.when.at),
        "amount": money_document(event.amount),
    }

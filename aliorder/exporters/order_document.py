"""A kept order as JSON: whole, on one line of a list, or as its history."""

from __future__ import annotations

from datetime import datetime

from aliorder.domain.dates import own_day
from aliorder.domain.order import Event
from aliorder.domain.outlook import Standing
from aliorder.exporters.fields import Document, day_text, deadline_document, moment_text, money_document
from aliorder.words.labels import EVENT_LABELS


def list_entry(standing: Standing) -> Document:
    """The order as `list --json` shows it."""
    order, now, outlook = standing
    placed = next((own_day(event.when, now) for event in order.events if event.kind == "placed"), None)
    deadline = standing.next_deadline
    return {
        "order": order.number,
        "alias": order.alias,
        "title": order.title,
        "store": order.store_name,
        "total": money_document(order.total),
        "stage": outlook.stage,
        "action": outlook.action,
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
        "text": event.text,
    }

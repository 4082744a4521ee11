"""What comes due as the JSON document `aliorder.due/1`."""

from __future__ import annotations

from collections.abc import Iterable

from aliorder.domain.agenda import Due
from aliorder.exporters.fields import Document, deadline_document


def due_document(dues: Iterable[Due]) -> Document:
    """The deadlines, soonest first."""
    return {"schema": "aliorder.due/1", "due": [due_entry(due) for due in dues]}


def due_entry(due: Due) -> Document:
    """A deadline of a kept order, how near it is, and what to do with the order now."""
    order, now, outlook = due.standing
    return {
        "order": order.number,
        "title": order.title,
        **deadline_document(due.deadline, now),
        "level": due.level,
        "action": outlook.action,
    }

"""What all JSON documents are made of: days, moments, amounts, deadlines."""

from __future__ import annotations

from datetime import date, datetime

from aliorder.domain.order import Money
from aliorder.domain.outlook import DueDate, days_left
from aliorder.domain.vocabulary import Stage
from aliorder.words.labels import DEADLINE_LABELS
from aliorder.words.stages import STAGE_LABELS

Document = dict[str, object]


def deadline_document(deadline: DueDate, now: datetime) -> Document:
    """A deadline; `days_left` counts dates in the zone of `now`."""
    return {
        "id": deadline.id,
        "label": DEADLINE_LABELS[deadline.id],
        "at": moment_text(deadline.at),
        "shown": deadline.shown,
        "days_left": None if deadline.at is None else days_left(deadline.id, deadline.at, now),
    }


def money_document(money: Money | None) -> Document | None:
    """An amount as decimal text with its currency."""
    return None if money is None else {"amount": format(money.amount, "f"), "currency": money.currency}


def day_text(day: date | None) -> str | None:
    """A day as `YYYY-MM-DD`."""
    return None if day is None else day.isoformat()


def moment_text(at: datetime | None) -> str | None:
    """A moment as ISO 8601 with its offset."""
    return None if at is None else at.isoformat(timespec="seconds")


def since_text(since: date | datetime | None) -> str | None:
    """A day or a moment."""
    return moment_text(since) if isinstance(since, datetime) else day_text(since)


def stage_document(stage: Stage, since: date | datetime | None) -> Document:
    """A stage, and the day or moment since which the order is in it."""
    return {"id": stage, "label": STAGE_LABELS[stage], "since": since_text(since)}

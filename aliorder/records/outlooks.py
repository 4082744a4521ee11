"""Outlooks as they are kept beside the orders: only to save working them out again, so a doubtful one is none."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from aliorder.domain.dates import SITE_ZONE
from aliorder.domain.outlook import DueDate, Outlook, Watched
from aliorder.domain.vocabulary import ACTIONS, CLAIMS, STAGES
from aliorder.records.values import YEARS
from aliorder.words.labels import DEADLINE_LABELS

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SITE, USER = "site", "user"


class Note(NamedTuple):
    """What is kept of a `Watched`: moments in Unix seconds, `None` for never.

    Stage and whether it is open stand beside `outlook`, which holds the rest, for those who can only look.
    """

    wake: int | None
    stage: str | None = None
    is_open: int | None = None
    holds_until: int | None = None
    outlook: str | None = None


UNASKED = Note(0)
"""Of an order about which nothing was worked out since it was last put: it is always awake."""


def note_of(watched: Watched, zone: tzinfo | None) -> Note:
    """What to keep; `zone` is the user's, in which it was worked out."""
    stage, since, action, claim, deadlines, missing, until = watched.outlook
    said = [since_to_json(since, zone), action, claim, [due_to_json(due, zone) for due in deadlines], missing]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Note(seconds(watched.wake), stage, int(watched.outlook.is_open), seconds(until), text)


def outlook_in(note: Note, now: datetime) -> Outlook | None:
    """The outlook that was kept, where it still holds at `now`, in the zone it was worked out in; else `None`."""
    if note.outlook is None:
        return None
    try:
        # Whole seconds are kept, so within the last one it may hold no more.
        if note.holds_until is not None and now.timestamp() > note.holds_until - 1:
            return None
        since, action, claim, deadlines, missing = json.loads(note.outlook)
        dated = tuple(due_from_json(due, now.tzinfo) for due in deadlines)
        until = None if note.holds_until is None else EPOCH + timedelta(seconds=note.holds_until)
        began = since_from_json(since, now.tzinfo)
        outlook = Outlook(note.stage, began, action, claim, dated, tuple(missing), until)  # type: ignore[arg-type]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return outlook if isinstance(missing, list) and is_sound(outlook) else None


def is_sound(outlook: Outlook) -> bool:
    """Whether every word of it is one of ours."""
    stage, action, claim = outlook.stage, outlook.action, outlook.claim
    known = action is None if stage is None else stage in STAGES and action in ACTIONS
    claimed = claim is None or claim in CLAIMS
    return known and claimed and all(isinstance(flag, str) for flag in outlook.missing)


def due_to_json(due: DueDate, zone: tzinfo | None) -> list[object]:
    """A deadline of known day: its id, whether it is shown, its moment."""
    assert due.at is not None, "an outlook holds deadlines of known day"
    return [due.id, int(due.shown), *moment_to_json(due.at, zone)]


def due_from_json(said: list[object], zone: tzinfo | None) -> DueDate:
    """The deadline; ValueError and its like where that is none."""
    name, shown, *at = said
    if name not in DEADLINE_LABELS:
        raise ValueError(name)
    return DueDate(name, moment_from_json(at, zone), bool(shown))  # type: ignore[arg-type]


def since_to_json(since: date | datetime | None, zone: tzinfo | None) -> list[object]:
    """A day, a moment, or nothing."""
    if isinstance(since, datetime):
        return moment_to_json(since, zone)
    return [] if since is None else [since.isoformat()]


def since_from_json(said: list[object], zone: tzinfo | None) -> date | datetime | None:
    """The day or moment; ValueError and its like where it is neither."""
    if len(said) > 1:
        return moment_from_json(said, zone)
    return date.fromisoformat(str(said[0])) if said else None


def moment_to_json(at: datetime, zone: tzinfo | None) -> list[object]:
    """A moment: the clock, whose clock it is, and whether it is the second time that this hour is struck."""
    whose = SITE if at.tzinfo is SITE_ZONE else USER if at.tzinfo is zone else None
    return [(at.replace(tzinfo=None) if whose else at).isoformat(), whose, at.fold]


def moment_from_json(said: list[object], zone: tzinfo | None) -> datetime:
    """The moment, on the same clock; ValueError and its like where that is none."""
    clock, whose, fold = said
    at = datetime.fromisoformat(str(clock))
    if whose is not None:
        at = at.replace(tzinfo={SITE: SITE_ZONE, USER: zone}[str(whose)], fold=1 if fold else 0)
    if at.tzinfo is None or at.year not in YEARS:
        raise ValueError(clock)
    return at


def seconds(at: datetime | None) -> int | None:
    """The whole second of a moment since 1970, `None` for never; a moment without a zone is in the past."""
    if at is None:
        return None
    return 0 if at.tzinfo is None else (at - EPOCH) // timedelta(seconds=1)

"""Facts as cells of a table that people open in a spreadsheet and programs read, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aliorder.domain.order import Event, When
from aliorder.domain.vocabulary import DEADLINE_KINDS, DeadlineKind, EventKind
from aliorder.words.safe import printable

EVENT_COLUMNS: dict[EventKind, str] = {
    "placed": "placed",
    "paid": "paid",
    "shipped": "shipped",
    "delivered": "delivered",
    "dispute-opened": "dispute opened",
    "refund-started": "refund started",
    "refund-received": "refund received",
}
"""The events with a column of their own; all others stand together in `other events`."""

REFUND_COLUMNS: dict[EventKind, str] = {
    kind: name for kind, name in EVENT_COLUMNS.items() if kind in ("refund-started", "refund-received")
}
"""Those whose amounts have columns too: `NAME amount` and `NAME currency`."""

DEADLINE_COLUMNS: dict[DeadlineKind, str] = {kind: kind.replace("-", " ") for kind in DEADLINE_KINDS}

COLUMNS = (
    *("order", "alias", "title", "store", "status", "status seen"),
    *("item line", "item", "quantity", "unit price", "unit price currency"),
    *("total", "total currency", "payment", "country", "coupon"),
    *EVENT_COLUMNS.values(),
    *(f"{name} {part}" for name in REFUND_COLUMNS.values() for part in ("amount", "currency")),
    "other events",
    *DEADLINE_COLUMNS.values(),
    *("tracking", "parcel", "free return", "cancel button", "keep", "why", "notes", "event texts"),
)
"""The columns of our own table by their names, in their order."""

BETWEEN = "; "
"""What stands between several values in one cell."""

MARK = "'"
"""With it before them, texts are what they are in every spreadsheet."""

FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
"""What a formula begins with, also full-width and small, as a set for expressions."""

OBEYED = re.compile(rf"{MARK}|[\s\"{MARK}]*[{FORMULA}]")
HIDDEN_CELL = re.compile(rf"([;\n])(?=[\s\"{MARK}]*[{FORMULA}])")
MARKED_CELL = re.compile(rf"([;\n]){MARK}(?=[\s\"{MARK}]*[{FORMULA}])")
"""A formula behind a character at which some programs, set up for another country, begin a new cell."""

DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"[\d\s.,:/\\%()'’+\-eE$€£¥₩₹₽₺]+(?:[aApP]\.?[mM]\.?)?")
MONTHS = "jan|gen|ene|feb|fév|fev|mar|mär|mrt|apr|abr|avr|may|mai|mag|maj|jun|giu|juin|jul|lug|juil|aug|ago|aoû|sep|set"
MONTHS = f"{MONTHS}|oct|okt|ott|out|nov|dec|dez|dic|déc|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru"
DAY = re.compile(
    rf"\d{{0,4}}[\s./-]{{0,3}}(?:{MONTHS})[^\W\d_]{{0,9}}\.?[\s.,/-]{{0,3}}\d{{0,4}}(?:[\s.,/-]{{1,3}}\d{{1,4}})?",
    re.IGNORECASE,
)
TRUTH = re.compile("true|false", re.IGNORECASE)


def guarded(text: str) -> str:
    """The text as every spreadsheet keeps it: an apostrophe before what it would run, or take for a number or a day.

    Characters that are not to be seen become blanks; line breaks stay.
    """
    if not text:
        return ""
    # Nothing that is printable has to go: this is quicker to ask, and true of nearly all texts.
    visible = text.strip() if text.isprintable() else "\n".join(map(printable, text.split("\n"))).strip()
    marked = HIDDEN_CELL.sub(rf"\1{MARK}", visible)
    return f"{MARK}{marked}" if OBEYED.match(visible) or is_changed(visible) else marked


def is_changed(text: str) -> bool:
    """Whether a spreadsheet would take the text for a number, a day, a time or a truth value."""
    if not DIGIT.search(text):
        return bool(TRUTH.fullmatch(text))
    return bool(NUMBER.fullmatch(text) or DAY.fullmatch(text))


def bare(cell: str) -> str:
    """The text that `guarded` made this cell of, as far as it is to be seen."""
    return MARKED_CELL.sub(r"\1", cell).removeprefix(MARK) if MARK in cell else cell


def when_cell(when: When) -> str:
    """A day, a moment with its offset, or `unknown`, without blanks."""
    if when.at is not None:
        return when.at.isoformat()
    return when.day.isoformat() if when.day else "unknown"


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, none of which holds a semicolon."""
    return BETWEEN.join(values)


def parts(cell: str) -> list[str]:
    """The values that `joined` put into one cell, without blanks; one that says nothing holds none."""
    return [part.strip() for part in cell.split(";")] if cell.strip() else []


def notes_cell(notes: Iterable[str]) -> str:
    r"""The notes, each on a line of its own; line breaks within one are `\n` and `\r`, and a backslash is doubled."""
    return "\n".join(note.replace("\\", r"\\").replace("\n", r"\n").replace("\r", r"\r") for note in notes)


def notes_in(cell: str) -> tuple[str, ...]:
    """The notes that `notes_cell` joined; a cell that says nothing holds none."""
    return tuple(re.sub(r"\\(.)", unescaped, line) for line in cell.split("\n")) if cell else ()


def texts_cell(events: Iterable[Event]) -> str:
    """What was written at each event, a line each as `KIND=WHEN TEXT`.

    Of several events of one kind and time each has a line if any has a text: so their order tells whose it is.
    """
    every = list(events)
    with_text = {(event.kind, event.when) for event in every if event.text}
    told = (event for event in every if (event.kind, event.when) in with_text)
    return notes_cell(f"{event.kind}={when_cell(event.when)}{f' {event.text}' if event.text else ''}" for event in told)


def unescaped(match: re.Match[str]) -> str:
    """The character that an escape stands for."""
    return {"n": "\n", "r": "\r"}.get(match[1], match[1])

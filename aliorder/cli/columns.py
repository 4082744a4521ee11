"""The columns that a script asks for by name: fields of a command's JSON, a cell each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import typer

from aliorder.domain.typed import one_of
from aliorder.errors import UsageError
from aliorder.render.lists import show_table
from aliorder.render.paper import Paper
from aliorder.render.table import TITLE_LENGTH, Column
from aliorder.words.safe import shortened

LIST = (
    *("order", "alias", "title", "store", "total", "stage", "action", "placed", "next_deadline"),
    *(f"next_deadline.{name}" for name in ("at", "id", "label", "shown", "days_left")),
)
DUE = ("order", "title", "id", "label", "at", "shown", "days_left", "level", "action")
REFUNDS = (
    *("order", "title", "stage", "action", "overdue", "days_left"),
    *(f"refund.{name}" for name in ("method", "amount", "basis", "counted_from", "counted_until", "earliest")),
    *(f"refund.{name}" for name in ("typical_from", "typical_until", "latest", "chase_from", "calendar", "fallback")),
    *(f"refund.amounts.{name}" for name in ("granted", "started", "received", "rest")),
)
"""The columns of each command: its JSON fields, those of an object within behind its name and a point."""

MONEY = ("total", "refund.amount", *(name for name in REFUNDS if name.startswith("refund.amounts.")))
"""What is an amount with its currency; each alone stands behind its name, too."""

PARTS = ("amount", "currency")

FOLDING = frozenset({"title", "store", "label", "next_deadline.label"})
"""What may be long; it is folded where a terminal has little room."""


def columns_option(known: Sequence[str]) -> Any:
    """The option that asks for some of these columns; its help names them."""
    money = next((f" Also e.g. {name}.{PARTS[0]} and {name}.{PARTS[1]}." for name in known if name in MONEY), "")
    told = f"Only these, with commas between them. Columns: {', '.join(known)}.{money}"
    return typer.Option("--columns", metavar="NAMES", help=told)


ListColumns = Annotated[str | None, columns_option(LIST)]
DueColumns = Annotated[str | None, columns_option(DUE)]
RefundsColumns = Annotated[str | None, columns_option(REFUNDS)]


def columns_of(text: str | None, known: Sequence[str]) -> tuple[str, ...] | None:
    """The columns in `text`, in its order, twice if named twice; `None` if none are asked for.

    Raises `UsageError`, with the nearest that there are, for one that is not known or has no name.
    """
    if text is None:
        return None
    names = [name.strip() for name in text.split(",")]
    every = (*known, *(f"{name}.{part}" for name in known if name in MONEY for part in PARTS))
    words = text.casefold().split()
    if len(words) > 1 and set(words) <= set(every):
        raise UsageError(
            "--columns takes names with a comma between them", f"put commas between them: {','.join(words)}"
        )
    if not all(names):
        raise UsageError("--columns takes names with a comma between them", f"known: {', '.join(known)}")
    return tuple(one_of(name, every, "column") for name in names)


def one_form(**given: object) -> None:
    """Raise `UsageError` if more than one form of the answer is asked for, each named like its option."""
    asked = [f"--{name}" for name, value in given.items() if value not in (None, False)]
    if len(asked) > 1:
        raise UsageError(f"{asked[0]} and {asked[1]} are two forms of one answer", "give one of them")


def show_columns(names: Sequence[str], entries: Iterable[Mapping[str, object]], paper: Paper) -> None:
    """Show these columns of the entries: whole and tab-separated, or as a table with the names above it."""
    rows = [[cell_of(entry, name, drawn=paper.drawn) for name in names] for entry in entries]
    show_table([Column(name, fixed=name not in FOLDING) for name in names], rows, paper)


def cell_of(entry: Mapping[str, object], name: str, *, drawn: bool) -> str:
    """One cell: empty where nothing is known, money as `12.34 USD`, a deadline as its moment.

    `drawn`, of a long title it is the beginning.
    """
    value: object = entry
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    text = text_of(value)
    return shortened(text, TITLE_LENGTH) if drawn and name == "title" else text


def text_of(value: object) -> str:
    """A value of JSON as the text of a cell."""
    if isinstance(value, Mapping):
        return f"{value['amount']} {value['currency']}" if "currency" in value else text_of(value.get("at"))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)

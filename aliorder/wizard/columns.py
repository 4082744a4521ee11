"""Which column of a table tells what, asked once on a terminal."""

from __future__ import annotations

from collections.abc import Callable

from aliorder.wizard.prompts import select, tell, text
from aliorder.words.columns import LABELS, likely_columns

DONE = "done"
NONE = ""


def ask_columns(file: str, header: tuple[str, ...]) -> dict[str, str] | None:
    """The heading of the column that tells each fact; `None` if the buyer does not know where the order number is.

    What the headings say themselves is offered; nothing is taken for granted.
    """
    headings = tuple(dict.fromkeys(name for name in header if name))
    tell(f"{file} is a table that aliorder has not seen before. Say once which column tells what.")
    chosen = likely_columns(headings)
    number = ask_column("order", headings, chosen.get("order"))
    if number == NONE:
        return None
    chosen = {fact: heading for fact, heading in chosen.items() if heading != number} | {"order": number}
    while True:
        facts = {fact: f"{label}: {chosen.get(fact, '–')}" for fact, label in LABELS.items()}
        fact = select("Is this what the columns tell? Choose a line to change it", {DONE: "Yes, go on", **facts})
        if fact == DONE:
            return chosen
        heading = ask_column(fact, headings, chosen.get(fact))
        other = next((other for other, name in chosen.items() if name == heading and other != fact), None)
        if other is not None:
            tell(f"{heading} no longer tells the {LABELS[other]}: a column tells one thing.")
        chosen = {other: name for other, name in chosen.items() if other != fact and name != heading}
        if heading != NONE:
            chosen[fact] = heading


def ask_column(fact: str, headings: tuple[str, ...], likely: str | None) -> str:
    """The heading of the column that tells the fact, the likely one first; `NONE` if none does."""
    first = {likely: likely} if likely else {}
    choices = {**first, **{name: name for name in headings}, NONE: "none of these"}
    return select(f"Which column tells the {LABELS[fact]}?", choices)


def ask_name(proposal: str, is_name: Callable[[str], bool]) -> str:
    """The name under which to keep the map; blank for not at all."""
    hint = f"(e.g. {proposal}; Enter: do not keep it)"
    while name := text("A name for this, to read such tables from now on without asking", hint, empty="not kept"):
        if is_name(name):
            break
        tell(f"{name} cannot be a name. Letters, digits, - and _ can, e.g. {proposal}.")
    return name

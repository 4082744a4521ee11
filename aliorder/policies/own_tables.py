"""The tables of a user's TOML file: each value as it has to be, or a problem that says what is wrong and what helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple, TypeGuard, TypeVar

from aliorder.errors import shown

Word = TypeVar("Word", bound=str)

MOST = 3650
"""No figure is larger: ten years are longer than any site gives."""

LARGE = 10**12
LONGEST_NOTE = 200
LONGEST_NAME = 40


class Problem(NamedTuple):
    """One thing wrong: the key at which it stands, what is wrong with it, and what to do."""

    key: str
    wrong: str
    cure: str


class Table:
    """One table of the file. What cannot be taken is noted in `problems`, and `None` or nothing is given for it."""

    def __init__(self, key: str, values: Mapping[str, object], problems: list[Problem]) -> None:
        self.key = key
        self.values = values
        self.problems = problems

    def note(self, name: str, wrong: str, cure: str) -> None:
        """Note a problem with the key `name`, or, if that is empty, with the table itself."""
        self.problems.append(Problem(self.path(name), wrong, cure))

    def path(self, name: str) -> str:
        """The key `name` of this table as it is called from the top of the file."""
        return ".".join(filter(None, (self.key, name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…")))

    def refuse_unknown(self, names: Sequence[str], what: str) -> None:
        """Note each key that is not among `names`, with those nearest to it."""
        for name in self.values:
            if name not in names:
                near = get_close_matches(name, names, n=2, cutoff=0.5)
                cure = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
                self.note(name, f"is not a known {what}", cure)

    def tables(self, names: Sequence[str], what: str) -> dict[str, Table]:
        """The tables within this one by their names; each has to be among `names`."""
        self.refuse_unknown(names, what)
        found = {}
        for name, values in self.values.items():
            if name not in names:
                continue
            if isinstance(values, dict):
                found[name] = Table(self.path(name), values, self.problems)
            else:
                self.note(name, f"has to be a table, not {said(values)}", f"write it as [{self.path(name)}]")
        return found

    def number(self, name: str) -> int | None:
        """A whole number from 0 to `MOST`."""
        value = self.values.get(name)
        if value is None or is_figure(value):
            return value
        self.note(name, f"has to be a whole number from 0 to {MOST}, not {said(value)}", f"write {name} = 10")
        return None

    def span(self, name: str) -> tuple[int, int] | None:
        """Two whole numbers, the smaller one first."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, list) and len(value) == 2 and all(map(is_figure, value)) and value[0] <= value[1]:
            return value[0], value[1]
        self.note(
            name, f"has to be two whole numbers from 0 to {MOST}, the smaller one first", f"write {name} = [7, 15]"
        )
        return None

    def choice(self, name: str, words: Sequence[Word]) -> Word | None:
        """One of `words`."""
        value = self.values.get(name)
        if value is None:
            return None
        for word in words:
            if word == value:
                return word
        self.note(
            name,
            f"has to be {' or '.join(words)}, not {said(value)}",
            f'write {name} = "{words[0]}", or leave it out',
        )
        return None

    def day(self, name: str) -> date | None:
        """A day; TOML writes it without quotes."""
        value = self.values.get(name)
        if value is None or type(value) is date:
            return value
        self.note(name, f"has to be a day, not {said(value)}", f"write {name} = 2026-11-01, without quotes or a time")
        return None

    def text(self, name: str) -> str | None:
        """A text on one line."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, str) and len(value) <= LONGEST_NOTE:
            return " ".join(value.split()) or None
        self.note(
            name,
            f"has to be a text of at most {LONGEST_NOTE} characters",
            f'write {name} = "where I read it", in quotes',
        )
        return None


def is_figure(value: object) -> TypeGuard[int]:
    """Whether `value` is a whole number from 0 to `MOST`; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def said(value: object) -> str:
    """A value of a TOML file as a sentence can name it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, int) and abs(value) > LARGE:
        return "a number as large as that"
    return f"the text {shown(value)}" if isinstance(value, str) else str(value)

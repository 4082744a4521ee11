"""Which column of a table tells which fact of an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from aliorder.errors import UsageError
from aliorder.importers import FileRefused
from aliorder.importers.tables.table import plain_name
from aliorder.importers.values.reading import shown

ORDER_FACTS = ("order", "order-title", "status", "store", "total", "currency", "payment", "country", "tracking", "note")
"""What is told once of an order; `order-title` is what it is called where the table does not list its items."""

ITEM_FACTS = ("line", "title", "quantity", "price")
"""What is told of each item: the id of its line, its title, how many pieces, and the price of one."""

FACTS: tuple[str, ...] = (*ORDER_FACTS, *ITEM_FACTS, *EVENT_KINDS, *DEADLINE_KINDS)
"""Everything that a column can tell; an event or a deadline is told by its day."""


@dataclass(frozen=True)
class ColumnMap:
    """Pairs of a fact and the name of the column that tells it; each fact and each column stands in one pair only.

    `column_map` makes one out of what a person wrote; `dict(pairs)` is what to save.
    """

    pairs: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for _, name in self.pairs)

    def within(self, header: Iterable[str]) -> ColumnMap:
        """The pairs whose column stands in the header."""
        there = {plain_name(name) for name in header}
        return ColumnMap(tuple(pair for pair in self.pairs if plain_name(pair[1]) in there))

    def places(self, header: Sequence[str], file: str) -> dict[str, int]:
        """The facts, and the place of the column that tells each, counted from 0.

        Raises `FileRefused` if a column is not in the header, with the nearest ones, or stands there twice.
        """
        plain = [plain_name(name) for name in header]
        return {fact: place_of(name, plain, header, file) for fact, name in self.pairs}


def column_map(pairs: Iterable[tuple[str, str]]) -> ColumnMap:
    """The map of these facts and column names, from the command line or a settings file.

    Raises `UsageError` for a fact that nobody knows, with the nearest ones, for a fact or a column that stands twice,
    for a blank name, and if no column tells the order number.
    """
    named = tuple((known_fact(fact), name.strip()) for fact, name in pairs)
    facts = [fact for fact, _ in named]
    for fact, name in named:
        if not name:
            raise UsageError(f"the name of the column for {fact} is blank", f"e.g. --column {fact}='Its name'")
        if facts.count(fact) > 1:
            raise UsageError(f"two columns are named for {fact}", "name the one that counts")
    doubles = [name for name, count in Counter(plain_name(name) for _, name in named).items() if count > 1]
    if doubles:
        raise UsageError(f"the column {shown(doubles[0])} is named for two facts", "a column can tell only one")
    if "order" not in facts:
        raise UsageError("no column is named for the order number", "name it: --column order='Its name'")
    return ColumnMap(named)


def known_fact(fact: str) -> str:
    """The fact itself, in small letters. Raises `UsageError`, with the nearest ones, if nobody knows it."""
    word = fact.strip().casefold()
    if word in FACTS:
        return word
    near = get_close_matches(word, FACTS, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(FACTS)}"
    raise UsageError(f"{shown(fact)} is not a fact that a column can tell", hint)


def place_of(name: str, plain: Sequence[str], header: Sequence[str], file: str) -> int:
    """Where the column stands. Raises `FileRefused` as `ColumnMap.places` does."""
    word = plain_name(name)
    if plain.count(word) == 1:
        return plain.index(word)
    if word in plain:
        raise FileRefused(file, f"two columns here are named {shown(name)}", "give them different names")
    near = [shown(header[plain.index(like)]) for like in get_close_matches(word, plain, n=3, cutoff=0.5) if like]
    columns = ", ".join(shown(column) for column in header[:30] if column)
    hint = f"did you mean {' or '.join(near)}?" if near else f"the table has {columns}"
    raise FileRefused(file, f"the table has no column {shown(name)}", hint)

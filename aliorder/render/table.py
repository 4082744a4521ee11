"""A table as both ways of printing it understand it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aliorder.words.safe import printable

TITLE_LENGTH = 60
"""So much of an order's title stands in a table that is drawn; a site's titles are whole paragraphs."""


class Column(NamedTuple):
    """A column: its heading, and whether its cells stay on one line; the others are folded where room is short."""

    name: str
    fixed: bool = True


def tab_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with a tab between their cells, as scripts like them; no headings."""
    return ("\t".join(printable(cell) for cell in row) for row in rows)


def shares(wishes: Sequence[int], room: int) -> list[int]:
    """The room that each wish is given: all of it if it is small, else an even part of what the small ones leave."""
    given, left = [0] * len(wishes), max(room, 0)
    for served, place in enumerate(sorted(range(len(wishes)), key=lambda place: wishes[place])):
        given[place] = min(wishes[place], left // (len(wishes) - served))
        left -= given[place]
    return given

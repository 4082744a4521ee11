"""A table as both ways of printing it understand it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aliorder.words.safe import printable


class Column(NamedTuple):
    """A column: its heading, and whether its cells must never be cut."""

    name: str
    fixed: bool = True


def tab_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with a tab between their cells, as scripts like them; no headings."""
    return ("\t".join(printable(cell) for cell in row) for row in rows)

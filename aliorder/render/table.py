"""Tables: drawn on a terminal, as tab-separated lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aliorder.render.paper import Paper, show_lines
from aliorder.words.safe import printable

TITLE_LENGTH = 60
"""So much of an order's title stands in a table that is drawn; a site's titles are whole paragraphs."""


class Column(NamedTuple):
    """A column: its heading, and whether its cells stay on one line; the others are folded where room is short."""

    name: str
    fixed: bool = True


def show_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], paper: Paper) -> None:
    """Show rows as a table with headings, or tab-separated without; nothing where there are no rows."""
    if not rows or not paper.drawn:
        show_lines(tab_lines(rows))
        return
    from aliorder.render.drawn_table import draw_table  # noqa: PLC0415 - rich takes 100 ms that a pipe need not wait

    draw_table(columns, [[printable(cell) for cell in row] for row in rows], paper.console())


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

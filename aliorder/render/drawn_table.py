"""A table drawn on a terminal: cells are folded rather than cut, and rows stacked where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from aliorder.render.drawn import GAP, HANG, NARROW, QUIET, draw_hanging
from aliorder.render.table import Column, shares

LEAST = 11
"""A column whose cells fold needs so much room, unless they are shorter."""


def draw_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], console: Console) -> None:
    """Print rows under headings, or each row on a few lines where there is no room for a table; nothing is cut."""
    widths = widths_of(columns, rows, console.width)
    if widths is None:
        for row in rows:
            draw_stacked(columns, row, console)
        return
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style=QUIET)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column.name, no_wrap=column.fixed, overflow="fold", width=width)
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def widths_of(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """The widths of the columns of a table that is `width` wide; `None` if the cells that fold have too little room."""
    wishes = [
        max(cell_len(text) for text in (column.name, *(row[place] for row in rows)))
        for place, column in enumerate(columns)
    ]
    fixed = sum(wish for wish, column in zip(wishes, columns, strict=True) if column.fixed)
    flexible = [wish for wish, column in zip(wishes, columns, strict=True) if not column.fixed]
    room = width - GAP * len(columns) - fixed
    given = shares(flexible, room)
    if width < NARROW or room < 0 or any(share < min(wish, LEAST) for share, wish in zip(given, flexible, strict=True)):
        return None
    rest = iter(given)
    return [wish if column.fixed else next(rest) for wish, column in zip(wishes, columns, strict=True)]


def draw_stacked(columns: Sequence[Column], row: Sequence[str], console: Console) -> None:
    """Print a row on a few lines: what does not fold beside each other where it fits, the rest below it."""
    cells = [(column.fixed, cell) for column, cell in zip(columns, row, strict=True) if cell]
    for place, line in enumerate(packed([cell for fixed, cell in cells if fixed], console.width - HANG)):
        draw_hanging(Text(line, "bold"), console, indent=HANG if place else 0)
    for cell in (cell for fixed, cell in cells if not fixed):
        draw_hanging(Text(cell), console, indent=HANG)


def packed(cells: Sequence[str], width: int) -> list[str]:
    """The cells in as few lines as can be, beside each other while that is no wider than `width`."""
    lines: list[str] = []
    for cell in cells:
        longer = f"{lines[-1]}{' ' * GAP}{cell}" if lines else cell
        lines[-1:] = [longer] if not lines or cell_len(longer) <= width else [lines[-1], cell]
    return lines

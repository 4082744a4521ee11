"""The money on its way, drawn on a terminal: as a table where there is room, else each refund on a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aliorder.render.drawn import GAP, INDENT, OVERDUE_STYLE, QUIET, draw_hanging
from aliorder.render.refunds import NO_WAY, RefundRow
from aliorder.render.table import TITLE_LENGTH
from aliorder.words.safe import shortened

HEADINGS = ("latest", "left", "", "amount", "paid by", "order", "title", "to do")
TITLE_WIDTH = 16
"""The table is drawn where at least so much of a title fits beside all the rest."""

BAR_FROM = 60
"""Windows narrower than this have no bar."""


def draw_refunds(rows: Sequence[RefundRow], closing: str, console: Console) -> None:
    """Print the refunds and, below them, what they come to."""
    if table_width(rows) <= console.width:
        console.print(table_of(rows))
    elif console.width >= BAR_FROM:
        console.print(grid_of(rows))
    else:
        for row in rows:
            draw_stacked(row, console)
    console.print()
    draw_hanging(Text(closing, "bold"), console)


def table_width(rows: Sequence[RefundRow]) -> int:
    """The columns that the table needs."""
    columns = zip(HEADINGS, *(texts_of(row) for row in rows), strict=True)
    widths = [max(map(cell_len, (heading, *cells))) for heading, *cells in columns if heading != "title"]
    return sum(widths) + GAP * len(widths) + TITLE_WIDTH


def texts_of(row: RefundRow) -> tuple[str, ...]:
    """The cells of a row, as the headings name them."""
    title = shortened(row.title, TITLE_LENGTH)
    return row.day, row.left, row.bar, row.amount, row.method, row.order, title, row.todo


def table_of(rows: Sequence[RefundRow]) -> Table:
    """The refunds, one a line; only a title is ever folded."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style=QUIET)
    for heading in HEADINGS:
        table.add_column(heading, no_wrap=heading != "title", overflow="fold")
    for row in rows:
        styles = (style_of(row),) * 3
        table.add_row(
            *(Text(cell, style=style) for cell, style in zip(texts_of(row), (*styles, *[""] * 5), strict=True))
        )
    return table


def grid_of(rows: Sequence[RefundRow]) -> Table:
    """The refunds, two lines or more each: the days and the bar beside all the rest."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for row in rows:
        days = Text("\n".join(filter(None, (row.left, row.day))), style=style_of(row))
        money, order = texts_below(row)
        grid.add_row(days, Text(row.bar, style=style_of(row)), Text(f"{money}\n{order}"))
    return grid


def draw_stacked(row: RefundRow, console: Console) -> None:
    """Print a refund as a few lines for a narrow window."""
    console.print(Text(", ".join(filter(None, (row.left, row.day))), style=style_of(row)))
    for line in texts_below(row):
        console.print(Padding(Text(line), INDENT))


def texts_below(row: RefundRow) -> tuple[str, str]:
    """What a refund is and what to do, and which order it is for."""
    way = f" by {row.method}" if row.method != NO_WAY else f", {NO_WAY}"
    return f"{row.amount}{way}: {row.todo}", f"{row.order}  {row.title}".rstrip()


def style_of(row: RefundRow) -> str:
    """Red for what is overdue, and only for that."""
    return OVERDUE_STYLE if row.overdue else ""

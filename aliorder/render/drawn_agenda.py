"""What comes due, drawn on a terminal: the level, the day, the countdown, what it is, whose it is, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from aliorder.render.agenda import LEVEL_STYLES, DueLine
from aliorder.render.drawn import QUIET

NARROW = 100
"""On a narrower terminal each deadline takes several lines."""


def draw_agenda(lines: Sequence[DueLine], console: Console) -> None:
    """Print the deadlines; each level is named where it begins."""
    if console.width < NARROW:
        draw_stacked(lines, console)
    else:
        draw_columns(lines, console)


def draw_columns(lines: Sequence[DueLine], console: Console) -> None:
    """Print a line a deadline."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for fixed in (True, True, True, False, True, False):
        grid.add_column(no_wrap=fixed, overflow="fold")
    before = None
    for line in lines:
        style = LEVEL_STYLES[line.level]
        level = line.level.upper() if line.level != before else ""
        before = line.level
        whose = Text(f"{line.what}\n{line.title}" if line.title else line.what)
        whose.stylize(QUIET, len(line.what))
        grid.add_row(
            Text(level, style), Text(line.day, style), Text(line.left, style), whose, Text(line.order), Text(line.todo)
        )
    console.print(grid)


def draw_stacked(lines: Sequence[DueLine], console: Console) -> None:
    """Print a few lines a deadline, for narrow terminals."""
    before = None
    for line in lines:
        style = LEVEL_STYLES[line.level]
        if line.level != before:
            console.print(Text(line.level.upper(), style))
            before = line.level
        console.print(Text.assemble("  ", (line.day, style), ", ", (line.left, style), f": {line.what}"))
        console.print(Text(f"    {' · '.join(filter(None, (line.order, line.title)))}", style=QUIET))
        console.print(Text(f"    {line.todo}"))

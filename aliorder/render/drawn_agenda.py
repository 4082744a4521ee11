"""What comes due, drawn on a terminal: the level, the day, the countdown, what it is, whose it is, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from aliorder.render.agenda import LEVEL_STYLES, DueLine
from aliorder.render.drawn import GAP, QUIET, draw_hanging
from aliorder.render.table import shares

NARROW = 100
"""On a narrower terminal each deadline takes several lines."""

COLUMNS = ("level", "day", "left", "what", "todo")
FOLDED = ("what", "todo")
"""The columns of the deadlines, and those of them that fold where room is short."""


def draw_agenda(lines: Sequence[DueLine], console: Console) -> None:
    """Print the deadlines; each level is named where it begins."""
    if console.width < NARROW:
        draw_stacked(lines, console)
    else:
        draw_columns(lines, console)


def draw_columns(lines: Sequence[DueLine], console: Console) -> None:
    """Print a line a deadline, and below what it is the order."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for name, width in zip(COLUMNS, widths_of(lines, console.width), strict=True):
        grid.add_column(no_wrap=name not in FOLDED, overflow="fold", width=width)
    before = None
    for line in lines:
        style = LEVEL_STYLES[line.level]
        level = line.level.upper() if line.level != before else ""
        before = line.level
        what = Text.assemble(line.what, "\n", (whose(line), QUIET))
        grid.add_row(Text(level, style), Text(line.day, style), Text(line.left, style), what, Text(line.todo))
    console.print(grid)


def whose(line: DueLine) -> str:
    """Which order a deadline is of."""
    return " · ".join(filter(None, (line.order, line.title)))


def widths_of(lines: Sequence[DueLine], width: int) -> list[int]:
    """The widths of the columns: what it is, or the order below it, and what to do share what the rest leaves."""
    wishes = {name: max((cell_len(getattr(line, name)) for line in lines), default=0) for name in COLUMNS}
    wishes["what"] = max([wishes["what"], *(cell_len(whose(line)) for line in lines)])
    fixed = sum(wish for name, wish in wishes.items() if name not in FOLDED)
    given = shares([wishes[name] for name in FOLDED], width - GAP * len(COLUMNS) - fixed)
    return list((wishes | dict(zip(FOLDED, given, strict=True))).values())


def draw_stacked(lines: Sequence[DueLine], console: Console) -> None:
    """Print a few lines a deadline, for narrow terminals."""
    before = None
    for line in lines:
        style = LEVEL_STYLES[line.level]
        if line.level != before:
            console.print(Text(line.level.upper(), style))
            before = line.level
        heading = Text.assemble((line.day, style), ", ", (line.left, style), f": {line.what}")
        draw_hanging(heading, console, indent=2)
        draw_hanging(Text(whose(line), QUIET), console, indent=4)
        draw_hanging(Text(line.todo), console, indent=4)

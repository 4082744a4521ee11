"""Drawn on a terminal: the same words as the plain lines, with colour, columns and a bar in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aliorder.render.bar import bar_of
from aliorder.render.card import Card, RefundPart
from aliorder.render.table import Column

ACTION_STYLE = "bold cyan"
OVERDUE_STYLE = "bold red"
QUIET = "dim"
INDENT = (0, 0, 0, 3)
NOTES_ON_CARD = 2
"""So many notes on a payment method stand on a card; `refund` tells all."""


def console_for(colored: bool, width: int | None = None) -> Console:
    """A console on stdout that draws in colour only if `colored`."""
    return Console(
        force_terminal=True,
        no_color=not colored,
        color_system="auto" if colored else None,
        width=width,
        highlight=False,
    )


def draw_card(card: Card, console: Console) -> None:
    """Print the card: what to do, how, the reason, the refund, the dates, the warnings, why."""
    console.print()
    if card.order:
        console.print(Text(card.order, style=QUIET))
    console.print(Text.assemble((card.stage.upper(), "bold"), (f"  {card.since}", QUIET)))
    console.print()
    style = OVERDUE_STYLE if card.overdue else ACTION_STYLE
    console.print(Text.assemble(("→ ", style), (card.action, style), (f"   {card.when}" if card.when else "", "bold")))
    console.print(Padding(Text(card.why), INDENT))
    console.print()
    draw_numbered(card.steps, console)
    draw_reason(card, console)
    if card.refund:
        draw_refund(card.refund, card.now, console)
        draw_notes(card.refund.notes[:NOTES_ON_CARD], console)
    draw_deadlines(card, console)
    draw_marked("!", "yellow", card.warnings, console)
    draw_marked("?", "cyan", [f"It would help to know {flag}." for flag in card.missing], console)
    console.print(Padding(Text(f"Why: {card.grounds} ({card.sources})", style=QUIET), (1, 0, 0, 0)))
    console.print()


def draw_numbered(lines: Sequence[str], console: Console) -> None:
    """Print numbered lines, folded under themselves."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="bold", no_wrap=True)
    grid.add_column()
    for number, line in enumerate(lines, 1):
        grid.add_row(Text(str(number)), Text(line))
    console.print(Padding(grid, INDENT))


def draw_reason(card: Card, console: Console) -> None:
    """Print the reason to pick and the other true ones, each with what it costs."""
    if card.reason is None:
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(Text("Reason"), Text(card.reason, style="bold"), Text(card.reason_cost, style=QUIET))
    for reason, cost in card.other_reasons:
        grid.add_row(Text("or", style=QUIET), Text(reason), Text(cost, style=QUIET))
    console.print(Padding(grid, (1, 0, 0, 1)))


def draw_refund(part: RefundPart, now: datetime, console: Console) -> None:
    """Print the refund with its bar in time."""
    console.print(Padding(Text(part.heading, style="bold"), (1, 0, 0, 1)))
    bar = bar_of(part.refund, now.date(), min(console.width - 6, 60))
    if bar is not None:
        console.print(Padding(Text(bar.line, style="green"), INDENT))
        console.print(Padding(Text(bar.marks, style=QUIET), INDENT))
    for sentence in part.sentences:
        console.print(Padding(Text(sentence), INDENT))


def draw_notes(notes: Sequence[str], console: Console) -> None:
    """Print what the payment method means for the buyer, each note folded under itself."""
    for note in notes:
        console.print(Padding(Text(note, style=QUIET), INDENT))


def draw_schedule(part: RefundPart, now: datetime, console: Console) -> None:
    """Print a refund with all that can be told of it: its figures, its steps, its notes."""
    draw_refund(part, now, console)
    for line in part.basis:
        console.print(Padding(Text(line), INDENT))
    console.print()
    draw_numbered(part.steps, console)
    if part.notes:
        console.print()
        draw_notes(part.notes, console)


def draw_deadlines(card: Card, console: Console) -> None:
    """Print the deadlines with how much time is left."""
    if not card.deadlines:
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    for line in card.deadlines:
        style = "red" if line.passed else "bold" if line.near else ""
        label = line.label if line.shown else f"{line.label} (our estimate)"
        grid.add_row(Text(line.day, style=style), Text(line.left, style=style), Text(label))
    console.print(Padding(grid, (1, 0, 0, 1)))


def draw_marked(mark: str, style: str, lines: Iterable[str], console: Console) -> None:
    """Print lines behind a mark, folded under themselves, after an empty line."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for line in lines:
        grid.add_row(Text(mark, style=f"bold {style}"), Text(line))
    if grid.row_count:
        console.print(Padding(grid, (1, 0, 0, 1)))


def draw_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], console: Console) -> None:
    """Print rows under headings; long titles are cut so that a row stays a line."""
    table = Table(
        box=None,
        expand=any(not column.fixed for column in columns),
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style=QUIET,
    )
    for place, column in enumerate(columns):
        cells = [len(row[place]) for row in rows]
        table.add_column(
            column.name,
            no_wrap=True,
            overflow="ellipsis",
            min_width=max([len(column.name), *cells]) if column.fixed else None,
            ratio=None if column.fixed else 1,
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)

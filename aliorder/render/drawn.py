"""Drawn on a terminal: the same words as the plain lines, with colour, columns and a bar in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aliorder.render.bar import bar_of
from aliorder.render.card import SELLER_HEADING, Card, RefundPart
from aliorder.words.refund_days import is_late

ACTION_STYLE = "bold cyan"
OVERDUE_STYLE = "bold red"
QUIET = "dim"
INDENT = (0, 0, 0, 3)
GAP, HANG = 2, 2
NARROW = 60
"""On a narrower terminal what stands in columns elsewhere stands on lines of its own."""

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
        draw_hanging(Text(card.order, QUIET), console)
    draw_hanging(Text.assemble((card.stage.upper(), "bold"), (f"  {card.since}", QUIET)), console)
    console.print()
    style = OVERDUE_STYLE if card.overdue else ACTION_STYLE
    draw_hanging(
        Text.assemble(("→ ", style), (card.action, style), (f"   {card.when}" if card.when else "", "bold")), console
    )
    console.print(Padding(Text(card.why), INDENT))
    console.print()
    draw_numbered(card.steps, console)
    draw_reason(card, console)
    draw_seller(card, console)
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
    rows = [(Text("Reason"), Text(card.reason, "bold"), Text(card.reason_cost, QUIET))]
    rows += [(Text("or", QUIET), Text(reason), Text(cost, QUIET)) for reason, cost in card.other_reasons]
    draw_rows(rows, console)


def draw_seller(card: Card, console: Console) -> None:
    """Print when the seller is likely to read what is written now."""
    if not card.seller:
        return
    console.print(Padding(Text(SELLER_HEADING, style="bold"), (1, 0, 0, 1)))
    for line in card.seller:
        console.print(Padding(Text(line), INDENT))


def draw_refund(part: RefundPart, now: datetime, console: Console) -> None:
    """Print the refund with its bar in time, both red once it should have come."""
    late = is_late(part.refund, now)
    console.print(Padding(Text(part.heading, style=OVERDUE_STYLE if late else "bold"), (1, 0, 0, 1)))
    bar = bar_of(part.refund, now.date(), min(console.width - 6, 60))
    if bar is not None:
        console.print(Padding(Text(bar.line, style="red" if late else "green"), INDENT))
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
    rows = []
    for line in card.deadlines:
        style = "red" if line.passed else "bold" if line.near else ""
        label = line.label if line.shown else f"{line.label} (our estimate)"
        rows.append((Text(line.day, style), Text(line.left, style), Text(label)))
    draw_rows(rows, console)


def draw_rows(rows: Sequence[Sequence[Text]], console: Console) -> None:
    """Print rows of the card in columns after an empty line; on a narrow terminal each folded under itself."""
    if console.width < NARROW:
        console.print()
        for row in rows:
            draw_hanging(Text(" " * GAP).join(row), console, indent=1)
        return
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for row in rows:
        grid.add_row(*row)
    console.print(Padding(grid, (1, 0, 0, 1)))


def draw_marked(mark: str, style: str, lines: Iterable[str], console: Console) -> None:
    """Print lines behind a mark, folded under themselves, after an empty line."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for line in lines:
        grid.add_row(Text(mark, style=f"bold {style}"), Text(line))
    if grid.row_count:
        console.print(Padding(grid, (1, 0, 0, 1)))


def draw_hanging(text: Text, console: Console, indent: int = 0) -> None:
    """Print a text behind `indent` blanks, folded under itself behind two more."""
    room = console.width - indent
    rows = [text] if text.cell_len <= room else text.wrap(console, max(room - HANG, 1))
    for place, row in enumerate(rows):
        row.rstrip()
        console.print(Text.assemble(" " * (indent + (HANG if place else 0)), row))

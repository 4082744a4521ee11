"""The road ahead drawn on a terminal: a line down the page, a stop for each day that matters, forks at its side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from aliorder.render.drawn import ACTION_STYLE, QUIET
from aliorder.render.road import ForkLines, RoadMap, Stop, StopKind

DAY_WIDTH = 16
NARROW = 60
"""On a narrower terminal the day stands above what it brings, not beside it."""

SIGNS: Mapping[StopKind, str] = {"here": "●", "turn": "○", "date": "·"}
STYLES: Mapping[StopKind, str] = {"here": ACTION_STYLE, "turn": "bold", "date": ""}


def draw_road(road: RoadMap, console: Console) -> None:
    """Print the road: the day, the sign of the stop, what to do from there on, and below it why."""
    console.print()
    if road.order:
        console.print(Text(road.order, style=QUIET))
        console.print()
    for stop in road.stops:
        draw_stop(stop, console, last=stop is road.stops[-1])
    for fork in road.forks:
        draw_fork(fork, console)
    console.print()


def draw_stop(stop: Stop, console: Console, *, last: bool) -> None:
    """Print a stop; the line of the road runs on below it unless it is the last one."""
    here = "  you are here" if stop.kind == "here" else ""
    text = Text.assemble((stop.text, STYLES[stop.kind]), (f"  {stop.distance}{here}", QUIET))
    sign, rail = Text(SIGNS[stop.kind], STYLES[stop.kind]), Text(" " if last else "│", QUIET)
    draw_day(stop.day, [text, *(Text(note, QUIET) for note in stop.notes)], (sign, rail), console)
    if not last:
        console.print(Text.assemble("" if is_narrow(console) else " " * DAY_WIDTH, rail))


def draw_day(day: str, texts: Sequence[Text], rails: tuple[Text, Text], console: Console) -> None:
    """Print a day and its texts, folded behind the rails: the first one stands at the day, the second below it."""
    first, below = rails
    if is_narrow(console):
        console.print(Text.assemble(first, " ", (day, "bold")))
        for row in folded(texts, console.width - len(below) - 1, console):
            console.print(Text.assemble(below, " ", row))
        return
    for place, row in enumerate(folded(texts, console.width - DAY_WIDTH - len(below) - 2, console)):
        gutter, rail = (day, first) if place == 0 else ("", below)
        console.print(Text.assemble(f"{gutter:<{DAY_WIDTH}}", rail, "  ", row))


def is_narrow(console: Console) -> bool:
    """Whether the day has to stand above what it brings."""
    return console.width < NARROW


def folded(texts: Sequence[Text], width: int, console: Console) -> Iterator[Text]:
    """The texts in lines of at most `width` columns, without blanks at their ends."""
    for text in texts:
        for row in text.wrap(console, max(width, 12)):
            row.rstrip()
            yield row


def draw_fork(fork: ForkLines, console: Console) -> None:
    """Print a fork: what could happen, and the days after it."""
    console.print()
    rail = Text("│  ", QUIET)
    for place, row in enumerate(folded([Text(fork.heading, "bold")], console.width - 3, console)):
        console.print(Text.assemble(("│  " if place else "├─ ", QUIET), row))
    for stop in fork.stops:
        texts = [Text(stop.text), *(Text(note, QUIET) for note in stop.notes)]
        draw_day(stop.day, texts, (rail, rail), console)

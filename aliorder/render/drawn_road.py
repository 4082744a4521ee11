"""The road ahead drawn on a terminal: a line down the page, a stop for each day that matters, forks at its side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from aliorder.render.drawn import ACTION_STYLE, QUIET, draw_hanging
from aliorder.render.road import ForkLines, RoadMap, Stop, StopKind

SIGNS: Mapping[StopKind, str] = {"here": "●", "turn": "○", "date": "·"}
STYLES: Mapping[StopKind, str] = {"here": ACTION_STYLE, "turn": "bold", "date": ""}
HERE = "you are here"
FORK_RAIL = Text("│  ", QUIET)
ROOM = 40
"""Days stand in a column of their own where so many columns are left beside it."""

LEAST = 12
"""Texts are folded to no less than so many columns, however narrow the terminal is."""


class Page(NamedTuple):
    """What the road is drawn on: the days stand in a column of that width, above what they bring if it is 0."""

    console: Console
    days: int


class Rails(NamedTuple):
    """What stands between a day and what it brings: before all of it, at its first line, at those below."""

    before: Text
    first: Text
    below: Text


def draw_road(road: RoadMap, console: Console) -> None:
    """Print the road: the day, the sign of the stop, what to do from there on, and below it why."""
    days = day_width(road)
    page = Page(console, days if console.width - days >= ROOM else 0)
    console.print()
    if road.order:
        draw_hanging(Text(road.order, QUIET), console)
        console.print()
    for stop in road.stops:
        draw_stop(stop, page, last=stop is road.stops[-1])
    for fork in road.forks:
        draw_fork(fork, page)
    console.print()


def day_width(road: RoadMap) -> int:
    """The width of the column of the days, with the blanks behind them."""
    stops = [*road.stops, *(stop for fork in road.forks for stop in fork.stops)]
    return max(len(text) for text in (HERE, *(stop.day for stop in stops), *(stop.distance for stop in stops))) + 2


def draw_stop(stop: Stop, page: Page, *, last: bool) -> None:
    """Print a stop; the line of the road runs on below it unless it is the last one."""
    sign, rail = Text(SIGNS[stop.kind], STYLES[stop.kind]), Text(" " if last else "│", QUIET)
    distance = HERE if stop.kind == "here" else stop.distance
    texts = [Text(stop.text, STYLES[stop.kind]), *(Text(note, QUIET) for note in stop.notes)]
    draw_day([Text(stop.day), Text(distance, QUIET)], texts, Rails(Text(), sign, rail), page)
    if not last:
        page.console.print(Text.assemble(" " * page.days, rail))


def draw_day(left: Sequence[Text], texts: Sequence[Text], rails: Rails, page: Page) -> None:
    """Print a day, how far off it is, and its texts, folded behind the rails."""
    console, width = page.console, page.console.width - len(rails.before) - page.days
    if not page.days:
        heading = Text("  ").join(left)
        heading.stylize("bold", 0, len(left[0]))
        console.print(Text.assemble(rails.before, rails.first, " ", heading))
        for row in folded(texts, width - 2, console):
            console.print(Text.assemble(rails.before, rails.below, " ", row))
        return
    for place, (gutter, row) in enumerate(zip_longest(left, folded(texts, width - 3, console), fillvalue=Text())):
        blanks = " " * (page.days - len(gutter))
        line = Text.assemble(rails.before, gutter, blanks, rails.below if place else rails.first, "  ", row)
        line.rstrip()
        console.print(line)


def folded(texts: Sequence[Text], width: int, console: Console) -> Iterator[Text]:
    """The texts in lines of at most `width` columns, without blanks at their ends."""
    for text in texts:
        for row in text.wrap(console, max(width, LEAST)):
            row.rstrip()
            yield row


def draw_fork(fork: ForkLines, page: Page) -> None:
    """Print a fork: what could happen, the money that it would bring, and the days after it, a dot at each."""
    console, room = page.console, page.console.width - len(FORK_RAIL)
    console.print()
    for place, row in enumerate(folded([Text(fork.heading, "bold")], room, console)):
        console.print(Text.assemble(FORK_RAIL if place else ("├─ ", QUIET), row))
    for row in folded([Text(f"→ {fork.money}")] if fork.money else [], room, console):
        console.print(Text.assemble(FORK_RAIL, row))
    for stop in fork.stops:
        texts = [Text(stop.text), *(Text(note, QUIET) for note in stop.notes)]
        draw_day([Text(stop.day)], texts, Rails(FORK_RAIL, Text("·", QUIET), Text(" ")), page)

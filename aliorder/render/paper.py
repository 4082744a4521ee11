"""What is printed on, and lines printed as they are."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console


class Paper(NamedTuple):
    """What is printed on: a terminal to draw on, or a plain sheet; with colour or without."""

    drawn: bool
    colored: bool

    def console(self) -> Console:
        """The console to draw with; rich is loaded only here."""
        from aliorder.render.drawn import console_for  # noqa: PLC0415 - rich takes 100 ms that a pipe need not wait

        return console_for(self.colored)


def show_lines(lines: Iterable[str]) -> None:
    """Print lines that are safe already."""
    for line in lines:
        sys.stdout.write(f"{line}\n")

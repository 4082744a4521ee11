"""A help page: as wide as the terminal, at most 80 columns, with whole words and with examples that can be copied."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from typer._click.formatting import HelpFormatter

from aliorder.render.fold import USUAL_WIDTH, folded, width_of

NARROW = 60
"""On a page of fewer columns what is said of long names stands below them, not beside them."""

STACKED = 4
"""By how many columns it is indented there."""

VERBATIM = "\b"
"""Marks a paragraph whose lines stay as they are."""

WORD = r'\s*(?:"[^"]*"|\S)+'
PAIR = rf"(?:\s*--?[\w-]+ (?!-))?{WORD}"
"""A word of a command, or an option and the word after it."""


class Page(HelpFormatter):
    """The page that help is written on."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        super().__init__(indent_increment, width or page_width() - 1, max_width)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        start = prefix or "Usage: "
        rows = wrapped(f"{prog} {args}", self.width - len(start))
        self.write(start + f"\n{'':{len(start)}}".join(rows) + "\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, indented."""
        for place, paragraph in enumerate(text.split("\n\n")):
            self.write("\n" if place else "")
            for row in paragraph_rows(paragraph, self.width - self.current_indent):
                self.write(f"{'':{self.current_indent}}{row}\n")

    def write_lines(self, lines: Iterable[str]) -> None:
        """Write lines as they are, indented; one that is too long is folded."""
        for line in lines:
            for row in line_rows(line, self.width - self.current_indent):
                self.write(f"{'':{self.current_indent}}{row}".rstrip() + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and what they mean, beside each other; what is said of a long name begins on the next line."""
        longest = max((len(name) for name, _ in rows), default=0)
        stacked = self.width < NARROW and longest > self.width // 3
        column = STACKED if stacked else min(longest, col_max) + col_spacing
        for name, meaning in rows:
            lines = wrapped(meaning, self.width - self.current_indent - column)
            first = "" if len(name) + col_spacing > column or not lines else lines.pop(0)
            self.write(f"{'':{self.current_indent}}{name:{column}}{first}".rstrip() + "\n")
            self.buffer.extend(f"{'':{self.current_indent + column}}{line}\n" for line in lines)

    def write_sections(self, sections: Mapping[str, Mapping[str, str]]) -> None:
        """Write names and their purposes under headings, all columns in line."""
        width = max(len(name) for purposes in sections.values() for name in purposes)
        for heading, purposes in sections.items():
            with self.section(heading):
                self.write_dl([(f"{name:{width}}", purpose) for name, purpose in purposes.items()])

    def lines(self) -> list[str]:
        """What was written."""
        return self.getvalue().rstrip("\n").split("\n")


def page_width() -> int:
    """The columns of a help page."""
    return min(width_of(sys.stdout) or USUAL_WIDTH, USUAL_WIDTH)


def paragraph_rows(paragraph: str, width: int) -> Iterator[str]:
    """A paragraph in rows; of a verbatim one only lines that are too long are folded."""
    first, *lines = paragraph.split("\n")
    if first.strip() != VERBATIM:
        yield from wrapped(paragraph, width)
        return
    for line in lines:
        yield from line_rows(line, width)


def line_rows(line: str, width: int) -> Iterator[str]:
    """A line in rows; those of a command are one to a shell, too: all but the last end in a backslash."""
    if not line.lstrip().startswith("aliorder "):
        yield from folded(line, width)
        return
    row, hang = "", len(line) - len(line.lstrip()) + 4
    for word in shell_words(line, width - hang):
        if row.strip() and len(row + word) > (width if line.endswith(f"{row}{word}") else width - 2):
            yield f"{row} \\"
            row = f"{'':{hang}}{word.lstrip()}"
        else:
            row += word
    yield row


def shell_words(line: str, room: int) -> Iterator[str]:
    """The words of a command with the blanks before them; an option and its value together if there is room."""
    for pair in re.findall(PAIR, line):
        yield from (pair,) if len(pair) <= room else re.findall(WORD, pair)


def wrapped(text: str, width: int) -> list[str]:
    """The text in rows, broken at blanks only; a word that is too long stays whole."""
    return wrap(text, max(width, 10), break_long_words=False, break_on_hyphens=False)

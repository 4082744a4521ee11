"""Lines folded under themselves on a terminal; in a pipe or a file a thought stays on one line."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from aliorder.render.paper import show_lines

USUAL_WIDTH = 80
"""The columns of a terminal that does not tell."""

WORD = r"(\s*)(\S+)"
LABEL = r"(?:error|hint|note): |\s*\S(?:.{0,18}\S)?\s{2,}(?=\S)"
"""What a line is folded beside: the kind of a message, or what stands before the first gaps of two blanks or more."""


def width_of(stream: TextIO) -> int | None:
    """The columns of the terminal that `stream` is, by `COLUMNS` if that is set; `None` if it is none that draws."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return None
    try:
        return int(os.environ.get("COLUMNS", "")) or USUAL_WIDTH
    except ValueError:
        pass
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except OSError:
        return USUAL_WIDTH


def show_text(lines: Iterable[str]) -> None:
    """Print lines that are safe already, folded if stdout is a terminal."""
    show_lines(fitted(lines, sys.stdout))


def fitted(lines: Iterable[str], stream: TextIO, hang: int | None = None) -> Iterable[str]:
    """The lines as they fit on `stream`; `hang` as for `folded`."""
    width = width_of(stream)
    return lines if width is None else (row for line in lines for row in folded(line, width, hang))


def folded(line: str, width: int, hang: int | None = None) -> Iterator[str]:
    """The line in rows of at most `width` columns, all but the first indented by `hang`.

    Without it they are indented below the text of the first.
    Broken at blanks; a word that is wider than a row is broken anywhere, but an address is left to the terminal.
    """
    if cells(line) <= width:
        yield line
        return
    blanks = " " * min(hang_of(line) if hang is None else hang, width // 2)
    row = ""
    for gap, word in re.findall(WORD, line):
        for place, part in enumerate(parts_of(word, width - len(blanks))):
            longer = f"{row}{'' if place else gap}{part}"
            if row.strip() and cells(longer) > width:
                yield row
                row = f"{blanks}{part}"
            else:
                row = longer
    yield row


def hang_of(line: str) -> int:
    """By how many columns the rows below the first are indented."""
    label = re.match(LABEL, line)
    return cells(label[0]) if label else len(line) - len(line.lstrip()) + 2


def parts_of(word: str, room: int) -> Iterator[str]:
    """The word in parts of at most `room` columns; an address is one part, whatever its width."""
    if cells(word) <= room or "://" in word:
        yield word
        return
    part = ""
    for sign in word:
        if part and cells(part + sign) > room:
            yield part
            part = ""
        part += sign
    yield part


def cells(text: str) -> int:
    """The columns that the text takes on a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - most text is ASCII

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)

"""Text as roff, the language of manual pages: nothing in it is a request, and what is typed stays as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

NAMED = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    '"': r"\(dq",
    "–": r"\(en",
    "’": r"\(cq",
    "“": r"\(lq",
    "”": r"\(rq",
    "×": r"\(mu",
    "→": r"\(->",
    "←": r"\(<-",
    "…": "...",
}
"""The characters that roff reads in its own way, or that an old terminal can show only by their names."""

WIDEST = 24
"""So many columns the words of a table take at most; what is said of a longer one stands below it."""

OPTION = re.compile(r"-[-\w]+")
TAKEN = re.compile(r"[\[\]A-Z=.|]+")


def escaped(text: str) -> str:
    """The text as roff prints it; at the beginning of a line, too."""
    found = "".join(NAMED.get(sign) or (sign if sign.isascii() else rf"\[u{ord(sign):04X}]") for sign in text)
    return rf"\&{found}" if found.startswith(".") else found


def bold(text: str) -> str:
    """The text in bold."""
    return rf"\fB{escaped(text)}\fR"


def italic(text: str) -> str:
    """The text in italics."""
    return rf"\fI{escaped(text)}\fR"


def usage(text: str) -> str:
    """Options in bold, and what they take in italics."""
    return " ".join(
        bold(word) if OPTION.match(word) else italic(word) if TAKEN.fullmatch(word) else escaped(word)
        for word in text.split(" ")
    )


def heading(text: str) -> str:
    """A section."""
    return f".SH {quoted(text.upper())}"


def subheading(text: str) -> str:
    """A part of a section."""
    return f".SS {quoted(text)}"


def quoted(text: str) -> str:
    """The text as one argument of a request."""
    return f'"{escaped(text)}"'


def paragraph(text: str) -> Iterator[str]:
    """A paragraph, a line."""
    yield ".PP"
    yield escaped(" ".join(text.split()))


def terms(rows: Iterable[tuple[str, str]], request: str = ".TP") -> Iterator[str]:
    """Words, as roff already, and what each means."""
    for name, meaning in rows:
        yield request
        yield name
        yield escaped(meaning) or r"\&"


def table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Words and what each means, a line each."""
    column = min(max(len(name) for name, _ in rows) + 2, WIDEST)
    yield from (".PP", ".PD 0")
    yield from terms([(bold(name), meaning) for name, meaning in rows], f".TP {column}")
    yield ".PD"


def lines(rows: Iterable[str]) -> Iterator[str]:
    """Lines that stay as they are, indented."""
    yield from (".PP", ".RS 4", ".nf")
    yield from (escaped(row) or r"\&" for row in rows)
    yield from (".fi", ".RE")

"""The one gate for text that others wrote, on its way to a terminal or into a calendar."""

from __future__ import annotations

import re

UNSAFE = "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
"""Control characters, escape sequences' beginnings, bidirectional overrides, invisible characters.

None of them counts as printable in Python, which is quicker to ask; the expression is made for the first that is not.
"""


def printable(text: str) -> str:
    """`text` on one line, without characters that a terminal would obey or that hide others."""
    return (text if text.isprintable() else re.sub(UNSAFE, " ", text)).strip()


def is_unsafe(text: str) -> bool:
    """Whether there is anything in it that `printable` would take out."""
    return not text.isprintable() and re.search(UNSAFE, text) is not None


def shortened(text: str, width: int) -> str:
    """`text`, printable, of at most `width` characters; a cut is shown as …."""
    return cut(printable(text), width)


def cut(text: str, width: int) -> str:
    """The beginning of `text`, of at most `width` characters; a cut is shown as …."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"


JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f"
"""Invisible characters that scripts need: what joins or parts letters, and which way a word runs."""


def legible(text: str) -> str:
    """`text` on one line, for another person to read: as `printable`, but with what its script needs to be right.

    Empty if nothing of it can be seen.
    """
    if text.isprintable():
        return text.strip()
    clean = re.sub(UNSAFE, lambda run: "".join(filter(JOINERS_AND_MARKS.__contains__, run[0])) or " ", text).strip()
    return clean if clean.strip(f" {JOINERS_AND_MARKS}") else ""

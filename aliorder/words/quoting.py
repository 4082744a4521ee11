"""What was written at an event, on one line of a list of events."""

from __future__ import annotations

from aliorder.words.safe import shortened

LENGTH = 60
"""So many characters tell which text it is; `show --json` has all of it."""


def text_words(text: str | None) -> str:
    """The beginning of the text in quotes behind a colon, on one line and safe to print; empty without a text."""
    return f": “{shortened(text, LENGTH)}”" if text else ""

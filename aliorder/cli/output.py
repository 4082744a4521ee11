"""What goes out: documents and lines on stdout, errors and talk on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from aliorder.errors import AliorderError
from aliorder.exporters.json_text import json_text
from aliorder.render.fold import fitted
from aliorder.words.safe import printable


def print_json(document: object) -> None:
    """Print one JSON document in UTF-8 with a final newline."""
    sys.stdout.write(f"{json_text(document)}\n")


def print_json_list(schema: str, name: str, entries: Iterable[object]) -> None:
    """Print one JSON document with a list of entries, each as soon as it is there: only one is in memory at a time."""
    write = sys.stdout.write
    write(f'{{"schema": "{schema}", "{name}": [')
    separator = ""
    for entry in entries:
        write(f"{separator}{json_text(entry)}")
        separator = ", "
    write("]}\n")


def say(text: str) -> None:
    """Print a line of talk on stderr, without what a terminal would obey; folded if it is a terminal."""
    sys.stderr.writelines(f"{row}\n" for row in fitted([printable(text)], sys.stderr))


def complain(error: AliorderError) -> int:
    """Print an error, all of it, and its way out if it has one, on stderr; return its exit code."""
    for text in (error.message, *error.more):
        say(f"error: {text}")
    if error.hint:
        say(f"hint: {error.hint}")
    return error.exit_code

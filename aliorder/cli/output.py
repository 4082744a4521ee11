"""What goes out: documents and lines on stdout, errors and talk on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from aliorder.errors import AliorderError
from aliorder.render.fold import fitted
from aliorder.words.safe import printable


def print_json(document: object) -> None:
    """Print one JSON document in UTF-8 with a final newline."""
    from aliorder.exporters.json_text import json_text  # noqa: PLC0415 - who wants no JSON need not wait for it

    sys.stdout.write(f"{json_text(document)}\n")


def print_json_list(schema: str, name: str, entries: Iterable[object]) -> None:
    """Print one JSON document with a list of entries, each as soon as it is there: only one is in memory at a time."""
    from aliorder.exporters.json_text import json_text  # noqa: PLC0415 - as above

    write = sys.stdout.write
    write(f'{{"schema": "{schema}", "{name}": [')
    separator = ""
    for entry in entries:
        write(f"{separator}{json_text(entry)}")
        separator = ", "
    write("]}\n")


def say(text: str) -> None:
    """Print a line of talk on stderr, without what a terminal would obey; folded if it is a terminal."""
    talk(fitted([printable(text)], sys.stderr))


def talk(lines: Iterable[str]) -> None:
    """Print lines that are safe already on stderr; where they cannot be written, the exit code alone has to tell."""
    try:
        sys.stderr.writelines(f"{line}\n" for line in lines)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Let the interpreter end in peace after a stream could not be written to, or its reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(error: AliorderError) -> int:
    """Print an error, all of it, and its way out if it has one, on stderr; return its exit code."""
    for text in (error.message, *error.more):
        say(f"error: {text}")
    if error.hint:
        say(f"hint: {error.hint}")
    return error.exit_code

"""What goes out: documents and lines on stdout, errors and talk on stderr."""

from __future__ import annotations

import json
import re
import sys

from aliorder.errors import AliorderError
from aliorder.render.safe import printable

INVISIBLE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Characters that a terminal obeys or hides; JSON keeps them, spelled as escapes."""


def print_json(document: object) -> None:
    """Print one JSON document in UTF-8 with a final newline."""
    text = json.dumps(document, ensure_ascii=False)
    if INVISIBLE.search(text):
        text = INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    sys.stdout.write(text)
    sys.stdout.write("\n")


def say(text: str) -> None:
    """Print a line of talk on stderr, without what a terminal would obey."""
    sys.stderr.write(f"{printable(text)}\n")


def complain(error: AliorderError) -> int:
    """Print an error, and its way out if it has one, on stderr; return its exit code."""
    say(f"error: {error.message}")
    if error.hint:
        say(f"hint: {error.hint}")
    return error.exit_code

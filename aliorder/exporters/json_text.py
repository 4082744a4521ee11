"""Documents as JSON text that is safe to print."""

from __future__ import annotations

import json
import re

INVISIBLE = "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
"""Characters that a terminal obeys or hides; JSON keeps them, spelled as escapes."""

ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_text(document: object) -> str:
    """A document in one line of JSON, nothing in it invisible."""
    text = ENCODER.encode(document)
    if not text.isprintable():  # which is quicker to ask, and true of all but a few
        return re.sub(INVISIBLE, lambda match: f"\\u{ord(match[0]):04x}", text)
    return text

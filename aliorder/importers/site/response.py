"""What the site itself sends to its order pages, as JSON or wrapped in a script call (JSONP)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aliorder.importers import Entry, InputFile, Terms
from aliorder.importers.site.answers import ANY_NAME, answer_in, read_answer
from aliorder.importers.site.har import is_recording
from aliorder.importers.values.json_text import CALL, holds, opens, parse, unwrapped
from aliorder.importers.values.text import text_of

OPENING = re.compile(rf"(?:{CALL.pattern})?\s*\{{", re.ASCII)
NAMED = re.compile(rf'"api"\s*:\s*"{ANY_NAME}"')


class SiteJson:
    """Reads one answer of the site."""

    name = "site-json"
    label = "an order list, order, tracking or refund page as the site sends it (JSON, JSONP)"

    def claims(self, file: InputFile) -> bool:
        """Whether this looks like one of the answers, be it damaged."""
        return opens(file, OPENING) and holds(file, NAMED) and not is_recording(file)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """What the answer says. Raises `FileRefused` if it is not JSON or damaged, or if the site gave no data."""
        value = parse(file, unwrapped(text_of(file)))
        yield from read_answer(answer_in(value, file.name), terms)

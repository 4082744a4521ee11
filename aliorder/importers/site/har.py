"""What a browser recorded while order pages were open (HAR 1.2).

Such a file holds the buyer's cookies and much else: of the requests only what they ask for is read, never a header.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, datetime

from aliorder.importers import Entry, FileRefused, InputFile, Problem, Terms
from aliorder.importers.site.captured import Capture, named_in, order_asked_for, question_in, read_captures
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.json_text import holds, opens, parse
from aliorder.importers.values.reading import in_range

OPENING = re.compile(r"\s*\{")
LOG = re.compile(r'"log"\s*:\s*\{')
ENTRIES = re.compile(r'"entries"\s*:\s*\[')
RECORD_AGAIN = "open My Orders while you record, then save the recording with its content (HAR)"


def is_recording(file: InputFile) -> bool:
    """Whether this looks like a browser's recording, be it damaged."""
    return opens(file, OPENING) and holds(file, LOG, ENTRIES)


class SiteHar:
    """Reads the answers of the site in a browser's recording; all else in it is passed over."""

    name = "site-har"
    label = "a browser's recording of order pages (HAR)"

    def claims(self, file: InputFile) -> bool:
        """Whether this looks like a browser's recording, be it damaged."""
        return is_recording(file)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """What the answers say. Raises `FileRefused` if it is not JSON, or holds no answer or only signed-out ones."""
        value = parse(file)
        problems: list[Problem] = []
        log = Fields(value if isinstance(value, dict) else {}, file.name, "", problems).inner("log")
        captures = [capture for entry in log.each("entries") for capture in captured(entry)]
        yield from problems
        if not captures:
            raise FileRefused(file.name, "no order page was recorded in it", RECORD_AGAIN)
        yield from read_captures(file, captures, terms)


def captured(entry: Fields) -> Iterator[Capture]:
    """The answer in an entry, if it is one that is read."""
    request = part(entry.values, "request")
    api = named_in(request.get("url"))
    # Before a browser asks, it may ask whether it may ask (OPTIONS): the answer to that is empty.
    if api is not None and request.get("method") != "OPTIONS":
        content = part(part(entry.values, "response"), "content")
        came = moment_of(entry.values.get("startedDateTime"))
        asked = list(asked_in(request))
        yield Capture(entry.place, api, body_of(content), came, order_asked_for(*asked), question_in(*asked))


def part(values: dict[str, object], key: str) -> dict[str, object]:
    """The object under `key`; an empty one if there is none."""
    value = values.get(key)
    return value if isinstance(value, dict) else {}


def asked_in(request: dict[str, object]) -> Iterator[object]:
    """The parts of a request that may name the order: its address, and the form that it sent."""
    yield request.get("url")
    form = part(request, "postData")
    yield form.get("text")
    fields = form.get("params")
    for field in fields if isinstance(fields, list) else ():
        if isinstance(field, dict):
            yield f"{field.get('name')}={field.get('value')}"


def body_of(content: dict[str, object]) -> object:
    """The text of an answer, as bytes where it was recorded in base64; `None` if it was not recorded whole."""
    text = content.get("text")
    if not isinstance(text, str) or content.get("encoding") != "base64":
        return text
    try:
        return b64decode(text)
    except ValueError:
        return None


def moment_of(text: object) -> datetime | None:
    """The moment in ISO 8601 with its zone, in UTC; `None` if there is no such moment."""
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
        if moment is None or moment.tzinfo is None:
            return None
        in_range(moment.date())
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None

"""A list of captured answers, each with its address, as scripts in a browser save it: `[{url, status, body}, ...]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aliorder.importers import Entry, InputFile, Problem, Terms
from aliorder.importers.site.answers import ANY_NAME
from aliorder.importers.site.captured import Capture, named_in, order_asked_for, question_in, read_captures
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.json_text import holds, opens, parse

OPENING = re.compile(r"\s*\[\s*\{")
ADDRESS = re.compile(rf'"url"\s*:\s*"[^"]*{ANY_NAME}')
BODY = re.compile(r'"body"\s*:')


class SiteCaptures:
    """Reads captured answers of the site; those to other pages are passed over."""

    name = "site-captures"
    label = "answers of the site's order pages, captured by a script (JSON)"

    def claims(self, file: InputFile) -> bool:
        """Whether this looks like such a list, be it damaged."""
        return opens(file, OPENING) and holds(file, ADDRESS, BODY)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """What the answers say. Raises `FileRefused` if it is not JSON, or if the buyer was signed out in all of it."""
        problems: list[Problem] = []
        listed = Fields({"": parse(file)}, file.name, "", problems).each("")
        captures = [capture for row in listed for capture in captured(row)]
        yield from problems
        yield from read_captures(file, captures, terms)


def captured(row: Fields) -> Iterator[Capture]:
    """The answer in a row, if it is one that is read."""
    address = row.values.get("url")
    api = named_in(address)
    if api is not None:
        number, question = order_asked_for(address), question_in(address)
        yield Capture(row.place, api, row.values.get("body"), order_number=number, question=question)

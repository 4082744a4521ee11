"""How a text with gaps becomes a message: what is not known is left out, never invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

BLANKS = re.compile(r"\{(?:(if|no) )?([a-z_]+)\}")
"""`{fact}` stands for the fact; `{if fact}` and `{no fact}` only ask whether it is known."""

BULLET = "- "


def names_in(template: str) -> list[str]:
    """The facts that a text asks for or about, in order."""
    return [name for _, name in BLANKS.findall(template)]


def told_in(template: str) -> frozenset[str]:
    """The facts that a text has a place for."""
    return frozenset(name for question, name in BLANKS.findall(template) if not question)


def filled(template: str, facts: Mapping[str, str], joiner: str) -> str:
    """The message: every line whose facts are known, those of a paragraph joined, paragraphs apart.

    It ends without a line break and may be empty.
    """
    paragraphs = (paragraph(lines.splitlines(), facts, joiner) for lines in re.split(r"\n[ \t]*\n", template.strip()))
    return "\n\n".join(filter(None, paragraphs))


def paragraph(lines: Iterable[str], facts: Mapping[str, str], joiner: str) -> str:
    """The lines of a paragraph that hold; those that begin with `- ` stay apart, the others are joined."""
    told = [(is_bullet(line), text) for line in lines if (text := line_of(line, facts))]
    return "\n".join(
        block
        for is_list, group in groupby(told, itemgetter(0))
        for block in blocks(map(itemgetter(1), group), joiner, is_list)
    )


def blocks(lines: Iterable[str], joiner: str, is_list: bool) -> Iterator[str]:
    """The lines themselves if they are a list, else the one line that they make."""
    if is_list:
        yield from lines
    else:
        yield joiner.join(lines)


def is_bullet(line: str) -> bool:
    """Whether the line is an entry of a list: by how the template begins it, not by what a fact says."""
    return BLANKS.sub(lambda blank: "" if blank[1] else blank[0], line).lstrip().startswith(BULLET)


def line_of(line: str, facts: Mapping[str, str]) -> str | None:
    """The line with its facts; `None` unless all that it asks for is known, and what it excludes is not."""
    for word, name in BLANKS.findall(line):
        if (name in facts) is (word == "no"):
            return None
    return BLANKS.sub(lambda blank: "" if blank[1] else facts[blank[2]], line).strip()

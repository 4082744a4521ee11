"""What the site's order list and order detail have in common: named blocks in an order, and a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from aliorder.importers import Problem, Terms
from aliorder.importers.site.answer import SAVE_AGAIN, Answer
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.reading import read_moment


class Page(NamedTuple):
    """One page in an answer: its blocks by key as the page shows them, and when it was made.

    `seen` is the moment at which the site made it or else at which it was captured; where neither is known it is
    `Terms.seen` and `assumed`. `problems` names what is wrong with the page itself.
    """

    file: str
    place: str
    blocks: dict[str, object]
    seen: datetime
    assumed: bool
    problems: tuple[Problem, ...]

    @property
    def clock(self) -> datetime | None:
        """The moment at which it was made, `None` if that is only assumed."""
        return None if self.assumed else self.seen

    def tagged(self, tag: str) -> Iterator[tuple[str, object]]:
        """The blocks of one kind, each with its key."""
        return ((key, block) for key, block in self.blocks.items() if tag_of(key, block) == tag)

    def fields(self, values: dict[str, object], problems: list[Problem], tag: str | None = None) -> Fields:
        """The object `values` of the page; `problems` collects what cannot be read of it."""
        place = ".".join(part for part in (self.place, tag) if part)
        return Fields(values, self.file, place, problems)


def open_page(answer: Answer, terms: Terms) -> Page:
    """The page in an answer. Raises `FileRefused` if it has not that shape."""
    data = answer.data
    blocks = data.get("data") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(blocks, dict):
        raise answer.refused("this has not the shape of an order page", SAVE_AGAIN)
    problems: list[Problem] = []
    clock = answer.fields(data.get("global"), "global", problems)
    seen = clock.read("curTime", read_moment) or answer.captured
    ordered = {key: blocks[key] for key in keys_in_order(data, blocks)}
    return Page(answer.file, answer.place, ordered, seen or terms.seen, seen is None, tuple(problems))


def keys_in_order(data: dict[str, object], blocks: dict[str, object]) -> list[str]:
    """Every key of `blocks` once: those in the page's structure as it lists them, then the rest."""
    hierarchy = data.get("hierarchy")
    structure = hierarchy.get("structure") if isinstance(hierarchy, dict) else None
    lists = structure.values() if isinstance(structure, dict) else ()
    named = [key for keys in lists if isinstance(keys, list) for key in keys if isinstance(key, str)]
    return list(dict.fromkeys([key for key in named if key in blocks] + list(blocks)))


def tag_of(key: str, block: object) -> str:
    """The kind of a block; one that does not say so is known by its key, less the id at its end."""
    tag = block.get("tag") if isinstance(block, dict) else None
    return tag if isinstance(tag, str) else key.rpartition("_")[0]

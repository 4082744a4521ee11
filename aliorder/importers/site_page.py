"""What the site's order list and order detail have in common: named blocks in an order, and a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from aliorder.importers import FileRefused, Problem
from aliorder.importers.fields import Fields
from aliorder.importers.reading import read_moment


class Page(NamedTuple):
    """One answer of the site: its blocks by key as the page shows them, and when it was made (UTC).

    `problems` names what is wrong with the page itself; `seen` is `None` where that is the clock.
    """

    file: str
    blocks: dict[str, object]
    seen: datetime | None
    problems: tuple[Problem, ...]

    def tagged(self, tag: str) -> Iterator[tuple[str, object]]:
        """The blocks of one kind, each with its key."""
        return ((key, block) for key, block in self.blocks.items() if tag_of(key, block) == tag)


def open_page(data: object, file: str) -> Page:
    """The page in the `data` of an answer. Raises `FileRefused` if it has not that shape."""
    blocks = data.get("data") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(blocks, dict):
        raise FileRefused(file, "this has not the shape of an order page", "open My Orders and save it again")
    problems: list[Problem] = []
    shared = data.get("global")
    clock = Fields(shared if isinstance(shared, dict) else {}, file, "global", problems)
    seen = clock.read("curTime", read_moment)
    if seen is None and not problems:
        clock.report("curTime", "the page does not say when it was saved")
    return Page(file, {key: blocks[key] for key in keys_in_order(data, blocks)}, seen, tuple(problems))


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

"""A page as a tree of its parts. No script in it is run, and nothing that it links to is fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NoReturn

from lxml import etree

from aliorder.importers import FileRefused

CHUNK = 1024 * 1024
MOST_PARTS = 500_000
"""No order page has so many parts; each takes memory."""

SILENT = frozenset({"script", "style", "title"})
"""What stands in these is not shown."""

INLINE = frozenset(
    {"a", "b", "bdi", "bdo", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"}
)
"""The text of these runs on in the line; that of all others stands apart."""


class Part:
    """One element of a page.

    `classes` are its class names, those with the mark of a build at their end (`name--1a2b`) also without it.
    `content` holds the texts and elements in it as they follow each other.
    """

    __slots__ = ("attributes", "classes", "content", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Part | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.classes = names_in(attributes.get("class", ""))
        self.content: list[Part | str] = []

    def children(self) -> list[Part]:
        """The elements that stand directly in it."""
        return [part for part in self.content if isinstance(part, Part)]

    def inner(self, skip: Collection[str] = ()) -> Iterator[Part]:
        """All elements in it, in the order of the page; what stands in one of the classes `skip` is passed over."""
        waiting = self.children()[::-1]
        while waiting:
            part = waiting.pop()
            yield part
            if part.classes.isdisjoint(skip):
                waiting += part.children()[::-1]

    def all(self, name: str) -> list[Part]:
        """The elements of the class `name` in it, but none that stands in another one of them."""
        return [part for part in self.inner(skip=(name,)) if name in part.classes]

    def first(self, name: str) -> Part | None:
        """The first element of the class `name` in it."""
        return next((part for part in self.inner() if name in part.classes), None)

    def text(self, skip: Collection[str] = ()) -> str:
        """What it shows, runs of blanks as one; what has one of the classes `skip` is left out."""
        shown: list[str] = []
        waiting: list[Part | str] = self.content[::-1]
        while waiting:
            piece = waiting.pop()
            if isinstance(piece, str):
                shown.append(piece)
            elif piece.classes.isdisjoint(skip):
                apart = [] if piece.tag in INLINE else [" "]
                waiting += [*apart, *piece.content[::-1], *apart]
        return " ".join("".join(shown).split())

    def is_within(self, names: Collection[str]) -> bool:
        """Whether it, or an element around it, has one of these classes."""
        part: Part | None = self
        while part is not None:
            if not part.classes.isdisjoint(names):
                return True
            part = part.parent
        return False


@lru_cache(maxsize=1024)
def names_in(value: str) -> frozenset[str]:
    """The class names in the attribute."""
    names = value.split()
    return frozenset([*names, *(name.rpartition("--")[0] for name in names if "--" in name)])


class Builder:
    """Receives the pieces of a page from the parser. `last` is the element in which its last text stands."""

    def __init__(self, file: str) -> None:
        self.root = self.last = self._open = Part("", {}, None)
        self._file = file
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._count += 1
        if self._count > MOST_PARTS:
            self._refuse()
        part = Part(tag, dict(attributes), self._open)
        self._open.content.append(part)
        self._open = part

    def end(self, _tag: str) -> None:
        """The element that is open ends."""
        self._open = self._open.parent or self.root

    def data(self, text: str) -> None:
        """A piece of text."""
        if text.strip():
            self.last = self._open
        if self._open.tag not in SILENT:
            self._open.content.append(text)

    def close(self) -> None:
        """The page ends."""

    def _refuse(self) -> NoReturn:
        why = f"the page has more than {MOST_PARTS:,} parts, which no order page has"
        raise FileRefused(self._file, why, "save fewer orders in one")


def tree_of(file: str, html: str) -> Builder:
    """The tree of a page, however badly it is written or nested. Raises `FileRefused` if it has too many parts."""
    builder = Builder(file)
    # The stubs want a method for every kind of piece; the parser calls those that are there.
    parser: Any = etree.HTMLParser(target=builder, huge_tree=True, encoding="utf-8")  # type: ignore[call-overload]
    content = html.encode()
    try:
        for start in range(0, len(content), CHUNK):
            parser.feed(content[start : start + CHUNK])
        parser.close()
    except etree.LxmlError:
        return builder
    return builder

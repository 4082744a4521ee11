"""The files of a dossier, one after the other, each in pieces: whoever takes them decides where they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from aliorder.exporters.dossier.contents import kept_content
from aliorder.exporters.dossier.manifest import (
    HTML,
    MANIFEST,
    PAGE,
    SUMS,
    Entry,
    file_entry,
    manifest_text,
    sums_text,
)
from aliorder.exporters.dossier.model import Dossier, OpenContent
from aliorder.exporters.dossier.page import pages
from aliorder.exporters.dossier.previews import preview_of

JSON, TEXT = "application/json", "text/plain"
PAGE_SIZE, PREVIEW_SIZE = 2**20, 2**21
"""About the bytes of a page without pictures, and of one picture in it, rather too many."""


class Member(NamedTuple):
    """A file of the dossier: its name, its media type, about how many bytes, and the bytes themselves, to be read once.

    They must have been read to their end before the next member is asked for.
    """

    name: str
    media: str
    about: int
    pieces: Iterator[bytes]


def members(dossier: Dossier, open_content: OpenContent) -> Iterator[Member]:
    """The evidence, the page, the manifest and the checksums, in this order.

    At no time is more than a piece of a file or one preview in memory. Raises StoreError, also while pieces are read,
    where the content of evidence is missing or changed.
    """
    entries: list[Entry] = []
    for exhibit in dossier.enclosed:
        evidence = exhibit.evidence
        pieces = tallied(exhibit.file, kept_content(exhibit, open_content), entries)
        yield Member(exhibit.file, evidence.media, evidence.size, pieces)
    texts = pages(dossier, lambda exhibit: preview_of(exhibit, open_content))
    encoded = (text.encode("utf-8") for text in texts)
    yield Member(PAGE, HTML, PAGE_SIZE + PREVIEW_SIZE * len(entries), tallied(PAGE, encoded, entries))
    manifest = manifest_text(dossier, entries).encode("utf-8")
    yield Member(MANIFEST, JSON, len(manifest), iter((manifest,)))
    sums = sums_text((*entries, file_entry(MANIFEST, manifest))).encode("utf-8")
    yield Member(SUMS, TEXT, len(sums), iter((sums,)))


def tallied(name: str, pieces: Iterable[bytes], entries: list[Entry]) -> Iterator[bytes]:
    """The pieces; once all are out, their number of bytes and checksum stand at the end of `entries`."""
    size, found = 0, sha256()
    for piece in pieces:
        size += len(piece)
        found.update(piece)
        yield piece
    entries.append(Entry(name, size, found.hexdigest()))

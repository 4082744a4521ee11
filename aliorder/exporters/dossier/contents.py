"""The content of the evidence, piece by piece, never trusted: it must still be what was added."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from typing import BinaryIO

from aliorder.errors import StoreError
from aliorder.exporters.dossier.model import Dossier, Exhibit, Lack, OpenContent, exhibit_words
from aliorder.records.content import PIECE

ADD_AGAIN = "add the file again, or say --leave-out to make the dossier without it"


def kept_content(exhibit: Exhibit, open_content: OpenContent) -> Iterator[bytes]:
    """The kept content in pieces of at most 1 MiB.

    Raises StoreError, which names the evidence, where it is missing, cannot be read, or is not what was added; the
    latter only after its last piece, or once more comes than there should be.
    """
    evidence, total, found = exhibit.evidence, 0, sha256()
    try:
        with closing(opened(exhibit, open_content)) as stream:
            while piece := stream.read(PIECE):
                total += len(piece)
                if total > evidence.size:
                    raise changed(exhibit)
                found.update(piece)
                yield piece
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreError(f"{exhibit_words(exhibit)} cannot be read: {why}", ADD_AGAIN) from None
    if (total, found.hexdigest()) != (evidence.size, evidence.sha256):
        raise changed(exhibit)


def opened(exhibit: Exhibit, open_content: OpenContent) -> BinaryIO:
    """The kept content, to be read; StoreError in the words of a dossier, whatever the store says of its files."""
    try:
        return open_content(exhibit.evidence.sha256)
    except StoreError as error:
        raise StoreError(f"{exhibit_words(exhibit)} cannot be enclosed: {error.message}", ADD_AGAIN) from None


class ContentChanged(StoreError):
    """Kept content is no longer what was added."""


def changed(exhibit: Exhibit) -> ContentChanged:
    """The error for content that is no longer what was added."""
    return ContentChanged(f"the kept copy of {exhibit_words(exhibit)} is no longer what was added", ADD_AGAIN)


def without_what_is_gone(dossier: Dossier, open_content: OpenContent) -> Dossier:
    """The dossier that leaves out the content of evidence that is missing or changed, and says so."""
    lacks = ((exhibit.number, lack_of(exhibit, open_content)) for exhibit in dossier.exhibits)
    return dossier._replace(left_out={number: lack for number, lack in lacks if lack})


def lack_of(exhibit: Exhibit, open_content: OpenContent) -> Lack | None:
    """Why the content cannot be enclosed; `None` if it can."""
    try:
        for _ in kept_content(exhibit, open_content):
            pass
    except ContentChanged:
        return "changed"
    except StoreError:
        return "missing"
    return None

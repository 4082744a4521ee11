"""Photos and videos that give away where they were taken, pointed out before anybody else gets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aliorder.domain.order import Evidence
from aliorder.errors import StoreError
from aliorder.store.evidence import EvidenceFolder
from aliorder.words.safe import shortened

LEGIBLE = ("image/apng", "image/avif", "image/jpeg", "image/png", "image/tiff", "image/webp", "image/x-canon-cr2")
"""The pictures in which a place can be looked for."""

PLACELESS = ("image/bmp", "image/gif", "image/x-icon")
"""The pictures that no camera writes."""

TOLD = "note: {} tells where it was taken (GPS). Whoever gets the file can read that."
PERHAPS = "note: {} may tell where it was taken (GPS); aliorder cannot see that. Whoever gets the file may."


def place_notes(folder: EvidenceFolder, evidence: Iterable[Evidence]) -> Iterator[str]:
    """A sentence for every file that tells where it was taken, or of which that cannot be told; in their order.

    A copy that is not there, or cannot be read, is passed over.
    """
    for each in evidence:
        try:
            told = tells_place(folder, each)
        except StoreError:
            continue
        if told is not False:
            yield (TOLD if told else PERHAPS).format(shortened(each.name, 80))


def tells_place(folder: EvidenceFolder, evidence: Evidence) -> bool | None:
    """Whether the file tells where it was taken; `None` where that cannot be told. StoreError if it is not there."""
    if evidence.media in LEGIBLE:
        from aliorder.exporters.dossier.whereabouts import place_in  # noqa: PLC0415 - it takes a while to load

        with folder.open(evidence.sha256) as stream:
            return place_in(stream)
    return None if evidence.media.startswith(("image/", "video/")) and evidence.media not in PLACELESS else False

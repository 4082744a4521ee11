"""What a dossier is made of, before anything is written: the order, what is asked, the evidence in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import BinaryIO, Literal, NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.claims import case_told
from aliorder.domain.order import Evidence, Money, Order
from aliorder.domain.policy import Policy
from aliorder.domain.vocabulary import EVIDENCE_KINDS, Case
from aliorder.errors import StoreError
from aliorder.records.values import SHA256
from aliorder.words.safe import shortened

OpenContent = Callable[[str], BinaryIO]
"""Opens the kept content with that SHA-256; raises StoreError if there is none."""

FOLDER = "files"

ENDINGS: Mapping[str, str] = {
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/zip": "zip",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/x-wav": "wav",
    "image/apng": "png",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tiff",
    "image/webp": "webp",
    "message/rfc822": "eml",
    "text/csv": "csv",
    "text/plain": "txt",
    "video/3gpp": "3gp",
    "video/mp4": "mp4",
    "video/mpeg": "mpg",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-m4v": "m4v",
    "video/x-matroska": "mkv",
    "video/x-ms-wmv": "wmv",
    "video/x-msvideo": "avi",
}
"""How the copies' names end. Pages and drawings, which could run a script where they are opened, get no own ending."""

NO_ENDING = "bin"

MOST_SHOWN = 60
"""So many characters of a file's name stand in an error."""

Lack = Literal["missing", "changed"]
"""Why the content of a piece of evidence cannot be enclosed: it cannot be read, or it is not what was added."""


class Exhibit(NamedTuple):
    """A piece of evidence in a dossier: its number, from 1, and the name of its copy, which is ours alone."""

    number: int
    evidence: Evidence
    file: str


class Dossier(NamedTuple):
    """All that a dossier tells. `now` is the moment of its making, in the buyer's zone; `version` that of aliorder.

    `advice` is `None` where nothing tells a stage. What is asked follows from it, unless the buyer gives `ask`, a
    sentence, or `amount`, or both. `case` is what they have to prove, `None` for what the order tells. `name` is the
    buyer's, if they want it there, and `details` what is wrong in their own words. `left_out` says why the content of a
    piece of evidence is not there, by its number.
    """

    order: Order
    policy: Policy
    now: datetime
    version: str
    advice: Advice | None = None
    case: Case | None = None
    ask: str | None = None
    amount: Money | None = None
    name: str | None = None
    details: str | None = None
    left_out: Mapping[int, Lack] = MappingProxyType({})

    @property
    def about(self) -> Case | None:
        """What has to be proved; `None` if nobody has told."""
        return self.case or case_told(self.order, self.advice)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The evidence, numbered in the order in which the buyer keeps it. Raises StoreError for a sum that is none."""
        digits = max(2, len(str(len(self.order.evidence))))
        return tuple(
            Exhibit(number, evidence, file_name(number, evidence, digits))
            for number, evidence in enumerate(self.order.evidence, 1)
        )

    @property
    def enclosed(self) -> tuple[Exhibit, ...]:
        """The evidence whose content is there."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.number not in self.left_out)


def file_name(number: int, evidence: Evidence, digits: int = 2) -> str:
    """`files/01-tracking-3fa4b2c1.png`: nothing of it was chosen by who named the file."""
    if not SHA256.fullmatch(evidence.sha256):
        raise StoreError(f"evidence {number} has no checksum that one could be", "add the file again")
    kind = evidence.kind if evidence.kind in EVIDENCE_KINDS else "other"
    ending = ENDINGS.get(evidence.media, NO_ENDING)
    return f"{FOLDER}/{number:0{digits}}-{kind}-{evidence.sha256[:8]}.{ending}"


def exhibit_words(exhibit: Exhibit) -> str:
    """What an error calls a piece of evidence: its number and the name of the file that it was."""
    return f"evidence {exhibit.number}, {shortened(exhibit.evidence.name, MOST_SHOWN) or 'a file without a name'},"

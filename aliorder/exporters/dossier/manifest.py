"""The lists of a dossier: what it holds, with the checksums, for aliorder and for `sha256sum -c`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from aliorder.exporters.dossier.model import Dossier, Exhibit
from aliorder.exporters.fields import Document, day_text, moment_text
from aliorder.exporters.json_text import json_text

SCHEMA = "aliorder.dossier/1"
PAGE = "index.html"
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
HTML = "text/html"


class Entry(NamedTuple):
    """A file of a dossier: its name with forward slashes, its bytes and their SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


def file_entry(name: str, content: bytes) -> Entry:
    """The entry of a file with this content."""
    return Entry(name, len(content), sha256(content).hexdigest())


def manifest_text(dossier: Dossier, entries: Iterable[Entry]) -> str:
    """The manifest, a document of JSON: the dossier, and every file but the two lists."""
    exhibits = {exhibit.file: exhibit for exhibit in dossier.exhibits}
    files = [entry_document(entry, exhibits) for entry in entries]
    head: Document = {
        "schema": SCHEMA,
        "made": moment_text(dossier.now),
        "made_by": f"aliorder {dossier.version}",
        "order": dossier.order.number,
        "case": dossier.about,
    }
    left_out = [
        {**exhibit_document(exhibit), "sha256": exhibit.evidence.sha256, "why": dossier.left_out[exhibit.number]}
        for exhibit in dossier.exhibits
        if exhibit.number in dossier.left_out
    ]
    return f"{json_text({**head, 'files': files, 'left_out': left_out})}\n"


def entry_document(entry: Entry, exhibits: Mapping[str, Exhibit]) -> Document:
    """A file; of evidence with all that the buyer says about it."""
    exhibit = exhibits.get(entry.name)
    told = exhibit_document(exhibit) if exhibit else {"media": HTML}
    return {"name": entry.name, "size": entry.size, "sha256": entry.sha256, **told}


def exhibit_document(exhibit: Exhibit) -> Document:
    """What is told of a piece of evidence; `when` is a day or a moment."""
    evidence = exhibit.evidence
    return {
        "number": exhibit.number,
        "kind": evidence.kind,
        "media": evidence.media,
        "original_name": evidence.name,
        "shows": evidence.shows,
        "when": moment_text(evidence.when.at) or day_text(evidence.when.day),
        "added": moment_text(evidence.added),
        "supports": list(evidence.supports),
    }


def sums_text(entries: Iterable[Entry]) -> str:
    """The checksums as `sha256sum -c` reads them."""
    return "".join(f"{entry.sha256}  {entry.name}\n" for entry in entries)

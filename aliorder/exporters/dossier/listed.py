"""The two lists of a dossier as they are read back, from anybody: nothing in them is believed before it is checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from aliorder.errors import InputRefused
from aliorder.exporters.dossier.manifest import MANIFEST, PAGE, SCHEMA, SUMS, Entry
from aliorder.records.values import SHA256
from aliorder.words.safe import shortened

MOST_BYTES = 16 * 1024**2
"""A manifest of more is none."""

MOST_TEXT = 200
NAME = r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,3}"
"""A file's name: relative, with forward slashes, nothing in it that leads upwards or hides."""

LINE = rf"({SHA256.pattern}) [ *]({NAME})"


class Listed(NamedTuple):
    """What a manifest says: whose dossier it is, and its files by name. The texts are `None` if they are not told."""

    order: str | None
    made: str | None
    made_by: str | None
    files: dict[str, Entry]


def read_manifest(content: bytes) -> Listed:
    """The manifest. Raises InputRefused, naming what is wrong with it."""
    try:
        document = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise refused("it is not JSON") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise refused(f"it does not say “{SCHEMA}”")
    rows = document.get("files")
    if not isinstance(rows, list):
        raise refused("it lists no files")
    files = by_name([entry(row) for row in rows])
    if PAGE not in files or MANIFEST in files or SUMS in files:
        raise refused(f"it has to list {PAGE}, and neither itself nor {SUMS}")
    order, made, made_by = (safe_text(document.get(name)) for name in ("order", "made", "made_by"))
    return Listed(order, made, made_by, files)


def entry(row: Any) -> Entry:
    """A file of the list, safe to look for."""
    if not isinstance(row, dict):
        raise refused("a file in it is no object")
    name, size, found = row.get("name"), row.get("size"), row.get("sha256")
    if not isinstance(name, str) or len(name) > MOST_TEXT or not re.fullmatch(NAME, name):
        raise refused("it names a file as no dossier does")
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise refused(f"it gives {name} no size that a file can have")
    if not isinstance(found, str) or not SHA256.fullmatch(found):
        raise refused(f"it gives {name} no checksum that one could be")
    return Entry(name, size, found)


def by_name(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries by name, none of which may come twice, whatever their case."""
    found: dict[str, Entry] = {}
    for item in entries:
        if item.name.casefold() in found:
            raise refused(f"it lists {item.name} twice")
        found[item.name.casefold()] = item
    return {item.name: item for item in found.values()}


def safe_text(value: object) -> str | None:
    """A text of the manifest, safe to print, cut to what fits a line."""
    return shortened(value, MOST_TEXT) if isinstance(value, str) else None


def read_sums(content: bytes) -> dict[str, str] | None:
    """The checksums by name; `None` for anything but a list of them without doubles."""
    lines = content.decode("utf-8", "replace").splitlines()
    found = [re.fullmatch(LINE, line) for line in lines]
    pairs = {match[2]: match[1] for match in found if match}
    return pairs if len(pairs) == len(lines) else None


def refused(why: str) -> InputRefused:
    """The error for a manifest that is none."""
    return InputRefused(f"{MANIFEST} cannot be used: {why}", "ask for the dossier again, from who made it")

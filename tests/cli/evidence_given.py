"""Files of evidence, and what became of them."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.given import LAMP, Ran, flaws, ran, store_file

PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01 the crack"
PAPER = b"%PDF-1.7\n%%EOF\n"
TEXT = "the seller promises a refund, 退款\n".encode()
MISSING = "For “not received” still missing: {}.\n"
ALL_MISSING = MISSING.format("tracking page, chat with the seller, proof of address")
on_posix = pytest.mark.skipif(os.name != "posix", reason="there are no such files elsewhere")


def file(folder: Path, name: str, content: bytes = PHOTO) -> str:
    """The name of a new file in the folder."""
    (folder / name).write_bytes(content)
    return name


def evidence(order: str = LAMP) -> list[dict[str, Any]]:
    """The evidence of the order, from a document that is as its schema says."""
    document = ran("evidence", "list", order, "--json").document
    assert flaws(document) == []
    found: list[dict[str, Any]] = document["evidence"]
    return found


def names(order: str = LAMP) -> list[str]:
    return [each["name"] for each in evidence(order)]


def copies() -> list[str]:
    """The contents of the folder of the copies."""
    folder = store_file().parent / "evidence"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def sum_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def add(*line: str) -> Ran:
    done = ran("evidence", "add", LAMP, *line)
    assert done.code == 0, done.err
    return done

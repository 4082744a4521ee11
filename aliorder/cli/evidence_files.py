"""Files of evidence as the user names them: looked at, copied beside the store, and described."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

import filetype

from aliorder.domain.order import UNKNOWN, Evidence
from aliorder.errors import InputRefused
from aliorder.store.evidence import EvidenceFolder
from aliorder.words.safe import shortened

MOST_SHOWN = 200
UNKNOWN_MEDIA, TEXT = "application/octet-stream", "text/plain"
NO_TEXT = bytes({*range(32), 127} - {*b"\t\n\r\f"})
"""Bytes that no text holds."""


NO_SUCH = ("there is no such file", "look at how it is spelled")
NOWHERE = ("it is a link, and what it leads to is not there", "name the file itself")
A_FOLDER = ("it is a folder", "name the files in it")
NO_FILE = ("it is not a file", "copy its content into a file first")


def kept_copy(path: str, folder: EvidenceFolder, now: datetime) -> Evidence:
    """Copy a file into the folder; nothing is said of it yet. InputRefused for what is no file that can be kept."""
    with opened(path) as stream:
        before = os.fstat(stream.fileno())
        if not before.st_size:
            raise refused(path, "it is empty", "look at the file itself: nothing is in it")
        try:
            kept = folder.keep(OfSize(stream, before.st_size))
        except OSError as error:
            raise refused(path, f"it cannot be read: {error.strerror}") from None
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or kept.size != before.st_size:
        raise refused(path, "it was changed while it was read", "add it once more when nothing writes to it")
    return Evidence(kept.sha256, name_of(path), kept.size, media_of(kept.head), now, "other", UNKNOWN)


class OfSize:
    """A stream up to one byte more than its size: a file may grow as fast as it is read."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self.stream, self.left = stream, size + 1

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        piece = self.stream.read(min(size, self.left))
        self.left -= len(piece)
        return piece


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, if it is one: no folder, no device, nothing that would make us wait."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise refused(path, *(NOWHERE if Path(path).is_symlink() else NO_SUCH)) from None
    except (OSError, ValueError) as error:
        raise refused(path, f"it cannot be read: {getattr(error, 'strerror', 'no file has such a name')}") from None
    mode = os.fstat(descriptor).st_mode
    if not S_ISREG(mode):
        os.close(descriptor)
        why, hint = A_FOLDER if S_ISDIR(mode) else NO_FILE
        raise refused(path, why, hint)
    with os.fdopen(descriptor, "rb") as stream:
        yield stream


def name_of(path: str) -> str:
    """What the file is called, without its folder; bytes that are no characters are spelled out."""
    return legible_name(Path(path).name)


def media_of(head: bytes) -> str:
    """The media type of a file that begins like this, by its content alone; text has to be in UTF-8."""
    kind = filetype.guess(head)
    if kind is not None:
        return str(kind.mime)
    if head.translate(None, NO_TEXT) != head:
        return UNKNOWN_MEDIA
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # The head may end within a character.
        return TEXT if error.start > len(head) - 4 and error.reason == "unexpected end of data" else UNKNOWN_MEDIA
    return TEXT


def refused(path: str, why: str, hint: str = "look at who may read it") -> InputRefused:
    """The error for a file that was not added."""
    return InputRefused(f"{shortened(name_shown(path), MOST_SHOWN)} was not added: {why}", hint)


def name_shown(path: str) -> str:
    """The path as it can be printed; there may be none."""
    return legible_name(path) or "a file without a name"


def legible_name(name: str) -> str:
    """A name as UTF-8 reads it, whatever the locale says."""
    try:
        content = os.fsencode(name)
    except UnicodeEncodeError:
        content = name.encode("utf-8", "backslashreplace")
    return content.decode("utf-8", "backslashreplace")

"""The only place where imported files are opened."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.text import clean

LIMIT = 256 * 1024 * 1024
"""The most bytes that are read of one file."""

STDIN = "-"


def open_input(path: str, stdin: BinaryIO, limit: int = LIMIT) -> InputFile:
    """The file at `path`, or for `-` all that comes from `stdin`.

    Raises `FileRefused` for what is missing, a folder, unreadable or larger than `limit` bytes.
    """
    name = "standard input" if path == STDIN else clean(path)
    try:
        content = stdin.read(limit + 1) if path == STDIN else start_of(path, limit + 1)
    except (OSError, ValueError) as error:
        raise not_opened(name, error) from None
    if len(content) > limit:
        raise FileRefused(name, f"the file is larger than {limit // 1024**2} MiB", "save fewer orders in one file")
    return InputFile(name, content)


def start_of(path: str, size: int) -> bytes:
    """The first `size` bytes of the file."""
    with Path(path).open("rb") as stream:
        return stream.read(size)


def not_opened(name: str, error: OSError | ValueError) -> FileRefused:
    """The refusal of a file that could not be opened or read to its end."""
    if isinstance(error, FileNotFoundError):
        return FileRefused(name, "there is no such file")
    if isinstance(error, IsADirectoryError):
        return FileRefused(name, "this is a folder, not a file", "name the files in it")
    if isinstance(error, PermissionError):
        return FileRefused(name, "you are not allowed to read this file")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return FileRefused(name, f"the file cannot be read ({reason})")

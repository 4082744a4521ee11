"""A bar for a file that takes long to read, on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO

from aliorder.importers import InputFile
from aliorder.words.safe import shortened

LONG = 2 * 1024**2
"""A file of so many bytes is worth a bar."""

PIECE = 64 * 1024


class Watched(RawIOBase):
    """A stream that tells how far it has been read, in bytes."""

    def __init__(self, stream: BinaryIO, tell: Callable[[int], None]) -> None:
        self._stream = stream
        self._tell = tell

    def readable(self) -> bool:
        """Always: it is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; how many bytes there were."""
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._tell(self._stream.tell())
        return len(piece)

    def close(self) -> None:
        """Close the stream that is read, too."""
        self._stream.close()
        super().close()


@contextmanager
def watched(file: InputFile, *, quiet: bool) -> Iterator[InputFile]:
    """The file, while a bar on stderr shows how far it has been read: if it is long and somebody is looking."""
    if quiet or file.size < LONG or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield file
        return
    from rich.console import Console  # noqa: PLC0415 - only a long file on a terminal has a bar
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn  # noqa: PLC0415 - as above

    parts = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(shortened(file.name, 30), total=file.size)

        def tell(done: int) -> None:
            bar.update(task, completed=done)

        yield replace(file, open=lambda: BufferedReader(Watched(file.open(), tell), PIECE))

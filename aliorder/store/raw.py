"""Whole files kept beside the orders, for who wants them read again: packed, private, named by what is in them."""

from __future__ import annotations

import errno
import gzip
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from aliorder.errors import StoreError
from aliorder.records.content import PIECE

FOLDER_NAME = "raw"
SUFFIX = ".gz"

_REASONS = {errno.ENOSPC: "the disk is full", errno.EDQUOT: "the disk is full", errno.EROFS: "the disk is read-only"}


class RawFolder:
    """The whole files in the data folder, each by its SHA-256. Every method raises StoreError if the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FOLDER_NAME

    def keep(self, digest: str, stream: BinaryIO) -> bool:
        """Keep all that comes out of the stream, unless it is kept already; whether it was not."""
        target = self._place(digest)
        with self._errors():
            if target.exists():
                return False
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = mkstemp(prefix=".", suffix=".part", dir=self.path)
            try:
                with os.fdopen(descriptor, "wb") as draft:
                    with gzip.GzipFile(filename="", mode="wb", fileobj=draft, mtime=0) as packed:
                        shutil.copyfileobj(stream, packed, PIECE)
                    draft.flush()
                    os.fsync(draft.fileno())
                Path(name).replace(target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            return True

    def open(self, digest: str) -> BinaryIO:
        """The file as it was handed over."""
        with self._errors():
            return gzip.open(self._place(digest), "rb")  # type: ignore[return-value]

    def drop(self, digests: Iterable[str]) -> None:
        """Delete these files; those that are not there are no matter."""
        with self._errors():
            for digest in digests:
                self._place(digest).unlink(missing_ok=True)
        with suppress(OSError):
            self.path.rmdir()

    def _place(self, digest: str) -> Path:
        return self.path / f"{digest}{SUFFIX}"

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = _REASONS.get(error.errno or 0, error.strerror)
            hint = "look at the disk and at who may write there"
            raise StoreError(f"the folder {self.path} cannot be used: {why}", hint) from error

"""The files that prove something, kept as copies beside the store: private, never changed, named by what is in them."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from tempfile import mkstemp
from time import time
from typing import BinaryIO, NamedTuple, Protocol

from aliorder.errors import StoreError
from aliorder.records.content import DRAFT, DRAFT_PREFIX, DRAFT_SUFFIX, DRAFTS_STAY, EVIDENCE_FOLDER, PIECE
from aliorder.records.values import SHA256
from aliorder.store.syncing import sync_folder

FOLDER_NAME, VIEWS_NAME = EVIDENCE_FOLDER, "views"
VIEW = re.compile(rf"{SHA256.pattern}(\.[a-z0-9]{{1,8}})?")
HEAD = 8192
"""So many bytes tell what kind of file it is."""

A_DAY = 24 * 3600
COPIES_STAY = 60 * A_DAY
"""So many seconds a copy stays after it was last of use: a backup that lies elsewhere may speak of it, too."""

READ_ONLY = 0o400 if os.name == "posix" else 0o600
"""What Windows calls read-only cannot even be deleted there."""

_SAFELY = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk is read-only",
}


SpokenOf = Callable[[Collection[str]], set[str]]
"""Tells of which of these SHA-256 something speaks."""


class Source(Protocol):
    """What a copy is made of: a file open for reading, or anything that is read like one."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


class Kept(NamedTuple):
    """A copy that is in the folder: its SHA-256, its size in bytes, its first `HEAD` bytes, and whether it is new."""

    sha256: str
    size: int
    head: bytes
    new: bool


class EvidenceFolder:
    """The copies in the data folder, each by its SHA-256. Every method raises StoreError if the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FOLDER_NAME

    def keep(self, source: Source) -> Kept:
        """Copy all that comes out of `source`, a piece at a time, unless the same content is kept already.

        What `source` raises goes on to the caller; then, as after an interruption, nothing is left behind.
        """
        with self._draft(self.path) as (draft, target):
            kept = self._copied(source, target)
            with self._errors():
                return self._settled(draft, kept)

    def open(self, sha256: str) -> BinaryIO:
        """The copy, as it is now: whoever relies on it counts its sum. StoreError if it is not there."""
        place = self._place(sha256)
        with self._errors():
            self._refuse_link(self.path)
            self._refuse_link(place)
            try:
                descriptor = os.open(place, os.O_RDONLY | _SAFELY)
            except FileNotFoundError:
                raise missing(place) from None
            if not S_ISREG(os.fstat(descriptor).st_mode):
                os.close(descriptor)
                raise in_the_way(place)
            return os.fdopen(descriptor, "rb")

    def sizes(self) -> dict[str, int]:
        """The size in bytes of every copy that is there, by its SHA-256."""
        with self._errors():
            self._refuse_link(self.path)
            found = {}
            for path in files_in(self.path, SHA256):
                with suppress(FileNotFoundError):  # another command has just swept it away
                    found[path.name] = path.lstat().st_size
            return found

    def is_whole(self, sha256: str) -> bool:
        """Whether the copy still is what was kept: its sum is counted. StoreError if it is not there."""
        with self.open(sha256) as stream, self._errors():
            digest = hashlib.sha256()
            while piece := stream.read(PIECE):
                digest.update(piece)
            return digest.hexdigest() == sha256

    def view(self, sha256: str, extension: str) -> Path:
        """A file with this extension (`.jpg`, or empty) that another program can show; it may go a day later."""
        folder = self.path / VIEWS_NAME
        shown = folder / f"{sha256}{extension}"
        with self.open(sha256) as stream, self._draft(folder) as (draft, target), self._errors():
            self._copied(stream, target)
            draft.chmod(READ_ONLY)
            draft.replace(shown)
            drop_old(files_in(folder, VIEW), DRAFTS_STAY)
            return shown

    def sweep(self, in_use: SpokenOf, in_backups: SpokenOf) -> int:
        """Delete copies that have long been of no use, old views, and drafts left behind; how many copies went.

        A copy is of use as long as `in_use` or `in_backups` names it, and for `COPIES_STAY` after it was last found to
        be, or was added. The first is asked about every copy that was not found to be of use today, the second only
        about those that would have to go.
        """
        with self._errors():
            if self.path.is_symlink():
                return 0
            self._drop_drafts()
            asked = {path.name for path in files_in(self.path, SHA256) if is_older(path, A_DAY)}
            idle = asked - self._used(asked, in_use)
            idle = {name for name in idle if is_older(self.path / name, COPIES_STAY)}
            idle -= self._used(idle, in_backups)
            return drop_old((self.path / name for name in sorted(idle)), COPIES_STAY)

    def _used(self, names: Collection[str], spoken_of: SpokenOf) -> set[str]:
        """Those of the copies that are of use; from now on they were so today."""
        used = spoken_of(names) if names else set()
        for name in used:
            with suppress(FileNotFoundError):
                os.utime(self.path / name)
        return used

    def _drop_drafts(self) -> None:
        views = self.path / VIEWS_NAME
        if not views.is_symlink():
            drop_old([*files_in(views, DRAFT), *files_in(views, VIEW)], DRAFTS_STAY)
        drop_old(files_in(self.path, DRAFT), DRAFTS_STAY)

    @contextmanager
    def _draft(self, folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
        """A new private file in the folder, to be filled and put in its place; else it goes again."""
        with self._errors():
            for each in dict.fromkeys((self.path, folder)):
                self._refuse_link(each)
                each.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = mkstemp(prefix=DRAFT_PREFIX, suffix=DRAFT_SUFFIX, dir=folder)
        draft, target = Path(name), os.fdopen(descriptor, "wb")
        try:
            yield draft, target
        finally:
            with suppress(OSError):  # what could not be written has been told by then
                target.close()
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def _copied(self, source: Source, target: BinaryIO) -> Kept:
        digest, head, size = hashlib.sha256(), b"", 0
        while piece := source.read(PIECE):
            if size < HEAD:
                head = (head + piece)[:HEAD]
            digest.update(piece)
            size += len(piece)
            with self._errors():
                target.write(piece)
        with self._errors():
            target.flush()
            os.fsync(target.fileno())
            target.close()
        return Kept(digest.hexdigest(), size, head, new=True)

    def _settled(self, draft: Path, kept: Kept) -> Kept:
        place = self._place(kept.sha256)
        self._refuse_link(place)
        if place.exists():
            os.utime(place)  # so that no sweep takes what is just being added
            if self.is_whole(kept.sha256):
                return kept._replace(new=False)
        draft.chmod(READ_ONLY)
        draft.replace(place)
        sync_folder(self.path)
        return kept

    def _refuse_link(self, path: Path) -> None:
        if path.is_symlink():
            hint = "put the folder or file itself there: evidence is kept inside the data folder alone"
            raise StoreError(f"{path} is a link that leads elsewhere", hint)

    def _place(self, sha256: str) -> Path:
        if not SHA256.fullmatch(sha256):
            raise ValueError(sha256)
        return self.path / sha256

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = _REASONS.get(error.errno or 0, error.strerror)
            hint = "look at the disk and at who may write there; nothing was changed"
            raise StoreError(f"the folder {self.path} cannot be used: {why}", hint) from error


def files_in(folder: Path, name: re.Pattern[str]) -> list[Path]:
    """The files in the folder, if it is there, that have such a name; a link is none. Raises OSError."""
    try:
        with os.scandir(folder) as entries:
            return [
                folder / entry.name
                for entry in entries
                if name.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
            ]
    except FileNotFoundError:
        return []


def drop_old(paths: Iterable[Path], seconds: int) -> int:
    """Delete those of the files that are older than that, and say how many; raises OSError."""
    dropped = 0
    for path in paths:
        if is_older(path, seconds):
            with suppress(FileNotFoundError):
                path.unlink()
                dropped += 1
    return dropped


def is_older(path: Path, seconds: int) -> bool:
    """Whether the file is there and was last of use longer ago than that; raises OSError."""
    try:
        return path.lstat().st_mtime < time() - seconds
    except FileNotFoundError:  # another command has just swept it away
        return False


def missing(place: Path) -> StoreError:
    """The error for a copy that is not there."""
    hint = "put the file back from a copy of yours, or add the original once more with: aliorder evidence add"
    return StoreError(f"{place} is not there", hint)


def in_the_way(place: Path) -> StoreError:
    """The error for what lies in the place of a copy and is no file."""
    hint = "move it away, and add the original once more with: aliorder evidence add"
    return StoreError(f"{place} is no file", hint)

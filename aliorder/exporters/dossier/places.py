"""Where a dossier lies that is to be checked: a folder or a zip, neither of them trusted, nothing ever unpacked."""

from __future__ import annotations

import os
import re
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from aliorder.errors import InputRefused
from aliorder.exporters.dossier.manifest import MANIFEST
from aliorder.records.content import PIECE
from aliorder.words.safe import shortened

MOST_NAMES = 100_000
MOST_AT_ONCE = 8 * 1024**2
"""A zip's table of contents may not be larger: that of a dossier is a hundredth of it."""

BROKEN = (
    BadZipFile,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""All that reading a zip that lies can lead to."""

ENCRYPTED = 0x1
SLASHES = r"[/\\]"
LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Files that systems put into folders by themselves, beside all that begins with `._` or lies in `__MACOSX`."""

MOST_SHOWN = 200
NAME_ONE = "name a folder or a .zip"


class Unreadable(Exception):
    """A file of a dossier that is there and cannot be read; the message says why."""


class Place(Protocol):
    """Files by their names in the dossier, with forward slashes."""

    def look_for(self, names: Iterable[str]) -> None:
        """Find the files of these names also where a program has written a name in another way."""

    def names(self) -> dict[str, str | None]:
        """Every file, with why it is refused; `None` for one that is a file like any other."""

    def size(self, name: str) -> int:
        """The bytes of the file as the place tells them. Raises Unreadable."""

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content in pieces of at most 1 MiB. Raises Unreadable, also on the way."""


class Folder:
    """A dossier that is a folder; links in it are not followed, wherever they lead."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def look_for(self, names: Iterable[str]) -> None:
        """Nothing: in a folder a name is what it is."""

    def names(self) -> dict[str, str | None]:
        """Every file and link below. Raises Unreadable for a folder that cannot be looked into."""
        found: dict[str, str | None] = {}
        todo = [""]
        while todo:
            below = todo.pop()
            with reading():
                for entry in os.scandir(self._path / below):
                    self._sort(entry, f"{below}{entry.name}", found, todo)
            if len(found) > MOST_NAMES:
                raise Unreadable("there are far too many files in it")
        return found

    def _sort(self, entry: os.DirEntry[str], name: str, found: dict[str, str | None], todo: list[str]) -> None:
        if entry.is_symlink():
            found[name] = "it is a link"
        elif entry.is_dir(follow_symlinks=False):
            todo.append(f"{name}/")
        else:
            found[name] = None if entry.is_file(follow_symlinks=False) else "it is no file"

    def size(self, name: str) -> int:
        """The bytes of the file."""
        with reading():
            return os.lstat(self._path / name).st_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a file, which must be one and no link to one."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with reading():
            descriptor = os.open(self._path / name, flags)
            with os.fdopen(descriptor, "rb") as stream:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise Unreadable("it is no file")
                while piece := stream.read(PIECE):
                    yield piece


class Careful(BufferedReader):
    """A file of which nobody can ask for more than `MOST_AT_ONCE` bytes at once, whatever the file says of itself."""

    def read(self, size: int | None = -1) -> bytes:
        """As any file; raises BadZipFile for a piece that is too large."""
        if size is not None and size > MOST_AT_ONCE:
            raise BadZipFile("its table of contents is far too large")
        return super().read(MOST_AT_ONCE if size is None or size < 0 else size)


class Packed:
    """A dossier that is a zip, read where it lies. One folder around all of it does not matter."""

    def __init__(self, path: Path) -> None:
        self._stream = Careful(opened_zip(path))
        try:
            with broken(path):
                self._zip = ZipFile(self._stream)
        except BaseException:
            self._stream.close()
            raise
        files = [info for info in self._zip.infolist() if info.file_size or not info.filename.endswith(("/", "\\"))]
        self._above = folder_around([info.filename for info in files])
        self._twice = len({info.filename for info in files}) < len(files)
        self._infos = {info.filename.removeprefix(self._above): info for info in files}

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._stream.close()

    def look_for(self, names: Iterable[str]) -> None:
        """Find the files of these names also where an old program of Windows has written backslashes."""
        for name in names:
            written = name.replace("/", "\\")
            if name not in self._infos and written in self._infos:
                self._infos[name] = self._infos.pop(written)

    def names(self) -> dict[str, str | None]:
        """Every file of the zip."""
        if self._twice:
            raise Unreadable("it holds two files of one name")
        return {name: why_not(info) for name, info in self._infos.items()}

    def size(self, name: str) -> int:
        """The bytes of the file once unpacked, as the zip says."""
        return self._infos[name].file_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content as it unpacks."""
        try:
            with self._zip.open(self._infos[name]) as stream:
                while piece := stream.read(PIECE):
                    yield piece
        except BROKEN as error:
            raise Unreadable(f"it is damaged ({shortened(str(error), 80) or 'no more is known'})") from None


def why_not(info: ZipInfo) -> str | None:
    """Why a file of a zip is not read; `None` if it can be."""
    if info.flag_bits & ENCRYPTED:
        return "it is encrypted"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "it is packed in an unusual way"
    return "it is a link" if stat.S_ISLNK(info.external_attr >> 16) else None


def folder_around(names: list[str]) -> str:
    """The one folder in which everything lies, with its slash, if it is there that the manifest is; else nothing.

    What systems leave everywhere does not matter.
    """
    own = [name for name in names if not is_litter(name)]
    if MANIFEST in names or not own:
        return ""
    above = own[0][: len(re.split(SLASHES, own[0])[0]) + 1]
    return above if f"{above}{MANIFEST}" in names and all(name.startswith(above) for name in own) else ""


def is_litter(name: str) -> bool:
    """Whether a file is one that macOS or Windows puts into folders and zips by itself."""
    parts = re.split(SLASHES, name)
    return (parts[0] == "__MACOSX" and len(parts) > 1) or parts[-1].startswith("._") or parts[-1] in LITTER


def opened_zip(path: Path) -> FileIO:
    """The file, open for reading and never waited for. Raises InputRefused for what is not there, or is no file."""
    name = shortened(str(path), MOST_SHOWN)
    try:
        stream = FileIO(path, opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0)))
    except FileNotFoundError:
        raise InputRefused(f"{name}: there is no such file") from None
    except PermissionError:
        raise InputRefused(f"{name}: you are not allowed to read this file") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "this is no name that a file can have"
        raise InputRefused(f"{name} cannot be read: {why}", NAME_ONE) from None
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise InputRefused(f"{name} is no dossier: it is no file", NAME_ONE)
    return stream


@contextmanager
def reading() -> Iterator[None]:
    """Turn what the system reports about a file of a folder into Unreadable."""
    try:
        yield
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror or error}") from None


@contextmanager
def broken(path: Path) -> Iterator[None]:
    """Turn what a zip that cannot be read as one leads to into InputRefused."""
    try:
        yield
    except BROKEN:
        name = shortened(str(path), MOST_SHOWN)
        raise InputRefused(f"{name} is no dossier: it is no zip, or a damaged one", NAME_ONE) from None

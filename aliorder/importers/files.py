"""The only place where imported files are opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import BinaryIO, NamedTuple

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.values.text import clean
from aliorder.records.content import PIECE

STDIN = "-"
MOST_SPOOLED = 4 * 1024**3
"""The most bytes that are taken from a stream, which has to be put on the disk before it is read."""

UNFINISHED = "tmp"
"""The folder of a Maildir in which mails lie that are still being delivered."""


class Named(NamedTuple):
    """A file to read: named by the buyer, or found in a folder that was."""

    path: str
    in_folder: bool


class Inputs:
    """The files that the buyer hands over. Use it in a `with` block: what had to be copied goes at its end."""

    def __init__(self, stdin: BinaryIO, most: int = MOST_SPOOLED) -> None:
        self._stdin = stdin
        self._most = most
        self._spool: TemporaryDirectory[str] | None = None
        self._spooled = 0

    def __enter__(self) -> Inputs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._spool is not None:
            self._spool.cleanup()

    def open(self, path: str) -> InputFile:
        """The file at `path`, or for `-` all that comes from standard input.

        Raises `FileRefused` for what is missing, a folder, unreadable, or a stream of more bytes than the limit.
        """
        name = "standard input" if path == STDIN else clean(path)
        try:
            if path == STDIN:
                return self._copied(name, self._stdin)
            found = Path(path).stat()
            if stat.S_ISREG(found.st_mode):
                return kept(name, Path(path), datetime.fromtimestamp(found.st_mtime, UTC))
            with Path(path).open("rb") as stream:
                return self._copied(name, stream)
        except (OSError, ValueError, OverflowError) as error:
            raise not_opened(name, error) from None

    def _copied(self, name: str, stream: BinaryIO) -> InputFile:
        """What comes out of a stream that can be read once, as a file that can be read again."""
        if self._spool is None:
            self._spool = TemporaryDirectory(prefix="aliorder-")
        self._spooled += 1
        path = Path(self._spool.name, str(self._spooled))
        with path.open("xb") as copy:
            while piece := stream.read(PIECE):
                if copy.tell() + len(piece) > self._most:
                    raise FileRefused(name, f"more than {self._most // 1024**2} MiB came in", "save it as a file first")
                copy.write(piece)
        return kept(name, path, None)


def kept(name: str, path: Path, written: datetime | None) -> InputFile:
    """The file at `path`, certain to be readable now. Raises `OSError` if it is not."""
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size

    def opened() -> BinaryIO:
        try:
            return path.open("rb")
        except OSError as error:
            raise not_opened(name, error) from None

    return InputFile(name, opened, size, written)


def named_files(paths: Sequence[str], refuse: Callable[[FileRefused], None]) -> Iterator[Named]:
    """Every file that the paths name, each once: those in a folder by name, folder by folder, hidden ones left out.

    A folder of mails (Maildir) gives those that have been delivered. A path that names nothing is given as it stands;
    `refuse` is told of a folder that cannot be looked into.
    """
    seen: set[str] = set()
    for path in paths:
        for named in [Named(path, in_folder=False)] if not is_folder(path) else files_in(path, refuse):
            place = named.path if named.path == STDIN else real_place(named.path)
            if place not in seen:
                seen.add(place)
                yield named


def real_place(path: str) -> str:
    """Where a path leads to, links followed; the path itself if it is none that can lead anywhere."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def is_folder(path: str) -> bool:
    """Whether a folder stands there."""
    try:
        return path != STDIN and Path(path).is_dir()
    except (OSError, ValueError):
        return False


def files_in(folder: str, refuse: Callable[[FileRefused], None]) -> Iterator[Named]:
    """The files in a folder and in those below it."""

    def refused(error: OSError) -> None:
        refuse(not_opened(clean(error.filename or folder), error))

    for place, folders, names in os.walk(folder, onerror=refused):
        mails = {"cur", "new", UNFINISHED} <= set(folders)
        folders[:] = sorted(name for name in folders if is_shown(name) and not (mails and name == UNFINISHED))
        for name in sorted(filter(is_shown, names)):
            yield Named(str(Path(place, name)), in_folder=True)


def is_shown(name: str) -> bool:
    """Whether a file or folder is not a hidden one."""
    return not name.startswith(".")


def not_opened(name: str, error: OSError | ValueError | OverflowError) -> FileRefused:
    """The refusal of a file that could not be opened or read to its end."""
    if isinstance(error, FileNotFoundError):
        return FileRefused(name, "there is no such file")
    if isinstance(error, IsADirectoryError):
        return FileRefused(name, "this is a folder, not a file", "name the files in it")
    if isinstance(error, PermissionError):
        return FileRefused(name, "you are not allowed to read this file")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return FileRefused(name, f"the file cannot be read ({reason})")


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Turn what the system reports about a file that is being read into `FileRefused`."""
    try:
        yield
    except BrokenPipeError:
        raise  # it is about what is printed
    except OSError as error:
        raise not_opened(name, error) from None

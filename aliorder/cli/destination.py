"""Where a document goes that the user wants as a file: there as a whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from aliorder.errors import UsageError
from aliorder.records.content import DRAFT_PREFIX, DRAFT_SUFFIX
from aliorder.words.safe import shortened

STDOUT = "-"
PRIVATE = 0o600

MOST_SHOWN = 200
"""So many characters of a file's name stand in an error."""

REASONS: dict[int, tuple[str, str]] = {
    errno.EACCES: ("you are not allowed to write there", "name a file in a folder of your own"),
    errno.EDQUOT: ("your share of the disk is full", "make room on the disk, or name a file on another"),
    errno.EINVAL: ("this is no name that a file can have", "choose another name"),
    errno.EISDIR: ("this is a folder, not a file", "name a file in it"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter name"),
    errno.ENOENT: ("there is no such folder", "make the folder first, or name a file in another"),
    errno.ENOSPC: ("the disk is full", "make room on the disk, or name a file on another"),
    errno.ENOTDIR: ("there is no such folder", "make the folder first, or name a file in another"),
    errno.EPERM: ("you are not allowed to write there", "name a file in a folder of your own"),
    errno.EROFS: ("the disk is read-only", "name a file on another"),
}


def write_document(text: str, file: str) -> None:
    """Write `text` as `write_pieces` does."""
    write_pieces((text,), file)


def write_pieces(pieces: Iterable[str], file: str) -> None:
    """Write a text, of which only a piece is in memory at a time, in UTF-8 to `file`, or to stdout for `-`.

    Its line ends stay as they are. A file is there as a whole or as it was before, also if making the pieces fails; a
    new one is readable by its owner alone, the mode of an existing one is kept. A link stays and what it names is
    replaced; a device or a pipe is written to. Raises `UsageError`, for whatever is in the way: naming another file is
    the way out.
    """
    if file == STDOUT:
        sys.stdout.flush()
        write_to(sys.stdout.buffer, pieces)
        return
    try:
        write_file(pieces, file)
    except OSError as error:
        raise not_written(file, *reason_of(error)) from None


def write_to(stream: BinaryIO, pieces: Iterable[str]) -> None:
    """Write the pieces to the stream in UTF-8."""
    stream.writelines(piece.encode("utf-8") for piece in pieces)


def write_file(pieces: Iterable[str], file: str) -> None:
    """Write the file, whatever `file` names by now; raises `OSError`."""
    mode = mode_of(file)
    if mode is not None and not stat.S_ISREG(mode):
        with Path(file).open("wb") as stream:
            write_to(stream, pieces)
        return
    if mode is not None and not os.access(file, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only")
    replace_file(pieces, Path(os.path.realpath(file)), PRIVATE if mode is None else mode & 0o777)


def mode_of(file: str) -> int | None:
    """Kind and mode of what `file` names, links followed; `None` where nothing is yet. Raises `OSError`."""
    if not file or file.endswith(("/", os.sep)):
        raise IsADirectoryError(errno.EISDIR, "a folder")
    try:
        return Path(file).stat().st_mode
    except FileNotFoundError:
        return None
    except ValueError:
        raise OSError(errno.EINVAL, "no name of a file") from None


def replace_file(pieces: Iterable[str], path: Path, mode: int) -> None:
    """Put a file with this text and mode at `path`, in one step; nothing else is left, even if interrupted."""
    replace_bytes((piece.encode("utf-8") for piece in pieces), path, mode)


def replace_bytes(pieces: Iterable[bytes], path: Path, mode: int) -> None:
    """Put a file with these bytes at `path`, as `replace_file` does."""
    with replacing(path, mode) as stream:
        stream.writelines(pieces)


@contextmanager
def replacing(path: Path, mode: int) -> Iterator[BinaryIO]:
    """A new file to be filled, which is at `path` in one step once it is; if that fails, nothing of it is left."""
    descriptor, name = mkstemp(prefix=DRAFT_PREFIX, suffix=DRAFT_SUFFIX, dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(descriptor)
        draft.chmod(mode)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def reason_of(error: OSError) -> tuple[str, str]:
    """Why a file cannot be written, and the way out for who can name another."""
    return REASONS.get(error.errno or 0, (f"{error.strerror}", "name another file"))


def not_done(path: Path, done: str, error: OSError) -> str:
    """What is said of a file that has its place and cannot be `done` there: written, deleted."""
    return f"{path} cannot be {done}: {reason_of(error)[0]}"


def not_written(file: str, why: str, hint: str) -> UsageError:
    """The error for a file that could not be written."""
    return UsageError(f"{shortened(file, MOST_SHOWN) or 'a file without a name'} cannot be written: {why}", hint)

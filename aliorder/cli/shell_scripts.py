"""A completion script where its shell looks for it: what is there, put there, taken away with all that came with it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from aliorder.cli.destination import not_done, replace_bytes
from aliorder.errors import StoreError

MARK = b"Completion of aliorder"
"""What stands near the beginning of every script of ours, whoever put it where it is."""

FOOTER = "# Put here by aliorder completion --install; folders made for it: {}\n"
"""The last line of a script that is installed; without it, a package or the user has put it there."""

INSTALLED = re.compile(re.escape(FOOTER).replace(r"\{\}", r"(\d{1,2})").encode() + rb"\Z")
FILE_MODE, FOLDER_MODE = 0o644, 0o755
WAY_OUT = "look at who may write there, then do it again"

State = Literal["absent", "same", "other", "foreign"]


class Found(NamedTuple):
    """What is at a place: nothing, this script, another of aliorder's, or something else.

    `installed` says that it was put there by an installation, which made `folders` folders for it.
    """

    state: State
    installed: bool = False
    folders: int = 0


def look(path: Path, script: bytes) -> Found:
    """What is at the place, where `script` belongs; `StoreError` if that cannot be read."""
    try:
        kind = path.lstat().st_mode
        is_link = stat.S_ISLNK(kind)
        if not (stat.S_ISREG(kind) or (is_link and path.is_file())):
            return Found("foreign")
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Found("absent")
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}", "look at who may read it") from None
    footer = INSTALLED.search(content)
    is_same = (content[: footer.start()] if footer else content) == script
    if is_link or MARK not in content[:500]:
        return Found("same" if is_same else "foreign")
    return Found("same" if is_same else "other", footer is not None, int(footer[1]) if footer else 0)


def put(path: Path, script: bytes, folders: int) -> None:
    """Put the script at the place, where an earlier one had `folders` folders made for it.

    It is there as a whole, or all is as it was before and `StoreError` is raised.
    """
    made: list[Path] = []
    try:
        make_folders(missing_folders(path), made)
        footer = FOOTER.format(folders + len(made))
        replace_bytes((script, footer.encode()), path, FILE_MODE)
    except BaseException as error:
        remove_empty(reversed(made))
        if isinstance(error, OSError):
            raise StoreError(not_done(path, "written", error), WAY_OUT) from None
        raise


def take_away(path: Path, folders: int) -> None:
    """Delete the script, and of the folders that were made for it those that are empty; `StoreError` if it stays."""
    try:
        path.unlink()
    except OSError as error:
        raise StoreError(not_done(path, "deleted", error), WAY_OUT) from None
    remove_empty(path.parents[:folders])


def missing_folders(path: Path) -> Iterator[Path]:
    """The folders above `path` that are not there yet, the outermost first."""
    yield from (folder for folder in reversed(path.parents) if not os.path.lexists(folder))


def make_folders(folders: Iterable[Path], made: list[Path]) -> None:
    """Make the folders and note each in `made`; zsh trusts none that others may write to."""
    for folder in folders:
        folder.mkdir(FOLDER_MODE)
        made.append(folder)


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove the folders, the innermost first, as far as they are empty."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()

"""The settings file as the user keeps it: one line of it changed, all else as it was, to the byte."""

from __future__ import annotations

import os
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from aliorder.cli.destination import not_done, write_file
from aliorder.errors import StoreError, UsageError
from aliorder.settings import read_toml

PATIENCE = 5.0
"""So many seconds another process may hold the folder; a change takes a few milliseconds."""

PAUSE = 0.02
"""Seconds between two looks whether the folder is free."""

BOM = "\ufeff"


def changed(path: Path, key: str, value: str | None) -> object | None:
    """Put `value` under `key` in the file at `path`, or take the key out for `None`; what stood there before, if any.

    Processes that do so at once wait for each other, so that none undoes the change of another. A new folder and a new
    file are the owner's alone. Raises `UsageError` for a file that cannot be taken in or changed safely, `StoreError`
    for one that cannot be written; the file is then as it was.
    """
    if value is None and key not in read_toml(path):
        return None
    make_folder(path.parent)
    with held(path.parent):
        before = read_toml(path)
        if before.get(key) != value:
            write(path, edited(path, before, key, value))
    return before.get(key)


def edited(path: Path, before: Mapping[str, object], key: str, value: str | None) -> str:
    """The text of the file after the change, which has to say what it said before but for that."""
    import tomlkit  # noqa: PLC0415 - only for who changes a setting
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    text = text_of(path)
    wanted = {name: each for name, each in before.items() if name != key} | ({} if value is None else {key: value})
    try:
        document = tomlkit.parse(text.removeprefix(BOM))
        if value is None:
            del document[key]
        else:
            document[key] = value
        after = with_line_ends(tomlkit.dumps(document), text)
        if said(tomllib.loads(after)) == said(wanted):
            return (BOM if text.startswith(BOM) else "") + after
    except (TOMLKitError, ValueError, RecursionError):
        pass
    line = f'{key} = "{value}"' if value is not None else f"no line for {key}"
    raise UsageError(f"{path} is written in a way that aliorder cannot change safely", f"write it there: {line}")


def said(values: Mapping[str, object]) -> str:
    """What a file says, in whatever order; as text, for what is not a number does not equal itself."""
    return repr(sorted(values.items()))


def text_of(path: Path) -> str:
    """The text of the file with its mark and its line ends; empty if there is no file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""


def with_line_ends(text: str, like: str) -> str:
    """The text with the line ends of `like`, if it has only one kind."""
    if "\r\n" not in like or "\n" in like.replace("\r\n", ""):
        return text
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def make_folder(folder: Path) -> None:
    """Make the folder, for its owner alone, unless it is there. Raises `StoreError`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        why = f"{error.strerror}".lower()
        raise StoreError(f"the folder {folder} cannot be made: {why}", "look at what is there instead") from None


def write(path: Path, text: str) -> None:
    """Put the text at `path` in one step; what a link points at is replaced, not the link. Raises `StoreError`."""
    try:
        write_file([text], str(path))
    except OSError as error:
        hint = "it is as it was; look at the disk, and at who may write there"
        raise StoreError(not_done(path, "written", error), hint) from None


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder, kept from other processes that change a file in it; `StoreError` if one of them takes too long."""
    last_moment = time.monotonic() + PATIENCE
    try:
        descriptor = opened(folder)
    except OSError as error:
        raise StoreError(f"{folder} cannot be opened: {error.strerror}", "look at who may read it") from None
    try:
        while not taken(descriptor):
            if time.monotonic() > last_moment:
                raise StoreError(f"another aliorder is changing files in {folder}", "try again in a moment")
            time.sleep(PAUSE)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def opened(folder: Path) -> int:
        """A file in the folder by which to hold it, gone once nobody has it open."""
        return os.open(folder / ".settings.lock", os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)

    def taken(descriptor: int) -> bool:
        """Whether nobody else holds it; then it is ours until it is closed."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def opened(folder: Path) -> int:
        """The folder itself, by which to hold it: nothing is left behind, even by a process that is killed."""
        return os.open(folder, os.O_RDONLY)

    def taken(descriptor: int) -> bool:
        """Whether nobody else holds it; then it is ours until it is closed. A disk without locks is never held."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

"""A dossier that is a folder: put as a whole where nothing is, an empty folder, or an older dossier."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import mkdtemp

from aliorder.cli.destination import MOST_SHOWN
from aliorder.cli.drafts import drop, drop_old_drafts
from aliorder.errors import UsageError
from aliorder.exporters.dossier.manifest import MANIFEST
from aliorder.exporters.dossier.verify import is_dossier
from aliorder.records.content import DRAFT_PREFIX, DRAFT_SUFFIX
from aliorder.words.safe import shortened

FILE_MODE, FOLDER_MODE = 0o600, 0o700
ASIDE = ".aliorder-old"
"""What is added to the name of an older dossier while the new one takes its place: in sight, should that be all."""

File = tuple[str, Iterator[bytes]]
"""The name of a file with forward slashes, and its content, to be read to the end before the next one is asked for."""


def put_folder(path: Path, files: Iterable[File], *, replace: bool) -> None:
    """Put a folder with these files at `path`. Raises OSError, and UsageError for what is there.

    A new folder is there in one step. One that is there and empty stays the same folder, with its mode, and gets the
    files, the manifest last. An older dossier is replaced: it or the new one is always there.
    """
    mend(path)
    drop_old_drafts(path)
    empty = allow_folder(path, replace=replace)
    draft = Path(mkdtemp(prefix=DRAFT_PREFIX, suffix=DRAFT_SUFFIX, dir=path if empty else path.parent))
    try:
        for name, pieces in files:
            file = draft.joinpath(*name.split("/"))
            file.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
            fill_file(file, pieces)
        if empty:
            move_in(draft, path)
        else:
            swap_in(draft, path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def fill_file(file: Path, pieces: Iterable[bytes]) -> None:
    """Write a new file that its owner alone can read, to the disk itself."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.writelines(pieces)
        stream.flush()
        os.fsync(descriptor)


def allow_folder(path: Path, *, replace: bool) -> bool:
    """Whether an empty folder is there; UsageError unless nothing of anybody's would be lost at `path`."""
    if not path.exists():
        return False
    if not path.is_dir():
        raise UsageError(f"{shown_path(path)} is there already, and is no folder", "choose another name")
    if not any(path.iterdir()):
        return True
    if not replace:
        raise already_there(path)
    if not is_dossier(path):
        hint = "choose another folder: only one that holds a dossier and nothing else is replaced"
        raise UsageError(f"{shown_path(path)} holds something else than a dossier", hint)
    return False


def move_in(draft: Path, path: Path) -> None:
    """Move all that is in the folder `draft` into the folder `path`, the manifest last; after an error nothing is."""
    parts = sorted(draft.iterdir(), key=lambda part: part.name == MANIFEST)
    taken = next((part.name for part in parts if os.path.lexists(path / part.name)), None)
    if taken is not None:
        raise already_there(path / taken)
    try:
        for part in parts:
            part.rename(path / part.name)
    except BaseException:
        for part in parts:
            if not os.path.lexists(part):
                drop(path / part.name)
        raise


def swap_in(draft: Path, path: Path) -> None:
    """Put the folder `draft` at `path`; an older dossier there goes once the new one stands, or comes back."""
    if not path.exists():
        draft.rename(path)
        return
    draft.chmod(stat.S_IMODE(path.stat().st_mode))
    aside = aside_of(path)
    try:
        path.rename(aside)
        draft.rename(path)
    finally:
        if not path.exists():
            aside.rename(path)
        elif not draft.exists():
            aside.rename(draft)


def aside_of(path: Path) -> Path:
    """Where an older dossier is while the new one takes its place."""
    return path.parent / f"{path.name}{ASIDE}"


def mend(path: Path) -> None:
    """Bring back the older dossier if a swap was broken off before the new one stood; delete it if it was after."""
    aside = aside_of(path)
    if not is_dossier(aside):
        return
    if path.exists():
        drop(aside)
    else:
        aside.rename(path)


def already_there(path: Path) -> UsageError:
    """The error for a place that is taken."""
    return UsageError(f"{shown_path(path)} is there already", "choose another name, or say --force")


def shown_path(path: Path) -> str:
    """The path as an error shows it."""
    return shortened(str(path), MOST_SHOWN)

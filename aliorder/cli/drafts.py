"""Drafts: what is being written lies under a hidden name until it is whole, and goes again if it never will be."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from types import FrameType

from aliorder.records.content import DRAFT, DRAFT_PREFIX, DRAFTS_STAY

KILLED = 128
"""What a shell adds to the number of the signal that ended a program."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a request to end the program, or a terminal that is closed, end it as an error would: with all cleared away.

    Only in the main thread, and only for signals that nobody handles or ignores.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) == signal.SIG_DFL]
    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def end(number: int, _frame: FrameType | None) -> None:
    """End the program as an exception does; a second signal does not disturb the clearing away."""
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(KILLED + number)


def drop_old_drafts(folder: Path) -> None:
    """Delete the drafts, files and folders, that lie in the folder since more than a day; what cannot go stays."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if is_ours(path.name) and time() - path.lstat().st_mtime > DRAFTS_STAY:
                drop(path)


def is_ours(name: str) -> bool:
    """Whether a file or folder is called as only our drafts are, also in a folder that is not ours."""
    return name.startswith(DRAFT_PREFIX) and DRAFT.fullmatch(name) is not None


def drop(path: Path) -> None:
    """Delete a file, a link or a folder with all that is in it; what cannot go stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()

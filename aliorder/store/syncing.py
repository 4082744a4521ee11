"""What is in a folder made to outlast a power cut."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def sync_folder(path: Path) -> None:
    """Have the disk keep which files are in the folder; where folders cannot be synced, the system has to see to it."""
    with suppress(OSError):  # Windows has no folders to sync
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

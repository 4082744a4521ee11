"""Folders that not everybody may write to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

NOBODY = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can enter."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def as_nobody(open_folder: Path) -> Iterator[None]:
    """Root may write everywhere, so its tests go on as a user who may not."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    user = os.geteuid()
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)

"""Fixtures of the command line: a store with some orders, or with none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyperclip
import pytest
import typer

from tests.cli.given import store_file, store_of_orders


@pytest.fixture
def kept() -> Path:
    """The store with the orders of `KEPT`."""
    content = store_of_orders()
    store_file().parent.mkdir(parents=True, exist_ok=True)
    store_file().write_bytes(content)
    return store_file()


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is opened, and nothing gets onto the clipboard of whoever runs the tests."""
    monkeypatch.setattr(typer, "launch", lambda *_, **__: 1)
    monkeypatch.setattr(pyperclip, "copy", no_clipboard)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def no_clipboard(_: str) -> None:
    """What a computer without a clipboard says."""
    raise pyperclip.PyperclipException


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    """An empty folder that is the current one."""
    folder, before = tmp_path / "here", Path.cwd()
    folder.mkdir()
    os.chdir(folder)
    yield folder
    os.chdir(before)

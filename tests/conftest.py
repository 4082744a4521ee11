"""What holds for every test: a home and an environment of its own, UTC, no network."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None, max_examples=30, derandomize="CI" in os.environ)
settings.load_profile("default")

# Variables through which a developer's own machine would show in a result.
LEAKS = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)


def _no_network(*_args: object) -> NoReturn:
    raise AssertionError("aliorder never uses the network, and so neither do its tests")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the developer's orders, settings, terminal and zone out of the test, and the test out of them."""
    for name in [*LEAKS, *(name for name in os.environ if name.startswith("ALIORDER_"))]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALIORDER_HOME", str(tmp_path / "aliorder-home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that reaches for another machine."""
    monkeypatch.setattr(socket.socket, "connect", _no_network)
    monkeypatch.setattr(socket.socket, "connect_ex", _no_network)

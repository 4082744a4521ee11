"""What holds for every test: a home and an environment of its own, UTC, no network."""

from __future__ import annotations

import gc
import os
import socket
import time
from collections.abc import Iterator
from itertools import count
from typing import NoReturn

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None, max_examples=20, derandomize="CI" in os.environ)
settings.load_profile("default")

# Variables through which a developer's own machine would show in a result.
LEAKS = (
    "BASH_COMPLETION_USER_DIR",
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
    "ZDOTDIR",
)


HOMES = count()


def _no_network(*_args: object) -> NoReturn:
    raise AssertionError("aliorder never uses the network, and so neither do its tests")


@pytest.fixture(scope="session", autouse=True)
def _one_zone() -> None:
    """Let every test begin in UTC."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the developer's orders, settings and terminal out of the test, and the test out of them."""
    for name in [*LEAKS, *(name for name in os.environ if name.startswith("ALIORDER_"))]:
        monkeypatch.delenv(name, raising=False)
    home = tmp_path_factory.getbasetemp() / f"home-{next(HOMES)}"  # made by whoever writes there: few tests do
    monkeypatch.setenv("ALIORDER_HOME", str(home / "aliorder-home"))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that reaches for another machine."""
    monkeypatch.setattr(socket.socket, "connect", _no_network)
    monkeypatch.setattr(socket.socket, "connect_ex", _no_network)


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No garbage is collected during the test: what ends deep in a recursion cannot even say that it failed there."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()

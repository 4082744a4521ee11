"""A program to type, and homes whose orders shells could stumble over."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from aliorder.domain.order import Event, Order, When
from aliorder.store.orders import OrderStore
from tests.completions.shells import ROOT, output

DAY = date.today() - timedelta(days=2)  # noqa: DTZ011 - any recent day will do: the program looks at the real clock
PAID = (Event("placed", When(DAY)), Event("paid", When(DAY)))
HOSTILE = '\'; touch evil; $(touch evil) `touch evil` "$HOME" \\ 5% ~ [a-z]* \x1b[31mred\x07'
ORDERS = (
    Order("8123000000002345", title='USB cable: 1 m "black"', events=PAID),
    Order("8123000000009999", title="Desk lamp", alias="lamp", events=PAID),
    Order("8190000000001111", title="Earbuds pro — Größe M", events=PAID),
    Order("3040777700002222", title=HOSTILE, events=PAID),
    Order("3040777700003333", title="Socks", alias="café", events=PAID),
    Order("5555000011114444", title="Old teapot", events=(*PAID, Event("refund-received", When(DAY)))),
    Order("5555000011115555", title="USB cup warmer", events=PAID),
)
WRAPPER = """#!/bin/sh
PYTHONPATH={root} exec {python} -m aliorder "$@"
"""

OTHER = """#!/bin/sh
printf '777\\t%s\\n' "$*"
"""


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program under its own name, as it stands in this checkout."""
    folder = tmp_path_factory.mktemp("programs")
    text = WRAPPER.format(root=shlex.quote(str(ROOT)), python=shlex.quote(sys.executable))
    (folder / "aliorder").write_text(text, encoding="utf-8")
    (folder / "aliorder").chmod(0o755)
    return folder


@pytest.fixture(scope="session")
def user(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of a user: a store in `orders`, a copy and a wreck of it, another program in `bin`."""
    return tmp_path_factory.mktemp("user")


@pytest.fixture(scope="session")
def kept(user: Path, programs: Path) -> Path:
    """The user's home folder, filled, with what the program found out about each order."""
    with OrderStore.open(user / "orders", write=True) as store, store.transaction("add", datetime.now(UTC)):
        for order in ORDERS:
            store.put(order)
    output([str(programs / "aliorder"), "--home", str(user / "orders"), "list", "--json"])
    (user / "orders" / "backups").mkdir(exist_ok=True)
    (user / "orders" / "backups" / "auto-20261120T100000Z.db").touch()
    (user / "orders" / "columns").mkdir()
    (user / "orders" / "columns" / "dsers.toml").touch()
    shutil.copytree(user / "orders", user / "my orders")
    (user / "damaged").mkdir()
    (user / "damaged" / "orders.db").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    (user / "bin").mkdir()
    (user / "bin" / "aliorder").write_text(OTHER, encoding="utf-8")
    (user / "bin" / "aliorder").chmod(0o755)
    (user / "work").mkdir()
    (user / "work" / "READ ME.txt").touch()
    return user


@contextmanager
def as_user(kept: Path, programs: Path) -> Iterator[None]:
    """The environment of a user who has these orders; what is opened in it works in the user's folder `work`."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("ALIORDER_", "BASH_COMPLETION", "XDG_"))]:
            patch.delenv(name)
        patch.delenv("COLUMNS", raising=False)
        patch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        patch.setenv("HOME", str(kept))
        patch.setenv("ALIORDER_HOME", str(kept / "orders"))
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.chdir(kept / "work")
        yield


@pytest.fixture
def environment(kept: Path, programs: Path) -> Iterator[None]:
    """The environment of that user, for one test."""
    with as_user(kept, programs):
        yield

"""The exit codes but 2: what each stands for, what is said then, and that nothing else is printed or changed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from aliorder.store.orders import OrderStore
from tests.cli.given import BOOK, CABLE, PEN, ran, store_file

STORED = (
    "list",
    "advise --all",
    "advise cable",
    "show cable",
    "history cable",
    "explain cable",
    "refund cable",
    "refunds",
    "undo",
    "backup",
    "add 81500001",
    "edit cable --title x",
    "record cable paid",
    "remove cable --yes",
)


@pytest.mark.parametrize("line", ["due --within 0d", "refunds --overdue", "policy check --only stale"])
@pytest.mark.parametrize("form", ["", "--json"])
def test_1_only_if_asked_for_where_nothing_matched(line: str, form: str) -> None:
    for code, option in ((0, ""), (1, "--exit-code")):
        done = ran("-q", *line.split(), *form.split(), *option.split())
        assert (done.code, bool(done.out), done.err) == (code, bool(form), "")


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00", b"not JSON"])
def test_4_a_file_that_cannot_be_taken_in(content: bytes, kept: Path, here: Path) -> None:
    (here / "orders.json").write_bytes(content)
    for line in ("import orders.json", "import orders.json --json", "restore orders.json --yes"):
        done = ran(*line.split())
        assert done.code == 4
        assert "orders.json" in done.out + done.err


@pytest.mark.parametrize("command", ["advise", "show", "history", "explain", "refund", "edit", "record", "remove"])
@pytest.mark.parametrize(
    "name, error, hint",
    [
        ("9999999", "no order number is, begins or ends with 9999999", "see your orders with: aliorder list"),
        ("bike", 'no order is called "bike"', "see your orders with: aliorder list"),
        ("lamp", 'no order is called "lamp"', "8190000000006789 is Lamp"),
        ("12", "12 is too short to find an order by", "give the first or last 4 digits or more"),
        ("8123", f"8123 fits two orders: {PEN} (Pen), {CABLE} (USB cable)", "give more digits"),
        ("https://a/?orderId=81", "no order has the number 81", "see your orders with: aliorder list"),
    ],
)
def test_3_no_such_order_or_several(command: str, name: str, error: str, hint: str, kept: Path) -> None:
    more = {"edit": ["--title", "x"], "record": ["paid"], "remove": ["--yes"]}
    before = kept.read_bytes()
    assert ran(command, name, *more.get(command, [])) == (3, "", f"error: {error}\nhint: {hint}\n")
    assert kept.read_bytes() == before


def damage(path: Path) -> str:
    path.write_bytes(b"SQLite format 3\0 and then something else" * 100)
    return f"error: the store {path} is not a store of aliorder, or it is damaged"


def renew(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return f"error: the store {path} was written by a newer aliorder (layout 99)"


@pytest.mark.parametrize("line", STORED)
@pytest.mark.parametrize("spoil", [damage, renew])
def test_5_the_store_cannot_be_read(line: str, spoil: Callable[[Path], str], kept: Path) -> None:
    error = spoil(kept)
    before = kept.read_bytes()
    done = ran(*line.split())
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith(f"{error}\nhint: ")
    assert kept.read_bytes() == before


def test_5_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = ran("--home", str(tmp_path / "file"), "add", "81500000")
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith("error: the store ")


@pytest.mark.parametrize(
    "line", ["advise", "advise 5555", "explain 5555", "advise --why not-needed", "advise --event message-sent=today"]
)
def test_6_too_little_is_known(line: str, kept: Path) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (6, "")
    assert re.fullmatch(r"error: too little is known .*\nhint: .*--event .*--site-status .*\n", done.err)


@pytest.mark.parametrize("line", [f"show {BOOK}", f"history {BOOK}", "list", "advise --all"])
def test_0_where_a_stage_is_not_needed(line: str, kept: Path) -> None:
    assert ran(*line.split()).code == 0


def test_0_where_facts_contradict_each_other() -> None:
    facts = ("--event", "shipped=2026-11-10", "--event", "delivered=2026-11-01")
    document = ran("advise", *facts, "--json").document
    assert [warning["id"] for warning in document["warnings"]][:1] == ["contradiction"]
    assert ran("advise", *facts).code == 0


def test_130_interrupted_and_nothing_half_written(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = kept.read_bytes()
    monkeypatch.setattr(OrderStore, "put", interrupted)
    done = ran("record", "cable", "paid")
    assert done == (130, "", "stopped; nothing was half written\n")
    assert kept.read_bytes() == before
    assert not store_file().with_name("orders.db-journal").exists()


def test_70_is_left_for_bugs_and_never_shows_a_traceback(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(OrderStore, "noted", broken)
    done = ran("list")
    assert (done.code, done.out) == (70, "")
    assert done.err.startswith("error: aliorder itself failed (ZeroDivisionError)\nhint: this is a bug")
    monkeypatch.setenv("ALIORDER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ran("list")

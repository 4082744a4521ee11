"""What a run loads: the door looks before it loads, and nothing heavy is loaded for those who do not need it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest

import aliorder
from tests.cli.given import NOW, ran

HEAVY = frozenset(
    {"babel", "defusedxml", "holidays", "icalendar", "lxml", "openpyxl", "prompt_toolkit", "questionary", "rich"}
    | {"tomlkit", "tomllib", "tzlocal"}
)
"""Libraries that few runs need; each takes more time than all else that a reading command does."""

ADVISING = frozenset({"aliorder.domain.advice", "aliorder.domain.policy", "aliorder.policies"})
"""What working out an advice takes; lists need it only for orders of which nothing is noted."""

NUMBER = "8123456789012345"


def loaded(*arguments: str) -> set[str]:
    """Every module that a run of aliorder loads, as Python itself reports it; nobody is at a terminal."""
    command = [sys.executable, "-X", "importtime", "-m", "aliorder", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert (done.returncode, done.stderr.splitlines()) == (0, lines), "nothing went wrong, and nothing was said"
    return {line.rsplit("|", 1)[1].strip() for line in lines[1:]}


def among(found: Iterable[str], names: Iterable[str]) -> set[str]:
    """Those of the modules that are one of these, or lie in one."""
    return {module for module in found for name in names if module == name or module.startswith(f"{name}.")}


@pytest.fixture
def an_order() -> None:
    facts = ("--event", "paid=2026-11-20", "--title", "earbuds", "--country", "DE", "--payment", "visa")
    assert ran("add", NUMBER, *facts).code == 0
    assert ran("due").code == 0


@pytest.mark.parametrize("arguments", [("--version",), ("__complete", "orders", "", "8")], ids=lambda given: given[0])
def test_what_needs_no_command_line_loads_none(arguments: tuple[str, ...], an_order: None) -> None:
    assert among(loaded(*arguments), {"typer", "typing", "pathlib", "json", "aliorder.cli", *HEAVY}) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("list", "--columns", "order,stage"),
        ("due", "--json"),
        ("due", "--within", "7d"),
        ("show", NUMBER),
        ("show", NUMBER, "--json"),
    ],
    ids=" ".join,
)
def test_lists_load_no_more_than_the_store_and_what_prints(arguments: tuple[str, ...], an_order: None) -> None:
    ran(*arguments)  # which notes what was not
    assert among(loaded("-q", "--now", NOW, *arguments), HEAVY | ADVISING) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("advise", "--help"),
        ("advise", NUMBER),
        ("advise", NUMBER, "--json"),
        ("advise", "--all", "--json"),
        ("explain", NUMBER),
        ("history", NUMBER),
        ("reasons",),
        ("payments",),
        ("refunds", "--json"),
        ("policy", "show"),
        ("export", "--format", "json", "-"),
        ("export", "--format", "csv", "-"),
        ("paths",),
        ("schema", "advice"),
        ("help", "dates"),
        ("completion", "bash"),
    ],
    ids=" ".join,
)
def test_a_pipe_waits_for_nothing_that_draws_or_asks(arguments: tuple[str, ...], an_order: None) -> None:
    heavy = HEAVY - {"holidays"} if arguments[0] in ("advise", "explain", "history", "refunds") else HEAVY
    assert among(loaded("-q", "--now", NOW, *arguments), heavy) == set()


def test_the_clock_of_the_seller_needs_no_library_of_holidays(an_order: None) -> None:
    asked = ("advise", "--event", "payment-verified=2026-11-20", "--why", "other")
    assert ran(*asked, "--json").document["seller_clock"] is not None
    assert among(loaded("-q", "--now", NOW, *asked), HEAVY) == set()


def test_help_of_all_loads_no_command(an_order: None) -> None:
    assert among(loaded("--help"), {"aliorder.cli.commands", "aliorder.domain", "aliorder.store", "sqlite3"}) == set()


def test_a_calendar_file_loads_what_writes_one(tmp_path: Path, an_order: None) -> None:
    """That the names above are those of the libraries: otherwise nothing here could fail."""
    found = loaded("-q", "due", "--ics", str(tmp_path / "deadlines.ics"))
    assert "icalendar" in found
    assert among(found, {"rich", "questionary"}) == set()


def test_it_runs_from_an_archive_too(tmp_path: Path) -> None:
    """There the files of the program have no folder that could be looked at."""
    package = Path(aliorder.__file__).parent
    with ZipFile(tmp_path / "aliorder.zip", "w") as archive:
        for path in sorted((*package.rglob("*.py"), *package.rglob("*.json"))):
            archive.write(path, path.relative_to(package.parent))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "aliorder.zip")}
    command = [sys.executable, "-m", "aliorder", "--home", str(tmp_path), "--now", NOW]
    for line in (("add", NUMBER, "--event", "paid=2026-11-20"), ("list",), ("due",), ("show", NUMBER)):
        done = subprocess.run(
            [*command, *line], capture_output=True, text=True, check=False, env=environment, cwd=tmp_path
        )
        assert (line, done.returncode, "error" in done.stderr) == (line, 0, False)

"""The recipes of the README work as they stand there, in the shell or in cron."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.given import BOOK, CABLE, LAMP, NOW, PEN, SOCKS, store_file, store_of_orders

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
RECIPES = README.split("\n## Recipes\n")[1].split("\n## ")[0]
LINES: list[str] = [line for block in re.findall(r"```sh\n(.*?)```", RECIPES, re.DOTALL) for line in block.splitlines()]
CRON: list[str] = [
    line for block in re.findall(r"```crontab\n(.*?)```", RECIPES, re.DOTALL) for line in block.splitlines()
]
CRON_LINE = re.compile(r"(?:[\d*/,-]+ ){5} (.+)")
STAND_INS = {"fzf": "head -n 1", "notify-send": 'echo "$1: $2"'}
"""What a person would look at: the first line is chosen, and a notice is printed."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of Unix")


class Shell(NamedTuple):
    """A home with some kept orders and `aliorder`, on a fixed day, as a program."""

    home: Path
    bin: Path

    def ran(self, line: str) -> list[str]:
        """What a line prints in bash, where it ends well and has nothing to say."""
        environment = {**os.environ, "HOME": str(self.home), "PATH": f"{self.bin}:{os.environ['PATH']}"}
        return self.printed([tool("bash"), "-c", f"set -euo pipefail; {line}"], environment)

    def by_cron(self, line: str, **environment: str) -> list[str]:
        """What a line prints as cron runs it: with sh, and with hardly anything in the environment."""
        bare = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "ALIORDER_HOME": os.environ["ALIORDER_HOME"]}
        return self.printed([tool("sh"), "-c", line], {**bare, **environment})

    def printed(self, command: list[str], environment: dict[str, str]) -> list[str]:
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=self.home)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()


def tool(name: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def recipe(*words: str) -> str:
    """The one line of the recipes with these words."""
    fitting = [line for line in LINES if all(word in line for word in words)]
    assert len(fitting) == 1
    return fitting[0]


def cron_commands() -> list[str]:
    """The commands of the lines for cron."""
    return [found[1] for line in CRON if (found := CRON_LINE.fullmatch(line))]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    content = store_of_orders()
    store_file().parent.mkdir(parents=True, exist_ok=True)
    store_file().write_bytes(content)
    found = Shell(tmp_path / "you", tmp_path / "you" / ".local" / "bin")
    found.bin.mkdir(parents=True)
    program(found.bin / "aliorder", f'exec {sys.executable} -m aliorder --now {NOW} "$@"')
    for name, does in STAND_INS.items():
        program(found.bin / name, does)
    return found


def program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def test_cron_prints_what_is_due_and_what_is_overdue_and_writes_the_calendar(shell: Shell) -> None:
    due, refunds, calendar = map(shell.by_cron, cron_commands())
    assert [line.split("\t")[:2] for line in due] == [["overdue", "2026-11-09"]]
    assert [SOCKS in line for line in refunds] == [True]
    assert calendar == []
    assert (shell.home / "deadlines.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("zone, moment", [("Europe/Berlin", "2026-11-25T08:59"), ("UTC", "2026-11-25T07:59")])
def test_the_days_that_cron_is_told_are_those_of_its_time_zone(zone: str, moment: str, shell: Shell) -> None:
    line = cron_commands()[0].replace("2d", "4d")
    assert [row.split("\t")[1] for row in shell.by_cron(line, TZ=zone)] == ["2026-11-09", moment]
    assert "TZ=Europe/Berlin" in CRON


def test_a_notice_comes_only_where_something_is_due(shell: Shell) -> None:
    line = recipe("notify-send")
    assert shell.ran(line)[-1] == "AliExpress: Something comes due: aliorder due"
    assert shell.ran(f"aliorder wipe --yes >/dev/null 2>&1; {line} || echo quiet") == ["quiet"]


def test_what_is_due_is_shown_at_login(shell: Shell) -> None:
    assert [SOCKS in line for line in shell.ran(recipe("command -v"))] == [True]


def test_a_prompt_shows_the_number_of_orders_that_stands_in_a_file(shell: Shell) -> None:
    ends = "--deadline deliver-by=2026-11-23 --deadline protection-until=2026-11-23"
    shell.ran(f"aliorder -q edit {LAMP} {ends}")
    assert len(shell.ran("aliorder -q due --within 2d")) == 3
    assert shell.ran(recipe("wc -l")) == []
    assert shell.ran(f'{recipe("PS1")}; echo "${{PS1@P}}"')[0].startswith("[2 due] ")


@pytest.mark.parametrize(
    "command, printed",
    [
        ("list", [f"{LAMP}\twait\tLamp", f"{CABLE}\trequest-approval\tUSB cable"]),
        ("due", [f"13 days late: {SOCKS} refund here at the latest"]),
        ("advise", [SOCKS]),
        ("refunds", ["7.00 EUR, overdue 7.00"]),
    ],
)
def test_jq_takes_out_what_is_wanted(command: str, printed: list[str], shell: Shell) -> None:
    tool("jq")
    assert shell.ran(recipe(f"aliorder {command} ", "jq"))[: len(printed)] == printed


def test_an_order_is_chosen_from_the_list_and_advised_on(shell: Shell) -> None:
    assert shell.ran(recipe("fzf"))[0] == f"{LAMP} · Lamp"


def test_the_files_for_a_calendar_and_a_spreadsheet_are_written(shell: Shell) -> None:
    for line in (recipe("aliorder due --ics"), recipe("export"), recipe("orders.tsv")):
        assert shell.ran(f"{line.replace('aliorder ', 'aliorder -q ')}") == []
    rows = (shell.home / "orders.tsv").read_text(encoding="utf-8").splitlines()
    assert sorted(row.split("\t")[0] for row in rows) == sorted((CABLE, LAMP, SOCKS, BOOK, PEN))
    assert {path.name for path in shell.home.iterdir() if path.is_file()} == {
        "deadlines.ics",
        "orders.csv",
        "orders.tsv",
    }


def test_every_line_of_the_recipes_is_tried() -> None:
    tried = ("notify-send", "command -v", "wc -l", "PS1", "jq", "fzf", "aliorder due --ics", "export", "orders.tsv")
    assert [line for line in LINES if not any(words in line for words in tried)] == []
    assert len(cron_commands()) == 3

"""Help: every command says what it is for and shows examples, and the examples work."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

import aliorder
from aliorder.cli.app import COMMANDS
from tests.cli.given import every_command, ran
from tests.importers.given import DATA

README = Path(__file__).parents[2] / "README.md"
ORDER = "8177700000002345"
GIVEN = (
    f"add {ORDER} --event paid=2026-11-18 --event shipped=2026-11-19 --why not-needed",
    "add 8177700000000001 --event paid=2026-11-20",
    "backup",
)
"""What is kept before an example runs: an order that ends in the digits that the examples use."""


def examples(text: str) -> list[str]:
    """The lines below `Examples:` up to the next empty one."""
    found = re.search(r"^  Examples:\n((?:    .+\n)+)", text, re.MULTILINE)
    return [line.strip() for line in found[1].splitlines()] if found else []


def readme_lines() -> list[str]:
    """The commands of aliorder in the README's shell blocks, but for the two that install and test it."""
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[2:]
    return [line for block in blocks for line in block.splitlines() if line.startswith("aliorder ")]


def codes(lines: Iterable[str]) -> dict[str, int]:
    """The exit code of each line, run one after the other; `< FILE` is standard input, pipes are left out."""
    found = {}
    for line in lines:
        command, _, source = line.partition(" | ")[0].partition(" < ")
        stdin = Path(source).read_bytes() if source else b""
        found[line] = ran(*shlex.split(command)[1:], stdin=stdin).code
    return found


@pytest.fixture
def site_files(here: Path) -> Path:
    """A folder with the files that the examples name, and the orders that they are about."""
    for name in ("order-list.json", "order-detail.json"):
        shutil.copy(DATA / name, here)
    (here / "sales.csv").write_text("Order No,Date\n8177700000000002,2026-11-20\n", encoding="utf-8")
    assert set(codes(f"aliorder {line}" for line in GIVEN).values()) == {0}
    return here


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("name", every_command())
def test_every_command_says_what_it_is_for(name: str, option: str) -> None:
    done = ran(*name.split(), option)
    usage, empty, purpose, *_ = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert usage.startswith(f"Usage: aliorder {name} ")
    assert empty == ""
    assert re.fullmatch(r"  [A-Z].{10,77}", purpose)
    assert all(re.match(rf"aliorder (--\S+ \S+ )?{name}\b", line) for line in examples(done.out))


@pytest.mark.parametrize("name", every_command())
def test_every_example_of_a_command_works(name: str, site_files: Path) -> None:
    lines = examples(ran(*name.split(), "--help").out)
    assert lines
    assert codes(lines) == dict.fromkeys(lines, 0)


def test_the_help_of_the_program_lists_its_commands_and_its_examples_work(site_files: Path) -> None:
    done = ran("--help")
    listed = re.findall(r"^  (\S+)  +\S", done.out.split("Commands:\n")[1], re.MULTILINE)
    assert (done.code, done.err, listed) == (0, "", list(COMMANDS))
    assert len(examples(done.out)) >= 3
    assert codes(examples(done.out)) == dict.fromkeys(examples(done.out), 0)


def test_the_shell_lines_of_the_readme_work(site_files: Path) -> None:
    assert codes(readme_lines()) == dict.fromkeys(readme_lines(), 0)


def test_a_help_page_keeps_to_the_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    pages = {name: ran(*name.split(), "--help").out.splitlines() for name in every_command()}
    wide = [line for lines in pages.values() for line in lines if len(line) > 80 and "  aliorder " not in line]
    assert wide == []


def test_the_version_is_one_line() -> None:
    assert ran("--version") == (0, f"aliorder {aliorder.__version__}\n", "")

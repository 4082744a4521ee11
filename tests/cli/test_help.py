"""Help: every command says what it is for and shows examples, and the examples work."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import aliorder
from aliorder.cli.app import COMMANDS
from aliorder.cli.listing import SECTIONS, TOPICS
from aliorder.words.topics import TOPICS as TEXTS
from aliorder.words.topics.parts import Lines
from tests.cli.given import every_command, ran
from tests.importers.given import DATA

README = Path(__file__).parents[2] / "README.md"
MANUAL = Path(aliorder.__file__).parent / "manual" / "aliorder.1"
ORDER = "8177700000002345"
GIVEN = (
    f"add {ORDER} --event paid=2026-11-18 --event shipped=2026-11-19 --why not-needed",
    "add 8177700000000001 --event paid=2026-11-20",
    "backup",
    f"evidence add {ORDER} chat.png crack.jpg",
    f"evidence export {ORDER} dossier-8123456789012345.zip",
)
"""What is kept before an example runs: an order that ends in the digits that the examples use."""


def examples(text: str) -> list[str]:
    """The lines below `Examples:` up to the next empty one."""
    found = re.search(r"^  Examples:\n((?:    .+\n)+)", text, re.MULTILINE)
    return [line.strip() for line in found[1].splitlines()] if found else []


def readme_lines() -> list[str]:
    """The commands in the README's shell blocks, but for the two that install and test it and for the recipes."""
    before, recipes = README.read_text(encoding="utf-8").split("\n## Recipes\n")
    blocks = re.findall(r"```sh\n(.*?)```", before + recipes.partition("\n## ")[2], re.DOTALL)[2:]
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
    for name in ("chat.png", "tracking.png", "crack.jpg", "box.jpg"):
        (here / name).write_text(name, encoding="utf-8")
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


def test_the_help_of_the_program_lists_its_commands_and_topics_and_its_examples_work(site_files: Path) -> None:
    done = ran("--help")
    listed = re.findall(r"^  ([a-z]+)  +\S", done.out, re.MULTILINE)
    assert (done.code, done.err, listed) == (0, "", [*COMMANDS, *TOPICS])
    assert len(examples(done.out)) >= 3
    assert codes(examples(done.out)) == dict.fromkeys(examples(done.out), 0)


def test_every_command_is_listed_once_with_the_purpose_that_its_own_help_begins_with() -> None:
    listed = {name: purpose for purposes in SECTIONS.values() for name, purpose in purposes.items()}
    assert sum(map(len, SECTIONS.values())) == len(listed)
    assert listed == {name: ran(name, "--help").out.splitlines()[2].strip() for name in listed}


def test_a_purpose_takes_one_line_of_the_list() -> None:
    done = ran("--help").out
    assert [each for purposes in SECTIONS.values() for each in purposes.values() if f" {each}\n" not in done] == []


def test_the_help_of_the_program_loads_no_command() -> None:
    look = "import sys; from aliorder.cli.app import main; main(['--help']); sys.stderr.write('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    unwanted = ("aliorder.cli.commands", "aliorder.words.topics", "aliorder.wizard", "aliorder.store.orders", "rich")
    assert [name for name in done.stderr.split() if name.startswith(unwanted)] == []


def test_help_without_a_name_lists_topics_and_commands() -> None:
    done = ran("help")
    listed = re.findall(r"^  ([a-z]+)  +\S", done.out, re.MULTILINE)
    assert (done.code, done.err, listed) == (0, "", [*TOPICS, *COMMANDS])


@pytest.mark.parametrize("name", [name for name in every_command() if name not in TOPICS])
def test_help_of_a_command_is_what_its_help_option_prints(name: str) -> None:
    assert ran("help", *name.split()) == ran(*name.split(), "--help")


def test_a_name_that_is_a_topic_and_a_command_is_the_topic() -> None:
    assert ran("help", "POLICY").out.startswith(f"{TOPICS['policy']}\n")


@pytest.mark.parametrize(
    "words, error",
    [
        ("dats", "error: there is no topic and no command 'dats'\nhint: did you mean dates?\n"),
        ("advice", "error: there is no topic and no command 'advice'\nhint: did you mean advise?\n"),
        (
            "xyz",
            "error: there is no topic and no command 'xyz'\nhint: aliorder help lists the topics and the commands\n",
        ),
        ("policy sho", "error: there is no command 'policy sho'\nhint: did you mean show?\n"),
        ("policy xyz", "error: there is no command 'policy xyz'\nhint: aliorder help policy\n"),
        ("list all", "error: there is no command 'list all'\nhint: aliorder help list\n"),
    ],
)
def test_help_of_a_name_that_is_not_there_names_the_nearest(words: str, error: str) -> None:
    assert ran("help", *words.split()) == (2, "", error)


@pytest.mark.parametrize("topic", TEXTS)
def test_every_example_of_a_topic_works(topic: str, site_files: Path) -> None:
    blocks = [block for part in TEXTS[topic].parts for block in part.blocks if isinstance(block, Lines)]
    lines = [line for block in blocks for line in block.lines if line.startswith("aliorder ")]
    assert codes(lines) == dict.fromkeys(lines, 0)


def test_the_shell_lines_of_the_readme_work(site_files: Path) -> None:
    assert codes(readme_lines()) == dict.fromkeys(readme_lines(), 0)


def test_the_examples_of_the_manual_work(site_files: Path) -> None:
    section = MANUAL.read_text(encoding="utf-8").split('.SH "EXAMPLES"\n')[1].split(".SH")[0]
    lines = [line for line in section.splitlines() if line.startswith("aliorder ")]
    plain = [line.replace("\\-", "-").replace("\\(dq", '"') for line in lines]
    assert plain
    assert codes(plain) == dict.fromkeys(plain, 0)


PAGES = ("", *every_command(), "help", *(f"help {topic}" for topic in TOPICS))


def page(name: str, *, terminal: bool) -> list[str]:
    """The lines of a help page or topic."""
    words = name.split() if name.startswith("help") else [*name.split(), "--help"]
    return ran(*words, terminal=terminal).out.splitlines()


@pytest.mark.parametrize("columns", ["40", "80", "200"])
@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_a_help_page_is_as_wide_as_the_terminal_and_never_wider_than_80(
    columns: str, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    width = min(int(columns), 80) if terminal else 80
    wide = {
        name: [line for line in page(name, terminal=terminal) if len(line) > width and " " in line.strip()]
        for name in PAGES
    }
    assert {name: lines for name, lines in wide.items() if lines} == {}


def test_a_folded_example_is_still_one_command_to_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    folded = "\n".join(page("add", terminal=True)).replace("\\\n", "")
    monkeypatch.setenv("COLUMNS", "80")
    whole = examples("\n".join(page("add", terminal=True)))
    assert [shlex.split(line) for line in examples(folded)] == [shlex.split(line) for line in whole]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_help_can_be_read_in_a_window_of_40_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.terminal import Terminal  # noqa: PLC0415 - not to be had on Windows

    monkeypatch.setenv("PAGER", "")
    monkeypatch.delenv("COLUMNS", raising=False)
    with Terminal(sys.executable, "-m", "aliorder", "record", "--help", columns=40) as terminal:
        assert terminal.end() == 0
        shown = "\n".join(terminal.lines())
    assert shown.split("Examples:\n")[1].startswith(
        "    aliorder record 2345 shipped \\\n"
        "        --on yesterday\n"
        "    aliorder record 2345 \\\n"
        "        cancel-requested\n"
    )


def test_the_version_is_one_line() -> None:
    assert ran("--version") == (0, f"aliorder {aliorder.__version__}\n", "")

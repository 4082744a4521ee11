"""The manual page: it is what the program generates, and man can show it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aliorder.cli.app import COMMANDS
from aliorder.cli.listing import TOPICS
from aliorder.words.topics import TOPICS as TEXTS
from aliorder.words.topics.parts import Lines, Terms
from aliorder.words.topics.scripting import EXIT_CODES, VARIABLES
from tests.cli.given import every_command

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "aliorder" / "manual" / "aliorder.1"
BACKSPACED = re.compile(r".\x08|\x1b\[[0-9;]*m")


def tool(name: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def rendered(device: str) -> tuple[str, str]:
    """The page as groff prints it on a terminal of that kind, on lines of 200 columns, and what groff complains of."""
    command = [tool("groff"), "-man", f"-T{device}", "-ww", "-P-c", "-rLL=200n", str(PAGE)]
    done = subprocess.run(command, capture_output=True, check=True)
    return BACKSPACED.sub("", done.stdout.decode("utf-8")), done.stderr.decode("utf-8")


def shown() -> str:
    return rendered("utf8")[0]


def test_the_page_is_what_the_program_generates(tmp_path: Path) -> None:
    fresh = tmp_path / "aliorder.1"
    subprocess.run([sys.executable, ROOT / ".ci" / "make_manual.py", fresh], check=True)
    assert PAGE.read_text(encoding="utf-8") == fresh.read_text(encoding="utf-8"), "run: python .ci/make_manual.py"


def test_the_page_holds_nothing_but_ascii_so_that_every_man_can_read_it() -> None:
    assert PAGE.read_bytes().isascii()


@pytest.mark.parametrize("device", ["utf8", "ascii", "latin1"])
def test_groff_has_nothing_to_complain_of(device: str) -> None:
    assert rendered(device)[1] == ""


def test_the_sections_are_those_of_a_manual_with_the_topics_among_them() -> None:
    sections = re.findall(r"^([A-Z][A-Z ]+)$", shown(), re.MULTILINE)
    assert sections == [
        *("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "FACTS", "COMMANDS", *(name.upper() for name in TOPICS)),
        *("EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "REPORTING PROBLEMS", "SEE ALSO"),
    ]


def test_every_command_stands_in_the_page() -> None:
    page = shown()
    assert [name for name in every_command() if not re.search(rf"^ +aliorder {name}\b", page, re.MULTILINE)] == []
    assert set(COMMANDS) <= set(every_command())


@pytest.mark.parametrize("topic", TEXTS)
def test_what_stands_as_it_is_in_a_topic_can_be_copied_from_the_page(topic: str) -> None:
    page = shown()
    blocks = [block for part in TEXTS[topic].parts for block in part.blocks]
    lines = [line for block in blocks if isinstance(block, Lines) for line in block.lines]
    names = [name for block in blocks if isinstance(block, Terms) for name, _ in block.rows]
    assert [text for text in (*lines, *names) if text not in page] == []


def test_exit_codes_and_variables_stand_in_their_sections() -> None:
    page = shown()
    status, environment = page.split("\nEXIT STATUS\n")[1].split("\nENVIRONMENT\n")
    assert re.findall(r"^ {7}(\d+)\b", status, re.MULTILINE) == [code for code, _ in EXIT_CODES]
    assert [names for names, _ in VARIABLES if names not in environment.split("\nFILES\n")[0]] == []


def test_nothing_that_roff_reads_in_its_own_way_is_left_in_the_text() -> None:
    assert re.findall(r"\\[a-z(\[]|^[.']", shown(), re.MULTILINE) == []


def test_man_shows_the_page() -> None:
    environment = {**os.environ, "MANPAGER": "cat", "PAGER": "cat", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    command = [tool("man"), "--local-file", str(PAGE)]
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    text = BACKSPACED.sub("", done.stdout.decode("utf-8"))
    if "minimized" in text:
        pytest.skip("man is a stand-in here")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "AliExpress orders: what to do now, by when," in text

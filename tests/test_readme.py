"""What the README shows is what the program prints."""

from __future__ import annotations

import re
import shlex
import tomllib
from datetime import date
from pathlib import Path

import pytest

from aliorder.cli.app import main
from aliorder.policies import load_policy
from aliorder.policies.overrides import overrides_from

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ aliorder (--now.*?[^\\])\n(.*?)```", README, re.DOTALL)
SESSIONS = re.findall(r"```console\n(\$ aliorder (?!--now).*?)```", README, re.DOTALL)


def test_the_readme_has_examples_of_both_kinds() -> None:
    assert len(EXAMPLES) == 1
    assert len(SESSIONS) == 4


@pytest.mark.parametrize("command,printed", EXAMPLES)
def test_an_example_prints_what_the_readme_shows(
    command: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(shlex.split(command.replace("\\\n", " ")))
    assert (code, capsys.readouterr().out) == (0, printed)


def test_the_commands_of_the_sessions_work_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("chat.png").write_bytes(b"what the seller wrote")
    lines = [line for session in SESSIONS for line in session.splitlines()]
    commands = [line.removeprefix("$ aliorder ") for line in lines if line.startswith("$")]
    assert [main(shlex.split(command)) for command in commands] == [0] * len(commands)


def test_the_figures_of_ones_own_that_the_readme_shows_are_taken() -> None:
    example = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    assert len(example) == 1
    found, problems = overrides_from(tomllib.loads(example[0]), load_policy(), date(2026, 11, 22))
    assert (list(found.windows), list(found.methods), problems) == (["ship-by"], ["paypal"], [])


def test_every_command_that_the_readme_names_exists(capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"`aliorder ([a-z]+)", README))
    assert named
    assert {name: main([name, "--help"]) for name in named} == dict.fromkeys(named, 0)
    assert "error" not in capsys.readouterr().err

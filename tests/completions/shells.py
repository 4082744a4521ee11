"""The shells, the files they read, and a prompt to type at."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform != "win32":
    from tests.terminal import ENTER, TAB, Terminal

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "completions"
FILES = {"bash": "aliorder.bash", "zsh": "_aliorder", "fish": "aliorder.fish", "pwsh": "aliorder.ps1"}
QUIET = {"bash": ("--noprofile", "--norc", "-i"), "zsh": ("-f", "-i"), "fish": ("--no-config", "-i")}
CLEARED = r"printf '\033[H\033[2J'"
PREPARE = {
    "bash": f"PS1='> '; bind 'set bell-style none'; source {shlex.quote(str(FOLDER / 'aliorder.bash'))}",
    "zsh": f"PROMPT='> '; fpath=({shlex.quote(str(FOLDER))} $fpath); autoload -Uz compinit; compinit -D -u",
    "fish": "function fish_prompt; printf '> '; end; set -g fish_autosuggestion_enabled 0; "
    f"source {shlex.quote(str(FOLDER / 'aliorder.fish'))}",
}
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

KILL_LINE, CLEAR = "\x15", "\x0c"
MARK = "@@"
"""What is typed after the tab key: as soon as it shows, the shell is done with all that came before."""


def shell(name: str) -> str:
    """The path of a shell; skips the test where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def output(command: Sequence[str], folder: Path = ROOT) -> str:
    """What the command prints; it must go well and say nothing else."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


class Prompt:
    """A shell on a terminal that waits for a line."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def shown(self) -> list[str]:
        """The lines on the screen that are not empty."""
        return [line.rstrip() for line in self.terminal.screen.display if line.strip()]

    def lines_after(self, *keys: str) -> list[str]:
        """Everything on the screen after these keys at an empty prompt."""
        self.terminal.press(*keys, MARK)
        self.terminal.wait_until(lambda: MARK in "".join(self.shown()))
        found = [line.replace(MARK, "") for line in self.shown()]
        self.terminal.press(KILL_LINE, CLEAR)
        self.terminal.wait_until(lambda: self.shown() == [">"])
        return found

    def tab(self, typed: str, times: int = 1) -> str:
        """What stands at the prompt after the line and the tab key."""
        lines = self.lines_after(typed, *[TAB] * times)
        return next(line.removeprefix("> ") for line in reversed(lines) if line.startswith("> "))

    def listed(self, typed: str, times: int, *wanted: str) -> str:
        """What stands at the prompt after the tab key, once it has listed all that is wanted."""
        self.terminal.press(typed, *[TAB] * times)
        self.terminal.wait_until(lambda: all(each in "\n".join(self.shown()) for each in wanted))
        lines = self.lines_after()
        return next(line.removeprefix("> ") for line in reversed(lines) if line.startswith("> "))


@contextmanager
def opened(name: str, *more: str) -> Iterator[Prompt]:
    """The prompt of a shell with the completion of aliorder, after some lines more, in the environment of the test."""
    with Terminal(shell(name), *QUIET[name], columns=120) as terminal:
        prompt = Prompt(terminal)
        terminal.press("; ".join([PREPARE[name], *more, CLEARED]), ENTER)
        terminal.wait_until(lambda: prompt.shown() == [">"])
        yield prompt

"""Long text on a terminal: page by page through the user's pager, all of it, and nothing else in between."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from aliorder.cli.pager import pager_words
from tests.cli.given import NOW, ran
from tests.terminal import INTERRUPT, Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal here")

LONG, SHORT = "payments", "show cable"
LAST_WORDS = "another payment method"
Write = Callable[[str], Path]


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Make a shell script the pager; the file that it is given as `$1` is the answer."""

    def written(script: str) -> Path:
        program, taken = tmp_path / "my pager", tmp_path / "taken"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PAGER", f"'{program}' '{taken}'")
        return taken

    return written


def at(line: str) -> Terminal:
    return Terminal(sys.executable, "-m", "aliorder", "--now", NOW, *line.split())


def shown(line: str) -> tuple[int, list[str]]:
    """The exit code of the line on a terminal, and what shows at its end."""
    with at(line) as terminal:
        return terminal.end(), terminal.lines()


def test_long_text_goes_through_the_pager_with_its_colours_and_talk_waits_for_its_end(kept: Path, pager: Write) -> None:
    many_orders()
    _, plain = shown("--color never --no-pager list")
    _, talk = shown("--color never --no-pager due")
    taken = pager('cat > "$1"; echo "(left)"')
    assert shown("--color never list") == (0, ["(left)"])
    assert [line.rstrip() for line in taken.read_text(encoding="utf-8").splitlines()] == plain
    code, after = shown("due")
    assert (code, after[0]) == (0, "(left)")
    assert " ".join(after[1:]).startswith("64 deadlines of 63 orders, 1 overdue.")
    assert "\x1b[" in taken.read_text(encoding="utf-8")
    assert taken.read_text(encoding="utf-8").count("\n") + len(after) - 1 == len(talk)


@pytest.mark.parametrize(
    "line",
    ["policy show", "policy check", "policy sources", "schema advice", "explain cable", "payments", "reasons", "list"],
)
def test_every_command_that_can_be_long_has_pages(line: str, kept: Path, pager: Write) -> None:
    many_orders()
    taken = pager('cat > "$1"')
    assert shown(line) == (0, [])
    assert taken.read_text(encoding="utf-8").count("\n") >= 40


@pytest.mark.parametrize(
    "line",
    [
        SHORT,
        f"--no-pager {LONG}",
        f"{LONG} --json",
        f"--color always {LONG} --json",
        "export --format csv --all",
        "show absent",
        "advise --help",
    ],
)
def test_nothing_else_has_pages(line: str, kept: Path, pager: Write) -> None:
    taken = pager('cat > "$1"')
    shown(line)
    assert not taken.exists()


def test_only_who_reads_and_types_at_a_terminal_gets_pages(kept: Path, pager: Write) -> None:
    taken = pager('cat > "$1"')
    for redirected in (f"aliorder {LONG} < /dev/null", f"aliorder {LONG} | cat", f"TERM=dumb; aliorder {LONG}"):
        command = redirected.replace("aliorder", f"'{sys.executable}' -m aliorder")
        with Terminal("/bin/sh", "-c", command) as terminal:
            assert terminal.end() == 0
            assert len(terminal.lines()) > 30
    assert not taken.exists()


@pytest.mark.parametrize("command", ["", "cat", "no-such-pager", "'half", "false", "sh -c 'head -c 9 >&2; exit 3'"])
def test_without_a_pager_that_works_all_is_printed(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", command)
    with at(f"--color never {LONG}") as terminal:
        assert terminal.end() == 0
        assert LAST_WORDS in terminal.text()


@pytest.mark.parametrize(
    "command",
    ["sh -c 'touch a' | cat", "true; touch a", "LESS=F true", "$PAGE", '"$PAGE" x', "true > a", "true & touch a"],
)
def test_what_a_shell_would_have_to_run_is_no_pager(command: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", command)
    assert pager_words(os.environ) == []
    with at(f"--color never {LONG}") as terminal:
        assert terminal.end() == 0
        assert LAST_WORDS in terminal.text()
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "command, words",
    [
        ("less -R", ["less", "-R"]),
        ("less -P'$(x) | ;'", ["less", "-P$(x) | ;"]),
        ('sh -c "cat; exit 1"', ["sh", "-c", "cat; exit 1"]),
        ("less --prompt=x", ["less", "--prompt=x"]),
    ],
)
def test_a_pager_is_its_words(command: str, words: list[str]) -> None:
    assert pager_words({"PAGER": command}) == words


@pytest.mark.parametrize("command", ['sh -c "cat >/dev/null; exit 1"', "no-such-pager"])
def test_a_pager_that_fails_loses_nothing_however_much_it_took(
    command: str, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_of(1_500_000)
    monkeypatch.setenv("PAGER", command)
    line = ["-m", "aliorder", "--color", "never", "--now", NOW, "show", "cable"]
    child: pexpect.spawn[bytes] = pexpect.spawn(sys.executable, line, timeout=20)
    assert child.read().count(b"word") == 300_000
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize("line", [LONG, "show cable"])
def test_a_pager_may_be_left_early(line: str, kept: Path, pager: Write) -> None:
    note_of(300_000)
    pager('head -n 2 > "$1"; echo "(left)"')
    assert shown(line) == (0, ["(left)"])


def test_an_interruption_is_for_the_pager(pager: Write) -> None:
    pager('trap \'echo "(interrupted)"\' INT; cat > "$1"; echo \'(ready)\'; read key < /dev/tty; echo "($key)"')
    with at(LONG) as terminal:
        terminal.see("(ready)")
        terminal.press(INTERRUPT)
        terminal.see("(interrupted)")
        terminal.type("q")
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text()


def test_an_interruption_of_a_text_that_is_still_coming_ends_it_once_the_pager_is_left(
    kept: Path, pager: Write
) -> None:
    note_of(300_000)
    pager("trap '' INT; echo '(ready)'; read key < /dev/tty; echo '(left)'")
    with at("show cable") as terminal:
        terminal.see("(ready)")
        terminal.press(INTERRUPT)
        terminal.type("q")
        assert terminal.end() == 130
        assert terminal.lines()[-2:] == ["(left)", "stopped; nothing was half written"]


@pytest.mark.parametrize("given, told", [(None, "FRX"), ("S", "S")])
def test_less_is_told_to_keep_colours_unless_the_user_tells_it_something(
    given: str | None, told: str, pager: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pager('cat > /dev/null; echo "($LESS)"')
    if given is not None:
        monkeypatch.setenv("LESS", given)
    else:
        monkeypatch.delenv("LESS", raising=False)
    assert shown(LONG) == (0, [f"({told})"])


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed here")
@pytest.mark.parametrize("chosen", [None, "less"])
def test_less_shows_a_page_at_a_time(chosen: str | None, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many_orders()
    monkeypatch.delenv("LESS", raising=False)
    if chosen is not None:
        monkeypatch.setenv("PAGER", chosen)
    with at("due") as terminal:
        terminal.end_with(":")
        assert "64 deadlines" not in terminal.text()
        terminal.press(" ", "q")
        assert terminal.end() == 0
        assert "64 deadlines of 63 orders, 1 overdue" in terminal.text()
        assert re.search(r"ESC|\[1m", terminal.text()) is None


def many_orders() -> None:
    """Keep so many orders that no window shows them all."""
    lines = [f"8150000000{number:04d},Thing {number} für dich,2026-11-18,2026-11-25" for number in range(60)]
    table = "\n".join(["order,title,paid,ship-by", *lines])
    columns = [f"--column={name}={name}" for name in ("order", "title", "paid")]
    assert ran("import", "-", *columns, stdin=table.encode()).code == 0


def note_of(length: int) -> None:
    """Note a long text on the cable."""
    assert ran("edit", "cable", "--note", "word " * (length // 5)).code == 0

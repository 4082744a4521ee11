"""The program in a process of its own: its streams, its locale, its zone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.given import NOW, Ran, process, ran

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="streams are closed by a POSIX shell")
ALIORDER = f'"{sys.executable}" -m aliorder --now {NOW}'


def shell(command: str) -> Ran:
    """A line of the shell, in which `aliorder` is the program."""
    done = subprocess.run(["sh", "-c", command.replace("aliorder", ALIORDER)], capture_output=True, check=False)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_a_process_prints_and_ends_like_a_call(kept: Path) -> None:
    assert process("advise", "cable") == ran("advise", "cable")
    assert process("show", "absent") == ran("show", "absent")


def test_the_installed_command_is_the_same_program() -> None:
    script = shutil.which("aliorder", path=str(Path(sys.executable).parent))
    if script is None:
        pytest.skip("aliorder is not installed beside this Python")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == ran("--version").out


def test_the_output_is_utf8_whatever_the_locale_says() -> None:
    title = "Lampe für 12 € · 灯"
    assert process("add", "81500001", "--title", title, LC_ALL="C", PYTHONIOENCODING="ascii").code == 0
    done = process("show", "81500001", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.code, done.err) == (0, "")
    assert f"title:         {title}\n" in done.out


def test_a_reader_that_goes_away_is_no_error(kept: Path) -> None:
    command = [sys.executable, "-m", "aliorder", "--now", NOW, "explain", "cable", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 0)


@ON_POSIX
@pytest.mark.parametrize(
    "command, code, out",
    [("aliorder paths <&-", 0, True), ("aliorder paths >&-", 0, False), ("aliorder x 2>&-", 2, False)],
)
def test_a_stream_that_is_closed_is_no_error(command: str, code: int, out: bool) -> None:
    done = shell(command)
    assert (done.code, bool(done.out), done.err) == (code, out, "")


@ON_POSIX
def test_a_closed_stream_never_lends_its_place_to_the_store() -> None:
    assert shell("aliorder add 81500001 >&- 2>&-").code == 0
    assert ran("list").out.split("\t")[1] == "81500001"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_answer_that_cannot_be_written_is_an_error() -> None:
    done = shell("aliorder payments >/dev/full")
    assert done.code == 5
    assert done.err.startswith("error: the answer cannot be written: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "zone, now, at, days_left",
    [
        ("Pacific/Kiritimati", "2026-11-22T12:00:00+14:00", "2026-11-27T23:59:59-08:00", 6),
        ("America/Los_Angeles", "2026-11-22T12:00:00-08:00", "2026-11-27T23:59:59-08:00", 5),
    ],
)
def test_days_are_the_users_and_deadlines_the_sites(zone: str, now: str, at: str, days_left: int) -> None:
    line = ("advise", "--event", "paid=yesterday", "--event", "payment-verified=2026-11-21", "--deadline")
    document = process(*line, "ship-by=2026-11-27", "--json", TZ=zone).document
    deadline = document["deadlines"][0]
    assert (document["now"], document["stage"]["since"]) == (now, "2026-11-21")
    assert (deadline["id"], deadline["at"], deadline["days_left"]) == ("ship-by", at, days_left)


def test_a_zone_that_nobody_knows_is_said() -> None:
    done = process("list", TZ="Mars/Olympus")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: TZ: 'Mars/Olympus' is not a time zone\nhint: ")


def test_commands_at_one_moment_lose_nothing_of_each_other(kept: Path) -> None:
    base = (sys.executable, "-m", "aliorder", "--now", NOW, "edit", "cable", "--note")
    running = [subprocess.Popen([*base, f"note {turn}"], stderr=subprocess.DEVNULL) for turn in range(8)]
    assert [each.wait() for each in running] == [0] * 8
    assert sorted(ran("show", "cable", "--json").document["notes"]) == ["ask", *(f"note {turn}" for turn in range(8))]

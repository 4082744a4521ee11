"""The options that hold for every command: the clock, the home, colour."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.given import ran

ESCAPE = "\x1b"
DRAWN = re.compile("[─━│┃├┤█▲→]")


@pytest.mark.parametrize(
    "now, moment",
    [
        ("2026-11-22", "2026-11-22T12:00:00+00:00"),
        ("2026-11-22T08:30", "2026-11-22T08:30:00+00:00"),
        ("2026-11-22T08:30:15+02:00", "2026-11-22T06:30:15+00:00"),
        ("2026-11-22T23:30Z", "2026-11-22T23:30:00+00:00"),
    ],
)
def test_now_is_what_it_is_told_to_be_and_a_day_means_its_noon(now: str, moment: str) -> None:
    assert ran("advise", "--event", "placed=1d", "--json", now=now).document["now"] == moment


def test_relative_days_count_from_now() -> None:
    done = ran("advise", "--event", "shipped=3d", "--json", now="2024-03-01")
    assert done.document["stage"]["since"] == "2024-02-27"


def test_a_past_day_can_be_asked_about(kept: Path) -> None:
    stages = [
        ran("advise", "1111", "--json", now=now).document["stage"]["id"]
        for now in ("2026-11-01", "2026-11-02", "2026-11-22")
    ]
    assert stages == ["payment-verification", "refunding", "refunding"]


def test_without_now_the_clock_is_read() -> None:
    done = ran("advise", "--event", "placed=now", "--json", now=None)
    assert done.document["stage"]["since"] == done.document["now"]
    assert done.document["now"] > "2026"


def test_the_home_moves_all_state(tmp_path: Path) -> None:
    there = str(tmp_path / "there" / "deep")
    assert ran("--home", there, "add", "81500001").code == 0
    assert [path.name for path in Path(there).iterdir()] == ["orders.db"]
    assert ran("--home", there, "list").out.count("\n") == 1
    assert ran("list").out == ""
    assert not Path(os.environ["ALIORDER_HOME"]).exists()


def test_the_option_beats_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIORDER_HOME", str(tmp_path / "environment"))
    assert ran("paths", "--json").document["paths"]["data"] == str(tmp_path / "environment")
    assert ran("--home", str(tmp_path / "option"), "paths", "--json").document["paths"]["data"] == str(
        tmp_path / "option"
    )


def test_a_home_may_start_at_the_users_own() -> None:
    there = str(Path(os.environ["HOME"]) / "orders")
    assert ran("--home", "~/orders", "paths", "--json").document["paths"]["data"] == there


@pytest.mark.parametrize(
    "line",
    [
        "advise cable",
        "advise --all",
        "list",
        "history cable",
        "reasons",
        "payments",
        "refund cable",
        "refunds",
        "show cable",
    ],
)
def test_what_is_piped_is_plain(line: str, kept: Path) -> None:
    done = ran(*line.split())
    assert done.code == 0
    assert ESCAPE not in done.out
    assert set(DRAWN.findall(done.out)) <= {"→"}


@pytest.mark.parametrize(
    "options, environ, colored",
    [
        ([], {}, True),
        (["--color", "never"], {}, False),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_gets_colour_unless_it_is_not_wanted(
    options: list[str], environ: dict[str, str], colored: bool, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    for line in ("advise cable", "advise --all", "list", "refund cable", "refunds"):
        done = ran(*options, *line.split(), terminal=True)
        assert (done.code, ESCAPE in done.out) == (0, colored)


def test_a_pipe_gets_colour_only_if_asked(kept: Path) -> None:
    assert ESCAPE in ran("--color", "always", "advise", "cable").out
    assert ESCAPE not in ran("--color", "auto", "advise", "cable").out


def test_json_is_the_same_on_a_terminal(kept: Path) -> None:
    line = ("advise", "cable", "--json")
    assert ran("--color", "always", *line, terminal=True) == ran(*line)


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_a_table_never_cuts_an_order_number(width: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for line in (("list",), ("advise", "--all")):
        assert "8123456789012345" in ran("--color", "never", *line, terminal=True).out


def test_markup_in_a_title_is_text() -> None:
    assert ran("add", "81500001", "--title", "[red]x[/red]", "--event", "paid=today").code == 0
    for line in (("list",), ("advise", "0001"), ("show", "0001"), ("history", "0001")):
        assert "[red]x[/red]" in ran("--color", "never", *line, terminal=True).out

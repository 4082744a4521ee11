"""What a person sees on terminals of several widths: nothing cut, nothing broken in the middle of a word."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.given import CABLE, LAMP, NOW, SOCKS, ran
from tests.terminal import Terminal

WIDTHS = (40, 80, 120)
LONG = "8177000000001234"
TITLE = "Wireless earphones with charging case, noise cancelling, touch control, waterproof sports headset"


@pytest.fixture(autouse=True)
def _kept(kept: Path) -> None:
    """Every test begins with the orders of `KEPT` and one with a title as long as those of the site."""
    facts = ("--total", "25.00 EUR", "--payment", "visa", "--event", "payment-verified=2026-11-20")
    assert ran("add", LONG, "--title", TITLE, "--why", "not-needed", *facts).code == 0


def lines(width: int, *arguments: str) -> list[str]:
    """The lines that a terminal of this width shows, without colour."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        done = ran("--color", "never", *arguments, terminal=True)
    return [line.rstrip() for line in (done.out + done.err).splitlines()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "line",
    [
        "list",
        "advise --all",
        f"advise {LONG}",
        f"advise {LAMP}",
        "due",
        "refunds",
        f"refund {SOCKS}",
        f"plan {LONG}",
        f"show {CABLE}",
        f"history {LAMP}",
        f"explain {LONG}",
        "policy show",
        "policy show cancel-answer",
        "policy check",
        "policy sources",
        "policy sources S0",
        "payments",
        "reasons",
        "advise --all --why not-needed",
        f"record {LONG} shipped --on someday",
    ],
)
def test_no_line_is_too_wide_and_no_word_is_broken(line: str, width: int) -> None:
    shown = lines(width, *line.split())
    assert [row for row in shown if len(row) > width and "://" not in row] == []
    words = {word for row in lines(1000, *line.split()) for word in row.split()}
    seen = " ".join(" ".join(shown).split())
    whole = {word for word in words - HEADINGS if re.fullmatch(r"[\w.,:()-]+", word) and len(word) < width - 8}
    assert [word for word in whole if word not in seen] == []


HEADINGS = {"due", "order", "title", "stage", "to", "do", "left", "latest", "amount", "paid", "by"} | {
    *("figure", "is", "grade", "what", "it", "source", "read", "on", "method", "name", "refund", "takes", "good"),
    *("know", "why", "reason", "in", "the", "menu", "costs"),
}
"""What only a table has above its rows."""


def test_an_error_hangs_beside_its_mark_and_in_a_pipe_it_is_a_line() -> None:
    piped = ran("advise", "--all", "--why", "not-needed").err
    assert piped.count("\n") == 1
    assert lines(40, "advise", "--all", "--why", "not-needed") == [
        "error: --all looks at every kept order,",
        "       so it takes neither an order nor",
        "       facts",
    ]


@pytest.mark.parametrize("width", [79, 80])
def test_the_last_line_of_due_keeps_its_words_whole(width: int) -> None:
    assert lines(width, "due")[-2:] == [
        "5 deadlines of 4 orders, 1 overdue. As a calendar: aliorder due --ics",
        "  deadlines.ics",
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_title_never_folds_to_the_edge(width: int) -> None:
    shown = lines(width, "due")
    assert [row for row in shown if row[:1].islower()] == []


def test_a_wide_terminal_gives_a_deadline_two_lines() -> None:
    shown = lines(120, "due")
    place = next(place for place, row in enumerate(shown) if "seller has to ship (our estimate)" in row)
    assert shown[place].endswith("  Ask the seller to cancel")
    assert shown[place + 1].strip().startswith(f"{LONG} · Wireless earphones")


@pytest.mark.parametrize("command", ["list", "refunds"])
def test_days_are_words_on_a_terminal_and_iso_in_a_pipe(command: str) -> None:
    drawn, piped = "\n".join(lines(120, command)), ran(command).out
    assert (bool(re.search(r"\b[A-Z][a-z]{2} \d+ Nov\b", drawn)), "2026-11-" in drawn) == (True, False)
    assert (bool(re.search(r"\b[A-Z][a-z]{2} \d+ Nov\b", piped)), "2026-11-" in piped) == (False, True)


def test_a_narrow_list_has_each_order_on_a_few_lines() -> None:
    shown = lines(40, "list")
    place = next(place for place, row in enumerate(shown) if row.endswith(CABLE))
    assert shown[place + 1 : place + 4] == ["  USB cable", "  Awaiting shipment", "  Ask the seller to cancel"]


@pytest.mark.parametrize("command", ["show", "sources"])
def test_what_a_grade_means_stands_once_below(command: str) -> None:
    shown = lines(120, "policy", command)
    assert shown[-1] == "Grades: A official, B several guides agree, C one source, J our own judgement"
    assert sum("A official" in row for row in shown) == 1
    assert "A official" not in ran("policy", command).out


def test_the_money_of_a_fork_stands_below_its_heading() -> None:
    shown = lines(80, "plan", LONG)
    place = next(place for place, row in enumerate(shown) if row.startswith("├─ If the seller says nothing"))
    assert shown[place + 1].startswith("│  → 25.00 EUR: ")
    assert " · " in shown[place + 2].replace("  ·  ", " · ")


def test_on_a_narrow_road_each_day_has_its_mark_and_its_distance() -> None:
    shown = lines(40, "plan", LONG)
    days = [row for row in shown if re.fullmatch(r"(│  )?[●○·] [A-Z][a-z]{2} \d.*", row)]
    assert len([row for row in days if row.startswith("│  · ")]) >= 4
    assert days[0] == "● Sun 22 Nov  you are here"
    assert [row for row in days[1:] if row[0] != "│" and not re.search(r"  in \d+ days$", row)] == []


def test_an_overdue_refund_is_red(monkeypatch: pytest.MonkeyPatch) -> None:
    def colours(number: str) -> list[str]:
        out = ran("--color", "always", "refund", number, terminal=True).out
        return [re.sub(r"\x1b\[0m.*", "", row).strip() for row in out.splitlines() if "\x1b[" in row][:2]

    monkeypatch.setenv("TERM", "xterm-256color")
    assert [row.startswith(("\x1b[1;31m", "\x1b[31m")) for row in colours(SOCKS)] == [True, True]
    assert [row.startswith(("\x1b[1m", "\x1b[32m")) for row in colours(LONG)] == [True, True]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_real_terminal_is_asked_for_its_width() -> None:
    with Terminal(sys.executable, "-m", "aliorder", "--now", NOW, "policy", "show", "nothing-of-it", columns=40) as end:
        assert end.end() == 2
        assert end.lines()[:1] == ["error: 'nothing-of-it' is not a known"]
        assert end.lines()[1].startswith("       figure")

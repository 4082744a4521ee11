"""The money on its way, and what one's own refunds took, as a person, a pipe or a program reads them."""

from __future__ import annotations

import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.given import flaws, ran, store_file

CABLE, LAMP, BOOK, MUG, VASE = (f"81770000000000{place}1" for place in range(1, 6))
ON_THEIR_WAY = (
    f"{CABLE} --title Cable --total '0.1 USD' --payment visa --event paid=52d --event cancel-accepted=2026-10-05",
    f"{LAMP} --title Lamp --total '0.2 USD' --payment visa --event paid=2026-11-01 --event cancel-accepted=2026-11-10",
    f"{BOOK} --title Book --total '23.10 EUR' --payment boleto --event paid=2026-11-01 --event cancel-accepted=9d",
    f"{MUG} --title Mug --payment paypal --event shipped=2026-10-01 --event dispute-opened=2026-11-10",
    f"{VASE} --title Vase --total '5 EUR' --payment visa --event paid=2026-11-21",
)
"""Refunds: one overdue, one to wait for, one that a form holds up, one that silence brings; and an order without."""

CLOSING = "On their way: 23.10 EUR, 0.3 USD and 1 of unknown amount; of these overdue: 0.1 USD"


def keep(*lines: str) -> None:
    for line in lines:
        assert ran("add", *shlex.split(line)).code == 0


def arrived(number: str, granted: str, received: str, method: str = "visa") -> str:
    return f"{number} --payment {method} --event cancel-accepted={granted} --event refund-received={received}"


OWN = (
    arrived("8155000000000001", "2026-10-01", "2026-10-14"),
    arrived("8155000000000002", "2026-10-01", "2026-10-05"),
    arrived("8155000000000003", "2026-10-01", "2026-10-02", "paypal"),
)
VISA_OWN = {"method": "visa", "least": 2, "most": 9, "count": 2, "unit": "business-days", "calendar": "mon-fri"}
VISA_WORDS = "yours by this method took 2–9 business days (2 refunds)"


def drawn(width: int, monkeypatch: pytest.MonkeyPatch, *options: str) -> list[str]:
    """The lines that a terminal of this width shows, without blanks at their ends."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm-256color")
    done = ran(*(options or ("--color", "never")), "refunds", terminal=True)
    assert (done.code, done.err) == (0, "")
    return [line.rstrip() for line in done.out.splitlines()]


def test_a_pipe_gets_one_refund_a_line_the_overdue_first() -> None:
    keep(*ON_THEIR_WAY)
    done = ran("refunds")
    assert (done.code, done.err) == (0, f"{CLOSING}\n")
    assert [line.split("\t") for line in done.out.splitlines()] == [
        ["2026-11-02", "20 days late", "0.1 USD", "Visa card", CABLE, "Cable", "ask where it is"],
        ["2026-11-24", "in 2 days", "unknown amount", "PayPal", MUG, "Mug", "look at the dispute page"],
        ["2026-12-08", "in 16 days", "0.2 USD", "Visa card", LAMP, "Lamp", "wait"],
        ["", "no day yet", "23.10 EUR", "Boleto", BOOK, "Book", "fill in the bank form"],
    ]


def test_quiet_is_without_the_closing_line() -> None:
    keep(*ON_THEIR_WAY)
    assert ran("-q", "refunds").err == ""


def test_a_wide_terminal_shows_a_table_with_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(*ON_THEIR_WAY)
    lines = drawn(150, monkeypatch)
    assert [re.split(" {2,}", line.strip()) for line in lines] == [
        ["latest", "left", "amount", "paid by", "order", "title", "to do"],
        ["Mon 2 Nov", "20 days late", "├──────────◆", "0.1 USD", "Visa card", CABLE, "Cable", "ask where it is"],
        ["Tue 24 Nov", "in 2 days", "├───────◆┄┄┤", "unknown amount", "PayPal", MUG, "Mug", "look at the dispute page"],
        ["Tue 8 Dec", "in 16 days", "├────◆┄┄┄┄┄┤", "0.2 USD", "Visa card", LAMP, "Lamp", "wait"],
        ["no day yet", "23.10 EUR", "Boleto", BOOK, "Book", "fill in the bank form"],
        [""],
        [CLOSING],
    ]


def test_a_terminal_of_usual_width_folds_what_stands_beside_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(*ON_THEIR_WAY[1:3])
    assert drawn(80, monkeypatch) == [
        "in 16 days  ├────◆┄┄┄┄┄┤  0.2 USD by Visa card: wait",
        f"Tue 8 Dec                 {LAMP}  Lamp",
        "no day yet                23.10 EUR by Boleto: fill in the bank form",
        f"                          {BOOK}  Book",
        "",
        "On their way: 23.10 EUR, 0.2 USD",
    ]


def test_a_narrow_window_has_no_bar_and_no_line_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(*ON_THEIR_WAY)
    lines = drawn(40, monkeypatch)
    assert lines[:4] == [
        "20 days late, Mon 2 Nov",
        "   0.1 USD by Visa card: ask where it is",
        f"   {CABLE}  Cable",
        "in 2 days, Tue 24 Nov",
    ]
    assert max(map(len, lines)) <= 40
    assert "◆" not in "".join(lines)


@pytest.mark.parametrize("width", [40, 80, 150])
def test_only_what_is_overdue_is_red(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(*ON_THEIR_WAY)
    red = [line for line in drawn(width, monkeypatch, "--color", "always") if re.search(r"\x1b\[[\d;]*31m", line)]
    assert red
    assert [line for line in red if "20 days late" not in line and "Mon 2 Nov" not in line] == []


@pytest.mark.parametrize("width", [40, 80, 150])
def test_without_colour_nothing_that_a_terminal_obeys_is_printed(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(f"{CABLE} --title '[red]x[/red] \x1b[31m \u202e' --total '1 USD' --event paid=9d --event cancel-accepted=8d")
    text = "\n".join(drawn(width, monkeypatch))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]x[/red]" in " ".join(text.split())


def test_only_a_title_is_ever_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(f"{CABLE} --title '{'long ' * 60}' --total '999999999999.9999 USD' --event paid=9d --event cancel-accepted=8d")
    for width in (40, 60, 100, 140):
        text = " ".join(drawn(width, monkeypatch))
        assert [part for part in (CABLE, "999999999999.9999 USD", "wait") if part not in text] == []


def listed(*options: str) -> Any:
    done = ran("refunds", "--json", *options)
    assert (done.err, flaws(done.document)) == ("", [])
    return done.document


def test_a_program_gets_the_refunds_and_exact_totals() -> None:
    keep(*ON_THEIR_WAY)
    document = listed()
    assert [
        (entry["order"], entry["title"], entry["stage"], entry["action"], entry["overdue"], entry["days_left"])
        for entry in document["refunds"]
    ] == [
        (CABLE, "Cable", "refunding", "chase-refund", True, -20),
        (MUG, "Mug", "refunding", "wait-for-refund", False, 2),
        (LAMP, "Lamp", "refunding", "wait-for-refund", False, 16),
        (BOOK, "Book", "refunding", "wait-for-refund", False, None),
    ]
    assert document["totals"] == [
        {"currency": "EUR", "amount": "23.10", "overdue": "0"},
        {"currency": "USD", "amount": "0.3", "overdue": "0.1"},
    ]
    assert document["unknown_amounts"] == 1


def test_a_refund_is_told_as_the_advice_tells_it() -> None:
    keep(*ON_THEIR_WAY)
    for entry in listed()["refunds"]:
        assert entry["refund"] == ran("advise", entry["order"], "--json").document["refund"]


def test_the_overdue_alone() -> None:
    keep(*ON_THEIR_WAY)
    document = listed("--overdue")
    assert [entry["order"] for entry in document["refunds"]] == [CABLE]
    assert document["totals"] == [{"currency": "USD", "amount": "0.1", "overdue": "0.1"}]
    assert ran("refunds", "--overdue").err == "Overdue: 0.1 USD\n"


NOTHING = {"schema": "aliorder.refunds/1", "refunds": [], "totals": [], "unknown_amounts": 0}


@pytest.mark.parametrize(
    "options, said",
    [
        ([], "No money is on its way to you.\n"),
        (["--overdue"], "No refund is overdue.\n"),
    ],
)
def test_nothing_to_wait_for(options: list[str], said: str) -> None:
    assert ran("refunds", *options) == (0, "", said)
    assert ran("refunds", *options, terminal=True) == (0, "", said)
    assert ran("-q", "refunds", *options) == (0, "", "")
    assert listed(*options) == NOTHING
    assert not store_file().parent.exists()


def test_1_where_there_are_none_and_the_exit_code_is_asked_for() -> None:
    keep(ON_THEIR_WAY[1])
    codes = [
        ran("refunds", *options).code
        for options in (["--exit-code"], ["--exit-code", "--overdue"], ["--overdue", "--exit-code", "--json"])
    ]
    assert codes == [0, 1, 1]


def test_a_past_day_can_be_asked_about() -> None:
    keep(*ON_THEIR_WAY)
    printed = ran("refunds", "--json", now="2026-11-02").document
    assert [(entry["order"], entry["days_left"]) for entry in printed["refunds"]] == [(CABLE, 0)]


def test_a_refund_says_what_ones_own_took() -> None:
    keep(*OWN)
    assert VISA_WORDS in ran("refund", "--method", "visa").out.splitlines()
    assert ran("refund", "--method", "visa", "--json").document["own"] == VISA_OWN


def test_a_kept_order_says_so_too_but_does_not_count_itself() -> None:
    keep(*OWN, f"{LAMP} --payment visa --event cancel-accepted=2026-11-18")
    assert VISA_WORDS in ran("refund", LAMP).out.splitlines()
    own = ran("refund", "0000002", "--from", "2026-11-02", "--json").document["own"]
    assert own == VISA_OWN | {"least": 9, "count": 1}


@pytest.mark.parametrize("line", ["refund", "refund --method mastercard", "refund --method visa", "refund 5111"])
def test_without_experience_nothing_is_said_of_it(line: str) -> None:
    keep(f"{MUG}5111 --payment visa --event cancel-accepted=2026-11-18", OWN[2])
    assert "yours" not in ran(*line.split()).out
    assert ran(*line.split(), "--json").document["own"] is None


def test_where_no_refund_is_told_nothing_is_said_of_ones_own() -> None:
    keep(*OWN)
    assert ran("refund", "0000001", "--json").document == {"schema": "aliorder.refund/1", "refund": None, "own": None}


def damage(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"SQLite format 3\0 and then something else" * 100)


def test_a_damaged_store_does_not_keep_a_method_from_being_told() -> None:
    expected = ran("refund", "--method", "visa", "--json")
    damage(store_file())
    done = ran("refund", "--method", "visa", "--json")
    assert (done.code, done.out) == (0, expected.out)
    assert done.err == (
        f"Your own refunds are left out: the store {store_file()} is not a store of aliorder, or it is damaged\n"
    )
    assert ran("-q", "refund", "--method", "visa", "--json").err == ""


def test_nor_does_a_damaged_order_among_others() -> None:
    keep(*OWN, f"{LAMP} --payment visa --event cancel-accepted=2026-11-18")
    with closing(sqlite3.connect(store_file())) as connection, connection:
        connection.execute("UPDATE events SET on_day = 'someday' WHERE kind = 'refund-received'")
    done = ran("refund", LAMP, "--json")
    assert (done.code, done.document["own"]) == (0, None)
    assert done.err.startswith("Your own refunds are left out: the store ")
    assert ran("refunds").code == 5

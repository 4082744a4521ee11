"""`due`: in words, drawn, as a document, for cron, as a calendar file; it sees what changed since it last looked."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.cli.given import BOOK, CABLE, LAMP, SOCKS, process, ran, store_file

DUE = [
    (LAMP, "deliver-by", "soon", "wait"),
    (CABLE, "ship-by", "week", "request-approval"),
]


@pytest.fixture(autouse=True)
def _kept(kept: Any) -> None:
    """Every test begins with the orders of `KEPT`."""


def due(*arguments: str, now: str = "2026-11-22") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ran("due", "--json", *arguments, now=now).document["due"]
    return found


def test_the_deadlines_of_open_orders_soonest_first() -> None:
    found = due()
    assert [(entry["order"], entry["id"], entry["level"], entry["action"]) for entry in found][:3] == [
        (SOCKS, "refund-latest", "overdue", "chase-refund"),
        *DUE,
    ]
    assert [entry["at"] for entry in found] == sorted(entry["at"] for entry in found)


def test_within_so_many_days_and_overdue() -> None:
    assert [(entry["order"], entry["id"]) for entry in due("--within", "4d")] == [
        (SOCKS, "refund-latest"),
        (LAMP, "deliver-by"),
    ]


@pytest.mark.parametrize("text", ["", "soon", "-1d", "7 d", "1w", "99999d"])
def test_days_that_cannot_be_read_are_refused(text: str) -> None:
    refused = ran("due", "--within", text)
    assert (refused.code, refused.out) == (2, "")
    assert "--within takes a number of days, not " in refused.err


def test_for_cron_nothing_due_ends_with_one() -> None:
    assert ran("due", "--exit-code", "--within", "0").code == 0
    assert ran("remove", SOCKS, "--yes").code == 0
    assert [ran("due", "--exit-code", "--within", days).code for days in ("0", "9")] == [1, 0]
    assert ran("due", "--within", "0").code == 0


def test_piped_it_is_a_line_each_with_tabs() -> None:
    lines = ran("due", "--within", "4d").out.splitlines()
    assert [line.split("\t")[:4] for line in lines] == [
        ["overdue", "2026-11-09", "13 days ago", "refund here at the latest (our estimate)"],
        ["soon", "2026-11-25T07:59", "in 3 days", "promised delivery"],
    ]


def test_it_ends_with_how_much_there_is() -> None:
    assert ran("due", "--within", "4d").err == (
        "2 deadlines of 2 orders, 1 overdue. As a calendar: aliorder due --ics deadlines.ics\n"
    )
    assert ran("-q", "due", "--within", "4d").err == ""


@pytest.mark.parametrize("width", [40, 80, 120])
def test_drawn_it_fits_and_names_each_level_once(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = ran("--color", "never", "due", terminal=True).out
    assert max(len(line) for line in out.splitlines()) <= width
    assert re.findall(r"\b(OVERDUE|TODAY|SOON|WEEK|LATER)\b", out) == ["OVERDUE", "SOON", "WEEK", "LATER"]


def test_only_what_is_overdue_is_red() -> None:
    lines = ran("--color", "always", "due", "--within", "4d", terminal=True).out.splitlines()
    red = [line for line in lines if "\x1b[1;31m" in line]
    assert red
    assert [line for line in red if "OVERDUE" not in line and "9 Nov" not in line] == []


def test_as_a_calendar_file(tmp_path: Path) -> None:
    file = tmp_path / "deadlines.ics"
    done = ran("due", "--ics", str(file))
    assert (done.code, done.out) == (0, "")
    events = IcsCalendarStream.calendar_from_ics(file.read_text(encoding="utf-8")).events
    assert sorted(event.uid or "" for event in events) == sorted(
        f"{entry['order']}-{entry['id']}@aliorder" for entry in due()
    )


def test_a_calendar_and_json_are_two_answers() -> None:
    assert ran("due", "--ics", "-", "--json").code == 2


def test_what_happens_after_it_looked_is_seen_the_next_time() -> None:
    before = {entry["order"] for entry in due()}
    assert ran("record", CABLE, "cancel-requested", "--on", "now").code == 0
    assert {(entry["order"], entry["id"]) for entry in due()} >= {(CABLE, "cancel-answer"), (CABLE, "ship-by")}
    assert ran("remove", LAMP, "--yes").code == 0
    assert {entry["order"] for entry in due()} == before - {LAMP}
    assert ran("undo").code == 0
    assert {entry["order"] for entry in due()} == before
    assert ran("edit", BOOK, "--event", "placed=today").code == 0
    assert {entry["order"] for entry in due()} == before | {BOOK}


def test_asked_about_another_day_it_is_that_day_whatever_was_asked_before() -> None:
    asked = ["2026-11-22", "2027-06-01", "2026-11-22", "2026-11-08", "2027-06-01", "2026-11-08"]
    found = [[entry["id"] for entry in due(now=now)] for now in asked]
    assert found[0] == found[2]
    assert found[1] == found[4]
    assert found[3] == found[5]
    assert found[0] != found[3]


def test_it_is_the_same_in_another_zone_whatever_was_asked_before() -> None:
    moment = "2026-11-22T12:00:00+00:00"
    found = [
        process("due", "--json", now=moment, TZ=zone).document["due"]
        for zone in ("UTC", "Pacific/Kiritimati", "UTC", "Pacific/Honolulu")
    ]
    fresh = [[(entry["order"], entry["id"]) for entry in entries] for entries in found]
    assert fresh[0] == fresh[1] == fresh[2] == fresh[3]
    assert found[0] == found[2]


def test_a_new_figure_of_the_users_counts_at_once() -> None:
    assert ran("record", LAMP, "cancel-requested", "--on", "now").code == 0
    latest = [entry["at"] for entry in due() if entry["id"] == "refund-latest"]
    (store_file().parent / "policy.toml").write_text("[methods.paypal]\nmaximum = 9\n", encoding="utf-8")
    assert [entry["at"] for entry in due() if entry["id"] == "refund-latest"] > latest


def test_the_users_figures_and_our_own_are_never_mixed_up() -> None:
    policy = store_file().parent / "policy.toml"
    assert ran("remove", CABLE, "--yes").code == 0
    assert ran("add", CABLE, "--event", "paid=2026-11-20", "--event", "payment-verified=2026-11-20").code == 0
    found = []
    for value in (60, 7, 60):
        policy.write_text(f"[windows.ship-by]\nvalue = {value:>2}\n", encoding="utf-8")
        os.utime(policy, (0, 0))
        for options in ((), ("--no-policy-file",)):
            document = ran(*options, "due", "--within", "7d", "--json").document
            found.append(CABLE in {entry["order"] for entry in document["due"]})
    assert found == [False, True, True, True, False, True]


def test_within_counts_dates_as_days_left_does() -> None:
    for days in (0, 2, 7):
        near = [entry for entry in due() if entry["days_left"] <= days]
        assert due("--within", str(days)) == near


def test_asking_changes_nothing_that_can_be_undone() -> None:
    before = ran("history", CABLE, "--json").document
    due()
    assert "socks" not in ran("undo").err.casefold()
    assert ran("history", CABLE, "--json").document == before


def test_a_store_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    store_file().chmod(0o400)
    assert [entry["order"] for entry in due()][:1] == [SOCKS]


def test_without_a_store_nothing_is_due_and_none_is_made() -> None:
    store_file().unlink()
    assert ran("due").err == "Nothing is due. See all orders with: aliorder list\n"
    assert not store_file().exists()

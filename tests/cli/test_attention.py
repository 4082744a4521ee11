"""The one line that matters after an import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.given import ran
from tests.importers.given import as_file, one_order

LATER = "Nothing needs attention within 3 days. What comes later: aliorder due"
ALL = "All: aliorder advise --all"


@pytest.fixture
def quiet_file(tmp_path: Path) -> str:
    """A file with an order that is over."""
    path = tmp_path / "list.json"
    path.write_bytes(as_file(one_order(statusText="Expired")).content)
    return str(path)


def line(path: str) -> str:
    return ran("import", path).err.splitlines()[-1]


def test_nothing_is_said_to_need_attention_where_nothing_does(quiet_file: str) -> None:
    assert line(quiet_file) == LATER


def test_what_is_still_ahead_comes_before_what_is_long_over(quiet_file: str) -> None:
    old = ("--event", "refund-started=2026-01-05", "--payment", "klarna", "--title", "Old lamp")
    assert ran("add", "8123000000000001", *old).code == 0
    assert line(quiet_file) == (
        "1 order needs attention. First: 8123000000000001 (Old lamp): Ask where the refund is, "
        f"{overdue_day()}, overdue. {ALL}"
    )
    soon = ("--event", "shipped=2026-10-01", "--deadline", "deliver-by=2026-11-24", "--title", "Cable")
    assert ran("add", "8123000000000002", *soon).code == 0
    first = line(quiet_file)
    assert first.startswith("2 orders need attention. First: 8123000000000002 (Cable): ")
    assert first.endswith(ALL)


def overdue_day() -> str:
    """The last day of the old refund, as `due` shows it."""
    due = ran("due", "--json").document["due"][0]
    day = date.fromisoformat(due["at"][:10])
    return f"{day:%a} {day.day} {day:%b}"


def test_an_order_that_asks_for_a_deed_without_a_day_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(as_file(one_order(statusText="Awaiting delivery", orderDateText="Jan 5, 2026")).content)
    assert line(str(path)).startswith("1 order needs attention. First: 3039000000000300 (")


def test_a_quiet_run_and_a_dry_run_do_not_say_it(quiet_file: str) -> None:
    assert ran("-q", "import", quiet_file).err == ""
    assert "attention" not in ran("import", "--dry-run", quiet_file).err

"""Whose business days the command line counts: told on the line, kept with the order, set for all, or none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.given import NOW, flaws, process, ran

PAID_BACK = ("--event", "refund-started=2026-11-20", "--payment", "card")
"""By hand from Friday 20 November: Thanksgiving in the United States, Sunday to Thursday in Egypt."""

LATEST = {"mon-fri": "2026-12-18", "DE": "2026-12-18", "US": "2026-12-21", "EG": "2026-12-17"}
NOT_KNOWN = (
    "No public holidays are known for Bouvet Island, so days are counted Monday to Friday; holidays may add some."
)
CARDS = ("refund", "--method", "card", "--from", "2026-11-20")


@pytest.fixture
def settings() -> Path:
    """The place of the settings file, in a home that is there."""
    home = Path(os.environ["ALIORDER_HOME"])
    home.mkdir(parents=True)
    return home / "settings.toml"


def counted(*arguments: str) -> tuple[str, str]:
    """By which calendar the refund was counted, and its latest day."""
    document = ran(*arguments, "--json").document
    assert flaws(document) == []
    return document["refund"]["calendar"], document["refund"]["latest"]


def holiday_warnings(*arguments: str) -> list[str]:
    warnings = ran("advise", *PAID_BACK, *arguments, "--json").document["warnings"]
    return [warning["text"] for warning in warnings if warning["id"] == "holidays"]


@pytest.mark.parametrize("country", ["DE", "US", "EG"])
@pytest.mark.parametrize("asked", [("advise", *PAID_BACK), CARDS], ids=["advise", "refund"])
def test_the_country_on_the_line_counts(asked: tuple[str, ...], country: str) -> None:
    assert counted(*asked, "--country", country.lower()) == (country, LATEST[country])


@pytest.mark.parametrize("asked", [("advise", *PAID_BACK), CARDS], ids=["advise", "refund"])
def test_without_one_the_country_that_is_set_counts(
    asked: tuple[str, ...], settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert counted(*asked) == ("mon-fri", LATEST["mon-fri"])
    settings.write_text('country = "US"\n', encoding="utf-8")
    assert counted(*asked) == ("US", LATEST["US"])
    monkeypatch.setenv("ALIORDER_COUNTRY", "EG")
    assert counted(*asked) == ("EG", LATEST["EG"])
    assert counted(*asked, "--country", "DE") == ("DE", LATEST["DE"])


def test_the_country_of_a_kept_order_comes_before_the_one_that_is_set(settings: Path) -> None:
    settings.write_text('country = "US"\n', encoding="utf-8")
    assert ran("add", "81500001", *PAID_BACK, "--country", "EG").code == 0
    assert ran("add", "81500002", *PAID_BACK).code == 0
    assert counted("advise", "81500001") == counted("refund", "81500001") == ("EG", LATEST["EG"])
    assert counted("advise", "81500002") == counted("refund", "81500002") == ("US", LATEST["US"])
    assert counted("advise", "81500001", "--country", "DE") == ("DE", LATEST["DE"])


def test_every_command_counts_by_the_same_calendar(settings: Path) -> None:
    assert ran("add", "81500001", *PAID_BACK, "--country", "EG").code == 0
    (listed,) = ran("list", "--json").document["orders"]
    (advised,) = ran("advise", "--all", "--json").document["advice"]
    told = ran("history", "81500001", "--json").document["deadlines"]
    assert listed["next_deadline"]["at"][:10] == advised["refund"]["latest"] == LATEST["EG"]
    assert [deadline["at"][:10] for deadline in told if deadline["id"] == "refund-latest"] == [LATEST["EG"]]


def test_a_country_that_is_set_is_not_kept_with_the_order(settings: Path) -> None:
    settings.write_text('country = "US"\n', encoding="utf-8")
    ran("add", "81500001", *PAID_BACK)
    assert ran("show", "81500001", "--json").document["country"] is None


@pytest.mark.parametrize(
    "country,texts",
    [
        ((), ["Counted Monday to Friday; public holidays may add days."]),
        (("--country", "DE"), []),
        (("--country", "BV"), [NOT_KNOWN]),
    ],
    ids=["none", "DE", "BV"],
)
def test_a_warning_says_where_no_holidays_are_left_out(country: tuple[str, ...], texts: list[str]) -> None:
    assert holiday_warnings(*country) == texts


def test_the_country_that_is_set_needs_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIORDER_COUNTRY", "DE")
    assert holiday_warnings() == []


@pytest.mark.parametrize(
    "country,line",
    [
        ((), "counted Monday to Friday; public holidays may add days"),
        (("--country", "DE"), "counted by the business days of DE; regional holidays may add days"),
        (("--country", "BV"), "counted Monday to Friday; public holidays may add days"),
    ],
    ids=["none", "DE", "BV"],
)
def test_a_refund_says_by_which_days_it_was_counted(country: tuple[str, ...], line: str) -> None:
    assert [each for each in ran(*CARDS, *country).out.splitlines() if each.startswith("counted")] == [line]


def test_explain_names_the_calendar() -> None:
    facts = [ran("explain", *PAID_BACK, *more, "--json").document["facts"] for more in ((), ("--country", "DE"))]
    assert [found["calendar"] for found in facts] == ["mon-fri", "country"]


@pytest.mark.parametrize(
    "text,hint",
    [
        ("Germany", "did you mean DE (Germany)?"),
        ("UK", "did you mean GB (United Kingdom)?"),
        ("Deutschland", "did you mean DE (Germany)?"),
        ("D", "did you mean DE (Germany)?"),
        ("pol", "did you mean PL (Poland)?"),
        ("Brazli", "did you mean BR (Brazil)?"),
        ("AUT", "did you mean AU (Australia) or AT (Austria)?"),
        ("XX", "two letters of ISO 3166, e.g. DE, BR or PL"),
    ],
)
def test_an_unknown_country_is_refused_with_the_nearest(text: str, hint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = f"'{text}' is not a country code\nhint: {hint}\n"
    assert ran("advise", *PAID_BACK, "--country", text) == (2, "", f"error: {refused}")
    assert ran(*CARDS, "--country", text) == (2, "", f"error: {refused}")
    monkeypatch.setenv("ALIORDER_COUNTRY", text)
    assert ran("advise", *PAID_BACK) == (2, "", f"error: ALIORDER_COUNTRY: {refused}")


def test_a_settings_file_that_cannot_be_read_stops_what_needs_it_and_nothing_else(settings: Path) -> None:
    settings.write_text('country = "Germny"\n', encoding="utf-8")
    refused = f"error: {settings}: country: 'Germny' is not a country code\nhint: did you mean DE (Germany)?\n"
    assert ran("advise", *PAID_BACK) == (2, "", refused)
    assert ran("paths").code == ran("payments").code == 0
    assert counted("advise", *PAID_BACK, "--country", "DE") == ("DE", LATEST["DE"])


def test_the_places_of_the_users_own_files_are_told() -> None:
    home = os.environ["ALIORDER_HOME"]
    paths = ran("paths", "--json").document["paths"]
    expected = {"settings": str(Path(home, "settings.toml")), "policy": str(Path(home, "policy.toml"))}
    assert {name: paths[name] for name in expected} == expected


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of other systems are for platformdirs to know")
def test_without_a_home_they_are_where_the_system_keeps_such_files(tmp_path: Path) -> None:
    environ = {
        "ALIORDER_HOME": "",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    paths = process("paths", "--json", **environ).document["paths"]
    assert (paths["data"], paths["settings"]) == (
        str(tmp_path / "data" / "aliorder"),
        str(tmp_path / "config" / "aliorder" / "settings.toml"),
    )


@pytest.mark.parametrize(
    "line,loaded",
    [
        (("advise", *PAID_BACK), False),
        (("advise", "--event", "shipped=3d", "--country", "DE"), False),
        (("advise", *PAID_BACK, "--country", "DE"), True),
    ],
    ids=["no country", "no business days", "business days of a country"],
)
def test_holidays_are_loaded_only_to_count_the_days_of_a_country(line: tuple[str, ...], loaded: bool) -> None:
    program = (
        "import sys; from aliorder.cli.app import main; code = main(sys.argv[1:]); "
        "sys.stderr.write(str((code, 'holidays' in sys.modules)))"
    )
    command = [sys.executable, "-c", program, "--now", NOW, *line, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == str((0, loaded))

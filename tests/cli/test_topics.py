"""The topics of help: what they tell is what the program does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from aliorder.cli.app import BUG_CODE
from aliorder.cli.listing import TOPICS
from aliorder.domain.typed import event
from aliorder.domain.vocabulary import (
    ACTIONS,
    AMOUNT_KINDS,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    PARCELS,
    STAGES,
    WHYS,
)
from aliorder.domain.when import read_deadline, read_when
from aliorder.errors import AliorderError, UsageError
from aliorder.policies import load_policy
from aliorder.policies.overrides import METHOD_KEYS, WINDOW_KEYS, overrides_from
from aliorder.settings import ENTRIES
from aliorder.words.topics import TOPICS as TEXTS
from aliorder.words.topics import dates, policy, scripting
from tests.cli.given import every_command, ran

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def text(topic: str) -> str:
    return ran("help", topic).out


def terms(topic: str) -> set[str]:
    """The words of which a topic says what they mean."""
    return set(re.findall(r"^  (\S.*?)(?:  .+)?$", text(topic), re.MULTILINE))


def words(rows: tuple[tuple[str, str], ...]) -> list[str]:
    """What stands first in the rows, one by one where a row is about several."""
    return [word for names, _ in rows for word in names.split(", ")]


def errors_of(kind: type[AliorderError]) -> Iterator[type[AliorderError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from errors_of(each)


def test_every_topic_that_help_lists_has_a_text() -> None:
    assert list(TEXTS) == list(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_begins_with_its_purpose(topic: str) -> None:
    done = ran("help", topic)
    assert (done.code, done.err, done.out.splitlines()[0]) == (0, "", TOPICS[topic])


@pytest.mark.parametrize("spelling", words(dates.SPELLINGS))
def test_every_spelling_of_a_day_that_is_told_is_taken(spelling: str) -> None:
    assert read_when(spelling, NOW) == read_deadline(spelling, NOW)


@pytest.mark.parametrize("spelling", words(dates.COUNTDOWNS))
def test_a_countdown_that_is_told_is_taken_for_a_deadline_and_for_what_lies_ahead(spelling: str) -> None:
    assert event(f"shipped={spelling}", NOW, ahead=True).when == read_deadline(spelling, NOW)


@pytest.mark.parametrize("spelling", [*dates.REFUSED, *words(dates.COUNTDOWNS), "1899-12-31", "3000-01-01"])
def test_a_spelling_that_is_told_to_be_refused_is_refused(spelling: str) -> None:
    with pytest.raises(UsageError):
        read_when(spelling, NOW)


def test_events_and_the_deadlines_of_the_page_are_told_in_full() -> None:
    told = text("events")
    assert {*EVENT_KINDS, *DEADLINE_KINDS} - terms("events") == set()
    assert {kind for kind in EVENT_KINDS if re.search(rf"\b{kind}[,.]", told.split("Amounts\n")[1])} >= AMOUNT_KINDS


def test_the_words_that_options_take_are_told_in_full() -> None:
    assert {*STAGES, *ACTIONS, *WHYS, *COUPONS, *PARCELS} - terms("values") == set()


def test_the_windows_that_a_user_may_set_are_told_in_full() -> None:
    assert load_policy().windows.keys() - terms("policy") == set()


def test_the_keys_of_a_policy_file_are_told_in_full_and_the_example_is_taken() -> None:
    found, problems = overrides_from(tomllib.loads(policy.OWN_FILE), load_policy(), date(2026, 11, 22))
    assert (list(found.windows), list(found.methods), problems) == (["ship-by"], ["paypal"], [])
    assert (set(words(policy.WINDOW_KEYS)), set(words(policy.METHOD_KEYS))) == (set(WINDOW_KEYS), set(METHOD_KEYS))


def test_the_exit_codes_are_those_of_the_errors_and_those_of_the_readme() -> None:
    codes = {error.exit_code for error in errors_of(AliorderError)}
    readme = re.findall(r"^\| (\d+) \| (.+) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {0, 1, *codes, BUG_CODE, 130} == {int(code) for code, _ in scripting.EXIT_CODES}
    assert tuple((code, said.replace("`", "")) for code, said in readme) == scripting.EXIT_CODES


def test_every_variable_that_is_read_is_told() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "aliorder").rglob("*.py")]
    named = {name for source in sources for name in re.findall(r"\bALIORDER_[A-Z]+\b", source)}
    settings = {name for entry in ENTRIES for name in entry.variables}
    assert {*named, *settings} - set(words(scripting.VARIABLES)) == set()


@pytest.mark.parametrize("option", ["--yes", "--dry-run"])
def test_the_commands_that_ask_and_those_that_only_show_are_told(option: str) -> None:
    taking = {name for name in every_command() if option in re.findall(r"--[a-z-]+", ran(*name.split(), "--help").out)}
    found = re.search(rf"([a-z, ]+) take {option}\b", " ".join(text("scripting").split()))
    assert found is not None
    assert set(re.split(r",? and |, ", found[1].strip())) == taking


def test_every_file_that_paths_names_is_told() -> None:
    places = ran("paths", "--json").document["paths"]
    told = {name.rstrip("/") for name, _ in scripting.FILES}
    assert {Path(place).name for name, place in places.items() if name != "data"} - told == set()

"""Every source can be named, and none sends a reader to a place that is not what it seems."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import aliorder
from aliorder.domain.policy import Source
from aliorder.policies.sources import SOURCES

GUIDES = ("S0", "S1", "S2", "S3", "S4")
IMPOSTOR = "".join(["aliexpress", "official"])


def grades_of(*ids: str) -> set[str]:
    return {source.grade for source in SOURCES if source.id in ids}


def test_no_id_is_given_twice() -> None:
    assert [name for name, times in Counter(source.id for source in SOURCES).items() if times > 1] == []


def test_no_page_is_listed_twice() -> None:
    urls = Counter(source.url for source in SOURCES if source.url)
    assert [url for url, times in urls.items() if times > 1] == []


def test_every_source_was_read_on_the_day_that_the_facts_were_gathered() -> None:
    assert {source.checked_on for source in SOURCES} == {date(2026, 11, 22)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_a_source_has_a_title_of_one_line(source: Source) -> None:
    assert source.title == " ".join(source.title.split()) != ""


@pytest.mark.parametrize("source", [source for source in SOURCES if source.url], ids=lambda source: source.id)
def test_an_address_is_whole(source: Source) -> None:
    parts = urlsplit(source.url or "")
    assert parts.scheme in ("http", "https")
    assert "." in parts.netloc
    assert len(parts.path) > 1
    assert "…" not in (source.url or "")


def test_the_five_guides_are_there_without_an_address() -> None:
    assert [(source.id, source.url) for source in SOURCES if source.id in GUIDES] == [(guide, None) for guide in GUIDES]


def test_a_single_guide_is_the_weakest_grade() -> None:
    assert grades_of(*GUIDES) == {"C"}


def test_only_our_own_judgement_is_graded_as_such() -> None:
    assert [source.id for source in SOURCES if source.grade == "J"] == ["judgement"]


def test_nothing_in_the_package_names_the_site_that_only_looks_official() -> None:
    files = [path for path in Path(aliorder.__file__).parent.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert len(files) > 1
    assert [path for path in files if IMPOSTOR.encode() in path.read_bytes().lower()] == []

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers.values.month_names import (
    ENGLISH_MONTHS,
    FILLERS,
    LOCALES,
    OTHERS,
    cldr_names,
    meanings,
    month_table,
)
from aliorder.importers.values.named_days import named_day

NAMED = st.deferred(
    lambda: st.sampled_from(sorted((word, meaning) for word, known in month_table().items() for meaning in known))
)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_names_months_of_its_own(locale: str) -> None:
    months = {month for month, _ in cldr_names(locale)}
    assert months <= set(range(1, 13))
    assert len(months) == 12 or "_" in locale


def test_only_these_names_mean_two_months() -> None:
    assert {word for word, known in month_table().items() if len({month for _, month in known}) > 1} == {
        "lip",  # June in Croatian, July in Polish
        "lis",  # October in Croatian, November in Czech and Polish
        "listopad",
        "listopada",
        "srp",  # July in Croatian, August in Czech
    }


def test_an_english_name_means_the_same_in_every_language() -> None:
    assert {word: {month for _, month in meanings(word)} for word in ENGLISH_MONTHS} == {
        word: {month} for word, month in ENGLISH_MONTHS.items()
    }


def test_no_filler_is_a_month() -> None:
    assert not FILLERS & month_table().keys()


def test_the_spellings_of_our_own_are_of_languages_that_are_read() -> None:
    assert set(OTHERS) <= set(LOCALES)


@given(NAMED, st.integers(1, 28), st.integers(2010, 2100))
def test_every_name_gives_back_its_day_in_every_order(named: tuple[str, tuple[str, int]], day: int, year: int) -> None:
    word, (language, month) = named
    expected = (date(year, month, day),)
    for text in (f"{day} {word} {year}", f"{word.upper()} {day}, {year}", f"{year}. {word}. {day}."):
        found = named_day(text)
        assert found is not None
        assert found.days(frozenset((language,))) == expected

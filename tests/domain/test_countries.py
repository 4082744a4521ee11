"""The countries by their codes, and which one is meant by something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.countries import COUNTRIES, MEANT, countries_like


def test_every_country_has_a_code_of_two_letters_and_a_name_of_its_own() -> None:
    assert [code for code in COUNTRIES if not (code.isascii() and code.isupper() and len(code) == 2)] == []
    assert (len(COUNTRIES), len(set(COUNTRIES.values()))) == (249, 249)


def test_another_name_means_a_country_and_is_not_its_english_one() -> None:
    english = {name.casefold() for name in COUNTRIES.values()}
    assert [name for name, code in MEANT.items() if code not in COUNTRIES or name in english] == []
    assert [name for name in MEANT if name != name.casefold()] == []


@pytest.mark.parametrize(
    "text,codes",
    [
        ("germany", ("DE",)),
        ("  United   States ", ("US",)),
        ("UNITED", ("US", "GB", "AE")),
        ("UK", ("GB",)),
        ("D", ("DE",)),
        ("Deutschland", ("DE",)),
        ("Niger", ("NE",)),
        ("nige", ("NE", "NG")),
        ("Swedn", ("SE",)),
        ("south koera", ("KR",)),
        ("DEU", ("DE",)),
        ("POL", ("PL",)),
        ("XX", ()),
        ("", ()),
        ("12", ()),
        ("Atlantis", ()),
    ],
)
def test_the_nearest_countries_are_found(text: str, codes: tuple[str, ...]) -> None:
    assert countries_like(text) == codes


@given(st.text())
def test_whatever_is_written_at_most_three_countries_are_suggested(text: str) -> None:
    found = countries_like(text)
    assert len(set(found)) == len(found) <= 3
    assert set(found) <= set(COUNTRIES)

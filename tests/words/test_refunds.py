"""What is said of one's own refunds and of the money on its way."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aliorder.domain.experience import Experience
from aliorder.domain.order import Money
from aliorder.domain.outstanding import Sums
from aliorder.words.refunds import own_words, sums_words


@pytest.mark.parametrize(
    "least, most, count, words",
    [
        (6, 11, 4, "yours by this method took 6–11 business days (4 refunds)"),
        (6, 6, 1, "yours by this method took 6 business days (1 refund)"),
        (1, 1, 2, "yours by this method took 1 business day (2 refunds)"),
        (0, 1, 2, "yours by this method took 0–1 business days (2 refunds)"),
        (0, 0, 1, "yours by this method took 0 business days (1 refund)"),
    ],
)
def test_what_ones_own_refunds_took(least: int, most: int, count: int, words: str) -> None:
    assert own_words(Experience("visa", least, most, count, "mon-fri")) == words


DOLLARS, EUROS = Money(Decimal("42.10"), "USD"), Money(Decimal("23.10"), "EUR")


@pytest.mark.parametrize(
    "sums, words",
    [
        (Sums((EUROS, DOLLARS), 0), "23.10 EUR, 42.10 USD"),
        (Sums((DOLLARS,), 2), "42.10 USD and 2 of unknown amount"),
        (Sums((), 1), "1 of unknown amount"),
    ],
)
def test_what_the_refunds_come_to(sums: Sums, words: str) -> None:
    assert sums_words(sums) == words

"""Amounts in words, and how much of a refund has come."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aliorder.domain.amounts import Amounts
from aliorder.domain.order import Money
from aliorder.words.money import money_words, so_far_words


def usd(amount: str | None) -> Money | None:
    return Money(Decimal(amount), "USD") if amount else None


def test_an_amount_is_told_as_it_is_with_its_currency() -> None:
    assert [money_words(usd(amount)) for amount in ("12.50", "0", "1E+3", None)] == [
        "12.50 USD",
        "0 USD",
        "1000 USD",
        None,
    ]


@pytest.mark.parametrize(
    "granted, started, received, words",
    [
        ("30.00", None, "12.00", "12.00 of 30.00 USD are here already"),
        ("30.00", "30.00", "12.00", "12.00 of 30.00 USD are here already"),
        ("30.00", "12.00", "0", "only 12.00 of 30.00 USD have been started, as far as you have noted"),
        ("30.00", "30.00", "0", None),
        ("30.00", None, "0", None),
        ("30.00", None, "30.00", None),
        (None, None, None, None),
    ],
)
def test_how_much_has_come_or_begun(
    granted: str | None, started: str | None, received: str | None, words: str | None
) -> None:
    assert so_far_words(Amounts(usd(granted), usd(started), usd(received), None)) == words


def test_another_currency_is_no_part_of_it() -> None:
    assert so_far_words(Amounts(usd("30.00"), None, Money(Decimal(12), "EUR"), None)) is None
    assert so_far_words(None) is None

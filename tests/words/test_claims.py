"""Claims in the words of whoever decides on them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aliorder.domain.order import Money
from aliorder.words.claims import own_words

FIVE = Money(Decimal("5.00"), "USD")


@pytest.mark.parametrize(
    "ask, words",
    [
        ("Half of it", "Half of it (5.00 USD)"),
        ("I ask for 5.00 USD.", "I ask for 5.00 USD."),
        ("5.00 USD", "5.00 USD"),
        ("I want 15.00 USD", "I want 15.00 USD (5.00 USD)"),
        ("I want 1,005.00 USD", "I want 1,005.00 USD (5.00 USD)"),
        ("I want 5.00 USDT", "I want 5.00 USDT (5.00 USD)"),
    ],
)
def test_the_amount_is_added_unless_it_stands_there_as_a_whole(ask: str, words: str) -> None:
    assert own_words(ask, FIVE) == words
    assert own_words(ask, None) == ask

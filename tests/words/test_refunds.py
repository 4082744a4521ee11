"""What is said of one's own refunds and of the money on its way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aliorder.domain.advice import advise
from aliorder.domain.dates import MON_FRI
from aliorder.domain.experience import Experience
from aliorder.domain.order import Event, Money, Order
from aliorder.domain.outstanding import Sums
from aliorder.words.refunds import arrived_words, no_refund_words, own_words, sums_words
from tests.domain.given import NOON, POLICY, happened


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


@pytest.mark.parametrize(
    "days, taken, words",
    [
        ([date(2026, 11, 17)], 13, "18.00 USD arrived Tue 17 Nov, after 13 business days."),
        ([date(2026, 11, 17)], 1, "18.00 USD arrived Tue 17 Nov, after 1 business day."),
        ([date(2025, 11, 17)], None, "18.00 USD arrived Mon 17 Nov 2025."),
        ([None], None, "18.00 USD has arrived."),
        (
            [date(2026, 11, 17), date(2026, 11, 3)],
            2,
            "18.00 USD arrived in 2 parts: the first Tue 3 Nov, after 2 business days, the last Tue 17 Nov.",
        ),
    ],
)
def test_what_has_arrived(days: list[date | None], taken: int | None, words: str) -> None:
    assert arrived_words("18.00 USD", days, taken, NOON) == words


@pytest.mark.parametrize(
    "events, words",
    [
        (happened(cancel_accepted="2026-11-02", refund_received="2026-11-04"), "after 2 business days."),
        (happened(cancel_accepted="2026-11-02", refund_received="unknown"), "The refund of 18.00 USD has arrived."),
        (happened(paid="2026-11-01", shipped="2026-11-03"), "It was shipped and has not been delivered."),
    ],
)
def test_why_no_refund_is_waited_for(events: tuple[Event, ...], words: str) -> None:
    order = Order(events=events, total=Money(Decimal("18.00"), "USD"))
    assert no_refund_words(advise(order, POLICY, NOON), POLICY, MON_FRI).endswith(words)


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

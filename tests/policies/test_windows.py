"""Every span that the program counts: its length, its start, and who says otherwise."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from aliorder.domain.policy import Unit, Window, WindowId
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from aliorder.policies.sources import SOURCES
from aliorder.policies.windows import WINDOWS

SOURCE_IDS = {source.id for source in SOURCES}
BY_ID = {window.id: window for window in WINDOWS}

SPANS = [
    ("pay-by", 20, "days", "placed"),
    ("verification", 24, "hours", "paid"),
    ("verification-bank-transfer", 7, "business-days", "paid"),
    ("verification-boleto", 5, "business-days", "paid"),
    ("ship-by", 7, "days", "payment-verified"),
    ("cancel-answer", 48, "hours", "cancel-requested"),
    ("cancel-answer-latest", 72, "hours", "cancel-requested"),
    ("cancel-decision", 3, "days", "now"),
    ("message-answer", 24, "hours", "message-sent"),
    ("message-reminders", 7, "days", "message-sent"),
    ("protection", 60, "days", "shipped"),
    ("extend-protection", 7, "days", "protection-until"),
    ("reship", 5, "days", "reshipped"),
    ("dispute-opens", 11, "days", "shipped"),
    ("fast-delivery", 5, "days", "shipped"),
    ("dispute-until", 15, "days", "deliver-by"),
    ("seller-answer-by", 5, "days", "dispute-opened"),
    ("platform-steps-in", 7, "days", "dispute-opened"),
    ("claim-check-earliest", 3, "business-days", "now"),
    ("claim-check-latest", 5, "business-days", "now"),
    ("appeal-until", 7, "days", "dispute-lost"),
    ("appeal-answer", 10, "days", "appealed"),
    ("settlement", 3, "days", "refund-started"),
    ("free-return-until", 15, "days", "delivered"),
    ("return-by", 10, "days", "return-agreed"),
    ("outside-paypal", 180, "days", "paid"),
    ("outside-card", 120, "days", "deliver-by"),
    ("outside-escalate", 20, "days", "claimed-outside"),
]


def test_every_window_has_one_row() -> None:
    assert sorted(window.id for window in WINDOWS) == sorted(get_args(WindowId))


def test_the_windows_are_these() -> None:
    assert [(window.id, window.value, window.unit, window.start) for window in WINDOWS] == SPANS


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.id)
def test_a_window_is_a_positive_span_from_a_known_start(window: Window) -> None:
    assert window.value > 0
    assert window.unit in get_args(Unit)
    assert window.start in (*EVENT_KINDS, *DEADLINE_KINDS, "now")


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.id)
def test_a_window_rests_on_known_sources_and_so_does_each_other_value(window: Window) -> None:
    named = [window.sources, *(other.sources for other in window.others)]
    assert [names for names in named if not names or not SOURCE_IDS.issuperset(names)] == []


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.id)
def test_no_other_value_is_told_twice(window: Window) -> None:
    values = [other.value for other in window.others]
    assert len(values) == len(set(values))


def test_only_the_answer_within_48_hours_has_a_first_day() -> None:
    assert {window.id: window.valid_from for window in WINDOWS if window.valid_from} == {
        "cancel-answer": date(2020, 3, 16)
    }


def test_no_window_holds_only_from_a_day_after_it_was_read() -> None:
    assert [window.id for window in WINDOWS if window.valid_from and window.valid_from > window.checked_on] == []


@pytest.mark.parametrize(
    "window, source",
    [
        ("pay-by", "foit"),
        ("verification", "S1"),
        ("verification", "S2"),
        ("verification", "S4"),
        ("cancel-answer", "alifaq"),
        ("cancel-answer-latest", "guide-aliexpress-48h"),
        ("message-answer", "xiaoniucw"),
        ("dispute-opens", "S0"),
        ("dispute-until", "S2"),
        ("dispute-until", "S3"),
        ("protection", "cnjdpart"),
        ("outside-card", "rules-chargeback"),
    ],
)
def test_a_source_that_disagrees_is_heard(window: WindowId, source: str) -> None:
    assert source in {name for other in BY_ID[window].others for name in other.sources}

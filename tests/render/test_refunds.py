"""A refund's place in time as a bar of a few cells."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.dates import MON_FRI
from aliorder.domain.refund import refund_from
from aliorder.policies import load_policy
from aliorder.render.refunds import progress

METHODS = load_policy().methods
START = date(2026, 11, 2)
"""A Monday; by card the last day is 30 November."""


@pytest.mark.parametrize(
    "method, today, bar",
    [
        ("visa", date(2026, 11, 2), "◆┄┄┄┄┄┄┄┄┄┄┤"),
        ("visa", date(2026, 11, 5), "├◆┄┄┄┄┄┄┄┄┄┤"),
        ("visa", date(2026, 11, 16), "├─────◆┄┄┄┄┤"),
        ("visa", date(2026, 11, 29), "├──────────◆"),
        ("visa", date(2026, 11, 30), "├──────────◆"),
        ("visa", date(2026, 12, 24), "├──────────◆"),
        ("gift-card", date(2026, 11, 2), "├──────────◆"),
        ("cash-on-delivery", date(2026, 11, 2), ""),
    ],
)
def test_the_bar_shows_how_far_the_time_has_gone(method: str, today: date, bar: str) -> None:
    assert progress(refund_from(START, METHODS[method], MON_FRI), today) == bar


@given(st.sampled_from(sorted(METHODS)), st.integers(-40, 90), st.integers(2, 40))
def test_a_bar_keeps_its_width_and_shows_one_today(method: str, days: int, width: int) -> None:
    bar = progress(refund_from(START, METHODS[method], MON_FRI), START + timedelta(days=days), width)
    assert (len(bar), bar.count("◆")) in ((width, 1), (0, 0))

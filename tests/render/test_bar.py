"""A refund as a bar in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.dates import MON_FRI
from aliorder.domain.refund import refund_from
from aliorder.policies import load_policy
from aliorder.render.bar import bar_of

METHODS = load_policy().methods
START = date(2026, 11, 2)


@pytest.mark.parametrize(
    "method,today,width,line,marks",
    [
        (
            "card",
            date(2026, 11, 2),
            29,
            "├┄┄┬┄┄┄┄┄█████████████┄┄┄┄┄┄┤",
            "▲ today 2 Nov          30 Nov",
        ),
        ("paypal", date(2026, 11, 2), 20, "├██████████████████┤", "▲ today 2 Nov  9 Nov"),
    ],
)
def test_the_bar_shows_today_the_usual_time_and_the_last_day(
    method: str, today: date, width: int, line: str, marks: str
) -> None:
    bar = bar_of(refund_from(START, METHODS[method], MON_FRI), today, width)
    assert bar is not None
    assert (bar.line, bar.marks) == (line, marks)


def test_without_days_there_is_no_bar() -> None:
    assert bar_of(refund_from(START, METHODS["cash-on-delivery"], MON_FRI), START, 40) is None


@given(st.sampled_from(sorted(METHODS)), st.integers(-40, 90), st.integers(20, 120))
def test_a_bar_never_runs_over_its_width(method: str, days: int, width: int) -> None:
    bar = bar_of(refund_from(START, METHODS[method], MON_FRI), START + timedelta(days=days), width)
    if bar is not None:
        assert len(bar.line) == width
        assert len(bar.marks) <= width
        assert (bar.line[0], bar.line[-1]) == ("├", "┤")

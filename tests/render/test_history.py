"""The life of an order, from top to bottom."""

from __future__ import annotations

from datetime import UTC, date, datetime

from aliorder.domain.advice import advise
from aliorder.domain.order import Deadline, Event, Order, When
from aliorder.policies import load_policy
from aliorder.render.history import history_lines

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ORDER = Order(
    number="8123456789012345",
    title="USB cable",
    events=(
        Event("placed", When(date(2026, 11, 1))),
        Event("paid", When(date(2026, 11, 2))),
        Event("shipped", When(date(2026, 11, 20))),
    ),
    deadlines=(Deadline("deliver-by", When(date(2026, 12, 1))),),
)


def test_the_past_stands_above_now_and_the_deadlines_below() -> None:
    deadlines = advise(ORDER, load_policy(), NOW).deadlines
    assert list(history_lines(ORDER, ORDER.events, deadlines, NOW, drawn=False)) == [
        "8123456789012345 · USB cable",
        "",
        "      Sun 1 Nov  ●  order placed  (21 days ago)",
        "      Mon 2 Nov  ●  paid  (20 days ago)",
        "     Fri 20 Nov  ●  shipped  (2 days ago)",
        "     Sun 22 Nov  ◆  you are here",
        "      Tue 1 Dec  ○  dispute can be opened 08:00, our estimate  (in 9 days)",
        "      Wed 2 Dec  ○  promised delivery 07:59  (in 10 days)",
        "     Thu 17 Dec  ○  last day for a dispute 07:59, our estimate  (in 25 days)",
    ]


def test_drawn_a_longer_time_is_a_longer_line() -> None:
    lines = list(history_lines(ORDER, ORDER.events, (), NOW, drawn=True))
    assert lines[3:7] == [
        "      Mon 2 Nov  ●  paid  (20 days ago)",
        "                 │",
        "                 │",
        "     Fri 20 Nov  ●  shipped  (2 days ago)",
    ]

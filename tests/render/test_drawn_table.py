"""A table on a terminal: folded or stacked, never cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.render.drawn import console_for
from aliorder.render.drawn_table import draw_table
from aliorder.render.table import Column, shares

COLUMNS = (Column("order"), Column("title", fixed=False), Column("to do", fixed=False))
NUMBER = "8123456789012345"


def drawn(rows: list[tuple[str, ...]], width: int) -> list[str]:
    console = console_for(colored=False, width=width)
    with console.capture() as captured:
        draw_table(COLUMNS, rows, console)
    return [line.rstrip() for line in captured.get().splitlines()]


def test_cells_that_may_fold_do_so() -> None:
    assert drawn([(NUMBER, "USB cable", f"Ask {'the seller ' * 4}to cancel")], 62) == [
        "order             title      to do",
        f"{NUMBER}  USB cable  Ask the seller the seller the",
        "                             seller the seller to cancel",
    ]


def test_a_narrow_window_has_each_row_on_a_few_lines() -> None:
    assert drawn([(NUMBER, "USB cable", "Ask the seller to cancel"), (NUMBER, "", "Wait")], 22) == [
        NUMBER,
        "  USB cable",
        "  Ask the seller to",
        "    cancel",
        NUMBER,
        "  Wait",
    ]


@pytest.mark.parametrize("width", [20, 40, 59, 60, 61, 80, 120])
@given(st.lists(st.tuples(st.just(NUMBER), *[st.text("ab ", max_size=90)] * 2), max_size=3))
def test_nothing_is_cut_and_nothing_too_wide(width: int, rows: list[tuple[str, ...]]) -> None:
    lines = drawn(rows, width)
    assert max(map(len, lines), default=0) <= width
    assert sum(line.count(NUMBER) for line in lines) == len(rows)
    for letter in "ab":
        headings = sum(line.count(letter) for line in lines if "title" in line)
        assert sum(line.count(letter) for line in lines) - headings == sum(
            row.count(letter) for row in map("".join, rows)
        )


@pytest.mark.parametrize(
    "wishes, room, given",
    [
        ([], 9, []),
        ([3, 4], 20, [3, 4]),
        ([3, 30], 20, [3, 17]),
        ([30, 3, 30], 21, [9, 3, 9]),
        ([30, 30], -5, [0, 0]),
    ],
)
def test_who_wishes_for_little_gets_it_and_the_others_share(wishes: list[int], room: int, given: list[int]) -> None:
    assert shares(wishes, room) == given

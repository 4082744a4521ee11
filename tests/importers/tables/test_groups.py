"""The rows of an order are brought together with little memory, wherever they stand."""

from __future__ import annotations

from itertools import groupby
from random import Random
from tracemalloc import get_traced_memory, start, stop

from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers.tables.groups import groups_of, seen_before, sorted_rows, stand_together
from aliorder.importers.tables.opening import Row
from tests.importers.tables.given import ONE, THREE, TWO, sheet, table

NUMBERS = [str(3039000000000001 + 10 * place) for place in range(40)]


def lines(numbers: list[str]) -> list[str]:
    return [f"{number},Lämp {place},a street" for place, number in enumerate(numbers)]


@given(st.lists(st.sampled_from([ONE, TWO, THREE])), st.sampled_from(["No,Item,To", '"No",Item,To', "No;Item,To;x"]))
def test_it_is_known_whether_the_rows_of_each_order_stand_together(numbers: list[str], header: str) -> None:
    runs = [number for number, _ in groupby(numbers)]
    rows = [line.replace(",", ";", 1) if ";" in header else line for line in lines(numbers)]
    opened = table(sheet(header, *rows))
    assert stand_together(opened, 0) == (len(set(runs)) == len(runs))


def test_a_line_inside_a_cell_that_looks_like_a_number_hides_nothing() -> None:
    opened = table(sheet("No,Item", f'{ONE},"Lamp', f'{TWO}, white"', f"{TWO},Cable", f"{ONE},Plug"))
    assert not stand_together(opened, 0)
    assert [[row.line for row in group] for group in groups_of(opened, 0, {0, 1})] == [[2, 5], [4]]


def test_numbers_that_share_their_marks_are_only_suspected() -> None:
    assert seen_before(NUMBERS) == set()
    assert seen_before([*NUMBERS, NUMBERS[0]]) == {NUMBERS[0]}
    assert {NUMBERS[0]} < seen_before([*NUMBERS, NUMBERS[0]], size=2) <= set(NUMBERS)


def test_more_rows_than_are_sorted_at_once_go_by_way_of_the_disk() -> None:
    numbers = NUMBERS * 2
    Random(1).shuffle(numbers)
    opened = table(sheet("No,Item,To", *lines(numbers)))
    expected = sorted((number, place) for place, number in enumerate(numbers))
    for at_once in (1, 7, 80, 1000):
        assert list(sorted_rows(opened, 0, {0, 1}, at_once)) == [
            Row(place + 2, [number, f"Lämp {place}", ""]) for number, place in expected
        ]


def test_sorting_a_long_table_holds_little_of_it() -> None:
    numbers = [str(3039000000000001 + 10 * (place % 5_000)) for place in range(10_000)]
    opened = table(sheet("No,Item,To", *(f"{number},{'Lamp ' * 40},a street" for number in numbers)))
    start()
    count = sum(1 for _ in sorted_rows(opened, 0, {0, 1}, at_once=500))
    held = get_traced_memory()[1]
    stop()
    assert (count, held < 1_500_000) == (10_000, True)

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.importers.values.json_text import Rough
from aliorder.importers.values.month_names import ENGLISH
from aliorder.importers.values.reading import (
    Unreadable,
    read_country,
    read_day,
    read_flag,
    read_line_id,
    read_moment,
    read_order_number,
    read_price,
)


@pytest.mark.parametrize(
    "text, amount",
    [
        ("R$31,93|31|93", "31.93"),
        ("₩11,110|11110|", "11110"),
        ("US $0.00|0|00", "0.00"),
        ("1.029,60 €|1.029|60", "1029.60"),
        ("1 029,60 zł|1 029|60", "1029.60"),
        ("KD 4.125|4|125", "4.125"),
        ("|7|5", "7.5"),
    ],
)
def test_an_amount_is_read_from_its_parts_never_from_its_text(text: str, amount: str) -> None:
    assert read_price(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    ["31,93", "R$31,93|31", "R$31,93|31|93|", "-R$5|-5|66", "a|1,23|4", "a|1.2.3|4", "a||5", "a|٣|5", "a|1|5e9", ""],
)
def test_any_other_amount_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="three parts"):
        read_price(text)


@pytest.mark.parametrize(
    "text, day",
    [
        ("Jul 15, 2026", date(2026, 7, 15)),
        ("Feb 29, 2028", date(2028, 2, 29)),
        ("Sept 3, 2026", date(2026, 9, 3)),
        ("  december  01,  2010 ", date(2010, 12, 1)),
        ("15 Jul 2026", date(2026, 7, 15)),
        ("Mai 15, 2026", date(2026, 5, 15)),
        ("15 de ago. de 2026", date(2026, 8, 15)),
        ("2026年8月15日", date(2026, 8, 15)),
    ],
)
def test_a_day_is_read_with_the_name_of_its_month_in_any_language(text: str, day: date) -> None:
    assert read_day(text) == day


@given(st.dates(date(2010, 1, 1), date(2100, 12, 31)), st.data())
def test_every_day_is_read_back_as_it_was_written(day: date, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(ENGLISH[day.month - 1]))
    assert read_day(f"{month.title()} {day.day}, {day.year}") == day


@pytest.mark.parametrize(
    "text",
    [
        "07/15/2026",
        "2026-07-15",
        "15 Foo 2026",
        "15 lis 2026",
        "Jul 15",
        "Jul 15, 26",
        "Jul 15, 2026 9:00",
        "Jul 15, 2026 - Jul 20, 2026",
        "Feb 29, 2027",
        "Jul 0, 2026",
        "Jan 1, 1970",
        "Jan 1, 2101",
    ],
)
def test_any_other_day_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_day(text)


@given(st.integers(10**7, 10**20 - 1))
def test_an_order_number_is_the_same_as_number_and_as_text(number: int) -> None:
    assert read_order_number(number) == read_order_number(f" {number}\n") == str(number)


@pytest.mark.parametrize("value", ["3.04E+15", "3,04E+15", "3e15", Rough("3.04E+15")])
def test_an_order_number_from_a_spreadsheet_is_refused_with_the_reason(value: object) -> None:
    with pytest.raises(Unreadable, match="damaged by a spreadsheet"):
        read_order_number(value)


def test_an_id_keeps_its_leading_zeros_and_all_its_digits() -> None:
    assert (read_line_id("0007"), read_line_id(3039000000000401)) == ("0007", "3039000000000401")


@pytest.mark.parametrize("value, expected", [(True, True), (False, False), ("true", True), ("False ", False)])
def test_yes_and_no_may_be_spelled(value: object, expected: bool) -> None:
    assert read_flag(value) is expected


@pytest.mark.parametrize("value", [1, "1", "yes", "", [], Rough("1.0")])
def test_anything_else_is_neither_yes_nor_no(value: object) -> None:
    with pytest.raises(Unreadable):
        read_flag(value)


@pytest.mark.parametrize("value, code", [("KR", "KR"), ("br", "BR"), ("UK", "GB"), ("SRB", "RS")])
def test_a_country_has_two_letters_in_the_end(value: str, code: str) -> None:
    assert read_country(value) == code


@given(st.datetimes(datetime(2010, 1, 1), datetime(2100, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_moment_is_read_to_the_millisecond(moment: datetime) -> None:
    exact = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    milliseconds = (exact - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    assert read_moment(milliseconds) == read_moment(str(milliseconds)) == exact


@pytest.mark.parametrize("reader", [read_price, read_day, read_order_number, read_country, read_flag, read_moment])
@pytest.mark.parametrize("value", [None, [], {}, [1], "\ud800", "\x00", "x" * 100_000, -1, 10**39, Rough("NaN")])
def test_no_value_gets_past_a_reader(reader: Callable[[object], object], value: object) -> None:
    with pytest.raises(Unreadable) as refused:
        reader(value)
    assert len(str(refused.value)) < 150

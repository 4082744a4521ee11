# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aliorder.importers import DateOrder
from aliorder.importers.values.days import Days
from aliorder.importers.values.reading import Unreadable

AUGUST = date(2025, 8, 3)
A_DAY = st.dates(date(2010, 1, 1), date(2100, 12, 31))


def days(*samples: str, order: DateOrder | None = None) -> Days:
    """The days of a file that holds these dates."""
    return Days(order, lambda: samples)


def refusal(text: str, *samples: str, order: DateOrder | None = None) -> str:
    """Why the text is refused in a file that holds these dates."""
    with pytest.raises(Unreadable) as refused:
        days(*samples, order=order).read(text)
    return str(refused.value)


def day_or_reason(reader: Days, text: str) -> date | str:
    """The day, or why it is refused."""
    try:
        return reader.read(text)
    except Unreadable as refused:
        return str(refused)


@pytest.mark.parametrize(
    "text",
    [
        "2025-08-03",
        "2025/08/03",
        "2025.8.3",
        "2025. 8. 3.",
        "2025-08-03 07:44:46",
        "2025-08-03T07:44:46",
        "2025-08-03T07:44:46.120Z",
        "2025-08-03 07:44:46 +02:00",
        "  2025-08-03\t",
        "２０２５－０８－０３",
        "Aug 3, 2025",
        "Aug. 03 2025",
        "10:20 Aug. 03 2025",
        "Aug 3, 2025 9:05 PM",
        "Aug 3, 2025, 9:05:59 a.m.",
        "Aug 3, 2025 at 21:05",
        "August 3rd, 2025",
        "3-Aug-2025",
        "3 AUG 2025",
        "2025 Aug 3",
    ],
)
def test_a_day_is_read_in_the_spellings_of_programs_and_of_english(text: str) -> None:
    assert days().read(text) == AUGUST


@pytest.mark.parametrize(
    "text",
    [
        "3. Aug 2025",
        "3. August 2025",
        "3 août 2025",
        "3 août 2025 à 10:20",
        "3 de ago. de 2025",
        "3 de agosto de 2025",
        "3 ago 2025",
        "ago 3, 2025",
        "3 agosto 2025",
        "3 d\u2019ag. del 2025",
        "3 augustus 2025",
        "3 Agu 2025",
        "3 Agustus 2025",
        "3 augusti 2025",
        "3. elokuuta 2025",
        "3 sierpnia 2025",
        "3 sie 2025",
        "3. srpna 2025",
        "3. augusta 2025",
        "3. kolovoza 2025",
        "3. avg. 2025",
        "2025. aug. 3.",
        "2025 m. rugpjūčio 3 d.",
        "2025. gada 3. augusts",
        "3 Ağustos 2025",
        "3 AĞUSTOS 2025",
        "3 Ağu 2025",
        "3 Αυγ 2025",
        "3 Αυγούστου 2025",
        "3 августа 2025 г.",
        "3 авг. 2025 г.",
        "3 АВГУСТА 2025",
        "3 серпня 2025 р.",
        "3 серп. 2025 р.",
        "3 أغسطس 2025",
        "٣ أغسطس ٢٠٢٥",
        "3 اغسطس 2025",
        "\u200f3 آب 2025",
        "3 באוגוסט 2025",
        "3 באוג\u05f3 2025",
        "3 אוג' 2025",
        "3 ส.ค. 2568",
        "3 สิงหาคม พ.ศ. 2568",
        "3 ส.ค. 2025",
        "3 अग॰ 2025",
        "3 thg 8, 2025",
        "thg 8 03, 2025",
        "ngày 3 tháng 8 năm 2025",
        "2025年8月3日",
        "2025年08月03日 10:20",
        "8月 3, 2025",
        "2025년 8월 3일",
        "2025년 8월 3일 오후 9:05",
        "8월 3, 2025",
    ],
)
def test_a_day_is_read_in_the_languages_of_the_site_and_more(text: str) -> None:
    assert days().read(text) == AUGUST


@pytest.mark.parametrize(
    "text, day",
    [
        ("1 maja 2025", date(2025, 5, 1)),
        ("31 EKİM 2025", date(2025, 10, 31)),
        ("30 KASIM 2025", date(2025, 11, 30)),
        ("1º de maio de 2025", date(2025, 5, 1)),
        ("1er févr. 2025", date(2025, 2, 1)),
        ("3 мая 2025", date(2025, 5, 3)),
        ("4 كانون الثاني 2025", date(2025, 1, 4)),
        ("4 Mrz 2025", date(2025, 3, 4)),
        ("31 lip 2025", date(2025, 7, 31)),  # in Croatian that is June, which has no such day
        ("Feb 29, 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_by_the_name_of_its_month(text: str, day: date) -> None:
    assert days().read(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Aug 2025",
        "Aug 3",
        "Aug 3, 25",
        "03/08/25",
        "25-08-03",
        "13/02/25",
        "20250803",
        "45872",
        "3 8 2025",
        "13/02-2025",
        "3² Aug 2025",
        "③ Aug 2025",
        "3 Foo 2025",
        "Sun, 3 Aug 2025",
        "about 3 Aug 2025",
        "3 Aug 2025 or so",
        "Aug 3, 2025 - Aug 9, 2025",
        "Aug 3 - 9, 2025",
        "3 Aug Sep 2025",
        "2025-08-03 24:30",
        "2025-08-03 25",
        "令和7年8月3日",
        "x" * 100_000,
    ],
)
def test_what_is_not_one_whole_date_is_refused(text: str) -> None:
    assert "date" in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-13-01",
        "2025-02-29",
        "31/02/2025",
        "31 Feb 2025",
        "0/0/2025",
        "14/13/2025",
        "2009-12-31",
        "1/1/2101",
        "Jan 1, 2009",
        "3 Aug 2568",
        "3/8/2568",
        "1404-05-12",
        "2025年13月1日",
    ],
)
def test_a_day_that_no_order_can_have_is_refused(text: str) -> None:
    assert refusal(text) == f"'{text}' is not a day that an order can have"


@pytest.mark.parametrize("text", ["45872", "45872.4306", "45872,4306"])
def test_a_day_as_a_spreadsheet_counts_it_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(Unreadable, match="show that column as dates"):
        Days(None, tuple).read(text)


@pytest.mark.parametrize(
    "text", ["13/02/2025", "02/13/2025", "13.02.2025", "13-2-2025", "13. 2. 2025", "13.02.2025 г."]
)
def test_digits_that_read_one_way_only_need_nothing_else(text: str) -> None:
    assert days().read(text) == date(2025, 2, 13)


def test_the_same_number_for_day_and_month_needs_nothing_else() -> None:
    assert days().read("05/05/2025") == date(2025, 5, 5)


@pytest.mark.parametrize(
    "order, samples, day",
    [
        ("dmy", (), date(2025, 4, 2)),
        ("mdy", (), date(2025, 2, 4)),
        ("dmy", ("02/13/2025",), date(2025, 4, 2)),
        (None, ("01/04/2025", "13/02/2025"), date(2025, 4, 2)),
        (None, ("02/04/2025", "2/13/2025 10:20"), date(2025, 2, 4)),
        (None, ("02/04/2025", "31/02/2025", "2/13/2025"), date(2025, 2, 4)),
        (None, ("no date", "2/13/25", "x" * 100, "13.2.2025"), date(2025, 4, 2)),
    ],
)
def test_day_and_month_in_digits_follow_the_order_given_or_proven_by_the_file(
    order: DateOrder | None, samples: tuple[str, ...], day: date
) -> None:
    assert days(*samples, order=order).read("02/04/2025") == day


def test_day_and_month_that_nothing_decides_are_refused_with_both_readings() -> None:
    assert refusal("02/04/2025", "02/04/2025", "2025-03-13", "3 Aug 2025") == (
        "'02/04/2025' is 2025-04-02 (--date-order dmy) or 2025-02-04 (--date-order mdy): say which"
    )


def test_a_file_with_dates_of_both_orders_decides_nothing_but_loses_only_what_is_open() -> None:
    file = ("13/02/2025", "02/13/2025", "02/04/2025")
    assert [days(*file).read(text) for text in file[:2]] == [date(2025, 2, 13)] * 2
    assert refusal("02/04/2025", *file) == (
        "'02/04/2025' is 2025-04-02 (--date-order dmy) or 2025-02-04 (--date-order mdy): "
        "the file has dates of both orders"
    )


@pytest.mark.parametrize("text, order", [("13/02/2025", "mdy"), ("02/13/2025", "dmy"), ("02/04/2025", "ymd")])
def test_digits_that_contradict_the_order_given_are_refused(text: str, order: DateOrder) -> None:
    assert refusal(text, order=order) == f"'{text}' contradicts --date-order {order}"


@pytest.mark.parametrize("order", ["dmy", "mdy", "ymd"])
@pytest.mark.parametrize("text", ["2025-08-03", "3 Aug 2025"])
def test_the_order_given_says_nothing_of_dates_that_tell_their_own(text: str, order: DateOrder) -> None:
    assert days(order=order).read(text) == AUGUST


@pytest.mark.parametrize(
    "text, samples, day",
    [
        ("3 lip 2025", ("4 maj 2025",), date(2025, 7, 3)),
        ("3 lip 2025", ("3 lip 2025", "4 mar 2025"), date(2025, 7, 3)),
        ("3 lip 2025", ("3. svi 2025.",), date(2025, 6, 3)),
        ("3 lis 2025", ("4 cze 2025", "2025-01-01"), date(2025, 11, 3)),
        ("3. lis 2025", ("4. kvě 2025",), date(2025, 11, 3)),
        ("3. lis 2025", ("4. ruj 2025",), date(2025, 10, 3)),
        ("3. srp 2025", ("4. pro 2025", "5. říj 2025"), date(2025, 8, 3)),
    ],
)
def test_a_name_of_two_months_is_decided_by_the_language_of_the_other_names(
    text: str, samples: tuple[str, ...], day: date
) -> None:
    assert days(*samples).read(text) == day


@pytest.mark.parametrize("samples", [(), ("3 lip 2025",), ("1 lis 2025",), ("4 kvě 2025", "5 ruj 2025")])
def test_a_name_of_two_months_is_refused_if_the_language_stays_open(samples: tuple[str, ...]) -> None:
    assert refusal("3 lip 2025", *samples) == (
        "'3 lip 2025' may be 2025-06-03 or 2025-07-03, by its language; write it in digits, the year first"
    )


def test_a_day_that_its_own_language_does_not_have_is_refused() -> None:
    assert refusal("31 lip 2025", "3 svi 2025") == "'31 lip 2025' is not a day that an order can have"


def test_the_file_is_asked_once_at_most_and_only_if_something_is_open() -> None:
    asked = []

    def samples() -> Iterator[str]:
        asked.append("once")
        yield "13/02/2025"

    reader = Days(None, samples)
    assert (reader.read("13/02/2025"), reader.read("3 Aug 2025"), asked) == (date(2025, 2, 13), AUGUST, [])
    assert [reader.read(text) for text in ("03/08/2025", "03/08/2025", "3/8/2025")] == [AUGUST] * 3
    assert asked == ["once"]


@given(A_DAY, st.sampled_from(["dmy", "mdy"]), st.sampled_from("./-"))
def test_every_day_in_digits_is_read_in_the_order_given(day: date, order: DateOrder, mark: str) -> None:
    parts = (day.day, day.month) if order == "dmy" else (day.month, day.day)
    assert days(order=order).read(mark.join(map(str, (*parts, day.year)))) == day


@given(A_DAY, st.lists(A_DAY))
def test_a_day_in_digits_is_never_read_against_the_dates_of_its_file(day: date, others: list[date]) -> None:
    file = [f"{one.day}/{one.month}/{one.year}" for one in (day, *others)]
    proven = any(one.day > 12 for one in (day, *others)) or day.day == day.month
    if proven:
        assert days(*file).read(file[0]) == day
    else:
        assert "--date-order" in refusal(file[0], *file)


@given(st.text() | st.text("0123456789./- :APMapmzTg年月日월thg,"), st.lists(st.text()))
@example("İ", [])
@example("\ud800 \x00", ["\ud800"])
@example("ﷺ" * 60, ["ﷺ" * 60])
def test_no_text_gets_past(text: str, samples: Iterable[str]) -> None:
    found = day_or_reason(days(*samples), text)
    assert 2010 <= found.year <= 2100 if isinstance(found, date) else 0 < len(found) < 200

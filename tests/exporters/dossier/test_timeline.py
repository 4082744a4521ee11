"""The drawing of the timeline: nothing lies over anything else, and everything is on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import advise
from aliorder.domain.order import Deadline, Event, Order, When
from aliorder.exporters.dossier.deadlines import deadlines
from aliorder.exporters.dossier.facts import happened
from aliorder.exporters.dossier.model import Dossier
from aliorder.exporters.dossier.timeline import LINE, ROWS_A_PART, Part, Row, drawn, evidence_rows, rows_of
from aliorder.policies import load_policy
from tests.dossier_example import NOW, Contents, example

FIRST = date(2026, 10, 3)
UNKNOWN = Row(None, "buyer", "paid")


def day(days: int, text: str = "something happened") -> Row:
    return Row(FIRST + timedelta(days=days), "buyer", text)


def spans(part: Part) -> list[tuple[int, int]]:
    """Where each text of a part begins and ends, from top to bottom."""
    points = [(point.y - 12, point.y + LINE * (len(point.lines) - 1) + 4) for point in part.points]
    return sorted([*points, *((gap.y - 10, gap.y + 3) for gap in part.gaps)])


rows = st.lists(st.integers(0, 400), max_size=40).map(lambda days: [day(each) for each in sorted(days)])
texts = st.text("abc ", max_size=90)


@given(rows, st.lists(texts, min_size=40, max_size=40), st.integers(0, 15))
def test_no_label_lies_over_another_or_beyond_its_part(known: list[Row], names: list[str], unknown: int) -> None:
    named = [row._replace(text=name) for row, name in zip(known, names, strict=False)]
    for part in drawn([*named, *[UNKNOWN] * unknown]):
        places = spans(part)
        assert all(above[1] <= below[0] for above, below in pairwise(places))
        assert places[0][0] >= 0
        assert places[-1][1] <= part.height
        assert len(part.points) <= ROWS_A_PART


@given(rows)
def test_every_row_is_drawn_once_in_its_order(known: list[Row]) -> None:
    named = [row._replace(text=f"row {place}") for place, row in enumerate(known)]
    points = [point for part in drawn(named) for point in part.points]
    assert [" ".join(point.lines) for point in points] == [row.text for row in named]


def test_a_day_is_written_once_and_the_days_between_are_told_from_a_week_on() -> None:
    (part,) = drawn([day(0), day(0), day(6), day(13)])
    assert [point.date for point in part.points] == ["3 Oct 2026", "", "9 Oct 2026", "16 Oct 2026"]
    assert [gap.text for gap in part.gaps] == ["7 days"]


def test_a_longer_time_is_a_longer_way() -> None:
    ways = []
    for days in (0, 1, 5, 20, 60):
        (part,) = drawn([day(0), day(days)])
        ways.append(part.points[1].y - part.points[0].y)
    assert ways == sorted(set(ways))


def test_the_line_runs_through_all_parts_of_the_known_days() -> None:
    first, middle, last, unknown = drawn([*(day(each) for each in range(30)), UNKNOWN])
    assert (first.bottom, middle.top, middle.bottom, last.top) == (first.height, 0, middle.height, 0)
    assert last.bottom == last.points[-1].y - 4
    assert [part.dashed for part in (first, middle, last, unknown)] == [False, False, False, True]
    assert unknown.points[0].date == "day unknown"


def test_events_deadlines_evidence_and_now_stand_in_time() -> None:
    dossier = example(Contents())
    found = rows_of(dossier, happened(dossier), deadlines(dossier))
    assert [(row.day and f"{row.day:%m-%d}", row.sign, row.text) for row in found] == [
        ("10-03", "buyer", "order placed"),
        ("10-03", "buyer", "paid"),
        ("10-03", "evidence", "evidence 5"),
        ("10-04", "others", "payment verified"),
        ("10-07", "seller", "shipped"),
        ("10-10", "deadline", "seller has to ship"),
        ("11-02", "buyer", "the buyer wrote to the seller"),
        ("11-03", "seller", "the seller answered"),
        ("11-10", "missed", "promised delivery, over"),
        ("11-12", "buyer", "the buyer wrote to the seller"),
        ("11-14", "seller", "the seller answered"),
        ("11-14", "evidence", "evidence 2"),
        ("11-16", "buyer", "dispute opened"),
        ("11-18", "seller", "dispute refused by the seller"),
        ("11-19", "buyer", "the buyer wrote to the seller"),
        ("11-20", "evidence", "evidence 1, 3"),
        ("11-22", "now", "this dossier was made"),
        ("11-23", "deadline", "AliExpress steps in"),
        ("12-06", "deadline", "Buyer Protection ends"),
        (None, "buyer", "longer protection asked for"),
    ]


def test_a_deadline_that_still_runs_comes_after_now_also_where_its_day_is_over_for_the_buyer() -> None:
    now = datetime(2026, 10, 11, 20, 0, tzinfo=ZoneInfo("Pacific/Kiritimati"))
    order = Order(deadlines=(Deadline("deliver-by", When(date(2026, 10, 10))),))
    dossier = Dossier(order, load_policy(), now, "0.6.0")
    found = rows_of(dossier, [], deadlines(dossier))
    assert [(row.sign, row.text) for row in found] == [
        ("now", "this dossier was made"),
        ("deadline", "promised delivery"),
    ]
    (part,) = drawn(found)
    assert [point.date for point in part.points] == ["11 Oct 2026", "10 Oct 2026"]


def test_what_was_only_worked_out_is_never_drawn_as_missed() -> None:
    order = Order(events=(Event("payment-verified", When(date(2026, 11, 1))),))
    dossier = Dossier(order, load_policy(), NOW, "0.6.0", advise(order, load_policy(), NOW))
    found = [(row.sign, row.text) for row in rows_of(dossier, [], deadlines(dossier))]
    assert found == [("deadline", "seller has to ship, over"), ("now", "this dossier was made")]


def test_of_many_pieces_of_evidence_of_one_day_the_first_are_named() -> None:
    dossier = example(Contents())
    many = dossier._replace(order=replace(dossier.order, evidence=dossier.order.evidence[:1] * 2000))
    (row,) = evidence_rows(many)
    assert row.text == "evidence 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, and 1,990 more"

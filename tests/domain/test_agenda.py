"""What comes due: which deadlines are listed, how near they are, and until when an order need not be looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.agenda import Due, Level, agenda, dues_of
from aliorder.domain.dates import LAST_SECOND, MON_FRI, SITE_ZONE
from aliorder.domain.order import Deadline, Event, Order, When
from aliorder.domain.outlook import DueDate, Outlook, Standing, days_left, last_day
from aliorder.domain.watching import outlook_of, undescribed, watched
from aliorder.exporters.fields import deadline_document
from tests.domain.given import NOON, POLICY, asked, happened, shown
from tests.strategies import orders


def standing(order: Order, now: datetime = NOON) -> Standing:
    return Standing(order, now, outlook_of(order, POLICY, now, MON_FRI))


def listed(order: Order, now: datetime = NOON) -> list[tuple[str, Level]]:
    return [(due.deadline.id, due.level) for due in dues_of(standing(order, now))]


LISTED: list[tuple[str, Order, list[tuple[str, Level]]]] = [
    (
        "a parcel on its way: every date ahead",
        Order(events=happened(paid="2026-11-10", shipped="2026-11-14"), deadlines=shown(deliver_by="2026-12-20")),
        [("dispute-opens", "soon"), ("deliver-by", "later"), ("dispute-until", "later")],
    ),
    (
        "the seller had to ship yesterday: that is still to be looked at",
        Order(events=happened(paid="2026-11-10", payment_verified="2026-11-11"), deadlines=shown(ship_by="2026-11-20")),
        [("ship-by", "overdue")],
    ),
    (
        "a refund that should be here",
        Order(events=happened(refund_started="2026-11-10"), payment="klarna"),
        [("refund-latest", "overdue")],
    ),
    (
        "the 48 hours of a request are over, the 72 are not: the first is no news any more",
        Order(events=happened(cancel_requested="2026-11-20T10:00:00+00:00")),
        [("cancel-answer-latest", "soon")],
    ),
    ("over: nothing", Order(events=happened(refund_received="2026-11-10")), []),
    ("nothing known: nothing", Order(), []),
]


@pytest.mark.parametrize("order, found", [row[1:] for row in LISTED], ids=[row[0] for row in LISTED])
def test_what_is_listed(order: Order, found: list[tuple[str, Level]]) -> None:
    assert listed(order) == found


LEVELS: list[tuple[str, str, Level]] = [
    ("2026-11-22T11:59:59+00:00", "UTC", "overdue"),
    ("2026-11-22T12:00:00+00:00", "UTC", "today"),
    ("2026-11-22T23:59:59+00:00", "UTC", "today"),
    ("2026-11-23T00:00:00+00:00", "UTC", "soon"),
    ("2026-11-25T23:59:59+00:00", "UTC", "soon"),
    ("2026-11-26T00:00:00+00:00", "UTC", "week"),
    ("2026-11-29T23:59:59+00:00", "UTC", "week"),
    ("2026-11-30T00:00:00+00:00", "UTC", "later"),
    ("2026-11-23T07:59:59+00:00", "America/Los_Angeles", "today"),
    ("2026-11-23T07:59:59+00:00", "Pacific/Kiritimati", "today"),
    ("2026-11-23T10:00:00+00:00", "Pacific/Kiritimati", "soon"),
]


@pytest.mark.parametrize("at, zone, level", LEVELS)
def test_a_level_counts_dates_where_the_user_is(at: str, zone: str, level: Level) -> None:
    moment = datetime.fromisoformat(at)
    due = Due(Standing(Order(), NOON.astimezone(ZoneInfo(zone)), Outlook(None)), DueDate("ship-by", moment), moment)
    assert due.level == level


@pytest.mark.parametrize(
    "at, zone, left",
    [
        ("2026-11-22T23:59:59+00:00", "UTC", 0),
        ("2026-11-23T00:00:00+00:00", "UTC", 1),
        ("2026-11-21T23:59:59+00:00", "UTC", -1),
        ("2026-11-23T07:59:59+00:00", "UTC", 1),
        ("2026-11-23T07:59:59+00:00", "America/Los_Angeles", 0),
        ("2026-11-23T07:59:59+00:00", "Pacific/Kiritimati", 0),
        ("2027-11-22T12:00:00+00:00", "UTC", 365),
    ],
)
def test_days_left_are_midnights_where_the_buyer_is(at: str, zone: str, left: int) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert days_left("ship-by", datetime.fromisoformat(at), now) == left


def test_the_agenda_is_sorted_by_moment_then_number_and_ends_where_it_is_told_to() -> None:
    def waiting(number: str, day: str) -> Standing:
        events = happened(paid="2026-11-18", payment_verified="2026-11-18")
        return standing(Order(number=number, events=events, deadlines=shown(ship_by=day)))

    standings = [waiting("3", "2026-11-25"), waiting("2", "2026-11-24"), waiting("1", "2026-11-25")]
    assert [due.standing.order.number for due in agenda(standings)] == ["2", "1", "3"]
    assert [due.standing.order.number for due in agenda(standings, datetime(2026, 11, 25, 12, tzinfo=UTC))] == ["2"]
    last = datetime(2026, 11, 24, 23, 59, 59, tzinfo=SITE_ZONE)
    assert [due.standing.order.number for due in agenda(standings, last)] == ["2"]
    assert agenda(standings, last - timedelta(seconds=1)) == []


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles"]
)
def test_the_last_day_of_a_refund_is_due_by_that_day_wherever_the_user_is(zone: str) -> None:
    """The site ends its days in California; a bank ends its own."""
    order = Order(events=happened(refund_started="2026-11-10"), payment="klarna")
    evening = datetime(2026, 11, 17, 20, tzinfo=ZoneInfo(zone))
    (due,) = dues_of(standing(order, evening))
    day = last_day(due.deadline.id, due.at, evening)
    until = datetime.combine(day, LAST_SECOND, evening.tzinfo)
    assert agenda([standing(order, evening)], until) == [due]
    assert agenda([standing(order, evening)], until - timedelta(days=1)) == []
    assert deadline_document(due.deadline, evening)["days_left"] == (day - evening.date()).days


def test_of_two_shown_deadlines_the_earlier_is_due() -> None:
    events = happened(paid="2026-11-18", payment_verified="2026-11-18")
    order = Order(events=events, deadlines=shown(ship_by="2026-11-28") + shown(ship_by="2026-11-26"))
    assert [due.at.date().isoformat() for due in dues_of(standing(order))] == ["2026-11-26"]


WAKES = [
    ("its next deadline", Order(events=happened(placed="2026-11-20")), "2026-12-10T23:59:59-08:00"),
    (
        "a change of the advice before any deadline: then the time to ship begins to be reckoned",
        Order(events=(Event("paid", When(at=datetime(2026, 11, 22, 9, tzinfo=UTC))),)),
        "2026-11-23T09:00:00+00:00",
    ),
    (
        "what is overdue keeps it in view",
        Order(events=happened(refund_started="2026-11-10"), payment="klarna"),
        "2026-11-19T23:59:59-08:00",
    ),
    ("it is over, never", Order(events=happened(refund_received="2026-11-10")), None),
    ("nothing is known of it, never", Order(deadlines=shown(ship_by="2026-11-26")), None),
    ("something is recorded for later", Order(events=happened(paid="2026-12-01")), "2026-12-01T00:00:00+00:00"),
]


@pytest.mark.parametrize("order, wake", [row[1:] for row in WAKES], ids=[row[0] for row in WAKES])
def test_an_order_is_looked_at_again_at(order: Order, wake: str | None) -> None:
    found = watched(order, POLICY, NOON, MON_FRI).wake
    assert found == (None if wake is None else datetime.fromisoformat(wake))


@given(asked(), st.floats(0, 1), st.integers(0, 40))
def test_before_it_wakes_an_order_has_nothing_due(case: tuple[Order, datetime], share: float, days: int) -> None:
    """The promise on which the store's index rests: asked later, up to a day before the wake, nothing is listed.

    Whoever asks it looks a day further ahead, for the day of a bank may end before its last moment at the site.
    """
    order, now = case
    wake = watched(order, POLICY, now, MON_FRI).wake
    span = timedelta(days=days)
    margin = timedelta(days=1)
    start = now.astimezone(UTC)
    last = (wake.astimezone(UTC) if wake else start + timedelta(days=500)) - span - margin - timedelta(seconds=1)
    if last < start:
        return
    at = (start + (last - start) * share).replace(microsecond=0).astimezone(now.tzinfo)
    assert agenda([standing(order, max(at, now))], max(at, now) + span) == []


def test_a_deadline_without_an_advice_is_not_listed() -> None:
    order = Order(deadlines=(Deadline("ship-by", When(NOON.date())),))
    assert list(dues_of(standing(order))) == []


@given(orders(), st.timedeltas(timedelta(0), timedelta(days=5000)))
def test_orders_that_are_alike_in_what_counts_stand_alike_and_wake_together(order: Order, age: timedelta) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC) + age
    assert watched(undescribed(order), POLICY, now, MON_FRI) == watched(order, POLICY, now, MON_FRI)

"""What comes due and what is listed is the same, whatever the store remembers of the times it was asked before."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.cli.watching import told_apart
from aliorder.domain.order import Deadline, Event, Order, SeenStatus, When
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from aliorder.exporters.orders_document import document_pieces
from tests.cli.given import Ran, ran, store_file

FIRST = date(2026, 8, 1)


class ZoneInfoOf(tzinfo):
    """A zone that knows its rules and has no name."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return self._zone.utcoffset(at)

    def dst(self, at: datetime | None) -> timedelta | None:
        return self._zone.dst(at)

    def tzname(self, _at: datetime | None) -> str | None:
        return "local"


DAYS = st.integers(0, 120).map(lambda days: FIRST + timedelta(days=days))
MOMENTS = st.integers(0, 120 * 24).map(lambda hours: datetime(2026, 8, 1, tzinfo=UTC) + timedelta(hours=hours))
WHENS = DAYS.map(lambda day: When(day=day)) | MOMENTS.map(lambda at: When(at=at))
STATUSES = st.sampled_from(("Awaiting delivery", "Awaiting payment", "Awaiting shipment", "Completed"))
SEEN = st.builds(SeenStatus, STATUSES, DAYS.map(lambda day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC)))
EVENTS = st.builds(Event, st.sampled_from(EVENT_KINDS), WHENS, st.none())
DEADLINES = st.builds(Deadline, st.sampled_from(DEADLINE_KINDS), WHENS)
NUMBERS = st.integers(1, 6).map(lambda place: f"819000000000{place:04}")
ORDERS = st.builds(
    Order,
    number=NUMBERS,
    status=st.none() | SEEN,
    events=st.lists(EVENTS, max_size=4).map(tuple),
    deadlines=st.lists(DEADLINES, max_size=2).map(tuple),
)
SHIPPED = Order("8190000000000001", events=(Event("shipped", When(day=date(2026, 9, 2))),))


class Bring(NamedTuple):
    """An import of these orders."""

    orders: list[Order]


class Add(NamedTuple):
    """An order is added."""

    number: str
    event: Event
    deadline: Deadline


class Record(NamedTuple):
    """Something happened to an order."""

    number: str
    event: Event


class Edit(NamedTuple):
    """The page of an order shows a deadline, or an event is dropped."""

    number: str
    change: Deadline | Event


class Remove(NamedTuple):
    """An order is removed."""

    number: str


class Undo(NamedTuple):
    """The last change is taken back."""


class Live(NamedTuple):
    """The buyer sets a country, which decides which days are holidays, or none."""

    country: str | None


class Ask(NamedTuple):
    """Somebody asks what is due so many days ahead, or for the list, or for both."""

    within: int | None
    listed: bool
    zone: str


Step = Bring | Add | Record | Edit | Remove | Undo | Live | Ask
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(Bring, st.lists(ORDERS, max_size=4)),
    st.builds(Add, NUMBERS, EVENTS, DEADLINES),
    st.builds(Record, NUMBERS, EVENTS),
    st.builds(Edit, NUMBERS, EVENTS | DEADLINES),
    st.builds(Remove, NUMBERS),
    st.builds(Undo),
    st.builds(Live, st.sampled_from((None, "DE", "BR"))),
    ASKS := st.builds(
        Ask, st.none() | st.integers(0, 40), st.booleans(), st.sampled_from(("UTC", "UTC", "America/Santiago"))
    ),
)


def brought_in(orders: list[Order], now: date) -> None:
    """Import the orders at that moment, without being told what needs attention."""
    text = "".join(document_pieces(orders, datetime(2026, 8, 1, tzinfo=UTC)))
    assert ran("-q", "import", "-", stdin=text.encode(), now=now.isoformat()).code in (0, 4)


def due(now: date, within: int) -> Ran:
    return ran("due", "--within", f"{within}d", "--json", now=now.isoformat())


def due_of_a_store_that_remembers_nothing(now: date, within: int) -> Ran:
    with TemporaryDirectory() as folder:
        place = shutil.copy(store_file(), folder)
        with closing(sqlite3.connect(place)) as store:
            store.execute("DELETE FROM wakes_hold")
            store.commit()
        return ran("--home", folder, "due", "--within", f"{within}d", "--json", now=now.isoformat())


def test_an_import_of_a_later_day_hides_nothing_from_an_earlier_one() -> None:
    unpaid = Order(
        "8190000000000002",
        events=(Event("placed", When(day=date(2026, 9, 1))),),
        deadlines=(Deadline("pay-by", When(day=date(2026, 9, 20))),),
    )
    brought_in([SHIPPED], date(2026, 9, 10))
    due(date(2026, 9, 10), 3)
    brought_in([unpaid], date(2026, 11, 15))
    found = due(date(2026, 9, 15), 9).document["due"]
    assert "8190000000000002" in {each["order"] for each in found}


def home() -> Path:
    return store_file().parent


def arguments(step: Step) -> list[str]:
    """The command of a step that changes something."""
    if isinstance(step, Add):
        return ["add", step.number, "--event", told(step.event), "--deadline", told(step.deadline)]
    if isinstance(step, Record):
        return ["record", step.number, step.event.kind, "--on", spelled(step.event.when)]
    if isinstance(step, Edit) and isinstance(step.change, Event):
        return ["edit", step.number, "--drop-event", step.change.kind]
    if isinstance(step, Edit):
        return ["edit", step.number, "--deadline", told(step.change)]
    if isinstance(step, Remove):
        return ["remove", step.number, "--yes"]
    if isinstance(step, Live):
        return ["config", "set", "country", step.country] if step.country else ["config", "unset", "country"]
    return ["undo"]


def told(part: Event | Deadline) -> str:
    return f"{part.kind}={spelled(part.when)}"


def spelled(when: When) -> str:
    return str(when.day) if when.at is None else when.at.isoformat()


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    before = os.environ["TZ"]
    os.environ["TZ"] = name
    try:
        yield
    finally:
        os.environ["TZ"] = before


@contextmanager
def nothing_remembered() -> Iterator[Path]:
    """A copy of all that is kept, of which nothing is remembered."""
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(home(), Path(folder) / "home"))
        if (place / "orders.db").exists():
            with closing(sqlite3.connect(place / "orders.db")) as store, store:
                store.execute("DELETE FROM wakes_hold")
        yield place


def answers(step: Ask, now: datetime) -> list[tuple[Ran, Ran]]:
    """Each answer with that of a store that remembers nothing."""
    due = [] if step.within is None else [("due", "--within", f"{step.within}d", "--json")]
    listed = [("list", "--json")] if step.listed else []
    found = []
    with in_zone(step.zone):
        for command in due + listed if step.within != 7 else listed + due:
            with nothing_remembered() as place:
                cold = ran("--home", str(place), *command, now=now.isoformat())
            found.append((ran(*command, now=now.isoformat()), cold))
    return found


LATER = {
    "add": ["8190000000000002", "--event", "placed=2026-09-01", "--deadline", "pay-by=2026-09-20"],
    "record": ["8190000000000001", "delivered", "--on", "2026-09-14"],
    "edit": ["8190000000000001", "--deadline", "deliver-by=2026-09-20"],
}


@pytest.mark.parametrize("command", LATER)
def test_a_change_of_a_later_day_hides_nothing_from_an_earlier_one(command: str) -> None:
    brought_in([SHIPPED], date(2026, 9, 10))
    due(date(2026, 9, 10), 3)
    assert ran(command, *LATER[command], now="2026-11-15").code == 0
    same(Ask(9, listed=True, zone="UTC"), datetime(2026, 9, 15, 12, tzinfo=UTC))


def test_a_country_that_was_set_since_counts() -> None:
    both, now = Ask(40, listed=True, zone="UTC"), datetime(2026, 12, 22, 12, tzinfo=UTC)
    facts = ["--payment", "visa", "--event", "refund-started=2026-12-21"]
    assert ran("add", "8190000000000001", *facts, now=now.isoformat()).code == 0
    before = same(both, now)
    assert ran("config", "set", "country", "DE").code == 0
    assert all(one != other for one, other in zip(before, same(both, now), strict=True))


def test_a_zone_that_was_set_since_counts() -> None:
    delivered = Event("delivered", When(day=date(2026, 9, 3)))
    brought_in([replace(SHIPPED, events=(*SHIPPED.events, delivered))], date(2026, 9, 1))
    now = datetime(2026, 9, 3, 2, tzinfo=UTC)
    before = same(Ask(40, listed=True, zone="UTC"), now)
    assert all(
        one != other
        for one, other in zip(before, same(Ask(40, listed=True, zone="America/Santiago"), now), strict=True)
    )


def same(step: Ask, now: datetime) -> list[Ran]:
    """What is answered, which must be what a store answers that remembers nothing."""
    found = answers(step, now)
    for warm, cold in found:
        assert warm == cold
        assert warm.code == 0
    return [warm for warm, _ in found]


@settings(max_examples=25, deadline=None)
@given(
    first=st.lists(ORDERS, min_size=2, max_size=6),
    steps=st.lists(st.tuples(STEPS | ASKS, MOMENTS), min_size=2, max_size=8),
    last=MOMENTS,
)
def test_what_is_due_and_listed_does_not_depend_on_what_is_remembered(
    first: list[Order], steps: list[tuple[Step, datetime]], last: datetime
) -> None:
    shutil.rmtree(home(), ignore_errors=True)
    home().mkdir(parents=True)
    both = Ask(60, listed=True, zone="UTC")
    for step, now in [
        (Bring(first), last - timedelta(days=30)),
        *steps,
        (both, last),
        (both, last + timedelta(days=9)),
    ]:
        if isinstance(step, Ask):
            same(step, now)
        elif isinstance(step, Bring):
            brought_in(step.orders, now.date())
        else:
            ran("-q", *arguments(step), now=now.isoformat())


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "change",
    [
        "outlook = '['",
        "outlook = x'ff'",
        "outlook = printf('%.*c', 1000000, '[')",
        'outlook = \'[[],"wait",null,[["deliver-by",1,"0001-01-01T00:00:00+00:00",null,0]],[]]\'',
        'outlook = \'[[],"wait",null,[["deliver-by",1,"9999-12-31T23:59:59+00:00",null,0]],[]]\'',
        "stage = 'lost'",
        "stage = x'00'",
        "holds_until = 'never'",
        "holds_until = x'00'",
        "holds_until = 9223372036854775807",
        "is_open = 'maybe'",
        "outlook = NULL",
    ],
)
def test_what_is_remembered_in_a_wrong_shape_is_worked_out_anew(change: str) -> None:
    before = [ran("list", "--json"), ran("due", "--json")]
    with closing(sqlite3.connect(store_file())) as store, store:
        store.execute("PRAGMA ignore_check_constraints = ON")
        store.execute(f"UPDATE wakes SET {change}")
    assert [ran("list", "--json"), ran("due", "--json")] == before
    assert [found.code for found in before] == [0, 0]


@pytest.mark.usefixtures("kept")
def test_a_wake_of_a_wrong_shape_harms_nobody() -> None:
    before = ran("list", "--json")
    with closing(sqlite3.connect(store_file())) as store, store:
        store.execute("UPDATE wakes SET wake = 'soon'")
    assert (ran("list", "--json"), ran("due").code) == (before, 0)


def test_within_the_last_second_of_an_outlook_it_is_worked_out_anew() -> None:
    page = ("--event", "placed=2026-11-01", "--deadline", "pay-by=2026-11-24T10:00:00Z")
    assert ran("add", "8190000000000001", *page, now="2026-11-24T09:00:00Z").code == 0
    late = "2026-11-24T10:00:00.600Z"
    assert [order["stage"] for order in ran("list", "--json", now=late).document["orders"]] == ["closed"]


def test_of_two_zones_that_bear_one_name_each_counts_for_itself() -> None:
    """A time zone may be a file of the user's own, whose content changes while its name stays."""
    berlin, island = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Kiritimati")
    nameless = [ZoneInfoOf(zone) for zone in (berlin, island)]
    assert told_apart(berlin) == "Europe/Berlin"
    assert told_apart(nameless[0]) != told_apart(nameless[1])


def test_looking_at_one_order_of_a_later_day_spoils_nothing() -> None:
    assert ran("add", "8190000000000001", "--event", "paid=2026-11-20", now="2026-11-22").code == 0
    assert ran("show", "8190000000000001", now="2027-06-01").code == 0
    with closing(sqlite3.connect(store_file())) as store:
        assert store.execute("SELECT asked FROM wakes_hold").fetchone()[0].startswith("2026-11-22")

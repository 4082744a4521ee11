"""The calendar file, read back by another library than the one that writes it, and a strict one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from aliorder import __version__
from aliorder.domain.agenda import Due, agenda
from aliorder.domain.dates import LAST_SECOND, MON_FRI, SITE_ZONE, end_of_site_day, start_of_site_day
from aliorder.domain.order import Money, Order
from aliorder.domain.outlook import DueDate, Outlook, Standing
from aliorder.domain.policy import DeadlineId
from aliorder.domain.watching import outlook_of
from aliorder.exporters.calendar_file import LARGEST_SEQUENCE, calendar_text
from aliorder.words.labels import DEADLINE_LABELS
from aliorder.words.safe import printable, shortened
from tests.domain.given import NOON, POLICY, ZONES, happened, shown

NUMBER = "8123456789012345"
CABLE = Order(NUMBER, title="USB cable", store_name="Cable Shop", total=Money(Decimal("12.34"), "USD"))
BERLIN, KIRITIMATI, LOS_ANGELES, HONOLULU = (
    ZoneInfo(name) for name in ("Europe/Berlin", "Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Honolulu")
)


def standings(orders: Iterable[Order], now: datetime) -> list[Standing]:
    return [Standing(order, now, outlook_of(order, POLICY, now, MON_FRI)) for order in orders]


def due(at: datetime, order: Order = CABLE, now: datetime = NOON, name: DeadlineId = "ship-by") -> Due:
    """A deadline of an order of which nothing else is known."""
    return Due(Standing(order, now, Outlook(None)), DueDate(name, at), at)


def calendar(text: str) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(text)


def read(*dues: Due, now: datetime = NOON) -> list[Event]:
    """The entries of these deadlines, as the other library reads them."""
    return calendar(calendar_text(dues, now)).events


def read_one(at: datetime, order: Order = CABLE, now: datetime = NOON) -> Event:
    (event,) = read(due(at, order, now), now=now)
    return event


def test_an_entry_says_all_that_is_needed() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    order = Order(
        NUMBER,
        title="USB cable",
        store_name="Cable, Shop",
        total=Money(Decimal("12.34"), "USD"),
        events=happened(placed="2026-11-18", paid="2026-11-18", payment_verified="2026-11-18"),
        deadlines=shown(ship_by="2026-11-27"),
    )
    lines = f"""\
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//aliorder//aliorder {__version__}//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:AliExpress deadlines
        X-WR-CALNAME:AliExpress deadlines
        BEGIN:VEVENT
        SUMMARY:Seller has to ship: USB cable
        DTSTART;VALUE=DATE:20261127
        DTEND;VALUE=DATE:20261128
        DTSTAMP:20261122T110000Z
        UID:{NUMBER}-ship-by@aliorder
        SEQUENCE:3625140
        CATEGORIES:AliExpress
        DESCRIPTION:To do\\, as of Sun 22 Nov 2026: Wait\\nLast moment: Sat 28 Nov 2026\\, 08:59 (UTC+01:00)\\n\
Read off the order page.\\nOrder: {NUMBER}\\nTitle: USB cable\\nStore: Cable\\, Shop\\nAmount: 12.34 USD\\n\
More: aliorder advise {NUMBER}
        LAST-MODIFIED:20261122T110000Z
        TRANSP:TRANSPARENT
        URL:https://www.aliexpress.com/p/order/detail.html?orderId={NUMBER}
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Seller has to ship: USB cable
        TRIGGER:-PT15H
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Seller has to ship: USB cable
        TRIGGER:PT9H
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """
    text = calendar_text(agenda(standings([order], now)), now)
    assert text.replace("\r\n ", "") == re.sub("^ +", "", lines, flags=re.MULTILINE).replace("\n", "\r\n")


def start_of(event: Event) -> date:
    assert event.dtstart is not None
    return event.dtstart


@pytest.mark.parametrize(
    "zone, starts, ends",
    [
        (BERLIN, "2026-11-27T09:45:00+01:00", "2026-11-27T10:00:00+01:00"),
        (KIRITIMATI, "2026-11-27T22:45:00+14:00", "2026-11-27T23:00:00+14:00"),
        (LOS_ANGELES, "2026-11-27T00:45:00-08:00", "2026-11-27T01:00:00-08:00"),
        (HONOLULU, "2026-11-26T22:45:00-10:00", "2026-11-26T23:00:00-10:00"),
    ],
)
def test_an_hour_is_right_in_every_zone(zone: ZoneInfo, starts: str, ends: str) -> None:
    at = datetime(2026, 11, 27, 10, tzinfo=BERLIN).astimezone(zone)
    event = read_one(at, now=NOON.astimezone(zone))
    assert isinstance(event.dtstart, datetime)
    assert isinstance(event.dtend, datetime)
    assert event.dtstart.astimezone(zone).isoformat() == starts
    assert event.dtend.astimezone(zone).isoformat() == ends == at.isoformat()


@pytest.mark.parametrize(
    "zone, at, day",
    [
        (zone, at, day)
        for at, days in {
            end_of_site_day(date(2026, 11, 27)): ("2026-11-27", "2026-11-27", "2026-11-27", "2026-11-27"),
            end_of_site_day(date(2026, 3, 8)): ("2026-03-08", "2026-03-08", "2026-03-08", "2026-03-08"),
            end_of_site_day(date(2026, 12, 31)): ("2026-12-31", "2026-12-31", "2026-12-31", "2026-12-31"),
            start_of_site_day(date(2026, 11, 29)): ("2026-11-29", "2026-11-29", "2026-11-29", "2026-11-29"),
            start_of_site_day(date(2026, 11, 1)): ("2026-11-01", "2026-11-01", "2026-11-01", "2026-11-01"),
        }.items()
        for zone, day in zip((BERLIN, KIRITIMATI, LOS_ANGELES, HONOLULU), days, strict=True)
    ],
)
def test_a_day_of_the_page_is_that_day_no_end_too_late_no_beginning_too_early(
    zone: ZoneInfo, at: datetime, day: str
) -> None:
    event = read_one(at, now=NOON.astimezone(zone))
    assert (type(event.dtstart), start_of(event).isoformat()) == (date, day)
    assert event.dtend == start_of(event) + timedelta(days=1)
    last = at.time() == LAST_SECOND
    assert start_of(event) <= at.astimezone(zone).date() if last else start_of(event) >= at.astimezone(zone).date()


@given(st.datetimes(datetime(2010, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)), st.sampled_from(ZONES))  # noqa: DTZ001
def test_no_entry_ends_after_its_deadline(at: datetime, zone: ZoneInfo) -> None:
    at = at.replace(microsecond=0)
    moment, by_day = (read_one(each, now=NOON.astimezone(zone)) for each in (at, end_of_site_day(at.date())))
    assert moment.dtend == at
    assert start_of(by_day) <= end_of_site_day(at.date()).astimezone(zone).date()


def test_an_hour_of_a_buyer_at_the_pacific_is_no_whole_day() -> None:
    assert read_one(datetime(2026, 11, 27, 18, tzinfo=SITE_ZONE)).dtend == datetime(2026, 11, 28, 2, tzinfo=UTC)


def test_a_later_export_updates_the_same_entries() -> None:
    order = Order(NUMBER, events=happened(paid="2026-11-20", cancel_requested="2026-11-21T10:00:00+01:00"))
    other = Order("8123456789012346", events=order.events)
    exports = [
        read(*agenda(standings([order, other], now)), now=now)
        for now in (NOON, NOON + timedelta(minutes=1), (NOON + timedelta(hours=9)).astimezone(KIRITIMATI))
    ]
    names = [{event.uid for event in events} for events in exports]
    assert names[0] == names[1] == names[2]
    assert [len(events) for events in exports] == [len(names[0])] * 3
    assert {name.split("-", 1)[0] for name in names[0]} == {order.number, other.number}
    assert [{event.sequence for event in events} for events in exports] == [{3625200}, {3625201}, {3625740}]
    assert {event.dtstamp for event in exports[2]} == {NOON + timedelta(hours=9)}


@pytest.mark.parametrize("year, sequence", [(1900, 0), (2020, 0), (2021, 366 * 1440), (9999, LARGEST_SEQUENCE)])
def test_the_sequence_stays_within_its_bounds(year: int, sequence: int) -> None:
    assert read_one(NOON, now=datetime(year, 1, 1, tzinfo=UTC)).sequence == sequence


HOSTILE_NUMBERS = ("", "8" * 41, "٣٤٥٦٧٨٩٠", "8123-ship-by@aliorder", "1\r\nUID:2", "1\n", "\ud800", "x", "X")


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "C"]), max_size=9), max_size=6))
@example(list(HOSTILE_NUMBERS))
def test_no_two_orders_share_an_entry_whatever_their_numbers(numbers: list[str]) -> None:
    numbers = sorted({*numbers, NUMBER})
    found = [event.uid for event in read(*(due(NOON, Order(number)) for number in numbers))]
    assert len(set(found)) == len(numbers)
    assert [name for name in found if not re.fullmatch("[a-z0-9@-]+", name)] == []


def test_only_a_number_of_the_site_leads_to_its_page() -> None:
    assert [event.url for event in read(*(due(NOON, Order(number)) for number in HOSTILE_NUMBERS))] == [None] * 9
    assert read_one(NOON).url == f"https://www.aliexpress.com/p/order/detail.html?orderId={NUMBER}"


@pytest.mark.parametrize(
    "at, announced",
    [
        (end_of_site_day(date(2026, 11, 27)), ["2026-11-26T09:00:00", "2026-11-27T09:00:00"]),
        (datetime(2026, 11, 27, 10, tzinfo=UTC), ["2026-11-26T09:45:00", "2026-11-27T07:45:00"]),
        (NOON, ["2026-11-21T11:45:00", "2026-11-22T09:45:00"]),
        (NOON - timedelta(seconds=1), []),
        (end_of_site_day(date(2026, 11, 21)), []),
    ],
)
def test_what_is_not_over_is_announced_twice(at: datetime, announced: list[str]) -> None:
    event = read_one(at)
    start = datetime.fromisoformat(start_of(event).isoformat()).replace(tzinfo=None)
    found = [start + alarm.trigger for alarm in event.alarm if isinstance(alarm.trigger, timedelta)]
    assert [moment.isoformat() for moment in found] == announced
    assert {(alarm.action, alarm.description) for alarm in event.alarm} <= {("DISPLAY", event.summary)}


@pytest.mark.parametrize(
    "name, at, line",
    [
        ("ship-by", end_of_site_day(date(2026, 11, 27)), "Last moment: Sat 28 Nov 2026, 13:29 (UTC+05:30)"),
        ("dispute-opens", start_of_site_day(date(2026, 11, 27)), "First moment: Fri 27 Nov 2026, 13:30 (UTC+05:30)"),
    ],
)
def test_the_exact_moment_is_told_in_the_zone_of_the_buyer(name: DeadlineId, at: datetime, line: str) -> None:
    now = NOON.astimezone(ZoneInfo("Asia/Kolkata"))
    (event,) = read(due(at, now=now, name=name), now=now)
    assert (event.description or "").splitlines()[:2] == [line, "Our estimate: what the order page shows comes first."]


def test_what_to_claim_is_told_with_the_action() -> None:
    order = Order(NUMBER, why="defective", keep=True, events=happened(shipped="2026-11-01", delivered="2026-11-20"))
    events = read(*agenda(standings([order], NOON)))
    told = {(event.description or "").splitlines()[0] for event in events}
    assert told == {
        "To do, as of Sun 22 Nov 2026: Open a dispute: part of the money back, keep the goods",
    }


@pytest.mark.parametrize("name", DEADLINE_LABELS)
def test_every_deadline_has_a_summary_that_begins_with_a_capital(name: DeadlineId) -> None:
    (event,) = read(due(NOON, name=name))
    assert (event.summary or "").casefold() == f"{DEADLINE_LABELS[name]}: USB cable".casefold()
    assert (event.summary or "")[0].isupper()


@pytest.mark.parametrize(
    "number, title, summary",
    [
        (NUMBER, None, "Seller has to ship: order …2345"),
        (NUMBER, "\u200b\n", "Seller has to ship: order …2345"),
        (NUMBER, "Lamp", "Seller has to ship: Lamp"),
        (NUMBER, "x" * 81, f"Seller has to ship: {'x' * 79}…"),
        ("\r\nUID:1", None, "Seller has to ship: order …ID:1"),
    ],
)
def test_an_order_without_a_title_is_called_by_its_last_digits(number: str, title: str | None, summary: str) -> None:
    assert read_one(NOON, Order(number, title=title)).summary == summary


TEXTS = st.text(
    st.one_of(
        st.characters(categories=["L", "M", "N", "P", "S", "Z", "C"]),
        st.sampled_from('\\nN;,:"\r\n\t '),
        st.sampled_from("\u202e\u2028\x85\x00\ufeff\U0001f9e6"),
    ),
    max_size=200,
)


@given(TEXTS, TEXTS)
@example("a, b; c\\d \\n \\N \\\\N \\; C:\\New\\notes", "\\")
@example("x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil", "x\nBEGIN:VALARM\n")
@example("😀" * 100, "🧦" * 100)
@example("كابل يو إس بي, قابل", "\u202etxt.exe\u2066")
@example("x" * 10_000, "é" * 10_000)
@example("\ud800", "\udfff\x00\x1b[31m")
def test_a_text_comes_back_as_it_is_printed(title: str, store: str) -> None:
    (event,) = read(due(NOON, Order(NUMBER, title=title, store_name=store)))
    lines = [f"Order: {NUMBER}"]
    lines += [f"Title: {printable(title)}"] if printable(title) else []
    lines += [f"Store: {printable(store)}"] if printable(store) else []
    assert event.summary == f"Seller has to ship: {shortened(title, 80) or 'order …2345'}"
    assert (event.description or "").split("\n")[2:-1] == lines


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=2))
def test_lines_are_short_and_end_as_the_standard_wants(texts: list[tuple[str, str]]) -> None:
    orders = [Order(NUMBER, title=title, store_name=store) for title, store in texts]
    lines = calendar_text([due(NOON, order) for order in orders], NOON).encode("utf-8").split(b"\r\n")
    assert lines[-1] == b""
    assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    assert [line.decode("utf-8") for line in lines].count("BEGIN:VEVENT") == len(orders)


def test_a_calendar_without_deadlines_is_whole() -> None:
    text = calendar_text([], NOON)
    found = calendar(text)
    assert (found.events, [zone.tz_id for zone in found.timezones]) == ([], ["Etc/UTC"])
    assert (found.prodid, found.version, found.method) == (f"-//aliorder//aliorder {__version__}//EN", "2.0", "PUBLISH")

"""Deadlines as an iCalendar document (RFC 5545), for the buyer's calendar program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

# Only here, and this module is loaded only by who writes such a document: icalendar takes 100 ms.
from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard, vText

from aliorder import __version__
from aliorder.domain.agenda import Due
from aliorder.domain.dates import LAST_SECOND, ONE_DAY, is_site_day
from aliorder.domain.order import Order
from aliorder.domain.policy import DeadlineId
from aliorder.words.dates import day_words
from aliorder.words.labels import DEADLINE_LABELS
from aliorder.words.money import money_words
from aliorder.words.reminding import remind_line, todo_line
from aliorder.words.safe import printable, shortened

NAME = "AliExpress deadlines"
ORDER_PAGE = "https://www.aliexpress.com/p/order/detail.html?orderId="
TITLE_WIDTH = 80
"""So many characters of a title stand in the summary; all of them stand in the description."""

LENGTH = timedelta(minutes=15)
"""How long a timed entry is; it ends at the deadline.

Not without length, which RFC 5545 allows: Exchange takes no entry without an end, others make an hour of it, and some
refuse an end that equals the start.
"""

ALARMS_OF_A_DAY = (timedelta(hours=-15), timedelta(hours=9))
"""09:00 on the day before and on the day itself, from the midnight at which the day begins."""

ALARMS_OF_A_MOMENT = (timedelta(hours=-24), timedelta(hours=-2))
"""From the start of the entry: calendar programs offer these two in their own lists."""

REMINDER: DeadlineId = "answer-by"
FIRST_WORDS: Mapping[DeadlineId, str] = {"dispute-opens": "First moment", REMINDER: "Usually by"}
"""What the moment of a deadline is, where it is not its last."""

ALARMS_OF_A_REMINDER = (LENGTH,)
"""At the end of the entry: before an answer is overdue there is nothing to do."""

FIRST_MINUTE = datetime(2020, 1, 1, tzinfo=UTC)
LARGEST_SEQUENCE = 2**31 - 1


def calendar_text(dues: Iterable[Due], now: datetime) -> str:
    """The deadlines as one iCalendar document: lines of at most 75 octets that end in CRLF, safe to print.

    Every entry keeps its UID for ever and has a `SEQUENCE` and `DTSTAMP` that grow with `now`: importing a later
    document changes the entries of an earlier one and doubles none.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//aliorder//aliorder {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    for due in dues:
        calendar.add_component(event_of(due, now))
    if not calendar.subcomponents:
        calendar.add_component(utc())
    document: bytes = calendar.to_ical()
    return document.decode("utf-8")


def event_of(due: Due, now: datetime) -> Event:
    """The entry of a deadline: all day for the end or the beginning of a day at the site, else at its time."""
    event, summary, number = Event(), summary_of(due), due.standing.order.number or ""
    event.add("uid", uid_of(due))
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("sequence", sequence_at(now))
    event.add("summary", ExactText(summary))
    event.add("description", ExactText("\n".join(description_lines(due, now))))
    event.add("categories", ["AliExpress"])
    event.add("transp", "TRANSPARENT")
    if is_plain(number):
        event.add("url", f"{ORDER_PAGE}{number}")
    start, end = span_of(due.at, now)
    event.add("dtstart", start)
    event.add("dtend", end)
    if due.at >= now:
        add_alarms(event, summary, alarms_of(due, start))
    return event


def alarms_of(due: Due, start: date) -> tuple[timedelta, ...]:
    """When a deadline is announced, from the start of its entry."""
    if not isinstance(start, datetime):
        return ALARMS_OF_A_DAY
    return ALARMS_OF_A_REMINDER if due.deadline.id == REMINDER else ALARMS_OF_A_MOMENT


def add_alarms(event: Event, text: str, triggers: Iterable[timedelta]) -> None:
    """Let the entry be announced with `text`, by so much after its start."""
    for trigger in triggers:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", ExactText(text))
        alarm.add("trigger", trigger)
        event.add_component(alarm)


def span_of(at: datetime, now: datetime) -> tuple[date, date]:
    """Start and end, the end exclusive: two days for a whole day, else two moments in UTC of which the last is `at`."""
    if is_site_day(at):
        begins = at.time() != LAST_SECOND
        day = at.date() if begins else min(at.date(), at.astimezone(now.tzinfo).date())
        return day, day + ONE_DAY
    end = at.astimezone(UTC)
    return end - LENGTH, end


def uid_of(due: Due) -> str:
    """The name of the entry, made of order number and deadline alone, so that it is the same wherever it is made."""
    number = due.standing.order.number or ""
    name = number if is_plain(number) else f"order-{sha256(number.encode('utf-8', 'surrogatepass')).hexdigest()}"
    return f"{name}-{due.deadline.id}@aliorder"


def is_plain(number: str) -> bool:
    """Whether the order number is one that the site could have given: digits, and not too many."""
    return number.isascii() and number.isdigit() and len(number) <= 40


def sequence_at(now: datetime) -> int:
    """The minutes from 2020 to `now`: it grows with every export and fits in 31 bits until the year 6103.

    Of two exports within a minute the later has the later `DTSTAMP`, which decides then (RFC 5546, 2.1.5).
    """
    return min(max((now - FIRST_MINUTE) // timedelta(minutes=1), 0), LARGEST_SEQUENCE)


def summary_of(due: Due) -> str:
    """What ends and for which order, on one line: `Seller has to ship: USB cable`."""
    label, number = DEADLINE_LABELS[due.deadline.id], printable(due.standing.order.number or "")
    title = shortened(due.standing.order.title or "", TITLE_WIDTH)
    return f"{label[0].upper()}{label[1:]}: {title or f'order …{number[-4:]}'}"


def description_lines(due: Due, now: datetime) -> Iterator[str]:
    """What to do, when exactly, and which order it is about."""
    order, _, outlook = due.standing
    if outlook.action is not None:
        yield f"To do, as of {day_words(now.date())}: {printable(todo_line(due))}"
    if due.deadline.id == REMINDER and due.at >= now:
        yield f"If there is no answer by then: {printable(remind_line(order))}"
    yield f"{FIRST_WORDS.get(due.deadline.id, 'Last moment')}: {moment_words(due.at, now)}"
    if due.deadline.shown:
        yield "Read off the order page."
    else:
        yield "Our estimate." if due.deadline.id == REMINDER else "Our estimate: what the order page shows comes first."
    yield from (f"{name}: {text}" for name, text in attributes(order) if text)
    if is_plain(order.number or ""):
        yield f"More: aliorder advise {order.number}"


def attributes(order: Order) -> tuple[tuple[str, str], ...]:
    """Which order it is, in texts of one line; empty where nothing is known."""
    values = (order.number or "", order.title or "", order.store_name or "", money_words(order.total) or "")
    return tuple(zip(("Order", "Title", "Store", "Amount"), map(printable, values), strict=True))


def moment_words(at: datetime, now: datetime) -> str:
    """A moment in the zone of `now`, with its offset: an entry may be read anywhere."""
    own = at.astimezone(now.tzinfo)
    offset = f"{own:%z}"
    return f"{day_words(own.date())}, {own:%H:%M} (UTC{offset[:3]}:{offset[3:5]})"


def utc() -> Timezone:
    """The zone of all moments: a calendar must have some component (RFC 5545, 3.6), and here nothing is due."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - the onset of a zone is told in local time
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone


class ExactText(vText):
    r"""Text in which `\N` stays what it is; icalendar itself makes a line break of it."""

    def to_ical(self) -> bytes:
        r"""The text escaped, part by part between each `\N`."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))

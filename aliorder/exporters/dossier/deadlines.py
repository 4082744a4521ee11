"""The deadlines of a dossier, those that the order page showed and those worked out, and what came of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.claims import is_granted
from aliorder.domain.dates import end_of_site_day, first_moment, is_site_day
from aliorder.domain.order import UNKNOWN, Deadline, Event
from aliorder.domain.outlook import WHOLE_DAYS, DueDate, last_day
from aliorder.domain.policy import DeadlineId
from aliorder.domain.timeline import implied
from aliorder.domain.vocabulary import CANCELLATIONS, DeadlineKind, EventKind, EvidenceKind
from aliorder.exporters.dossier.facts import Happened, course_of, in_words
from aliorder.exporters.dossier.model import Dossier, Exhibit
from aliorder.words.dates import distance_words
from aliorder.words.dossier import full_day, full_moment
from aliorder.words.labels import DEADLINE_LABELS


class Course(NamedTuple):
    """What belongs to a deadline: what had to happen before it, and what ends its point.

    Only what came after the newest of `starts` counts: an answer to an earlier request is none to this one.
    """

    keeps: tuple[EventKind, ...]
    starts: tuple[EventKind, ...] = ()
    ends: tuple[EventKind, ...] = ()


COURSES: Mapping[DeadlineId, Course] = {
    "ship-by": Course(("shipped",), ends=CANCELLATIONS),
    "deliver-by": Course(("delivered",), ends=CANCELLATIONS),
    "protection-until": Course(("delivered", "dispute-opened"), ("dispute-cancelled",), CANCELLATIONS),
    "cancel-answer-latest": Course(("cancel-refused", *CANCELLATIONS), ("cancel-requested",)),
    "dispute-until": Course(("dispute-opened",), ("dispute-cancelled",)),
    "seller-answer-by": Course(("dispute-refused", "dispute-agreed"), ("dispute-opened",), ("dispute-cancelled",)),
    "platform-steps-in": Course(("dispute-won", "dispute-lost"), ("dispute-opened",), ("dispute-cancelled",)),
    "free-return-until": Course(("return-sent",), ("delivered",)),
    "return-by": Course(("return-sent",), ("return-agreed",)),
    "appeal-until": Course(("appealed",), ("dispute-lost",)),
    "refund-latest": Course(()),
}
"""The deadlines that matter to whoever decides. A refund is told as late as long as any of it is still to come."""

ORDER: tuple[DeadlineId, ...] = tuple(COURSES)

SHOWING: tuple[EvidenceKind, ...] = ("order-page", "listing")
"""The evidence in which a deadline of the page may be seen."""

SITE_CLOCK = ", Pacific time"
"""The zone of the site's clock, in which the page shows days."""

State = Literal["ahead", "kept", "late", "over", "done", "void"]
"""Of a deadline: not over; what it was for happened in time, or too late, or not at all; it did, nobody knows when;
it lost its point before it ended."""

OUTCOMES: Mapping[State, str] = {"kept": "in time", "late": "too late", "done": "done", "void": "no longer matters"}
LATER = "later"
"""What is said instead of `too late` where nobody promised that day."""


class ToldDeadline(NamedTuple):
    """A deadline: its last moment and day, when in words, and what came of it.

    `shown`: it stood on the order page, of which `exhibits` may show a picture; else it was worked out from the rules.
    """

    id: DeadlineId
    at: datetime
    day: date
    what: str
    when: str
    state: State
    outcome: str
    shown: bool
    exhibits: tuple[Exhibit, ...]

    @property
    def missed(self) -> bool:
        """Whether it stood on the page and passed without what it was for: what is only worked out nobody promised."""
        return self.shown and self.state in ("late", "over")


def deadlines(dossier: Dossier) -> list[ToldDeadline]:
    """The deadlines, soonest first: those read off the page, and those that follow from what happened.

    A refund has a last day only once it was granted.
    """
    shown = {deadline.kind: deadline for deadline in sorted(dossier.order.deadlines, key=end_of, reverse=True)}
    dues = [DueDate(deadline.kind, last_moment_of(deadline), shown=True) for deadline in shown.values()]
    dues += reckoned(dossier.advice, shown.keys()) if dossier.advice else ()
    wanted = [(due.at, due) for due in dues if due.at and due.id in COURSES]
    wanted.sort(key=lambda pair: (pair[0].timestamp(), ORDER.index(pair[1].id)))
    course = with_shipping(course_of(dossier))
    return [told_deadline(due, at, dossier, course) for at, due in wanted]


def reckoned(advice: Advice, shown: Collection[DeadlineKind]) -> Iterator[DueDate]:
    """The deadlines of the advice that the page did not show."""
    for due in advice.deadlines:
        if due.id not in shown and (due.id != "refund-latest" or is_granted(advice)):
            yield due


def with_shipping(course: list[Event]) -> list[Event]:
    """The events, and a shipping of unknown day before them where only what follows it was noted."""
    kinds = {event.kind for event in course}
    return [Event("shipped", UNKNOWN), *course] if "shipped" in implied(kinds) - kinds else course


def end_of(deadline: Deadline) -> float:
    """The last second of a deadline, as a number; one that nobody knows comes last."""
    at = last_moment_of(deadline)
    return at.timestamp() if at else float("inf")


def last_moment_of(deadline: Deadline) -> datetime | None:
    """The last moment of a deadline of the page, a bare day being one in the site's clock."""
    when = deadline.when
    return when.at or (end_of_site_day(when.day) if when.day else None)


def told_deadline(due: DueDate, at: datetime, dossier: Dossier, course: Sequence[Event]) -> ToldDeadline:
    """A deadline in words; a day of the site stays the day that the page shows."""
    now, of_site = dossier.now, is_site_day(at)
    day = at.date() if of_site else last_day(due.id, at, now)
    when = full_day(day) if of_site or due.id in WHOLE_DAYS else full_moment(at, now)
    state, done = what_came(due.id, at, now, course)
    return ToldDeadline(
        due.id,
        at,
        day,
        DEADLINE_LABELS[due.id],
        f"{when}{SITE_CLOCK}" if of_site and due.id not in WHOLE_DAYS else when,
        state,
        outcome_words(state, in_words(done, now), shown=due.shown) if done else left_words(due.id, at, day, now),
        due.shown,
        tuple(exhibit for exhibit in dossier.exhibits if due.shown and exhibit.evidence.kind in SHOWING),
    )


def what_came(name: DeadlineId, at: datetime, now: datetime, course: Sequence[Event]) -> tuple[State, Event | None]:
    """How a deadline stands, and the event that it owes that to: of those after it was started, the first that counts.

    An event without a time counts from the beginning of its day.
    """
    keeps, starts, ends = COURSES[name]
    started = max((place for place, event in enumerate(course) if event.kind in starts), default=-1)
    since = course[started + 1 :]
    done = next((event for event in since if event.kind in keeps), None)
    if done is None:
        ended = next((event for event in since if event.kind in ends and is_by(event, at, now)), None)
        return ("void", ended) if ended else ("over" if at < now else "ahead", None)
    if done.when == UNKNOWN:
        return "done", done
    return ("kept" if is_by(done, at, now) else "late"), done


def is_by(event: Event, at: datetime, now: datetime) -> bool:
    """Whether the event came by then, going by the first moment that it can have been; one of unknown day did."""
    began = first_moment(event.when, now)
    return began is None or began <= at


def outcome_words(state: State, done: Happened, *, shown: bool) -> str:
    """What came of a deadline through an event."""
    return f"{LATER if state == 'late' and not shown else OUTCOMES[state]}: {done.what}, {done.when}"


def left_words(name: DeadlineId, at: datetime, day: date, now: datetime) -> str:
    """How far off a deadline is: what is ahead by the buyer's clock, what is over by the day that is shown."""
    over = at < now
    told = day if over else last_day(name, at, now)
    if told == now.date():
        return "ended today" if over else "ends today"
    return distance_words(told, now)

"""What is remembered of an order is what would be worked out, as long as it holds; what cannot be read is nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from aliorder.domain.dates import MON_FRI, SITE_ZONE, end_of_site_day, is_site_day
from aliorder.domain.order import Order
from aliorder.domain.outlook import DueDate, Outlook, Watched
from aliorder.domain.watching import outlook_of, watched
from aliorder.records.outlooks import UNASKED, Note, note_of, outlook_in, seconds
from tests.domain.given import NOON, POLICY, asked
from tests.strategies import orders

FAR = timedelta(days=500)
ONE_SECOND = timedelta(seconds=1)
# In the first three, days begin at midnight only where no clock is changed then, or where the date is another one.
ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "America/Santiago",
        "Asia/Beirut",
        "Pacific/Kiritimati",
        "America/Los_Angeles",
        "Europe/Berlin",
        "Etc/UTC",
    )
)


class Case(NamedTuple):
    """An order, the moment at which it is looked at, and how far from there to the end of what is remembered."""

    order: Order
    now: datetime
    share: float

    @property
    def seen(self) -> Watched:
        """What is found out at `now`."""
        return watched(self.order, POLICY, self.now, MON_FRI)

    @property
    def note(self) -> Note:
        """What is remembered of it."""
        return note_of(self.seen, self.now.tzinfo)

    @property
    def later(self) -> datetime:
        """A moment before the end, in the same zone, on a whole second unless that would be before `now`."""
        until = self.seen.outlook.until
        last = floor(until) - ONE_SECOND if until else self.now.astimezone(UTC) + FAR
        at = self.now.astimezone(UTC) + (last - self.now) * self.share
        return max(at.replace(microsecond=0), self.now.astimezone(UTC)).astimezone(self.now.tzinfo)


def floor(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def of_any_time(order: Order, zone: ZoneInfo, place: int, minutes: int, share: float) -> Case:
    """The order, looked at around a time that it tells, if it tells any."""
    whens = [*(event.when for event in order.events), *(deadline.when for deadline in order.deadlines)]
    told = [at for when in whens if (at := moment_of(when.at or when.day))]
    start = told[place % len(told)] if told else NOON
    return Case(order, (start + timedelta(minutes=minutes)).astimezone(zone), share)


def moment_of(when: object) -> datetime | None:
    """A moment, a day at noon, or nothing."""
    if isinstance(when, datetime) or when is None:
        return when
    return datetime.fromisoformat(f"{when}T12:00:00+00:00")


shares = st.floats(0, 1) | st.sampled_from((0.0, 1.0))
zones = st.sampled_from(ZONES)
near = st.builds(lambda case, zone, share: Case(case[0], case[1].astimezone(zone), share), asked(), zones, shares)
strange = st.builds(of_any_time, orders(), zones, st.integers(0, 9), st.integers(-3000, 90_000), shares)
cases = near | strange


def spelled_out(outlook: Outlook, zone: object) -> tuple[object, ...]:
    """All that an outlook says, with what `==` overlooks of moments: whose clock they follow, the hour told twice."""
    deadlines = [of_due(due, zone) for due in outlook.deadlines]
    return outlook.stage, str(outlook.since), outlook.action, outlook.claim, outlook.missing, deadlines


def of_due(due: DueDate, zone: object) -> tuple[object, ...]:
    at = due.at
    assert at is not None
    if at.tzinfo not in (SITE_ZONE, zone):
        at = at.replace(fold=0)  # an offset that never changes tells no hour twice
    clock = "site" if at.tzinfo is SITE_ZONE else "user" if at.tzinfo is zone else at.utcoffset()
    return due.id, due.shown, due.needs, at.replace(tzinfo=None), at.fold, clock, is_site_day(at)


@given(cases)
def test_what_is_remembered_is_what_was_found_out(case: Case) -> None:
    kept, found = outlook_in(case.note, case.later), case.seen.outlook
    assert kept is not None
    assert spelled_out(kept, case.now.tzinfo) == spelled_out(found, case.now.tzinfo)
    assert kept.until == (found.until and floor(found.until))


@given(cases)
def test_what_is_remembered_is_what_would_be_found_out(case: Case) -> None:
    kept, later = outlook_in(case.note, case.later), case.later
    assert kept is not None
    assert spelled_out(kept, later.tzinfo) == spelled_out(outlook_of(case.order, POLICY, later, MON_FRI), later.tzinfo)


@given(cases, st.timedeltas(timedelta(0), FAR))
def test_from_the_end_on_nothing_is_remembered(case: Case, span: timedelta) -> None:
    until = case.seen.outlook.until
    assume(until is not None)
    assert until is not None
    assert outlook_in(case.note, (until.astimezone(UTC) + span).astimezone(case.now.tzinfo)) is None


@given(cases)
def test_beside_it_stands_what_completion_reads(case: Case) -> None:
    seen, note = case.seen, case.note
    assert (note.wake, note.stage, note.holds_until) == (
        seconds(seen.wake),
        seen.outlook.stage,
        seconds(seen.outlook.until),
    )
    assert note.is_open == (1 if seen.outlook.is_open else 0)


FOLD = datetime(2026, 11, 1, 1, 30, tzinfo=SITE_ZONE)
TWICE_IN_SANTIAGO = datetime(2027, 4, 3, 23, 30, tzinfo=ZONES[0])


@pytest.mark.parametrize(
    "at",
    [
        FOLD,
        FOLD.replace(fold=1),
        TWICE_IN_SANTIAGO,
        TWICE_IN_SANTIAGO.replace(fold=1),
        end_of_site_day(NOON.date()),
        datetime(2026, 9, 6, 0, 30, tzinfo=ZONES[0]),
        datetime(2026, 11, 22, 23, 59, 59, 999_999, timezone(timedelta(hours=-8))),
        datetime(2026, 11, 22, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_a_deadline_keeps_its_clock_and_its_hour(at: datetime) -> None:
    outlook = Outlook("shipped", None, "wait", None, (DueDate("deliver-by", at, shown=True),))
    kept = outlook_in(note_of(Watched(outlook, at), ZONES[0]), NOON.astimezone(ZONES[0]))
    assert kept is not None
    assert spelled_out(kept, ZONES[0]) == spelled_out(outlook, ZONES[0])
    assert [due.at and due.at.astimezone(UTC) for due in kept.deadlines] == [at.astimezone(UTC)]


def test_an_outlook_without_a_stage_is_remembered_with_what_is_missing() -> None:
    outlook = Outlook(None, missing=("--stage", "--paid"))
    assert outlook_in(note_of(Watched(outlook, None), UTC), NOON) == outlook


def test_of_an_order_nobody_asked_about_nothing_is_remembered() -> None:
    assert outlook_in(UNASKED, NOON) is None


@pytest.mark.parametrize(
    "at, kept",
    [
        (None, None),
        (datetime(2026, 5, 6), 0),  # noqa: DTZ001
        (datetime(1970, 1, 1, 0, 0, 1, 999_999, UTC), 1),
        (datetime(1969, 12, 31, 23, 59, 59, 500_000, UTC), -1),
        (datetime(1970, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))), 0),
    ],
)
def test_a_moment_is_kept_as_the_whole_second_that_it_lies_in(at: datetime | None, kept: int | None) -> None:
    assert seconds(at) == kept


SOUND = Note(None, "shipped", 1, None, '[[],"wait",null,[["deliver-by",1,"2026-12-20T23:59:59","site",0]],[]]')
DUE = '["deliver-by",1,"2026-12-20T23:59:59","site",0]'

HOSTILE: list[tuple[str, dict[str, object]]] = [
    ("text as the moment", {"holds_until": "never"}),
    ("text of digits as the moment", {"holds_until": "9999999999"}),
    ("bytes as the moment", {"holds_until": b"\x00"}),
    ("a moment beyond all calendars", {"holds_until": 2**62}),
    ("a moment that is no number", {"holds_until": float("nan")}),
    ("no JSON", {"outlook": "wait"}),
    ("broken JSON", {"outlook": SOUND.outlook and SOUND.outlook[:-1]}),
    ("nothing", {"outlook": ""}),
    ("bytes", {"outlook": b"\xff\xfe\x00"}),
    ("a number", {"outlook": 5}),
    ("a number beyond reading", {"outlook": f"[{'9' * 5000}]"}),
    ("one megabyte", {"outlook": json.dumps([[], "x" * 1_000_000, None, [], []])}),
    ("one megabyte of brackets", {"outlook": "[" * 1_000_000}),
    ("nested deeply", {"outlook": f'[[],"wait",null,{"[" * 900}{"]" * 900},[]]'}),
    ("an object", {"outlook": '{"since":0,"wait":1,"b":2,"c":3,"d":4}'}),
    ("too little", {"outlook": '[[],"wait",null,[]]'}),
    ("too much", {"outlook": '[[],"wait",null,[],[],[]]'}),
    ("a stage nobody knows", {"stage": "lost"}),
    ("an empty stage", {"stage": "", "outlook": "[[],null,null,[],[]]"}),
    ("bytes as the stage", {"stage": b"shipped"}),
    ("a number as the stage", {"stage": 0, "outlook": "[[],null,null,[],[]]"}),
    ("an action nobody knows", {"outlook": '[[],"run",null,[],[]]'}),
    ("no action", {"outlook": "[[],null,null,[],[]]"}),
    ("a list as the action", {"outlook": "[[],null,[],[]]"}),
    ("an action without a stage", {"stage": None}),
    ("a claim nobody knows", {"outlook": '[[],"wait","all",[],[]]'}),
    ("an object as the claim", {"outlook": '[[],"wait",{},[],[]]'}),
    ("deadlines that are none", {"outlook": '[[],"wait",null,5,[]]'}),
    ("no deadlines at all", {"outlook": '[[],"wait",null,null,[]]'}),
    ("a deadline nobody knows", {"outlook": f'[[],"wait",null,[{DUE.replace("deliver-by", "doom")}],[]]'}),
    ("a list as the deadline", {"outlook": '[[],"wait",null,[[[],1,"2026-12-20T23:59:59","site",0]],[]]'}),
    ("a deadline on no day", {"outlook": f'[[],"wait",null,[{DUE.replace("12-20", "02-30")}],[]]'}),
    ("a deadline on nobody's clock", {"outlook": f'[[],"wait",null,[{DUE.replace("site", "moon")}],[]]'}),
    ("a deadline on no clock", {"outlook": '[[],"wait",null,[["deliver-by",1,"2026-12-20T23:59:59",null,0]],[]]'}),
    ("a deadline before all days", {"outlook": f'[[],"wait",null,[{DUE.replace("2026-12-20", "0001-01-01")}],[]]'}),
    ("a deadline after all days", {"outlook": f'[[],"wait",null,[{DUE.replace("2026-12-20", "9999-12-31")}],[]]'}),
    ("a beginning that is no day", {"outlook": '[["soon"],"wait",null,[],[]]'}),
    ("a beginning on no clock", {"outlook": '[["2026-11-20T10:00:00",null,0],"wait",null,[],[]]'}),
    ("a beginning that is no list", {"outlook": '[7,"wait",null,[],[]]'}),
    ("half a deadline", {"outlook": '[[],"wait",null,[["deliver-by"]],[]]'}),
    ("missing numbers", {"outlook": '[[],"wait",null,[],[1]]'}),
    ("a word as what is missing", {"outlook": '[[],"wait",null,[],"paid"]'}),
    ("an object as what is missing", {"outlook": '[[],"wait",null,[],{"paid":1}]'}),
    ("nothing as what is missing", {"outlook": '[[],"wait",null,[],null]'}),
]


def test_the_note_that_the_hostile_ones_are_made_from_is_sound() -> None:
    assert outlook_in(SOUND, NOON) == Outlook(
        "shipped",
        None,
        "wait",
        None,
        (DueDate("deliver-by", datetime(2026, 12, 20, 23, 59, 59, tzinfo=SITE_ZONE), True),),
    )


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("change", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_note_of_the_wrong_shape_is_no_outlook(change: dict[str, object]) -> None:
    assert outlook_in(Note(**(SOUND._asdict() | change)), NOON) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(("wait", "site")),
    lambda parts: st.lists(parts, max_size=5) | st.dictionaries(st.text(max_size=5), parts, max_size=3),
    max_leaves=12,
)
columns = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=20) | st.binary(max_size=20)


@given(columns, columns, columns, columns, columns | anything.map(json.dumps), zones)
@example(0, "shipped", 1, None, '[[],"wait",null,[["deliver-by",[],"2026-12-20T23:59:59","user",7]],[]]', ZONES[0])
def test_whatever_is_in_a_note_nothing_is_raised(
    wake: object, stage: object, is_open: object, holds_until: object, outlook: object, zone: ZoneInfo
) -> None:
    note = Note._make((wake, stage, is_open, holds_until, outlook))
    found = outlook_in(note, NOON.astimezone(zone))
    for due in () if found is None else found.deadlines:
        assert due.at is not None
        assert due.at.astimezone(UTC) == due.at

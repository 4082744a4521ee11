"""Orders and moments for the tests of the core: days near each other, and zones at both ends of the earth."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from aliorder.domain.dates import MON_FRI
from aliorder.domain.facts import facts_of
from aliorder.domain.order import UNKNOWN, Deadline, Event, Money, Order, SeenStatus, When
from aliorder.domain.sheet import Facts
from aliorder.domain.vocabulary import (
    AMOUNT_KINDS,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    PARCELS,
    WHYS,
    DeadlineKind,
    EventKind,
)
from aliorder.policies import load_policy

POLICY = load_policy()
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
AMOUNTS = (None, Money(Decimal("3.10"), "USD"), Money(Decimal("30.00"), "USD"))
PACIFIC = ZoneInfo("America/Los_Angeles")
ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "UTC",
        "Europe/Berlin",
        "America/Los_Angeles",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Honolulu",
        "Pacific/Kiritimati",
    )
)


def on(text: str) -> When:
    """A day, a moment with its offset, or `unknown`."""
    if text == "unknown":
        return UNKNOWN
    return When(at=datetime.fromisoformat(text)) if "T" in text else When(date.fromisoformat(text))


def happened(**days: str) -> tuple[Event, ...]:
    """Events by their kind, `_` for `-`, in the order given."""
    return tuple(Event(_kind(name), on(day)) for name, day in days.items())


def shown(**days: str) -> tuple[Deadline, ...]:
    """Deadlines of the page by their kind, `_` for `-`."""
    return tuple(Deadline(_deadline_kind(name), on(day)) for name, day in days.items())


def facts_at(now: datetime, order: Order) -> Facts:
    """The facts about `order`, by the policy that ships, Monday to Friday."""
    return facts_of(order, POLICY, now, MON_FRI)


def moments_near() -> st.SearchStrategy[datetime]:
    """Moments to ask about, around both changes of the Pacific clock, in some zone."""
    return st.builds(
        lambda minutes, zone: (NOON + timedelta(minutes=minutes)).astimezone(zone),
        st.integers(-60 * 24 * 60, 150 * 24 * 60),
        st.sampled_from(ZONES),
    )


class Near(NamedTuple):
    """A time told from the moment that is asked about: it becomes a day, a moment or the unknown time."""

    minutes: int
    shape: Literal["day", "moment", "unknown"]

    def when(self, now: datetime) -> When:
        at = now + timedelta(minutes=self.minutes)
        return {"day": When(at.date()), "moment": When(at=at), "unknown": UNKNOWN}[self.shape]


def times(before: int, after: int) -> st.SearchStrategy[Near]:
    """Times from so many days before the moment that is asked about to so many after it."""
    shapes = st.sampled_from(("day", "moment", "unknown"))
    return st.builds(Near, st.integers(-before * 1440, after * 1440), shapes)


def asked() -> st.SearchStrategy[tuple[Order, datetime]]:
    """An order as it may stand around a moment, every fact that decides something known or not, and the moment.

    No two events are of one kind and one time; an event or a status may lie in the future.
    """
    yes_no = st.sampled_from((None, True, False))
    return st.builds(
        _asked,
        now=moments_near(),
        events=st.lists(st.tuples(st.sampled_from(EVENT_KINDS), times(140, 10)), max_size=7),
        deadlines=st.lists(st.tuples(st.sampled_from(DEADLINE_KINDS), times(40, 80)), max_size=3),
        status=st.none() | st.tuples(st.sampled_from(sorted(POLICY.status_texts)), st.integers(-100 * 1440, 60)),
        amount=st.sampled_from(AMOUNTS),
        payment=st.sampled_from((None, *POLICY.methods, "barter")),
        coupon=st.sampled_from((None, *COUPONS)),
        free_return=yes_no,
        cancel_button=yes_no,
        keep=yes_no,
        parcel=st.sampled_from(PARCELS),
        why=st.sampled_from((None, *WHYS)),
    )


def _asked(
    now: datetime,
    events: list[tuple[EventKind, Near]],
    deadlines: list[tuple[DeadlineKind, Near]],
    status: tuple[str, int] | None,
    amount: Money | None,
    **facts: Any,
) -> tuple[Order, datetime]:
    told = {(kind, near.when(now)): kind in AMOUNT_KINDS for kind, near in events}
    order = Order(
        number="8123456789012345",
        total=AMOUNTS[-1],
        events=tuple(
            Event(kind, when, amount if may_have_one else None) for (kind, when), may_have_one in told.items()
        ),
        deadlines=tuple(Deadline(kind, near.when(now)) for kind, near in deadlines),
        status=status and SeenStatus(status[0], now + timedelta(minutes=status[1])),
        **facts,
    )
    return order, now


def _kind(name: str) -> EventKind:
    return next(kind for kind in EVENT_KINDS if kind == name.replace("_", "-"))


def _deadline_kind(name: str) -> DeadlineKind:
    return next(kind for kind in DEADLINE_KINDS if kind == name.replace("_", "-"))

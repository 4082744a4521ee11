"""Hypothesis strategies for whole values of the domain, to be used by every test that wants one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from aliorder.domain.order import UNKNOWN, WRITABLE, Deadline, Event, Evidence, Item, Money, Order, SeenStatus, When
from aliorder.domain.vocabulary import (
    AMOUNT_KINDS,
    CASES,
    COUPONS,
    DEADLINE_KINDS,
    EVENT_KINDS,
    EVIDENCE_KINDS,
    PARCELS,
    WHYS,
    EventKind,
)

Part = TypeVar("Part")

FIRST_DAY = date(2010, 1, 1)
LAST_DAY = date(2099, 12, 31)
CURRENCIES = ("USD", "EUR", "JPY", "KWD", "BRL")


def numbers() -> st.SearchStrategy[str]:
    """Order numbers: 15 to 17 digits as text."""
    return st.integers(10**14, 10**17 - 1).map(str)


def aliases() -> st.SearchStrategy[str]:
    """Names that an order may have."""
    return st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True)


def words() -> st.SearchStrategy[str]:
    """Any text that can be written to a file, the strange and the empty included."""
    return st.text(max_size=20)


def money() -> st.SearchStrategy[Money]:
    """Amounts from 0 with up to three places after the point, written in any way."""
    amounts = st.decimals(min_value=0, max_value=10**7, places=3) | st.decimals(min_value=0, max_value=999, places=2)
    return st.builds(Money, amounts.map(Decimal), st.sampled_from(CURRENCIES))


def days() -> st.SearchStrategy[date]:
    """Days from `FIRST_DAY` to `LAST_DAY`."""
    return st.dates(FIRST_DAY, LAST_DAY)


def moments() -> st.SearchStrategy[datetime]:
    """Moments with an offset of whole minutes."""
    offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    return st.datetimes(datetime(2010, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC) | offsets)  # noqa: DTZ001


def whens() -> st.SearchStrategy[When]:
    """Days, moments and the unknown time."""
    return st.one_of(st.just(UNKNOWN), days().map(When), moments().map(lambda at: When(at=at)))


def events() -> st.SearchStrategy[Event]:
    """Events of every kind, with an amount only where the kind may have one."""

    def of_kind(kind: EventKind) -> st.SearchStrategy[Event]:
        amounts = st.none() | money() if kind in AMOUNT_KINDS else st.none()
        return st.builds(Event, st.just(kind), whens(), amounts, st.none() | words())

    return st.sampled_from(EVENT_KINDS).flatmap(of_kind)


def deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines of every kind."""
    return st.builds(Deadline, st.sampled_from(DEADLINE_KINDS), whens())


def evidence() -> st.SearchStrategy[Evidence]:
    """What is known of files that prove something."""
    return st.builds(
        Evidence,
        sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
        name=words(),
        size=st.integers(0, 2**50),
        media=st.sampled_from(("image/jpeg", "application/pdf", "application/octet-stream")),
        added=moments(),
        kind=st.sampled_from(EVIDENCE_KINDS),
        when=whens(),
        shows=st.none() | words(),
        supports=st.lists(st.sampled_from(CASES), unique=True, max_size=2).map(tuple),
    )


def items() -> st.SearchStrategy[Item]:
    """Lines of an order."""
    return st.builds(Item, st.none() | numbers(), st.none() | words(), st.integers(1, 999), st.none() | money())


def orders(number: st.SearchStrategy[str | None] | None = None) -> st.SearchStrategy[Order]:
    """Whole orders, every field known or not; with a number, unless `number` says otherwise."""
    yes_no = st.sampled_from((None, True, False))
    return st.builds(
        Order,
        number=numbers() if number is None else number,
        alias=st.none() | aliases(),
        title=st.none() | words(),
        store_name=st.none() | words(),
        items=_some(items()),
        total=st.none() | money(),
        payment=st.none() | st.sampled_from(("visa", "paypal", "boleto", "other")),
        country=st.none() | st.sampled_from(("DE", "US", "BR")),
        coupon=st.none() | st.sampled_from(COUPONS),
        free_return=yes_no,
        cancel_button=yes_no,
        keep=yes_no,
        status=st.none() | st.builds(SeenStatus, words(), moments()),
        tracking=st.none() | words(),
        parcel=st.sampled_from(PARCELS),
        why=st.none() | st.sampled_from(WHYS),
        notes=_some(words()),
        events=_some(events(), most=6),
        deadlines=_some(deadlines()),
        evidence=st.lists(evidence(), unique_by=lambda one: one.sha256, max_size=2).map(tuple),
        own=st.frozensets(st.sampled_from(WRITABLE), max_size=3),
    )


def _some(values: st.SearchStrategy[Part], most: int = 3) -> st.SearchStrategy[tuple[Part, ...]]:
    return st.lists(values, max_size=most).map(tuple)

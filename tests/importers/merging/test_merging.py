from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import UNKNOWN, WRITABLE, Deadline, Event, Evidence, Item, Money, Order, SeenStatus, When
from aliorder.domain.vocabulary import COUPONS, DEADLINE_KINDS, PARCELS, WHYS
from aliorder.importers.merging import merge

NOON = datetime(2026, 6, 20, 12, tzinfo=UTC)
SEEN = SeenStatus("Awaiting delivery", NOON)
LATER = SeenStatus("Completed", NOON + timedelta(hours=1))
EARLIER = SeenStatus("Awaiting shipment", NOON - timedelta(hours=1))
TEN = Money(Decimal(10), "EUR")
ELEVEN = Money(Decimal(11), "EUR")
STORED = Order(
    number="30390001",
    alias="tray",
    title="Cable tray",
    store_name="Desk Corner",
    total=TEN,
    payment="visa",
    country="FR",
    coupon="store",
    free_return=True,
    cancel_button=True,
    keep=False,
    status=SEEN,
    tracking="LP1",
    parcel="stuck",
    why="duplicate",
    notes=("asked the seller",),
    deadlines=(Deadline("deliver-by", When(date(2026, 7, 31))), Deadline("ship-by", When(date(2026, 6, 30)))),
)
READ = Order(
    number="30390001",
    alias="other",
    title="Cable tray, white",
    store_name="Desk Corner 2",
    total=ELEVEN,
    payment="card",
    country="BE",
    coupon="none",
    free_return=False,
    cancel_button=False,
    keep=True,
    status=LATER,
    tracking="LP2",
    parcel="moving",
    why="other",
    notes=("from the file",),
    deadlines=(Deadline("deliver-by", When(date(2026, 8, 5))), Deadline("pay-by", When(date(2026, 6, 29)))),
)
SHIP_BY, DELIVER_BY = STORED.deadlines[1], READ.deadlines[0]


def test_a_new_order_is_taken_as_it_is() -> None:
    assert merge(None, READ) == READ


def test_a_newer_view_replaces_all_but_the_buyers_own_words() -> None:
    assert merge(STORED, READ) == replace(
        READ,
        alias="tray",
        why="duplicate",
        keep=False,
        notes=("asked the seller", "from the file"),
        deadlines=(SHIP_BY, *READ.deadlines),
    )


@pytest.mark.parametrize("status", [EARLIER, None])
def test_an_older_or_undated_view_only_fills_gaps(status: SeenStatus | None) -> None:
    merged = merge(STORED, replace(READ, status=status))
    notes = ("asked the seller", "from the file")
    assert merged == replace(STORED, notes=notes, deadlines=(*STORED.deadlines, READ.deadlines[1]))


def test_a_view_that_says_nothing_takes_nothing_away() -> None:
    assert merge(STORED, Order(number="30390001", status=LATER)) == replace(STORED, status=LATER)


def test_an_older_view_fills_what_was_unknown() -> None:
    assert merge(Order(number="30390001", status=LATER), STORED) == replace(STORED, status=LATER)


def item(line_id: str | None, title: str | None, quantity: int = 1, price: Money | None = None) -> Item:
    return Item(line_id, title, quantity, price)


@pytest.mark.parametrize(
    "stored, read, expected",
    [
        ((), (item("1", "a"), item("2", "b")), (item("1", "a"), item("2", "b"))),
        ((item("1", "a"),), (), (item("1", "a"),)),
        ((item("1", "a"), item("2", "b")), (item("2", "B", 3), item("3", "c")),
         (item("1", "a"), item("2", "B", 3), item("3", "c"))),
        ((item("1", "a", 1, TEN),), (item("1", None, 2),), (item("1", "a", 2, TEN),)),
        ((item("1", "a"), item("2", "a")), (item("1", "a"), item("2", "a")), (item("1", "a"), item("2", "a"))),
        ((item(None, "a"),), (item(None, "a"), item(None, "a")), (item(None, "a"), item(None, "a"))),
        ((item(None, "a", 1, TEN), item(None, "z")), (item("1", "a"),), (item("1", "a", 1, TEN),)),
        ((item("1", "a"),), (item(None, "a", 1, TEN), item(None, "z")), (item("1", "a", 1, TEN),)),
        ((item(None, "a"), item("1", "a")), (item(None, "a", 2),), (item("1", "a"),)),
        ((item("1", "a", 1, TEN),), (item("2", "a"),), (item("2", "a", 1, TEN),)),
        ((item("1", "a"), item("2", "a")), (item("3", "a"),), (item("1", "a"), item("2", "a"), item("3", "a"))),
    ],
    ids=["new", "none", "by id", "gaps", "twins by id", "twins without id", "ids outrank typed", "no id", "mixed",
         "another id", "which one"],
)  # fmt: skip
def test_items_go_by_their_line_ids(
    stored: tuple[Item, ...], read: tuple[Item, ...], expected: tuple[Item, ...]
) -> None:
    assert merge(Order("1", items=stored), Order("1", items=read)) == Order("1", items=expected)


def day(number: int) -> When:
    return When(date(2026, 6, number))


def at(number: int, hour: int = 9) -> When:
    return When(date(2026, 6, number), datetime(2026, 6, number, hour, tzinfo=UTC))


@pytest.mark.parametrize(
    "kind, stored, read, expected",
    [
        ("delivered", [], [day(3)], [day(3)]),
        ("delivered", [day(3)], [], [day(3)]),
        ("delivered", [day(3)], [day(3)], [day(3)]),
        ("message-sent", [day(3)], [day(5)], [day(3), day(5)]),
        ("message-sent", [day(3)], [day(4)], [day(3), day(4)]),
        ("delivered", [at(3)], [day(3)], [at(3)]),
        ("delivered", [at(3)], [day(4)], [at(3)]),
        ("delivered", [day(4)], [at(3)], [at(3)]),
        ("delivered", [at(3, 9)], [at(3, 10)], [at(3, 10)]),
        ("delivered", [UNKNOWN], [day(3)], [day(3)]),
        ("delivered", [day(3)], [UNKNOWN], [day(3)]),
        ("placed", [day(3)], [day(9)], [day(9)]),
        ("placed", [at(3)], [day(9)], [day(9)]),
        ("placed", [at(3)], [day(2)], [at(3)]),
        ("placed", [day(3)], [day(2)], [day(3)]),
        ("placed", [day(2)], [day(3)], [day(3)]),
        ("shipped", [day(3)], [day(2)], [day(2)]),
    ],
)
def test_an_event_is_told_once_and_as_exactly_as_it_is_known(
    kind: str, stored: list[When], read: list[When], expected: list[When]
) -> None:
    def order(whens: list[When]) -> Order:
        return Order("1", events=tuple(Event(kind, when) for when in whens))  # type: ignore[arg-type]

    assert merge(order(stored), order(read)) == order(expected)


def test_an_older_view_corrects_no_day() -> None:
    stored = Order("1", status=SEEN, events=(Event("placed", day(3)), Event("shipped", UNKNOWN)))
    read = Order("1", status=EARLIER, events=(Event("placed", day(2)), Event("shipped", day(4))))
    assert merge(stored, read) == replace(stored, events=(Event("placed", day(3)), Event("shipped", day(4))))


def test_an_amount_is_kept_and_completed() -> None:
    stored = Order("1", events=(Event("refund-started", day(3)), Event("refund-received", day(9), TEN)))
    read = Order("1", events=(Event("refund-started", day(3), TEN), Event("refund-received", day(9))))
    expected = (Event("refund-started", day(3), TEN), Event("refund-received", day(9), TEN))
    assert merge(stored, read) == Order("1", events=expected)


@pytest.mark.parametrize(
    "stored, read, expected",
    [("Hello", None, "Hello"), (None, "Hello", "Hello"), ("Good\tday", "Good day", "Good\tday"), (None, None, None)],
)
def test_what_was_written_at_an_event_stays_and_makes_no_other_event_of_it(
    stored: str | None, read: str | None, expected: str | None
) -> None:
    one, other, both = (Event("message-sent", day(3), text=text) for text in (stored, read, expected))
    more = Event("message-sent", day(5), text="Hello")
    assert merge(Order("1", events=(one, more)), Order("1", events=(other,))).events == (both, more)


def test_two_texts_that_say_something_else_were_written_at_two_events() -> None:
    one, other = (Event("message-sent", day(3), text=text) for text in ("Hello", "Good day"))
    both = Order("1", events=(one, other))
    assert merge(Order("1", events=(one,)), Order("1", events=(other,))) == both
    assert merge(both, Order("1", events=(other,))) == merge(both, Order("1", events=(one, other))) == both


def test_two_refunds_of_one_day_stay_two() -> None:
    both = (Event("refund-received", day(3), TEN), Event("refund-received", day(3), ELEVEN))
    assert merge(Order("1", events=both[:1]), Order("1", events=both[1:])) == Order("1", events=both)
    assert merge(Order("1", events=both), Order("1", status=LATER, events=both)).events == both


def test_a_title_that_the_buyer_wrote_outlives_every_file() -> None:
    stored = replace(STORED, own=frozenset({"title", "payment", "free_return"}))
    merged = merge(stored, READ)
    assert (merged.title, merged.payment, merged.free_return) == ("Cable tray", "visa", True)
    assert (merged.store_name, merged.total, merged.own) == ("Desk Corner 2", ELEVEN, stored.own)


def test_words_of_the_buyer_that_a_file_carries_stay_the_buyers() -> None:
    read = replace(READ, own=frozenset({"title"}))
    assert merge(STORED, read).own == {"title"}
    stored = replace(STORED, own=frozenset({"title"}))
    assert merge(stored, read).title == "Cable tray"


@pytest.mark.parametrize(
    "stored, read, expected", [(3, 2, 2), (2, 3, 2), (3, 5, 5), (5, 3, 3)], ids=["before", "after", "later", "sooner"]
)
def test_of_two_last_days_next_to_each_other_the_earlier_holds(stored: int, read: int, expected: int) -> None:
    def order(number: int, status: SeenStatus) -> Order:
        return Order("1", status=status, deadlines=(Deadline("deliver-by", day(number)),))

    assert merge(order(stored, SEEN), order(read, LATER)) == order(expected, LATER)


def test_of_two_views_of_one_age_the_first_stays_unless_a_file_is_read_again() -> None:
    one, other = Order("1", total=TEN, status=SEEN), Order("1", total=ELEVEN, status=SEEN, store_name="Desk Corner")
    assert merge(one, other) == replace(one, store_name="Desk Corner")
    assert merge(one, other, again=True) == other


maybe_text = st.none() | st.sampled_from(["a", "b"])
money = st.none() | st.sampled_from([TEN, ELEVEN])
whens = st.just(UNKNOWN) | st.builds(day, st.integers(1, 4)) | st.builds(at, st.integers(1, 4), st.integers(0, 23))
bare_kinds = st.sampled_from(["placed", "shipped", "message-sent", "cancel-requested"])
bare_events = st.builds(Event, bare_kinds, whens, st.none(), maybe_text)
events = bare_events | st.builds(Event, st.sampled_from(["refund-started", "refund-received"]), whens, money)
items = st.builds(Item, st.sampled_from([None, "1", "2"]), maybe_text, st.integers(1, 3), money)
seen = st.builds(SeenStatus, st.sampled_from(["A", "B"]), st.sampled_from([NOON, LATER.seen, EARLIER.seen]))
flags = st.none() | st.booleans()
orders = st.builds(
    Order,
    number=st.just("30390001"),
    alias=maybe_text,
    title=maybe_text,
    store_name=maybe_text,
    items=st.lists(items, max_size=4).map(tuple),
    total=money,
    payment=maybe_text,
    country=maybe_text,
    coupon=st.none() | st.sampled_from(COUPONS),
    free_return=flags,
    cancel_button=flags,
    keep=flags,
    status=st.none() | seen,
    tracking=maybe_text,
    parcel=st.sampled_from(PARCELS),
    why=st.none() | st.sampled_from(WHYS),
    notes=st.lists(st.sampled_from(["n", "m"]), max_size=3).map(tuple),
    events=st.lists(events, max_size=5).map(tuple),
    deadlines=st.lists(st.builds(Deadline, st.sampled_from(DEADLINE_KINDS), whens), max_size=3).map(tuple),
    own=st.frozensets(st.sampled_from(WRITABLE), max_size=3),
)


@given(st.none() | orders, orders)
def test_reading_the_same_again_changes_nothing(stored: Order | None, read: Order) -> None:
    once = merge(stored, read)
    assert merge(once, read) == once


@given(orders, orders)
def test_merging_never_forgets_what_the_buyer_said(stored: Order, read: Order) -> None:
    merged = merge(stored, read)
    assert merged.notes[: len(stored.notes)] == stored.notes
    assert [merged.alias, merged.why, merged.keep] == [
        old if old is not None else new
        for old, new in [(stored.alias, read.alias), (stored.why, read.why), (stored.keep, read.keep)]
    ]


@given(orders, orders)
def test_what_either_side_knew_is_known_afterwards(stored: Order, read: Order) -> None:
    merged = merge(stored, read)
    for name in ("title", "total", "payment", "country", "free_return", "cancel_button", "status", "tracking"):
        known = {getattr(stored, name), getattr(read, name)} - {None}
        assert getattr(merged, name) in (known or {None})
    for order in (stored, read):
        assert {event.kind for event in order.events} <= {event.kind for event in merged.events}
        assert {row.kind for row in order.deadlines} <= {row.kind for row in merged.deadlines}


def test_of_a_file_of_evidence_what_is_stored_about_it_stands() -> None:
    stored, other = (Evidence(digest * 32, "one.jpg", 5, "image/jpeg", NOON, "photo") for digest in ("a1", "b2"))
    read = (stored._replace(name="new.jpg"), other, other._replace(name="twice.jpg"))
    merged = merge(replace(STORED, evidence=(stored,)), replace(READ, evidence=read))
    assert merged.evidence == (stored, other)

"""What counts as having happened, and in which order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Event, Order, SeenStatus
from aliorder.domain.timeline import PREDECESSORS, Timeline, timeline_of
from aliorder.domain.vocabulary import CANCELLATIONS, EVENT_KINDS, EVENT_RANK, EventKind
from tests.domain.given import NOON, POLICY, happened, on


def line(*events: Event, status: str | None = None, seen: str = "2026-11-20T12:00:00+00:00") -> Timeline:
    at = on(seen).at
    seen_status = SeenStatus(status, at) if status and at else None
    return timeline_of(Order(events=events, status=seen_status), POLICY.status_texts, NOON)


def kinds(*events: Event) -> list[EventKind]:
    return list(line(*events).last)


def test_the_newest_event_is_last() -> None:
    assert kinds(*happened(shipped="2026-11-10", paid="2026-11-01", delivered="2026-11-20")) == [
        "paid",
        "shipped",
        "delivered",
    ]


def test_on_one_day_the_vocabulary_decides() -> None:
    assert kinds(*happened(shipped="2026-11-10", cancel_refused="2026-11-10", cancel_requested="2026-11-10")) == [
        "cancel-requested",
        "cancel-refused",
        "shipped",
    ]


def test_on_one_day_times_decide_where_there_are_two() -> None:
    events = happened(cancel_requested="2026-11-10T20:00:00+00:00", cancel_refused="2026-11-10T08:00:00+00:00")
    assert kinds(*events) == ["cancel-refused", "cancel-requested"]


def test_on_one_day_one_time_decides_nothing() -> None:
    events = happened(cancel_requested="2026-11-10T20:00:00+00:00", cancel_refused="2026-11-10")
    assert kinds(*events) == ["cancel-requested", "cancel-refused"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_for_unknown_days_the_vocabulary_decides(order: tuple[int, ...]) -> None:
    events = happened(paid="unknown", shipped="unknown", dispute_opened="unknown")
    assert kinds(*(events[place] for place in order)) == ["paid", "shipped", "dispute-opened"]


def test_a_moment_without_a_day_is_not_an_unknown_time() -> None:
    events = happened(cancel_requested="2026-11-19T10:00:00+00:00", cancel_refused="2026-11-10T10:00:00+00:00")
    assert kinds(*events) == ["cancel-refused", "cancel-requested"]


def test_of_several_of_a_kind_the_newest_counts() -> None:
    events = (*happened(dispute_opened="2026-11-15"), *happened(dispute_opened="2026-11-01"))
    assert line(*events).last["dispute-opened"].when == on("2026-11-15")


def test_of_several_of_a_kind_a_dated_one_beats_one_of_an_unknown_day() -> None:
    events = (*happened(placed="2026-11-01"), *happened(shipped="unknown"), *happened(shipped="2026-11-03"))
    assert line(*events).last["shipped"].when == on("2026-11-03")


def test_of_several_of_a_kind_on_one_day_one_with_a_time_beats_one_without() -> None:
    exact, day = happened(shipped="2026-11-03T10:00:00+00:00"), happened(shipped="2026-11-03")
    assert line(*exact, *day).last["shipped"] == exact[0] == line(*day, *exact).last["shipped"]


@pytest.mark.parametrize(
    "day, counts",
    [
        ("2026-11-22", True),
        ("2026-11-23", False),
        ("2026-11-22T12:00:00+00:00", True),
        ("2026-11-22T12:00:01+00:00", False),
        ("2026-11-23T00:00:00+14:00", True),
        ("unknown", True),
    ],
)
def test_an_event_counts_once_it_has_come(day: str, counts: bool) -> None:
    assert ("shipped" in line(*happened(shipped=day)).last) is counts


PAID: set[EventKind] = {"paid"}
VERIFIED: set[EventKind] = {"paid", "payment-verified"}
SHIPPED: set[EventKind] = {"paid", "payment-verified", "shipped"}
IMPLIED: dict[EventKind, set[EventKind]] = {
    **{kind: set() for kind in EVENT_KINDS},
    **dict.fromkeys(("payment-verified", "cancel-accepted", "bank-form-filled", "payout-asked"), PAID),
    **dict.fromkeys(("refund-started", "refund-completed", "refund-received", "refund-chased"), PAID),
    **dict.fromkeys(("cancel-requested", "cancel-refused", "part-shipped", "shipped"), VERIFIED),
    **dict.fromkeys(("delivery-failed", "reshipped", "delivery-refused", "delivered", "receipt-confirmed"), SHIPPED),
    **dict.fromkeys(("dispute-opened", "dispute-refused", "dispute-agreed", "dispute-won"), SHIPPED),
    **dict.fromkeys(("dispute-lost", "dispute-cancelled", "return-agreed", "return-sent", "return-received"), SHIPPED),
}


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_an_event_tells_of_those_that_must_have_come_before(kind: EventKind) -> None:
    found = line(Event(kind, on("2026-11-10")))
    assert found.happened == IMPLIED[kind] | {kind}
    assert list(found.last) == [kind]


def test_what_was_cancelled_need_not_have_been_paid() -> None:
    assert line(*happened(cancelled_by_seller="2026-11-10")).happened == {"cancelled-by-seller"}


def test_a_status_counts_as_an_event_of_an_unknown_day() -> None:
    assert line(status="Awaiting delivery").last == {"shipped": Event("shipped", on("unknown"))}


def test_a_status_that_nobody_knows_counts_as_nothing() -> None:
    assert line(status="Something new") == Timeline({}, frozenset(), None, ())


def test_a_status_seen_later_than_now_counts_as_nothing() -> None:
    assert line(status="Awaiting delivery", seen="2026-11-22T12:00:01+00:00").last == {}


@pytest.mark.parametrize(
    "shipped, stands, named",
    [
        ("2026-11-19", False, True),
        ("2026-11-20", True, False),
        ("2026-11-20T11:59:59+00:00", False, True),
        ("2026-11-20T12:00:01+00:00", True, False),
        ("2026-11-21", True, False),
        ("unknown", True, True),
    ],
)
def test_an_older_event_that_disagrees_with_the_page_loses_and_is_named(
    shipped: str, stands: bool, named: bool
) -> None:
    found = line(*happened(paid="2026-11-01", shipped=shipped), status="Awaiting shipment")
    assert ("shipped" in found.last) is stands
    assert (("shipped", "site-status") in found.contradictions) is named


def test_the_day_on_which_a_status_was_seen_is_that_of_the_buyer() -> None:
    found = line(
        *happened(paid="2026-11-01", shipped="2026-11-20"), status="Awaiting shipment", seen="2026-11-21T01:00:00+14:00"
    )
    assert "shipped" in found.last


def test_what_the_page_has_left_behind_is_no_contradiction() -> None:
    found = line(*happened(shipped="2026-11-01", frozen="2026-11-05"), status="Awaiting delivery")
    assert (found.is_newer("frozen", "unfrozen"), found.contradictions) == (False, ())


@pytest.mark.parametrize("status", ["Canceled", "Payment processing", "Fund processing"])
def test_after_a_request_some_statuses_say_that_it_was_granted(status: str) -> None:
    found = line(*happened(cancel_requested="2026-11-18"), status=status)
    assert list(found.last) == ["cancel-requested", "cancel-accepted"]


def test_a_cancellation_that_is_known_is_not_told_again_by_the_page() -> None:
    found = line(*happened(paid="2026-11-01", cancelled_by_seller="2026-11-10"), status="Canceled")
    assert list(found.last) == ["paid", "cancelled-by-seller"]


@pytest.mark.parametrize(
    "first, second",
    [("placed", "paid"), ("paid", "shipped"), ("shipped", "delivered"), ("return-sent", "return-received")],
)
def test_two_days_the_wrong_way_round_are_a_contradiction(first: EventKind, second: EventKind) -> None:
    wrong = line(Event(first, on("2026-11-10")), Event(second, on("2026-11-09")))
    right = line(Event(first, on("2026-11-10")), Event(second, on("2026-11-10")))
    assert (wrong.contradictions, right.contradictions) == (((first, second),), ())


def test_what_cannot_both_be_true_is_a_contradiction() -> None:
    assert line(*happened(paid="2026-11-01", expired="2026-11-05")).contradictions == (("expired", "paid"),)


NO_CONTRADICTIONS = [
    ("a second dispute", (*happened(dispute_opened="2026-11-01", dispute_lost="2026-11-08"),
                          *happened(dispute_opened="2026-11-10"))),
    ("a second return", (*happened(return_agreed="2026-11-01", return_sent="2026-11-02", return_received="2026-11-05"),
                         *happened(return_agreed="2026-11-10"))),
    ("an appeal that was won", happened(dispute_lost="2026-11-01", appealed="2026-11-04", dispute_won="2026-11-10")),
    ("a part cancelled before the rest was sent",
     happened(paid="2026-11-01", part_shipped="2026-11-02", cancel_accepted="2026-11-03", shipped="2026-11-14")),
]  # fmt: skip


@pytest.mark.parametrize("events", [row[1] for row in NO_CONTRADICTIONS], ids=[row[0] for row in NO_CONTRADICTIONS])
def test_what_can_happen_is_no_contradiction(events: tuple[Event, ...]) -> None:
    assert line(*events).contradictions == ()


def test_a_decision_for_both_sides_without_an_appeal_is_a_contradiction() -> None:
    found = line(*happened(dispute_lost="2026-11-01", dispute_won="2026-11-10"))
    assert found.contradictions == (("dispute-won", "dispute-lost"),)


@pytest.mark.parametrize("one, other, newer", [("2026-11-10", "2026-11-09", True), ("2026-11-09", "2026-11-10", False)])
def test_newer_is_after_or_alone(one: str, other: str, newer: bool) -> None:
    both = line(*happened(frozen=one, unfrozen=other))
    assert both.is_newer("frozen", "unfrozen") is newer
    assert line(*happened(frozen=one)).is_newer("frozen", "unfrozen")
    assert not line(*happened(unfrozen=other)).is_newer("frozen", "unfrozen")


@given(st.lists(st.sampled_from(EVENT_KINDS), unique=True, max_size=8), st.sampled_from(("2026-11-10", "unknown")))
def test_events_of_one_day_or_of_unknown_days_stand_as_in_the_vocabulary(found: list[EventKind], day: str) -> None:
    assert kinds(*(Event(kind, on(day)) for kind in found)) == sorted(found, key=EVENT_RANK.__getitem__)


def test_in_the_order_of_the_vocabulary_only_a_cancellation_can_come_before_what_it_needs() -> None:
    """On this rests the quick way out of `at_odds`."""
    early = {other for other, ones in PREDECESSORS.items() for one in ones if EVENT_RANK[one] >= EVENT_RANK[other]}
    assert early == set(CANCELLATIONS)
    assert {one for other in early for one in PREDECESSORS[other] if EVENT_RANK[one] >= EVENT_RANK[other]} == {
        "shipped"
    }

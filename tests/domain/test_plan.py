"""The road ahead is the same advice asked at later moments, and its forks are the same order with one event more."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aliorder.domain.advice import advise
from aliorder.domain.order import Order
from aliorder.domain.plan import Fork, Leg, Plan, answer, plan
from aliorder.domain.timeline import yet_to_count
from aliorder.errors import NotEnoughFacts
from tests.domain.given import NOON, POLICY, asked, happened, shown

AWAITING = happened(paid="2026-11-18", payment_verified="2026-11-19")
SHIPPED = happened(placed="2026-11-10", paid="2026-11-10", shipped="2026-11-14")


def road_of(order: Order, now: datetime = NOON) -> list[tuple[str, str, str]]:
    """Each leg by the day it begins (in UTC), the stage and what to do."""
    return [brief(leg) for leg in plan(order, POLICY, now).road]


def brief(leg: Leg) -> tuple[str, str, str]:
    advice = leg.advice
    todo = f"{advice.action.id}{f' {advice.action.claim}' if advice.action.claim else ''}"
    return leg.start.astimezone(UTC).strftime("%Y-%m-%d %H:%M"), advice.stage.id, todo


def fork_of(order: Order, name: str) -> Fork:
    return next(fork for fork in plan(order, POLICY, NOON).forks if fork.id == name)


ROADS = [
    (
        "a slow seller: wait while ship-by runs, then ask",
        Order(events=AWAITING, why="slow-seller", deadlines=shown(ship_by="2026-11-24")),
        [
            ("2026-11-22 12:00", "awaiting-shipment", "wait"),
            ("2026-11-25 08:00", "awaiting-shipment", "request-approval"),
        ],
    ),
    (
        "asked to cancel: 72 hours to the second, then talk again",
        Order(events=(*AWAITING, *happened(cancel_requested="2026-11-21T10:00:00+00:00")), why="not-needed"),
        [
            ("2026-11-22 12:00", "cancel-requested", "wait"),
            ("2026-11-24 10:00", "cancel-requested", "negotiate"),
        ],
    ),
    (
        "not received: the dispute opens eleven days after shipping; promised for December",
        Order(events=SHIPPED, why="not-received", deadlines=shown(deliver_by="2026-12-20"), payment="paypal"),
        [
            ("2026-11-22 12:00", "shipped", "wait"),
            ("2026-11-25 08:00", "shipped", "wait"),
            ("2026-12-21 08:00", "shipped", "open-dispute refund-only"),
            ("2027-01-05 08:00", "shipped", "claim-outside"),
            ("2027-05-10 07:00", "shipped", "nothing"),
        ],
    ),
    (
        "never paid: it closes by itself after twenty days",
        Order(events=happened(placed="2026-11-20")),
        [("2026-11-22 12:00", "unpaid", "pay"), ("2026-12-11 08:00", "closed", "nothing")],
    ),
    (
        "a refund by Klarna: seven business days, then ask",
        Order(events=happened(refund_started="2026-11-20"), payment="klarna"),
        [("2026-11-22 12:00", "refunding", "wait-for-refund"), ("2026-12-02 00:00", "refunding", "chase-refund")],
    ),
    (
        "a dispute: the seller's silence brings the money on the sixth day",
        Order(events=(*SHIPPED, *happened(dispute_opened="2026-11-20")), why="defective", payment="klarna"),
        [
            ("2026-11-22 12:00", "in-dispute", "wait"),
            ("2026-11-26 08:00", "refunding", "wait-for-refund"),
            ("2026-12-09 00:00", "refunding", "chase-refund"),
        ],
    ),
    (
        "lost: seven days to appeal, then what is left outside",
        Order(events=(*SHIPPED, *happened(dispute_lost="2026-11-20")), why="defective", payment="webmoney"),
        [("2026-11-22 12:00", "closed", "appeal"), ("2026-11-28 08:00", "closed", "nothing")],
    ),
    ("over: nothing changes any more", Order(events=happened(refund_received="2026-11-20")),
     [("2026-11-22 12:00", "refunded", "nothing")]),
    (
        "something planned for later counts from its day on",
        Order(events=(*AWAITING, *happened(shipped="2026-11-24", delivered="2026-12-01"))),
        [
            ("2026-11-22 12:00", "awaiting-shipment", "wait"),
            ("2026-11-24 00:00", "shipped", "wait"),
            ("2026-12-01 00:00", "delivered", "nothing"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize("order, road", [row[1:] for row in ROADS], ids=[row[0] for row in ROADS])
def test_the_road_is(order: Order, road: list[tuple[str, str, str]]) -> None:
    assert road_of(order) == road


ASKING = Order(events=AWAITING, why="not-needed", payment="klarna", deadlines=shown(ship_by="2026-11-27"))
SENT = Order(events=SHIPPED, why="defective", payment="klarna", deadlines=shown(deliver_by="2026-12-20"))

FORKS: list[tuple[Order, str, str, str, tuple[str, str] | None, list[str]]] = [
    (ASKING, "seller-agrees", "2026-11-22", "2026-11-25", ("2026-11-24", "2026-12-04"),
     ["wait-for-refund", "chase-refund"]),
    (ASKING, "seller-refuses", "2026-11-22", "2026-11-24", None, ["negotiate", "negotiate"]),
    (ASKING, "seller-silent", "2026-11-24", "2026-11-25", ("2026-11-26", "2026-12-04"),
     ["wait-for-refund", "chase-refund"]),
    (ASKING, "seller-ships", "2026-11-22", "2026-11-28", None, ["refuse-delivery", "nothing"]),
    (ASKING, "closes-itself", "2026-11-28", "2026-11-28", ("2026-12-01", "2026-12-08"),
     ["wait-for-refund", "chase-refund"]),
    (SENT, "seller-agrees-to-return", "2026-11-22", "2026-11-28", None, ["send-return", "nothing"]),
    (SENT, "seller-silent-in-dispute", "2026-11-22", "2026-11-22", None,
     ["wait", "wait-for-refund", "chase-refund"]),
]  # fmt: skip


@pytest.mark.parametrize("order, name, first, last, money, actions", FORKS, ids=[row[1] for row in FORKS])
def test_a_fork_is(
    order: Order, name: str, first: str, last: str, money: tuple[str, str] | None, actions: list[str]
) -> None:
    fork = fork_of(order, name)
    refund = fork.refund and (str(fork.refund.earliest), str(fork.refund.latest))
    assert (day_of(fork.first), day_of(fork.last), refund) == (first, last, money)
    assert [leg.advice.action.id for leg in fork.road] == actions


def day_of(at: datetime) -> str:
    """The day of a moment in UTC, the zone of the tests' buyer."""
    return at.astimezone(UTC).date().isoformat()


def test_the_seller_who_agrees_and_the_seller_who_says_nothing_bring_what_the_advice_says() -> None:
    """The advice counts from today to the request's 72 hours: so does the fork in which the seller agrees."""
    advised = advise(ASKING, POLICY, NOON).refund
    forked = fork_of(ASKING, "seller-agrees").refund
    assert advised is not None
    assert forked == advised._replace(steps=(), amounts=forked.amounts if forked else None)


def test_a_deadline_is_on_the_road_while_it_means_something() -> None:
    ship_by_is_met = Order(events=AWAITING, deadlines=shown(ship_by="2026-11-27"))
    shipped_before = Order(events=(*AWAITING, *happened(shipped="2026-11-24")), deadlines=shown(ship_by="2026-11-27"))
    marks = [[mark.id for mark in plan(order, POLICY, NOON).marks][:1] for order in (ship_by_is_met, shipped_before)]
    assert marks == [["ship-by"], ["dispute-opens"]]


def test_an_order_of_which_nothing_is_known_has_no_road() -> None:
    with pytest.raises(NotEnoughFacts):
        plan(Order(), POLICY, NOON)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Honolulu", "America/Los_Angeles", "Europe/Berlin"])
def test_the_road_turns_at_the_same_moments_everywhere(zone: str) -> None:
    now = NOON.astimezone(ZoneInfo(zone))
    order = Order(events=SHIPPED, why="not-received", deadlines=shown(deliver_by="2026-12-20"))
    assert road_of(order, now) == road_of(order)


def planned(case: tuple[Order, datetime]) -> Plan:
    """The plan of a case; a case without a stage is passed over."""
    try:
        return plan(case[0], POLICY, case[1])
    except NotEnoughFacts:
        assume(False)
    raise AssertionError


@given(asked(), st.floats(0, 1))
def test_wherever_one_stands_on_the_road_the_advice_of_that_moment_is_that_of_the_road(case: Any, share: float) -> None:
    order, now = case
    for leg in planned(case).road:
        start = leg.start.astimezone(UTC)
        last = (leg.end.astimezone(UTC) if leg.end else start + timedelta(days=900)) - timedelta(seconds=1)
        at = max(start, (start + (last - start) * share).replace(microsecond=0)).astimezone(now.tzinfo)
        assert answer(advise(order, POLICY, at)) == answer(leg.advice)


@given(asked())
def test_the_road_begins_as_soon_as_there_is_a_stage_has_no_gap_and_always_ends(case: tuple[Order, datetime]) -> None:
    legs = planned(case).road
    assert legs[0].start in {case[1], *yet_to_count(*case)}
    assert [leg.end for leg in legs[:-1]] == [leg.start for leg in legs[1:]]
    assert legs[-1].end is None
    assert legs[-1].start < case[1] + timedelta(days=900)


def test_what_is_told_for_later_makes_the_road_and_leaves_no_forks() -> None:
    found = plan(Order(events=happened(paid="2026-11-24"), why="not-needed"), POLICY, NOON)
    assert (found.road[0].start, found.road[0].advice.action.id, found.forks) == (
        datetime(2026, 11, 24, tzinfo=UTC),
        "instant-cancel",
        (),
    )


@pytest.mark.parametrize("why", [None, "not-received"])
def test_the_road_meets_the_opening_of_the_dispute(why: Any) -> None:
    order = Order(events=happened(paid="2026-11-10", shipped="2026-11-20"), why=why)
    assert [(mark.id, mark.at and mark.at.isoformat()) for mark in plan(order, POLICY, NOON).marks][:1] == [
        ("dispute-opens", "2026-12-01T00:00:00-08:00")
    ]


@given(asked())
def test_forks_lie_ahead_and_their_money_comes_in_order(case: tuple[Order, datetime]) -> None:
    for fork in planned(case).forks:
        assert case[1] <= fork.first <= fork.last
        assert fork.road[0].start == fork.last
        if fork.refund and fork.refund.earliest and fork.refund.latest:
            assert fork.refund.earliest <= fork.refund.latest


def test_a_fork_of_the_last_day_of_the_calendar_stays_within_it() -> None:
    late = datetime(2999, 12, 31, 12, tzinfo=UTC)
    assert plan(Order(events=happened(placed="2999-12-30")), POLICY, late).road[-1].advice.stage.id == "closed"
    assert date.max.year == 9999

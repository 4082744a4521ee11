"""Which deadlines a dossier tells, and what came of each."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from aliorder.domain.advice import advise
from aliorder.domain.order import UNKNOWN, Deadline, Event, Order, When
from aliorder.domain.policy import DeadlineId
from aliorder.domain.vocabulary import DeadlineKind, EventKind, Why
from aliorder.exporters.dossier.deadlines import ToldDeadline, deadlines
from aliorder.exporters.dossier.model import Dossier
from aliorder.policies import load_policy
from tests.dossier_example import Contents, example

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))
POLICY = load_policy()


def dossier_of(
    *events: Event, shown: tuple[Deadline, ...] = (), why: Why | None = None, now: datetime = NOW, advised: bool = False
) -> Dossier:
    order = Order(events=events, deadlines=shown, why=why)
    return Dossier(order, POLICY, now, "0.6.0", advise(order, POLICY, now) if advised else None)


def told(dossier: Dossier, name: DeadlineId) -> ToldDeadline:
    """The one deadline of that name."""
    (found,) = (each for each in deadlines(dossier) if each.id == name)
    return found


def on(day: int) -> When:
    return When(date(2026, 11, day))


@pytest.mark.parametrize(
    "delivered, state, outcome",
    [
        ((), "over", "12 days ago"),
        ((Event("delivered", on(9)),), "kept", "in time: delivered, Mon 9 Nov 2026"),
        ((Event("delivered", on(10)),), "kept", "in time: delivered, Tue 10 Nov 2026"),
        ((Event("delivered", on(12)),), "late", "too late: delivered, Thu 12 Nov 2026"),
        ((Event("delivered", UNKNOWN),), "done", "done: delivered, day unknown"),
    ],
)
def test_what_came_of_a_deadline_is_told(delivered: tuple[Event, ...], state: str, outcome: str) -> None:
    found = told(dossier_of(*delivered, shown=(Deadline("deliver-by", on(10)),)), "deliver-by")
    assert (found.when, found.state, found.outcome) == ("Tue 10 Nov 2026, Pacific time", state, outcome)


def test_of_two_shown_deadlines_the_earlier_holds_and_one_of_unknown_day_is_left_out() -> None:
    shown = (Deadline("deliver-by", on(30)), Deadline("deliver-by", on(28)), Deadline("ship-by", UNKNOWN))
    assert [(each.id, each.when, each.outcome) for each in deadlines(dossier_of(shown=shown))] == [
        ("deliver-by", "Sat 28 Nov 2026, Pacific time", "in 7 days")
    ]


def test_a_deadline_tells_where_it_is_known_from() -> None:
    found = [
        (each.id, each.shown, [exhibit.number for exhibit in each.exhibits]) for each in deadlines(example(Contents()))
    ]
    assert found == [
        ("ship-by", True, [3]),
        ("deliver-by", True, [3]),
        ("platform-steps-in", False, []),
        ("protection-until", True, [3]),
    ]


@pytest.mark.parametrize(
    "name, events, now, state, outcome",
    [
        (
            "cancel-answer-latest",
            (("paid", 1), ("cancel-requested", 10), ("cancel-refused", 11), ("cancel-requested", 18)),
            21,
            "ahead",
            "ends today",
        ),
        (
            "seller-answer-by",
            (("shipped", 1), ("dispute-opened", 4), ("dispute-refused", 5), ("dispute-opened", 18)),
            21,
            "ahead",
            "in 3 days",
        ),
        (
            "platform-steps-in",
            (("shipped", 1), ("dispute-opened", 4), ("dispute-lost", 6), ("dispute-opened", 18)),
            21,
            "ahead",
            "in 5 days",
        ),
    ],
)
def test_what_answered_an_earlier_request_is_no_answer_to_a_later_one(
    name: DeadlineId, events: tuple[tuple[EventKind, int], ...], now: int, state: str, outcome: str
) -> None:
    dossier = dossier_of(
        *(Event(kind, on(day)) for kind, day in events), now=NOW.replace(day=now), why="not-needed", advised=True
    )
    found = told(dossier, name)
    assert (found.state, found.outcome) == (state, outcome)


@pytest.mark.parametrize(
    "name, events, state, outcome",
    [
        ("ship-by", (("part-shipped", 5),), "over", "12 days ago"),
        ("ship-by", (("part-shipped", 5), ("shipped", 9)), "kept", "in time: shipped, Mon 9 Nov 2026"),
        ("ship-by", (("paid", 1), ("delivered", 9)), "done", "done: shipped, day unknown"),
        (
            "ship-by",
            (("paid", 1), ("cancelled-by-seller", 5)),
            "void",
            "no longer matters: cancelled by the seller, Thu 5 Nov 2026",
        ),
        ("ship-by", (("paid", 1), ("cancelled-by-seller", 15)), "over", "12 days ago"),
        ("deliver-by", (("shipped", 1), ("receipt-confirmed", 9)), "over", "12 days ago"),
        ("protection-until", (("shipped", 1), ("receipt-confirmed", 9)), "over", "12 days ago"),
        ("dispute-until", (("dispute-opened", 5), ("dispute-cancelled", 6)), "over", "12 days ago"),
        (
            "dispute-until",
            (("dispute-opened", 5), ("dispute-cancelled", 6), ("dispute-opened", 8)),
            "kept",
            "in time: dispute opened, Sun 8 Nov 2026",
        ),
        ("return-by", (("return-sent", 2), ("return-agreed", 4)), "over", "12 days ago"),
    ],
)
def test_only_what_a_deadline_is_for_keeps_it(
    name: DeadlineKind, events: tuple[tuple[EventKind, int], ...], state: str, outcome: str
) -> None:
    dossier = dossier_of(*(Event(kind, on(day)) for kind, day in events), shown=(Deadline(name, on(10)),))
    found = told(dossier, name)
    assert (found.state, found.outcome) == (state, outcome)


def test_only_what_the_order_page_showed_can_be_missed() -> None:
    paid = (Event("payment-verified", on(1)), Event("shipped", on(20)))
    shown = told(dossier_of(*paid, shown=(Deadline("ship-by", on(8)),)), "ship-by")
    reckoned = told(dossier_of(paid[0], advised=True), "ship-by")
    assert (shown.shown, shown.missed, shown.outcome) == (True, True, "too late: shipped, Fri 20 Nov 2026")
    assert (reckoned.shown, reckoned.missed, reckoned.outcome) == (False, False, "14 days ago")


@pytest.mark.parametrize(
    "zone, hour, outcome",
    [
        ("Pacific/Kiritimati", 20, "ends today"),
        ("Pacific/Kiritimati", 21, "yesterday"),
        ("Pacific/Honolulu", 20, "ends today"),
        ("Pacific/Honolulu", 21, "ended today"),
    ],
)
def test_what_still_runs_is_not_over_whatever_the_day_where_the_buyer_is(zone: str, hour: int, outcome: str) -> None:
    day = 11 if zone.endswith("Kiritimati") else 10
    now = datetime(2026, 10, day, hour, 30, tzinfo=ZoneInfo(zone))
    dossier = dossier_of(shown=(Deadline("deliver-by", When(date(2026, 10, 10))),), now=now)
    assert told(dossier, "deliver-by").outcome == outcome


@pytest.mark.parametrize("events, days", [((), []), ((Event("dispute-agreed", on(20)),), ["refund-latest"])])
def test_a_refund_that_nobody_granted_has_no_last_day(events: tuple[Event, ...], days: list[str]) -> None:
    silent = (Event("paid", on(1)), Event("shipped", on(2)), Event("dispute-opened", on(13)))
    dossier = dossier_of(*silent, *events, why="not-received", advised=True)
    assert [each.id for each in deadlines(dossier) if each.id == "refund-latest"] == days

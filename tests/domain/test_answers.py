"""Whether the seller still owes an answer: what ends the waiting, from when on it is overdue, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from aliorder.domain.advice import advise
from aliorder.domain.agenda import Level, dues_of
from aliorder.domain.answers import IN_TALKS, OVERTAKES, WAITS_ON
from aliorder.domain.dates import MON_FRI
from aliorder.domain.deadlines import due
from aliorder.domain.facts import TURNS
from aliorder.domain.order import Event, Order, SeenStatus, When
from aliorder.domain.outlook import Standing
from aliorder.domain.vocabulary import EVENT_KINDS, EventKind
from aliorder.domain.watching import outlook_of
from aliorder.errors import NotEnoughFacts
from tests.domain.given import NOON, POLICY, asked, facts_at, happened, on

SENT = "2026-11-20T10:00:00+00:00"
AFTER = "2026-11-20T10:00:01+00:00"
BEFORE = "2026-11-20T09:59:59+00:00"
SECOND = timedelta(seconds=1)
OVER = datetime(2026, 11, 21, 10, tzinfo=UTC)
LAST_REMINDER = datetime(2026, 11, 28, 7, 59, 59, tzinfo=UTC)

ENDS: dict[EventKind, bool] = {
    "placed": False,
    "paid": False,
    "payment-verified": False,
    "expired": True,
    "message-sent": False,
    "seller-answered": True,
    "cancel-requested": False,
    "cancel-refused": True,
    "cancel-accepted": True,
    "cancelled-by-buyer": True,
    "cancelled-by-seller": True,
    "cancelled-by-platform": True,
    "part-shipped": True,
    "shipped": True,
    "delivery-failed": True,
    "reshipped": True,
    "extension-asked": False,
    "delivery-refused": True,
    "delivered": True,
    "receipt-confirmed": True,
    "dispute-opened": True,
    "dispute-refused": True,
    "dispute-agreed": True,
    "dispute-won": True,
    "dispute-lost": True,
    "dispute-cancelled": True,
    "appealed": True,
    "return-agreed": True,
    "return-sent": True,
    "return-received": True,
    "refund-started": True,
    "bank-form-filled": True,
    "payout-asked": True,
    "refund-completed": True,
    "refund-received": True,
    "refund-chased": True,
    "claimed-outside": True,
    "frozen": True,
    "unfrozen": False,
}
"""Whether an event after a message ends the waiting for an answer."""


def waiting(order: Order, now: datetime = NOON) -> str:
    return facts_at(now, order)["answer"]


def is_awaited(order: Order, now: datetime = NOON) -> bool:
    return due(facts_at(now, order), "answer-by") is not None


def with_event(kind: EventKind, when: str, sent: str = SENT) -> Order:
    return Order(events=(*happened(paid="2026-11-10", message_sent=sent), Event(kind, on(when))))


def test_every_kind_of_event_is_decided_upon() -> None:
    assert tuple(ENDS) == EVENT_KINDS
    assert {kind for kind, ends in ENDS.items() if ends} == OVERTAKES | {"seller-answered"}
    assert OVERTAKES.isdisjoint(WAITS_ON)


@pytest.mark.parametrize("kind", ENDS)
@pytest.mark.parametrize("when", [SENT, AFTER, "2026-11-21"], ids=["at one moment", "a second later", "the day after"])
def test_an_event_after_the_message_ends_the_waiting_or_does_not(kind: EventKind, when: str) -> None:
    assert is_awaited(with_event(kind, when)) is not ENDS[kind]


@pytest.mark.parametrize("kind", [kind for kind in ENDS if kind != "message-sent"])
@pytest.mark.parametrize("when", [BEFORE, "2026-11-19"], ids=["a second before", "the day before"])
def test_an_event_before_the_message_ends_nothing_while_the_matter_is_between_buyer_and_seller(
    kind: EventKind, when: str
) -> None:
    assert is_awaited(with_event(kind, when)) is (kind not in TURNS.difference(IN_TALKS))


BARE: list[tuple[str, str, EventKind, str, bool]] = [
    ("an answer on the day of the message", SENT, "seller-answered", "2026-11-20", False),
    ("an answer on the day before", SENT, "seller-answered", "2026-11-19", True),
    ("an answer, nobody knows when", SENT, "seller-answered", "unknown", False),
    ("shipped on the day of the message, perhaps before it", SENT, "shipped", "2026-11-20", True),
    ("a refusal on that day, to which the message answers", SENT, "cancel-refused", "2026-11-20", True),
    ("shipped, nobody knows when", SENT, "shipped", "unknown", True),
    ("both known by their day", "2026-11-20", "shipped", "2026-11-20", False),
    ("the message known by its day", "2026-11-20", "shipped", BEFORE, False),
    ("the message on an unknown day", "unknown", "shipped", "2026-11-10", False),
    ("the message on an unknown day, an answer", "unknown", "seller-answered", "2026-11-10", False),
    ("the message on an unknown day, a request", "unknown", "cancel-requested", "2026-11-10", True),
]


@pytest.mark.parametrize("sent, kind, when, awaited", [row[1:] for row in BARE], ids=[row[0] for row in BARE])
def test_what_is_known_by_its_day_ends_the_waiting_if_it_is_an_answer_or_surely_later(
    sent: str, kind: EventKind, when: str, awaited: bool
) -> None:
    assert is_awaited(with_event(kind, when, sent)) is awaited


@pytest.mark.parametrize(
    "seen, awaited",
    [(BEFORE, True), (SENT, False), (AFTER, False), ("2026-11-30T10:00:00+00:00", True)],
    ids=["before the message", "with it", "after it", "not yet"],
)
def test_a_page_seen_after_the_message_tells_what_came_of_it(seen: str, awaited: bool) -> None:
    status = SeenStatus("Awaiting delivery", datetime.fromisoformat(seen))
    assert is_awaited(Order(events=happened(paid="2026-11-10", message_sent=SENT), status=status)) is awaited


def test_a_page_that_shows_what_was_known_before_the_message_tells_nothing_new() -> None:
    status = SeenStatus("Awaiting delivery", datetime.fromisoformat(AFTER))
    order = Order(events=happened(shipped="2026-11-15", message_sent=SENT), status=status)
    assert is_awaited(order)


def test_the_newest_message_counts() -> None:
    again = Event("message-sent", on("2026-11-22T11:00:00+00:00"))
    answered = happened(paid="2026-11-10", message_sent=SENT, seller_answered="2026-11-21T10:00:00+00:00")
    assert (waiting(Order(events=answered)), waiting(Order(events=(*answered, again)))) == ("none", "awaited")


MOMENTS: list[tuple[str, datetime, str]] = [
    (SENT, OVER, "awaited"),
    (SENT, OVER + SECOND, "overdue"),
    (SENT, LAST_REMINDER, "overdue"),
    (SENT, LAST_REMINDER + SECOND, "none"),
    ("2026-11-20", datetime(2026, 11, 21, 23, 59, 59, tzinfo=UTC), "awaited"),
    ("2026-11-20", datetime(2026, 11, 22, tzinfo=UTC), "overdue"),
    ("unknown", NOON, "unknown"),
    ("2026-11-23", NOON, "none"),
]


@pytest.mark.parametrize("sent, now, answer", MOMENTS)
def test_an_answer_is_overdue_after_a_day_and_forgotten_after_a_week(sent: str, now: datetime, answer: str) -> None:
    assert waiting(Order(events=happened(paid="2026-11-10", message_sent=sent)), now) == answer


def test_a_day_ends_where_the_user_is() -> None:
    order = Order(events=happened(paid="2026-11-10", message_sent="2026-11-20"))
    zone = ZoneInfo("Pacific/Kiritimati")
    last = datetime(2026, 11, 21, 23, 59, 59, tzinfo=zone)
    assert (waiting(order, last), waiting(order, last + SECOND)) == ("awaited", "overdue")


def test_without_a_message_no_answer_is_awaited() -> None:
    assert waiting(Order(events=happened(paid="2026-11-10"))) == "none"


LISTED: list[tuple[datetime, list[tuple[str, Level]]]] = [
    (OVER - timedelta(hours=11), [("answer-by", "soon")]),
    (OVER, [("answer-by", "today")]),
    (OVER + SECOND, [("answer-by", "overdue")]),
    (LAST_REMINDER, [("answer-by", "overdue")]),
    (LAST_REMINDER + SECOND, []),
]


@pytest.mark.parametrize("now, found", LISTED)
def test_an_overdue_answer_stays_in_view_for_a_week(now: datetime, found: list[tuple[str, Level]]) -> None:
    order = Order(events=happened(payment_verified="2026-11-20", message_sent=SENT))
    standing = Standing(order, now, outlook_of(order, POLICY, now, MON_FRI))
    assert [(each.deadline.id, each.level) for each in dues_of(standing) if each.deadline.id == "answer-by"] == found


def test_the_outlook_ends_when_an_answer_is_overdue_and_again_when_it_is_forgotten() -> None:
    order = Order(events=happened(frozen="2026-11-10", message_sent=SENT))
    untils = [outlook_of(order, POLICY, now, MON_FRI).until for now in (OVER, OVER + SECOND, LAST_REMINDER + SECOND)]
    assert untils == [OVER + SECOND, LAST_REMINDER + SECOND, None]


@pytest.mark.parametrize(
    "order, reminded",
    [
        (Order(events=happened(delivered="2026-11-10", message_sent=SENT)), ["answer-by"]),
        (Order(events=happened(delivered="2026-11-10", message_sent=SENT, seller_answered=AFTER)), []),
        (Order(events=happened(refund_received="2026-11-10", message_sent=SENT)), []),
    ],
    ids=["asked about", "answered", "refunded"],
)
def test_an_order_with_nothing_left_to_do_reminds_of_an_answer_that_is_awaited_and_of_nothing_else(
    order: Order, reminded: list[str]
) -> None:
    dues = dues_of(Standing(order, NOON, outlook_of(order, POLICY, NOON, MON_FRI)))
    assert [due.deadline.id for due in dues] == reminded


@pytest.mark.parametrize(
    "order, warned",
    [
        (Order(events=happened(payment_verified="2026-11-10", message_sent=SENT)), True),
        (Order(events=happened(payment_verified="2026-11-10", message_sent=SENT), why="wrong-item"), True),
        (Order(events=happened(shipped="2026-11-10", message_sent=SENT), why="not-received"), True),
        (Order(events=happened(delivered="2026-11-10", message_sent=SENT), why="defective"), True),
        (Order(events=happened(placed="2026-11-10", message_sent=SENT)), True),
        (Order(events=happened(delivered="2026-11-10", message_sent=SENT)), True),
        (Order(events=happened(return_agreed="2026-11-18", message_sent=SENT)), True),
        (Order(events=happened(dispute_opened="2026-11-18", message_sent=SENT)), False),
        (Order(events=happened(refund_started="2026-10-10", message_sent=SENT), payment="klarna"), False),
        (Order(events=happened(shipped="2026-05-10", message_sent=SENT), why="not-received"), True),
        (Order(events=happened(frozen="2026-11-10", message_sent=SENT)), False),
    ],
    ids=["wait", "request", "missing", "bad", "pay", "nothing", "return", "disputed", "chase", "outside", "frozen"],
)
def test_the_advice_warns_of_an_overdue_answer_where_the_seller_still_matters(order: Order, warned: bool) -> None:
    assert ("answer-overdue" in {warning.id for warning in advise(order, POLICY, NOON).warnings}) is warned


@given(asked())
def test_a_message_changes_no_action(case: tuple[Order, datetime]) -> None:
    """A message and its answer are silent: they remind and warn, and decide nothing."""
    order, now = case
    others = tuple(event for event in order.events if event.kind not in ("message-sent", "seller-answered"))
    message = Event("message-sent", When(at=now - timedelta(days=3)))
    try:
        before = advise(replace(order, events=others), POLICY, now)
    except NotEnoughFacts:
        return
    after = advise(replace(order, events=(*others, message)), POLICY, now)
    assert (after.stage, after.action, after.reason, after.refund) == (
        before.stage,
        before.action,
        before.reason,
        before.refund,
    )

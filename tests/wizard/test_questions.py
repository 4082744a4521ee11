"""The questions: which comes next, what an answer means, and where a whole run of answers leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from statistics import median
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import MON_FRI, Calendar
from aliorder.domain.findings import Refund
from aliorder.domain.order import UNKNOWN, Deadline, Event, Order, SeenStatus, When
from aliorder.domain.refund import refund_from
from aliorder.domain.statuses import status_of
from aliorder.domain.vocabulary import STAGES, EventKind
from aliorder.errors import NotEnoughFacts, UsageError
from aliorder.policies import load_policy
from aliorder.wizard.questions import (
    COMMON_PAYMENTS,
    DETAILS,
    DONT_KNOW,
    LOOK,
    MORE,
    NEXT,
    PAGE_EVENTS,
    PAGE_STATUSES,
    STAND_INS,
    Draft,
    Question,
    answered,
    may_be_next,
    next_question,
    still_missing,
)
from aliorder.words import questions as words
from tests.domain.given import asked as asked_orders
from tests.wizard.situations import SITUATIONS, Days, Situation, Told

POLICY = load_policy()
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FEW = range(3, 7)
MOST = 8

Answering = Callable[[Question], str]


class Put(NamedTuple):
    """A question that was put, what was known before it, and the answer."""

    before: Draft
    question: Question
    answer: str


def run(answer: Answering, now: datetime = NOW, order: Order | None = None) -> Iterator[Put]:
    """The questions one after another; ends with the last one, however it is answered."""
    draft = Draft(order or Order())
    while question := next_question(draft, POLICY, now):
        given_answer = answer(question)
        yield Put(draft, question, given_answer)
        draft = answered(draft, question, given_answer, now)


def from_table(answers: Mapping[str, str]) -> Answering:
    return lambda question: answers.get(question.id, DONT_KNOW)


def draft_after(answers: Mapping[str, str], now: datetime = NOW) -> Draft:
    """What is known after the questions were answered up to the first one that `answers` lacks."""
    draft = Draft(Order())
    while (question := next_question(draft, POLICY, now)) and question.id in answers:
        draft = answered(draft, question, answers[question.id], now)
    return draft


def outcome(situation: Situation) -> tuple[list[Put], Advice]:
    now = datetime.fromisoformat(situation.now).replace(tzinfo=UTC)
    puts = list(run(from_table(situation.answers), now))
    order = answered(puts[-1].before, puts[-1].question, puts[-1].answer, now).order
    return puts, advise(order, POLICY, now)


def told(advice: Advice) -> Told:
    reason = advice.reason
    reasons = (reason.pick.id, *(other.id for other in reason.alternatives)) if reason else ()
    return Told(advice.stage.id, advice.action.id, reasons, advice.action.claim)


def counted_on(refund: Refund, start: date) -> Refund:
    """What a refund comes to if it is granted on `start`; one that was granted stays as it is."""
    if refund.basis == "issued":
        return refund
    return refund_from(start, POLICY.methods[refund.method or "other"], MON_FRI)


def as_days(refund: Refund, start: str) -> Days:
    found = (refund.earliest, refund.latest, refund.typical_from, refund.typical_until)
    earliest, latest, *typical = (day.isoformat() if day else None for day in found)
    return Days(start, earliest or "", latest or "", *typical)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.name)
def test_the_answers_of_a_situation_lead_to_its_advice(situation: Situation) -> None:
    _, advice = outcome(situation)
    assert told(advice) == situation.told


@pytest.mark.parametrize("situation", [each for each in SITUATIONS if each.days], ids=lambda situation: situation.name)
def test_the_answers_of_a_situation_lead_to_its_refund(situation: Situation) -> None:
    _, advice = outcome(situation)
    days, refund = situation.days, advice.refund
    assert days
    assert refund
    assert refund.counted_from
    assert refund.counted_until
    start = date.fromisoformat(days.start)
    assert refund.counted_from <= start <= refund.counted_until
    assert as_days(counted_on(refund, start), days.start) == days
    assert (str(refund.earliest) <= days.earliest, days.latest <= str(refund.latest)) == (True, True)


def test_most_situations_take_three_to_six_questions_and_none_takes_many() -> None:
    counts = [len(outcome(situation)[0]) for situation in SITUATIONS]
    few = [count for count in counts if count in FEW]
    assert min(FEW) <= median(counts) <= max(FEW)
    assert len(few) > 0.75 * len(counts)
    assert max(counts) <= MOST


@pytest.mark.parametrize(
    "answers, asked_next",
    [
        ({}, "page"),
        ({"page": "unpaid"}, "event:placed"),
        ({"page": "checking"}, "event:paid"),
        ({"page": "awaiting"}, "event:paid"),
        ({"page": "requested"}, "event:cancel-requested"),
        ({"page": "requested", "event:cancel-requested": "2d"}, "payment"),
        ({"page": "requested", "event:cancel-requested": DONT_KNOW}, "payment"),
        ({"page": "requested", "event:cancel-requested": "2d", "payment": "visa"}, None),
        ({"page": "requested", "event:cancel-requested": "5d"}, "want"),
        ({"page": "refused"}, "event:cancel-refused"),
        ({"page": "part"}, "event:part-shipped"),
        ({"page": "shipped"}, "event:shipped"),
        ({"page": "failed"}, "event:delivery-failed"),
        ({"page": "delivered"}, "event:delivered"),
        ({"page": "frozen"}, "event:frozen"),
        ({"page": "ended"}, "detail"),
        ({"page": "dispute"}, "detail"),
        ({"page": "refund"}, "detail"),
        ({"page": DONT_KNOW}, "event:paid"),
        ({"page": DONT_KNOW, "event:paid": "3d"}, "event:shipped"),
        ({"page": "ended", "detail": "expired"}, "event:expired"),
        ({"page": "ended", "detail": DONT_KNOW}, None),
        ({"page": "dispute", "detail": DONT_KNOW}, "event:dispute-opened"),
        ({"page": "refund", "detail": DONT_KNOW}, "event:refund-started"),
        ({"page": "unpaid", "event:placed": "3d"}, "want"),
        ({"page": "unpaid", "event:placed": DONT_KNOW}, "want"),
        ({"page": "unpaid", "event:placed": "3d", "want": "own-wish"}, "why"),
        ({"page": "unpaid", "event:placed": "3d", "want": "still-wanted"}, None),
        ({"page": "unpaid", "event:placed": "40d"}, None),
        ({"page": "frozen", "event:frozen": "3d"}, None),
        ({"page": "refund", "detail": "cancel-accepted", "event:cancel-accepted": "3d"}, "payment"),
        (
            {"page": "refund", "detail": "cancel-accepted", "event:cancel-accepted": "3d", "payment": "boleto"},
            "event:bank-form-filled",
        ),
        ({"page": "requested", "event:cancel-requested": "2d", "payment": MORE}, "payment-list"),
        ({"page": "requested", "event:cancel-requested": "2d", "payment": MORE, "payment-list": "blik"}, None),
        ({"page": "requested", "event:cancel-requested": "2d", "payment": MORE, "payment-list": DONT_KNOW}, None),
        ({"page": "checking", "event:paid": "today", "want": "seller", "why": "other"}, "cancel-button"),
        ({"page": "shipped", "event:shipped": "3d", "want": "own-wish", "why": "other"}, "free-return"),
        ({"page": "shipped", "event:shipped": "3d", "want": "missing", "why": "not-received"}, "deadline:deliver-by"),
        ({"page": "shipped", "event:shipped": "30d", "want": "missing", "why": "not-received"}, "parcel"),
        ({"page": "delivered", "event:delivered": "3d", "want": "bad", "why": "defective"}, "keep"),
    ],
)
def test_the_next_question_follows_from_the_answers(answers: dict[str, str], asked_next: str | None) -> None:
    question = next_question(draft_after(answers), POLICY, NOW)
    assert (question and question.id) == asked_next


@pytest.mark.parametrize(
    "order, asked_next",
    [
        (Order(status=SeenStatus("Awaiting delivery", NOW)), "want"),
        (Order(events=(Event("paid", When(date(2026, 11, 1))),), why="not-needed"), "deadline:ship-by"),
        (Order(events=(Event("shipped", UNKNOWN),)), "event:shipped"),
        (Order(events=(Event("refund-received", When(date(2026, 11, 20))),)), None),
        (Order(title="lamp"), "page"),
        (Order(status=SeenStatus("Completed", NOW)), "page"),
        (Order(events=(Event("message-sent", UNKNOWN),)), "page"),
    ],
)
def test_what_is_known_is_not_asked_again(order: Order, asked_next: str | None) -> None:
    question = next_question(Draft(order), POLICY, NOW)
    assert (question and question.id) == asked_next


@pytest.mark.parametrize(
    "page, day, families",
    [
        ("unpaid", "event:placed", ["still-wanted", "own-wish", "seller"]),
        ("awaiting", "event:paid", ["still-wanted", "own-wish", "seller", "missing"]),
        ("delivered", "event:delivered", ["still-wanted", "own-wish", "seller", "missing", "bad"]),
    ],
)
def test_only_what_can_be_the_matter_is_offered(page: str, day: str, families: list[str]) -> None:
    question = next_question(draft_after({"page": page, day: "2d"}), POLICY, NOW)
    assert question
    assert list(question.choices) == families


def test_who_waits_too_long_for_an_answer_is_asked_what_is_the_matter() -> None:
    question = next_question(draft_after({"page": "requested", "event:cancel-requested": "5d"}), POLICY, NOW)
    assert question
    assert list(question.choices) == ["own-wish", "seller", "missing"]


def test_the_common_ways_to_pay_are_offered_before_the_whole_list() -> None:
    draft = draft_after({"page": "requested", "event:cancel-requested": "2d"})
    few = next_question(draft, POLICY, NOW)
    assert few
    assert list(few.choices) == [*COMMON_PAYMENTS, MORE]
    draft = answered(draft, few, MORE, NOW)
    all_of_them = next_question(draft, POLICY, NOW)
    assert all_of_them
    assert list(all_of_them.choices) == list(POLICY.methods)
    assert answered(draft, all_of_them, "blik", NOW).order.payment == "blik"


def test_while_the_seller_may_answer_the_card_wishes_for_nothing_that_changes_nothing() -> None:
    draft = draft_after({"page": "requested", "event:cancel-requested": "2d"})
    advice = advise(draft.order, POLICY, NOW)
    assert {"why", "ship-by"} <= set(advice.missing)
    assert still_missing(advice, draft) == ("payment",)


def test_looking_where_to_look_answers_nothing() -> None:
    draft = Draft(Order())
    question = next_question(draft, POLICY, NOW)
    assert question
    assert answered(draft, question, LOOK, NOW) == draft


@pytest.mark.parametrize("again, asked_next", [(False, "coupon"), (True, None)])
def test_a_kept_order_is_not_asked_again_for_what_only_warns(again: bool, asked_next: str | None) -> None:
    order = Order(
        events=(Event("paid", UNKNOWN), Event("cancelled-by-seller", When(date(2026, 11, 20)))), payment="visa"
    )
    draft = Draft(order, again=again)
    question = next_question(draft, POLICY, NOW)
    assert (question and question.id) == asked_next
    assert still_missing(advise(order, POLICY, NOW), draft) == (() if again else ("coupon",))


def test_business_days_are_counted_by_the_calendar_of_the_buyers_country() -> None:
    order = Order(country="US", events=(Event("refund-started", When(date(2026, 11, 2))),))
    asked: list[str | None] = []

    def calendar_of(country: str | None) -> Calendar:
        asked.append(country)
        return MON_FRI

    assert next_question(Draft(order), POLICY, NOW, calendar_of)
    assert asked == ["US"]


def test_what_was_asked_is_not_wished_for_on_the_card() -> None:
    draft = draft_after({"page": "awaiting", "event:paid": "2d", "want": "still-wanted"})
    advice = advise(draft.order, POLICY, NOW)
    wished = still_missing(advice, draft)
    assert "why" in advice.missing
    assert set(wished) == set(advice.missing) - {"why", "paid"}
    question = next_question(draft, POLICY, NOW)
    assert question
    flag = question.id.rpartition(":")[2]
    assert still_missing(advice, answered(draft, question, DONT_KNOW, NOW)) == tuple(
        each for each in wished if each != flag
    )


@pytest.mark.parametrize(
    "answers, order",
    [
        ({"page": "awaiting"}, Order(events=(Event("payment-verified", UNKNOWN), Event("paid", UNKNOWN)))),
        ({"page": "shipped", "event:shipped": "2d"}, Order(events=(Event("shipped", When(date(2026, 11, 20))),))),
        ({"page": "shipped", "event:shipped": DONT_KNOW}, Order(events=(Event("shipped", UNKNOWN),))),
        (
            {"page": "ended", "detail": "cancelled-by-seller"},
            Order(events=(Event("paid", UNKNOWN), Event("cancelled-by-seller", UNKNOWN))),
        ),
        (
            {"page": "checking", "event:paid": "now"},
            Order(events=(Event("paid", When(at=NOW)),), status=SeenStatus("Payment verification", NOW)),
        ),
        (
            {"page": DONT_KNOW, "event:paid": DONT_KNOW, "event:shipped": DONT_KNOW, "event:delivered": DONT_KNOW},
            Order(),
        ),
        (
            {"page": "delivered", "event:delivered": "2d", "want": "bad", "why": "defective", "keep": "no"},
            Order(events=(Event("delivered", When(date(2026, 11, 20))),), why="defective", keep=False),
        ),
        (
            {
                "page": "shipped",
                "event:shipped": "2d",
                "want": "still-wanted",
                "deadline:deliver-by": "2026-12-20",
            },
            Order(
                events=(Event("shipped", When(date(2026, 11, 20))),),
                deadlines=(Deadline("deliver-by", When(date(2026, 12, 20))),),
            ),
        ),
    ],
)
def test_answers_become_facts(answers: dict[str, str], order: Order) -> None:
    assert draft_after(answers).order == order


@pytest.mark.parametrize("answer", ["soon", "20.11.2026", "2026-11-31", "2026-11-23", ""])
def test_a_day_that_cannot_be_is_refused_and_changes_nothing(answer: str) -> None:
    draft = draft_after({"page": "unpaid"})
    question = next_question(draft, POLICY, NOW)
    assert question
    with pytest.raises(UsageError):
        answered(draft, question, answer, NOW)
    assert next_question(draft, POLICY, NOW) == question


def test_every_page_and_every_state_has_a_meaning() -> None:
    known_later = {LOOK, *DETAILS}
    assert set(words.PAGE_CHOICES) == set(PAGE_EVENTS) | known_later
    named = {kind for _, choices in DETAILS.values() for kind in choices}
    asked_after = {kinds[-1] for kinds in PAGE_EVENTS.values()}
    assert (named | asked_after) - set(words.EVENTS) == set()


@pytest.mark.parametrize("page, text", PAGE_STATUSES.items())
def test_a_page_told_as_a_status_means_the_same_as_its_events(page: str, text: str) -> None:
    status = status_of(text, POLICY.status_texts)
    assert status
    assert status.implies == PAGE_EVENTS[page]


@pytest.mark.parametrize(
    "newest, kinds",
    [
        (
            "paid",
            (
                "shipped",
                "cancel-requested",
                "cancel-accepted",
                "cancel-refused",
                "cancelled-by-seller",
                "cancelled-by-platform",
                "message-sent",
            ),
        ),
        ("cancel-requested", ("cancel-accepted", "cancel-refused", "shipped", "message-sent")),
        (
            "dispute-opened",
            (
                *("dispute-won", "dispute-refused", "dispute-agreed", "dispute-lost", "return-agreed"),
                *("seller-answered", "message-sent"),
            ),
        ),
        (
            "cancel-accepted",
            ("refund-received", "refund-started", "refund-completed", "refund-chased", "message-sent"),
        ),
        ("refund-received", ("message-sent",)),
    ],
)
def test_what_may_have_happened_next_is_hoped_for_or_possible(newest: EventKind, kinds: tuple[EventKind, ...]) -> None:
    order = Order(events=(Event("payment-verified", UNKNOWN), Event(newest, When(date(2026, 11, 21)))))
    assert may_be_next(advise(order, POLICY, NOW), POLICY) == kinds


@pytest.mark.parametrize("hour, offered", [(9, True), (11, False)], ids=["the answer to an older one", "answered"])
def test_an_answer_is_offered_where_one_is_awaited(hour: int, offered: bool) -> None:
    sent = Event("message-sent", When(at=datetime(2026, 11, 21, 10, tzinfo=UTC)))
    answered = Event("seller-answered", When(at=datetime(2026, 11, 21, hour, tzinfo=UTC)))
    order = Order(events=(Event("payment-verified", UNKNOWN), sent, answered))
    assert ("seller-answered" in may_be_next(advise(order, POLICY, NOW), POLICY)) is offered


def test_a_silent_seller_may_have_answered_a_dispute_after_all() -> None:
    order = Order(events=(Event("shipped", UNKNOWN), Event("dispute-opened", When(date(2026, 11, 1)))))
    assert {"dispute-refused", "dispute-won"} <= set(may_be_next(advise(order, POLICY, NOW), POLICY))


def test_something_can_happen_in_every_stage_but_the_last() -> None:
    assert [stage for stage in STAGES if stage not in NEXT] == ["refunded"]


def is_needed(put: Put) -> bool:
    """Whether the question is about the stage or its day, or about a fact that the advice misses at that time."""
    before, question, _ = put
    flag = question.id.rpartition(":")[2]
    if question.id in ("page", "detail", "want", "why", "payment-list") or before.page == DONT_KNOW:
        return True
    newest = [(event.kind, event.when) for event in before.order.events[-1:]]
    return (flag, UNKNOWN) in newest or is_missing(flag, before.order)


def is_missing(flag: str, order: Order) -> bool:
    try:
        missing = advise(order, POLICY, NOW).missing
    except NotEnoughFacts:
        return False
    return flag in {*missing, *(STAND_INS[each] for each in missing if each in STAND_INS)}


def typed_answers(question: Question) -> st.SearchStrategy[str]:
    """Answers that can be read: a choice, a day or a countdown, or not knowing."""
    if question.choices:
        return answers_of_choice(question)
    past = ["unknown", "now", "today", "yesterday", "2d", "12d", "25d", "80d", "2026-06-30"]
    ahead = ["+3d", "+2d5h", "2027-01-10"] if question.id.startswith("deadline:") else []
    return st.sampled_from(past + ahead)


@given(st.data())
def test_any_run_ends_asks_nothing_twice_and_nothing_without_need(data: st.DataObject) -> None:
    puts = list(run(lambda question: data.draw(typed_answers(question), label=question.id)))
    ids = [put.question.id for put in puts]
    assert len(ids) == len(set(ids)) <= 2 * MOST
    assert [put.question.id for put in puts if not is_needed(put)] == []


@given(asked_orders(), st.data())
def test_a_run_that_starts_from_any_order_ends(order_and_now: tuple[Order, datetime], data: st.DataObject) -> None:
    order, now = order_and_now
    ids = [
        put.question.id
        for put in run(lambda question: data.draw(answers_of_choice(question), label=question.id), now, order)
    ]
    assert len(ids) == len(set(ids))


def answers_of_choice(question: Question) -> st.SearchStrategy[str]:
    choices = [choice for choice in question.choices if choice != LOOK]
    return st.sampled_from([*choices, DONT_KNOW]) if choices else st.just(DONT_KNOW)


PAGES = [{"page": page} for page in words.PAGE_CHOICES if page != LOOK]
STATES = [{"page": page, "detail": state} for page, (_, choices) in DETAILS.items() for state in choices]


@pytest.mark.parametrize("answers", [{}, *PAGES, *STATES], ids=lambda answers: " ".join(answers.values()))
def test_not_knowing_anything_more_is_always_an_answer(answers: dict[str, str]) -> None:
    puts = list(run(from_table(answers)))
    assert len(puts) <= MOST

"""What has to be written comes from the steps of an advice, and the first of it is what is made unasked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from aliorder.domain.advice import Advice, advise
from aliorder.domain.order import Event, Order
from aliorder.domain.vocabulary import ABOUTS, About, EventKind
from aliorder.errors import NotEnoughFacts
from aliorder.policies.messages import (
    EVIDENCE_STEPS,
    ONLY_IF,
    RECIPIENTS,
    SAYS_THAT,
    SENT_EVENTS,
    STEP_MESSAGES,
)
from aliorder.words.naming import name_of
from aliorder.words.steps import RECORDS, STEPS
from aliorder.words.telling import Blanks, messages_for, possible_messages, step_texts, steps_of
from aliorder.words.writing import ABOUT_LABELS, FACT_LABELS, RECIPIENT_LABELS, WHERE_TO, sent_event
from tests.domain.given import NOON, POLICY, asked, happened, on, shown

NUMBER = "8123456789012345"
BY_REQUEST = {"own-customer"}
"""The messages for which no advice calls."""

DRAFT = re.compile(r"[ ][Tt]he text for it: aliorder message (\S+)(?: --about (\S+))?")


def advised(**facts: object) -> Advice:
    return advise(replace(Order(number=NUMBER), **facts), POLICY, NOON)  # type: ignore[arg-type]


def texts_of(advice: Advice) -> list[str]:
    return step_texts(advice, Blanks(advice, POLICY))


def test_every_step_with_a_message_or_evidence_is_a_step_that_some_advice_has() -> None:
    steps = {step for rules in POLICY.actions.values() for rule in rules for step in rule.steps}
    assert set(STEP_MESSAGES) - (steps & STEPS.keys()) == set()
    assert EVIDENCE_STEPS - steps == set()
    assert ONLY_IF - STEP_MESSAGES.keys() == set()


def test_every_message_is_called_for_by_some_step_or_made_by_request() -> None:
    assert set(ABOUTS) - set(STEP_MESSAGES.values()) == BY_REQUEST


def test_every_message_has_a_purpose_and_a_recipient_and_every_recipient_a_way_to_them() -> None:
    assert [tuple(table) for table in (ABOUT_LABELS, RECIPIENTS)] == [ABOUTS, ABOUTS]
    assert set(RECIPIENT_LABELS) == set(WHERE_TO) == set(RECIPIENTS.values())
    assert [text for text in (*ABOUT_LABELS.values(), *FACT_LABELS.values()) if re.search(r"[!.]$", text)] == []


def test_a_message_to_the_seller_is_one_once_it_is_sent_and_what_else_was_done_is_noted_as_that() -> None:
    to_seller = {about for about, recipient in RECIPIENTS.items() if recipient == "seller"}
    assert {about for about, kind in SENT_EVENTS.items() if kind == "message-sent"} == to_seller
    assert {about: kind for about, kind in SENT_EVENTS.items() if about not in to_seller} == {
        "dispute": "dispute-opened",
        "appeal": "appealed",
        "ask-arn": "refund-chased",
        "trace-refund": "refund-chased",
        "outside-claim": "claimed-outside",
    }


PAID = happened(payment_verified="2026-11-19")
GONE = happened(paid="2026-10-01", shipped="2026-10-05")
HERE = (*GONE, *happened(delivered="2026-11-15"))
NEEDED: list[tuple[str, dict[str, object], tuple[About, ...], tuple[About, ...]]] = [
    ("not paid", {"events": happened(placed="2026-11-21"), "why": "not-needed"}, (), ()),
    (
        "paid just now, no button",
        {"events": happened(paid="2026-11-22"), "why": "wrong-item", "cancel_button": False},
        ("ask-to-cancel",),
        ("support",),
    ),
    ("paid just now, wanted", {"events": happened(paid="2026-11-22")}, (), ("support",)),
    ("to be shipped, wanted", {"events": PAID}, (), ("change-order",)),
    ("to be shipped, not wanted", {"events": PAID, "why": "not-needed"}, ("accept-cancellation",), ()),
    (
        "to be shipped, slow",
        {"events": PAID, "why": "slow-seller", "deadlines": shown(ship_by="2026-11-27")},
        ("when-shipped",),
        (),
    ),
    ("asked to cancel", {"events": (*PAID, *happened(cancel_requested="2026-11-21"))}, ("accept-cancellation",), ()),
    (
        "asked to cancel, and written",
        {"events": (*PAID, *happened(cancel_requested="2026-11-21", message_sent="2026-11-22"))},
        ("remind",),
        (),
    ),
    (
        "no answer for three days",
        {"events": (*PAID, *happened(cancel_requested="2026-11-18"))},
        ("accept-cancellation", "support"),
        (),
    ),
    (
        "refused",
        {"events": (*PAID, *happened(cancel_requested="2026-11-20", cancel_refused="2026-11-21")), "why": "not-needed"},
        ("answer-refusal",),
        (),
    ),
    ("on its way, wanted", {"events": GONE, "deadlines": shown(deliver_by="2026-12-20")}, (), ()),
    (
        "on its way, not wanted",
        {"events": GONE, "why": "not-needed", "deadlines": shown(deliver_by="2026-12-20")},
        ("refuse-delivery",),
        (),
    ),
    ("late", {"events": GONE, "deadlines": shown(deliver_by="2026-11-20")}, ("where-is-it", "dispute"), ()),
    ("lost", {"events": GONE, "why": "tracking-invalid", "parcel": "invalid"}, ("proof-of-posting", "dispute"), ()),
    (
        "protection ends",
        {"events": GONE, "deadlines": shown(deliver_by="2026-12-20", protection_until="2026-11-25")},
        ("extend-protection",),
        (),
    ),
    ("broken", {"events": HERE, "why": "defective"}, ("report-problem", "dispute"), ()),
    ("broken and kept", {"events": HERE, "why": "defective", "keep": True}, ("partial-refund", "dispute"), ()),
    ("not wanted after all", {"events": HERE, "why": "not-needed"}, ("take-back",), ()),
    ("all is well", {"events": HERE}, (), ()),
    ("in a dispute", {"events": (*HERE, *happened(dispute_opened="2026-11-21"))}, (), ("no-outside-deal",)),
    (
        "the seller refused the dispute",
        {"events": (*HERE, *happened(dispute_opened="2026-11-19", dispute_refused="2026-11-21"))},
        ("dispute",),
        ("no-outside-deal",),
    ),
    (
        "lost the dispute",
        {"events": (*HERE, *happened(dispute_opened="2026-11-17", dispute_lost="2026-11-21"))},
        ("appeal",),
        (),
    ),
    ("a refund on its way", {"events": happened(refund_started="2026-11-20"), "payment": "visa"}, (), ()),
    (
        "a refund overdue on a card",
        {"events": happened(refund_started="2026-09-01"), "payment": "visa"},
        ("ask-arn", "support", "trace-refund"),
        (),
    ),
    (
        "a refund overdue by PayPal",
        {"events": happened(refund_started="2026-09-01"), "payment": "paypal"},
        ("trace-refund", "support"),
        (),
    ),
    ("the money is here", {"events": happened(refund_received="2026-11-20")}, (), ()),
]


@pytest.mark.parametrize("facts, needed, possible", [row[1:] for row in NEEDED], ids=[row[0] for row in NEEDED])
def test_what_has_to_be_written_is_known_and_what_may_have_to_be_is_told_apart(
    facts: dict[str, object], needed: tuple[About, ...], possible: tuple[About, ...]
) -> None:
    advice = advised(**facts)
    assert (messages_for(advice, POLICY), possible_messages(advice, POLICY)) == (needed, possible)


def test_every_message_that_a_step_calls_for_first_is_worked_out_here() -> None:
    first = {about for _, _, needed, possible in NEEDED for about in (*needed, *possible)}
    assert set(STEP_MESSAGES.values()) - first == {"outside-claim"}


def test_a_reminder_comes_before_all_else_once_an_answer_is_overdue() -> None:
    events = (*PAID, *happened(message_sent="2026-11-21T11:59:59+00:00"))
    advice = advised(events=events, why="not-needed")
    assert messages_for(advice, POLICY) == ("remind", "accept-cancellation")
    answered = advised(events=(*events, *happened(seller_answered="2026-11-22T09:00:00+00:00")), why="not-needed")
    assert messages_for(answered, POLICY) == ("accept-cancellation",)


@pytest.mark.parametrize("about, kind", [("answer-refusal", "cancel-refused"), ("remind", "message-sent")])
def test_a_message_never_says_of_itself_that_something_happened_that_is_not_known(
    about: About, kind: EventKind
) -> None:
    _, instead = SAYS_THAT[about]
    events = (*PAID, *happened(cancel_requested="2026-11-18"))
    told = [
        messages_for(advised(events=each), POLICY)[0] for each in (events, (*events, Event(kind, on("2026-11-23"))))
    ]
    assert told == [instead, instead]
    assert instead not in SAYS_THAT


def test_a_step_says_how_to_get_its_text_and_where_to_keep_its_evidence() -> None:
    advice = advised(events=HERE, why="defective", alias="lamp")
    steps = dict(zip(steps_of(advice, POLICY), texts_of(advice), strict=True))
    assert steps["photograph-fault"] == f"{STEPS['photograph-fault']} Keep it here: aliorder evidence add lamp FILE"
    assert steps["tell-seller"] == f"{STEPS['tell-seller']} The text for it: aliorder message lamp"
    assert steps["dispute-evidence"].endswith(
        " Keep it here: aliorder evidence add lamp FILE; the text for it: aliorder message lamp --about dispute"
    )


def test_what_may_have_to_be_written_is_asked_for_by_its_name() -> None:
    drafts = [DRAFT.search(text) for text in texts_of(advised(events=PAID))]
    assert [found.groups() for found in drafts if found] == [(NUMBER, "change-order")]


def test_an_order_without_a_number_has_no_commands() -> None:
    for facts in (row[1] for row in NEEDED):
        advice = advised(**facts, number=None, alias="lamp")
        assert [text for text in texts_of(advice) if "aliorder message" in text or "aliorder evidence" in text] == []


@pytest.mark.parametrize(
    "alias, name",
    [
        (None, NUMBER),
        ("lamp", "lamp"),
        ("kabel-rot.2", "kabel-rot.2"),
        ("my lamp", "'my lamp'"),
        ("$(rm -rf ~)", "'$(rm -rf ~)'"),
        ("it's", "'it'\"'\"'s'"),
        ("a\x1b[31mb", NUMBER),
        ("a\u202eb", NUMBER),
        ("a\nb", NUMBER),
    ],
)
def test_an_order_is_named_as_it_can_be_typed(alias: str | None, name: str) -> None:
    assert name_of(Order(number=NUMBER, alias=alias)) == name
    advice = advised(events=PAID, why="not-needed", alias=alias)
    commands = re.findall(
        r"aliorder (?:message|record) (.+?)(?: cancel-requested| --about .*)?$",
        "\n".join(texts_of(advice)),
        re.MULTILINE,
    )
    assert commands == [name, name]


@given(asked())
def test_whatever_the_order_a_step_leads_to_a_message_that_fits(question: tuple[Order, object]) -> None:
    order, now = question
    try:
        advice = advise(order, POLICY, now)  # type: ignore[arg-type]
    except NotEnoughFacts:
        return
    needed, possible = messages_for(advice, POLICY), possible_messages(advice, POLICY)
    assert set(needed).isdisjoint(possible)
    assert len({*needed, *possible}) == len(needed) + len(possible)
    named = [found[2] for text in texts_of(advice) for found in DRAFT.finditer(text)]
    assert {about for about in named if about} <= {*needed, *possible}
    assert "remind" in needed[:1] or named.count(None) >= bool(needed)
    assert None not in named or needed != ()
    assert RECORDS.keys().isdisjoint(STEP_MESSAGES)


CHOSEN: list[tuple[str, Order, tuple[About, ...]]] = [
    (
        "who wants another colour asks for that first",
        Order(events=happened(payment_verified="2026-11-20"), why="change-details"),
        ("change-order", "accept-cancellation"),
    ),
    (
        "a parcel that moves is asked after, and no proof is wanted",
        Order(events=happened(shipped="2026-11-01"), parcel="moving", why="not-received"),
        ("where-is-it",),
    ),
    (
        "without a message there is nothing to remind of",
        Order(events=happened(paid="2026-11-18", cancel_requested="2026-11-21"), why="not-needed"),
        ("accept-cancellation",),
    ),
    (
        "nor once it was answered",
        Order(
            events=happened(
                paid="2026-11-18",
                cancel_requested="2026-11-21",
                message_sent="2026-11-20",
                seller_answered="2026-11-21",
            ),
            why="not-needed",
        ),
        ("accept-cancellation",),
    ),
]


@pytest.mark.parametrize("order, needed", [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN])
def test_the_message_is_the_one_that_the_order_calls_for(order: Order, needed: tuple[About, ...]) -> None:
    advice = advise(order, POLICY, NOON)
    assert messages_for(advice, POLICY)[: len(needed)] == needed


def test_a_text_for_a_dispute_that_runs_opens_no_second_one() -> None:
    assert sent_event("dispute", "shipped") == "dispute-opened"
    assert sent_event("dispute", "in-dispute") is None

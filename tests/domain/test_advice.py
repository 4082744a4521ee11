"""What holds for the advice on any order at any moment."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, advise, decide
from aliorder.domain.order import UNKNOWN, Deadline, Event, Order, When
from aliorder.domain.timeline import counts
from aliorder.domain.vocabulary import DEADLINE_KINDS, WHY_FAMILIES, WHYS, EventKind, Why
from aliorder.domain.when import YEARS
from aliorder.errors import NotEnoughFacts
from aliorder.exporters.advice_document import advice_document
from aliorder.words.labels import missing_label
from tests.domain.given import NOON, POLICY, ZONES, asked, facts_at, happened, moments_near, shown
from tests.strategies import orders

Asked = tuple[Order, datetime]

CANCELLING = {"let-expire", "instant-cancel", "request-approval", "negotiate", "refuse-delivery", "free-return"}
MENUS = {"instant-cancel", "request-approval", "negotiate", "free-return", "open-dispute"}

OWN_WISH = {why for why, family in WHY_FAMILIES.items() if family == "own-wish"}
MISSING = {why for why, family in WHY_FAMILIES.items() if family == "missing"}
TRUE_FOR: dict[str, set[Why]] = {
    "no-longer-needed": {"not-needed", "cheaper-elsewhere", "wrong-item", "duplicate"},
    "wrong-product": {"wrong-item"},
    "duplicate-order": {"duplicate"},
    "change-order": {"change-details"},
    "change-address": {"change-address"},
    "change-coupon": {"change-coupon"},
    "change-shipping-method": {"change-shipping"},
    "payment-problem": {"payment-problem"},
    "change-of-mind": OWN_WISH,
    "other": set(WHYS),
    "processing-too-long": {"slow-seller", *MISSING},
    "out-of-stock": {"out-of-stock"},
    "price-raised": {"price-raised"},
    "cannot-ship-as-chosen": {"cannot-ship"},
    "seller-unresponsive": {"seller-silent"},
    "seller-refuses-to-ship": {"seller-asks"},
    "not-received": MISSING,
    "tracking-invalid": {"tracking-invalid"},
    "defective": {"defective"},
    "not-as-described": {"not-as-described"},
    "wrong-goods": {"wrong-goods"},
}
"""For whom each entry of the menu is true."""


def advice_on(order: Order, now: datetime) -> Advice | None:
    """The advice, `None` where too little is known."""
    try:
        return advise(order, POLICY, now)
    except NotEnoughFacts:
        return None


@given(asked())
def test_an_order_gets_one_advice_that_can_be_told_and_written(pair: Asked) -> None:
    advice = advice_on(*pair)
    if advice is None:
        return
    assert advice == advice_on(*pair)
    document = json.loads(json.dumps(advice_document(advice, POLICY)))
    assert (document["stage"]["id"], document["action"]["id"]) == (advice.stage.id, advice.action.id)
    told = [entry["text"] for entry in (*document["warnings"], *document["because"])] + document["action"]["steps"]
    assert [text for text in told if "{" in text or "None" in text or not text.strip(" .")] == []
    assert [entry["rule"] for entry in document["because"] if not entry["sources"]] == []


@given(orders(), moments_near())
def test_whatever_is_stored_is_advised_on_or_refused(order: Order, now: datetime) -> None:
    advice = advice_on(order, now)
    assert advice is None or json.dumps(advice_document(advice, POLICY))


@pytest.mark.parametrize("year", [YEARS[0], YEARS[-1]])
@pytest.mark.parametrize("kind", ["placed", "paid", "shipped", "dispute-opened", "cancel-accepted", "cancel-requested"])
def test_the_first_and_the_last_year_that_can_be_told_do_no_harm(kind: EventKind, year: int) -> None:
    now = datetime(year, 12, 31, 12, tzinfo=ZONES[-1])
    day = When(now.date())
    deadlines = tuple(Deadline(page, day) for page in DEADLINE_KINDS)
    order = Order(events=(Event(kind, day),), deadlines=deadlines, payment="card", why="not-received")
    advice = advise(order, POLICY, now)
    assert json.dumps(advice_document(advice, POLICY))


@given(asked())
def test_what_to_act_by_and_to_wait_for_lies_ahead_and_is_among_the_deadlines(pair: Asked) -> None:
    advice = advice_on(*pair)
    if advice is None:
        return
    named = [at for at in (advice.action.by, advice.action.until) if at is not None]
    assert [at for at in named if at < advice.now] == []
    assert [at for at in named if at not in {deadline.at for deadline in advice.deadlines}] == []


@given(asked())
def test_the_days_of_a_refund_stand_in_their_order(pair: Asked) -> None:
    advice = advice_on(*pair)
    refund = advice.refund if advice else None
    if refund is None:
        return
    days = [refund.earliest, refund.typical_from, refund.typical_until, refund.latest, refund.chase_from]
    known = [day for day in days if day is not None]
    assert known == sorted(known)
    assert refund.latest is None or refund.counted_until is not None
    assert refund.counted_from is not None or refund.counted_until is None
    if refund.counted_from and refund.counted_until:
        assert refund.counted_from <= refund.counted_until
        assert all(day >= refund.counted_from for day in known)


@given(asked(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_told_does_not_matter(pair: Asked, random: Random) -> None:
    # Of two events of one kind and one time nobody can say which is newer; the strategy makes none.
    order, now = pair
    events = list(order.events)
    random.shuffle(events)
    advice, other = advice_on(order, now), advice_on(replace(order, events=tuple(events)), now)
    assert (advice and advice._replace(order=order)) == (other and other._replace(order=order))


@given(asked(), st.integers(0, 40 * 24 * 60))
def test_asking_later_never_loses_a_deadline_that_still_runs(pair: Asked, minutes: int) -> None:
    # "Later" has to be the only difference: what is recorded for between the two moments is left out.
    order, now = pair
    events = tuple(event for event in order.events if counts(event, now))
    seen = order.status if order.status and order.status.seen <= now else None
    order, later = replace(order, events=events, status=seen), now + timedelta(minutes=minutes)
    before, after = advice_on(order, now), advice_on(order, later)
    assert (before is None) == (after is None)
    if before is None or after is None:
        return
    running = {deadline for deadline in before.deadlines if deadline.at is not None and deadline.at >= later}
    assert running - set(after.deadlines) == set()


@given(asked())
def test_telling_what_a_later_event_implies_changes_nothing(pair: Asked) -> None:
    order, now = replace(pair[0], status=None), pair[1]
    line = facts_at(now, order).timeline
    more = tuple(Event(kind, UNKNOWN) for kind in sorted(line.happened - set(line.last)))
    advice, other = advice_on(order, now), advice_on(replace(order, events=order.events + more), now)
    assert (advice and (advice.stage.id, advice.action)) == (other and (other.stage.id, other.action))


def test_a_refusal_came_before_shipping_unless_it_is_told_to_be_later() -> None:
    day = When(NOON.date())
    order = Order(events=(Event("cancel-refused", day), Event("reshipped", day)))
    told = replace(order, events=(*order.events, Event("shipped", UNKNOWN)))
    assert advice_on(order, NOON).action == advice_on(told, NOON).action  # type: ignore[union-attr]


@given(asked())
def test_only_a_true_reason_is_offered_and_only_where_a_menu_opens(pair: Asked) -> None:
    order, now = pair
    advice = advice_on(order, now)
    if advice is None:
        return
    assert (advice.reason is not None) == (advice.action.id in MENUS)
    if advice.reason is None:
        return
    facts = facts_at(now, order)
    gone = facts["delivery_time"] == "passed" or facts["delivery"] == "failed"
    late = facts["goods"] == "shipped" and gone
    for reason in (advice.reason.pick, *advice.reason.alternatives):
        true_for: set[Why | None] = {*TRUE_FOR[reason.id]}
        if reason.id in ("other", "change-of-mind"):
            true_for.add(None)
        assert order.why in true_for or (reason.id == "not-received" and late)
        assert reason.id != "processing-too-long" or facts["ship_by"] == "passed"


@given(asked())
def test_who_still_wants_the_goods_is_never_told_to_cancel(pair: Asked) -> None:
    order, now = pair
    advice = advice_on(order, now)
    if advice is not None and facts_at(now, order)["why_family"] == "still-wanted":
        assert advice.action.id not in CANCELLING


@given(asked())
def test_whatever_is_missing_has_a_name_and_is_named_once(pair: Asked) -> None:
    advice = advice_on(*pair)
    if advice is not None:
        assert len(set(advice.missing)) == len(advice.missing)
        assert all(missing_label(flag) for flag in advice.missing)


@given(asked())
def test_a_fact_that_was_given_is_not_called_missing(pair: Asked) -> None:
    # Of events a newer one may be missing: the arrival of a second return, say.
    order, now = pair
    advice = advice_on(order, now)
    if advice is None:
        return
    answers: dict[str, object] = {
        "why": order.why,
        "payment": order.payment,
        "cancel-button": order.cancel_button,
        "free-return": order.free_return,
        "keep": order.keep,
        "coupon": order.coupon,
        **{deadline.kind: True for deadline in order.deadlines if deadline.when != UNKNOWN},
    }
    told = {flag for flag, value in answers.items() if value is not None}
    assert set(advice.missing) & told == set()


def test_too_little_to_go_on_says_what_to_give() -> None:
    with pytest.raises(NotEnoughFacts) as refused:
        advise(Order(why="not-needed"), POLICY, NOON)
    assert refused.value.missing == ("placed", "paid", "shipped", "delivered", "site-status")


def test_a_contradiction_names_what_is_at_odds() -> None:
    order = Order(events=happened(shipped="2026-11-15", delivered="2026-11-10", return_sent="2026-11-18"))
    found = {warning.id: warning.about for warning in advise(order, POLICY, NOON).warnings}
    assert found["contradiction"] == (("shipped", "delivered"),)


def test_the_grounds_are_the_rows_that_decided_with_their_sources() -> None:
    order = Order(events=happened(payment_verified="2026-11-20"), why="duplicate", payment="card")
    found = advise(order, POLICY, NOON).because
    assert [(ground.table, ground.rule) for ground in found] == [
        ("stage", "payment-was-verified"),
        ("action", "ask-the-seller"),
        ("reason", "ordered-twice"),
        ("refund", "refund-if-approved"),
    ]
    assert all(POLICY.sources.keys() >= set(ground.sources) for ground in found)


def test_a_last_moment_that_was_only_reckoned_is_not_told_as_one() -> None:
    order = Order(events=happened(payment_verified="2026-11-20"), why="duplicate")
    reckoned = advise(order, POLICY, NOON)
    read = advise(replace(order, deadlines=shown(ship_by="2026-11-27")), POLICY, NOON)
    assert reckoned.action.by is None
    assert read.action.by == next(deadline.at for deadline in reckoned.deadlines if deadline.id == "ship-by")


def test_a_decision_and_the_advice_made_of_it_agree() -> None:
    order = Order(events=happened(shipped="2026-11-10"), why="not-received")
    decision, advice = decide(order, POLICY, NOON), advise(order, POLICY, NOON)
    assert (decision.stage.then, decision.action.then) == (advice.stage.id, advice.action.id)
    assert decision.missing == advice.missing

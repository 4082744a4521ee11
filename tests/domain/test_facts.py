"""The truths that the rules test, and what would settle those that are not known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from aliorder.domain.facts import FACTS, missing_flags
from aliorder.domain.order import Order, SeenStatus
from aliorder.domain.rules import MAYBE
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from tests.domain.combinations import VALUES
from tests.domain.given import NOON, asked, facts_at, happened, shown

AMBIGUOUS = SeenStatus("Completed", NOON)
CHECKING = SeenStatus("Payment being verified", NOON)

FOUND: list[tuple[str, str, Order]] = [
    ("known", "no", Order()),
    ("known", "no", Order(why="defective", events=happened(message_sent="2026-11-20", claimed_outside="2026-11-21"))),
    ("known", "yes", Order(events=happened(placed="unknown"))),
    ("refunded", "yes", Order(events=happened(refund_received="2026-11-20"))),
    ("frozen", "yes", Order(events=happened(frozen="2026-11-20"))),
    ("frozen", "no", Order(events=happened(frozen="2026-11-20", unfrozen="2026-11-20"))),
    ("parted", "yes", Order(events=happened(part_shipped="2026-11-10", cancel_accepted="2026-11-20"))),
    ("parted", "no", Order(events=happened(part_shipped="2026-11-10", shipped="2026-11-20"))),
    ("parted", "no", Order(events=happened(part_shipped="unknown", cancel_accepted="unknown", dispute_won="unknown"))),
    ("turn", "none", Order(events=happened(shipped="2026-11-20"))),
    ("turn", "dispute-lost", Order(events=happened(dispute_opened="2026-11-10", dispute_lost="2026-11-20"))),
    ("turn", "none", Order(events=happened(part_shipped="2026-11-10", cancel_accepted="2026-11-20"))),
    ("paid", "yes", Order(events=happened(shipped="unknown"))),
    ("verified", "yes", Order(events=happened(shipped="unknown"))),
    ("verified", "no", Order(events=happened(paid="2026-11-22"))),
    ("verified", "assumed", Order(events=happened(paid="2026-11-20"))),
    ("verified", "no", Order(events=happened(paid="2026-11-20"), status=CHECKING)),
    ("goods", "none", Order(events=happened(paid="2026-11-20"))),
    ("goods", "shipped", Order(events=happened(part_shipped="2026-11-10", shipped="2026-11-20"))),
    ("goods", "shipped", Order(events=happened(delivery_failed="2026-11-20"))),
    ("goods", "completed", Order(events=happened(receipt_confirmed="2026-11-20"))),
    ("goods", "delivered", Order(events=happened(paid="2026-11-20"), why="defective")),
    ("goods", "completed", Order(events=happened(receipt_confirmed="2026-11-20"), why="defective")),
    ("goods", "none", Order(why="defective")),
    ("cancel", "requested", Order(events=happened(cancel_refused="2026-11-10", cancel_requested="2026-11-20"))),
    ("cancel", "refused", Order(events=happened(cancel_requested="2026-11-20", cancel_refused="2026-11-20"))),
    ("why_family", "still-wanted", Order()),
    ("why_family", "own-wish", Order(events=happened(cancel_requested="2026-11-20"))),
    ("why_family", "seller", Order(why="slow-seller", events=happened(cancel_requested="2026-11-20"))),
    ("why_family", "missing", Order(why="tracking-invalid")),
    ("why_family", "bad", Order(why="wrong-goods")),
    ("page_ended", "yes", Order(status=AMBIGUOUS)),
    ("page_ambiguous", "yes", Order(status=AMBIGUOUS)),
    ("page_ambiguous", "no", Order(status=CHECKING)),
    ("cancel_button", "unknown", Order()),
    ("cancel_button", "no", Order(cancel_button=False)),
    ("free_return", "yes", Order(free_return=True)),
    ("keep", "no", Order(keep=False)),
    ("coupon", "unknown", Order()),
    ("coupon", "select", Order(coupon="select")),
    ("ship_by", "unknown", Order(events=happened(payment_verified="2026-11-01"))),
    ("ship_by", "passed", Order(deadlines=shown(ship_by="2026-11-20"))),
    ("ship_by_guess", "passed", Order(events=happened(payment_verified="2026-11-01"))),
    ("ship_by_guess", "unknown", Order(deadlines=shown(ship_by="2026-11-20"))),
    ("dispute_opens", "running", Order(events=happened(shipped="2026-11-20"))),
    ("dispute_opens", "passed", Order(events=happened(shipped="2026-11-10"))),
    ("dispute_opens", "unknown", Order(events=happened(shipped="unknown"))),
    ("delivery_time", "running", Order(events=happened(shipped="2026-11-20"))),
    ("delivery_time", "passed", Order(events=happened(shipped="2026-09-01"))),
    (
        "delivery_time",
        "running",
        Order(events=happened(shipped="2026-09-01"), deadlines=shown(deliver_by="2026-12-01")),
    ),
    ("protection", "early", Order(events=happened(shipped="2026-11-20"))),
    ("protection", "last-days", Order(deadlines=shown(protection_until="2026-11-25"))),
    ("protection", "passed", Order(deadlines=shown(protection_until="2026-11-20"))),
    ("protection", "unknown", Order()),
    ("parcel", "bad", Order(parcel="stuck")),
    ("parcel", "bad", Order(parcel="moving", why="tracking-invalid")),
    ("parcel", "fine", Order(parcel="moving")),
    ("delivery", "on-its-way", Order(events=happened(shipped="2026-11-20"))),
    ("delivery", "failed", Order(events=happened(reshipped="2026-11-10", delivery_failed="2026-11-20"))),
    ("delivery", "reshipped", Order(events=happened(delivery_failed="2026-11-18", reshipped="2026-11-20"))),
    ("delivery", "reshipped-late", Order(events=happened(delivery_failed="2026-11-01", reshipped="2026-11-10"))),
    ("extension_asked", "no", Order()),
    ("extension_asked", "yes", Order(events=happened(extension_asked="unknown"))),
    ("refused_after_shipping", "yes", Order(events=happened(shipped="2026-11-10", cancel_refused="2026-11-11"))),
    ("refused_after_shipping", "no", Order(events=happened(cancel_refused="2026-11-09", shipped="2026-11-10"))),
    ("refused_after_shipping", "no", Order(events=happened(cancel_refused="2026-11-09"))),
    ("outside", "open", Order()),
    ("outside", "open", Order(payment="other")),
    ("outside", "closed", Order(payment="klarna")),
    ("outside", "closed", Order(payment="paypal", events=happened(paid="2026-01-01"))),
    ("outside", "open", Order(payment="paypal", events=happened(paid="unknown"))),
    ("outside", "claimed", Order(payment="klarna", events=happened(claimed_outside="2026-11-20"))),
    ("method", "known", Order(payment="paypal")),
    ("method", "fallback", Order(payment="pix")),
    ("method", "ended", Order(payment="giropay")),
    ("method", "unknown", Order()),
    ("method", "unknown", Order(payment="barter")),
    ("contradiction", "yes", Order(events=happened(shipped="2026-11-20", delivered="2026-11-10"))),
]


@pytest.mark.parametrize("name, value, order", FOUND, ids=[f"{name} {value}" for name, value, _ in FOUND])
def test_a_fact_is_as_the_order_tells_it(name: str, value: str, order: Order) -> None:
    assert facts_at(NOON, order)[name] == value


@given(asked())
def test_a_fact_has_one_of_the_values_that_the_rules_know(pair: tuple[Order, datetime]) -> None:
    facts = facts_at(pair[1], pair[0])
    strange = {name: facts[name] for name in FACTS if facts[name] not in VALUES.get(name, ("yes", "no"))}
    assert strange == {}


def test_a_fact_is_worked_out_once() -> None:
    facts = facts_at(NOON, Order(events=happened(paid="2026-11-20")))
    assert "goods" not in facts
    assert facts["goods"] == "none"
    assert "goods" in facts


@pytest.mark.parametrize("hours, value", [(24, "no"), (25, "assumed")])
def test_a_method_that_has_ended_is_still_checked_like_any_other(hours: int, value: str) -> None:
    paid = datetime(2026, 11, 20, tzinfo=UTC)
    order = Order(events=happened(paid=paid.isoformat()), payment="giropay")
    assert facts_at(paid + timedelta(hours=hours), order)["verified"] == value


MISSING: list[tuple[str, tuple[str, ...], Order]] = [
    ("why", ("why",), Order()),
    ("why_family", ("why",), Order()),
    ("why_family", (), Order(why="other")),
    ("parcel", ("parcel",), Order()),
    ("parcel", (), Order(parcel="moving")),
    ("parcel", (), Order(why="tracking-invalid")),
    ("cancel_button", ("cancel-button",), Order()),
    ("cancel_button", (), Order(cancel_button=False)),
    ("free_return", ("free-return",), Order()),
    ("keep", ("keep",), Order()),
    ("ship_by", ("ship-by",), Order(events=happened(payment_verified="2026-11-20"))),
    ("delivery_time", ("deliver-by",), Order()),
    ("protection", ("protection-until",), Order()),
    ("protection", ("shipped",), Order(events=happened(shipped="unknown"))),
    ("dispute_until", ("dispute-until", "shipped"), Order(events=happened(shipped="unknown"))),
    ("pay_by", ("placed",), Order()),
    ("return_by", ("return-agreed",), Order(events=happened(return_agreed="unknown"))),
    ("seller_answer_by", ("dispute-opened",), Order(events=happened(dispute_opened="unknown"))),
    ("goods", (), Order()),
]


@pytest.mark.parametrize("name, flags, order", MISSING, ids=[f"{name} {len(flags)}" for name, flags, _ in MISSING])
def test_an_open_fact_names_what_would_settle_it(name: str, flags: tuple[str, ...], order: Order) -> None:
    assert missing_flags(facts_at(NOON, order), name) == flags


@given(asked())
def test_what_would_settle_a_fact_can_be_given(pair: tuple[Order, datetime]) -> None:
    facts = facts_at(pair[1], pair[0])
    given_by = {"why", "parcel", "cancel-button", "free-return", "keep", "coupon", *DEADLINE_KINDS, *EVENT_KINDS}
    assert {flag for name in FACTS for flag in missing_flags(facts, name)} <= given_by


@given(asked())
def test_only_these_values_can_be_unsettled(question: tuple[Order, datetime]) -> None:
    order, now = question
    facts = facts_at(now, order)
    unsettled = {facts[name] for name in FACTS if missing_flags(facts, name)}
    assert unsettled <= MAYBE

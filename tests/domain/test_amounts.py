"""What was granted, is on its way and has come: several refunds of one order, added up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.amounts import Amounts, amounts_of, left_of_total
from aliorder.domain.order import Event, Money, Order
from aliorder.domain.vocabulary import AMOUNT_KINDS, EventKind, Why
from tests.domain.given import NOON, on


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def event(text: str) -> Event:
    """`KIND DAY [AMOUNT [CURRENCY]]`, the day being one of November 2026."""
    kind, day, amount, currency = (*text.split(), None, None)[:4]
    assert kind is not None
    return Event(
        kind,  # type: ignore[arg-type]
        on("unknown" if day == "?" else f"2026-11-{day}"),
        Money(Decimal(amount), currency or "USD") if amount else None,
    )


def told(*events: str, total: str | None = "30.00", keep: bool | None = None, why: Why | None = None) -> Amounts:
    order = Order(total=usd(total) if total else None, events=tuple(map(event, events)), keep=keep, why=why)
    return amounts_of(order, NOON)


def row(granted: str | None, started: str | None, received: str | None, rest: str | None) -> Amounts:
    return Amounts(*(usd(text) if text else None for text in (granted, started, received, rest)))


CASES = [
    ("nothing has come", ["cancel-accepted 10"], row("30.00", None, "0", "30.00")),
    ("a part has come", ["cancel-accepted 10", "refund-received 12 12.00"], row("30.00", None, "12.00", "18.00")),
    (
        "in two parts",
        ["cancel-accepted 10", "refund-received 12 12.00", "refund-received 14 18.00"],
        row("30.00", None, "30.00", "0.00"),
    ),
    (
        "two alike on one day are two",
        ["cancel-accepted 10", "refund-received 12 12.00", "refund-received 12 12.00"],
        row("30.00", None, "24.00", "6.00"),
    ),
    (
        "started in two parts, one of them here",
        ["cancel-accepted 10", "refund-started 11 12.00", "refund-started 11 18.00", "refund-received 12 12.00"],
        row("30.00", "30.00", "12.00", "18.00"),
    ),
    (
        "completed tells of more than started",
        ["cancel-accepted 10", "refund-started 11 12.00", "refund-completed 12 20.00"],
        row("30.00", "20.00", "0", "30.00"),
    ),
    ("the decision names its amount", ["dispute-agreed 10 12.00"], row("12.00", None, "0", "12.00")),
    (
        "more is started than was agreed",
        ["dispute-agreed 10 12.00", "refund-started 11 20.00"],
        row("20.00", "20.00", "0", "20.00"),
    ),
    (
        "only what came after the newest decision counts",
        ["dispute-agreed 10 5.00", "refund-received 11 5.00", "dispute-won 14 20.00"],
        row("20.00", None, "0", "20.00"),
    ),
    (
        "a decision on all is about what had not come back before",
        ["cancelled-by-seller 05", "refund-received 06 5.00", "dispute-won 14"],
        row("25.00", None, "0", "25.00"),
    ),
    (
        "a return that arrives carries the agreement out",
        ["dispute-agreed 10 12.00", "return-received 14"],
        row("12.00", None, "0", "12.00"),
    ),
    ("a return without a dispute is about all", ["return-received 14"], row("30.00", None, "0", "30.00")),
    ("more came than was granted", ["dispute-won 10 5.00", "refund-received 12 7.00"], row("5.00", None, "7.00", "0")),
    ("nobody decided, something came", ["refund-received 12 5.00"], row("30.00", None, "5.00", "25.00")),
    ("nobody decided, something was started", ["refund-started 12 5.00"], row("5.00", "5.00", "0", "5.00")),
    ("what came has no amount", ["dispute-won 10", "refund-received 12"], row("30.00", None, None, None)),
    (
        "one of two has no amount",
        ["dispute-won 10", "refund-received 12 5.00", "refund-received 13"],
        row("30.00", None, None, None),
    ),
    ("another currency came", ["dispute-won 10", "refund-received 12 5.00 EUR"],
     Amounts(usd("30.00"), None, Money(Decimal("5.00"), "EUR"), None)),
    ("two currencies came", ["dispute-won 10", "refund-received 12 5.00 EUR", "refund-received 13 5.00"],
     row("30.00", None, None, None)),
    ("another currency was started", ["dispute-won 10", "refund-started 12 5.00 EUR"],
     Amounts(None, Money(Decimal("5.00"), "EUR"), None, None)),
    ("a cancelled part of unknown price", ["cancelled-by-seller 10", "part-shipped 09"], row(None, None, None, None)),
    (
        "a cancelled part whose refund is known",
        ["cancelled-by-seller 10", "part-shipped 09", "refund-started 11 5.00"],
        row("5.00", "5.00", "0", "5.00"),
    ),
    ("an unknown day counts", ["dispute-won ?", "refund-received ? 5.00"], row("30.00", None, "5.00", "25.00")),
    ("what lies ahead does not", ["dispute-won 10", "refund-received 30 5.00"], row("30.00", None, "0", "30.00")),
    ("asking for it changes nothing", ["dispute-won 10", "refund-chased 12 5.00"], row("30.00", None, "0", "30.00")),
]  # fmt: skip


@pytest.mark.parametrize("events, expected", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_amounts_of_an_order(events: list[str], expected: Amounts) -> None:
    assert told(*events) == expected


def test_without_a_total_and_an_amount_nothing_is_known() -> None:
    assert told("dispute-won 10", "refund-received 12", total=None) == Amounts(None, None, None, None)


@pytest.mark.parametrize("kind", ["dispute-agreed", "dispute-won"])
def test_who_keeps_bad_goods_claims_a_part_that_nobody_has_named(kind: EventKind) -> None:
    assert told(f"{kind} 10", keep=True, why="defective").granted is None
    assert told(f"{kind} 10 4.00", keep=True, why="defective").granted == usd("4.00")
    assert told(f"{kind} 10", keep=True, why="not-received").granted == usd("30.00")
    assert told(f"{kind} 10", keep=False, why="defective").granted == usd("30.00")


def test_who_knows_better_says_whether_only_a_part_was_cancelled() -> None:
    order = Order(total=usd("30.00"), events=(event("cancelled-by-seller 10"),))
    assert amounts_of(order, NOON, partial=True).granted is None


@pytest.mark.parametrize(
    "came, left",
    [([], "30.00"), (["refund-received 10 12.00"], "18.00"), (["refund-received 10"], "30.00"),
     (["refund-received 10 5.00 EUR"], "30.00")],
)  # fmt: skip
def test_what_is_left_of_the_total(came: list[str], left: str) -> None:
    assert left_of_total(Order(total=usd("30.00")), list(map(event, came))) == usd(left)


amounts = st.decimals(0, 1000, places=2).map(lambda amount: Money(amount, "USD"))
refunds = st.builds(
    Event,
    st.sampled_from(sorted(AMOUNT_KINDS)),
    st.integers(1, 22).map(lambda day: on(f"2026-11-{day:02}")),
    st.none() | amounts,
)


@given(st.none() | amounts, st.lists(refunds, max_size=6))
def test_what_came_and_what_is_to_come_are_what_was_granted(total: Money | None, events: list[Event]) -> None:
    found = amounts_of(Order(total=total, events=tuple(events)), NOON)
    if found.granted is None or found.received is None:
        assert found.rest is None
        return
    assert found.rest is not None
    assert found.rest.amount >= 0
    assert found.rest.amount + found.received.amount == max(found.granted.amount, found.received.amount)
    assert found.started is None or found.granted.amount >= found.started.amount

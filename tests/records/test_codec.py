from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.records.codec import order_from_json, order_to_json
from aliorder.records.values import Unreadable
from tests.store.given import CABLE
from tests.strategies import numbers, orders


def test_an_order_is_written_under_public_names() -> None:
    assert order_to_json(CABLE) == {
        "order": "8123000000002345",
        "alias": "cable",
        "title": "USB cable",
        "store": "Cable Shop",
        "items": [
            {
                "line": "8123000000002346",
                "title": "USB cable, 2 m",
                "quantity": 2,
                "unit_price": {"amount": "6.10", "currency": "USD"},
            },
            {"line": None, "title": None, "quantity": 1, "unit_price": None},
        ],
        "total": {"amount": "12.20", "currency": "USD"},
        "payment": "visa",
        "country": "DE",
        "coupon": "platform",
        "free_return": True,
        "cancel_button": False,
        "keep": None,
        "site_status": {"text": "Awaiting delivery", "seen": "2026-05-01T08:00:00+00:00"},
        "tracking": "LB123456789CN",
        "parcel": "moving",
        "why": "not-needed",
        "notes": ["ask the seller", "ask again"],
        "events": [
            {"kind": "placed", "on": "2026-04-20", "at": None, "amount": None, "text": None},
            {"kind": "paid", "on": None, "at": "2026-04-20T09:05:00-07:00", "amount": None, "text": None},
            {
                "kind": "refund-started",
                "on": None,
                "at": None,
                "amount": {"amount": "5.00", "currency": "USD"},
                "text": None,
            },
        ],
        "deadlines": [{"kind": "deliver-by", "on": "2026-06-30", "at": None}],
        "evidence": [],
        "own": [],
    }


@given(orders(st.none() | numbers()))
def test_what_is_written_is_read_back_unchanged(order: Order) -> None:
    text = json.dumps(order_to_json(order))
    assert order_from_json(json.loads(text)) == order
    assert json.dumps(order_to_json(order_from_json(json.loads(text)))) == text


def test_missing_keys_are_unknown_and_strange_keys_are_passed_over() -> None:
    assert order_from_json({"order": "8123", "from the future": 1, "events": None}) == Order(number="8123")


@pytest.mark.parametrize(
    "document, problem",
    [
        ([], "order: a list is not an object with named fields"),
        ({"order": 8123}, "order: a number is not text"),
        ({"title": "half \ud83d"}, "title: it holds half a character"),
        ({"free_return": "yes"}, 'free_return: "yes" is not yes, no or unknown'),
        ({"keep": []}, "keep: a list is not yes, no or unknown"),
        ({"coupon": "gift"}, 'coupon: "gift" is not known to this aliorder'),
        ({"why": {}}, "why: an object is not known to this aliorder"),
        ({"parcel": "lost\x1b[2J"}, 'parcel: "lost [2J" is not known to this aliorder'),
        ({"total": "12 USD"}, 'total: "12 USD" is not an object with named fields'),
        ({"total": {"amount": 12.2, "currency": "USD"}}, "total: a number is not text"),
        ({"total": {"amount": "NaN", "currency": "USD"}}, 'total: "NaN" is not an amount'),
        ({"total": {"amount": "1E+999999999", "currency": "USD"}}, 'total: "1E+999999999" is not an amount'),
        ({"total": {"amount": "1"}}, "total: nothing is not text"),
        ({"items": {}}, "items: an object is not a list"),
        ({"items": [{"quantity": -1}]}, 'items[0].quantity: "-1" is not a number of pieces'),
        ({"items": [{"quantity": True}]}, "items[0].quantity: true or false is not a number of pieces"),
        ({"notes": ["fine", 3]}, "notes[1]: a number is not text"),
        ({"site_status": {"text": "Shipped"}}, "site_status.seen: nothing is not a moment with its offset"),
        ({"events": ["paid"]}, 'events[0]: "paid" is not an object with named fields'),
        ({"events": [{"kind": "melted"}]}, 'events[0].kind: "melted" is not known to this aliorder'),
        ({"events": [{"kind": "paid", "on": "2026-02-30"}]}, 'events[0].on: "2026-02-30" is not a day (YYYY-MM-DD)'),
        ({"events": [{"kind": "paid", "on": "20260220"}]}, 'events[0].on: "20260220" is not a day (YYYY-MM-DD)'),
        ({"events": [{"kind": "paid", "on": "0001-01-01"}]}, 'events[0].on: "0001-01-01" is not a day (YYYY-MM-DD)'),
        ({"events": [{"kind": "paid", "on": 5}]}, "events[0].on: a number is not a day (YYYY-MM-DD)"),
        (
            {"deadlines": [{"kind": "pay-by", "at": "2026-02-20T10:00:00"}]},
            'deadlines[0].at: "2026-02-20T10:00:00" is not a moment with its offset',
        ),
        (
            {"deadlines": [{"kind": "pay-by", "on": "2026-02-20", "at": "2026-02-20T10:00:00Z"}]},
            "deadlines[0].on: a day and a moment are given, only one of them can hold",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(document: Any, problem: str) -> None:
    with pytest.raises(Unreadable) as refused:
        order_from_json(document)
    assert str(refused.value) == problem


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(order_to_json(CABLE))), json_values), orders())
def test_any_document_is_an_order_or_is_refused(damage: dict[str, object], order: Order) -> None:
    with suppress(Unreadable):
        read = order_from_json(order_to_json(order) | damage)
        assert order_from_json(order_to_json(read)) == read


@given(orders(), st.data())
def test_a_file_that_is_listed_twice_is_one(order: Order, data: st.DataObject) -> None:
    document: Any = order_to_json(order)
    again = data.draw(st.lists(st.sampled_from(document["evidence"]), max_size=3)) if document["evidence"] else []
    document["evidence"] += [{**each, "name": "once more"} for each in again]
    assert order_from_json(document) == order

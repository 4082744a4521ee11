"""The usual way of paying stands in wherever an order does not tell its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.advice import Advice, advise
from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.errors import NotEnoughFacts
from tests.domain.given import POLICY, asked


def answer(order: Order, policy: Policy, now: datetime) -> Advice | None:
    try:
        return advise(order, policy, now)
    except NotEnoughFacts:
        return None


@given(asked(), st.sampled_from(sorted(POLICY.methods)))
def test_the_advice_is_that_of_the_order_paid_that_way(question: tuple[Order, datetime], method: str) -> None:
    order, now = replace(question[0], payment=None), question[1]
    told = answer(replace(order, payment=method), POLICY, now)
    usual = answer(order, POLICY._replace(usual_payment=method), now)
    expected = told and told._replace(order=order, refund=told.refund and told.refund._replace(usual=True))
    assert usual == expected


@given(asked(), st.sampled_from(sorted(POLICY.methods)))
def test_an_order_that_tells_its_own_does_not_need_it(question: tuple[Order, datetime], method: str) -> None:
    order, now = replace(question[0], payment="visa"), question[1]
    assert answer(order, POLICY._replace(usual_payment=method), now) == answer(order, POLICY, now)


@pytest.mark.parametrize(
    "told,usual,payment", [(None, None, None), (None, "visa", "visa"), ("pix", "visa", "pix"), ("pix", None, "pix")]
)
def test_what_is_told_comes_first(told: str | None, usual: str | None, payment: str | None) -> None:
    assert POLICY._replace(usual_payment=usual).paid_by(told) == payment

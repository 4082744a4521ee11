from __future__ import annotations

from dataclasses import replace

import pytest

from aliorder.importers import FileRefused, Problem
from tests.importers.given import Reading, capture, fixture, one_order, read, reading_of
from tests.importers.site.test_har import BASE, LIST, NO_ANSWER, SIGNED_OUT, TRACKING, WHY_SIGNED_OUT
from tests.importers.site.test_order_list import LAMP, MORE
from tests.importers.site.test_tracking import PARCEL

COUNTED = "the site counts 1 unpaid, 0 in processing and 2 shipped orders"


def row(api: str, body: object, query: str = "") -> dict[str, object]:
    return {"url": f"{BASE}{api}/1.0/{query}", "status": 200, "body": body}


def test_captured_answers_are_read_one_after_the_other() -> None:
    assert read(fixture("captures.json")) == Reading((LAMP,), (), (MORE, COUNTED))


@pytest.mark.parametrize("query, number", [("?tradeOrderId=3039000000000200", "3039000000000200"), ("", None)])
def test_the_address_tells_whose_parcel_it_is(query: str, number: str | None) -> None:
    rows = [row(TRACKING.upper(), capture("tracking.json"), query)]
    assert reading_of(rows) == Reading((replace(PARCEL, number=number),))


def test_what_cannot_be_read_is_a_problem_and_stops_no_other() -> None:
    rows = [row(LIST, None), row(LIST, 7), 7, {"url": 7}, row("mtop.other", one_order()), row(LIST, one_order())]
    places = (
        ("[2]", "this should be an object"),
        ("[0]", NO_ANSWER),
        ("[1]", "this has not the shape of an answer of the site"),
    )
    problems = tuple(Problem("saved.json", None, place, why) for place, why in places)
    assert reading_of(rows) == Reading((LAMP,), problems)


def test_captures_of_somebody_signed_out_are_refused_with_the_way_out() -> None:
    with pytest.raises(FileRefused) as refused:
        reading_of([row(LIST, SIGNED_OUT), row(LIST, SIGNED_OUT)])
    assert (refused.value.message, refused.value.hint) == (
        f"saved.json: {WHY_SIGNED_OUT}",
        "sign in, open My Orders and save it again",
    )


@pytest.mark.parametrize("rows", [[row("mtop.other", {})], [{"url": LIST}], [{"body": LIST}], [[row(LIST, {})]]])
def test_what_is_no_list_of_such_answers_is_not_claimed(rows: object) -> None:
    with pytest.raises(FileRefused, match="not a file that aliorder knows"):
        reading_of(rows)

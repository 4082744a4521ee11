from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest

from aliorder.importers import HEAD, FileRefused, Problem, Told, file_of, identify
from aliorder.importers.known import IMPORTERS, read_file
from tests.importers.given import TERMS, Reading, as_file, capture, fixture, one_order, order_key, read, reading_of
from tests.importers.site.test_order_list import LAMP, MORE
from tests.importers.site.test_tracking import PARCEL

BASE = "https://acs.aliexpress.com/h5/"
LIST = "mtop.aliexpress.trade.buyer.order.list"
COUNT = "mtop.aliexpress.trade.buyer.order.count"
TRACKING = "mtop.ae.ld.querydetail"
TRAY = replace(PARCEL, number="3039000000000200")
SIGNED_OUT = {"api": LIST, "data": {}, "ret": ["FAIL_SYS_SESSION_EXPIRED::x"]}
WHY_SIGNED_OUT = "the capture holds no orders: you were signed out when it was saved"
NO_ANSWER = "the answer itself was not captured; open the page anew while you record"


def entry(api: str, answer: object, **request: object) -> dict[str, Any]:
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return {
        "startedDateTime": "2026-06-21T12:00:00.000+02:00",
        "request": {"method": "GET", "url": f"{BASE}{api}/1.0/", **request},
        "response": {"status": 200, "content": {"text": text}},
    }


def recording(*entries: object) -> Any:
    return {"log": {"version": "1.2", "entries": list(entries)}}


def one_page(number: str, *, more: bool) -> Any:
    """An order list with one order of this number."""
    value = one_order(orderId=number)
    value["data"]["data"]["pc_om_list_body_78"]["fields"]["hasMore"] = more
    return value


def problem(place: str, why: str) -> Problem:
    return Problem("saved.json", None, place, why)


def test_a_recording_gives_what_the_answers_in_it_say() -> None:
    assert read(fixture("recording.har")) == Reading((LAMP, TRAY), (), (MORE,))


@pytest.mark.parametrize(
    "change",
    [
        lambda har: har["log"].update(pages=["x" * 100] * 1000, entries=har["log"].pop("entries")),
        lambda har: har.update(comment={"by": "me"}, log=har.pop("log")),
        lambda har: har["log"]["entries"].insert(0, entry("elsewhere", "x" * 2 * HEAD)),
        lambda har: har["log"]["entries"].insert(0, {"request": 7, "response": {"content": None}}),
        lambda har: har["log"]["entries"].insert(0, {"request": {"url": f"{BASE}{LIST}.more/1.0/"}}),
    ],
    ids=["long pages", "other keys", "large answers", "odd entries", "other answers"],
)
def test_nothing_else_in_a_recording_matters(change: Callable[[Any], object]) -> None:
    har = capture("recording.har")
    change(har)
    assert reading_of(har) == Reading((LAMP, TRAY), (), (MORE,))


def test_no_other_importer_claims_a_recording() -> None:
    har = recording(entry(LIST, one_order()), {"request": {"postData": {"api": LIST, "url": LIST, "body": ""}}})
    assert identify(as_file(har), IMPORTERS).name == "site-har"


def test_several_pages_of_one_list_are_several_answers() -> None:
    pages = [entry(LIST, one_page(f"303900000000030{page}", more=page < 2)) for page in range(3)]
    orders = tuple(replace(LAMP, number=f"303900000000030{page}") for page in range(3))
    assert reading_of(recording(*pages)) == Reading(orders)


def test_the_last_count_of_a_recording_counts() -> None:
    counts = [{"api": COUNT, "ret": ["SUCCESS"], "data": {"module": {"shipped": shipped}}} for shipped in (2, 3)]
    remark = "the site counts 0 unpaid, 0 in processing and 3 shipped orders"
    assert reading_of(recording(*(entry(COUNT, count) for count in counts))) == Reading((), (), (remark,))


@pytest.mark.parametrize(
    "started, seen, assumed",
    [
        ("2026-06-21T12:00:00.000+02:00", datetime(2026, 6, 21, 10, tzinfo=UTC), False),
        ("2026-06-21T10:00:00Z", datetime(2026, 6, 21, 10, tzinfo=UTC), False),
        ("2026-06-21T12:00:00", TERMS.seen, True),
        ("0001-01-01T00:00:00+14:00", TERMS.seen, True),
        ("yesterday", TERMS.seen, True),
        (None, TERMS.seen, True),
    ],
)
def test_an_answer_without_a_clock_was_seen_when_it_was_asked_for(
    started: object, seen: datetime, assumed: bool
) -> None:
    page = one_order()
    del page["data"]["global"]["curTime"]
    har = recording({**entry(LIST, page), "startedDateTime": started})
    assert LAMP.status is not None
    expected = replace(LAMP, status=LAMP.status._replace(seen=seen))
    assert list(read_file(as_file(har), TERMS)) == [Told(expected, assumed=assumed)]


ASKED = json.dumps({"tradeOrderId": "3039000000000200", "tradeOrderLineId": "3039000000000201"})


@pytest.mark.parametrize(
    "request_parts, number",
    [
        ({"url": f"{BASE}{TRACKING}/1.0/?api={TRACKING}&data={quote(ASKED)}"}, "3039000000000200"),
        ({"url": f"{BASE}{TRACKING}/1.0/?orderId=3039000000000200&x=1"}, "3039000000000200"),
        ({"postData": {"text": f"data={quote(ASKED)}"}}, "3039000000000200"),
        ({"postData": {"text": ASKED}}, "3039000000000200"),
        ({"postData": {"params": [{"name": "data", "value": quote(ASKED)}, 7]}}, "3039000000000200"),
        ({"postData": {"params": [{"name": "tradeOrderId", "value": "3039000000000200"}]}}, "3039000000000200"),
        ({"postData": {"text": ASKED + ASKED.replace("0200", "0300")}}, None),
        (
            {"postData": {"text": '{"tradeOrderLineId": "3039000000000201", "reverseOrderId": "6230000000000001"}'}},
            None,
        ),
        ({"postData": {"text": 7, "params": "none"}}, None),
        ({"postData": []}, None),
    ],
)
def test_the_request_tells_whose_parcel_it_is(request_parts: dict[str, object], number: str | None) -> None:
    har = recording(entry(TRACKING, capture("tracking.json"), **request_parts))
    assert reading_of(har) == Reading((replace(PARCEL, number=number),))


def test_an_answer_in_base64_or_in_a_script_call_is_the_same_answer() -> None:
    page = json.dumps(one_order())
    coded = entry(LIST, b64encode(f"mtopjsonp1({page})".encode()).decode())
    coded["response"]["content"]["encoding"] = "base64"
    assert reading_of(recording(coded, entry(LIST, f"\nmtopjsonp2({page});"))) == Reading((LAMP, LAMP))


@pytest.mark.parametrize(
    "answer, encoding, why",
    [
        ("", None, NO_ANSWER),
        (" ", None, NO_ANSWER),
        ("???", "base64", NO_ANSWER),
        ("/w==", "base64", "the text is not in UTF-8"),
        ('{"api": "', None, "the JSON breaks off, as if the file was not saved whole"),
        ("[]", None, "this has not the shape of an answer of the site"),
        ("{}", None, "the capture holds no orders: the site's return code is missing"),
        ('{"ret": ["SUCCESS"], "data": {"data": 7}}', None, "this has not the shape of an order page"),
        (json.dumps(SIGNED_OUT), None, WHY_SIGNED_OUT),
    ],
)
def test_an_answer_that_cannot_be_read_is_a_problem_and_stops_no_other(
    answer: str, encoding: str | None, why: str
) -> None:
    bad = entry(LIST, answer)
    bad["response"]["content"]["encoding"] = encoding
    assert reading_of(recording({}, bad, entry(LIST, one_order()))) == Reading(
        (LAMP,), (problem("log.entries[1]", why),)
    )


TOKEN_OLD = {**SIGNED_OUT, "ret": ["FAIL_SYS_TOKEN_EXOIRED::x"]}
FIRST_PAGE = "data=%7B%22pageIndex%22%3A1%7D"
ASKED_LIST = {"url": f"{BASE}{LIST}/1.0/?t=1&{FIRST_PAGE}"}


def test_what_a_page_asked_again_with_a_new_token_was_no_sign_out() -> None:
    again = {"url": f"{BASE}{LIST}/1.0/?t=2&sign=x&{FIRST_PAGE}&x=y"}
    har = recording(entry(LIST, TOKEN_OLD, **ASKED_LIST), entry(LIST, one_order(), **again))
    assert reading_of(har) == Reading((LAMP,))


def test_what_was_asked_again_in_a_form_was_no_sign_out() -> None:
    form = {"postData": {"params": [{"name": "t", "value": 1}, {"name": "data", "value": ASKED}]}}
    har = recording(entry(LIST, TOKEN_OLD, **form), entry(LIST, one_order(), **form))
    assert reading_of(har) == Reading((LAMP,))


@pytest.mark.parametrize(
    "other", [{}, {"url": f"{BASE}{LIST}/1.0/?data=2"}, {"url": f"{BASE}{LIST}/1.0/?meta{FIRST_PAGE}"}]
)
def test_what_another_question_brought_does_not_make_up_for_a_sign_out(other: dict[str, object]) -> None:
    har = recording(entry(LIST, TOKEN_OLD, **ASKED_LIST), entry(LIST, one_order(), **other))
    assert reading_of(har).problems == (problem("log.entries[0]", WHY_SIGNED_OUT),)


def test_a_problem_within_an_answer_names_the_answer() -> None:
    har = recording(entry(LIST, one_order(orderId="7")))
    place = f"log.entries[0].{order_key('3039000000000300')}.fields.orderId"
    assert reading_of(har) == Reading((), (problem(place, "'7' is not an order number (8 to 20 digits)"),))


def refusal(har: object) -> tuple[str, str | None]:
    with pytest.raises(FileRefused) as refused:
        reading_of(har)
    return refused.value.message, refused.value.hint


@pytest.mark.parametrize("others", [[], [entry(COUNT, {"ret": ["SUCCESS"], "data": {"module": {"shipped": "0"}}})]])
def test_a_recording_of_somebody_signed_out_is_refused_with_the_way_out(others: list[object]) -> None:
    hint = "sign in, open My Orders and save it again"
    har = recording(entry(LIST, SIGNED_OUT), *others, entry(TRACKING, {**SIGNED_OUT, "api": TRACKING}))
    assert refusal(har) == (f"saved.json: {WHY_SIGNED_OUT}", hint)


@pytest.mark.parametrize(
    "har",
    [
        recording(),
        recording(entry("mtop.other", one_order()), {}, entry(LIST, "", method="OPTIONS")),
        {"log": {"entries": [], "log": {"entries": []}}},
    ],
)
def test_a_recording_without_any_answer_says_which_page_to_open(har: object) -> None:
    hint = "open My Orders while you record, then save the recording with its content (HAR)"
    assert refusal(har) == ("saved.json: no order page was recorded in it", hint)


def test_a_recording_that_breaks_off_says_so() -> None:
    text = json.dumps(capture("recording.har"), indent=1)
    with pytest.raises(FileRefused, match="the JSON breaks off"):
        read(file_of("f", text[: len(text) // 2].encode()))


def test_no_secret_of_the_requests_is_read() -> None:
    har = capture("recording.har")
    for one in har["log"]["entries"]:
        one["request"]["headers"] = [{"name": "cookie", "value": "tradeOrderId=3039000000000999"}]
        one["request"]["cookies"] = [{"name": "orderId", "value": "3039000000000999"}]
    assert reading_of(har) == Reading((LAMP, TRAY), (), (MORE,))

"""The seller's clock in words: always an assumption, in the buyer's time, and no more than matters to the order."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from aliorder.domain.advice import Advice, advise
from aliorder.domain.dates import CHINA
from aliorder.domain.order import Order
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId
from aliorder.domain.seller_clock import OF_THE_SELLER, WHILE_WAITING, for_order, seller_clock
from aliorder.errors import NotEnoughFacts
from aliorder.policies.messages import RECIPIENTS, STEP_MESSAGES
from aliorder.words.seller_clock import (
    MEANINGS,
    SELLER_STEPS,
    SHIPPING,
    advised_clock,
    clock_lines,
    meaning_texts,
    needs_seller,
)
from aliorder.words.steps import STEPS
from tests.domain.given import NOON, POLICY, asked, happened, shown

BERLIN, LOS_ANGELES = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Los_Angeles")
ASSUMED = "(assumed: 9:00 to 18:00 there, Monday to Saturday)"


def there(text: str, zone: ZoneInfo | None = None) -> datetime:
    """A moment by the clock of China, in the zone of the buyer."""
    at = datetime.fromisoformat(text).replace(tzinfo=CHINA)
    return at.astimezone(zone) if zone else at


def lines_at(text: str, zone: ZoneInfo | None = BERLIN) -> tuple[str, ...]:
    now = there(text, zone)
    return clock_lines(seller_clock(now, POLICY), now)


HOURS = [
    (
        "2026-11-22 22:05",
        BERLIN,
        "In China it is Sun 22 Nov 22:05. Sellers likely read messages from Mon 23 Nov 02:00 to 11:00 your time "
        f"{ASSUMED}.",
    ),
    (
        "2026-11-23 16:00",
        BERLIN,
        f"In China it is Mon 23 Nov 16:00. Sellers are likely at work until 11:00 your time {ASSUMED}.",
    ),
    (
        "2026-11-23 10:00",
        LOS_ANGELES,
        f"In China it is Mon 23 Nov 10:00. Sellers are likely at work until Mon 23 Nov 02:00 your time {ASSUMED}.",
    ),
    (
        "2026-11-22 22:05",
        LOS_ANGELES,
        "In China it is Sun 22 Nov 22:05. Sellers likely read messages from Sun 22 Nov 17:00 to Mon 23 Nov 02:00 your "
        f"time {ASSUMED}.",
    ),
    (
        "2026-11-22 22:05",
        ZoneInfo("Asia/Shanghai"),
        "In China it is Sun 22 Nov 22:05, as where you are. Sellers likely read messages from Mon 23 Nov 09:00 to "
        f"18:00 {ASSUMED}.",
    ),
    (
        "2026-11-23 10:00",
        ZoneInfo("Asia/Singapore"),
        f"In China it is Mon 23 Nov 10:00, as where you are. Sellers are likely at work until 18:00 {ASSUMED}.",
    ),
    (
        "2026-06-19 10:00",
        BERLIN,
        "In China it is Fri 19 Jun 10:00. Sellers likely read messages from Mon 22 Jun 03:00 to 12:00 your time, after "
        f"the Dragon Boat Festival {ASSUMED}.",
    ),
    (
        "2027-01-01 02:00",
        LOS_ANGELES,
        "In China it is Fri 1 Jan 2027 02:00. Sellers likely read messages from Sun 3 Jan 2027 17:00 to Mon 4 Jan 2027 "
        f"02:00 your time, after the New Year's Day holiday {ASSUMED}.",
    ),
    (
        "2041-01-01 10:00",
        BERLIN,
        "In China it is Tue 1 Jan 10:00. Sellers are likely at work until 11:00 your time (assumed: 9:00 to 18:00 "
        "there, Monday to Saturday; the public holidays of 2041 are not known).",
    ),
    (
        "2040-12-31 18:00",
        LOS_ANGELES,
        "In China it is Mon 31 Dec 18:00. Sellers likely read messages from Mon 31 Dec 17:00 to Tue 1 Jan 2041 02:00 "
        "your time (assumed: 9:00 to 18:00 there, Monday to Saturday; the public holidays of 2041 are not known).",
    ),
]


@pytest.mark.parametrize("moment, zone, line", HOURS)
def test_the_hours_are_told_in_the_time_of_the_buyer(moment: str, zone: ZoneInfo, line: str) -> None:
    assert lines_at(moment, zone) == (line,)


HOLIDAYS = [
    (
        "2026-01-30 10:00",
        "The Spring Festival is ahead: few sellers ship or answer from Thu 12 Feb to Mon 23 Feb. They may be slow for "
        "some weeks after.",
    ),
    (
        "2026-02-13 10:00",
        "Sellers leave for the Spring Festival: few ship or answer before Tue 24 Feb. They may be slow for some weeks "
        "after.",
    ),
    (
        "2026-02-17 10:00",
        "It is the Spring Festival there: few ship or answer before Tue 24 Feb. They may be slow for some weeks after.",
    ),
    ("2026-09-20 10:00", "The National Day holiday is ahead: few sellers ship or answer from Thu 1 Oct to Wed 7 Oct."),
    (
        "2027-09-20 10:00",
        "The National Day holiday is ahead: few sellers ship or answer from Fri 1 Oct to Thu 7 Oct (our estimate).",
    ),
    (
        "2027-10-03 10:00",
        "It is the National Day holiday there: few ship or answer before Fri 8 Oct (our estimate).",
    ),
]


@pytest.mark.parametrize("moment, line", HOLIDAYS)
def test_a_long_holiday_is_told_unless_a_warning_does(moment: str, line: str) -> None:
    now = there(moment, BERLIN)
    clock = seller_clock(now, POLICY)
    assert clock_lines(clock, now)[1:] == (line,)
    assert clock_lines(clock, now, warned=True) == clock_lines(clock, now)[:1]


MEANT: list[tuple[DeadlineId, bool, str, str]] = [
    (
        "ship-by",
        True,
        "2026-02-20 16:00",
        "The seller's last day to ship (Fri 20 Feb 09:00) comes in the Spring Festival. If it is missed, the order "
        "should close with a full refund; if the page shows a new day, enter it.",
    ),
    (
        "ship-by",
        True,
        "2026-02-13 16:00",
        "The seller's last day to ship (Fri 13 Feb 09:00) comes as sellers leave for the Spring Festival. If it is "
        "missed, the order should close with a full refund; if the page shows a new day, enter it.",
    ),
    (
        "ship-by",
        True,
        "2026-02-27 16:00",
        "The Spring Festival takes up part of the seller's time to ship, which ends Fri 27 Feb 09:00. If that is "
        "missed, the order should close with a full refund.",
    ),
    (
        "ship-by",
        False,
        "2026-02-20 16:00",
        "Our estimate for the shipping (Fri 20 Feb 09:00) does not count the Spring Festival: it may take longer. The "
        "countdown on the order page decides.",
    ),
    (
        "cancel-answer-latest",
        False,
        "2026-02-16 16:00",
        "The seller's time to answer your request (until Mon 16 Feb 09:00) runs on in the Spring Festival: without an "
        "answer the order should cancel itself.",
    ),
    (
        "seller-answer-by",
        False,
        "2026-02-16 16:00",
        "The seller's time to answer the dispute (until Mon 16 Feb 09:00) runs on in the Spring Festival: no answer "
        "means that your claim stands.",
    ),
    (
        "answer-by",
        False,
        "2026-02-16 16:00",
        "The answer that is due Mon 16 Feb 09:00 may not come before Tue 24 Feb, because of the Spring Festival.",
    ),
    (
        "protection-until",
        True,
        "2026-02-16 16:00",
        "Your Buyer Protection ends in the Spring Festival (Mon 16 Feb 09:00): do not count on the seller's consent by "
        "then; a dispute needs none.",
    ),
    (
        "dispute-until",
        True,
        "2026-02-16 16:00",
        "Your last day for a dispute (Mon 16 Feb 09:00) comes in the Spring Festival: do not wait for the seller's "
        "answer until then.",
    ),
]


@pytest.mark.parametrize("name, from_page, moment, text", MEANT)
def test_what_a_holiday_means_for_a_deadline(name: DeadlineId, from_page: bool, moment: str, text: str) -> None:
    now = there("2026-02-05 10:00", BERLIN)
    clock = for_order(seller_clock(now, POLICY), [DueDate(name, there(moment), from_page)])
    assert meaning_texts(clock, now) == (text,)
    assert clock_lines(clock, now, warned=True)[1:] == (text,)


def test_every_deadline_that_a_holiday_can_touch_has_its_words() -> None:
    assert {*MEANINGS, "ship-by"} == OF_THE_SELLER | WHILE_WAITING


def test_the_words_are_short_and_do_not_shout() -> None:
    texts = (*MEANINGS.values(), *SHIPPING.values())
    assert [text for text in texts if "!" in text or len(text) > 200 or text != " ".join(text.split())] == []


ASKING = {
    "to ask for consent": (Order(events=happened(paid="2026-11-20", payment_verified="2026-11-21"), why="other"), True),
    "to remind": (Order(events=happened(paid="2026-11-20", cancel_requested="2026-11-22"), why="other"), True),
    "to wait for shipping": (
        Order(events=happened(paid="2026-11-20"), deadlines=shown(ship_by="2026-11-27")),
        True,
    ),
    "to stop a parcel": (Order(events=happened(shipped="2026-11-20"), why="not-needed", free_return=False), True),
    "to ask for longer protection": (
        Order(events=happened(shipped="2026-10-01"), deadlines=shown(protection_until="2026-11-25")),
        True,
    ),
    "to wait for an answer to a dispute": (
        Order(events=happened(shipped="2026-10-01", dispute_opened="2026-11-21"), why="not-received"),
        True,
    ),
    "to wait after the seller refused a dispute": (
        Order(
            events=happened(shipped="2026-10-01", dispute_opened="2026-11-15", dispute_refused="2026-11-20"),
            why="not-received",
        ),
        False,
    ),
    "to pay": (Order(events=happened(placed="2026-11-20")), False),
    "to send it back for free": (Order(events=happened(delivered="2026-11-20"), why="other", free_return=True), False),
    "to post the return": (Order(events=happened(shipped="2026-10-01", return_agreed="2026-11-20")), False),
    "to wait for the money": (Order(events=happened(paid="2026-11-01", cancel_accepted="2026-11-20")), False),
    "to do nothing": (Order(events=happened(delivered="2026-11-20")), False),
}


@pytest.mark.parametrize("order, needed", ASKING.values(), ids=ASKING)
def test_the_clock_comes_with_advice_that_needs_the_seller(order: Order, needed: bool) -> None:
    advice = advise(order, POLICY, NOON)
    assert (needs_seller(advice), advised_clock(advice, POLICY) is not None) == (needed, needed)


def test_the_steps_that_need_the_seller_are_those_with_a_message_for_them() -> None:
    assert SELLER_STEPS.issubset(STEPS)
    assert {RECIPIENTS[STEP_MESSAGES[step]] for step in SELLER_STEPS} == {"seller"}
    assert [step for step in STEP_MESSAGES if step not in SELLER_STEPS and "seller" in step] == []


def some_advice(question: tuple[Order, datetime]) -> Advice | None:
    order, now = question
    try:
        return advise(order, POLICY, now)
    except NotEnoughFacts:
        return None


@given(asked())
def test_whatever_the_order_the_words_are_whole_and_call_the_hours_assumed(question: tuple[Order, datetime]) -> None:
    advice = some_advice(question)
    clock = advice and advised_clock(advice, POLICY)
    if advice is None or clock is None:
        return
    lines = clock_lines(clock, advice.now)
    assert ASSUMED in lines[0]
    assert [line for line in lines if re.search(r"[{}]|None", line) or not line.endswith(".")] == []


@given(asked())
def test_a_clock_that_is_at_hand_is_the_one_that_would_be_made(question: tuple[Order, datetime]) -> None:
    advice = some_advice(question)
    if advice is not None:
        at_hand = seller_clock(advice.now.astimezone(UTC).astimezone(advice.now.tzinfo), POLICY)
        assert advised_clock(advice, POLICY, at_hand) == advised_clock(advice, POLICY)

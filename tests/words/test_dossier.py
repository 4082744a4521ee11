"""Days, zones and counts as a dossier tells them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from aliorder.domain.order import UNKNOWN, When
from aliorder.domain.vocabulary import EVENT_KINDS, EventKind
from aliorder.words.dossier import (
    DONE_BY,
    capital,
    days_words,
    party_of,
    times_words,
    told_words,
    when_words,
    zone_words,
)

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "zone, words",
    [
        (BERLIN, "Europe/Berlin"),
        (UTC, "UTC"),
        (ZoneInfo("UTC"), "UTC"),
        (timezone(timedelta(hours=-3, minutes=-30)), "UTC-03:30"),
    ],
)
def test_a_zone_is_told_by_its_name_or_else_by_its_offset(zone: tzinfo, words: str) -> None:
    assert zone_words(datetime(2026, 11, 22, tzinfo=zone)) == words


@pytest.mark.parametrize(
    "when, words",
    [
        (When(date(2026, 11, 22)), "Sun 22 Nov 2026"),
        (When(at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC)), "Mon 23 Nov 2026, 00:30"),
        (UNKNOWN, "day unknown"),
    ],
)
def test_a_time_is_told_where_the_buyer_is(when: When, words: str) -> None:
    assert when_words(when, datetime(2026, 11, 24, tzinfo=BERLIN)) == words


def test_counts_are_told_as_people_say_them() -> None:
    assert [days_words(days) for days in (1, 2)] == ["1 day", "2 days"]
    assert [times_words(times) for times in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert [capital(text) for text in ("refund by AliExpress", "")] == ["Refund by AliExpress", ""]


def test_no_event_is_told_to_the_buyer() -> None:
    told = [told_words(kind) for kind in EVENT_KINDS]
    assert [words for words in told if " you" in f" {words}"] == []
    assert {party_of(kind) for kind in EVENT_KINDS} == {"buyer", "seller", "others"}


@pytest.mark.parametrize(
    "kind, who, what",
    [
        ("receipt-confirmed", "buyer or the site", "receipt confirmed"),
        ("cancel-accepted", "seller, or time ran out", "cancellation accepted"),
        ("dispute-agreed", "seller, or time ran out", "dispute agreed to"),
        ("return-agreed", "seller or AliExpress", "return agreed"),
        ("return-received", "seller or warehouse", "return received"),
    ],
)
def test_where_it_may_have_been_another_nobody_is_named_for_sure(kind: EventKind, who: str, what: str) -> None:
    assert (DONE_BY[kind], told_words(kind), party_of(kind)) == (who, what, "others")

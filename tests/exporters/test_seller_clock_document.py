"""The seller's clock for programs: moments with their offset, days of China, and what rests on what."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aliorder.domain.advice import advise
from aliorder.domain.order import Order
from aliorder.domain.seller_clock import seller_clock
from aliorder.exporters.advice_document import advice_document
from aliorder.exporters.seller_clock_document import seller_clock_document
from tests.cli.given import flaws
from tests.domain.given import POLICY, happened, shown

BERLIN = ZoneInfo("Europe/Berlin")


def test_the_clock_of_an_order_whose_time_to_ship_ends_in_a_holiday() -> None:
    order = Order(
        events=happened(paid="2026-01-24", payment_verified="2026-01-25"),
        deadlines=shown(ship_by="2026-02-20"),
        why="wrong-item",
    )
    now = datetime(2026, 2, 17, 3, 5, tzinfo=BERLIN)
    document = advice_document(advise(order, POLICY, now), POLICY)
    assert flaws(document) == []
    assert document["seller_clock"] == {
        "china_now": "2026-02-17T10:05:00+08:00",
        "at_work": False,
        "next_from": "2026-02-24T02:00:00+01:00",
        "next_until": "2026-02-24T11:00:00+01:00",
        "after": "Spring Festival",
        "assumed": True,
        "holidays_known": True,
        "holiday": {
            "id": "spring-festival-2026",
            "name": "Spring Festival",
            "leaving": "2026-02-12",
            "first": "2026-02-15",
            "last": "2026-02-23",
            "official": True,
            "sources": ("state-council", "checkdatetime", "nextp", "ali-shop"),
        },
        "meaning": (
            "The seller's last day to ship (Sat 21 Feb 08:59) comes in the Spring Festival. If it is missed, the order "
            "should close with a full refund; if the page shows a new day, enter it.",
        ),
        "sources": ("judgement", "state-council", "checkdatetime", "nextp", "ali-shop"),
    }


def test_while_sellers_are_at_work_the_next_hours_begin_now() -> None:
    now = datetime(2026, 11, 23, 8, 30, 15, tzinfo=BERLIN)
    assert seller_clock_document(seller_clock(now, POLICY), now) == {
        "china_now": "2026-11-23T15:30:15+08:00",
        "at_work": True,
        "next_from": "2026-11-23T08:30:15+01:00",
        "next_until": "2026-11-23T11:00:00+01:00",
        "after": None,
        "assumed": True,
        "holidays_known": True,
        "holiday": None,
        "meaning": (),
        "sources": ("judgement",),
    }


def test_advice_that_asks_nothing_of_the_seller_has_none() -> None:
    now = datetime(2026, 11, 23, 8, 30, tzinfo=BERLIN)
    document = advice_document(advise(Order(events=happened(placed="2026-11-22")), POLICY, now), POLICY)
    assert (document["seller_clock"], flaws(document)) == (None, [])

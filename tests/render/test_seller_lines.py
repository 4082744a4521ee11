"""The seller's clock on the card: its own block, and nothing that a warning of the same card says already."""

from __future__ import annotations

from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from aliorder.domain.advice import advise
from aliorder.domain.order import Order
from aliorder.render.card import Card, card_of
from aliorder.render.drawn import draw_card
from aliorder.render.plain import card_lines
from tests.domain.given import POLICY, happened, shown

BERLIN = ZoneInfo("Europe/Berlin")
TO_CANCEL = Order(
    events=happened(paid="2026-01-24", payment_verified="2026-01-25"),
    deadlines=shown(ship_by="2026-02-20"),
    why="wrong-item",
    payment="visa",
)


def card_at(moment: str, order: Order = TO_CANCEL) -> Card:
    now = datetime.fromisoformat(moment).replace(tzinfo=BERLIN)
    return card_of(advise(order, POLICY, now), POLICY)


def block(lines: list[str]) -> list[str]:
    """The block of the clock, without its indentation; its heading is the first line."""
    place = next((place for place, line in enumerate(lines) if line.strip() == "The seller's clock"), len(lines))
    below = [line.strip() for line in lines[place:]]
    return below[: below.index("")] if "" in below else below


def drawn(card: Card, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width, color_system=None)
    draw_card(card, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue().splitlines()


def test_in_a_pipe_it_stands_behind_the_reason_each_thought_on_a_line() -> None:
    lines = list(card_lines(card_at("2026-02-05T14:05")))
    assert block(lines) == [
        "The seller's clock",
        "In China it is Thu 5 Feb 21:05. Sellers likely read messages from Fri 6 Feb 02:00 to 11:00 your time "
        "(assumed: 9:00 to 18:00 there, Monday to Saturday).",
        "The seller's last day to ship (Sat 21 Feb 08:59) comes in the Spring Festival. If it is missed, the order "
        "should close with a full refund; if the page shows a new day, enter it.",
    ]
    assert lines[lines.index("The seller's clock") - 2] == "  or: Other reasons (blames nobody)"


@pytest.mark.parametrize("width", [40, 80])
def test_drawn_it_has_the_same_words_within_the_width(width: int) -> None:
    card = card_at("2026-02-05T14:05")
    shown_lines = drawn(card, width)
    heading, *lines = block(shown_lines)
    assert (heading, " ".join(lines)) == ("The seller's clock", " ".join(card.seller))
    assert max(map(len, shown_lines)) <= width


def test_drawn_at_80_columns() -> None:
    assert block(drawn(card_at("2026-11-24T15:05", Order(events=happened(paid="2026-11-20"), why="other")), 80)) == [
        "The seller's clock",
        "In China it is Tue 24 Nov 22:05. Sellers likely read messages from Wed 25 Nov",
        "02:00 to 11:00 your time (assumed: 9:00 to 18:00 there, Monday to Saturday).",
    ]


def test_a_holiday_that_a_warning_names_is_not_told_twice() -> None:
    card = card_at("2026-02-05T14:05")
    assert [line for line in card.warnings if "sellers leave for the Spring Festival" in line] != []
    assert [line for line in card.seller if "few" in line] == []


def test_a_holiday_too_far_for_a_warning_is_told_if_it_begins_within_two_weeks() -> None:
    order = Order(events=happened(paid="2026-01-20", payment_verified="2026-01-21"), why="wrong-item")
    card = card_at("2026-01-30T14:05", order)
    assert [line for line in card.warnings if "Spring Festival" in line] == []
    assert card.seller[1:] == (
        "The Spring Festival is ahead: few sellers ship or answer from Thu 12 Feb to Mon 23 Feb. They may be slow for "
        "some weeks after.",
    )


def test_advice_that_asks_nothing_of_the_seller_has_no_such_block() -> None:
    card = card_at("2026-02-05T14:05", Order(events=happened(placed="2026-02-04")))
    assert (card.seller, block(list(card_lines(card))), block(drawn(card, 80))) == ((), [], [])

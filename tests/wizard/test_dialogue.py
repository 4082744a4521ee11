"""The dialogue as a buyer has it: keys go in at a terminal, and what shows there is what counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from aliorder.domain.order import Deadline, Event, Order, When
from aliorder.store.orders import OrderStore

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.terminal import DOWN, ENTER, INTERRUPT, UP, Terminal

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NUMBER = "8123456789012345"
PAGE = "What does the order page show?"
PAID = "When did you pay?"
MATTER = "What is the matter?"
SHIP_BY = "By when does the seller have to ship?"
TYPE_HERE = "< back >"


def wizard(columns: int = 80, now: str = "2026-11-22T12:00") -> Terminal:
    """The program without a command, asked at `now`."""
    return Terminal(sys.executable, "-m", "aliorder", "--now", now, columns=columns)


def home() -> Path:
    return Path(os.environ["ALIORDER_HOME"])


def keep(*orders: Order) -> None:
    with OrderStore.open(home(), write=True) as store, store.transaction("add", NOW):
        for order in orders:
            store.put(order)


def kept() -> list[Order]:
    with OrderStore.open(home()) as store:
        return list(store.all())


def files() -> dict[str, bytes]:
    """Everything in the home of the test, and what it holds."""
    found: Iterable[Path] = home().rglob("*") if home().exists() else ()
    return {str(path): path.read_bytes() for path in found if path.is_file()}


def paid(number: str, title: str, day: date, ship_by: date | None = None) -> Order:
    deadlines = (Deadline("ship-by", When(ship_by)),) if ship_by else ()
    return Order(number=number, title=title, events=(Event("payment-verified", When(day)),), deadlines=deadlines)


def answer_until_matter(terminal: Terminal) -> None:
    """Awaiting shipment, paid three days ago."""
    terminal.see(PAGE, "Show me where to look")
    terminal.press(DOWN, DOWN, ENTER)
    terminal.see(PAID, TYPE_HERE)
    terminal.type("3d")
    terminal.see(MATTER, "← back")


@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_run_advises_keeps_and_notes_so_that_the_next_goes_on(columns: int) -> None:
    with wizard(columns) as terminal:
        terminal.see(PAGE, "(why: it decides who has to agree)", "A refund was promised or is on its way")
        terminal.press(DOWN, DOWN, ENTER)
        terminal.see(PAID, "(why: the checks and some claims count from it)", TYPE_HERE)
        terminal.type("soon")
        terminal.see("'soon' cannot be read as a date without guessing. Write it as YYYY-MM-DD, an ISO date-time")
        terminal.end_with(TYPE_HERE)
        terminal.type("2026-11-20")
        terminal.see(MATTER, "I want to cancel or change it, for a reason of my own")
        terminal.press(DOWN, ENTER)
        terminal.see("What is it exactly?", "I ordered the wrong thing")
        terminal.press(DOWN, ENTER)
        terminal.see(SHIP_BY, TYPE_HERE)
        terminal.type("2026-11-27")
        terminal.see("How did you pay?", "bank transfer", "another way…", "I don't know", "← back")
        terminal.press(UP, UP, UP, ENTER)
        terminal.see("How did you pay? another way…", "I don't know", "← back", "BLIK")
        terminal.press("vis")
        terminal.wait_until(lambda: "Mastercard" not in terminal.text().rpartition("another way…")[2])
        terminal.press(ENTER)
        terminal.see("Ask the seller to cancel", "Visa card", "Keep this order", "(Y/n)")
        terminal.press("y")
        terminal.end_with("Order number (as on the order page)")
        terminal.type("2345")
        terminal.see("'2345' is not an order number. It has 8 to 20 digits")
        terminal.end_with("Order number (as on the order page)")
        terminal.type("8123 4567 8901 2345")
        terminal.see("What did you buy? A few words")
        terminal.type("USB cable")
        terminal.see("What have you just done, or seen?", "Show me what to write", "cancellation requested")
        terminal.press(DOWN, ENTER)
        terminal.see("I am asking to cancel it.", "For the seller", "cancelled by the seller")
        terminal.press(DOWN, ENTER)
        assert terminal.end() == 0
        assert "Noted: cancellation requested. What is next: Wait" in terminal.text()
    assert kept() == [
        Order(
            number=NUMBER,
            title="USB cable",
            payment="visa",
            why="wrong-item",
            events=(
                Event("payment-verified", When()),
                Event("paid", When(date(2026, 11, 20))),
                Event("cancel-requested", When(at=NOW)),
            ),
            deadlines=(Deadline("ship-by", When(date(2026, 11, 27))),),
            own=frozenset({"payment", "title"}),
        )
    ]
    with wizard(columns, now="2026-11-23T12:00") as terminal:
        terminal.see("Which order is it about?", "tomorrow · USB cable · Wait", "Another order")
        terminal.press(ENTER)
        terminal.see("Cancellation requested".upper(), "What have you just done, or seen?", "refused by the seller")
        terminal.press(DOWN, DOWN, DOWN, ENTER)
        assert terminal.end() == 0
        assert "What is next: Talk to the seller again" in terminal.text()
    assert kept()[0].events[-1] == Event("cancel-refused", When(date(2026, 11, 23)))


def test_every_answer_can_be_taken_back() -> None:
    with wizard() as terminal:
        answer_until_matter(terminal)
        terminal.press(UP, ENTER)
        terminal.wait_until(lambda: terminal.text().count(PAID) == 2 and terminal.text().endswith(TYPE_HERE))
        terminal.type("<")
        terminal.wait_until(lambda: terminal.text().count(PAGE) == 2 and terminal.text().endswith("I don't know"))
        terminal.press(ENTER)
        terminal.see("When did you order it?", TYPE_HERE)
        terminal.type("yesterday")
        terminal.wait_until(lambda: terminal.text().count(MATTER) == 1 and terminal.text().endswith("← back"))
        terminal.press(ENTER)
        terminal.see("Pay, if you still want it", "(Y/n)")
        terminal.press("n")
        assert terminal.end() == 0
    assert files() == {}


def test_going_back_before_the_first_question_asks_it_again() -> None:
    keep(paid(NUMBER, "lamp", date(2026, 11, 20)))
    with wizard() as terminal:
        terminal.see("Which order is it about?", "Another order")
        terminal.press(ENTER)
        terminal.see(MATTER, "I don't know")
        assert "← back" not in terminal.text()
        terminal.press(ENTER)
        terminal.see(SHIP_BY, TYPE_HERE)
        terminal.press("<", ENTER)
        terminal.wait_until(lambda: terminal.text().count(MATTER) == 2 and terminal.text().endswith("I don't know"))
        terminal.press(INTERRUPT)
        assert terminal.end() == 130


def test_who_knows_nothing_is_shown_where_to_look_and_asked_again() -> None:
    with wizard() as terminal:
        terminal.see(PAGE, "Show me where to look", "I don't know")
        terminal.press(UP, UP, ENTER)
        terminal.see("On the web: Account → My Orders")
        terminal.wait_until(lambda: terminal.text().count(PAGE) == 2 and terminal.text().endswith("I don't know"))
        terminal.press(DOWN, DOWN, ENTER)
        terminal.see(PAID, TYPE_HERE)
        terminal.press(INTERRUPT)
        assert terminal.end() == 130


def test_who_can_tell_nothing_is_told_what_to_do_until_then() -> None:
    with wizard() as terminal:
        terminal.see(PAGE, "Show me where to look", "I don't know")
        terminal.press(UP, ENTER)
        terminal.see(PAID, TYPE_HERE)
        terminal.type("")
        terminal.see(f"{PAID} I don't know When was it shipped?")
        terminal.end_with(TYPE_HERE)
        terminal.type("")
        terminal.see("When was it delivered?")
        terminal.end_with(TYPE_HERE)
        terminal.type("")
        assert terminal.end() == 6
        assert "run aliorder again. Until then do not confirm receipt" in terminal.text()
        assert "--" not in terminal.text()
    assert files() == {}


@pytest.mark.parametrize("place", ["at a choice", "at a day", "at the offer to keep it", "at the number"])
def test_an_interruption_leaves_nothing_behind(place: str) -> None:
    with wizard() as terminal:
        terminal.see(PAGE, "Show me where to look")
        if place != "at a choice":
            terminal.press(ENTER)
            terminal.see("When did you order it?", TYPE_HERE)
        if place in ("at the offer to keep it", "at the number"):
            terminal.type("today")
            terminal.see(MATTER, "← back")
            terminal.press(ENTER)
            terminal.see("(Y/n)")
        if place == "at the number":
            terminal.press("y")
            terminal.end_with("Order number (as on the order page)")
        terminal.press(INTERRUPT)
        assert terminal.end() == 130
        assert terminal.text().endswith("stopped; nothing was half written")
        assert "error" not in terminal.text()
    assert files() == {}


def test_an_interruption_leaves_kept_orders_as_they_were() -> None:
    keep(paid(NUMBER, "lamp", date(2026, 11, 20)))
    before = kept()
    with wizard() as terminal:
        terminal.see("Which order is it about?", "Another order")
        terminal.press(ENTER)
        terminal.see(MATTER, "I don't know")
        terminal.press(ENTER)
        terminal.see(SHIP_BY, TYPE_HERE)
        terminal.press("2026-11-29", INTERRUPT)
        assert terminal.end() == 130
    assert kept() == before


def test_a_run_with_kept_orders_begins_with_those_that_need_attention() -> None:
    keep(
        paid("8123456789012345", "lamp", date(2026, 11, 1), ship_by=date(2026, 12, 5)),
        paid("8123456789012346", "cable", date(2026, 11, 1), ship_by=date(2026, 11, 24)),
        Order(number="8123456789012347", title="kettle", events=(Event("refund-received", When(date(2026, 11, 2))),)),
    )
    with wizard() as terminal:
        terminal.see("Which order is it about?", "Another order")
        shown = [line.strip(" »") for line in terminal.lines()]
        assert shown == [
            "Which order is it about? (arrow keys)",
            "in 3 days · cable · Wait",
            "in 14 days · lamp · Wait",
            "Another order",
        ]
        terminal.press(UP, ENTER)
        terminal.see(PAGE)
        terminal.press(INTERRUPT)
        assert terminal.end() == 130


def test_a_kept_order_is_not_replaced_by_a_new_one_of_its_number() -> None:
    keep(paid(NUMBER, "lamp", date(2026, 11, 20)))
    before = kept()
    with wizard() as terminal:
        terminal.see("Which order is it about?", "Another order")
        terminal.press(UP, ENTER)
        terminal.see(PAGE, "Show me where to look")
        terminal.press(ENTER)
        terminal.see("When did you order it?", TYPE_HERE)
        terminal.type("today")
        terminal.see(MATTER, "← back")
        terminal.press(ENTER)
        terminal.see("(Y/n)")
        terminal.press("y")
        terminal.end_with("Order number (as on the order page)")
        terminal.type(NUMBER)
        terminal.see("An order of this number is kept already")
        terminal.end_with("Order number (as on the order page)")
        terminal.press(INTERRUPT)
        assert terminal.end() == 130
    assert kept() == before

"""The commands that change what is kept: add, edit, record, remove, undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aliorder.store.journal import KEPT as KEPT_COMMANDS
from tests.cli.given import BOOK, CABLE, LAMP, NOW, SOCKS, Ran, ran, store_file

NEW = "8150000000000001"


def shown(order: str, *fields: str) -> list[Any]:
    document = ran("show", order, "--json").document
    return [document[field] for field in fields]


def events(order: str) -> list[tuple[str, str | None]]:
    return [(event["kind"], event["on"] or event["at"]) for event in shown(order, "events")[0]]


def numbers() -> list[str]:
    return [order["order"] for order in ran("list", "--json").document["orders"]]


def test_an_order_is_kept_under_its_number() -> None:
    assert ran("add", NEW) == (0, "", f"Kept order {NEW}. What to do now: aliorder advise {NEW}\n")
    assert numbers() == [NEW]


def test_a_number_may_be_written_in_groups() -> None:
    assert ran("add", "8150 0000 0000 0001").code == 0
    assert numbers() == [NEW]


@pytest.mark.parametrize(
    "facts, field, value",
    [
        (["--title", " Desk lamp "], "title", "Desk lamp"),
        (["--store", "Lamp Shop"], "store", "Lamp Shop"),
        (["--alias", "lamp"], "alias", "lamp"),
        (["--total", "12.3 usd"], "total", {"amount": "12.3", "currency": "USD"}),
        (["--payment", "PayPal"], "payment", "paypal"),
        (["--country", "pl"], "country", "PL"),
        (["--coupon", "store"], "coupon", "store"),
        (["--free-return"], "free_return", True),
        (["--no-free-return"], "free_return", False),
        (["--cancel-button"], "cancel_button", True),
        (["--no-cancel-button"], "cancel_button", False),
        (["--keep"], "keep", True),
        (["--no-keep"], "keep", False),
        (["--parcel", "stuck"], "parcel", "stuck"),
        (["--tracking", "LB1"], "tracking", "LB1"),
        (["--why", "seller-silent"], "why", "seller-silent"),
        (["--note", "one", "--note", "two"], "notes", ["one", "two"]),
        (
            ["--site-status", "Awaiting delivery"],
            "site_status",
            {"text": "Awaiting delivery", "seen": f"{NOW}T12:00:00+00:00"},
        ),
        (
            ["--item", "Shade", "--item", "3 x Bulb @ 0.50 EUR"],
            "items",
            [
                {"line": None, "title": "Shade", "quantity": 1, "unit_price": None},
                {"line": None, "title": "Bulb", "quantity": 3, "unit_price": {"amount": "0.50", "currency": "EUR"}},
            ],
        ),
        (
            ["--event", "paid=unknown", "--event", "shipped=2d"],
            "events",
            [
                {"kind": "paid", "on": None, "at": None, "amount": None, "text": None},
                {"kind": "shipped", "on": "2026-11-20", "at": None, "amount": None, "text": None},
            ],
        ),
        (
            ["--deadline", "ship-by=+2d5h"],
            "deadlines",
            [{"kind": "ship-by", "on": None, "at": "2026-11-24T17:00:00+00:00"}],
        ),
    ],
)
def test_every_fact_is_kept(facts: list[str], field: str, value: object) -> None:
    assert ran("add", NEW, *facts).code == 0
    assert shown(NEW, field) == [value]


def test_a_fact_replaces_the_one_before_it(kept: Path) -> None:
    done = ran("edit", "cable", "--why", "duplicate", "--event", "paid=2026-11-19", "--note", "again")
    assert done == (0, "", f"Changed order {CABLE}: why, notes, events.\n")
    assert shown("cable", "why", "notes") == ["duplicate", ["ask", "again"]]
    assert sorted(events("cable")) == [
        ("paid", "2026-11-19"),
        ("payment-verified", "2026-11-18T10:00:00+01:00"),
        ("placed", "2026-11-18"),
    ]


def test_an_edit_that_changes_nothing_says_so(kept: Path) -> None:
    assert ran("edit", "cable", "--why", "wrong-item").err == f"Changed order {CABLE}: nothing, it was so already.\n"


def test_events_of_a_kind_are_dropped(kept: Path) -> None:
    done = ran("edit", "cable", "--drop-event", "paid", "--drop-event", "payment-verified")
    assert done == (0, "", f"Changed order {CABLE}: events.\n")
    assert events("cable") == [("placed", "2026-11-18")]


def test_facts_and_deadlines_are_cleared(kept: Path) -> None:
    names = ("alias", "title", "store", "total", "payment", "country", "coupon", "why", "item", "note", "ship-by")
    assert ran("edit", "cable", *(word for name in names for word in ("--clear", name))).code == 0
    assert ran("edit", "6789", "--clear", "parcel", "--clear", "tracking", "--clear", "site-status").code == 0
    assert shown(CABLE, "alias", "title", "store", "total", "payment", "country", "coupon", "why") == [None] * 8
    assert shown(CABLE, "items", "notes", "deadlines") == [[], [], []]
    assert shown(LAMP, "parcel", "tracking", "site_status", "free_return") == ["unknown", None, None, False]


def test_an_empty_text_forgets_the_fact(kept: Path) -> None:
    assert ran("edit", "cable", "--title", "", "--store", " ", "--alias", "", "--tracking", "").code == 0
    assert shown(CABLE, "title", "store", "alias", "tracking") == [None] * 4


def test_a_fact_can_be_cleared_and_given_at_once(kept: Path) -> None:
    assert ran("edit", "cable", "--clear", "note", "--note", "new").code == 0
    assert shown("cable", "notes") == [["new"]]


@pytest.mark.parametrize(
    "line, expected",
    [
        ("shipped --on yesterday", ("shipped", "2026-11-21")),
        ("shipped", ("shipped", "2026-11-22")),
        ("shipped --on unknown", ("shipped", None)),
        ("cancel-requested", ("cancel-requested", "2026-11-22T12:00:00+00:00")),
        ("cancel-requested --on 2026-11-20T08:30", ("cancel-requested", "2026-11-20T08:30:00+00:00")),
    ],
)
def test_what_happened_is_noted(line: str, expected: tuple[str, str | None], kept: Path) -> None:
    done = ran("record", "cable", *line.split())
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(f"Noted for order {CABLE}: ")
    assert done.err.endswith("What now: aliorder advise cable\n")
    assert events("cable")[-1] == expected


def test_a_part_of_the_total_is_noted(kept: Path) -> None:
    assert ran("record", "1111", "refund-started", "--on", "2026-11-20", "--amount", "5.00 EUR").code == 0
    assert shown(SOCKS, "events")[0][-1] == {
        "kind": "refund-started",
        "on": "2026-11-20",
        "at": None,
        "amount": {"amount": "5.00", "currency": "EUR"},
        "text": None,
    }
    refund = ran("refund", "1111", "--json").document["refund"]
    assert {name: money and money["amount"] for name, money in refund["amounts"].items()} == {
        "granted": "7.00",
        "started": "5.00",
        "received": "0",
        "rest": "7.00",
    }
    assert refund["amount"] == {"amount": "7.00", "currency": "EUR"}


def test_two_refunds_of_one_amount_on_one_day_are_two(kept: Path) -> None:
    for _ in range(2):
        assert ran("record", "1111", "refund-received", "--amount", "2.00 EUR").code == 0
    assert events("1111")[-2:] == [("refund-received", "2026-11-22")] * 2
    told = ran("advise", "1111", "--json").document
    (text,) = (warning["text"] for warning in told["warnings"] if warning["id"] == "less-than-owed")
    assert text.startswith("4.00 of 7.00 EUR are here, 3.00 EUR are missing.")


def test_a_second_refund_that_has_begun_brings_the_rest(kept: Path) -> None:
    assert ran("record", "1111", "refund-received", "--on", "2026-11-10", "--amount", "2.00 EUR").code == 0
    assert ran("advise", "1111", "--json").document["action"]["id"] == "chase-refund"
    assert ran("record", "1111", "refund-started", "--on", "2026-11-20").code == 0
    told = ran("advise", "1111", "--json").document
    assert (told["stage"]["id"], told["action"]["id"]) == ("refunded", "wait-for-refund")
    assert told["refund"]["amount"] == {"amount": "5.00", "currency": "EUR"}
    assert "2.00 of 7.00 EUR are here already" in ran("refund", "1111").out


def test_an_order_is_forgotten(kept: Path) -> None:
    assert ran("remove", "5555", "--yes") == (0, "", f"Removed order {BOOK}. To bring it back: aliorder undo\n")
    assert BOOK not in numbers()


@pytest.mark.parametrize(
    "answer, expected, left", [(b"y\n", 0, False), (b"n\n", 0, True), (b"\n", 0, True), (b"", 130, True)]
)
def test_on_a_terminal_removing_asks_first(answer: bytes, expected: int, left: bool, kept: Path) -> None:
    done = ran("remove", "5555", stdin=answer, terminal=True)
    assert (done.code, done.out.strip()) == (expected, "")
    assert f"Remove order {BOOK}?" in done.err
    assert (BOOK in numbers()) is left


def test_quiet_commands_say_nothing(kept: Path) -> None:
    lines = (
        ("add", NEW),
        ("edit", NEW, "--title", "x"),
        ("record", NEW, "paid"),
        ("remove", NEW, "-y"),
        ("undo",),
        ("advise", "--all"),
        ("list", "--stage", "frozen"),
    )
    done = [ran("-q", *line) for line in lines]
    assert [(run.code, run.err) for run in done] == [(0, "")] * len(lines)


def test_changes_are_taken_back_one_by_one_to_the_first() -> None:
    assert ran("add", NEW, "--event", "placed=2026-11-01").code == 0
    for number in range(21):
        assert ran("edit", NEW, "--tracking", f"LB{number}").code == 0
    for before in [*(f"LB{number}" for number in reversed(range(20))), None]:
        assert ran("undo") == (0, "", f"Taken back: edit {NEW} (2026-11-22 12:00).\n")
        assert shown(NEW, "tracking") == [before]
    assert ran("undo").err == f"Taken back: add {NEW} (2026-11-22 12:00).\n"
    assert numbers() == []
    hint = f"hint: aliorder keeps the last {KEPT_COMMANDS} commands\n"
    assert ran("undo") == (2, "", f"error: there is nothing left to undo\n{hint}")


@pytest.mark.parametrize(
    "line", ["remove cable --yes", "record cable shipped", "edit cable --clear item", f"add {NEW}"]
)
def test_every_change_can_be_taken_back(line: str, kept: Path) -> None:
    before = ran("list", "--json"), ran("show", "cable", "--json")
    assert ran(*line.split()).code == 0
    assert ran("undo").code == 0
    assert (ran("list", "--json"), ran("show", "cable", "--json")) == before


def test_reading_makes_no_store() -> None:
    lines = ("list", "advise --all", "payments", "reasons", "refund", "paths", "schema", "advise --event paid=today")
    assert [ran(*line.split()).code for line in lines] == [0] * len(lines)
    assert not store_file().parent.exists()


def test_nothing_kept_is_said_kindly() -> None:
    none = "No orders to show. Keep one with: aliorder add, or: aliorder import FILE\n"
    assert ran("list") == Ran(0, "", none)
    none = "No orders are kept yet. Add one with: aliorder add, or: aliorder import FILE\n"
    assert ran("advise", "--all") == Ran(0, "", none)

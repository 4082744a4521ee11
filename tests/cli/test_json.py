"""What is printed for programs: one document, as its schema says, the same each time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from aliorder.domain.advice import decide, told
from aliorder.domain.dates import MON_FRI
from aliorder.domain.order import Order
from aliorder.domain.outlook import Standing
from aliorder.domain.survey import entry_of
from aliorder.domain.watching import outlook_of
from aliorder.errors import NotEnoughFacts
from aliorder.exporters.advice_document import entry_document
from aliorder.exporters.explain_document import explain_document
from aliorder.exporters.order_document import list_entry
from aliorder.records.codec import order_to_json
from tests.cli.dossier import DOSSIER
from tests.cli.given import CABLE, LAMP, every_command, flaws, process, ran
from tests.cli.test_schemas import NAMES
from tests.domain.given import POLICY, asked
from tests.strategies import orders

SITE_FILE = str(Path(__file__).parents[1] / "importers" / "data" / "order-list.json")
READING = [
    ("advice", "advise cable"),
    ("advice", "advise 0001111"),
    ("advice", "advise --event paid=today --event paid=yesterday --event placed=unknown --why out-of-stock"),
    ("advice", "advise cable --event shipped=now --why defective --keep --total 7USD"),
    ("advice", "advise --site-status Closed --event cancelled-by-seller=unknown --payment oxxo"),
    ("advice-list", "advise --all"),
    ("explain", "explain cable"),
    ("explain", "explain --event dispute-opened=9d --event shipped=2026-10-01 --payment boleto"),
    ("list", "list"),
    ("list", "list --stage refunded"),
    ("order", "show cable"),
    ("order", "show 5555"),
    ("order", "show 6789"),
    ("history", "history cable"),
    ("history", "history 5555"),
    ("reasons", "reasons"),
    ("reasons", "reasons --stage shipped --why not-needed"),
    ("reasons", "reasons --stage closed"),
    ("payments", "payments"),
    ("refund", "refund"),
    ("refund", "refund cable"),
    ("refund", "refund 6789"),
    ("refund", "refund 4444"),
    ("refund", "refund 1111 --from 2026-12-24 --country BR"),
    ("refunds", "refunds"),
    ("due", "due"),
    ("due", "due --within 4d"),
    ("plan", "plan cable"),
    ("plan", "plan 6789 --event delivered=2026-12-01"),
    ("refunds", "refunds --overdue"),
    *[("refund", f"refund --method {method} --from yesterday") for method in POLICY.methods],
    ("import", f"import --dry-run {SITE_FILE}"),
    ("import", f"import {SITE_FILE} absent.json"),
    ("paths", "paths"),
    ("config", "config show"),
    ("config", "config show country"),
    ("backups", "backup --list"),
    ("message", "message cable"),
    ("messages", "message --list"),
    ("message", "message 1111 --about remind --lang zh --beside de"),
    ("evidence", "evidence list cable"),
    ("evidence", "evidence list 6789 --for refund"),
    ("verdict", f"evidence verify {DOSSIER}"),
    ("policy", "policy show"),
    ("policy", "policy show cancel-answer"),
    ("policy", "policy show cash-on-delivery"),
    ("policy-check", "policy check"),
    ("policy-check", "policy check --only overridden"),
    ("sources", "policy sources"),
    ("sources", "policy sources S0"),
]


@pytest.mark.parametrize("name, line", READING)
def test_a_command_prints_one_document_as_its_schema_says(name: str, line: str, kept: Path) -> None:
    printed = ran(*line.split(), "--json")
    assert printed.code == (4 if "absent" in line else 0)
    assert printed.out.endswith("}\n")
    assert printed.out.count("\n") == 1
    assert printed.document["schema"] == f"aliorder.{name}/1"
    assert flaws(printed.document) == []


@pytest.mark.parametrize("line", [line for _, line in READING if "import" not in line and "--method" not in line])
def test_a_command_that_only_reads_says_nothing_else_and_the_same_again(line: str, kept: Path) -> None:
    assert ran("due", "--json").code == 0  # which has now noted for itself when to look again
    before, first, second = kept.read_bytes(), ran(*line.split(), "--json"), ran(*line.split(), "--json")
    assert first.err == ""
    assert first == second
    assert kept.read_bytes() == before


@pytest.mark.parametrize("filters", [(), ("--open",), ("--stage", "closed")])
def test_an_export_is_one_document_too_with_a_line_for_each_order(filters: tuple[str, ...], kept: Path) -> None:
    printed = ran("export", "--format", "json", *filters)
    assert (printed.code, flaws(printed.document)) == (0, [])
    assert printed.out.endswith("\n]}\n")
    assert printed.out.count("\n") == len(printed.document["orders"]) + 2


def test_every_document_is_printed_by_some_command_here() -> None:
    assert {"export", *(name for name, _ in READING)} == set(NAMES)


def test_every_command_with_json_is_tried_here() -> None:
    offering = {name for name in every_command() if "--json" in ran(*name.split(), "--help").out.split()}
    assert offering == {
        max((name for name in every_command() if f"{line} ".startswith(f"{name} ")), key=len) for _, line in READING
    }


def test_the_order_of_things_does_not_depend_on_the_process(kept: Path) -> None:
    line = ("explain", "cable", "--event", "shipped=2026-11-02", "--event", "delivered=2026-11-01", "--json")
    first, second = (process(*line, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first == second
    assert first.code == 0


def test_facts_on_the_line_are_what_if(kept: Path) -> None:
    before = kept.read_bytes()
    stages = [
        ran("advise", "cable", *facts, "--json").document["stage"]["id"]
        for facts in ((), ("--event", "shipped=today"), ())
    ]
    assert stages == ["awaiting-shipment", "shipped", "awaiting-shipment"]
    assert kept.read_bytes() == before


def test_an_order_without_a_stage_is_in_the_list_with_what_to_give(kept: Path) -> None:
    found = {entry["order"]: entry for entry in ran("advise", "--all", "--json").document["advice"]}
    assert found["8199000000005555"] == {
        "schema": "aliorder.advice/1",
        "now": "2026-11-22T12:00:00+00:00",
        "order": "8199000000005555",
        "stage": None,
        "action": None,
        "reason": None,
        "refund": None,
        "deadlines": [],
        "warnings": [],
        "seller_clock": None,
        "because": [],
        "missing": ["placed", "paid", "shipped", "delivered", "site-status"],
    }


def test_the_open_orders_come_by_their_number_so_that_none_has_to_wait_for_another(kept: Path) -> None:
    found = ran("advise", "--all", "--json").document["advice"]
    assert [entry["order"] for entry in found] == ["3040777700001111", CABLE, LAMP, "8199000000005555"]


def test_an_order_is_shown_whole(kept: Path) -> None:
    assert ran("show", "cable", "--json").document == {
        "schema": "aliorder.order/1",
        "order": CABLE,
        "alias": "cable",
        "title": "USB cable",
        "store": "Cable Shop",
        "items": [
            {
                "line": None,
                "title": "USB cable",
                "quantity": 2,
                "unit_price": {"amount": "6.17", "currency": "USD"},
            }
        ],
        "total": {"amount": "12.34", "currency": "USD"},
        "payment": "visa",
        "country": "DE",
        "coupon": "platform",
        "free_return": None,
        "cancel_button": None,
        "keep": None,
        "site_status": None,
        "tracking": None,
        "parcel": "unknown",
        "why": "wrong-item",
        "notes": ["ask"],
        "events": [
            {"kind": "placed", "on": "2026-11-18", "at": None, "amount": None, "text": None},
            {"kind": "paid", "on": "2026-11-18", "at": None, "amount": None, "text": None},
            {
                "kind": "payment-verified",
                "on": None,
                "at": "2026-11-18T10:00:00+01:00",
                "amount": None,
                "text": None,
            },
        ],
        "deadlines": [{"kind": "ship-by", "on": "2026-11-27", "at": None}],
        "evidence": [],
        "own": ["country", "coupon", "items", "payment", "store", "title", "total"],
        "stage": {"id": "awaiting-shipment", "label": "Awaiting shipment", "since": "2026-11-18T10:00:00+01:00"},
    }


def test_a_listed_order_is_on_one_line(kept: Path) -> None:
    assert ran("list", "--stage", "awaiting-shipment", "--json").document["orders"] == [
        {
            "order": CABLE,
            "alias": "cable",
            "title": "USB cable",
            "store": "Cable Shop",
            "total": {"amount": "12.34", "currency": "USD"},
            "stage": "awaiting-shipment",
            "action": "request-approval",
            "placed": "2026-11-18",
            "next_deadline": {
                "id": "ship-by",
                "label": "seller has to ship",
                "at": "2026-11-27T23:59:59-08:00",
                "shown": True,
                "days_left": 6,
            },
        }
    ]


def test_a_refund_of_its_own_is_counted_from_the_day_given() -> None:
    found = ran("refund", "--method", "visa", "--from", "2026-11-20", "--json").document["refund"]
    assert found == {
        "method": "visa",
        "amount": None,
        "basis": "issued",
        "counted_from": "2026-11-20",
        "counted_until": "2026-11-20",
        "earliest": "2026-11-25",
        "typical_from": "2026-12-01",
        "typical_until": "2026-12-11",
        "latest": "2026-12-18",
        "chase_from": "2026-12-19",
        "calendar": "mon-fri",
        "fallback": False,
        "steps": [
            {
                "id": "settlement",
                "label": "AliExpress shows “refund completed”",
                "earliest": "2026-11-20",
                "latest": "2026-11-23",
                "counted": "up to 3 days later; the money does not wait for it",
                "conditional": False,
            },
            {
                "id": "credit",
                "label": "the money is back on your card",
                "earliest": "2026-11-25",
                "latest": "2026-12-18",
                "counted": "3 to 20 business days from the refund's processing",
                "conditional": False,
            },
        ],
        "notes": list(POLICY.methods["visa"].notes),
        "amounts": None,
    }


def test_what_is_hidden_in_a_text_is_spelled_out() -> None:
    printed = ran("add", "8123000000000001", "--title", "a\u202eb\x1b[31m\u2028é", "--event", "paid=today")
    assert printed.code == 0
    line = ran("show", "8123000000000001", "--json")
    assert '"title": "a\\u202eb\\u001b[31m\\u2028é"' in line.out
    assert line.document["title"] == "a\u202eb\x1b[31m\u2028é"


def listed(order: Order, now: datetime) -> dict[str, Any]:
    line = list_entry(Standing(order, now, outlook_of(order, POLICY, now, MON_FRI)))
    return {"schema": "aliorder.list/1", "orders": [line | {"order": line["order"] or "0"}]}


@given(asked())
def test_any_order_gives_documents_as_promised(question: tuple[Order, datetime]) -> None:
    order, now = question
    entry = entry_of(order, POLICY, now)
    assert flaws(listed(order, now)) == []
    assert flaws({"schema": "aliorder.advice-list/1", "advice": [entry_document(entry, POLICY)]}) == []
    if entry.advice is not None:
        assert flaws(entry_document(entry, POLICY)) == []


@given(asked())
def test_any_explanation_is_as_promised(question: tuple[Order, datetime]) -> None:
    order, now = question
    try:
        decision = decide(order, POLICY, now)
    except NotEnoughFacts:
        return
    assert flaws(explain_document(decision, told(decision))) == []


@given(orders())
def test_any_kept_order_is_shown_as_promised(order: Order) -> None:
    assert flaws({"schema": "aliorder.order/1", **order_to_json(order), "stage": None}) == []

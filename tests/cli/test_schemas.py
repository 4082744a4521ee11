"""The schemas: strict, whole, with the ids of the program, and each shared part the same wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from aliorder.domain import vocabulary
from aliorder.domain.agenda import Level
from aliorder.domain.checklist import Weight
from aliorder.domain.differences import UNSPOKEN
from aliorder.domain.facts import FACTS
from aliorder.domain.order import WRITABLE, Order
from aliorder.domain.policy import DeadlineId, ForkId, Grade, RefundStart, Unit, WindowId
from aliorder.domain.policy_review import HearingTable, RowTable
from aliorder.exporters.dossier.verify import FaultKind
from aliorder.messages.subject import NEEDED
from aliorder.policies import load_policy
from aliorder.records.codec import order_to_json, public_names
from aliorder.settings import ENTRIES, Origin
from aliorder.words.labels import MISSING_LABELS, REFUND_STEP_LABELS
from tests.cli.given import flaws, ran, schema

POLICY = load_policy()
NAMES = sorted(
    entry.name.removesuffix(".json") for entry in (files("aliorder") / "schemas").iterdir() if ".json" in entry.name
)
ENUMS: Mapping[str, tuple[str, ...]] = {
    "about": vocabulary.ABOUTS,
    "action-id": vocabulary.ACTIONS,
    "basis": get_args(vocabulary.Basis),
    "change-kind": ("new", "changed"),
    "case": vocabulary.CASES,
    "claim": vocabulary.CLAIMS,
    "coupon": vocabulary.COUPONS,
    "deadline-id": get_args(DeadlineId),
    "deadline-kind": vocabulary.DEADLINE_KINDS,
    "event-kind": vocabulary.EVENT_KINDS,
    "evidence-kind": vocabulary.EVIDENCE_KINDS,
    "fault-kind": get_args(FaultKind),
    "fact-name": (*FACTS, "stage", "action", "claim", "counts_days"),
    "figure-table": ("window", "method"),
    "fork-id": get_args(ForkId),
    "gap": tuple(dict.fromkeys(names[-1] for names in NEEDED.values())),
    "grade": get_args(Grade),
    "level": get_args(Level),
    "hearing-table": get_args(HearingTable),
    "method-id": tuple(POLICY.methods),
    "method-unit": ("business-days", "days"),
    "missing-fact": (*MISSING_LABELS, *vocabulary.EVENT_KINDS),
    "order-fact": tuple(name for name in order_to_json(Order()) if name not in ("order", *UNSPOKEN)),
    "own-fact": tuple(public_names(WRITABLE)),
    "parcel": vocabulary.PARCELS,
    "penalty": get_args(vocabulary.Penalty),
    "reason-id": tuple(POLICY.reasons),
    "recipient": get_args(vocabulary.Recipient),
    "refund-start": get_args(RefundStart),
    "refund-step-id": tuple(REFUND_STEP_LABELS),
    "row-table": get_args(RowTable),
    "setting-key": tuple(entry.key for entry in ENTRIES),
    "setting-origin": get_args(Origin),
    "stage-id": vocabulary.STAGES,
    "table": ("stage", "action", "reason", "refund"),
    "unit": get_args(Unit),
    "weight": get_args(Weight),
    "warning-id": tuple(dict.fromkeys(row.id for row in POLICY.warnings)),
    "why": vocabulary.WHYS,
    "window-id": get_args(WindowId),
}
"""What each list of ids in a schema has to be, by the name of the definition in which it stands."""


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within a schema, itself first."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from parts(each)


def definitions() -> Iterator[tuple[str, Any]]:
    return ((name, part) for document in NAMES for name, part in schema(document).get("$defs", {}).items())


def test_every_document_has_its_schema() -> None:
    assert NAMES == [
        "advice",
        "advice-list",
        "backups",
        "config",
        "due",
        "evidence",
        "explain",
        "export",
        "history",
        "import",
        "list",
        "message",
        "messages",
        "order",
        "paths",
        "payments",
        "plan",
        "policy",
        "policy-check",
        "reasons",
        "refund",
        "refunds",
        "sources",
        "verdict",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_names_itself(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert found["$id"] == found["properties"]["schema"]["const"] == f"aliorder.{name}/1"


@pytest.mark.parametrize("name", NAMES)
def test_every_object_lists_its_fields_and_has_them_all(name: str) -> None:
    for part in parts(schema(name)):
        if "properties" in part and part.get("type") == "object":
            assert part["required"] == list(part["properties"])
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", NAMES)
def test_every_definition_is_in_the_file_and_is_used(name: str) -> None:
    found = schema(name)
    targets = {part["$ref"] for part in parts(found) if isinstance(part.get("$ref"), str)}
    assert targets == {f"#/$defs/{part}" for part in found.get("$defs", {})}


def test_a_shared_part_is_the_same_in_every_schema() -> None:
    first: dict[str, Any] = {}
    assert [name for name, part in definitions() if first.setdefault(name, part) != part] == []


def test_an_advice_in_a_list_is_an_advice() -> None:
    alone, listed = schema("advice"), schema("advice-list")["$defs"]
    assert listed["advice"] == {key: part for key, part in alone.items() if key not in ("$schema", "$id", "$defs")}
    assert alone["$defs"].items() <= listed.items()


def test_an_order_in_an_export_is_what_show_prints_but_for_its_stage() -> None:
    alone, exported = schema("order"), schema("export")["$defs"]["order"]
    facts = {name: part for name, part in alone["properties"].items() if name not in ("schema", "stage")}
    assert exported == {
        "type": "object",
        "properties": facts,
        "required": list(facts),
        "additionalProperties": False,
    }


def test_the_ids_are_those_of_the_program() -> None:
    found = {
        name: tuple(inner["enum"])
        for name, part in definitions()
        for inner in parts(part)
        if isinstance(inner.get("enum"), list)
    }
    assert found == ENUMS


def test_ids_stand_in_definitions_only() -> None:
    outside = [schema(name) | {"$defs": {}} for name in NAMES]
    assert [part for part in parts(outside) if isinstance(part.get("enum"), list)] == []


@pytest.mark.parametrize(
    "change, flaw",
    [
        ({"extra": 1}, "$: Additional properties are not allowed ('extra' was unexpected)"),
        ({"now": "2026-11-22"}, "$.now: '2026-11-22' is not a 'date-time'"),
        ({"now": None}, "$.now: None is not of type 'string'"),
        ({"order": 8123456789012345}, "$.order: 8123456789012345 is not of type 'string', 'null'"),
        ({"missing": ["colour"]}, "$.missing[0]: 'colour' is not one of ['why', 'payment', "),
        ({"schema": "aliorder.advice/1", "stage": None}, "$.stage: None is not of type 'object'"),
    ],
)
def test_a_document_that_is_not_as_promised_is_found_out(change: dict[str, Any], flaw: str) -> None:
    document = ran("advise", "--event", "paid=today", "--json").document
    assert flaws(document) == []
    assert [each for each in flaws(document | change) if not each.startswith(flaw)] == []
    assert len(flaws(document | change)) == 1


def test_the_command_lists_the_schemas() -> None:
    assert ran("schema") == (0, "".join(f"{name}\n" for name in NAMES), "")


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_the_file_as_it_is(name: str) -> None:
    printed = ran("schema", name)
    assert (printed.code, printed.document, printed.err) == (0, schema(name), "")
    assert printed.out.endswith("}\n")
    assert max(len(line) for line in printed.out.splitlines()) <= 120


def test_descriptions_are_short_and_plain() -> None:
    texts = {part["description"] for name in NAMES for part in parts(schema(name)) if "description" in part}
    assert {text for text in texts if not re.fullmatch(r"[A-Z][^!\n]{2,98}\.", text)} == set()

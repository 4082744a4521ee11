"""What the tests of the importers start from: a small policy, and captures that can be bent."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from aliorder.domain.order import Order
from aliorder.domain.policy import PaymentMethod, SiteStatus
from aliorder.domain.statuses import by_text
from aliorder.importers import Entry, InputFile, Problem, Remark, Terms, Told, file_of
from aliorder.importers.known import read_file
from aliorder.policies import load_policy

DATA = Path(__file__).parent / "data"
LIST_SEEN = datetime(2026, 6, 20, 10, tzinfo=UTC)
DETAIL_SEEN = datetime(2026, 6, 21, 8, 30, tzinfo=UTC)


def method(name: str, label: str, *names: str) -> PaymentMethod:
    return PaymentMethod(name, label, 3, 20, "business-days", (), date(2026, 1, 1), names=names)


METHODS = (
    method("card", "Card", "Credit/Debit card"),
    method("kakaopay", "KakaoPay", "Kakao Pay"),
    method("visa", "Visa", "Plastic"),
    method("mastercard", "Mastercard", "Plastic"),
)
STATUSES = (
    SiteStatus("unpaid", {"en": ("To pay",), "pt": ("A ser pago",)}, ("placed",), ()),
    SiteStatus("awaiting-shipment", {"en": ("Awaiting shipment",)}, ("paid", "payment-verified"), ()),
    SiteStatus("shipped", {"en": ("Awaiting delivery",)}, ("shipped",), ()),
    SiteStatus("expired", {"en": ("Expired",)}, ("expired",), (), ended=True),
)
POLICY = load_policy()._replace(
    methods={row.id: row for row in METHODS},
    statuses=STATUSES,
    status_texts=by_text(STATUSES),
)

TERMS = Terms(POLICY, seen=datetime(2026, 6, 30, 12, tzinfo=UTC), zone=UTC)
"""On what terms files are read: an assumed moment is the end of June 2026."""


def capture(name: str) -> Any:
    """The JSON of a fixture, free to be changed."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def fixture(name: str) -> InputFile:
    return file_of(name, (DATA / name).read_bytes())


def as_file(value: object, name: str = "saved.json") -> InputFile:
    return file_of(name, json.dumps(value).encode())


class Reading(NamedTuple):
    """All entries of a file, by kind."""

    orders: tuple[Order, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


def gather(entries: Iterable[Entry]) -> Reading:
    """The entries by kind, each kind in its order."""
    listed = list(entries)
    return Reading(
        tuple(entry.order for entry in listed if isinstance(entry, Told)),
        tuple(entry for entry in listed if isinstance(entry, Problem)),
        tuple(entry.text for entry in listed if isinstance(entry, Remark)),
    )


def read(file: InputFile, terms: Terms = TERMS) -> Reading:
    """What the importer that claims the file reads of it."""
    return gather(read_file(file, terms))


def reading_of(value: object) -> Reading:
    return read(as_file(value))


def order_key(number: str) -> str:
    return f"pc_om_list_order_{number}"


def one_order(**changes: object) -> Any:
    """An order list with one order, number 3039000000000300, whose fields are changed."""
    value = capture("order-list.json")
    blocks = value["data"]["data"]
    for number in ("3039000000000100", "3039000000000200", "3039000000000400"):
        del blocks[order_key(number)]
    blocks[order_key("3039000000000300")]["fields"].update(changes)
    blocks["pc_om_list_body_78"]["fields"]["hasMore"] = False
    return value

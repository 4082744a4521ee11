"""Evidence as a document of plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aliorder.domain.checklist import Checklist, Need
from aliorder.domain.order import Order
from aliorder.exporters.fields import Document
from aliorder.records.evidence import evidence_to_json


def evidence_document(order: Order, sizes: Mapping[str, int], check: Checklist | None) -> Document:
    """The evidence of an order with the state of each copy, and the checklist of what it has to prove."""
    return {
        "schema": "aliorder.evidence/1",
        "order": order.number,
        "evidence": [
            {"number": number, **evidence_to_json(each), "kept_size": sizes.get(each.sha256)}
            for number, each in enumerate(order.evidence, 1)
        ],
        "claim": check and check.case,
        "there": needs_document(check.there if check else ()),
        "missing": needs_document(check.missing if check else ()),
    }


def needs_document(needs: Iterable[Need]) -> list[Document]:
    """What a case calls for: any of these kinds, and how much it matters."""
    return [{"any_of": need.kinds, "weight": need.weight, "sources": need.sources} for need in needs]

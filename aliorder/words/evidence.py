"""Evidence in words: what a file is, what a case is about, what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aliorder.domain.checklist import Need
    from aliorder.domain.vocabulary import Case, EvidenceKind

EVIDENCE_LABELS: Mapping[EvidenceKind, str] = {
    "photo": "photo",
    "video": "video",
    "packing": "packing and label",
    "listing": "the item as it was offered",
    "order-page": "order page",
    "tracking": "tracking page",
    "carrier": "carrier's statement",
    "chat": "chat with the seller",
    "payment": "proof of payment",
    "address": "proof of address",
    "posting": "proof of posting",
    "refund-page": "refund page",
    "statement": "account statement",
    "other": "other file",
}

CASE_LABELS: Mapping[Case, str] = {
    "not-received": "not received",
    "tracking-invalid": "tracking number not valid",
    "defective": "defective or damaged",
    "not-as-described": "not as described",
    "wrong-goods": "wrong goods sent",
    "cancellation": "order to be cancelled",
    "return": "goods sent back",
    "refund": "refund not received",
}
"""What the trouble is, as a stranger would say it."""

LIMITS_UNKNOWN = (
    "How large and how many the files for a dispute may be is not known to us; the page that takes them says so."
)
"""No source tells the site's limits."""


def need_words(need: Need) -> str:
    """What a case calls for: `photo or video`."""
    return " or ".join(EVIDENCE_LABELS[kind] for kind in need.kinds)

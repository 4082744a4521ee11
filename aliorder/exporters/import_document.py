"""What came of an import, as `import --json` shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aliorder.domain.differences import differences
from aliorder.domain.order import Order
from aliorder.exporters.advice_document import Document
from aliorder.records.codec import order_to_json, public_names


def change_document(before: Order | None, after: Order) -> Document:
    """An order that is new, or has changed: each fact that differs, as it was and as it is."""
    old, new = order_to_json(before or Order()), order_to_json(after)
    names = public_names(difference.field for difference in differences(before or Order(), after))
    return {
        "order": after.number,
        "change": "new" if before is None else "changed",
        "facts": [{"fact": name, "from": old[name], "to": new[name]} for name in names],
    }


def changes_document(changes: Iterable[tuple[Order | None, Order]]) -> list[Document]:
    """The orders that are new or have changed, in their order."""
    return [change_document(before, after) for before, after in changes]


def refused_document(problems: Sequence[tuple[str, int | None, str | None, str]]) -> list[Document]:
    """What was not taken in: file, line, field and why, in their order."""
    return [{"file": file, "line": line, "field": field, "why": why} for file, line, field, why in problems]

"""What came of an import, as `import --json` shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aliorder.domain.differences import differences
from aliorder.domain.order import Order
from aliorder.exporters.fields import Document
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


def import_document(
    counts: Mapping[str, int],
    refused: Iterable[tuple[str, int | None, str | None, str]],
    remarks: Iterable[tuple[str, str]],
    raw: int,
    changes: list[Document] | None,
) -> Document:
    """What came of an import: how many files and orders, by name; what was not taken in, with its file, line and field.

    `remarks` are pairs of a file and what it said, `raw` is how many files are kept whole, `changes` is what
    `change_document` gives, order by order.
    """
    return {
        "schema": "aliorder.import/1",
        **counts,
        "refused": [{"file": file, "line": line, "field": field, "why": why} for file, line, field, why in refused],
        "remarks": [f"{file}: {text}" for file, text in remarks],
        "raw": raw,
        "changes": changes,
    }

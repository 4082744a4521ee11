"""What was found in a dossier: as lines for a person, and as a document for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aliorder.exporters.dossier.verify import Verdict
from aliorder.exporters.fields import Document
from aliorder.words.safe import printable, shortened

MOST_NAMED = 3
MOST_SHOWN = 80


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """The faults first, then what was checked, of which order, the seal, and what was passed over.

    That all agrees is no more than it says: who changes a file can write the list anew, but not the seal that was told.
    """
    for fault in verdict.faults:
        yield f"{fault.kind:<9}{printable(fault.name)}: {printable(fault.why)}"
    count = "1 file agrees" if verdict.checked == 1 else f"{verdict.checked} files agree"
    state = "" if verdict.ok else f", {len(verdict.faults)} wrong"
    yield f"{'ok' if verdict.ok else 'not ok':<9}{count} with the dossier's own list{state}"
    told = " · ".join(printable(part) for part in (verdict.order, verdict.made, verdict.made_by) if part)
    if told:
        yield f"{'of':<9}{told}"
    if verdict.seal:
        yield f"{'seal':<9}{verdict.seal}"
        yield f"{'':<9}Compare it with the seal that you were given: the list could have been written anew."
    if verdict.passed:
        yield f"{'note':<9}{passed_words(verdict.passed)}"


def passed_words(names: Sequence[str]) -> str:
    """What was passed over: the first files of it, if there are many."""
    shown = ", ".join(shortened(name, MOST_SHOWN) for name in names[:MOST_NAMED])
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"passed over, as macOS or Windows put it there: {shown}{more}"


def verdict_document(verdict: Verdict) -> Document:
    """All that was found, ready for JSON."""
    return {
        "schema": "aliorder.verdict/1",
        "ok": verdict.ok,
        "order": verdict.order,
        "made": verdict.made,
        "made_by": verdict.made_by,
        "checked": verdict.checked,
        "size": verdict.size,
        "seal": verdict.seal,
        "faults": [fault._asdict() for fault in verdict.faults],
        "passed": [printable(name) for name in verdict.passed],
    }

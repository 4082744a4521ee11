"""Evidence as rows and lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from aliorder.domain.checklist import Checklist, Need
from aliorder.domain.dates import own_day
from aliorder.domain.order import Evidence
from aliorder.render.table import Column
from aliorder.words.dates import day_words
from aliorder.words.evidence import CASE_LABELS, EVIDENCE_LABELS, need_words
from aliorder.words.sizes import size_words

COLUMNS = (
    Column("no."),
    Column("what", fixed=False),
    Column("of"),
    Column("file", fixed=False),
    Column("size"),
    Column("shows", fixed=False),
    Column("for", fixed=False),
    Column("copy", fixed=False),
)


def evidence_row(number: int, evidence: Evidence, sizes: Mapping[str, int], now: datetime) -> tuple[str, ...]:
    """The cells of one piece of evidence, as the `COLUMNS` name them; `sizes` are those of the copies."""
    day = own_day(evidence.when, now)
    return (
        str(number),
        EVIDENCE_LABELS[evidence.kind],
        day_words(day, now) if day else "",
        evidence.name,
        size_words(evidence.size),
        evidence.shows or "",
        ", ".join(CASE_LABELS[case] for case in evidence.supports),
        state_words(evidence, sizes),
    )


def state_words(evidence: Evidence, sizes: Mapping[str, int]) -> str:
    """Whether the copy is there, as far as a look at its size tells."""
    size = sizes.get(evidence.sha256)
    if size is None:
        return "missing"
    return "kept" if size == evidence.size else "changed"


def checklist_lines(check: Checklist | None, name: str) -> Iterator[str]:
    """What a case calls for: what is there, what is missing, what would help; `name` names the order in a command."""
    if check is None:
        yield f"What you have to prove is not known yet. Say what is wrong: aliorder edit {name} --why defective"
        yield "(or --why not-received, not-as-described …: aliorder help values), or name the claim with --for."
        return
    yield f"For “{CASE_LABELS[check.case]}”:"
    helpful = [need for need in check.missing if need not in check.lacking]
    for label, needs in (("there:", check.there), ("missing:", check.lacking), ("would help:", helpful)):
        if needs:
            yield f"  {label:<12}{needs_words(needs)}"


def exported_line(check: Checklist | None, name: str) -> str:
    """What comes after a dossier: what it still lacks, or where it goes."""
    if check is None or check.lacking:
        return missing_line(check, name)
    return f"Attach it where evidence is asked for. The text for the form: aliorder message {name} --about dispute"


def missing_line(check: Checklist | None, name: str) -> str:
    """What is still missing, on one line; `name` names the order in a command."""
    if check is None:
        return f"What is needed: aliorder evidence list {name} --for CLAIM"
    if not check.lacking:
        return f"For “{CASE_LABELS[check.case]}” all is there that is needed. Then: aliorder evidence export {name}"
    return f"For “{CASE_LABELS[check.case]}” still missing: {needs_words(check.lacking)}."


def needs_words(needs: tuple[Need, ...] | list[Need]) -> str:
    """`tracking page, chat with the seller`."""
    return ", ".join(map(need_words, needs))

"""What a user says of evidence: which piece is meant, what it is and shows, what it has to prove."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from aliorder.cli.session import Session
from aliorder.domain import typed
from aliorder.domain.checklist import Checklist, checklist
from aliorder.domain.claims import case_told
from aliorder.domain.dates import first_moment
from aliorder.domain.order import Evidence, Order, When
from aliorder.domain.survey import entry_of
from aliorder.domain.vocabulary import CASES, EVIDENCE_KINDS, Case, EvidenceKind
from aliorder.domain.when import read_when
from aliorder.errors import UsageError, shown
from aliorder.policies.evidence import NEEDS
from aliorder.words.evidence import EVIDENCE_LABELS
from aliorder.words.safe import legible, shortened

NUMBER = "[1-9][0-9]{0,8}"
LEAST_DIGITS = 4
"""So many digits of a checksum name a piece of evidence at least."""

MOST_SHOWS = 1000
ANY = "any"
"""In the place of a claim: the file helps to prove anything."""


class Told(NamedTuple):
    """What the user says of the files of one command; `None` for what was not said, empty for what is taken back."""

    kind: EvidenceKind | None = None
    shows: str | None = None
    when: When | None = None
    supports: tuple[Case, ...] | None = None

    def on(self, evidence: Evidence) -> Evidence:
        """The evidence with what is said of it."""
        said = {name: value for name, value in self._asdict().items() if value is not None}
        told = evidence._replace(**said)
        return told._replace(shows=told.shows or None)


def told_of(
    session: Session, kind: str | None, shows: str | None, on: str | None, supports: Iterable[str] | None
) -> Told:
    """What was typed about the files; raises `UsageError` for the first that cannot be read."""
    return Told(
        typed.one_of(kind, EVIDENCE_KINDS, "kind of evidence") if kind else None,
        None if shows is None else caption(shows),
        past(on, session.now) if on else None,
        claims_of(supports) if supports else None,
    )


def caption(text: str) -> str:
    """What a file shows, as it can be printed; `UsageError` if it is too long to stand beside it."""
    found = legible(text).strip()
    if len(found) > MOST_SHOWS:
        raise UsageError(
            f"what a file shows is told in at most {MOST_SHOWS} characters, and this has {len(found)}",
            "say it in a few words; a long text can be added as a file of its own",
        )
    return found


def claims_of(texts: Iterable[str]) -> tuple[Case, ...]:
    """The cases that were typed, each once; none for `any`, or nothing."""
    named = [text for text in texts if text.strip().casefold() not in ("", ANY)]
    return tuple(dict.fromkeys(typed.one_of(text, CASES, "claim") for text in named))


def past(text: str, now: datetime) -> When:
    """When that was which the evidence shows; `UsageError` for what cannot have been seen yet."""
    when = read_when(text, now)
    start = first_moment(when, now)
    if start is not None and start > now:
        raise UsageError(
            f"{shown(text)} is later than now ({now.date().isoformat()}), so nothing can show it yet",
            "say when that was which the file shows, e.g. --on yesterday",
        )
    return when


def claim_of(text: str | None) -> Case | None:
    """The case that was typed, `None` for nothing."""
    return typed.one_of(text, CASES, "claim") if text else None


def described(session: Session, told: Told, evidence: Evidence) -> Evidence:
    """The evidence with what was typed of it, and with what a person at a terminal adds."""
    if told.kind is not None or not session.may_prompt:
        return told.on(evidence)
    from aliorder.wizard import prompts  # noqa: PLC0415 - questionary takes 200 ms and only questions need it

    session.about_to_ask()
    kind = prompts.select(
        f"What is {shortened(evidence.name, 40)}?", {str(each): label for each, label in EVIDENCE_LABELS.items()}
    )
    told = told._replace(kind=typed.one_of(kind, EVIDENCE_KINDS, "kind of evidence"))
    if told.shows is None:
        told = told._replace(shows=caption(prompts.text("What does it show?", "(Enter: nothing to add)")))
    return told.on(evidence)


def place_of(order: Order, which: str) -> int:
    """Where in the list of an order's evidence the piece stands that was named, from 0; `UsageError` unless it is one.

    It is named by its number in the list, by the name of its file, or by the first digits of its checksum.
    """
    if re.fullmatch(NUMBER, which) and int(which) <= len(order.evidence):
        return int(which) - 1
    found = [
        place
        for place, each in enumerate(order.evidence)
        if each.name == which or (len(which) >= LEAST_DIGITS and each.sha256.startswith(which.casefold()))
    ]
    if len(found) == 1:
        return found[0]
    fit = "several pieces of evidence fit" if found else "this order has no evidence"
    raise UsageError(f"{fit} {shown(which)}", "aliorder evidence list shows them with their numbers")


def check_of(session: Session, order: Order, claim: str | None, sizes: Mapping[str, int]) -> Checklist | None:
    """What is there and what is missing to prove the claim, or what the order tells; `None` if that is not known.

    A file counts whose copy is there and has its size; `sizes` are those of the copies, by their SHA-256.
    """
    entry = entry_of(order, session.policy, session.now, session.calendar_of)
    case = claim_of(claim) or case_told(order, entry.advice)
    there = (each for each in order.evidence if sizes.get(each.sha256) == each.size)
    return None if case is None else checklist(there, case, NEEDS)

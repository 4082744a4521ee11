"""Evidence as plain values and back; what is said of a file, not the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aliorder.domain.order import Evidence
from aliorder.domain.vocabulary import Case
from aliorder.records.values import (
    KNOWN_CASES,
    KNOWN_EVIDENCE,
    Unreadable,
    iso,
    moment,
    one_of,
    sha256,
    size,
    text,
    text_or_none,
    unlike,
    when,
)


def evidence_to_json(evidence: Evidence) -> dict[str, object]:
    """All that is known of a file of evidence."""
    return {
        "sha256": evidence.sha256,
        "name": evidence.name,
        "size": evidence.size,
        "media": evidence.media,
        "added": evidence.added.isoformat(),
        "kind": evidence.kind,
        "on": iso(evidence.when.day),
        "at": iso(evidence.when.at),
        "shows": evidence.shows,
        "supports": list(evidence.supports),
    }


def evidence_from_json(value: object, place: str) -> Evidence:
    """The evidence that `evidence_to_json` wrote; Unreadable names the field, beginning with `place`."""
    if not isinstance(value, Mapping):
        raise unlike(place, value, "an object with named fields")
    supports = value.get("supports") or []
    try:
        if not isinstance(supports, list):
            raise unlike("supports", supports, "a list")
        return Evidence(
            sha256(value.get("sha256"), "sha256"),
            text(value.get("name"), "name"),
            size(value.get("size"), "size"),
            text(value.get("media"), "media"),
            moment(value.get("added"), "added"),
            one_of(KNOWN_EVIDENCE, value.get("kind", "other"), "kind"),
            when(value.get("on"), value.get("at")),
            text_or_none(value.get("shows"), "shows"),
            cases_of(supports),
        )
    except Unreadable as problem:
        raise problem.inside(place) from None


def once_each(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Of every file the first entry, in their order: whose content is the same is one file."""
    found: dict[str, Evidence] = {}
    for each in evidence:
        found.setdefault(each.sha256, each)
    return tuple(found.values())


def cases_of(names: Iterable[object]) -> tuple[Case, ...]:
    """The cases with these ids, each once; Unreadable for any other."""
    return tuple(dict.fromkeys(one_of(KNOWN_CASES, name, "supports") for name in names))

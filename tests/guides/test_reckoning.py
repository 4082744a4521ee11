"""The five guides, reckoned up: each thing they say stands somewhere in aliorder, or is left out for a reason."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from aliorder.domain.policy import Policy
from aliorder.domain.vocabulary import CLAIMS, EVENT_KINDS, STAGES, WHYS
from aliorder.policies import load_policy
from aliorder.words.steps import RECORDS, STEPS
from aliorder.words.warnings import WARNINGS

GUIDES = ("S0", "S1", "S2", "S3", "S4")
TABLES = tomllib.loads(Path(__file__).with_name("reckoning.toml").read_text(encoding="utf-8"))
REASONS_TO_LEAVE_OUT: Mapping[str, str] = TABLES["left_out"]
OURS: Mapping[str, str] = TABLES["ours"]


class Entry(NamedTuple):
    """One thing that a guide says, and where it went."""

    guide: str
    lines: tuple[int, ...]
    says: str
    places: tuple[str, ...] = ()
    left_out: str | None = None


ENTRIES = [
    Entry(guide, tuple(row["lines"]), row["says"], tuple(row.get("places", ())), row.get("left_out"))
    for guide in GUIDES
    for row in TABLES[guide]
]


def ids(rows: Iterable[object]) -> set[str]:
    return {getattr(row, "id") for row in rows}  # noqa: B009


def action_rows(policy: Policy) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for rows in policy.actions.values():
        yield from ((row.id, row.sources, row.steps) for row in rows)


def places_of(policy: Policy) -> set[str]:
    kinds: dict[str, Iterable[str]] = {
        "stage": STAGES,
        "stage-rule": ids(policy.stages),
        "action": {name for name, _, _ in action_rows(policy)},
        "claim": CLAIMS,
        "step": {*STEPS, *RECORDS},
        "reason": policy.reasons,
        "reason-rule": ids(policy.reason_rules),
        "warning": WARNINGS,
        "window": policy.windows,
        "method": policy.methods,
        "status": ids(policy.statuses),
        "event": EVENT_KINDS,
        "why": WHYS,
        "quarrel": ids(policy.quarrels),
    }
    return {f"{kind}:{name}" for kind, names in kinds.items() for name in names}


def named(kind: str) -> set[str]:
    """The ids of this kind that some entry names."""
    return {place.partition(":")[2] for entry in ENTRIES for place in entry.places if place.startswith(f"{kind}:")}


def from_guides_only(sources: Iterable[str]) -> bool:
    return set(sources) <= set(GUIDES)


def label(entry: Entry) -> str:
    return f"{entry.guide}-{entry.lines[0]}-{entry.says[:30]}"


@pytest.mark.parametrize("guide", GUIDES)
def test_every_guide_is_reckoned_up_from_its_first_line(guide: str) -> None:
    lines = [line for entry in ENTRIES if entry.guide == guide for line in entry.lines]
    assert len([entry for entry in ENTRIES if entry.guide == guide]) >= 30
    assert min(lines) == 1


def test_nothing_is_said_twice_about_the_same_lines() -> None:
    told = Counter((entry.guide, entry.lines, entry.says) for entry in ENTRIES)
    assert [entry for entry, times in told.items() if times > 1] == []


def test_an_entry_either_has_its_places_or_is_left_out_for_a_known_reason() -> None:
    odd = [entry for entry in ENTRIES if bool(entry.places) == (entry.left_out in REASONS_TO_LEAVE_OUT)]
    assert odd == []


def test_every_place_exists() -> None:
    places = places_of(load_policy())
    assert {label(entry): odd for entry in ENTRIES if (odd := set(entry.places) - places)} == {}


def test_an_entry_is_short() -> None:
    assert [label(entry) for entry in ENTRIES if not 0 < len(entry.says) <= 90] == []


def test_no_reason_to_leave_something_out_is_without_use() -> None:
    assert set(REASONS_TO_LEAVE_OUT) == {entry.left_out for entry in ENTRIES} - {None}


def test_most_of_what_the_guides_say_is_kept() -> None:
    kept = [entry for entry in ENTRIES if entry.places]
    assert len(kept) > 200


def test_every_step_is_given_by_a_guide_or_has_a_source_of_its_own() -> None:
    policy = load_policy()
    assert set(STEPS) - named("step") - set(OURS) == set()
    assert set(OURS) - {*STEPS, *RECORDS} == set()
    assert set(OURS) & named("step") == set()
    assert set(OURS.values()) <= set(policy.sources) - set(GUIDES)


def test_every_step_is_part_of_some_advice() -> None:
    used = {step for _, _, steps in action_rows(load_policy()) for step in steps}
    assert {*STEPS, *RECORDS} == used


def test_every_action_that_rests_on_the_guides_alone_is_named() -> None:
    resting = {name for name, sources, _ in action_rows(load_policy()) if from_guides_only(sources)}
    assert resting - named("action") == set()


def test_every_stage_that_rests_on_the_guides_alone_is_named() -> None:
    resting = {row.id for row in load_policy().stages if from_guides_only(row.sources)}
    assert resting - named("stage-rule") == set()


def test_every_warning_that_rests_on_the_guides_alone_is_named() -> None:
    resting = {row.text or row.id for row in load_policy().warnings if from_guides_only(row.sources)}
    assert resting - named("warning") == set()


def test_every_reason_that_rests_on_the_guides_alone_is_named() -> None:
    resting = {row.id for row in load_policy().reasons.values() if from_guides_only(row.sources)}
    assert resting - named("reason") == set()


def test_every_quarrel_in_which_a_guide_speaks_is_named() -> None:
    spoken = {row.id for row in load_policy().quarrels if any(voice.source in GUIDES for voice in row.voices)}
    assert spoken - named("quarrel") == set()

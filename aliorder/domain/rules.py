"""The one loop over the tables: the first row that holds, and why the others did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from aliorder.domain.facts import missing_flags
from aliorder.domain.policy import Row, Rule
from aliorder.domain.sheet import Facts

MAYBE = frozenset({"unknown", "still-wanted", "own-wish", "fine"})
"""The values of facts that more words of the user's might change; the others are settled."""


class Passed(NamedTuple):
    """A row that was passed over: the first fact that did not fit, what was found, what it wanted."""

    rule: str
    fact: str
    found: str
    wanted: tuple[str, ...]


def holds(rule: Rule, facts: Mapping[str, str]) -> bool:
    """Whether every fact that the row asks for has one of the values it wants."""
    return all(facts[name] in wanted for name, wanted in rule.when.items())  # type: ignore[operator]


def first_match(rules: Iterable[Row], facts: Facts, missing: list[str]) -> Row | None:
    """The first row that holds; `missing` gains what could have made an earlier row hold."""
    return next(all_matches(rules, facts, missing), None)


def all_matches(rules: Iterable[Row], facts: Facts, missing: list[str]) -> Iterator[Row]:
    """Every row that holds, in order; `missing` gains what could make another one hold."""
    for rule in rules:
        flags: tuple[str, ...] = ()
        for name, wanted in rule.when.items():
            value = facts[name]
            if value in wanted:  # type: ignore[operator]
                continue
            unsettled = missing_flags(facts, name) if value in MAYBE else ()
            if not unsettled:
                break
            flags += unsettled
        else:
            if not flags:
                yield rule
            missing.extend(flags)


def passed_over(rules: Iterable[Rule], facts: Facts, matched: Rule | None) -> tuple[Passed, ...]:
    """The rows before `matched` that tell something about the order, each with what spoke against it."""
    found = []
    for rule in rules:
        if rule is matched:
            break
        name, wanted = next((name, wanted) for name, wanted in rule.when.items() if facts[name] not in wanted)  # type: ignore[operator]
        found.append(Passed(rule.id, name, facts[name], wanted))  # type: ignore[arg-type]
    return tuple(found)

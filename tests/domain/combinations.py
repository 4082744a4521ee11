"""All combinations of the facts at once: a block is a set of values for each fact, and a table cuts blocks up.

Counting combinations one by one would take millions of steps; cutting blocks is exact and takes a few hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args, get_type_hints

from aliorder.domain.policy import Given, Rule
from aliorder.domain.vocabulary import WHY_FAMILIES

Block = Mapping[str, frozenset[str]]


class Cut(NamedTuple):
    """What a table does to the blocks: the ids of the rows that are the first for something, and what no row takes."""

    reached: frozenset[str]
    left: tuple[Block, ...]


def _values(hint: object) -> tuple[str, ...]:
    found = [(part,) if isinstance(part, str) else _values(part) for part in get_args(hint) if part is not ...]
    return tuple(dict.fromkeys(value for values in found for value in values))


VALUES: Mapping[str, tuple[str, ...]] = {name: _values(hint) for name, hint in get_type_hints(Given).items()}
"""The values that each fact can have."""


def wanted(rule: Rule) -> dict[str, frozenset[str]]:
    """What a row asks for."""
    return {name: frozenset(values) for name, values in rule.when.items()}  # type: ignore[call-overload]


def every_combination(rules: Sequence[Rule], fixed: Mapping[str, Iterable[str]] | None = None) -> list[Block]:
    """Blocks that hold every combination of the facts the rows test, some of them `fixed`, each why with its family."""
    names = {name for rule in rules for name in rule.when}
    whole = {name: frozenset((fixed or {}).get(name, VALUES[name])) for name in names}
    if not {"why", "why_family"} <= names:
        return [whole]
    families = sorted({*WHY_FAMILIES.values(), "still-wanted"})
    return [whole | {"why": whys_of(family), "why_family": frozenset({family})} for family in families]


def whys_of(family: str) -> frozenset[str]:
    """The whys of a family; without one the order is still wanted, or a request tells an own wish."""
    whys = {why for why, its_family in WHY_FAMILIES.items() if its_family == family}
    return frozenset(whys | ({"unknown"} if family in ("still-wanted", "own-wish") else set()))


def cut(rules: Sequence[Rule], blocks: Iterable[Block]) -> Cut:
    """What the table makes of the blocks, its rows taking their share one after the other."""
    reached, left = set(), list(blocks)
    for rule in rules:
        outside = []
        for block in left:
            rest = without(block, wanted(rule))
            if rest is None:
                outside.append(block)
            else:
                reached.add(rule.id)
                outside.extend(rest)
        left = outside
    return Cut(frozenset(reached), tuple(left))


def without(block: Block, wants: Mapping[str, frozenset[str]]) -> list[Block] | None:
    """The parts of the block outside of what is wanted; `None` if nothing in it is wanted."""
    inside, parts = dict(block), list[Block]()
    for name, values in wants.items():
        if not block[name] & values:
            return None
        if block[name] - values:
            parts.append(inside | {name: block[name] - values})
        inside[name] = block[name] & values
    return parts

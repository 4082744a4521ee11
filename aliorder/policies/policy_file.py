"""The user's own `policy.toml`: taken whole, or refused whole with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from aliorder.domain.policy import Policy
from aliorder.errors import PolicyError, UsageError
from aliorder.policies.overrides import overridden, overrides_from
from aliorder.policies.own_tables import Problem
from aliorder.settings import read_toml

MOST_PROBLEMS = 20
"""So many problems are named; a file with more of them is best looked at from its beginning."""

WAY_ON = "aliorder --no-policy-file … goes on with aliorder's own figures"


def own_policy(path: Path, shipped: Policy, zone: tzinfo) -> Policy:
    """The policy `shipped` with the figures of the file, if there are any, in place of its own.

    They count as checked on the day, in `zone`, on which the file was last changed. Raises `PolicyError`, which
    names the file, every key that is wrong, and what to do.
    """
    try:
        values = read_toml(path)
    except UsageError as error:
        raise PolicyError(error.message, f"{error.hint} ({WAY_ON})") from None
    if not values:
        return shipped
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone(zone)
    overrides, problems = overrides_from(values, shipped, changed.date())
    if problems:
        raise refusal(path, problems)
    return overridden(shipped, overrides)


def refusal(path: Path, problems: Sequence[Problem]) -> PolicyError:
    """The error that names all problems of the file, and how to go on without it."""
    first, *others = problems
    more = [f"{sentence(path, problem)}; {problem.cure}" for problem in others[: MOST_PROBLEMS - 1]]
    if len(problems) > MOST_PROBLEMS:
        more.append(f"{path}: {len(problems) - MOST_PROBLEMS} more problems")
    return PolicyError(sentence(path, first), f"{first.cure} ({WAY_ON})", tuple(more))


def sentence(path: Path, problem: Problem) -> str:
    """A problem with its place."""
    return f"{path}: {problem.key} {problem.wrong}"

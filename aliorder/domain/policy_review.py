"""What the policy rests on, and what in it is worth a second look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, Protocol

from aliorder.domain.policy import AnyFigure, Grade, Policy, Quarrel, valid_on

STALE_AFTER = timedelta(days=180)
"""A figure whose sources were last read longer ago than this may no longer hold."""

WEAK_GRADES: frozenset[Grade] = frozenset({"C", "J"})
"""The grades of a single guide and of our own judgement."""

RowTable = Literal[
    "window",
    "method",
    "status",
    "stage",
    "action",
    "reason",
    "reason-rule",
    "warning",
    "fork",
    "seller-holiday",
    "short-holiday",
    "seller-hours",
]
HearingTable = Literal["window", "method", "quarrel"]


class Cited(Protocol):
    """A row that names its sources."""

    @property
    def id(self) -> str:
        """The id of the row, unique in its table."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources."""


class CitedRow(NamedTuple):
    """A row of the policy by its table and its id, and the sources on which it rests."""

    table: RowTable
    id: str
    sources: tuple[str, ...]


class Hearing(NamedTuple):
    """A figure, or a quarrel, and the sources that are heard in it without carrying it."""

    table: HearingTable
    id: str
    sources: tuple[str, ...]


class Contested(NamedTuple):
    """A quarrel, and the sources in it that speak against what was decided."""

    quarrel: Quarrel
    against: tuple[str, ...]


class Review(NamedTuple):
    """What is worth a second look: figures read long ago, the user's own, quarrels, figures on weak ground."""

    stale: tuple[AnyFigure, ...] = ()
    overridden: tuple[AnyFigure, ...] = ()
    quarrelling: tuple[Contested, ...] = ()
    weak: tuple[AnyFigure, ...] = ()


FINDINGS: tuple[str, ...] = Review._fields
"""The kinds of what a review finds."""


def review(policy: Policy, day: date) -> Review:
    """What is worth a second look in the figures that hold on `day`.

    A figure is on weak ground if one source alone carries it, or none better than a single guide or our judgement.
    The user's own never are: how good their ground is only the user knows.
    """
    held = figures_on(policy, day)
    rows = tuple(rows_of(policy))
    return Review(
        stale=tuple(figure for figure in held if day - figure.checked_on > STALE_AFTER),
        overridden=tuple(figure for figure in held if figure.overrides),
        quarrelling=tuple(Contested(quarrel, against(quarrel, rows)) for quarrel in weightiest_first(policy)),
        weak=tuple(figure for figure in held if not figure.overrides and is_weak(figure, policy)),
    )


def weightiest_first(policy: Policy) -> list[Quarrel]:
    """The quarrels, those about a window or a payment method first: they move days."""
    figures = {*policy.windows, *policy.methods}
    return sorted(policy.quarrels, key=lambda quarrel: figures.isdisjoint(quarrel.rules))


def figures_on(policy: Policy, day: date) -> tuple[AnyFigure, ...]:
    """The windows and then the payment methods, each with the figures that hold on `day`."""
    windows = tuple(valid_on(window, day) for window in policy.windows.values())
    return (*windows, *(valid_on(method, day) for method in policy.methods.values()))


def held_before(figure: AnyFigure) -> Iterator[AnyFigure]:
    """The figures that held before this one, the newest first."""
    earlier = figure.before
    while earlier is not None:
        yield earlier
        earlier = earlier.before


def grades_of(sources: Iterable[str], policy: Policy) -> tuple[Grade, ...]:
    """The grades of the sources, each once, the best first."""
    return tuple(sorted({policy.sources[name].grade for name in sources}))


def is_weak(figure: AnyFigure, policy: Policy) -> bool:
    """Whether one source alone carries a figure, or none is better than a single guide or our judgement."""
    return len(figure.sources) == 1 or WEAK_GRADES.issuperset(grades_of(figure.sources, policy))


def against(quarrel: Quarrel, rows: Sequence[CitedRow]) -> tuple[str, ...]:
    """The sources in a quarrel on which none of the rows rests that carry out its decision."""
    carrying = {source for row in rows if row.id in quarrel.rules for source in row.sources}
    return tuple(dict.fromkeys(voice.source for voice in quarrel.voices if voice.source not in carrying))


def rows_of(policy: Policy) -> Iterator[CitedRow]:
    """Every row of the policy; a figure of the user's rests on its own source and on those of the one it replaces."""
    tables: dict[RowTable, Iterable[Cited]] = {
        "window": policy.windows.values(),
        "method": policy.methods.values(),
        "status": policy.statuses,
        "stage": policy.stages,
        "action": (rule for rules in policy.actions.values() for rule in rules),
        "reason": policy.reasons.values(),
        "reason-rule": policy.reason_rules,
        "warning": policy.warnings,
        "fork": policy.forks,
        "seller-holiday": policy.seller_holidays,
        "short-holiday": policy.short_holidays,
        "seller-hours": (policy.seller_hours,),
    }
    for table, rows in tables.items():
        for row in rows:
            replaced: Cited | None = getattr(row, "overrides", None)
            yield CitedRow(table, row.id, row.sources + (replaced.sources if replaced else ()))


def hearings_of(policy: Policy) -> Iterator[Hearing]:
    """Every figure and every quarrel with the sources that say something else, or have a voice, in it."""
    tables: dict[HearingTable, Iterable[AnyFigure]] = {
        "window": policy.windows.values(),
        "method": policy.methods.values(),
    }
    for table, figures in tables.items():
        for figure in figures:
            yield Hearing(table, figure.id, tuple(name for other in figure.others for name in other.sources))
    for quarrel in policy.quarrels:
        yield Hearing("quarrel", quarrel.id, tuple(voice.source for voice in quarrel.voices))


def quarrels_about(names: Iterable[str], policy: Policy) -> tuple[Quarrel, ...]:
    """The quarrels whose decision is carried out by rows of these ids."""
    wanted = set(names)
    return tuple(quarrel for quarrel in policy.quarrels if wanted.intersection(quarrel.rules))

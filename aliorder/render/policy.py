"""The policy as rows of a table and as lines for a person: figures, sources, what is worth a second look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from aliorder.domain.policy import AnyFigure, OtherValue, Policy, Quarrel, Source, Window
from aliorder.domain.policy_review import (
    STALE_AFTER,
    Review,
    grades_of,
    hearings_of,
    held_before,
    quarrels_about,
    rows_of,
)
from aliorder.render.table import Column
from aliorder.words.figures import figure_label, figure_words, instead_words, start_words
from aliorder.words.safe import printable

Row = tuple[str, ...]
Found = tuple[str, str, str]

FIGURE_COLUMNS = (Column("figure"), Column("is"), Column("grade"), Column("what it is", fixed=False))
SOURCE_COLUMNS = (Column("source"), Column("grade"), Column("read on"), Column("what it is", fixed=False))
FOUND: Mapping[str, str] = {
    "stale": f"Last checked more than {STALE_AFTER.days} days ago",
    "overridden": "Yours in place of ours",
    "quarrelling": "Where the sources disagree",
    "weak": "Carried by one source alone, or by none better than a guide",
}
"""The heading over each kind of finding."""

GRADES = "Grades: A official, B several guides agree, C one source, J our own judgement"


def short_row(figure: AnyFigure, policy: Policy) -> Row:
    """A figure on a line that fits a terminal."""
    label = figure_label(figure)
    mine = f"yours, not {figure_words(figure.overrides)}: " if figure.overrides else ""
    return figure.id, figure_words(figure), "".join(grades_of(figure.sources, policy)), f"{mine}{label}"


def whole_row(figure: AnyFigure, policy: Policy) -> Row:
    """A figure with all there is to say on one line; `-` where there is nothing."""
    return (
        "window" if isinstance(figure, Window) else "method",
        figure.id,
        figure_label(figure),
        figure_words(figure),
        start_words(figure),
        "".join(grades_of(figure.sources, policy)),
        str(figure.valid_from or "-"),
        str(figure.checked_on),
        f"yours, aliorder has {figure_words(figure.overrides)}" if figure.overrides else "-",
        "; ".join(other.value for other in figure.others) or "-",
    )


def figure_lines(figure: AnyFigure, policy: Policy) -> Iterator[str]:
    """Everything about one figure: its sources, what others say, what held before, where they disagree."""
    yield f"{figure.id}: {figure_label(figure)}"
    yield f"  {instead_words(figure)}, counted from: {start_words(figure)}"
    yield from usual_lines(figure)
    since = f"valid from {figure.valid_from}, " if figure.valid_from else ""
    yield f"  {since}last checked on {figure.checked_on}"
    yield "Sources"
    yield from (source_line(policy.sources[name]) for name in figure.sources)
    if figure.others:
        yield "Others say"
        yield from (other_line(other) for other in figure.others)
    if figure.before:
        yield "Before"
        yield from before_lines(figure)
    yield from quarrel_lines(quarrels_about([figure.id], policy))
    yield GRADES


def usual_lines(figure: AnyFigure) -> Iterator[str]:
    """The inner ranges of a payment method, and what a buyer should know about it."""
    if isinstance(figure, Window):
        return
    if figure.unit == "days" and figure.maximum:
        yield "  the source names no unit, so the last day is counted in business days, to be safe"
    if figure.typical:
        yield f"  usually {figure.typical[0]} to {figure.typical[1]} business days"
    if figure.completed:
        yield f"  {figure.completed[0]} to {figure.completed[1]} business days once the site says refund completed"
    if figure.ended:
        yield f"  ended on {figure.ended}"
    if figure.note:
        yield f"  {printable(figure.note)}"


def before_lines(figure: AnyFigure) -> Iterator[str]:
    """What held before, the newest first."""
    for earlier in held_before(figure):
        since = f"from {earlier.valid_from}" if earlier.valid_from else "at first"
        yield f"  {since}: {figure_words(earlier)} ({', '.join(earlier.sources)})"


def source_line(source: Source) -> str:
    """A source with its grade, the day on which it was read, and its address."""
    address = f", {source.url}" if source.url else ""
    return f"  {source.id} ({source.grade}, read on {source.checked_on}): {printable(source.title)}{address}"


def other_line(other: OtherValue) -> str:
    """Another value and who names it."""
    return f"  {other.value} ({', '.join(other.sources)})"


def quarrel_lines(quarrels: Sequence[Quarrel]) -> Iterator[str]:
    """The quarrels with their voices; nothing where there are none."""
    if quarrels:
        yield "Where the sources disagree"
    for quarrel in quarrels:
        yield f"  {quarrel.topic}: {quarrel.taken}"
        yield from (f"    {voice.source}: {voice.says}" for voice in quarrel.voices)


def source_row(source: Source, *, whole: bool) -> Row:
    """A source on a line; with its address, `-` without one, unless the line has to fit a terminal."""
    short = (source.id, source.grade, str(source.checked_on), source.title)
    return (*short, source.url or "-") if whole else short


def source_lines(source: Source, policy: Policy) -> Iterator[str]:
    """Everything about one source: what it is, what rests on it, where it is only heard."""
    yield f"{source.id}: {printable(source.title)}"
    yield f"  grade {source.grade}, read on {source.checked_on}"
    if source.url:
        yield f"  {source.url}"
    carried = [f"  {row.table} {row.id}" for row in rows_of(policy) if source.id in row.sources]
    heard = [f"  {each.table} {each.id}" for each in hearings_of(policy) if source.id in each.sources]
    for heading, lines in (("Rests on it", carried), ("Heard in", heard)):
        if lines:
            yield heading
            yield from dict.fromkeys(lines)
    yield GRADES


def check_rows(found: Review, policy: Policy, day: date) -> Iterator[Found]:
    """What was found, a line each: the kind of finding, the id, what there is to see."""
    for figure in found.stale:
        yield "stale", figure.id, f"last checked on {figure.checked_on}, {(day - figure.checked_on).days} days ago"
    for figure in found.overridden:
        yield "overridden", figure.id, instead_words(figure)
    for quarrel, against in found.quarrelling:
        voices = len({voice.source for voice in quarrel.voices})
        verb = "speaks" if len(against) == 1 else "speak"
        if against:
            yield "quarrelling", quarrel.id, f"{len(against)} of {voices} sources {verb} against: {quarrel.taken}"
    for figure in found.weak:
        names = ", ".join(f"{name} ({policy.sources[name].grade})" for name in figure.sources)
        yield "weak", figure.id, f"{figure_words(figure)}, {'by' if len(figure.sources) > 1 else 'only by'} {names}"


def check_lines(rows: Iterable[Found]) -> Iterator[str]:
    """What was found, under a heading for each kind."""
    for kind, found in groupby(rows, key=lambda row: row[0]):
        yield FOUND[kind]
        yield from (f"  {name}: {printable(text)}" for _, name, text in found)
        yield ""

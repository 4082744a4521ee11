"""The figures of the policy, its sources and its quarrels as JSON: `aliorder.policy/1` and `aliorder.sources/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from aliorder.domain.policy import AnyFigure, OtherValue, PaymentMethod, Policy, Quarrel, Source, Window
from aliorder.domain.policy_review import hearings_of, held_before, quarrels_about, rows_of
from aliorder.exporters.fields import Document, day_text
from aliorder.words.labels import WINDOW_LABELS


def policy_document(figures: Sequence[AnyFigure], policy: Policy, day: date) -> Document:
    """The figures that hold on `day`, with every source and every quarrel that they name."""
    quarrels = quarrels_about([figure.id for figure in figures], policy)
    names = dict.fromkeys((*names_in(figures), *(voice.source for quarrel in quarrels for voice in quarrel.voices)))
    return {
        "schema": "aliorder.policy/1",
        "day": day.isoformat(),
        "windows": [window_entry(figure) for figure in figures if isinstance(figure, Window)],
        "payments": [method_entry(figure) for figure in figures if isinstance(figure, PaymentMethod)],
        "quarrels": [quarrel_entry(quarrel) for quarrel in quarrels],
        "sources": [source_entry(policy.sources[name]) for name in names],
    }


def sources_document(sources: Iterable[Source], policy: Policy) -> Document:
    """The sources, each with the rows that rest on it and those in which it is only heard."""
    rows, hearings = tuple(rows_of(policy)), tuple(hearings_of(policy))
    return {
        "schema": "aliorder.sources/1",
        "sources": [
            {
                **source_entry(source),
                "rows": [{"table": row.table, "id": row.id} for row in rows if source.id in row.sources],
                "heard_in": [{"table": each.table, "id": each.id} for each in hearings if source.id in each.sources],
            }
            for source in sources
        ],
    }


def names_in(figures: Iterable[AnyFigure]) -> Iterator[str]:
    """The ids of the sources of figures, of what others say about them, and of what held before."""
    for figure in figures:
        yield from figure.sources
        yield from (name for other in figure.others for name in other.sources)
        yield from names_in([earlier for earlier in (figure.before, figure.overrides) if earlier])


def window_entry(window: Window) -> Document:
    """A window with its sources, its dates, the other values, what held before, and what the user has replaced."""
    return {
        "id": window.id,
        "label": WINDOW_LABELS[window.id],
        **value_entry(window),
        "start": window.start,
        "valid_from": day_text(window.valid_from),
        "checked_on": window.checked_on.isoformat(),
        "sources": list(window.sources),
        "others": [other_entry(other) for other in window.others],
        "before": earlier_entries(window),
        "overridden": window.overrides and value_entry(window.overrides),
    }


def method_entry(method: PaymentMethod) -> Document:
    """A payment method: whole numbers of days, in `unit`, counted from `start`; what the user has replaced."""
    return {
        "id": method.id,
        "label": method.label,
        **value_entry(method),
        "start": method.start,
        "fallback": method.fallback,
        "ended": day_text(method.ended),
        "note": method.note,
        "notes": list(method.notes),
        "valid_from": day_text(method.valid_from),
        "checked_on": method.checked_on.isoformat(),
        "sources": list(method.sources),
        "others": [other_entry(other) for other in method.others],
        "before": earlier_entries(method),
        "overridden": method.overrides and value_entry(method.overrides),
    }


def value_entry(figure: AnyFigure) -> Document:
    """The figure itself: of a window its value, of a payment method its ranges."""
    if isinstance(figure, Window):
        return {"value": figure.value, "unit": figure.unit}
    return {
        "minimum": figure.minimum,
        "maximum": figure.maximum,
        "unit": figure.unit,
        "typical": figure.typical,
        "completed": figure.completed,
    }


def earlier_entries(figure: AnyFigure) -> list[Document]:
    """What held before, the newest first."""
    return [
        {**value_entry(earlier), "valid_from": day_text(earlier.valid_from), "sources": list(earlier.sources)}
        for earlier in held_before(figure)
    ]


def other_entry(other: OtherValue) -> Document:
    """What other sources say."""
    return {"value": other.value, "sources": list(other.sources)}


def quarrel_entry(quarrel: Quarrel) -> Document:
    """A quarrel: the decision taken and the other voices."""
    return {
        "id": quarrel.id,
        "topic": quarrel.topic,
        "taken": quarrel.taken,
        "voices": [{"source": voice.source, "says": voice.says} for voice in quarrel.voices],
    }


def source_entry(source: Source) -> Document:
    """A source with its grade and the day on which it was last read."""
    return {
        "id": source.id,
        "title": source.title,
        "grade": source.grade,
        "url": source.url,
        "checked_on": source.checked_on.isoformat(),
    }

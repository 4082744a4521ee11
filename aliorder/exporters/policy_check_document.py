"""What in the policy is worth a second look, as the JSON document `aliorder.policy-check/1`."""

from __future__ import annotations

from datetime import date

from aliorder.domain.policy import AnyFigure, Policy, Window
from aliorder.domain.policy_review import STALE_AFTER, Contested, Review, grades_of
from aliorder.exporters.fields import Document
from aliorder.exporters.policy_document import quarrel_entry, value_entry
from aliorder.words.figures import figure_label


def policy_check_document(found: Review, policy: Policy, day: date) -> Document:
    """Everything found on `day`; `stale_after` and `days` are whole days."""
    return {
        "schema": "aliorder.policy-check/1",
        "day": day.isoformat(),
        "stale_after": STALE_AFTER.days,
        "stale": [stale_entry(figure, day) for figure in found.stale],
        "overridden": [overridden_entry(figure) for figure in found.overridden],
        "quarrelling": [contested_entry(contested) for contested in found.quarrelling],
        "weak": [weak_entry(figure, policy) for figure in found.weak],
    }


def place_entry(figure: AnyFigure) -> Document:
    """Which figure it is."""
    table = "window" if isinstance(figure, Window) else "method"
    return {"table": table, "id": figure.id, "label": figure_label(figure)}


def stale_entry(figure: AnyFigure, day: date) -> Document:
    """A figure that was last checked long ago."""
    days = (day - figure.checked_on).days
    return {**place_entry(figure), "checked_on": figure.checked_on.isoformat(), "days": days}


def overridden_entry(figure: AnyFigure) -> Document:
    """A figure of the user's beside the one that it replaces."""
    return {
        **place_entry(figure),
        "yours": value_entry(figure),
        "aliorder": figure.overrides and value_entry(figure.overrides),
    }


def contested_entry(contested: Contested) -> Document:
    """A quarrel with the sources against its decision."""
    return {**quarrel_entry(contested.quarrel), "against": list(contested.against)}


def weak_entry(figure: AnyFigure, policy: Policy) -> Document:
    """A figure that one source alone carries, or none of a good grade."""
    return {
        **place_entry(figure),
        "sources": list(figure.sources),
        "grades": list(grades_of(figure.sources, policy)),
    }

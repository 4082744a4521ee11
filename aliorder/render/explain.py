"""The grounds of an advice in lines for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from aliorder.render.policy import GRADES
from aliorder.words.figures import range_words, span_words
from aliorder.words.safe import printable

HEADINGS = {"stage": "Stage", "action": "Action", "reason": "Reason", "refund": "Refund"}


def explain_lines(document: Mapping[str, Any]) -> Iterator[str]:
    """The document `aliorder.explain/1` as lines: rules, those passed over, figures, quarrels, sources."""
    for row in document["decisions"]:
        yield from decided_lines(row)
    if document["figures"] or document["method"]:
        yield "Figures"
        for figure in document["figures"]:
            yield from figure_lines(figure, span_said, f"from {figure['start']}")
        if document["method"]:
            yield from figure_lines(document["method"], range_said, "for the refund")
        yield ""
    if document["quarrels"]:
        yield "Where the sources disagree"
        for quarrel in document["quarrels"]:
            yield from quarrel_lines(quarrel)
        yield ""
    yield "Sources"
    for source in document["sources"]:
        address = f", {source['url']}" if source["url"] else ""
        yield f"  {source['id']} ({source['grade']}): {printable(source['title'])}{address}"
    yield f"  {GRADES}"


def decided_lines(row: Mapping[str, Any]) -> Iterator[str]:
    """A rule that decided, and the rules before it with what spoke against them."""
    yield f"{HEADINGS[row['table']]}: {printable(row['text'])}"
    yield f"  rule {row['rule']}, sources {', '.join(row['sources'])}"
    for passed in row["passed"]:
        yield f"  not {passed['rule']}: {passed['fact']} is {passed['found']}, not {' or '.join(passed['wanted'])}"
    yield ""


def figure_lines(figure: Mapping[str, Any], said: Callable[[Mapping[str, Any]], str], more: str) -> Iterator[str]:
    """A figure, the user's and aliorder's own where they differ, its sources, and what others say."""
    value, theirs = said(figure), figure["overridden"]
    value = f"yours: {value} (aliorder: {said(theirs)})" if theirs else value
    yield f"  {figure['id']}: {value} {more} ({', '.join(figure['sources'])})"
    yield from (f"    others: {other['value']} ({', '.join(other['sources'])})" for other in figure["others"])


def span_said(window: Mapping[str, Any]) -> str:
    """The figure of a window."""
    return span_words(window["value"], window["unit"])


def range_said(method: Mapping[str, Any]) -> str:
    """The figures of a payment method."""
    return range_words(method["minimum"], method["maximum"], method["unit"])


def quarrel_lines(quarrel: Mapping[str, Any]) -> Iterator[str]:
    """A quarrel: what was decided, and who says what."""
    yield f"  {quarrel['topic']}: {quarrel['taken']}"
    yield from (f"    {voice['source']}: {voice['says']}" for voice in quarrel["voices"])

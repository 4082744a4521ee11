"""The grounds of an advice in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aliorder.render.safe import printable

HEADINGS = {"stage": "Stage", "action": "Action", "reason": "Reason", "refund": "Refund"}


def explain_lines(document: Mapping[str, Any]) -> Iterator[str]:
    """The document `aliorder.explain/1` as lines: rules, those passed over, figures, quarrels, sources."""
    for row in document["decisions"]:
        yield from decided_lines(row)
    if document["figures"]:
        yield "Figures"
        for figure in document["figures"]:
            yield from figure_lines(figure)
        yield ""
    if document["quarrels"]:
        yield "Where the sources disagree"
        for quarrel in document["quarrels"]:
            yield from quarrel_lines(quarrel)
        yield ""
    yield "Sources"
    for source in document["sources"]:
        address = f", {source['url']}" if source["url"] else ""
        yield f"  {source['id']} ({source['grade']}): {source['title']}{address}"
    yield "  A official, B several guides agree, C one source, J our own judgement"


def decided_lines(row: Mapping[str, Any]) -> Iterator[str]:
    """A rule that decided, and the rules before it with what spoke against them."""
    yield f"{HEADINGS[row['table']]}: {printable(row['text'])}"
    yield f"  rule {row['rule']}, sources {', '.join(row['sources'])}"
    for passed in row["passed"]:
        yield f"  not {passed['rule']}: {passed['fact']} is {passed['found']}, not {' or '.join(passed['wanted'])}"
    yield ""


def figure_lines(figure: Mapping[str, Any]) -> Iterator[str]:
    """A figure, its sources, and what others say."""
    sources = ", ".join(figure["sources"])
    yield f"  {figure['id']}: {figure['value']} {figure['unit']} from {figure['start']} ({sources})"
    yield from (f"    others: {other['value']} ({', '.join(other['sources'])})" for other in figure["others"])


def quarrel_lines(quarrel: Mapping[str, Any]) -> Iterator[str]:
    """A quarrel: what was decided, and who says what."""
    yield f"  {quarrel['topic']}: {quarrel['taken']}"
    yield from (f"    {voice['source']}: {voice['says']}" for voice in quarrel["voices"])

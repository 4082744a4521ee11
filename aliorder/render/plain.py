"""Plain lines: what a pipe, a file or a screen reader gets. No drawing, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.render.card import SELLER_HEADING, Card, RefundPart
from aliorder.render.road import RoadMap


def card_lines(card: Card) -> Iterator[str]:
    """The card, a line a thought."""
    if card.order:
        yield card.order
    yield f"{card.stage}{f', {card.since}' if card.since else ''}"
    yield ""
    yield f"{card.action}{f' ({card.when})' if card.when else ''}"
    yield f"  {card.why}"
    yield from (f"  {number}. {step}" for number, step in enumerate(card.steps, 1))
    yield from reason_lines(card)
    yield from section(SELLER_HEADING, card.seller)
    if card.refund:
        yield ""
        yield card.refund.heading
        yield from (f"  {sentence}" for sentence in (*card.refund.sentences, *card.refund.notes))
    yield from section(
        "Deadlines",
        [f"{line.day}, {line.left}: {line.label}{'' if line.shown else ' (our estimate)'}" for line in card.deadlines],
    )
    yield from section("Please note", card.warnings)
    yield from section("It would help to know", card.missing)
    yield ""
    yield f"Why: {card.grounds} Sources: {card.sources}"


def refund_lines(part: RefundPart) -> Iterator[str]:
    """A refund alone, with all that can be told of it."""
    yield part.heading
    yield from (*part.sentences, *part.basis)
    yield from section("Steps", part.steps)
    yield from section("Good to know", part.notes)


def road_lines(road: RoadMap) -> Iterator[str]:
    """The road ahead: a line a stop, what is known about it below; then the forks, each with its own stops."""
    if road.order:
        yield road.order
    for stop in road.stops:
        yield f"{stop.day}, {stop.distance}: {stop.text}"
        yield from (f"  {note}" for note in stop.notes)
    for fork in road.forks:
        yield ""
        yield fork.heading
        if fork.money:
            yield f"  → {fork.money}"
        yield from (f"  {stop.day}: {'. '.join((stop.text, *stop.notes))}" for stop in fork.stops)


def reason_lines(card: Card) -> Iterator[str]:
    """The reason to pick and the others that are true."""
    if card.reason is None:
        return
    yield ""
    yield f"Reason: {card.reason} ({card.reason_cost})"
    yield from (f"  or: {reason} ({cost})" for reason, cost in card.other_reasons)


def section(heading: str, lines: tuple[str, ...] | list[str]) -> Iterator[str]:
    """A heading and its lines; nothing where there are none."""
    if lines:
        yield ""
        yield heading
        yield from (f"  {line}" for line in lines)

"""Plain lines: what a pipe, a file or a screen reader gets. No drawing, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.render.card import Card


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
    if card.refund:
        yield ""
        yield card.refund.heading
        yield from (f"  {sentence}" for sentence in card.refund.sentences)
    yield from section(
        "Deadlines",
        [f"{line.day}, {line.left}: {line.label}{'' if line.shown else ' (our estimate)'}" for line in card.deadlines],
    )
    yield from section("Please note", card.warnings)
    yield from section("It would help to know", card.missing)
    yield ""
    yield f"Why: {card.grounds} Sources: {card.sources}"


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

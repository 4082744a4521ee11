"""Show things to a person: drawn on a terminal, as plain lines elsewhere."""

from __future__ import annotations

from datetime import datetime

from aliorder.domain.advice import Advice
from aliorder.domain.policy import Policy
from aliorder.render.card import RefundPart, card_of
from aliorder.render.paper import Paper, show_lines
from aliorder.render.plain import card_lines, refund_lines, road_lines
from aliorder.render.road import RoadMap


def show_advice(advice: Advice, policy: Policy, paper: Paper) -> None:
    """Show the card of an advice."""
    card = card_of(advice, policy)
    if not paper.drawn:
        show_lines(card_lines(card))
        return
    from aliorder.render.drawn import draw_card  # noqa: PLC0415 - rich takes 100 ms that a pipe need not wait

    draw_card(card, paper.console())


def show_refund(part: RefundPart, now: datetime, paper: Paper) -> None:
    """Show a refund alone."""
    if not paper.drawn:
        show_lines(refund_lines(part))
        return
    from aliorder.render.drawn import draw_schedule  # noqa: PLC0415 - as above

    draw_schedule(part, now, paper.console())


def show_road(road: RoadMap, paper: Paper) -> None:
    """Show the road ahead."""
    if not paper.drawn:
        show_lines(road_lines(road))
        return
    from aliorder.render.drawn_road import draw_road  # noqa: PLC0415 - as above

    draw_road(road, paper.console())

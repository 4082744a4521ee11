"""Show things to a person: drawn on a terminal, as plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aliorder.domain.advice import Advice
from aliorder.domain.policy import Policy
from aliorder.render.card import RefundPart, card_of
from aliorder.render.paper import Paper, show_lines
from aliorder.render.plain import card_lines, refund_lines, road_lines
from aliorder.render.road import RoadMap
from aliorder.render.table import Column, tab_lines
from aliorder.words.safe import printable


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


def show_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], paper: Paper) -> None:
    """Show rows as a table with headings, or tab-separated without."""
    if not paper.drawn:
        show_lines(tab_lines(rows))
        return
    from aliorder.render.drawn_table import draw_table  # noqa: PLC0415 - as above

    draw_table(columns, [[printable(cell) for cell in row] for row in rows], paper.console())

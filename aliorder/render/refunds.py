"""The money on its way as rows: each with a bar in time for those who see a drawing."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from aliorder.domain.findings import Refund
from aliorder.domain.outstanding import Outstanding
from aliorder.domain.policy import Policy
from aliorder.render.bar import AHEAD, GONE, Scale
from aliorder.words.dates import day_words
from aliorder.words.money import money_words
from aliorder.words.refunds import NEXT_STEPS, left_words
from aliorder.words.safe import printable

TODAY = "◆"
BAR_WIDTH = 12
NO_WAY = "way unknown"


class RefundRow(NamedTuple):
    """A refund in words that are safe to print.

    `latest` is a day as `YYYY-MM-DD` and `day` the same day in words, both empty if none can be named.
    """

    latest: str
    day: str
    left: str
    bar: str
    amount: str
    method: str
    order: str
    title: str
    todo: str
    overdue: bool


def row_of(found: Outstanding, policy: Policy) -> RefundRow:
    """The row of a refund."""
    refund, order = found.refund, found.advice.order
    return RefundRow(
        latest=refund.latest.isoformat() if refund.latest else "",
        day=day_words(refund.latest, found.advice.now) if refund.latest else "",
        left=left_words(found),
        bar=progress(refund, found.advice.now.date()),
        amount=printable(money_words(refund.amount) or "unknown amount"),
        method=way(refund, policy),
        order=printable(order.number or ""),
        title=printable(order.title or ""),
        todo=NEXT_STEPS[found.next_step],
        overdue=found.overdue,
    )


def way(refund: Refund, policy: Policy) -> str:
    """The way by which the money comes; that it is only the usual one, if nobody told it of this order."""
    method = policy.methods.get(refund.method or "")
    label = method.label if method else printable(refund.method or NO_WAY)
    return f"{label} (usual)" if refund.usual else label


def progress(refund: Refund, today: date, width: int = BAR_WIDTH) -> str:
    """A bar from the day on which the clock started to the last day, with today's place; empty without days."""
    if refund.counted_from is None or refund.latest is None:
        return ""
    here = width - 1 if today >= refund.latest else Scale(refund.counted_from, refund.latest, width).column(today)
    line = f"├{GONE * (here - 1)}{AHEAD * (width - 2)}"[: width - 1] + "┤"
    return line[:here] + TODAY + line[here + 1 :]


def plain_cells(row: RefundRow) -> tuple[str, ...]:
    """The cells of a row without its bar."""
    return row.latest, row.left, row.amount, row.method, row.order, row.title, row.todo

"""What a buyer says they ask for with a dossier, as it is typed."""

from __future__ import annotations

from aliorder.cli.amounts import part_typed
from aliorder.domain.advice import Advice
from aliorder.domain.claims import WITHOUT_AMOUNT, asked_by
from aliorder.domain.order import Money, Order
from aliorder.errors import UsageError


def ask_typed(text: str | None) -> str | None:
    """The buyer's own sentence, `None` if they leave it to the advice; `UsageError` for one that says nothing."""
    if text is not None and not text.strip():
        raise UsageError("--ask says nothing", "say in a sentence what you ask for, or leave --ask out")
    return text


def details_typed(text: str | None) -> str | None:
    """What is wrong in the buyer's own words, `None` if they say nothing; `UsageError` for what says nothing."""
    if text is not None and not text.strip():
        raise UsageError("--details says nothing", "say in a sentence what is wrong, or leave --details out")
    return text


def amount_typed_for(text: str | None, ask: str | None, order: Order, advice: Advice | None) -> Money | None:
    """How much is asked for; `UsageError` if it is no part of the total, or what is asked for is no money."""
    amount = part_typed(text, order.total)
    asked = asked_by(advice) if advice and ask is None else None
    if amount and asked and asked.wish in WITHOUT_AMOUNT:
        raise UsageError(
            "by the advice it is longer Buyer Protection that is asked for, and that has no amount",
            "say in a sentence of your own what the amount is for: --ask TEXT",
        )
    return amount

"""What a buyer says they ask for with a dossier, as it is typed."""

from __future__ import annotations

from aliorder.cli.amounts import part_typed
from aliorder.domain.advice import Advice
from aliorder.domain.claims import WITHOUT_AMOUNT, asked_by
from aliorder.domain.order import Money, Order
from aliorder.errors import UsageError


def sentence_typed(text: str | None, option: str, telling: str) -> str | None:
    """What the buyer says with the option in their own words, `None` for nothing; `UsageError` if it says nothing."""
    if text is not None and not text.strip():
        raise UsageError(f"{option} says nothing", f"say in a sentence {telling}, or leave {option} out")
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

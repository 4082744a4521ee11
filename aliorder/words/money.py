"""Amounts as a person reads them: `12.34 USD`, and how much of a refund has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aliorder.domain.amounts import Amounts
    from aliorder.domain.order import Money


def money_words(money: Money | None) -> str | None:
    """An amount as a person reads it: `12.34 USD`; `None` for one that is not known."""
    return None if money is None else f"{money.amount:f} {money.currency}"


def part_words(part: Money | None, whole: Money | None) -> str | None:
    """`12.00 of 30.00 USD`; `None` unless both are known and the part is some of the whole, not all of it."""
    if part is None or whole is None or part.currency != whole.currency or not 0 < part.amount < whole.amount:
        return None
    return f"{part.amount:f} of {money_words(whole)}"


def so_far_words(amounts: Amounts | None) -> str | None:
    """How much of what was granted is here, or at least started; `None` where there is nothing to tell."""
    if amounts is None:
        return None
    here, started = (part_words(part, amounts.granted) for part in (amounts.received, amounts.started))
    if here:
        return f"{here} are here already"
    return f"only {started} have been started, as far as you have noted" if started else None

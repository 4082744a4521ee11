"""Amounts that are a part of an order's total, as they are typed."""

from __future__ import annotations

from aliorder.domain import typed
from aliorder.domain.order import Money
from aliorder.errors import UsageError
from aliorder.words.money import money_words


def amount_typed(text: str | None) -> Money | None:
    """The amount typed, `None` for nothing; `UsageError` unless it is more than nothing."""
    if text is None:
        return None
    money = typed.money(text)
    if not money.amount:
        raise UsageError("an amount has to be more than nothing", "leave --amount out if it is not known")
    return money


def part_typed(text: str | None, total: Money | None) -> Money | None:
    """As `amount_typed`; `UsageError` also if it is no part of the order's total, where that is known."""
    money = amount_typed(text)
    check_part(money, total)
    return money


def check_part(amount: Money | None, total: Money | None) -> None:
    """Raise `UsageError` for an amount that is no part of the order's total, where both are known."""
    if amount is None or total is None:
        return
    if amount.currency != total.currency:
        raise UsageError(
            f"the total of this order is in {total.currency}, not in {amount.currency}",
            f"give the amount in {total.currency}, or change the total with: aliorder edit",
        )
    if amount.amount > total.amount:
        raise UsageError(
            f"{money_words(amount)} is more than the total of this order, {money_words(total)}",
            "give the part that is paid back, or change the total with: aliorder edit",
        )

"""How a kept order is named on a command line."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from aliorder.words.safe import is_unsafe

if TYPE_CHECKING:
    from aliorder.domain.order import Order


def name_of(order: Order) -> str:
    """By its alias if that can be typed, else by its number; quoted for a shell, empty without either."""
    alias = order.alias
    name = order.number or "" if alias is None or is_unsafe(alias) else alias
    return quote(name) if name else ""

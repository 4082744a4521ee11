"""How a kept order is named on a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aliorder.words.safe import is_unsafe

if TYPE_CHECKING:
    from aliorder.domain.order import Order


def name_of(order: Order) -> str:
    """By its alias if that can be typed, else by its number; quoted for a shell, empty without either."""
    from shlex import quote  # noqa: PLC0415 - lists name no command, as a rule

    alias = order.alias
    name = order.number or "" if alias is None or is_unsafe(alias) else alias
    return quote(name) if name else ""

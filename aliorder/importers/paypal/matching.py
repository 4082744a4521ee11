"""Which rows of a PayPal file belong together.

PayPal writes further rows for one payment, which refer to it and look like a refund of the whole: money taken from a
card or bank, both sides of a change of currency, an amount set aside and let go again. They name nobody, are in another
currency, or have the very moment of the payment. So a refund is money that comes from AliExpress, belongs to a payment,
is in its currency, and comes at another moment; nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from aliorder.importers.paypal.rows import Movement

LONGEST_CHAIN = 8
"""So many rows refer to one another at most: a refund, what was taken, what was set aside for it."""


class Payment(NamedTuple):
    """A payment to AliExpress, and the refunds of it."""

    move: Movement
    refunds: list[Movement]


class Found(NamedTuple):
    """What belongs together.

    `payments` are those to AliExpress, by the id of their row, `strays` the refunds of payments that are not in the
    file. `parts` has for the id of each row that of the one to which it belongs in the end.
    """

    payments: dict[str, Payment]
    strays: list[Movement]
    parts: dict[str, str]


def matched(moves: Iterable[Movement], undone: set[str]) -> Found:
    """The payments with their refunds, in the order of the file, whichever stands first."""
    by_id = unique(moves)
    tops = {move.id: top_of(move, by_id) for move in by_id.values()}
    alone = [move for move in by_id.values() if tops[move.id] is move]
    payments = {move.id: Payment(move, []) for move in alone if move.money.amount < 0}
    for move in by_id.values():
        payment = payments.get(tops[move.id].id)
        if payment and is_refund(move, payment.move):
            payment.refunds.append(move)
    strays = [move for move in alone if move.money.amount > 0 and move.reference not in undone]
    return Found(payments, strays, {key: top.id for key, top in tops.items()})


def unique(moves: Iterable[Movement]) -> dict[str, Movement]:
    """The movements by id, but no two with one id: of a payment and what was in its cart, the payment."""
    found: dict[str, Movement] = {}
    for move in moves:
        other = found.get(move.id)
        if move.money.amount and (other is None or move.money.amount < other.money.amount):
            found[move.id] = move
    return dict(sorted(found.items(), key=lambda item: item[1].line))


def top_of(move: Movement, by_id: Mapping[str, Movement]) -> Movement:
    """The movement to which this one belongs in the end; itself if it refers to none in the file."""
    for _ in range(LONGEST_CHAIN):
        above = by_id.get(move.reference)
        if above is None or are_two_payments(move, above):
            break
        move = above
    return move


def are_two_payments(move: Movement, above: Movement) -> bool:
    """Whether both are payments, each with an invoice of its own, and not one the carrying out of the other."""
    both_paid = move.money.amount < 0 and above.money.amount < 0
    return both_paid and "" not in (move.invoice, above.invoice) and move.invoice != above.invoice


def is_refund(move: Movement, payment: Movement) -> bool:
    """Whether the movement, which belongs to a payment, brings money of it back."""
    comes_back = move.money.amount > 0 and move.money.currency == payment.money.currency
    return comes_back and move.moment != payment.moment


def may_be_refund(move: Movement, found: Found) -> bool:
    """Whether money of nobody's belongs to a payment and came on another day."""
    payment = found.payments.get(found.parts[move.reference])
    return payment is not None and is_refund(move, payment.move) and move.moment[0] != payment.move.moment[0]

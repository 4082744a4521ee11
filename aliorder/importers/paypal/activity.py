"""What PayPal says of payments to AliExpress and of refunds (activity download and statement, CSV).

What counts is never the word that PayPal has for a kind of row, but who is paid, the sign of the amount, and the row
that another one refers to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from aliorder.domain.order import UNKNOWN, Event, Money, Order
from aliorder.importers import Entry, FileRefused, InputFile, Problem, Remark, Terms, Told
from aliorder.importers.paypal.matching import Found, Payment, matched, may_be_refund
from aliorder.importers.paypal.rows import Movement, Rows
from aliorder.importers.paypal.words import NEEDED, columns_in
from aliorder.importers.tables.opening import headers_of, open_table
from aliorder.importers.tables.table import Table

NONE = Remark("no completed payment to AliExpress or Alipay is in this file; if there should be one, export more days")
NO_PAYMENT = "this refund belongs to a payment that is not in the file; export the days of that payment with it"
MOST_LINES = 5


class PayPal:
    """Reads PayPal's files."""

    name = "paypal"
    label = "PayPal activity or statement (CSV)"

    def claims(self, file: InputFile) -> bool:
        """Whether the file has the columns that PayPal's files have, in one of the languages known."""
        return any(columns_in(header) for header in headers_of(file))

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders that were paid. Raises `FileRefused` if it is no such file, or from where on it cannot be read."""
        rows = opened(file, terms)
        moves, broken = until_refused(rows.movements())
        found = matched(moves, rows.undone)
        yield from told(found, rows)
        yield from remarks(found, rows)
        if broken:
            raise broken


def opened(file: InputFile, terms: Terms) -> Rows:
    """The rows of the file. Raises `FileRefused` if it has not the columns of PayPal's files."""
    header = next((header for header in headers_of(file) if columns_in(header)), ())
    table: Table = open_table(file, terms, [name for name in header if name])
    places = columns_in(table.header)
    if places is None:
        why = f"this has not the columns of a PayPal file ({', '.join(NEEDED)})"
        raise FileRefused(file.name, why, "download the activity from PayPal again, with all columns")
    return Rows(table, places, terms)


def until_refused(moves: Iterator[Movement]) -> tuple[list[Movement], FileRefused | None]:
    """The movements as far as the file can be read, and why not further."""
    read: list[Movement] = []
    try:
        read.extend(moves)
    except FileRefused as error:
        return read, error
    return read, None


def told(found: Found, rows: Rows) -> Iterator[Entry]:
    """The orders with their problems, in the order of the file."""
    named = [(payment, rows.number(payment.move)) for payment in found.payments.values()]
    shared = Counter(number for _, number in named)
    entries: list[tuple[int, Entry | None]]
    entries = [(payment.move.line, paid_order(payment, number, shared[number] > 1, rows)) for payment, number in named]
    entries += [(move.line, stray_refund(move, rows)) for move in found.strays]
    yield from (entry for _, entry in sorted(entries, key=itemgetter(0)) if entry)
    yield from sorted(rows.problems, key=lambda problem: problem.line or 0)


def paid_order(payment: Payment, number: str | None, is_shared: bool, rows: Rows) -> Told | None:
    """The order that was paid; `None` if the payment never came about, or if nobody can tell whose it is.

    `is_shared`: other payments have its number, too, so its total is not known.
    """
    move = payment.move
    if move.taken_back and not payment.refunds:
        return None
    paid = Event("paid", rows.when(move))
    if number is None and paid.when == UNKNOWN:
        return None
    order = Order(
        number=number,
        title=rows.title(move),
        total=None if number and is_shared else Money(-move.money.amount, move.money.currency),
        payment="paypal",
        events=(paid, *(refund_event(refund, rows) for refund in payment.refunds)),
    )
    return Told(order, move.line)


def refund_event(move: Movement, rows: Rows) -> Event:
    """The arrival of the money."""
    return Event("refund-received", rows.when(move), move.money)


def stray_refund(move: Movement, rows: Rows) -> Told | Problem:
    """A refund whose payment is not in the file: that of the order in its own invoice, else a problem."""
    number = rows.number(move)
    if number is None:
        return Problem(rows.table.file, move.line, rows.named("reference"), NO_PAYMENT)
    return Told(Order(number=number, payment="paypal", events=(refund_event(move, rows),)), move.line)


def remarks(found: Found, rows: Rows) -> Iterator[Remark]:
    """What the buyer should know about the file as a whole."""
    if not found.parts:
        yield NONE
        return
    nameless, _ = until_refused(rows.credits(frozenset(found.parts)))
    lines = [str(move.line) for move in nameless if may_be_refund(move, found)]
    if lines:
        more = " and others" if len(lines) > MOST_LINES else ""
        yield Remark(
            "money came in that belongs to a payment to AliExpress but names nobody"
            f" (line {', '.join(lines[:MOST_LINES])}{more}); if it is a refund, record it"
        )

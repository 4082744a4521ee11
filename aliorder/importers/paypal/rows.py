"""The rows of a PayPal file that move money between the buyer and AliExpress."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from aliorder.domain.order import UNKNOWN, Money, When
from aliorder.domain.statuses import normalised
from aliorder.importers import FileRefused, Problem, Terms
from aliorder.importers.paypal.words import MEMO, REVERSED, SHOPS, UNDONE, Fact
from aliorder.importers.paypal.zones import when_of
from aliorder.importers.tables.cells import read_number
from aliorder.importers.tables.table import Row, Table
from aliorder.importers.values.amounts import Amounts
from aliorder.importers.values.days import Days
from aliorder.importers.values.reading import Unreadable, read_text, shown
from aliorder.words.safe import cut

NUMBER = re.compile(r"(?<![0-9])[0-9]{15,20}(?![0-9])")
"""An order number among other characters."""

LONGEST = 200
DAMAGED = re.compile(r"[0-9][.,][0-9]+[eE]\+?[0-9]+")


class Movement(NamedTuple):
    """Money that moved, below zero if the buyer paid it.

    `id` is that of the row and `reference` that of the row it belongs to, blank if there is none. `moment` is when it
    happened, word for word. `taken_back`: it was reversed later.
    """

    line: int
    id: str
    reference: str
    money: Money
    moment: tuple[str, str, str]
    invoice: str
    subject: str
    taken_back: bool


@dataclass
class Rows:
    """The rows of one table, whose facts stand in the columns `places`; `problems` collects what cannot be read.

    `undone` has the ids of movements that were not carried out.
    """

    table: Table
    places: Mapping[Fact, int]
    terms: Terms
    problems: list[Problem] = field(default_factory=list)
    undone: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._days = Days(self.terms.date_order, partial(self._texts, "date"))
        self._amounts = Amounts(self.terms.decimal, partial(self._texts, "gross"))

    def _texts(self, fact: Fact) -> Iterator[str]:
        """What every row says of the fact, as far as the file can be read."""
        with suppress(FileRefused):
            for row in self.table.rows():
                yield self.text(row, fact)

    def movements(self) -> Iterator[Movement]:
        """Money that was paid to AliExpress or came from there; raises `FileRefused` where the file cannot be read."""
        for row in self.table.rows():
            name = self.text(row, "name").casefold()
            if any(shop in name for shop in SHOPS):
                yield from self._carried_out(row)

    def credits(self, ids: frozenset[str]) -> Iterator[Movement]:
        """Money that came in for one of the rows `ids` from somebody who is not named as AliExpress."""
        known = len(self.problems)
        for row in self.table.rows():
            name = self.text(row, "name").casefold()
            if self.text(row, "reference") in ids and not any(shop in name for shop in SHOPS):
                yield from (move for move in self._carried_out(row) if move.money.amount > 0)
        del self.problems[known:]

    def _carried_out(self, row: Row) -> Iterator[Movement]:
        """The movement in a row, or none if it moved no money (yet) or if its amount cannot be read."""
        status = normalised(self.text(row, "status"))
        if status in UNDONE or normalised(self.text(row, "impact")) in MEMO:
            self.undone.add(self.text(row, "id"))
            return
        try:
            money = self._amounts.money(self.text(row, "gross"), self.text(row, "currency") or None)
        except Unreadable as error:
            self.report(row.line, "gross", str(error))
            return
        yield Movement(
            row.line,
            self.text(row, "id") or f"line {row.line}",
            self.text(row, "reference"),
            money,
            (self.text(row, "date"), self.text(row, "time"), self.text(row, "zone")),
            self.text(row, "invoice"),
            self.text(row, "subject"),
            status in REVERSED,
        )

    def text(self, row: Row, fact: Fact) -> str:
        """What the row says of the fact, without blanks at its ends; blank if it has no such column."""
        place = self.places.get(fact)
        return "" if place is None else cut(row.cells[place].strip(), LONGEST)

    def report(self, line: int, fact: Fact, why: str) -> None:
        """Notes what could not be read in a row."""
        self.problems.append(Problem(self.table.file, line, self.named(fact), why))

    def named(self, fact: Fact) -> str | None:
        """The name that the file has for the column of the fact; `None` if it has no such column."""
        place = self.places.get(fact)
        return None if place is None else self.table.header[place]

    def number(self, move: Movement) -> str | None:
        """The one order number in the invoice of the row; `None` if it has none, or a damaged one (then a problem)."""
        found = set(NUMBER.findall(move.invoice))
        if len(found) != 1 and not DAMAGED.fullmatch(move.invoice):
            return None
        try:
            return read_number(found.pop() if found else move.invoice, self.terms.trust_numbers)
        except Unreadable as error:
            self.report(move.line, "invoice", str(error))
            return None

    def when(self, move: Movement) -> When:
        """The moment of the row, or its day where the time or the zone is open; unknown if it cannot be read."""
        try:
            return self._read_when(*move.moment)
        except Unreadable as error:
            self.report(move.line, "date", str(error))
            return UNKNOWN

    def _read_when(self, day: str, clock: str, zone: str) -> When:
        found = when_of(self._days.read(day), clock, zone)
        latest = self.terms.seen + timedelta(days=1)
        if (found.at and found.at > latest) or (found.day and found.day > latest.date()):
            raise Unreadable(f"{shown(day)} is later than the file itself")
        return found

    def title(self, move: Movement) -> str | None:
        """What was bought, as far as the row says it."""
        return read_text(move.subject)

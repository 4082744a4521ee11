"""The cells of our own table as facts; what cannot be read becomes a problem with its line and column."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from aliorder.domain.order import Event, Money, SeenStatus, When
from aliorder.domain.statuses import status_of
from aliorder.domain.vocabulary import Coupon, EventKind, Parcel, Why
from aliorder.importers import Problem
from aliorder.importers.own.values import CellReader, known, read_id, read_quantity, read_yes_no
from aliorder.importers.values.fields import OrderRefused
from aliorder.importers.values.reading import Unreadable, read_country, read_currency, read_text, shown
from aliorder.importers.values.text import clean
from aliorder.records import values
from aliorder.records.cells import notes_in, parts
from aliorder.words.safe import cut

Value = TypeVar("Value")
Known = TypeVar("Known", bound=str)


class OrderCells:
    """The rows of one order, each with its line; of a fact that stands in several the first counts.

    `problems` collects what could not be read. A method that is said to refuse raises `OrderRefused` instead.
    """

    def __init__(
        self,
        file: str,
        rows: Sequence[tuple[int, dict[str, str]]],
        reader: CellReader,
        problems: list[Problem] | None = None,
    ) -> None:
        self.line = rows[0][0]
        self.problems: list[Problem] = [] if problems is None else problems
        self._file = file
        self._rows = rows
        self._first = {name: cell for _, cells in reversed(rows) for name, cell in cells.items()}
        self._reader = reader

    def each_row(self) -> Iterator[OrderCells]:
        """Every row by itself."""
        return (OrderCells(self._file, [row], self._reader, self.problems) for row in self._rows)

    def says_any(self, *names: str) -> bool:
        """Whether one of these columns says anything."""
        return any(name in self._first for name in names)

    def number(self) -> str:
        """The number of the order; refuses."""
        number = self._need("order", self._reader.number)
        if number is None:
            raise OrderRefused(Problem(self._file, self.line, "order", "the order has no number"))
        return number

    def line_id(self, name: str) -> str | None:
        """The id of a line; refuses one that a spreadsheet has damaged."""
        return self._need(name, read_id)

    def quantity(self, name: str) -> int:
        """A number of pieces, 1 if nothing is said; refuses."""
        found = self._need(name, read_quantity)
        return 1 if found is None else found

    def text(self, name: str) -> str | None:
        """A text."""
        return self._read(name, read_text)

    def notes(self, name: str) -> tuple[str, ...]:
        """The buyer's notes."""
        return self._read(name, lambda cell: notes_in(clean(cell))) or ()

    def flag(self, name: str) -> bool | None:
        """Yes or no."""
        return self._read(name, read_yes_no)

    def payment(self, name: str) -> str | None:
        """The id of a way of paying."""
        return self._read(name, self._reader.payment)

    def country(self, name: str) -> str | None:
        """The code of a country."""
        return self._read(name, read_country)

    def coupon(self, name: str) -> Coupon | None:
        """The kind of a coupon."""
        return self._one_of(name, values.KNOWN_COUPONS)

    def parcel(self, name: str) -> Parcel | None:
        """The state of the parcel."""
        return self._one_of(name, values.KNOWN_PARCELS)

    def why(self, name: str) -> Why | None:
        """The buyer's situation."""
        return self._one_of(name, values.KNOWN_WHYS)

    def status(self) -> tuple[SeenStatus | None, bool]:
        """The status of the order page, and whether the moment at which it was seen is only assumed."""
        text = self._read("status", self._known_status)
        if text is None:
            return None, False
        if not self.says_any("status seen"):
            return SeenStatus(text, self._reader.terms.seen), True
        seen = self._read("status seen", lambda cell: known(lambda: values.moment(cell, "")))
        return (SeenStatus(text, seen) if seen else None), False

    def money(self, amount: str, currency: str) -> Money | None:
        """The amount in one column with the currency in another."""
        number = self._read(amount, self._reader.amount)
        if number is None:
            return None
        code = self._read(currency, read_currency) or self._reader.terms.currency
        if code is None:
            self._report(amount, "the amount has no currency beside it")
            return None
        return Money(number, code)

    def whens(self, name: str) -> tuple[When, ...]:
        """The days and moments in one cell."""
        return self._read(name, lambda cell: tuple(map(self._reader.when, parts(cell)))) or ()

    def amounts(self, amount: str, currency: str, count: int) -> tuple[Money | None, ...]:
        """The amounts of so many events, in their order; none at all if they do not fit."""
        numbers = self._read(amount, lambda cell: [self._reader.amount(each) if each else None for each in parts(cell)])
        if not numbers:
            return ()
        codes = self._read(currency, lambda cell: [read_currency(each) if each else None for each in parts(cell)]) or []
        pairs = list(zip(numbers, codes, strict=False))
        if not len(numbers) == len(codes) == count or any((one is None) != (other is None) for one, other in pairs):
            self._report(amount, "the amounts do not fit the events and the currencies beside them")
            return ()
        return tuple(Money(number, code) if number is not None and code else None for number, code in pairs)

    def events(self, name: str) -> tuple[Event, ...]:
        """The events in one cell, each as `KIND=WHEN`."""
        return self._read(name, lambda cell: tuple(map(self._reader.event, parts(cell)))) or ()

    def with_texts(self, name: str, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events with what was written at each, out of one cell with a line each as `KIND=WHEN TEXT`."""
        texts: dict[tuple[EventKind, When], deque[str | None]] = {}
        for about in self._read(name, lambda cell: [self._text_of(line) for line in notes_in(clean(cell))]) or ():
            texts.setdefault((about.kind, about.when), deque()).append(about.text)
        found = tuple(
            each._replace(text=waiting.popleft()) if (waiting := texts.get(each[:2])) else each for each in events
        )
        left = next((kind for (kind, _), waiting in texts.items() if waiting), None)
        if left is not None:
            self._report(name, f"there is no event {shown(left)} at the time of its text")
        return found

    def _text_of(self, line: str) -> Event:
        """The event that a line is about, with its text if it has one. Raises `Unreadable`."""
        event, _, text = line.partition(" ")
        return self._reader.event(event)._replace(text=text or None)

    def _known_status(self, text: str) -> str:
        if status_of(text, self._reader.terms.policy.status_texts) is None:
            raise Unreadable(
                f"{shown(text)} is not a status that aliorder knows; note what happened with aliorder record"
            )
        return text

    def _one_of(self, name: str, ids: Mapping[object, Known]) -> Known | None:
        return self._read(name, lambda text: known(lambda: values.one_of(ids, text.casefold(), "")))

    def _read(self, name: str, read: Callable[[str], Value]) -> Value | None:
        try:
            return self._taken(name, read)
        except Unreadable as error:
            self._report(name, str(error))
            return None

    def _need(self, name: str, read: Callable[[str], Value]) -> Value | None:
        try:
            return self._taken(name, read)
        except Unreadable as error:
            raise OrderRefused(self._problem(name, str(error))) from None

    def _taken(self, name: str, read: Callable[[str], Value]) -> Value | None:
        cell = self._first.get(name)
        return None if cell is None else read(cell)

    def _report(self, name: str, why: str) -> None:
        self.problems.append(self._problem(name, why))

    def _problem(self, name: str, why: str) -> Problem:
        line = next((line for line, cells in self._rows if name in cells), self.line)
        return Problem(self._file, line, name, cut(why, 290))

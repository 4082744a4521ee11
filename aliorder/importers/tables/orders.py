"""The orders in a table: which rows are one order, and what they tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from aliorder.domain.order import Deadline, Event, Order, When
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS, DeadlineKind, EventKind
from aliorder.importers import Entry, Problem, Remark, Terms, Told
from aliorder.importers.tables.cells import AROUND, country_named, read_number, read_status, read_words
from aliorder.importers.tables.columns import ColumnMap
from aliorder.importers.tables.gathering import Column, Columns
from aliorder.importers.tables.groups import MOST_ROWS, groups_of
from aliorder.importers.tables.items import ItemReader
from aliorder.importers.tables.money import Moneys
from aliorder.importers.tables.table import Row, Table
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.days import Days
from aliorder.importers.values.fields import OrderRefused
from aliorder.importers.values.reading import Unreadable, read_payment

NO_CURRENCY = Remark("amounts whose currency is not named were left out; name it with --currency, for example USD")
TOO_MANY_CELLS = "this row has more cells than the header; perhaps a text with a comma is not in quotation marks"


def read_orders(table: Table, columns: ColumnMap, terms: Terms) -> Iterator[Entry]:
    """The orders of the table, each as soon as its last row was read, with what could not be read of them.

    Rows with the same order number are one order, wherever they stand. An order whose number, line ids or numbers of
    pieces cannot be read is left out whole; anything else that cannot be read, or on which its rows differ, is left out
    alone. Raises `FileRefused` if a column is missing, and where the table cannot be read any further.
    """
    return orders_at(table, columns.places(table.header, table.file), terms)


def orders_at(table: Table, places: Mapping[str, int], terms: Terms) -> Iterator[Entry]:
    """As `read_orders`, where each fact stands in the column that `places` says, counted from 0."""
    reader = OrderReader(Columns(table, places), terms)
    said = False
    for rows in groups_of(table, places["order"], set(places.values())):
        problems: list[Problem] = []
        try:
            order = reader.read(rows, problems)
        except OrderRefused as error:
            yield error.problem
            continue
        yield Told(order, rows[0].line, table.modified is None and order.status is not None)
        yield from problems
        if reader.moneys.nameless and not said:
            said = True
            yield NO_CURRENCY


class OrderReader:
    """Reads the orders of one table."""

    def __init__(self, columns: Columns, terms: Terms) -> None:
        self._table = columns.table
        self._order = columns.places["order"]
        self._trust_numbers = terms.trust_numbers
        self.moneys = Moneys(terms, partial(columns.texts, ("price", "total")))
        self._items = ItemReader(columns, self.moneys)
        self._total = columns.of("total", self.moneys.read, "currency", remember=False)
        seen = columns.table.modified or terms.seen
        self._texts = terms.policy.status_texts
        self._status = columns.of("status", partial(read_status, seen=seen, texts=self._texts))
        methods = tuple(terms.policy.methods.values())
        once: dict[str, Column[Any] | None] = {
            "title": columns.of("order-title", read_words),
            "store_name": columns.of("store", read_words),
            "payment": columns.of("payment", partial(read_payment, methods=methods)),
            "country": columns.of("country", country_named),
            "tracking": columns.of("tracking", read_words, remember=False),
            "notes": columns.of("note", lambda text: (read_words(text),)),
        }
        self._once = [(attribute, column) for attribute, column in once.items() if column]
        days = Days(terms.date_order, partial(columns.texts, (*EVENT_KINDS, *DEADLINE_KINDS)))
        events = (columns.of(kind, partial(read_event, kind, days)) for kind in EVENT_KINDS)
        deadlines = (columns.of(kind, partial(read_deadline, kind, days)) for kind in DEADLINE_KINDS)
        self._events = [column for column in events if column]
        self._deadlines = [column for column in deadlines if column]

    def read(self, rows: list[Row], problems: list[Problem]) -> Order:
        """The order whose rows these are. Raises `OrderRefused` if it cannot be taken in whole."""
        number = self._number(rows)
        items = self._items.read(rows, problems)
        status = self._status.agreed(rows, problems) if self._status else None
        days = [event for column in self._events if (event := column.agreed(rows, problems))]
        deadlines = [deadline for column in self._deadlines if (deadline := column.agreed(rows, problems))]
        once = {name: value for name, column in self._once if (value := column.first(rows, problems))}
        once["title"] = first_title(items) or once.get("title")
        return Order(
            number=number,
            items=items,
            total=self._total.agreed(rows, problems) if self._total else None,
            status=status,
            events=told(tuple(days), status, self._texts),
            deadlines=tuple(deadlines),
            **once,
        )

    def _number(self, rows: list[Row]) -> str:
        """The order number. Raises `OrderRefused` if it cannot be read, or if the rows cannot be those of an order."""
        width = len(self._table.header)
        for row in rows:
            if len(row.cells) > width:
                raise OrderRefused(Problem(self._table.file, row.line, None, TOO_MANY_CELLS))
        if len(rows) > MOST_ROWS:
            raise self._refused(rows[0], f"the order has more than {MOST_ROWS:,} rows")
        try:
            return read_number(rows[0].cells[self._order].strip(AROUND), self._trust_numbers)
        except Unreadable as error:
            raise self._refused(rows[0], str(error)) from None

    def _refused(self, row: Row, why: str) -> OrderRefused:
        return OrderRefused(Problem(self._table.file, row.line, self._table.header[self._order], why))


def read_event(kind: EventKind, days: Days, text: str) -> Event:
    """The event on the day that the text names. Raises `Unreadable`."""
    return Event(kind, When(days.read(text)))


def read_deadline(kind: DeadlineKind, days: Days, text: str) -> Deadline:
    """The deadline on the day that the text names. Raises `Unreadable`."""
    return Deadline(kind, When(days.read(text)))

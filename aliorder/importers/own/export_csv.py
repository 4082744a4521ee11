"""aliorder's own CSV, as it was written or after somebody worked on it in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from aliorder.domain.order import Deadline, Event, Item, Order
from aliorder.domain.vocabulary import EVENT_RANK
from aliorder.importers import Entry, InputFile, Problem, Terms, Told
from aliorder.importers.own.cells import OrderCells
from aliorder.importers.own.values import CellReader
from aliorder.importers.tables.opening import holds, open_table
from aliorder.importers.tables.table import Row, Table, plain_name
from aliorder.importers.values.fields import OrderRefused
from aliorder.records.cells import COLUMNS, DEADLINE_COLUMNS, EVENT_COLUMNS, MARK, REFUND_COLUMNS, bare

NEEDED = ("order", "status seen", "item line", "other events")
"""The columns by which our own table is known, in any order and among any others."""

MOST_ROWS = 1000
"""So many rows of one order are read at once."""

Named = tuple[int, dict[str, str]]
"""A row of ours: its line, and the cells that say something by the names of their columns."""


class AliorderCsv:
    """Reads the table that `export --format csv` writes, with or without `--plain`."""

    name = "aliorder-csv"
    label = "an export of aliorder (CSV)"

    def claims(self, file: InputFile) -> bool:
        """Whether the table in the file has the columns of ours that no other has."""
        return holds(file, NEEDED)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders, as far as a table holds them; rows of one order that follow each other are one."""
        table = open_table(file, terms, NEEDED)
        places = {name: place for place, name in enumerate(map(plain_name, table.header)) if name in COLUMNS}
        reader = CellReader(table, places, terms)
        for rows in groups(named_rows(table, places)):
            yield from entries_of(OrderCells(file.name, rows, reader))


def named_rows(table: Table, places: dict[str, int]) -> Iterator[Named]:
    """The rows of the table by the names of their columns."""
    return (named_row(row, places) for row in table.rows())


def named_row(row: Row, places: dict[str, int]) -> Named:
    """The cells of a row, without the apostrophes that guard it, but for that of its order number.

    A row is guarded throughout if its order number is.
    """
    cells = {name: cell for name, place in places.items() if (cell := row.cells[place].strip())}
    if cells.get("order", "").startswith(MARK):
        cells = {name: cell if name == "order" else bare(cell) for name, cell in cells.items()}
    return row.line, cells


def groups(rows: Iterable[Named]) -> Iterator[Sequence[Named]]:
    """The rows of each order together, as long as they follow each other."""
    for _, same in groupby(rows, key=lambda row: row[1].get("order")):
        while batch := list(islice(same, MOST_ROWS)):
            yield batch


def entries_of(cells: OrderCells) -> Iterator[Entry]:
    """What the rows of an order tell, after what is wrong with them; only that if the order cannot be taken in."""
    try:
        told: Told | Problem = told_in(cells)
    except OrderRefused as error:
        told = error.problem
    yield from cells.problems
    yield told


def told_in(cells: OrderCells) -> Told:
    """The order. Raises `OrderRefused` if it cannot be taken in whole."""
    number = cells.number()
    items = tuple(items_in(cells))
    status, assumed = cells.status()
    order = Order(
        number=number,
        alias=cells.text("alias"),
        title=cells.text("title"),
        store_name=cells.text("store"),
        items=items,
        total=cells.money("total", "total currency"),
        payment=cells.payment("payment"),
        country=cells.country("country"),
        coupon=cells.coupon("coupon"),
        free_return=cells.flag("free return"),
        cancel_button=cells.flag("cancel button"),
        keep=cells.flag("keep"),
        status=status,
        tracking=cells.text("tracking"),
        parcel=cells.parcel("parcel") or "unknown",
        why=cells.why("why"),
        notes=cells.notes("notes"),
        events=cells.with_texts("event texts", sorted(events_in(cells), key=lambda event: EVENT_RANK[event.kind])),
        deadlines=tuple(deadlines_in(cells)),
    )
    return Told(order, cells.line, assumed)


def items_in(cells: OrderCells) -> Iterator[Item]:
    """The lines of the order, a row each. Raises `OrderRefused` for an id or a number of pieces that is none."""
    for row in cells.each_row():
        if row.says_any("item line", "item", "quantity", "unit price"):
            price = row.money("unit price", "unit price currency")
            yield Item(row.line_id("item line"), row.text("item"), row.quantity("quantity"), price)


def events_in(cells: OrderCells) -> Iterator[Event]:
    """What happened, out of the columns of single events and that of all others."""
    for kind, name in EVENT_COLUMNS.items():
        whens = cells.whens(name)
        amounts = cells.amounts(f"{name} amount", f"{name} currency", len(whens)) if kind in REFUND_COLUMNS else ()
        for place, when in enumerate(whens):
            yield Event(kind, when, amounts[place] if amounts else None)
    yield from cells.events("other events")


def deadlines_in(cells: OrderCells) -> Iterator[Deadline]:
    """The deadlines that the order page showed."""
    for kind, name in DEADLINE_COLUMNS.items():
        yield from (Deadline(kind, when) for when in cells.whens(name))

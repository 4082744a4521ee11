"""The items of an order in a table: the rows that name one."""

from __future__ import annotations

from aliorder.domain.order import Item
from aliorder.importers import Problem
from aliorder.importers.tables.cells import read_line, read_pieces, read_words
from aliorder.importers.tables.gathering import Columns
from aliorder.importers.tables.money import Moneys
from aliorder.importers.tables.table import Row


class ItemReader:
    """Reads the items of one table."""

    def __init__(self, columns: Columns, moneys: Moneys) -> None:
        self._title = columns.of("title", read_words, remember=False)
        self._line = columns.of("line", read_line)
        self._quantity = columns.of("quantity", read_pieces)
        self._price = columns.of("price", moneys.read, "currency", remember=False)

    def read(self, rows: list[Row], problems: list[Problem]) -> tuple[Item, ...]:
        """The items of one order. Raises `OrderRefused` if a line id or a number of pieces cannot be read."""
        if self._title is None and self._line is None:
            return ()
        return tuple(item for row in rows if (item := self._item(row, problems)))

    def _item(self, row: Row, problems: list[Problem]) -> Item | None:
        title = self._title.said(row, problems) if self._title else None
        line = self._line.needed(row) if self._line else None
        if not title and not line:
            return None
        quantity = self._quantity.needed(row) if self._quantity else None
        price = self._price.said(row, problems) if self._price else None
        return Item(line, title, quantity or 1, price)

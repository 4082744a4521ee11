"""Any table whose columns the buyer has explained once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aliorder.importers import Entry, InputFile, Terms
from aliorder.importers.tables.columns import ColumnMap
from aliorder.importers.tables.opening import holds, open_tables
from aliorder.importers.tables.orders import read_orders


@dataclass(frozen=True)
class TableImporter:
    """Reads tables by a column map, under the name by which it is chosen."""

    columns: ColumnMap
    name: str = "table"
    label: str = "any table whose columns you name"

    def claims(self, file: InputFile) -> bool:
        """Whether a table in the file has all columns of the map; raises nothing."""
        return holds(file, self.columns.names)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders, and what could not be read. Raises `FileRefused` as `read_orders` does."""
        names = self.columns.names if holds(file, self.columns.names) else ()
        for table in open_tables(file, terms, names):
            yield from read_orders(table, self.columns, terms)

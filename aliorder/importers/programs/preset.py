"""Formats that are tables: which columns a program writes, and what is peculiar to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from aliorder.importers import DateOrder, Entry, InputFile, Remark, Terms
from aliorder.importers.tables.columns import ColumnMap
from aliorder.importers.tables.opening import holds, open_tables
from aliorder.importers.tables.orders import read_orders
from aliorder.importers.tables.table import Table


def as_it_is(table: Table) -> Table:
    """The table itself."""
    return table


@dataclass(frozen=True)
class Preset:
    """The importer of tables that one program writes.

    `columns` maps facts to the names of its columns; a file may lack some of them, but for those in `needs`, by which
    it is known. `adapt` gives the table in a form that the columns fit, where they do not fit what is in the file.
    `date_order` is that of its dates, whatever the buyer says. `remark` is what the buyer should know of such files.
    """

    name: str
    label: str
    needs: tuple[str, ...]
    columns: Mapping[str, str]
    adapt: Callable[[Table], Table] = as_it_is
    date_order: DateOrder | None = None
    remark: str | None = None

    def claims(self, file: InputFile) -> bool:
        """Whether a table in the file has all columns by which the format is known; raises nothing."""
        return holds(file, self.needs)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """The orders, and what could not be read. Raises `FileRefused` as `read_orders` does."""
        remark = self.remark
        for table in open_tables(file, terms, self.needs):
            if remark:
                yield Remark(remark)
                remark = None
            order = self.date_order or terms.date_order
            yield from self.read_table(self.adapt(table), terms._replace(date_order=order))

    def read_table(self, table: Table, terms: Terms) -> Iterator[Entry]:
        """The orders in one table of the file, which is in the form that the columns fit. Raises as `read` does."""
        return read_orders(table, ColumnMap(tuple(self.columns.items())).within(table.header), terms)

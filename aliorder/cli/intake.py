"""What files tell goes into the store: merged with what is kept, every order whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.importers import Importer, InputFile, Problem, Remark, Terms, Told
from aliorder.importers.merging import merge
from aliorder.importers.merging.linking import owner_of
from aliorder.store.orders import OrderStore

BATCH = 500
"""So many orders are in memory at a time."""


class Waiting(NamedTuple):
    """Something told of an order that its file does not name, until all files are read."""

    file: str
    told: Told


class Intake:
    """What an import takes in. `store` gives the open store, inside a transaction; it is asked for when it is needed.

    `problems` are the things that were not taken in, `remarks` what else the files said, `silent` those that said
    nothing at all; all in order. `wake_of`, where it is set, tells when an order has to be looked at again.
    """

    def __init__(self, store: Callable[[], OrderStore], owner: str | None = None) -> None:
        self.problems: list[Problem] = []
        self.remarks: list[str] = []
        self.silent: list[str] = []
        self.wake_of: Callable[[Order], datetime | None] | None = None
        self._store = store
        self._owner = owner
        self._waiting: dict[tuple[object, ...], Waiting] = {}

    def take(self, file: InputFile, importer: Importer, terms: Terms) -> bool:
        """Take in all that the file tells; whether it left open when its statuses were seen.

        Raises `FileRefused` where it cannot be read on; what came before is in.
        """
        batch: list[Told] = []
        assumed, said = False, False
        try:
            for entry in importer.read(file, terms):
                said = True
                if isinstance(entry, Told):
                    batch.append(entry)
                    assumed = assumed or (entry.assumed and entry.order.status is not None)
                    if len(batch) == BATCH:
                        self._put(file.name, batch)
                        batch = []
                elif isinstance(entry, Remark):
                    self.remarks.append(f"{file.name}: {entry.text}")
                else:
                    self.problems.append(entry)
        finally:
            self._put(file.name, batch)
        if not said:
            self.silent.append(file.name)
        if assumed:
            self.remarks.append(seen_remark(file.name, terms))
        return assumed

    def finish(self) -> None:
        """Take in what the files told of orders that they do not name, now that all of them are read."""
        unknown: dict[tuple[str, str], Problem] = {}
        for file, told in self._waiting.values():
            order = self._owned(told.order)
            if order is None:
                problem = unowned(file, told)
                unknown.setdefault((file, problem.why), problem)
            else:
                self._put(file, [told._replace(order=order)])
        self.problems.extend(unknown.values())

    def _put(self, file: str, batch: Sequence[Told]) -> None:
        """Merge what was told with what is kept, order by order, and keep what that changed."""
        named = [told for told in map(self._named, batch) if told.order.number is not None]
        if named:
            self._put_named(file, named)
        if self._owner is None:
            for told in batch:
                if told.order.number is None:
                    self._find_owner(file, told)

    def _named(self, told: Told) -> Told:
        """What was told, of the order that the buyer says it is about if the file does not name one."""
        if told.order.number is None and self._owner is not None:
            return told._replace(order=replace(told.order, number=self._owner))
        return told

    def _put_named(self, file: str, batch: Sequence[Told]) -> None:
        store = self._store()
        kept = store.get_many([told.order.number or "" for told in batch])
        merged: dict[str, Order] = {}
        lines: dict[str, int | None] = {}
        for told in batch:
            number = told.order.number or ""
            merged[number] = merge(merged.get(number) or kept.get(number), told.order)
            lines.setdefault(number, told.line)
        changed = [order for number, order in merged.items() if order != kept.get(number)]
        try:
            store.put_many(changed)
        except UsageError:
            refused = {order.number for order in changed if not self._keep(store, order, file, lines)}
            merged = {number: order for number, order in merged.items() if number not in refused}
        store.told(list(merged))
        if self.wake_of is not None:
            store.keep_wakes({order.number or "": self.wake_of(order) for order in changed if order.number in merged})

    def _keep(self, store: OrderStore, order: Order, file: str, lines: Mapping[str, int | None]) -> bool:
        """Keep one order, without its alias if another order has that; whether it was kept."""
        number = order.number or ""
        for tried in (order, replace(order, alias=None)):
            try:
                store.put(tried)
            except UsageError as error:
                why = error.message
            else:
                if tried is not order:
                    self.problems.append(Problem(file, lines[number], f"{number}.alias", why))
                return True
        self.problems.append(Problem(file, lines[number], number, why))
        return False

    def _find_owner(self, file: str, told: Told) -> None:
        """Take in what was told of an order without number, or let it wait for the other files."""
        order = self._owned(told.order)
        if order is not None:
            self._put(file, [told._replace(order=order)])
            return
        about = told.order
        self._waiting.setdefault((about.tracking, about.total, about.events, about.items), Waiting(file, told))

    def _owned(self, order: Order) -> Order | None:
        """The order with the number of the kept one that it must be about, if there is one."""
        owner = owner_of(order, self._store().linked(order))
        return None if owner is None else replace(order, number=owner.number)


def seen_remark(file: str, terms: Terms) -> str:
    """That the moment at which the statuses of a file were seen is only assumed."""
    day = terms.seen.astimezone(terms.zone).date().isoformat()
    return (
        f"{file}: the file does not say when its statuses were seen; they count as seen on {day}. "
        "If it is older, say so: --seen DAY"
    )


def unowned(file: str, told: Told) -> Problem:
    """The problem that nobody knows which order something is about."""
    order = told.order
    if order.tracking is not None:
        what = f"no kept order has the parcel {order.tracking}"
        cure = f"tell whose it is with aliorder edit ORDER --tracking {order.tracking}, then import this again"
    else:
        what = "this names no order, and not exactly one kept order fits its amount and day"
        cure = "import it with --order ORDER if you know which it is"
    return Problem(file, told.line, "tracking" if order.tracking else "number", f"{what}: {cure}")

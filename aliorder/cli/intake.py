"""What files tell goes into the store: merged with what is kept, every order whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.importers import Entry, FileRefused, Importer, InputFile, Problem, Remark, Terms, Told
from aliorder.importers.files import refusing
from aliorder.importers.merging import merge
from aliorder.importers.merging.linking import owner_of
from aliorder.records.outlooks import Note
from aliorder.store.orders import OrderStore

BATCH = 500
"""So many orders are in memory at a time."""


class Waiting(NamedTuple):
    """Something told of an order that its file does not name, until all files are read."""

    file: str
    told: Told


class Taken(NamedTuple):
    """What came of one file: whether it left open when its statuses were seen, and why it could not be read on."""

    assumed: bool
    refusal: FileRefused | None


class Intake:
    """What an import takes in. `store` gives the open store, inside a transaction; it is asked for when it is needed.

    `problems` are the things that were not taken in, `remarks` what else the files said, `silent` those that said
    nothing at all; all in order. `note_of`, where it is set, tells what to note about an order.
    """

    def __init__(self, store: Callable[[], OrderStore], owner: str | None = None, *, again: bool = False) -> None:
        self.problems: list[Problem] = []
        self.remarks: list[tuple[str, str]] = []
        self.silent: list[str] = []
        self.note_of: Callable[[Order], Note] | None = None
        self._store = store
        self._owner = owner
        self._again = again
        self._waiting: dict[tuple[object, ...], Waiting] = {}

    def take(self, file: InputFile, importer: Importer, terms: Terms) -> Taken:
        """Take in all that the file tells, up to where it cannot be read on."""
        batch: list[Told] = []
        assumed, said, refusal = False, False, None
        try:
            for entry in entries_of(file, importer, terms):
                said = True
                if isinstance(entry, Told):
                    batch.append(entry)
                    assumed = assumed or (entry.assumed and entry.order.status is not None)
                    if len(batch) == BATCH:
                        self._put(file.name, batch)
                        batch = []
                elif isinstance(entry, Remark):
                    self.remarks.append((file.name, entry.text))
                else:
                    self.problems.append(entry)
        except FileRefused as error:
            refusal = error
        self._put(file.name, batch)
        if not (said or refusal):
            self.silent.append(file.name)
        if assumed:
            self.remarks.append((file.name, seen_remark(terms)))
        return Taken(assumed, refusal)

    def finish(self) -> None:
        """Take in what the files told of orders that they do not name, now that all of them are read."""
        waiting = list(self._waiting.values())
        if self._owner is None or len(waiting) > 1:
            waiting = [each for each in waiting if not self._find_owner(each)]
        if self._owner is not None and len(waiting) == 1:
            self._give(waiting[0], self._owner)
            waiting = []
        unknown: dict[tuple[object, ...], Problem] = {}
        for file, told in waiting:
            problem = unowned(file, told, self._owner)
            # What is told of one parcel time and again is one problem; each purchase is one of its own.
            unknown.setdefault((file, problem.why, None if told.order.tracking else told.line), problem)
        self.problems.extend(unknown.values())

    def _put(self, file: str, batch: Sequence[Told]) -> None:
        """Merge what was told with what is kept, order by order, and keep what that changed."""
        given = [self._named(told) for told in batch]
        named = [told for told in given if told.order.number is not None]
        if named:
            self._put_named(file, named)
        for told in given:
            if told.order.number is None:
                waiting = Waiting(file, told)
                if self._owner is not None or not self._find_owner(waiting):
                    self._waiting.setdefault(about(told.order), waiting)

    def _named(self, told: Told) -> Told:
        """What was told, of the order that the buyer says it is about if the file does not name one.

        Not yet a purchase: of those a file may hold many, and all but one of them are about others.
        """
        if told.order.number is None and self._owner is not None and not is_purchase(told.order):
            return told._replace(order=replace(told.order, number=self._owner))
        return told

    def _put_named(self, file: str, batch: Sequence[Told]) -> None:
        store = self._store()
        kept = store.get_many([told.order.number or "" for told in batch])
        merged: dict[str, Order] = {}
        lines: dict[str, int | None] = {}
        for told in batch:
            number = told.order.number or ""
            merged[number] = merge(merged.get(number) or kept.get(number), told.order, again=self._again)
            lines.setdefault(number, told.line)
        changed = [order for number, order in merged.items() if order != kept.get(number)]
        try:
            store.put_many(changed, self.note_of)
        except UsageError:
            refused = {order.number for order in changed if not self._keep(store, order, file, lines)}
            merged = {number: order for number, order in merged.items() if number not in refused}
        store.told(list(merged))

    def _keep(self, store: OrderStore, order: Order, file: str, lines: Mapping[str, int | None]) -> bool:
        """Keep one order, without its alias if another order has that; whether it was kept."""
        number = order.number or ""
        for tried in (order, replace(order, alias=None)):
            try:
                store.put(tried, self.note_of)
            except UsageError as error:
                why = error.message
            else:
                if tried is not order:
                    self.problems.append(Problem(file, lines[number], f"{number}.alias", why))
                return True
        self.problems.append(Problem(file, lines[number], number, why))
        return False

    def _find_owner(self, waiting: Waiting) -> bool:
        """Take in what was told if there is one kept order that it must be about; whether there is."""
        order = waiting.told.order
        owner = owner_of(order, self._store().linked(order))
        if owner is not None and owner.number is not None:
            self._give(waiting, owner.number)
        return owner is not None

    def _give(self, waiting: Waiting, number: str) -> None:
        """Take in what was told as something about the order with this number."""
        told = waiting.told
        self._put_named(waiting.file, [told._replace(order=replace(told.order, number=number))])


def entries_of(file: InputFile, importer: Importer, terms: Terms) -> Iterator[Entry]:
    """Everything that the file tells. Raises `FileRefused`, also where the disk does not give it."""
    with refusing(file.name):
        yield from importer.read(file, terms)


def is_purchase(order: Order) -> bool:
    """Whether it tells of a sum or of goods, rather than of a parcel or of what became of one."""
    return order.tracking is None and (order.total is not None or bool(order.items))


def about(order: Order) -> tuple[object, ...]:
    """What tells one thing without an order number from another."""
    return order.tracking, order.total, order.events, order.items


def seen_remark(terms: Terms) -> str:
    """That the moment at which the statuses of a file were seen is only assumed."""
    day = terms.seen.astimezone(terms.zone).date().isoformat()
    return (
        f"the file does not say when its statuses were seen; they count as seen on {day}. "
        "If it is older, say so: --seen DAY (where it is in already, aliorder undo comes first)"
    )


def unowned(file: str, told: Told, owner: str | None = None) -> Problem:
    """The problem that nobody knows which order something is about, or that several things cannot be about `owner`."""
    order = told.order
    if order.tracking is not None:
        what = f"no kept order has the parcel {order.tracking}"
        cure = f"tell whose it is with aliorder edit ORDER --tracking {order.tracking}, then import this again"
    elif owner is not None:
        what = f"this is one of several purchases that name no order, and only one of them can be {owner}"
        cure = "leave the others out of the file"
    else:
        what = "this names no order, and not exactly one kept order fits its amount and day"
        cure = "import it with --order ORDER if you know which it is"
    return Problem(file, told.line, "tracking" if order.tracking else "number", f"{what}: {cure}")

"""An import from its files to its outcome: in one transaction, or tried out on a copy of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from aliorder.cli.intake import Intake
from aliorder.cli.output import complain
from aliorder.cli.progress import watched
from aliorder.cli.session import Session
from aliorder.cli.sources import Source, known_file
from aliorder.cli.watching import noting
from aliorder.domain.order import Order
from aliorder.importers import Problem
from aliorder.store.backups import FOLDER_NAME as BACKUPS
from aliorder.store.orders import OrderStore
from aliorder.store.raw import RawFolder

OnChange = Callable[[Order | None, Order], None]
"""Told of each order that an import makes or changes: as it was before, `None` for a new one, and as it is after."""


SILENT = "nothing about an order is in it"
"""What is to be said of a file that said nothing."""


class Outcome(NamedTuple):
    """What came of an import: how many orders are new, changed and the same, what was refused, what else was said.

    `remarks` are pairs of a file and what it said. `raw` is the number of files that are now kept whole, `complained`
    are those of the problems that were said already.
    """

    new: int
    changed: int
    same: int
    problems: tuple[Problem, ...]
    remarks: tuple[tuple[str, str], ...]
    raw: int
    complained: tuple[Problem, ...]


class Import:
    """One import: all that can be taken in of its files, or nothing if it is interrupted.

    The store is opened for writing as soon as there is something to put in. In a dry run it is a copy, which goes at
    the end. What files tell without naming the order is about the one with the number `owner`. `on_change` is told of
    the orders that are new or have changed, by number.
    """

    def __init__(
        self,
        session: Session,
        command: str,
        owner: str | None,
        *,
        dry_run: bool,
        again: bool = False,
        on_change: OnChange | None = None,
    ) -> None:
        self._session = session
        self._command = command
        self._dry_run = dry_run
        self._on_change = on_change
        self._intake = Intake(self._store, owner, again=again)
        self._stack = ExitStack()
        self._opened: OrderStore | None = None
        self._raw = RawFolder(session.folder)
        self._newly_kept: list[str] = []
        self._complained: list[Problem] = []

    def bring_in(self, sources: Iterable[Source], *, keep_raw: bool = False) -> Outcome:
        """Take in all files, and keep them whole if they are to be."""
        intake = self._intake
        with self._stack:
            self._stack.push(self._drop_unless_done)
            raw = sum([self._take(source, keep_raw=keep_raw and not self._dry_run) for source in sources])
            intake.finish()
            new, changed, told = self._counts()
            remarks = (*intake.remarks, *((file, SILENT) for file in intake.silent))
            return Outcome(
                new, changed, told - new - changed, tuple(intake.problems), remarks, raw, tuple(self._complained)
            )

    def _store(self) -> OrderStore:
        """The open store, inside the transaction of the import."""
        if self._opened is None:
            store = self._copy() if self._dry_run else self._stack.enter_context(self._session.store(write=True))
            backups = None if self._dry_run else self._session.folder / BACKUPS
            at = self._session.now
            self._stack.enter_context(store.transaction(self._command, at, bulk=True, backup_to=backups))
            self._opened = store
            if not self._dry_run:
                self._intake.note_of = noting(self._session, store)
        return self._opened

    def _copy(self) -> OrderStore:
        """A copy of the store, to try things out on."""
        folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="aliorder-")))
        with self._session.store() as store:
            store.backup(folder / store.path.name)
        return self._stack.enter_context(OrderStore.open(folder, write=True))

    def _take(self, source: Source, *, keep_raw: bool) -> bool:
        """Take in one file; whether it was kept whole, too."""
        with watched(source.file, quiet=self._session.quiet) as file:
            taken = self._intake.take(file, source.importer, source.terms)
        source.file.forget()
        if taken.refusal is not None:
            complain(taken.refusal)
            self._complained.append(taken.refusal.problem)
            self._intake.problems.append(taken.refusal.problem)
        keep_raw = keep_raw and taken.refusal is None
        if keep_raw:
            self._keep_whole(source)
        if taken.assumed or keep_raw:
            self._store().remember_file(known_file(source, self._session.now, raw=keep_raw))
        return keep_raw

    def _keep_whole(self, source: Source) -> None:
        """Keep the file as it is; not if the import comes to nothing."""
        with source.file.open() as stream:
            if self._raw.keep(source.digest, stream):
                self._newly_kept.append(source.digest)

    def _drop_unless_done(self, kind: type[BaseException] | None, *_: object) -> None:
        """Keep no file whole of an import that came to nothing, be it at its very end."""
        if kind is not None:
            self._raw.drop(self._newly_kept)

    def _counts(self) -> tuple[int, int, int]:
        """How many orders are new, how many have changed, and of how many the files told."""
        if self._opened is None:
            return 0, 0, 0
        if self._on_change is not None:
            for before, after in self._opened.changes():
                if after is not None:
                    self._on_change(before, after)
        new, changed = self._opened.change_counts()
        return new, changed, self._opened.told_count()

"""`aliorder backup`: a copy of all that is kept."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Annotated

import typer

from aliorder.cli.destination import STDOUT, mode_of, not_written, reason_of
from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.errors import StoreError, UsageError
from aliorder.records.content import EVIDENCE_FOLDER
from aliorder.render.lists import show_table
from aliorder.render.table import Column
from aliorder.store.backups import FOLDER_NAME, Backup, CopyNotWritten, backups_in, may_replace, new_backup
from aliorder.store.orders import OrderStore
from aliorder.words.sizes import size_words

COLUMNS = (Column("made"), Column("orders"), Column("size"), Column("by"), Column("name"))


def run(
    ctx: typer.Context,
    target: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The file to write; without it, one in a folder for backups.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the backups in that folder instead.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="With --list, print JSON (schema aliorder.backups/1).")
    ] = False,
) -> None:
    """Copy all orders, with what undo needs, into one file.

    Imports make such a copy by themselves before they change anything; the ten newest of those are kept, and every one
    that you make. The files of your evidence are not in it, nor those that import --keep-raw has kept whole: copy the
    folder evidence, which aliorder paths names, too.

    \b
    Examples:
      aliorder backup
      aliorder backup orders-copy.db
      aliorder backup --list
    """
    session: Session = ctx.obj
    if listed and target is not None:
        raise UsageError("--list takes no FILE", "leave one of them out")
    if as_json and not listed:
        raise UsageError("--json goes with --list", "aliorder backup --list --json")
    if listed:
        show_backups(session, as_json=as_json)
        return
    with session.store() as store:
        if not store.path.exists():
            raise UsageError(f"no orders are kept in {session.folder} yet", "aliorder paths shows where aliorder looks")
        place, count = back_up(store, target, session)
        proven = has_evidence(store, session)
    if not session.quiet:
        way_back = place.name if target is None else place
        say(f"{orders_words(count)} copied to {place}. To bring them back: aliorder restore {way_back}")
        if proven:
            evidence = session.folder / EVIDENCE_FOLDER
            say(f"note: the files of your evidence are not in it. They lie in {evidence}: copy that folder, too.")


def back_up(store: OrderStore, target: str | None, session: Session) -> tuple[Path, int]:
    """Copy the store to where the buyer wants it; where that is, and how many orders it holds.

    Raises `UsageError` for whatever is in the way of a file that was named.
    """
    if target is None:
        place = new_place(session)
        return place, store.backup(place)
    try:
        place = named_place(target, store.path)
        return place, store.backup(place)
    except CopyNotWritten as error:
        raise refusal(target, error.reason) from None
    except OSError as error:
        raise refusal(target, error) from None


def has_evidence(store: OrderStore, session: Session) -> bool:
    """Whether the copy speaks of files of evidence, which are not in it."""
    if not os.path.lexists(session.folder / EVIDENCE_FOLDER):
        return False
    from aliorder.store.evidence import EvidenceFolder  # noqa: PLC0415 - most have no evidence, and need not wait for it

    try:
        return bool(store.evidence_in_use(EvidenceFolder(session.folder).sizes().keys()))
    except StoreError:
        return True


def new_place(session: Session) -> Path:
    """A new name in the folder for backups."""
    folder = session.folder / FOLDER_NAME
    try:
        return new_backup(folder, session.now, "orders")
    except OSError as error:
        raise CopyNotWritten(folder, error) from None


def named_place(target: str, store: Path) -> Path:
    """The file that the buyer named, links followed; `UsageError` if it is none that a copy may take the place of."""
    mode = None if target == STDOUT else mode_of(target)
    place = Path(os.path.realpath(target))
    if target == STDOUT or (mode is not None and not stat.S_ISREG(mode)):
        raise not_written(target, "a backup is a file", "name one, e.g. aliorder backup orders-copy.db")
    if mode is not None and place.samefile(store):
        raise not_written(target, "it is the very file in which the orders are kept", "name another file")
    if mode is not None and not may_replace(place):
        raise not_written(target, "there is a file that is not a backup of aliorder", "name another file")
    return place


def refusal(target: str, error: OSError) -> UsageError:
    """The error for a named file that cannot be written."""
    return not_written(target, *reason_of(error))


def show_backups(session: Session, *, as_json: bool) -> None:
    """Show the backups in the folder, newest first."""
    folder = session.folder / FOLDER_NAME
    found = backups_in(folder)
    if as_json:
        entries = [entry_of(backup, session) for backup in found]
        print_json({"schema": "aliorder.backups/1", "folder": str(folder), "backups": entries})
        return
    show_table(COLUMNS, [row_of(backup, session) for backup in found], session.paper)
    if not session.quiet:
        say(f"They are in {folder}. To bring one back: aliorder restore NAME" if found else "There is no backup yet.")


def entry_of(backup: Backup, session: Session) -> dict[str, object]:
    """A backup as JSON."""
    return {
        "file": str(backup.path),
        "at": backup.at.astimezone(session.now.tzinfo).isoformat(),
        "size": backup.size,
        "orders": backup.orders,
        "automatic": backup.automatic,
    }


def row_of(backup: Backup, session: Session) -> tuple[str, ...]:
    """A backup on one line."""
    made = f"{backup.at.astimezone(session.now.tzinfo):%Y-%m-%d %H:%M}"
    count = "unreadable" if backup.orders is None else str(backup.orders)
    return made, count, size_words(backup.size), "itself" if backup.automatic else "you", backup.path.name


def orders_words(count: int) -> str:
    """So many orders, as a sentence begins."""
    return f"{count or 'No'} order{'' if count == 1 else 's'}"

"""`aliorder restore`: a backup takes the place of what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.errors import InputRefused, UsageError
from aliorder.render.fold import show_text
from aliorder.store.backups import FOLDER_NAME, backups_in
from aliorder.store.database import StoreDamaged
from aliorder.store.orders import OrderStore
from aliorder.store.restoring import Difference, difference, open_backup, restore

LATEST = "latest"


def run(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|latest", help="A backup: its file, its name in the folder, or the newest.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
) -> None:
    """Put back all orders as a backup holds them.

    The backup is looked at whole before anything changes, and what is kept now is backed up first.

    \b
    Examples:
      aliorder restore latest --dry-run
      aliorder restore latest --yes
    """
    session: Session = ctx.obj
    if not (yes or dry_run or session.may_prompt):
        raise UsageError("restoring asks first, and there is nobody to ask", "add --yes")
    with open_backup(chosen(file, session.folder / FOLDER_NAME)) as backup:
        found = difference_now(session, backup)
        show_text(change_lines(backup, found))
        if dry_run or (found is not None and found.nothing):
            return
        if not yes and not typer.confirm("Put the backup in the place of what is kept now?", err=True):
            say("Nothing was restored.")
            return
        before = restore(session.folder, backup, session.now)
    if not session.quiet:
        say(f"Restored.{way_back(before, damaged=found is None)}")


def chosen(file: str, folder: Path) -> Path:
    """The file that is meant: the newest backup, a file, or a name in the folder for backups."""
    if file == LATEST:
        newest = next(iter(backups_in(folder)), None)
        if newest is None:
            raise InputRefused(f"there is no backup in {folder} yet", "name the file of one that lies elsewhere")
        return newest.path
    typed, inside = Path(file), folder / Path(file).name
    try:
        is_name = file == typed.name and not typed.exists() and inside.exists()
    except (OSError, ValueError):
        is_name = False
    return inside if is_name else typed


def difference_now(session: Session, backup: OrderStore) -> Difference | None:
    """What would change; `None` if what is kept now cannot be read. Every order of the backup is read for it."""
    try:
        with session.store() as store:
            return difference(store.each(), backup)
    except StoreDamaged:
        difference((), backup)
        return None


def change_lines(backup: OrderStore, found: Difference | None) -> Iterator[str]:
    """What is in the backup, and what would come of it."""
    yield f"Backup: {backup.path}"
    if found is None:
        yield f"Orders in it: {backup.count()}. What is kept now cannot be read; its file would be put aside."
        return
    yield f"Orders in it: {found.then}. Orders kept now: {found.now}."
    if found.nothing:
        yield "They are the same, so there is nothing to restore."
    else:
        yield f"Would go: {found.gone}. Would come back: {found.back}. Would change: {found.otherwise}."


def way_back(before: Path | None, *, damaged: bool) -> str:
    """Where what was kept before is now."""
    if before is None:
        return ""
    if damaged or before.name.startswith("damaged"):
        return f" The file that could not be read is now {before}."
    return f" What was kept before is in {before}. To go back: aliorder restore {before.name}"

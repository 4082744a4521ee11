"""`aliorder wipe`: delete all that aliorder keeps."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from aliorder.cli.belongings import Belongings, belongings
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.errors import StoreError, UsageError
from aliorder.render.paper import show_lines
from aliorder.store.database import FILE_NAME, wait_for_writers


def run(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would be deleted, and delete nothing.")] = False,
    with_settings: Annotated[
        bool, typer.Option("--settings", help="Delete the settings, the policy, the column maps and your texts, too.")
    ] = False,
) -> None:
    """Delete all that aliorder keeps.

    That is the orders, the copies of evidence, the backups, and files kept whole. Nothing brings it back but a copy
    that lies elsewhere, as aliorder backup FILE makes one of the orders. Files of others in the same folder stay, and
    so does what a link points at.

    \b
    Examples:
      aliorder wipe --dry-run
      aliorder wipe --yes
    """
    session: Session = ctx.obj
    if not (yes or dry_run or session.may_prompt):
        raise UsageError("deleting asks first, and there is nobody to ask", "add --yes")
    found = belongings_of(session, with_settings=with_settings)
    show_lines(list_lines(found))
    if not found.files:
        if not session.quiet:
            say(f"There is nothing to delete in {session.folder}.")
        return
    if dry_run:
        return
    if not yes and not typer.confirm("Delete them for good?", err=True):
        say("Nothing was deleted.")
        return
    wait_for_writers(Path(os.path.realpath(session.folder)) / FILE_NAME)
    delete(found.files, found.folders)
    if not session.quiet:
        say(f"Deleted {len(found.files)} file{'' if len(found.files) == 1 else 's'}.")


def belongings_of(session: Session, *, with_settings: bool) -> Belongings:
    """What lies in the folders of this run; `StoreError` if one of them cannot be looked into."""
    data, config = (Path(os.path.realpath(folder)) for folder in (session.folder, session.config))
    try:
        return belongings(data, config, with_settings=with_settings)
    except OSError as error:
        raise StoreError(
            f"{error.filename} cannot be looked into: {error.strerror}", "look at who may read it"
        ) from None


def list_lines(found: Belongings) -> Iterator[str]:
    """What would go and what would stay."""
    for heading, paths in (
        ("To be deleted:", found.files),
        ("Left, as --settings is not there:", found.settings),
        ("Left, as it is not aliorder's own:", found.others),
    ):
        if paths:
            yield heading
            yield from (f"  {path}{where_to(path)}" for path in paths)


def where_to(path: Path) -> str:
    """What a link points at, which stays; nothing for a file."""
    return f" (a link; what it points at stays: {os.path.realpath(path)})" if path.is_symlink() else ""


def delete(files: Sequence[Path], folders: Sequence[Path]) -> None:
    """Delete the files, and of the folders those that are empty then; `StoreError` at the first that cannot be."""
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            hint = "what is listed before it is deleted; look at who may write there, then do it again"
            raise StoreError(f"{path} cannot be deleted: {error.strerror}", hint) from None
    for folder in folders:
        with suppress(OSError):  # it is not empty, or it is where the user is
            if not folder.samefile(Path.cwd()):
                folder.rmdir()

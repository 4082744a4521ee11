"""`aliorder undo`: take back the last command that changed something."""

from __future__ import annotations

import typer

from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.sweeping import sweep
from aliorder.store.raw import RawFolder


def run(ctx: typer.Context) -> None:
    """Take back the last change; again, the one before.

    A change is one add, edit, remove, record or import, however many orders it touched.

    \b
    Examples:
      aliorder undo
    """
    session: Session = ctx.obj
    sweep(session)  # before, so that what is about to go counts as used until today
    with session.store(write=True) as store:
        undone = store.undo()
    RawFolder(session.folder).drop(undone.files)
    if not session.quiet:
        say(f"Taken back: {undone.command} ({undone.at.astimezone(session.now.tzinfo):%Y-%m-%d %H:%M}).")

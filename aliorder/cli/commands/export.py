"""`aliorder export`: what is kept, in a form that other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from aliorder.cli.destination import STDOUT, write_document
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.watching import dues_until
from aliorder.domain.agenda import Due
from aliorder.domain.typed import one_of
from aliorder.errors import UsageError

FORMATS = ("ics",)


def run(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="[FILE]", help="The file to write; - is standard output.")] = STDOUT,
    form: Annotated[str | None, typer.Option("--format", metavar="ics", help="A calendar file. [required]")] = None,
) -> None:
    """The deadlines of all open orders, as a file for your calendar program.

    Import the file again whenever something has changed: the entries of the last time are updated, none is doubled.

    \b
    Examples:
      aliorder export --format ics deadlines.ics
      aliorder export --format ics | grep SUMMARY
    """
    session: Session = ctx.obj
    if form is None:
        raise UsageError("--format is needed", "aliorder export --format ics deadlines.ics")
    one_of(form, FORMATS, "format")
    export_calendar(dues_until(session, None), session, target)


def export_calendar(dues: Sequence[Due], session: Session, target: str) -> None:
    """Write the deadlines as a calendar file, or to stdout for `-`; raises `UsageError` where that cannot be."""
    from aliorder.exporters.calendar_file import calendar_text  # noqa: PLC0415 - icalendar takes 100 ms

    write_document(calendar_text(dues, session.now), target)
    if not session.quiet and (target != STDOUT or not dues):
        say(closing_line(len(dues), target))


def closing_line(count: int, target: str) -> str:
    """How many deadlines were written, and where to."""
    where = "" if target == STDOUT else f" written to {target}"
    return f"{count or 'No'} deadline{'' if count == 1 else 's'}{where}"

"""`aliorder refunds`: the money on its way."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.domain.outstanding import Outstanding, outstanding
from aliorder.domain.survey import survey
from aliorder.exporters.refunds_document import refunds_document
from aliorder.render.lists import show_refunds
from aliorder.render.refunds import row_of
from aliorder.words.refunds import totals_words


def run(
    ctx: typer.Context,
    only_overdue: Annotated[bool, typer.Option("--overdue", help="Only those whose last day is over.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 if there are none.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.refunds/1).")] = False,
) -> None:
    """The money on its way: every refund that is owed to you, overdue first.

    \b
    Examples:
      aliorder refunds
      aliorder refunds --overdue --json
    """
    session: Session = ctx.obj
    with session.store() as store:
        owed = outstanding(survey(store.all(), session.policy, session.now, session.calendar_of))
    found = [each for each in owed if each.overdue] if only_overdue else owed
    if as_json:
        print_json(refunds_document(found))
    elif found:
        show(found, session)
    elif not session.quiet:
        say("No refund is overdue." if only_overdue else "No money is on its way to you.")
    if exit_code and not found:
        raise typer.Exit(1)


def show(found: list[Outstanding], session: Session) -> None:
    """Show the refunds and what they come to; a pipe gets the refunds alone."""
    closing = totals_words(found)
    show_refunds([row_of(each, session.policy) for each in found], closing, session.paper)
    if not session.paper.drawn and not session.quiet:
        say(closing)

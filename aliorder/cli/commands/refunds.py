"""`aliorder refunds`: the money on its way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from aliorder.cli.columns import REFUNDS, RefundsColumns, columns_of, one_form, show_columns
from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.domain.outstanding import Outstanding, outstanding
from aliorder.domain.survey import entry_of
from aliorder.exporters.refunds_document import outstanding_entry, refunds_document
from aliorder.render.lists import show_refunds
from aliorder.render.refunds import row_of
from aliorder.words.refunds import totals_words


def run(
    ctx: typer.Context,
    only_overdue: Annotated[bool, typer.Option("--overdue", help="Only those whose last day is over.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 if there are none.")] = False,
    columns: RefundsColumns = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.refunds/1).")] = False,
) -> None:
    """The money on its way to you, overdue refunds first.

    \b
    Examples:
      aliorder refunds
      aliorder refunds --overdue --json
      aliorder refunds --columns order,refund.amount,refund.latest
    """
    session: Session = ctx.obj
    one_form(columns=columns, json=as_json)
    names = columns_of(columns, REFUNDS)
    with session.store() as store:
        entries = (entry_of(each, session.policy, session.now, session.calendar_of) for each in store.all())
        owed = outstanding(entries)
    found = [each for each in owed if each.overdue] if only_overdue else owed
    if as_json:
        print_json(refunds_document(found))
    elif found:
        show(found, names, session)
    elif not session.quiet:
        say("No refund is overdue." if only_overdue else "No money is on its way to you.")
    if exit_code and not found:
        raise typer.Exit(1)


def show(found: list[Outstanding], names: Sequence[str] | None, session: Session) -> None:
    """Show the refunds, or the columns of them that are asked for, and what they come to; a pipe gets them alone."""
    closing = totals_words(found)
    if names is not None:
        show_columns(names, map(outstanding_entry, found), session.paper_of_columns)
    else:
        show_refunds([row_of(each, session.policy) for each in found], closing, session.paper)
    if not session.quiet and (names is not None or not session.paper.drawn):
        say(closing)

"""`aliorder due`: what comes due, soonest first."""

from collections.abc import Sequence
from typing import Annotated

import typer

from aliorder.cli.columns import DUE, DueColumns, columns_of, one_form, show_columns
from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.cli.watching import dues_until, last_moment_of
from aliorder.domain.agenda import Due
from aliorder.domain.typed import days

NOTHING_MATCHED = 1


def run(
    ctx: typer.Context,
    within: Annotated[
        str | None, typer.Option(metavar="DAYS", help="Only what is due within so many days, e.g. 7d, and overdue.")
    ] = None,
    calendar: Annotated[
        str | None, typer.Option("--ics", metavar="FILE", help="Write a calendar file instead; - is standard output.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where nothing is due.")] = False,
    columns: DueColumns = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.due/1).")] = False,
) -> None:
    """The deadlines of all open orders, overdue ones on top.

    \b
    Examples:
      aliorder due
      aliorder due --within 7d
      aliorder due --within 7d --exit-code --json
      aliorder due --columns days_left,order,action
      aliorder due --ics deadlines.ics
    """
    session: Session = ctx.obj
    one_form(ics=calendar, columns=columns, json=as_json)
    names = columns_of(columns, DUE)
    dues = dues_until(session, last_moment_of(session.now, days(within, "--within")) if within is not None else None)
    if calendar is not None:
        from aliorder.cli.commands.export import export_calendar  # noqa: PLC0415 - only for who wants a file

        export_calendar(dues, session, calendar)
    elif as_json:
        from aliorder.exporters.due_document import due_document  # noqa: PLC0415 - the table need not wait for it

        print_json(due_document(dues))
    else:
        show_dues(dues, names, session)
    if exit_code and not dues:
        raise typer.Exit(NOTHING_MATCHED)


def show_dues(dues: Sequence[Due], names: Sequence[str] | None, session: Session) -> None:
    """Show the deadlines to a person, or the columns of them that are asked for."""
    if names is not None:
        from aliorder.exporters.due_document import due_entry  # noqa: PLC0415 - the table need not wait for it

        show_columns(names, map(due_entry, dues), session.paper_of_columns)
    else:
        from aliorder.render.lists import show_agenda  # noqa: PLC0415 - JSON need not wait for it

        show_agenda(dues, session.paper)
    if not session.quiet:
        say(closing_line(dues))


def closing_line(dues: Sequence[Due]) -> str:
    """How much there is, and how to get it into a calendar."""
    if not dues:
        return "Nothing is due. See all orders with: aliorder list"
    orders = len({due.standing.order.number for due in dues})
    late = sum(due.level == "overdue" for due in dues)
    overdue = f", {late} overdue" if late else ""
    count = f"{len(dues)} deadline{'s' if len(dues) > 1 else ''} of {orders} order{'s' if orders > 1 else ''}"
    return f"{count}{overdue}. As a calendar: aliorder due --ics deadlines.ics"

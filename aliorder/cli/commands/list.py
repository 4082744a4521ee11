"""`aliorder list`: the kept orders."""

from typing import Annotated

import typer

from aliorder.cli.columns import LIST, ListColumns, columns_of, one_form, show_columns
from aliorder.cli.output import print_json, say
from aliorder.cli.overview import day_and_title
from aliorder.cli.session import Session
from aliorder.cli.wanted import ActionOption, DueWithinOption, OpenOption, StageOption, wanted_of
from aliorder.cli.watching import kept_standings
from aliorder.domain.outlook import Standing
from aliorder.exporters.order_document import list_entry
from aliorder.render.lists import show_table
from aliorder.render.table import Column
from aliorder.words.labels import action_line
from aliorder.words.stages import STAGE_LABELS

COLUMNS = (
    Column("due"),
    Column("order"),
    Column("title", fixed=False),
    Column("stage", fixed=False),
    Column("to do", fixed=False),
)


def run(
    ctx: typer.Context,
    stage: StageOption = None,
    action: ActionOption = None,
    only_open: OpenOption = False,
    due_within: DueWithinOption = None,
    columns: ListColumns = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.list/1).")] = False,
) -> None:
    """The kept orders, soonest deadline first.

    \b
    Examples:
      aliorder list --open --due-within 7d
      aliorder list --stage refunding --json
      aliorder list --columns order,stage,title
    """
    session: Session = ctx.obj
    one_form(columns=columns, json=as_json)
    names = columns_of(columns, LIST)
    wanted = wanted_of(stage, action, only_open, due_within)
    chosen = [standing for standing in kept_standings(session) if wanted.admits(standing)]
    if as_json:
        print_json({"schema": "aliorder.list/1", "orders": [list_entry(standing) for standing in chosen]})
        return
    if names is not None:
        show_columns(names, map(list_entry, chosen), session.paper_of_columns)
    else:
        show_table(COLUMNS, [row_of(standing, drawn=session.paper.drawn) for standing in chosen], session.paper)
    if not chosen and not session.quiet:
        say("No orders to show. Keep one with: aliorder add, or: aliorder import FILE")


def row_of(standing: Standing, *, drawn: bool) -> tuple[str, ...]:
    """An order on one line; `drawn` it is for a person: the day in words, of a long title the beginning."""
    outlook = standing.outlook
    day, title = day_and_title(standing, drawn=drawn)
    stage = STAGE_LABELS[outlook.stage] if outlook.stage else "unknown"
    return day, standing.order.number or "", title, stage, action_line(outlook.action, outlook.claim)

"""`aliorder list`: the kept orders."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.output import print_json, say
from aliorder.cli.overview import day_and_title
from aliorder.cli.session import Session
from aliorder.cli.wanted import ActionOption, DueWithinOption, OpenOption, StageOption, wanted_of
from aliorder.domain.survey import Entry, survey
from aliorder.exporters.order_document import list_entry
from aliorder.render.screen import show_table
from aliorder.render.table import Column
from aliorder.words.labels import STAGE_LABELS, action_line

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
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.list/1).")] = False,
) -> None:
    """The kept orders, soonest deadline first.

    \b
    Examples:
      aliorder list --open --due-within 7d
      aliorder list --stage refunding --json
    """
    session: Session = ctx.obj
    wanted = wanted_of(stage, action, only_open, due_within)
    with session.store() as store:
        entries = survey(store.all(), session.policy, session.now, session.calendar_of)
    chosen = [entry for entry in entries if wanted.admits(entry)]
    if as_json:
        print_json(
            {
                "schema": "aliorder.list/1",
                "orders": [list_entry(entry.order, entry.advice, entry.next_deadline, session.now) for entry in chosen],
            }
        )
        return
    show_table(COLUMNS, [row_of(entry, drawn=session.paper.drawn) for entry in chosen], session.paper)
    if not chosen and not session.quiet:
        say("No orders to show. Keep one with: aliorder add, or: aliorder import FILE")


def row_of(entry: Entry, *, drawn: bool) -> tuple[str, ...]:
    """An order on one line; `drawn` it is for a person: the day in words, of a long title the beginning."""
    order = entry.order
    day, title = day_and_title(entry, drawn=drawn)
    stage = STAGE_LABELS[entry.advice.stage.id] if entry.advice else "unknown"
    todo = action_line(entry.advice.action) if entry.advice else "tell more"
    return day, order.number or "", title, stage, todo

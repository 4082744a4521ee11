"""`aliorder list`: the kept orders."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, NamedTuple

import typer

from aliorder.cli.output import print_json, say
from aliorder.cli.overview import day_and_title
from aliorder.cli.session import Session
from aliorder.domain.survey import Entry, survey
from aliorder.domain.typed import days, one_of
from aliorder.domain.vocabulary import ACTIONS, STAGES, Action, Stage
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
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help="Only orders in this stage.")] = None,
    action: Annotated[str | None, typer.Option(metavar="ACTION", help="Only orders with this advice.")] = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only orders that need something or somebody.")] = False,
    due_within: Annotated[
        str | None, typer.Option(metavar="DAYS", help="Only orders with a deadline within so many days, e.g. 7d.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.list/1).")] = False,
) -> None:
    """The kept orders, soonest deadline first.

    \b
    Examples:
      aliorder list --open --due-within 7d
      aliorder list --stage refunding --json
    """
    session: Session = ctx.obj
    wanted = Wanted(
        one_of(stage, STAGES, "stage") if stage else None,
        one_of(action, ACTIONS, "action") if action else None,
        only_open,
        days(due_within, "--due-within") if due_within is not None else None,
    )
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


class Wanted(NamedTuple):
    """Which orders to list; `None` and `False` ask for nothing."""

    stage: Stage | None
    action: Action | None
    only_open: bool
    within: timedelta | None

    def admits(self, entry: Entry) -> bool:
        """Whether the order is one of those to list; one without a stage fits no stage and no action."""
        advice = entry.advice
        if self.stage and (advice is None or advice.stage.id != self.stage):
            return False
        if self.action and (advice is None or advice.action.id != self.action):
            return False
        if self.only_open and not entry.is_open:
            return False
        return self.within is None or is_due(entry, self.within)


def is_due(entry: Entry, within: timedelta) -> bool:
    """Whether the next deadline of the order comes within that time."""
    deadline = entry.next_deadline
    return deadline is not None and deadline.at is not None and deadline.at <= entry.now + within


def row_of(entry: Entry, *, drawn: bool) -> tuple[str, ...]:
    """An order on one line; `drawn` it is for a person: the day in words, of a long title the beginning."""
    order = entry.order
    day, title = day_and_title(entry, drawn=drawn)
    stage = STAGE_LABELS[entry.advice.stage.id] if entry.advice else "unknown"
    todo = action_line(entry.advice.action) if entry.advice else "tell more"
    return day, order.number or "", title, stage, todo

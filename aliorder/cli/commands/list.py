"""`aliorder list`: the kept orders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated

import typer

from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.domain.dates import said_day
from aliorder.domain.survey import Entry, survey
from aliorder.domain.typed import one_of
from aliorder.domain.vocabulary import ACTIONS, STAGES
from aliorder.errors import UsageError
from aliorder.exporters.order_document import list_entry
from aliorder.render.card import action_line
from aliorder.render.screen import show_table
from aliorder.render.table import Column
from aliorder.words.labels import STAGE_LABELS

COLUMNS = (
    Column("due"),
    Column("order"),
    Column("title", fixed=False),
    Column("stage"),
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
    wanted_stage = one_of(stage, STAGES, "stage") if stage else None
    wanted_action = one_of(action, ACTIONS, "action") if action else None
    within = span(due_within) if due_within else None
    with session.store() as store:
        entries: Iterable[Entry] = survey(store.all(), session.policy, session.now)
    chosen = [
        entry
        for entry in entries
        if (wanted_stage is None or (entry.advice is not None and entry.advice.stage.id == wanted_stage))
        and (wanted_action is None or (entry.advice is not None and entry.advice.action.id == wanted_action))
        and (not only_open or entry.is_open)
        and (within is None or is_due(entry, within))
    ]
    if as_json:
        print_json(
            {
                "schema": "aliorder.list/1",
                "orders": [list_entry(entry.order, entry.advice, entry.next_deadline, session.now) for entry in chosen],
            }
        )
        return
    show_table(COLUMNS, [row_of(entry) for entry in chosen], session.paper)
    if not chosen and not session.quiet:
        say("No orders to show. Keep one with: aliorder add, or: aliorder import FILE")


def span(text: str) -> timedelta:
    """A number of days, `7d` or `7`."""
    match = re.fullmatch(r"(\d{1,4})d?", text.strip())
    if not match:
        raise UsageError(f"--due-within takes a number of days such as 7d, not {text!r}")
    return timedelta(days=int(match[1]))


def is_due(entry: Entry, within: timedelta) -> bool:
    """Whether the next deadline of the order comes within that time."""
    deadline = entry.next_deadline
    return deadline is not None and deadline.at is not None and deadline.at <= entry.now + within


def row_of(entry: Entry) -> tuple[str, ...]:
    """An order on one line."""
    order, deadline = entry.order, entry.next_deadline
    day = said_day(deadline.at, entry.now).isoformat() if deadline and deadline.at else ""
    stage = STAGE_LABELS[entry.advice.stage.id] if entry.advice else "unknown"
    todo = action_line(entry.advice.action) if entry.advice else "tell more"
    return day, order.number or "", order.title or "", stage, todo

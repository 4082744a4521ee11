"""`aliorder history`: the life of an order as a picture in time."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain.survey import entry_of
from aliorder.domain.timeline import in_order
from aliorder.exporters.fields import deadline_document
from aliorder.exporters.order_document import event_entry
from aliorder.render.fold import show_text
from aliorder.render.history import history_lines


def run(
    ctx: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.history/1).")] = False,
) -> None:
    """The life of an order: what happened, which deadlines lie ahead.

    \b
    Examples:
      aliorder history 2345
    """
    session: Session = ctx.obj
    found = session.order(order)
    events = list(in_order(list(found.events), session.now))
    entry = entry_of(found, session.policy, session.now, session.calendar_of)
    deadlines = entry.advice.deadlines if entry.advice else ()
    if as_json:
        print_json(
            {
                "schema": "aliorder.history/1",
                "order": found.number,
                "events": [event_entry(event, session.now) for event in events],
                "deadlines": [deadline_document(deadline, session.now) for deadline in deadlines],
            }
        )
    else:
        show_text(history_lines(found, events, deadlines, session.now, drawn=session.paper.drawn))

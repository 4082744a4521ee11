"""`aliorder plan`: the road ahead."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.facts import FactOptions, any_given, takes_facts, with_typed
from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain.plan import plan
from aliorder.errors import UsageError
from aliorder.exporters.plan_document import plan_document
from aliorder.render.road import road_map
from aliorder.render.screen import show_road


@takes_facts
def run(
    ctx: typer.Context,
    facts: FactOptions,
    order: Annotated[
        str | None, typer.Argument(metavar="[ORDER]", help="A kept order; the facts are then what-if.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.plan/1).")] = False,
) -> None:
    """The road ahead: what to do from which day on.

    What to do if nothing else happens, and where the road forks: what would follow if somebody did something. An event
    may lie in the future here: it counts from its day on.

    \b
    Examples:
      aliorder plan --event paid=2026-11-20 --deadline ship-by=2026-11-27
      aliorder plan 2345
      aliorder plan 2345 --event shipped=2026-11-27
    """
    session: Session = ctx.obj
    if order is None and not any_given(facts):
        raise UsageError("no order was given and no facts", "aliorder plan ORDER, or facts as for advise")
    asked = with_typed(session.order_or_new(order), facts, session.policy, session.now, ahead=True)
    found = plan(asked, session.policy, session.now, session.calendar_of(asked.country))
    if as_json:
        print_json(plan_document(found, session.policy))
    else:
        show_road(road_map(found, session.policy), session.paper)

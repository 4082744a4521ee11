"""`aliorder explain`: which facts decided, which rules were passed over and why, on what it rests."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.facts import FactOptions, any_given, takes_facts, with_typed
from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain.advice import Decision, decide, told
from aliorder.errors import UsageError
from aliorder.exporters.explain_document import explain_document
from aliorder.render.explain import explain_lines
from aliorder.render.fold import show_text


@takes_facts
def run(
    ctx: typer.Context,
    facts: FactOptions,
    order: Annotated[
        str | None, typer.Argument(metavar="[ORDER]", help="A kept order; the facts are then what-if.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.explain/1).")] = False,
) -> None:
    """Why aliorder advises what it does: rules, figures, sources.

    The rules that decided and those passed over, the figures, and where it was read.

    \b
    Examples:
      aliorder explain 2345
      aliorder explain --event paid=2026-11-20 --why not-needed
    """
    session: Session = ctx.obj
    if order is None and not any_given(facts):
        raise UsageError("nothing to explain was given", "aliorder explain ORDER, or facts as for advise")
    asked = with_typed(session.order_or_new(order), facts, session.policy, session.now)
    decision = decide(asked, session.policy, session.now, session.calendar_of(asked.country))
    if as_json:
        print_json(explain_document(decision, told(decision)))
    else:
        show_grounds(decision)


def show_grounds(decision: Decision) -> None:
    """Print on what a decision rests, in lines for a person."""
    show_text(explain_lines(explain_document(decision, told(decision))))

"""`aliorder advise`: the main job."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.facts import FactOptions, any_given, takes_facts, with_typed
from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain.advice import decide, told
from aliorder.errors import UsageError
from aliorder.exporters.advice_document import advice_document


@takes_facts
def run(
    ctx: typer.Context,
    facts: FactOptions,
    order: Annotated[
        str | None, typer.Argument(metavar="[ORDER]", help="A kept order; the facts are then what-if.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Advice on every open order.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.advice/1).")] = False,
) -> None:
    """What to do now, by when, how, and when the money will be back.

    \b
    Examples:
      aliorder advise --event paid=2026-11-20 --why duplicate --payment visa
      aliorder advise 2345
      aliorder advise 2345 --event shipped=today
      aliorder advise --all --json
    """
    session: Session = ctx.obj
    if everything:
        if order is not None or any_given(facts):
            raise UsageError("--all looks at every kept order, so it takes neither an order nor facts")
        from aliorder.cli.overview import print_all, show_all  # noqa: PLC0415 - one order need not wait for it

        (print_all if as_json else show_all)(session)
        return
    asked = with_typed(session.order_or_new(order), facts, session.policy, session.now)
    decision = decide(asked, session.policy, session.now, session.calendar_of(asked.country))
    if as_json:
        print_json(advice_document(told(decision), session.policy))
        return
    from aliorder.render.screen import show_advice  # noqa: PLC0415 - JSON need not wait for the card

    show_advice(told(decision), session.policy, session.paper)
    if session.verbose:
        from aliorder.cli.commands.explain import show_grounds  # noqa: PLC0415 - only for who wants to know more

        show_grounds(decision)

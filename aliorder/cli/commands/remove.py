"""`aliorder remove`: forget a kept order."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.sweeping import sweep
from aliorder.errors import UsageError


def run(
    ctx: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Forget a kept order.

    `aliorder undo` brings it back.

    \b
    Examples:
      aliorder remove 2345 --yes
    """
    session: Session = ctx.obj
    number = session.order(order).number or ""
    if not yes and not confirmed(session, number):
        say("Nothing was removed.")
        return
    with session.changing(number, "remove {}") as (store, _):
        store.delete(number)
    sweep(session)
    if not session.quiet:
        say(f"Removed order {number}. To bring it back: aliorder undo")


def confirmed(session: Session, number: str) -> bool:
    """Whether the buyer says yes; where nobody can be asked, a `UsageError` that names the option."""
    if not session.may_prompt:
        raise UsageError("removing asks first, and there is nobody to ask", "add --yes")
    return typer.confirm(f"Remove order {number}?", err=True)

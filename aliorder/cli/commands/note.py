"""`aliorder note`: a word to remember with an order."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.watching import noting
from aliorder.errors import UsageError
from aliorder.words.naming import name_of
from aliorder.words.safe import printable


def run(
    ctx: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Number, alias, or its first or last digits.")],
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What to remember; quotes are not needed.")],
) -> None:
    """Write a note to a kept order.

    It is for you alone: notes stand in show, and in no message and no dossier. What the seller wrote is an event:
    aliorder record ORDER seller-answered --text TEXT.

    \b
    Examples:
      aliorder note 2345 the neighbour may have taken it in
    """
    session: Session = ctx.obj
    words = " ".join(" ".join(text).split())
    if not printable(words):
        raise UsageError("a note needs words", 'e.g. aliorder note 2345 "ask again on Friday"')
    with session.changing(order, "note {}") as (store, found):
        store.put(replace(found, notes=(*found.notes, words)), noting(session, store))
    if not session.quiet:
        say(f"Noted with order {found.number}. It stands in: aliorder show {name_of(found)}")

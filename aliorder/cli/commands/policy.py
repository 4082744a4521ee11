"""`aliorder policy`: the figures behind the advice, where they were read, and what in them is worth a second look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated

import typer

from aliorder.cli.output import print_json, say
from aliorder.cli.session import Session
from aliorder.domain.policy import AnyFigure, Source, Window
from aliorder.domain.policy_review import FINDINGS, Review, figures_on, review
from aliorder.domain.typed import one_of
from aliorder.errors import UsageError, shown
from aliorder.exporters.policy_check_document import policy_check_document
from aliorder.exporters.policy_document import policy_document, sources_document
from aliorder.render.fold import show_text
from aliorder.render.lists import show_table
from aliorder.render.paper import show_lines
from aliorder.render.policy import (
    FIGURE_COLUMNS,
    GRADES,
    SOURCE_COLUMNS,
    check_lines,
    check_rows,
    figure_lines,
    short_row,
    source_lines,
    source_row,
    whole_row,
)
from aliorder.render.table import tab_lines


def run() -> None:
    """The figures behind the advice, and where they were read.

    Figures of your own can stand in a file named policy.toml; aliorder paths says where. For example:

    \b
      [windows.cancel-answer]
      value = 72
      note = "the order page says so"

    \b
    Examples:
      aliorder policy show
      aliorder policy show cancel-answer
      aliorder policy check --only weak
    """


def show(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A window or a payment method; without it, all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.policy/1).")] = False,
) -> None:
    """The figures that hold today, yours among them; one in full.

    With --now, those that held on that day.

    \b
    Examples:
      aliorder policy show
      aliorder policy show cancel-answer
      aliorder policy show paypal
    """
    session: Session = ctx.obj
    policy, day = session.figures, session.now.date()
    figures = figures_on(policy, day)
    if name is not None:
        wanted = named(name, [figure.id for figure in figures], "figure", "show")
        figures = tuple(figure for figure in figures if figure.id == wanted)
    if as_json:
        print_json(policy_document(figures, policy, day))
    elif name is not None:
        show_text(figure_lines(figures[0], policy))
    else:
        show_figures(figures, session)


def show_figures(figures: tuple[AnyFigure, ...], session: Session) -> None:
    """Show the windows and the payment methods, on a terminal one table each."""
    if not session.paper.drawn:
        show_table((), [whole_row(figure, session.figures) for figure in figures], session.paper)
        return
    for heading, wanted in (("How long things take", True), ("How long refunds take", False)):
        rows = [short_row(figure, session.figures) for figure in figures if isinstance(figure, Window) is wanted]
        show_lines([heading, ""])
        show_table(FIGURE_COLUMNS, rows, session.paper)
        show_lines([""])
    show_text([GRADES])


def check(
    ctx: typer.Context,
    only: Annotated[str | None, typer.Option(metavar="KIND", help=f"Only one kind: {', '.join(FINDINGS)}.")] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 if nothing was found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.policy-check/1).")] = False,
) -> None:
    """What in the figures is worth a second look.

    Those last checked more than 180 days ago, your own beside ours, where the sources disagree and how many of them
    speak against what was decided, and figures that rest on a single source or on none better than a guide.

    \b
    Examples:
      aliorder policy check
      aliorder policy check --only weak --exit-code
    """
    session: Session = ctx.obj
    policy, day = session.figures, session.now.date()
    found = review(policy, day)
    if only is not None:
        kind = one_of(only, FINDINGS, "kind of finding")
        found = Review()._replace(**{kind: getattr(found, kind)})
    if as_json:
        print_json(policy_check_document(found, policy, day))
    else:
        rows = list(check_rows(found, policy, day))
        show_text(check_lines(rows) if session.paper.drawn else tab_lines(rows))
    if any(found):
        return
    if not (as_json or session.quiet):
        say("nothing was found")
    raise typer.Exit(1 if exit_code else 0)


def sources(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[ID]", help="A source; without it, all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.sources/1).")] = False,
) -> None:
    """Where it all was read, and when; of one source, what rests on it.

    \b
    Examples:
      aliorder policy sources
      aliorder policy sources S0
    """
    session: Session = ctx.obj
    policy = session.figures
    found = (
        [policy.sources[named(name, policy.sources, "source", "sources")]] if name else list(policy.sources.values())
    )
    if as_json:
        print_json(sources_document(found, policy))
    elif name:
        show_text(source_lines(found[0], policy))
    else:
        show_sources(found, session)


def show_sources(found: Sequence[Source], session: Session) -> None:
    """Show the sources, on a terminal without their addresses but with what the grades mean."""
    drawn = session.paper.drawn
    show_table(SOURCE_COLUMNS, [source_row(source, whole=not drawn) for source in found], session.paper)
    if drawn:
        show_text(["", GRADES])


def named(text: str, ids: Iterable[str], what: str, command: str) -> str:
    """The id that `text` names, in whatever case; raises `UsageError` with those nearest to it if it names none."""
    known = {name.casefold(): name for name in ids}
    word = text.strip().casefold()
    if word in known:
        return known[word]
    near = get_close_matches(word, known, n=3, cutoff=0.5)
    others = " or ".join(known[each] for each in near)
    hint = f"did you mean {others}?" if near else f"aliorder policy {command} lists them"
    raise UsageError(f"{shown(text)} is not a known {what}", hint)


COMMANDS: Mapping[str, Callable[..., None]] = {"show": show, "check": check, "sources": sources}
"""The commands of the group, in the order in which help lists them."""

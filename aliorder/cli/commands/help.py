"""`aliorder help`: topics, and the help page of every command."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from aliorder.cli.help_page import Page
from aliorder.cli.listing import SECTIONS, TOPICS
from aliorder.errors import UsageError, shown
from aliorder.render.paper import show_lines
from aliorder.words.topics import TOPICS as TEXTS
from aliorder.words.topics.parts import Block, Lines, Part, Terms

EACH = (
    "aliorder help NAME tells more of a topic or a command; aliorder --help shows the options for all commands. "
    "man aliorder has it all on one page."
)


def run(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[TOPIC|COMMAND]", help="Without it, all of them are listed.")
    ] = None,
) -> None:
    """Help on a topic or a command.

    \b
    Examples:
      aliorder help scripting
      aliorder help advise
      aliorder help policy show
    """
    wanted = [name.casefold() for name in names or ()]
    if not wanted:
        show_lines(contents())
    elif len(wanted) == 1 and wanted[0] in TEXTS:
        show_lines(topic_lines(wanted[0]))
    else:
        show_lines(command_lines(ctx.find_root(), wanted))


def contents() -> list[str]:
    """All topics and all commands."""
    page = Page()
    page.write_text(EACH)
    page.write_sections({"Topics": TOPICS, **SECTIONS})
    return page.lines()


def topic_lines(name: str) -> list[str]:
    """The text of a topic, on a page."""
    page = Page()
    page.write_text(TOPICS[name])
    for part in TEXTS[name].parts:
        write_part(part, page)
    return page.lines()


def write_part(part: Part, page: Page) -> None:
    """Write a part under its heading."""
    page.write_paragraph()
    page.write_text(part.heading)
    with page.indentation():
        for place, block in enumerate(part.blocks):
            if place:
                page.write_paragraph()
            write_block(block, page)


def write_block(block: Block, page: Page) -> None:
    """Write a paragraph, a list of terms, or lines as they are."""
    if isinstance(block, Terms):
        page.write_dl(block.rows)
    elif isinstance(block, Lines):
        page.write_lines(block.lines)
    else:
        page.write_text(block)


def command_lines(root: Any, names: Sequence[str]) -> list[str]:
    """The help page of the command, or of a command in a group; raises `UsageError` if there is none."""
    ctx = root
    for name in names:
        known = ctx.command.list_commands(ctx) if hasattr(ctx.command, "list_commands") else []
        if name not in known:
            raise unknown(name, ctx, known)
        ctx = ctx.command.get_command(ctx, name).make_context(name, [], parent=ctx, resilient_parsing=True)
    text: str = ctx.get_help()
    return text.split("\n")


def unknown(name: str, ctx: Any, known: Sequence[str]) -> UsageError:
    """The error for a name that is neither a topic nor a command, with the nearest that are."""
    path = ctx.command_path.removeprefix("aliorder").strip()
    near = get_close_matches(name, known if path else dict.fromkeys((*TOPICS, *known)), n=1)
    if path:
        way, wrong = f"aliorder help {path}", f"there is no command {shown(f'{path} {name}')}"
    else:
        way, wrong = (
            "aliorder help lists the topics and the commands",
            f"there is no topic and no command {shown(name)}",
        )
    return UsageError(wrong, f"did you mean {near[0]}?" if near else way)

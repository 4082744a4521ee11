"""Write the manual page from the command line, the topics and the vocabulary: make_manual.py [FILE].

FILE is `aliorder/manual/aliorder.1` unless named. A test regenerates it and compares.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer
from roff import bold, escaped, heading, lines, paragraph, quoted, subheading, table, terms, usage

from aliorder import __version__
from aliorder.cli.app import app
from aliorder.cli.listing import SECTIONS
from aliorder.words.topics import TOPICS
from aliorder.words.topics.parts import Block, Lines, Part, Terms
from aliorder.words.topics.scripting import ENVIRONMENT, EXIT, FOLDERS

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT / "aliorder" / "manual" / "aliorder.1"

OWN_SECTIONS = {"EXIT STATUS": EXIT, "ENVIRONMENT": ENVIRONMENT, "FILES": FOLDERS}
"""Parts of topics that a manual tells in sections of their own."""

SHARING = ("advise", "add", "plan")
"""Commands that take all facts; an option that each of them has is told once, for all."""

FACTS = "the facts: see FACTS"

EXAMPLES = (
    ("What now, and which reason to choose:", "aliorder advise --event paid=2d --why wrong-item --payment visa"),
    ("Keep an order, and note what happens to it:", 'aliorder add 8190000000006789 --title "USB cable"'),
    ("", "aliorder record 6789 paid --on yesterday"),
    ("Bring in your orders, after a look at what would change:", "aliorder import --dry-run order-list.json"),
    ("All that needs something now:", "aliorder advise --all"),
    ("What comes due within two days:", "aliorder due --within 2d"),
    ("The deadlines for a calendar:", "aliorder due --ics deadlines.ics"),
)

SEE_ALSO = "jq(1), fzf(1), crontab(5); aliorder help TOPIC prints the topics of this page one by one."

Record = tuple[str, str]


def manual() -> str:
    """The page, as roff."""
    return "\n".join((r".\" Written by .ci/make_manual.py; do not edit.", *page(), ""))


def page() -> Iterator[str]:
    """The lines of the page."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("aliorder", [], resilient_parsing=True)
    yield f'.TH ALIORDER 1 {quoted(released())} {quoted(f"aliorder {__version__}")} "User Commands"'
    yield from (".nh", ".ad l", heading("Name"), rf"aliorder \- {escaped(purpose(group))}")
    yield from (
        heading("Synopsis"),
        f"{bold('aliorder')} {usage('[OPTIONS] COMMAND [ARGS]...')}",
        ".br",
        bold("aliorder"),
    )
    yield heading("Description")
    yield from texts(paragraphs(group)[1:], examples=False)
    yield heading("Options")
    yield from paragraph("These hold for every command and stand before it.")
    yield from options(records(group, context, "option"))
    yield from commands(group, context)
    for name, topic in TOPICS.items():
        yield heading(name)
        yield from parts(part for part in topic.parts if part not in OWN_SECTIONS.values())
    for name, part in OWN_SECTIONS.items():
        yield heading(name)
        yield from blocks(part.blocks)
    yield heading("Examples")
    for said, line in EXAMPLES:
        yield from (*(paragraph(said) if said else ()), *lines((line,)))
    yield heading("Reporting problems")
    yield from texts(inspect.cleandoc(group.epilog).split("\n\n")[1:], examples=False)
    yield heading("See also")
    yield from paragraph(SEE_ALSO)


def released() -> str:
    """The day of this version, as the change log has it."""
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(__version__)}\] - (.+)$", log, re.MULTILINE)
    return found[1] if found else "unreleased"


def commands(group: Any, context: Any) -> Iterator[str]:
    """The commands by the sections of the help page, and before them the facts that several take."""
    every = {name: group.get_command(context, name) for purposes in SECTIONS.values() for name in purposes}
    shared = shared_options(every, context)
    yield heading("Facts")
    yield from paragraph("Several commands take what is true of an order:")
    yield from options(shared)
    yield heading("Commands")
    for title, purposes in SECTIONS.items():
        yield subheading(title)
        for name in purposes:
            yield from command(name, every[name], context, shared)


def shared_options(every: dict[str, Any], context: Any) -> list[Record]:
    """The options that each of `SHARING` has, but for those that every command has."""
    taken = [records(every[name], context, "option") for name in SHARING]
    return [record for record in taken[0] if all(record in others for others in taken) and not is_common(record)]


def command(name: str, found: Any, parent: Any, shared: list[Record]) -> Iterator[str]:
    """A command: how it is called, what it is for, what it takes, examples; of a group, then its commands."""
    context = found.make_context(name, [], parent=parent, resilient_parsing=True)
    arguments = records(found, context, "argument")
    own = [record for record in records(found, context, "option") if not is_common(record)]
    facts = all(record in own for record in shared)
    within = getattr(found, "commands", {})
    words = ("[OPTIONS]" if own else "", "COMMAND" if within else "", *places(found, context))
    yield ".TP"
    yield " ".join((bold(context.command_path), *map(usage, filter(None, words))))
    yield escaped(paragraphs(found)[0])
    yield ".RS"
    yield from texts(paragraphs(found)[1:], examples=True)
    yield from options(arguments)
    yield from options(record for record in own if not facts or record not in shared)
    yield from paragraph(f"And {FACTS}.") if facts else ()
    yield ".RE"
    for each, one in within.items():
        yield from command(each, one, context, shared)


def records(found: Any, context: Any, kind: str) -> list[Record]:
    """What help tells of the options, or of the arguments, of a command."""
    params = [each for each in found.get_params(context) if each.param_type_name == kind]
    return [record for each in params if (record := each.get_help_record(context)) is not None]


def places(found: Any, context: Any) -> Iterator[str]:
    """The arguments of a command, as a line that calls it shows them."""
    for each in found.get_params(context):
        if each.param_type_name == "argument":
            yield from (piece.strip("{}") for piece in each.get_usage_pieces(context))


def is_common(record: Record) -> bool:
    """Whether it is an option that every command has."""
    return "--help" in record[0]


def purpose(found: Any) -> str:
    """What a command is for, as a part of a sentence."""
    return paragraphs(found)[0].removesuffix(".")


def paragraphs(found: Any) -> list[str]:
    """The paragraphs of a help text."""
    return inspect.cleandoc(found.help).split("\n\n")


def texts(found: Iterable[str], *, examples: bool) -> Iterator[str]:
    """Paragraphs, and what stands as it is; the `examples` of a command only if they are wanted."""
    for text in found:
        first, *rest = text.split("\n")
        if first != "\b":
            yield from paragraph(text)
        elif not rest[0].startswith("Examples:"):
            yield from lines(inspect.cleandoc("\n".join(rest)).split("\n"))
        elif examples:
            yield from lines(line.strip() for line in rest[1:])


def options(found: Iterable[Record]) -> Iterator[str]:
    """Options, or arguments, and what help says of them."""
    yield from terms((usage(name), meaning) for name, meaning in found)


def parts(found: Iterable[Part]) -> Iterator[str]:
    """The parts of a topic."""
    for part in found:
        yield subheading(part.heading)
        yield from blocks(part.blocks)


def blocks(found: Iterable[Block]) -> Iterator[str]:
    """Paragraphs, lists of terms, and lines as they are."""
    for block in found:
        if isinstance(block, Terms):
            yield from table(block.rows)
        elif isinstance(block, Lines):
            yield from lines(block.lines)
        else:
            yield from paragraph(block)


def main() -> None:
    """Write the page."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    file.parent.mkdir(exist_ok=True)
    file.write_text(manual(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Commands as the command line offers them: one by one, or several under one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from types import ModuleType
from typing import Any

import typer
from typer._click.exceptions import BadOptionUsage
from typer.core import TyperCommand, TyperGroup

from aliorder.cli.listing import OTHER_WORDS
from aliorder.cli.output import complain, talk
from aliorder.errors import UsageError, shown

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}
"""How help is asked for, of every command and group."""


LONGEST_REST = 60
"""A rest of the line with more letters than this is not repeated."""

READING = frozenset(
    {"advise", "due", "explain", "help", "history", "list", "payments", "plan", "policy", "reasons", "refund"}
    | {"refunds", "schema", "show"}
)
"""The commands whose text a person reads through a pager if it is long; none of them asks anything."""


class HelpContext(typer.Context):
    """What a command is called with; its help comes on a page of ours."""

    def make_formatter(self) -> Any:
        """The page to write help on."""
        from aliorder.cli.help_page import Page  # noqa: PLC0415 - few runs are for help

        return Page()


@contextmanager
def known_to(ctx: Any) -> Iterator[None]:
    """Let an error about an option tell of which command it is."""
    try:
        yield
    except BadOptionUsage as error:
        error.ctx = ctx
        raise


class OneCommand(TyperCommand):
    """A command by itself."""

    context_class = HelpContext
    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the words in; those that are too many are refused."""
        with known_to(ctx):
            left = super().parse_args(ctx, args)
        if left:
            from aliorder.cli.refusals import too_many  # noqa: PLC0415 - only for what is wrong

            raise too_many(ctx, left[0])
        return left

    def invoke(self, ctx: Any) -> Any:
        """Run the command; on a terminal, long text for a person goes through the pager."""
        session, name = ctx.obj, ctx.command_path.split()[1]
        if name not in READING or not session.may_page or not session.on_terminal or ctx.params.get("as_json"):
            return super().invoke(ctx)
        from aliorder.cli.pager import paged  # noqa: PLC0415 - only a person at a terminal reads page by page

        with paged():
            return super().invoke(ctx)


class NamedCommands(TyperGroup):
    """A group that refuses a command it does not have with the nearest that it has."""

    context_class = HelpContext

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take in the words before the command, and leave the others to it."""
        with known_to(ctx):
            return super().parse_args(ctx, args)

    def sections(self) -> Mapping[str, Mapping[str, str]]:
        """What the help page lists: names and their purposes under headings."""
        return {"Commands": {name: purpose_of(command) for name, command in self.commands.items()}}

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the sections of the help page, and then its options."""
        formatter.write_sections(self.sections())
        super().format_options(ctx, formatter)

    def format_commands(self, _ctx: Any, _formatter: Any) -> None:
        """Write nothing more: the commands stand in the sections."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """The names of the commands, in the order of the help page."""
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments name; an unknown one is refused with the nearest that exist."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            path = f"{ctx.command_path} {args[0]}".removeprefix("aliorder ")
            raise UsageError(f"there is no command {shown(path)}", other_command(path, args, names, ctx))
        return super().resolve_command(ctx, args)


def other_command(path: str, args: list[str], names: list[str], ctx: Any) -> str:
    """The hint for a command that there is not: what does it here, or the nearest of the names."""
    meant = OTHER_WORDS.get(path.casefold())
    if meant:
        from shlex import join  # noqa: PLC0415 - only for what is wrong

        rest = join(args[1:])
        return f"did you mean: aliorder {meant}{rest and ' '}{rest if len(rest) <= LONGEST_REST else '…'}"
    near = get_close_matches(args[0], names, n=2)
    return f"did you mean {' or '.join(near)}?" if near else f"{ctx.command_path} --help lists the commands"


def command_of(name: str, module: ModuleType) -> Any:
    """The command that a module offers as `run`, or the group of those in its `COMMANDS`, each under its name.

    The docstring of a group's `run` is its help; alone, its name shows that help, and is a wrong usage.
    """
    offered = typer.Typer(name=name, cls=NamedCommands, add_completion=False, rich_markup_mode=None)
    if not hasattr(module, "COMMANDS"):
        offered.command(name, cls=OneCommand, context_settings=HELP_OPTIONS)(module.run)
        return typer.main.get_command(offered)
    offered.callback(invoke_without_command=True, help=module.run.__doc__, context_settings=HELP_OPTIONS)(help_alone)
    for each, run in module.COMMANDS.items():
        offered.command(each, cls=OneCommand, context_settings=HELP_OPTIONS)(run)
    return typer.main.get_command(offered)


def purpose_of(command: Any) -> str:
    """What a command is for: the first paragraph of its help, on one line."""
    return " ".join((command.help or "").split("\n\n")[0].split())


def help_alone(ctx: typer.Context) -> None:
    """Show the help of a group whose name was given without a command."""
    if ctx.invoked_subcommand is None:
        talk([ctx.get_help()])
        first = ctx.command.list_commands(ctx)[0]  # type: ignore[attr-defined]
        complain(UsageError(f"{ctx.command_path} needs a command of its own", f"e.g. {ctx.command_path} {first}"))
        raise typer.Exit(2)

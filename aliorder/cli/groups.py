"""Commands as the command line offers them: one by one, or several under one name."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperGroup

from aliorder.cli.output import complain
from aliorder.domain.when import shown
from aliorder.errors import UsageError

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}
"""How help is asked for, of every command and group."""


class NamedCommands(TyperGroup):
    """A group that refuses a command it does not have with the nearest that it has."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """The names of the commands, in the order of the help page."""
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments name; an unknown one is refused with the nearest that exist."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            near = get_close_matches(args[0], names, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else f"{ctx.command_path} --help lists the commands"
            path = f"{ctx.command_path} {args[0]}".removeprefix("aliorder ")
            raise UsageError(f"there is no command {shown(path)}", hint)
        return super().resolve_command(ctx, args)


def command_of(name: str, module: ModuleType) -> Any:
    """The command that a module offers as `run`, or the group of those in its `COMMANDS`, each under its name.

    The docstring of a group's `run` is its help; alone, its name shows that help, and is a wrong usage.
    """
    offered = typer.Typer(name=name, cls=NamedCommands, add_completion=False, rich_markup_mode=None)
    if not hasattr(module, "COMMANDS"):
        offered.command(name, context_settings=HELP_OPTIONS)(module.run)
        return typer.main.get_command(offered)
    offered.callback(invoke_without_command=True, help=module.run.__doc__, context_settings=HELP_OPTIONS)(help_alone)
    for each, run in module.COMMANDS.items():
        offered.command(each, context_settings=HELP_OPTIONS)(run)
    return typer.main.get_command(offered)


def help_alone(ctx: typer.Context) -> None:
    """Show the help of a group whose name was given without a command."""
    if ctx.invoked_subcommand is None:
        sys.stderr.write(f"{ctx.get_help()}\n")
        first = ctx.command.list_commands(ctx)[0]  # type: ignore[attr-defined]
        complain(UsageError(f"{ctx.command_path} needs a command of its own", f"e.g. {ctx.command_path} {first}"))
        raise typer.Exit(2)

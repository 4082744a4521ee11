"""What a line that cannot be read is answered with: the words of this program, and an example of the command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from typer._click.exceptions import BadOptionUsage, ClickException, MissingParameter, NoSuchOption

from aliorder.errors import UsageError, shown

if TYPE_CHECKING:
    from typer._click.core import Context

LOOK = "add --help to see what this command takes"


def refusal(error: ClickException, arguments: Sequence[str] = ()) -> UsageError:
    """The error for the line of these arguments."""
    ctx: Context | None = getattr(error, "ctx", None)
    if ctx is None:
        return UsageError(error.format_message().rstrip("."), LOOK)
    if isinstance(error, NoSuchOption):
        text = f"{ctx.command_path} has no option {shown(error.option_name)}"
        return UsageError(text, other_option(error.option_name, ctx, error.possibilities or (), arguments))
    if isinstance(error, MissingParameter) and error.param is not None:
        return UsageError(f"{ctx.command_path} needs {error.param.metavar or error.param.name}", example_of(ctx))
    if isinstance(error, BadOptionUsage):
        return UsageError(*wrong_value(error.option_name, ctx))
    return UsageError(error.format_message().rstrip("."), LOOK)


def too_many(ctx: Context, word: str) -> UsageError:
    """The error for a word that a command does not take."""
    return UsageError(f"{ctx.command_path} takes no such word: {shown(word)}", example_of(ctx))


def wrong_value(name: str, ctx: Context) -> tuple[str, str]:
    """What is wrong with an option that lacks its value, or was given one and takes none; and an example."""
    option = option_of(ctx.command, name)
    if option is None or getattr(option, "is_flag", False):
        return f"{name} of {ctx.command_path} takes no value", example_of(ctx)
    return f"{name} needs a value: {option.metavar or 'a word'}", example_of(ctx, name)


def example_of(ctx: Context, option: str = "") -> str:
    """The first example of the command's own help, of those with the option if there is one; else where to look."""
    lines = [line.strip() for line in (ctx.command.help or "").partition("Examples:")[2].splitlines()]
    examples = [line for line in lines if line.startswith("aliorder ")]
    fitting = [line for line in examples if not option or option in line.split()]
    return f"e.g. {fitting[0]}" if fitting else LOOK


def other_option(name: str, ctx: Context, near: Sequence[str], arguments: Sequence[str]) -> str:
    """The hint for an option that there is not: where its place is, or which one may be meant."""
    if name == "--country":
        return "set it once for all: aliorder config set country DE"
    place = before_command(name, ctx) or after_command(name, ctx, arguments)
    if place:
        return place
    names = [each for param in ctx.command.params for each in (*param.opts, *param.secondary_opts)]
    begun = [each for each in names if each.startswith(name)]
    meant = begun if len(begun) == 1 else near
    return f"did you mean {' or '.join(meant)}?" if meant else LOOK


def before_command(name: str, ctx: Context) -> str | None:
    """Where an option for every command has its place; `None` if it is none."""
    option = option_of(ctx.find_root().command, name)
    if option is None or ctx.parent is None:
        return None
    value = "" if getattr(option, "is_flag", False) else " …"
    return f"write it before the command: aliorder {name}{value} {ctx.command_path.removeprefix('aliorder ')}"


def after_command(name: str, ctx: Context, arguments: Sequence[str]) -> str | None:
    """Where an option of the group's command on the line has its place; `None` if it is none.

    A line that names no command may mean `list`.
    """
    group: Any = ctx.command
    names = group.list_commands(ctx) if hasattr(group, "list_commands") else ()
    command = next((word for word in (*arguments, "list") if word in names), None)
    if command is None or option_of(group.get_command(ctx, command), name) is None:
        return None
    return f"options of a command come after it, e.g. {ctx.command_path} {command} {name}"


def option_of(command: Any, name: str) -> Any:
    """The option of a command by one of its names; `None` if it has no such one."""
    return next((param for param in command.params if name in (*param.opts, *param.secondary_opts)), None)

"""The root of the command line: options that hold for every command, and the one error boundary."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoSuchOption

from aliorder import __version__
from aliorder.cli.groups import HELP_OPTIONS, NamedCommands, command_of
from aliorder.cli.output import complain, say
from aliorder.cli.session import Color, Session, the_moment
from aliorder.domain.when import shown
from aliorder.errors import AliorderError, StoreError, UsageError
from aliorder.render.paper import show_lines

COMMANDS = (
    "advise",
    "add",
    "edit",
    "remove",
    "record",
    "list",
    "show",
    "history",
    "explain",
    "plan",
    "reasons",
    "payments",
    "refund",
    "refunds",
    "due",
    "policy",
    "import",
    "export",
    "undo",
    "backup",
    "restore",
    "wipe",
    "paths",
    "schema",
)
"""The commands in the order in which help lists them; each is loaded only when it is asked for."""

MODULES = {"import": "import_files"}
"""The files whose names differ from their commands', because Python keeps the word for itself."""

HELP = """\
What to do now with an AliExpress order, by when, and when the money will be back.

Without a command, on a terminal, aliorder asks its questions one by one.

\b
Examples:
  aliorder advise --event paid=today --why wrong-item --payment visa
  aliorder add 8123456789012345 --title "USB cable" --event paid=yesterday
  aliorder import order-list.json
  aliorder advise --all
"""


BUG = "this is a bug: nothing was half written; run it with ALIORDER_DEBUG=1 and report what it prints"
BUG_CODE = 70


class LazyGroup(NamedCommands):
    """The group of all commands: a command's file is imported when the command is run."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """The names of the commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """The command, or the group of commands, of that name; `None` if there is none."""
        if cmd_name not in COMMANDS:
            return None
        return command_of(cmd_name, import_module(f"aliorder.cli.commands.{MODULES.get(cmd_name, cmd_name)}"))


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=HELP,
    context_settings=HELP_OPTIONS,
)


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    now: Annotated[str | None, typer.Option(metavar="WHEN", help="Take this for now; a day means its noon.")] = None,
    home: Annotated[str | None, typer.Option(metavar="DIR", help="Keep all state there.")] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; fail instead.")] = False,
    no_policy_file: Annotated[bool, typer.Option("--no-policy-file", help="Leave your own policy.toml aside.")] = False,
    color: Annotated[str, typer.Option(metavar="auto|always|never", help="When to use colour.")] = "auto",
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say less.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Options before the command hold for every command."""
    if version:
        show_lines([f"aliorder {__version__}"])
        raise typer.Exit
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    ctx.obj = Session(
        now=the_moment(now),
        home=home,
        environ=dict(os.environ),
        may_prompt=terminal and not no_input,
        color=chosen_color(color),
        quiet=quiet,
        verbose=verbose,
        no_policy_file=no_policy_file,
    )
    if ctx.invoked_subcommand is None:
        start_wizard(ctx)


def chosen_color(text: str) -> Color:
    """The value of `--color`; raises `UsageError` if it is none of the three."""
    colors: tuple[Color, ...] = ("auto", "always", "never")
    for color in colors:
        if text == color:
            return color
    raise UsageError(f"--color takes auto, always or never, not {shown(text)}")


def start_wizard(ctx: typer.Context) -> None:
    """The questions, on a terminal; elsewhere the short help, which is a wrong usage."""
    if not ctx.obj.may_prompt:
        sys.stderr.write(f"{ctx.get_help()}\n")
        complain(UsageError("no command was given and there is no terminal to ask on", "e.g. aliorder advise --help"))
        raise typer.Exit(2)
    from aliorder.wizard.dialogue import Desk, start  # noqa: PLC0415 - questionary takes 200 ms and only this needs it

    session: Session = ctx.obj
    raise typer.Exit(start(Desk(session.policy, session.now, session.folder, session.paper, session.calendar_of)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; every error ends here as one clear sentence."""
    open_streams()
    use_utf8()
    try:
        return run(list(sys.argv[1:] if arguments is None else arguments))
    except AliorderError as error:
        return complain(error)
    except ClickException as error:
        return complain(UsageError(error.format_message().rstrip("."), way_out(error)))
    except (KeyboardInterrupt, EOFError, typer.Abort):
        say("stopped; nothing was half written")
        return 130
    except BrokenPipeError:
        silence_stdout()
        return 0
    except OSError as error:
        silence_stdout()
        return complain(StoreError(f"the answer cannot be written: {error.strerror}", "look at where it should go"))
    except Exception as error:
        if os.environ.get("ALIORDER_DEBUG"):
            raise
        complain(AliorderError(f"aliorder itself failed ({type(error).__name__})", BUG))
        return BUG_CODE


def way_out(error: ClickException) -> str:
    """The hint for a line that cannot be read; an option for every command has its place before the command."""
    if isinstance(error, NoSuchOption) and error.option_name == "--country":
        return "set it once for all, as ALIORDER_COUNTRY or in settings.toml (aliorder paths shows where)"
    if isinstance(error, NoSuchOption) and error.ctx is not None:
        path = error.ctx.command_path.removeprefix("aliorder ")
        for option in typer.main.get_command(app).params:
            if error.option_name in option.opts:
                value = "" if getattr(option, "is_flag", False) else " …"
                return f"write it before the command: aliorder {error.option_name}{value} {path}"
    return "add --help to see what this command takes"


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name and return its exit code; all that it printed is written out.

    Not by calling `app`, which would answer an interruption and a closed pipe by itself.
    """
    command, code = typer.main.get_command(app), 0
    try:
        with command.make_context("aliorder", arguments) as ctx:
            command.invoke(ctx)
    except typer.Exit as end:
        code = end.exit_code
    sys.stdout.flush()
    return code


def open_streams() -> None:
    """Put an empty stream where the caller closed one: what is opened next must not take its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def use_utf8() -> None:
    """Print UTF-8, whatever the locale or the code page says."""
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower().replace("-", "") != "utf8" or stream.errors == "strict":
            getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")


def silence_stdout() -> None:
    """Let the interpreter end in peace after the reader of a pipe has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

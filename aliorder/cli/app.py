"""The root of the command line: options that hold for every command, and the one error boundary."""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException

from aliorder import __version__
from aliorder.cli.groups import HELP_OPTIONS, NamedCommands, command_of
from aliorder.cli.listing import SECTIONS, TOPICS
from aliorder.cli.output import complain, say, silence, talk
from aliorder.cli.session import Session, the_moment
from aliorder.errors import AliorderError, StoreError, UsageError
from aliorder.render.paper import show_lines
from aliorder.settings import COLORS, read_text
from aliorder.settings import color as read_color

COMMANDS = tuple(name for purposes in SECTIONS.values() for name in purposes)
"""The commands in the order in which help lists them; each is loaded only when it is asked for."""

MODULES = {"import": "import_files"}
"""The files whose names differ from their commands', because Python keeps the word for itself."""

HELP = """\
AliExpress orders: what to do now, by when, and when the money will be back.

Without a command, on a terminal, aliorder asks its questions one by one.

\b
Examples:
  aliorder advise --event paid=today --why wrong-item --payment visa
  aliorder add 8123456789012345 --title "USB cable" --event paid=yesterday
  aliorder import order-list.json
  aliorder advise --all
"""

MORE = """\
aliorder COMMAND --help has examples of each command; man aliorder has it all on one page.

To report a problem, or a figure that is wrong: .github/CONTRIBUTING.md, where this program came from, says how.
"""

BUG = "this is a bug: nothing was half written; run it with ALIORDER_DEBUG=1 and report what it prints"
BUG_CODE = 70


class LazyGroup(NamedCommands):
    """The group of all commands: a command's file is imported when the command is run."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """The names of the commands, in the order of the help page."""
        return list(COMMANDS)

    def sections(self) -> Mapping[str, Mapping[str, str]]:
        """What the help page lists, without loading a command."""
        return {**SECTIONS, "Topics, e.g. aliorder help dates": TOPICS}

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
    epilog=MORE,
    context_settings=HELP_OPTIONS,
)


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    now: Annotated[str | None, typer.Option(metavar="WHEN", help="Take this for now; a day means its noon.")] = None,
    home: Annotated[str | None, typer.Option(metavar="DIR", help="Keep all state there.")] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; fail instead.")] = False,
    no_policy_file: Annotated[bool, typer.Option("--no-policy-file", help="Leave your own policy.toml aside.")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Print long text at once, not page by page.")] = False,
    color: Annotated[
        str | None, typer.Option(metavar="|".join(COLORS), help="When to use colour; auto if it is not set.")
    ] = None,
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
        told_now=now if now is None else checked_now(now),
        home=home,
        environ=dict(os.environ),
        may_prompt=terminal and not no_input,
        color=color if color is None else read_text(read_color, color, "--color"),
        quiet=quiet,
        verbose=verbose,
        no_policy_file=no_policy_file,
        may_page=terminal and not no_pager,
    )
    if ctx.invoked_subcommand is None:
        start_wizard(ctx)


def checked_now(text: str) -> str:
    """The text of `--now`; raises `UsageError` if it tells no moment. Which one it is depends on the user's zone."""
    the_moment(text, datetime.now(UTC))
    return text


def start_wizard(ctx: typer.Context) -> None:
    """The questions, on a terminal; elsewhere the short help, which is a wrong usage."""
    if not ctx.obj.may_prompt:
        talk([ctx.get_help()])
        complain(UsageError("no command was given, and there is nobody to ask", "e.g. aliorder advise --help"))
        raise typer.Exit(2)
    from aliorder.cli.desk import desk_of  # noqa: PLC0415 - questionary takes 200 ms and only this needs it
    from aliorder.wizard.dialogue import start  # noqa: PLC0415 - as above

    session: Session = ctx.obj
    session.about_to_ask()
    raise typer.Exit(start(desk_of(session)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code, once all that it printed is written out."""
    open_streams()
    use_utf8()
    code = answered(list(sys.argv[1:] if arguments is None else arguments))
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        return unwritten(error)
    return code


def answered(arguments: list[str]) -> int:
    """Run the program and return its exit code; every error ends here as one clear sentence."""
    try:
        return run(arguments)
    except AliorderError as error:
        return complain(error)
    except ClickException as error:
        from aliorder.cli.refusals import refusal  # noqa: PLC0415 - only for what is wrong

        return complain(refusal(error, arguments))
    except (KeyboardInterrupt, EOFError, typer.Abort):
        talk([""] if sys.stderr.isatty() else [])  # the terminal has written ^C, or a question stands there
        say("stopped; nothing was half written")
        return 130
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except OSError as error:
        return unwritten(error)
    except Exception as error:
        if os.environ.get("ALIORDER_DEBUG"):
            raise
        complain(AliorderError(f"aliorder itself failed ({type(error).__name__})", BUG))
        return BUG_CODE


def unwritten(error: OSError) -> int:
    """Say that the answer could not be written, and return the exit code for that."""
    silence(sys.stdout)
    return complain(StoreError(f"the answer cannot be written: {error.strerror}", "look at where it should go"))


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name and return its exit code.

    Not by calling `app`, which would answer an interruption and a closed pipe by itself.
    """
    command, code = typer.main.get_command(app), 0
    try:
        with command.make_context("aliorder", arguments) as ctx:
            command.invoke(ctx)
    except typer.Exit as end:
        code = end.exit_code
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

"""`aliorder completion`: the script that lets a shell complete, printed or put where that shell looks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import aliorder
from aliorder.cli.session import Session
from aliorder.cli.shells import PROGRAMS, SCRIPTS, SHELLS, Shell, known_shell
from aliorder.domain.typed import one_of
from aliorder.errors import StoreError, UsageError

PACKAGE = Path(aliorder.__file__).parent
FOLDERS = (PACKAGE / "completions", PACKAGE.parent / "completions")
"""Where the scripts lie: in the package as it is installed, beside it in a checkout."""


def run(
    ctx: typer.Context,
    shell: Annotated[str | None, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")] = None,
    wants_install: Annotated[bool, typer.Option("--install", help="Put it where the shell looks.")] = False,
    wants_uninstall: Annotated[bool, typer.Option("--uninstall", help="Take back what --install did.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before a line is added.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help="Show what would be done, and do nothing. To be asked, the shell runs its start-up files.",
        ),
    ] = False,
) -> None:
    """Let your shell complete commands, values and your orders.

    Printed, the script lasts as long as the shell: source <(aliorder completion bash). With --install it is put into
    the shell's own folder. A file that you wrote, such as ~/.zshrc, gets a line only where there is no other way, and
    only if you say yes, or add --yes.

    \b
    Examples:
      aliorder completion bash
      aliorder completion fish --install
      aliorder completion zsh --install --yes
      aliorder completion zsh --uninstall
    """
    session: Session = ctx.obj
    if wants_install and wants_uninstall:
        raise UsageError("--install and --uninstall cannot go together", "give one of them")
    if dry_run and not (wants_install or wants_uninstall):
        raise UsageError("--dry-run says nothing about a script that is printed", "add --install or --uninstall")
    chosen = chosen_shell(shell, session, " --install" if wants_install else " --uninstall" if wants_uninstall else "")
    script = script_of(chosen)
    if not (wants_install or wants_uninstall):
        sys.stdout.flush()
        sys.stdout.buffer.write(script)
        return
    from aliorder.cli.shell_install import install, uninstall  # noqa: PLC0415 - a new shell may wait for what is printed

    if wants_install:
        install(session, chosen, script, dry_run=dry_run, yes=yes)
    else:
        uninstall(session, chosen, script, dry_run=dry_run)


def chosen_shell(text: str | None, session: Session, option: str) -> Shell:
    """The shell that was typed; `UsageError` if there is none of that name, or none was typed."""
    if text is None:
        usual = known_shell(session.environ.get("SHELL")) or ("powershell" if sys.platform == "win32" else "bash")
        raise UsageError("which shell: bash, zsh, fish or powershell?", f"e.g. aliorder completion {usual}{option}")
    return one_of(PROGRAMS.get(text.strip().casefold(), text), SHELLS, "shell")


def script_of(shell: Shell) -> bytes:
    """The script as it is shipped; `StoreError` if it was not."""
    for folder in FOLDERS:
        try:
            return (folder / SCRIPTS[shell]).read_bytes()
        except OSError:
            continue
    raise StoreError(f"the completion of {shell} is not a part of this installation", "install aliorder again")

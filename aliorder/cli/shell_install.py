"""Completion put where a shell looks for it, and taken back: said before it is done, and nothing else is touched."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from aliorder.cli.asked_shells import asked_zsh
from aliorder.cli.destination import replace_bytes
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.shell_scripts import FILE_MODE, Found, in_the_way, look, put, take_away
from aliorder.cli.shell_setup import Setup, setup_of
from aliorder.cli.shells import Shell
from aliorder.cli.start_up_files import ADDED, line_in, with_line, without_line
from aliorder.errors import StoreError, UsageError
from aliorder.render.paper import show_lines

HEADINGS = {
    "absent": "To be written:",
    "other": "To be replaced, as it is of another version:",
    "same": "Already there:",
}


class Change(NamedTuple):
    """What is to become of a file that the user wrote: `None` is no file. `problem` says why it cannot be changed."""

    path: Path
    line: str
    before: bytes | None
    after: bytes | None
    problem: str = ""

    @property
    def is_needed(self) -> bool:
        """Whether the file is not yet as it is to be."""
        return bool(self.problem) or self.before != self.after


def install(session: Session, shell: Shell, script: bytes, *, dry_run: bool) -> None:
    """Put the script where the shell looks, and a line into the file that it reads if there is no other way.

    That line is only put in after a yes; where nobody can be asked, it is shown. Raises `UsageError` and `StoreError`.
    """
    setup = setup_of(shell, session.environ)
    found = look(setup.script, script)
    if found.state == "foreign":
        raise UsageError(
            f"{setup.script} is not aliorder's, and stays as it is",
            f"move it away, or put the script elsewhere with: aliorder completion {shell}",
        )
    change = addition(setup, shell)
    may_ask = session.may_prompt and change is not None and not change.problem
    show_lines(install_lines(setup, found, change, may_ask=may_ask))
    if dry_run:
        return
    agreed = may_ask and change is not None and typer.confirm(f"Add that line to {change.path}?", err=True)
    if found.state != "same":
        put(setup.script, script, found.folders)
    if change is not None and agreed:
        rewrite(change, f"add the line yourself: {change.line}")
    if not session.quiet:
        tell_installed(session, shell, setup, found, change, agreed=agreed)


def addition(setup: Setup, shell: Shell) -> Change | None:
    """What has to be done to the file that the shell reads; `None` where nothing has."""
    if setup.rc is None:
        return None
    line = f"{setup.line}  {ADDED}"
    try:
        before = content_of(setup.rc)
        if not setup.needs_line and line_in(before) is None:
            return None
        change = Change(setup.rc, line, before, with_line(before, setup.line, shell))
        if change.is_needed and before is not None and not may_change(setup.rc):
            change = change._replace(problem="it is read-only")
    except UsageError as error:
        change = Change(setup.rc, line, None, None, error.message if setup.needs_line else "")
    return change if change.is_needed else None


def install_lines(setup: Setup, found: Found, change: Change | None, *, may_ask: bool) -> Iterator[str]:
    """What an installation does."""
    yield HEADINGS[found.state]
    yield f"  {setup.script}"
    if change is None:
        return
    doing = "To be added, if you agree, to" if may_ask else "For you to add to"
    reasons = [reason for reason in (setup.why, change.problem and f"and not done here: {change.problem}") if reason]
    yield f"{', '.join([f'{doing} {change.path}', *reasons])}:"
    yield f"  {change.line}"


def tell_installed(
    session: Session, shell: Shell, setup: Setup, found: Found, change: Change | None, *, agreed: bool
) -> None:
    """Say what was done and what happens next."""
    if found.state != "same":
        say(f"{'Wrote' if found.state == 'absent' else 'Replaced'} {setup.script}.")
    if change is not None and agreed:
        say(f"Added the line to {change.path}.")
    elif change is not None:
        say(f"{change.path} is as it was; without that line {label(shell)} does not complete aliorder.")
    elif found.state == "same":
        say("There is nothing to do.")
    new = "A" if change is None or agreed else "Once it is there, a"
    say(f"{new} new {label(shell)} completes aliorder: {restart(shell)}")
    if shell == "powershell" and sys.platform == "win32":
        say("If PowerShell may not run scripts here, it reads no profile; aliorder leaves that as you have set it.")
    if shell == "zsh" and change is None:
        tell_of_old_list(
            session, "zsh goes by an old list and does not find it yet. Let it look again", completes=False
        )


def uninstall(session: Session, shell: Shell, script: bytes, *, dry_run: bool) -> None:
    """Take back what `install` did, for as much of it as is there. Raises `UsageError` and `StoreError`."""
    setup = setup_of(shell, session.environ)
    found = {path: look(path, script) for path in setup.scripts}
    ours = {path: each.folders for path, each in found.items() if each.installed}
    others = [path for path, each in found.items() if each.state != "absent" and not each.installed]
    changes = [change for path in setup.rcs if (change := removal(path)) is not None]
    if not (ours or changes):
        nothing_to_take_back(session, shell, setup, {path: found[path] for path in others})
        return
    show_lines(uninstall_lines(list(ours), others, changes))
    if dry_run:
        return
    for change in changes:
        rewrite(change, f"take the line out yourself: {change.line}")
    for path, folders in ours.items():
        take_away(path, folders)
    if not session.quiet:
        tell_uninstalled(session, shell, list(ours), changes)


def removal(path: Path) -> Change | None:
    """What has to be done to take our line out of the file; `None` if it has none."""
    try:
        before = content_of(path)
        line = line_in(before)
    except UsageError:
        return None
    if before is None or line is None:
        return None
    if not may_change(path):
        raise StoreError(f"{path} cannot be changed: it is read-only", f"take the line out yourself: {line}")
    return Change(path, line, before, without_line(before))


def nothing_to_take_back(session: Session, shell: Shell, setup: Setup, others: dict[Path, Found]) -> None:
    """Say so; `UsageError` if there is a file that is none of aliorder's."""
    for path, found in others.items():
        if found.state == "foreign":
            raise UsageError(f"{path} is not aliorder's, and stays", "delete it yourself if you want")
    if not session.quiet:
        for path in others:
            say(f"{path} was not put there by --install, and stays.")
        doubt = f"; {setup.doubt}" if setup.doubt else ""
        say(f"There is nothing to take back for {label(shell)}{doubt}.")


def uninstall_lines(ours: Sequence[Path], others: Sequence[Path], changes: Sequence[Change]) -> Iterator[str]:
    """What goes and what stays."""
    for heading, paths in (
        ("To be deleted:", [*ours, *(change.path for change in changes if change.after is None)]),
        ("Left, as --install did not put it there:", others),
    ):
        if paths:
            yield heading
            yield from (f"  {path}" for path in paths)
    for change in changes:
        if change.after is not None:
            yield f"To be taken out of {change.path}:"
            yield f"  {change.line}"


def tell_uninstalled(session: Session, shell: Shell, ours: Sequence[Path], changes: Sequence[Change]) -> None:
    """Say what was done and what happens next."""
    for path in (*ours, *(change.path for change in changes if change.after is None)):
        say(f"Deleted {path}.")
    for change in changes:
        if change.after is not None:
            say(f"Took the line out of {change.path}.")
    say(f"A {label(shell)} that is open keeps the completion until it ends.")
    if shell == "zsh":
        tell_of_old_list(session, "zsh still finds one. If none is left elsewhere, let it look again", completes=True)


def tell_of_old_list(session: Session, what: str, *, completes: bool) -> None:
    """Say how zsh forgets its list of completions, if a new one knows aliorder or not as it should not."""
    answer = asked_zsh(session.environ)
    if answer is not None and answer.is_set_up and answer.completes == completes and answer.dump:
        say(f"{what}: rm -f {shlex.quote(answer.dump)}")


def content_of(path: Path) -> bytes | None:
    """What a file holds that the user wrote, `None` if there is none; `UsageError` if it is something else."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError("it is not a file")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"it cannot be read ({error.strerror})") from None


def may_change(path: Path) -> bool:
    """Whether the file is one that its owner lets be written to."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def rewrite(change: Change, way_out: str) -> None:
    """Put the file into its new state in one step: a link stays, and so does the mode. `StoreError` if it cannot be."""
    path = Path(os.path.realpath(change.path))
    try:
        if change.after is None:
            path.unlink()
        else:
            replace_bytes((change.after,), path, FILE_MODE if change.before is None else path.stat().st_mode & 0o7777)
    except OSError as error:
        raise in_the_way(change.path, "changed", error, way_out) from None


def label(shell: Shell) -> str:
    """What a shell calls itself."""
    return "PowerShell" if shell == "powershell" else shell


def restart(shell: Shell) -> str:
    """How to get a new shell."""
    return "open one" if shell == "powershell" else f"open one, or type exec {shell}"

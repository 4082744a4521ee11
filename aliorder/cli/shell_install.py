"""Completion put where a shell looks for it, and taken back: said before it is done, and nothing else is touched."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from aliorder.cli.asked_shells import asked_zsh
from aliorder.cli.destination import not_done, replace_bytes
from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.cli.shell_scripts import Found, look, put, take_away
from aliorder.cli.shell_setup import Setup, setup_of
from aliorder.cli.shells import Shell
from aliorder.cli.start_up_files import ADDED, line_in, with_line, without_line
from aliorder.errors import StoreError, UsageError
from aliorder.render.paper import show_lines

HEADINGS = {
    "absent": "To be written",
    "other": "To be replaced, as it is of another version",
    "same": "Already there",
}


class NoFile(UsageError):
    """Something is there that is not a file."""


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


def install(session: Session, shell: Shell, script: bytes, *, dry_run: bool, yes: bool) -> None:
    """Put the script where the shell looks, and a line into the file that it reads if there is no other way.

    That line is only put in after a yes, and `UsageError` is raised where it is needed and nobody can be asked for one.
    Raises `UsageError` and `StoreError`.
    """
    setup = setup_of(shell, session.environ)
    found = look(setup.script, script)
    if found.state == "foreign":
        raise UsageError(
            f"{setup.script} is not aliorder's, and stays as it is",
            f"move it away, or put the script elsewhere with: aliorder completion {shell}",
        )
    change = addition(setup, shell)
    to_agree = change if change is not None and not change.problem else None
    if to_agree and not (yes or dry_run or session.may_prompt):
        raise UsageError(
            f"a line in {to_agree.path} is needed, which asks first, and there is nobody to ask",
            "add --yes; to see the line: --dry-run",
        )
    asks = to_agree is not None and not yes
    show_lines(install_lines(setup, found, change, asks=asks))
    if dry_run:
        return
    agreed = to_agree is not None and (yes or typer.confirm(f"Add that line to {to_agree.path}?", err=True))
    if found.state != "same":
        put(setup.script, script, found.folders)
    if change is not None and agreed:
        rewrite(addition(setup, shell), f"add the line yourself: {change.line}")
    if not session.quiet:
        tell_installed(session, shell, setup, found, change, agreed=agreed)


def addition(setup: Setup, shell: Shell) -> Change | None:
    """What has to be done to the file that the shell reads; `None` where nothing has.

    `UsageError` where zsh is told to read it in a folder that is not there.
    """
    if setup.rc is None:
        return None
    if shell == "zsh" and setup.needs_line and not setup.rc.parent.is_dir():
        raise UsageError(f"there is no folder {setup.rc.parent} for {setup.rc.name}", "make it, or set ZDOTDIR anew")
    line = f"{setup.line}  {ADDED}"
    try:
        before = content_of(setup.rc)
        if not setup.needs_line and line_in(before) is None:
            return None
        change = Change(setup.rc, line, before, with_line(before, setup.line, shell))
        if change.is_needed and before is not None:
            change = change._replace(problem=hindrance(setup.rc))
    except UsageError as error:
        change = Change(setup.rc, line, None, None, error.message if setup.needs_line else "")
    return change if change.is_needed else None


def install_lines(setup: Setup, found: Found, change: Change | None, *, asks: bool) -> Iterator[str]:
    """What an installation does; whether it asks about the line."""
    whatever = ", whatever you answer" if asks and found.state != "same" else ""
    yield f"{HEADINGS[found.state]}{whatever}:"
    yield f"  {setup.script}"
    if change is None:
        return
    doing = "For you to add to" if change.problem else f"To be added{', if you agree,' if asks else ''} to"
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
    new = "A" if change is None or agreed else "Once the line is there, a"
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
    every = [change for path in setup.rcs if (change := removal(path)) is not None]
    changes, unread = [each for each in every if each.line], [each for each in every if not each.line]
    if ours or changes:
        show_lines(uninstall_lines(list(ours), others, changes))
        if not dry_run:
            take_back(session, shell, ours, changes)
    elif not unread:
        nothing_to_take_back(session, shell, setup, {path: found[path] for path in others})
    for each in unread:
        raise StoreError(f"{each.path} {each.problem}", "if a line of aliorder's is in it, take it out yourself")


def take_back(session: Session, shell: Shell, ours: Mapping[Path, int], changes: Sequence[Change]) -> None:
    """Take our lines out, and then the scripts away, each with as many folders as were made for it."""
    for change in changes:
        rewrite(removal(change.path), f"take the line out yourself: {change.line}")
    for path, folders in ours.items():
        take_away(path, folders)
    if not session.quiet:
        tell_uninstalled(session, shell, list(ours), changes)


def removal(path: Path) -> Change | None:
    """What has to be done to take our line out of the file; `None` if it has none.

    Without a line, `problem` says why nobody knows whether there is one. `StoreError` if the line has to stay.
    """
    try:
        before = content_of(path)
        line = line_in(before)
    except NoFile:
        return None
    except UsageError as error:
        return Change(path, "", None, None, f"could not be looked at: {error.message}")
    if before is None or line is None:
        return None
    if problem := hindrance(path):
        raise StoreError(f"{path} cannot be changed: {problem}", f"take the line out yourself: {line}")
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
            raise NoFile("it is not a file")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"it cannot be read ({error.strerror})") from None


def hindrance(path: Path) -> str:
    """Why the file is not one to be replaced: that would give it to another owner, say. Empty if it may be."""
    found = path.stat()
    if not (os.access(path, os.W_OK) and found.st_mode & 0o222):
        return "it is read-only"
    if os.name == "posix" and found.st_uid != os.geteuid():
        return "it belongs to another user"
    return "it has a second name, by a hard link" if found.st_nlink > 1 else ""


def rewrite(change: Change | None, way_out: str) -> None:
    """Put the file into its new state in one step, unless it is; a link stays, and so does the mode.

    `change` has to be of this moment, as the user may have edited the file since it was shown. `StoreError` if it
    cannot be done.
    """
    if change is None:
        return
    if change.problem:
        raise StoreError(f"{change.path} cannot be changed: {change.problem}", way_out)
    path = Path(os.path.realpath(change.path))
    try:
        if change.after is None:
            path.unlink()
        else:
            replace_bytes((change.after,), path, new_mode() if change.before is None else path.stat().st_mode & 0o7777)
    except OSError as error:
        raise StoreError(not_done(change.path, "changed", error), way_out) from None


def new_mode() -> int:
    """The mode of a file that the user makes."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def label(shell: Shell) -> str:
    """What a shell calls itself."""
    return "PowerShell" if shell == "powershell" else shell


def restart(shell: Shell) -> str:
    """How to get a new shell."""
    return "open one" if shell == "powershell" else f"open one, or type exec {shell}"

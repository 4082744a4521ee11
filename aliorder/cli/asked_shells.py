"""What the shells say about themselves. Each is started as a terminal starts it, with the user's own files.

These files may print, ask or hang: what counts stands between two marks, there is nobody to answer, no terminal to talk
to, and after a while the shell is ended. What was typed before stays on record: the question is not, and the shell
does not write its history anew, which it would cut to the length that was set.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, NamedTuple

from aliorder.cli.shells import known_shell

if TYPE_CHECKING:
    from subprocess import Popen

PATIENCE = 5.0
"""Seconds that a shell has for its start and its answer."""

BEGIN, END = "aliorder-begin", "aliorder-end"

BASH_QUESTION = rf"""
\builtin unset HISTFILE
complete -p aliorder >/dev/null 2>&1 && set -- yes || set -- no
\builtin printf '\0%s' {BEGIN} "$1" "${{BASH_COMPLETION_VERSINFO[0]-}}" "${{BASH_COMPLETION_USER_DIR-}}" {END} ''
"""
ZSH_QUESTION = rf"""
\builtin unset HISTFILE
\builtin printf '\0%s' {BEGIN} "$+functions[compdef]" "${{_comps[aliorder]-}}" "${{_comp_dumpfile-}}" \
    "${{ZDOTDIR-}}" "${{fpath[@]}}" {END} ''
"""
POWERSHELL_QUESTION = (
    "[Console]::OutputEncoding = [Text.UTF8Encoding]::new($false); "
    f"[Console]::Write([string]::Join([char]0, @('', '{BEGIN}', [string]$PROFILE, '{END}', '')))"
)


class Bash(NamedTuple):
    """A new bash: whether it completes aliorder, loads completions by itself, and the folder that it was told of."""

    completes: bool
    loads: bool
    folder: str


class Zsh(NamedTuple):
    """A new zsh: whether it completes at all, and aliorder; where it notes what it found; its folders."""

    is_set_up: bool
    completes: bool
    dump: str
    folder: str
    fpath: tuple[str, ...]


def asked_bash(environ: Mapping[str, str]) -> Bash | None:
    """What a new bash says; `None` if it cannot be asked."""
    answer = answered("bash", [started("i"), BASH_QUESTION], environ)
    if answer is None or len(answer) != 3:
        return None
    completes, version, folder = answer
    return Bash(completes == "yes", version.isdecimal() and int(version) >= 2, folder)


def asked_zsh(environ: Mapping[str, str]) -> Zsh | None:
    """What a new zsh says; `None` if it cannot be asked."""
    answer = answered("zsh", [started("i"), ZSH_QUESTION], environ)
    if answer is None or len(answer) < 4:
        return None
    has_compdef, function, dump, folder, *fpath = answer
    return Zsh(has_compdef == "1", bool(function), dump, folder, tuple(fpath))


def asked_powershell(environ: Mapping[str, str]) -> str | None:
    """The profile that PowerShell reads; `None` if it cannot be asked."""
    for program in ("pwsh", "powershell"):
        arguments = ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", POWERSHELL_QUESTION]
        answer = answered(program, arguments, environ)
        if answer is not None and len(answer) == 1 and answer[0]:
            return answer[0]
    return None


def started(how: str) -> str:
    """The options of a shell that a terminal starts, to run a question; on macOS terminals start login shells."""
    return f"-{'l' if sys.platform == 'darwin' else ''}{how}c"


def answered(
    program: str, arguments: Sequence[str], environ: Mapping[str, str], patience: float | None = None
) -> list[str] | None:
    """What the program prints between the marks, cut at each NUL; `None` if it prints no such thing in time."""
    found = the_program(program, environ)
    if found is None:
        return None
    from tempfile import TemporaryFile  # noqa: PLC0415 - whoever only prints the script need not wait for it

    try:
        with TemporaryFile() as out:
            run([found, *arguments], environ, out, PATIENCE if patience is None else patience)
            out.seek(0)
            return between_marks(out.read().decode("utf-8", "surrogateescape"))
    except OSError:
        return None


def the_program(name: str, environ: Mapping[str, str]) -> str | None:
    """Where the program lies: the user's own shell if it is that one, else the first on the path."""
    own = environ.get("SHELL")
    if own and known_shell(own) == known_shell(name) and os.access(own, os.X_OK):
        return own
    return shutil.which(name, path=environ.get("PATH"))


def run(command: Sequence[str], environ: Mapping[str, str], out: IO[bytes], patience: float) -> None:
    """Run a command apart from this terminal; one that takes too long is ended with all that it started.

    It writes into a file: a pipe would stay open for as long as anything that it leaves behind. Raises `OSError`.
    """
    import subprocess  # noqa: PLC0415 - as above

    nowhere = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=nowhere, stdout=out, stderr=nowhere, env=dict(environ), start_new_session=True
    ) as running:
        try:
            running.wait(patience)
        except subprocess.TimeoutExpired:
            end(running)
        except BaseException:
            end(running)
            raise


def end(running: Popen[bytes]) -> None:
    """End a program and all that it started."""
    if sys.platform == "win32":
        running.kill()
        return
    from signal import SIGKILL  # noqa: PLC0415 - as above

    os.killpg(running.pid, SIGKILL)


def between_marks(text: str) -> list[str] | None:
    """The parts between the first two marks, `None` without them."""
    parts = text.split("\0")
    if BEGIN not in parts:
        return None
    after = parts[parts.index(BEGIN) + 1 :]
    return after[: after.index(END)] if END in after else None

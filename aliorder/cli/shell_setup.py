"""Where completion goes for this user: by what the environment says, and what the shells say themselves."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from aliorder.cli.asked_shells import asked_bash, asked_powershell, asked_zsh
from aliorder.cli.shells import (
    BASH_LOGIN,
    INSTALLED,
    Shell,
    bash_folder,
    bash_line,
    bash_package,
    bash_rc,
    best_zsh_folder,
    fish_folder,
    powershell_line,
    powershell_profile,
    powershell_script,
    zsh_folder,
    zsh_line,
    zsh_rc,
)
from aliorder.errors import UsageError
from aliorder.words.safe import is_unsafe


class Setup(NamedTuple):
    """Where the completion of a shell goes, and everywhere it may have gone before.

    With `line`, the file `rc` has to have that line, `why` says for what reason. `doubt` says what could not be found
    out.
    """

    script: Path
    scripts: tuple[Path, ...]
    rc: Path | None = None
    rcs: tuple[Path, ...] = ()
    line: str = ""
    why: str = ""
    doubt: str = ""

    @property
    def needs_line(self) -> bool:
        """Whether the script alone does nothing."""
        return bool(self.why)


def setup_of(shell: Shell, environ: Mapping[str, str]) -> Setup:
    """Where the completion of the shell goes; `UsageError` where the environment does not make sense."""
    try:
        return setup_in(home_folder(environ), shell, environ)
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be looked at: {error.strerror}", "look at who may read it") from None


def setup_in(home: Path, shell: Shell, environ: Mapping[str, str]) -> Setup:
    """Where the completion of the shell goes for the owner of that home; `OSError` if a folder cannot be looked at."""
    if shell == "bash":
        return bash_setup(environ, home)
    if shell == "zsh":
        return zsh_setup(environ, home)
    if shell == "powershell":
        return powershell_setup(environ, home)
    script = fish_folder(environ, home) / INSTALLED["fish"]
    return Setup(script, (script,))


def bash_setup(environ: Mapping[str, str], home: Path) -> Setup:
    """For bash: the package bash-completion finds the script; without it, a line has to load it."""
    answer = asked_bash(environ)
    told = {**environ, "BASH_COMPLETION_USER_DIR": answer.folder} if answer and answer.folder else environ
    script = bash_folder(told, home) / INSTALLED["bash"]
    is_login = sys.platform == "darwin"
    rc = bash_rc(home, login=is_login, present=[name for name in BASH_LOGIN if (home / name).exists()])
    loads = answer.loads or answer.completes if answer else any(Path(path).exists() for path in bash_package(environ))
    return Setup(
        script,
        unique(script, *(bash_folder(each, home) / INSTALLED["bash"] for each in (environ, {}))),
        rc,
        unique(rc, home / ".bashrc", *(home / name for name in BASH_LOGIN)),
        bash_line(script, home),
        "" if loads else "as bash does not look there by itself without the package bash-completion",
    )


def zsh_setup(environ: Mapping[str, str], home: Path) -> Setup:
    """For zsh: a folder of the user's that it knows, else one that a line has to tell it of."""
    answer = asked_zsh(environ)
    told = {**environ, "ZDOTDIR": answer.folder} if answer and answer.folder else environ
    own, rc = zsh_folder(environ, home), zsh_rc(told, home)
    known = list(folders_below(home, answer.fpath)) if answer else []
    found = best_zsh_folder((folder, is_checkout(folder, home)) for folder in known if may_write(folder))
    script = (found or own) / INSTALLED["zsh"]
    if answer is None:
        why = "as zsh could not be asked where it looks"
    elif answer.completes or (found and answer.is_set_up):
        why = ""
    elif answer.is_set_up:
        why = "as zsh does not look there by itself"
    else:
        why = "as zsh's completion is not switched on (the line does that, too)"
    return Setup(
        script,
        unique(script, *(folder / INSTALLED["zsh"] for folder in (own, *known))),
        rc,
        unique(rc, home / ".zshrc"),
        zsh_line(script, home),
        why,
        "zsh could not be asked where else it looks" if answer is None else "",
    )


def powershell_setup(environ: Mapping[str, str], home: Path) -> Setup:
    """For PowerShell: a file beside its profile, which has to load it."""
    own, answer = powershell_profile(environ, home), asked_powershell(environ)
    profile = Path(answer) if answer and Path(answer).is_absolute() and not is_unsafe(answer) else own
    script, profiles = powershell_script(profile), unique(profile, own)
    return Setup(
        script,
        tuple(powershell_script(each) for each in profiles),
        profile,
        profiles,
        powershell_line(),
        "as PowerShell looks nowhere by itself",
    )


def home_folder(environ: Mapping[str, str]) -> Path:
    """The user's home folder; `UsageError` if it is not known, or another user's and this is the administrator."""
    named = environ.get("HOME") or environ.get("USERPROFILE") or recorded_home()
    home = Path(named)
    if not home.is_absolute() or is_unsafe(named):
        raise UsageError("your home folder is not known", "set HOME to it")
    if os.name == "posix" and os.geteuid() == 0 and home.exists() and home.stat().st_uid != 0:
        raise UsageError(f"{home} belongs to another user than root", "do it as that user, without sudo")
    return home


def recorded_home() -> str:
    """The home folder that the system has on record for the user; empty if there is none."""
    if sys.platform == "win32":
        return ""
    from pwd import getpwuid  # noqa: PLC0415 - there is none on Windows

    try:
        return getpwuid(os.getuid()).pw_dir
    except KeyError:
        return ""


def folders_below(home: Path, names: Iterable[str]) -> Iterator[Path]:
    """Those of the folders that are there and lie in the home folder, and can be shown."""
    top = os.path.realpath(home)
    for name in names:
        path = Path(name)
        is_below = Path(os.path.realpath(path)).is_relative_to(top)
        if path.is_absolute() and is_below and path.is_dir() and not is_unsafe(name):
            yield path


def may_write(folder: Path) -> bool:
    """Whether files can be put into the folder."""
    return os.access(folder, os.W_OK | os.X_OK)


def is_checkout(folder: Path, home: Path) -> bool:
    """Whether the folder belongs to a project below the home folder."""
    return any((each / ".git").exists() for each in (folder, *folder.parents) if each != home and home in each.parents)


def unique(*paths: Path) -> tuple[Path, ...]:
    """The paths, each once."""
    return tuple(dict.fromkeys(paths))

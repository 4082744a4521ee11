"""Where each shell looks for completion, and the line that its start-up file needs where it does not look there.

Everything is worked out from the environment and the home folder, both given, in the paths of the system that the home
folder is one of. Nothing is looked up: what the shell itself says about it is told by its variables.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Mapping
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Literal, TypeVar

from aliorder.errors import UsageError
from aliorder.words.safe import is_unsafe, shortened

Shell = Literal["bash", "zsh", "fish", "powershell"]
SomePath = TypeVar("SomePath", bound=PurePath)
Environment = Mapping[str, str]

SHELLS: tuple[Shell, ...] = ("bash", "zsh", "fish", "powershell")
PROGRAMS: Mapping[str, Shell] = {"pwsh": "powershell"}
"""Other names by which a shell is known."""

SCRIPTS: Mapping[Shell, str] = {
    "bash": "aliorder.bash",
    "zsh": "_aliorder",
    "fish": "aliorder.fish",
    "powershell": "aliorder.ps1",
}
"""What the scripts are called that are shipped."""

INSTALLED: Mapping[Shell, str] = {**SCRIPTS, "bash": "aliorder"}
"""What each is called where its shell looks."""

BASH_LOGIN = (".bash_profile", ".bash_login", ".profile")
"""What a login bash reads: the first of these that there is."""

BASH_PACKAGE = (
    "share/bash-completion/bash_completion",
    "etc/profile.d/bash_completion.sh",
    "etc/bash_completion",
)
PREFIXES = ("/usr", "/", "/usr/local", "/opt/homebrew", "/opt/local")
ZSH_NAMES = ("completions", "site-functions")
PLAIN = re.compile(r"[\w./+@-]+", re.ASCII)
DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def known_shell(program: str | None) -> Shell | None:
    """The shell that a program such as `/usr/bin/zsh` is, `None` if it is none of the four."""
    name = PureWindowsPath(program or "").name.removesuffix(".exe").lower()
    return next((shell for shell in SHELLS if shell == PROGRAMS.get(name, name)), None)


def folder_in(environ: Environment, name: str, default: SomePath) -> SomePath:
    """The folder that a variable names, else `default`; `UsageError` if it is not one in full that can be shown."""
    value = environ.get(name)
    path = type(default)(value) if value else default
    if not path.is_absolute():
        raise UsageError(f"{name} is not a folder written in full: {shortened(str(path), 60)}", f"set {name} anew")
    if is_unsafe(str(path)):
        raise UsageError(f"{name if value else 'HOME'} names a folder with signs that cannot be shown", "set it anew")
    return path


def data_home(environ: Environment, home: SomePath) -> SomePath:
    """Where programs keep a user's data."""
    return folder_in(environ, "XDG_DATA_HOME", home / ".local" / "share")


def config_home(environ: Environment, home: SomePath) -> SomePath:
    """Where programs keep what a user has set."""
    return folder_in(environ, "XDG_CONFIG_HOME", home / ".config")


def bash_folder(environ: Environment, home: SomePath) -> SomePath:
    """Where the bash-completion package looks first; of several folders in its variable, that is the first."""
    value = environ.get("BASH_COMPLETION_USER_DIR", "")
    first = value if DRIVE.match(value) else value.partition(":")[0]
    base = data_home(environ, home) / "bash-completion"
    return folder_in({"BASH_COMPLETION_USER_DIR": first}, "BASH_COMPLETION_USER_DIR", base) / "completions"


def bash_package(environ: Environment) -> tuple[PurePosixPath, ...]:
    """The files one of which is there where the bash-completion package is."""
    prefixes = (*filter(None, [environ.get("HOMEBREW_PREFIX")]), *PREFIXES)
    return tuple(PurePosixPath(prefix) / name for prefix in prefixes for name in BASH_PACKAGE)


def bash_rc(home: SomePath, *, login: bool, present: Iterable[str] = ()) -> SomePath:
    """What bash reads when a terminal opens; where each is a `login`, by the names of the files that are there."""
    if not login:
        return home / ".bashrc"
    return home / next((name for name in BASH_LOGIN if name in present), BASH_LOGIN[0])


def bash_line(script: PurePath, home: PurePath) -> str:
    """What lets bash complete without the bash-completion package; harmless once the script is gone."""
    name = written(script, home)
    return f'if [ -n "${{BASH_VERSION-}}" ] && [ -r {name} ]; then . {name}; fi'


def zsh_folder(environ: Environment, home: SomePath) -> SomePath:
    """The folder for functions of the user's own, which zsh does not know by itself."""
    return data_home(environ, home) / "zsh" / "site-functions"


def zsh_rc(environ: Environment, home: SomePath) -> SomePath:
    """What zsh reads when a terminal opens."""
    return folder_in(environ, "ZDOTDIR", home) / ".zshrc"


def best_zsh_folder(usable: Iterable[tuple[SomePath, bool]]) -> SomePath | None:
    """Of the folders on zsh's path that the user may write to, the one to take; each with whether it is a checkout.

    One in another project's checkout is the last choice, one made for completions the first; else their order counts.
    """
    ranked = sorted(usable, key=lambda each: (each[1], each[0].name not in ZSH_NAMES))
    return ranked[0][0] if ranked else None


def zsh_line(script: PurePath, home: PurePath) -> str:
    """What lets zsh find the script in a folder that it does not know, before its completion is set up or after."""
    return (
        f"if [[ -r {written(script, home)} ]]; then fpath=({written(script.parent, home)} $fpath); "
        "(( $+functions[compdef] )) || { autoload -Uz compinit; compinit; }; "
        f"autoload -Uz {script.name}; compdef {script.name} aliorder; fi"
    )


def fish_folder(environ: Environment, home: SomePath) -> SomePath:
    """Where fish looks for completions of the user's own."""
    return config_home(environ, home) / "fish" / "completions"


def powershell_profile(environ: Environment, home: SomePath) -> SomePath:
    """What PowerShell reads when it starts, as long as it does not say otherwise itself."""
    windows = isinstance(home, PureWindowsPath)
    folder = home / "Documents" / "PowerShell" if windows else config_home(environ, home) / "powershell"
    return folder / "Microsoft.PowerShell_profile.ps1"


def powershell_script(profile: SomePath) -> SomePath:
    """Where the script lies beside the profile."""
    return profile.parent / "Completions" / INSTALLED["powershell"]


def powershell_line() -> str:
    """What lets PowerShell complete; the profile's own folder is named so that no letter of it has to be spelled."""
    script = f'"$PSScriptRoot/Completions/{INSTALLED["powershell"]}"'
    return f"if (Test-Path -LiteralPath {script}) {{ . {script} }}"


def written(path: PurePath, home: PurePath) -> str:
    """A path as a word of bash and zsh: from `~` on where it is in the home folder and needs no quotes."""
    if path.is_relative_to(home) and PLAIN.fullmatch(below := path.relative_to(home).as_posix()):
        return f"~/{below}"
    return shlex.quote(path.as_posix())

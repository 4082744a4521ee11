"""What holds for one run: where the state lives, what the user has set, which zone the user's clock is in."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from difflib import get_close_matches
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from aliorder.domain.typed import country
from aliorder.domain.when import shown
from aliorder.errors import UsageError

LOCALTIME = "/etc/localtime"
SETTINGS_NAME = "settings.toml"
POLICY_NAME = "policy.toml"

LARGEST = 1_000_000
"""A file of the user's with more bytes than this is not what it is taken for."""

LONGEST_LINE = 1_000
"""No line is longer in earnest, and Python reads a key of very many parts for hours."""


@dataclass(frozen=True)
class Settings:
    """What the user has set for every command; `None` is not set."""

    country: str | None = None


class Entry(NamedTuple):
    """One setting: its key in the file and in `Settings`, its variable, how its text is read, an example of it."""

    key: str
    variable: str
    read: Callable[[str], Any]
    example: str


ENTRIES = (Entry("country", "ALIORDER_COUNTRY", country, "DE"),)
"""Every setting that there is."""


def read_settings(path: Path, environ: Mapping[str, str]) -> Settings:
    """Each setting from the environment, else from the file at `path`, else its default.

    Raises `UsageError`, which names the place, where one cannot be read; an empty variable is not set.
    """
    in_file = read_toml(path)
    refuse_unknown(path, in_file)
    found: dict[str, Any] = {}
    for entry in ENTRIES:
        if entry.key in in_file:
            found[entry.key] = read_value(entry, in_file[entry.key], f"{path}: {entry.key}")
        if environ.get(entry.variable):
            found[entry.key] = read_value(entry, environ[entry.variable], entry.variable)
    return Settings(**found)


def refuse_unknown(path: Path, in_file: Mapping[str, object]) -> None:
    """Raise `UsageError` for a key that is no setting, with the nearest that is."""
    known = [entry.key for entry in ENTRIES]
    for key in in_file:
        if key not in known:
            near = get_close_matches(key.casefold(), known, n=1, cutoff=0.7)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
            raise UsageError(f"{path}: {shown(key)} is not a setting", hint)


def read_value(entry: Entry, value: object, place: str) -> Any:
    """The value of a setting that stands at `place`."""
    if not isinstance(value, str):
        raise UsageError(f"{place} has to be text in quotes", f'e.g. {entry.key} = "{entry.example}"')
    try:
        return entry.read(value)
    except UsageError as error:
        raise UsageError(f"{place}: {error.message}", error.hint) from None


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file of the user's says, nothing if there is no such file; `UsageError` if it cannot be read."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise unreadable(path, error) from None
    if not S_ISREG(found.st_mode):
        kind = "a folder" if S_ISDIR(found.st_mode) else "something else"
        raise UsageError(f"{path} is {kind}, not a file", "move it away, or put a text file there")
    if found.st_size > LARGEST:
        raise UsageError(f"{path} has more than {LARGEST // 1_000_000} MB", "move it away, or put a smaller file there")
    return parse_toml(path)


def parse_toml(path: Path) -> dict[str, Any]:
    """What the TOML file says."""
    import tomllib  # noqa: PLC0415 - few users have such a file, and every command looks for one

    try:
        text = path.read_text(encoding="utf-8-sig")
        if max(map(len, text.split("\n"))) > LONGEST_LINE:
            raise UsageError(f"{path} has a line that is far too long", "write one setting to a line")
        return tomllib.loads(text)
    except OSError as error:
        raise unreadable(path, error) from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not text in UTF-8", "save it as UTF-8, or move it away") from None
    except RecursionError:
        raise UsageError(f"{path} is nested too deeply", "write one setting to a line") from None
    except ValueError as error:
        raise UsageError(f"{path} is not TOML: {str(error)[:100]}", "mend that place, or move the file away") from None


def unreadable(path: Path, error: OSError) -> UsageError:
    """The error for a file that the system does not let us read."""
    return UsageError(f"{path} cannot be read: {error.strerror}", "look at who may read it")


def data_folder(home: str | None, environ: Mapping[str, str]) -> Path:
    """Where orders are kept: `--home`, else `ALIORDER_HOME`, else the platform's own folder."""
    chosen = chosen_folder(home, environ)
    if chosen is not None:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the folder is named

    return user_data_path("aliorder", appauthor=False)


def config_folder(home: str | None, environ: Mapping[str, str]) -> Path:
    """Where the files that the user writes are: as for orders, but the platform's folder for such files."""
    chosen = chosen_folder(home, environ)
    if chosen is not None:
        return chosen
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    return user_config_path("aliorder", appauthor=False)


def chosen_folder(home: str | None, environ: Mapping[str, str]) -> Path | None:
    """The folder that `--home` or `ALIORDER_HOME` names for all state, `None` without either."""
    chosen = home or environ.get("ALIORDER_HOME")
    return Path(chosen).expanduser() if chosen else None


def user_zone(environ: Mapping[str, str] = os.environ, link: str = LOCALTIME) -> tzinfo:
    """The time zone of the user: that of `TZ`, else of this computer; `UsageError` if it is not known."""
    zone = named_zone(environ.get("TZ") or linked_name(link))
    if zone is not None:
        return zone
    import tzlocal  # noqa: PLC0415 - it knows every system, and takes a tenth of the start of a command

    try:
        return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        raise UsageError(
            "the time zone of this computer cannot be read", "set it for this run, e.g. TZ=Europe/Berlin aliorder …"
        ) from None


def named_zone(name: str) -> ZoneInfo | None:
    """The zone of that name in the time zone database, `None` if there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def linked_name(link: str) -> str:
    """The name of the zone that the system's link points at, empty if it is no such link."""
    try:
        return os.readlink(link).partition("zoneinfo/")[2]  # noqa: PTH115 - a Path would cost more than the look
    except OSError:
        return ""

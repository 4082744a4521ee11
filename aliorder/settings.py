"""What holds for one run: where the state lives, what the user has set, which zone the user's clock is in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import tzinfo
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from aliorder.errors import UsageError, shown

LOCALTIME = "/etc/localtime"
SETTINGS_NAME = "settings.toml"
POLICY_NAME = "policy.toml"
MESSAGES_NAME = "messages"

LARGEST = 1_000_000
"""A file of the user's with more bytes than this is not what it is taken for."""

LONGEST_LINE = 1_000
"""No line is longer in earnest, and Python reads a key of very many parts for hours."""

LONGEST_KEY = 40
"""A key in the file with more letters than this is not typed again."""

COLORS = ("auto", "always", "never")
LANGUAGES: Mapping[str, str] = {"en": "English"}
"""The languages in which aliorder talks, by their ids."""

Read = Callable[[str], str]
"""How a text is read: what it means, or a `UsageError`."""

Origin = Literal["flag", "environment", "file", "default"]
"""Where the value of a setting comes from; of two, the first in this order holds."""


def near(word: str, names: Mapping[str, str], cutoff: float) -> str | None:
    """What the nearest of the names stands for; `None` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is wrong

    like = get_close_matches(word, names, n=1, cutoff=cutoff)
    return names[like[0]] if like else None


def country(text: str) -> str:
    """The code of a country, in capitals. Raises `UsageError`."""
    from aliorder.domain.typed import country as code  # noqa: PLC0415 - only for who has set one

    return code(text)


def time_zone(text: str) -> str:
    """The name of a time zone in the time zone database. Raises `UsageError` with the nearest."""
    if named_zone(text.strip()) is not None:
        return text.strip()
    from zoneinfo import available_timezones  # noqa: PLC0415 - only for what is wrong

    zones = sorted(available_timezones(), key=lambda name: (name.count("/") != 1, name))
    names = {name.casefold(): name for name in zones}
    cities = {name.rpartition("/")[2].casefold(): name for name in reversed(zones)}
    like = near("_".join(text.split()).casefold(), {**cities, **names}, cutoff=0.8)
    hint = f"did you mean {like}?" if like else "its name is like Europe/Berlin or America/Sao_Paulo"
    raise UsageError(f"{shown(text)} is not the name of a time zone", hint)


def payment(text: str) -> str:
    """What names a payment method; only who has the policy at hand can tell which. Raises `UsageError` for nothing."""
    if text.strip():
        return text.strip()
    raise UsageError("no payment method is named", "aliorder payments lists them")


def color(text: str) -> str:
    """When to use colour. Raises `UsageError`."""
    word = text.strip().casefold()
    if word in COLORS:
        return word
    raise UsageError(
        f"{shown(text)} is none of {', '.join(COLORS)}", "auto: in colour on a terminal, unless NO_COLOR is set"
    )


def language(text: str) -> str:
    """The id of a language in which aliorder talks. Raises `UsageError`, kindly, for any other."""
    word = text.strip().casefold()
    if word in LANGUAGES:
        return word
    spoken = " or ".join(f"{name} ({each})" for each, name in LANGUAGES.items())
    raise UsageError(f"sorry, so far aliorder speaks only {spoken}, not {shown(text)}", "leave the language out")


def tag(text: str) -> str:
    """What names a language, such as zh or pt-BR; which there are, only the messages know. Raises `UsageError`."""
    word = text.strip().replace("_", "-")
    if word and all(part.isascii() and part.isalnum() for part in word.split("-")):
        return word
    raise UsageError(f"{shown(text)} is not the short name of a language", "it is like en, zh or pt-BR")


def as_it_is(text: str) -> str:
    """The text of a variable that other programs read, too, and that is read where it is used."""
    return text


class Entry(NamedTuple):
    """One setting.

    `key`: its name in the file. `variables`: what sets it in the environment, the first that is set holds, and how
    their text is read. `read`: how a text in the file is read. `default` holds where nothing is set, if one value does
    for everybody.
    """

    key: str
    variables: Mapping[str, Read]
    read: Read
    example: str
    default: str | None = None


ENTRIES = (
    Entry("country", {"ALIORDER_COUNTRY": country}, country, "DE"),
    Entry("time_zone", {"TZ": as_it_is}, time_zone, "Europe/Berlin"),
    Entry("payment", {"ALIORDER_PAYMENT": payment}, payment, "visa"),
    Entry("color", {"ALIORDER_COLOR": color}, color, "never", "auto"),
    Entry("language", {"ALIORDER_LANGUAGE": language}, language, "en", "en"),
    Entry("message_language", {"ALIORDER_MESSAGE_LANGUAGE": tag}, tag, "zh", "en"),
)
"""Every setting that there is."""


def entry_of(key: str) -> Entry:
    """The setting of that name; raises `UsageError` with the nearest if there is none."""
    for entry in ENTRIES:
        if entry.key == key:
            return entry
    like = setting_like(key)
    hint = f"did you mean {like}?" if like else f"known: {', '.join(entry.key for entry in ENTRIES)}"
    raise UsageError(f"{shown(key)} is not a setting", hint)


def setting_like(key: str) -> str | None:
    """The setting that is nearest to a key, also to how others call it; `None` if none is near."""
    names = {entry.key: entry.key for entry in ENTRIES}
    names |= {name.casefold(): entry.key for entry in ENTRIES for name in entry.variables}
    word = key.casefold().strip()
    within = [each for name, each in names.items() if len(word) > 2 and (name in word or word in name)]
    return near(word, names, cutoff=0.7) or next(iter(within), None)


def way_out_of(key: str) -> str:
    """What to do about a key in the file that is no setting; one that nobody can type has to be taken out by hand."""
    from shlex import quote  # noqa: PLC0415 - only for what is wrong

    typeable = key.isprintable() and len(key) <= LONGEST_KEY
    out = f"take it out with: aliorder config unset {quote(key)}" if typeable else "take it out of the file"
    like = setting_like(key)
    return f"did you mean {like}? If not, {out}" if like else out


class Found(NamedTuple):
    """The value of a setting, and where it comes from: `place` is the flag, the variable or the file."""

    value: str | None
    origin: Origin
    place: str | None = None


class Settings:
    """What the user has set for every command: each from the environment, else from the file, else its default.

    A value is read when it is asked for, so that a wrong one is in the way only of what needs it: then `UsageError` is
    raised and names the place. An empty variable is not set.
    """

    def __init__(self, path: Path, in_file: Mapping[str, object], environ: Mapping[str, str]) -> None:
        self.path = path
        self.in_file = in_file
        self.environ = environ

    def found(self, key: str, read: Read | None = None) -> Found:
        """The value of a setting; `read` takes a text further than this module can.

        A wrong value in the file is refused also where the environment has another.
        """
        entry = entry_of(key)
        found = Found(entry.default, "default")
        if key in self.in_file:
            text = text_of(entry, self.in_file[key], f"{self.path}: {key}")
            found = Found(read_text(read or entry.read, text, f"{self.path}: {key}"), "file", str(self.path))
        for variable, its_own in entry.variables.items():
            if self.environ.get(variable):
                return Found(read_text(read or its_own, self.environ[variable], variable), "environment", variable)
        return found

    def unknown(self) -> Iterator[UsageError]:
        """An error for each key in the file that is no setting."""
        known = {entry.key for entry in ENTRIES}
        for key, value in self.in_file.items():
            if key not in known:
                within = isinstance(value, Mapping) and not known.isdisjoint(value)
                way_out = f"write the keys without [{shown(key)[1:-1]}]" if within else way_out_of(key)
                yield UsageError(f"{self.path}: {shown(key)} is not a setting", way_out)

    @property
    def country(self) -> str | None:
        """The country of the user."""
        return self.found("country").value

    @property
    def color(self) -> str:
        """One of `COLORS`."""
        return self.found("color").value or COLORS[0]


def read_settings(path: Path, environ: Mapping[str, str]) -> Settings:
    """The settings in the environment and in the file at `path`, if there is one.

    Raises `UsageError` where the file cannot be read, and for what is wrong whatever is asked for: keys that are no
    settings, and a language that aliorder does not speak.
    """
    settings = Settings(path, read_toml(path), environ)
    for error in settings.unknown():
        raise error
    settings.found("language")
    return settings


def text_of(entry: Entry, value: object, place: str) -> str:
    """The text of a setting that stands at `place` in the file."""
    if isinstance(value, str):
        return value
    raise UsageError(f"{place} has to be text in quotes", f'e.g. {entry.key} = "{entry.example}"')


def read_text(read: Read, text: str, place: str) -> str:
    """The value that the text at `place` means."""
    try:
        return read(text)
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


def user_zone(environ: Mapping[str, str] = os.environ, link: str = LOCALTIME, chosen: str | None = None) -> tzinfo:
    """The time zone of the user: that of `TZ`, else the chosen one, else of this computer; `UsageError` if unknown."""
    told = environ.get("TZ") or chosen
    zone = named_zone(told or linked_name(link))
    if zone is not None:
        return zone
    import tzlocal  # noqa: PLC0415 - it knows every system, and takes a tenth of the start of a command

    try:
        return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        wrong = f"TZ: {shown(told)} is not a time zone" if told else "the time zone of this computer cannot be read"
        raise UsageError(wrong, "set it for this run, e.g. TZ=Europe/Berlin aliorder …") from None


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

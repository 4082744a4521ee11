"""`aliorder config`: what the user has set for every command, and the file in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from aliorder.cli.output import complain, print_json, say
from aliorder.cli.session import Session, method_id
from aliorder.cli.settings_file import changed
from aliorder.errors import UsageError
from aliorder.render.lists import show_table
from aliorder.render.paper import Paper, show_lines
from aliorder.render.table import Column
from aliorder.settings import (
    ENTRIES,
    SETTINGS_NAME,
    Entry,
    Found,
    Read,
    Settings,
    entry_of,
    read_text,
    read_toml,
    user_zone,
)
from aliorder.words.safe import printable, shortened

COLUMNS = (Column("setting"), Column("value"), Column("from", fixed=False))
NOT_SET = "not set"
NO_VALUES = ("", "-")
MOST_SHOWN = 40
"""So many characters of what stood in the file are told."""

KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help="A setting, e.g. country.")]


def run() -> None:
    """Your settings: country, clock and more.

    \b
      country           whose business days count            ALIORDER_COUNTRY
      time_zone         the zone of your clock               TZ
      payment           how you usually pay                  ALIORDER_PAYMENT
      color             auto (see NO_COLOR), always, never   ALIORDER_COLOR
      language          in which aliorder speaks to you: en  ALIORDER_LANGUAGE
      message_language  that of what you send  ALIORDER_MESSAGE_LANGUAGE

    What you type as an option counts first, then the variable, then the file, then the default.

    \b
    Examples:
      aliorder config show
      aliorder config set country DE
      aliorder config set payment visa
    """


def show(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help="A setting; without it, all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.config/1).")] = False,
) -> None:
    """Each setting, its value, and where that comes from.

    What is wrong is told beside what can be read.

    \b
    Examples:
      aliorder config show
      aliorder config show country --json
    """
    session: Session = ctx.obj
    wanted = ENTRIES if key is None else (entry_of(key),)
    found, problems = in_force(session, wanted, alone=key is not None)
    if as_json:
        print_json(document(path_of(session), found, problems))
    else:
        paper = paper_of(session)
        unset = NOT_SET if paper.drawn else ""
        rows = [(name, each.value or unset, origin_words(name, each)) for name, each in found.items()]
        show_table(COLUMNS, rows, paper)
    for error in problems:
        complain(error)
    if problems:
        raise typer.Exit(UsageError.exit_code)


def in_force(session: Session, wanted: tuple[Entry, ...], *, alone: bool) -> tuple[dict[str, Found], list[UsageError]]:
    """The settings that can be read, and what is wrong: with the file, its keys, and their values.

    One setting `alone` is asked for without the keys that are none. Where the file cannot be read, nobody knows what
    holds but for flags and variables.
    """
    path, problems = path_of(session), list[UsageError]()
    try:
        settings = Settings(path, read_toml(path), session.environ)
    except UsageError as error:
        settings, problems = Settings(path, {}, session.environ), [error]
    whole, found = not problems, dict[str, Found]()
    problems.extend(() if alone else settings.unknown())
    for entry in wanted:
        try:
            value = value_of(entry.key, settings, session)
        except UsageError as error:
            problems.append(error)
            continue
        if whole or value.origin in ("flag", "environment"):
            found[entry.key] = value
    return found, problems


def value_of(key: str, settings: Settings, session: Session) -> Found:
    """The value of a setting in this run; of the time zone also where this computer tells it. Raises `UsageError`."""
    if key == "color" and session.color:
        return Found(session.color, "flag", "--color")
    found = settings.found(key, deeper(key))
    if key == "time_zone":
        return found._replace(value=str(user_zone(session.environ, chosen=found.value)))
    return found


def deeper(key: str) -> Read | None:
    """How a text is read of which the settings alone cannot tell what it means; `None` where they can."""
    return method_id if key == "payment" else None


def path_of(session: Session) -> Path:
    """Where the settings are written."""
    return session.config / SETTINGS_NAME


def paper_of(session: Session) -> Paper:
    """What to print on; without colour where what is set about it cannot be read."""
    try:
        return session.paper
    except UsageError:
        return Paper(session.on_terminal, colored=False)


def origin_words(key: str, found: Found) -> str:
    """Where a value comes from: the flag, the variable, the file, or what holds by itself."""
    if found.place:
        return found.place
    return "this computer" if key == "time_zone" else "default"


def document(path: Path, found: Mapping[str, Found], problems: list[UsageError]) -> dict[str, object]:
    """The settings as `aliorder.config/1`."""
    return {
        "schema": "aliorder.config/1",
        "path": str(path),
        "settings": [
            {"key": key, "value": each.value, "origin": each.origin, "place": each.place} for key, each in found.items()
        ],
        "problems": [{"text": error.message, "hint": error.hint} for error in problems],
    }


def put(
    ctx: typer.Context,
    key: KeyArgument,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it is from now on.")],
) -> None:
    """Set something for every command, in your settings file.

    All else in the file stays as it is, with your comments and their order.

    \b
    Examples:
      aliorder config set country DE
      aliorder config set time_zone Europe/Berlin
      aliorder config set payment visa
    """
    session: Session = ctx.obj
    entry = entry_of(key)
    if value.strip() in NO_VALUES:
        raise UsageError(f"{key} needs a value", f"to take it out: aliorder config unset {key}")
    new = read_text(deeper(key) or entry.read, value, key)
    before = changed(path_of(session), key, new)
    tell(session, key, before, new)


def take_out(ctx: typer.Context, key: KeyArgument) -> None:
    """Take a setting out of your settings file, or a key that is no setting.

    \b
    Examples:
      aliorder config unset country
    """
    session: Session = ctx.obj
    place = path_of(session)
    if key not in read_toml(place):
        entry_of(key)
    tell(session, key, changed(place, key, None), None)


def path(ctx: typer.Context) -> None:
    """Where your settings file is, or would be.

    \b
    Examples:
      aliorder config path
    """
    show_lines([printable(str(path_of(ctx.obj)))])


def tell(session: Session, key: str, before: object | None, after: str | None) -> None:
    """Say what has changed, what comes before it, and what else in the file is wrong."""
    if session.quiet:
        return
    change = f"already {after or NOT_SET}" if before == after else f"{said(before)} → {said(after)}"
    say(f"{shortened(key, MOST_SHOWN)}: {change}, in {path_of(session)}")
    for variable in (name for entry in ENTRIES if entry.key == key for name in entry.variables):
        if session.environ.get(variable):
            say(f"note: {variable} is set in the environment, and comes before the file")
    for error in mistakes_in_file(session):
        say(f"note: {error.message}{f'; {error.hint}' if error.hint else ''}")


def said(value: object | None) -> str:
    """What stood, or stands, in the file, in a few words."""
    if value is None:
        return NOT_SET
    return shortened(value if isinstance(value, str) and value.strip() else repr(value), MOST_SHOWN)


def mistakes_in_file(session: Session) -> Iterator[UsageError]:
    """What is wrong in the file; it can be read."""
    place = path_of(session)
    settings = Settings(place, read_toml(place), {})
    yield from settings.unknown()
    for other in ENTRIES:
        try:
            settings.found(other.key, deeper(other.key))
        except UsageError as error:
            yield error


COMMANDS: Mapping[str, Callable[..., None]] = {"show": show, "set": put, "unset": take_out, "path": path}
"""The commands of the group, in the order in which help lists them."""

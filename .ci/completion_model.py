"""The command line as the completion files see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

MADE = "Made by .ci/make_completions.py; changes belong there."

Values = Mapping[str, str]
"""Values to choose from, and what each one means."""

KEPT = {"orders": "order", "open-orders": "open order", "backups": "backup", "maps": "column map"}
"""The lists that the program is asked for while completing, and what each of them holds.

Backups are offered beside the files of the folder.
"""

NEWEST = "latest"
"""What may stand in the place of a backup."""


class Option(NamedTuple):
    """An option: all its names, what it is for, and what it takes, `None` for a flag."""

    names: tuple[str, ...]
    help: str
    takes: str | None


class Command(NamedTuple):
    """A command; `arguments` are what each one takes, the last of them again and again if `repeats`."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[str, ...]
    repeats: bool


class Program(NamedTuple):
    """The whole command line.

    The commands of a group stand behind it under both their names: `policy`, `policy show`. A group itself takes one
    argument, its command, from a list of its own. `after_equals` names what follows a list's `KIND=`; of a list in
    `joined` several values may stand with commas between them; what takes one of `by_argument` takes the list that is
    named there beside the argument before.
    """

    options: tuple[Option, ...]
    commands: tuple[Command, ...]
    lists: Mapping[str, Values]
    after_equals: Mapping[str, str]
    joined: tuple[str, ...]
    by_argument: Mapping[str, Mapping[str, str]]

    def top(self) -> tuple[Command, ...]:
        """The commands and groups that can stand first."""
        return tuple(each for each in self.commands if " " not in each.name)

    def groups(self) -> dict[str, tuple[Command, ...]]:
        """The commands of each group, by its name."""
        found: dict[str, tuple[Command, ...]] = {}
        for each in self.commands:
            group, _, within = each.name.partition(" ")
            if within:
                found[group] = (*found.get(group, ()), each)
        return found

    def places(self) -> Iterator[tuple[str, int | None, str]]:
        """What an argument takes, by its command and its place, counted from 0; no place if it is every one."""
        for command in self.commands:
            for place, takes in enumerate(command.arguments):
                if takes != "any":
                    yield command.name, None if command.repeats else place, takes

    def takes(self) -> dict[tuple[str, str], str]:
        """What each option with a value takes, by its command, '' before any, and each of its names."""
        every = {"": self.options, **{command.name: command.options for command in self.commands}}
        return {
            (command, name): each.takes
            for command, options in every.items()
            for each in options
            if each.takes
            for name in each.names
        }


def filled(template: str, **parts: str) -> str:
    """The template with each `@NAME@` replaced."""
    for name, text in parts.items():
        template = template.replace(f"@{name}@", text)
    return template


def have_equals(values: Values) -> bool:
    """Whether the values are the first halves of `KIND=WHEN`."""
    return all(value.endswith("=") for value in values)


def indented(lines: Iterable[str], depth: int) -> str:
    """The lines, `depth` blanks further in, ready to stand in a template."""
    return f"\n{' ' * depth}".join(lines)

"""What every command is given: the moment, the folder of the store, and how to talk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from aliorder.calendars import calendar_of
from aliorder.domain.dates import Calendar
from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.domain.when import read_when
from aliorder.errors import UsageError
from aliorder.policies import load_policy
from aliorder.render.paper import Paper
from aliorder.settings import (
    POLICY_NAME,
    SETTINGS_NAME,
    Settings,
    config_folder,
    data_folder,
    read_settings,
    user_zone,
)

if TYPE_CHECKING:
    from aliorder.store import OrderStore

Color = Literal["auto", "always", "never"]


@dataclass(frozen=True)
class Session:
    """One run of the program: `now` is aware and in the user's zone."""

    now: datetime
    home: str | None
    environ: dict[str, str]
    may_prompt: bool
    color: Color
    quiet: bool
    verbose: bool
    no_policy_file: bool = False

    @cached_property
    def folder(self) -> Path:
        """The folder in which the store lives; `UsageError` if it lies in the home of a user who is not known."""
        return self.placed(data_folder)

    @cached_property
    def config(self) -> Path:
        """The folder of the files that the user writes; `UsageError` as for `folder`."""
        return self.placed(config_folder)

    def placed(self, folder_of: Callable[[str | None, Mapping[str, str]], Path]) -> Path:
        """The folder that one of the rules for folders names in this run."""
        try:
            return folder_of(self.home, self.environ)
        except RuntimeError:
            raise UsageError(
                "there is no such user as --home or ALIORDER_HOME names", "write the folder in full"
            ) from None

    @cached_property
    def settings(self) -> Settings:
        """What the user has set; `UsageError` where that cannot be read."""
        return read_settings(self.config / SETTINGS_NAME, self.environ)

    def calendar_of(self, country: str | None) -> Calendar:
        """The calendar of a buyer in `country`; without one, in the country that the user has set, if any."""
        return calendar_of(country or self.settings.country)

    def store(self, *, write: bool = False) -> OrderStore:
        """The kept orders, for a `with` block; only with `write` is anything created."""
        from aliorder.store import OrderStore  # noqa: PLC0415 - facts alone need no store, and SQLite takes 10 ms

        return OrderStore.open(self.folder, write=write)

    def order(self, name: str) -> Order:
        """The kept order that `name` means; raises `OrderNotFound` if there is none, or several fit."""
        with self.store() as store:
            return store.find(name)

    def order_or_new(self, name: str | None) -> Order:
        """The kept order that `name` means; without a name, one of which nothing is known yet."""
        return Order() if name is None else self.order(name)

    @contextmanager
    def changing(self, name: str, doing: str) -> Iterator[tuple[OrderStore, Order]]:
        """The store and the kept order that `name` means, within one transaction called `doing` with its number.

        It is looked up before anything is opened for writing: a name that fits no order leaves no empty store behind.
        """
        self.order(name)
        with self.store(write=True) as store:
            found = store.find(name)
            with store.transaction(doing.format(found.number), self.now):
                yield store, found

    @cached_property
    def policy(self) -> Policy:
        """What AliExpress does, with the user's own figures; `PolicyError` if their file cannot be taken in."""
        path, zone = self.config / POLICY_NAME, self.now.tzinfo
        if self.no_policy_file or not os.path.lexists(path):
            return load_policy()
        from aliorder.policies.policy_file import own_policy  # noqa: PLC0415 - few have such a file

        assert zone is not None, "the moment of a run has a zone"
        return own_policy(path, load_policy(), zone)

    @cached_property
    def on_terminal(self) -> bool:
        """Whether a person reads what is printed."""
        return sys.stdout.isatty() and self.environ.get("TERM") != "dumb"

    @cached_property
    def colored(self) -> bool:
        """Whether to print in colour: the flag, else `NO_COLOR`, else whether it is a terminal."""
        if self.color != "auto":
            return self.color == "always"
        return self.on_terminal and not self.environ.get("NO_COLOR")

    @property
    def paper(self) -> Paper:
        """What the run prints on."""
        return Paper(self.on_terminal or self.color == "always", self.colored)


def the_moment(text: str | None) -> datetime:
    """The moment that the run takes for now: the clock's, or what `--now` says, a day meaning its noon."""
    clock = datetime.now(user_zone()).replace(microsecond=0)
    if text is None:
        return clock
    when = read_when(text, clock)
    if when.at is not None:
        return when.at.astimezone(clock.tzinfo)
    if when.day is None:
        raise UsageError("--now has to be a day or a moment", "e.g. --now 2026-11-22")
    return datetime.combine(when.day, time(12), clock.tzinfo)

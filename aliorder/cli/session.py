"""What every command is given: the moment, the folder of the store, and how to talk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from aliorder.errors import UsageError
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

# Every command loads this file, so it loads little itself: most need no policy, no calendar and no store.
if TYPE_CHECKING:
    from aliorder.domain.dates import Calendar
    from aliorder.domain.order import Order
    from aliorder.domain.policy import Policy
    from aliorder.store.orders import OrderStore


@dataclass(frozen=True, eq=False, repr=False)
class Session:
    """One run of the program. `told_now` and `color` are what was typed for them, `None` for nothing."""

    told_now: str | None
    home: str | None
    environ: dict[str, str]
    may_prompt: bool
    color: str | None
    quiet: bool
    verbose: bool
    no_policy_file: bool = False
    may_page: bool = False

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

    @cached_property
    def zone(self) -> tzinfo:
        """The time zone of the user; `UsageError` where it is not known."""
        return user_zone(self.environ, chosen=self.settings.found("time_zone").value)

    @cached_property
    def now(self) -> datetime:
        """The moment that the run takes for now, in the user's zone: the clock's, or what `--now` says."""
        clock = datetime.now(self.zone).replace(microsecond=0)
        return clock if self.told_now is None else the_moment(self.told_now, clock)

    def calendar_of(self, country: str | None) -> Calendar:
        """The calendar of a buyer in `country`; without one, in the country that the user has set, if any."""
        from aliorder.calendars import calendar_of  # noqa: PLC0415 - as above

        return calendar_of(country or self.settings.country)

    def store(self, *, write: bool = False) -> OrderStore:
        """The kept orders, for a `with` block; only with `write` is anything created."""
        from aliorder.store.orders import OrderStore  # noqa: PLC0415 - facts alone need no store, and SQLite takes 10 ms

        return OrderStore.open(self.folder, write=write)

    def order(self, name: str) -> Order:
        """The kept order that `name` means; raises `OrderNotFound` if there is none, or several fit."""
        with self.store() as store:
            return store.find(name)

    def order_or_new(self, name: str | None) -> Order:
        """The kept order that `name` means; without a name, one of which nothing is known yet."""
        if name is not None:
            return self.order(name)
        from aliorder.domain.order import Order  # noqa: PLC0415 - as above

        return Order()

    @contextmanager
    def changing(self, name: str, doing: str) -> Iterator[tuple[OrderStore, Order]]:
        """The store and the kept order that `name` means, within one transaction called `doing` with its number.

        It is looked up before anything is opened for writing: a name that fits no order leaves no empty store behind.
        """
        self.order(name)
        with self.store(write=True) as store:
            number = store.find(name).number or ""
            with store.transaction(doing.format(number), self.now):
                yield store, store.find(number)  # as it is now that nobody else can change it

    @cached_property
    def policy(self) -> Policy:
        """What AliExpress does, with the user's own figures and usual way of paying.

        `PolicyError` if the file of the figures cannot be taken in.
        """
        usual = self.settings.found("payment", method_id).value
        return self.figures._replace(usual_payment=usual) if usual else self.figures

    @cached_property
    def figures(self) -> Policy:
        """What AliExpress does, with the user's own figures; `PolicyError` as for `policy`."""
        from aliorder.policies import load_policy  # noqa: PLC0415 - as above

        if not self.has_policy_file:
            return load_policy()
        from aliorder.policies.policy_file import own_policy  # noqa: PLC0415 - few have such a file

        return own_policy(self.config / POLICY_NAME, load_policy(), self.zone)

    @cached_property
    def has_policy_file(self) -> bool:
        """Whether there is a file of the user's own figures that counts."""
        return not self.no_policy_file and os.path.lexists(self.config / POLICY_NAME)

    @cached_property
    def on_terminal(self) -> bool:
        """Whether a person reads what is printed."""
        return sys.stdout.isatty() and self.environ.get("TERM") != "dumb"

    @cached_property
    def colored(self) -> bool:
        """Whether what is drawn is in colour: as it is wished, else unless `NO_COLOR` is set."""
        wish = self.color or self.settings.color
        if wish == "auto":
            return self.on_terminal and not self.environ.get("NO_COLOR")
        return wish == "always" and self.drawn

    @property
    def drawn(self) -> bool:
        """Whether to draw: for a person, or because `--color always` was typed; a setting changes no form."""
        return self.on_terminal or self.color == "always"

    def about_to_ask(self) -> None:
        """Let the prompts be in colour only if what is printed is."""
        if not self.colored:
            os.environ["PROMPT_TOOLKIT_COLOR_DEPTH"] = "DEPTH_1_BIT"

    @property
    def paper(self) -> Paper:
        """What the run prints on."""
        return Paper(self.drawn, self.colored)

    @property
    def paper_of_columns(self) -> Paper:
        """What columns chosen by name are printed on: whatever is typed about colour, a pipe gets bare lines."""
        return Paper(self.on_terminal, self.colored)


def method_id(text: str) -> str:
    """The id of the payment method that is set as the usual one; `UsageError` with the nearest if there is none."""
    from aliorder.domain.typed import payment  # noqa: PLC0415 - only for who has set one
    from aliorder.policies import load_policy  # noqa: PLC0415 - as above

    return payment(text, load_policy())


def the_moment(text: str, clock: datetime) -> datetime:
    """The moment that `--now` says, in the zone of the `clock`; a day means its noon. Raises `UsageError`."""
    from aliorder.domain.when import read_when  # noqa: PLC0415 - only for who has typed one

    when = read_when(text, clock)
    if when.at is not None:
        return when.at.astimezone(clock.tzinfo)
    if when.day is None:
        raise UsageError("--now has to be a day or a moment", "e.g. --now 2026-11-22")
    return datetime.combine(when.day, time(12), clock.tzinfo)

"""Which of the kept orders are asked for, by the options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Annotated, NamedTuple

import typer

from aliorder.cli.session import Session
from aliorder.cli.watching import Watch
from aliorder.domain.order import Order
from aliorder.domain.outlook import Standing
from aliorder.domain.typed import days, one_of
from aliorder.domain.vocabulary import ACTIONS, STAGES, Action, Stage

StageOption = Annotated[str | None, typer.Option("--stage", metavar="STAGE", help="Only orders in this stage.")]
ActionOption = Annotated[str | None, typer.Option("--action", metavar="ACTION", help="Only orders with this advice.")]
OpenOption = Annotated[bool, typer.Option("--open", help="Only orders that need something or somebody.")]
DueWithinOption = Annotated[
    str | None,
    typer.Option("--due-within", metavar="DAYS", help="Only orders with a deadline within so many days, e.g. 7d."),
]


class Wanted(NamedTuple):
    """Which orders are asked for; `None` and `False` ask for nothing."""

    stage: Stage | None
    action: Action | None
    only_open: bool
    within: timedelta | None

    @property
    def is_all(self) -> bool:
        """Whether every order is asked for, so that nobody has to know what they advise."""
        return not any((self.stage, self.action, self.only_open)) and self.within is None

    def admits(self, standing: Standing) -> bool:
        """Whether the order is one of them; one without a stage fits no stage and no action."""
        outlook = standing.outlook
        if self.stage and outlook.stage != self.stage:
            return False
        if self.action and outlook.action != self.action:
            return False
        if self.only_open and not outlook.is_open:
            return False
        return self.within is None or is_due(standing, self.within)


def wanted_of(stage: str | None, action: str | None, only_open: bool, due_within: str | None) -> Wanted:
    """What was typed for the four options; raises `UsageError` for what cannot be read."""
    return Wanted(
        one_of(stage, STAGES, "stage") if stage else None,
        one_of(action, ACTIONS, "action") if action else None,
        only_open,
        days(due_within, "--due-within") if due_within is not None else None,
    )


def chosen(orders: Iterable[Order], wanted: Wanted, session: Session) -> Iterator[Standing]:
    """Those of the orders that are asked for, each with its outlook, in their order."""
    watch = Watch(session)
    standings = (Standing(order, session.now, watch.look(order)[0]) for order in orders)
    return (standing for standing in standings if wanted.admits(standing))


def is_due(standing: Standing, within: timedelta) -> bool:
    """Whether the next deadline of the order comes within that time."""
    deadline = standing.next_deadline
    return deadline is not None and deadline.at is not None and deadline.at <= standing.now + within

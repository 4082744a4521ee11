"""The orders that can have something due, without asking about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from importlib.machinery import PathFinder
from pathlib import Path

import aliorder
from aliorder.cli.session import Session
from aliorder.domain.agenda import Due, agenda, watched
from aliorder.domain.order import Order
from aliorder.domain.plan import dates_only
from aliorder.domain.survey import Entry
from aliorder.settings import POLICY_NAME

PARTS = ("domain", "policies")
"""The folders of the program on which an advice rests."""


def dues_until(session: Session, until: datetime | None) -> list[Due]:
    """The deadlines of the kept orders up to `until`, all of them for `None`; soonest first.

    The store knows of each order until when it has nothing to say; that is only believed for the same program, policy,
    zone and settings, and noted anew for the orders that were looked at.
    """
    wakes: dict[str, datetime | None] = {}
    with session.store() as store:
        awake = store.awake(grounds(session), session.now, until)
        dues = agenda(looked_at(awake.orders, session, wakes), until)
        store.note_wakes(awake, wakes)
    return dues


def looked_at(orders: Iterable[Order], session: Session, wakes: dict[str, datetime | None]) -> Iterator[Entry]:
    """The orders with their advice, one at a time; of each `wakes` gains when it has to be looked at again.

    The holidays of sellers move no date, so they need wake nobody.
    """
    policy = dates_only(session.policy)
    for order in orders:
        found = watched(order, policy, session.now, session.calendar_of(order.country))
        wakes[order.number or ""] = found.wake
        yield found.entry


def grounds(session: Session) -> str:
    """What an advice rests on besides the order, as a short text that differs where any of it does."""
    home = Path(aliorder.__file__)
    files = [*(path for part in PARTS for path in home.with_name(part).glob("*.py")), session.config / POLICY_NAME]
    library = PathFinder.find_spec("holidays")
    if library is not None and library.origin is not None:
        files.append(Path(library.origin))
    rest = (aliorder.__version__, str(session.now.tzinfo), repr(session.settings))
    return " ".join((*rest, fingerprint(files)))


def fingerprint(files: Iterable[Path]) -> str:
    """How many of the files there are, how large they are together, and when the last of them was written."""
    found = []
    for path in files:
        with suppress(OSError):
            found.append(path.stat())
    return f"{len(found)} {sum(one.st_size for one in found)} {max((one.st_mtime_ns for one in found), default=0)}"

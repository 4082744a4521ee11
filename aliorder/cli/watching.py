"""The orders that can have something due, without asking about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from importlib.machinery import PathFinder
from pathlib import Path
from zlib import crc32

import aliorder
from aliorder.cli.session import Session
from aliorder.domain.agenda import Due, Watched, agenda, undescribed, watched
from aliorder.domain.dates import LAST_SECOND
from aliorder.domain.order import Order
from aliorder.domain.plan import dates_only
from aliorder.domain.policy import PaymentMethod, Window
from aliorder.domain.survey import Entry

PARTS = ("domain", "policies")
"""The folders of the program on which an advice rests."""

REMEMBERED = 20_000
"""So many kinds of orders are told apart: those of a long import are much alike."""


def dues_until(session: Session, until: datetime | None) -> list[Due]:
    """The deadlines of the kept orders up to `until`, all of them for `None`; soonest first.

    The store knows of each order until when it has nothing to say; that is only believed for the same program, policy,
    zone and settings, and noted anew for the orders that were looked at.
    """
    wakes: dict[str, datetime | None] = {}
    with session.store() as store:
        awake = store.awake(grounds(session), session.now, until)
        dues = agenda(looked_at(awake.orders, session, until, wakes), until)
        store.note_wakes(awake, wakes)
    return dues


def looked_at(
    orders: Iterable[Order], session: Session, until: datetime | None, wakes: dict[str, datetime | None]
) -> Iterator[Entry]:
    """The orders with their advice, one at a time; of each `wakes` gains when it has to be looked at again.

    One that is known to have nothing to say up to `until` is passed over.
    """
    watch = Watch(session)
    for order in orders:
        number = order.number or ""
        if until is not None and watch.knows(order):
            wake = wakes[number] = watch.wake(order)
            if wake is None or wake > until:
                continue
        found = watch.look(order)
        wakes[number] = found.wake
        yield found.entry


class Watch:
    """Looks at orders, and remembers when those that are alike in what counts have to be looked at again.

    The holidays of sellers move no date, so they need wake nobody.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._policy = dates_only(session.policy)
        self._wakes: dict[Order, datetime | None] = {}

    def knows(self, order: Order) -> bool:
        """Whether an order like it has been looked at."""
        return undescribed(order) in self._wakes

    def wake(self, order: Order) -> datetime | None:
        """When the order has to be looked at again; `None` for never."""
        alike = undescribed(order)
        return self._wakes[alike] if alike in self._wakes else self.look(order).wake

    def look(self, order: Order) -> Watched:
        """The order with its advice, and when it has to be looked at again."""
        found = watched(order, self._policy, self._session.now, self._session.calendar_of(order.country))
        if len(self._wakes) < REMEMBERED:
            self._wakes[undescribed(order)] = found.wake
        return found


def last_moment_of(now: datetime, ahead: timedelta) -> datetime:
    """The end of the day, in the zone of `now`, that lies so far ahead: days are counted in dates, like `days_left`."""
    return datetime.combine(now.date() + ahead, LAST_SECOND, now.tzinfo)


def grounds(session: Session) -> str:
    """What an advice rests on besides the order, as a short text that differs where any of it does."""
    policy = session.policy
    figures: list[Window | PaymentMethod] = [*policy.windows.values(), *policy.methods.values()]
    own = [figure for figure in figures if figure.overrides is not None]
    rest = (aliorder.__version__, session.now.tzinfo, session.settings, own, *map(fingerprint, program_files()))
    return f"{crc32(repr(rest).encode('utf-8', 'surrogatepass')):08x}"


def program_files() -> Iterator[Path]:
    """The files that decide what an advice says: our own, and those by which the holidays are known."""
    home = Path(aliorder.__file__).parent
    yield home / "calendars.py"
    for part in PARTS:
        yield from sorted((home / part).glob("*.py"))
    library = PathFinder.find_spec("holidays")
    if library is not None and library.origin is not None:
        yield Path(library.origin).with_name("version.py")


def fingerprint(path: Path) -> tuple[str, int, int] | None:
    """The name and size of a file and when it was written; `None` if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return path.name, found.st_size, found.st_mtime_ns

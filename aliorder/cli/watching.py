"""Where the kept orders stand, without working out anew what is known to hold still."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cached_property
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING
from zlib import crc32

import aliorder
from aliorder.cli.session import Session
from aliorder.domain.agenda import Due, agenda
from aliorder.domain.dates import LAST_SECOND
from aliorder.domain.order import Order
from aliorder.domain.outlook import Outlook, Standing, soonest_first
from aliorder.records.outlooks import Note, note_of, outlook_in

if TYPE_CHECKING:
    from aliorder.domain.policy import PaymentMethod, Policy, Window
    from aliorder.store.orders import OrderStore
    from aliorder.store.wakes import Noted

PARTS = ("domain", "policies", "records")
"""The folders of the program on which an advice rests."""

REMEMBERED = 20_000
"""So many kinds of orders are told apart: those of a long import are much alike."""


def dues_until(session: Session, until: datetime | None) -> list[Due]:
    """The deadlines of the kept orders up to `until`, all of them for `None`; soonest first.

    The store knows of each order until when it has nothing to say; that is only believed for the same program, policy,
    zone and settings, and noted anew for the orders that were looked at.
    """
    with session.store() as store:
        noted = store.awake(grounds(session), session.now, until)
        watch = Watch(session)
        dues = agenda(watch.standings(noted, until), until)
        store.note(noted, watch.notes)
    return dues


def kept_standings(session: Session) -> list[Standing]:
    """Every kept order with its outlook, soonest deadline first, then by number; what is noted is believed as above."""
    with session.store() as store:
        noted = store.noted(grounds(session), session.now)
        watch = Watch(session)
        found = soonest_first(list(watch.standings(noted)))
        store.note(noted, watch.notes)
    return found


def kept_standing(session: Session, name: str) -> Standing:
    """The kept order that `name` means, with its outlook; raises `OrderNotFound` if there is none, or several fit."""
    with session.store() as store:
        noted = store.find_noted(name, grounds(session), session.now)
        watch = Watch(session)
        (standing,) = watch.standings(noted)
        if not noted.everything:  # or all that is noted of other orders would have to make room
            store.note(noted, watch.notes)
    return standing


class Watch:
    """Tells where orders stand: as was noted, where that holds, else by looking at them.

    Those that are alike in what counts are looked at once. The holidays of sellers move no date, so nothing here rests
    on them.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[Order, tuple[Outlook, Note]] = {}
        self.notes: dict[str, Note] = {}
        """What was found out about the orders that were looked at, by their numbers."""

    def standings(self, noted: Noted, until: datetime | None = None) -> Iterator[Standing]:
        """The orders, each when its turn comes, with their outlooks.

        Of those that were looked at, some may be left out that have nothing to say up to `until`.
        """
        now = self._session.now
        for order in noted.orders:
            outlook = outlook_in(noted.note(order), now)
            if outlook is None:
                outlook, note = self.look(order)
                self.notes[order.number or ""] = note
                if until is not None and (note.wake is None or note.wake > until.timestamp()):
                    continue
            yield Standing(order, now, outlook)

    def note(self, order: Order) -> Note:
        """What to note about the order."""
        return self.look(order)[1]

    def look(self, order: Order) -> tuple[Outlook, Note]:
        """The outlook of the order now, and what to note about it."""
        from aliorder.domain.watching import undescribed, watched  # noqa: PLC0415 - what is noted needs no advice

        alike = undescribed(order)
        if alike in self._found:
            return self._found[alike]
        now, calendar = self._session.now, self._session.calendar_of(order.country)
        seen = watched(order, self._policy, now, calendar)
        found = seen.outlook, note_of(seen, now.tzinfo)
        if len(self._found) < REMEMBERED:
            self._found[alike] = found
        return found

    @cached_property
    def _policy(self) -> Policy:
        from aliorder.domain.plan import dates_only  # noqa: PLC0415 - as above

        return dates_only(self._session.policy)


def last_moment_of(now: datetime, ahead: timedelta) -> datetime:
    """The end of the day, in the zone of `now`, that lies so far ahead: days are counted in dates, like `days_left`."""
    return datetime.combine(now.date() + ahead, LAST_SECOND, now.tzinfo)


def noting(session: Session, store: OrderStore) -> Callable[[Order], Note] | None:
    """What tells the notes on the orders that this transaction puts; `None` where none can be kept."""
    return Watch(session).note if store.begin_wakes(grounds(session), session.now) else None


def grounds(session: Session) -> str:
    """What an advice rests on besides the order, as a short text that differs where any of it does."""
    own = own_figures(session) if session.has_policy_file else ()
    rest = (
        aliorder.__version__,
        session.now.tzinfo,
        session.settings.country,
        session.settings.found("payment").value,
        own,
    )
    return f"{crc32(repr((*rest, *fingerprints())).encode('utf-8', 'surrogatepass')):08x}"


def own_figures(session: Session) -> tuple[object, ...]:
    """The figures that the user's own policy file sets."""
    figures: list[Window | PaymentMethod] = [*session.policy.windows.values(), *session.policy.methods.values()]
    return tuple(figure for figure in figures if figure.overrides is not None)


def fingerprints() -> Iterator[tuple[str, int, int]]:
    """Name, size and time of the files that decide what an advice says: ours, and those that know the holidays."""
    home = os.path.dirname(aliorder.__file__)  # noqa: PTH120 - of sixty files, a Path each would take 1 ms
    for part in PARTS:
        with os.scandir(os.path.join(home, part)) as files:  # noqa: PTH118 - as above
            yield from sorted(fingerprint(file) for file in files if file.name.endswith(".py"))
    library = PathFinder.find_spec("holidays")
    for path in (f"{home}/calendars.py", library and library.origin):
        if path and os.path.exists(path):  # noqa: PTH110 - as above
            yield path, *fingerprint_of(os.stat(path))  # noqa: PTH116 - as above


def fingerprint(file: os.DirEntry[str]) -> tuple[str, int, int]:
    """The name and size of a file and when it was written."""
    return file.name, *fingerprint_of(file.stat())


def fingerprint_of(found: os.stat_result) -> tuple[int, int]:
    """The size of a file and when it was written."""
    return found.st_size, found.st_mtime_ns

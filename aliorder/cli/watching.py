"""Where the kept orders stand, without working out anew what is known to hold still."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo
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
from aliorder.settings import named_zone

if TYPE_CHECKING:
    from aliorder.domain.policy import PaymentMethod, Policy, Window
    from aliorder.store.orders import OrderStore
    from aliorder.store.wakes import Noted

PARTS = ("domain", "policies", "records")
"""The folders of the program on which an advice rests."""

FIRST_DAY, DAYS = datetime(2015, 1, 1), 20 * 366  # noqa: DTZ001 - a clock in any zone
"""The days on which two zones without names are held against each other."""

REMEMBERED = 20_000
"""So many kinds of orders are told apart: those of a long import are much alike."""


def dues_until(session: Session, until: datetime | None) -> list[Due]:
    """The deadlines of the kept orders up to `until`, all of them for `None`; soonest first.

    The store knows of each order until when it has nothing to say; that is only believed for the same program, policy,
    zone and settings, and noted anew for the orders that were looked at.
    """
    # Some deadlines are days of a bank, which in the east of the world ends them before their last moment here.
    ahead = None if until is None else until + timedelta(days=1)
    with session.store() as store:
        noted = store.awake(grounds(session), session.now, ahead)
        watch = Watch(session)
        dues = agenda(watch.standings(noted, ahead), until)
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
        if session.told_now is None and not noted.everything:  # or what is noted of others would have to make room
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
        self._read: dict[Note, Outlook | None] = {}
        self.notes: dict[str, Note] = {}
        """What was found out about the orders that were looked at, by their numbers."""

    def standings(self, noted: Noted, until: datetime | None = None) -> Iterator[Standing]:
        """The orders, each when its turn comes, with their outlooks.

        Of those that were looked at, some may be left out that have nothing to say up to `until`.
        """
        now = self._session.now
        for order in noted.orders:
            outlook = self.noted_outlook(noted.note(order))
            if outlook is None:
                outlook, note = self.look(order)
                self.notes[order.number or ""] = note
                if until is not None and (note.wake is None or note.wake > until.timestamp()):
                    continue
            yield Standing(order, now, outlook)

    def noted_outlook(self, note: Note) -> Outlook | None:
        """What a note says, if it still holds; many orders have equal ones."""
        if note in self._read:
            return self._read[note]
        outlook = outlook_in(note, self._session.now)
        if len(self._read) < REMEMBERED:
            self._read[note] = outlook
        return outlook

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
    settings = (session.settings.country, session.settings.found("payment").value)
    rest = (aliorder.__version__, told_apart(session.zone), settings, own, *fingerprints())
    return f"{crc32(repr(rest).encode('utf-8', 'surrogatepass')):08x}"


def told_apart(zone: tzinfo) -> object:
    """The name of a zone; of one without, or with a file of its own, how far it is from UTC on each day of years."""
    name = getattr(zone, "key", None)
    if name is not None and named_zone(name) is zone:
        return name
    return [zone.utcoffset(FIRST_DAY + timedelta(days=days)) for days in range(DAYS)]


def own_figures(session: Session) -> tuple[object, ...]:
    """The figures that the user's own policy file sets."""
    figures: list[Window | PaymentMethod] = [*session.policy.windows.values(), *session.policy.methods.values()]
    return tuple(figure for figure in figures if figure.overrides is not None)


def fingerprints() -> Iterator[tuple[str, int, int]]:
    """Name, size and time of our files that decide what an advice says, and what tells the version of the holidays.

    Nothing where they do not lie in folders: then the version of the program has to do.
    """
    home = os.path.dirname(aliorder.__file__)  # noqa: PTH120 - of sixty files, a Path each would take 1 ms
    for part in ("", *PARTS):
        with suppress(OSError), os.scandir(os.path.join(home, part)) as files:  # noqa: PTH118 - as above
            yield from sorted(fingerprint(file) for file in files if file.name.endswith(".py"))
    library = PathFinder.find_spec("holidays")
    if library is not None and library.origin is not None:
        packages = os.path.dirname(os.path.dirname(library.origin))  # noqa: PTH120 - as above
        with suppress(OSError):
            yield from ((name, 0, 0) for name in sorted(os.listdir(packages)) if name.startswith("holidays-"))  # noqa: PTH208


def fingerprint(file: os.DirEntry[str]) -> tuple[str, int, int]:
    """The name and size of a file and when it was written."""
    found = file.stat()
    return file.name, found.st_size, found.st_mtime_ns

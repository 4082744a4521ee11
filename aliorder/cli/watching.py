"""The orders that can have something due, without asking about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import aliorder
from aliorder.cli.session import Session
from aliorder.domain.agenda import Due, agenda, watched
from aliorder.domain.order import Order
from aliorder.domain.plan import dates_only
from aliorder.domain.survey import Entry

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
    files = [path for part in PARTS for path in sorted(Path(aliorder.__file__).with_name(part).glob("*.py"))]
    files += [session.config / "policy.toml", *library_file("holidays")]
    said = [aliorder.__version__, str(session.now.tzinfo), repr(session.settings), *map(fingerprint, files)]
    return blake2b("\n".join(said).encode("utf-8", "replace"), digest_size=16).hexdigest()


def library_file(name: str) -> list[Path]:
    """The file of an installed library, without importing it."""
    spec = find_spec(name)
    return [Path(spec.origin)] if spec and spec.origin else []


def fingerprint(path: Path) -> str:
    """The size of a file and when it was written; empty if there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{path.name} {found.st_size} {found.st_mtime_ns}"

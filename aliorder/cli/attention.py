"""The one line that matters after an import: what needs attention now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from aliorder.cli.session import Session
from aliorder.cli.watching import dues_until, kept_standings, last_moment_of
from aliorder.domain.agenda import SOON, Due
from aliorder.domain.outlook import Standing
from aliorder.domain.vocabulary import Action
from aliorder.words.dates import deadline_day
from aliorder.words.labels import DEADLINE_LABELS, action_line
from aliorder.words.reminding import REMIND, asks_to_remind
from aliorder.words.safe import shortened

FEW = 1000
"""In so many orders each is looked at; of more only those that have something due."""

IDLE: frozenset[Action] = frozenset({"wait", "wait-for-refund", "let-expire", "nothing"})
"""What asks nothing of the buyer."""


def attention_line(session: Session) -> str:
    """How many orders need attention, and the first of them: one to act on, or with something due within days."""
    dues = dues_until(session, last_moment_of(session.now, timedelta(days=SOON)))
    first_due: dict[str, Due] = {}
    for due in sorted(dues, key=urgency):
        first_due.setdefault(due.standing.order.number or "", due)
    found = [words_of(due.standing, due) for due in first_due.values()]
    found += [words_of(standing, None) for standing in asking(session) if standing.order.number not in first_due]
    if not found:
        return f"Nothing needs attention within {SOON} days. What comes later: aliorder due"
    orders = "1 order needs" if len(found) == 1 else f"{len(found)} orders need"
    return f"{orders} attention. First: {found[0]}. All: aliorder advise --all"


def asking(session: Session) -> Iterable[Standing]:
    """The orders that ask for a deed, if there are few enough to look at each."""
    with session.store() as store:
        few = store.count() <= FEW
    kept = kept_standings(session) if few else ()
    return (each for each in kept if each.outlook.action is not None and each.outlook.action not in IDLE)


def urgency(due: Due) -> tuple[bool, float]:
    """What is still ahead first, the soonest before all; then what is over, the latest first."""
    at = due.at.timestamp()
    return (True, -at) if due.level == "overdue" else (False, at)


def words_of(standing: Standing, due: Due | None) -> str:
    """The order, what to do or to look at, and by when."""
    order, now, outlook = standing
    title = f" ({shortened(order.title, 40)})" if order.title else ""
    day = f", {deadline_day(due.deadline.id, due.at, now)}" if due else ""
    if due is not None and due.level == "overdue":
        day += ", overdue"
    idle = outlook.action is None or outlook.action in IDLE
    if due is not None and asks_to_remind(due):
        todo = REMIND
    else:
        todo = DEADLINE_LABELS[due.deadline.id] if due and idle else action_line(outlook.action, outlook.claim)
    return f"{order.number}{title}: {todo}{day}"

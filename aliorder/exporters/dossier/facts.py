"""What happened to the order of a dossier, in its order, and which of it was written."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.dates import own_day
from aliorder.domain.order import UNKNOWN, Event
from aliorder.domain.timeline import counts, in_order
from aliorder.domain.vocabulary import EventKind
from aliorder.exporters.dossier.model import Dossier
from aliorder.words.dossier import DONE_BY, Party, party_of, told_words, when_words
from aliorder.words.money import money_words

PRINTED: frozenset[EventKind] = frozenset(
    {
        "message-sent",
        "seller-answered",
        "cancel-requested",
        "cancel-refused",
        "cancel-accepted",
        "extension-asked",
        "delivery-refused",
        "dispute-opened",
        "dispute-refused",
        "dispute-agreed",
        "dispute-won",
        "dispute-lost",
        "dispute-cancelled",
        "appealed",
        "return-agreed",
    }
)
"""What passes between buyer, seller and AliExpress: its texts may be printed, those of all other events are private."""


class Happened(NamedTuple):
    """An event: its day in the buyer's zone if known, when in words, whose act, on which side that is, and what.

    `message` is its number among the texts that were written, if it has one.
    """

    event: Event
    day: date | None
    when: str
    who: str
    party: Party
    what: str
    message: int | None = None


def happened(dossier: Dossier) -> list[Happened]:
    """What happened until the dossier was made, oldest first, those of unknown day last; messages are numbered so."""
    now, found, messages = dossier.now, list[Happened](), 0
    for event in (*course_of(dossier, known=True), *course_of(dossier, known=False)):
        has_text = event.text is not None and event.kind in PRINTED
        messages += has_text
        found.append(in_words(event, now)._replace(message=messages if has_text else None))
    return found


def course_of(dossier: Dossier, *, known: bool | None = None) -> list[Event]:
    """The events that have happened, oldest first; only those of known, or of unknown, day if that is said."""
    past = [event for event in dossier.order.events if counts(event, dossier.now)]
    return list(in_order([event for event in past if known in (None, event.when != UNKNOWN)], dossier.now))


def in_words(event: Event, now: datetime) -> Happened:
    """An event in words."""
    amount = f", {money_words(event.amount)}" if event.amount else ""
    who, party, what = DONE_BY[event.kind], party_of(event.kind), told_words(event.kind) + amount
    return Happened(event, own_day(event.when, now), when_words(event.when, now), who, party, what)

"""What the tests of mails start from: mails written for them, and what they tell."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

from aliorder.domain.order import UNKNOWN, Event, Order, When
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Terms, file_of
from aliorder.importers.mail.eml import Eml
from aliorder.importers.mail.mbox import Mbox
from aliorder.policies import load_policy
from tests.importers.given import Reading, gather

TERMS = Terms(load_policy(), seen=datetime(2026, 11, 1, 12, tzinfo=UTC), zone=UTC)
ORDER = "8219000000030001"
OTHER = "8219000000030002"
PARCEL = "JY11BBB0B000000034"
SENDER = "AliExpress <transaction@notice.aliexpress.com>"
SENT = datetime(2026, 9, 4, 10, 30, tzinfo=UTC)
AT = When(at=SENT)


def mail(
    subject: str = f"Order {ORDER}: order shipped",
    text: str = "",
    *,
    sender: str = SENDER,
    date: str = "Fri, 04 Sep 2026 12:30:00 +0200",
    kind: str = "text/html; charset=UTF-8",
    more: str = "",
) -> bytes:
    """A mail as it lies in a mailbox."""
    head = f"From: {sender}\nTo: buyer@example.org\nSubject: {subject}\nDate: {date}\n{more}Content-Type: {kind}\n"
    return f"{head}\n{text}\n".encode()


def forwarded(text: str, subject: str = f"Fwd: Order {ORDER}: order shipped") -> bytes:
    """A mail that somebody forwarded two days later, in plain text."""
    friend = "A Friend <friend@example.org>"
    return mail(subject, text, sender=friend, date="Sun, 06 Sep 2026 12:30:00 +0200", kind="text/plain; charset=UTF-8")


def in_base64(text: str) -> tuple[str, str]:
    """The text wrapped for transport, and the header that says so."""
    return base64.encodebytes(text.encode()).decode(), "Content-Transfer-Encoding: base64\n"


def mailbox(*mails: bytes) -> bytes:
    """The mails in one file."""
    return b"".join(b"From 1@xxx Fri Sep 04 10:30:00 +0000 2026\n" + content + b"\n" for content in mails)


def read(content: bytes, terms: Terms = TERMS) -> Reading:
    """All that one mail tells."""
    return gather(Eml().read(file_of("one.eml", content), terms))


def read_box(content: bytes, terms: Terms = TERMS) -> Reading:
    """All that a mailbox tells."""
    return gather(Mbox().read(file_of("all.mbox", content), terms))


def told(*kinds: EventKind, when: When = AT, number: str | None = ORDER, parcel: str | None = None) -> Reading:
    """A reading of one order to which these things happened at one time."""
    return Reading((Order(number=number, tracking=parcel, events=tuple(Event(kind, when) for kind in kinds)),))


SHIPPED = told("shipped")
MOVING = told("shipped", when=UNKNOWN)
NOTHING = Reading()

"""Whether the seller still owes an answer to the newest message."""

from __future__ import annotations

from aliorder.domain.dates import first_moment
from aliorder.domain.order import Event
from aliorder.domain.sheet import Facts
from aliorder.domain.vocabulary import EVENT_KINDS, EventKind

WAITS_ON: frozenset[EventKind] = frozenset(
    {
        "placed",
        "paid",
        "payment-verified",
        "message-sent",
        "seller-answered",
        "cancel-requested",
        "extension-asked",
        "unfrozen",
    }
)
"""What can come after a message without making it idle; whether the seller has answered is asked apart."""

OVERTAKES: frozenset[EventKind] = frozenset(EVENT_KINDS) - WAITS_ON
"""What answers a message by a deed, or makes it idle: all that others do, and the buyer's own next great steps."""


IN_TALKS = ("none", "dispute-cancelled", "delivery-refused", "return-agreed", "return-sent")
"""The turns after which it is for the seller to answer: in a dispute AliExpress sees to it, and money owed is owed."""


def is_answer_awaited(facts: Facts) -> bool:
    """Whether an answer to the newest message to the seller can be awaited.

    An answer counts where the timeline puts it: on one day after the message. Anything else has to be known to have
    come after it, for a reminder too many harms less than one too few.
    """
    line = facts.timeline
    message = line.last.get("message-sent")
    if message is None or facts["turn"] not in IN_TALKS or line.is_newer("seller-answered", "message-sent"):
        return False
    return not any(kind in OVERTAKES and is_after(facts, event, message) for kind, event in line.last.items())


def is_after(facts: Facts, event: Event, message: Event) -> bool:
    """Whether `event` is known to have come after the message, or at one time with it.

    On a message of an unknown day everything follows.
    """
    sent, begun = first_moment(message.when, facts.now), first_moment(event.when, facts.now)
    if sent is None:
        return True
    if begun is not None:
        return begun >= sent
    status, seen = facts.timeline.status, facts.order.status
    shown = status is not None and event.kind in (*status.implies, status.after_request)
    return shown and seen is not None and seen.seen >= sent

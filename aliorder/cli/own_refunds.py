"""What the kept orders tell about the buyer's own refunds."""

from __future__ import annotations

from aliorder.cli.output import say
from aliorder.cli.session import Session
from aliorder.domain.experience import Experience, experience_of
from aliorder.domain.order import Order
from aliorder.errors import StoreError, UsageError


def own_refunds(asked: Order, session: Session) -> Experience | None:
    """What the other kept orders' refunds took by the method of `asked`; `None` if nothing is known.

    Nobody asks for this alone: where the store cannot be read it is left out with a word, and the rest is answered.
    """
    method = session.policy.paid_by(asked.payment)
    if method is None:
        return None
    try:
        with session.store() as store:
            arrived = store.with_event("refund-received")
    except (StoreError, UsageError) as error:
        if not session.quiet:
            say(f"Your own refunds are left out: {error.message}")
        return None
    others = (order for order in arrived if order.number != asked.number)
    return experience_of(others, method, session.policy, session.now, session.calendar_of(asked.country))

"""What the dialogue works with, in one run of the program."""

from __future__ import annotations

from functools import partial

from aliorder.cli.session import Session
from aliorder.cli.watching import kept_standings, noting
from aliorder.domain.advice import Advice
from aliorder.domain.order import Order
from aliorder.domain.survey import Entry
from aliorder.domain.vocabulary import About
from aliorder.wizard.dialogue import Desk


def desk_of(session: Session) -> Desk:
    """The desk at which the dialogue sits."""
    return Desk(
        session.policy,
        session.now,
        session.folder,
        session.paper,
        session.calendar_of,
        partial(kept_standings, session),
        partial(noting, session),
        partial(write, session),
    )


def write(session: Session, order: Order, advice: Advice, about: About) -> None:
    """Show a message about an order, and what to do with it."""
    from aliorder.cli.letters import Wish, show_texts, tell_about, written  # noqa: PLC0415 - most answers need none

    entry = Entry(order, session.now, advice)
    letter = written(session, entry, Wish(about))
    show_texts(letter)
    tell_about(session, entry, letter)

"""What the dialogue works with, in one run of the program."""

from __future__ import annotations

from functools import partial

from aliorder.cli.session import Session
from aliorder.cli.watching import kept_standings, noting
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
    )

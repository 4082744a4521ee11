"""The topic `events`: what can happen to an order, and the deadlines that its page shows."""

from __future__ import annotations

from aliorder.domain.vocabulary import AMOUNT_KINDS, DEADLINE_KINDS, EVENT_KINDS
from aliorder.words.labels import DEADLINE_LABELS, EVENT_LABELS
from aliorder.words.topics.parts import Lines, Part, Terms, Topic

CARRIERS = ", ".join(kind for kind in EVENT_KINDS if kind in AMOUNT_KINDS)

EVENTS = Topic(
    "events",
    (
        Part(
            "How to tell them",
            (
                Lines(
                    (
                        "aliorder advise --event paid=2026-11-20 --why not-needed",
                        "aliorder record 2345 cancel-requested --on today",
                        "aliorder edit 2345 --drop-event cancel-requested",
                    )
                ),
                "--event KIND=WHEN, as often as you like; aliorder help dates says what WHEN may be. Tell what you "
                "know: an event that is not given has not happened, except what a later one implies. What was shipped "
                "was paid, and what was delivered, disputed or returned was shipped.",
                "Of several events of one kind the newest counts. On one day, unless a time tells, and on days "
                "unknown, they count in the order of this list:",
            ),
        ),
        Part("KIND of an event", (Terms(tuple((kind, EVENT_LABELS[kind]) for kind in EVENT_KINDS)),)),
        Part(
            "Amounts",
            (
                f"These may be about a part of the total: {CARRIERS}.",
                Lines(('aliorder record 2345 refund-received --amount "5.00 USD"',)),
            ),
        ),
        Part(
            "KIND of a deadline that the page shows",
            (
                Terms(tuple((kind, DEADLINE_LABELS[kind]) for kind in DEADLINE_KINDS)),
                "--deadline KIND=WHEN; a shown one beats one that is worked out.",
                Lines(("aliorder advise --event paid=2026-11-20 --deadline ship-by=+2d5h",)),
            ),
        ),
    ),
)
"""What can happen to an order, and the deadlines of its page."""

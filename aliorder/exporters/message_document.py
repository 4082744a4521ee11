"""A message as a document of plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aliorder.domain.seller_clock import SellerClock
from aliorder.domain.survey import Entry
from aliorder.domain.vocabulary import ABOUTS
from aliorder.exporters.seller_clock_document import seller_clock_document
from aliorder.messages.drafting import Draft
from aliorder.messages.language import Language
from aliorder.policies.messages import RECIPIENTS
from aliorder.words.writing import ABOUT_LABELS


def message_document(
    entry: Entry, drafts: Sequence[Draft], languages: Sequence[Language], clock: SellerClock | None
) -> dict[str, object]:
    """The drafts of one message, each beside the language that was wanted; the first is the one to send."""
    about = drafts[0].about
    return {
        "schema": "aliorder.message/1",
        "order": entry.order.number,
        "about": about,
        "label": ABOUT_LABELS[about],
        "recipient": RECIPIENTS[about],
        "texts": [
            {"wanted": language.code, "language": made.language, "text": made.text}
            for made, language in zip(drafts, languages, strict=True)
        ],
        "gaps": list(drafts[0].gaps),
        "seller_clock": clock and seller_clock_document(clock, entry.now),
    }


def messages_document(languages: Iterable[Language]) -> dict[str, object]:
    """The kinds of message, and the languages that there are, each with the messages that it lacks."""
    return {
        "schema": "aliorder.messages/1",
        "kinds": [{"about": about, "label": ABOUT_LABELS[about], "recipient": RECIPIENTS[about]} for about in ABOUTS],
        "languages": [
            {
                "code": language.code,
                "name": language.name,
                "lacking": [about for about in ABOUTS if about not in language.messages],
            }
            for language in languages
        ],
    }

"""Claims in words for whoever decides on them: what is asked, and the rules on which it rests, in the third person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from aliorder.domain.policy import valid_on
from aliorder.words.figures import figure_words, span_words, spans_words, start_words
from aliorder.words.money import money_words

if TYPE_CHECKING:
    from aliorder.domain.claims import Asked, Basis, Wish
    from aliorder.domain.order import Money
    from aliorder.domain.policy import PaymentMethod, Policy, Window, WindowId

WISHES: Mapping[Wish, str] = {
    "full-refund": "A full refund{of}, without sending anything back",
    "partial-refund": "A part of the price back{of}, the buyer keeps the goods",
    "return-goods": "The goods go back to the seller, and the buyer gets the price back{of}",
    "cancel": "The order is cancelled, and the buyer gets the price back{of}",
    "take-back": "The seller takes the parcel back, and the buyer gets the price back{of}",
    "pay-refund": "The refund that was granted is paid out{of}",
    "extend-protection": "Buyer Protection is extended until the parcel is here",
}
NOTHING_ASKED = "Nothing is asked for with this dossier. It tells how the order stands."

BASIS_TEXTS: Mapping[str, str] = {
    "full-refund-if-missing": (
        "Buyer Protection: if the goods do not arrive in the promised time, the buyer gets the full price back."
    ),
    "false-tracking": "A tracking number that does not belong to the parcel breaks the rules for sellers.",
    "refund-if-bad": (
        "Buyer Protection: for goods that are not as described the buyer gets the full price back on returning them, "
        "or keeps them and gets a part of it back."
    ),
    "seller-pays-return": "The postage for the return of goods that are faulty or wrong is the seller's to pay.",
    "dispute-time": (
        "A dispute can be opened {dispute_opens} after shipping, until {dispute_until} after the delivery time has run "
        "out or receipt was confirmed."
    ),
    "silence-is-consent": (
        "The seller has {seller_answer_by} to answer a dispute; without an answer the buyer's proposal is carried out."
    ),
    "seller-has-to-agree": "A paid order that has not been shipped is cancelled, and refunded, if the seller agrees.",
    "request-lapses": (
        "A request to cancel that the seller does not answer cancels the order by itself, after {cancel_answer}."
    ),
    "closes-unshipped": (
        "An order that is not shipped in the seller's time to ship closes by itself with a full refund."
    ),
    "no-cancelling-once-shipped": (
        "A shipped order can no longer be cancelled; with the seller's consent the parcel goes back unopened."
    ),
    "post-in-time": "A return has to be posted, and its number entered, within {return_by} of the agreement.",
    "refund-after-return": "The refund follows once the arrival of the returned goods is confirmed.",
    "refund-time": "A refund by {method} takes {refund_time}, counted from {refund_start}.",
}

GRADE_WORDS: Mapping[str, str] = {
    "A": "official",
    "B": "several guides agree",
    "C": "one source",
    "J": "our own judgement",
}
"""How sure a source is, shortly."""


def asked_words(asked: Asked) -> str:
    """What is asked, in a sentence without its full stop, with the amount where it is known."""
    of = f": {money_words(asked.amount)}" if asked.amount else ""
    return WISHES[asked.wish].format(of=of)


def own_words(ask: str, amount: Money | None) -> str:
    """What the buyer asks for in their own words, and the amount unless they name it there.

    An amount that is only the end of a larger one is not named: `5.00 USD` stands in no `15.00 USD`.
    """
    told = money_words(amount)
    if told is None or re.search(rf"(?<![\d.,]){re.escape(told)}(?!\w)", ask):
        return ask
    return f"{ask} ({told})"


def basis_words(basis: Basis, policy: Policy, payment: str | None, day: date) -> str:
    """A rule with its figures as aliorder knows them for `day`, whatever the buyer has set instead."""
    windows = {name: shipped_window(policy, name, day) for name in basis.windows}
    blanks = {name.replace("-", "_"): span_words(window.value, window.unit) for name, window in windows.items()}
    if "cancel-answer" in windows:
        blanks["cancel_answer"] = spans_words(windows["cancel-answer"], windows["cancel-answer-latest"])
    if basis.method:
        method = valid_on(method_of(policy, payment), day)
        blanks |= {"method": method.label, "refund_time": figure_words(method), "refund_start": start_words(method)}
    return BASIS_TEXTS[basis.id].format_map(blanks)


def shipped_window(policy: Policy, name: WindowId, day: date) -> Window:
    """The window as it is on `day` by the sources, not as the buyer has set it."""
    window = policy.windows[name]
    return valid_on(window.overrides or window, day)


def method_of(policy: Policy, payment: str | None) -> PaymentMethod:
    """The payment method as the sources tell it, the general one for a method that is not known."""
    method = policy.methods.get(policy.paid_by(payment) or "other", policy.methods["other"])
    return method.overrides or method


def basis_sources(basis: Basis, policy: Policy, payment: str | None) -> tuple[str, ...]:
    """The ids of the sources of a rule, of its windows and of its payment method, each once."""
    found = [*basis.sources]
    for name in basis.windows:
        found += policy.windows[name].sources
    if basis.method:
        found += method_of(policy, payment).sources
    return tuple(dict.fromkeys(found))

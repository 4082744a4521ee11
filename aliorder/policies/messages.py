"""What a buyer writes to whom: which steps of an advice need a message, and what a message brings about."""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.domain.policy import DeadlineId
from aliorder.domain.vocabulary import About, EventKind, Recipient, Stage

RECIPIENTS: Mapping[About, Recipient] = {
    "ask-to-cancel": "seller",
    "accept-cancellation": "seller",
    "change-order": "seller",
    "when-shipped": "seller",
    "answer-refusal": "seller",
    "proof-of-posting": "seller",
    "where-is-it": "seller",
    "extend-protection": "seller",
    "refuse-delivery": "seller",
    "report-problem": "seller",
    "partial-refund": "seller",
    "take-back": "seller",
    "remind": "seller",
    "no-outside-deal": "seller",
    "dispute": "aliexpress",
    "appeal": "aliexpress",
    "support": "aliexpress",
    "ask-arn": "aliexpress",
    "trace-refund": "payer",
    "outside-claim": "payer",
    "own-customer": "customer",
}
"""Whom each message goes to."""

STEP_MESSAGES: Mapping[str, About] = {
    "write-seller-now": "ask-to-cancel",
    "support-if-unverified": "support",
    "ask-to-change": "change-order",
    "write-seller-first": "accept-cancellation",
    "cannot-edit": "change-order",
    "ask-when-shipped": "when-shipped",
    "write-seller-again": "answer-refusal",
    "remind-seller": "remind",
    "support-path": "support",
    "ask-seller-once": "where-is-it",
    "ask-what-happened": "where-is-it",
    "ask-number-and-proof": "proof-of-posting",
    "extend-needs-seller": "extend-protection",
    "write-urgently": "refuse-delivery",
    "ask-seller-to-take-back": "take-back",
    "tell-seller": "report-problem",
    "offer-partial": "partial-refund",
    "dispute-evidence": "dispute",
    "add-evidence": "dispute",
    "never-outside": "no-outside-deal",
    "appeal-new-evidence": "appeal",
    "outside-paypal": "outside-claim",
    "outside-card": "outside-claim",
    "ask-arn": "ask-arn",
    "ask-issuer": "trace-refund",
    "ask-paypal": "trace-refund",
    "ask-klarna": "trace-refund",
    "ask-afterpay": "trace-refund",
    "ask-ebanx": "trace-refund",
    "ask-alipay": "trace-refund",
    "ask-another-way": "support",
}
"""The steps of an advice for which there is a message, by their ids."""

ONLY_IF: frozenset[str] = frozenset({"cannot-edit", "never-outside", "support-if-unverified"})
"""Of these steps, those that call for a message only if something happens of which aliorder knows nothing."""

SAYS_THAT: Mapping[About, tuple[EventKind | DeadlineId, About]] = {
    "answer-refusal": ("cancel-refused", "accept-cancellation"),
    "remind": ("answer-by", "accept-cancellation"),
}
"""The messages that say something has happened, or is awaited, and what a step calls for while that is not known."""

EVIDENCE_STEPS: frozenset[str] = frozenset({"photograph-fault", "dispute-evidence", "add-evidence"})
"""The steps of an advice that call for evidence."""

SENT_EVENTS: Mapping[About, EventKind] = {
    **{about: "message-sent" for about, recipient in RECIPIENTS.items() if recipient == "seller"},
    "dispute": "dispute-opened",
    "appeal": "appealed",
    "ask-arn": "refund-chased",
    "trace-refund": "refund-chased",
    "outside-claim": "claimed-outside",
}
"""What has happened to the order once the message is sent; what is not among these is no event."""

NO_EVENT_IN: Mapping[About, tuple[Stage, ...]] = {"dispute": ("in-dispute",)}
"""The stages in which a message only adds to what has happened already."""

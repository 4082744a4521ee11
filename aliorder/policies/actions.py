"""What to do in each stage: the first row of the stage that holds."""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.domain.policy import ActionRule
from aliorder.domain.vocabulary import CANCELLATIONS, Stage, Why, WhyFamily

WANTED: tuple[WhyFamily, ...] = ("still-wanted", "seller")
LATE: tuple[Why, ...] = ("slow-seller", "seller-silent", "not-received", "tracking-invalid")

UNPAID = (
    ActionRule(
        "unpaid-but-over",
        {"page_ended": ("yes",), "why_family": ("still-wanted",)},
        "nothing",
        ("S2",),
        ("say-how-it-ended",),
        missing=("paid",),
    ),
    ActionRule(
        "pay-in-time",
        {"why_family": ("still-wanted",)},
        "pay",
        ("S2",),
        ("think-first", "pay-on-page", "record-paid"),
        by="pay-by",
    ),
    ActionRule(
        "leave-it-unpaid",
        {},
        "let-expire",
        ("S2",),
        ("do-not-pay", "closes-itself", "cancel-unpaid-by-hand", "reorder-as-wanted"),
        until="pay-by",
    ),
)

PAYMENT_VERIFICATION = (
    ActionRule(
        "cancel-without-the-seller",
        {"why_family": ("own-wish", "seller"), "cancel_button": ("yes",)},
        "instant-cancel",
        ("S1", "S4", "help-2022", "api-end-reasons"),
        ("open-order", "press-cancel", "choose-reason", "submit-confirm", "record-instant-cancel", "reorder-as-wanted"),
        by="verification-until",
    ),
    ActionRule(
        "wait-for-the-button",
        {"why_family": ("own-wish", "seller"), "cancel_button": ("no",)},
        "wait",
        ("S2", "ceskyali"),
        ("no-button-yet", "look-again", "request-at-once", "write-seller-now", "support-if-unverified"),
        until="verification-until",
        missing=("payment",),
    ),
    ActionRule(
        "try-to-cancel-without-the-seller",
        {"why_family": ("own-wish", "seller")},
        "instant-cancel",
        ("S1", "S4", "help-2022", "api-end-reasons"),
        (
            "open-order",
            "press-cancel-if-there",
            "choose-reason",
            "submit-confirm",
            "record-instant-cancel",
            "reorder-as-wanted",
        ),
        by="verification-until",
    ),
    ActionRule(
        "wait-for-the-payment-check",
        {},
        "wait",
        ("S4",),
        ("payment-check-takes", "look-again", "support-if-unverified"),
        until="verification-until",
        missing=("payment",),
    ),
)

ASK_SELLER = (
    "ask-to-change",
    "write-seller-first",
    "open-order",
    "press-cancel",
    "choose-reason",
    "submit-confirm",
    "record-request",
)
NEGOTIATE = (
    "write-seller-again",
    "ask-again-if-button",
    "record-request",
    "let-ship-by-lapse",
    "dispute-only-after-shipping",
    "alternatives",
)

AWAITING_SHIPMENT = (
    ActionRule(
        "paid-but-the-page-says-over",
        {"page_ended": ("yes",), "why_family": ("still-wanted",)},
        "wait",
        ("S2", "api-end-reasons"),
        ("say-how-it-ended", "find-deleted", "check-dots"),
        missing=("cancel-accepted",),
    ),
    ActionRule(
        "should-have-closed-itself",
        {"why_family": ("still-wanted",), "ship_by": ("passed",)},
        "wait",
        ("S1", "api-end-reasons"),
        ("look-whether-closed", "ask-when-shipped", "record-shipped"),
    ),
    ActionRule(
        "wait-for-shipping",
        {"why_family": ("still-wanted",)},
        "wait",
        ("S4", "api-end-reasons"),
        ("look-regularly", "closes-itself-unshipped", "cannot-edit", "record-shipped"),
        until="ship-by",
    ),
    ActionRule(
        "ship-by-still-runs",
        {"why": LATE, "ship_by": ("running",)},
        "wait",
        ("S1", "api-end-reasons"),
        ("ask-when-shipped", "closes-itself-unshipped", "no-more-time", "record-shipped"),
        until="ship-by",
    ),
    ActionRule(
        "refused-but-should-have-closed",
        {"cancel": ("refused",), "ship_by": ("passed",)},
        "negotiate",
        ("S1", "api-end-reasons"),
        ("look-whether-closed", *NEGOTIATE),
    ),
    ActionRule(
        "unwanted-and-should-have-closed",
        {"ship_by": ("passed",)},
        "request-approval",
        ("S1", "api-end-reasons"),
        ("look-whether-closed", *ASK_SELLER),
    ),
    ActionRule("seller-refused", {"cancel": ("refused",)}, "negotiate", ("S1", "S4"), NEGOTIATE, by="ship-by"),
    ActionRule(
        "ask-the-seller", {}, "request-approval", ("S1", "S2", "S4"), (*ASK_SELLER, "reorder-as-wanted"), by="ship-by"
    ),
)

PART_SHIPPED = (
    ActionRule(
        "wait-for-the-rest",
        {"why_family": ("still-wanted",)},
        "wait",
        ("api-status",),
        ("look-regularly", "rest-like-unshipped", "record-shipped"),
        until="ship-by",
    ),
    ActionRule(
        "wait-for-the-answer-about-the-rest",
        {"cancel": ("requested",), "cancel_answer_latest": ("running", "unknown")},
        "wait",
        ("S4", "guide-aliexpress-48h", "alifaq"),
        ("remind-seller", "silence-cancels", "rest-like-unshipped", "record-answer"),
        until="cancel-answer-latest",
    ),
    ActionRule(
        "ship-by-still-runs-for-the-rest",
        {"why": LATE, "ship_by": ("running",)},
        "wait",
        ("S1", "api-status"),
        ("ask-when-shipped", "rest-like-unshipped", "no-more-time", "record-shipped"),
        until="ship-by",
    ),
    ActionRule(
        "seller-refused-the-rest",
        {"cancel": ("refused", "requested")},
        "negotiate",
        ("S1", "S4"),
        ("rest-like-unshipped", *NEGOTIATE),
        by="ship-by",
    ),
    ActionRule(
        "ask-the-seller-for-the-rest",
        {},
        "request-approval",
        ("S1", "api-status"),
        ("rest-like-unshipped", *ASK_SELLER),
        by="ship-by",
    ),
)

CANCEL_REQUESTED = (
    ActionRule(
        "request-without-answer",
        {"cancel_answer_latest": ("passed",)},
        "negotiate",
        ("alifaq", "guide-aliexpress-48h"),
        ("check-if-cancelled", "write-seller-again", "support-path", "let-ship-by-lapse"),
        by="ship-by",
    ),
    ActionRule(
        "wait-for-the-answer",
        {},
        "wait",
        ("S4", "guide-aliexpress-48h", "alifaq"),
        ("remind-seller", "silence-cancels", "status-when-accepted", "record-answer"),
        until="cancel-answer-latest",
    ),
)

GONE_OUTSIDE = ("outside-paypal", "outside-card", "outside-law", "outside-record", "record-claimed")
TOO_LATE = (
    ActionRule(
        "too-late-for-a-dispute",
        {"dispute_until": ("passed",), "outside": ("open",)},
        "claim-outside",
        ("help-2022", "paypal-faq"),
        ("try-return-button", *GONE_OUTSIDE),
        by="outside-until",
        missing=("payment",),
    ),
    ActionRule(
        "claim-outside-runs",
        {"dispute_until": ("passed",), "outside": ("claimed",)},
        "wait",
        ("paypal-faq",),
        ("outside-follow", "outside-escalate"),
        until="outside-escalate",
    ),
    ActionRule(
        "nothing-left-to-claim",
        {"dispute_until": ("passed",)},
        "nothing",
        ("help-2022", "S2"),
        ("try-return-button", "all-doors-closed"),
    ),
)
"""Once the time for a dispute is over, wherever the goods are."""

SHIPPED = (
    ActionRule(
        "page-says-it-is-over",
        {"page_ended": ("yes",), "why_family": ("still-wanted",)},
        "nothing",
        ("S2",),
        ("say-how-it-ended", "check-before-confirming"),
        missing=("receipt-confirmed",),
    ),
    *TOO_LATE,
    ActionRule(
        "late-so-dispute",
        {"why_family": WANTED, "delivery_time": ("passed",)},
        "open-dispute",
        ("S0", "help-2022"),
        (
            "check-tracking",
            "ask-seller-once",
            "dispute-opens-on",
            "dispute-refund-only",
            "choose-reason",
            "dispute-evidence",
            "record-dispute",
        ),
        claim="refund-only",
        by="dispute-until",
        missing=("deliver-by",),
    ),
    ActionRule(
        "ask-for-longer-protection",
        {"why_family": WANTED, "protection": ("last-days",), "extension_asked": ("no",)},
        "extend-protection",
        ("sovetclub", "faq-2018"),
        ("extend-on-page", "extend-needs-seller", "dispute-if-not", "record-extension"),
        by="protection-until",
    ),
    ActionRule(
        "delivery-failed-ask-the-seller",
        {"why_family": WANTED, "delivery": ("failed",)},
        "wait",
        ("S1",),
        ("ask-what-happened", "check-refund-line", "new-number-if-reshipped", "record-reshipped", "say-not-received"),
        until="deliver-by",
        missing=("deliver-by",),
    ),
    ActionRule(
        "let-it-come",
        {"why_family": WANTED},
        "wait",
        ("S4", "help-2022"),
        ("watch-tracking", "say-not-received", "record-delivered"),
        until="deliver-by",
        missing=("deliver-by",),
    ),
    ActionRule(
        "unwanted-and-lost-on-the-way",
        {"why_family": ("own-wish",), "delivery": ("failed",)},
        "open-dispute",
        ("S1", "judgement"),
        ("check-refund-line", "ask-what-happened", "dispute-refund-only", "choose-reason", "record-dispute"),
        claim="refund-only",
        by="dispute-until",
        missing=("deliver-by",),
    ),
    ActionRule(
        "return-it-for-free",
        {"why_family": ("own-wish",), "free_return": ("yes",)},
        "free-return",
        ("S1", "S3", "free-return-page"),
        ("take-parcel", "free-return-form", "choose-reason", "free-return-pack", "record-return-agreed"),
        by="free-return-until",
    ),
    ActionRule(
        "seller-will-not-take-it-back",
        {"why_family": ("own-wish",), "refused_after_shipping": ("yes",)},
        "open-dispute",
        ("S0", "S4"),
        (
            "dispute-opens-on",
            "dispute-return-goods",
            "choose-reason",
            "dispute-evidence",
            "record-dispute",
            "alternatives",
        ),
        claim="return-goods",
        by="dispute-until",
        missing=("deliver-by",),
    ),
    ActionRule(
        "stop-the-parcel",
        {"why_family": ("own-wish",), "free_return": ("no",)},
        "refuse-delivery",
        ("S0", "S4", "alifaq"),
        ("write-urgently", "refuse-at-door", "keep-consent", "record-refused", "if-no-consent"),
    ),
    ActionRule(
        "look-for-the-badge-then-stop-the-parcel",
        {"why_family": ("own-wish",)},
        "refuse-delivery",
        ("S0", "S1", "S4", "alifaq"),
        ("look-for-badge", "write-urgently", "refuse-at-door", "keep-consent", "record-refused", "if-no-consent"),
    ),
    ActionRule(
        "dispute-not-open-yet",
        {"why_family": ("missing",), "dispute_opens": ("running",)},
        "wait",
        ("help-2022",),
        ("ask-number-and-proof", "dispute-opens-on"),
        until="dispute-opens",
        missing=("deliver-by",),
    ),
    ActionRule(
        "parcel-will-not-come",
        {"why_family": ("missing",), "parcel": ("bad",)},
        "open-dispute",
        ("S0", "S2"),
        ("ask-number-and-proof", "dispute-refund-only", "choose-reason", "dispute-evidence", "record-dispute"),
        claim="refund-only",
        by="dispute-until",
        missing=("deliver-by",),
    ),
    ActionRule(
        "delivery-failed",
        {"why_family": ("missing",), "delivery": ("failed",)},
        "open-dispute",
        ("S1",),
        (
            "ask-what-happened",
            "check-refund-line",
            "dispute-refund-only",
            "choose-reason",
            "dispute-evidence",
            "record-dispute",
        ),
        claim="refund-only",
        by="dispute-until",
        missing=("deliver-by",),
    ),
    ActionRule(
        "promised-day-is-over",
        {"why_family": ("missing",), "delivery_time": ("passed",)},
        "open-dispute",
        ("S0", "help-2022"),
        (
            "check-tracking",
            "ask-seller-once",
            "dispute-refund-only",
            "choose-reason",
            "dispute-evidence",
            "record-dispute",
        ),
        claim="refund-only",
        by="dispute-until",
    ),
    ActionRule(
        "sent-again",
        {"why_family": ("missing",), "delivery": ("reshipped",)},
        "wait",
        ("S1", "alibestfinds"),
        ("watch-new-number", "record-delivered"),
        until="reship-until",
    ),
    ActionRule(
        "missing-ask-for-longer-protection",
        {"why_family": ("missing",), "protection": ("last-days",), "extension_asked": ("no",)},
        "extend-protection",
        ("sovetclub", "faq-2018"),
        ("extend-on-page", "extend-needs-seller", "dispute-if-not", "record-extension"),
        by="protection-until",
    ),
    ActionRule(
        "still-in-time",
        {},
        "wait",
        ("help-2022",),
        ("check-tracking", "ask-seller-once", "record-delivered"),
        until="deliver-by",
        missing=("deliver-by",),
    ),
)

HERE = (
    ActionRule(
        "nothing-but-look-at-it",
        {"why_family": WANTED},
        "nothing",
        ("S0", "S2"),
        ("check-before-confirming", "tell-if-bad", "watch-ratings"),
    ),
    ActionRule(
        "return-what-is-here-for-free",
        {
            "stage": ("delivered",),
            "why_family": ("own-wish",),
            "free_return": ("yes",),
            "free_return_until": ("running", "unknown"),
        },
        "free-return",
        ("S1", "S3", "free-return-page"),
        ("free-return-form", "choose-reason", "free-return-pack", "record-return-agreed"),
        by="free-return-until",
        missing=("delivered",),
    ),
    *TOO_LATE,
    ActionRule(
        "changed-mind-with-the-goods-here",
        {"why_family": ("own-wish",)},
        "open-dispute",
        ("S0",),
        (
            "ask-seller-to-take-back",
            "dispute-return-goods",
            "choose-reason",
            "record-dispute",
            "resell",
        ),
        claim="return-goods",
        by="dispute-until",
    ),
    ActionRule(
        "said-to-be-here-but-is-not",
        {"why_family": ("missing",)},
        "open-dispute",
        ("S0",),
        (
            "look-around",
            "ask-carrier-proof",
            "ask-seller-once",
            "dispute-refund-only",
            "choose-reason",
            "dispute-evidence",
            "record-dispute",
        ),
        claim="refund-only",
        by="dispute-until",
    ),
    ActionRule(
        "bad-but-kept",
        {"keep": ("yes",)},
        "open-dispute",
        ("S0",),
        ("photograph-fault", "offer-partial", "dispute-partial", "choose-reason", "dispute-evidence", "record-dispute"),
        claim="partial-refund",
        by="dispute-until",
    ),
    ActionRule(
        "bad-and-sent-back",
        {},
        "open-dispute",
        ("S0", "S3"),
        (
            "photograph-fault",
            "tell-seller",
            "dispute-return-goods",
            "choose-reason",
            "dispute-evidence",
            "seller-pays-postage",
            "record-dispute",
        ),
        claim="return-goods",
        by="dispute-until",
    ),
)

IN_DISPUTE = (
    ActionRule(
        "dispute-was-refused",
        {"turn": ("dispute-refused",)},
        "escalate",
        ("S0", "S4"),
        ("add-evidence", "platform-decides", "never-outside", "record-decision"),
        by="platform-steps-in",
    ),
    ActionRule(
        "appeal-runs",
        {"turn": ("appealed",)},
        "wait",
        ("hb2b-appeal",),
        ("appeal-answered", "record-decision"),
        until="appeal-answer",
    ),
    ActionRule(
        "seller-has-to-answer-the-dispute",
        {},
        "wait",
        ("faq-2018", "S0"),
        ("seller-five-days", "answer-seller-promptly", "never-outside", "record-decision"),
        until="seller-answer-by",
    ),
)

RETURNING = (
    ActionRule(
        "send-it-back",
        {"turn": ("return-agreed",)},
        "send-return",
        ("S3", "ssopdot-19333"),
        ("return-instructions", "return-post", "return-number", "record-return-sent"),
        by="return-by",
    ),
    ActionRule(
        "wait-for-the-return-to-arrive",
        {"turn": ("return-sent",)},
        "wait",
        ("free-return-page",),
        ("watch-return", "record-return-received"),
    ),
    *TOO_LATE,
    ActionRule(
        "wait-for-the-parcel-to-arrive-back",
        {},
        "wait",
        ("S4",),
        ("watch-return", "dispute-before-it-is-late", "record-return-received"),
        missing=("deliver-by",),
    ),
)

CHECKS = (
    "check-account",
    "check-paypal",
    "check-klarna",
    "check-afterpay",
    "check-alipay",
    "check-aliexpress-account",
)
"""Where to look for the money: the step of the way in which the order was paid."""

OWN_ACTS = ("fill-bank-form", "record-bank-form", "ask-payout", "record-payout")
"""What the buyer has to do before the money moves, by some ways of paying."""

CHASE = (
    *CHECKS,
    "check-dots",
    *OWN_ACTS,
    "ask-paypal",
    "ask-klarna",
    "ask-afterpay",
    "ask-ebanx",
    "ask-alipay",
    "ask-arn",
    "ask-another-way",
    "support-path",
    "ask-issuer",
    "record-chased",
)
AWAIT_MONEY = ("ask-another-way", *OWN_ACTS, "check-dots", *CHECKS, "record-refund")

REFUNDING = (
    ActionRule(
        "refund-is-overdue",
        {"refund_latest": ("passed",)},
        "chase-refund",
        ("arn", "S0"),
        CHASE,
        missing=("payment",),
    ),
    ActionRule(
        "check-what-the-silence-brought",
        {"turn": ("dispute-opened",)},
        "wait-for-refund",
        ("faq-2018", "api-end-reasons"),
        ("check-dispute-page", "check-dots", "record-refund"),
        until="refund-latest",
        missing=("payment",),
    ),
    ActionRule(
        "refund-has-no-days-yet",
        {"refund_latest": ("unknown",)},
        "wait-for-refund",
        ("ebanx-boleto", "ryviu", "S0"),
        AWAIT_MONEY,
        missing=("payment",),
    ),
    ActionRule(
        "refund-is-on-its-way",
        {},
        "wait-for-refund",
        ("S0", "S1"),
        AWAIT_MONEY,
        until="refund-latest",
        missing=("payment",),
    ),
)

REFUNDED = (
    ActionRule(
        "rest-is-overdue",
        {"owed": ("yes",), "refund_latest": ("passed",)},
        "chase-refund",
        ("arn", "judgement"),
        ("check-amount", *CHASE),
        missing=("payment",),
    ),
    ActionRule(
        "rest-is-on-its-way",
        {"owed": ("yes",)},
        "wait-for-refund",
        ("S0", "judgement"),
        ("check-amount", *AWAIT_MONEY),
        until="refund-latest",
        missing=("payment",),
    ),
    ActionRule("money-is-here", {}, "nothing", ("S1",), ("check-amount", "order-again")),
)

CLOSED = (
    ActionRule(
        "appeal-once",
        {"turn": ("dispute-lost",), "appealed": ("no",), "appeal_until": ("running", "unknown")},
        "appeal",
        ("hb2b-appeal",),
        ("appeal-on-page", "appeal-new-evidence", "record-appealed"),
        by="appeal-until",
    ),
    ActionRule(
        "lost-but-not-everywhere",
        {"turn": ("dispute-lost", "return-agreed"), "outside": ("open",)},
        "claim-outside",
        ("paypal-faq", "card-rules"),
        GONE_OUTSIDE,
        by="outside-until",
        missing=("payment",),
    ),
    ActionRule(
        "claim-outside-runs-after-all",
        {"turn": ("dispute-lost", "return-agreed"), "outside": ("claimed",)},
        "wait",
        ("paypal-faq",),
        ("outside-follow", "outside-escalate"),
        until="outside-escalate",
    ),
    ActionRule(
        "cancelled-before-paying",
        {"turn": CANCELLATIONS},
        "nothing",
        ("S2", "api-end-reasons"),
        ("say-if-paid", "find-deleted", "order-again"),
        missing=("paid",),
    ),
    ActionRule(
        "expired-though-paid",
        {"turn": ("expired",), "paid": ("yes",)},
        "nothing",
        ("aliexpress-mcp", "judgement"),
        ("say-how-it-ended", "find-deleted", "check-dots"),
        missing=("cancel-accepted",),
    ),
    ActionRule("over-and-done", {}, "nothing", ("S2",), ("nothing-owed", "find-deleted", "order-again")),
)

ACTIONS: Mapping[Stage, tuple[ActionRule, ...]] = {
    "unpaid": UNPAID,
    "payment-verification": PAYMENT_VERIFICATION,
    "awaiting-shipment": AWAITING_SHIPMENT,
    "part-shipped": PART_SHIPPED,
    "cancel-requested": CANCEL_REQUESTED,
    "shipped": SHIPPED,
    "delivered": HERE,
    "completed": HERE,
    "in-dispute": IN_DISPUTE,
    "returning": RETURNING,
    "refunding": REFUNDING,
    "frozen": (
        ActionRule("wait-for-the-thaw", {}, "wait", ("faq-2018",), ("frozen-why", "frozen-answer", "record-unfrozen")),
    ),
    "refunded": REFUNDED,
    "closed": CLOSED,
}
"""The rows of each stage; the last row of a stage asks for nothing, so that one always holds."""

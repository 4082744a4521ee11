"""What a buyer should know beside the advice: every row that holds gives a warning."""

from __future__ import annotations

from aliorder.domain.policy import Given, WarningRule
from aliorder.domain.vocabulary import Action, Stage

CANCELLING: tuple[Action, ...] = ("instant-cancel", "request-approval", "negotiate")
MONEY: tuple[Action, ...] = (
    *CANCELLING,
    "open-dispute",
    "escalate",
    "wait-for-refund",
    "chase-refund",
    "free-return",
    "refuse-delivery",
)

SELLER_SHIPS: tuple[Stage, ...] = ("awaiting-shipment", "part-shipped", "cancel-requested")
SELLER_AGREES: tuple[Action, ...] = ("refuse-delivery", "extend-protection")
SELLER_ANSWERS: Given = {
    "action": ("wait",),
    "stage": ("in-dispute", "returning"),
    "turn": ("dispute-opened", "return-sent", "delivery-refused"),
}
AWAY = ("nextp", "aliwka", "ali-shop")

WARNINGS: tuple[WarningRule, ...] = (
    WarningRule("contradiction", {"contradiction": ("yes",)}, ("judgement",)),
    WarningRule("status-ambiguous", {"page_ambiguous": ("yes",)}, ("S2", "aliexpress-mcp")),
    WarningRule(
        "verification-assumed", {"stage": ("awaiting-shipment",), "verified": ("assumed",)}, ("api-status", "S4")
    ),
    WarningRule(
        "ship-by-passed",
        {"stage": ("awaiting-shipment", "part-shipped", "cancel-requested"), "ship_by": ("passed",)},
        ("S1", "api-end-reasons"),
    ),
    WarningRule(
        "ship-by-guessed",
        {"stage": ("awaiting-shipment", "part-shipped"), "ship_by": ("unknown",), "ship_by_guess": ("passed",)},
        ("guide-aliexpress", "judgement"),
    ),
    WarningRule("seller-away", {"stage": SELLER_SHIPS, "seller_away": ("now",)}, AWAY, "seller-away-now"),
    WarningRule("seller-away", {"stage": SELLER_SHIPS, "seller_away": ("soon",)}, AWAY, "seller-away-soon"),
    WarningRule("seller-away", {"action": SELLER_AGREES, "seller_away": ("now",)}, AWAY, "seller-away-consent-now"),
    WarningRule("seller-away", {"action": SELLER_AGREES, "seller_away": ("soon",)}, AWAY, "seller-away-consent-soon"),
    WarningRule("seller-away", {**SELLER_ANSWERS, "seller_away": ("now",)}, AWAY, "seller-away-answer-now"),
    WarningRule("seller-away", {**SELLER_ANSWERS, "seller_away": ("soon",)}, AWAY, "seller-away-answer-soon"),
    WarningRule(
        "cancels-itself-now",
        {"stage": ("cancel-requested",), "cancel_answer": ("passed",)},
        ("guide-aliexpress-48h", "alifaq"),
    ),
    WarningRule("answer-overdue", {"answer": ("overdue",), "frozen": ("no",)}, ("thehuts", "xiaoniucw", "judgement")),
    WarningRule("charged-then-refunded", {"action": ("instant-cancel",)}, ("S1",)),
    WarningRule("may-be-shipped-already", {"action": ("request-approval", "negotiate")}, ("S1", "S4")),
    WarningRule(
        "seller-asks-for-untrue-reason", {"action": CANCELLING, "why": ("seller-asks", "out-of-stock")}, ("alihelper",)
    ),
    WarningRule("shipped-in-spite", {"stage": ("shipped",), "cancel": ("requested",)}, ("S1",)),
    WarningRule("coupon", {"action": MONEY, "coupon": ("platform",)}, ("S0", "S1"), "coupon-platform"),
    WarningRule("coupon", {"action": MONEY, "coupon": ("select",)}, ("select-coupons",), "coupon-select"),
    WarningRule("coupon", {"action": MONEY, "coupon": ("store", "code")}, ("S1",), "coupon-lost"),
    WarningRule(
        "typical-time-over", {"action": ("wait-for-refund",), "refund_typical": ("passed",)}, ("S0", "intl-alipay")
    ),
    WarningRule("less-than-owed", {"stage": ("refunded",), "short_paid": ("yes",)}, ("judgement",)),
    WarningRule("refund-overdue", {"parted": ("yes",), "refund_latest": ("passed",)}, ("arn",)),
    WarningRule(
        "receipt-confirms-itself",
        {"stage": ("delivered",), "dispute_until": ("running", "unknown")},
        ("help-2013", "gamevid"),
    ),
    WarningRule("holidays", {"counts_days": ("yes",), "calendar": ("mon-fri",)}, ("alixblog-refund",)),
    WarningRule(
        "holidays",
        {"counts_days": ("yes",), "calendar": ("no-holidays",)},
        ("alixblog-refund", "judgement"),
        "holidays-unknown",
    ),
    WarningRule("method-fallback", {"counts_days": ("yes",), "method": ("fallback",)}, ("S0", "S3", "faq-2018")),
    WarningRule(
        "method-fallback",
        {"counts_days": ("yes",), "method": ("unknown",)},
        ("S0", "S3", "faq-2018"),
        "method-unknown",
    ),
    WarningRule("method-ended", {"method": ("ended",)}, ("judgement",)),
    WarningRule("silent-seller", {"stage": ("refunding",), "turn": ("dispute-opened",)}, ("api-end-reasons",)),
    WarningRule(
        "cancelled-by-others",
        {"stage": ("refunding",), "turn": ("cancelled-by-seller", "cancelled-by-platform")},
        ("S1", "allexprs", "alihelper"),
    ),
    WarningRule("purchase-date", {"action": ("wait-for-refund", "chase-refund")}, ("faq-2018", "S1")),
    WarningRule(
        "never-confirm-early",
        {"stage": ("shipped", "part-shipped"), "action": ("wait", "open-dispute", "extend-protection")},
        ("S2", "fflr"),
    ),
    WarningRule(
        "promise-is-not-over",
        {"action": ("open-dispute",), "stage": ("shipped",), "promised": ("running",)},
        ("help-2022",),
    ),
    WarningRule("receipt-confirmed-clash", {"stage": ("completed",), "action": ("open-dispute",)}, ("S2", "help-2022")),
    WarningRule(
        "postage", {"action": ("open-dispute",), "claim": ("return-goods",), "why_family": ("own-wish",)}, ("S0", "evz")
    ),
    WarningRule("cancel-dispute-trap", {"stage": ("in-dispute",)}, ("chinaparcel", "viws")),
    WarningRule("too-many-disputes", {"action": ("open-dispute",)}, ("ali-shop", "izvestia")),
    WarningRule("too-many-cancellations", {"action": CANCELLING}, ("S0",)),
    WarningRule(
        "outside-grounds", {"action": ("claim-outside",), "why_family": ("own-wish",)}, ("paypal-faq", "judgement")
    ),
    WarningRule("outside-freezes", {"action": ("claim-outside",)}, ("faq-2018", "rules-chargeback")),
    WarningRule("free-return-once", {"action": ("free-return",)}, ("free-return-page",)),
    WarningRule("no-promise", {"action": ("refuse-delivery",)}, ("S0", "S4")),
)

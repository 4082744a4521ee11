"""The stages of an order: the first row that holds names it."""

from __future__ import annotations

from typing import get_args

from aliorder.domain.policy import OwedTurn, StageRule
from aliorder.domain.vocabulary import CANCELLATIONS

OWED: tuple[OwedTurn, ...] = get_args(OwedTurn)

STAGES: tuple[StageRule, ...] = (
    StageRule("refund-is-here", {"refunded": ("yes",)}, "refunded", ("judgement",), ("refund-received",)),
    StageRule("order-is-frozen", {"frozen": ("yes",)}, "frozen", ("faq-2018",), ("frozen",)),
    StageRule(
        "cancelled-after-payment",
        {"turn": CANCELLATIONS, "paid": ("yes",)},
        "refunding",
        ("S1", "S4", "api-end-reasons"),
        CANCELLATIONS,
    ),
    StageRule(
        "cancelled-payment-unknown",
        {"turn": CANCELLATIONS, "paid": ("no",)},
        "closed",
        ("api-end-reasons",),
        CANCELLATIONS,
    ),
    StageRule("money-is-owed", {"turn": OWED}, "refunding", ("S0", "S1", "S3"), OWED),
    StageRule(
        "return-time-is-over",
        {"turn": ("return-agreed",), "return_by": ("passed",)},
        "closed",
        ("ssopdot-19333",),
        began_at="return-by",
    ),
    StageRule(
        "goods-on-their-way-back",
        {"turn": ("return-agreed", "return-sent", "delivery-refused")},
        "returning",
        ("S0", "S3", "S4"),
        ("return-agreed", "return-sent", "delivery-refused"),
    ),
    StageRule(
        "seller-silent-in-dispute",
        {"turn": ("dispute-opened",), "seller_answer_by": ("passed",)},
        "refunding",
        ("faq-2018", "api-end-reasons"),
        began_at="seller-answer-by",
    ),
    StageRule(
        "dispute-is-open",
        {"turn": ("dispute-opened", "dispute-refused", "appealed")},
        "in-dispute",
        ("S0", "S2"),
        ("dispute-opened", "dispute-refused", "appealed"),
    ),
    StageRule("dispute-is-lost", {"turn": ("dispute-lost",)}, "closed", ("S2",), ("dispute-lost",)),
    StageRule("payment-time-ran-out", {"turn": ("expired",)}, "closed", ("S2", "api-end-reasons"), ("expired",)),
    StageRule("receipt-is-confirmed", {"goods": ("completed",)}, "completed", ("S2",), ("receipt-confirmed",)),
    StageRule(
        "goods-are-bad-so-they-are-here",
        {"why_family": ("bad",), "known": ("yes",)},
        "delivered",
        ("judgement",),
        ("delivered",),
    ),
    StageRule("goods-are-here", {"goods": ("delivered",)}, "delivered", ("S4",), ("delivered",)),
    StageRule("goods-are-on-their-way", {"goods": ("shipped",)}, "shipped", ("S4", "api-status"), ("shipped",)),
    StageRule("a-part-is-on-its-way", {"goods": ("part-shipped",)}, "part-shipped", ("api-status",), ("part-shipped",)),
    StageRule(
        "seller-has-to-answer",
        {"cancel": ("requested",)},
        "cancel-requested",
        ("S2", "api-status"),
        ("cancel-requested",),
    ),
    StageRule(
        "payment-was-verified",
        {"paid": ("yes",), "verified": ("yes", "assumed")},
        "awaiting-shipment",
        ("S2", "S4", "api-status"),
        ("payment-verified", "paid"),
    ),
    StageRule("payment-is-checked", {"paid": ("yes",)}, "payment-verification", ("S1", "S4", "api-status"), ("paid",)),
    StageRule(
        "page-calls-it-over",
        {"known": ("yes",), "page_ended": ("yes",), "pay_by": ("passed",)},
        "closed",
        ("S2", "aliexpress-mcp"),
        began_at="pay-by",
    ),
    StageRule("payment-time-is-over", {"known": ("yes",), "pay_by": ("passed",)}, "closed", ("S2",), began_at="pay-by"),
    StageRule("nothing-is-paid", {"known": ("yes",)}, "unpaid", ("S2", "api-status"), ("placed",)),
)

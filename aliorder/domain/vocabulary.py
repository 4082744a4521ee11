"""The ids that users, scripts and the store share, each kind of thing in its one order."""

from __future__ import annotations

from typing import Literal, get_args

EventKind = Literal[
    "placed",
    "paid",
    "payment-verified",
    "expired",
    "message-sent",
    "seller-answered",
    "cancel-requested",
    "cancel-refused",
    "cancel-accepted",
    "cancelled-by-buyer",
    "cancelled-by-seller",
    "cancelled-by-platform",
    "part-shipped",
    "shipped",
    "delivery-failed",
    "reshipped",
    "extension-asked",
    "delivery-refused",
    "delivered",
    "receipt-confirmed",
    "dispute-opened",
    "dispute-refused",
    "dispute-agreed",
    "dispute-won",
    "dispute-lost",
    "dispute-cancelled",
    "appealed",
    "return-agreed",
    "return-sent",
    "return-received",
    "refund-started",
    "bank-form-filled",
    "payout-asked",
    "refund-completed",
    "refund-received",
    "refund-chased",
    "claimed-outside",
    "frozen",
    "unfrozen",
]
"""What can happen to an order. On one day, and for unknown days, this order decides."""

DeadlineKind = Literal["pay-by", "ship-by", "deliver-by", "protection-until", "dispute-until", "return-by"]
"""The deadlines that a buyer can read off the order page."""

Stage = Literal[
    "unpaid",
    "payment-verification",
    "awaiting-shipment",
    "cancel-requested",
    "part-shipped",
    "shipped",
    "delivered",
    "completed",
    "in-dispute",
    "returning",
    "refunding",
    "refunded",
    "frozen",
    "closed",
]

Why = Literal[
    "not-needed",
    "wrong-item",
    "duplicate",
    "change-details",
    "change-address",
    "change-coupon",
    "change-shipping",
    "cheaper-elsewhere",
    "payment-problem",
    "other",
    "slow-seller",
    "out-of-stock",
    "price-raised",
    "cannot-ship",
    "seller-silent",
    "seller-asks",
    "not-received",
    "tracking-invalid",
    "defective",
    "not-as-described",
    "wrong-goods",
]
"""The buyer's true situation."""

Cancellation = Literal["cancel-accepted", "cancelled-by-buyer", "cancelled-by-seller", "cancelled-by-platform"]

WhyFamily = Literal["still-wanted", "own-wish", "seller", "missing", "bad"]

Action = Literal[
    "pay",
    "let-expire",
    "instant-cancel",
    "request-approval",
    "negotiate",
    "refuse-delivery",
    "free-return",
    "open-dispute",
    "escalate",
    "send-return",
    "appeal",
    "extend-protection",
    "wait",
    "wait-for-refund",
    "chase-refund",
    "claim-outside",
    "nothing",
]

Claim = Literal["refund-only", "partial-refund", "return-goods"]

Case = Literal[
    "not-received",
    "tracking-invalid",
    "defective",
    "not-as-described",
    "wrong-goods",
    "cancellation",
    "return",
    "refund",
]
"""What a buyer may have to prove."""

EvidenceKind = Literal[
    "photo",
    "video",
    "packing",
    "listing",
    "order-page",
    "tracking",
    "carrier",
    "chat",
    "payment",
    "address",
    "posting",
    "refund-page",
    "statement",
    "other",
]
"""What a file of evidence is: a photo or a video of the goods, a screenshot of a page, a paper."""

About = Literal[
    "ask-to-cancel",
    "accept-cancellation",
    "change-order",
    "when-shipped",
    "answer-refusal",
    "proof-of-posting",
    "where-is-it",
    "extend-protection",
    "refuse-delivery",
    "report-problem",
    "partial-refund",
    "take-back",
    "remind",
    "no-outside-deal",
    "dispute",
    "appeal",
    "support",
    "ask-arn",
    "trace-refund",
    "outside-claim",
    "own-customer",
]
"""What a message is for."""

Recipient = Literal["seller", "aliexpress", "payer", "customer"]
"""Whom a message goes to; `payer` is the bank or the service that carried the payment, `customer` the buyer's own."""

Penalty = Literal["none", "neutral", "seller"]
"""What a reason costs the seller: nothing, nothing certain, or a mark against the shop."""

Coupon = Literal["none", "platform", "store", "code", "select"]

Parcel = Literal["unknown", "moving", "stuck", "invalid", "elsewhere"]

Basis = Literal["issued", "if-approved"]

EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
DEADLINE_KINDS: tuple[DeadlineKind, ...] = get_args(DeadlineKind)
STAGES: tuple[Stage, ...] = get_args(Stage)
WHYS: tuple[Why, ...] = get_args(Why)
ACTIONS: tuple[Action, ...] = get_args(Action)
CLAIMS: tuple[Claim, ...] = get_args(Claim)
COUPONS: tuple[Coupon, ...] = get_args(Coupon)
PARCELS: tuple[Parcel, ...] = get_args(Parcel)

CASES: tuple[Case, ...] = get_args(Case)
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
ABOUTS: tuple[About, ...] = get_args(About)

EVENT_RANK: dict[EventKind, int] = {kind: rank for rank, kind in enumerate(EVENT_KINDS)}

WHY_FAMILIES: dict[Why, WhyFamily] = {
    **dict.fromkeys(WHYS[:10], "own-wish"),
    **dict.fromkeys(WHYS[10:16], "seller"),
    **dict.fromkeys(WHYS[16:18], "missing"),
    **dict.fromkeys(WHYS[18:], "bad"),
}

OWN_ACTS: frozenset[EventKind] = frozenset(
    {
        "placed",
        "paid",
        "message-sent",
        "cancel-requested",
        "extension-asked",
        "delivery-refused",
        "receipt-confirmed",
        "dispute-opened",
        "dispute-cancelled",
        "appealed",
        "return-sent",
        "bank-form-filled",
        "payout-asked",
        "refund-chased",
        "claimed-outside",
    }
)
"""What the buyer does; noted without a day it has just been done."""

DONE_NOW: frozenset[EventKind] = OWN_ACTS | {"seller-answered"}
"""What is noted without a day happens as it is noted: the buyer's own acts, and an answer, which is read then."""

CANCELLATIONS: tuple[Cancellation, ...] = get_args(Cancellation)
"""The ways in which an order can end up cancelled."""

AMOUNT_KINDS: frozenset[EventKind] = frozenset(
    {
        "dispute-agreed",
        "dispute-won",
        "refund-started",
        "refund-completed",
        "refund-received",
        "refund-chased",
    }
)
"""The events that may carry an amount: a part of the order's total."""

"""The name that a person reads for each id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aliorder.domain.policy import Ask, DeadlineId, WindowId
    from aliorder.domain.vocabulary import Action, Claim, EventKind, Parcel, Penalty, Why

ACTION_LABELS: Mapping[Action, str] = {
    "pay": "Pay, if you still want it",
    "let-expire": "Do not pay and let it close by itself",
    "instant-cancel": "Cancel it at once",
    "request-approval": "Ask the seller to cancel",
    "negotiate": "Talk to the seller again",
    "refuse-delivery": "Contact the seller and refuse the parcel",
    "free-return": "Send it back with the free return",
    "open-dispute": "Open a dispute",
    "escalate": "Add evidence and let AliExpress decide",
    "send-return": "Send the goods back",
    "appeal": "Appeal against the decision",
    "extend-protection": "Ask for longer Buyer Protection",
    "wait": "Wait",
    "wait-for-refund": "Wait for the refund",
    "chase-refund": "Ask where the refund is",
    "claim-outside": "Claim your money outside AliExpress",
    "nothing": "Nothing to do",
}

CLAIM_LABELS: Mapping[Claim, str] = {
    "refund-only": "refund only",
    "partial-refund": "part of the money back, keep the goods",
    "return-goods": "return the goods for a refund",
}

EVENT_LABELS: Mapping[EventKind, str] = {
    "placed": "order placed",
    "paid": "paid",
    "payment-verified": "payment verified",
    "expired": "payment time ran out",
    "message-sent": "message to the seller sent",
    "seller-answered": "the seller answered",
    "cancel-requested": "cancellation requested",
    "cancel-refused": "cancellation refused by the seller",
    "cancel-accepted": "cancellation accepted by the seller",
    "cancelled-by-buyer": "cancelled by you",
    "cancelled-by-seller": "cancelled by the seller",
    "cancelled-by-platform": "cancelled by AliExpress",
    "part-shipped": "a part shipped",
    "shipped": "shipped",
    "delivery-failed": "delivery failed or cancelled",
    "reshipped": "sent again",
    "extension-asked": "longer protection asked for",
    "delivery-refused": "parcel refused, on its way back",
    "delivered": "delivered",
    "receipt-confirmed": "receipt confirmed",
    "dispute-opened": "dispute opened",
    "dispute-refused": "dispute refused by the seller",
    "dispute-agreed": "dispute agreed by the seller",
    "dispute-won": "dispute won",
    "dispute-lost": "dispute lost",
    "dispute-cancelled": "dispute cancelled",
    "appealed": "appealed",
    "return-agreed": "return agreed",
    "return-sent": "return posted",
    "return-received": "return received by the seller",
    "refund-started": "refund processed by AliExpress",
    "bank-form-filled": "bank form filled in",
    "payout-asked": "payout from the Alipay account asked for",
    "refund-completed": "refund completed, says the site",
    "refund-received": "refund received",
    "refund-chased": "asked where the refund is",
    "claimed-outside": "claimed outside AliExpress",
    "frozen": "frozen",
    "unfrozen": "no longer frozen",
}

WHY_LABELS: Mapping[Why, str] = {
    "not-needed": "I do not need it any more, or have doubts",
    "wrong-item": "I ordered the wrong thing",
    "duplicate": "I ordered it twice",
    "change-details": "I want another colour, size or quantity",
    "change-address": "The address is wrong",
    "change-coupon": "I want to use another coupon",
    "change-shipping": "I want another shipping method",
    "cheaper-elsewhere": "It is cheaper elsewhere",
    "payment-problem": "There was trouble with the payment",
    "other": "Another reason of my own",
    "slow-seller": "The seller takes too long to ship",
    "out-of-stock": "The seller says it is out of stock",
    "price-raised": "The seller wants more money",
    "cannot-ship": "The seller cannot ship it the way I chose",
    "seller-silent": "The seller does not answer",
    "seller-asks": "The seller asks me to cancel",
    "not-received": "It has not arrived",
    "tracking-invalid": "The tracking number is false or missing",
    "defective": "It is broken or does not work",
    "not-as-described": "It is not as described",
    "wrong-goods": "Something else came",
}

REASON_LABELS: Mapping[str, str] = {
    "no-longer-needed": "I no longer need this order",
    "wrong-product": "I ordered the wrong product",
    "duplicate-order": "Duplicate order",
    "change-order": "Need to change the order (colour, size, quantity)",
    "change-address": "Need to change the shipping address",
    "change-coupon": "Need to change the coupon",
    "change-shipping-method": "Need to change the shipping method",
    "payment-problem": "Payment problem",
    "change-of-mind": "No longer wanted (change of mind)",
    "other": "Other reasons",
    "processing-too-long": "Processing takes longer than stated",
    "out-of-stock": "Product out of stock",
    "price-raised": "Seller raised the price",
    "cannot-ship-as-chosen": "Cannot be shipped by the chosen method",
    "seller-unresponsive": "Seller does not answer",
    "seller-refuses-to-ship": "Seller refuses to ship",
    "not-received": "Not received",
    "tracking-invalid": "Tracking information is not valid",
    "defective": "Defective or damaged",
    "not-as-described": "Not as described",
    "wrong-goods": "Wrong goods received",
}

PENALTY_LABELS: Mapping[Penalty, str] = {
    "none": "costs the seller nothing",
    "neutral": "blames nobody",
    "seller": "counts against the seller",
}

DEADLINE_LABELS: Mapping[DeadlineId, str] = {
    "pay-by": "time to pay ends",
    "verification-until": "payment check ends, usually",
    "ship-by": "seller has to ship",
    "cancel-answer": "request cancels itself, usually",
    "cancel-answer-latest": "request cancels itself, at the latest",
    "answer-by": "seller answers your message, usually",
    "deliver-by": "promised delivery",
    "protection-until": "Buyer Protection ends",
    "reship-until": "new parcel should show up",
    "dispute-opens": "dispute can be opened",
    "dispute-until": "last day for a dispute",
    "seller-answer-by": "seller has to answer the dispute",
    "platform-steps-in": "AliExpress steps in",
    "free-return-until": "last day for the free return",
    "return-by": "return posted and number entered",
    "appeal-until": "last day to appeal",
    "appeal-answer": "answer to the appeal expected",
    "outside-until": "last day for a claim outside",
    "outside-escalate": "last day to make a PayPal dispute a claim",
    "refund-latest": "refund here at the latest",
}

WINDOW_LABELS: Mapping[WindowId, str] = {
    "pay-by": "time to pay",
    "verification": "check of a payment",
    "verification-bank-transfer": "check of a bank transfer",
    "verification-boleto": "check of a Boleto payment",
    "ship-by": "time for the seller to ship",
    "cancel-answer": "unanswered request cancels itself, usually",
    "cancel-answer-latest": "unanswered request cancels itself, at the latest",
    "cancel-decision": "seller's decision on a request not sent yet",
    "message-answer": "time for the seller to answer a message",
    "message-reminders": "time in which to remind the seller of a message",
    "protection": "length of Buyer Protection",
    "extend-protection": "last days of Buyer Protection, to ask for more",
    "reship": "time for a new parcel to show up",
    "dispute-opens": "wait before a dispute can be opened",
    "fast-delivery": "delivery promised so soon that a dispute opens at once",
    "dispute-until": "time to open a dispute",
    "seller-answer-by": "time for the seller to answer a dispute",
    "platform-steps-in": "wait before AliExpress steps in",
    "claim-check-earliest": "check of a claim, at the earliest",
    "claim-check-latest": "check of a claim, at the latest",
    "settlement": "settling of a refund",
    "free-return-until": "time for a free return",
    "return-by": "time to post a return",
    "appeal-until": "time to appeal",
    "appeal-answer": "wait for the answer to an appeal",
    "outside-paypal": "time for a PayPal dispute",
    "outside-card": "time for a chargeback at the card's bank",
    "outside-escalate": "time to make a PayPal dispute a claim",
}

REFUND_STEP_LABELS: Mapping[str, str] = {
    "return-received": "the goods are back with the seller",
    "stepping-in": "the seller answers, or AliExpress steps in",
    "approval": "the refund is approved",
    "settlement": "AliExpress shows “refund completed”",
    "bank-form-filled": "you fill in the bank form",
    "payout-asked": "you have it paid out of the Alipay account",
    "credit": "the money is in your account",
    "card-through-ebanx": "if EBANX carries it out: on the card; a part of the price needs its bank form, too",
    "bank-behind-paypal": "if a bank account paid behind PayPal: on that account",
    "card-behind-paypal": "if a card paid behind PayPal: on that card's statement",
    "klarna-switzerland": "as Klarna says in Switzerland",
    "klarna-united-kingdom": "as Klarna says in the United Kingdom",
    "bank-behind-klarna": "if you had paid Klarna already: on your bank account",
    "bank-behind-afterpay": "what you had paid in instalments already: on your bank account",
    "ideal-dutch-bank": "if your bank is Dutch: on its account",
    "ideal-other-bank": "if your bank is not Dutch: on its account",
    "mercado-pago-balance": "if the balance paid: back in it",
    "mercado-pago-card": "if a card paid behind Mercado Pago: on that card",
    "naver-points": "if it comes as points: with your points",
    "naver-card": "if a card paid behind Naver Pay: on that card",
    "japanese-shop": "if you paid cash in a shop: as AliExpress bonus, with the handling fee",
}

CREDIT_LABELS: Mapping[Ask, str] = {
    "issuer": "the money is back on your card",
    "paypal": "the money is back at PayPal",
    "klarna": "Klarna has taken it off what you owe, or sends it back",
    "afterpay": "the open instalments have shrunk",
    "account": "you have the value back: as balance, on the gift card or as a coupon",
}
"""The credit where it is no money in an account of the buyer's."""

PARCEL_LABELS: Mapping[Parcel, str] = {
    "unknown": "not known",
    "moving": "moving",
    "stuck": "stuck",
    "invalid": "number does not exist",
    "elsewhere": "went somewhere else",
}

COUPON_LABELS: Mapping[str, str] = {
    "none": "no coupon",
    "platform": "AliExpress coupon or voucher",
    "store": "coupon of the store",
    "code": "promo code",
    "select": "Select Coupon",
}

MISSING_LABELS: Mapping[str, str] = {
    "why": "what is wrong, or why you would cancel",
    "payment": "how you paid",
    "cancel-button": "whether the page shows a Cancel button",
    "free-return": "whether the item has the Free Return badge",
    "keep": "whether you want to keep the goods",
    "coupon": "which kind of coupon you used, if any",
    "parcel": "what the tracking says",
    "site-status": "what the order page shows",
    "pay-by": "the day by which to pay",
    "ship-by": "the day by which the seller has to ship",
    "deliver-by": "the promised delivery day",
    "protection-until": "the day on which Buyer Protection ends",
    "dispute-until": "the last day for a dispute",
    "return-by": "the day by which to return",
}


def missing_label(flag: str) -> str:
    """What a missing fact is, in words: an attribute, a deadline, or the day of an event."""
    if flag in MISSING_LABELS:
        return MISSING_LABELS[flag]
    return f"the day: {EVENT_LABELS[flag]}"  # type: ignore[index]


def action_line(action: Action | None, claim: Claim | None = None) -> str:
    """The action, with what to claim if it is a dispute; without one, more has to be told."""
    if action is None:
        return "tell more"
    label = ACTION_LABELS[action]
    return f"{label}: {CLAIM_LABELS[claim]}" if claim else label

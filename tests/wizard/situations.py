"""What buyers would answer in situations of every kind, and what they must be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Told(NamedTuple):
    """The heart of an advice: `reasons` are the pick and its alternatives, empty where no menu is opened."""

    stage: str
    action: str
    reasons: tuple[str, ...] = ()
    claim: str | None = None


class Days(NamedTuple):
    """When money is to be back if it is granted on `start`; the last two where a usual time is known."""

    start: str
    earliest: str
    latest: str
    typical_from: str | None = None
    typical_until: str | None = None


class Situation(NamedTuple):
    """What the buyer answers at `now` (UTC), by the ids of the questions, and what is right."""

    name: str
    now: str
    answers: Mapping[str, str]
    told: Told
    days: Days | None = None


SITUATIONS = (
    Situation(
        "not paid for eighteen days and not wanted",
        "2026-11-20T12:00",
        {"page": "unpaid", "event:placed": "2026-11-02", "want": "own-wish", "why": "not-needed"},
        Told("unpaid", "let-expire"),
    ),
    Situation(
        "never paid, and the page now says Completed",
        "2026-11-22T12:00",
        {"page": "ended", "detail": "placed", "event:placed": "2026-10-01"},
        Told("closed", "nothing"),
    ),
    Situation(
        "the wrong colour, seen three minutes after paying, with the button there",
        "2026-11-23T10:03",
        {
            "page": "checking",
            "event:paid": "2026-11-23T10:00",
            "want": "own-wish",
            "why": "wrong-item",
            "cancel-button": "yes",
            "payment": "card",
        },
        Told("payment-verification", "instant-cancel", ("wrong-product", "no-longer-needed", "other")),
        Days("2026-11-23", "2026-11-26", "2026-12-21", "2026-12-02", "2026-12-14"),
    ),
    Situation(
        "a bank transfer still checked after three days, without the button",
        "2026-11-21T12:00",
        {
            "page": "checking",
            "event:paid": "2026-11-18",
            "want": "own-wish",
            "why": "not-needed",
            "cancel-button": "no",
            "payment": "bank-transfer",
        },
        Told("payment-verification", "wait"),
    ),
    Situation(
        "paid two hours ago by PayPal and confirmed",
        "2026-11-23T12:00",
        {
            "page": "awaiting",
            "event:paid": "2026-11-23T10:00",
            "want": "own-wish",
            "why": "not-needed",
            "payment": "paypal",
        },
        Told("awaiting-shipment", "request-approval", ("no-longer-needed", "other")),
        Days("2026-11-24", "2026-11-24", "2026-12-01"),
    ),
    Situation(
        "ordered twice",
        "2026-11-20T12:00",
        {"page": "awaiting", "event:paid": "2026-11-19", "want": "own-wish", "why": "duplicate", "payment": "card"},
        Told("awaiting-shipment", "request-approval", ("duplicate-order", "no-longer-needed", "other")),
        Days("2026-11-23", "2026-11-26", "2026-12-21", "2026-12-02", "2026-12-14"),
    ),
    Situation(
        "out of stock, and the seller begs for an untrue reason",
        "2026-11-21T12:00",
        {"page": "awaiting", "event:paid": "2026-11-17", "want": "seller", "why": "out-of-stock", "payment": "card"},
        Told("awaiting-shipment", "request-approval", ("other", "out-of-stock")),
        Days("2026-11-23", "2026-11-26", "2026-12-21", "2026-12-02", "2026-12-14"),
    ),
    Situation(
        "not shipped five days after the day by which it should have been",
        "2026-11-20T12:00",
        {
            "page": "awaiting",
            "event:paid": "2026-11-05",
            "want": "seller",
            "why": "slow-seller",
            "deadline:ship-by": "2026-11-15",
            "payment": "card",
        },
        Told("awaiting-shipment", "request-approval", ("other", "processing-too-long")),
        Days("2026-11-23", "2026-11-26", "2026-12-21", "2026-12-02", "2026-12-14"),
    ),
    Situation(
        "asked to cancel 49 hours ago, and silence",
        "2026-11-25T10:00",
        {"page": "requested", "event:cancel-requested": "2026-11-23T09:00", "payment": "card"},
        Told("cancel-requested", "wait"),
        Days("2026-11-25", "2026-11-30", "2026-12-23", "2026-12-04", "2026-12-16"),
    ),
    Situation(
        "the seller refused to cancel and has not shipped",
        "2026-11-24T12:00",
        {
            "page": "refused",
            "event:cancel-refused": "2026-11-24",
            "want": "own-wish",
            "why": "not-needed",
            "payment": "card",
        },
        Told("awaiting-shipment", "negotiate", ("no-longer-needed", "other")),
    ),
    Situation(
        "regret a day after shipping, without the badge",
        "2026-11-22T12:00",
        {
            "page": "shipped",
            "event:shipped": "2026-11-21",
            "want": "own-wish",
            "why": "not-needed",
            "free-return": "no",
        },
        Told("shipped", "refuse-delivery"),
    ),
    Situation(
        "regret a day after shipping, with the badge",
        "2026-11-22T12:00",
        {
            "page": "shipped",
            "event:shipped": "2026-11-21",
            "want": "own-wish",
            "why": "not-needed",
            "free-return": "yes",
        },
        Told("shipped", "free-return", ("change-of-mind",)),
    ),
    Situation(
        "the promised day is over and the parcel does not move",
        "2026-11-18T12:00",
        {
            "page": "shipped",
            "want": "missing",
            "why": "not-received",
            "parcel": "stuck",
            "deadline:deliver-by": "2026-11-15",
            "payment": "paypal",
        },
        Told("shipped", "open-dispute", ("not-received",), "refund-only"),
        Days("2026-11-23", "2026-11-23", "2026-11-30"),
    ),
    Situation(
        "eleven days on its way and moving",
        "2026-11-23T12:00",
        {
            "page": "shipped",
            "event:shipped": "2026-11-12",
            "want": "still-wanted",
            "deadline:deliver-by": "2026-12-20",
        },
        Told("shipped", "wait"),
    ),
    Situation(
        "the seller cancelled it",
        "2026-11-20T12:00",
        {
            "page": "ended",
            "detail": "cancelled-by-seller",
            "event:cancelled-by-seller": "2026-11-19",
            "payment": "card",
            "coupon": "platform",
        },
        Told("refunding", "wait-for-refund"),
        Days("2026-11-19", "2026-11-24", "2026-12-17", "2026-11-30", "2026-12-10"),
    ),
    Situation(
        "sixteen business days after the cancellation",
        "2026-11-24T12:00",
        {"page": "refund", "detail": "cancel-accepted", "event:cancel-accepted": "2026-11-02", "payment": "card"},
        Told("refunding", "wait-for-refund"),
        Days("2026-11-02", "2026-11-05", "2026-11-30", "2026-11-11", "2026-11-23"),
    ),
    Situation(
        "twenty-one business days after the cancellation",
        "2026-11-24T12:00",
        {"page": "refund", "detail": "cancel-accepted", "event:cancel-accepted": "2026-10-26", "payment": "card"},
        Told("refunding", "chase-refund"),
        Days("2026-10-26", "2026-10-29", "2026-11-23", "2026-11-04", "2026-11-16"),
    ),
    Situation(
        "all three dots and nothing at the bank",
        "2026-11-20T12:00",
        {"page": "refund", "detail": "refund-completed", "event:refund-completed": "2026-11-18", "payment": "card"},
        Told("refunding", "wait-for-refund"),
        Days("2026-11-18", "2026-11-27", "2026-12-09", "2026-11-27", "2026-12-09"),
    ),
    Situation(
        "the bank form was filled in more than a week ago",
        "2026-11-24T12:00",
        {"page": "refund", "detail": "bank-form-filled", "event:bank-form-filled": "2026-11-16", "payment": "boleto"},
        Told("refunding", "chase-refund"),
        Days("2026-11-16", "2026-11-17", "2026-11-23"),
    ),
    Situation(
        "scratched, and good enough to keep for less",
        "2026-11-20T12:00",
        {
            "page": "delivered",
            "event:delivered": "2026-11-18",
            "want": "bad",
            "why": "not-as-described",
            "keep": "yes",
        },
        Told("delivered", "open-dispute", ("not-as-described",), "partial-refund"),
    ),
    Situation(
        "a change of mind after delivery, without the badge",
        "2026-11-22T12:00",
        {
            "page": "delivered",
            "event:delivered": "2026-11-20",
            "want": "own-wish",
            "why": "not-needed",
            "free-return": "no",
        },
        Told("delivered", "open-dispute", ("change-of-mind",), "return-goods"),
    ),
    Situation(
        "broken ten days after receipt was confirmed",
        "2026-11-20T12:00",
        {
            "page": "ended",
            "detail": "receipt-confirmed",
            "event:receipt-confirmed": "2026-11-10",
            "want": "bad",
            "why": "defective",
            "payment": "card",
        },
        Told("completed", "open-dispute", ("defective",), "return-goods"),
        Days("2026-11-30", "2026-12-03", "2026-12-28", "2026-12-09", "2026-12-21"),
    ),
    Situation(
        "broken nineteen days after receipt was confirmed",
        "2026-11-20T12:00",
        {
            "page": "ended",
            "detail": "receipt-confirmed",
            "event:receipt-confirmed": "2026-11-01",
            "want": "bad",
            "why": "defective",
            "payment": "paypal",
            "event:paid": "2026-09-20",
        },
        Told("completed", "claim-outside"),
    ),
    Situation(
        "the seller let the five days of a dispute pass",
        "2026-11-16T12:00",
        {"page": "dispute", "detail": "dispute-opened", "event:dispute-opened": "2026-11-10", "payment": "card"},
        Told("refunding", "wait-for-refund"),
        Days("2026-11-16", "2026-11-19", "2026-12-14", "2026-11-25", "2026-12-07"),
    ),
    Situation(
        "AliExpress decided for the seller",
        "2026-11-21T12:00",
        {"page": "dispute", "detail": "dispute-lost", "event:dispute-lost": "2026-11-18"},
        Told("closed", "appeal"),
    ),
    Situation(
        "protection ends in four days and the parcel is on its way",
        "2026-11-22T12:00",
        {"page": "shipped", "want": "still-wanted", "deadline:protection-until": "2026-11-26"},
        Told("shipped", "extend-protection"),
    ),
)

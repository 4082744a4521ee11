"""The questions of the wizard, why each is asked, and the answers it offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

DONT_KNOW = "I don't know"
BACK = "← back"
WHEN_HELP = "2026-11-20, today, yesterday or 3d (days ago) · Enter: I don't know · < back"
WHERE_TO_LOOK = (
    "On the web: Account → My Orders; the status stands above each order, dates and deadlines under Order details.",
    "In the app: Account → My Orders → the order.",
    "A cancelled order may stand under Deleted orders.",
)


class Ask(NamedTuple):
    """A question and why it is asked."""

    text: str
    why: str


PAGE = Ask("What does the order page show?", "it decides who has to agree")
PAGE_CHOICES: Mapping[str, str] = {
    "unpaid": "Awaiting payment · To pay",
    "checking": "Payment is being checked",
    "awaiting": "Awaiting shipment · To ship · Processing",
    "requested": "I asked to cancel and wait for the answer",
    "refused": "I asked to cancel and the seller refused; not shipped",
    "part": "A part was shipped",
    "shipped": "Shipped · Awaiting delivery",
    "failed": "Delivery canceled · sent back · lost",
    "delivered": "Delivered",
    "ended": "Completed · Closed · Canceled · Expired",
    "dispute": "A dispute or a return is open",
    "refund": "A refund was promised or is on its way",
    "frozen": "Frozen",
    "look": "Show me where to look",
}

ENDED = Ask("How did it end?", "the page says the same for many endings")
ENDED_CHOICES: Mapping[str, str] = {
    "placed": "I never paid",
    "expired": "It says Expired: the time to pay ran out",
    "cancelled-by-seller": "The seller cancelled it",
    "cancelled-by-platform": "AliExpress cancelled it, or it was not shipped in time",
    "cancelled-by-buyer": "I cancelled it while the payment was checked",
    "cancel-accepted": "I asked to cancel and the seller agreed",
    "receipt-confirmed": "I confirmed receipt, or it confirmed itself",
    "dispute-lost": "A dispute was decided for the seller",
    "refund-received": "The money is back already",
}

DISPUTE = Ask("How far is it?", "it decides whose turn it is")
DISPUTE_CHOICES: Mapping[str, str] = {
    "dispute-opened": "Dispute opened, the seller has not answered",
    "dispute-refused": "The seller refused my claim",
    "dispute-agreed": "The seller agreed to pay back",
    "dispute-won": "AliExpress decided for me",
    "dispute-lost": "AliExpress decided for the seller",
    "appealed": "I have appealed",
    "dispute-cancelled": "I cancelled the dispute",
    "return-agreed": "A return is agreed, I have to send it",
    "return-sent": "I have sent it back",
    "delivery-refused": "I refused the parcel, it is on its way back",
    "return-received": "The seller has it back",
}

REFUND = Ask("How far is the refund?", "it decides from which day we count")
REFUND_CHOICES: Mapping[str, str] = {
    "cancel-accepted": "The cancellation was accepted",
    "cancelled-by-buyer": "I cancelled it while the payment was checked",
    "cancelled-by-seller": "The seller or AliExpress cancelled it",
    "dispute-agreed": "It was agreed or decided in a dispute",
    "return-received": "The return has arrived at the seller",
    "refund-started": "AliExpress has processed it (the middle dot)",
    "bank-form-filled": "I have filled in the bank form (Boleto)",
    "payout-asked": "I have asked for it out of the Alipay account",
    "refund-completed": "The page says completed (all three dots)",
}

WANT = Ask("What is the matter?", "the advice and the true reason depend on it")
WANT_CHOICES: Mapping[str, str] = {
    "still-wanted": "Nothing: I still want it",
    "own-wish": "I want to cancel or change it, for a reason of my own",
    "seller": "There is trouble with the seller",
    "missing": "It does not come",
    "bad": "Something is wrong with the goods",
}
WHY = Ask("What is it exactly?", "only a true reason is safe, and some cost the seller more than others")

FLAGS: Mapping[str, Ask] = {
    "cancel-button": Ask("Does the order page show a Cancel button?", "with it no seller has to agree"),
    "free-return": Ask("Has the item the Free Return badge?", "with it you send it back without paying"),
    "keep": Ask("Do you want to keep the goods?", "then a part of the price is the better claim"),
    "payment": Ask("How did you pay?", "each way has its own time for refunds"),
    "coupon": Ask("Did you use a coupon?", "not every coupon comes back"),
    "parcel": Ask("What does the tracking say?", "a parcel that will not come need not be waited for"),
}
MORE_PAYMENTS = "another way…"
YES_NO_CHOICES: Mapping[str, str] = {"yes": "Yes", "no": "No"}

DEADLINES: Mapping[str, Ask] = {
    "pay-by": Ask("By when does the page want you to pay?", "then it closes by itself"),
    "ship-by": Ask("By when does the seller have to ship?", "then the order closes with a full refund"),
    "deliver-by": Ask(
        "Which delivery day is promised at the latest?", "after it you can claim your money if nothing came"
    ),
    "protection-until": Ask("When does Buyer Protection end?", "the last day for a dispute may hang on it"),
    "dispute-until": Ask("Until when can you open a dispute, if the page says?", "after it the door is shut"),
    "return-by": Ask("By when do you have to send it back?", "after it the seller gets the money"),
}
DEADLINE_HELP = "2026-11-30, or the countdown as +2d5h · Enter: I don't know · < back"

EVENTS: Mapping[str, Ask] = {
    "placed": Ask("When did you order it?", "an unpaid order closes some time after"),
    "paid": Ask("When did you pay?", "the checks and some claims count from it"),
    "payment-verified": Ask("When was the payment confirmed?", "the time to ship counts from it"),
    "expired": Ask("When did the time to pay run out?", "for the record"),
    "cancel-requested": Ask(
        "When did you send the request? With the time, if you know it", "the seller has a few days from it"
    ),
    "cancel-refused": Ask("When did the seller refuse?", "the newest word counts"),
    "cancel-accepted": Ask("When was the cancellation accepted?", "the refund counts from it"),
    "cancelled-by-buyer": Ask("When did you cancel it?", "the refund counts from it"),
    "cancelled-by-seller": Ask("When was it cancelled?", "the refund counts from it"),
    "cancelled-by-platform": Ask("When was it cancelled?", "the refund counts from it"),
    "part-shipped": Ask("When was the first part shipped?", "for the record"),
    "shipped": Ask("When was it shipped?", "a dispute can be opened some days after"),
    "delivery-failed": Ask("When did the page say so?", "a new parcel needs some days to show"),
    "reshipped": Ask("When was it sent again?", "a new parcel needs some days to show"),
    "delivered": Ask("When was it delivered?", "a free return has to begin within some days"),
    "receipt-confirmed": Ask("When did you confirm receipt?", "a dispute is possible for some days after"),
    "dispute-opened": Ask("When did you open the dispute?", "the seller has some days to answer"),
    "dispute-refused": Ask("When did the seller refuse?", "AliExpress steps in some days after the opening"),
    "dispute-agreed": Ask("When was it agreed?", "the refund counts from it"),
    "dispute-won": Ask("When was it decided?", "the refund counts from it"),
    "dispute-lost": Ask("When was it decided?", "an appeal is possible for some days"),
    "dispute-cancelled": Ask("When did you cancel the dispute?", "for the record"),
    "appealed": Ask("When did you appeal?", "the answer comes some days after"),
    "return-agreed": Ask("When was the return agreed?", "you have some days to post it"),
    "return-sent": Ask("When did you post it?", "for the record"),
    "return-received": Ask("When did it arrive at the seller?", "the refund counts from it"),
    "delivery-refused": Ask("When did you refuse it?", "for the record"),
    "refund-started": Ask("When was the refund processed?", "the days count from it"),
    "bank-form-filled": Ask("When did you fill in the bank form?", "no clock runs before it"),
    "payout-asked": Ask("When did you ask for the money out of the Alipay account?", "no clock runs before it"),
    "refund-completed": Ask("When did the page say completed?", "the bank's days count from it"),
    "refund-received": Ask("When did the money come?", "for the record"),
    "frozen": Ask("Since when is it frozen?", "for the record"),
}

NOTHING_TO_TELL = (
    "That is too little to tell where this order stands.",
    "Look at the order page, under Account → My Orders, and run aliorder again.",
    "Until then do not confirm receipt, and keep the chat with the seller.",
)
KEEP = "Keep this order, so that the next run goes on from here?"
KEPT_ANSWERS = "Your answers are kept with the order. To take them back: aliorder undo"
NUMBER = "Order number (as on the order page)"
TITLE = "What did you buy? A few words (Enter to leave it out)"
KEPT_ALREADY = "An order of this number is kept already; begin again and choose it, or give another number."
DONE = "What have you just done, or seen?"
DONE_NOTHING = "Nothing yet"
WRITE = "Show me what to write"
WHICH = "Which order is it about?"
ANOTHER = "Another order"

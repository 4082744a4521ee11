"""Why: one sentence for every rule that can decide something."""

from __future__ import annotations

from collections.abc import Mapping

STAGE_TEXTS: Mapping[str, str] = {
    "refund-is-here": "The refund has arrived.",
    "order-is-frozen": "The order is frozen, so nothing moves until AliExpress or the bank has decided.",
    "cancelled-after-payment": "It was paid and then cancelled, so the money is owed to you.",
    "cancelled-payment-unknown": "It was cancelled, and you have not said that it was paid.",
    "money-is-owed": "A refund was decided or has begun, and it is not here yet.",
    "return-time-is-over": "The return was agreed, but the time to post it ran out.",
    "goods-on-their-way-back": "The goods are on their way back to the seller, or about to be.",
    "seller-silent-in-dispute": "The seller did not answer the dispute in time, so your claim stands.",
    "dispute-is-open": "A dispute is open and not decided.",
    "dispute-is-lost": "The dispute was decided for the seller.",
    "payment-time-ran-out": "The time to pay ran out.",
    "receipt-is-confirmed": "You confirmed receipt.",
    "goods-are-bad-so-they-are-here": "You say what is wrong with the goods, so they have reached you.",
    "goods-are-here": "The parcel was delivered.",
    "goods-are-on-their-way": "It was shipped and has not been delivered.",
    "a-part-is-on-its-way": "A part was shipped, the rest was not.",
    "seller-has-to-answer": "You asked to cancel and the seller has not answered.",
    "payment-was-verified": "It is paid and confirmed, and not shipped.",
    "payment-is-checked": "It is paid, and the payment is not confirmed yet.",
    "page-calls-it-over": "The page calls it finished, and nothing tells that money is owed.",
    "payment-time-is-over": "It was never paid, and the time to pay is over: it has closed by itself.",
    "nothing-is-paid": "Nothing has been paid.",
}

ACTION_TEXTS: Mapping[str, str] = {
    "unpaid-but-over": "The page calls it finished, so there is nothing left to pay.",
    "pay-in-time": "You still want it; it is paid in time or it closes.",
    "leave-it-unpaid": "An unpaid order costs nothing and closes without anybody's consent.",
    "cancel-without-the-seller": (
        "While the payment is checked an order can be cancelled without the seller. One guide denies it; the button "
        "decides, and you see it."
    ),
    "wait-for-the-button": "Without the Cancel button the site does not let you cancel while it checks the payment.",
    "try-to-cancel-without-the-seller": (
        "While the payment is checked an order can be cancelled without the seller, if the page shows the button. "
        "The guides disagree; trying costs nothing."
    ),
    "wait-for-the-payment-check": "The payment is being checked; nothing else is needed.",
    "paid-but-the-page-says-over": "It was paid, and the page calls it finished without saying how it ended.",
    "should-have-closed-itself": "The time to ship is over, so the order should close itself with a full refund.",
    "wait-for-the-answer-about-the-rest": "You asked to cancel what is not shipped, and the seller has time to answer.",
    "unwanted-and-lost-on-the-way": "You do not want it any more, and it was lost or sent back: nothing was received.",
    "expired-though-paid": "The page calls it expired, yet you paid: it may have been cancelled, and money owed.",
    "wait-for-the-return-to-arrive": "You have sent it back; its arrival starts the refund.",
    "wait-for-shipping": "You still want it, and the seller has time to ship.",
    "ship-by-still-runs": (
        "If it is not shipped by then, the order closes by itself with a full refund, and nobody has to agree."
    ),
    "refused-but-should-have-closed": (
        "The time to ship is over, so the order should have closed itself with a full refund. If the page still shows "
        "it open, another word with the seller is what helps."
    ),
    "unwanted-and-should-have-closed": (
        "The time to ship is over, so the order should have closed itself with a full refund. If the page still shows "
        "it open, ask the seller to cancel."
    ),
    "seller-refused": (
        "The seller refused. A dispute cannot be opened before shipping, so what helps is another word with the "
        "seller, or time."
    ),
    "ask-the-seller": "It is paid and confirmed, not shipped: the seller has to agree.",
    "wait-for-the-rest": "You still want it, and the rest is still to be shipped.",
    "ship-by-still-runs-for-the-rest": "What is not shipped by then should be refunded without the seller's consent.",
    "seller-refused-the-rest": (
        "The seller refused to cancel the rest, and a dispute about it cannot be opened before it is shipped."
    ),
    "ask-the-seller-for-the-rest": "What is not shipped can be cancelled if the seller agrees.",
    "request-without-answer": (
        "{span_cancel_answer_latest} have passed without an answer, and the order did not cancel itself."
    ),
    "wait-for-the-answer": (
        "A request that the seller does not answer cancels the order by itself, after {spans_cancel_answer}."
    ),
    "page-says-it-is-over": "The page calls it finished and you have not said that anything is wrong.",
    "too-late-for-a-dispute": "The time for a dispute at AliExpress is over.",
    "claim-outside-runs": "You have claimed outside AliExpress; that runs now.",
    "nothing-left-to-claim": "The time for a dispute is over, and no other way is open that we know.",
    "late-so-dispute": "The promised day is over and it is not here: you can claim your money back.",
    "ask-for-longer-protection": "Buyer Protection ends in a few days and the parcel is not here.",
    "delivery-failed-ask-the-seller": "The delivery failed. The seller can send it again, or you get the money back.",
    "let-it-come": "It is on its way and in time.",
    "return-it-for-free": "Once shipped it cannot be cancelled, but with Free Return you send it back without paying.",
    "seller-will-not-take-it-back": "The seller does not agree, so AliExpress has to decide.",
    "stop-the-parcel": (
        "Once shipped it cannot be cancelled; with the seller's consent the parcel can go back unopened."
    ),
    "look-for-the-badge-then-stop-the-parcel": (
        "Once shipped it cannot be cancelled. Free Return is the best way if the item has it, else the seller's "
        "consent."
    ),
    "dispute-not-open-yet": "AliExpress takes a dispute only from {span_dispute_opens} after shipping on.",
    "parcel-will-not-come": "The tracking says that this parcel will not reach you.",
    "delivery-failed": "The delivery failed and nothing was sent again.",
    "promised-day-is-over": "The promised day is over and it has not arrived.",
    "sent-again": "The seller sent it again; the new parcel needs a few days to show.",
    "missing-ask-for-longer-protection": "Buyer Protection ends in a few days and the parcel may still come.",
    "still-in-time": (
        "As far as is known the promised day is not over; until then a parcel that moves is no ground for a dispute."
    ),
    "nothing-but-look-at-it": "It is here, and you have not said that anything is wrong.",
    "return-what-is-here-for-free": "It is here, and the Free Return badge takes it back for any reason.",
    "changed-mind-with-the-goods-here": (
        "It is here and nothing is wrong with it: what is left is a return, with the postage on you."
    ),
    "said-to-be-here-but-is-not": "The site says it was delivered, and you do not have it.",
    "bad-but-kept": "It is not as it should be and you want to keep it: you can claim a part of the price.",
    "bad-and-sent-back": "It is not as it should be: send it back and claim the full price.",
    "dispute-was-refused": "The seller refused your claim, so AliExpress decides by the evidence.",
    "appeal-runs": "Your appeal is being looked at.",
    "seller-has-to-answer-the-dispute": "The seller has time to answer; silence counts as consent.",
    "send-it-back": "The return is agreed; it must be posted in time.",
    "wait-for-the-parcel-to-arrive-back": "The goods are on their way back; their arrival starts the refund.",
    "refund-is-overdue": "The last day on which the refund was expected is over.",
    "check-what-the-silence-brought": "The seller's time to answer is over; the page shows what came of it.",
    "refund-has-no-days-yet": (
        "It is granted, but its clock does not run yet, or nobody knows since when; below stands what is needed."
    ),
    "refund-is-on-its-way": "The refund is within its time.",
    "appeal-once": "A decision can be appealed once, within {span_appeal_until}.",
    "lost-but-not-everywhere": "At AliExpress it is over; the way you paid may still protect you.",
    "claim-outside-runs-after-all": "You have claimed outside AliExpress; that runs now.",
    "cancelled-before-paying": "It is cancelled; unless it was paid, no money moves.",
    "over-and-done": "The order is over and no money is owed.",
    "wait-for-the-thaw": "Nothing can be done with a frozen order until it is released.",
    "rest-is-overdue": "A part of the money is here; the last day on which the rest was expected is over.",
    "rest-is-on-its-way": "A part of the money is here; the rest was granted after it and is within its time.",
    "money-is-here": "The money is back; nothing is left to do.",
}

REASON_TEXTS: Mapping[str, str] = {
    "free-return-needs-no-fault": (
        "Free Return takes goods back for any reason, so say what is true: you changed your mind."
    ),
    "own-wish-after-shipping": "Nothing is wrong with the goods, so the true reason is a change of mind.",
    "tracking-is-invalid": "The tracking is false or missing, and nothing came; both are true.",
    "it-is-defective": "It is defective, and that is the true reason.",
    "it-is-not-as-described": "It is not as described, and that is the true reason.",
    "other-goods-came": "Something else came, and that is the true reason.",
    "it-did-not-come": "It has not been received, and that is the true reason.",
    "not-needed-any-more": (
        "It is true, it is your own wish, and it costs the seller nothing, so it is accepted most easily."
    ),
    "ordered-the-wrong-thing": "It is your own mistake, true, and costs the seller nothing.",
    "ordered-twice": "It was ordered twice, which is true and costs the seller nothing.",
    "another-colour-size-or-quantity": (
        "You want something else than you ordered; true, and it costs the seller nothing."
    ),
    "another-address": "The address is wrong; true, and it costs the seller nothing.",
    "another-coupon": "You want another coupon; true, and it costs the seller nothing.",
    "another-shipping-method": "You want another shipping method; true, and it costs the seller nothing.",
    "trouble-with-the-payment": "There was trouble with the payment; true, and it costs the seller nothing.",
    "seller-late-beyond-ship-by": (
        "Other reasons is true and blames nobody; that it takes too long is true, too, and counts against the seller."
    ),
    "seller-asks-for-it": (
        "The seller wants this, not you: Other reasons is true and blames nobody; a reason of your own would be untrue."
    ),
    "seller-is-silent": "Other reasons is true and blames nobody; that the seller does not answer is true, too.",
    "nothing-in-stock": (
        "Other reasons is true and blames nobody; out of stock is true, too, and keeps the record straight. No "
        "longer needed would be untrue."
    ),
    "dearer-than-agreed": "Other reasons is true and blames nobody; that the price was raised is true, too.",
    "cannot-be-shipped": "Other reasons is true and blames nobody; that it cannot be shipped as chosen is true, too.",
    "always-true": "Other reasons is always true and blames nobody.",
}

REFUND_TEXTS: Mapping[str, str] = {
    "refund-issued": "Counted from the day on which the refund was granted, by the figures of your payment method.",
    "refund-if-approved": "Nothing is granted yet: counted from the days on which an approval can be expected.",
}

TRADE_OFFS: Mapping[str, str] = {
    "none": "costs the seller nothing, so it is accepted easily",
    "neutral": "always true, blames nobody, says little",
    "seller": "true, but it counts against the seller's rating, and they may refuse; it keeps the record straight",
}

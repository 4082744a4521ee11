"""The text of every warning: what it means for this buyer."""

from __future__ import annotations

from collections.abc import Mapping

WARNINGS: Mapping[str, str] = {
    "less-than-owed": (
        "{received} of {granted} are here, {rest} are missing. More may follow, if it is paid back in parts; if "
        "not, ask AliExpress for the rest."
    ),
    "refund-overdue": "The refund for the cancelled part is overdue: ask AliExpress where it is.",
    "receipt-confirms-itself": (
        "The site may confirm receipt by itself some days after the delivery; "
        "from then on {span_dispute_until} are left for a dispute."
    ),
    "contradiction": "Something does not go together: {about}. Please check which is right; the advice may change.",
    "status-ambiguous": (
        "The status on the page can mean several things (paid out, cancelled, refunded), so it decides nothing here."
    ),
    "verification-assumed": (
        "You have not said that the payment was confirmed; after this long we take it to be. If the page still says "
        "that it is being checked, say so."
    ),
    "ship-by-passed": (
        "The time to ship is over: the order should close itself with a full refund. Look at the page first; if you "
        "granted more time, enter the new day."
    ),
    "ship-by-guessed": (
        "Most sellers ship within about {span_ship_by}. What counts is the countdown on the order page: enter its day."
    ),
    "seller-away-now": (
        "It is the {seller_holiday} in China: the seller may not ship or answer before {seller_back}.{seller_slow} "
        "Deadlines run on, unless the page shows a new day."
    ),
    "seller-away-soon": (
        "From {seller_leaves} sellers leave for the {seller_holiday}, and few ship or answer before {seller_back}: "
        "write now.{seller_slow} Deadlines do not wait."
    ),
    "seller-away-consent-now": (
        "It is the {seller_holiday} in China: the seller may not agree to anything before {seller_back}. Do not let "
        "your own deadlines pass meanwhile."
    ),
    "seller-away-consent-soon": (
        "From {seller_leaves} sellers leave for the {seller_holiday}, and few answer before {seller_back}: ask now. "
        "Deadlines do not wait."
    ),
    "seller-away-answer-now": (
        "It is the {seller_holiday} in China: the seller may not answer, or take a parcel back, before "
        "{seller_back}. Deadlines run on, unless the page shows a new day."
    ),
    "seller-away-answer-soon": (
        "From {seller_leaves} sellers leave for the {seller_holiday}, and few answer, or take a parcel back, before "
        "{seller_back}. Deadlines do not wait."
    ),
    "cancels-itself-now": (
        "{span_cancel_answer} have passed: the request should have cancelled the order by itself. Look at the page."
    ),
    "answer-overdue": (
        "An answer to your message was to be expected by now ({day_answer_by}). Remind the seller, politely and once "
        "a day at most{to_remind}. Your own deadlines run on.{if_answered}"
    ),
    "charged-then-refunded": (
        "Even when you cancel within a minute, the payment is taken first and refunded after, so the money is away "
        "for some days."
    ),
    "may-be-shipped-already": (
        "A cancellation is not guaranteed: the seller may refuse because it is packed or sent, or not to lose the "
        "sale. The sooner you ask, the better."
    ),
    "seller-asks-for-untrue-reason": (
        "If the seller asks you to give a reason of your own, they want to avoid a mark against the shop. Choose "
        "what is true, and keep that chat."
    ),
    "shipped-in-spite": (
        "It was shipped although you had asked to cancel; the seller may do that until they have agreed."
    ),
    "coupon-platform": (
        "AliExpress coupon: it comes back only if everything it covered is cancelled and it has not expired."
    ),
    "coupon-select": "Select Coupon: only the money you paid comes back; an unexpired coupon may be returned.",
    "coupon-lost": "Store coupons and promo codes may not come back.",
    "cancelled-by-others": (
        "If it was not you who cancelled: it was not shipped in time, out of stock, or stopped by a security check. "
        "The refund comes by itself; no dispute is needed."
    ),
    "typical-time-over": (
        "The usual time is over, but the refund is still within the longest time that AliExpress names. Look at "
        "your statement."
    ),
    "holidays": "Counted Monday to Friday; public holidays may add days.",
    "holidays-unknown": (
        "No public holidays are known for {country}, so days are counted Monday to Friday; holidays may add some."
    ),
    "method-fallback": "There is no figure for your payment method, so these are the general ones: {general_range}.",
    "method-unknown": "You have not said how you paid, so these are the general figures: {general_range}.",
    "method-ended": "{method_note}",
    "silent-seller": (
        "The seller's time to answer is over, so we take your claim to stand. The dispute page has the last word."
    ),
    "purchase-date": (
        "The refund may be booked under the day of the purchase, and it may come before the third dot is orange."
    ),
    "never-confirm-early": (
        "Do not confirm receipt before the goods are here and you have tried them, whatever the seller asks: it "
        "pays the seller, and leaves only {span_dispute_until} for a dispute."
    ),
    "promise-is-not-over": (
        "The promised day is not over yet; AliExpress may ask you to wait for it if the parcel moves."
    ),
    "receipt-confirmed-clash": (
        "One guide says nothing is paid back after confirming receipt; the site's own rule gives "
        "{span_dispute_until}. Try, and soon."
    ),
    "postage": (
        "For a change of mind you pay the postage back, unless the item has Free Return. With a trader in the EU "
        "you have 14 days from receipt to withdraw."
    ),
    "cancel-dispute-trap": "A dispute that you cancel cannot be opened again once the protection is over.",
    "too-many-disputes": "Accounts with very many disputes were closed. Open one where it is true, and prove it well.",
    "too-many-cancellations": (
        "No penalty for cancelling is known, but doing it very often may draw attention to your account."
    ),
    "outside-grounds": "PayPal and card banks do not pay for a change of mind; consumer law may help.",
    "outside-freezes": "A chargeback freezes the order at AliExpress until the bank has decided.",
    "free-return-once": "There is one free return for each order; what you send later goes at your cost.",
    "no-promise": (
        "Nothing is certain once it is shipped: the refund needs the seller's consent and the parcel back in their "
        "hands."
    ),
}

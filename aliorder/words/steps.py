"""The steps of every action, one sentence or two each.

Placeholders: `{pick}` and `{others}` the reasons, `{day_ID}` the day of a deadline, `{span_ID}` the
length of a window, `{spans_ID}` those of one and its latest.
A day that nobody knows is told as "see the order page", so `{day_ID}` stands in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from aliorder.domain.policy import Ask, RefundStart
from aliorder.domain.vocabulary import Why

UNPAID: Mapping[str, str] = {
    "think-first": (
        "There is no hurry before the last day ({day_pay_by}): sleep on it, and look at the store's ratings and "
        "reviews first."
    ),
    "pay-on-page": "My Orders → To pay → the order → Pay now. The countdown on that page is the one that counts.",
    "do-not-pay": "Do not pay. No money has moved, so there is nothing to get back and no seller to ask.",
    "closes-itself": "The order closes by itself when the time to pay runs out ({day_pay_by}).",
    "cancel-unpaid-by-hand": (
        "To be rid of it today: My Orders → To pay → the order → Cancel order (app: close the payment sheet, then … "
        "at the bottom left). Nobody has to agree, and “I no longer need this order” will do."
    ),
    "reorder-as-wanted": (
        "An order cannot be edited: to have it another way, place a new order once this one is cancelled, unless "
        "the seller offers to change it."
    ),
    "say-how-it-ended": (
        "The page calls it finished and does not say how. If it was paid, cancelled, refunded or received, tell "
        "aliorder: the advice may change."
    ),
}

PAYMENT_CHECK: Mapping[str, str] = {
    "open-order": (
        "Sign in, open My Orders, find the order and open Order details (app: Account → My Orders → the order)."
    ),
    "press-cancel": "Press Cancel order (some pages call it Request order cancellation).",
    "press-cancel-if-there": (
        "Press Cancel order, if the page shows it. If it does not, say so here (--no-cancel-button): then wait "
        "until the payment is confirmed and ask at once."
    ),
    "choose-reason": "Choose the reason “{pick}”.{others}",
    "submit-confirm": "Press Submit, then Confirm if a window asks for it.",
    "no-button-yet": "Without a Cancel button nothing can be cancelled yet: the payment is still being checked.",
    "look-again": (
        "Look at the order every few hours. The check is usually over after {span_verification} "
        "({day_verification_until})."
    ),
    "request-at-once": (
        "As soon as the status says Awaiting shipment or Processing, press Cancel order and send the request."
    ),
    "write-seller-now": (
        "Meanwhile write to the seller (the chat icon beside the store's name): ask them not to ship it, and say why."
    ),
    "payment-check-takes": (
        "The check takes minutes with a digital wallet, up to a day with a card, and several days with a bank transfer."
    ),
    "support-if-unverified": "If the payment is still not confirmed after {span_verification}, ask customer support.",
}

ASKING: Mapping[str, str] = {
    "ask-to-change": (
        "Ask the seller first whether they change it for you: then nothing has to be cancelled. Do not wait long for "
        "the answer."
    ),
    "write-seller-first": (
        "Write to the seller first, from the store's page (the chat icon beside its name) or from the order "
        "(Contact seller): say politely why, and ask them to accept. A translator helps."
    ),
    "look-regularly": (
        "Look at the order's status every day or two, and answer soon if the seller writes. Nothing else is needed now."
    ),
    "look-whether-closed": (
        "Look at the order: the time to ship is over ({day_ship_by}), so it should have closed with a full refund. "
        "If it is still open, wait a day, or ask for a cancellation."
    ),
    "closes-itself-unshipped": (
        "If the seller does not ship in time ({day_ship_by}), the order closes by itself and all the money comes "
        "back; no dispute is needed."
    ),
    "cannot-edit": (
        "An order cannot be edited. For another colour, size or address write to the seller, who may ask you to "
        "cancel and order again."
    ),
    "ask-when-shipped": "Ask the seller, in the chat on the site, when it will be shipped. Answer soon if they write.",
    "no-more-time": (
        "If the seller asks for more time to ship, you need not grant it: it moves the day on which the order "
        "closes by itself."
    ),
    "write-seller-again": (
        "Write again in the chat on the site, politely and with your reason, and ask what would make them agree. If "
        "they say it is sent, ask for the tracking number and a photo of the proof of posting."
    ),
    "ask-again-if-button": (
        "If the Cancel button is back on the order page, send a second request with the reason “{pick}”. That it "
        "comes back is not certain."
    ),
    "let-ship-by-lapse": (
        "Or let time work: if it is not shipped in time ({day_ship_by}), the order closes by itself and all the "
        "money comes back."
    ),
    "dispute-only-after-shipping": (
        "A dispute cannot help yet: AliExpress takes none before shipping, and as a rule only {span_dispute_opens} "
        "after it."
    ),
    "alternatives": (
        "Other ways out: keep it if the seller grants a discount, or resell it. Some guides would offer to pay the "
        "seller's costs; you need not."
    ),
    "rest-like-unshipped": (
        "What was shipped cannot be cancelled any more. The rest is treated like an order that was not shipped."
    ),
}

REQUEST_SENT: Mapping[str, str] = {
    "remind-seller": (
        "Remind the seller in the chat on the site, once a day at most, and answer soon if they write. That chat is "
        "your proof."
    ),
    "silence-cancels": (
        "If the seller stays silent, the order cancels itself after {spans_cancel_answer}; look again when they are "
        "over ({day_cancel_answer_latest})."
    ),
    "status-when-accepted": (
        "Look once a day. Accepted shows as an e-mail or as the status Canceled, Closed, Completed or Payment "
        "processing; after the refund the order may stand under Deleted orders."
    ),
    "check-if-cancelled": (
        "Look at the order: after {span_cancel_answer_latest} without an answer it should be cancelled. Look under "
        "Deleted orders, too."
    ),
    "support-path": (
        "Ask customer support: Help Center at the foot of the page → look for your question → Contact us (a form or "
        "a chat-bot, by country). Have the order number, the proof of payment and the chat at hand."
    ),
}

ON_ITS_WAY: Mapping[str, str] = {
    "watch-tracking": "Watch the tracking on the order page; there is nothing to do while the parcel moves.",
    "say-not-received": (
        "If it does not come in time, ask again with --why not-received: then a dispute is the way to your money."
    ),
    "check-tracking": "Look at the tracking once more, on the order page and at the carrier's own site.",
    "ask-seller-once": (
        "Ask the seller where the parcel is. Keep the answer, but do not let it carry you past the last day."
    ),
    "dispute-refund-only": (
        "My Orders → Order details → Open dispute (or Return/Refund; app: Orders → the order → Return/Refund) → "
        "Refund only."
    ),
    "dispute-return-goods": (
        "My Orders → Order details → Open dispute (or Return/Refund; app: Orders → the order → Return/Refund) → "
        "Return goods."
    ),
    "dispute-partial": (
        "My Orders → Order details → Open dispute (or Return/Refund) → Refund only, and enter the part of the price "
        "you ask for."
    ),
    "dispute-evidence": (
        "Add what proves it: photos or a video, the tracking page, the chat with the seller on the site, the order "
        "number and proof of payment. Then submit."
    ),
    "extend-on-page": "Order details → Request to extend Buyer Protection → choose the days → Confirm.",
    "extend-needs-seller": "The seller has to agree, so write to the seller, too. Ask today, not on the last day.",
    "dispute-if-not": (
        "If neither the extension nor the parcel has come by then, open a dispute before its last day "
        "({day_dispute_until})."
    ),
    "ask-what-happened": (
        "Ask the seller what happened. “Delivery canceled” is not your fault: the carrier did not collect it, it "
        "was out of stock, or customs sent it back."
    ),
    "new-number-if-reshipped": (
        "If the seller sends it again, ask for the new tracking number and give it {span_reship} to move."
    ),
    "check-refund-line": "Look whether the order page already shows a refund; some come without a dispute.",
    "watch-new-number": (
        "Give the new tracking number a few days to move ({day_reship_until}). If it does not, open a dispute."
    ),
    "ask-number-and-proof": (
        "Ask the seller for a valid tracking number and a photo of the proof of posting. Silence or false data is a "
        "good ground for a dispute."
    ),
    "dispute-opens-on": (
        "A dispute can be opened only some days after shipping ({day_dispute_opens}); before that the button is not "
        "there."
    ),
}

REGRET: Mapping[str, str] = {
    "take-parcel": "Wait for the parcel and take it in; a free return starts after delivery.",
    "free-return-form": (
        "My Orders → Order details → Return/Refund → Return goods. Do it within {span_free_return_until} of "
        "delivery; any reason will do."
    ),
    "free-return-pack": (
        "Unused, unwashed, complete and in its own packing; hand it in with the label or code that you are given."
    ),
    "write-urgently": (
        "Write to the seller now and say that it is urgent: ask to stop the parcel or to take it back, and why. "
        "They may have sent it already."
    ),
    "refuse-at-door": (
        "If the seller agrees, refuse the parcel at the door as they tell you, so that it goes back unopened."
    ),
    "keep-consent": (
        "Keep the seller's consent in the chat on the site: without it the refund of a refused parcel is uncertain."
    ),
    "if-no-consent": (
        "If the seller does not agree, note it (cancel-refused), take the parcel, and ask for a return in a dispute "
        "as soon as one can be opened ({day_dispute_opens})."
    ),
    "look-for-badge": (
        "First look for the Free Return badge on the order page or the item: with it, take the parcel and send it "
        "back for free (--free-return). It depends on your address and the kind of seller."
    ),
}

GOODS_HERE: Mapping[str, str] = {
    "check-before-confirming": (
        "Before you confirm receipt: try it, count it, compare it with the description. After that you have "
        "{span_dispute_until} for a dispute."
    ),
    "tell-if-bad": "If something is wrong, ask again with --why defective, not-as-described or wrong-goods.",
    "watch-ratings": "An honest review helps others. Before the next order look at the store's ratings and reviews.",
    "ask-seller-to-take-back": (
        "Ask the seller first, politely: a return for a change of mind is worth it only if they agree."
    ),
    "resell": "If the postage is not worth it, resell it or keep it.",
    "look-around": "Look at the delivery address, at neighbours and at the pick-up point, and ask others in the house.",
    "ask-carrier-proof": "Ask the carrier for the proof of delivery, and keep the answer.",
    "photograph-fault": "Photograph or film the fault, the packing and the label before you throw anything away.",
    "tell-seller": (
        "Tell the seller in the chat what is wrong, with a photo, and ask how they would solve it. Do not let it carry "
        "you past the last day."
    ),
    "offer-partial": "Propose a part of the price in the chat first: many sellers agree rather than lose the sale.",
    "seller-pays-postage": (
        "With faulty or wrong goods the seller pays the postage back; say so if they ask you to pay."
    ),
    "all-doors-closed": "If that button is gone, there is nothing left to do that we know of.",
    "try-return-button": (
        "If the order page still shows Return/Refund, try it first: one guide speaks of 90 days after ordering."
    ),
}

OUTSIDE: Mapping[str, str] = {
    "outside-paypal": (
        "Paid with PayPal: open a dispute there within {span_outside_paypal} of paying, and turn it into a claim "
        "within {span_outside_escalate}."
    ),
    "outside-card": (
        "Paid by card: ask your bank for a chargeback, as a rule within {span_outside_card} of the promised delivery."
    ),
    "outside-law": (
        "With a trader in your own country or the EU, consumer law may help: in the EU you have 14 days from "
        "receipt to withdraw. Against a seller in China it is hard to enforce."
    ),
    "outside-record": "Send the order number, the proof of payment, the tracking and the chat with it.",
    "outside-follow": "Answer every question of PayPal or the bank in time, and keep copies.",
    "outside-escalate": (
        "At PayPal, turn the dispute into a claim in time ({day_outside_escalate}), else it closes for good."
    ),
}

DISPUTE: Mapping[str, str] = {
    "add-evidence": (
        "Dispute page → Modify or add evidence: clear photos, the chat on the site, proof of payment, tracking."
    ),
    "platform-decides": (
        "AliExpress steps in by itself, within {span_platform_steps_in} of opening ({day_platform_steps_in}); some "
        "pages show an Escalate button."
    ),
    "never-outside": (
        "Never cancel the dispute for a promise of money outside AliExpress, and keep all talk in the chat on the site."
    ),
    "seller-five-days": (
        "The seller has {span_seller_answer_by} to answer ({day_seller_answer_by}). No answer means that your claim "
        "stands."
    ),
    "answer-seller-promptly": "Look at the dispute every day and answer proposals soon; you need not accept a bad one.",
    "appeal-answered": (
        "An appeal is answered in about five business days, {span_appeal_answer} at most ({day_appeal_answer})."
    ),
    "appeal-on-page": (
        "Dispute page → Appeal. It works once, within {span_appeal_until} of the decision ({day_appeal_until})."
    ),
    "appeal-new-evidence": "Bring something new: proof that was not there for the first decision.",
}

RETURN: Mapping[str, str] = {
    "return-instructions": "Follow the return instructions on the dispute page: address, label or code.",
    "return-post": "Pack it well, take photos, and post it with tracking. Keep the receipt.",
    "return-number": (
        "Enter the tracking number on the page before the time is over ({day_return_by}), else the money goes to "
        "the seller."
    ),
    "dispute-before-it-is-late": (
        "If no refund has come, open a dispute before its last day ({day_dispute_until}): that time runs on meanwhile."
    ),
    "watch-return": "Watch the tracking of the parcel on its way back; its arrival starts the refund.",
}

REFUND: Mapping[str, str] = {
    "fill-bank-form": "Fill in the bank form that EBANX has mailed you, and send it.",
    "ask-payout": "Have the money paid out of your Alipay account to a bank.",
    "check-dots": (
        "The order (perhaps under Deleted orders) → View details → Payment or Finance tab: three dots show how far "
        "the refund is. All three orange: AliExpress is done, and the bank may still need days."
    ),
    "check-account": "Look at the statement of the account that you paid from: the money goes back the way you paid.",
    "check-dispute-page": (
        "Look at the dispute page first: the seller's {span_seller_answer_by} are over, so your claim should stand. "
        "If the page says something else, note it."
    ),
    "check-paypal": (
        "Look at your activity at PayPal first, then at the statement of the card or the bank account behind it: a "
        "card may show the refund up to 30 days after PayPal."
    ),
    "check-klarna": (
        "Look in the Klarna app: the invoice should be cancelled or smaller. What you had paid comes back to your bank."
    ),
    "check-afterpay": (
        "Look at the plan in the app: the open instalments should have shrunk. What you had paid comes back to your "
        "bank."
    ),
    "check-alipay": "Look at your Alipay account, and at the bank account to which you had it paid out, if you did.",
    "check-aliexpress-account": "Look in your AliExpress account, at your balance, bonus, coupons and gift cards.",
    "ask-arn": (
        "Once 20 business days are over, ask AliExpress for the ARN of the refund, the number by which a bank finds it."
    ),
    "ask-issuer": "Give the ARN to the bank that issued the card, also if the card was replaced since.",
    "ask-paypal": "If it is not there, ask PayPal, with the transaction number of your payment.",
    "ask-klarna": "If nothing has changed there, ask Klarna's support, with AliExpress's word that it was refunded.",
    "ask-afterpay": (
        "If nothing has changed there, ask the support of Afterpay or Clearpay, with AliExpress's word that it was "
        "refunded."
    ),
    "ask-ebanx": "Ask EBANX, with the number of the order and of the form.",
    "ask-alipay": "Ask Alipay, with the number of the order and the day of the payout.",
    "ask-another-way": (
        "This way of paying has ended: ask AliExpress support where the refund went, and for another way to get it."
    ),
    "check-amount": "Compare the amount with what was owed.",
}

OVER: Mapping[str, str] = {
    "frozen-why": (
        "AliExpress or a bank is checking something: a suspicion against the seller, or a chargeback of yours."
    ),
    "frozen-answer": "There is nothing to press. Answer if AliExpress or your bank asks, and look once in a while.",
    "say-if-paid": "If you had paid, say so (--event paid=…): then the money is owed to you.",
    "find-deleted": (
        "You find it in My Orders under Canceled, Completed or Closed, or under Deleted orders if it was binned."
    ),
    "order-again": "If you still want the goods, Add to cart again starts a new order.",
    "nothing-owed": "This order is over and no money is owed.",
}

STEPS: Mapping[str, str] = {
    **UNPAID,
    **PAYMENT_CHECK,
    **ASKING,
    **REQUEST_SENT,
    **ON_ITS_WAY,
    **REGRET,
    **GOODS_HERE,
    **OUTSIDE,
    **DISPUTE,
    **RETURN,
    **REFUND,
    **OVER,
}
"""Every step by its id; those that note an event stand in `RECORDS`."""

RECORDS: Mapping[str, tuple[str, str]] = {
    "record-paid": ("paid", "When you have paid"),
    "record-instant-cancel": ("cancelled-by-buyer", "When it is cancelled"),
    "record-request": ("cancel-requested", "When the request is sent"),
    "record-answer": ("cancel-accepted", "When the seller agrees (or cancel-refused)"),
    "record-shipped": ("shipped", "When it is shipped"),
    "record-reshipped": ("reshipped", "If it is sent again"),
    "record-extension": ("extension-asked", "When you have asked"),
    "record-delivered": ("delivered", "When it is here"),
    "record-dispute": ("dispute-opened", "When the dispute is open"),
    "record-refused": ("delivery-refused", "When the parcel is refused"),
    "record-return-agreed": ("return-agreed", "When the return is agreed"),
    "record-return-sent": ("return-sent", "When it is posted"),
    "record-return-received": ("return-received", "When it has arrived"),
    "record-decision": ("dispute-won", "When it is decided (or dispute-agreed, dispute-refused, dispute-lost)"),
    "record-appealed": ("appealed", "When the appeal is sent"),
    "record-claimed": ("claimed-outside", "When the claim is filed"),
    "record-bank-form": ("bank-form-filled", "When the form is sent"),
    "record-payout": ("payout-asked", "When you have asked for the payout"),
    "record-refund": ("refund-received", "When the money is there (or refund-completed)"),
    "record-chased": ("refund-chased", "When you have asked"),
    "record-unfrozen": ("unfrozen", "When it goes on"),
}
"""The steps that note an event in aliorder: its kind, and when to note it."""

FOR_WHYS: Mapping[str, tuple[Why, ...]] = {
    "ask-to-change": ("change-details", "change-address"),
    "reorder-as-wanted": (
        "wrong-item",
        "change-details",
        "change-address",
        "change-coupon",
        "change-shipping",
        "payment-problem",
    ),
}
"""Steps that are meant only for buyers in one of these situations."""

FOR_WAYS: Mapping[str, tuple[str, ...]] = {
    "outside-paypal": ("paypal",),
    "outside-card": ("card",),
}
"""Steps that are meant only for who paid in one of these ways, or has not said how."""

FOR_ASK: Mapping[str, tuple[Ask | Literal["ended", "unknown"], ...]] = {
    "check-account": ("issuer", "ebanx", "support", "ended", "unknown"),
    "check-paypal": ("paypal",),
    "check-klarna": ("klarna",),
    "check-afterpay": ("afterpay",),
    "check-alipay": ("alipay",),
    "check-aliexpress-account": ("account",),
    "ask-arn": ("issuer", "unknown"),
    "ask-issuer": ("issuer", "unknown"),
    "ask-paypal": ("paypal",),
    "ask-klarna": ("klarna",),
    "ask-afterpay": ("afterpay",),
    "ask-ebanx": ("ebanx",),
    "ask-alipay": ("alipay",),
    "ask-another-way": ("ended",),
}
"""Steps that are meant only for who has to ask there; `ended` by a way of paying that is no more, `unknown` for who
has not said how the order was paid."""

FOR_ACTS: Mapping[str, RefundStart] = {
    "fill-bank-form": "bank-form-filled",
    "record-bank-form": "bank-form-filled",
    "ask-payout": "payout-asked",
    "record-payout": "payout-asked",
}
"""Steps that are meant only where the method's clock waits for this act, until it is done."""

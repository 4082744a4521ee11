"""Where the guides and the official pages disagree, and what aliorder decided."""

from __future__ import annotations

from aliorder.domain.policy import Quarrel, Voice

BEFORE_SHIPPING = (
    Quarrel(
        "unpaid-auto-close",
        "How long an unpaid order stays open",
        "The countdown of the order decides; 20 days where nobody has read it.",
        (
            Voice("S2", "20 days, then it closes by itself"),
            Voice("api-pay-timeout", "each order carries a time of its own"),
            Voice("foit", "6 hours for flash deals"),
            Voice("orientdeck", "5 to 20 days, by seller"),
            Voice("S4", "knows no unpaid stage: to place an order is to pay for it"),
        ),
        ("pay-by", "payment-time-is-over", "nothing-is-paid", "pay-in-time", "leave-it-unpaid"),
    ),
    Quarrel(
        "cancel-before-verification",
        "Whether an order can be cancelled while its payment is being checked",
        "Cancel at once if the page shows the button; without it wait for the check to end and ask the seller then.",
        (
            Voice("S1", "yes, at once and without the seller"),
            Voice("S4", "yes, freely, and it is the easiest time"),
            Voice("S2", "no, only once the payment is confirmed"),
            Voice("help-2022", "yes, for up to 24 hours, without a request to the seller"),
            Voice("api-end-reasons", "orders do end as cancelled by the buyer during the check"),
            Voice("ceskyali", "no, try after the status has changed"),
            Voice("alixcadet", "not for the moment"),
            Voice("sovetclub", "the button appears after 24 hours"),
        ),
        ("cancel-without-the-seller", "wait-for-the-button", "try-to-cancel-without-the-seller"),
    ),
    Quarrel(
        "heading-before-payment",
        "Whether “before payment” means an order that is not paid",
        "What is meant is the time in which the payment is checked; a truly unpaid order simply closes.",
        (
            Voice("S1", "has it under a heading that says before payment, and describes the minutes after paying"),
            Voice("alixblog-es", "the same advice, for the time in which the payment is checked"),
        ),
        ("payment-is-checked", "cancel-without-the-seller", "try-to-cancel-without-the-seller", "leave-it-unpaid"),
    ),
    Quarrel(
        "verification-length",
        "How long the check of a payment takes",
        "24 hours; for a bank transfer 7 business days, for a Boleto 5. A status seen later counts more.",
        (
            Voice("S1", "the first minutes"),
            Voice("S4", "a few hours, sometimes more"),
            Voice("S2", "minutes with a digital wallet, several days from a bank account"),
            Voice("api-status", "a risk check of 24 hours"),
            Voice("bank-transfer-page", "ask support after 7 business days"),
        ),
        (
            "verification",
            "verification-bank-transfer",
            "verification-boleto",
            "verification-assumed",
            "payment-was-verified",
            "wait-for-the-payment-check",
        ),
    ),
    Quarrel(
        "who-verifies",
        "Who confirms the payment",
        "AliExpress; the seller only where the page says that the seller has to confirm the amount.",
        (
            Voice("S4", "AliExpress"),
            Voice("S2", "the seller"),
            Voice("api-status", "the platform, and in one rare state the seller"),
        ),
        ("payment-is-checked", "wait-for-the-payment-check", "seller-checks-payment"),
    ),
    Quarrel(
        "best-moment-to-cancel",
        "When it is best to cancel",
        "While the payment is checked, because nobody has to agree; after that as early as possible.",
        (
            Voice("S4", "calls the processing the best time, and the time before the check ends the easiest"),
            Voice("S1", "in the minutes after paying"),
            Voice("S0", "as soon as you can, before it is shipped"),
        ),
        ("cancel-without-the-seller", "try-to-cancel-without-the-seller", "ask-the-seller", "may-be-shipped-already"),
    ),
    Quarrel(
        "will-the-seller-agree",
        "Whether the seller agrees to cancel what is not shipped",
        "The seller may refuse; only silence cancels by itself.",
        (
            Voice("S0", "they will agree; yet it also says that nothing is guaranteed"),
            Voice("S1", "they may refuse, and ship"),
            Voice("S2", "both sides have to agree, and a seller who kept every promise may refuse"),
            Voice("S3", "if it is approved"),
            Voice("S4", "they may accept or refuse"),
        ),
        ("ask-the-seller", "ask-the-seller-for-the-rest", "seller-refused", "may-be-shipped-already"),
    ),
    Quarrel(
        "instant-after-verification",
        "Whether a confirmed order can still be cancelled without the seller",
        "Reckon with the seller's consent; if it is cancelled at once, note that.",
        (
            Voice("secretali", "it is cancelled at once, whatever the seller thinks (2026)"),
            Voice("accio", "one click while it is processed; the seller usually accepts (2025)"),
            Voice("S1", "the seller has to accept"),
            Voice("help-2022", "the buyer sends a request that the seller answers"),
        ),
        ("ask-the-seller", "ask-the-seller-for-the-rest", "cancel-decision"),
    ),
    Quarrel(
        "seller-answer-hours",
        "How long a seller may be silent about a request before it cancels itself",
        "Expected after 48 hours, taken as certain after 72.",
        (
            Voice("guide-aliexpress-48h", "48 hours, for requests since 16 March 2020"),
            Voice("ceskyali", "48 hours, longer in big sales"),
            Voice("alifaq", "72 hours"),
            Voice("alixcadet", "72 hours"),
        ),
        (
            "cancel-answer",
            "cancel-answer-latest",
            "wait-for-the-answer",
            "request-without-answer",
            "cancels-itself-now",
        ),
    ),
    Quarrel(
        "message-answer-hours",
        "How soon a seller answers a message",
        "After 24 hours a reminder is due, once a day at most; nothing follows from silence alone.",
        (
            Voice("thehuts", "24 to 48 hours"),
            Voice("xiaoniucw", "within 72 hours"),
        ),
        ("message-answer", "answer-overdue"),
    ),
    Quarrel(
        "refused-before-shipping",
        "What helps when the seller refuses and has not shipped",
        "Talk again, ask again if the button returns, or let the time to ship run out; a dispute comes after shipping.",
        (
            Voice("S0", "open a dispute"),
            Voice("S4", "talk, then let AliExpress decide, with evidence"),
            Voice("S1", "only talking helps; a dispute does not"),
            Voice("S2", "a dispute only if the seller ignores you or sends false data"),
            Voice("help-2022", "a dispute opens on the eleventh day after shipping"),
            Voice("oferal", "waiting for the last day to ship needs nobody's consent"),
        ),
        ("seller-refused", "seller-refused-the-rest", "request-without-answer"),
    ),
    Quarrel(
        "what-closes-by-itself",
        "What makes an order close by itself",
        "No payment in time, no shipping in time, a request without an answer, or a security check.",
        (
            Voice("S2", "only a missing payment"),
            Voice("S1", "also shipping too late, and security"),
            Voice("S3", "an approved request"),
            Voice("api-end-reasons", "the end reasons name payment, shipping and security"),
        ),
        (
            "payment-time-is-over",
            "wait-for-shipping",
            "ship-by-still-runs",
            "ship-by-still-runs-for-the-rest",
            "ship-by-passed",
            "cancelled-by-others",
        ),
    ),
    Quarrel(
        "offering-the-sellers-costs",
        "Whether to offer the seller money for agreeing",
        "It is mentioned and not recommended: ask what would make them agree.",
        (
            Voice("S4", "offer to cover what the order has cost the seller"),
            Voice("S1", "talk to the seller; no word of money"),
            Voice("judgement", "no rule makes a buyer pay for cancelling"),
        ),
        ("seller-refused", "seller-refused-the-rest"),
    ),
)

REASON_MENU = (
    Quarrel(
        "which-reason",
        "Which reason to choose",
        "Of the reasons that are true for you the one that costs the seller least; never an untrue one.",
        (
            Voice("S0", "an honest and exact one"),
            Voice("S1", "always Other reasons, as the rest may harm the seller"),
            Voice("S2", "the buyer's own three reasons harm nobody and bring the money fastest"),
            Voice("S4", "the one that fits best, such as a seller who takes too long"),
            Voice("S3", "any"),
            Voice("secretali", "it is only counted"),
        ),
        (
            "not-needed-any-more",
            "ordered-the-wrong-thing",
            "ordered-twice",
            "seller-late-beyond-ship-by",
            "seller-asks-for-it",
            "nothing-in-stock",
            "always-true",
        ),
    ),
    Quarrel(
        "what-hurts-the-seller",
        "Which cancellations harm the seller's rating",
        "Reasons that blame the seller do; the buyer's own do not, and Other reasons blames nobody.",
        (
            Voice("S0", "every cancellation lowers the rating"),
            Voice("S1", "every reason but Other reasons may"),
            Voice("S2", "only reasons that blame the seller"),
            Voice(
                "activities-2012", "the first two reasons of the menu are laid to the buyer, all others to the seller"
            ),
            Voice("rules-2020", "punishes orders that are not shipped, by number and share"),
        ),
        (
            "not-needed-any-more",
            "ordered-the-wrong-thing",
            "ordered-twice",
            "seller-late-beyond-ship-by",
            "seller-is-silent",
            "dearer-than-agreed",
            "cannot-be-shipped",
            "seller-asks-for-untrue-reason",
        ),
    ),
    Quarrel(
        "refund-after-blaming-the-seller",
        "Whether a reason that blames the seller leads to a dispute",
        "No: a cancelled order is refunded by itself, whatever the reason was.",
        (
            Voice("S2", "the money comes only after a dispute, in which damages can be claimed, too"),
            Voice("S1", "an accepted cancellation is refunded"),
            Voice("api-end-reasons", "a closed order is refunded without a dispute"),
        ),
        ("seller-late-beyond-ship-by", "seller-is-silent", "dearer-than-agreed", "cannot-be-shipped"),
    ),
    Quarrel(
        "penalty-for-cancelling",
        "Whether cancelling often has consequences for the buyer",
        "No penalty is known for cancelling, so the warning is a soft one; very many disputes did close accounts.",
        (
            Voice("S0", "no penalty; yet the account may be flagged or suspended"),
            Voice("ali-shop", "accounts were closed over disputes, not cancellations"),
            Voice("izvestia", "seven to nine disputes in ten orders closed accounts"),
            Voice("fflr", "no sanctions, not even for disputes"),
        ),
        ("too-many-cancellations", "too-many-disputes"),
    ),
)

AFTER_SHIPPING = (
    Quarrel(
        "cancel-after-shipping",
        "Whether a shipped order can be cancelled",
        "No. It can come back: by free return, or refused with the seller's consent.",
        (
            Voice("S0", "impossible in one place, still possible through the seller in another"),
            Voice("S1", "impossible; look for a free return"),
            Voice("S2", "impossible"),
            Voice("S4", "as a rule not; the seller may agree"),
        ),
        (
            "goods-are-on-their-way",
            "return-it-for-free",
            "stop-the-parcel",
            "look-for-the-badge-then-stop-the-parcel",
            "shipped-in-spite",
        ),
    ),
    Quarrel(
        "instead-of-cancelling",
        "What to do when a shipped order is not wanted any more",
        "In this order: free return, refusing the parcel with the seller's consent, a return in a dispute.",
        (
            Voice("S0", "refuse the parcel as the seller says; or wait for it and send it back"),
            Voice("S1", "free return"),
            Voice("S2", "a dispute"),
            Voice("S3", "ask for a return or refund on the page"),
            Voice("S4", "refuse the parcel and hope for a refund"),
            Voice("alifaq", "refusing is allowed"),
            Voice("allexprs", "refusing is unwise"),
        ),
        (
            "return-it-for-free",
            "stop-the-parcel",
            "look-for-the-badge-then-stop-the-parcel",
            "seller-will-not-take-it-back",
            "changed-mind-with-the-goods-here",
            "no-promise",
        ),
    ),
    Quarrel(
        "when-a-dispute-opens",
        "When a dispute can be opened",
        "From the eleventh day after shipping until 15 days after the delivery time or the confirmed receipt.",
        (
            Voice("S0", "after receiving the goods, and also when they are late or missing"),
            Voice("S1", "at once for a delivery that was cancelled"),
            Voice("S2", "whenever the seller tells untruths"),
            Voice("S3", "a refund can be asked for within 90 days of ordering"),
            Voice("help-2022", "eleventh day to fifteenth day after the delivery time"),
        ),
        (
            "dispute-opens",
            "dispute-until",
            "fast-delivery",
            "dispute-not-open-yet",
            "late-so-dispute",
            "promised-day-is-over",
            "too-late-for-a-dispute",
        ),
    ),
    Quarrel(
        "dispute-day",
        "The first day of a dispute",
        "The eleventh day after shipping, at once where delivery was promised within five days.",
        (
            Voice("help-2022", "the eleventh day"),
            Voice("faq-2018", "the eleventh day"),
            Voice("dispute-windows-old", "the sixth day, in the first years"),
            Voice("ssopdot-19333", "ten days after all the goods were shipped"),
        ),
        ("dispute-opens", "dispute-not-open-yet", "promise-is-not-over"),
    ),
    Quarrel(
        "delivery-canceled-refund",
        "Whether “Delivery canceled” is refunded by itself",
        "Ask the seller, look for a refund on the page, and open a dispute if nothing was sent again.",
        (
            Voice("S1", "no, a dispute is needed unless the seller sends it again"),
            Voice("alibestfinds", "refunds came within ten days without a dispute"),
        ),
        ("delivery-failed", "delivery-failed-ask-the-seller", "sent-again", "reship"),
    ),
    Quarrel(
        "protection-start",
        "What Buyer Protection is counted from, and how long it lasts",
        "The day on the order page decides; where it is not known, 60 days from shipping, the safe end.",
        (
            Voice("help-2022", "it starts with the payment"),
            Voice("cnjdpart", "it starts with shipping, and lasts up to 90 days"),
            Voice("alixblog-es", "60 days"),
            Voice("alixblog-pt", "90 days"),
        ),
        ("protection", "ask-for-longer-protection", "missing-ask-for-longer-protection"),
    ),
    Quarrel(
        "return-postage",
        "Who pays the postage of a return",
        "Nobody with the Free Return badge; else the buyer for a change of mind, the seller for bad goods.",
        (
            Voice("S0", "the buyer, unless the goods are faulty"),
            Voice("S1", "nobody, with a free return"),
            Voice("S3", "it depends on the badge, the address and the kind of seller"),
            Voice("chinaparcels", "the buyer for a change of mind, the seller for bad goods"),
        ),
        (
            "return-it-for-free",
            "return-what-is-here-for-free",
            "changed-mind-with-the-goods-here",
            "bad-and-sent-back",
            "postage",
            "free-return-once",
        ),
    ),
    Quarrel(
        "after-confirming-receipt",
        "Whether money can come back once receipt was confirmed",
        "For 15 days after confirming a dispute is possible; so confirm late, and dispute early.",
        (
            Voice("S2", "no money then, if the buyer was content"),
            Voice("fflr", "protection ends when you confirm"),
            Voice("help-2022", "15 more days"),
            Voice("aliexpress-mcp", "7 more days"),
        ),
        ("receipt-is-confirmed", "receipt-confirmed-clash", "never-confirm-early", "dispute-until"),
    ),
)

MONEY = (
    Quarrel(
        "card-refund-time",
        "How long a refund to a card takes",
        "Usually 7 to 15 business days, at most 20; ask after that.",
        (
            Voice("S0", "7 to 15 business days in one place, 3 to 20 in two others"),
            Voice("S3", "3 to 20 business days, by any method"),
            Voice("S4", "3 to 20 business days"),
            Voice("S2", "about 20 days for the whole procedure"),
            Voice("S1", "a few days"),
            Voice("faq-2018", "3 to 20 business days, and 3 to 15 for credit cards"),
            Voice("intl-alipay", "7 to 15 business days once the refund is complete"),
        ),
        ("card", "refund-is-on-its-way", "refund-is-overdue", "typical-time-over"),
    ),
    Quarrel(
        "refund-clock-start",
        "From when the refund is counted",
        "From the day on which AliExpress grants or processes it, not from the day on which you asked.",
        (
            Voice("S0", "after 3 to 5 business days of checking, then at once"),
            Voice("S1", "the payment is taken first, then the refund begins, then come the days of the bank"),
            Voice("S2", "one total of about 20 days"),
            Voice("alixblog-refund", "from the day on which AliExpress has processed it"),
        ),
        (
            "refund-issued",
            "refund-if-approved",
            "claim-check-earliest",
            "claim-check-latest",
            "charged-then-refunded",
            "refund-is-on-its-way",
        ),
    ),
    Quarrel(
        "refund-time-other-methods",
        "How long a refund takes by PayPal and other methods",
        "By a table with a source for each; PayPal at once to 5 days, read as business days for the last one.",
        (
            Voice("S0", "PayPal at once or up to 5 days, and names no unit"),
            Voice("S3", "look it up by method"),
            Voice("S4", "look it up by method"),
            Voice("paypal-refund-faq", "up to 30 days until it shows on the card behind PayPal"),
        ),
        ("paypal", "method-fallback", "refund-is-on-its-way"),
    ),
    Quarrel(
        "general-refund-time",
        "How long a refund takes where the method has no figure",
        "3 to 20 business days, the widest official figure.",
        (
            Voice("faq-2018", "3 to 20 business days"),
            Voice("chinaparcels", "1 to 10 working days"),
            Voice("alibilling", "1 to 10 working days, quoting the Buyer Protection page"),
        ),
        ("card", "method-fallback", "refund-is-overdue"),
    ),
    Quarrel(
        "coupons-come-back",
        "Whether a coupon comes back after cancelling",
        "It depends on the kind: an AliExpress coupon if all it covered is cancelled in time, others perhaps not.",
        (
            Voice("S0", "as a rule yes"),
            Voice("S1", "it depends on the kind, on all the items, and on its last day"),
            Voice("select-coupons", "only the money paid is refunded; an unexpired coupon may return"),
            Voice("sovetclub", "coupons of a store do not"),
        ),
        ("coupon",),
    ),
    Quarrel(
        "is-all-refundable",
        "Whether the money is certain to come back",
        "Nothing is promised; what is owed is said to be owed only after a decision.",
        (
            Voice("S2", "guaranteed, but for confirmed receipt and a lost dispute"),
            Voice("S0", "a full refund for late or wrong goods; yet a cancellation is not guaranteed"),
        ),
        ("may-be-shipped-already", "no-promise", "money-is-owed", "dispute-is-lost", "receipt-confirmed-clash"),
    ),
)

PAGES = (
    Quarrel(
        "stage-names",
        "What the stages of an order are called",
        "All names are understood; the stages follow the site's own programming interface.",
        (
            Voice("S2", "Checking the payment, Sending is expected, Payment processing, Completed"),
            Voice("S4", "Order placed, Payment verification, Processing, Shipping, Delivery"),
            Voice("S1", "Deleted orders, Delivery canceled"),
            Voice("api-status", "fourteen states, each with a name for programs"),
            Voice("aliexpress-mcp", "To pay, To ship, Shipped, Processed"),
        ),
        ("payment-is-checked", "payment-was-verified", "goods-are-on-their-way", "status-ambiguous"),
    ),
    Quarrel(
        "where-cancelled-orders-stand",
        "Where a cancelled order is found",
        "Under Canceled, Closed, Completed or Expired, by the age of the page, or under Deleted orders once binned.",
        (
            Voice("S2", "it stays in the list as Completed and can be binned"),
            Voice("S1", "it moves to Deleted orders once the money is back"),
            Voice("S4", "it is called canceled"),
            Voice("aliexpress-mcp", "Canceled or Expired (2026)"),
        ),
        ("cancelled-before-paying", "over-and-done", "status-ambiguous", "canceled", "completed"),
    ),
    Quarrel(
        "how-acceptance-shows",
        "How you learn that the seller has accepted",
        "By any of these signs.",
        (
            Voice("S1", "the order moves to Deleted orders within a couple of days"),
            Voice("S2", "the status becomes Payment processing"),
            Voice("S3", "an e-mail"),
            Voice("S4", "the details of the order"),
        ),
        ("wait-for-the-answer", "request-without-answer"),
    ),
    Quarrel(
        "click-path",
        "Where to press",
        "My Orders, Order details, Cancel order, a reason, Submit, and Confirm if a window asks for it.",
        (
            Voice("S3", "ends with a window in which to confirm"),
            Voice("S2", "the button stands in the Action column of the list"),
            Voice("S1", "the button stands beside the order in the list"),
            Voice("S0", "the button stands on the details page"),
            Voice("S4", "the button stands on the details page"),
        ),
        ("cancel-without-the-seller", "try-to-cancel-without-the-seller", "ask-the-seller"),
    ),
)

QUARRELS: tuple[Quarrel, ...] = (*BEFORE_SHIPPING, *REASON_MENU, *AFTER_SHIPPING, *MONEY, *PAGES)
"""Every disagreement that was found, each with at least two voices."""

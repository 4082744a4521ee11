"""The spans that AliExpress, PayPal and the card schemes grant, each counted from an event.

Where a source names another value for the same span it stands in `others`.
"""

from __future__ import annotations

from datetime import date

from aliorder.domain.policy import OtherValue, Window

READ = date(2026, 11, 22)

BEFORE_SHIPPING = (
    Window(
        "pay-by",
        20,
        "days",
        "placed",
        ("S2", "all55", "sovetclub", "aliexpresshlp", "alideliv", "howandroidhelp", "mobilkoy"),
        READ,
        others=(
            OtherValue("as many seconds as the order itself says", ("api-pay-timeout",)),
            OtherValue("6 hours for flash deals", ("foit",)),
            OtherValue("3 days", ("hitno",)),
            OtherValue("a few days", ("alixblog-es",)),
            OtherValue("5 to 20 days, by seller", ("orientdeck",)),
            OtherValue("3 to 5 days for a Boleto slip", ("boleto-faq",)),
            OtherValue("5 days for an OXXO voucher", ("ppro-oxxo",)),
        ),
    ),
    Window(
        "verification",
        24,
        "hours",
        "paid",
        ("api-status", "mysku", "help-2022"),
        READ,
        others=(
            OtherValue("the first minutes", ("S1",)),
            OtherValue("a few hours, sometimes longer", ("S4",)),
            OtherValue("minutes for a digital wallet, several days from a bank account", ("S2",)),
            OtherValue("12 to 24 hours", ("allexprs",)),
            OtherValue("up to 1 hour for WebMoney, 1 to 3 days for a card", ("chinaparcel-payment",)),
            OtherValue("up to 3 days in big sales", ("alideliv",)),
        ),
    ),
    Window(
        "verification-bank-transfer",
        7,
        "business-days",
        "paid",
        ("bank-transfer-page",),
        READ,
        others=(OtherValue("several days", ("S2",)),),
    ),
    Window(
        "verification-boleto",
        5,
        "business-days",
        "paid",
        ("boleto-faq",),
        READ,
        others=(OtherValue("up to 3 business days", ("gizmodo-uol",)),),
    ),
    Window(
        "ship-by",
        7,
        "days",
        "payment-verified",
        ("judgement", "guide-aliexpress"),
        READ,
        others=(
            OtherValue("up to 7 business days", ("guide-aliexpress", "onecommerce", "ryviu")),
            OtherValue("5 to 7 days", ("mirrorinfo",)),
            OtherValue("3 to 10 days", ("allexprs", "chinaparcel-payment")),
            OtherValue("3 to 20 days", ("allexprs",)),
            OtherValue("up to 30 days around the Spring Festival", ("allexprs",)),
            OtherValue("7 days more in the Spring Festival of 2020", ("ali-shop",)),
        ),
    ),
    Window(
        "cancel-answer",
        48,
        "hours",
        "cancel-requested",
        ("guide-aliexpress-48h", "alixblog-es", "ceskyali", "freegameguide"),
        READ,
        valid_from=date(2020, 3, 16),
        others=(
            OtherValue("72 hours", ("alifaq", "alixcadet")),
            OtherValue("longer in big sales", ("ceskyali",)),
            OtherValue("at once, whatever the seller thinks", ("secretali", "accio")),
        ),
        before=Window("cancel-answer", 72, "hours", "cancel-requested", ("alifaq", "alixcadet"), READ),
    ),
    Window(
        "cancel-answer-latest",
        72,
        "hours",
        "cancel-requested",
        ("alifaq", "alixcadet"),
        READ,
        others=(OtherValue("48 hours", ("guide-aliexpress-48h", "alixblog-es", "ceskyali", "freegameguide")),),
    ),
    Window(
        "cancel-decision",
        3,
        "days",
        "now",
        ("judgement", "alifaq"),
        READ,
        others=(OtherValue("48 hours", ("guide-aliexpress-48h",)),),
    ),
)

MESSAGES = (
    Window(
        "message-answer",
        24,
        "hours",
        "message-sent",
        ("thehuts", "judgement"),
        READ,
        others=(
            OtherValue("24 to 48 hours", ("thehuts",)),
            OtherValue("within 72 hours", ("xiaoniucw",)),
        ),
    ),
    Window("message-reminders", 7, "days", "message-sent", ("judgement",), READ),
)

ON_THE_WAY = (
    Window(
        "protection",
        60,
        "days",
        "shipped",
        ("judgement", "alixblog-es", "parcel-intelligence"),
        READ,
        others=(
            OtherValue("75 days for economy lines", ("parcel-intelligence",)),
            OtherValue("up to 90 days", ("cnjdpart",)),
            OtherValue("90 days", ("alixblog-pt",)),
            OtherValue("formerly 60 days, Russia 90, Brazil 120", ("bio-guard",)),
            OtherValue("counted from the payment", ("help-2022",)),
        ),
    ),
    Window(
        "extend-protection",
        7,
        "days",
        "protection-until",
        ("sovetclub", "faq-2018"),
        READ,
        others=(OtherValue("5 days before the end", ("sovetclub", "faq-2018")),),
    ),
    Window(
        "reship",
        5,
        "days",
        "reshipped",
        ("alibestfinds",),
        READ,
        others=(OtherValue("3 days", ("alibestfinds",)),),
    ),
)

DISPUTES = (
    Window(
        "dispute-opens",
        11,
        "days",
        "shipped",
        ("help-2022", "faq-2018", "alibilling"),
        READ,
        others=(
            OtherValue("10 days after all goods were shipped", ("ssopdot-19333", "ssopdot-35242", "help-2022")),
            OtherValue("while the parcel moves, only after the delivery time", ("help-2022",)),
            OtherValue("formerly from the 6th day, or 5 days after shipping", ("dispute-windows-old",)),
            OtherValue("after receiving the goods, or when they are late", ("S0",)),
            OtherValue("whenever the seller ignores you or tells untruths", ("S2",)),
        ),
    ),
    Window("fast-delivery", 5, "days", "shipped", ("help-2022",), READ),
    Window(
        "dispute-until",
        15,
        "days",
        "deliver-by",
        ("help-2022", "faq-2018", "alibilling"),
        READ,
        others=(
            OtherValue("90 days after ordering", ("S3", "accio", "aliexpress-mcp")),
            OtherValue("7 days after confirming receipt", ("aliexpress-mcp",)),
            OtherValue("not at all once receipt is confirmed", ("S2", "fflr", "gamevid")),
            OtherValue("formerly until day 23, 27 or 39, by carrier", ("dispute-windows-old",)),
        ),
    ),
    Window(
        "seller-answer-by",
        5,
        "days",
        "dispute-opened",
        ("faq-2018", "ssopdot-35242"),
        READ,
        others=(
            OtherValue("up to 5 days", ("aliexpressreview",)),
            OtherValue("5 to 7 days", ("everydaypaws",)),
            OtherValue("formerly 15 days", ("guides-2016",)),
        ),
    ),
    Window(
        "platform-steps-in",
        7,
        "days",
        "dispute-opened",
        ("viws", "ssopdot-19333", "help-2022"),
        READ,
        others=(OtherValue("formerly day 4 to 15 on request, day 16 by itself", ("help-2013",)),),
    ),
    Window("claim-check-earliest", 3, "business-days", "now", ("S0",), READ),
    Window(
        "claim-check-latest",
        5,
        "business-days",
        "now",
        ("S0",),
        READ,
        others=(
            OtherValue("up to 15 days for the whole dispute", ("detkamir",)),
            OtherValue("within 15 days of the claim", ("buyer-protection-page",)),
        ),
    ),
    Window("appeal-until", 7, "days", "dispute-lost", ("hb2b-appeal",), READ),
    Window(
        "appeal-answer",
        10,
        "days",
        "appealed",
        ("hb2b-appeal",),
        READ,
        others=(OtherValue("about 5 business days", ("hb2b-appeal",)),),
    ),
)

REFUNDS = (Window("settlement", 3, "days", "refund-started", ("cnjdpart",), READ),)

RETURNS = (
    Window(
        "free-return-until",
        15,
        "days",
        "delivered",
        ("free-return-page", "aliexpress-mcp"),
        READ,
        others=(
            OtherValue("15 days after the promised delivery", ("free-return-page",)),
            OtherValue("up to 90 days after ordering", ("S3", "accio")),
        ),
    ),
    Window(
        "return-by",
        10,
        "days",
        "return-agreed",
        ("ssopdot-19333", "cnjdpart"),
        READ,
        others=(OtherValue("as the agreement states", ("cnjdpart",)),),
    ),
)

OUTSIDE = (
    Window("outside-paypal", 180, "days", "paid", ("paypal-faq",), READ),
    Window(
        "outside-card",
        120,
        "days",
        "deliver-by",
        ("card-rules",),
        READ,
        others=(
            OtherValue("90 to 120 days", ("card-rules",)),
            OtherValue("540 days at the very latest", ("card-rules",)),
            OtherValue("180 days, for some cards 540", ("rules-chargeback",)),
        ),
    ),
    Window("outside-escalate", 20, "days", "claimed-outside", ("paypal-faq",), READ),
)

WINDOWS: tuple[Window, ...] = (*BEFORE_SHIPPING, *MESSAGES, *ON_THE_WAY, *DISPUTES, *REFUNDS, *RETURNS, *OUTSIDE)
"""One row for each window id."""

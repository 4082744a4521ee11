"""How long a refund takes by each payment method, and what the buyer must know about it.

A payment firm's figures hold for what happens once the refund has reached it.
"""

from __future__ import annotations

from datetime import date

from aliorder.domain.policy import FundedStep, OtherValue, PaymentMethod

READ = date(2026, 11, 22)

ANY = ("faq-2018", "S0", "S3")
"""The only official figure for every method, 3 to 20 business days, and the guides that repeat it."""

EBANX_COUNTRIES = ("AR", "BO", "BR", "CL", "CO", "EC", "MX", "PE", "UY")
"""Where EBANX carries out AliExpress's payments in Latin America."""

REPLACED_CARD = "If the card has expired or was replaced, the refund goes to the bank that issued it, so ask there."
PURCHASE_DAY = "It may be booked under the day of the purchase, so look at that day of the statement, too."
CARD_NOTES = (REPLACED_CARD, PURCHASE_DAY)
"""What holds for every card (faq-2018)."""

CARD = PaymentMethod(
    "card",
    "credit or debit card",
    3,
    20,
    "business-days",
    ("faq-2018", "S0", "S3", "S4", "guide-aliexpress", "ceskyali", "intl-alipay"),
    READ,
    typical=(7, 15),
    completed=(7, 15),
    outside="card",
    names=("Credit/Debit card", "Credit or debit card", "Credit card", "Bank card"),
    notes=CARD_NOTES,
    others=(
        OtherValue("7 to 15 business days", ("S0", "intl-alipay")),
        OtherValue("3 to 15 business days", ("faq-2018", "oferal")),
        OtherValue("up to 15 business days through EBANX in Latin America", ("ebanx-card",)),
        OtherValue("1 to 10 working days by any method", ("chinaparcels", "alibilling")),
        OtherValue("3 to 10 days once the refund is complete", ("aliexpresshlp",)),
        OtherValue("3 to 10 business days after a cancellation by the seller", ("allexprs",)),
        OtherValue("about 20 days for the whole procedure", ("S2",)),
        OtherValue("a few days", ("S1",)),
    ),
    then=(
        FundedStep("card-through-ebanx", 3, 15, "business-days", ("ebanx-card",), "start", countries=EBANX_COUNTRIES),
    ),
    ask="issuer",
)
"""What counts as a card is this row under another name."""

CARDS = (
    CARD,
    CARD._replace(id="visa", label="Visa card", names=("Visa",)),
    CARD._replace(id="mastercard", label="Mastercard", names=("Mastercard", "Master Card")),
    CARD._replace(id="maestro", label="Maestro card", names=("Maestro",)),
    CARD._replace(id="amex", label="American Express card", names=("Amex", "American Express")),
    CARD._replace(id="debit-card", label="debit card", names=("Debit card",)),
    CARD._replace(
        id="mir",
        label="Mir card",
        sources=("readmag", *ANY),
        names=("Mir", "Мир"),
        notes=(
            "Mir is used on the Russian site, which is a separate one; this program follows the international site.",
            *CARD_NOTES,
        ),
    ),
    CARD._replace(
        id="apple-pay",
        label="Apple Pay",
        sources=("judgement", *ANY),
        names=("Apple Pay",),
        notes=("The refund goes to the card behind Apple Pay, so look at that card's statement.", *CARD_NOTES),
    ),
    CARD._replace(
        id="google-pay",
        label="Google Pay",
        sources=("judgement", *ANY),
        names=("Google Pay", "GPay"),
        notes=("The refund goes to the card behind Google Pay, so look at that card's statement.", *CARD_NOTES),
    ),
)

FALLBACK = PaymentMethod("other", "another payment method", 3, 20, "business-days", ANY, READ, fallback=True)
"""The row of every method without a figure of its own."""

ONLINE = (
    PaymentMethod(
        "paypal",
        "PayPal",
        0,
        5,
        "days",
        ("S0",),
        READ,
        outside="paypal",
        names=("PayPal",),
        notes=(
            "If a card paid for it behind PayPal, that card may take up to 30 days more to show the refund.",
            "Paid from the PayPal balance, it is back there the same day.",
        ),
        others=(
            OtherValue("up to 30 days on the statement of a card", ("paypal-refund-faq",)),
            OtherValue("the same day if paid from the PayPal balance", ("paypal-funding",)),
            OtherValue("3 to 5 business days if paid from a bank account", ("paypal-funding",)),
        ),
        then=(
            FundedStep("bank-behind-paypal", 3, 5, "business-days", ("paypal-funding",)),
            FundedStep("card-behind-paypal", 0, 30, "calendar-days", ("paypal-refund-faq",)),
        ),
        ask="paypal",
    ),
    PaymentMethod(
        "klarna",
        "Klarna",
        2,
        7,
        "business-days",
        ("klarna",),
        READ,
        names=("Klarna",),
        notes=(
            "An unpaid Klarna invoice is simply cancelled: pause its payment in the Klarna app meanwhile.",
            "What you have paid to Klarna already goes back to your bank, which can take up to 14 days.",
        ),
        others=(
            OtherValue("2 to 5 business days in Switzerland", ("klarna",)),
            OtherValue("5 to 7 business days in the United Kingdom", ("klarna",)),
            OtherValue("up to 14 days at the bank", ("klarna",)),
        ),
        then=(
            FundedStep("klarna-switzerland", 2, 5, "business-days", ("klarna",), "start", countries=("CH",)),
            FundedStep("klarna-united-kingdom", 5, 7, "business-days", ("klarna",), "start", countries=("GB",)),
            FundedStep("bank-behind-klarna", 0, 14, "days", ("klarna",)),
        ),
        ask="klarna",
    ),
    PaymentMethod(
        "afterpay",
        "Afterpay or Clearpay",
        3,
        5,
        "days",
        ("clearpay",),
        READ,
        names=("Afterpay", "Clearpay"),
        notes=(
            "First the open instalments shrink: look at the plan in the app.",
            "Instalments that you have paid already come back to your bank, which can take 10 business days more.",
        ),
        others=(OtherValue("up to 10 business days for instalments already paid", ("clearpay",)),),
        then=(FundedStep("bank-behind-afterpay", 0, 10, "business-days", ("clearpay",)),),
        ask="afterpay",
    ),
    PaymentMethod(
        "ideal",
        "iDEAL",
        1,
        3,
        "business-days",
        ("revolut-ideal", "mollie"),
        READ,
        names=("iDEAL",),
        others=(
            OtherValue("the next business day", ("revolut-ideal", "mollie")),
            OtherValue("2 to 3 business days to a bank outside the Netherlands", ("mollie",)),
        ),
        then=(
            FundedStep("ideal-dutch-bank", 1, 1, "business-days", ("revolut-ideal", "mollie"), "start"),
            FundedStep("ideal-other-bank", 2, 3, "business-days", ("mollie",), "start"),
        ),
    ),
    PaymentMethod(
        "bancontact",
        "Bancontact",
        1,
        3,
        "business-days",
        ("mollie",),
        READ,
        names=("Bancontact",),
        others=(OtherValue("2 business days", ("bancontact-shop",)),),
    ),
    FALLBACK._replace(
        id="sofort",
        label="Sofort",
        sources=("stripe-sofort", *ANY),
        ended=date(2024, 11, 29),
        names=("Sofort", "Sofortüberweisung"),
        notes=(
            "Sofort was folded into Klarna: look for the refund in the Klarna app and on your bank account.",
            "If it is in neither, ask AliExpress support for another way to get it.",
        ),
    ),
    FALLBACK._replace(
        id="giropay",
        label="Giropay",
        sources=("giropay-end", *ANY),
        ended=date(2024, 12, 31),
        names=("Giropay",),
        notes=(
            "Giropay has ended: ask AliExpress support to which account the refund goes.",
            "Refunds went through Giropay until 31 January 2025, by bank transfer until 28 February 2025.",
        ),
        others=(
            OtherValue("refunds by Giropay ran until 2025-01-31, by bank transfer until 2025-02-28", ("giropay-end",)),
        ),
    ),
    FALLBACK._replace(
        id="przelewy24",
        label="Przelewy24",
        names=("Przelewy24", "P24"),
        others=(OtherValue("can be refunded for 180 days", ("psp-docs",)),),
    ),
    FALLBACK._replace(
        id="blik",
        label="BLIK",
        names=("BLIK",),
        others=(OtherValue("can be refunded for 180 days", ("psp-docs",)),),
    ),
    FALLBACK._replace(id="trustly", label="Trustly", names=("Trustly",)),
)

LATIN_AMERICA = (
    PaymentMethod(
        "boleto",
        "Boleto",
        1,
        5,
        "business-days",
        ("ebanx-boleto",),
        READ,
        start="bank-form-filled",
        names=("Boleto", "Boleto bancário"),
        notes=("Fill in the bank form that EBANX mails once the refund is approved; before that no clock runs.",),
        others=(OtherValue("up to 20 working days", ("todasasrespostas",)),),
        ask="ebanx",
    ),
    FALLBACK._replace(
        id="pix",
        label="Pix",
        names=("Pix",),
        others=(OtherValue("can be refunded for 90 days", ("psp-docs",)),),
    ),
    FALLBACK._replace(
        id="oxxo",
        label="OXXO",
        names=("OXXO",),
        others=(OtherValue("can be refunded for 365 days", ("ppro-oxxo",)),),
    ),
    PaymentMethod(
        "mercado-pago",
        "Mercado Pago",
        0,
        35,
        "days",
        ("mercado-libre",),
        READ,
        names=("Mercado Pago", "MercadoPago"),
        notes=("To the Mercado Pago balance it comes at once; to a card it can take up to 35 days.",),
        others=(
            OtherValue("at once to the Mercado Pago balance", ("mercado-libre",)),
            OtherValue("up to 35 days to a card", ("mercado-libre",)),
        ),
        then=(
            FundedStep("mercado-pago-balance", 0, 0, "days", ("mercado-libre",), "start"),
            FundedStep("mercado-pago-card", 0, 35, "days", ("mercado-libre",), "start"),
        ),
    ),
)

TRANSFERS = (
    PaymentMethod(
        "webmoney",
        "WebMoney",
        7,
        10,
        "business-days",
        ("allexprs",),
        READ,
        names=("WebMoney",),
        notes=("The refund lands in the WebMoney purse for foreign currency.",),
        others=(OtherValue("7 days to 1 month", ("sovetclub",)),),
    ),
    PaymentMethod(
        "qiwi",
        "QIWI",
        7,
        10,
        "business-days",
        ("qiwi-oplata", "qiwi-end"),
        READ,
        ended=date(2024, 2, 21),
        names=("QIWI", "QIWI Wallet"),
        notes=("QIWI's bank has lost its licence: ask AliExpress support for another way to get the refund.",),
    ),
    PaymentMethod(
        "yoomoney",
        "YooMoney",
        5,
        20,
        "days",
        ("sovetclub",),
        READ,
        names=("YooMoney", "ЮMoney", "Yandex.Money", "Yandex Money"),
        others=(OtherValue("quickly", ("chinaparcel-wallets",)),),
    ),
    PaymentMethod(
        "western-union",
        "Western Union",
        7,
        10,
        "business-days",
        ("que-dalle", "allexprs"),
        READ,
        start="payout-asked",
        names=("Western Union",),
        notes=(
            "The money goes to your Alipay account: have it paid out to a bank; the fee is at least 15 EUR.",
            "Formerly it waited under a transfer number, to be collected within 45 days.",
        ),
        others=(OtherValue("formerly: collect it within 45 days under a transfer number", ("allexprs",)),),
        ask="alipay",
    ),
    PaymentMethod(
        "bank-transfer",
        "bank transfer",
        7,
        10,
        "business-days",
        ("ryviu", "alibaba-transfer"),
        READ,
        start="payout-asked",
        names=("Bank transfer", "Wire transfer", "T/T"),
        notes=("The money goes to your Alipay account: no clock runs until you have it paid out to a bank.",),
        ask="alipay",
    ),
)

CREDITS = (
    PaymentMethod(
        "alipay",
        "Alipay wallet",
        1,
        1,
        "days",
        ("sonyps4", "intl-alipay"),
        READ,
        names=("Alipay", "Alipay wallet"),
        ask="alipay",
    ),
    PaymentMethod(
        "balance",
        "AliExpress balance or bonus",
        0,
        10,
        "business-days",
        ("chinaparcels", "detkamir", "glarity"),
        READ,
        names=("AliExpress balance", "AliExpress bonus", "Bonus"),
        notes=("A bonus expires, usually after about 60 days, so spend it in time.",),
        others=(
            OtherValue("at once", ("detkamir",)),
            OtherValue("days to a week", ("glarity",)),
        ),
        ask="account",
    ),
    PaymentMethod(
        "gift-card",
        "gift card",
        0,
        0,
        "business-days",
        ("kyliecosmetics",),
        READ,
        names=("Gift card", "AliExpress gift card"),
        notes=("The value goes back onto the gift card.",),
        ask="account",
    ),
    PaymentMethod(
        "cash-on-delivery",
        "cash on delivery",
        None,
        None,
        "business-days",
        ("ryviu",),
        READ,
        names=("Cash on delivery", "COD"),
        notes=("Money paid in cash comes back as a coupon.",),
        ask="account",
    ),
)

ASIA = (
    FALLBACK._replace(
        id="kakaopay",
        label="KakaoPay",
        names=("KakaoPay", "Kakao Pay"),
        others=(OtherValue("can be refunded for one year", ("alipay-docs",)),),
    ),
    PaymentMethod(
        "naverpay",
        "Naver Pay",
        0,
        5,
        "days",
        ("naverpay-2024",),
        READ,
        names=("NaverPay", "Naver Pay"),
        notes=("As Naver points it comes at once; to a card it takes 3 to 5 days.",),
        others=(
            OtherValue("at once as points", ("naverpay-2024",)),
            OtherValue("3 to 5 days to a card", ("naverpay-2024",)),
        ),
        then=(
            FundedStep("naver-points", 0, 0, "days", ("naverpay-2024",), "start"),
            FundedStep("naver-card", 3, 5, "days", ("naverpay-2024",), "start"),
        ),
    ),
    PaymentMethod(
        "gcash",
        "GCash",
        7,
        15,
        "days",
        ("gcash-help",),
        READ,
        names=("GCash",),
        notes=("GCash gives this figure for payments by its card number; for other ways it names none.",),
    ),
)

OTHER = (
    FALLBACK._replace(
        names=(
            "Other",
            "AlipayHK",
            "Boost",
            "Convenience store",
            "DANA",
            "Doku",
            "Toss",
            "Touch 'n Go",
            "Touch'n Go",
            "TrueMoney",
        ),
        others=(
            OtherValue("1 to 10 working days", ("chinaparcels", "alibilling")),
            OtherValue("7 to 10 working days", ("hitno",)),
            OtherValue("10 to 14 days", ("allexprs", "aliexpresshlp")),
            OtherValue("within 10 days", ("sovetclub", "allexprs")),
            OtherValue("up to 20 working days after a cancellation by the seller", ("freightcourse",)),
            OtherValue("3 to 20 days after a cancellation by the seller", ("alihelper",)),
            OtherValue("3 to 10 days once the refund is complete", ("aliexpresshlp",)),
            OtherValue("within 15 days of the claim", ("buyer-protection-page",)),
            OtherValue("about a month", ("alixblog-refund",)),
            OtherValue("as AliExpress bonus with the handling fee, for cash paid in a Japanese shop", ("glarity",)),
        ),
        then=(FundedStep("japanese-shop", None, None, "business-days", ("glarity",), "start", countries=("JP",)),),
    ),
)

PAYMENT_METHODS: tuple[PaymentMethod, ...] = (
    *CARDS,
    *ONLINE,
    *LATIN_AMERICA,
    *TRANSFERS,
    *CREDITS,
    *ASIA,
    *OTHER,
)
"""Every payment method that aliorder knows, in the order in which it lists them."""

"""Where the road forks: what the buyer, the seller or AliExpress could do next, and by when it would be known."""

from __future__ import annotations

from aliorder.domain.policy import ForkRule
from aliorder.domain.vocabulary import Action, Stage

ASKING: tuple[Action, ...] = ("request-approval", "negotiate")
UNSHIPPED: tuple[Stage, ...] = ("awaiting-shipment", "cancel-requested", "part-shipped")

BEFORE_SHIPPING = (
    ForkRule("you-pay", {"action": ("pay",)}, ("S2", "S4"), acts=("paid",)),
    ForkRule("you-cancel", {"action": ("instant-cancel",)}, ("S1", "S4"), acts=("cancelled-by-buyer",)),
    ForkRule(
        "seller-agrees",
        {"stage": ("awaiting-shipment", "part-shipped"), "action": ASKING},
        ("S0", "S3"),
        acts=("cancel-requested",),
        then="cancel-accepted",
        last="cancel-answer-latest",
    ),
    ForkRule(
        "seller-agrees",
        {"stage": ("cancel-requested",)},
        ("S0", "S3"),
        then="cancel-accepted",
        last="cancel-answer-latest",
    ),
    ForkRule(
        "seller-refuses",
        {"stage": ("awaiting-shipment", "part-shipped"), "action": ASKING},
        ("S1", "S2", "S4"),
        acts=("cancel-requested",),
        then="cancel-refused",
        last="cancel-answer",
    ),
    ForkRule(
        "seller-refuses",
        {"stage": ("cancel-requested",)},
        ("S1", "S2", "S4"),
        then="cancel-refused",
        last="cancel-answer",
    ),
    ForkRule(
        "seller-silent",
        {"stage": ("awaiting-shipment",), "action": ASKING},
        ("guide-aliexpress-48h", "alifaq"),
        acts=("cancel-requested",),
        then="cancelled-by-platform",
        first="cancel-answer",
        last="cancel-answer-latest",
    ),
    ForkRule(
        "seller-silent",
        {"stage": ("cancel-requested",), "cancel_answer_latest": ("running", "unknown")},
        ("guide-aliexpress-48h", "alifaq"),
        then="cancelled-by-platform",
        first="cancel-answer",
        last="cancel-answer-latest",
    ),
    ForkRule(
        "seller-ships",
        {"stage": ("awaiting-shipment", "part-shipped"), "action": ASKING},
        ("S1", "S4"),
        acts=("cancel-requested",),
        then="shipped",
        last="ship-by",
    ),
    ForkRule(
        "seller-ships",
        {"stage": UNSHIPPED, "action": ("wait",)},
        ("S4",),
        then="shipped",
        last="ship-by",
    ),
    ForkRule(
        "closes-itself",
        {"stage": ("awaiting-shipment", "cancel-requested"), "ship_by": ("running", "passed")},
        ("S1", "api-end-reasons"),
        then="cancelled-by-platform",
        first="ship-by",
    ),
)

ON_THE_WAY = (
    ForkRule(
        "parcel-arrives",
        {"stage": ("shipped",), "why_family": ("still-wanted", "seller"), "dispute_until": ("running", "unknown")},
        ("S4",),
        then="delivered",
        last="deliver-by",
    ),
    ForkRule("you-refuse-the-parcel", {"action": ("refuse-delivery",)}, ("S0", "S4"), acts=("delivery-refused",)),
)

DISPUTES = (
    ForkRule(
        "seller-agrees-to-refund",
        {"action": ("open-dispute",), "claim": ("refund-only", "partial-refund")},
        ("faq-2018",),
        acts=("dispute-opened",),
        then="dispute-agreed",
        last="seller-answer-by",
    ),
    ForkRule(
        "seller-agrees-to-return",
        {"action": ("open-dispute",), "claim": ("return-goods",)},
        ("ssopdot-19333",),
        acts=("dispute-opened",),
        then="return-agreed",
        last="seller-answer-by",
    ),
    ForkRule(
        "seller-refuses-the-dispute",
        {"action": ("open-dispute",)},
        ("ssopdot-35242",),
        acts=("dispute-opened",),
        then="dispute-refused",
        last="seller-answer-by",
    ),
    ForkRule("seller-silent-in-dispute", {"action": ("open-dispute",)}, ("faq-2018",), acts=("dispute-opened",)),
    ForkRule(
        "seller-agrees-to-refund",
        {"stage": ("in-dispute",), "turn": ("dispute-opened",)},
        ("faq-2018",),
        then="dispute-agreed",
        last="seller-answer-by",
    ),
    ForkRule(
        "seller-refuses-the-dispute",
        {"stage": ("in-dispute",), "turn": ("dispute-opened",)},
        ("ssopdot-35242",),
        then="dispute-refused",
        last="seller-answer-by",
    ),
    ForkRule(
        "dispute-is-won",
        {"stage": ("in-dispute",), "turn": ("dispute-refused",)},
        ("viws", "ssopdot-19333"),
        then="dispute-won",
        last="platform-steps-in",
    ),
    ForkRule(
        "dispute-is-lost",
        {"stage": ("in-dispute",), "turn": ("dispute-opened", "dispute-refused")},
        ("viws", "ssopdot-19333"),
        then="dispute-lost",
        last="platform-steps-in",
    ),
    ForkRule("you-appeal", {"action": ("appeal",)}, ("hb2b-appeal",), acts=("appealed",)),
    ForkRule(
        "appeal-is-won",
        {"turn": ("appealed",)},
        ("hb2b-appeal",),
        then="dispute-won",
        last="appeal-answer",
    ),
    ForkRule(
        "you-claim-outside", {"action": ("claim-outside",)}, ("paypal-faq", "card-rules"), acts=("claimed-outside",)
    ),
)

RETURNS = (
    ForkRule("seller-agrees-to-return", {"action": ("free-return",)}, ("free-return-page",), then="return-agreed"),
    ForkRule("you-send-it-back", {"action": ("send-return",)}, ("ssopdot-19333",), acts=("return-sent",)),
    ForkRule(
        "return-arrives",
        {"turn": ("return-sent", "delivery-refused")},
        ("free-return-page", "S0"),
        then="return-received",
    ),
)

MONEY = (
    ForkRule("money-arrives", {"stage": ("refunding",)}, ("S0",), then="refund-received", last="refund-latest"),
    ForkRule("order-is-unfrozen", {"stage": ("frozen",)}, ("faq-2018",), then="unfrozen"),
)

FORKS: tuple[ForkRule, ...] = (*BEFORE_SHIPPING, *ON_THE_WAY, *DISPUTES, *RETURNS, *MONEY)
"""Every fork that the road can have; those whose `when` holds are shown, in this order."""

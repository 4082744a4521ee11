"""The entries of the site's reason menus, and which of them are true for which buyer.

A reason that is not true for the buyer is never listed, however little it costs the seller.
"""

from __future__ import annotations

from aliorder.domain.policy import Reason, ReasonRule
from aliorder.domain.vocabulary import Action

OWN_CAUSE = ("S2", "activities-2012", "rules-2020")
SELLER_CAUSE = ("S2", "activities-2012")

REASONS: tuple[Reason, ...] = (
    Reason("no-longer-needed", "none", ("S2", "S4", "activities-2012")),
    Reason("wrong-product", "none", ("S2", "S4")),
    Reason("duplicate-order", "none", ("S2",)),
    Reason("change-order", "none", ("womanishclub", "secretali")),
    Reason("change-address", "none", ("womanishclub", "secretali")),
    Reason("change-coupon", "none", ("womanishclub",)),
    Reason("change-shipping-method", "none", ("womanishclub",)),
    Reason("payment-problem", "none", ("womanishclub",)),
    Reason("change-of-mind", "none", ("S0", "free-return-page")),
    Reason("other", "neutral", ("S1", "womanishclub")),
    Reason("processing-too-long", "seller", SELLER_CAUSE),
    Reason("out-of-stock", "seller", SELLER_CAUSE),
    Reason("price-raised", "seller", SELLER_CAUSE),
    Reason("cannot-ship-as-chosen", "seller", SELLER_CAUSE),
    Reason("seller-unresponsive", "seller", SELLER_CAUSE),
    Reason("seller-refuses-to-ship", "seller", ("mirrorinfo",)),
    Reason("not-received", "seller", ("S0", "help-2022")),
    Reason("tracking-invalid", "seller", ("S2", "ssopdot-34226")),
    Reason("defective", "seller", ("S0",)),
    Reason("not-as-described", "seller", ("S0",)),
    Reason("wrong-goods", "seller", ("S0",)),
)

CANCEL: tuple[Action, ...] = ("instant-cancel", "request-approval", "negotiate")

REASON_RULES: tuple[ReasonRule, ...] = (
    ReasonRule("free-return-needs-no-fault", {"action": ("free-return",)}, ("change-of-mind",), ("free-return-page",)),
    ReasonRule(
        "own-wish-after-shipping",
        {"action": ("open-dispute",), "claim": ("return-goods",), "why_family": ("own-wish",)},
        ("change-of-mind",),
        ("S0",),
    ),
    ReasonRule(
        "tracking-is-invalid",
        {"action": ("open-dispute",), "why": ("tracking-invalid",)},
        ("tracking-invalid", "not-received"),
        ("S2",),
    ),
    ReasonRule("it-is-defective", {"action": ("open-dispute",), "why": ("defective",)}, ("defective",), ("S0",)),
    ReasonRule(
        "it-is-not-as-described",
        {"action": ("open-dispute",), "why": ("not-as-described",)},
        ("not-as-described",),
        ("S0",),
    ),
    ReasonRule("other-goods-came", {"action": ("open-dispute",), "why": ("wrong-goods",)}, ("wrong-goods",), ("S0",)),
    ReasonRule("it-did-not-come", {"action": ("open-dispute",)}, ("not-received",), ("S0", "help-2022")),
    ReasonRule(
        "not-needed-any-more",
        {"action": CANCEL, "why": ("not-needed", "cheaper-elsewhere")},
        ("no-longer-needed", "other"),
        OWN_CAUSE,
    ),
    ReasonRule(
        "ordered-the-wrong-thing",
        {"action": CANCEL, "why": ("wrong-item",)},
        ("wrong-product", "no-longer-needed", "other"),
        OWN_CAUSE,
    ),
    ReasonRule(
        "ordered-twice",
        {"action": CANCEL, "why": ("duplicate",)},
        ("duplicate-order", "no-longer-needed", "other"),
        OWN_CAUSE,
    ),
    ReasonRule(
        "another-colour-size-or-quantity",
        {"action": CANCEL, "why": ("change-details",)},
        ("change-order", "other"),
        ("womanishclub", "secretali"),
    ),
    ReasonRule(
        "another-address",
        {"action": CANCEL, "why": ("change-address",)},
        ("change-address", "other"),
        ("womanishclub", "secretali"),
    ),
    ReasonRule(
        "another-coupon", {"action": CANCEL, "why": ("change-coupon",)}, ("change-coupon", "other"), ("womanishclub",)
    ),
    ReasonRule(
        "another-shipping-method",
        {"action": CANCEL, "why": ("change-shipping",)},
        ("change-shipping-method", "other"),
        ("womanishclub",),
    ),
    ReasonRule(
        "trouble-with-the-payment",
        {"action": CANCEL, "why": ("payment-problem",)},
        ("payment-problem", "other"),
        ("womanishclub",),
    ),
    ReasonRule(
        "seller-late-beyond-ship-by",
        {
            "action": CANCEL,
            "why": ("slow-seller", "not-received", "tracking-invalid"),
            "ship_by": ("passed",),
        },
        ("other", "processing-too-long"),
        ("S1", "S2", "S4"),
    ),
    ReasonRule(
        "seller-asks-for-it",
        {"action": CANCEL, "why": ("seller-asks",)},
        ("other", "seller-refuses-to-ship"),
        ("S1", "mirrorinfo", "alihelper"),
    ),
    ReasonRule(
        "seller-is-silent",
        {"action": CANCEL, "why": ("seller-silent",)},
        ("other", "seller-unresponsive"),
        ("S1", "S2"),
    ),
    ReasonRule(
        "nothing-in-stock",
        {"action": CANCEL, "why": ("out-of-stock",)},
        ("other", "out-of-stock"),
        ("S1", "S2", "alihelper"),
    ),
    ReasonRule(
        "dearer-than-agreed", {"action": CANCEL, "why": ("price-raised",)}, ("other", "price-raised"), ("S1", "S2")
    ),
    ReasonRule(
        "cannot-be-shipped",
        {"action": CANCEL, "why": ("cannot-ship",)},
        ("other", "cannot-ship-as-chosen"),
        ("S1", "S2"),
    ),
    ReasonRule("always-true", {"action": CANCEL}, ("other",), ("S1", "S4")),
)
"""The first row that holds names the true reasons, the pick first."""

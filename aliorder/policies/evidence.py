"""What evidence each case calls for.

The guides name the order number, the proof of payment, the chat, and photos or videos of what is wrong; which of them a
case cannot do without, and what else helps it, is our judgement.
"""

from __future__ import annotations

from aliorder.domain.checklist import Need

SEEN: tuple[str, ...] = ("S3", "judgement")
TALKED: tuple[str, ...] = ("S0", "S2", "S4")
PAID: tuple[str, ...] = ("S0",)
OWN: tuple[str, ...] = ("judgement",)

NEEDS: tuple[Need, ...] = (
    Need("not-received", ("tracking",), "necessary", OWN),
    Need("not-received", ("chat",), "necessary", TALKED),
    Need("not-received", ("address",), "necessary", OWN),
    Need("not-received", ("order-page",), "helpful", OWN),
    Need("not-received", ("carrier",), "helpful", OWN),
    Need("not-received", ("payment",), "helpful", PAID),
    Need("tracking-invalid", ("tracking",), "necessary", OWN),
    Need("tracking-invalid", ("chat",), "necessary", TALKED),
    Need("tracking-invalid", ("order-page",), "helpful", OWN),
    Need("tracking-invalid", ("carrier",), "helpful", OWN),
    Need("tracking-invalid", ("payment",), "helpful", PAID),
    Need("defective", ("photo", "video"), "necessary", SEEN),
    Need("defective", ("chat",), "necessary", TALKED),
    Need("defective", ("packing",), "helpful", OWN),
    Need("defective", ("payment",), "helpful", PAID),
    Need("not-as-described", ("photo", "video"), "necessary", SEEN),
    Need("not-as-described", ("listing",), "necessary", OWN),
    Need("not-as-described", ("chat",), "necessary", TALKED),
    Need("not-as-described", ("packing",), "helpful", OWN),
    Need("not-as-described", ("payment",), "helpful", PAID),
    Need("wrong-goods", ("photo", "video"), "necessary", SEEN),
    Need("wrong-goods", ("listing", "order-page"), "necessary", OWN),
    Need("wrong-goods", ("packing",), "necessary", OWN),
    Need("wrong-goods", ("chat",), "necessary", TALKED),
    Need("wrong-goods", ("payment",), "helpful", PAID),
    Need("cancellation", ("chat",), "necessary", TALKED),
    Need("cancellation", ("order-page",), "necessary", PAID),
    Need("cancellation", ("payment",), "helpful", PAID),
    Need("return", ("posting",), "necessary", OWN),
    Need("return", ("chat",), "necessary", TALKED),
    Need("return", ("packing", "photo", "video"), "helpful", OWN),
    Need("return", ("tracking", "carrier"), "helpful", OWN),
    Need("refund", ("refund-page",), "necessary", OWN),
    Need("refund", ("statement",), "necessary", OWN),
    Need("refund", ("payment",), "necessary", PAID),
    Need("refund", ("chat",), "helpful", TALKED),
)
"""The rows of each case, the weightiest first."""

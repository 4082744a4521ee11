"""The stages as a buyer reads them. It loads nothing, for completion reads it, too."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself would take as long as all that completion does
    from collections.abc import Mapping

    from aliorder.domain.vocabulary import Stage

STAGE_LABELS: Mapping[Stage, str] = {
    "unpaid": "Not paid yet",
    "payment-verification": "Payment is being checked",
    "awaiting-shipment": "Awaiting shipment",
    "cancel-requested": "Cancellation requested",
    "part-shipped": "Partly shipped",
    "shipped": "Shipped",
    "delivered": "Delivered",
    "completed": "Receipt confirmed",
    "in-dispute": "In dispute",
    "returning": "On its way back",
    "refunding": "Money is owed to you",
    "refunded": "Refunded",
    "frozen": "Frozen",
    "closed": "Closed",
}

"""What could happen next, as a person reads it on the road ahead."""

from __future__ import annotations

from collections.abc import Mapping

from aliorder.domain.policy import ForkId

FORK_LABELS: Mapping[ForkId, str] = {
    "you-pay": "If you pay now",
    "you-cancel": "If you cancel it now",
    "seller-agrees": "If the seller agrees to cancel",
    "seller-refuses": "If the seller refuses to cancel",
    "seller-silent": "If the seller says nothing, it cancels itself",
    "seller-ships": "If the seller ships",
    "closes-itself": "If it is not shipped in time, it closes itself",
    "parcel-arrives": "If the parcel arrives",
    "you-refuse-the-parcel": "If you refuse the parcel",
    "seller-agrees-to-refund": "If the seller agrees to the refund",
    "seller-agrees-to-return": "If the seller agrees to the return",
    "seller-refuses-the-dispute": "If the seller refuses the dispute",
    "seller-silent-in-dispute": "If the seller does not answer the dispute",
    "dispute-is-won": "If AliExpress decides for you",
    "dispute-is-lost": "If AliExpress decides for the seller",
    "you-send-it-back": "If you post it now",
    "return-arrives": "If it has arrived back today",
    "money-arrives": "If the money arrives",
    "you-appeal": "If you appeal now",
    "appeal-is-won": "If the appeal is won",
    "you-claim-outside": "If you claim outside AliExpress now",
    "order-is-unfrozen": "If the order is released today",
}

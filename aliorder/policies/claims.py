"""On which rules of AliExpress a claim rests, for whoever has to decide on it: dated and cited like all policy."""

from __future__ import annotations

from aliorder.domain.claims import Basis
from aliorder.domain.vocabulary import Case

MISSING: tuple[Case, ...] = ("not-received", "tracking-invalid")
BAD: tuple[Case, ...] = ("defective", "not-as-described", "wrong-goods")

BASES: tuple[Basis, ...] = (
    Basis("full-refund-if-missing", MISSING, ("buyer-protection-page", "S0")),
    Basis("false-tracking", ("tracking-invalid",), ("ssopdot-34226",)),
    Basis("refund-if-bad", BAD, ("buyer-protection-page", "S0")),
    Basis("seller-pays-return", BAD, ("S0", "chinaparcels")),
    Basis("dispute-time", (*MISSING, *BAD), windows=("dispute-opens", "dispute-until")),
    Basis(
        "silence-is-consent",
        (*MISSING, *BAD),
        windows=("seller-answer-by",),
        after=("dispute-opened",),
        before=("dispute-refused", "dispute-lost"),
    ),
    Basis("seller-has-to-agree", ("cancellation",), ("activities-2012", "S1", "S4"), before=("shipped",)),
    Basis(
        "request-lapses",
        ("cancellation",),
        windows=("cancel-answer", "cancel-answer-latest"),
        after=("cancel-requested",),
        before=("shipped",),
    ),
    Basis("closes-unshipped", ("cancellation",), ("S1", "api-end-reasons"), before=("shipped",)),
    Basis("no-cancelling-once-shipped", ("cancellation",), ("alifaq", "S0", "S4"), after=("shipped",)),
    Basis("post-in-time", ("return",), windows=("return-by",)),
    Basis("refund-after-return", ("return",), ("free-return-page", "S0")),
    Basis("refund-time", ("refund",), method=True),
)
"""In the order in which they are told."""

"""What a buyer asks for, and on which rules that rests: pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from aliorder.domain.advice import Advice
from aliorder.domain.checklist import case_of
from aliorder.domain.order import Money, Order
from aliorder.domain.policy import WindowId
from aliorder.domain.vocabulary import WHY_FAMILIES, Action, Case, Claim, EventKind, Why

Wish = Literal[
    "full-refund",
    "partial-refund",
    "return-goods",
    "cancel",
    "take-back",
    "pay-refund",
    "extend-protection",
]
"""What can be asked of a seller, of AliExpress or of who carried the payment."""

DISPUTING: frozenset[Action] = frozenset({"open-dispute", "escalate", "appeal", "claim-outside"})
CLAIM_WISHES: dict[Claim, Wish] = {
    "refund-only": "full-refund",
    "partial-refund": "partial-refund",
    "return-goods": "return-goods",
}
ACTION_WISHES: dict[Action, Wish] = {
    "request-approval": "cancel",
    "negotiate": "cancel",
    "refuse-delivery": "take-back",
    "free-return": "take-back",
    "send-return": "take-back",
    "wait-for-refund": "pay-refund",
    "chase-refund": "pay-refund",
    "extend-protection": "extend-protection",
}


WITHOUT_AMOUNT: frozenset[Wish] = frozenset({"extend-protection"})
"""What is no money."""


class Asked(NamedTuple):
    """What is asked, and how much money that is; `amount` is `None` where no amount is known or none is asked."""

    wish: Wish
    amount: Money | None = None


class Basis(NamedTuple):
    """A rule on which claims of these cases rest; its text is found by `id`.

    It rests on `sources` and on those of its `windows`, whose figures the text tells; `method`: on those of the payment
    method. It matters only once all of `after` have happened and as long as none of `before` has.
    """

    id: str
    cases: tuple[Case, ...]
    sources: tuple[str, ...] = ()
    windows: tuple[WindowId, ...] = ()
    method: bool = False
    after: tuple[EventKind, ...] = ()
    before: tuple[EventKind, ...] = ()


def bases_of(case: Case, happened: Collection[EventKind], bases: Iterable[Basis]) -> list[Basis]:
    """The rules on which a claim of `case` rests, once events of these kinds have happened."""
    kinds = frozenset(happened)
    return [
        basis
        for basis in bases
        if case in basis.cases and kinds.issuperset(basis.after) and kinds.isdisjoint(basis.before)
    ]


def why_advised(advice: Advice) -> Why | None:
    """What is wrong by the advice itself, where the buyer has told nothing: that what should be here is not."""
    reason = advice.reason.pick.id if advice.reason else None
    return "not-received" if reason == "not-received" and advice.action.id == "open-dispute" else None


def is_granted(advice: Advice) -> bool:
    """Whether somebody has granted a refund: one that a seller's silence should bring has been granted by nobody."""
    return advice.refund is not None and advice.refund.basis == "issued"


def case_told(order: Order, advice: Advice | None) -> Case | None:
    """What the buyer of the order has to prove as it stands; `None` where nobody has told what is wrong.

    That a refund has not come is to be proved only once it was granted.
    """
    stage = advice.stage.id if advice else None
    if advice and stage == "refunding" and not is_granted(advice):
        stage = None
    return case_of(order.why or (why_advised(advice) if advice else None), stage)


def asked_by(advice: Advice) -> Asked | None:
    """What the advised action asks of others; `None` where it asks nothing, as while a parcel is on its way.

    A dispute asks for what it was opened for, until a refund is granted. The amount is the order's total; of a refund
    that was granted it is what is still to come. It is `None` for a part of the price, which only the buyer can name,
    and for longer protection, which is no money.
    """
    wish = wish_of(advice)
    if wish is None:
        return None
    if wish == "pay-refund":
        return Asked(wish, advice.refund.amount if advice.refund else None)
    return Asked(wish, None if wish == "partial-refund" or wish in WITHOUT_AMOUNT else advice.order.total)


def wish_of(advice: Advice) -> Wish | None:
    """What the advised action asks for."""
    action, stage = advice.action, advice.stage.id
    if action.id in DISPUTING or stage == "in-dispute":
        return CLAIM_WISHES[action.claim] if action.claim else usual_wish(advice.order)
    if stage == "cancel-requested":
        return "cancel"
    if stage == "returning":
        return "take-back"
    wish = ACTION_WISHES.get(action.id)
    return usual_wish(advice.order) if wish == "pay-refund" and not is_granted(advice) else wish


def usual_wish(order: Order) -> Wish:
    """What a dispute about this order is for, going by what the buyer says is wrong."""
    if order.why is None or WHY_FAMILIES[order.why] == "missing":
        return "full-refund"
    if WHY_FAMILIES[order.why] == "bad" and order.keep:
        return "partial-refund"
    return "return-goods"

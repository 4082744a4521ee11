"""The money on its way as the JSON document `aliorder.refunds/1`."""

from __future__ import annotations

from collections.abc import Sequence

from aliorder.domain.experience import Experience
from aliorder.domain.outstanding import Outstanding, sums_of, totals
from aliorder.exporters.advice_document import refund_document
from aliorder.exporters.fields import Document


def refunds_document(found: Sequence[Outstanding]) -> Document:
    """The refunds in their order, and what they come to; amounts are decimal text."""
    return {
        "schema": "aliorder.refunds/1",
        "refunds": [outstanding_entry(each) for each in found],
        "totals": [
            {"currency": total.currency, "amount": format(total.amount, "f"), "overdue": format(total.overdue, "f")}
            for total in totals(found)
        ],
        "unknown_amounts": sums_of(found).unknown,
    }


def outstanding_entry(found: Outstanding) -> Document:
    """One refund, with the order that it is for; `days_left` is negative once it is overdue."""
    order, advice = found.advice.order, found.advice
    return {
        "order": order.number,
        "title": order.title,
        "stage": advice.stage.id,
        "action": advice.action.id,
        "overdue": found.overdue,
        "days_left": found.days_left,
        "refund": refund_document(found.refund),
    }


def experience_document(own: Experience) -> Document:
    """What the buyer's own refunds by a method took, in business days of a calendar."""
    return {
        "method": own.method,
        "least": own.least,
        "most": own.most,
        "count": own.count,
        "unit": "business-days",
        "calendar": own.calendar,
    }

"""`aliorder payments`: how long refunds take, by payment method."""

from __future__ import annotations

from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain.policy import PaymentMethod, valid_on
from aliorder.exporters.policy_document import method_entry
from aliorder.render.lists import show_table
from aliorder.render.table import Column

COLUMNS = (Column("method"), Column("name"), Column("refund takes"), Column("good to know", fixed=False))
STARTS = {
    "processed": "from the refund's processing",
    "bank-form-filled": "from the bank form",
    "payout-asked": "from taking it out of the Alipay account",
}


def run(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.payments/1).")] = False,
) -> None:
    """The payment methods, and how long a refund takes by each.

    Where a source says days and names no unit, the last of them is counted in business days, to be safe.

    \b
    Examples:
      aliorder payments
    """
    session: Session = ctx.obj
    methods = tuple(valid_on(method, session.now.date()) for method in session.figures.methods.values())
    if as_json:
        print_json({"schema": "aliorder.payments/1", "payments": [method_entry(method) for method in methods]})
    else:
        show_table(
            COLUMNS, [(method.id, method.label, takes(method), method.note or "") for method in methods], session.paper
        )


def takes(method: PaymentMethod) -> str:
    """The range of a method in words."""
    if method.maximum is None:
        return "comes as a coupon"
    if method.maximum == 0:
        return "at once"
    remark = " (yours)" if method.overrides else " (general figure)" if method.fallback else ""
    unit = "business days" if method.unit == "business-days" else "days"
    start = "" if method.start == "processed" else f" {STARTS[method.start]}"
    least = "" if method.minimum == method.maximum else f"{method.minimum or 0}-"
    return f"{least}{method.maximum} {unit if method.maximum != 1 else unit[:-1]}{start}{remark}"

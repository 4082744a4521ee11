"""`aliorder reasons`: which reason to give, ranked by what it costs the seller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from aliorder.cli.output import print_json
from aliorder.cli.session import Session
from aliorder.domain.policy import Policy, Reason
from aliorder.domain.rules import holds
from aliorder.domain.typed import one_of
from aliorder.domain.vocabulary import STAGES, WHY_FAMILIES, WHYS, Stage, Why
from aliorder.exporters.advice_document import reason_entry
from aliorder.render.lists import show_table
from aliorder.render.table import Column
from aliorder.words.labels import PENALTY_LABELS, REASON_LABELS, WHY_LABELS
from aliorder.words.telling import trade_off

COLUMNS = (Column("why"), Column("reason"), Column("in the menu", fixed=False), Column("costs", fixed=False))
GOODS_SENT: tuple[Stage, ...] = ("shipped", "delivered", "completed", "in-dispute", "returning")
NO_MENU: tuple[Stage, ...] = ("unpaid", "refunding", "refunded", "frozen", "closed")


def run(
    ctx: typer.Context,
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help="The stage of the order.")] = None,
    why: Annotated[str | None, typer.Option(metavar="WHY", help="Your true situation.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (schema aliorder.reasons/1).")] = False,
) -> None:
    """The true reasons for a situation, the least costly first.

    The cost is the seller's. Without --why, for every situation. If the page lacks a reason, take the next.

    \b
    Examples:
      aliorder reasons --why out-of-stock
      aliorder reasons --stage delivered --why defective
    """
    session: Session = ctx.obj
    stages = (one_of(stage, STAGES, "stage"),) if stage else ()
    whys = (one_of(why, WHYS, "why"),) if why else WHYS
    found = [(each, true_reasons(session.figures, each, stages)) for each in whys]
    if as_json:
        print_json({"schema": "aliorder.reasons/1", "reasons": [entry(each, reasons) for each, reasons in found]})
        return
    rows = [
        (each, reason.id, REASON_LABELS[reason.id], PENALTY_LABELS[reason.penalty])
        for each, reasons in found
        for reason in reasons
    ]
    show_table(COLUMNS, rows, session.paper)


def true_reasons(policy: Policy, why: Why, stages: Sequence[Stage]) -> tuple[Reason, ...]:
    """The reasons that are true for `why`: in the given stage, else in the one where it usually comes up."""
    stage = stages[0] if stages else usual_stage(why)
    if stage in NO_MENU:
        return ()
    facts = {
        "action": "open-dispute" if stage in GOODS_SENT else "request-approval",
        "claim": "return-goods" if stage in GOODS_SENT else "none",
        "why": why,
        "why_family": WHY_FAMILIES[why],
        "ship_by": "passed",
    }
    rule = next(rule for rule in policy.reason_rules if holds(rule, facts))
    return tuple(policy.reasons[name] for name in rule.then)


def usual_stage(why: Why) -> Stage:
    """The stage in which a buyer has this trouble."""
    return "delivered" if WHY_FAMILIES[why] in ("missing", "bad") else "awaiting-shipment"


def entry(why: Why, reasons: Sequence[Reason]) -> dict[str, object]:
    """The reasons of one situation as JSON, the pick first."""
    return {
        "why": why,
        "label": WHY_LABELS[why],
        "reasons": [{**reason_entry(reason), "trade_off": trade_off(reason.penalty)} for reason in reasons],
    }

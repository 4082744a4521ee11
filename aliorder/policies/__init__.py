"""What AliExpress does, as data: typed tables, dated and cited, without logic."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from aliorder.domain.policy import Policy, ReasonRule, WarningRule
from aliorder.domain.statuses import by_text
from aliorder.domain.vocabulary import ACTIONS as ACTION_IDS
from aliorder.domain.vocabulary import Action
from aliorder.policies.actions import ACTIONS
from aliorder.policies.forks import FORKS
from aliorder.policies.payment_methods import PAYMENT_METHODS
from aliorder.policies.quarrels import QUARRELS
from aliorder.policies.reasons import REASON_RULES, REASONS
from aliorder.policies.seller_holidays import SELLER_HOLIDAYS
from aliorder.policies.site_status import SITE_STATUSES
from aliorder.policies.sources import SOURCES
from aliorder.policies.stages import STAGES
from aliorder.policies.warnings import WARNINGS
from aliorder.policies.windows import WINDOWS

Row = TypeVar("Row", ReasonRule, WarningRule)


def rows_for(action: Action, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows that can hold beside `action`: those that ask for it, and those that ask for none."""
    return tuple(row for row in rows if action in row.when.get("action", ACTION_IDS))


@cache
def load_policy() -> Policy:
    """The policy that ships with aliorder, each table under the ids of its rows."""
    return Policy(
        sources={source.id: source for source in SOURCES},
        windows={window.id: window for window in WINDOWS},
        methods={method.id: method for method in PAYMENT_METHODS},
        statuses=SITE_STATUSES,
        status_texts=by_text(SITE_STATUSES),
        stages=STAGES,
        actions=ACTIONS,
        reasons={reason.id: reason for reason in REASONS},
        reason_rules=REASON_RULES,
        warnings=WARNINGS,
        reasons_for={action: rows_for(action, REASON_RULES) for action in ACTION_IDS},
        warnings_for={action: rows_for(action, WARNINGS) for action in ACTION_IDS},
        forks=FORKS,
        quarrels=QUARRELS,
        seller_holidays=SELLER_HOLIDAYS,
    )

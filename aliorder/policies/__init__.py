"""What AliExpress does, as data: typed tables, dated and cited, without logic."""

from __future__ import annotations

from functools import cache

from aliorder.domain.policy import Policy, Table
from aliorder.domain.statuses import by_text
from aliorder.policies.actions import ACTIONS
from aliorder.policies.forks import FORKS
from aliorder.policies.payment_methods import PAYMENT_METHODS
from aliorder.policies.quarrels import QUARRELS
from aliorder.policies.reasons import REASON_RULES, REASONS
from aliorder.policies.seller_holidays import SELLER_HOLIDAYS
from aliorder.policies.seller_hours import SELLER_HOURS, SHORT_HOLIDAYS
from aliorder.policies.site_status import SITE_STATUSES
from aliorder.policies.sources import SOURCES
from aliorder.policies.stages import STAGES
from aliorder.policies.warnings import WARNINGS
from aliorder.policies.windows import WINDOWS


@cache
def load_policy() -> Policy:
    """The policy that ships with aliorder, each table under the ids of its rows."""
    return Policy(
        sources={source.id: source for source in SOURCES},
        windows={window.id: window for window in WINDOWS},
        methods={method.id: method for method in PAYMENT_METHODS},
        statuses=SITE_STATUSES,
        status_texts=by_text(SITE_STATUSES),
        stages=Table(STAGES),
        actions=ACTIONS,
        reasons={reason.id: reason for reason in REASONS},
        reason_rules=Table(REASON_RULES),
        warnings=Table(WARNINGS),
        forks=FORKS,
        quarrels=QUARRELS,
        seller_holidays=SELLER_HOLIDAYS,
        short_holidays=SHORT_HOLIDAYS,
        seller_hours=SELLER_HOURS,
    )

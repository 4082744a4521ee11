"""The sheet on which the facts about an order are noted, each when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from aliorder.domain.dates import Calendar
from aliorder.domain.findings import DueDate, Refund
from aliorder.domain.order import UNKNOWN, Order, When
from aliorder.domain.policy import DeadlineId, PaymentMethod, Policy, Window, WindowId, valid_on
from aliorder.domain.timeline import Timeline, timeline_of
from aliorder.domain.vocabulary import EventKind


class Facts(dict[str, str]):
    """The facts about one order at one moment: `facts["stage"]` is worked out when first asked for.

    The names and values are those of `aliorder.domain.policy.Given`. `stage`, `action` and `claim`
    are decisions: `advise` sets them as it takes them. `owed` is the refund that is owed, if any.
    """

    def __init__(
        self, order: Order, policy: Policy, now: datetime, calendar: Calendar, table: Mapping[str, Reckoning]
    ) -> None:
        super().__init__()
        self.table = table
        self.order = order
        self.policy = policy
        self.now = now
        self.calendar = calendar
        self.timeline: Timeline = timeline_of(order, policy.status_texts, now)
        self.windows_used: set[WindowId] = set()
        self.due_dates: dict[DeadlineId, DueDate | None] = {}
        self.owed: Refund | None = None

    def __missing__(self, name: str) -> str:
        value = self[name] = self.table[name](self)
        return value

    def when(self, kind: EventKind) -> When:
        """When the newest event of `kind` came; `UNKNOWN` if it did not, or on a day unknown."""
        event = self.timeline.last.get(kind)
        return event.when if event else UNKNOWN

    def window(self, name: WindowId) -> Window:
        """The window of that name as it holds now; it is noted as one that this advice rests on."""
        self.windows_used.add(name)
        return valid_on(self.policy.windows[name], self.now.date())

    @property
    def method(self) -> PaymentMethod | None:
        """The order's payment method, `None` if it is not known."""
        found = self.policy.methods.get(self.order.payment or "")
        return found and valid_on(found, self.now.date())

    @property
    def method_or_fallback(self) -> PaymentMethod:
        """The order's payment method, or the one whose figures hold for any."""
        return self.method or self.policy.methods["other"]


Reckoning = Callable[[Facts], str]
"""How one fact is worked out from what the sheet holds."""

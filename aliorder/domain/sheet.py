"""The sheet on which the facts about an order are noted, each when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from aliorder.domain.amounts import Amounts
from aliorder.domain.dates import Calendar, later
from aliorder.domain.findings import Refund
from aliorder.domain.order import UNKNOWN, Order, When
from aliorder.domain.outlook import DueDate
from aliorder.domain.policy import DeadlineId, Figure, PaymentMethod, Policy, Window, WindowId
from aliorder.domain.timeline import Timeline, timeline_of, yet_to_count
from aliorder.domain.vocabulary import EventKind

ONE_SECOND = timedelta(seconds=1)


class Facts(dict[str, str]):
    """The facts about one order at one moment: `facts["stage"]` is worked out when first asked for.

    The names and values are those of `aliorder.domain.policy.Given`. `stage`, `action` and `claim`
    are decisions: `advise` sets them as it takes them. `payment` is the order's payment method, else the buyer's usual
    one; `owed` is the refund that is owed, if any.
    """

    def __init__(
        self, order: Order, policy: Policy, now: datetime, calendar: Calendar, table: Mapping[str, Reckoning]
    ) -> None:
        super().__init__()
        self.table = table
        self.order = order
        self.policy = policy
        self.payment = policy.paid_by(order.payment)
        self.now = now
        self.instant = now.astimezone(UTC)
        self.calendar = calendar
        self.timeline: Timeline = timeline_of(order, policy.status_texts, now)
        self.windows_used: set[WindowId] = set()
        self.due_dates: dict[DeadlineId, DueDate | None] = {}
        self.owed: Refund | None = None
        self.amounts: Amounts | None = None
        self.ends: list[datetime] = []
        self.beginnings: list[datetime] = []

    def __missing__(self, name: str) -> str:
        value = self[name] = self.table[name](self)
        return value

    def is_over(self, at: datetime) -> bool:
        """Whether the moment `at` has passed; `at` itself has not. That it will pass is noted."""
        if self.instant > at:
            return True
        self.ends.append(at)
        return False

    def has_begun(self, at: datetime) -> bool:
        """Whether the moment `at` is here. That it will come is noted."""
        if self.instant >= at:
            return True
        self.beginnings.append(at)
        return False

    def has_come(self, day: date) -> bool:
        """Whether it is `day` or later where the user is. That it will come is noted."""
        if self.now.date() >= day:
            return True
        self.beginnings.append(datetime.combine(day, time(), self.now.tzinfo))
        return False

    @property
    def next_change(self) -> datetime | None:
        """The first moment after `now` at which anything that was asked of this sheet may be answered otherwise.

        Every question about time goes through `is_over`, `has_begun` and `has_come`, so nothing changes before; `None`
        if time alone changes nothing. It is a whole second or the beginning of something recorded.
        """
        ends = (later(at.replace(microsecond=0), ONE_SECOND) for at in self.ends)
        return min(chain(ends, self.beginnings, yet_to_count(self.order, self.now)), default=None)

    def when(self, kind: EventKind) -> When:
        """When the newest event of `kind` came; `UNKNOWN` if it did not, or on a day unknown."""
        event = self.timeline.last.get(kind)
        return event.when if event else UNKNOWN

    def window(self, name: WindowId) -> Window:
        """The window of that name as it holds now; it is noted as one that this advice rests on."""
        self.windows_used.add(name)
        return self.as_of_now(self.policy.windows[name])

    def as_of_now(self, figure: Figure) -> Figure:
        """The figure as it holds now."""
        if figure.valid_from is None or self.has_come(figure.valid_from):
            return figure
        return self.as_of_now(figure.before) if figure.before is not None else figure

    @property
    def method(self) -> PaymentMethod | None:
        """The order's payment method, `None` if it is not known."""
        found = self.policy.methods.get(self.payment or "")
        return found and self.as_of_now(found)

    @property
    def method_or_fallback(self) -> PaymentMethod:
        """The order's payment method, or the one whose figures hold for any."""
        return self.method or self.as_of_now(self.policy.methods["other"])


Reckoning = Callable[[Facts], str]
"""How one fact is worked out from what the sheet holds."""

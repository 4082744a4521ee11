from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from aliorder.domain.order import Event, Item, Money, Order, When
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, stored

PARCEL = "LB123456789CN"
PLAIN = replace(CABLE, number="8123000000000009", alias=None, tracking=None, title="Other", items=(), total=None)
CABLE_ITEM = replace(PLAIN, number="8123000000000008", items=(Item(None, "USB cable"),))
SAME_SUM = replace(PLAIN, number="8123000000000007", total=Money(Decimal("12.2"), "USD"))
OTHER_MONEY = replace(PLAIN, number="8123000000000006", total=Money(Decimal("12.20"), "EUR"))
OTHERS = [OTHER_MONEY, SAME_SUM, CABLE_ITEM, PLAIN]
KEPT = [CABLE, LAMP, SOCKS, *OTHERS]


@pytest.mark.parametrize(
    "order, found",
    [
        (Order(tracking=PARCEL), [CABLE]),
        (Order(tracking=PARCEL, title="Lamp"), [CABLE]),
        (Order(tracking="LB0", title="Lamp"), [LAMP]),
        (Order(title="USB cable"), [CABLE_ITEM, CABLE]),
        (Order(items=(Item(None, "Lamp"), Item(None, None), Item(None, "Other"))), [*OTHERS, LAMP]),
        (Order(total=Money(Decimal("12.200"), "USD")), [SAME_SUM, CABLE]),
        (Order(title="lamp", total=Money(Decimal("12.20"), "EUR")), [OTHER_MONEY]),
        (Order(total=Money(Decimal("12.21"), "USD")), []),
        (Order(), []),
    ],
)
def test_what_tells_most_decides(tmp_path: Path, order: Order, found: list[Order]) -> None:
    with OrderStore.open(stored(tmp_path, KEPT)) as store:
        assert store.linked(order) == found


def bought(days: int) -> Order:
    paid = Event("paid", When(at=NOW - timedelta(days=days)))
    return Order(number=str(10**15 + days), title="Lamp", total=Money(Decimal("4.99"), "EUR"), events=(paid,))


@pytest.mark.parametrize("facts", [{"title": "Lamp"}, {"total": Money(Decimal("4.99"), "EUR")}])
def test_of_many_the_nearest_in_time_come_first(tmp_path: Path, facts: dict[str, object]) -> None:
    asked = Order(events=(Event("placed", When()), Event("paid", When(date(2026, 3, 25)))), **facts)  # type: ignore[arg-type]
    with OrderStore.open(stored(tmp_path, [LAMP, *map(bought, range(100))])) as store:
        found = store.linked(asked)
        assert found == [
            bought(days) for days in (40, 39, 41, 38, 42, 37, 43, 36, 44, 35, 45, 34, 46, 33, 47, 32, 48, 31, 49, 30)
        ]


def test_a_parcel_is_found_without_passing_every_order(tmp_path: Path) -> None:
    with OrderStore.open(stored(tmp_path, KEPT)) as store:
        plan = store._connection.execute("EXPLAIN QUERY PLAN SELECT number FROM orders WHERE tracking = ?", ("x",))
        assert "USING INDEX orders_tracking" in plan.fetchone()[3]


def test_only_so_many_titles_are_looked_for(tmp_path: Path) -> None:
    many = tuple(Item(None, f"title {place}") for place in range(5000))
    with OrderStore.open(stored(tmp_path, [LAMP])) as store:
        assert store.linked(Order(title="Lamp", items=many)) == [LAMP]

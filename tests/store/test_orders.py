from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from sqlite3 import SQLITE_LIMIT_VARIABLE_NUMBER
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aliorder.domain.order import Event, Item, Money, Order, When
from aliorder.errors import UsageError
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, stored
from tests.strategies import orders


def many_orders() -> st.SearchStrategy[list[Order]]:
    """Up to six orders that can stand side by side: no number and no alias twice."""
    unique = (lambda order: order.number, lambda order: order.alias or order.number)
    return st.lists(orders(), max_size=6, unique_by=unique)


@given(many_orders())
def test_what_is_stored_is_read_back_unchanged_and_sorted_by_number(given_orders: list[Order]) -> None:
    with TemporaryDirectory() as folder:
        stored(Path(folder), given_orders)
        assert all_in(Path(folder)) == tuple(sorted(given_orders, key=lambda order: order.number or ""))


@given(orders())
def test_one_order_is_read_back_unchanged(order: Order) -> None:
    with TemporaryDirectory() as folder, OrderStore.open(stored(Path(folder), [order])) as store:
        assert store.get(order.number or "") == order


@given(many_orders(), st.integers(1, 4))
def test_orders_one_after_the_other_are_all_orders(given_orders: list[Order], batch: int) -> None:
    with TemporaryDirectory() as folder, OrderStore.open(stored(Path(folder), given_orders)) as store:
        assert tuple(store.each(batch)) == store.all()


def test_whoever_takes_orders_slowly_keeps_nobody_from_writing(tmp_path: Path) -> None:
    stored(tmp_path, [SOCKS, CABLE, LAMP])
    with OrderStore.open(tmp_path) as store:
        orders = store.each(batch=1)
        first = next(orders)
        stored(tmp_path, [replace(LAMP, title="Lamp, green")])
        assert (first, *orders) == (SOCKS, CABLE, replace(LAMP, title="Lamp, green"))


def test_orders_are_whole_in_whatever_order_they_were_kept(tmp_path: Path) -> None:
    many = [replace(CABLE, number=str(10**15 + index * 7919 % 1500), alias=None) for index in range(1500)]
    read = tuple(sorted(many, key=lambda order: order.number or ""))
    with OrderStore.open(stored(tmp_path, many)) as store:
        assert store.all() == read
        assert tuple(store.each()) == read


def test_no_query_takes_more_values_than_every_sqlite_allows(tmp_path: Path) -> None:
    many = [Order(number=str(10**15 + index)) for index in range(3300)]
    with OrderStore.open(stored(tmp_path, many), write=True) as store:
        with store.transaction("remove", NOW):
            for index, order in enumerate(many):
                if index % 3:
                    store.delete(order.number or "")
        store._connection.setlimit(SQLITE_LIMIT_VARIABLE_NUMBER, 999)
        assert store.all() == tuple(store.each()) == tuple(many[::3])
        assert tuple(store.awake("policy 1", NOW).orders) == tuple(many[::3])


def test_amounts_keep_every_digit(tmp_path: Path) -> None:
    order = Order(number="8123000000000001", total=Money(Decimal("12.300"), "USD"))
    (read,) = all_in(stored(tmp_path, [order]))
    assert str(read.total and read.total.amount) == "12.300"


def test_an_unknown_number_is_no_order(tmp_path: Path) -> None:
    with OrderStore.open(stored(tmp_path, [CABLE])) as store:
        assert store.get("8123") is None


def test_putting_an_order_again_replaces_all_of_it(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    smaller = Order(number=CABLE.number, notes=("only this",))
    stored(tmp_path, [smaller])
    assert all_in(tmp_path) == (smaller, LAMP)


def test_deleting_takes_the_order_and_nothing_else(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("remove", NOW):
        assert store.delete(CABLE.number or "") is True
        assert store.delete("8123") is False
    assert all_in(tmp_path) == (LAMP,)


def test_a_transaction_sees_its_own_changes(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("add", NOW):
        store.put(CABLE)
        assert (store.get(CABLE.number or ""), store.all(), store.find("cable")) == (CABLE, (CABLE,), CABLE)


def test_a_transaction_that_fails_changes_nothing(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])

    def orders_until_interrupted() -> Iterator[Order]:
        yield LAMP
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stored(tmp_path, orders_until_interrupted())
    assert all_in(tmp_path) == (CABLE,)


def test_a_refused_order_leaves_the_others_of_its_command(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("import", NOW):
        store.put(CABLE)
        with pytest.raises(UsageError):
            store.put(replace(LAMP, alias="cable"))
        store.put(SOCKS)
    assert all_in(tmp_path) == (SOCKS, CABLE)


def test_changes_need_a_transaction_and_transactions_do_not_nest(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store:
        with pytest.raises(RuntimeError):
            store.put(CABLE)
        with pytest.raises(RuntimeError):
            store.delete("8123000000002345")
        with store.transaction("add", NOW):
            store.put(CABLE)
            with pytest.raises(RuntimeError), store.transaction("add", NOW):
                pass
            with pytest.raises(RuntimeError):
                store.undo()
    assert all_in(tmp_path) == (CABLE,)


@pytest.mark.parametrize(
    "order, message",
    [
        (Order(title="no number"), "an order needs its number before it can be stored"),
        (
            Order(number="8123", events=(Event("paid", When(at=datetime(2026, 5, 4))),)),  # noqa: DTZ001
            'order 8123 cannot be stored: at: "2026-05-04T00:00:00" is not a moment with its offset',
        ),
        (
            Order(number="8123", total=Money(Decimal("NaN"), "USD")),
            'order 8123 cannot be stored: total: "NaN" is not an amount',
        ),
        (
            Order(number="8123", items=(Item(None, None, 10**30),)),
            f'order 8123 cannot be stored: quantity: "{10**30}" is not a number of pieces',
        ),
        (Order(number="8123", title="half \udc80"), "order 8123 cannot be stored: title: it holds half a character"),
    ],
)
def test_what_could_not_be_read_back_is_not_stored(tmp_path: Path, order: Order, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        stored(tmp_path, [order])
    assert refused.value.message == message
    assert all_in(tmp_path) == ()


@pytest.mark.parametrize(
    "alias, message",
    [
        ("cable", 'the alias "cable" already belongs to order 8123000000002345'),
        ("CABLE", 'the alias "CABLE" already belongs to order 8123000000002345'),
        ("8190", '"8190" cannot be an alias: it looks like an order number'),
        ("8190-0000.11", '"8190-0000.11" cannot be an alias: it looks like an order number'),
        ("my lamp", '"my lamp" cannot be an alias'),
        ("٣٤٥٦", '"٣٤٥٦" cannot be an alias: it looks like an order number'),
        ("", '"" cannot be an alias'),
        (" lamp", '"lamp" cannot be an alias'),
        ("la\x1bmp", '"la mp" cannot be an alias'),
    ],
)
def test_an_alias_is_free_and_is_no_number(tmp_path: Path, alias: str, message: str) -> None:
    stored(tmp_path, [CABLE])
    with pytest.raises(UsageError) as refused:
        stored(tmp_path, [replace(LAMP, alias=alias)])
    assert refused.value.message == message


def test_an_alias_given_up_can_be_taken_in_the_same_command(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    moved = [replace(CABLE, alias=None), replace(LAMP, alias="cable")]
    assert all_in(stored(tmp_path, moved)) == tuple(moved)


def test_orders_are_found_by_what_happened_to_them(tmp_path: Path) -> None:
    many = [Order(number=f"81{place:04}", events=(Event("paid", When()),) * 2) for place in range(1001)]
    with OrderStore.open(stored(tmp_path, [CABLE, LAMP, *many])) as store:
        assert store.with_event("refund-started") == (CABLE,)
        assert store.with_event("frozen") == ()
        assert store.with_event("paid") == (*many, CABLE)

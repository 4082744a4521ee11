"""Many orders in one transaction: what an import needs, with the meaning of one order after the other."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import WRITABLE, Money, Order
from aliorder.errors import UsageError
from aliorder.store.orders import OrderStore
from aliorder.store.reading import BATCH
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, note_at, posix_only, put, stored
from tests.strategies import orders

NUMBERS = ("81230001", "81230002", "81230003", "81230004")
NOT_READABLE = replace(SOCKS, total=Money(Decimal("NaN"), "USD"))


def put_many(folder: Path, given_orders: Sequence[Order], *, bulk: bool = True) -> int:
    with OrderStore.open(folder, write=True) as store, store.transaction("import", NOW, bulk=bulk):
        return store.put_many(given_orders)


def numbered(count: int, title: str | None = None) -> list[Order]:
    return [Order(number=str(10**15 + index), title=title) for index in range(count)]


def test_many_are_read_by_their_numbers(tmp_path: Path) -> None:
    many = numbered(BATCH * 2 + 1)
    numbers = [order.number or "" for order in many]
    with OrderStore.open(stored(tmp_path, [CABLE, *many])) as store:
        assert store.get_many([*numbers, "8123", numbers[0]]) == dict(zip(numbers, many, strict=True))
        assert store.get_many([]) == {}
        assert store.count() == len(many) + 1


def outcome(folder: Path, many: Sequence[Order], *, at_once: bool) -> tuple[tuple[Order, ...], tuple[Order, ...]]:
    """What is in a store after the orders were put, and after that was undone."""
    with OrderStore.open(folder, write=True) as store:
        with store.transaction("import", NOW):
            if at_once:
                store.put_many(many)
            else:
                for order in many:
                    store.put(order)
        after = store.all()
        if after != (CABLE, LAMP):
            store.undo()
        return after, store.all()


few_orders = st.lists(orders(st.sampled_from(NUMBERS)), max_size=8)
names = st.sampled_from((None, None, "cable", "lamp", "pen"))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from((*NUMBERS, CABLE.number, LAMP.number)), names), max_size=8), st.data())
def test_putting_many_is_putting_one_after_the_other(given_names: list[tuple[str, str]], data: st.DataObject) -> None:
    many = [data.draw(orders(st.just(number))) for number, _ in given_names]
    many = [replace(order, alias=alias) for order, (_, alias) in zip(many, given_names, strict=True)]
    outcomes: list[object] = []
    for at_once in (True, False):
        with TemporaryDirectory() as name:
            folder = stored(Path(name), [CABLE, LAMP])
            try:
                outcomes.append(outcome(folder, many, at_once=at_once))
            except UsageError as error:
                outcomes.append((error.message, all_in(folder)))
    assert outcomes[0] == outcomes[1]


def test_it_says_how_many_were_new_or_changed(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    assert put_many(tmp_path, [CABLE, replace(LAMP, title="Lamp, green"), SOCKS]) == 2
    assert put_many(tmp_path, [CABLE, SOCKS]) == 0
    assert all_in(tmp_path) == (SOCKS, CABLE, replace(LAMP, title="Lamp, green"))


def test_a_number_that_comes_twice_is_put_twice(tmp_path: Path) -> None:
    assert put_many(tmp_path, [SOCKS, replace(SOCKS, title="Wool socks"), CABLE, replace(SOCKS, title="Socks")]) == 4
    assert all_in(tmp_path) == (replace(SOCKS, title="Socks"), CABLE)


def test_an_alias_given_up_can_be_taken_by_a_later_one(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    moved = [replace(CABLE, alias=None), replace(LAMP, alias="cable")]
    assert put_many(tmp_path, moved) == 2
    assert all_in(tmp_path) == tuple(moved)


@pytest.mark.parametrize(
    "bad, message",
    [
        (NOT_READABLE, 'order 3040777700001111 cannot be stored: total: "NaN" is not an amount'),
        (replace(SOCKS, alias="cable"), 'the alias "cable" already belongs to order 8123000000002345'),
        (Order(title="no number"), "an order needs its number before it can be stored"),
        (Order(number=""), "an order needs its number before it can be stored"),
    ],
)
def test_if_one_is_refused_none_is_put_and_the_rest_can_be_put_one_by_one(
    tmp_path: Path, bad: Order, message: str
) -> None:
    stored(tmp_path, [CABLE], "add")
    lamp = replace(LAMP, alias="light")
    with OrderStore.open(tmp_path, write=True) as store:
        with store.transaction("import", NOW):
            with pytest.raises(UsageError) as refused:
                store.put_many([*numbered(BATCH), lamp, bad])
            assert (refused.value.message, store.all()) == (message, (CABLE,))
            store.put(lamp)
        assert store.all() == (CABLE, lamp)
        assert (store.undo().command, store.all()) == ("import", (CABLE,))


def test_a_command_of_which_nothing_was_put_is_not_undone(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE], "add")
    with OrderStore.open(tmp_path, write=True) as store:
        with store.transaction("import", NOW), pytest.raises(UsageError):
            store.put_many([LAMP, replace(SOCKS, alias="cable")])
        assert store.undo().command == "add"


def test_what_the_buyer_wrote_is_kept_as_such(tmp_path: Path) -> None:
    own = [
        replace(order, own=frozenset(names)) for order, names in ((CABLE, WRITABLE), (LAMP, ("title",)), (SOCKS, ()))
    ]
    assert all_in(stored(tmp_path, own)) == (own[2], own[0], own[1])


def test_an_import_larger_than_the_memory_for_it_is_whole_and_can_be_undone(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    many = numbered(9000, "x" * 4000)
    with OrderStore.open(tmp_path, write=True) as store:
        with store.transaction("import", NOW, bulk=True):
            for start in range(0, len(many), BATCH):
                store.put_many(many[start : start + BATCH])
            assert (tmp_path / "orders.db").stat().st_size > 20_000_000
        assert store.all() == (*many, CABLE)
        assert store._connection.execute("PRAGMA cache_spill").fetchone() == (0,)
        assert (store.undo().orders, store.all()) == (len(many), (CABLE,))


def put_and_fail(store: OrderStore, many: Sequence[Order]) -> None:
    with store.transaction("import", NOW, bulk=True):
        store.told([order.number or "" for order in many])
        store.put_many(many)
        store.put(NOT_READABLE)


def test_a_large_import_that_fails_changes_nothing(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    with OrderStore.open(tmp_path, write=True) as store:
        with pytest.raises(UsageError):
            put_and_fail(store, numbered(9000, "x" * 4000))
        assert store.all() == (CABLE,)


def test_the_numbers_told_before_are_known_within_a_transaction_only(tmp_path: Path) -> None:
    many = [order.number or "" for order in numbered(BATCH + 1)]
    with OrderStore.open(tmp_path, write=True) as store:
        for _ in range(2):
            with store.transaction("import", NOW):
                assert (store.told_count(), store.told([])) == (0, set())
                assert store.told(["81", "82", "81"]) == set()
                assert store.told(["82", "83", *many]) == {"82"}
                assert store.told(["84", *many]) == set(many)
                assert store.told_count() == 4 + len(many)
        with pytest.raises(RuntimeError):
            store.told(["81"])


def test_a_transaction_that_fails_forgets_what_it_was_told(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store:
        with pytest.raises(UsageError):
            put_and_fail(store, numbered(1))
        with store.transaction("import", NOW):
            assert store.told([numbered(1)[0].number or ""]) == set()


@posix_only
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux shows the files that are open")
def test_what_was_told_lies_where_nobody_else_can_read_it(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("import", NOW):
        store.told([str(10**15 + number) for number in range(200_000)])
        kept = [path for path in Path("/proc/self/fd").iterdir() if os.path.lexists(path)]
        temporary = [path for path in kept if "(deleted)" in str(path.readlink())]
        assert {stat.S_IMODE(path.stat().st_mode) for path in temporary} == {0o600}


def test_changes_are_told_from_before_to_after(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    green = replace(LAMP, title="Lamp, green")
    many = numbered(BATCH + 1)
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("import", NOW):
        assert list(store.changes()) == []
        store.put_many([CABLE, green, SOCKS, *many])
        assert list(store.changes()) == [*((None, order) for order in many), (None, SOCKS), (LAMP, green)]
        store.delete(CABLE.number or "")
        store.delete(SOCKS.number or "")
        store.put_many([LAMP, *(replace(order, title="x") for order in many)])
        assert list(store.changes()) == [*((None, replace(order, title="x")) for order in many), (CABLE, None)]


def test_an_order_put_at_once_with_others_is_asked_about_again(tmp_path: Path) -> None:
    with OrderStore.open(stored(tmp_path, [CABLE, LAMP])) as store:
        awake = store.awake("policy 1", NOW)
        assert store.note(awake, {order.number or "": note_at(None) for order in awake.orders})
    put_many(tmp_path, [CABLE, replace(LAMP, title="Lamp, green"), SOCKS])
    with OrderStore.open(tmp_path) as store:
        assert [order.number for order in store.awake("policy 1", NOW, NOW).orders] == [SOCKS.number, LAMP.number]


def test_a_transaction_is_needed(tmp_path: Path) -> None:
    with OrderStore.open(tmp_path, write=True) as store:
        for work in (lambda: store.put_many([CABLE]), store.told_count, lambda: list(store.changes())):
            with pytest.raises(RuntimeError):
                work()
        put(store, [])

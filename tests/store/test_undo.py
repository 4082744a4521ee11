from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.store.journal import Undone
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, stored, tamper
from tests.strategies import orders


def undone(folder: Path) -> Undone:
    with OrderStore.open(folder, write=True) as store:
        return store.undo()


def test_undo_restores_what_was_added_changed_and_removed(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("clean up", NOW):
        store.delete(CABLE.number or "")
        store.put(replace(LAMP, alias="cable", notes=("taken",)))
        store.put(replace(LAMP, alias="cable", notes=("taken twice",)))
        store.put(SOCKS)
    assert undone(tmp_path) == Undone("clean up", NOW, orders=3, files=())
    assert all_in(tmp_path) == (CABLE, LAMP)


def test_at_least_twenty_commands_can_be_undone_one_after_the_other(tmp_path: Path) -> None:
    states: list[tuple[Order, ...]] = []
    for step in range(60):
        states.append(all_in(tmp_path))
        stored(tmp_path, [replace(CABLE, title=f"title {step}")], f"edit {step}")
    for step in reversed(range(10, 60)):
        assert undone(tmp_path).command == f"edit {step}"
        assert all_in(tmp_path) == states[step]
    with pytest.raises(UsageError) as nothing:
        undone(tmp_path)
    assert (nothing.value.message, nothing.value.exit_code) == ("there is nothing left to undo", 2)


def test_undoing_and_changing_in_turn_loses_no_older_command(tmp_path: Path) -> None:
    for step in range(25):
        stored(tmp_path, [replace(CABLE, title=f"title {step}")], f"edit {step}")
    for _ in range(60):
        stored(tmp_path, [LAMP])
        undone(tmp_path)
    assert [undone(tmp_path).command for _ in range(25)] == [f"edit {step}" for step in reversed(range(25))]


def test_an_import_of_many_orders_is_one_command(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    stored(tmp_path, [Order(number=f"{9 * 10**15 + step}") for step in range(500)], "import orders.csv")
    assert undone(tmp_path).orders == 500
    assert all_in(tmp_path) == (CABLE,)


def test_a_command_that_changes_nothing_is_not_undone(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE], "add")
    stored(tmp_path, [CABLE], "import the same again")
    stored(tmp_path, [], "nothing")
    assert undone(tmp_path).command == "add"


def test_a_command_that_failed_is_not_undone(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE], "add")
    with pytest.raises(UsageError):
        stored(tmp_path, [LAMP, Order()], "fail")
    assert undone(tmp_path).command == "add"


def test_undo_on_an_absent_store_finds_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        undone(tmp_path / "none")


def test_words_that_are_no_text_are_kept_readable(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE], "import \udcff.csv")
    assert undone(tmp_path).command == "import \\udcff.csv"


few_orders = st.lists(orders(st.sampled_from(("81230001", "81230002", "81230003"))), min_size=1, max_size=4)


@settings(max_examples=12)  # each syncs dozens of commands to the disk
@given(st.lists(few_orders, max_size=5))
def test_undoing_every_command_is_the_identity(commands: list[list[Order]]) -> None:
    with TemporaryDirectory() as name, OrderStore.open(Path(name), write=True) as store:
        states = []
        for step, command in enumerate(commands):
            states.append(store.all())
            with store.transaction("edit", NOW):
                for order in command:
                    store.put(replace(order, alias=None, title=f"after step {step}"))
        for before in reversed(states):
            store.undo()
            assert store.all() == before


@pytest.mark.parametrize(
    "damage, problem",
    [
        ("document = '{'", "order 8123000000002345 before the last command: it is not JSON"),
        ("document = x'00'", "order 8123000000002345 before the last command: binary data is not text"),
        ("document = '{}'", "order 8123000000002345 before the last command: it has another number"),
        (
            """document = '{"why": "x"}'""",
            'order 8123000000002345 before the last command, why: "x" is not known to this aliorder',
        ),
    ],
)
def test_a_damaged_record_is_reported_and_changes_nothing(tmp_path: Path, damage: str, problem: str) -> None:
    changed = replace(CABLE, why=None)
    stored(stored(tmp_path, [CABLE]), [changed], "edit")
    tamper(tmp_path, f"UPDATE before_images SET {damage} WHERE command_id = 2")
    with pytest.raises(Exception, match="damaged") as report:
        undone(tmp_path)
    assert str(report.value) == f"the store {tmp_path / 'orders.db'} is damaged: {problem}"
    assert all_in(tmp_path) == (changed,)

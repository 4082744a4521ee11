"""What is noted of orders is what was last found out about each of them, whatever happens in between."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import Order
from aliorder.errors import UsageError
from aliorder.records.outlooks import UNASKED, Note, seconds
from aliorder.store.orders import OrderStore
from tests.store.given import CABLE, LAMP, NOW, SOCKS, all_in, note_at, notes_at, stored

KEY = "policy 1"
DAY = timedelta(days=1)
NUMBERS = ("81230001", "81230002", "81230003", "81230004")


def number(order: Order) -> str:
    return order.number or ""


def noted_in(folder: Path, now: datetime = NOW, key: str = KEY) -> tuple[dict[str, Note], bool]:
    """What is noted of every order, and whether nothing that was noted holds."""
    with OrderStore.open(folder) as store:
        noted = store.noted(key, now)
        return {number(order): noted.note(order) for order in noted.orders}, noted.everything


def put_noted(folder: Path, orders: list[Order], note: Note, now: datetime = NOW, key: str = KEY) -> bool:
    """Put the orders one by one, with this note if one can be kept; whether it can."""
    with OrderStore.open(folder, write=True) as store, store.transaction("add", now):
        begins = store.begin_wakes(key, now)
        for order in orders:
            store.put(order, (lambda _order: note) if begins else None)
        return begins


def test_every_order_comes_with_what_is_noted_of_it(tmp_path: Path) -> None:
    stored(tmp_path, [SOCKS, CABLE, LAMP])
    wakes = notes_at({number(SOCKS): None, number(CABLE): NOW + DAY})
    with OrderStore.open(tmp_path) as store:
        nothing = store.noted(KEY, NOW)
        assert [(order, nothing.note(order)) for order in nothing.orders] == [
            (order, UNASKED) for order in (SOCKS, CABLE, LAMP)
        ]
        assert store.note(nothing, wakes)
        noted = store.noted(KEY, NOW + DAY)
        assert (tuple(noted.orders), noted.everything) == ((SOCKS, CABLE, LAMP), False)
        assert [noted.note(order) for order in (SOCKS, CABLE, LAMP)] == [*wakes.values(), UNASKED]


def test_what_is_noted_of_every_order_is_noted_for_those_that_are_awake(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE, LAMP])
    with OrderStore.open(tmp_path) as store:
        assert store.note(store.noted(KEY, NOW), notes_at({number(CABLE): NOW + DAY, number(LAMP): None}))
        assert tuple(store.awake(KEY, NOW, NOW + DAY).orders) == (CABLE,)
        assert tuple(store.awake(KEY, NOW, NOW).orders) == ()


@pytest.mark.parametrize("key, now", [("policy 2", NOW), (KEY, NOW - DAY)])
def test_under_another_key_or_earlier_nothing_is_noted_of_any(tmp_path: Path, key: str, now: datetime) -> None:
    assert put_noted(tmp_path, [CABLE, LAMP], note_at(None))
    assert noted_in(tmp_path, now, key) == ({number(CABLE): UNASKED, number(LAMP): UNASKED}, True)


def test_an_order_is_put_with_its_note(tmp_path: Path) -> None:
    assert put_noted(tmp_path, [CABLE, LAMP], note_at(NOW + DAY))
    assert put_noted(tmp_path, [replace(LAMP, title="Lamp, green")], note_at(None, "delivered"), NOW + DAY)
    assert noted_in(tmp_path, NOW + DAY) == (
        {number(CABLE): note_at(NOW + DAY), number(LAMP): note_at(None, "delivered")},
        False,
    )
    assert noted_in(tmp_path, NOW) == ({number(CABLE): UNASKED, number(LAMP): UNASKED}, True)


@pytest.mark.parametrize("alias", [None, "lamp"])
def test_many_are_put_with_their_notes(tmp_path: Path, alias: str | None) -> None:
    notes = {number(CABLE): note_at(NOW + DAY), number(LAMP): note_at(None)}
    with OrderStore.open(tmp_path, write=True) as store, store.transaction("import", NOW):
        assert store.begin_wakes(KEY, NOW)
        store.put_many([replace(CABLE, alias=None), replace(LAMP, alias=alias)], lambda order: notes[number(order)])
    assert noted_in(tmp_path) == (notes, False)


def test_an_order_that_is_put_as_it_was_keeps_its_note(tmp_path: Path) -> None:
    assert put_noted(tmp_path, [CABLE], note_at(NOW + DAY))
    stored(tmp_path, [CABLE])
    assert put_noted(tmp_path, [CABLE], note_at(None))
    assert noted_in(tmp_path) == ({number(CABLE): note_at(NOW + DAY)}, False)


def test_no_note_is_put_beside_orders_of_which_nothing_holds(tmp_path: Path) -> None:
    stored(tmp_path, [CABLE])
    assert put_noted(tmp_path, [LAMP], note_at(None)) is False
    assert noted_in(tmp_path) == ({number(CABLE): UNASKED, number(LAMP): UNASKED}, True)


def test_a_transaction_that_fails_keeps_no_note(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        put_noted(tmp_path, [CABLE, Order()], note_at(None))
    assert noted_in(tmp_path) == ({}, True)


class Put(NamedTuple):
    """One command that puts orders with these titles and notes this of them, if it can, under the key at `now`."""

    titles: Mapping[str, str]
    note: Note | None
    key: str
    now: datetime


class Delete(NamedTuple):
    """One command that deletes these orders."""

    numbers: frozenset[str]


class Undo(NamedTuple):
    """The last command is taken back."""


class Ask(NamedTuple):
    """Somebody asks of those awake, or of `every` order, and notes; somebody else may change something in between."""

    key: str
    now: datetime
    until: datetime | None
    every: bool
    notes: Mapping[str, Note]
    meanwhile: Put | Delete | Undo | None


moments = st.integers(0, 6).map(lambda days: NOW + days * DAY)
keys = st.sampled_from((KEY, "policy 2"))
numbers = st.sampled_from(NUMBERS)
some_notes = st.builds(note_at, st.none() | moments, st.sampled_from(("shipped", "delivered")))
titles = st.dictionaries(numbers, st.sampled_from(("red", "blue")))
changes = (
    st.builds(Put, titles, st.none() | some_notes, keys, moments)
    | st.builds(Delete, st.frozensets(numbers))
    | st.builds(Undo)
)
asks = st.builds(
    Ask,
    keys,
    moments,
    st.none() | moments,
    st.booleans(),
    st.dictionaries(numbers, some_notes, min_size=2),
    st.none() | st.none() | changes,
)


class Model:
    """What a store should say: what was noted since each order was last changed, and what it holds for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes: dict[str, Note] = {}
        self.key = ""
        self.asked = NOW

    def change(self, change: Put | Delete | Undo) -> bool:
        """Do it, and forget what was noted of the orders touched, or note it anew; whether the store was written."""
        before = {number(order): order for order in all_in(self.folder)}
        touched, noting = done(self.folder, change)
        for each in touched:
            self.notes.pop(each, None)
        if isinstance(change, Put) and change.note is not None:
            assert noting == (not before or self.holds(change))
            if noting and (change.titles or not self.holds(change)):
                self.notes |= dict.fromkeys(touched, change.note)
                return self.hold(change) or bool(touched)
        return bool(touched)

    def told_of(self, ask: Ask) -> set[str]:
        """The orders that must be told of, and no others."""
        kept = {number(order) for order in all_in(self.folder)}
        if ask.every or not self.holds(ask):
            return kept
        return {each for each in kept if each not in self.notes or comes(self.notes[each], ask.until)}

    def noted(self, ask: Ask, each: str) -> Note:
        """What must be said of one of them."""
        return self.notes.get(each, UNASKED) if self.holds(ask) else UNASKED

    def holds(self, asked: Ask | Put) -> bool:
        return self.key == asked.key and self.asked <= asked.now

    def note(self, ask: Ask, told_of: set[str]) -> bool:
        """Note it of those that were told of; whether that is anything new."""
        new = {each: note for each, note in ask.notes.items() if each in told_of}
        if not self.holds(ask):
            self.notes = {}
        elif all(self.notes.get(each) == note for each, note in new.items()):
            return False
        self.notes.update(new)
        self.hold(ask)
        return True

    def hold(self, asked: Ask | Put) -> bool:
        """From now on all holds for this; whether that is anything new."""
        before = self.key, self.asked
        self.key, self.asked = asked.key, asked.now
        return before != (self.key, self.asked)


def comes(note: Note, until: datetime | None) -> bool:
    return note.wake is not None and (until is None or note.wake <= (seconds(until) or 0))


LAST_TOUCHED = "SELECT number FROM before_images WHERE command_id = (SELECT max(id) FROM commands)"


def done(folder: Path, change: Put | Delete | Undo) -> tuple[set[str], bool]:
    """The numbers of the orders that the change touches, and whether they could be noted with it."""
    before = {order.number: order for order in all_in(folder)}
    with OrderStore.open(folder, write=True) as store:
        if isinstance(change, Undo):
            touched = {each for (each,) in store._connection.execute(LAST_TOUCHED)}
            with suppress(UsageError):
                store.undo()
            return touched, False
        if isinstance(change, Delete):
            with store.transaction("remove", NOW):
                return {each for each in change.numbers if store.delete(each)}, False
        orders = [Order(number=each, title=title) for each, title in change.titles.items()]
        changed = {number(order) for order in orders if before.get(order.number) != order}
        with store.transaction("edit", change.now):
            return changed, put_all(store, orders, change)


def put_all(store: OrderStore, orders: list[Order], change: Put) -> bool:
    """Put the orders, each with the note where one can be kept; whether it can."""
    note = change.note
    if note is None or not store.begin_wakes(change.key, change.now):
        store.put_many(orders)
        return False
    if len(orders) == 1:
        store.put(orders[0], lambda _order: note)
    else:
        store.put_many(orders, lambda _order: note)
    return True


@settings(max_examples=60)  # each syncs several commands to the disk
@given(st.lists(changes | asks, max_size=12))
def test_the_store_says_what_was_last_noted_and_tells_of_all_that_must_be_asked_about(
    steps: list[Put | Delete | Undo | Ask],
) -> None:
    with TemporaryDirectory() as name:
        model = Model(Path(name))
        for step in [Put(dict.fromkeys(NUMBERS, "green"), None, KEY, NOW), *steps]:
            if isinstance(step, Ask):
                ask_as_the_model(model, step)
            else:
                model.change(step)


def ask_as_the_model(model: Model, ask: Ask) -> None:
    with OrderStore.open(model.folder) as store:
        found = store.noted(ask.key, ask.now) if ask.every else store.awake(ask.key, ask.now, ask.until)
        read = {number(order): found.note(order) for order in found.orders}
        assert list(read) == sorted(model.told_of(ask))
        assert read == {each: model.noted(ask, each) for each in read}
        assert found.everything is not model.holds(ask)
        if ask.meanwhile is not None and model.change(ask.meanwhile):
            assert store.note(found, ask.notes) is False
        else:
            assert store.note(found, ask.notes) is model.note(ask, set(read))

"""What comes due is the same, whatever the store remembers of the times it was asked before."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from aliorder.domain.order import Deadline, Event, Order, SeenStatus, When
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from aliorder.exporters.orders_document import document_pieces
from tests.cli.given import Ran, ran, store_file

FIRST = date(2026, 8, 1)
DAYS = st.integers(0, 120).map(lambda days: FIRST + timedelta(days=days))
WHENS = DAYS.map(lambda day: When(day=day))
STATUSES = st.sampled_from(("Awaiting delivery", "Awaiting payment", "Awaiting shipment", "Completed"))
SEEN = st.builds(SeenStatus, STATUSES, DAYS.map(lambda day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC)))
ORDERS = st.builds(
    Order,
    number=st.integers(1, 6).map(lambda place: f"819000000000{place:04}"),
    status=st.none() | SEEN,
    events=st.lists(st.builds(Event, st.sampled_from(EVENT_KINDS), WHENS), max_size=4).map(tuple),
    deadlines=st.lists(st.builds(Deadline, st.sampled_from(DEADLINE_KINDS), WHENS), max_size=2).map(tuple),
)


def brought_in(orders: list[Order], now: date) -> None:
    """Import the orders at that moment, without being told what needs attention."""
    text = "".join(document_pieces(orders, datetime(2026, 8, 1, tzinfo=UTC)))
    assert ran("-q", "import", "-", stdin=text.encode(), now=now.isoformat()).code in (0, 4)


def due(now: date, within: int) -> Ran:
    return ran("due", "--within", f"{within}d", "--json", now=now.isoformat())


def due_of_a_store_that_remembers_nothing(now: date, within: int) -> Ran:
    with TemporaryDirectory() as folder:
        place = shutil.copy(store_file(), folder)
        with closing(sqlite3.connect(place)) as store:
            store.execute("DELETE FROM wakes_hold")
            store.commit()
        return ran("--home", folder, "due", "--within", f"{within}d", "--json", now=now.isoformat())


def test_an_import_of_a_later_day_hides_nothing_from_an_earlier_one() -> None:
    shipped = Order("8190000000000001", events=(Event("shipped", When(day=date(2026, 9, 2))),))
    unpaid = Order(
        "8190000000000002",
        events=(Event("placed", When(day=date(2026, 9, 1))),),
        deadlines=(Deadline("pay-by", When(day=date(2026, 9, 20))),),
    )
    brought_in([shipped], date(2026, 9, 10))
    due(date(2026, 9, 10), 3)
    brought_in([unpaid], date(2026, 11, 15))
    found = due(date(2026, 9, 15), 9).document["due"]
    assert "8190000000000002" in {each["order"] for each in found}


@settings(max_examples=25, deadline=None)
@given(
    steps=st.lists(st.tuples(st.lists(ORDERS, max_size=4), DAYS, DAYS, st.integers(0, 40)), min_size=1, max_size=4),
)
def test_what_comes_due_does_not_depend_on_what_is_remembered(
    steps: list[tuple[list[Order], date, date, int]],
) -> None:
    shutil.rmtree(Path(os.environ["ALIORDER_HOME"]), ignore_errors=True)
    for orders, imported, asked, within in steps:
        brought_in(orders, imported)
        if store_file().exists():
            cold = due_of_a_store_that_remembers_nothing(asked, within)
            assert due(asked, within) == cold

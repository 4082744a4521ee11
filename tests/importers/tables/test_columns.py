"""Which column tells which fact: what may be written, and what a file must have."""

from __future__ import annotations

import pytest

from aliorder.errors import UsageError
from aliorder.importers import FileRefused
from aliorder.importers.tables.columns import FACTS, ColumnMap, column_map

MAP = ColumnMap((("order", "Order No"), ("shipped", "Sent on")))


def test_a_map_is_made_of_pairs_and_gives_them_back_to_be_saved() -> None:
    assert column_map([(" ORDER", " Order No "), ("shipped", "Sent on")]) == MAP
    assert column_map(dict(MAP.pairs).items()) == MAP


def test_every_event_and_deadline_can_have_a_column() -> None:
    assert {"placed", "paid", "shipped", "delivered", "receipt-confirmed", "refund-received", "ship-by"} < set(FACTS)
    assert len(FACTS) == len(set(FACTS))


@pytest.mark.parametrize(
    "pairs, message, hint",
    [
        ([("order", "A"), ("shiped", "B")], "'shiped' is not a fact that a column can tell", "did you mean shipped"),
        ([("order", "A"), ("xyzzy", "B")], "'xyzzy' is not a fact that a column can tell", "known: order,"),
        ([("order", "A"), ("order", "B")], "two columns are named for order", "name the one that counts"),
        ([("order", "A"), ("title", " a")], "the column 'a' is named for two facts", "only one"),
        ([("order", " ")], "the name of the column for order is blank", "--column order="),
        ([("title", "A")], "no column is named for the order number", "--column order="),
        ([], "no column is named for the order number", "--column order="),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_way_out(
    pairs: list[tuple[str, str]], message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as refused:
        column_map(pairs)
    assert (refused.value.message, hint in (refused.value.hint or "")) == (message, True)


def test_columns_are_found_in_a_header_by_name_whatever_the_case_and_the_blanks() -> None:
    assert MAP.places(("x", "SENT  on", "order no"), "t.csv") == {"order": 2, "shipped": 1}


def test_a_map_can_be_cut_to_what_a_header_has() -> None:
    assert MAP.within(("ORDER NO", "Title")) == ColumnMap((("order", "Order No"),))


@pytest.mark.parametrize(
    "header, message, hint",
    [
        (("Order Number", "Sent on"), "t.csv: the table has no column 'Order No'", "did you mean 'Order Number'?"),
        (("Sent on", "", "Zip"), "t.csv: the table has no column 'Order No'", "the table has 'Sent on', 'Zip'"),
        (("order no", "Order No", "Sent on"), "t.csv: two columns here are named 'Order No'", "different names"),
    ],
)
def test_a_header_without_the_column_is_refused_with_the_nearest(
    header: tuple[str, ...], message: str, hint: str
) -> None:
    with pytest.raises(FileRefused) as refused:
        MAP.places(header, "t.csv")
    assert (refused.value.message, hint in (refused.value.hint or "")) == (message, True)

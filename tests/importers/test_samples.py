"""Every sample gives exactly the orders that were written down by hand beside it, however often it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aliorder.domain.order import Order
from aliorder.records.codec import order_to_json
from tests.importers.taken import SAMPLES, Taken, golden, golden_orders, kept, take_in

SUFFIX = ".golden.json"
KEYS = {"doubt", "terms", "code", "orders", "refused", "remarks"}
FOLDERS = ("csv", "email", "html", "json", "mtop", "payments", "xlsx")
FILES = sorted(path.relative_to(SAMPLES).as_posix() for folder in FOLDERS for path in (SAMPLES / folder).iterdir())
NAMES = [name for name in FILES if not name.endswith(SUFFIX)]


def imported(name: str, home: Path) -> Taken:
    terms: dict[str, str] = golden(name)["terms"]
    options = [word for term, value in terms.items() for word in (f"--{term.replace('_', '-')}", value)]
    return take_in(home, SAMPLES / name, options=options)


def documents(orders: tuple[Order, ...]) -> list[dict[str, object]]:
    """The orders word for word: a moment keeps its offset, an amount its places."""
    return [order_to_json(order) for order in orders]


def is_told(expected: dict[str, Any], problem: dict[str, Any]) -> bool:
    """Whether the problem stands where it should, and its reason holds every word it should."""
    place = {key: problem[key] for key in ("line", "field") if key in expected}
    return place.items() <= expected.items() and all(word in problem["why"] for word in expected["why"])


def test_beside_each_sample_stands_what_it_must_give() -> None:
    assert [name for name in FILES if name.endswith(SUFFIX)] == [f"{name}{SUFFIX}" for name in NAMES]
    assert [(name, set(golden(name)) - KEYS) for name in NAMES] == [(name, set()) for name in NAMES]


def test_each_sample_is_described() -> None:
    described = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in described] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_its_orders(name: str, tmp_path: Path) -> None:
    done = imported(name, tmp_path)
    expected = golden_orders(name)
    assert documents(done.orders) == documents(expected)
    assert (done.orders, done.counts, done.code) == (expected, (len(expected), 0, 0), golden(name)["code"])


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_refused_where_it_must_be_and_nowhere_else(name: str, tmp_path: Path) -> None:
    refused, expected = imported(name, tmp_path).refused, golden(name)["refused"]
    assert len(refused) == len(expected), refused
    assert [pair for pair in zip(expected, refused, strict=True) if not is_told(*pair)] == []


@pytest.mark.parametrize("name", [name for name in NAMES if golden(name)["remarks"]])
def test_a_sample_says_what_the_buyer_should_know(name: str, tmp_path: Path) -> None:
    said = imported(name, tmp_path).said
    assert [words for words in golden(name)["remarks"] if words not in said] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_read_again_changes_nothing(name: str, tmp_path: Path) -> None:
    first = imported(name, tmp_path)
    second = imported(name, tmp_path)
    assert second.counts == (0, 0, len(first.orders))
    assert (second.code, second.refused, kept(tmp_path)) == (first.code, first.refused, first.orders)

"""What the tests of whole files start from: samples, as they are or bent, taken in by the command itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from aliorder.domain.order import Event, Money, Order
from aliorder.domain.vocabulary import EVENT_RANK
from aliorder.importers import Entry, Terms, file_of
from aliorder.importers.known import read_file
from aliorder.policies import load_policy
from aliorder.records.codec import order_from_json
from aliorder.store.orders import OrderStore
from tests.cli.given import ran

SAMPLES = Path(__file__).parent / "samples"
NOW = "2026-11-22T12:00:00+00:00"
SEEN = "2026-09-20T12:00:00+00:00"
"""The moment at which a status counts as seen where the file does not tell."""


class Taken(NamedTuple):
    """What came of an import, and the orders that are kept after it, each with its events in one order."""

    code: int
    counts: tuple[int, int, int]
    refused: list[dict[str, Any]]
    said: str
    orders: tuple[Order, ...]

    def order(self, number: str) -> Order:
        """The one order with this number."""
        return {order.number: order for order in self.orders}[number]

    @property
    def fields(self) -> list[str | None]:
        """The fields that were refused."""
        return [problem["field"] for problem in self.refused]


def take_in(home: Path, *files: Path, options: Sequence[str] = ()) -> Taken:
    """Import the files, as one command, into the store in `home`."""
    done = ran("--home", str(home), "import", "--json", "--seen", SEEN, *options, *map(str, files), now=NOW)
    assert done.out, done.err
    document = done.document
    counts = (document["new"], document["changed"], document["same"])
    return Taken(done.code, counts, document["refused"], done.err, kept(home))


def kept(home: Path) -> tuple[Order, ...]:
    """The orders in the store in `home`, by number."""
    with OrderStore.open(home) as store:
        return tuple(map(in_order, store.all()))


def in_order(order: Order) -> Order:
    """The order with its events as the vocabulary lists them: in which order they are kept says nothing."""
    events = sorted(order.events, key=lambda event: (EVENT_RANK[event.kind], str(event.when)))
    return replace(order, events=tuple(events), deadlines=tuple(sorted(order.deadlines, key=str)))


def read(path: Path) -> list[Entry]:
    """What the importer that claims the file says of it, one entry after the other."""
    terms = Terms(load_policy(), datetime.fromisoformat(SEEN), UTC)
    return list(read_file(file_of(path.name, path.read_bytes()), terms))


def golden(name: str) -> Any:
    """What is written down by hand beside the sample."""
    return json.loads((SAMPLES / f"{name}.golden.json").read_text(encoding="utf-8"))


def golden_orders(name: str) -> tuple[Order, ...]:
    """The orders that the sample must give, by number."""
    return tuple(in_order(order_from_json(order)) for order in golden(name)["orders"])


def golden_order(name: str, number: str) -> Order:
    """One of the orders that the sample must give."""
    return {order.number: order for order in golden_orders(name)}[number]


def bent(folder: Path, name: str, *changes: tuple[str, str], encoding: str = "utf-8") -> Path:
    """A copy of the sample in which each first text is replaced, everywhere, by the second one."""
    text = (SAMPLES / name).read_bytes().decode("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return written(folder, Path(name).name, text.encode(encoding))


def bent_json(folder: Path, name: str, change: Callable[[Any], object]) -> Path:
    """A copy of the JSON sample after `change` was done to its value."""
    value = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    change(value)
    return written(folder, Path(name).name, json.dumps(value).encode())


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file with this content, in a folder of its own."""
    path = folder / f"bent-{len(list(folder.glob('bent-*')))}" / name
    path.parent.mkdir()
    path.write_bytes(content)
    return path


def days(order: Order) -> list[tuple[str, str | None]]:
    """The events of the order, each with its day or moment as text."""
    return [(event.kind, spelled(event)) for event in order.events]


def spelled(event: Event) -> str | None:
    """When it happened, as text; `None` if nobody knows."""
    when = event.when.day or event.when.at
    return when.isoformat() if when else None


def prices(order: Order) -> list[Money | None]:
    """The unit prices of the items."""
    return [item.unit_price for item in order.items]

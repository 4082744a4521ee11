"""What aliorder itself wrote: an export with all orders, or what `show --json` prints of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from itertools import islice

from aliorder.domain.order import Money, Order
from aliorder.importers import Entry, FileRefused, InputFile, Problem, Terms, Told
from aliorder.importers.tables.lines import TextLines
from aliorder.importers.values.json_text import holds, opens, parse
from aliorder.importers.values.reading import Unreadable as Misread
from aliorder.importers.values.reading import read_country, read_currency, read_order_number
from aliorder.importers.values.text import clean, encoding_of
from aliorder.records.codec import order_from_json
from aliorder.records.values import Unreadable
from aliorder.words.safe import cut

SCHEMA = re.compile(r"aliorder\.([a-z-]{1,40})/([0-9]{1,9})")
NAMED = re.compile(rf'"schema"\s*:\s*"{SCHEMA.pattern}"')
OPENING = re.compile(r"\s*\{")
HEADING = re.compile(r'\{"schema": "aliorder\.export/1", "made": "[^"\\]{1,40}", "orders": \[\s*')
"""The first line of an export as it is written; after it each order has a line."""

KNOWN = ("export", "order")
VERSION = 1
"""The newest version of both documents that is read here."""

EXPORT = "make one that does: aliorder export --format json"


class AliorderJson:
    """Reads the documents `aliorder.export/1` and `aliorder.order/1`."""

    name = "aliorder-json"
    label = "an export of aliorder (JSON)"

    def claims(self, file: InputFile) -> bool:
        """Whether this is a document of aliorder's, also one that holds no orders or is of a later version."""
        return opens(file, OPENING) and holds(file, NAMED)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:  # noqa: ARG002 - nothing is left open here
        """The orders, each as it was kept; raises `FileRefused` for a document of another kind or a later version.

        An export as it was written is read line by line, in memory that does not grow; any other way to lay out the
        same document is read as a whole.
        """
        done = yield from entries_by_line(file)
        if done is not None:
            yield from islice(entries_in(file), done, None)


def entries_by_line(file: InputFile) -> Generator[Entry, None, int | None]:
    """What the lines of an export tell, as long as each is an order; returns how many were, `None` if that was all."""
    lines = TextLines(file, encoding_of(file.head))
    done = 0
    try:
        numbered = enumerate(lines, start=1)
        if not HEADING.fullmatch(next(numbered, (0, ""))[1]):
            return 0
        for number, line in numbered:
            if line.strip() == "]}":
                return None if not any(rest.strip() for _, rest in numbered) else done
            order = parse(file, line.strip().removesuffix(","))
            lines.waiting = 0
            yield entry_of(order, f"orders[{done}]", file.name, number)
            done += 1
    except FileRefused:
        return done
    return done


def entries_in(file: InputFile) -> Iterator[Entry]:
    """What the document tells, read as a whole."""
    document = parse(file)
    facts = document if isinstance(document, dict) else {}
    if check_schema(facts.get("schema"), file.name) == "order":
        yield entry_of(facts, "", file.name)
        return
    orders = facts.get("orders")
    if not isinstance(orders, list):
        raise FileRefused(file.name, "the list of its orders is missing", "export again, and import that file")
    for position, order in enumerate(orders):
        yield entry_of(order, f"orders[{position}]", file.name)


def check_schema(schema: object, file: str) -> str:
    """The kind of document, `export` or `order`; raises `FileRefused` for any other and for a later version."""
    match = SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if match is None or match[1] not in KNOWN:
        raise FileRefused(file, "this document of aliorder does not hold whole orders", EXPORT)
    if int(match[2]) > VERSION:
        raise FileRefused(file, f"this was made by a newer aliorder ({schema})", "upgrade aliorder, then import it")
    return match[1]


def entry_of(document: object, place: str, file: str, line: int | None = None) -> Entry:
    """What is told of an order at `place` in the file, all of it or, as a problem, nothing."""
    if not isinstance(document, dict):
        return Problem(file, line, place, "this should be an object")
    try:
        order = order_from_json(document)
        check(order)
    except Unreadable as problem:
        field = f"{place}.{problem.field}" if place else problem.field
        return Problem(file, line, cut(clean(field), 200), cut(clean(problem.why), 250))
    return Told(order, line)


def check(order: Order) -> None:
    """Raise `Unreadable`, which names the field, for codes that are none."""
    if order.number is None:
        raise Unreadable("order", "the order has no number")
    spelled(order.number, read_order_number, "order")
    if order.country is not None:
        spelled(order.country, read_country, "country")
    for field, money in amounts_of(order):
        if money is not None:
            spelled(money.currency, read_currency, f"{field}.currency")


def spelled(text: str, read: Callable[[object], str], field: str) -> None:
    """Raise `Unreadable` unless the text is such a code as it stands."""
    try:
        if read(text) == text:
            return
    except Misread as error:
        raise Unreadable(field, str(error)) from None
    raise Unreadable(field, f'"{cut(clean(text), 40)}" has to be written as {read(text)}')


def amounts_of(order: Order) -> Iterator[tuple[str, Money | None]]:
    """Every amount in the order with the place where it stands."""
    yield "total", order.total
    for position, item in enumerate(order.items):
        yield f"items[{position}].unit_price", item.unit_price
    for position, event in enumerate(order.events):
        yield f"events[{position}].amount", event.amount

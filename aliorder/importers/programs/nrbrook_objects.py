"""The site's own objects in the cells of nrbrook's order export, which tell more than the columns beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from aliorder.domain.order import Order
from aliorder.domain.policy import Policy
from aliorder.importers import FileRefused, Problem, file_of
from aliorder.importers.merging import merge
from aliorder.importers.site import order_detail, order_list
from aliorder.importers.site.page import Page
from aliorder.importers.values.fields import OrderRefused
from aliorder.importers.values.json_text import parse

Reader = Callable[[Page, Policy, list[Problem]], Order]


def object_in(text: str) -> dict[str, object]:
    """The JSON object in a cell; an empty one if there is none, or if it cannot be read."""
    try:
        value = parse(file_of("", b""), text) if text.strip() else None
    except FileRefused:
        return {}
    return value if isinstance(value, dict) else {}


def completed(
    order: Order, cells: Mapping[str, str], file: str, seen: datetime, policy: Policy
) -> tuple[Order, list[Problem]]:
    """The order that the columns tell with what the objects in its row add, and what of these cannot be read.

    What an object says beats the columns. `cells` are those of the row by name; all of it was `seen` at once.
    """
    problems: list[Problem] = []
    for name, (blocks_in, read) in READERS.items():
        value = object_in(cells.get(name, ""))
        if value:
            page = Page(file, name, blocks_in(value), seen, assumed=True, problems=())
            order = with_object(order, page, read, policy, problems)
    return order, problems


def with_object(order: Order, page: Page, read: Reader, policy: Policy, problems: list[Problem]) -> Order:
    """The order with what one object tells; as it is, with a problem, if that is not the same order, or unreadable."""
    try:
        found = read(page, policy, problems)
    except OrderRefused as error:
        problems.append(error.problem)
        return order
    if found.number != order.number:
        problems.append(Problem(page.file, None, page.place, f"this is about another order, {found.number}"))
        return order
    return merge(order, found, again=True)


def list_blocks(value: dict[str, object]) -> dict[str, object]:
    """The fields of an order in the list as the one block of a page."""
    return {order_list.ORDER: {"fields": value}}


def detail_blocks(value: dict[str, object]) -> dict[str, object]:
    """The fields of each block of an order's page as such blocks."""
    return {tag: {"tag": tag, "fields": fields} for tag, fields in value.items()}


def read_listed(page: Page, policy: Policy, problems: list[Problem]) -> Order:
    """The order in the one block of the page. Raises `OrderRefused`."""
    return order_list.read_order(page.fields(page.blocks, problems), order_list.ORDER, page, policy)


READERS: dict[str, tuple[Callable[[dict[str, object]], dict[str, object]], Reader]] = {
    "list_json": (list_blocks, read_listed),
    "detail_json": (detail_blocks, order_detail.read_order),
}
"""How the object in each column becomes a page, and how the page is read."""

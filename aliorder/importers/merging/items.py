"""The lines of an order, merged by their ids."""

from __future__ import annotations

from collections import Counter

from aliorder.domain.order import Item


def merge_items(stored: tuple[Item, ...], read: tuple[Item, ...], newer: bool) -> tuple[Item, ...]:
    """The stored lines, each with what the read line of the same id adds, then the new lines.

    Lines without an id go by their title, two alike staying two. Once lines with ids are known they
    are the whole order: what has no id and no match among them is dropped. `newer`: read beats stored.
    """
    items = list(stored)
    titles = Counter(item.title for item in read)
    taken: set[int] = set()
    for item in sorted(read, key=lambda item: item.line_id is None):
        place = place_of(item, items, taken, alone=titles[item.title] == 1)
        if place is None:
            place = len(items)
            items.append(item)
        else:
            items[place] = joined(items[place], item, newer)
        taken.add(place)
    named = tuple(item for item in items if item.line_id is not None)
    return named or tuple(items)


def place_of(item: Item, items: list[Item], taken: set[int], *, alone: bool) -> int | None:
    """Where `item` stands in `items`, by its id, else by its title (a line with an id before one without).

    A place that is `taken` only fits the same id. `alone`: no other line of the file has its title; then it is the one
    stored line of that title, though the id differs: two sources do not number the lines alike.
    """
    same_id = (place for place, other in enumerate(items) if item.line_id and other.line_id == item.line_id)
    titled = [place for place, other in enumerate(items) if other.title == item.title]
    if alone and len(titled) == 1 and item.title is not None and not taken.intersection(titled):
        return next(same_id, titled[0])
    without_id = [place for place in titled if place not in taken and None in (items[place].line_id, item.line_id)]
    likest = min(without_id, key=lambda place: items[place].line_id is None, default=None)
    return next(same_id, likest)


def joined(stored: Item, read: Item, newer: bool) -> Item:
    """One line out of two views of it. The one that knows the line's id knows best: the other may not count pieces."""
    read_first = newer if (read.line_id is None) == (stored.line_id is None) else stored.line_id is None
    first, second = (read, stored) if read_first else (stored, read)
    return Item(
        line_id=first.line_id or second.line_id,
        title=first.title or second.title,
        quantity=first.quantity,
        unit_price=first.unit_price or second.unit_price,
    )

"""The saved order list. Of several items in an order it shows nothing but pictures, so these come without items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from aliorder.domain.order import UNKNOWN, Event, Item, Order
from aliorder.importers import Entry, Problem, Remark, Told
from aliorder.importers.pages.tree import Part
from aliorder.importers.pages.values import (
    BREAKS_OFF,
    NO_CURRENCY,
    NUMBER,
    Page,
    Values,
    after_colon,
    item_in,
    numbers_in_links,
    offers_to_cancel,
    price_in,
    text_in,
)
from aliorder.importers.pages.words import REFUND
from aliorder.importers.site.order_parts import status_in
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.fields import Fields, OrderRefused
from aliorder.importers.values.reading import read_text
from aliorder.words.safe import cut

BLOCK = "order-item"
HEADER = "order-item-header-right-info"
STATUS = "order-item-header-status-text"
STORE = "order-item-store-name"
ITEM, NAME = "order-item-content-info", "order-item-content-info-name"
PRICE, QUANTITY = "order-item-content-info-number", "order-item-content-info-number-quantity"
TOTAL = "order-item-content-opt-price-total"
NOTICE = "expose-info-item-title"


def read_list(page: Page) -> Iterator[Entry]:
    """The orders of the page in its order; one that cannot be read is a problem and stops no other."""
    blocks = page.root.all(BLOCK)
    values = Values(page, partial(days_in, blocks), partial(amounts_in, blocks))
    for position, block in enumerate(blocks, start=1):
        is_last = block is blocks[-1]
        yield from entries_of(block, f"order {position}", page, values, broken=is_last and page.breaks_off_in([BLOCK]))
    yield from remarks_on(blocks, values)


def entries_of(block: Part, place: str, page: Page, values: Values, broken: bool) -> list[Entry]:
    """The order in one block with the problems in it, or the problem that keeps it out."""
    if broken:
        return [Problem(page.file, None, place, BREAKS_OFF)]
    problems: list[Problem] = []
    try:
        order = read_order(block, place, page, values, problems)
    except OrderRefused as error:
        return [error.problem]
    return [Told(order, assumed=page.assumed and order.status is not None), *problems]


def read_order(block: Part, place: str, page: Page, values: Values, problems: list[Problem]) -> Order:
    """The order in a block. Raises `OrderRefused` if it cannot be taken in whole."""
    number = number_of(block, page.fields({}, place, problems))
    fields = page.fields(texts_of(block), number, problems)
    items = items_in(block, fields, values)
    found = status_in(fields, "status", page.seen, page.terms.policy.status_texts)
    status = found[0] if found else None
    return Order(
        number=number,
        title=first_title(items),
        store_name=fields.read("store", read_text),
        items=items,
        total=fields.read("total", values.money),
        cancel_button=offers_to_cancel(block),
        status=status,
        events=told(
            (*values.event(fields, "placed"), *refund_in(fields, values)), status, page.terms.policy.status_texts
        ),
    )


def number_of(block: Part, fields: Fields) -> str:
    """The number in the header of the block, else in its links. Raises `OrderRefused` if it is not one."""
    shown = (match[0] for piece in header_pieces(block) for match in NUMBER.finditer(piece))
    numbers = list(dict.fromkeys(shown)) or numbers_in_links(block)
    if len(numbers) == 1:
        return numbers[0]
    why = "two different order numbers stand here" if numbers else "the order has no number"
    raise OrderRefused(fields.problem("number", why))


def header_pieces(block: Part) -> list[str]:
    """The texts in the header of the block that stand side by side: the day of the order, its number."""
    header = block.first(HEADER)
    if header is None:
        return []
    return [part.text() for part in header.children()] or [header.text()]


def day_in(block: Part) -> str | None:
    """The day of the order: what stands after a label in the header and is not the number."""
    pieces = (piece for piece in header_pieces(block) if not NUMBER.search(piece))
    return next((after_colon(piece) for piece in pieces if any(map(str.isdigit, piece))), None)


def texts_of(block: Part) -> dict[str, str | None]:
    """The texts of the block that speak of the order as a whole, by what they tell."""
    return {
        "placed": day_in(block),
        "status": text_in(block, STATUS),
        "store": text_in(block, STORE),
        "total": price_in(block.first(TOTAL)),
        "refund": refund_text(block),
    }


def items_in(block: Part, fields: Fields, values: Values) -> tuple[Item, ...]:
    """The items that the block names."""
    found = (item_in(fields, values, *item_texts(part)) for part in block.all(ITEM))
    return tuple(item for item in found if item)


def item_texts(part: Part) -> tuple[str | None, str | None, str | None]:
    """The title, the price of one piece and the quantity, as the page spells them."""
    name = part.first(NAME)
    titles = [piece.attributes["title"] for piece in name.inner() if piece.attributes.get("title")] if name else []
    title = titles[0] if titles else name.text() if name else None
    return title, price_in(part.first(PRICE), skip=[QUANTITY]), text_in(part, QUANTITY)


def notice_in(block: Part) -> str | None:
    """What the block says below the order about a request of the buyer."""
    return text_in(block, NOTICE) or None


def refund_text(block: Part) -> str | None:
    """The amount of a refund that is complete, as text, blank if none is named; `None` without such a refund."""
    found = REFUND.fullmatch(notice_in(block) or "")
    return found[1] if found else None


def refund_in(fields: Fields, values: Values) -> tuple[Event, ...]:
    """The refund that is complete; the page does not say since when. Without an amount it is the whole."""
    text = fields.values["refund"]
    amount = fields.read("refund", values.money)
    return (Event("refund-completed", UNKNOWN, amount),) if amount or text == "" else ()


def days_in(blocks: list[Part]) -> Iterator[str]:
    """All days of the page, as text."""
    return (day for block in blocks if (day := day_in(block)))


def amounts_in(blocks: list[Part]) -> Iterator[str]:
    """All amounts of the page, as text."""
    for block in blocks:
        yield from filter(None, (price_in(block.first(TOTAL)), refund_text(block)))
        yield from filter(None, (item_texts(part)[1] for part in block.all(ITEM)))


def remarks_on(blocks: list[Part], values: Values) -> Iterator[Remark]:
    """What the buyer should know about the page as a whole."""
    unknown = dict.fromkeys(notice for block in blocks if (notice := notice_in(block)) and refund_text(block) is None)
    if unknown:
        said = cut("; ".join(unknown), 150)
        yield Remark(f"notices that aliorder does not know were passed over; record what happened: {said}")
    if values.nameless:
        yield NO_CURRENCY

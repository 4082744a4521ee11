"""The site's page that follows the parcels of one order, which it does not name. Of the receiver nothing is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from aliorder.domain.order import Event, Item, Order, When
from aliorder.domain.vocabulary import EventKind
from aliorder.importers import Entry, Problem, Remark, Terms, Told
from aliorder.importers.site.answer import Answer
from aliorder.importers.site.numbers import read_number
from aliorder.importers.site.parcel_codes import Step, steps_of
from aliorder.importers.site.promise import deliver_by, read_refund_day
from aliorder.importers.telling import first_title, told
from aliorder.importers.values.fields import Fields
from aliorder.importers.values.reading import Unreadable, plain, read_count, read_moment, read_text, shown, written

NO_PARCEL = Remark("the tracking page names no parcel yet")
PARCEL_NUMBER = re.compile(r"[A-Za-z0-9-]{5,40}")


class Scan(NamedTuple):
    """One line of a parcel's story: what it tells, and its moment (UTC)."""

    steps: frozenset[Step]
    at: datetime


class Line(NamedTuple):
    """One parcel: its number if it is shown, how many of each item (title, id of the variant) are in it, its story."""

    number: str | None
    contents: Counter[tuple[str, str | None]]
    scans: tuple[Scan, ...]


def read_tracking(answer: Answer, _terms: Terms) -> Iterator[Entry]:
    """What the page tells of the order, once for each number of a parcel in it."""
    problems: list[Problem] = []
    module = answer.module(problems)
    lines = [line_of(fields) for fields in module.each("trackingDetailLineList")]
    order = order_of(lines, answer.order_number, refund_days(module))
    numbers: list[str | None] = [line.number for line in lines if line.number]
    for number in numbers or [None]:
        if number or order.number or order.items:
            yield Told(replace(order, tracking=number))
        elif lines:
            yield module.problem("trackingDetailLineList", "the page names neither its order nor a parcel nor an item")
        else:
            yield NO_PARCEL
    yield from problems


def order_of(lines: Sequence[Line], number: str | None, refunded_from: list[date]) -> Order:
    """All that the parcels together tell of their order."""
    contents = sum((line.contents for line in lines), Counter[tuple[str, str | None]]())
    items = tuple(Item(None, title, min(count, 999_999)) for (title, _), count in contents.items())
    return Order(
        number=number,
        title=first_title(items),
        items=items,
        events=told(tuple(events_of(lines)), None, {}),
        deadlines=deliver_by(refunded_from),
    )


def line_of(fields: Fields) -> Line:
    """One parcel. What cannot be read of it becomes a problem and is left out."""
    contents: Counter[tuple[str, str | None]] = Counter()
    for packed in fields.each("packageItemList"):
        title = packed.read("itemTitle", read_text)
        count = packed.read("count", read_count) or 1
        if title:
            contents[title, packed.read("skuId", written)] += count
    return Line(number_of(fields), contents, tuple(scans_of(fields)))


def number_of(fields: Fields) -> str | None:
    """The parcel's number as the page and the mails show it, else the one with which it set out."""
    shown_number = fields.read("mailNo", read_parcel_number)
    return shown_number or fields.read("originMailNo", read_parcel_number)


def read_parcel_number(value: object) -> str | None:
    """The number of a parcel; `None` if the page hides it behind asterisks."""
    text = plain(value)
    if "*" in text:
        return None
    if not PARCEL_NUMBER.fullmatch(text):
        raise Unreadable(f"{shown(value)} is not the number of a parcel")
    return text


def scans_of(fields: Fields) -> Iterator[Scan]:
    """The lines of the parcel's story that tell something of the order."""
    for scan in fields.each("detailList"):
        keys = ("trackingPrimaryCode", "trackingSecondCode")
        codes = tuple(code.strip().upper() for key in keys if isinstance(code := scan.values.get(key), str))
        steps = steps_of(codes, scan.read("fulfillStage", read_number))
        at = scan.read("time", read_moment) if steps else None
        if at:
            yield Scan(steps, at)


def events_of(lines: Sequence[Line]) -> Iterator[Event]:
    """What happened to the order as a whole: it is shipped, and delivered, only when every parcel is."""
    yield from at_first("placed", (at for line in lines for at in moments(line, "placed")))
    yield from at_first("paid", (at for line in lines for at in moments(line, "paid")))
    moving = [min(moments(line, "moving"), default=None) for line in lines]
    if None in moving:
        yield from at_first("part-shipped", (at for at in moving if at))
    else:
        yield from at_last("shipped", (at for at in moving if at))
    signed = [max(moments(line, "signed"), default=None) for line in lines]
    if None not in signed:
        yield from at_last("delivered", (at for at in signed if at))


def moments(line: Line, step: Step) -> list[datetime]:
    """When the parcel's story tells of the step."""
    return [scan.at for scan in line.scans if step in scan.steps]


def at_first(kind: EventKind, times: Iterable[datetime]) -> Iterator[Event]:
    """The event at the earliest of the times, if there are any."""
    first = min(times, default=None)
    if first:
        yield Event(kind, When(at=first))


def at_last(kind: EventKind, times: Iterable[datetime]) -> Iterator[Event]:
    """The event at the latest of the times, if there are any."""
    last = max(times, default=None)
    if last:
        yield Event(kind, When(at=last))


def refund_days(module: Fields) -> list[date]:
    """The days from which the page promises a refund."""
    sentences = module.inner("fastDeliveryInfoDTO").parts("fdContentList")
    days = (sentences.read(key, read_refund_day) for key in sentences.values)
    return [day for day in days if day]

"""Every answer of the site that is read, by the name of what its page asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from aliorder.importers import Entry, FileRefused, Terms
from aliorder.importers.site.answer import SAVE_AGAIN, Answer, check_success
from aliorder.importers.site.counts import read_count
from aliorder.importers.site.order_detail import read_detail
from aliorder.importers.site.order_list import read_list
from aliorder.importers.site.refunds import read_refunds
from aliorder.importers.site.tracking import read_tracking

COUNT = "mtop.aliexpress.trade.buyer.order.count"
READERS: dict[str, Callable[[Answer, Terms], Iterator[Entry]]] = {
    "mtop.aliexpress.trade.buyer.order.list": read_list,
    "mtop.aliexpress.trade.buyer.order.detail": read_detail,
    COUNT: read_count,
    "mtop.ae.ld.querydetail": read_tracking,
    "mtop.aliexpress.buyer.reverse.queryreverseorderpagelistforbuyer": read_refunds,
}
"""By name in small letters: the site's own pages spell one of them with capitals, too."""

ANY_NAME = f"(?i:{'|'.join(map(re.escape, READERS))})"
"""A pattern that any of the names fits."""


def answer_in(value: object, file: str, api: str | None = None) -> Answer:
    """The answer in a value as the site sent it; `api` is what was asked for, if it does not say so itself.

    Raises `FileRefused` if it is none that is read.
    """
    if not isinstance(value, dict):
        raise FileRefused(file, "this has not the shape of an answer of the site", SAVE_AGAIN)
    own = value.get("api")
    name = own.casefold() if isinstance(own, str) and own.casefold() in READERS else api
    if name is None:
        raise FileRefused(file, "this is none of the site's answers about orders", SAVE_AGAIN)
    return Answer(file, name, value.get("ret"), value.get("data"))


def read_answer(answer: Answer, terms: Terms) -> Iterator[Entry]:
    """What one answer says. Raises `FileRefused` if the site gave no data, or data of another shape."""
    check_success(answer)
    return READERS[answer.api](answer, terms)

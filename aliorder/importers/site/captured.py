"""Answers of the site that were captured together, each with the request that brought it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from aliorder.importers import Entry, FileRefused, InputFile, Problem, Remark, Terms, Told, file_of
from aliorder.importers.site.answer import Answer, SignedOut
from aliorder.importers.site.answers import ANY_NAME, COUNT, answer_in, read_answer
from aliorder.importers.site.order_list import MORE, NO_ORDERS
from aliorder.importers.site.refunds import MORE as MORE_REFUNDS
from aliorder.importers.site.refunds import NO_REFUNDS
from aliorder.importers.values.json_text import parse, unwrapped
from aliorder.importers.values.text import text_of

IN_ADDRESS = re.compile(rf"{ANY_NAME}(?![\w.])")
ORDER_ASKED_FOR = re.compile(r"(?<![A-Za-z])(?:tradeO|o)rderId[\"'\\\s]*[:=][\"'\\\s]*([0-9]{8,20})(?![0-9])")

QUESTION = re.compile(r"(?:\A|[?&])data=([^&#]+)")

OF_ONE_PAGE = frozenset({NO_ORDERS, MORE, NO_REFUNDS, MORE_REFUNDS})
"""What a later page of the same list may refute."""


class Capture(NamedTuple):
    """One answer, as yet unread: `body` is its text, its bytes or its value, `place` where it stands in the file.

    `question` is what the page asked for, as it was sent; `None` if the capture does not tell.
    """

    place: str
    api: str
    body: object
    captured: datetime | None = None
    order_number: str | None = None
    question: str | None = None

    @property
    def asked(self) -> tuple[str, str]:
        """What two captures have in common if the second repeats the first."""
        return self.api, self.question or self.place


def named_in(address: object) -> str | None:
    """What a request to this address asks for, if its answer is one that is read."""
    match = IN_ADDRESS.search(address) if isinstance(address, str) else None
    return match[0].casefold() if match else None


def order_asked_for(*requests: object) -> str | None:
    """The one order number that the parts of a request name; `None` if they name none or several."""
    from urllib.parse import unquote  # noqa: PLC0415 - only captures need it, and it takes 3 ms

    texts = (unquote(unquote(request)) for request in requests if isinstance(request, str))
    numbers = {number for text in texts for number in ORDER_ASKED_FOR.findall(text)}
    return numbers.pop() if len(numbers) == 1 else None


def question_in(*requests: object) -> str | None:
    """What the parts of a request ask for, as it was sent, without what changes each time; `None` if none tells it."""
    found = (QUESTION.search(request) for request in requests if isinstance(request, str))
    return next((match[1] for match in found if match), None)


def read_captures(file: InputFile, captures: Iterable[Capture], terms: Terms) -> Iterator[Entry]:
    """What the answers say, one after the other; what holds for the whole file comes last.

    An answer that cannot be read is a problem. Raises `FileRefused` if no order is told and the buyer was signed out.
    """
    told = False
    signed_out: dict[tuple[str, str], Problem] = {}
    refused: SignedOut | None = None
    remarks: dict[Remark, str] = {}
    for capture in captures:
        try:
            answer = answer_of(file, capture)
            entries = list(read_answer(answer, terms))
        except SignedOut as refusal:
            refused = refused or refusal
            signed_out.setdefault(capture.asked, refusal.problem._replace(field=capture.place))
        except FileRefused as refusal:
            yield refusal.problem._replace(line=None, field=capture.place)
        else:
            told = told or any(isinstance(entry, Told) for entry in entries)
            # Once its token has run out, a page of the site gets a new one by itself and asks the same again.
            signed_out.pop(capture.asked, None)
            remarks = {remark: api for remark, api in remarks.items() if not is_refuted(remark, api, answer.api)}
            remarks.update({entry: answer.api for entry in entries if isinstance(entry, Remark)})
            yield from (entry for entry in entries if not isinstance(entry, Remark))
    if refused and signed_out and not told:
        raise refused
    yield from signed_out.values()
    yield from remarks


def is_refuted(remark: Remark, api: str, later: str) -> bool:
    """Whether what was remarked about one answer need not hold once a later one has come."""
    return api == later and (api == COUNT or remark in OF_ONE_PAGE)


def answer_of(file: InputFile, capture: Capture) -> Answer:
    """The answer that was captured. Raises `FileRefused` if it cannot be read."""
    body = text_of(file_of(file.name, capture.body)) if isinstance(capture.body, bytes) else capture.body
    if body is None or (isinstance(body, str) and not body.strip()):
        raise FileRefused(file.name, "the answer itself was not captured; open the page anew while you record")
    value = parse(file, unwrapped(body)) if isinstance(body, str) else body
    answer = answer_in(value, file.name, capture.api)
    return answer._replace(place=capture.place, captured=capture.captured, order_number=capture.order_number)

"""The numbers on the tabs of the site's order page. They tell of no order, but whether all were saved."""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.importers import Entry, Problem, Remark, Terms
from aliorder.importers.site.answer import Answer
from aliorder.importers.site.numbers import read_number


def read_count(answer: Answer, _terms: Terms) -> Iterator[Entry]:
    """What the site counts, for the buyer to compare."""
    problems: list[Problem] = []
    module = answer.module(problems)
    unpaid, processing, shipped = (module.read(key, read_number) for key in ("unpaid", "processing", "shipped"))
    if not problems:
        counted = (
            f"the site counts {unpaid or 0} unpaid, {processing or 0} in processing and {shipped or 0} shipped orders"
        )
        doubt = "" if unpaid or processing or shipped else " (it does so, too, when you are signed out)"
        yield Remark(counted + doubt)
    yield from problems

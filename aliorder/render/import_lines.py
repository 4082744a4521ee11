"""What came of an import, in lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from aliorder.domain.differences import differences
from aliorder.domain.order import Order
from aliorder.words.differences import difference_lines
from aliorder.words.safe import printable, shortened

LONGEST_TITLE = 60
MOST_NAMED = 3
"""So many of the files that say the same are named."""

MOST_SAID = 20
"""So many different things that are wrong with one file are said."""


def change_lines(before: Order | None, after: Order, now: datetime) -> Iterator[str]:
    """An order that is new, or has changed, with what was and what is; safe for a terminal."""
    title = f"  {shortened(after.title, LONGEST_TITLE)}" if after.title else ""
    yield f"{'new' if before is None else 'changed'}  {printable(after.number or '')}{title}"
    if before is not None:
        for difference in differences(before, after):
            yield from (f"  {line}" for line in difference_lines(difference, now))


def problem_lines(problems: Iterable[tuple[str, int | None, str | None, str]]) -> Iterator[str]:
    """What was refused within the files: each thing once, at most `MOST_SAID` of one file, the others counted."""
    first: dict[tuple[str, str | None, str], int | None] = {}
    counts: Counter[tuple[str, str | None, str]] = Counter()
    for file, line, field, why in problems:
        first.setdefault((file, field, why), line)
        counts[file, field, why] += 1
    said: Counter[str] = Counter()
    for (file, field, why), line in first.items():
        said[file] += 1
        if said[file] <= MOST_SAID:
            more = counts[file, field, why] - 1
            again = f" (and {more} more like it)" if more else ""
            yield f"{place_words(file, line, field)}: {why}{again}"
    for file, count in said.items():
        if count > MOST_SAID:
            yield f"{file}: and {count - MOST_SAID} more; --json lists them all"


def remark_lines(remarks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What else the files said, each thing once with the files that said it."""
    files: dict[str, list[str]] = {}
    for file, text in remarks:
        names = files.setdefault(text, [])
        if file not in names:
            names.append(file)
    for text, names in files.items():
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        count = f"{len(names)} files, " if len(names) > 1 else ""
        yield f"{count}{', '.join(names[:MOST_NAMED])}{more}: {text}"


def place_words(file: str, line: int | None, field: str | None) -> str:
    """Where a problem is: file, line, field, as far as known."""
    return file + (f", line {line}" if line is not None else "") + (f", {field}" if field else "")

"""JSON as it was written: numbers that are not whole stay text, so that no digit is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from aliorder.importers import HEAD, LIMIT, FileRefused, InputFile
from aliorder.importers.values.text import encoding_of, text_of

CALL = re.compile(r"\s*[A-Za-z_$][\w$.]{0,79}\s*\(", re.ASCII)
"""How a script call (JSONP) begins that wraps a value."""

LONGEST_NUMBER = 40
"""Whole numbers of more digits are kept as text: no id and no amount has so many."""


class Rough(NamedTuple):
    """A number that is not exact as it stands (a decimal point, an exponent, NaN, too many digits)."""

    text: str


def whole(digits: str) -> int | Rough:
    """The digits as a number, unless they are absurdly many."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else Rough(digits)


def parse(file: InputFile, text: str | None = None) -> object:
    """The JSON value in `text`, else in the whole file.

    Numbers are `int` or `Rough`. Raises `FileRefused`, with the line, if it is not JSON.
    """
    written = text_of(file) if text is None else text
    try:
        return json.loads(written, parse_int=whole, parse_float=Rough, parse_constant=Rough, strict=False)
    except json.JSONDecodeError as error:
        raise FileRefused(file.name, reason(error), "save it again", error.lineno) from None
    except RecursionError:
        raise FileRefused(file.name, "the JSON is nested too deeply to be an order page") from None


def reason(error: json.JSONDecodeError) -> str:
    """Why the text is not JSON, in the buyer's words."""
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return "the JSON breaks off, as if the file was not saved whole"
    return f"this is not valid JSON (at column {error.colno})"


def unwrapped(text: str) -> str:
    """The JSON inside a script call, or the text itself; line numbers stay as they are."""
    call = CALL.match(text)
    if call is None:
        return text
    lines_before = "\n" * text.count("\n", 0, call.end())
    return lines_before + text[call.end() :].rstrip().removesuffix(";").rstrip().removesuffix(")")


def opens(file: InputFile, opening: re.Pattern[str]) -> bool:
    """Whether the text of the file begins in this way."""
    return opening.match(glance(file.head)) is not None


def holds(file: InputFile, *patterns: re.Pattern[str]) -> bool:
    """Whether the text of the file fits every pattern somewhere, in its head if it is too large to be read whole."""
    return fits(file.head, patterns) or (HEAD < file.size <= LIMIT and fits(file.content, patterns))


def fits(content: bytes, patterns: Iterable[re.Pattern[str]]) -> bool:
    """Whether the text of these bytes fits every pattern somewhere."""
    text = glance(content)
    return all(pattern.search(text) for pattern in patterns)


def glance(content: bytes) -> str:
    """The text of these bytes with a stand-in for what cannot be decoded."""
    return content.decode(encoding_of(content), errors="replace")

"""The text of a saved page, and how a file begins that holds one."""

from __future__ import annotations

import codecs
import re
from datetime import datetime
from typing import NamedTuple

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.tables.lines import OTHER_ENCODING, known_encoding
from aliorder.importers.values.reading import FIRST_YEAR, LAST_YEAR, MONTHS
from aliorder.importers.values.text import clean, encoding_of

BUNDLE = re.compile(rb"(?:^|\n)(?:snapshot-content-location:|from: *<saved by )", re.IGNORECASE)
"""How a page saved as a single file (MHTML) begins."""

PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?(?>(?:(?><!--.*?-->)\s*+)*+)<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
SAVED_FROM = re.compile(r"saved from url=\([0-9]+\)(\S{1,2000})")
SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url: (\S{1,2000})\s+saved date: ([^\n]{1,200})")
"""What the add-on SingleFile writes at the top."""

SCRIPT_DATE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([0-9]{2}) ([0-9]{4}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) GMT([+-][0-9]{2})([0-9]{2})\b"
)
TOP = 64 * 1024
SAVE_AGAIN = "open My Orders, wait until the orders show, and save the page again as “Webpage, complete”"


class PageText(NamedTuple):
    """A saved page as text, the address at which it was, and the moment at which it was saved (if the file tells)."""

    html: str
    address: str = ""
    saved: datetime | None = None


def is_bundle(head: bytes) -> bool:
    """Whether a file that begins like this is a page packed with its pictures."""
    return BUNDLE.search(head.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]) is not None


def is_page(head: bytes) -> bool:
    """Whether a file that begins like this is a plain page."""
    return PAGE.match(head) is not None


def plain_page(file: InputFile, encoding: str | None) -> PageText:
    """The page in a plain file. Raises `FileRefused` if its text is in another encoding."""
    html = decoded(file, file.content, encoding or encoding_of(file.content))
    single = SINGLE_FILE.search(html, 0, TOP)
    if single:
        return PageText(html, single[1], script_date(single[2]))
    address = SAVED_FROM.search(html, 0, TOP)
    return PageText(html, address[1] if address else "")


def decoded(file: InputFile, content: bytes, encoding: str) -> str:
    """The bytes as text; a character that is cut at the end is left out. Raises `FileRefused` if they are no text."""
    try:
        return clean(codecs.getincrementaldecoder(known_encoding(file.name, encoding))().decode(content))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        why = f"the text is not in {encoding.removesuffix('-sig')}"
        raise FileRefused(file.name, why, OTHER_ENCODING, line) from None


def script_date(text: str) -> datetime | None:
    """The moment as a script spells it: `Mon Apr 27 2026 10:00:00 GMT+0200 (…)`; `None` if it is spelled otherwise."""
    match = SCRIPT_DATE.match(text)
    month = MONTHS.get(match[1].casefold()) if match else None
    if match is None or month is None:
        return None
    try:
        return possible(datetime.fromisoformat(f"{match[3]}-{month:02}-{match[2]}T{match[4]}{match[5]}:{match[6]}"))
    except ValueError:
        return None


def possible(moment: datetime) -> datetime | None:
    """The moment itself, if it can be that of an order page."""
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None

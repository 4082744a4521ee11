"""A page that a browser packed with its pictures in one file, in the shape of a mail (MHTML)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from aliorder.importers import FileRefused, InputFile
from aliorder.importers.pages.text import SAVE_AGAIN, TOP, PageText, decoded, possible

BROKEN_BUNDLE = "there is no page in this file; perhaps it was not saved whole"


def unpacked(file: InputFile, encoding: str | None) -> PageText:
    """The page in a file that holds it with its pictures: the first part that is a page."""
    for part in parts_of(file.content):
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            code = encoding or part.get_content_charset() or "utf-8"
            top = BytesHeaderParser().parsebytes(file.head)
            html = decoded(file, content if isinstance(content, bytes) else b"", code)
            return PageText(html, str(top["Snapshot-Content-Location"] or "").strip(), mail_date(str(top["Date"])))
    raise FileRefused(file.name, BROKEN_BUNDLE, SAVE_AGAIN)


def parts_of(content: bytes) -> Iterator[Message]:
    """The parts between the boundaries, each on its own: one in another one is not looked for."""
    boundary = BytesHeaderParser().parsebytes(content[:TOP]).get_boundary()
    if not boundary:
        return
    pieces = content.split(b"--" + boundary.encode("utf-8", "surrogateescape"))
    for piece in pieces[1:]:
        headers = BytesHeaderParser().parsebytes(piece[:TOP].lstrip(b"\r\n"))
        if headers.get_content_type() == "text/html":
            yield message_from_bytes(piece.lstrip(b"\r\n"))


def mail_date(text: str) -> datetime | None:
    """The moment in a Date header, whose zone `-0000` is UTC; `None` if it cannot be read."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return possible(moment if moment.tzinfo else moment.replace(tzinfo=UTC))

"""Mails taken apart. Whatever stands in them, nothing here raises anything but `Damaged`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from aliorder.importers.values.reading import in_range

SENDER = "transaction@notice.aliexpress.com"
RELAYED = re.compile(r"transaction_at_notice_aliexpress_com(?:_[0-9a-z]{1,40}){1,4}@privaterelay\.appleid\.com")
"""The same sender as Apple's "Hide My Email" rewrites it."""

OLD_SEPARATOR = re.compile(rb"\A>From [^\n]*\n")
"""What stands above the headers of a mail that went from one mailbox into another."""

FROM = re.compile(r"[^<>]*<\s*([^<>\s]{1,200})\s*>|\s*([^<>\s]{1,200})")
LONGEST_HEADER = 2000
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SENT = re.compile(
    r"(?:[a-z]{3}, *)?([0-9]{1,2}) ([a-z]{3}) ([0-9]{4}) ([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r" (?:([+-])([0-9]{2})([0-9]{2})|gmt|utc|ut|z)(?: *\([^()]*\))?"
)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
TEXT_CODES = re.compile(r"(?:ascii|big5|cp|euc|gb|iso|koi8|ks_c|latin|mac|shift|sjis|tis|us-ascii|utf|windows)[\w.:-]*")
"""How the names of charsets begin; other codecs of Python can take long or warn."""

MOST_TEXT = 1024 * 1024
"""So many bytes of text are read of one mail."""

MOST_PARTS = 100
MOST_BORDERS = 10_000
MOST_WORK = 5_000_000
LONGEST_TYPE = 4096
"""The parser of the standard library takes long for mails with more parts, more lines that could end a part, more lines
times parts, or a longer Content-Type: no honest mail comes near."""

CONTENT_TYPE = re.compile(rb"(?:\A|[\r\n])content-type:[^\n]*(?:\n[ \t][^\n]*)*")
MISHAPS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the parser of the standard library raises, beside its own errors, for mails made to break it."""


class Damaged(ValueError):
    """A mail that cannot be taken apart."""


def parsed(content: bytes) -> Message:
    """The mail in these bytes. Raises `Damaged`."""
    if is_heavy(content.lower()):
        raise Damaged
    try:
        return message_from_bytes(OLD_SEPARATOR.sub(b"", content, count=1))
    except (MessageError, *MISHAPS):
        raise Damaged from None


def is_heavy(content: bytes) -> bool:
    """Whether the mail, in small letters, was made to keep its reader busy."""
    parts = content.count(b"multipart/") + content.count(b"message/")
    lines = content.count(b"\n") + content.count(b"\r")
    borders = content.count(b"\n--") + content.count(b"\r--")
    types = (len(found[0]) for found in CONTENT_TYPE.finditer(content))
    too_much = parts > MOST_PARTS or borders > MOST_BORDERS or parts * lines > MOST_WORK
    return too_much or max(types, default=0) > LONGEST_TYPE


def parts_of(message: Message) -> list[Message]:
    """The mail and every part of it, attached mails and their parts among them. Raises `Damaged`."""
    try:
        return list(message.walk())
    except RecursionError:
        raise Damaged from None


def header(message: Message, name: str) -> str:
    """The header as it was written, in one line; nothing if the mail has none or several."""
    values = [value for key, value in message.raw_items() if key.casefold() == name.casefold()]
    text = str(values[0]) if len(values) == 1 else ""
    return " ".join(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")[:LONGEST_HEADER].split())


def subject_of(message: Message) -> str:
    """The subject in letters; a word that cannot be decoded stays as it was written."""
    written = header(message, "subject")
    try:
        words = decode_header(written)
    except (MessageError, *MISHAPS):
        return written
    return "".join(word if isinstance(word, str) else decoded(word, charset) for word, charset in words)


def is_from_aliexpress(message: Message) -> bool:
    """Whether the address in the mail's only From header is that of order mails; the name beside it does not count."""
    match = FROM.fullmatch(header(message, "from"))
    return match is not None and is_sender(match[1] or match[2])


def is_sender(address: str) -> bool:
    """Whether this is the address of order mails."""
    plain = address.casefold()
    return plain == SENDER or RELAYED.fullmatch(plain) is not None


def moment_in(text: str) -> datetime | None:
    """The moment that a Date header names, in UTC; `None` if it is none, has no zone or cannot be that of an order."""
    match = SENT.fullmatch(" ".join(text.casefold().split()))
    if match is None or match[2] not in MONTHS:
        return None
    offset = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
    try:
        zone = timezone(-offset if match[7] == "-" else offset)
        clock = (int(match[4]), int(match[5]), int(match[6] or 0))
        moment = datetime(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]), *clock, tzinfo=zone)
        in_range(moment.date())
    except ValueError:
        return None
    return moment.astimezone(UTC)


def texts_of(message: Message, kind: str) -> Iterator[str]:
    """The texts of this kind (`plain`, `html`) in the mail, as far as `MOST_TEXT` bytes of them. Raises `Damaged`."""
    left = MOST_TEXT
    for part in parts_of(message):
        if part.get_content_type() == f"text/{kind}" and left > 0:
            content = bytes_of(part)[:left]
            left -= len(content)
            charset = CHARSET.search(header(part, "content-type"))
            yield decoded(content, charset[1] if charset else None)


def bytes_of(part: Message) -> bytes:
    """What stands in a part, without its wrapping for transport. Raises `Damaged`."""
    try:
        content = part.get_payload(decode=True)
    except (MessageError, *MISHAPS):
        raise Damaged from None
    return content if isinstance(content, bytes) else b""


def decoded(content: bytes, charset: str | None) -> str:
    """The text in these bytes; what cannot be decoded becomes U+FFFD."""
    name = (charset or "").casefold()
    try:
        return content.decode(name if TEXT_CODES.fullmatch(name) else "utf-8", "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")

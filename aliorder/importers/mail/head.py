"""How files with mails begin, and one mail of such a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

BOM = b"\xef\xbb\xbf"
MOST_BYTES = 4 * 1024**2
"""A mail with more bytes is not read: those of AliExpress have a hundredth of them."""

FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9_-]{0,76}):(.*)")
MARKS = frozenset({b"subject", b"date", b"received", b"message-id", b"return-path", b"delivered-to", b"to"})
"""Beside From, a mail has at least one of these."""

PAGE = re.compile(rb"snapshot-content-location:|from: *<saved by ")
"""How browsers sign the pages that they save in the shape of a mail (MHTML)."""

SEPARATOR = b"From "


class RawMail(NamedTuple):
    """The bytes of a mail and the line of its file on which it begins; `whole` unless its end was left out."""

    line: int | None
    content: bytes
    whole: bool = True


def is_mail(head: bytes) -> bool:
    """Whether a file that begins like this is one mail."""
    return has_mail_head(head.removeprefix(BOM).lstrip().splitlines())


def is_mailbox(head: bytes) -> bool:
    """Whether a file that begins like this is a mailbox: mails, each after a line that begins with `From `."""
    first, *lines = head.removeprefix(BOM).lstrip().splitlines() or [b""]
    if lines and lines[0].startswith(b">" + SEPARATOR):
        del lines[0]
    return is_separator(first) and has_mail_head(lines)


def is_separator(line: bytes) -> bool:
    """Whether the line can stand before a mail in a mailbox."""
    return line.startswith(SEPARATOR) or line.rstrip() == SEPARATOR.rstrip()


def is_field(line: bytes) -> bool:
    """Whether the line can be the first one of a mail."""
    return FIELD.match(line) is not None or line.startswith(b">" + SEPARATOR)


def has_mail_head(lines: Sequence[bytes]) -> bool:
    """Whether the lines begin with the headers of a mail and nothing else; the last line may be cut."""
    names: set[bytes] = set()
    for line in lines:
        field = FIELD.match(line)
        if field:
            names.add(field[1].lower())
        elif not line.strip() or line is lines[-1]:
            break
        elif not (names and line[:1] in b" \t"):
            return False
        if PAGE.match(line.lower()):
            return False
    return b"from" in names and not MARKS.isdisjoint(names)

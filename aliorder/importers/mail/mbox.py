"""A mailbox in one file: what mail programs and Google Takeout export. How far its mails are believed says `eml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from aliorder.importers import Entry, InputFile, Terms
from aliorder.importers.mail.head import BOM, MOST_BYTES, RawMail, is_field, is_mailbox, is_separator

LONGEST_LINE = 64 * 1024
"""A longer line is taken in pieces."""


class Mbox:
    """Reads every order mail of a mailbox, one at a time."""

    name = "mbox"
    label = "mailbox (.mbox)"

    def claims(self, file: InputFile) -> bool:
        """Whether the file begins like a mailbox, with whatever mails."""
        return is_mailbox(file.head)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """What the mails tell of orders. Never more than one mail is held in memory."""
        from aliorder.importers.mail.news import entries_of  # noqa: PLC0415 - it loads the parser of mails

        with file.open() as stream:
            yield from entries_of(file.name, mails_of(stream), terms)


def mails_of(stream: BinaryIO) -> Iterator[RawMail]:
    """The mails in a mailbox, in its order, each with the line of its separator; of a long one only the beginning."""
    begins: int | None = None
    content = bytearray()
    for number, is_first, piece in marked(stream):
        if is_first:
            if begins is not None:
                yield raw_mail(begins, content)
            begins, content = number, bytearray()
        elif len(content) <= MOST_BYTES:
            content += piece
    if begins is not None:
        yield raw_mail(begins, content)


def raw_mail(line: int, content: bytearray) -> RawMail:
    """The mail that begins on this line."""
    return RawMail(line, bytes(content[:MOST_BYTES]), len(content) <= MOST_BYTES)


def marked(stream: BinaryIO) -> Iterator[tuple[int, bool, bytes]]:
    """The lines (or pieces of long ones) with their numbers, and whether each is the separator before a mail.

    It is one if it begins with `From `, a blank line stands above it and a header below: so a sentence that begins
    with this word does not cut a mail in two.
    """
    number, is_start, after_blank = 1, True, True
    piece = stream.readline(LONGEST_LINE).removeprefix(BOM)
    while piece:
        following = stream.readline(LONGEST_LINE)
        is_end = piece.endswith(b"\n")
        yield number, is_start and after_blank and is_end and opens_mail(piece, following), piece
        after_blank = is_start and piece in (b"\n", b"\r\n")
        number, is_start, piece = number + is_end, is_end, following


def opens_mail(line: bytes, following: bytes) -> bool:
    """Whether a mail begins between these two lines, if anything does."""
    return is_separator(line) and is_field(following)

"""One order mail, saved as a file or lying in a Maildir folder.

What counts is the address in the From header, nothing else: not the name beside it, not the path the mail took, not
its signatures. That address can be forged. So whoever hands over a mail that only looks as if AliExpress sent it gets
an order, or an event of one, that is not true; but nothing of a mail is ever opened, followed or run, what is read is
the numbers, the moment and the total, and `undo` takes an import back. A mail forwarded by somebody is believed like
the original.

A mail about a parcel speaks for the whole order: where an order travels in several parcels, the first one that arrives
counts as its delivery.
"""

from __future__ import annotations

from collections.abc import Iterator

from aliorder.importers import Entry, InputFile, Terms
from aliorder.importers.mail.head import BOM, MOST_BYTES, RawMail, is_mail


class Eml:
    """Reads one mail."""

    name = "eml"
    label = "an order mail (.eml, Maildir)"

    def claims(self, file: InputFile) -> bool:
        """Whether the file begins like a mail, from whomever."""
        return is_mail(file.head)

    def read(self, file: InputFile, terms: Terms) -> Iterator[Entry]:
        """What the mail tells of an order; nothing if it is not from AliExpress."""
        from aliorder.importers.mail.news import entries_of  # noqa: PLC0415 - it loads the parser of mails

        with file.open() as stream:
            content = stream.read(MOST_BYTES + 1)
        mail = RawMail(None, content[:MOST_BYTES].removeprefix(BOM).lstrip(), len(content) <= MOST_BYTES)
        yield from entries_of(file.name, [mail], terms)

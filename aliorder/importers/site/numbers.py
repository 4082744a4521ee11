"""Values that only the site's simpler answers hold."""

from __future__ import annotations

import re
from decimal import Decimal

from aliorder.importers.values.reading import Unreadable, plain, shown


def read_number(value: object) -> int:
    """A whole number of up to 15 digits, also where it is spelled as text."""
    text = plain(value)
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise Unreadable(f"{shown(value)} is not a whole number")
    return int(text)


def read_cents(value: object) -> Decimal:
    """An amount that is given in hundredths."""
    return Decimal(read_number(value)).scaleb(-2)

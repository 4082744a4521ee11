"""How large files are, as people say it."""

from __future__ import annotations

UNITS = ("kB", "MB", "GB", "TB")


def size_words(size: int) -> str:
    """`512 bytes`, `3.4 kB`, `1.2 MB`: in thousands."""
    if size < 1000:
        return f"{size} byte{'' if size == 1 else 's'}"
    amount, unit = size / 1000, 0
    while amount >= 999.95 and unit < len(UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.1f} {UNITS[unit]}"

"""Text brought to one spelling, so that tables of names and signs find it whatever the language and the program."""

from __future__ import annotations

from unicodedata import category, decimal, normalize


def plain(text: str) -> str:
    """The text without capitals, invisible marks and needless blanks, its digits being 0 to 9.

    Wide and presentation forms become plain letters. Raised digits and fractions stay as they are: none of them may
    pass for a digit of a day or an amount.
    """
    if not text.isascii():
        text = normalize("NFC", "".join(map(plain_character, text)))
        text = normalize("NFC", text.casefold())
    return " ".join(text.casefold().split())


def plain_character(character: str) -> str:
    """The character in its plain form; nothing for an invisible mark."""
    kind = category(character)
    if kind == "Nd":
        return str(decimal(character))
    if kind == "Cf":
        return ""
    return character if kind == "No" else normalize("NFKC", character)

"""What the subject of an order mail tells."""

from __future__ import annotations

import re
from typing import NamedTuple

from aliorder.importers.mail.wordings import WORDINGS, About, Step, Wording
from aliorder.importers.values.spelling import plain

LONGEST = 500
"""No subject of AliExpress is longer, in characters."""

LEAST_DIGITS = 6
"""A word with fewer digits is not the number of an order or a parcel."""

NUMBER = re.compile(r"(?<![0-9a-z])[0-9a-z]{8,30}(?![0-9a-z])")
ORDER_NUMBER = re.compile(r"[1-9][0-9]{14,19}")
PARCEL_STEPS: frozenset[Step] = frozenset({"shipped", "moving", "delivered"})
"""What can be told of a parcel alone."""

FORWARDS = "fwd fw tr wg rv enc i doorst vs pd vl vb ilt yml hl πρθ пересл пер 转发 轉寄 轉發 転送 전달"
REPLIES = "re aw sv antw odp ynt res rif 回复 回覆 返信"
PREFIX = re.compile(rf"(?:({FORWARDS.replace(' ', '|')})|{REPLIES.replace(' ', '|')})(?:\[[0-9]{{1,3}}\])? ?: ?")


class News(NamedTuple):
    """What a subject tells: of what, which step, and the number if it names one (its letters as capitals)."""

    about: About
    step: Step
    number: str | None


class Original(NamedTuple):
    """A subject in plain letters without the marks of forwarding before it; `forwarded` if there were any."""

    text: str
    forwarded: bool


def read_subject(subject: str) -> News | None:
    """What the subject tells; `None` if its wording or its number is none that is known for certain."""
    text = original(subject).text
    numbers = [found for found in NUMBER.finditer(text) if is_number(found[0])]
    if len(numbers) > 1:
        return None
    if not numbers:
        known = WHOLE.get(phrase(text))
        return News(*known, None) if known else None
    found = numbers[0]
    before, after = phrase(text[: found.start()]), phrase(text[found.end() :])
    told = WHOLE.get(f"{before} # {after}".strip()) or told_of(before, after)
    return News(*told, found[0].upper()) if told and fits(*told, found[0]) else None


def told_of(before: str, after: str) -> tuple[About, Step] | None:
    """What the words before and after a number say; `None` if either are unknown. They may be of two languages."""
    about, step = NOUNS.get(before), STEPS.get(after)
    return (about, step) if about and step else None


def fits(about: About, step: Step, number: str) -> bool:
    """Whether such a thing can have this number and this news."""
    return ORDER_NUMBER.fullmatch(number) is not None if about == "order" else step in PARCEL_STEPS


def original(subject: str) -> Original:
    """The subject as it was before it was forwarded or answered."""
    text, forwarded = plain(subject[:LONGEST]), False
    while prefix := PREFIX.match(text):
        text = text[prefix.end() :]
        forwarded = forwarded or prefix[1] is not None
    return Original(text, forwarded)


def is_number(word: str) -> bool:
    """Whether the word can be the number of an order or a parcel: it has many digits."""
    return sum(character.isdecimal() for character in word) >= LEAST_DIGITS


def phrase(text: str) -> str:
    """Words as they are compared: any small number as 0, no colons, no mark at the end."""
    text = re.sub(r"[0-9]+", "0", plain(text)).replace(":", " ").replace("/", " / ")
    return " ".join(text.rstrip(" .!").split())


def nouns(wording: Wording) -> dict[str, About]:
    """What each word before a number stands for."""
    orders: dict[str, About] = {phrase(words): "order" for words in wording.orders}
    return {**orders, **{phrase(words): "parcel" for words in wording.parcels}}


NOUNS: dict[str, About] = {words: about for wording in WORDINGS.values() for words, about in nouns(wording).items()}
STEPS: dict[str, Step] = {
    phrase(words): step for wording in WORDINGS.values() for step, group in wording.steps.items() for words in group
}
WHOLE: dict[str, tuple[About, Step]] = {
    phrase(words): told for wording in WORDINGS.values() for words, told in wording.whole.items()
}

"""The money on its way, in words: how long each refund still has, what to do, what all of them come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aliorder.domain.experience import Experience
from aliorder.domain.outstanding import NextStep, Outstanding, Sums, sums_of
from aliorder.words.dates import distance_words

NEXT_STEPS: Mapping[NextStep, str] = {
    "wait": "wait",
    "ask": "ask where it is",
    "look": "look at the dispute page",
    "coupon": "look for a coupon",
    "tell-day": "tell the day it counts from",
    "bank-form-filled": "fill in the bank form",
    "payout-asked": "take it out of the Alipay account",
}


def own_words(own: Experience) -> str:
    """What the buyer's own refunds by a method took: `yours by this method took 6–11 business days (4 refunds)`."""
    days, unit = f"{own.least}–{own.most}", "business days"
    if own.least == own.most:
        days, unit = f"{own.most}", plural(own.most, "business day")
    return f"yours by this method took {days} {unit} ({own.count} {plural(own.count, 'refund')})"


def plural(count: int, noun: str) -> str:
    """The noun, in the plural unless `count` is one."""
    return noun if count == 1 else f"{noun}s"


def left_words(found: Outstanding) -> str:
    """How long a refund still has at the most: `in 3 days`, `today`, `2 days late`, `no day yet`."""
    if found.days_left is None or found.refund.latest is None:
        return "no day yet"
    if found.overdue:
        return f"{-found.days_left} {plural(-found.days_left, 'day')} late"
    return distance_words(found.refund.latest, found.advice.now)


def totals_words(found: Sequence[Outstanding]) -> str:
    """What the refunds come to: `On their way: 42.10 USD, 23.10 EUR; of these overdue: 23.10 EUR`."""
    late = [each for each in found if each.overdue]
    whole = sums_words(sums_of(found))
    if len(late) == len(found):
        return f"Overdue: {whole}"
    overdue = f"; of these overdue: {sums_words(sums_of(late))}" if late else ""
    return f"On {'its' if len(found) == 1 else 'their'} way: {whole}{overdue}"


def sums_words(sums: Sums) -> str:
    """The sums, one a currency, and how many amounts are not known."""
    known = ", ".join(f"{money.amount:f} {money.currency}" for money in sums.known)
    unknown = f"{sums.unknown} of unknown amount" if sums.unknown else ""
    return " and ".join(filter(None, (known, unknown)))

"""The money on its way, in words: how long each refund still has, what to do, what all come to, what has arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from aliorder.domain.advice import Advice
from aliorder.domain.amounts import amounts_of
from aliorder.domain.dates import Calendar, own_day
from aliorder.domain.experience import Experience, days_taken
from aliorder.domain.outstanding import NextStep, Outstanding, Sums, sums_of
from aliorder.domain.policy import Policy
from aliorder.domain.timeline import counts
from aliorder.words.dates import day_words, distance_words
from aliorder.words.money import money_words
from aliorder.words.telling import Blanks, ground_text

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


def no_refund_words(advice: Advice, policy: Policy, calendar: Calendar) -> str:
    """Why there is no refund to wait for: it has arrived, or where the order stands."""
    now = advice.now
    came = [event for event in advice.order.events if event.kind == "refund-received" and counts(event, now)]
    if not came:
        return f"No refund is owed or asked for. {ground_text(advice.because[0], Blanks(advice, policy))}"
    taken = days_taken(advice.order, policy, now, calendar)
    amounts = amounts_of(advice.order, now)
    owed = f"The refund of {money_words(amounts.granted)}" if amounts.granted else "The refund"
    amount = money_words(amounts.received) or owed
    return arrived_words(amount, [own_day(event.when, now) for event in came], taken, now)


def arrived_words(amount: str, days: Sequence[date | None], taken: int | None, now: datetime) -> str:
    """That the money is here: `18.00 USD arrived Tue 17 Nov, after 13 business days`, as a sentence.

    `days` are those on which it came, `None` for one unknown; `taken` the business days until the first of them.
    """
    if None in days:
        return f"{amount} has arrived."
    first, *others = sorted(day for day in days if day)
    after = "" if taken is None else f", after {taken} {plural(taken, 'business day')}"
    if others:
        last = day_words(others[-1], now)
        return f"{amount} arrived in {len(days)} parts: the first {day_words(first, now)}{after}, the last {last}."
    return f"{amount} arrived {day_words(first, now)}{after}."


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

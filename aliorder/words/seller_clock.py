"""The seller's clock in words: the time in China, when sellers likely read, and what a holiday means for the order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from aliorder.domain.advice import Advice
from aliorder.domain.dates import CHINA, start_of_china_day
from aliorder.domain.policy import DeadlineId, Policy, SellerHoliday
from aliorder.domain.seller import SELLER_ACTS, back_day, leaving_day
from aliorder.domain.seller_clock import SellerClock, Touched, for_order, seller_clock
from aliorder.policies.messages import RECIPIENTS, STEP_MESSAGES
from aliorder.words.dates import day_words, deadline_day, hour_words

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SELLER_STEPS: frozenset[str] = frozenset(
    step for step, about in STEP_MESSAGES.items() if RECIPIENTS[about] == "seller" and about != "no-outside-deal"
)
"""The steps for which the seller is written to; to refuse an offer of theirs is only an answer."""

MEANINGS: Mapping[DeadlineId, str] = {
    "cancel-answer-latest": (
        "The seller's time to answer your request (until {day}) runs on {then}: without an answer the order "
        "should cancel itself."
    ),
    "seller-answer-by": (
        "The seller's time to answer the dispute (until {day}) runs on {then}: no answer means that your claim stands."
    ),
    "answer-by": "The answer that is due {day} may not come before {back}, because of the {holiday}.",
    "protection-until": (
        "Your Buyer Protection ends {then} ({day}): do not count on the seller's consent by then; a dispute needs none."
    ),
    "dispute-until": (
        "Your last day for a dispute ({day}) comes {then}: do not wait for the seller's answer until then."
    ),
}
"""What a long holiday means for a deadline that it touches."""

SHIPPING: Mapping[str, str] = {
    "inside": (
        "The seller's last day to ship ({day}) comes {then}. If it is missed, the order should close with a "
        "full refund; if the page shows a new day, enter it."
    ),
    "beyond": (
        "The {holiday} takes up part of the seller's time to ship, which ends {day}. If that is missed, the order "
        "should close with a full refund."
    ),
    "guessed": (
        "Our estimate for the shipping ({day}) does not count the {holiday}: it may take longer. The countdown on the "
        "order page decides."
    ),
}
"""The same for the time to ship: its end lies in the holiday, or after it, or is only an estimate of ours."""


def needs_seller(advice: Advice) -> bool:
    """Whether the advice is to write to the seller, or the buyer waits for what the seller does or answers."""
    if not SELLER_STEPS.isdisjoint(advice.action.steps):
        return True
    until, ahead = advice.action.until, (due for due in advice.deadlines if due.at is not None)
    return any(due.id == "answer-by" or (due.id in SELLER_ACTS and due.at == until) for due in ahead)


def advised_clock(advice: Advice, policy: Policy, clock: SellerClock | None = None) -> SellerClock | None:
    """The seller's clock for the order of the advice; `None` where nothing is asked of the seller.

    `clock` is that of its moment, where it is at hand.
    """
    return for_order(clock or seller_clock(advice.now, policy), advice.deadlines) if needs_seller(advice) else None


def clock_lines(clock: SellerClock, now: datetime, *, warned: bool = False) -> tuple[str, ...]:
    """What a buyer has to know at `now`, the moment of the clock, each thought on its line.

    `warned`: that sellers are away, or soon will be, is said elsewhere and left out here.
    """
    told = () if warned or clock.holiday is None else (holiday_words(clock.holiday, clock.china_now.date(), now),)
    return (hours_words(clock, now), *told, *meaning_texts(clock, now))


def hours_words(clock: SellerClock, now: datetime) -> str:
    """The time in China, and when sellers likely read messages, by the clock of the buyer."""
    there = f"{day_words(clock.china_now.date(), now)} {clock.china_now:%H:%M}"
    here = all(at.utcoffset() == clock.china_now.utcoffset() for at in (now, clock.start, clock.end))
    return f"In China it is {there}{', as where you are' if here else ''}. {work_words(clock, now, here=here)}"


def work_words(clock: SellerClock, now: datetime, *, here: bool) -> str:
    """When sellers likely read messages; `here`: the buyer's clock shows what theirs does."""
    start, end = clock.start, clock.end
    until = f"{end:%H:%M}" if end.date() == start.date() else hour_words(end, now)
    span = f"until {until}" if clock.at_work else f"from {hour_words(start, now)} to {until}"
    yours = "" if here else " your time"
    after = f", after the {clock.after.name}" if clock.after else ""
    begin = "Sellers are likely at work" if clock.at_work else "Sellers likely read messages"
    return f"{begin} {span}{yours}{after} ({assumed_words(clock)})."


def assumed_words(clock: SellerClock) -> str:
    """On what the hours rest: an assumption, and the public holidays as far as they are known."""
    hours = clock.hours
    opens, closes = (f"{at:%H:%M}".removeprefix("0") for at in (hours.opens, hours.closes))
    unknown = "" if clock.known else f"; the public holidays of {clock.start.astimezone(CHINA).year} are not known"
    return f"assumed: {opens} to {closes} there, {WEEK[hours.first_day]} to {WEEK[hours.last_day]}{unknown}"


def holiday_words(holiday: SellerHoliday, today: date, now: datetime) -> str:
    """That sellers are away on a long holiday, or will be; `today` is the day in China."""
    estimate = "" if holiday.official else " (our estimate)"
    slow = " They may be slow for some weeks after." if holiday.slow_after else ""
    if today < leaving_day(holiday):
        days = f"from {day_words(leaving_day(holiday), now)} to {day_words(holiday.last, now)}"
        return f"The {holiday.name} is ahead: few sellers ship or answer {days}{estimate}.{slow}"
    begin = f"It is the {holiday.name} there" if today >= holiday.first else f"Sellers leave for the {holiday.name}"
    return f"{begin}: few ship or answer before {day_words(back_day(holiday), now)}{estimate}.{slow}"


def meaning_texts(clock: SellerClock, now: datetime) -> tuple[str, ...]:
    """What the holiday means for each of the order's deadlines that it touches, soonest first."""
    holiday = clock.holiday
    return () if holiday is None else tuple(meaning_words(touched, holiday, now) for touched in clock.touched)


def meaning_words(touched: Touched, holiday: SellerHoliday, now: datetime) -> str:
    """What the holiday means for a deadline that it touches."""
    leaving = touched.at < start_of_china_day(holiday.first)
    return meaning_of(touched).format(
        day=deadline_day(touched.deadline.id, touched.at, now),
        holiday=holiday.name,
        then=f"as sellers leave for the {holiday.name}" if leaving else f"in the {holiday.name}",
        back=day_words(back_day(holiday), now),
    )


def meaning_of(touched: Touched) -> str:
    """The text for a deadline that a holiday touches, its blanks open."""
    deadline = touched.deadline
    if deadline.id != "ship-by":
        return MEANINGS[deadline.id]
    return SHIPPING["guessed" if not deadline.shown else "inside" if touched.inside else "beyond"]

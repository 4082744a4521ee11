"""An advice in sentences: the texts of its ids, with the days and figures of this order filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from aliorder.domain.advice import ActionFound, Advice, Ground
from aliorder.domain.amounts import Amounts, amounts_of
from aliorder.domain.countries import COUNTRIES
from aliorder.domain.policy import PaymentMethod, Policy, RefundStart, Window, valid_on
from aliorder.domain.seller import back_day, leaving_day, nearest
from aliorder.domain.timeline import counts
from aliorder.domain.vocabulary import About, Penalty
from aliorder.words.at_odds import at_odds_words
from aliorder.words.because import ACTION_TEXTS, REASON_TEXTS, REFUND_TEXTS, STAGE_TEXTS, TRADE_OFFS
from aliorder.words.dates import day_and_distance, day_words, deadline_day, deadline_left, moment_words
from aliorder.words.figures import figure_words, span_words, spans_words
from aliorder.words.labels import REASON_LABELS
from aliorder.words.money import money_words
from aliorder.words.naming import name_of
from aliorder.words.reminding import if_answered, to_remind
from aliorder.words.steps import FOR_ACTS, FOR_ASK, FOR_WAYS, FOR_WHYS, RECORDS, STEPS
from aliorder.words.warnings import WARNINGS
from aliorder.words.writing import messages_of, step_hint

GROUND_TEXTS: Mapping[str, Mapping[str, str]] = {
    "stage": STAGE_TEXTS,
    "action": ACTION_TEXTS,
    "reason": REASON_TEXTS,
    "refund": REFUND_TEXTS,
}
NO_DAY = "see the order page"
NO_AMOUNT = "an unknown amount"


class Blanks(dict[str, str]):
    """The values of the placeholders in the texts, each worked out when a text asks for it."""

    def __init__(self, advice: Advice, policy: Policy) -> None:
        super().__init__()
        self.advice = advice
        self.policy = policy

    def __missing__(self, name: str) -> str:
        kind, _, rest = name.partition("_")
        if kind == "day":
            return self.day(rest.replace("_", "-"))
        if kind == "span":
            return self.span(rest.replace("_", "-"))
        if kind == "spans":
            return spans_words(self.window(rest.replace("_", "-")), self.window(f"{rest.replace('_', '-')}-latest"))
        if kind == "seller":
            return self.seller(rest)
        return {
            "pick": self.pick,
            "others": self.others,
            "method_note": self.method_note,
            "general_range": self.general_range,
            "country": self.country,
            "received": self.received,
            "granted": self.granted,
            "rest": self.rest,
            "to_remind": self.to_remind,
            "if_answered": self.if_answered,
        }[name]()

    def day(self, deadline_id: str) -> str:
        """The day of a deadline and how far off it is, in the user's zone."""
        now = self.advice.now
        for deadline in self.advice.deadlines:
            if deadline.id == deadline_id and deadline.at is not None:
                at = deadline.at
                return f"{deadline_day(deadline.id, at, now)}, {deadline_left(deadline.id, at, now)}"
        return NO_DAY

    def span(self, window_id: str) -> str:
        """The length of a window: `15 days`."""
        window = self.window(window_id)
        return span_words(window.value, window.unit)

    def window(self, window_id: str) -> Window:
        """The window, or the one for the order's payment method, as it holds today."""
        longer = f"{window_id}-{self.policy.paid_by(self.advice.order.payment)}"
        windows: Mapping[str, object] = self.policy.windows  # type: ignore[assignment]
        named = self.policy.windows[longer if longer in windows else window_id]  # type: ignore[index]
        return valid_on(named, self.advice.now.date())

    def pick(self) -> str:
        """The reason to choose."""
        reason = self.advice.reason
        return REASON_LABELS[reason.pick.id] if reason else REASON_LABELS["other"]

    def others(self) -> str:
        """What to choose if the page lacks the pick."""
        reason = self.advice.reason
        if reason is None or not reason.alternatives:
            return ""
        names = ", then ".join(f"“{REASON_LABELS[other.id]}”" for other in reason.alternatives)
        return f" If the page lacks it: {names}."

    def method_note(self) -> str:
        """What a buyer has to know about the payment method; empty if there is nothing."""
        method = self.policy.methods.get(self.policy.paid_by(self.advice.order.payment) or "")
        return (method.note or "") if method else ""

    def received(self) -> str:
        """How much of the money owed has come, without its currency; it stands before `granted`."""
        money = self.amounts.received
        return f"{money.amount:f}" if money else NO_AMOUNT

    def granted(self) -> str:
        """How much money was granted, in its currency."""
        return money_words(self.amounts.granted) or NO_AMOUNT

    def rest(self) -> str:
        """How much of it is still to come, in its currency."""
        return money_words(self.amounts.rest) or NO_AMOUNT

    @cached_property
    def amounts(self) -> Amounts:
        """What was granted and what has come of it."""
        return amounts_of(self.advice.order, self.advice.now)

    def general_range(self) -> str:
        """How long a refund takes where there is no figure for the payment method: `3 to 20 business days`."""
        return figure_words(valid_on(self.policy.methods["other"], self.advice.now.date()))

    def seller(self, what: str) -> str:
        """Of the sellers' nearest holiday: its name, when the first leave, when they are back, and whether slowly."""
        now = self.advice.now
        holiday = nearest(self.policy.seller_holidays, now)
        if holiday is None:
            return ""
        if what == "slow":
            return " They may be slow for some weeks after." if holiday.slow_after else ""
        if what == "holiday":
            return holiday.name
        return day_words({"leaves": leaving_day, "back": back_day}[what](holiday), now)

    def to_remind(self) -> str:
        """How to remind the seller of a message."""
        return to_remind(self.advice.order)

    def if_answered(self) -> str:
        """What to do if the seller has answered after all."""
        return if_answered(self.advice.order)

    def country(self) -> str:
        """The buyer's country by its name, by its code if it has none."""
        code = self.advice.order.country or ""
        return COUNTRIES.get(code, code)


def filled(text: str, blanks: Blanks) -> str:
    """`text` with its placeholders filled in."""
    return text.format_map(blanks) if "{" in text else text


FOR_SOME = frozenset({*FOR_WHYS, *FOR_WAYS, *FOR_ASK, *FOR_ACTS, "dispute-opens-on"})
"""The steps that are meant for some buyers only."""


def steps_of(advice: Advice, policy: Policy) -> list[str]:
    """The ids of the steps of the advised action, in order, as far as they are meant for this buyer."""
    return [step for step in advice.action.steps if is_meant(advice, step, policy)]


def step_texts(advice: Advice, blanks: Blanks) -> list[str]:
    """The texts of these steps; where something has to be written, with how to get it written."""
    steps = steps_of(advice, blanks.policy)
    first = messages_of(advice, steps).first
    texts = (step_text(advice, step, first, blanks) for step in steps)
    return [text for text in texts if text]


def step_text(advice: Advice, step: str, first: About | None, blanks: Blanks) -> str:
    """The text of one step; empty for one that nobody can take."""
    if step in RECORDS:
        return record_text(advice, step)
    return filled(STEPS[step], blanks) + step_hint(advice, step, first)


def messages_for(advice: Advice, policy: Policy) -> tuple[About, ...]:
    """The messages that an advice needs, the one to write first at the head; empty if nothing needs to be written."""
    return messages_of(advice, steps_of(advice, policy)).needed


def possible_messages(advice: Advice, policy: Policy) -> tuple[About, ...]:
    """The messages that an advice may come to need besides."""
    return messages_of(advice, steps_of(advice, policy)).possible


def is_meant(advice: Advice, step: str, policy: Policy) -> bool:
    """Whether a step is meant for this buyer: for what they want, how they paid, and what is still ahead."""
    if step not in FOR_SOME:
        return True
    order = advice.order
    if step in FOR_WHYS:
        return order.why in FOR_WHYS[step]
    if step == "dispute-opens-on":
        return any(deadline.id == "dispute-opens" for deadline in advice.deadlines)
    method = policy.methods.get(policy.paid_by(order.payment) or "")
    if step in FOR_WAYS:
        return method is None or method.outside in FOR_WAYS[step]
    if step in FOR_ASK:
        return place_to_ask(method, advice.now.date()) in FOR_ASK[step]
    return waits_for(FOR_ACTS[step], method, advice)


def place_to_ask(method: PaymentMethod | None, day: date) -> str:
    """Where to look and to ask for a refund by this method on `day`."""
    if method is None:
        return "unknown"
    return "ended" if method.ended_by(day) else method.ask


def waits_for(act: RefundStart, method: PaymentMethod | None, advice: Advice) -> bool:
    """Whether the method's clock waits for this act of the buyer's, and it is not done yet."""
    done = any(event.kind == act and counts(event, advice.now) for event in advice.order.events)
    return method is not None and method.start == act and not done


def record_text(advice: Advice, step: str) -> str:
    """The sentence that says how to note an event; empty if the order has no number to note it under."""
    if advice.order.number is None:
        return ""
    kind, moment = RECORDS[step]
    return f"{moment}, note it here: aliorder record {name_of(advice.order)} {kind}"


def warning_texts(advice: Advice, blanks: Blanks) -> list[tuple[str, str]]:
    """The id and the text of every warning, in order."""
    found = []
    for warning in advice.warnings:
        blanks["about"] = "; ".join(at_odds_words(pair, advice.order, advice.now) for pair in warning.about)
        found.append((warning.id, filled(WARNINGS[warning.text], blanks)))
    return found


def ground_text(ground: Ground, blanks: Blanks) -> str:
    """Why a rule decided as it did."""
    return filled(GROUND_TEXTS[ground.table][ground.rule], blanks)


def trade_off(penalty: Penalty) -> str:
    """What choosing a reason of this penalty costs and keeps."""
    return TRADE_OFFS[penalty]


def time_words(action: ActionFound, now: datetime) -> str:
    """By when to act, or until when to wait, where the user is; empty if neither is known."""
    if action.by is not None:
        return f"by {moment_words(action.by, now)}"
    if action.until is None:
        return ""
    if action.id == "wait-for-refund":
        return f"until {day_and_distance(action.until.date(), now)}"
    return f"until {moment_words(action.until, now)}"

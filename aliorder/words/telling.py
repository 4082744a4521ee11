"""An advice in sentences: the texts of its ids, with the days and figures of this order filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta, timezone

from aliorder.domain.advice import Advice, Ground
from aliorder.domain.dates import said_day
from aliorder.domain.policy import Policy, Unit, valid_on
from aliorder.domain.vocabulary import Penalty
from aliorder.words.because import ACTION_TEXTS, REASON_TEXTS, REFUND_TEXTS, STAGE_TEXTS, TRADE_OFFS
from aliorder.words.dates import day_and_distance
from aliorder.words.labels import REASON_LABELS
from aliorder.words.steps import FOR_WAYS, FOR_WHYS, RECORDS, STEPS
from aliorder.words.warnings import WARNINGS

CHINA = timezone(timedelta(hours=8), "China")
"""China has one zone and no summer time."""

GROUND_TEXTS: Mapping[str, Mapping[str, str]] = {
    "stage": STAGE_TEXTS,
    "action": ACTION_TEXTS,
    "reason": REASON_TEXTS,
    "refund": REFUND_TEXTS,
}
NO_DAY = "see the order page"
UNIT_WORDS: Mapping[Unit, tuple[str, str]] = {
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "business-days": ("business day", "business days"),
}


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
        return {"pick": self.pick, "others": self.others, "method_note": self.method_note, "china": self.china}[name]()

    def day(self, deadline_id: str) -> str:
        """The day of a deadline and how far off it is, in the user's zone."""
        now = self.advice.now
        for deadline in self.advice.deadlines:
            if deadline.id == deadline_id and deadline.at is not None:
                return day_and_distance(said_day(deadline.at, now), now)
        return NO_DAY

    def span(self, window_id: str) -> str:
        """The length of a window: `15 days`."""
        longer = f"{window_id}-{self.advice.order.payment}"
        windows: Mapping[str, object] = self.policy.windows  # type: ignore[assignment]
        named = self.policy.windows[longer if longer in windows else window_id]  # type: ignore[index]
        window = valid_on(named, self.advice.now.date())
        return f"{window.value} {UNIT_WORDS[window.unit][window.value != 1]}"

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
        method = self.policy.methods.get(self.advice.order.payment or "")
        return (method.note or "") if method else ""

    def china(self) -> str:
        """The time of day in China now."""
        return f"{self.advice.now.astimezone(CHINA):%H:%M}"


def filled(text: str, blanks: Blanks) -> str:
    """`text` with its placeholders filled in."""
    return text.format_map(blanks) if "{" in text else text


def step_texts(advice: Advice, blanks: Blanks) -> list[str]:
    """The steps of the advised action, in order, as far as they are meant for this buyer."""
    steps = [step for step in advice.action.steps if is_meant(advice, step, blanks.policy)]
    texts = (record_text(advice, step) if step in RECORDS else filled(STEPS[step], blanks) for step in steps)
    return [text for text in texts if text]


def is_meant(advice: Advice, step: str, policy: Policy) -> bool:
    """Whether a step is meant for this buyer: for what they want, how they paid, and what is still ahead."""
    order = advice.order
    if step in FOR_WHYS:
        return order.why in FOR_WHYS[step]
    if step == "dispute-opens-on":
        return any(deadline.id == "dispute-opens" for deadline in advice.deadlines)
    if step not in FOR_WAYS:
        return True
    method = policy.methods.get(order.payment or "")
    return method is None or method.outside in FOR_WAYS[step]


def record_text(advice: Advice, step: str) -> str:
    """The sentence that says how to note an event; empty if the order has no number to note it under."""
    if advice.order.number is None:
        return ""
    kind, moment = RECORDS[step]
    return f"{moment}, note it here: aliorder record {advice.order.alias or advice.order.number} {kind}"


def warning_texts(advice: Advice, blanks: Blanks) -> list[tuple[str, str]]:
    """The id and the text of every warning, in order."""
    found = []
    for warning in advice.warnings:
        blanks["about"] = "; ".join(warning.about)
        found.append((warning.id, filled(WARNINGS[warning.text], blanks)))
    return found


def ground_text(ground: Ground, blanks: Blanks) -> str:
    """Why a rule decided as it did."""
    return filled(GROUND_TEXTS[ground.table][ground.rule], blanks)


def trade_off(penalty: Penalty) -> str:
    """What choosing a reason of this penalty costs and keeps."""
    return TRADE_OFFS[penalty]

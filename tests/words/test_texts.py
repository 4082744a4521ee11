"""Every text can be filled in, says a day only where it may be unknown, and keeps its voice down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import get_args

from aliorder.domain.policy import DeadlineId
from aliorder.domain.vocabulary import EVENT_KINDS
from aliorder.policies import load_policy
from aliorder.words.because import ACTION_TEXTS, REASON_TEXTS, REFUND_TEXTS, STAGE_TEXTS, TRADE_OFFS
from aliorder.words.steps import RECORDS, STEPS
from aliorder.words.warnings import WARNINGS

TEXTS: Mapping[str, Mapping[str, str]] = {
    "step": STEPS,
    "warning": WARNINGS,
    "stage": STAGE_TEXTS,
    "action": ACTION_TEXTS,
    "reason": REASON_TEXTS,
    "refund": REFUND_TEXTS,
    "trade-off": TRADE_OFFS,
}
SELLER_BLANKS = {"seller_back", "seller_holiday", "seller_leaves", "seller_slow"}
AMOUNT_BLANKS = {"granted", "received", "rest"}
PLAIN_BLANKS = {
    "about",
    "if_answered",
    "to_remind",
    "general_range",
    "country",
    "method_note",
    "others",
    "pick",
    *SELLER_BLANKS,
    *AMOUNT_BLANKS,
}
ALL = {f"{kind} {name}": text for kind, texts in TEXTS.items() for name, text in texts.items()}


def blanks(text: str) -> Iterator[str]:
    yield from (name for _, name, _, _ in Formatter().parse(text) if name is not None)


def known_blanks() -> set[str]:
    days = {f"day_{name.replace('-', '_')}" for name in get_args(DeadlineId)}
    spans = {f"span_{name.replace('-', '_')}" for name in load_policy().windows}
    spans |= {name.replace("span_", "spans_").removesuffix("_latest") for name in spans if name.endswith("_latest")}
    return PLAIN_BLANKS | days | spans


def test_a_text_has_only_blanks_that_can_be_filled() -> None:
    known = known_blanks()
    assert {name: odd for name, text in ALL.items() if (odd := set(blanks(text)) - known)} == {}


def test_a_day_stands_in_brackets_because_it_may_be_unknown() -> None:
    bare = re.compile(r"(?<!\(){day_\w+}|{day_\w+}(?!\))")
    assert [name for name, text in ALL.items() if bare.search(text)] == []


def test_a_text_is_short_and_does_not_shout() -> None:
    assert [name for name, text in ALL.items() if "!" in text] == []
    assert [name for name, text in ALL.items() if len(text) > 260] == []
    assert [name for name, text in ALL.items() if text != " ".join(text.split())] == []


def test_a_step_that_notes_an_event_names_one_that_exists() -> None:
    assert {kind for kind, _ in RECORDS.values()} - set(EVENT_KINDS) == set()
    assert STEPS.keys() & RECORDS.keys() == set()

"""The cases of tests/cases, run through the doors that a command goes through."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from aliorder.calendars import calendar_of
from aliorder.cli.facts import FactOptions, with_typed
from aliorder.domain.advice import Advice, Decision, advise, decide
from aliorder.domain.dates import Calendar
from aliorder.domain.order import Order
from aliorder.domain.policy import Policy, Window
from aliorder.domain.refund import refund_from
from aliorder.domain.typed import money
from aliorder.domain.vocabulary import STAGES, WHY_FAMILIES, Stage
from aliorder.errors import AliorderError
from aliorder.exporters.advice_document import advice_document, refund_document
from aliorder.policies import load_policy

POLICY = load_policy()
CASES = Path(__file__).parent / "cases"
SITE = ZoneInfo("America/Los_Angeles")
LISTS = {"events": "event", "deadlines": "deadline"}
TYPED = (*LISTS, "why", "payment", "coupon", "parcel", "country", "total", "cancel_button", "free_return", "keep")
ABOUT = ("amounts", "name", "now", "zone", "recorded", "status", "seen", "expect")
ANSWERS = ("stage", "action", "claim", "by", "until", "reason")
EMPTY = (None, "none", "unknown")


@dataclass(frozen=True)
class Case:
    """One `[[case]]`: what is known, and what has to come out."""

    name: str
    told: dict[str, Any]

    @property
    def expect(self) -> dict[str, Any]:
        found: dict[str, Any] = self.told["expect"]
        return found

    def moment(self, key: str) -> datetime:
        """A day as its noon, a moment as it is, in the zone of the case; `now` if the case has no `key`."""
        value = self.told.get(key, self.told["now"])
        zone = ZoneInfo(self.told.get("zone", "UTC"))
        if not isinstance(value, datetime):
            return datetime.combine(value, time(12), zone)
        return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone)

    @property
    def now(self) -> datetime:
        return self.moment("now")

    @property
    def order(self) -> Order:
        """The order as the command line reads it, the status at the moment at which it was seen."""
        order = Order()
        if "status" in self.told:
            typed = FactOptions(site_status=self.told["status"])
            order = with_typed(order, typed, POLICY, self.moment("seen"))
        facts = {LISTS.get(key, key): self.told[key] for key in TYPED if key in self.told}
        return self.with_amounts(with_typed(order, FactOptions(**facts), POLICY, self.moment("recorded")))

    @property
    def calendar(self) -> Calendar:
        """The calendar of the country of the case."""
        return calendar_of(self.order.country)

    def advised(self, policy: Policy = POLICY) -> Advice:
        return advise(self.order, policy, self.now, self.calendar)

    def with_amounts(self, order: Order) -> Order:
        """The order with the amounts of its events, which the command line takes one by one."""
        amounts = {kind: money(text) for kind, text in self.told.get("amounts", {}).items()}
        return replace(order, events=tuple(event._replace(amount=amounts.get(event.kind)) for event in order.events))


def read_cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(CASES.glob("*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        found.extend(Case(f"{path.stem}: {told['name']}", told) for told in cases)
    return found


ALL = read_cases()
ADVISED = [case for case in ALL if "exit" not in case.expect]


@cache
def decided(case_name: str) -> Decision:
    case = next(case for case in ADVISED if case.name == case_name)
    return decide(case.order, POLICY, case.now, case.calendar)


@pytest.mark.parametrize("case", ADVISED, ids=lambda case: case.name)
def test_the_advice_is_as_expected(case: Case) -> None:
    assert answer(case.advised(), case.expect) == expected(case.expect)


@pytest.mark.parametrize("case", ADVISED, ids=lambda case: case.name)
def test_no_blank_of_a_text_is_left_open(case: Case) -> None:
    document: dict[str, Any] = advice_document(case.advised(), POLICY)
    told = [entry["text"] for entry in (*document["warnings"], *document["because"])] + document["action"]["steps"]
    assert [text for text in told if re.search(r"[{}]|\bNone\b", text)] == []


@pytest.mark.parametrize("case", [case for case in ALL if "exit" in case.expect], ids=lambda case: case.name)
def test_a_question_that_cannot_be_answered_is_refused(case: Case) -> None:
    with pytest.raises(AliorderError) as refused:
        case.advised()
    assert refused.value.exit_code == case.expect["exit"]
    assert refused.value.hint


def expected(expect: dict[str, Any]) -> dict[str, Any]:
    """What the case expects, in the shape of `answer`; what is not given is expected to be empty."""
    wanted: dict[str, Any] = {key: comparable(expect.get(key)) for key in ANSWERS}
    wanted["refund"] = None if "refund" not in expect else {key: plain(day) for key, day in expect["refund"].items()}
    if "since" in expect:
        wanted["since"] = plain(expect["since"])
    if "deadlines" in expect:
        wanted["deadlines"] = {key: comparable(at) for key, at in expect["deadlines"].items()}
    if "granted" in expect:
        wanted["granted"] = {key: plain(day) for key, day in expect["granted"].items()}
    for key in ("alternatives", "first_step"):
        if key in expect:
            wanted[key] = expect[key]
    for key in ("warnings", "missing"):
        wanted[key] = sorted(expect.get(key, []))
    return wanted | {"no_warnings": [], "not_missing": []}


def answer(advice: Advice, expect: dict[str, Any]) -> dict[str, Any]:
    """What came out, cut down to what the case speaks of."""
    document: dict[str, Any] = advice_document(advice, POLICY)
    action, reason, refund = document["action"], document["reason"], document["refund"]
    warnings = {warning["id"] for warning in document["warnings"]}
    missing = set(document["missing"])
    found = {
        "stage": document["stage"]["id"],
        "action": action["id"],
        "claim": action["claim"],
        "by": comparable(action["by"]),
        "until": comparable(action["until"]),
        "reason": reason and reason["id"],
        "refund": refund and {key: plain(refund[key]) for key in expect.get("refund", refund)},
        "warnings": sorted(warnings.intersection(expect.get("warnings", []))),
        "missing": sorted(missing.intersection(expect.get("missing", []))),
        "no_warnings": sorted(warnings.intersection(expect.get("no_warnings", []))),
        "not_missing": sorted(missing.intersection(expect.get("not_missing", []))),
    }
    if "since" in expect:
        found["since"] = plain(document["stage"]["since"])
    if "alternatives" in expect:
        found["alternatives"] = [other["id"] for other in reason["alternatives"]]
    if "deadlines" in expect:
        at = {deadline["id"]: comparable(deadline["at"]) for deadline in document["deadlines"]}
        found["deadlines"] = {key: at.get(key, "absent") for key in expect["deadlines"]}
    if "granted" in expect:
        found["granted"] = granted(refund, expect["granted"], calendar_of(advice.order.country))
    if "first_step" in expect:
        found["first_step"] = advice.action.steps[0]
    return found


def granted(refund: dict[str, Any], wanted: dict[str, Any], calendar: Calendar) -> dict[str, Any]:
    """The refund if it is granted on the day `on`, which has to be one on which that is expected."""
    on = wanted["on"]
    assert refund["counted_from"] <= on.isoformat() <= refund["counted_until"]
    found = refund_document(refund_from(on, POLICY.methods[refund["method"]], calendar))
    return {"on": on.isoformat()} | {key: found[key] for key in wanted if key != "on"}


def plain(value: object) -> object:
    """A day as text, a moment as text in UTC, `None` for what is empty."""
    if value in EMPTY:
        return None
    if isinstance(value, str) and "T" in value and value[:1].isdigit():
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def comparable(value: object) -> object:
    """As `plain`, a day being its last second at the site."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time(23, 59, 59), SITE)
    return plain(value)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_case_says_nothing_that_nobody_reads(case: Case) -> None:
    known = {*ANSWERS, "refund", "since", "alternatives", "deadlines", "granted", "first_step", "exit"}
    known |= {"warnings", "no_warnings", "missing", "not_missing"}
    assert set(case.told) - {*TYPED, *ABOUT} == set()
    assert set(case.expect) - known == set()
    assert "exit" in case.expect or {"stage", "action"} <= set(case.expect)


def test_no_two_cases_have_one_name() -> None:
    assert len({case.name for case in ALL}) == len(ALL)


def test_every_stage_rule_has_a_case_that_ends_in_it() -> None:
    reached = {decided(case.name).stage.id for case in ADVISED}
    assert [rule.id for rule in POLICY.stages if rule.id not in reached] == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_action_rule_has_a_case_that_ends_in_it(stage: Stage) -> None:
    reached = {decided(case.name).action.id for case in ADVISED if decided(case.name).stage.then == stage}
    rules = [rule for rule in POLICY.actions[stage] if stage in rule.when.get("stage", (stage,))]
    assert [rule.id for rule in rules if rule.id not in reached] == []


def test_every_reason_rule_has_a_case_that_ends_in_it() -> None:
    reached = {decision.reason.id for decision in map(decided, [case.name for case in ADVISED]) if decision.reason}
    assert [rule.id for rule in POLICY.reason_rules if rule.id not in reached] == []


def test_every_warning_rule_has_a_case_that_gives_it_and_expects_it() -> None:
    given = {
        (warning.id, warning.text)
        for case in ADVISED
        for warning in decided(case.name).warnings
        if warning.id in case.expect.get("warnings", [])
    }
    assert [(rule.id, rule.text) for rule in POLICY.warnings if (rule.id, rule.text) not in given] == []


def test_every_cell_of_the_action_table_has_a_case() -> None:
    by_family = ("unpaid", "payment-verification", "awaiting-shipment", "part-shipped", "cancel-requested", "shipped")
    families = ("still-wanted", "own-wish", "seller", "missing")
    cells = {(stage, family) for stage in by_family for family in families} - {("cancel-requested", "still-wanted")}
    cells |= {(stage, family) for stage in ("delivered", "completed") for family in (*families, "bad")}
    found = {(decided(case.name).stage.then, decided(case.name).facts["why_family"]) for case in ADVISED}
    assert sorted(cells - found) == []


def test_every_why_has_a_case() -> None:
    assert sorted(set(WHY_FAMILIES) - {case.told.get("why") for case in ADVISED}) == []


def test_every_payment_method_has_a_case() -> None:
    assert sorted(set(POLICY.methods) - {case.told.get("payment") for case in ADVISED}) == []


@pytest.mark.parametrize("window", POLICY.windows.values(), ids=lambda window: window.id)
def test_every_window_decides_some_case(window: Window) -> None:
    other = POLICY._replace(windows={**POLICY.windows, window.id: window._replace(value=window.value + 6)})
    assert any(changes(case, other) for case in ADVISED)


def changes(case: Case, other: Policy) -> bool:
    return case.advised() != case.advised(other)

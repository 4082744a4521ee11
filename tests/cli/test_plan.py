"""`plan`: the road ahead in words, drawn, and as a document."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from aliorder.domain.plan import plan
from aliorder.domain.policy import ForkId
from aliorder.exporters.plan_document import plan_document
from aliorder.policies import load_policy
from tests.cli.given import flaws, process, ran
from tests.test_cases import ADVISED, Case

HAPPENED = ("--event", "paid=2026-11-18", "--event", "payment-verified=2026-11-19")
FACTS = (*HAPPENED, "--deadline", "ship-by=2026-11-27", "--why", "not-needed", "--payment", "klarna")


def test_the_road_and_its_forks_in_words() -> None:
    out = ran("plan", *FACTS, "--total", "12.34 USD").out
    assert out == ROAD


ROAD = """\
12.34 USD
Sun 22 Nov, today: Ask the seller to cancel, by Sat 28 Nov 07:59, in 6 days
  It is paid and confirmed, not shipped: the seller has to agree.
Sat 28 Nov 07:59, in 6 days: seller has to ship
Sat 28 Nov 08:00, in 6 days: Ask the seller to cancel
  The time to ship is over, so the order should have closed itself with a full refund. \
If the page still shows it open, ask the seller to cancel.

If the seller agrees to cancel (Sun 22 Nov … Wed 25 Nov)
  → 12.34 USD: Tue 24 Nov … Fri 4 Dec
  Wed 25 Nov 12:00: Wait for the refund, until Fri 4 Dec, in 12 days
  Sat 5 Dec: Ask where the refund is

If the seller refuses to cancel (Sun 22 Nov … Tue 24 Nov)
  Tue 24 Nov 12:00: Talk to the seller again, by Sat 28 Nov 07:59, in 6 days
  Sat 28 Nov 08:00: Talk to the seller again

If the seller says nothing, it cancels itself (Tue 24 Nov … Wed 25 Nov)
  → 12.34 USD: Thu 26 Nov … Fri 4 Dec
  Wed 25 Nov 12:00: Wait for the refund, until Fri 4 Dec, in 12 days
  Sat 5 Dec: Ask where the refund is

If the seller ships (Sun 22 Nov … Sat 28 Nov)
  Sat 28 Nov 07:59: Contact the seller and refuse the parcel
  Thu 11 Feb 2027 08:00: Nothing to do. The time for a dispute is over, and no other way is open that we know.

If it is not shipped in time, it closes itself (Sat 28 Nov)
  → 12.34 USD: Tue 1 Dec … Tue 8 Dec
  Sat 28 Nov 07:59: Wait for the refund, until Tue 8 Dec, in 16 days
  Wed 9 Dec: Ask where the refund is
"""


@pytest.mark.parametrize("case", ADVISED, ids=lambda case: case.name)
def test_the_plan_of_every_case_is_as_its_schema_says(case: Case) -> None:
    policy = load_policy()
    assert flaws(plan_document(plan(case.order, policy, case.now, case.calendar), policy)) == []


def test_an_event_may_be_planned_for_later() -> None:
    document = ran("plan", "--event", "paid=2026-11-22", "--event", "shipped=2026-11-27", "--json").document
    assert [(leg["from"][:10], leg["stage"]["id"]) for leg in document["road"]][:3] == [
        ("2026-11-22", "payment-verification"),
        ("2026-11-24", "awaiting-shipment"),
        ("2026-11-27", "shipped"),
    ]


def test_an_event_of_the_future_is_refused_elsewhere_and_the_way_out_is_the_plan() -> None:
    refused = ran("advise", "--event", "shipped=2026-11-27")
    assert refused.code == 2
    assert "hint: to see what it would change: aliorder plan … --event shipped=2026-11-27" in refused.err


def test_a_leg_ends_one_second_before_the_next_begins() -> None:
    road = ran("plan", *FACTS, "--json").document["road"]
    assert [(leg["from"], leg["until"]) for leg in road] == [
        ("2026-11-22T12:00:00+00:00", "2026-11-28T07:59:59+00:00"),
        ("2026-11-28T08:00:00+00:00", None),
    ]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Honolulu", "Europe/Berlin"])
def test_the_road_turns_at_the_same_moments_in_every_zone(zone: str) -> None:
    arguments = ("plan", *FACTS, "--json")
    road = process(*arguments, now="2026-11-22T12:00:00+00:00", TZ=zone).document["road"]
    assert [datetime.fromisoformat(leg["from"]).timestamp() for leg in road] == [1795348800.0, 1795852800.0]


def test_without_an_order_and_without_facts_it_says_what_to_give() -> None:
    assert ran("plan") == (
        2,
        "",
        "error: no order was given and no facts\nhint: aliorder plan ORDER, or facts as for advise\n",
    )


def test_too_few_facts_tell_no_road() -> None:
    assert ran("plan", "--why", "not-needed").code == 6


@pytest.mark.parametrize("width", [40, 80, 120])
def test_drawn_it_fits_the_terminal_and_shows_where_you_are(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = ran("--color", "never", "plan", *FACTS, terminal=True).out
    assert max(len(line) for line in out.splitlines()) <= width
    assert "you are here" in out
    assert "●" in out
    assert "\x1b" not in out


def test_drawn_it_says_what_the_plain_lines_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    drawn = ran("--color", "never", "plan", *FACTS, "--total", "12.34 USD", terminal=True).out
    said = re.findall(r"[A-Z][\w ]+", ROAD)
    assert [text for text in said if text.strip() not in drawn] == []


def test_a_fork_has_an_id_that_programs_may_rely_on() -> None:
    forks = [fork["id"] for fork in ran("plan", *FACTS, "--json").document["forks"]]
    expected: list[ForkId] = ["seller-agrees", "seller-refuses", "seller-silent", "seller-ships", "closes-itself"]
    assert forks == expected

"""`policy`, and what figures of the user's own change: the advice, `explain`, `payments`, `refund`, the exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aliorder.domain.policy_review import STALE_AFTER
from aliorder.policies import load_policy
from tests.cli.given import Ran, flaws, ran

POLICY = load_policy()
REQUEST = ("--event", "paid=2026-11-19", "--event", "cancel-requested=2026-11-21T12:00+00:00", "--payment", "visa")
SLOWER = '[windows.cancel-answer]\nvalue = 60\nnote = "the order page"\n'
FASTER = "[methods.visa]\nminimum = 1\nmaximum = 4\n"


def policy_file() -> Path:
    """The place of the user's policy file."""
    return Path(os.environ["ALIORDER_HOME"]) / "policy.toml"


def write(content: str) -> Path:
    """Write the user's policy file, as if on 1 November 2026."""
    path = policy_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    moment = datetime(2026, 11, 1, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


def deadline(name: str, *more: str, now: str = "2026-11-22") -> str:
    """The moment of a deadline in the advice on a request."""
    done = ran(*more, "advise", *REQUEST, "--json", now=now)
    return str(next(each["at"] for each in done.document["deadlines"] if each["id"] == name))


def windows(done: Ran) -> dict[str, Any]:
    return {window["id"]: window for window in done.document["windows"]}


def test_a_figure_of_the_users_changes_the_advice() -> None:
    before = deadline("cancel-answer")
    write(SLOWER)
    assert (before, deadline("cancel-answer")) == ("2026-11-23T12:00:00+00:00", "2026-11-24T00:00:00+00:00")
    assert "after 60 to 72 hours" in ran("advise", *REQUEST).out


def test_a_figure_of_the_users_changes_the_dates_of_a_refund() -> None:
    asked = ("refund", "--method", "visa", "--from", "2026-11-20", "--json")
    before = ran(*asked).document["refund"]
    write(FASTER)
    after = ran(*asked).document["refund"]
    assert (before["earliest"], before["latest"]) == ("2026-11-25", "2026-12-18")
    assert (after["earliest"], after["latest"], after["typical_from"]) == ("2026-11-23", "2026-11-26", None)


def test_the_policy_file_is_left_aside_on_request() -> None:
    write(SLOWER)
    assert deadline("cancel-answer", "--no-policy-file") == "2026-11-23T12:00:00+00:00"


def test_a_question_about_a_day_before_its_first_one_gets_the_figure_that_held_then() -> None:
    write(f"{SLOWER}valid_from = 2026-11-22\n")
    assert deadline("cancel-answer", now="2026-11-21T13:00+00:00") == "2026-11-23T12:00:00+00:00"
    assert deadline("cancel-answer", now="2026-11-22") == "2026-11-24T00:00:00+00:00"
    found = [windows(ran("policy", "show", "--json", now=now))["cancel-answer"] for now in ("2026-11-21", "2026-11-22")]
    assert [(each["value"], each["overridden"]) for each in found] == [
        (48, None),
        (60, {"value": 48, "unit": "hours"}),
    ]


def test_the_general_figures_that_are_named_are_those_that_are_used() -> None:
    facts = ("--event", "paid=2026-11-01", "--event", "cancel-accepted=2026-11-20")
    general = "so these are the general figures: {}."
    assert general.format("3 to 20 business days") in ran("advise", *facts).out
    write("[methods.other]\nminimum = 2\nmaximum = 9\n")
    assert general.format("2 to 9 business days") in ran("advise", *facts).out
    assert ran("advise", *facts, "--json").document["refund"]["latest"] == "2026-12-03"
    assert ran("advise", *facts, "--json", "--payment", "pix").document["refund"]["latest"] == "2026-12-18"


def test_explain_says_which_figures_are_the_users() -> None:
    write(SLOWER + FASTER)
    done = ran("explain", *REQUEST, "--json")
    assert flaws(done.document) == []
    figures = {figure["id"]: figure for figure in done.document["figures"]}
    assert (figures["cancel-answer"]["value"], figures["cancel-answer"]["sources"]) == (60, ["yours"])
    assert figures["cancel-answer"]["overridden"] == {"value": 48, "unit": "hours"}
    assert figures["cancel-answer-latest"]["overridden"] is None
    assert done.document["method"]["id"] == "visa"
    assert (done.document["method"]["maximum"], done.document["method"]["overridden"]["maximum"]) == (4, 20)
    assert [source["title"] for source in done.document["sources"] if source["id"] == "yours"] == [
        "Your own policy.toml (cancel-answer: the order page)"
    ]
    lines = ran("explain", *REQUEST).out.splitlines()
    assert "  cancel-answer: yours: 60 hours (aliorder: 48 hours) from cancel-requested (yours)" in lines
    assert any(
        line.startswith("  visa: yours: 1 to 4 business days (aliorder: 3 to 20 business days)") for line in lines
    )


def test_explain_names_no_method_where_no_refund_is_in_sight() -> None:
    found = ran("explain", "--event", "paid=2026-11-19", "--payment", "visa", "--json").document
    assert found["method"] is None
    assert flaws(found) == []


def test_payments_shows_the_figures_of_the_users() -> None:
    write(FASTER)
    found = {method["id"]: method for method in ran("payments", "--json").document["payments"]}
    assert (found["visa"]["minimum"], found["visa"]["maximum"], found["visa"]["typical"]) == (1, 4, None)
    assert found["mastercard"]["overridden"] is None
    assert "\t1-4 business days (yours)\t" in ran("payments").out


@pytest.mark.parametrize("line", ["advise --event paid=today", "list", "refund", "payments", "policy show"])
def test_4_a_policy_file_that_cannot_be_used(line: str) -> None:
    path = write("[windows.cancel-answr]\nvalue = 72\n[methods.visa]\nmaximum = '9'\n")
    done = ran(*line.split())
    assert (done.code, done.out) == (4, "")
    assert done.err.splitlines() == [
        f"error: {path}: windows.cancel-answr is not a known window",
        f"error: {path}: methods.visa.maximum has to be a whole number from 0 to 3650, not the text '9'; "
        "write maximum = 10",
        "hint: did you mean cancel-answer or cancel-answer-latest? "
        "(aliorder --no-policy-file … goes on with aliorder's own figures)",
    ]


def test_nothing_is_lost_over_a_policy_file_that_cannot_be_used(kept: Path) -> None:
    path, before = write("nonsense"), kept.read_bytes()
    assert ran("advise", "cable").code == 4
    assert ran("add", "8123000000009999", "--event", "paid=today").code == 4
    assert kept.read_bytes() == before
    assert path.read_text(encoding="utf-8") == "nonsense"
    assert ran("--no-policy-file", "advise", "cable").code == 0


def test_an_option_for_every_command_has_its_place_before_the_group() -> None:
    done = ran("policy", "show", "--no-policy-file")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[1] == "hint: write it before the command: aliorder --no-policy-file policy show"


def test_without_a_policy_file_nobody_reads_toml() -> None:
    watched = "import sys; from aliorder.cli.app import main; main(['advise', '--event', 'paid=today'])"
    script = f"{watched}; sys.exit('tomllib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_show_lists_every_figure_on_a_line_of_its_own() -> None:
    write(SLOWER)
    rows = [line.split("\t") for line in ran("policy", "show").out.splitlines()]
    assert [row[1] for row in rows] == [*POLICY.windows, *POLICY.methods]
    assert {len(row) for row in rows} == {10}
    assert rows[[row[1] for row in rows].index("cancel-answer")] == [
        "window",
        "cancel-answer",
        "unanswered request cancels itself, usually",
        "60 hours",
        "cancellation requested",
        "J",
        "-",
        "2026-11-01",
        "yours, aliorder has 48 hours",
        "72 hours; longer in big sales; at once, whatever the seller thinks; 48 hours, aliorder's own figure",
    ]


def test_show_draws_two_tables_on_a_terminal_that_fit_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    write(SLOWER)
    done = ran("policy", "show", terminal=True)
    lines = done.out.splitlines()
    assert [line for line in lines if line.startswith("How long")] == ["How long things take", "How long refunds take"]
    assert any("60 hours" in line and "yours, not 48 hours" in line for line in lines)


def test_show_tells_all_about_one_figure() -> None:
    write(f"{SLOWER}valid_from = 2026-06-01\n")
    assert ran("policy", "show", "CANCEL-answer").out.splitlines()[:12] == [
        "cancel-answer: unanswered request cancels itself, usually",
        "  yours: 60 hours (aliorder: 48 hours), counted from: cancellation requested",
        "  valid from 2026-06-01, last checked on 2026-11-01",
        "Sources",
        "  yours (J, read on 2026-11-01): Your own policy.toml (cancel-answer: the order page)",
        "Others say",
        "  72 hours (alifaq, alixcadet)",
        "  longer in big sales (ceskyali)",
        "  at once, whatever the seller thinks (secretali, accio)",
        "  48 hours, aliorder's own figure (guide-aliexpress-48h, alixblog-es, ceskyali, freegameguide)",
        "Before",
        "  from 2020-03-16: 48 hours (guide-aliexpress-48h, alixblog-es, ceskyali, freegameguide)",
    ]


def test_show_tells_where_the_sources_of_a_figure_disagree() -> None:
    lines = ran("policy", "show", "paypal").out.splitlines()
    assert lines[0] == "paypal: PayPal"
    assert "Where the sources disagree" in lines
    found = ran("policy", "show", "paypal", "--json").document
    assert [method["id"] for method in found["payments"]] == ["paypal"]
    assert found["windows"] == []
    named = {name for quarrel in found["quarrels"] for name in (voice["source"] for voice in quarrel["voices"])}
    assert named <= {source["id"] for source in found["sources"]}


def test_the_sources_of_what_is_shown_are_all_there() -> None:
    write(SLOWER + FASTER)
    found = ran("policy", "show", "--json").document
    figures = [*found["windows"], *found["payments"]]
    named = {name for figure in figures for part in (figure, *figure["others"]) for name in part["sources"]}
    assert named - {source["id"] for source in found["sources"]} == set()
    assert flaws(found) == []


@pytest.mark.parametrize(
    "line, error, hint",
    [
        ("policy shw", "there is no command 'policy shw'", "did you mean show?"),
        ("policy zzz", "there is no command 'policy zzz'", "aliorder policy --help lists the commands"),
        ("policy show cancel-answr", "'cancel-answr' is not a known figure", "did you mean cancel-answer or "),
        ("policy show zzzzzzz", "'zzzzzzz' is not a known figure", "aliorder policy show lists them"),
        ("policy sources S9", "'S9' is not a known source", "did you mean S"),
        ("policy sources qqqqq", "'qqqqq' is not a known source", "aliorder policy sources lists them"),
        ("policy check --only stal", "'stal' is not a known kind of finding", "did you mean stale?"),
    ],
)
def test_2_what_is_not_known_is_refused_with_the_nearest(line: str, error: str, hint: str) -> None:
    done = ran(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {error}\nhint: {hint}")


def test_2_the_group_alone_shows_its_help() -> None:
    done = ran("policy")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: aliorder policy ")
    assert done.err.endswith("error: aliorder policy needs a command of its own\nhint: e.g. aliorder policy show\n")


def test_check_shows_the_users_figures_beside_ours() -> None:
    write(SLOWER + FASTER)
    assert ran("policy", "check", "--only", "overridden").out.splitlines() == [
        "overridden\tcancel-answer\tyours: 60 hours (aliorder: 48 hours)",
        "overridden\tvisa\tyours: 1 to 4 business days (aliorder: 3 to 20 business days)",
    ]
    found = ran("policy", "check", "--json").document
    assert found["overridden"][0] == {
        "table": "window",
        "id": "cancel-answer",
        "label": "unanswered request cancels itself, usually",
        "yours": {"value": 60, "unit": "hours"},
        "aliorder": {"value": 48, "unit": "hours"},
    }
    assert flaws(found) == []


def test_check_puts_each_kind_under_its_heading_on_a_terminal() -> None:
    write(SLOWER)
    lines = ran("policy", "check", now="2027-11-22", terminal=True).out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Last checked more than 180 days ago",
        "Yours in place of ours",
        "Where the sources disagree",
        "Carried by one source alone, or by none better than a guide",
    ]
    assert "  cancel-answer: yours: 60 hours (aliorder: 48 hours)" in lines


def test_check_finds_what_was_last_checked_long_ago() -> None:
    write("[windows.pay-by]\nvalue = 3\n")
    days = [datetime(2026, 11, 1, tzinfo=UTC) + STALE_AFTER, datetime(2026, 11, 2, tzinfo=UTC) + STALE_AFTER]
    found = [ran("policy", "check", "--only", "stale", now=day.date().isoformat()).out for day in days]
    assert found == ["", "stale\tpay-by\tlast checked on 2026-11-01, 181 days ago\n"]


def test_check_counts_the_sources_against_a_decision() -> None:
    found = {entry["id"]: entry for entry in ran("policy", "check", "--json").document["quarrelling"]}
    assert set(found) == {quarrel.id for quarrel in POLICY.quarrels}
    assert found["unpaid-auto-close"]["against"] == ["api-pay-timeout", "foit", "orientdeck", "S4"]
    line = "quarrelling\tunpaid-auto-close\t4 of 5 sources speak against: "
    assert any(each.startswith(line) for each in ran("policy", "check").out.splitlines())


def test_check_tells_of_quarrels_that_move_days_first_and_of_no_settled_one() -> None:
    found = ran("policy", "check", "--json", "--only", "quarrelling").document["quarrelling"]
    told = [line.split("\t")[1] for line in ran("policy", "check", "--only", "quarrelling").out.splitlines()]
    assert told == [entry["id"] for entry in found if entry["against"]]
    rules = {quarrel.id: set(quarrel.rules) for quarrel in POLICY.quarrels}
    moving = [not rules[name].isdisjoint({*POLICY.windows, *POLICY.methods}) for name in told]
    assert moving == sorted(moving, reverse=True)


def test_check_finds_figures_on_weak_ground_but_not_the_users_own() -> None:
    def weak() -> dict[str, list[str]]:
        return {entry["id"]: entry["grades"] for entry in ran("policy", "check", "--json").document["weak"]}

    found = weak()
    assert (found["claim-check-latest"], found["outside-paypal"], found["ship-by"]) == (["C"], ["A"], ["C", "J"])
    assert "verification" not in found
    write("[windows.ship-by]\nvalue = 9\n")
    assert found.keys() - weak().keys() == {"ship-by"}


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_1_with_exit_code_where_nothing_was_found(more: tuple[str, ...]) -> None:
    line = ("policy", "check", "--only", "overridden", *more)
    assert [ran(*line).code, ran(*line, "--exit-code").code] == [0, 1]
    write(SLOWER)
    assert [ran(*line).code, ran(*line, "--exit-code").code] == [0, 0]


def test_nothing_found_is_said_beside_the_output_unless_quiet() -> None:
    line = ("policy", "check", "--only", "overridden")
    assert ran(*line) == (0, "", "nothing was found\n")
    assert ran("-q", *line) == (0, "", "")


def test_sources_lists_all_and_tells_what_rests_on_one() -> None:
    write(SLOWER)
    rows = [line.split("\t") for line in ran("policy", "sources").out.splitlines()]
    assert [row[0] for row in rows] == [*POLICY.sources, "yours"]
    assert {len(row) for row in rows} == {5}
    assert ran("policy", "sources", "Yours").out.splitlines()[:4] == [
        "yours: Your own policy.toml (cancel-answer: the order page)",
        "  grade J, read on 2026-11-01",
        "Rests on it",
        "  window cancel-answer",
    ]
    found = ran("policy", "sources", "hb2b-appeal", "--json").document["sources"]
    assert [source["id"] for source in found] == ["hb2b-appeal"]
    assert {"table": "window", "id": "appeal-until"} in found[0]["rows"]
    assert found[0]["heard_in"] == [{"table": "window", "id": "appeal-answer"}]


def test_a_figure_that_was_replaced_still_rests_on_its_sources() -> None:
    write(SLOWER)
    found = ran("policy", "sources", "freegameguide", "--json").document["sources"][0]
    assert {"table": "window", "id": "cancel-answer"} in found["rows"]


def test_what_is_hidden_in_a_note_does_not_reach_a_terminal() -> None:
    write('[windows.cancel-answer]\nvalue = 60\nnote = "a\\u202eb\\u001b[31mc"\n')
    for line in ("policy show cancel-answer", "policy sources", "policy sources yours", f"explain {' '.join(REQUEST)}"):
        out = ran(*line.split()).out
        assert "a b [31mc" in out
        assert "\x1b" not in out

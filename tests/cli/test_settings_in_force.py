"""What a setting does: to the clock, to colour, and to the advice on an order of which nobody told how it was paid."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aliorder.domain.order import UNKNOWN, Event, Order, When
from aliorder.domain.policy import Policy
from aliorder.wizard.questions import DONT_KNOW, Draft, answered, next_question
from tests.cli.given import CABLE, LAMP, SOCKS, Ran, flaws, ran, store_file
from tests.domain.given import NOON, POLICY
from tests.importers.given import as_file, one_order

ESCAPE = "\x1b"


@pytest.fixture
def file() -> Path:
    """The place of the settings file, in a home that is there; nothing is set."""
    home = Path(os.environ["ALIORDER_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    return home / "settings.toml"


# The clock.

ENDS = {"Pacific/Kiritimati": "+14:00", "Etc/GMT+12": "-12:00", "Asia/Kolkata": "+05:30"}
PLACED = ("advise", "--event", "placed=2026-11-18")


@pytest.mark.parametrize("zone", ENDS)
def test_the_zone_in_the_file_is_the_users_and_a_day_means_its_noon_there(
    zone: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ")
    file.write_text(f'time_zone = "{zone}"\n', encoding="utf-8")
    assert ran(*PLACED, "--json").document["now"] == f"2026-11-22T12:00:00{ENDS[zone]}"
    assert ran(*PLACED, "--json", now=None).document["now"].endswith(ENDS[zone])
    monkeypatch.setenv("TZ", "")
    assert ran(*PLACED, "--json").document["now"] == f"2026-11-22T12:00:00{ENDS[zone]}"


def test_the_variable_comes_before_it(file: Path) -> None:
    file.write_text('time_zone = "Pacific/Kiritimati"\n', encoding="utf-8")
    assert ran(*PLACED, "--json").document["now"] == "2026-11-22T12:00:00+00:00"


def test_days_are_counted_where_the_user_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare day of the page ends at midnight in California, which is a day later east of there."""
    monkeypatch.delenv("TZ")
    left = {}
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        file.write_text(f'time_zone = "{zone}"\n', encoding="utf-8")
        done = ran(*PLACED, "--deadline", "pay-by=2026-11-25", "--json")
        left[zone] = {each["id"]: each["days_left"] for each in done.document["deadlines"]}["pay-by"]
    assert left == {"Pacific/Kiritimati": 4, "America/Los_Angeles": 3}


@pytest.mark.parametrize("line", ["list", "paths", "config path", "config show", "schema"])
def test_a_moment_that_cannot_be_read_is_refused_at_once_whoever_needs_it(line: str) -> None:
    done = ran(*line.split(), now="tomorrow")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: 'tomorrow' cannot be read as a date without guessing\nhint: ")


@pytest.mark.parametrize("content", ["country = DE", 'coutry = "DE"', 'time_zone = "Berlin"', 'language = "de"'])
def test_without_a_clock_that_can_be_told_nothing_is_advised(
    content: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ")
    file.write_text(content, encoding="utf-8")
    done = ran(*PLACED)
    assert (done.code, done.out, done.err.startswith(f"error: {file}")) == (2, "", True)


# Colour.


@pytest.mark.parametrize(
    "flag,environ,in_file,colored",
    [
        (None, {}, None, True),
        (None, {}, "auto", True),
        (None, {}, "never", False),
        (None, {"NO_COLOR": "1"}, None, False),
        (None, {"NO_COLOR": "1"}, "auto", False),
        (None, {"NO_COLOR": "1"}, "always", True),
        (None, {"NO_COLOR": ""}, "always", True),
        (None, {"TERM": "dumb"}, None, False),
        (None, {"TERM": "dumb"}, "always", False),
        (None, {"TERM": "dumb", "ALIORDER_COLOR": "always"}, None, False),
        (None, {"ALIORDER_COLOR": "always", "NO_COLOR": "1"}, "never", True),
        (None, {"ALIORDER_COLOR": "never"}, "always", False),
        (None, {"ALIORDER_COLOR": "auto", "NO_COLOR": "1"}, "always", False),
        ("always", {"ALIORDER_COLOR": "never", "NO_COLOR": "1"}, "never", True),
        ("never", {"ALIORDER_COLOR": "always"}, "always", False),
        ("auto", {"ALIORDER_COLOR": "never"}, "never", True),
        ("auto", {"NO_COLOR": "1"}, "always", False),
    ],
)
def test_on_a_terminal_the_first_that_says_anything_decides(
    flag: str | None,
    environ: dict[str, str],
    in_file: str | None,
    colored: bool,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    file.write_text(f'color = "{in_file}"' if in_file else "", encoding="utf-8")
    done = ran(*(("--color", flag) if flag else ()), *PLACED, terminal=True)
    assert (done.code, ESCAPE in done.out) == (0, colored)


PIPED = ("advise cable", "list", "due", "refunds", "payments", "policy show", "policy check")


@pytest.mark.parametrize("wish", ["auto", "never", "always"])
def test_no_setting_changes_what_a_pipe_gets(
    wish: str, kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = {line: ran(*line.split()).out for line in PIPED}
    file.write_text(f'color = "{wish}"', encoding="utf-8")
    assert {line: ran(*line.split()).out for line in plain} == plain
    assert ran("config", "show", "color").out == f"color\t{wish}\t{file}\n"
    file.unlink()
    monkeypatch.setenv("ALIORDER_COLOR", wish)
    assert {line: ran(*line.split()).out for line in plain} == plain


def test_only_who_types_it_gets_a_drawing_in_a_pipe(kept: Path, file: Path) -> None:
    assert ESCAPE in ran("--color", "always", "list").out
    assert ESCAPE not in ran("--color", "always", "list", "--json").out


def test_a_colour_that_is_none_is_refused_where_it_is_needed_and_the_flag_helps(file: Path) -> None:
    file.write_text('color = "red"', encoding="utf-8")
    assert ran(*PLACED).err.startswith(f"error: {file}: color: 'red' is none of auto, always, never\n")
    assert ran("--color", "auto", *PLACED).code == 0


# The usual way of paying.

OWED = ("--event", "paid=2026-11-01", "--event", "cancelled-by-seller=2026-11-19")
METHODS = ("visa", "paypal", "boleto", "cash-on-delivery", "sofort", "klarna", "other", "bank-transfer")
USUAL = " (your usual way of paying)"


def usually(file: Path, method: str) -> None:
    file.write_text(f'payment = "{method}"\n', encoding="utf-8")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "facts",
    [
        OWED,
        ("--event", "paid=2026-11-20", "--why", "wrong-item", "--event", "payment-verified=2026-11-20"),
        ("--event", "paid=2026-11-20", "--why", "not-needed", "--cancel-button"),
        ("--event", "paid=2026-11-20"),
        ("--event", "shipped=2026-10-01", "--event", "dispute-opened=2026-11-12", "--why", "not-received"),
        ("--event", "shipped=2026-07-01", "--event", "dispute-opened=8d", "--event", "dispute-lost=2026-11-17"),
        ("--event", "paid=2026-08-01", "--event", "refund-started=2026-09-01"),
        ("--event", "placed=2026-11-20"),
    ],
    ids=lambda facts: facts[-1],
)
def test_the_advice_is_that_of_an_order_paid_that_way(facts: tuple[str, ...], method: str, file: Path) -> None:
    told = ran("advise", *facts, "--payment", method, "--json")
    words = ran("advise", *facts, "--payment", method)
    usually(file, method)
    assert ran("advise", *facts, "--json") == told
    assert (
        ran("advise", *facts).out.replace(f", being paid by cash on delivery{USUAL}", "").replace(USUAL, "")
        == words.out
    )
    assert told.code == 0


def test_the_environment_tells_it_too_by_any_of_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    told = ran("advise", *OWED, "--payment", "visa", "--json")
    monkeypatch.setenv("ALIORDER_PAYMENT", "Visa card")
    assert ran("advise", *OWED, "--json") == told


def test_what_an_order_tells_comes_first(file: Path) -> None:
    told = ran("advise", *OWED, "--payment", "visa")
    usually(file, "boleto")
    assert ran("advise", *OWED, "--payment", "visa") == told


def test_it_is_no_longer_asked_for(file: Path) -> None:
    assert "payment" in ran("advise", *OWED, "--json").document["missing"]
    assert "how you paid" in ran("advise", *OWED).out
    usually(file, "visa")
    assert "payment" not in ran("advise", *OWED, "--json").document["missing"]
    assert "how you paid" not in ran("advise", *OWED).out


@pytest.mark.parametrize(
    "method,heading",
    [
        ("visa", f"7.00 EUR is on its way back to you by Visa card{USUAL}"),
        ("sofort", f"7.00 EUR is owed to you, but Sofort{USUAL} no longer exists"),
        ("cash-on-delivery", f"7.00 EUR comes back as a coupon, being paid by cash on delivery{USUAL}"),
    ],
)
def test_where_the_method_is_named_it_is_said_to_be_the_usual_one(method: str, heading: str, file: Path) -> None:
    usually(file, method)
    facts = ("advise", *OWED, "--total", "7.00 EUR")
    assert heading in ran(*facts).out.splitlines()
    drawn = ran("--color", "never", *facts, terminal=True).out
    assert heading in " ".join(drawn.split())


def test_it_is_not_kept_with_the_order(file: Path) -> None:
    usually(file, "visa")
    assert ran("add", "81500001", *OWED).code == 0
    assert ran("show", "81500001", "--json").document["payment"] is None
    assert '"payment": null' in ran("export", "--format", "json").out
    assert "visa" not in ran("show", "81500001").out.lower()


READINGS = (
    "list",
    "due",
    "due --within 30d",
    "advise --all",
    "advise 0001",
    "refund 0001",
    "refunds",
    "plan 0001",
    "explain 0001",
    "history 0001",
)


@pytest.mark.parametrize("method", ["visa", "boleto", "klarna"])
def test_every_command_answers_as_if_the_orders_were_paid_that_way(method: str, file: Path, tmp_path: Path) -> None:
    def answers(home: str, *payment: str) -> dict[str, Ran]:
        orders = ((*OWED, "--alias", "one"), ("--event", "paid=2026-11-20", "--why", "not-needed"))
        for place, facts in enumerate(orders, start=1):
            assert ran("--home", home, "add", f"8150000{place}", *facts, *payment).code == 0
        lines = [line.replace("0001", "one") for line in READINGS]
        return {line: ran("--home", home, *line.split(), "--json") for line in lines}

    told = answers(str(tmp_path / "told"), "--payment", method)
    (tmp_path / "usual").mkdir()
    usually(tmp_path / "usual" / "settings.toml", method)
    assert answers(str(tmp_path / "usual")) == told
    assert {answer.code for answer in told.values()} == {0}


def test_what_comes_due_follows_a_change_of_it(kept: Path, file: Path) -> None:
    def latest() -> set[str]:
        dues = ran("due", "--json").document["due"]
        return {each["at"][:10] for each in dues if each["id"] == "refund-latest" and each["order"] == "81500001"}

    assert ran("add", "81500001", *OWED).code == 0
    found = [latest()]
    for method in ("klarna", "visa", "boleto"):
        assert ran("-q", "config", "set", "payment", method).code == 0
        assert ran("due", "--within", "1d", "--json").code == 0
        found.append(latest())
    assert ran("-q", "config", "unset", "payment").code == 0
    found.append(latest())
    fresh = ran("advise", *OWED, "--payment", "klarna", "--json").document["refund"]["latest"]
    general = ran("advise", *OWED, "--json").document["refund"]["latest"]
    assert (found[0], found[1], found[3], found[4]) == ({general}, {fresh}, set(), {general})


def test_colour_and_language_are_no_grounds_to_look_at_every_order_again(kept: Path, file: Path) -> None:
    assert ran("due", "--within", "3d").code == 0
    before = kept.read_bytes()
    file.write_text('color = "never"\nlanguage = "en"\n', encoding="utf-8")
    assert ran("due", "--within", "3d").code == 0
    assert store_file().read_bytes() == before
    usually(file, "klarna")
    assert ran("due", "--within", "3d").code == 0
    assert store_file().read_bytes() != before


def test_the_money_on_its_way_says_so_in_short(kept: Path, file: Path) -> None:
    assert ran("add", "81500001", *OWED, "--total", "5.00 EUR").code == 0
    usually(file, "visa")
    ways = {cells[4]: cells[3] for cells in (line.split("\t") for line in ran("refunds").out.splitlines())}
    assert ways == {"81500001": "Visa card (usual)", SOCKS: "PayPal"}


@pytest.mark.parametrize("method", METHODS)
def test_a_refund_without_an_order_takes_it_too(method: str, file: Path) -> None:
    line = ("refund", "--from", "2026-11-20")
    told, words = ran(*line, "--method", method, "--json"), ran(*line, "--method", method)
    usually(file, method)
    assert ran(*line, "--json") == told
    assert ran(*line).out.replace(USUAL, "") == words.out
    assert USUAL in ran(*line).out
    assert ran(*line, "--method", method) == words


def test_own_refunds_stand_beside_it(kept: Path, file: Path) -> None:
    past = ("--event", "refund-started=2026-10-01", "--event", "refund-received=2026-10-09")
    assert ran("add", "81500001", *past, "--payment", "visa").code == 0
    usually(file, "visa")
    own = ran("refund", "--json").document["own"]
    assert (own["method"], own["count"]) == ("visa", 1)


def test_a_method_that_there_is_not_is_in_the_way_of_advice_and_not_of_the_list_of_methods(file: Path) -> None:
    usually(file, "vsia")
    error = f"error: {file}: payment: 'vsia' is not a known payment method\nhint: did you mean visa?\n"
    assert ran(*PLACED) == (2, "", error)
    for line in ("payments", "reasons", "policy show", "policy check"):
        assert ran(*line.split()).code == 0


def test_the_own_figures_of_the_usual_method_count(file: Path) -> None:
    usually(file, "paypal")
    figures = "[methods.paypal]\nminimum = 1\nmaximum = 2\n"
    file.with_name("policy.toml").write_text(figures, encoding="utf-8")
    document = ran("advise", *OWED, "--json").document
    assert (document["refund"]["method"], document["refund"]["latest"]) == ("paypal", "2026-11-23")
    assert flaws(document) == []


def test_after_an_import_it_is_told_what_needs_attention_by_it(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "orders.json"
    source.write_bytes(as_file(one_order(statusText="Expired")).content)

    def line(name: str, *payment: str) -> str:
        home = str(tmp_path / name)
        assert ran("--home", home, "add", "81500001", "--event", "refund-started=2026-11-02", *payment).code == 0
        return ran("--home", home, "import", str(source)).err.splitlines()[-1]

    told, unknown = line("told", "--payment", "gift-card"), line("unknown")
    (tmp_path / "usual").mkdir()
    usually(tmp_path / "usual" / "settings.toml", "gift-card")
    assert line("usual") == told != unknown


@pytest.mark.parametrize("name", [CABLE, LAMP], ids=["told", "nothing owed"])
def test_it_changes_nothing_where_it_does_not_matter(name: str, kept: Path, file: Path) -> None:
    before = ran("advise", name)
    usually(file, "boleto")
    assert ran("advise", name) == before
    assert before.code == 0


def test_the_wizard_does_not_ask_what_is_set() -> None:
    order = Order(events=(Event("paid", UNKNOWN), Event("cancelled-by-seller", When(NOON.date()))))
    draft = Draft(order, again=True)

    def asked(policy: Policy) -> set[str]:
        questions, now = set(), draft
        while question := next_question(now, policy, NOON):
            questions.add(question.id)
            now = answered(now, question, DONT_KNOW, NOON)
        return questions

    assert asked(POLICY) - asked(POLICY._replace(usual_payment="visa")) == {"payment"}

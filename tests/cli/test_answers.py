"""A message to the seller, the answer to it, and the reminder in between: noted, shown, exported and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.cli.given import CABLE, LAMP, flaws, ran

SENT, OVERDUE = "2026-11-20T10:00:00+00:00", "2026-11-21T10:00:01+00:00"
REMIND = "Remind the seller: aliorder message cable --about remind"
WORDS = "Dear seller,\nplease cancel it.\x1b[31m Thank you \u202eevil"


@pytest.fixture(autouse=True)
def _kept(kept: Any) -> None:
    """Every test begins with the orders of `KEPT`."""


def record(kind: str, *more: str, now: str = SENT) -> None:
    done = ran("record", CABLE, kind, *more, now=now)
    assert (done.code, done.out) == (0, "")


def answer_due(now: str) -> list[tuple[str, str, str]]:
    document = ran("due", "--json", now=now).document
    assert flaws(document) == []
    return [(each["order"], each["level"], each["action"]) for each in document["due"] if each["id"] == "answer-by"]


def warnings(now: str) -> dict[str, str]:
    document = ran("advise", CABLE, "--json", now=now).document
    assert flaws(document) == []
    return {warning["id"]: warning["text"] for warning in document["warnings"]}


def test_an_answer_is_due_a_day_after_the_message_and_stays_overdue() -> None:
    record("message-sent")
    moments = (SENT, "2026-11-21T10:00:00+00:00", OVERDUE, "2026-11-26", "2026-11-29")
    assert [answer_due(now) for now in moments] == [
        [(CABLE, "soon", "request-approval")],
        [(CABLE, "today", "request-approval")],
        [(CABLE, "overdue", "request-approval")],
        [(CABLE, "overdue", "request-approval")],
        [],
    ]


def test_asked_about_days_in_any_order_the_answers_are_the_same() -> None:
    record("message-sent")
    moments = (OVERDUE, "2026-11-29", SENT, "2026-11-26", "2026-11-29", OVERDUE)
    first = {now: answer_due(now) for now in moments}
    assert [answer_due(now) for now in moments] == [first[now] for now in moments]
    assert [len(first[now]) for now in moments] == [1, 0, 1, 1, 0, 1]


def test_what_is_overdue_says_how_to_remind_the_seller_and_what_is_not_says_what_to_do() -> None:
    record("message-sent")
    lines = [ran("due", now=now).out.splitlines() for now in (SENT, OVERDUE)]
    rows = [line.split("\t") for each in lines for line in each if "seller answers" in line]
    label = "seller answers your message, usually (our estimate)"
    assert rows == [
        ["soon", "2026-11-21T10:00", "tomorrow", label, "cable", "USB cable", "Ask the seller to cancel"],
        ["overdue", "2026-11-21T10:00", "today", label, "cable", "USB cable", REMIND],
    ]


@pytest.mark.parametrize("width", ["40", "80"])
def test_drawn_it_says_the_same_at_any_width(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    record("message-sent")
    out = ran("--color", "never", "due", now=OVERDUE, terminal=True).out
    assert REMIND in " ".join(out.split())
    assert max(len(line) for line in out.splitlines()) <= int(width)


def test_a_calendar_tells_what_to_do_without_an_answer_and_rings_only_then(tmp_path: Path) -> None:
    record("message-sent")
    told = []
    for now in (SENT, OVERDUE):
        file = tmp_path / "deadlines.ics"
        assert ran("due", "--ics", str(file), now=now).code == 0
        events = IcsCalendarStream.calendar_from_ics(file.read_text(encoding="utf-8")).events
        (event,) = (each for each in events if each.uid == f"{CABLE}-answer-by@aliorder")
        told.append(((event.description or "").splitlines()[:2], [str(alarm.trigger) for alarm in event.alarm]))
    assert told == [
        (
            [
                "To do, as of Fri 20 Nov 2026: Ask the seller to cancel",
                f"If there is no answer by then: {REMIND}",
            ],
            ["0:15:00"],
        ),
        ([f"To do, as of Sat 21 Nov 2026: {REMIND}", "Usually by: Sat 21 Nov 2026, 10:00 (UTC+00:00)"], []),
    ]


def test_the_advice_warns_with_the_commands_and_changes_no_action() -> None:
    def answers() -> list[Any]:
        found = ran("advise", CABLE, "--json", now=OVERDUE).document
        return [found["stage"], found["action"] | {"steps": []}, found["reason"], found["refund"]]

    before = answers()
    record("message-sent")
    assert answers() == before
    assert "answer-overdue" not in warnings("2026-11-21T10:00:00+00:00")
    assert warnings(OVERDUE)["answer-overdue"] == (
        "An answer to your message was to be expected by now (Sat 21 Nov 10:00, today). Remind the seller, politely "
        "and once a day at most: aliorder message cable --about remind. Your own deadlines run on. If they did "
        "answer, note that: aliorder record cable seller-answered"
    )


def test_an_answer_noted_without_a_day_was_read_now_and_ends_the_waiting() -> None:
    record("message-sent")
    record("seller-answered")
    assert answer_due(OVERDUE) == []
    record("message-sent", now="2026-11-20T15:00:00+00:00")
    assert answer_due("2026-11-22") == [(CABLE, "overdue", "request-approval")]


def test_an_answer_of_which_only_the_day_is_known_ends_the_waiting_of_that_day() -> None:
    record("message-sent")
    record("seller-answered", "--on", "today")
    assert answer_due(OVERDUE) == []


def test_a_message_after_the_goods_came_is_awaited_though_their_day_is_the_same() -> None:
    for kind, more in (("delivered", ()), ("message-sent", ("--on", "now"))):
        assert ran("record", LAMP, kind, *more, now=SENT).code == 0
    assert [order for order, *_ in answer_due(OVERDUE)] == [LAMP]


def test_what_was_written_is_kept_word_for_word_and_shown_on_one_line() -> None:
    record("message-sent", "--text", f"  {WORDS}\n")
    short = "“Dear seller, please cancel it. [31m Thank you  evil”"
    assert (
        f"event:         2026-11-20 10:00  message-sent (message to the seller sent): {short}\n"
        in ran("show", CABLE).out
    )
    assert f"message to the seller sent: {short}  (2 days ago)\n" in ran("history", CABLE).out
    history, order = (ran(command, CABLE, "--json").document for command in ("history", "show"))
    assert (flaws(history), flaws(order)) == ([], [])
    assert [[event["text"] for event in found["events"]] for found in (history, order)] == [[None] * 3 + [WORDS]] * 2


def test_a_long_text_is_shown_by_its_beginning() -> None:
    record("seller-answered", "--text", "x" * 200)
    assert f"seller-answered (the seller answered): “{'x' * 59}…”\n" in ran("show", CABLE).out


def test_a_text_that_says_nothing_is_none() -> None:
    record("message-sent", "--text", " \n")
    assert ran("show", CABLE, "--json").document["events"][-1]["text"] is None


@pytest.mark.parametrize("form", [("json",), ("csv", "--plain")])
def test_an_export_gives_back_what_was_written(form: tuple[str, ...], tmp_path: Path) -> None:
    record("message-sent", "--text", "Dear seller,\nplease; cancel \\ it")
    before = ran("show", CABLE, "--json").document
    file = tmp_path / f"orders.{form[0]}"
    file.write_text(ran("export", "--format", *form).out, encoding="utf-8", newline="")
    assert ran("remove", CABLE, "--yes").code == 0
    assert ran("import", str(file)).code == 0
    assert ran("show", CABLE, "--json").document["events"] == before["events"]


def test_an_import_of_what_is_known_takes_no_text_away() -> None:
    record("message-sent", "--text", "Hello")
    export = ran("export", "--format", "json").out.replace('"text": "Hello"', '"text": null')
    assert '"Hello"' not in export
    assert ran("import", "-", stdin=export.encode()).code == 0
    assert [event["text"] for event in ran("show", CABLE, "--json").document["events"]] == [None] * 3 + ["Hello"]

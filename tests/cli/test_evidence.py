"""`evidence`: what is added, listed, said anew and removed."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import typer

from aliorder.domain.checklist import checklist
from aliorder.domain.vocabulary import CASES, EVIDENCE_KINDS
from aliorder.policies.evidence import NEEDS
from aliorder.render.evidence import checklist_lines
from aliorder.words.evidence import LIMITS_UNKNOWN
from tests.cli.evidence_given import (
    ALL_MISSING,
    MISSING,
    PAPER,
    PHOTO,
    TEXT,
    add,
    copies,
    evidence,
    file,
    names,
    on_posix,
    sum_of,
)
from tests.cli.given import CABLE, LAMP, NOW, Ran, flaws, ran, store_file

pytestmark = pytest.mark.usefixtures("kept")


def test_files_are_kept_with_what_is_said_of_them(here: Path) -> None:
    chat = file(here, "chat.txt", TEXT)
    said = ("--kind", "chat", "--shows", " they promise\ta refund ", "--on", "yesterday", "--for", "not-received")
    assert add(chat, file(here, "again.jpg"), *said) == Ran(
        0,
        "",
        "Kept: chat.txt (chat with the seller).\nKept: again.jpg (chat with the seller).\n"
        f"{MISSING.format('tracking page, proof of address')}",
    )
    told = {
        "kind": "chat",
        "on": "2026-11-21",
        "at": None,
        "shows": "they promise a refund",
        "supports": ["not-received"],
    }
    added = {"added": "2026-11-22T12:00:00+00:00"}
    first = {"number": 1, "sha256": sum_of(TEXT), "name": "chat.txt", "size": len(TEXT), "media": "text/plain"}
    other = {"number": 2, "sha256": sum_of(PHOTO), "name": "again.jpg", "size": len(PHOTO), "media": "image/jpeg"}
    assert evidence() == [
        first | added | told | {"kept_size": len(TEXT)},
        other | added | told | {"kept_size": len(PHOTO)},
    ]
    assert copies() == sorted((sum_of(TEXT), sum_of(PHOTO)))
    assert (store_file().parent / "evidence" / sum_of(TEXT)).read_bytes() == TEXT
    assert (here / chat).read_bytes() == TEXT


def test_nothing_need_be_said_of_a_file(here: Path) -> None:
    add(file(here, "a.bin", b"\0\1"), "--shows", " ")
    (found,) = evidence()
    assert {name: found[name] for name in ("kind", "on", "at", "shows", "supports", "media")} == {
        "kind": "other",
        "on": None,
        "at": None,
        "shows": None,
        "supports": [],
        "media": "application/octet-stream",
    }


@pytest.mark.parametrize(
    "line, error, hint",
    [
        (("--kind", "foto"), "'foto' is not a known kind of evidence", "did you mean photo?"),
        (
            ("--for", "not-recieved"),
            "'not-recieved' is not a known claim",
            "did you mean not-received or not-as-described?",
        ),
        (
            ("--on", "2026-11-23"),
            "'2026-11-23' is later than now (2026-11-22), so nothing can show it yet",
            "say when that was which the file shows, e.g. --on yesterday",
        ),
    ],
)
@pytest.mark.parametrize("command", ["add", "edit"])
def test_what_cannot_be_meant_is_refused_before_anything_is_kept(
    here: Path, command: str, line: tuple[str, str], error: str, hint: str
) -> None:
    asked = ("evidence", command, LAMP, file(here, "one.jpg"), *line)
    assert ran(*asked) == (2, "", f"error: {error}\nhint: {hint}\n")
    assert copies() == []


@pytest.mark.parametrize("when", ["2026-02-30", "11/20/2026", "last week", "tomorrow"])
@pytest.mark.usefixtures("here")
def test_a_day_that_cannot_be_read_is_refused(when: str) -> None:
    done = ran("evidence", "add", LAMP, "one.jpg", "--on", when)
    assert (done.code, done.err.startswith(f"error: '{when}' ")) == (2, True)


@pytest.mark.parametrize(
    "when, on, at",
    [
        ("3d", "2026-11-19", None),
        ("2026-11-20T08:15+01:00", None, "2026-11-20T08:15:00+01:00"),
        ("now", None, "2026-11-22T12:00:00+00:00"),
        ("unknown", None, None),
    ],
)
def test_when_it_was_is_a_day_or_a_moment(here: Path, when: str, on: str | None, at: str | None) -> None:
    add(file(here, "one.jpg"), "--on", when)
    assert [(each["on"], each["at"]) for each in evidence()] == [(on, at)]


@pytest.mark.parametrize("order, code", [("0000", 3), ("81", 3), ("819", 3)])
@pytest.mark.parametrize("command", ["add", "list", "edit", "open", "remove", "export"])
def test_an_order_that_is_not_there_is_said(here: Path, command: str, order: str, code: int) -> None:
    rest = {"list": (), "export": (), "edit": ("1", "--kind", "chat")}.get(command, (file(here, "one.jpg"),))
    done = ran("evidence", command, order, *rest)
    assert (done.code, done.out, done.err.startswith("error: ")) == (code, "", True)
    assert copies() == []
    assert not list(here.glob("*.zip"))


def test_a_file_added_again_is_not_doubled_and_what_is_said_now_counts(here: Path) -> None:
    add(file(here, "one.jpg"), "--kind", "photo", "--shows", "first", "--on", "3d")
    done = add(file(here, "copy of one.jpg"), file(here, "two.jpg", PHOTO + b"2"), "--shows", "second")
    assert done.err == f"copy of one.jpg was kept already.\nKept: two.jpg (other file).\n{ALL_MISSING}"
    told = [(each["name"], each["kind"], each["shows"], each["on"]) for each in evidence()]
    assert told == [("one.jpg", "photo", "second", "2026-11-19"), ("two.jpg", "other", "second", None)]
    assert len(copies()) == 2


def test_the_same_content_twice_in_one_line_is_one(here: Path) -> None:
    done = add(file(here, "one.jpg"), "one.jpg", file(here, "two.jpg"))
    assert done.err == f"Kept: one.jpg (other file).\ntwo.jpg was kept already.\n{ALL_MISSING}"
    assert (names(), len(copies())) == (["one.jpg"], 1)


def test_one_copy_serves_several_orders(here: Path) -> None:
    add(file(here, "one.jpg"))
    assert ran("evidence", "add", CABLE, "one.jpg", "--kind", "payment").code == 0
    assert ran("evidence", "remove", LAMP, "1").code == 0
    assert (names(LAMP), names(CABLE), copies()) == ([], ["one.jpg"], [sum_of(PHOTO)])


def test_quiet_keeps_and_says_nothing(here: Path) -> None:
    assert ran("-q", "evidence", "add", LAMP, file(here, "one.jpg")) == (0, "", "")
    assert ran("-q", "evidence", "edit", LAMP, "1", "--kind", "chat") == (0, "", "")
    assert ran("-q", "evidence", "export", LAMP, "d.zip") == (0, f"{here / 'd.zip'}\n", "")
    assert ran("-q", "evidence", "remove", LAMP, "1") == (0, "", "")


def test_the_list_is_plain_for_programs(here: Path) -> None:
    add(
        file(here, "track.png"),
        "--kind",
        "tracking",
        "--on",
        "2026-11-20",
        "--shows",
        "no scan\tsince",
        "--for",
        "refund",
    )
    add(file(here, "two.pdf", PAPER))
    assert ran("evidence", "list", LAMP) == Ran(
        0,
        "1\ttracking page\tFri 20 Nov\ttrack.png\t22 bytes\tno scan since\trefund not received\tkept\n"
        "2\tother file\t\ttwo.pdf\t15 bytes\t\t\tkept\n"
        "\nFor “not received”:\n"
        "  missing:    tracking page, chat with the seller, proof of address\n"
        "  would help: order page, carrier's statement, proof of payment\n"
        f"{LIMITS_UNKNOWN}\n",
        "",
    )


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_list_is_drawn_within_the_width(here: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm-256color")
    add(file(here, "Screenshot_20261120.png"), "--kind", "tracking", "--shows", "nothing has moved since 3 November")
    add(file(here, "聊天记录.txt", TEXT), "--kind", "chat", "--on", "2026-11-20", "--for", "not-received")
    done = ran("--color", "never", "evidence", "list", LAMP, terminal=True)
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= width
    words = " ".join(done.out.split())
    for part in (
        "Fri 20 Nov",
        "聊天记录.txt",
        "22 bytes",
        "kept",
        "there:",
        "chat with the",
        "missing:",
        "proof of address",
    ):
        assert part in words
    assert ("no." in lines[0].split()) == (width > 80)


def test_an_order_without_evidence_says_how_to_begin() -> None:
    lines = list(checklist_lines(checklist((), "cancellation", NEEDS), "cable"))
    assert ran("evidence", "list", CABLE) == Ran(
        0,
        "Nothing is kept for this order yet: aliorder evidence add cable FILE\n"
        "\nFor “order to be cancelled”:\n" + "".join(f"{line}\n" for line in lines[1:]) + f"{LIMITS_UNKNOWN}\n",
        "",
    )


def test_where_nobody_told_what_is_wrong_there_is_no_checklist(here: Path) -> None:
    done = ran("evidence", "list", "5555")
    assert "What you have to prove is not known yet. Say what is wrong: aliorder edit 8" in done.out
    document = ran("evidence", "list", "5555", "--json").document
    assert (document["claim"], document["there"], document["missing"]) == (None, [], [])
    assert ran("evidence", "add", "5555", file(here, "one.jpg")).err.endswith(
        "What is needed: aliorder evidence list 8199000000005555 --for CLAIM\n"
    )


@pytest.mark.parametrize("case", CASES)
def test_each_claim_has_its_checklist(here: Path, case: str) -> None:
    add(file(here, "one.jpg"), "--kind", "photo", "--for", case)
    document = ran("evidence", "list", LAMP, "--for", case, "--json").document
    assert (flaws(document), document["claim"]) == ([], case)
    there = ["photo" in need["any_of"] for need in document["there"]]
    assert all(there)
    assert not any("photo" in need["any_of"] for need in document["missing"])
    assert len(document["there"]) + len(document["missing"]) == sum(need.case == case for need in NEEDS)


def test_evidence_for_another_claim_does_not_count(here: Path) -> None:
    add(file(here, "one.jpg"), "--kind", "tracking", "--for", "refund")
    assert ran("evidence", "add", LAMP, file(here, "two.jpg", PAPER), "--kind", "chat").err.endswith(
        MISSING.format("tracking page, proof of address")
    )


def test_what_is_complete_leads_to_the_dossier(here: Path) -> None:
    for number, kind in enumerate(("tracking", "chat", "address")):
        done = add(file(here, kind, b"%d" % number), "--kind", kind)
    assert done.err.endswith(f"For “not received” all is there that is needed. Then: aliorder evidence export {LAMP}\n")


def test_what_is_said_can_be_said_anew_and_taken_back(here: Path) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER), "--shows", "first")
    line = ("--kind", "tracking", "--shows", "no scan", "--on", "unknown", "--for", "not-received", "--for", "refund")
    assert ran("evidence", "edit", LAMP, "2", *line) == (0, "", f"Evidence 2 of order {LAMP}: tracking page.\n")
    assert [(each["kind"], each["shows"], each["supports"]) for each in evidence()] == [
        ("other", "first", []),
        ("tracking", "no scan", ["not-received", "refund"]),
    ]
    assert ran("undo").code == 0
    assert [each["kind"] for each in evidence()] == ["other", "other"]


def test_an_edit_that_changes_nothing_is_refused(here: Path) -> None:
    add(file(here, "one.jpg"))
    assert ran("evidence", "edit", LAMP, "1") == (
        2,
        "",
        "error: there is nothing to change\nhint: say what, e.g. --kind tracking or --shows TEXT\n",
    )


@pytest.mark.parametrize(
    "line, left",
    [
        (("--shows", ""), (None, "2026-11-20", ["refund"])),
        (("--shows", " "), (None, "2026-11-20", ["refund"])),
        (("--for", "any"), ("a crack", "2026-11-20", [])),
        (("--for", ""), ("a crack", "2026-11-20", [])),
        (("--for", "any", "--for", "return"), ("a crack", "2026-11-20", ["return"])),
        (("--on", "unknown"), ("a crack", None, ["refund"])),
        (("--shows", "", "--for", "any", "--on", "unknown"), (None, None, [])),
    ],
)
def test_what_was_said_can_be_taken_back(
    here: Path, line: tuple[str, ...], left: tuple[str | None, str | None, list[str]]
) -> None:
    add(file(here, "one.jpg"), "--shows", "a crack", "--on", "2026-11-20", "--for", "refund")
    assert ran("evidence", "edit", LAMP, "1", *line).code == 0
    assert [(each["shows"], each["on"], each["supports"]) for each in evidence()] == [left]


@pytest.mark.parametrize("command", ["add", "edit"])
def test_what_a_file_shows_is_told_in_a_thousand_characters(here: Path, command: str) -> None:
    add(file(here, "one.jpg"))
    which = "1" if command == "edit" else file(here, "two.jpg", PAPER)
    assert ran("evidence", command, LAMP, which, "--shows", "x" * 1001) == (
        2,
        "",
        "error: what a file shows is told in at most 1000 characters, and this has 1001\n"
        "hint: say it in a few words; a long text can be added as a file of its own\n",
    )
    assert [each["shows"] for each in evidence()] == [None]
    assert ran("evidence", command, LAMP, which, "--shows", f" {'x' * 1000} ").code == 0
    assert evidence()[-1]["shows"] == "x" * 1000


def test_a_file_that_an_import_lists_twice_is_one(here: Path) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER))
    document = ran("export", "--format", "json").document
    (lamp,) = (each for each in document["orders"] if each["order"] == LAMP)
    lamp["order"] = other = "8190000000001234"
    lamp["evidence"].insert(1, {**lamp["evidence"][0], "name": "once more.jpg"})
    document["orders"] = [lamp]
    assert ran("import", file(here, "orders.json", json.dumps(document).encode())).code == 0
    assert names(other) == ["one.jpg", "two.pdf"]
    assert ran("evidence", "remove", other, "1").err.startswith("1 file forgotten.")
    assert names(other) == ["two.pdf"]


def test_of_two_entries_of_one_content_the_one_that_was_named_goes(here: Path) -> None:
    add(file(here, "one.jpg"))
    with closing(sqlite3.connect(store_file())) as connection, connection:
        columns = "sha256, 'two.jpg', size, media, added, kind, on_day, at, shows, supports"
        connection.execute(f"INSERT INTO evidence SELECT order_id, 2, {columns} FROM evidence")
    assert names() == ["one.jpg", "two.jpg"]
    assert ran("evidence", "remove", LAMP, "1") == (0, "", "1 file forgotten. To bring back: aliorder undo\n")
    assert names() == ["two.jpg"]


def test_what_is_removed_comes_back_with_undo(here: Path) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER), file(here, "three.txt", TEXT))
    before = evidence()
    assert ran("evidence", "remove", LAMP, "1", "three.txt") == (
        0,
        "",
        "2 files forgotten. To bring back: aliorder undo\n",
    )
    assert names() == ["two.pdf"]
    for path in (store_file().parent / "evidence").iterdir():
        os.utime(path, (1, 1))
    assert ran("evidence", "remove", LAMP, "1") == (0, "", "1 file forgotten. To bring back: aliorder undo\n")
    assert (names(), len(copies())) == ([], 3)
    assert [ran("undo").code for _ in range(2)] == [0, 0]
    assert evidence() == before


def test_undo_past_the_first_file_leaves_an_order_without_evidence(here: Path) -> None:
    add(file(here, "one.jpg"))
    assert ran("undo").code == 0
    assert names() == []
    add("one.jpg")
    assert [each["kept_size"] for each in evidence()] == [len(PHOTO)]


def test_the_folder_is_named_by_paths() -> None:
    folder = str(store_file().parent / "evidence")
    assert f"evidence\t{folder}\n" in ran("paths").out
    assert ran("paths", "--json").document["paths"]["evidence"] == folder


@pytest.mark.parametrize("which", ["2", "two.pdf", sum_of(PAPER), sum_of(PAPER)[:4], sum_of(PAPER)[:9].upper()])
def test_a_piece_is_named_by_number_name_or_sum(here: Path, which: str) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER))
    assert ran("evidence", "remove", LAMP, which).code == 0
    assert names() == ["one.jpg"]


@pytest.mark.parametrize(
    "which", ["0", "3", "-1", "²", "0000000001", "10000000000000000001", "one", "", sum_of(PAPER)[:3], "../x"]
)
@pytest.mark.parametrize("command", [("open",), ("remove",), ("edit", "--kind", "chat")])
def test_what_names_no_piece_is_refused(here: Path, command: tuple[str, ...], which: str) -> None:
    add(file(here, "one.jpg"), file(here, "two.pdf", PAPER))
    name, *options = command
    done = ran("evidence", name, *options, "--", LAMP, which)
    assert done == (
        2,
        "",
        f"error: this order has no evidence {which!r}\nhint: aliorder evidence list shows them with their numbers\n",
    )


def test_a_name_that_two_files_share_is_not_enough(here: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.jpg").write_bytes(PAPER)
    add(file(here, "one.jpg"), str(tmp_path / "other" / "one.jpg"))
    done = ran("evidence", "open", LAMP, "one.jpg")
    assert (done.code, done.err.splitlines()[0]) == (2, "error: several pieces of evidence fit 'one.jpg'")


def test_a_piece_is_opened_as_a_copy_of_its_own(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(file(here, "one.txt"))
    opened: list[str] = []

    def launch(url: str, **_: object) -> int:
        opened.append(url)
        return 0

    monkeypatch.setattr(typer, "launch", launch)
    view = store_file().parent / "evidence" / "views" / f"{sum_of(PHOTO)}.jpg"
    assert ran("evidence", "open", LAMP, "1") == (0, "", "")
    assert ran("evidence", "open", LAMP, "1", "--path") == (0, f"{view}\n", "")
    assert (opened, view.read_bytes()) == ([str(view)], PHOTO)


def test_where_no_program_can_show_it_its_place_is_said(here: Path) -> None:
    add(file(here, "page.html", b"<html><script>alert(1)</script>"))
    (copy,) = copies()
    view = store_file().parent / "evidence" / "views" / f"{copy}.txt"
    assert ran("evidence", "open", LAMP, "1") == (
        2,
        "",
        f"error: no program here can show it\nhint: it lies at {view}\n",
    )


def on_a_terminal(*arguments: str, answer: Callable[[Any], None]) -> tuple[int, str]:
    """The program run on a terminal of its own; its exit code and all that it showed."""
    from tests.terminal import Terminal  # noqa: PLC0415 - not to be had on Windows

    with Terminal(sys.executable, "-m", "aliorder", "--now", NOW, *arguments) as terminal:
        answer(terminal)
        return terminal.end(), terminal.text()


@on_posix
def test_on_a_terminal_a_person_is_asked_what_it_is(here: Path) -> None:
    def answer(terminal: Any) -> None:
        terminal.see("What is one.jpg?")
        terminal.press(*["\x1b[B"] * EVIDENCE_KINDS.index("chat"), "\r")
        terminal.see("What does it show?")
        terminal.type("the promise")

    code, shown = on_a_terminal("evidence", "add", LAMP, file(here, "one.jpg"), answer=answer)
    assert (code, "Kept: one.jpg (chat with the seller)." in shown) == (0, True)
    assert [(each["kind"], each["shows"]) for each in evidence()] == [("chat", "the promise")]


@on_posix
@pytest.mark.parametrize("line", [("--kind", "photo"), ()], ids=["told", "known already"])
def test_nobody_is_asked_what_was_told(here: Path, line: tuple[str, ...]) -> None:
    if not line:
        add(file(here, "one.jpg"), "--kind", "chat")
    asked = ("evidence", "add", LAMP, file(here, "one.jpg"), *line)
    code, shown = on_a_terminal(*asked, answer=lambda _: None)
    assert (code, "What is" in shown) == (0, False)


@on_posix
def test_who_goes_away_instead_of_answering_keeps_nothing(here: Path) -> None:
    def answer(terminal: Any) -> None:
        terminal.see("What is one.jpg?")
        terminal.press("\x03")

    code, shown = on_a_terminal("evidence", "add", LAMP, file(here, "one.jpg"), answer=answer)
    assert (code, "Traceback" in shown, names()) == (130, False, [])

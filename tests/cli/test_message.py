"""`aliorder message`: the text alone on stdout, all else beside it; noted once it is sent, copied if there is a way."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from aliorder.cli.belongings import LANGUAGE
from aliorder.domain.vocabulary import ABOUTS, About
from aliorder.messages.language import is_language
from aliorder.policies.messages import RECIPIENTS, SENT_EVENTS
from aliorder.words.writing import ABOUT_LABELS, RECIPIENT_LABELS
from tests.cli.given import BOOK, CABLE, LAMP, PEN, SOCKS, Ran, flaws, process, ran
from tests.cli.test_hostile import OBEYED

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="the programs for the clipboard are scripts here")
TEXT = (
    f"Hello,\n\nThis is about my order {CABLE} (USB cable). I am asking to cancel it. I ordered the wrong item by "
    "mistake. Please accept the request, and please do not ship the order.\n\nThank you, and sorry for the trouble.\n"
)
CLOCK = (
    "In China it is Sun 22 Nov 20:00. Sellers likely read messages from Mon 23 Nov 01:00 to 10:00 your time (assumed: "
    "9:00 to 18:00 there, Monday to Saturday).\n"
)


@pytest.fixture(autouse=True)
def _kept(kept: Path) -> None:
    """Every test begins with the orders of `KEPT`."""


def own(name: str, text: str) -> Path:
    """A file of the user's own words."""
    folder = Path(os.environ["ALIORDER_HOME"]) / "messages"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def events(order: str) -> Any:
    return ran("show", order, "--json").document["events"]


def test_the_text_alone_goes_out_and_what_to_do_with_it_stands_beside() -> None:
    assert ran("message", "cable") == Ran(
        0,
        TEXT,
        "For the seller (ask to accept the cancellation, and say why): paste it into the chat with the seller on the "
        f"site.\n{CLOCK}"
        "When it is sent, note it: aliorder message cable --about accept-cancellation --sent\n",
    )


def test_quietly_there_is_the_text_and_nothing_else() -> None:
    assert ran("-q", "message", "cable") == (0, TEXT, "")


def test_what_is_not_for_the_seller_has_no_clock() -> None:
    done = ran("message", "cable", "--about", "support")
    assert (done.code, "In China" in done.err) == (0, False)
    assert done.err.startswith("For AliExpress (text for customer support): paste it into the form or the chat of ")
    assert done.err.endswith("Fits as well: --about accept-cancellation; all kinds: aliorder message --list\n")


def test_as_json_it_is_one_document() -> None:
    done = ran("message", "cable", "--json", "--lang", "zh", "--beside", "en")
    assert (done.code, done.err, flaws(done.document)) == (0, "", [])
    document = done.document
    assert document | {"seller_clock": None, "texts": document["texts"][1:]} == {
        "schema": "aliorder.message/1",
        "order": CABLE,
        "about": "accept-cancellation",
        "label": "ask to accept the cancellation, and say why",
        "recipient": "seller",
        "texts": [{"wanted": "en", "language": "en", "text": TEXT.rstrip("\n")}],
        "gaps": [],
        "seller_clock": None,
    }
    assert (document["texts"][0]["wanted"], document["texts"][0]["language"]) == ("zh", "zh")
    assert document["seller_clock"]["china_now"] == "2026-11-22T20:00:00+08:00"


@pytest.mark.parametrize("about", ABOUTS)
@pytest.mark.parametrize("order", [CABLE, LAMP, SOCKS, BOOK, PEN])
def test_every_message_can_be_made_for_every_order(order: str, about: About) -> None:
    document = ran("message", order, "--about", about, "--json", "--lang", "ru").document
    assert flaws(document) == []
    assert (document["about"], document["recipient"]) == (about, RECIPIENTS[about])
    assert (document["seller_clock"] is None) is (RECIPIENTS[about] != "seller")
    assert order in document["texts"][0]["text"] or about == "own-customer"


def test_the_list_has_every_kind_and_every_language() -> None:
    done = ran("message", "--list")
    rows = [f"{about}\t{RECIPIENT_LABELS[RECIPIENTS[about]]}\t{ABOUT_LABELS[about]}\n" for about in ABOUTS]
    assert (done.code, done.out) == (0, "".join(rows))
    folder = Path(os.environ["ALIORDER_HOME"]) / "messages"
    assert done.err == (
        "Languages: Deutsch (de), English (en), Español (es), Français (fr), Português (pt), Русский (ru), "
        f"简体中文 (zh). Your own words: {folder}\n"
    )
    assert ran("-q", "message", "--list") == (0, done.out, "")


def test_the_list_as_json_says_which_languages_lack_what() -> None:
    own("xx.toml", 'name = "Lingua Nova"\n[messages]\nremind = "{order}"\n')
    document = ran("message", "--list", "--json").document
    assert flaws(document) == []
    assert document["kinds"] == [
        {"about": about, "label": ABOUT_LABELS[about], "recipient": RECIPIENTS[about]} for about in ABOUTS
    ]
    assert [each["code"] for each in document["languages"]] == ["de", "en", "es", "fr", "pt", "ru", "xx", "zh"]
    assert [each for each in document["languages"] if each["lacking"]] == [
        {"code": "xx", "name": "Lingua Nova", "lacking": [about for about in ABOUTS if about != "remind"]}
    ]


def test_beside_it_the_same_stands_in_another_language_each_below_its_name() -> None:
    done = ran("message", "cable", "--lang", "zh", "--beside", "en")
    chinese, english = (ran("-q", "message", "cable", "--lang", lang).out for lang in ("zh", "en"))
    assert done.out == f"简体中文:\n\n{chinese}\nEnglish:\n\n{english}"
    assert (english, CABLE in chinese, "您好" in chinese) == (TEXT, True, True)


def test_the_same_language_twice_is_one_text() -> None:
    assert ran("-q", "message", "cable", "--lang", "en", "--beside", "en-GB").out == TEXT


def test_the_language_is_what_was_typed_else_the_variable_else_the_setting_else_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def greeting(*typed: str) -> str:
        return ran("-q", "message", "cable", *typed).out.split("\n")[0]

    assert greeting() == "Hello,"
    assert ran("config", "set", "message_language", "zh_CN").code == 0
    assert greeting() == "您好，"  # noqa: RUF001 - Chinese has a comma of its own
    monkeypatch.setenv("ALIORDER_MESSAGE_LANGUAGE", "de")
    assert greeting() == "Guten Tag,"
    assert greeting("--lang", "EN") == "Hello,"


def test_a_language_that_is_not_there_is_refused() -> None:
    done = ran("message", "cable", "--lang", "tlh")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: there are no messages in 'tlh'\nhint: there are: de, en, es, fr, pt, ru, zh; a ")


def test_what_a_message_needs_is_a_gap_until_it_is_given() -> None:
    open_one = ran("message", "cable", "--about", "partial-refund")
    assert "if you refund ____ through AliExpress" in open_one.out
    assert open_one.err.startswith("Fill in what stands as ____ in it, or give it with --amount.\n")
    filled = ran("message", "cable", "--about", "partial-refund", "--amount", "5 usd", "--details", "It hums.")
    assert "\n\n- It hums.\n\nI would keep the item if you refund 5.00\u00a0USD through AliExpress." in filled.out
    assert "Fill in" not in filled.err
    assert "- Reference (ARN): 7412\n" in ran("message", SOCKS, "--about", "trace-refund", "--arn", "7412").out


@pytest.mark.parametrize(
    "wish, error",
    [
        (("--amount", "5,00 USD"), "error: '5,00 USD' is not an amount with its currency"),
        (("--amount", "5"), "error: '5' is not an amount with its currency"),
        (("--about", "reminder"), "error: 'reminder' is not a known kind of message\nhint: did you mean remind"),
    ],
)
def test_what_cannot_be_read_is_refused(wish: tuple[str, ...], error: str) -> None:
    done = ran("message", "cable", *wish)
    assert (done.code, done.out, done.err.startswith(error)) == (2, "", True)


def test_what_has_no_place_in_a_message_is_not_lost_in_silence() -> None:
    done = ran("message", "cable", "--about", "remind", "--details", "x", "--arn", "7", "--amount", "5 USD")
    assert re.findall("There is no place for .*", done.err) == [
        f"There is no place for --{name} in this message: it is left out." for name in ("details", "amount", "arn")
    ]
    assert "translate them" not in done.err


def test_the_buyers_own_words_are_theirs_to_translate() -> None:
    own_words = "Your own words (--details) stand as you typed them: translate them if need be.\n"
    wish = ("--about", "change-order", "--details", "Size 42")
    assert own_words in ran("message", "cable", *wish, "--lang", "zh").err
    assert own_words not in ran("message", "cable", *wish).err


def test_a_sent_message_is_noted_with_its_text_and_can_be_undone() -> None:
    before = events("cable")
    done = ran("message", "cable", "--sent")
    assert (done.code, done.out) == (0, TEXT)
    noted = f"Noted for order {CABLE}: message to the seller sent. What now: aliorder advise cable\n"
    assert done.err.startswith(noted)
    assert "When it is sent" not in done.err
    assert events("cable") == [
        *before,
        {"kind": "message-sent", "on": None, "at": "2026-11-22T12:00:00+00:00", "amount": None, "text": TEXT.rstrip()},
    ]
    assert ran("undo").err == f"Taken back: message {CABLE} accept-cancellation sent (2026-11-22 12:00).\n"
    assert events("cable") == before


def test_a_day_after_a_message_due_says_to_remind_and_the_reminder_is_what_is_written() -> None:
    assert ran("message", "cable", "--sent").code == 0
    for now, reminds in (("2026-11-23T12:00", False), ("2026-11-23T12:00:01", True)):
        assert ("Remind the seller: aliorder message cable --about remind" in ran("due", now=now).out) is reminds
        document = ran("message", "cable", "--json", now=now).document
        assert (document["about"] == "remind") is reminds
    reminder = ran("message", "cable", now="2026-11-23T12:00:01")
    assert "I wrote to you on November 22, 2026 and have not received an answer yet." in reminder.out
    assert "Fits as well: --about accept-cancellation; " in reminder.err


GAPS: dict[About, str] = {"change-order": "details", "partial-refund": "amount", "trace-refund": "arn"}
"""The messages that need what no order tells, and the option that takes it."""


@pytest.mark.parametrize("about", ABOUTS)
def test_what_is_sent_is_noted_as_what_it_is_or_refused(about: About) -> None:
    before = events(LAMP)
    done = ran("message", LAMP, "--about", about, "--sent", "--json")
    kinds = [event["kind"] for event in events(LAMP)[len(before) :]]
    if about in GAPS:
        error = "error: the message has a gap, so it was not sent like that"
        assert (done.code, done.out, kinds) == (2, "", [])
        assert done.err == f"{error}\nhint: give what is missing with --{GAPS[about]}\n"
    elif about in SENT_EVENTS:
        assert (done.code, kinds) == (0, [SENT_EVENTS[about]])
        assert events(LAMP)[-1]["text"] == done.document["texts"][0]["text"]
    else:
        assert (done.code, done.out, kinds) == (2, "", [])
        assert done.err == (
            f"error: sending {about} is not noted: it changes nothing about this order\n"
            f"hint: keep it with: aliorder note {LAMP} TEXT\n"
        )


def test_of_two_texts_the_one_that_is_sent_is_noted() -> None:
    document = ran("message", "cable", "--lang", "zh", "--beside", "en", "--sent", "--json").document
    assert events("cable")[-1]["text"] == document["texts"][0]["text"] != TEXT.rstrip("\n")


def test_where_nothing_has_to_be_written_there_is_a_way_out() -> None:
    assert ran("message", PEN) == Ran(
        2,
        "",
        "error: nothing has to be written about this order now\n"
        f"hint: for a purpose of your own: aliorder message {PEN} --about KIND; --list shows all kinds\n",
    )


def test_where_too_little_is_known_what_to_tell_is_said() -> None:
    done = ran("message", BOOK)
    assert (done.code, done.out) == (6, "")
    assert done.err.splitlines()[0] == "error: too little is known of this order to tell what to write"
    assert ran("message", BOOK, "--about", "own-customer").code == 0


def test_where_something_may_have_to_be_written_it_is_named() -> None:
    assert ran("edit", CABLE, "--clear", "why").code == 0
    done = ran("message", "cable")
    assert (done.code, done.out) == (2, "")
    assert "aliorder message cable --about change-order; --list shows all kinds\n" in done.err


def test_without_such_an_order_or_any_there_is_an_error() -> None:
    assert (ran("message", "9999").code, ran("message", "8123").code) == (3, 3)
    assert ran("message") == Ran(
        2, "", "error: a message is about an order\nhint: aliorder message ORDER, or --list for the kinds there are\n"
    )


def test_own_words_come_before_those_of_the_program_and_for_all_languages_that_lack_some() -> None:
    own("en.toml", '[messages]\naccept-cancellation = "Cancel {order}, please."\n')
    own("xx.toml", 'name = "Lingua Nova"\n')
    assert ran("-q", "message", "cable").out == f"Cancel {CABLE}, please.\n"
    lacking = ran("message", "cable", "--lang", "xx")
    assert lacking.out == f"Cancel {CABLE}, please.\n"
    assert lacking.err.startswith("There is no Lingua Nova text for this yet: it is in English.\n")
    document = ran("message", "cable", "--lang", "xx", "--json").document
    assert [(each["wanted"], each["language"]) for each in document["texts"]] == [("xx", "en")]
    assert "English (en), " in ran("message", "--list").err
    assert "Lingua Nova (xx), " in ran("message", "--list").err


@pytest.mark.parametrize(
    "name", ["en.toml", "es-419.toml", "zh-Hant-TW.toml", "EN.toml", "notes.toml", "en.txt", "-.toml"]
)
def test_what_is_read_as_a_language_is_what_wipe_takes_for_one(name: str) -> None:
    assert (LANGUAGE.fullmatch(name) is not None) is is_language(name)


ARABIC = "مرحبا،\n\n\u200fالطلب \u200e{order}\u200e لم يصل.\n\nمی\u200cخواهم"  # noqa: RUF001 - as it is written


def test_a_script_that_runs_from_right_to_left_comes_out_letter_for_letter() -> None:
    own("ar.toml", f'name = "العربية"\n[messages]\nremind = """\n{ARABIC}"""\n')
    expected = ARABIC.replace("{order}", CABLE)
    done = ran("message", "cable", "--about", "remind", "--lang", "ar", "--beside", "en")
    assert done.out.startswith(f"العربية:\n\n{expected}\n\nEnglish:\n\n")
    document = ran("message", "cable", "--about", "remind", "--lang", "ar", "--json").document
    assert document["texts"][0]["text"] == expected


@pytest.mark.parametrize("line", [("--lang", "xx"), ("--beside", "xx"), ("--list",)])
def test_a_broken_file_of_ones_own_is_an_error_with_its_place_and_a_cure(line: tuple[str, ...]) -> None:
    path = own("xx.toml", "nam = 'x'\n[messages]\nremind = '{number}'\n")
    done = ran("message", "cable", *line)
    errors = [row for row in done.err.splitlines() if row.startswith(("error: ", "hint: "))]
    assert done.code == 4
    assert errors[0].startswith(f"error: {path}: 'nam' is not what a language has here; it has name, ")
    assert errors[1].startswith(
        f"error: {path}: messages.remind asks for 'number', which is no fact; there are about, "
    )
    assert errors[2:] == ["hint: mend it or put it elsewhere; aliorder help messages tells how such a file is written"]


def test_a_broken_file_is_in_the_way_of_its_own_language_only() -> None:
    own("xx.toml", "nam = 'x'\n")
    assert ran("-q", "message", "cable", "--lang", "en").out == TEXT


def test_a_text_of_which_nothing_can_be_said_is_refused() -> None:
    own("en.toml", '[messages]\nremind = "{arn}"\n')
    done = ran("message", "cable", "--about", "remind", "--sent")
    assert done == Ran(
        2,
        "",
        "error: of the text remind in en.toml nothing can be said: each of its lines asks for a fact that is not "
        "known\n"
        "hint: give it a line that asks for none\n",
    )
    assert events("cable")[-1]["kind"] == "payment-verified"


@pytest.mark.parametrize("width", [40, 80])
def test_on_a_terminal_text_and_talk_are_folded_between_words(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = ran("message", "cable", terminal=True)
    assert (done.code, done.out.split()) == (0, TEXT.split())
    assert max(map(len, (done.out + done.err).splitlines())) <= width
    assert [line for line in done.out.splitlines() if line.startswith(" ")] == []
    assert CLOCK.strip() in " ".join(done.err.split())


@pytest.mark.parametrize("width", [40, 80])
def test_the_list_fits_on_a_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = ran("--color", "never", "message", "--list", terminal=True)
    home = os.environ["ALIORDER_HOME"]
    assert max(len(line) for line in done.out.splitlines()) <= width
    assert [line for line in done.err.splitlines() if len(line) > width and line.strip() not in home] == []
    assert [about for about in ABOUTS if about not in done.out] == []


def test_the_text_has_no_colour_whatever_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "1000")
    assert ran("--color", "always", "message", "cable", terminal=True).out == TEXT
    monkeypatch.setenv("NO_COLOR", "1")
    assert ran("message", "cable", terminal=True).out == TEXT


def test_days_and_hours_are_those_of_the_buyer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran("edit", CABLE, "--event", "shipped=2026-11-20T23:30:00+00:00").code == 0
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    done = ran("message", "cable", "--about", "proof-of-posting", now="2026-11-22T12:00:00+00:00")
    assert "It was marked as shipped on November 21, 2026." in done.out
    assert "from Mon 23 Nov 15:00 to Tue 24 Nov 00:00 your time" in done.err


HOSTILE = "\x1b[31mred\x1b[0m \x9b2J\u202eevil\u2066\x07 {order} {if x}\r\n- [red]x[/red]"


def test_a_hostile_title_never_reaches_the_terminal_as_it_is() -> None:
    facts = ("--title", HOSTILE, "--store", HOSTILE, "--tracking", HOSTILE)
    assert ran("edit", CABLE, *facts).code == 0
    for about in ABOUTS:
        for terminal in (False, True):
            done = ran("message", "cable", "--about", about, "--details", HOSTILE, "--arn", HOSTILE, terminal=terminal)
            assert done.code == 0
            assert OBEYED.search((done.out + done.err).replace("\n", "")) is None
    assert f"{CABLE} ([31mred [0m  2J evil  {{order}} {{if x}} - [red]x[/red])" in ran("message", "cable").out


def test_a_long_title_is_cut() -> None:
    assert ran("edit", CABLE, "--title", "x" * 10_000).code == 0
    assert f"({'x' * 119}…)" in ran("message", "cable").out


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder for programs that are found first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


TAKES_IT = '#!/bin/sh\necho noise\necho noise >&2\necho "$0 $*" > "$COPIED.line"\ncat > "$COPIED"\n'
FAILS = "#!/bin/sh\necho noise >&2\nexit 1\n"


def copied(programs: Path, display: str, *arguments: str) -> tuple[Ran, Path]:
    """A run that copies, in a process of its own that finds these programs, and the file in which the text then is."""
    file = programs / "copied"
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return process("message", "cable", "--copy", *arguments, PATH=path, COPIED=str(file), **{display: ":7"}), file


def program(programs: Path, name: str, content: str) -> None:
    (programs / name).write_text(content, encoding="utf-8")
    (programs / name).chmod(0o755)


@POSIX_ONLY
@pytest.mark.parametrize(
    "display, name, line",
    [
        ("WAYLAND_DISPLAY", "wl-copy", ""),
        ("DISPLAY", "xclip", "-selection clipboard"),
        ("DISPLAY", "xsel", "--clipboard --input"),
    ],
)
def test_a_copy_is_the_text_to_the_letter(display: str, name: str, line: str, programs: Path) -> None:
    program(programs, name, TAKES_IT)
    done, file = copied(programs, display, "--lang", "zh", "--beside", "en")
    text = ran("message", "cable", "--lang", "zh", "--json").document["texts"][0]["text"]
    assert file.read_text(encoding="utf-8") == text
    assert Path(f"{file}.line").read_text(encoding="utf-8").split() == [str(programs / name), *line.split()]
    assert (done.code, "noise" in done.out + done.err) == (0, False)
    assert done.err.startswith("It is on the clipboard.\n")
    assert done.out.startswith(f"简体中文:\n\n{text}\n\nEnglish:\n")


@POSIX_ONLY
def test_quietly_a_copy_says_nothing(programs: Path) -> None:
    program(programs, "xclip", TAKES_IT)
    done, file = copied(programs, "DISPLAY", "--json")
    assert (done.code, done.err) == (0, "")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    quiet = process("-q", "message", "cable", "--copy", PATH=path, COPIED=str(file), DISPLAY=":7")
    assert quiet == (0, TEXT, "")


@POSIX_ONLY
@pytest.mark.parametrize("content", [FAILS, "#!/no/such/interpreter\n"])
def test_a_copy_that_fails_is_an_error_and_the_text_is_there(content: str, programs: Path) -> None:
    program(programs, "xclip", content)
    done, _ = copied(programs, "DISPLAY")
    assert (done.code, done.out) == (2, TEXT)
    assert done.err.endswith(
        "error: the clipboard could not be written to\n"
        "hint: copy it from the screen; on Linux, wl-clipboard, xclip or xsel brings one\n"
    )
    assert "It is on the clipboard" not in done.err


def test_without_a_clipboard_there_is_an_error_and_the_text() -> None:
    done = ran("message", "cable", "--copy")
    assert (done.code, done.out) == (2, TEXT)
    assert done.err.endswith(
        "error: there is no clipboard here\n"
        "hint: copy it from the screen; on Linux, wl-clipboard, xclip or xsel brings one\n"
    )


def test_the_line_that_notes_a_message_notes_the_very_text() -> None:
    options = ("--about", "partial-refund", "--lang", "zh", "--amount", "5 USD", "--details", "it's blue")
    line = ("message", "cable", *options)
    told = re.findall(r"note it: aliorder (.*) --sent$", ran(*line).err, re.MULTILINE)
    assert ran(*shlex.split(told[0]), "--sent").code == 0
    text: str = ran(*line, "--json").document["texts"][0]["text"]
    assert events("cable")[-1]["text"] == text
    assert "it's blue" in text


@pytest.mark.parametrize("amount", ["500.00 USD", "5 EUR", "0 USD"])
def test_an_amount_that_is_no_part_of_the_price_is_refused(amount: str) -> None:
    done = ran("message", "cable", "--about", "partial-refund", "--amount", amount)
    assert (done.code, done.out) == (2, "")


def test_what_cannot_be_copied_is_not_noted_as_sent() -> None:
    before = events("cable")
    done = ran("message", "cable", "--sent", "--copy")
    assert (done.code, done.out, events("cable")) == (2, TEXT, before)


def test_a_text_for_a_dispute_that_runs_is_not_noted_as_another_one() -> None:
    for kind, day in (("shipped", "2026-11-01"), ("dispute-opened", "2026-11-15"), ("dispute-refused", "2026-11-18")):
        assert ran("record", LAMP, kind, "--on", day).code == 0
    drafted = ran("message", LAMP)
    assert (drafted.code, "--sent" in drafted.err) == (0, False)
    assert ran("message", LAMP, "--about", "dispute", "--sent").code == 2


def test_the_same_message_is_not_noted_twice() -> None:
    assert ran("message", "cable", "--sent").code == 0
    again = ran("message", "cable", "--about", "accept-cancellation", "--sent")
    assert (again.code, again.err.splitlines()[0]) == (2, "error: this very message is noted as sent already")


def test_nobody_is_reminded_who_has_answered() -> None:
    for kind in ("message-sent", "seller-answered"):
        assert ran("record", "cable", kind).code == 0
    done = ran("message", "cable", "--about", "remind")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: the seller has answered since, so there is nothing to remind of\n")


def test_a_parcel_that_was_asked_after_is_disputed_next_and_the_form_says_that_it_has_not_come() -> None:
    assert ran("edit", LAMP, "--clear", "why").code == 0
    later = "2026-11-27"
    assert ran("message", LAMP, "--sent", now=later).code == 0
    assert ran("record", LAMP, "seller-answered", now=later).code == 0
    document = ran("message", LAMP, "--json", now=later).document
    assert (document["about"], document["gaps"]) == ("dispute", [])
    assert "The parcel has not arrived." in document["texts"][0]["text"]


def test_who_asks_for_a_part_of_the_price_has_to_say_which() -> None:
    assert ran("edit", LAMP, "--why", "defective", "--keep", "--event", "delivered=2026-11-20").code == 0
    document = ran("message", LAMP, "--about", "dispute", "--json").document
    assert document["gaps"] == ["amount"]
    assert "____" in document["texts"][0]["text"]

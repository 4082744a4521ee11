"""Languages as data: those that come with the program are whole, one more is one file, and a wrong file is refused."""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import example, given
from hypothesis import strategies as st

from aliorder.domain.order import Money
from aliorder.domain.vocabulary import ABOUTS, CLAIMS, WHYS
from aliorder.errors import InputRefused, UsageError
from aliorder.messages.drafting import counted, spelled
from aliorder.messages.language import (
    FALLBACK,
    HINT,
    PLURALS,
    Language,
    Place,
    is_language,
    language_of,
    shipped_codes,
)
from aliorder.messages.template import BLANKS
from aliorder.words.safe import JOINERS_AND_MARKS, is_unsafe

NOWHERE = Place(Path("there-is-no-such-folder"))
ENGLISH = NOWHERE.load(FALLBACK)
CODES = shipped_codes()
NOT_ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A folder for the user's own languages, with nothing in it."""
    return Place(tmp_path)


def write(place: Place, name: str, text: str) -> None:
    (place.own / name).write_text(text, encoding="utf-8", newline="")


def texts_of(language: Language) -> Iterator[tuple[str, str]]:
    """Every text of a language with its place."""
    yield from (("name", language.name), ("joiner", language.joiner), ("gap", language.gap))
    tables: dict[str, Mapping[str, str]] = {
        "phrases": language.phrases,
        "why": language.why,
        "why_told": language.why_told,
        "claim": language.claim,
        "messages": language.messages,
        **{f"counted.{what}": plurals for what, plurals in language.counted.items()},
    }
    yield from ((f"{table}.{key}", text) for table, texts in tables.items() for key, text in texts.items())


def gaps_in(text: str) -> set[tuple[str, str]]:
    """The facts and the conditions of a text."""
    return set(BLANKS.findall(text))


def test_these_languages_come_with_the_program() -> None:
    assert CODES == ["de", "en", "es", "fr", "pt", "ru", "zh"]
    assert [NOWHERE.load(code).name for code in CODES] == [
        "Deutsch",
        "English",
        "Español",
        "Français",
        "Português",
        "Русский",
        "简体中文",
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_language_that_comes_with_the_program_is_whole(code: str) -> None:
    language = NOWHERE.load(code)
    assert language.locale == Locale.parse(code)
    assert set(language.messages) == set(ABOUTS)
    assert set(language.why) == {*WHYS} - {"other"}
    assert set(language.claim) == set(CLAIMS)
    assert set(language.phrases) == {"about", "about_bare"}
    assert set(language.counted) == {"files"}


@pytest.mark.parametrize("code", CODES)
def test_what_the_seller_did_is_told_to_others_in_other_words(code: str) -> None:
    language = NOWHERE.load(code)
    assert set(language.why_told) == set(language.why)
    told = {why for why in WHYS if language.why_told.get(why) != language.why.get(why)}
    assert told == {"out-of-stock", "price-raised", "cannot-ship", "seller-silent", "seller-asks"}


@pytest.mark.parametrize("code", CODES)
def test_it_has_the_plurals_that_the_language_has_and_no_others(code: str) -> None:
    plurals = {*Locale.parse(code).plural_form.tags, "other"}
    whole = {Locale.parse(code).plural_form(count) for count in range(1000)} | {"other"}
    assert whole <= set(NOWHERE.load(code).counted["files"]) <= plurals


@pytest.mark.parametrize("code", CODES)
def test_every_text_asks_for_the_same_facts_as_in_english(code: str) -> None:
    english, language = dict(texts_of(ENGLISH)), dict(texts_of(NOWHERE.load(code)))
    expected = {place: gaps_in(english.get(place, "{n}")) for place in language}
    assert {place: gaps_in(text) for place, text in language.items()} == expected


@pytest.mark.parametrize("code", CODES)
def test_the_texts_are_short_and_quiet(code: str) -> None:
    texts = dict(texts_of(NOWHERE.load(code)))
    assert {place for place, text in texts.items() if len(text) > 900} == set()
    assert {place for place, text in texts.items() if re.search("[!¡！]", text)} == set()
    assert {place for place, text in texts.items() if is_unsafe(text.replace("\n", ""))} == set()
    assert {place for place, text in texts.items() if not text.strip() and place != "joiner"} == set()


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_ends_and_a_line_has_no_blanks_at_its_ends(code: str) -> None:
    language = NOWHERE.load(code)
    sentences = {**language.why, **language.why_told, **language.claim}
    assert {key for key, text in sentences.items() if not re.search("[.。]$", text)} == set()
    lines = [line for text in language.messages.values() for line in text.split("\n")]
    assert [line for line in lines if line != line.strip()] == []


OWN = """
name = "Lingua Nova"
joiner = "|"
[phrases]
about = "{order} / {item}"
[counted.files]
other = "{n} bilas"
[why]
defective = "Rota."
[claim]
refund-only = "Redo."
[messages]
remind = \"\"\"
Salu,

{if written}Skrita {written}.
- {order}
\"\"\"
"""


def test_a_further_language_is_one_file(place: Place) -> None:
    write(place, "xx.toml", OWN)
    assert place.codes() == [*CODES[:-1], "xx", "zh"]
    assert place.load(place.find("XX")) == Language(
        code="xx",
        name="Lingua Nova",
        locale=None,
        joiner="|",
        gap="____",
        phrases={"about": "{order} / {item}"},
        counted={"files": {"other": "{n} bilas"}},
        why={"defective": "Rota."},
        why_told={"defective": "Rota."},
        claim={"refund-only": "Redo."},
        messages={"remind": "Salu,\n\n{if written}Skrita {written}.\n- {order}\n"},
    )


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "[messages]\n"])
def test_a_file_with_nothing_in_it_is_a_language_without_texts(content: str, place: Place) -> None:
    write(place, "xx.toml", content)
    assert place.load("xx") == Language("xx", "xx", None, " ", "____", {}, {}, {}, {}, {}, {})


def test_own_texts_take_the_place_of_those_of_the_program_one_by_one(place: Place) -> None:
    write(place, "zh.toml", '[messages]\nremind = "喂 {order}"\n[why]\nseller-asks = "卖家。"\n')
    shipped, own = (each.load("zh") for each in (NOWHERE, place))
    assert own == shipped._replace(
        messages={**shipped.messages, "remind": "喂 {order}"}, why={**shipped.why, "seller-asks": "卖家。"}
    )


def test_a_why_of_the_users_own_is_told_to_all_where_there_is_no_other_for_them(place: Place) -> None:
    write(place, "en.toml", '[why]\ndefective = "Broken."\nseller-asks = "You asked."\n')
    own = place.load("en")
    assert [own.why[why] for why in ("defective", "seller-asks")] == ["Broken.", "You asked."]
    assert [own.why_told[why] for why in ("defective", "seller-asks")] == [
        "Broken.",
        ENGLISH.why_told["seller-asks"],
    ]


ARABIC = "مرحبا،\n\n\u200fأكتب بخصوص الطلب {order}\u200f.\nشكرا"
HEBREW = "שלום,\n\nאני כותב לגבי הזמנה \u200e{order}\u200e."
PERSIAN = "سلام،\n\nمی\u200cخواهم درباره {order} بپرسم."


@pytest.mark.parametrize("code, text", [("ar", ARABIC), ("he", HEBREW), ("fa", PERSIAN)])
def test_a_script_that_runs_from_right_to_left_stays_intact_letter_for_letter(
    code: str, text: str, place: Place
) -> None:
    write(place, f"{code}.toml", f'[messages]\nremind = """\n{text}"""\n')
    language = place.load(code)
    assert language.messages == {"remind": text}
    assert language.locale == Locale.parse(code)


@pytest.mark.parametrize("mark", JOINERS_AND_MARKS)
def test_what_joins_letters_or_turns_words_may_stand_in_a_text(mark: str, place: Place) -> None:
    write(place, "xx.toml", f'[messages]\nremind = "a{mark}b"\n')
    assert place.load("xx").messages == {"remind": f"a{mark}b"}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_file_is_read_alike_on_every_system(ends: str, place: Place) -> None:
    content = OWN.replace("\n", ends)
    (place.own / "xx.toml").write_bytes(b"\xef\xbb\xbf" + content.encode())
    write(place, "yy.toml", OWN)
    assert place.load("xx") == place.load("yy")._replace(code="xx")


TYPED = [
    ("zh", "zh"),
    ("ZH", "zh"),
    (" zh ", "zh"),
    ("zh_CN", "zh"),
    ("zh-Hans-CN", "zh"),
    ("pt-BR", "pt"),
    ("pt_br", "pt"),
    ("pt-PT", "pt-PT"),
    ("PT_pt", "pt-PT"),
    ("es-419", "es"),
    ("en-GB", "en"),
    ("XX", "xx"),
]


@pytest.mark.parametrize("typed, code", TYPED)
def test_a_language_is_found_however_it_is_written(typed: str, code: str, place: Place) -> None:
    for name in ("pt-PT.toml", "xx.toml"):
        write(place, name, "")
    assert place.find(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "-", "chinese", "z", "zhcn", "xx", "../zh", "zh\x1b[31m", "\ud800", "汉语", "x" * 9999]
)
def test_a_language_that_is_not_there_is_refused_with_those_that_are(typed: str, place: Place) -> None:
    with pytest.raises(UsageError) as refused:
        place.find(typed)
    assert refused.value.message == f"there are no messages in {typed!r}" or len(typed) > 40
    assert len(refused.value.message) < 90
    assert refused.value.hint == (
        f"there are: de, en, es, fr, pt, ru, zh; a further one is a file {place.own / 'CODE.toml'}"
    )


@pytest.mark.parametrize(
    "name", ["en.txt", "EN.toml", "english.toml.toml", ".toml", "a.toml", "en.toml.part", "zh_CN.toml"]
)
def test_a_file_with_another_name_is_no_language(name: str, place: Place) -> None:
    assert not is_language(name)
    write(place, name, "nonsense")
    assert place.codes() == CODES


@given(st.from_regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", fullmatch=True))
@example("az-Latn")
@example("aze")
@example("ar-EG")
def test_whatever_its_code_a_language_can_write_days_amounts_and_counts(code: str) -> None:
    assert is_language(f"{code}.toml")
    language = language_of(code, {})
    for value, digits in ((date(2026, 11, 2), "2026"), (Money(Decimal("5.25"), "USD"), "5")):
        assert {str(unicodedata.digit(sign)) for sign in spelled(value, language) if sign.isdigit()} >= set(digits)
    assert counted({"other": "{n} x"}, 7, language) == "7 x"


FACTS = (
    "about, amount, arn, asked, claim, decided, delivered, details, files, item, opened, order, paid, "
    "part_shipped, placed, promised, protection_until, refund, refund_latest, refund_started, refused, "
    "ship_by, shipped, store, total, tracking, why, written"
)
NO_FACT = "which is no fact"
TABLES = "name, joiner, gap, phrases, why, why_told, claim, messages, counted"
WRONG = [
    ("an unknown key", "nam = 'x'", f"'nam' is not what a language has here; it has {TABLES}"),
    ("an unknown table", "[message]\nremind = 'x'", f"'message' is not what a language has here; it has {TABLES}"),
    (
        "a key that a terminal would obey",
        '"\\u001b[31m" = 1',
        f"'\\x1b[31m' is not what a language has here; it has {TABLES}",
    ),
    ("a text in the place of a table", "why = 'x'", "why has to be a table, with its texts below a line [why]"),
    (
        "a list of tables",
        "[[messages]]\nremind = 'x'",
        "messages has to be a table, with its texts below a line [messages]",
    ),
    ("an unknown message", "[messages]\nreminder = 'x'", f"messages has no 'reminder'; it has {', '.join(ABOUTS)}"),
    ("an unknown why", "[why]\nbroken = 'x'", f"why has no 'broken'; it has {', '.join(WHYS)}"),
    ("an unknown claim", "[claim]\nall = 'x'", f"claim has no 'all'; it has {', '.join(CLAIMS)}"),
    ("an unknown phrase", "[phrases]\nhello = 'x'", "phrases has no 'hello'; it has about, about_bare"),
    ("a number", "[messages]\nremind = 1", "messages.remind has to be text in quotes"),
    ("a number as the name", "name = 1", "name has to be text in quotes"),
    ("a list", "[why]\ndefective = ['x']", "why.defective has to be text in quotes"),
    ("a table in the place of a text", "[messages.remind]\nx = 'x'", "messages.remind has to be text in quotes"),
    ("a day", "[why]\ndefective = 2026-11-22", "why.defective has to be text in quotes"),
    ("an empty message", '[messages]\nremind = " \\n"', "messages.remind says nothing"),
    ("an invisible gap", "gap = ''", "gap says nothing"),
    (
        "an unknown fact",
        "[messages]\nremind = '{number}'",
        f"messages.remind asks for 'number', {NO_FACT}; there are {FACTS}",
    ),
    (
        "an unknown question",
        "[messages]\nremind = '{if x}y'",
        f"messages.remind asks for 'x', {NO_FACT}; there are {FACTS}",
    ),
    ("a fact where none is told", "[why]\ndefective = '{item}'", "why.defective asks for 'item', which is no fact"),
    ("a fact in the name", "name = '{item}'", "name asks for 'item', which is no fact"),
    (
        "a fact that a phrase is not told",
        "[phrases]\nabout = '{why}'",
        "phrases.about asks for 'why', which is no fact; there are item, order",
    ),
    ("an open brace", "[messages]\nremind = 'a {order'", "messages.remind holds a brace that belongs to no fact"),
    ("a closed brace", "[messages]\nremind = 'a } b'", "messages.remind holds a brace that belongs to no fact"),
    ("a fact in capitals", "[messages]\nremind = '{Order}'", "messages.remind holds a brace that belongs to no fact"),
    ("two braces", "[messages]\nremind = '{{order}}'", "messages.remind holds a brace that belongs to no fact"),
    (
        "another question",
        "[messages]\nremind = '{unless order}x'",
        "messages.remind holds a brace that belongs to no fact",
    ),
    ("an escape", '[messages]\nremind = "\\u001b[31m"', "messages.remind holds a character that cannot be printed"),
    ("an override", '[messages]\nremind = "\\u202ex"', "messages.remind holds a character that cannot be printed"),
    ("a tab", '[messages]\nremind = "a\\tb"', "messages.remind holds a character that cannot be printed"),
    (
        "an unknown thing to count",
        "[counted.parcels]\nother = '{n}'",
        "counted has no 'parcels'; it has files, each with its plurals",
    ),
    (
        "a count without plurals",
        "[counted]\nfiles = '{n}'",
        "counted has no 'files'; it has files, each with its plurals",
    ),
    ("no plural for the rest", "[counted.files]\none = '{n}'", "counted.files needs at least the plural other"),
    (
        "an unknown plural",
        "[counted.files]\nother = '{n}'\nlots = 'x'",
        f"counted.files has no plural 'lots'; there are {', '.join(PLURALS)}",
    ),
    (
        "another fact in a count",
        "[counted.files]\nother = '{order}'",
        "counted.files.other asks for 'order', which is no fact; there are n",
    ),
]


@pytest.mark.parametrize("content, problem", [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_mistake_is_named_with_its_place_and_a_way_out(content: str, problem: str, place: Place) -> None:
    write(place, "xx.toml", content)
    with pytest.raises(InputRefused) as refused:
        place.load("xx")
    assert refused.value.message == f"{place.own / 'xx.toml'}: {problem}"
    assert (refused.value.hint, refused.value.exit_code, refused.value.more) == (HINT, 4, ())


def test_all_mistakes_are_named_at_once(place: Place) -> None:
    write(place, "en.toml", "nam = 'x'\ngap = 1\n[messages]\nremind = '{'\nappeal = 'fine'\ndispute = ''\n")
    with pytest.raises(InputRefused) as refused:
        place.load("en")
    path = place.own / "en.toml"
    assert refused.value.message.startswith(f"{path}: 'nam' is not what a language has here")
    assert refused.value.more == (
        f"{path}: gap has to be text in quotes",
        f"{path}: messages.remind holds a brace that belongs to no fact",
        f"{path}: messages.dispute says nothing",
    )


UNREAD = [
    ("no TOML", b"remind", "is not TOML: "),
    ("an open quote", b'[messages]\nremind = """x', "is not TOML: "),
    ("the same text twice", b"[why]\ndefective = 'x'\ndefective = 'y'", "is not TOML: "),
    ("a control character", b"name = 'a\x00b'", "is not TOML: "),
    ("another encoding", "name = 'ä'".encode("latin-1"), "is not text in UTF-8"),
    ("UTF-16", "name = 'x'".encode("utf-16"), "is not text in UTF-8"),
    ("a surrogate", b"name = '\xed\xa0\x80'", "is not text in UTF-8"),
    ("deep nesting", b"name = [" + b"[[[[\n" * 20_000, "is nested too deeply"),
    ("a long number", b"name = " + b"9" * 5_000, "has a line that is far too long"),
    ("a large file", b"#\n" * 600_000, "has more than 1 MB"),
]


@pytest.mark.parametrize("code", ["xx", "en"])
@pytest.mark.parametrize("content, problem", [row[1:] for row in UNREAD], ids=[row[0] for row in UNREAD])
def test_a_file_that_cannot_be_read_is_refused(content: bytes, problem: str, code: str, place: Place) -> None:
    path = place.own / f"{code}.toml"
    path.write_bytes(content)
    assert refusal(place, code).startswith(f"{path} {problem}")


def refusal(place: Place, code: str) -> str:
    """What is said of a file that cannot be taken in."""
    with pytest.raises(InputRefused) as refused:
        place.load(place.find(code))
    assert (refused.value.hint, refused.value.exit_code) == (HINT, 4)
    assert len(refused.value.message) < len(str(place.own)) + 130
    return refused.value.message


def test_a_folder_is_no_language(place: Place) -> None:
    (place.own / "xx.toml").mkdir()
    assert refusal(place, "xx") == f"{place.own / 'xx.toml'} is a folder, not a file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_nobody_waits_for_a_pipe(place: Place) -> None:
    os.mkfifo(place.own / "xx.toml")
    assert refusal(place, "xx") == f"{place.own / 'xx.toml'} is something else, not a file"


@pytest.mark.parametrize("code", ["xx", "zh"])
def test_a_link_to_itself_is_refused(code: str, place: Place) -> None:
    path = place.own / f"{code}.toml"
    path.symlink_to(path)
    assert refusal(place, code).startswith(f"{path} cannot be read: ")


def test_a_folder_of_languages_that_is_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "messages"
    folder.symlink_to(folder)
    with pytest.raises(InputRefused, match="cannot be looked into: "):
        Place(folder).codes()


@NOT_ROOT
def test_a_file_that_may_not_be_read_is_refused(place: Place) -> None:
    write(place, "xx.toml", OWN)
    (place.own / "xx.toml").chmod(0)
    assert refusal(place, "xx").endswith(" cannot be read: Permission denied")


def test_without_a_folder_of_their_own_there_are_the_languages_of_the_program(tmp_path: Path) -> None:
    file = tmp_path / "messages"
    assert Place(file).codes() == CODES
    file.write_text("no folder", encoding="utf-8")
    assert Place(file).codes() == CODES
    assert Place(file).load("de") == NOWHERE.load("de")


IN_QUOTES = st.text(max_size=60).map(lambda text: f"[why]\ndefective = '{text}'".encode("utf-8", "replace"))


@given(st.binary(max_size=60) | IN_QUOTES)
def test_whatever_is_in_the_file_it_is_a_language_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    place = Place(tmp_path_factory.mktemp("own"))
    (place.own / "xx.toml").write_bytes(content)
    texts: dict[str, str] = {}
    with suppress(InputRefused):
        texts = dict(texts_of(place.load("xx")))
    assert {key for key, text in texts.items() if is_unsafe(re.sub(f"[\n{JOINERS_AND_MARKS}]", "", text))} == set()


def test_a_language_of_a_region_has_the_words_of_all_regions_but_for_its_own(place: Place) -> None:
    write(place, "pt-BR.toml", '[messages]\nremind = "Oi: {order}?"\n')
    write(place, "pt.toml", '[messages]\nappeal = "Peço: {order}."\n')
    brazil, shipped = place.load(place.find("pt_br")), Place(place.own / "absent").load("pt")
    assert (brazil.code, brazil.name) == ("pt-BR", shipped.name)
    assert dict(brazil.messages) == {**shipped.messages, "remind": "Oi: {order}?", "appeal": "Peço: {order}."}

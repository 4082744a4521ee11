"""Every translation was translated back into English by somebody who had not seen the English text.

What came out stands in `back/`, to be read beside `en.toml`. A text that was changed since fails here by its name: it
is to be translated back again, compared, and stamped (`stamp.py`).
"""

from __future__ import annotations

import re
import tomllib

import pytest

from aliorder.messages.template import BLANKS
from tests.messages.stamp import (
    FOLDER,
    HEADING,
    STAMPS,
    TRANSLATED,
    back_tables,
    digest,
    language_texts,
    main,
    stamped,
    texts_in,
    translated_codes,
    unchecked,
)

CODES = translated_codes()


def test_every_language_but_english_was_translated_back() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [f"{code}.toml" for code in CODES]


@pytest.mark.parametrize("code", CODES)
def test_every_text_was_translated_back_and_no_other(code: str) -> None:
    back = back_tables(code)
    assert set(back) - {STAMPS} == set(TRANSLATED)
    assert dict(texts_in(back)).keys() == language_texts(code).keys()


@pytest.mark.parametrize("code", CODES)
def test_a_back_translation_has_the_gaps_of_its_text(code: str) -> None:
    back = dict(texts_in(back_tables(code)))
    wrong = {
        place: sorted(set(BLANKS.findall(text)) ^ set(BLANKS.findall(back.get(place, ""))))
        for place, text in language_texts(code).items()
    }
    assert {place: gaps for place, gaps in wrong.items() if gaps} == {}


@pytest.mark.parametrize("code", CODES)
def test_a_back_translation_is_english(code: str) -> None:
    back = dict(texts_in(back_tables(code)))
    letters = {place: re.findall(r"[^\W\d_]", text) for place, text in back.items()}
    assert [place for place, found in letters.items() if not found or not all(map(str.isascii, found))] == []


@pytest.mark.parametrize("code", CODES)
def test_no_text_has_changed_since_it_was_translated_back(code: str) -> None:
    assert unchecked(language_texts(code), back_tables(code)) == [], "translate back again, compare, then stamp"


TEXTS = {"messages.remind": "喂 {order}", "counted.files.other": "{n}个"}
CONTENT = '# A comment.\n\n[messages]\nremind = """\nHey {order}\n"""\n\n[counted.files]\nother = "{n}"\n'


def test_a_stamp_names_the_text_and_leaves_all_else_as_it_was() -> None:
    content = stamped(CONTENT, TEXTS)
    assert content == (
        f'{CONTENT}{HEADING}\n[checked.messages]\nremind = "{digest("喂 {order}")}"\n\n'
        f'[checked.counted.files]\nother = "{digest("{n}个")}"\n'
    )
    assert re.fullmatch("[0-9a-f]{12}", digest("喂 {order}"))
    assert unchecked(TEXTS, tomllib.loads(content)) == []


def test_a_stamp_takes_the_place_of_the_one_before() -> None:
    once = stamped(CONTENT, TEXTS)
    assert stamped(once, TEXTS) == once
    later = {**TEXTS, "messages.remind": "喂喂"}
    assert unchecked(later, tomllib.loads(once)) == ["messages.remind"]
    assert unchecked(later, tomllib.loads(stamped(once, later))) == []


def test_without_stamps_every_text_is_to_be_checked() -> None:
    assert unchecked(TEXTS, tomllib.loads(CONTENT)) == list(TEXTS)


@pytest.mark.parametrize("codes", [[], ["en"], ["zh", "xx"]])
def test_only_a_language_that_is_translated_back_is_stamped(
    codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert main(codes) == 2
    assert capsys.readouterr() == ("", f"error: name languages that are translated back: {' '.join(CODES)}\n")
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == before

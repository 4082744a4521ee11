"""The names of the months in the languages in which a file may come. English is known without any table."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from aliorder.importers.values.spelling import plain

ENGLISH = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
ENGLISH_MONTHS = {name: number for number, names in enumerate(ENGLISH, start=1) for name in names}

LOCALES = (
    *("ar", "ar_DZ", "ar_LB", "ar_MA", "ar_MR", "ar_TN", "az", "be", "bg", "bn", "bs", "ca", "cs", "da"),
    *("de", "de_AT", "el", "en", "en_AU", "es", "es_CL", "es_MX", "es_PE", "et", "fi", "fil", "fr", "fr_CA"),
    *("gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "ms", "nl", "no", "pl"),
    *("pt", "ro", "ru", "sk", "sl", "sq", "sr", "sr_Latn", "sv", "th", "tr", "uk", "uz", "zh"),
)
"""Of Japanese, Korean and Vietnamese the months are numbers, not names."""

OTHERS = {
    "ar": "1 كانون ثاني, 2 شباط, 4 ابريل, 6 حزيران, 8 اغسطس, 8 آب, 10 اكتوبر, 12 كانون اول",
    "de": "1 jän, 3 mrz",
    "es": "8 agto, 9 sep, 9 set, 9 setiembre",
    "fr": "2 fév",
    "id": "8 agt, 8 ags",
    "it": "9 sett",
    "nl": "2 febr, 9 sept",
    "ru": "2 фев, 9 сен, 11 ноя",
    "sv": "3 mar, 9 sept",
}
"""Spellings in use which CLDR does not list: by language, the number of the month and its name."""

FILLER_WORDS = (
    "a d da day de del den el er gada le m nd ngày năm o of rd st th "
    "года год г ж р року թ წ พศ คศ ปี 年 日 号 號 년 일"  # noqa: RUF001 - these are Cyrillic
)
FILLERS = frozenset(FILLER_WORDS.split())
"""Words that stand beside a day, a month or a year in some language and say nothing more."""


class Meaning(NamedTuple):
    """What a name of a month means in one language."""

    language: str
    month: int


SILENT = re.compile(r"[.'\u2019\u05f3\u05f4\u0970\u0307]")
"""Dots, apostrophes, the Hebrew and Hindi marks of a short form, and the dot that a Turkish capital I leaves."""


def word_of(text: str) -> str:
    """The name as the table spells it: plain, without fillers and what `SILENT` holds."""
    words = SILENT.sub("", plain(text).replace("\u0131", "i")).replace("-", " ").split()
    return " ".join(word for word in words if word not in FILLERS)


def meanings(word: str) -> frozenset[Meaning]:
    """What a name, spelled as `word_of` does, means; empty if it is in no language the name of a month."""
    table = month_table()
    return table.get(word) or table.get(word.removeprefix("ב"), frozenset())  # Hebrew joins "in" to the name


@lru_cache(maxsize=1)
def month_table() -> Mapping[str, frozenset[Meaning]]:
    """Every name that CLDR or `OTHERS` knows, with its meaning in each of its languages."""
    found: dict[str, set[Meaning]] = {}
    for locale in LOCALES:
        for month, name in cldr_names(locale):
            found.setdefault(word_of(name), set()).add(Meaning(locale.partition("_")[0], month))
    for language, entries in OTHERS.items():
        for entry in entries.split(", "):
            number, _, name = entry.partition(" ")
            found.setdefault(word_of(name), set()).add(Meaning(language, int(number)))
    return {word: frozenset(both) for word, both in found.items() if not re.search("[0-9]", word)}


def cldr_names(locale: str) -> Iterator[tuple[int, str]]:
    """The months of one locale with their names in sentences and alone, long and short."""
    # Takes a quarter of a second and 50 MB, and English needs none of it.
    from babel.localedata import resolve_locale_filename  # noqa: PLC0415 - only where a name is not English

    # What a locale inherits is left out: Babel may resolve that to the names of another language (its issue 1234). Its
    # own function gives that only until somebody has used the locale.
    months = pickle.loads(Path(resolve_locale_filename(locale)).read_bytes()).get("months", {})
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names = months.get(context, {}).get(width, {})
            if isinstance(names, dict):
                yield from names.items()

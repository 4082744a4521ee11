"""A language as data: one file with its messages, its whys and its plurals, and the user's own words over them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from aliorder.domain.vocabulary import ABOUTS, CLAIMS, WHYS
from aliorder.errors import InputRefused, UsageError, shown
from aliorder.messages.template import BLANKS, names_in
from aliorder.settings import read_toml
from aliorder.words.safe import JOINERS_AND_MARKS, is_unsafe, printable
from aliorder.words.writing import FACT_LABELS

FALLBACK = "en"
SUFFIX = ".toml"
CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
ALLOWED = str.maketrans("", "", f"\n{JOINERS_AND_MARKS}")
"""What a template may hold although it prints nothing: ends of lines, and what some scripts need."""

TABLES: Mapping[str, tuple[str, ...]] = {
    "phrases": ("about", "about_bare"),
    "why": WHYS,
    "why_told": WHYS,
    "claim": CLAIMS,
    "messages": ABOUTS,
}
COUNTED = ("files",)
"""What is counted, and so has a text for each plural of the language."""

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plurals that a language may have (CLDR); each has some of them, and `other`."""

PLAIN = ("name", "joiner", "gap")
NEVER_BLANK = frozenset({"gap", *(f"messages.{about}" for about in ABOUTS)})
BRACES = frozenset("{}")
HINT = "mend it or put it elsewhere; aliorder help messages tells how such a file is written"


class Language(NamedTuple):
    """The texts of one language; what is missing in it is told in English.

    `code` is its BCP 47 tag, `name` what it calls itself. `locale` tells how it writes dates, amounts and plurals,
    `None` if nobody knows. `why_told` is `why` for others than the seller. `joiner` stands between the sentences of a
    paragraph, `gap` where a fact is to be filled in.
    """

    code: str
    name: str
    locale: Locale | None
    joiner: str
    gap: str
    phrases: Mapping[str, str]
    counted: Mapping[str, Mapping[str, str]]
    why: Mapping[str, str]
    why_told: Mapping[str, str]
    claim: Mapping[str, str]
    messages: Mapping[str, str]


class Place(NamedTuple):
    """Where the languages lie: those of the program, and the user's own."""

    own: Path

    def codes(self) -> list[str]:
        """The codes of all languages there are, sorted."""
        return sorted({*shipped_codes(), *self.own_codes()})

    def own_codes(self) -> Iterator[str]:
        """The codes of the user's own files; a file with another name is none of ours."""
        try:
            names = [path.name for path in self.own.iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise refused(self.own, f"it cannot be looked into: {error.strerror}") from None
        yield from (name.removesuffix(SUFFIX) for name in names if is_language(name))

    def find(self, typed: str) -> str:
        """The code that was meant: in any case, with `_` or `-`; `pt-PT` finds `pt`. Raises `UsageError`."""
        codes = {code.casefold(): code for code in self.codes()}
        wanted = typed.strip().replace("_", "-").casefold()
        for name in (wanted, wanted.partition("-")[0]):
            if name in codes:
                return codes[name]
        hint = f"there are: {', '.join(self.codes())}; a further one is a file {self.own / 'CODE.toml'}"
        raise UsageError(f"there are no messages in {shown(typed)}", hint)

    def load(self, code: str) -> Language:
        """The language: what the program has of it, and over it the user's own words.

        A language of a region, such as `pt-BR`, is that of all regions with its own words in their place.
        `InputRefused` if the user's own file cannot be taken in; its message and `more` name each wrong place.
        """
        tables: dict[str, object] = {}
        for each in dict.fromkeys((code.partition("-")[0], code)):
            base = tables_of(each) if each in shipped_codes() else {}
            tables = laid_over(tables, laid_over(base, own_tables(self.own / f"{each}{SUFFIX}")))
        return language_of(code, tables)


def is_language(name: str) -> bool:
    """Whether a file of this name holds a language."""
    return name.endswith(SUFFIX) and CODE.fullmatch(name.removesuffix(SUFFIX)) is not None


def shipped_codes() -> list[str]:
    """The codes of the languages that come with the program."""
    folder = files("aliorder.messages") / "languages"
    return sorted(entry.name.removesuffix(SUFFIX) for entry in folder.iterdir() if entry.name.endswith(SUFFIX))


def shipped_text(code: str) -> str:
    """The file of a language that comes with the program."""
    return (files("aliorder.messages") / "languages" / f"{code}{SUFFIX}").read_text(encoding="utf-8")


def own_tables(path: Path) -> dict[str, object]:
    """The tables of the user's own file; `InputRefused` names all that is wrong with it."""
    try:
        return sound(read_toml(path), str(path))
    except UsageError as error:
        raise InputRefused(printable(error.message), HINT) from None


def tables_of(code: str) -> dict[str, object]:
    """The tables of a language that comes with the program."""
    return sound(tomllib.loads(shipped_text(code)), code)


def sound(tables: dict[str, object], where: str) -> dict[str, object]:
    """The tables, if all in them is as it should be; `InputRefused` otherwise."""
    problems = list(problems_in(tables))
    if problems:
        error = refused(where, problems[0])
        error.more = tuple(f"{printable(where)}: {problem}" for problem in problems[1:])
        raise error
    return tables


def problems_in(tables: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with the tables of a language, each with its place."""
    for key, value in tables.items():
        if key in PLAIN:
            yield from text_problems(key, value, frozenset())
        elif key not in (*TABLES, "counted"):
            known = ", ".join((*PLAIN, *TABLES, "counted"))
            yield f"{shown(key)} is not what a language has here; it has {known}"
        elif not isinstance(value, dict):
            yield f"{key} has to be a table, with its texts below a line [{key}]"
        else:
            yield from counted_problems(value) if key == "counted" else table_problems(key, value)


def table_problems(table: str, entries: Mapping[str, object]) -> Iterator[str]:
    """What is wrong in one of the `TABLES`."""
    allowed = {"messages": frozenset(FACT_LABELS), "phrases": frozenset({"order", "item"})}.get(table, frozenset())
    for key, value in entries.items():
        if key not in TABLES[table]:
            yield f"{table} has no {shown(key)}; it has {', '.join(TABLES[table])}"
        else:
            yield from text_problems(f"{table}.{key}", value, allowed)


def counted_problems(entries: Mapping[str, object]) -> Iterator[str]:
    """What is wrong in the texts by plural."""
    for key, plurals in entries.items():
        if key not in COUNTED or not isinstance(plurals, dict):
            yield f"counted has no {shown(key)}; it has {', '.join(COUNTED)}, each with its plurals"
            continue
        if "other" not in plurals:
            yield f"counted.{key} needs at least the plural other"
        for plural, value in plurals.items():
            if plural not in PLURALS:
                yield f"counted.{key} has no plural {shown(plural)}; there are {', '.join(PLURALS)}"
            else:
                yield from text_problems(f"counted.{key}.{plural}", value, frozenset({"n"}))


def text_problems(place: str, value: object, allowed: frozenset[str]) -> Iterator[str]:
    """What is wrong with one text that may hold the facts `allowed`."""
    if not isinstance(value, str):
        yield f"{place} has to be text in quotes"
        return
    if place in NEVER_BLANK and not value.strip():
        yield f"{place} says nothing"
    if is_unsafe(value.translate(ALLOWED)):
        yield f"{place} holds a character that cannot be printed"
    unknown = [name for name in names_in(value) if name not in allowed]
    if unknown:
        known = f"; there are {', '.join(sorted(allowed))}" if allowed else ""
        yield f"{place} asks for {shown(unknown[0])}, which is no fact{known}"
    elif not BRACES.isdisjoint(BLANKS.sub("", value)):
        yield f"{place} holds a brace that belongs to no fact"


def laid_over(base: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """The tables with the user's own entries in the place of theirs."""
    merged = dict(base)
    for key, value in own.items():
        below = base.get(key)
        merged[key] = {**below, **value} if isinstance(value, dict) and isinstance(below, dict) else value
    return merged


def language_of(code: str, tables: Mapping[str, object]) -> Language:
    """The language that these tables, which hold no mistake, make."""
    table: Callable[[str], Mapping[str, str]] = lambda key: tables.get(key, {})  # type: ignore[assignment, return-value]  # noqa: E731
    locale = locale_of(code)
    return Language(
        code,
        str(tables.get("name") or code),
        locale,
        str(tables.get("joiner", " ")),
        str(tables.get("gap", "____")),
        table("phrases"),
        tables.get("counted", {}),  # type: ignore[arg-type]
        table("why"),
        {**table("why"), **table("why_told")},
        table("claim"),
        table("messages"),
    )


def locale_of(code: str) -> Locale | None:
    """How the language writes dates and amounts; `None` if nobody has told Babel."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def refused(where: object, why: str) -> InputRefused:
    """The error for a language file of the user's that cannot be taken in."""
    return InputRefused(f"{printable(str(where))}: {why}", HINT)

"""A message about an order: its facts as the language writes them, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_precision

from aliorder.domain.order import Money
from aliorder.domain.vocabulary import About
from aliorder.messages.language import Language
from aliorder.messages.subject import Subject, Value, claim_of, count_evidence, known, needed_by, why_of
from aliorder.messages.template import filled, told_in
from aliorder.policies.messages import RECIPIENTS
from aliorder.words.money import money_words


class Draft(NamedTuple):
    """A message as it can be sent. `language` is the code of the one it is in; `gaps` are facts left for the buyer."""

    about: About
    language: str
    text: str
    gaps: tuple[str, ...]


def draft(about: About, subject: Subject, language: Language, english: Language) -> Draft:
    """The message in `language`; in English where that language has none for it."""
    spoken = language if about in language.messages else english
    template = spoken.messages[about]
    whys = spoken.why if RECIPIENTS[about] == "seller" else spoken.why_told
    facts = told(subject, spoken, whys)
    missing = [needed[-1] for needed in needed_by(about, subject) if not any(name in facts for name in needed)]
    gaps = tuple(name for name in missing if name in told_in(template))
    facts |= dict.fromkeys(gaps, spoken.gap)
    return Draft(about, spoken.code, filled(template, facts, spoken.joiner), gaps)


def is_told(name: str, about: About, language: Language, english: Language) -> bool:
    """Whether the message, in that language, has a place for the fact."""
    return name in told_in(language.messages.get(about) or english.messages[about])


def told(subject: Subject, language: Language, whys: Mapping[str, str]) -> dict[str, str]:
    """Every fact that is known, as the language writes it; `whys` are its sentences for what is wrong."""
    facts = {name: spelled(value, language) for name, value in known(subject)}
    for name, texts, chosen in (("why", whys, why_of(subject)), ("claim", language.claim, claim_of(subject))):
        if chosen is not None and chosen in texts:
            facts[name] = texts[chosen]
    phrase = language.phrases.get("about" if "item" in facts else "about_bare", "{order}")
    if "order" in facts:
        facts["about"] = filled(phrase, facts, "") or facts["order"]
    enclosed = count_evidence(subject)
    if enclosed and (files := counted(language.counted.get("files", {}), enclosed, language)):
        facts["files"] = files
    return facts


def spelled(value: Value, language: Language) -> str:
    """A value as the language writes it; in digits that everybody reads where nobody knows how it does."""
    if isinstance(value, Money):
        return amount_words(value, language)
    if isinstance(value, date):
        return value.isoformat() if language.locale is None else format_date(value, "long", locale=language.locale)
    return str(value)


def amount_words(money: Money, language: Language) -> str:
    """An amount as the language writes numbers, to the last digit that is known; the currency by its ISO 4217 code.

    A sign such as $ means another currency to each who reads it.
    """
    if language.locale is None:
        return money_words(money) or ""
    known_places = -int(money.amount.as_tuple().exponent)
    places = max(known_places, get_currency_precision(money.currency))
    pattern = f"#,##0.{'0' * places}" if places else "#,##0"
    number = format_decimal(money.amount, pattern, locale=language.locale, decimal_quantization=False)
    return f"{number}\u00a0{money.currency}"


def counted(plurals: Mapping[str, str], count: int, language: Language) -> str | None:
    """So many of something, in the plural that the language has for that number; `None` without a text for it."""
    plural = "other" if language.locale is None else language.locale.plural_form(count)
    text = plurals.get(plural, plurals.get("other"))
    return None if text is None else filled(text, {"n": str(count)}, "")

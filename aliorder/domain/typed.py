"""Words typed on the command line, or in the wizard, read as typed values or refused with a way out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from aliorder.domain.countries import COUNTRIES, countries_like
from aliorder.domain.dates import first_moment
from aliorder.domain.order import Deadline, Event, Item, Money, SeenStatus, When
from aliorder.domain.statuses import normalised, status_of
from aliorder.domain.vocabulary import DEADLINE_KINDS, EVENT_KINDS
from aliorder.domain.when import read_deadline, read_when
from aliorder.errors import UsageError, shown

if TYPE_CHECKING:
    from aliorder.domain.policy import Policy

Id = TypeVar("Id", bound=str)
Value = TypeVar("Value")

AMOUNT = r"(?a)(\d{1,12}(?:\.\d{1,4})?) ?([A-Za-z]{3})"
ITEM = r"(?:(\d{1,5}) ?[x×] )?(.+?)(?: @ (.+))?"
DAYS = r"(?a)(\d{1,4})d?"
ALIKE = 0.65
"""How near what was typed has to be to a payment method; many have very short names."""

NUMBER = r"(?a)\d{8,20}"
EXAMPLES = {"--event": "paid=2026-11-20", "--deadline": "ship-by=2026-11-30"}
CURRENCY_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG "
)
CURRENCIES = frozenset(CURRENCY_CODES.split())
"""The codes of ISO 4217 that a price can be in."""


def one_of(text: str, ids: Sequence[Id], what: str, alike: float = 0.5) -> Id:
    """The id that `text` names; raises `UsageError` with the nearest ones, from `alike` on, if it names none."""
    word = text.strip().casefold()
    for known in ids:
        if known == word:
            return known
    near: list[str] = get_close_matches(word, list(ids), n=3, cutoff=alike)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(ids)}"
    raise UsageError(f"{shown(text)} is not a known {what}", hint)


def known_or_none(text: str, read: Callable[[str], Value]) -> Value | None:
    """What `read` makes of the text; `None` where it says that it is not known."""
    return None if text.strip().casefold() == "unknown" else read(text)


def pair(text: str, option: str) -> tuple[str, str]:
    """The two sides of `KIND=WHEN`."""
    kind, equals, when = text.partition("=")
    if not equals:
        raise UsageError(f"{option} takes KIND=WHEN, not {shown(text)}", f"e.g. {option} {EXAMPLES[option]}")
    return kind, when


def event(text: str, now: datetime, *, ahead: bool = False) -> Event:
    """An event from `KIND=WHEN`; one of the future is refused.

    Where the question is about what lies `ahead` it is taken, also as what is left until then, such as `+3d`.
    """
    kind_text, when_text = pair(text, "--event")
    kind = one_of(kind_text, EVENT_KINDS, "event")
    if ahead:
        return Event(kind, read_deadline(when_text, now))
    return Event(kind, not_later(read_when(when_text, now), now, kind))


def not_later(when: When, now: datetime, kind: str) -> When:
    """`when`, unless it is later than `now`: what has not happened cannot be told as a fact."""
    start = first_moment(when, now)
    if start is None or start <= now:
        return when
    day = when.at.isoformat(timespec="minutes") if when.at else str(when.day)
    raise UsageError(
        f"{kind} on {day} is later than now ({now.date().isoformat()}), so it has not happened yet",
        f"to see what it would change: aliorder plan … --event {kind}={day}",
    )


def days(text: str, option: str) -> timedelta:
    """A number of days, `7d` or `7`, as typed after `option`."""
    match = re.fullmatch(DAYS, text.strip())
    if not match:
        raise UsageError(f"{option} takes a number of days, not {shown(text)}", f"e.g. {option} 7d")
    return timedelta(days=int(match[1]))


def deadline(text: str, now: datetime) -> Deadline:
    """A deadline of the page from `KIND=WHEN`, where WHEN may be a countdown such as `+2d5h`."""
    kind_text, when_text = pair(text, "--deadline")
    return Deadline(one_of(kind_text, DEADLINE_KINDS, "deadline"), read_deadline(when_text, now))


def money(text: str) -> Money:
    """An amount with its currency, `12.34 USD`; the decimal mark is a point, thousands have none."""
    match = re.fullmatch(AMOUNT, text.strip())
    if not match:
        raise UsageError(f"{shown(text)} is not an amount with its currency", "write it like 12.34 USD")
    return Money(Decimal(match[1]), currency(match[2]))


def currency(text: str) -> str:
    """The ISO 4217 code of a currency, in capitals."""
    code = text.strip().upper()
    if code not in CURRENCIES:
        raise UsageError(f"{shown(code)} is not a currency", "three letters of ISO 4217, e.g. USD, EUR or BRL")
    return code


def item(text: str) -> Item:
    """A line of an order: `USB cable`, `2 x USB cable` or `2 x USB cable @ 3.10 USD` (for one)."""
    match = re.fullmatch(ITEM, " ".join(text.split()))
    if not match:
        raise UsageError("an item needs a title", 'e.g. --item "2 x USB cable @ 3.10 USD"')
    return Item(None, match[2], int(match[1] or 1), money(match[3]) if match[3] else None)


def country(text: str) -> str:
    """An ISO 3166 country code, in capitals; raises `UsageError` with the nearest countries if it is none."""
    code = text.strip().upper()
    if text.isascii() and code in COUNTRIES:
        return code
    near = [f"{like} ({COUNTRIES[like]})" for like in countries_like(text)]
    hint = f"did you mean {' or '.join(near)}?" if near else "two letters of ISO 3166, e.g. DE, BR or PL"
    raise UsageError(f"{shown(text)} is not a country code", hint)


def payment(text: str, policy: Policy) -> str:
    """The id of a payment method, by its id, its label or a name that a page gives it."""
    spelled = {
        normalised(name): (method.id, name)
        for method in policy.methods.values()
        for name in (*method.names, method.label, method.id)
    }
    if normalised(text) in spelled:
        return spelled[normalised(text)][0]
    near = [spelled[name] for name in get_close_matches(normalised(text), spelled, n=3, cutoff=ALIKE)]
    if not near:
        return one_of(text, tuple(policy.methods), "payment method", ALIKE)
    names = dict.fromkeys(known if normalised(name) == known else f"{known} ({name})" for known, name in near)
    raise UsageError(f"{shown(text)} is not a known payment method", f"did you mean {' or '.join(names)}?")


def site_status(text: str, policy: Policy, now: datetime) -> SeenStatus:
    """A status text of the order page, seen at `now`; raises `UsageError` if no such text is known."""
    if status_of(text, policy.status_texts) is None:
        near = get_close_matches(text.casefold().strip(), policy.status_texts, n=2, cutoff=0.5)
        hint = (
            f"did you mean {' or '.join(near)}?" if near else "tell what happened instead, e.g. --event shipped=unknown"
        )
        raise UsageError(f"the status {shown(text)} is not one that aliorder can read", hint)
    return SeenStatus(text.strip(), now)


def order_number(text: str) -> str:
    """An order number as the site writes it; blanks between the digits are dropped."""
    digits = "".join(text.split())
    if re.fullmatch(r"\d(\.\d+)?[eE]\+?\d+", digits):
        raise UsageError(
            f"{shown(text)} was damaged by a spreadsheet: the last digits of the order number are gone",
            "copy the number from the order page",
        )
    if not re.fullmatch(NUMBER, digits):
        raise UsageError(f"{shown(text)} is not an order number", "it has 8 to 20 digits, as on the order page")
    return digits


def all_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, trimmed."""
    return tuple(text.strip() for text in texts if text.strip())

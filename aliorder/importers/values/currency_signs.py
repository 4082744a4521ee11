"""The currencies that a sign or a code beside an amount can mean."""

from __future__ import annotations

import re
from functools import lru_cache

from aliorder.domain.typed import CURRENCIES

SIGNS_OF = {
    "AED": "د.إ",
    "ARS": "ar$",
    "AMD": "֏",
    "AUD": "au$ a$",
    "AZN": "₼",
    "BDT": "৳",
    "BGN": "лв",
    "BHD": "bd د.ب",
    "BRL": "r$ br$",
    "CAD": "c$ ca$ can$",
    "CHF": "sfr",
    "CLP": "cl$",
    "CNY": "cn¥ rmb",
    "COP": "co$ col$",
    "CRC": "₡",
    "CZK": "kč",
    "DOP": "rd$",
    "DZD": "da د.ج",
    "EGP": "e£ ج.م",
    "EUR": "€ euro euros",
    "GBP": "£",
    "GEL": "₾",
    "GHS": "₵ gh₵",
    "HKD": "hk$",
    "HUF": "ft",
    "IDR": "rp",
    "ILS": "₪ nis ש״ח",
    "INR": "₹",
    "IQD": "د.ع",
    "JOD": "jd د.أ",
    "JPY": "jp¥ 円",
    "KES": "ksh",
    "KHR": "៛",
    "KRW": "₩ 원",
    "KWD": "kd د.ك",
    "KZT": "₸ тг",
    "LAK": "₭",
    "MAD": "د.م",
    "MKD": "ден",
    "MNT": "₮",
    "MXN": "mx$ mex$",
    "MYR": "rm",
    "NGN": "₦",
    "NZD": "nz$",
    "OMR": "ر.ع",
    "PEN": "s/ s/.",
    "PHP": "₱",
    "PLN": "zł zl",
    "PYG": "₲",
    "QAR": "qr ر.ق",
    "RON": "lei leu",
    "RSD": "дин din",
    "RUB": "₽ руб",  # noqa: RUF001 - this is Cyrillic
    "SAR": "ر.س",
    "SGD": "s$ sg$",
    "THB": "฿ บาท",
    "TND": "dt د.ت",
    "TRY": "₺ tl",
    "TTD": "tt$",
    "TWD": "nt$ tw$",
    "UAH": "₴ грн",
    "USD": "us us$ u$s",
    "UYU": "$u",
    "UZS": "сўм so'm",
    "VND": "₫ đ vnđ",
    "ZAR": "r",
}
"""By currency the signs that mean it and no other, as `bare` spells them."""

SHARED = {
    "$": "ARS AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD KYD LRD MXN "
    "NAD NZD SBD SGD SRD TTD TWD USD UYU XCD",
    "br": "BYN ETB",
    "bs": "BOB VES",
    "dh": "AED MAD",
    "dhs": "AED MAD",
    "kr": "DKK ISK NOK SEK",
    "rs": "INR LKR MUR NPR PKR SCR",
    "sr": "SAR SCR",
    "¥": "CNY JPY",
    "元": "CNY HKD TWD",
    "р": "BYN RUB",  # noqa: RUF001 - this is Cyrillic
    "ريال": "IRR OMR QAR SAR YER",
}
"""Signs that several currencies have."""

SHORTENED = re.compile(r"(?<=[^\W\d_])[.\u05f4]|\s")


def bare(sign: str) -> str:
    """The sign, spelled plainly, without blanks and without the dots of a shortened word."""
    return SHORTENED.sub("", sign)


CURRENCIES_OF = {
    **{code.casefold(): frozenset((code,)) for code in CURRENCIES},
    **{bare(sign): frozenset((code,)) for code, signs in SIGNS_OF.items() for sign in signs.split()},
    **{bare(sign): frozenset(codes.split()) for sign, codes in SHARED.items()},
}


@lru_cache(maxsize=512)
def meant_by(sign: str) -> frozenset[str] | None:
    """The codes of all currencies that a sign, a code or both together (`CAD $`) can mean; `None` if it is neither."""
    name = bare(sign)
    if name in CURRENCIES_OF:
        return CURRENCIES_OF[name]
    for code, rest in ((name[:3], name[3:]), (name[-3:], name[:-3])):
        if code.upper() in CURRENCIES and rest in CURRENCIES_OF:
            return CURRENCIES_OF[code] & CURRENCIES_OF[rest]
    return None

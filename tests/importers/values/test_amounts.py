# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aliorder.domain.order import Money
from aliorder.domain.typed import CURRENCIES
from aliorder.importers import DecimalMark
from aliorder.importers.values.amounts import Amounts, NoCurrency, currency_of
from aliorder.importers.values.currency_signs import CURRENCIES_OF
from aliorder.importers.values.reading import Unreadable
from aliorder.importers.values.spelled_amounts import NO_DECIMALS


def amounts(*samples: str, decimal: DecimalMark | None = None, currency: str | None = None) -> Amounts:
    """The amounts of a file that holds these."""
    return Amounts(decimal, lambda: samples, currency)


def refusal(text: str, *samples: str, decimal: DecimalMark | None = None) -> str:
    """Why the text is refused in a file that holds these amounts."""
    with pytest.raises(Unreadable) as refused:
        amounts(*samples, decimal=decimal).read(text)
    return str(refused.value)


def amount_or_reason(read: Callable[[str], Decimal], text: str) -> Decimal | str:
    """The amount, or why it is refused."""
    try:
        return read(text)
    except Unreadable as refused:
        return str(refused)


@pytest.mark.parametrize(
    "text, amount",
    [
        ("US $1,382.11", "1382.11"),
        ("129,46zł", "129.46"),
        ("R$31,93", "31.93"),
        ("€9.61", "9.61"),
        ("₩11,110", "11110"),
        ("₩11.110", "11110"),
        ("JPY 1,100.00", "1100.00"),
        ("CLP$12.000", "12000"),
        ("1.234,56 €", "1234.56"),
        ("1 234,56 ₽", "1234.56"),
        ("1\u202f234,56\u00a0₽", "1234.56"),
        ("£12.34", "12.34"),
        ("CHF 12'345.60", "12345.60"),
        ("CHF 12\u2019345.60", "12345.60"),
        ("12,50 kr.", "12.50"),
        ("S/. 12.30", "12.30"),
        ("Rs. 1,23,456.00", "123456.00"),
        ("$12.34 USD", "12.34"),
        ("٣١٫٩٣ ر.س", "31.93"),
        ("١٬٢٣٤", "1234"),
        ("１２．３４", "12.34"),
        ("-26.70", "-26.70"),
        ("\u221226.70", "-26.70"),
        ("-US $26.70", "-26.70"),
        ("US $-26.70", "-26.70"),
        ("-0.00", "0.00"),
        ("4.626,81", "4626.81"),
        ("9.61", "9.61"),
        ("26,70", "26.70"),
        ("0", "0"),
        ("0.1234", "0.1234"),
        ("0.123", "0.123"),
        ("0,123", "0.123"),
        ("1234.567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234", "1234"),
        ("1 234.567", "1234.567"),
        ("123456789012.5", "123456789012.5"),
    ],
)
def test_an_amount_that_reads_one_way_only_is_read(text: str, amount: str) -> None:
    assert str(amounts().read(text)) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        "€",
        "Free shipping",
        "3 pieces",
        "20% off",
        "ABC 12",
        "12 EUR or so",
        "US $1.99 - 3.50",
        "US $26.70x1",
        "12.",
        ".99",
        "$.99",
        "12,-",
        "--12",
        "(12)",
        "1.2.3",
        "1,23,4",
        "1.234,567.89",
        "1'234.567'89",
        "12.34567",
        "1234567890123",
        "3.04E+15",
        "5²",
        "1½",
        "1" * 100_000,
    ],
)
def test_anything_else_is_no_amount(text: str) -> None:
    assert refusal(text).endswith("is not an amount")


@pytest.mark.parametrize(
    "decimal, samples, amount",
    [
        ("point", (), "1234"),
        ("comma", (), "1.234"),
        ("comma", ("9.61",), "1.234"),
        (None, ("1,234", "9.61"), "1234"),
        (None, ("26,70",), "1.234"),
        (None, ("1.234.567",), "1.234"),
        (None, ("₩11,110",), "1234"),
        (None, ("no amount", "5", "1.234", "26,70"), "1.234"),
    ],
)
def test_a_mark_before_three_digits_follows_the_one_given_or_proven_by_the_file(
    decimal: DecimalMark | None, samples: tuple[str, ...], amount: str
) -> None:
    assert str(amounts(*samples, decimal=decimal).read("1,234")) == amount


def test_a_mark_that_nothing_decides_is_refused_with_both_readings() -> None:
    assert refusal("1.234", "1.234", "12", "0") == (
        "'1.234' is 1234 (--decimal comma) or 1.234 (--decimal point): say which"
    )


def test_each_currency_of_a_file_may_have_its_own_mark() -> None:
    file = amounts("129,46zł", "US $120.95")
    assert (file.read("US $1,382"), file.read("1.382zł")) == (Decimal(1382), Decimal(1382))


def test_a_file_with_amounts_of_both_marks_decides_nothing_but_loses_only_what_is_open() -> None:
    file = ("26,70", "9.61", "1,234")
    assert [amounts(*file).read(text) for text in file[:2]] == [Decimal("26.70"), Decimal("9.61")]
    assert refusal("1,234", *file) == (
        "'1,234' is 1.234 (--decimal comma) or 1234 (--decimal point): the file has amounts of both kinds"
    )


@pytest.mark.parametrize(
    "text, decimal", [("26,70", "point"), ("9.61", "comma"), ("1.234,50", "point"), ("CLP 12.000", "point")]
)
def test_an_amount_that_contradicts_the_mark_given_is_refused(text: str, decimal: DecimalMark) -> None:
    assert refusal(text, decimal=decimal) == f"'{text}' contradicts --decimal {decimal}"


def test_the_file_is_asked_once_at_most_and_only_if_something_is_open() -> None:
    asked = []

    def samples() -> Iterator[str]:
        asked.append("once")
        yield "9.61"

    file = Amounts(None, samples)
    assert (file.read("9.61"), file.read("1.234,50"), asked) == (Decimal("9.61"), Decimal("1234.50"), [])
    assert [file.read(text) for text in ("1,234", "1,234", "5,678")] == [Decimal(1234)] * 2 + [Decimal(5678)]
    assert asked == ["once"]


@pytest.mark.parametrize(
    "text, beside, currency",
    [
        ("US $9.61", None, "USD"),
        ("9.61", "USD", "USD"),
        ("9.61", "US", "USD"),
        ("9.61", "€", "EUR"),
        ("$9.61", "CAD", "CAD"),
        ("kr 9.61", "nok", "NOK"),
        ("9.61 EUR", "", "EUR"),
        ("$9.61", "$", "AUD"),
        ("9.61", None, "AUD"),
        ("A$9.61", None, "AUD"),
    ],
)
def test_money_is_in_the_currency_of_its_sign_the_code_beside_it_or_the_file(
    text: str, beside: str | None, currency: str
) -> None:
    assert amounts(currency="AUD").money(text, beside) == Money(Decimal("9.61"), currency)


@pytest.mark.parametrize("text, beside", [("9.61", None), ("$9.61", None), ("¥9.61", "¥"), ("9.61", "kr")])
def test_money_without_one_currency_is_refused_by_a_reason_of_its_own(text: str, beside: str | None) -> None:
    with pytest.raises(NoCurrency, match="--currency"):
        amounts().money(text, beside)


@pytest.mark.parametrize(
    "text, beside, why",
    [
        ("€9.61", "USD", "'€9.61' is in another currency than the one beside it"),
        ("US $9.61 EUR", None, "'US $9.61 EUR' is in another currency than the one beside it"),
        ("9.61", "Euros and cents", "'Euros and cents' is not a currency"),
        ("Free shipping", "USD", "'Free shipping' is not an amount"),
    ],
)
def test_money_that_contradicts_itself_is_refused(text: str, beside: str | None, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        amounts(currency="USD").money(text, beside)
    assert (str(refused.value), type(refused.value)) == (why, Unreadable)


def test_the_currency_beside_an_amount_may_decide_its_mark() -> None:
    assert amounts().money("1,382", "JPY") == Money(Decimal(1382), "JPY")


@pytest.mark.parametrize(
    "code, signs",
    [
        ("USD", "USD|usd|US|US $|US$|U$S|$12.34 USD|US $1,382.11"),
        ("EUR", "EUR|€|euro|9,61 €"),
        ("BRL", "BRL|R$|R$31,93"),
        ("CAD", "C $|CA $|CAD $"),
        ("AUD", "AU $|A$"),
        ("NZD", "NZ $"),
        ("HKD", "HK $"),
        ("MXN", "MX$"),
        ("COP", "COP$"),
        ("CLP", "CLP$"),
        ("GBP", "£"),
        ("PLN", "zł|129,46zł|ZŁ"),
        ("CZK", "Kč"),
        ("HUF", "Ft"),
        ("RON", "lei"),
        ("CHF", "CHF"),
        ("RUB", "₽|руб.|12,34 руб."),
        ("UAH", "₴|грн."),
        ("TRY", "₺|TL"),
        ("ILS", "₪|ש״ח"),
        ("SAR", "ر.س|ر.س.\u200f"),
        ("INR", "₹"),
        ("THB", "฿"),
        ("VND", "₫"),
        ("PHP", "₱"),
        ("IDR", "Rp"),
        ("MYR", "RM"),
        ("PEN", "S/|S/."),
        ("KRW", "₩|원"),
        ("JPY", "JP¥|円"),
        ("CNY", "CN¥"),
        (None, "|$|¥|￥|kr|Rs.|Br|元|12.34|$ 1.99|Free shipping|x|US or CA|US $12 EUR|" + "$" * 100_000),
    ],
)
def test_a_sign_names_one_currency_or_none(code: str | None, signs: str) -> None:
    assert {sign: currency_of(sign) for sign in signs.split("|")} == dict.fromkeys(signs.split("|"), code)


def test_every_sign_means_currencies_that_a_price_can_be_in() -> None:
    assert frozenset().union(*CURRENCIES_OF.values()) == CURRENCIES
    assert NO_DECIMALS < CURRENCIES


def styled(amount: Decimal, decimal: str, between: str) -> str:
    """The amount with these marks."""
    return decimal.join(part.replace(",", between) for part in f"{amount:,}".split("."))


@given(
    st.decimals(0, 10**12 - 1, places=2) | st.decimals(0, 10**8, places=4),
    st.sampled_from([(",", "."), (".", ","), (",", ""), (".", ""), (",", "\u202f"), (".", "'"), (",", " ")]),
    st.sampled_from(["{}", "US ${}", "{} zł", "€{}", "{} EUR", "CHF {}", "-{}"]),
)
def test_every_amount_is_read_in_every_style(amount: Decimal, marks: tuple[str, str], around: str) -> None:
    expected = -amount if around.startswith("-") and amount else amount
    assert str(amounts().read(around.format(styled(amount, *marks)))) == str(expected)


@given(st.integers(1000, 10**11), st.sampled_from(["JPY {}", "₩{}", "{} ₫", "CLP$ {}"]), st.sampled_from(".,' "))
def test_a_currency_without_minor_unit_needs_no_evidence(amount: int, around: str, mark: str) -> None:
    assert amounts().read(around.format(styled(Decimal(amount), "?", mark))) == amount


@given(st.text() | st.text("0123456789.,' -$€USkrR٫٬"), st.lists(st.text()), st.none() | st.text(max_size=4))
@example("\ud80012", ["\ud800"], "\ud800")
@example("ﷺ" * 60, [], "ﷺ" * 60)
def test_no_text_gets_past(text: str, samples: list[str], beside: str | None) -> None:
    assert currency_of(text) in {None, *CURRENCIES}
    file = amounts(*samples, currency="USD")
    for found in (amount_or_reason(file.read, text), amount_or_reason(lambda text: file.money(text, beside)[0], text)):
        if isinstance(found, str):
            assert 0 < len(found) < 200
        else:
            assert abs(found) < 10**12
            assert found.as_tuple().exponent in range(-4, 1)
